/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "topic-overview.h"
#include "topics-dialog.h"

#include <glib/gi18n.h>

/* Topics are counted again when tags change, once for all the changes of an edit. */

static gboolean
show_topics (gpointer user_data)
{
  AgreedWindow *self = user_data;

  self->tags_idle = 0;
  agreed_sidebar_show_topics (self->sidebar, self->project);
  agreed_row_filter_refresh (self->filter);
  agreed_window_update_actions (self);
  return G_SOURCE_REMOVE;
}

void
agreed_window_count_topics (AgreedWindow *self)
{
  if (self->tags_idle == 0)
    self->tags_idle = g_idle_add (show_topics, self);
}

static gpointer
map_to_tags (gpointer paragraph,
             gpointer user_data)
{
  GListStore *tags = g_object_ref (agreed_paragraph_get_tags (paragraph));

  g_object_unref (paragraph);
  return tags;
}

void
agreed_window_watch_tags (AgreedWindow *self)
{
  GListStore *lists = g_list_store_new (G_TYPE_LIST_MODEL);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      AgreedText *text = agreed_project_get_text (self->project, side);

      if (text != NULL)
        {
          g_autoptr (GtkMapListModel) tags =
            gtk_map_list_model_new (g_object_ref (G_LIST_MODEL (text)), map_to_tags, NULL, NULL);
          g_autoptr (GtkFlattenListModel) flat = gtk_flatten_list_model_new (g_object_ref (G_LIST_MODEL (tags)));

          g_list_store_append (lists, flat);
        }
    }
  g_clear_object (&self->tags);
  self->tags = G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (lists)));
  g_signal_connect_object (self->tags, "items-changed", G_CALLBACK (agreed_window_count_topics), self, G_CONNECT_SWAPPED);
}

void
agreed_window_fill_topics_menu (AgreedWindow *self)
{
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (self->project));

  g_menu_remove_all (self->topics_menu);
  g_menu_append (self->topics_menu, _("Any Topic"), "win.filter-topic::");
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (agreed_topic_get_display_name (topic), NULL);

      g_menu_item_set_action_and_target (item, "win.filter-topic", "s", agreed_topic_get_id (topic));
      g_menu_append_item (self->topics_menu, item);
    }
}

static void
topics_changed (AgreedWindow *self)
{
  agreed_window_fill_topics_menu (self);
  agreed_window_count_topics (self);
}

void
agreed_window_watch_topics (AgreedWindow *self)
{
  AgreedTopicSet *topics = agreed_project_get_topics (self->project);

  g_signal_connect_object (topics, "items-changed", G_CALLBACK (topics_changed), self, G_CONNECT_SWAPPED);
  agreed_window_fill_topics_menu (self);
}

void
agreed_window_topics_action (GtkWidget  *widget,
                             const char *name,
                             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AdwDialog *dialog = agreed_topics_dialog_new (self->project);

  if (parameter != NULL)
    agreed_topics_dialog_open (AGREED_TOPICS_DIALOG (dialog), g_variant_get_string (parameter, NULL));
  adw_dialog_present (dialog, widget);
}

static gboolean
is_shown (AgreedWindow *self,
          AgreedRow    *row)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->rows)); i++)
    {
      g_autoptr (AgreedRow) shown = g_list_model_get_item (G_LIST_MODEL (self->rows), i);

      if (shown == row)
        return TRUE;
    }
  return FALSE;
}

/* What a filter hides is shown again: whoever chose the row wants to see it. */
static void
overview_row_chosen (AgreedWindow *self,
                     AgreedRow    *row,
                     AdwDialog    *dialog)
{
  if (!is_shown (self, row))
    agreed_row_filter_clear (self->filter);
  agreed_window_go_to_same_row (self, row);
  adw_dialog_close (dialog);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
agreed_window_read_topics_action (GtkWidget  *widget,
                                  const char *name,
                                  GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  const char *id = parameter != NULL ? g_variant_get_string (parameter, NULL) : agreed_row_filter_get_topic (self->filter);
  AdwDialog *dialog = agreed_topic_overview_new (self->project, id);

  g_signal_connect_object (dialog, "row-chosen", G_CALLBACK (overview_row_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

void
agreed_window_decide_text_action (GtkWidget  *widget,
                                  const char *name,
                                  GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedText *text = agreed_project_get_text (self->project, g_str_has_suffix (name, "-older") ? AGREED_SIDE_OLDER
                                                                                               : AGREED_SIDE_NEWER);

  if (text != NULL)
    agreed_project_decide_all (self->project, NULL, text,
                               g_str_has_prefix (name, "win.accept") ? AGREED_TAG_ACCEPTED : AGREED_TAG_DISMISSED);
}
