/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include <glib/gi18n.h>

/* Finding rows by their paragraphs: after the rows were made anew, and where a moved one came from. */

static gboolean
row_holds (AgreedRow       *row,
           AgreedParagraph *paragraph)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    if (g_ptr_array_find (agreed_row_get_paragraphs (row, side), paragraph, NULL))
      return TRUE;
  return FALSE;
}

/* @jump: whether the way there is to be remembered */
static gboolean
go_to_paragraph (AgreedWindow    *self,
                 AgreedParagraph *paragraph,
                 gboolean         jump)
{
  GListModel *rows = G_LIST_MODEL (self->rows);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      if (!row_holds (row, paragraph))
        continue;
      if (jump)
        agreed_comparison_view_jump_to (self->view, i);
      else
        agreed_comparison_view_go_to (self->view, i);
      return TRUE;
    }
  return FALSE;
}

static gboolean
shares_paragraph (AgreedRow *row,
                  AgreedRow *other)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
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
          agreed_comparison_view_stay_at (self->view, i);
          return;
        }
    }
  agreed_comparison_view_start (self->view);
}

/* The older paragraph that is no longer where it was in the order. */
static AgreedParagraph *
find_moved (AgreedRow *row)
{
  GPtrArray *links = agreed_row_get_links (row);

  for (guint i = 0; i < links->len; i++)
    if (agreed_link_get_moved (links->pdata[i]))
      return agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_OLDER);
  return NULL;
}

/* The paragraph of another row that stood before this one in the older text, or after it where there was none. */
static AgreedParagraph *
find_old_neighbour (AgreedWindow    *self,
                    AgreedRow       *row,
                    AgreedParagraph *moved)
{
  AgreedText *older = agreed_project_get_text (self->project, AGREED_SIDE_OLDER);
  AgreedParagraph *before = NULL;
  gboolean seen = FALSE;

  for (guint i = 0; i < agreed_text_get_n_paragraphs (older); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (older, i);

      seen |= paragraph == moved;
      if (seen && before != NULL)
        return before;
      if (row_holds (row, paragraph))
        continue;
      if (seen)
        return paragraph;
      before = paragraph;
    }
  return NULL;
}

/* Where the filter hides the paragraph's row, everything is shown again: whoever asks for it wants to see it. */
static gboolean
show_paragraph (AgreedWindow    *self,
                AgreedParagraph *paragraph,
                gboolean         jump)
{
  if (go_to_paragraph (self, paragraph, jump))
    return TRUE;
  agreed_row_filter_clear (self->filter);
  return go_to_paragraph (self, paragraph, jump);
}

gboolean
agreed_window_show_paragraph (AgreedWindow    *self,
                              AgreedParagraph *paragraph)
{
  return show_paragraph (self, paragraph, FALSE);
}

gboolean
agreed_window_jump_to_paragraph (AgreedWindow    *self,
                                 AgreedParagraph *paragraph)
{
  return show_paragraph (self, paragraph, TRUE);
}

void
agreed_window_follow_move (AgreedWindow *self,
                           AgreedRow    *row)
{
  AgreedParagraph *moved = find_moved (row);
  AgreedParagraph *neighbour = moved != NULL ? find_old_neighbour (self, row, moved) : NULL;
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (neighbour == NULL || !show_paragraph (self, neighbour, TRUE))
    return;
  /* Translators: labels of paragraphs: "PP13 stood beside PP12 in the older text" */
  title = g_strdup_printf (_("%s stood beside %s in the older text"), agreed_paragraph_get_label (moved),
                           agreed_paragraph_get_label (neighbour));
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_button_label (toast, _("Go Back"));
  adw_toast_set_action_name (toast, "win.back");
  adw_toast_overlay_add_toast (self->toasts, toast);
}
