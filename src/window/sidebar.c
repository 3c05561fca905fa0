/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sidebar.h"

#include "outline-row.h"
#include "sentences.h"
#include "topic-count.h"

#include <glib/gi18n.h>

enum {
  ROW_CHOSEN,
  N_SIGNALS,
};

struct _AgreedSidebar {
  AdwBin parent_instance;

  GtkLabel *summary;
  GtkListView *outline;
  GtkSingleSelection *selection;
  GtkListBox *topic_list;
  AdwViewStack *stack;

  AgreedProject *uncounted; /* whose topics are to be listed once they are looked at, or NULL */
  AgreedRowFilter *filter;
  char *languages[AGREED_N_SIDES];
};

G_DEFINE_FINAL_TYPE (AgreedSidebar, agreed_sidebar, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           AgreedSidebar            *self)
{
  gtk_list_item_set_child (item, agreed_outline_row_new ());
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          AgreedSidebar            *self)
{
  AgreedRow *row = gtk_list_item_get_item (item);
  g_autofree char *label = agreed_outline_row_describe (row);
  AgreedSide side = *agreed_row_get_label (row, AGREED_SIDE_NEWER) != '\0' ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;

  agreed_outline_row_set_row (AGREED_OUTLINE_ROW (gtk_list_item_get_child (item)), row, self->languages[side]);
  gtk_list_item_set_accessible_label (item, label);
}

static void
outline_activated (AgreedSidebar *self,
                   guint          position)
{
  g_signal_emit (self, signals[ROW_CHOSEN], 0, position);
}

static void
topic_activated (AgreedSidebar *self,
                 GtkListBoxRow *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "topic");

  if (self->filter == NULL)
    return;
  if (g_str_equal (agreed_row_filter_get_topic (self->filter), id))
    id = "";
  agreed_row_filter_set_topic (self->filter, id);
}

/* A check stands at the topic that the rows are filtered by. */
static void
show_filtered_topic (AgreedSidebar *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->topic_list, i)) != NULL; i++)
    {
      GtkWidget *check = g_object_get_data (G_OBJECT (row), "check");
      gboolean chosen = self->filter != NULL
                        && g_str_equal (agreed_row_filter_get_topic (self->filter),
                                        g_object_get_data (G_OBJECT (row), "topic"));

      gtk_widget_set_opacity (check, chosen ? 1 : 0);
      if (chosen)
        gtk_widget_add_css_class (GTK_WIDGET (row), "chosen-topic");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "chosen-topic");
    }
}

static GtkWidget *
create_topic_row (AgreedTopicCount *count)
{
  AgreedTopic *topic = agreed_topic_count_get_topic (count);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  g_autofree char *counts = agreed_describe_topic_counts (agreed_topic_count_get (count, AGREED_SIDE_OLDER),
                                                          agreed_topic_count_get (count, AGREED_SIDE_NEWER));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), agreed_topic_get_display_name (topic));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), counts);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), check);
  gtk_widget_set_tooltip_text (row, agreed_topic_get_description (topic, pango_language_to_string (gtk_get_default_language ())));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "topic", g_strdup (agreed_topic_get_id (topic)), g_free);
  g_object_set_data (G_OBJECT (row), "check", check);
  return row;
}

/* The list stands on a page that most people never turn to; its rows cost as much as the rest of a window's first frame. */
static void
list_topics (AgreedSidebar *self)
{
  g_autoptr (AgreedProject) project = g_steal_pointer (&self->uncounted);
  g_autoptr (GPtrArray) counts = NULL;

  if (project == NULL)
    return;

  counts = agreed_topic_count_all (project);
  gtk_list_box_remove_all (self->topic_list);
  for (guint i = 0; i < counts->len; i++)
    gtk_list_box_append (self->topic_list, create_topic_row (counts->pdata[i]));
  show_filtered_topic (self);
}

static void
agreed_sidebar_dispose (GObject *object)
{
  AgreedSidebar *self = AGREED_SIDEBAR (object);

  g_clear_object (&self->uncounted);
  g_clear_object (&self->filter);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_SIDEBAR);
  G_OBJECT_CLASS (agreed_sidebar_parent_class)->dispose (object);
}

static void
agreed_sidebar_finalize (GObject *object)
{
  AgreedSidebar *self = AGREED_SIDEBAR (object);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_free (self->languages[side]);
  G_OBJECT_CLASS (agreed_sidebar_parent_class)->finalize (object);
}

static void
agreed_sidebar_class_init (AgreedSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_sidebar_dispose;
  G_OBJECT_CLASS (klass)->finalize = agreed_sidebar_finalize;

  signals[ROW_CHOSEN] = g_signal_new ("row-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedSidebar, summary);
  gtk_widget_class_bind_template_child (widget_class, AgreedSidebar, outline);
  gtk_widget_class_bind_template_child (widget_class, AgreedSidebar, selection);
  gtk_widget_class_bind_template_child (widget_class, AgreedSidebar, topic_list);
  gtk_widget_class_bind_template_child (widget_class, AgreedSidebar, stack);
  gtk_widget_class_bind_template_callback (widget_class, setup_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, outline_activated);
  gtk_widget_class_bind_template_callback (widget_class, topic_activated);
}

static void
agreed_sidebar_init (AgreedSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (self->topic_list, "map", G_CALLBACK (list_topics), self);
}

void
agreed_sidebar_set_rows (AgreedSidebar *self,
                         GListModel    *rows)
{
  g_return_if_fail (AGREED_IS_SIDEBAR (self));

  gtk_single_selection_set_model (self->selection, rows);
}

void
agreed_sidebar_set_filter (AgreedSidebar   *self,
                           AgreedRowFilter *filter)
{
  g_return_if_fail (AGREED_IS_SIDEBAR (self));
  g_return_if_fail (self->filter == NULL);

  self->filter = g_object_ref (filter);
  g_signal_connect_object (filter, "notify::topic", G_CALLBACK (show_filtered_topic), self, G_CONNECT_SWAPPED);
}

void
agreed_sidebar_set_languages (AgreedSidebar *self,
                              const char    *older,
                              const char    *newer)
{
  g_return_if_fail (AGREED_IS_SIDEBAR (self));

  g_set_str (&self->languages[AGREED_SIDE_OLDER], older);
  g_set_str (&self->languages[AGREED_SIDE_NEWER], newer);
}

void
agreed_sidebar_set_summary (AgreedSidebar *self,
                            const char    *summary)
{
  g_return_if_fail (AGREED_IS_SIDEBAR (self));

  gtk_label_set_label (self->summary, summary != NULL ? summary : "");
}

void
agreed_sidebar_set_current (AgreedSidebar *self,
                            guint          position)
{
  g_return_if_fail (AGREED_IS_SIDEBAR (self));

  if (gtk_single_selection_get_selected (self->selection) == position)
    return;
  gtk_single_selection_set_selected (self->selection, position);
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->selection)) && gtk_widget_get_mapped (GTK_WIDGET (self->outline)))
    gtk_list_view_scroll_to (self->outline, position, GTK_LIST_SCROLL_NONE, NULL);
}

void
agreed_sidebar_show_page (AgreedSidebar *self,
                          const char    *name)
{
  g_return_if_fail (AGREED_IS_SIDEBAR (self));

  adw_view_stack_set_visible_child_name (self->stack, name);
  gtk_widget_child_focus (adw_view_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
}

void
agreed_sidebar_show_topics (AgreedSidebar *self,
                            AgreedProject *project)
{
  g_return_if_fail (AGREED_IS_SIDEBAR (self));
  g_return_if_fail (AGREED_IS_PROJECT (project));

  g_set_object (&self->uncounted, project);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->topic_list)))
    list_topics (self);
}
