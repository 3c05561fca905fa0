/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <glib/gi18n-lib.h>

/* Unchanged rows folded: a run of them becomes one line, but for the rows next to a change, which are its context. Rows
 * keep their positions; those in a fold have no height, but for the first, which stands for all of them. */

#define CONTEXT 1
/* A line in the place of one row would hide a paragraph and save nothing. */
#define LEAST 2

gboolean
agreed_comparison_view_is_hidden (AgreedComparisonView *self,
                                  guint                 position)
{
  return position < self->folds->len && g_array_index (self->folds, guint, position) == AGREED_FOLD_INSIDE;
}

guint
agreed_comparison_view_get_fold (AgreedComparisonView *self,
                                 guint                 position)
{
  if (position >= self->folds->len || agreed_comparison_view_is_hidden (self, position))
    return 0;

  return g_array_index (self->folds, guint, position);
}

guint
agreed_comparison_view_find_shown (AgreedComparisonView *self,
                                   guint                 position)
{
  while (position > 0 && agreed_comparison_view_is_hidden (self, position))
    position--;

  return position;
}

guint
agreed_comparison_view_find_next_shown (AgreedComparisonView *self,
                                        guint                 position,
                                        int                   step)
{
  gint64 n_rows = agreed_comparison_view_get_n_rows (self), next = (gint64) position + step;

  while (next >= 0 && next < n_rows && agreed_comparison_view_is_hidden (self, next))
    next += step;

  return CLAMP (next, 0, n_rows - 1);
}

static gboolean
can_fold (AgreedComparisonView *self,
          guint                 position)
{
  g_autoptr (AgreedRow) row = g_list_model_get_item (self->rows, position);
  g_autoptr (GArray) footnote_changes = NULL;

  if (agreed_row_is_changed (row) || g_hash_table_contains (self->opened, row))
    return FALSE;
  footnote_changes = agreed_row_find_footnote_changes (row, &self->style);

  return footnote_changes == NULL;
}

/* @start, @end: a run of rows that can be folded, the end excluded */
static void
fold_run (AgreedComparisonView *self,
          guint                 start,
          guint                 end)
{
  guint before = start > 0 ? CONTEXT : 0, after = end < self->folds->len ? CONTEXT : 0;

  if (end < start + before + after + LEAST)
    return;
  start += before;
  end -= after;

  g_array_index (self->folds, guint, start) = end - start;
  for (guint i = start + 1; i < end; i++)
    g_array_index (self->folds, guint, i) = AGREED_FOLD_INSIDE;
}

void
agreed_comparison_view_find_folds (AgreedComparisonView *self)
{
  guint n_rows = agreed_comparison_view_get_n_rows (self), start = 0;

  g_array_set_size (self->folds, 0);
  if (!self->fold_unchanged)
    return;

  g_array_set_size (self->folds, n_rows);
  for (guint i = 0; i < n_rows; i++)
    if (!can_fold (self, i))
      {
        fold_run (self, start, i);
        start = i + 1;
      }
  fold_run (self, start, n_rows);
}

static void
refold (AgreedComparisonView *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  agreed_comparison_view_drop_items (self);
  agreed_comparison_view_find_folds (self);
  agreed_comparison_view_forget_heights (self);
  if (agreed_comparison_view_is_hidden (self, self->anchor))
    self->anchor_offset = 0;
  self->anchor = agreed_comparison_view_find_shown (self, self->anchor);
  if (self->current != GTK_INVALID_LIST_POSITION && agreed_comparison_view_is_hidden (self, self->current))
    agreed_comparison_view_set_current (self, self->current);
  agreed_comparison_view_sync (self);
  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  agreed_comparison_view_unsettle (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_PLACE_CHANGED], 0);
}

void
agreed_comparison_view_fold (AgreedComparisonView *self,
                             gboolean              fold)
{
  if (self->fold_unchanged == fold)
    return;

  self->fold_unchanged = fold;
  g_hash_table_remove_all (self->opened);
  refold (self);
}

void
agreed_comparison_view_unfold (AgreedComparisonView *self,
                               guint                 position)
{
  guint first = agreed_comparison_view_find_shown (self, position);
  guint n_rows = agreed_comparison_view_get_fold (self, first);

  if (n_rows == 0)
    return;

  for (guint i = 0; i < n_rows; i++)
    g_hash_table_add (self->opened, g_list_model_get_item (self->rows, first + i));
  refold (self);
}

static gboolean
activate_current (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   data)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);

  if (agreed_comparison_view_activate_chip (self))
    return TRUE;
  if (self->current == GTK_INVALID_LIST_POSITION || agreed_comparison_view_get_fold (self, self->current) == 0)
    return FALSE;

  agreed_comparison_view_unfold (self, self->current);
  agreed_comparison_view_reveal (self, self->current);

  return TRUE;
}

void
agreed_comparison_view_class_add_folds (GtkWidgetClass *widget_class)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i], 0, activate_current, NULL);
}
