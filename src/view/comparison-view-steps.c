/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

/* Going to rows, near and far. */

void
agreed_comparison_view_stay_at (AgreedComparisonView *self,
                                guint                 position)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  if (position >= agreed_comparison_view_get_n_rows (self))
    return;

  position = agreed_comparison_view_find_shown (self, position);
  agreed_comparison_view_reveal (self, position);
  agreed_comparison_view_set_current (self, position);
}

void
agreed_comparison_view_go_to (AgreedComparisonView *self,
                              guint                 position)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  if (position >= agreed_comparison_view_get_n_rows (self))
    return;

  agreed_comparison_view_unfold (self, position);
  agreed_comparison_view_stay_at (self, position);
}

void
agreed_comparison_view_jump_to (AgreedComparisonView *self,
                                guint                 position)
{
  guint from;

  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  from = self->current;
  if (position >= agreed_comparison_view_get_n_rows (self))
    return;

  agreed_comparison_view_go_to (self, position);
  if (from != position)
    g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_JUMPED], 0, from, position);
}

void
agreed_comparison_view_start (AgreedComparisonView *self)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  agreed_comparison_view_stay_at (self, 0);
  self->is_fresh = TRUE;
}

/* From the row at hand, or, where the reader has scrolled away from it, from what is in view. A first row that nobody
 * has gone to is still to come. */
static gint64
get_step_start (AgreedComparisonView *self,
                int                   direction)
{
  if (self->n_in_view > 0 && (self->current == GTK_INVALID_LIST_POSITION || !agreed_comparison_view_is_in_view (self, self->current)))
    return direction > 0 ? (gint64) self->anchor - 1 : (gint64) self->anchor + self->n_in_view;
  if (self->is_fresh && direction > 0 && self->current == 0)
    return -1;
  if (self->current != GTK_INVALID_LIST_POSITION)
    return self->current;
  return direction > 0 ? -1 : (gint64) agreed_comparison_view_get_n_rows (self);
}

gboolean
agreed_comparison_view_step (AgreedComparisonView *self,
                             int                   direction,
                             AgreedRowTest         test,
                             gpointer              data)
{
  guint n_rows;
  gint64 position;

  g_return_val_if_fail (AGREED_IS_COMPARISON_VIEW (self), FALSE);
  g_return_val_if_fail (direction == 1 || direction == -1, FALSE);

  n_rows = agreed_comparison_view_get_n_rows (self);
  position = get_step_start (self, direction);
  for (position += direction; position >= 0 && position < n_rows; position += direction)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (self->rows, position);

      if (!test (row, data))
        continue;
      agreed_comparison_view_go_to (self, position);
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_changed (AgreedRow *row,
            gpointer   data)
{
  AgreedComparisonView *self = data;
  g_autoptr (GArray) footnote_changes = NULL;

  if (agreed_row_is_changed (row))
    return TRUE;
  footnote_changes = agreed_row_find_footnote_changes (row, &self->style);
  return footnote_changes != NULL;
}

gboolean
agreed_comparison_view_step_change (AgreedComparisonView *self,
                                    int                   direction)
{
  /* What changed in the first row is before the reader's eyes already: a step that stayed there would seem to do nothing. */
  self->is_fresh = FALSE;
  return agreed_comparison_view_step (self, direction, is_changed, self);
}
