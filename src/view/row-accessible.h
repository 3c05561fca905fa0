/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row-layout.h"

G_BEGIN_DECLS

/* What assistive technologies get of a row: a list item with a name such as "PP13, reworded, moved from PP10", and in
 * it a label for each side's wording. It is allocated where the row is drawn, takes the focus, and draws nothing. */
#define AGREED_TYPE_ROW_ACCESSIBLE (agreed_row_accessible_get_type ())
G_DECLARE_FINAL_TYPE (AgreedRowAccessible, agreed_row_accessible, AGREED, ROW_ACCESSIBLE, GtkWidget)

/* @n_folded: how many rows it stands for, or 0 */
GtkWidget *agreed_row_accessible_new     (AgreedRow              *row,
                                          guint                   n_folded,
                                          guint                   position,
                                          guint                   n_rows);
AgreedRow *agreed_row_accessible_get_row (AgreedRowAccessible    *self);
/* Where the labels stand inside of the item. */
void       agreed_row_accessible_place   (AgreedRowAccessible    *self,
                                          const AgreedViewStyle  *style,
                                          const AgreedRowLayout  *layout);

/* "PP13, reworded, moved from PP10". Returns: (transfer full) */
char *agreed_row_describe (AgreedRow *row);

G_END_DECLS
