/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "link.h"

G_BEGIN_DECLS

/* Whether the wording of a row changed. Moved, split and merged are told beside it. */
typedef enum {
  AGREED_CHANGE_UNCHANGED,
  AGREED_CHANGE_REWORDED,
  AGREED_CHANGE_ADDED,
  AGREED_CHANGE_REMOVED,
} AgreedChange;

#define AGREED_TYPE_CHANGE (agreed_change_get_type ())
GType agreed_change_get_type (void);

/* In JSON: "unchanged", "reworded", "added", "removed". */
const char *agreed_change_to_string (AgreedChange change);

/* What is shown beside each other: the paragraphs of one connected group of links, or one paragraph alone. */
#define AGREED_TYPE_ROW (agreed_row_get_type ())
G_DECLARE_FINAL_TYPE (AgreedRow, agreed_row, AGREED, ROW, GObject)

/* @older, @newer: arrays of AgreedParagraph in the order of their texts, either may be empty but not both;
 * @links: array of AgreedLink among them; @runs: array of AgreedRun (text/difference.h) over the two wordings of the
 * row, see agreed_row_get_wording(). All (transfer none). */
AgreedRow *agreed_row_new (GPtrArray    *older,
                           GPtrArray    *newer,
                           GPtrArray    *links,
                           AgreedChange  change,
                           GArray       *runs);

/* The same with what stood in an earlier text: @before (nullable) is a row of that text held against the older one, and
 * its newer paragraphs are @older. All three sides may not be empty. */
AgreedRow *agreed_row_new_after (AgreedRow    *before,
                                 GPtrArray    *older,
                                 GPtrArray    *newer,
                                 GPtrArray    *links,
                                 AgreedChange  change,
                                 GArray       *runs);

/* (transfer none) (nullable) */
AgreedRow   *agreed_row_get_before (AgreedRow *self);
AgreedChange agreed_row_get_change (AgreedRow *self);

/* Some link of the row is out of order. */
gboolean agreed_row_get_moved (AgreedRow *self);
/* Whether a person should look at one of its links: agreed_link_is_unsure(). */
gboolean agreed_row_is_unsure (AgreedRow *self);

/* One older paragraph became several; several became one. A row of several on both sides is both. */
gboolean agreed_row_get_split  (AgreedRow *self);
gboolean agreed_row_get_merged (AgreedRow *self);

/* Whether anything happened to it, here or on the way from an earlier text: reworded, added, removed, moved, split or
 * merged. */
gboolean agreed_row_is_changed (AgreedRow *self);

/* (transfer none): arrays of AgreedParagraph, of AgreedLink, of AgreedRun; not to be changed */
GPtrArray *agreed_row_get_paragraphs (AgreedRow  *self,
                                      AgreedSide  side);
GPtrArray *agreed_row_get_links      (AgreedRow  *self);
GArray    *agreed_row_get_runs       (AgreedRow  *self);

/* The first paragraph of the newest text that has any here. (transfer none) */
AgreedParagraph *agreed_row_get_first_paragraph (AgreedRow *self);

/* The wordings of a side's paragraphs, joined by "\n": what the runs count in. "" for a side without paragraphs.
 * (transfer none) */
const char *agreed_row_get_wording (AgreedRow  *self,
                                    AgreedSide  side);
/* Joins as above. Returns: (transfer full) */
char       *agreed_row_join_wordings (GPtrArray *paragraphs);

/* "PP13", "OP6, OP9"; "" for a side without paragraphs. (transfer none) */
const char *agreed_row_get_label   (AgreedRow  *self,
                                    AgreedSide  side);

G_END_DECLS
