/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include <glib/gi18n.h>

/* The texts of the project: which two are compared, and a third one beside them, the earliest of the three. */

/* Of the comparison, in pixels: three columns that read well. */
#define LEAST_WIDTH 960

static const char *const names[AGREED_N_TEXTS] = { "older-text", "newer-text", "earliest-text" };

typedef gboolean (*TextTest) (AgreedText *text,
                              gpointer    data);

static AgreedText *
find_text (AgreedWindow *self,
           TextTest      test,
           gpointer      data)
{
  GListModel *documents = agreed_project_get_documents (self->project);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, i);

      for (guint j = 0; j < agreed_document_get_n_texts (document); j++)
        if (test (agreed_document_get_text (document, j), data))
          return agreed_document_get_text (document, j);
    }
  return NULL;
}

static gboolean
has_id (AgreedText *text,
        gpointer    id)
{
  return g_strcmp0 (agreed_text_get_id (text), id) == 0;
}

AgreedText *
agreed_window_find_text (AgreedWindow *self,
                         const char   *id)
{
  return find_text (self, has_id, (gpointer) id);
}

/* A text that is shown already changes places with the one that stood there: three times the same would tell nothing. */
void
agreed_window_take_text (AgreedWindow *self,
                         AgreedSide    side,
                         AgreedText   *text)
{
  AgreedText *former = agreed_project_get_text (self->project, side);

  g_object_freeze_notify (G_OBJECT (self->project));
  for (guint other = 0; other < AGREED_N_TEXTS; other++)
    if (other != side && (side == AGREED_SIDE_EARLIEST || other == AGREED_SIDE_EARLIEST)
        && agreed_project_get_text (self->project, other) == text)
      agreed_project_set_text (self->project, other, former);
  agreed_project_set_text (self->project, side, text);
  g_object_thaw_notify (G_OBJECT (self->project));
}

/* The texts are chosen by stateful actions, so that the menus show which ones they are. */
static void
change_text (GSimpleAction *action,
             GVariant      *value,
             gpointer       user_data)
{
  AgreedWindow *self = AGREED_WINDOW (user_data);
  AgreedText *text = agreed_window_find_text (self, g_variant_get_string (value, NULL));

  for (guint side = 0; text != NULL && side < AGREED_N_TEXTS; side++)
    if (g_str_equal (g_action_get_name (G_ACTION (action)), names[side]))
      agreed_window_take_text (self, side, text);
  agreed_window_update_actions (self);
}

/* The third text */

/* What is looked for: a text that is not shown yet, and of several the one nearest before the older text. */
typedef struct {
  AgreedProject *project;
  AgreedText *best;
} Search;

static gboolean
is_better (Search     *search,
           AgreedText *text)
{
  AgreedText *older = agreed_project_get_text (search->project, AGREED_SIDE_OLDER);
  gboolean is_before = agreed_text_compare_age (text, older) <= 0;
  gboolean best_is_before;

  if (search->best == NULL)
    return TRUE;
  best_is_before = agreed_text_compare_age (search->best, older) <= 0;
  if (is_before != best_is_before)
    return is_before;
  return agreed_text_compare_age (text, search->best) > 0;
}

static gboolean
look_at (AgreedText *text,
         gpointer    data)
{
  Search *search = data;

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    if (agreed_project_get_text (search->project, side) == text)
      return FALSE;
  if (agreed_text_get_annex (text) == NULL && is_better (search, text))
    search->best = text;
  return FALSE;
}

/* One that is newer than both takes their places: the three stand in the order of time. */
static void
show_third (AgreedWindow *self,
            AgreedText   *text)
{
  AgreedText *older = agreed_project_get_text (self->project, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_project_get_text (self->project, AGREED_SIDE_NEWER);

  if (agreed_text_compare_age (text, newer) <= 0)
    {
      agreed_project_set_text (self->project, AGREED_SIDE_EARLIEST, text);
      return;
    }
  g_object_freeze_notify (G_OBJECT (self->project));
  agreed_project_set_text (self->project, AGREED_SIDE_EARLIEST, older);
  agreed_project_set_text (self->project, AGREED_SIDE_OLDER, newer);
  agreed_project_set_text (self->project, AGREED_SIDE_NEWER, text);
  g_object_thaw_notify (G_OBJECT (self->project));
}

/* Three columns beside two panes would be read word by word. */
static void
make_room (AgreedWindow *self)
{
  if (gtk_widget_get_width (GTK_WIDGET (self->view)) < LEAST_WIDTH
      && !adw_overlay_split_view_get_collapsed (self->inspector_split))
    agreed_window_hide_for_now (self->inspector_split);
}

/* Where the project has no third text, a file is asked for. */
static void
change_three (GSimpleAction *action,
              GVariant      *value,
              gpointer       user_data)
{
  AgreedWindow *self = AGREED_WINDOW (user_data);
  Search search = { self->project, NULL };

  if (agreed_project_get_comparison (self->project) == NULL)
    return;
  if (!g_variant_get_boolean (value))
    {
      agreed_project_set_text (self->project, AGREED_SIDE_EARLIEST, NULL);
      return;
    }
  g_object_set (self, "one-column", FALSE, NULL);
  make_room (self);
  find_text (self, look_at, &search);
  if (search.best != NULL)
    show_third (self, search.best);
  else
    agreed_window_choose_text (self, AGREED_SIDE_EARLIEST);
}

void
agreed_window_place_beside (AgreedWindow   *self,
                            AgreedDocument *document,
                            AgreedSide      side)
{
  AgreedText *text = agreed_document_find_text (document, NULL);
  g_autofree char *title = NULL;
  AdwToast *toast;

  if (side == AGREED_SIDE_EARLIEST)
    {
      agreed_window_take_text (self, side, text);
      return;
    }
  /* Translators: a text's symbol */
  title = g_strdup_printf (_("%s is in the project: choose it above a column"), agreed_text_get_display_name (text));
  toast = adw_toast_new (title);
  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What is shown of it */

/* In a window without room for three columns the two newer texts are shown, as if they were all, and a sentence says so;
 * whoever asks for one column does not expect three. */
static void
show_room (gpointer user_data)
{
  AgreedWindow *self = user_data;
  AgreedText *earliest = agreed_project_get_text (self->project, AGREED_SIDE_EARLIEST);
  int x, width;
  gboolean shows_three = earliest != NULL && agreed_comparison_view_get_column (self->view, AGREED_SIDE_EARLIEST, &x, &width);

  self->room_idle = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->earliest_head), shows_three);
  adw_banner_set_revealed (self->no_room_banner, earliest != NULL && !shows_three && !self->one_column);
  if (self->shows_three == shows_three)
    return;
  self->shows_three = shows_three;
  agreed_window_order_again (self);
}

/* The view tells while it is given its size, when nothing may change: hence later. */
static void
place_changed (AgreedWindow *self)
{
  if (self->room_idle == 0)
    self->room_idle = g_idle_add_once (show_room, self);
}

void
agreed_window_show_texts (AgreedWindow *self)
{
  const char *languages[AGREED_N_TEXTS] = { NULL };

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      AgreedText *text = agreed_project_get_text (self->project, side);

      languages[side] = text != NULL ? agreed_text_get_language (text) : NULL;
      agreed_comparison_view_set_footnotes (self->view, side, text != NULL ? agreed_text_get_footnotes (text) : NULL);
    }
  g_object_set (self->view, "older-language", languages[AGREED_SIDE_OLDER], "newer-language",
                languages[AGREED_SIDE_NEWER], "earliest-language", languages[AGREED_SIDE_EARLIEST], "three-columns",
                agreed_project_get_text (self->project, AGREED_SIDE_EARLIEST) != NULL, NULL);
  agreed_sidebar_set_languages (self->sidebar, languages[AGREED_SIDE_OLDER], languages[AGREED_SIDE_NEWER]);
}

void
agreed_window_update_texts (AgreedWindow *self)
{
  gboolean compared = agreed_project_get_comparison (self->project) != NULL;
  GAction *three = g_action_map_lookup_action (G_ACTION_MAP (self), "three-texts");

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), names[side]);
      AgreedText *text = agreed_project_get_text (self->project, side);
      const char *id = text != NULL ? agreed_text_get_id (text) : NULL;

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (id != NULL ? id : ""));
    }
  g_simple_action_set_enabled (G_SIMPLE_ACTION (three), compared);
  g_simple_action_set_state (
    G_SIMPLE_ACTION (three),
    g_variant_new_boolean (compared && agreed_project_get_text (self->project, AGREED_SIDE_EARLIEST) != NULL));
}

static void
add_action (AgreedWindow *self,
            const char   *name,
            GVariant     *state,
            GCallback     change)
{
  const GVariantType *parameter =
    g_variant_is_of_type (state, G_VARIANT_TYPE_STRING) ? G_VARIANT_TYPE_STRING : NULL;
  g_autoptr (GSimpleAction) action = g_simple_action_new_stateful (name, parameter, state);

  g_signal_connect_object (action, "change-state", change, self, G_CONNECT_DEFAULT);
  g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
}

void
agreed_window_init_texts (AgreedWindow *self)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    add_action (self, names[side], g_variant_new_string (""), G_CALLBACK (change_text));
  add_action (self, "three-texts", g_variant_new_boolean (FALSE), G_CALLBACK (change_three));
  g_signal_connect_object (self->view, "place-changed", G_CALLBACK (place_changed), self, G_CONNECT_SWAPPED);
}
