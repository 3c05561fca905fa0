/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Which rows of a comparison are shown.
 *
 * Properties: "unchanged", "reworded", "added", "removed", "moved", "split", "merged" (gboolean): with none of them set
 * every kind is shown, otherwise the rows that are of any kind set; "topic" (string): an id, or "" for any: only rows
 * with a paragraph that carries the topic, in any state but dismissed; "noted" (gboolean): only rows with a note; "status"
 * (string, as in JSON, "" for any) and "proposer" (string, "" for anybody): only rows with a note that has them; "active"
 * (gboolean, read only): whether anything is left out. */
#define AGREED_TYPE_ROW_FILTER (agreed_row_filter_get_type ())
G_DECLARE_FINAL_TYPE (AgreedRowFilter, agreed_row_filter, AGREED, ROW_FILTER, GtkFilter)

AgreedRowFilter *agreed_row_filter_new (void);

/* The names of the seven kinds, in the order of the menu; NULL-terminated. */
const char * const *agreed_row_filter_get_kinds (void);

gboolean    agreed_row_filter_get_active (AgreedRowFilter *self);
const char *agreed_row_filter_get_topic  (AgreedRowFilter *self);
void        agreed_row_filter_set_topic  (AgreedRowFilter *self,
                                          const char      *topic);
/* Shows everything. */
void        agreed_row_filter_clear      (AgreedRowFilter *self);

/* What is shown, for a person: "reworded, moved, with a note"; "" where every kind is. Returns: (transfer full) */
char       *agreed_row_filter_describe   (AgreedRowFilter *self);

/* To be called when tags or notes were changed. */
void        agreed_row_filter_refresh    (AgreedRowFilter *self);

G_END_DECLS
