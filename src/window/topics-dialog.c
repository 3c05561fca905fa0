/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topics-dialog.h"

#include "sentences.h"
#include "topic-count.h"
#include "topic-edit.h"
#include "topic-page.h"
#include "topic-row.h"
#include "topics-files.h"

#include <glib/gi18n.h>

struct _AgreedTopicsDialog {
  AdwDialog parent_instance;

  AdwToastOverlay *toasts;
  AdwNavigationView *pages;
  GtkBox *groups;

  AgreedProject *project;
  guint rebuild;
  char *focused; /* the id of the topic whose row takes the focus when the list is made anew */
};

G_DEFINE_FINAL_TYPE (AgreedTopicsDialog, agreed_topics_dialog, ADW_TYPE_DIALOG)

static AgreedTopicSet *
get_topics (AgreedTopicsDialog *self)
{
  return agreed_project_get_topics (self->project);
}

static void
say (AgreedTopicsDialog *self,
     const char         *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
apply (AgreedTopicsDialog *self,
       JsonNode           *set,
       const char         *step)
{
  g_autoptr (GError) error = NULL;

  if (!agreed_project_set_topics (self->project, set, step, 0, &error))
    say (self, error->message);
}

/* The list */

static guint
find_position (AgreedTopicsDialog *self,
               const char         *id)
{
  GListModel *topics = G_LIST_MODEL (get_topics (self));
  guint n = g_list_model_get_n_items (topics);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, i);

      if (g_str_equal (agreed_topic_get_id (topic), id))
        return i;
    }
  return n;
}

/* A topic that is dropped on one of another group is of that group then. */
static void
row_dropped (AgreedTopicsDialog *self,
             const char         *id,
             AgreedTopicRow     *row)
{
  AgreedTopic *target = agreed_topic_set_find (get_topics (self), agreed_topic_row_get_id (row));
  g_autoptr (JsonNode) set = NULL;

  if (target == NULL || agreed_topic_set_find (get_topics (self), id) == NULL)
    return;
  set = agreed_topic_set_to_json (get_topics (self));
  agreed_topic_edit_set_group (set, id, agreed_topic_get_group (target));
  agreed_topic_edit_move (set, id, find_position (self, agreed_topic_get_id (target)));
  g_set_str (&self->focused, id);
  apply (self, set, N_("Move topic"));
}

static gboolean
same_group (AgreedTopic *one,
            AgreedTopic *two)
{
  return g_strcmp0 (agreed_topic_get_group (one), agreed_topic_get_group (two)) == 0;
}

/* To the next place in its own group, which in the set may be farther. */
static void
row_step (AgreedTopicsDialog *self,
          int                 direction,
          AgreedTopicRow     *row)
{
  GListModel *topics = G_LIST_MODEL (get_topics (self));
  const char *id = agreed_topic_row_get_id (row);
  AgreedTopic *topic = agreed_topic_set_find (get_topics (self), id);
  int n = g_list_model_get_n_items (topics);

  for (int i = (int) find_position (self, id) + direction; topic != NULL && i >= 0 && i < n; i += direction)
    {
      g_autoptr (AgreedTopic) other = g_list_model_get_item (topics, i);
      g_autoptr (JsonNode) set = NULL;

      if (!same_group (topic, other))
        continue;
      set = agreed_topic_set_to_json (get_topics (self));
      agreed_topic_edit_move (set, id, i);
      g_set_str (&self->focused, id);
      apply (self, set, N_("Move topic"));
      return;
    }
}

static void
row_activated (AgreedTopicsDialog *self,
               AgreedTopicRow     *row)
{
  agreed_topics_dialog_open (self, agreed_topic_row_get_id (row));
}

static char *
describe_counts (GPtrArray   *counts,
                 AgreedTopic *topic)
{
  guint found[AGREED_N_SIDES] = { 0 };

  for (guint i = 0; i < counts->len; i++)
    if (agreed_topic_count_get_topic (counts->pdata[i]) == topic)
      for (guint side = 0; side < AGREED_N_SIDES; side++)
        found[side] = agreed_topic_count_get (counts->pdata[i], side);
  return agreed_describe_topic_counts (found[AGREED_SIDE_OLDER], found[AGREED_SIDE_NEWER]);
}

static GtkWidget *
create_list (AgreedTopicsDialog *self,
             const char         *group)
{
  GtkWidget *section = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();

  if (group != NULL)
    adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (section), group);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  group != NULL ? group : _("Topics"), -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (section), list);
  gtk_box_append (self->groups, section);
  return list;
}

static void
add_row (AgreedTopicsDialog *self,
         GtkWidget          *list,
         AgreedTopic        *topic,
         GPtrArray          *counts)
{
  g_autofree char *found = describe_counts (counts, topic);
  GtkWidget *row = agreed_topic_row_new (topic, found);

  g_signal_connect_object (row, "dropped", G_CALLBACK (row_dropped), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "step", G_CALLBACK (row_step), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  if (g_strcmp0 (self->focused, agreed_topic_get_id (topic)) == 0)
    gtk_widget_grab_focus (row);
}

static void
show_topics (AgreedTopicsDialog *self)
{
  GListModel *topics = G_LIST_MODEL (get_topics (self));
  g_autoptr (GPtrArray) counts = agreed_topic_count_all (self->project);
  g_autoptr (GHashTable) lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->groups))) != NULL)
    gtk_box_remove (self->groups, child);
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, i);
      const char *group = agreed_topic_get_group (topic);
      GtkWidget *list = g_hash_table_lookup (lists, group != NULL ? group : "");

      if (list == NULL)
        {
          list = create_list (self, group);
          g_hash_table_insert (lists, g_strdup (group != NULL ? group : ""), list);
        }
      add_row (self, list, topic, counts);
    }
  g_clear_pointer (&self->focused, g_free);
}

static gboolean
rebuild (gpointer user_data)
{
  AgreedTopicsDialog *self = user_data;

  self->rebuild = 0;
  show_topics (self);
  return G_SOURCE_REMOVE;
}

static void
topics_changed (AgreedTopicsDialog *self)
{
  if (self->rebuild == 0)
    self->rebuild = g_idle_add (rebuild, self);
}

/* Actions */

static void
add_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AgreedTopicsDialog *self = AGREED_TOPICS_DIALOG (widget);
  g_autoptr (JsonNode) set = agreed_topic_set_to_json (get_topics (self));
  g_autofree char *language = g_strndup (g_get_language_names ()[0], strcspn (g_get_language_names ()[0], "_-.@"));
  g_autofree char *id = agreed_topic_edit_add (set, strlen (language) == 2 ? language : "en", _("New Topic"));

  apply (self, set, N_("Add topic"));
  agreed_topics_dialog_open (self, id);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  AgreedTopicsDialog *self = AGREED_TOPICS_DIALOG (widget);
  AdwToast *toast;

  agreed_project_restore_topics (self->project);
  toast = adw_toast_new (_("The delivered topics are back"));
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
imported (const char *sentence,
          gpointer    user_data)
{
  say (user_data, sentence);
}

static void
file_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedTopicsDialog *self = AGREED_TOPICS_DIALOG (widget);

  if (g_str_equal (name, "topics.import"))
    agreed_topics_files_import (widget, self->project, imported);
  else
    agreed_topics_files_export (widget, self->project, imported);
}

static void
agreed_topics_dialog_dispose (GObject *object)
{
  AgreedTopicsDialog *self = AGREED_TOPICS_DIALOG (object);

  g_clear_handle_id (&self->rebuild, g_source_remove);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_TOPICS_DIALOG);
  G_OBJECT_CLASS (agreed_topics_dialog_parent_class)->dispose (object);
}

static void
agreed_topics_dialog_finalize (GObject *object)
{
  g_free (AGREED_TOPICS_DIALOG (object)->focused);
  G_OBJECT_CLASS (agreed_topics_dialog_parent_class)->finalize (object);
}

/* What was typed just now is not lost by closing. */
static void
agreed_topics_dialog_closed (AdwDialog *dialog)
{
  AdwNavigationPage *page = adw_navigation_view_get_visible_page (AGREED_TOPICS_DIALOG (dialog)->pages);

  if (AGREED_IS_TOPIC_PAGE (page))
    agreed_topic_page_commit (AGREED_TOPIC_PAGE (page));
}

static void
agreed_topics_dialog_class_init (AgreedTopicsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_topics_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = agreed_topics_dialog_finalize;
  ADW_DIALOG_CLASS (klass)->closed = agreed_topics_dialog_closed;

  gtk_widget_class_install_action (widget_class, "topics.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "topics.restore", NULL, restore_action);
  gtk_widget_class_install_action (widget_class, "topics.import", NULL, file_action);
  gtk_widget_class_install_action (widget_class, "topics.export", NULL, file_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/topics-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicsDialog, toasts);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicsDialog, pages);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicsDialog, groups);
  gtk_widget_class_bind_template_callback (widget_class, topics_changed);
}

static void
agreed_topics_dialog_init (AgreedTopicsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
agreed_topics_dialog_new (AgreedProject *project)
{
  AgreedTopicsDialog *self = g_object_new (AGREED_TYPE_TOPICS_DIALOG, NULL);

  self->project = g_object_ref (project);
  g_signal_connect_object (get_topics (self), "items-changed", G_CALLBACK (topics_changed), self, G_CONNECT_SWAPPED);
  show_topics (self);
  return ADW_DIALOG (self);
}

void
agreed_topics_dialog_open (AgreedTopicsDialog *self,
                           const char         *id)
{
  g_return_if_fail (AGREED_IS_TOPICS_DIALOG (self));

  if (agreed_topic_set_find (get_topics (self), id) == NULL)
    return;
  adw_navigation_view_push (self->pages, agreed_topic_page_new (self->project, id));
}
