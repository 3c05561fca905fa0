/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The heights of all rows, measured or estimated, in pixels. Kept as a Fenwick tree, so that setting one height and
 * asking where a row starts, or which row is at a height, take logarithmic time. A height is never below 0. */
typedef struct _AgreedRowHeights AgreedRowHeights;

AgreedRowHeights *agreed_row_heights_new  (void);
void              agreed_row_heights_free (AgreedRowHeights *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedRowHeights, agreed_row_heights_free)

guint  agreed_row_heights_get_n_rows (AgreedRowHeights *self);
/* Puts @n_added rows of height 0 in the place of @n_removed ones. Takes time in the number of rows. */
void   agreed_row_heights_splice     (AgreedRowHeights *self,
                                      guint             position,
                                      guint             n_removed,
                                      guint             n_added);
/* Sets every height at once; @heights has as many as there are rows. Takes time in the number of rows. */
void   agreed_row_heights_set_all    (AgreedRowHeights *self,
                                      const int        *heights);
void   agreed_row_heights_set        (AgreedRowHeights *self,
                                      guint             row,
                                      int               height);
int    agreed_row_heights_get        (AgreedRowHeights *self,
                                      guint             row);

/* The height of all rows before @row, which may be the number of rows. */
gint64 agreed_row_heights_get_start  (AgreedRowHeights *self,
                                      guint             row);
gint64 agreed_row_heights_get_total  (AgreedRowHeights *self);
/* The row at @y, the first or the last one where @y is beyond them; there must be one. @rest: what of @y lies in it. */
guint  agreed_row_heights_find       (AgreedRowHeights *self,
                                      double            y,
                                      double           *rest);

G_END_DECLS
