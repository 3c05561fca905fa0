/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

/* Which rows there are, and which of them is at hand. */

static gboolean
share_paragraph (AgreedRow *a,
                 AgreedRow *b)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (a, side);

      for (guint i = 0; i < paragraphs->len; i++)
        if (g_ptr_array_find (agreed_row_get_paragraphs (b, side), g_ptr_array_index (paragraphs, i), NULL))
          return TRUE;
    }

  return FALSE;
}

/* Where a row is after some rows were exchanged for others: itself, or the one that now holds a paragraph of it.
 * Returns: GTK_INVALID_LIST_POSITION where it is gone */
static guint
relocate (AgreedComparisonView *self,
          AgreedRow            *row,
          guint                 old_position,
          guint                 position,
          guint                 n_removed,
          guint                 n_added)
{
  if (row == NULL || old_position < position)
    return old_position;
  if (old_position >= position + n_removed)
    return old_position - n_removed + n_added;

  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (AgreedRow) candidate = g_list_model_get_item (self->rows, position + i);

      if (candidate == row || share_paragraph (candidate, row))
        return position + i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static void
take_current (AgreedComparisonView *self,
              guint                 position)
{
  g_autoptr (AgreedRow) row = NULL;
  guint old = self->current;

  if (position != GTK_INVALID_LIST_POSITION)
    row = g_list_model_get_item (self->rows, position);
  self->current = row != NULL ? position : GTK_INVALID_LIST_POSITION;
  if (self->current_row != row)
    self->chip = 0;
  if (g_set_object (&self->current_row, row) || self->current != old)
    g_object_notify (G_OBJECT (self), "current");
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_items_changed (AgreedComparisonView *self,
                  guint                 position,
                  guint                 n_removed,
                  guint                 n_added)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  guint anchor = relocate (self, self->anchor_row, self->anchor, position, n_removed, n_added);
  guint current = relocate (self, self->current_row, self->current, position, n_removed, n_added);

  agreed_comparison_view_drop_items (self);
  agreed_comparison_view_splice_rows (self, position, n_removed, n_added);
  self->selection = (AgreedSelection) { 0 };
  self->n_in_view = 0;
  if (anchor != GTK_INVALID_LIST_POSITION)
    self->anchor = anchor;
  else
    self->anchor_offset = 0;
  self->anchor = MIN (self->anchor, MAX (1, agreed_comparison_view_get_n_rows (self)) - 1);

  self->anchor = agreed_comparison_view_find_shown (self, self->anchor);
  take_current (self, current != GTK_INVALID_LIST_POSITION ? agreed_comparison_view_find_shown (self, current) : current);
  agreed_comparison_view_sync (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  agreed_comparison_view_unsettle (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_PLACE_CHANGED], 0);
}

GListModel *
agreed_comparison_view_get_rows (AgreedComparisonView *self)
{
  g_return_val_if_fail (AGREED_IS_COMPARISON_VIEW (self), NULL);

  return self->rows;
}

void
agreed_comparison_view_set_rows (AgreedComparisonView *self,
                                 GListModel           *rows)
{
  guint n_removed;

  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));
  g_return_if_fail (rows == NULL || G_IS_LIST_MODEL (rows));

  if (self->rows == rows)
    return;

  n_removed = agreed_comparison_view_get_n_rows (self);
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_func (self->rows, on_items_changed, self);
  g_set_object (&self->rows, rows);
  if (rows != NULL)
    g_signal_connect_swapped (rows, "items-changed", G_CALLBACK (on_items_changed), self);

  on_items_changed (self, 0, n_removed, rows != NULL ? g_list_model_get_n_items (rows) : 0);
  g_object_notify (G_OBJECT (self), "rows");
}

guint
agreed_comparison_view_get_current (AgreedComparisonView *self)
{
  g_return_val_if_fail (AGREED_IS_COMPARISON_VIEW (self), GTK_INVALID_LIST_POSITION);

  return self->current;
}

void
agreed_comparison_view_set_current (AgreedComparisonView *self,
                                    guint                 position)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  if (position >= agreed_comparison_view_get_n_rows (self))
    position = GTK_INVALID_LIST_POSITION;
  else
    position = agreed_comparison_view_find_shown (self, position);
  self->is_fresh = FALSE;
  take_current (self, position);
  if (had_focus && position != GTK_INVALID_LIST_POSITION)
    agreed_comparison_view_focus_current (self);
}
