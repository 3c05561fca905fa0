/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording-search.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a reader types what to look for in both texts.
 *
 * Properties: "open", "match-case", "regular-expressions", "ignore-width", "variants" (gboolean).
 * Signals: "changed" () what to look for or how; "next" (), "previous" (). */
#define AGREED_TYPE_FIND_BAR (agreed_find_bar_get_type ())
G_DECLARE_FINAL_TYPE (AgreedFindBar, agreed_find_bar, AGREED, FIND_BAR, AdwBin)

/* What is typed; "" where the bar is closed. */
const char       *agreed_find_bar_get_query (AgreedFindBar *self);
void              agreed_find_bar_set_query (AgreedFindBar *self,
                                             const char    *query);
AgreedSearchFlags agreed_find_bar_get_flags (AgreedFindBar *self);
gboolean          agreed_find_bar_get_open  (AgreedFindBar *self);
/* Opens it, or gives it the focus, with all of the query selected. */
void              agreed_find_bar_start     (AgreedFindBar *self);

/* "3 of 17". @current: counted from 0, or G_MAXUINT where none is at hand. @problem: what is wrong with the query, or
 * NULL. */
void              agreed_find_bar_show_count (AgreedFindBar *self,
                                              guint          current,
                                              guint          n_found,
                                              const char    *problem);
/* What is shown of it: "3 of 17". */
const char       *agreed_find_bar_get_count  (AgreedFindBar *self);
/* The problem shown, or NULL. */
const char       *agreed_find_bar_get_problem (AgreedFindBar *self);

G_END_DECLS
