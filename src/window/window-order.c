/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-order.h"
#include "settings.h"
#include "ways.h"
#include "window-private.h"

/* In whose order rows stand, and whether those without a change are folded. */

void
agreed_window_order_rows (AgreedWindow *self)
{
  AgreedComparison *comparison = agreed_project_get_comparison (self->project);
  AgreedComparison *before = self->shows_three ? agreed_project_get_before (self->project) : NULL;
  GSettings *settings = agreed_settings_get ();
  AgreedSide side = AGREED_SIDE_NEWER;
  g_autoptr (GListModel) rows = NULL;

  if (settings != NULL && g_settings_get_enum (settings, "row-order") == 1)
    side = AGREED_SIDE_OLDER;
  if (comparison != NULL)
    rows = agreed_rows_in_order (comparison, side);
  if (comparison != NULL && before != NULL)
    {
      g_autoptr (GListModel) pair = g_steal_pointer (&rows);

      rows = agreed_ways_new (before, comparison, pair);
    }
  agreed_comparison_view_set_older_paragraphs (self->view, comparison != NULL && side == AGREED_SIDE_NEWER
                                                             ? G_LIST_MODEL (agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER))
                                                             : NULL);
  gtk_filter_list_model_set_model (self->rows, rows);
}

void
agreed_window_order_again (AgreedWindow *self)
{
  AgreedRow *current = agreed_window_get_current_row (self);
  g_autoptr (AgreedRow) old = current != NULL ? g_object_ref (current) : NULL;

  agreed_window_order_rows (self);
  if (old != NULL)
    agreed_window_go_to_same_row (self, old);
}

static void
order_changed (GSettings    *settings,
               const char   *key,
               AgreedWindow *self)
{
  agreed_window_order_again (self);
}

/* Whoever filters wants to see what there is of it. */
static void
update_folding (AgreedWindow *self)
{
  GSettings *settings = agreed_settings_get ();
  gboolean fold = settings != NULL && g_settings_get_boolean (settings, "fold-unchanged");

  g_object_set (self->view, "fold-unchanged", fold && !agreed_row_filter_get_active (self->filter), NULL);
}

static void
folding_changed (GSettings    *settings,
                 const char   *key,
                 AgreedWindow *self)
{
  update_folding (self);
}

void
agreed_window_init_order (AgreedWindow *self)
{
  static const char *const keys[] = { "row-order", "fold-unchanged" };

  for (guint i = 0; agreed_settings_get () != NULL && i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (GAction) action = g_settings_create_action (agreed_settings_get (), keys[i]);

      g_action_map_add_action (G_ACTION_MAP (self), action);
    }
  agreed_settings_watch ("row-order", G_CALLBACK (order_changed), self);
  agreed_settings_watch ("fold-unchanged", G_CALLBACK (folding_changed), self);
  g_signal_connect_object (self->filter, "notify::active", G_CALLBACK (update_folding), self, G_CONNECT_SWAPPED);
  update_folding (self);
}
