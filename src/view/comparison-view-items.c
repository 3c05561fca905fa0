/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include "row-accessible.h"

#include <math.h>

static gboolean
is_focused (AgreedComparisonView *self,
            GtkWidget            *item)
{
  return gtk_widget_get_focus_child (GTK_WIDGET (self)) == item;
}

static GtkWidget *
ensure_item (AgreedComparisonView *self,
             guint                 position)
{
  GtkWidget *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (position));
  g_autoptr (AgreedRow) row = NULL;

  if (item != NULL)
    return item;

  row = g_list_model_get_item (self->rows, position);
  item = agreed_row_accessible_new (row, agreed_comparison_view_get_fold (self, position), position,
                                    agreed_comparison_view_get_n_rows (self));
  gtk_widget_insert_before (item, GTK_WIDGET (self), NULL);
  g_hash_table_insert (self->items, GUINT_TO_POINTER (position), item);

  return item;
}

/* Assistive technologies read children in their order. */
static void
order_items (AgreedComparisonView *self)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < self->n_in_view; i++)
    {
      GtkWidget *item = g_hash_table_lookup (self->items, GUINT_TO_POINTER (self->anchor + i));

      if (item == NULL)
        continue;
      if (previous != NULL && gtk_widget_get_prev_sibling (item) != previous)
        gtk_widget_insert_after (item, GTK_WIDGET (self), previous);
      previous = item;
    }
}

void
agreed_comparison_view_update_items (AgreedComparisonView *self)
{
  GHashTableIter iter;
  gpointer position, item;

  if (!self->is_settled)
    return;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &position, &item))
    {
      if (!agreed_comparison_view_is_in_view (self, GPOINTER_TO_UINT (position)) && !is_focused (self, item))
        g_hash_table_iter_remove (&iter);
    }
  for (guint i = 0; i < self->n_in_view; i++)
    if (!agreed_comparison_view_is_hidden (self, self->anchor + i))
      ensure_item (self, self->anchor + i);
  order_items (self);
}

void
agreed_comparison_view_allocate_items (AgreedComparisonView *self)
{
  GHashTableIter iter;
  gpointer key, item;

  g_hash_table_iter_init (&iter, self->items);
  while (g_hash_table_iter_next (&iter, &key, &item))
    {
      guint position = GPOINTER_TO_UINT (key);
      GtkAllocation place = { 0, round (agreed_comparison_view_get_row_y (self, position)), self->style.width, 0 };
      AgreedRowLayout *layout = g_hash_table_lookup (self->cache, key);

      place.height = agreed_row_heights_get (self->heights, position);
      if (layout != NULL)
        agreed_row_accessible_place (item, &self->style, layout);
      gtk_widget_measure (item, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
      gtk_widget_size_allocate (item, &place, -1);
    }
}

void
agreed_comparison_view_drop_items (AgreedComparisonView *self)
{
  g_hash_table_remove_all (self->items);
}

gboolean
agreed_comparison_view_focus_current (AgreedComparisonView *self)
{
  if (self->current >= agreed_comparison_view_get_n_rows (self))
    return FALSE;

  return gtk_widget_grab_focus (ensure_item (self, self->current));
}
