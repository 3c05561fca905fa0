/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include <glib/gi18n.h>

/* Finding rows by their paragraphs: after the rows were made anew, and where a moved one came from. */

static gboolean
row_holds (AgreedRow       *row,
           AgreedParagraph *paragraph)
{
  return g_ptr_array_find (agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER), paragraph, NULL)
         || g_ptr_array_find (agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER), paragraph, NULL);
}

static gboolean
go_to_paragraph (AgreedWindow    *self,
                 AgreedParagraph *paragraph)
{
  GListModel *rows = G_LIST_MODEL (self->rows);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      if (row_holds (row, paragraph))
        {
          agreed_comparison_view_go_to (self->view, i);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
shares_paragraph (AgreedRow *row,
                  AgreedRow *other)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        if (g_ptr_array_find (agreed_row_get_paragraphs (other, side), paragraphs->pdata[i], NULL))
          return TRUE;
    }
  return FALSE;
}

void
agreed_window_go_to_same_row (AgreedWindow *self,
                AgreedRow    *old)
{
  GListModel *rows = G_LIST_MODEL (self->rows);

  for (guint i = 0; old != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      if (row == old || shares_paragraph (row, old))
        {
          agreed_comparison_view_go_to (self->view, i);
          return;
        }
    }
  if (g_list_model_get_n_items (rows) > 0)
    agreed_comparison_view_go_to (self->view, 0);
}

/* The row that holds the paragraph that stood before the row's first one in the older text, or after it where it was the
 * first of all. */
static AgreedParagraph *
find_old_neighbour (AgreedWindow *self,
                    AgreedRow    *row)
{
  AgreedText *older = agreed_project_get_text (self->project, AGREED_SIDE_OLDER);
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER);
  guint n_paragraphs = agreed_text_get_n_paragraphs (older);

  for (guint i = 0; i < n_paragraphs; i++)
    if (paragraphs->len > 0 && agreed_text_get_paragraph (older, i) == paragraphs->pdata[0])
      return i > 0 ? agreed_text_get_paragraph (older, i - 1) : i + 1 < n_paragraphs ? agreed_text_get_paragraph (older, 1) : NULL;
  return NULL;
}

void
agreed_window_follow_move (AgreedWindow *self,
                AgreedRow    *row)
{
  AgreedParagraph *neighbour = find_old_neighbour (self, row);
  guint came_from = agreed_comparison_view_get_current (self->view);
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (neighbour == NULL || !go_to_paragraph (self, neighbour))
    return;
  /* Translators: labels of paragraphs: "PP13 stood beside PP12 in the older text" */
  title = g_strdup_printf (_("%s stood beside %s in the older text"), agreed_row_get_label (row, AGREED_SIDE_OLDER),
                           agreed_paragraph_get_label (neighbour));
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Go Back"));
  adw_toast_set_action_name (toast, "win.go-to");
  adw_toast_set_action_target (toast, "u", came_from);
  adw_toast_overlay_add_toast (self->toasts, toast);
}
