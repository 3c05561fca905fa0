/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "announce.h"
#include "sentences.h"

#include <glib/gi18n.h>

typedef enum {
  PROP_PROJECT = 1,
  PROP_ONE_COLUMN,
  PROP_NARROW,
  PROP_BUSY,
} AgreedWindowProperty;

G_DEFINE_FINAL_TYPE (AgreedWindow, agreed_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[PROP_BUSY + 1];

/* What is shown of the state */

gboolean
agreed_window_has_unsaved (AgreedWindow *self)
{
  return agreed_project_get_unsaved (self->project);
}

static char *
get_project_name (AgreedWindow *self)
{
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  if (name == NULL)
    return g_strdup (_("Agreed Language"));
  if (g_str_has_suffix (name, ".agreed"))
    name[strlen (name) - strlen (".agreed")] = '\0';
  return g_filename_display_name (name);
}

void
agreed_window_update_title (AgreedWindow *self)
{
  g_autofree char *name = get_project_name (self);
  g_autofree char *title = NULL;

  if (agreed_window_has_unsaved (self))
    {
      /* Translators: a project's name with the sign that it has unsaved changes */
      char *marked = g_strdup_printf (_("• %s"), name);

      g_free (name);
      name = marked;
    }
  adw_window_title_set_title (self->title, name);
  /* Translators: a project's name and the application's */
  title = self->file != NULL ? g_strdup_printf (_("%s – Agreed Language"), name) : g_strdup (name);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

/* The number of changes is short enough for any window; what they are stands over the outline. */
static void
show_summary (AgreedWindow *self)
{
  AgreedComparison *comparison = agreed_project_get_comparison (self->project);
  guint n_rows = comparison != NULL ? g_list_model_get_n_items (G_LIST_MODEL (comparison)) : 0;
  guint changed = 0;
  g_autofree char *summary = NULL, *count = NULL;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      changed += !g_str_equal (agreed_row_get_mark (row), "unchanged");
    }
  if (comparison != NULL)
    {
      summary = agreed_summary_describe (agreed_comparison_get_summary (comparison));
      count = changed > 0 ? g_strdup_printf (ngettext ("%u change", "%u changes", changed), changed) : g_strdup (summary);
    }
  adw_window_title_set_subtitle (self->title, count != NULL ? count : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), summary);
  agreed_sidebar_set_summary (self->sidebar, summary);
}

static void
update_filter_banner (AgreedWindow *self)
{
  g_autofree char *kinds = agreed_row_filter_describe (self->filter);
  const char *id = agreed_row_filter_get_topic (self->filter);
  AgreedTopic *topic = agreed_topic_set_find (agreed_project_get_topics (self->project), id);
  guint shown = g_list_model_get_n_items (G_LIST_MODEL (self->rows));
  GListModel *all = gtk_filter_list_model_get_model (self->rows);
  guint n_rows = all != NULL ? g_list_model_get_n_items (all) : 0;
  const char *topic_name = topic != NULL ? agreed_topic_get_display_name (topic) : NULL;
  g_autofree char *title = NULL;

  if (*kinds != '\0' && topic_name != NULL)
    /* Translators: the last two are kinds of change and the name of a topic */
    title = g_strdup_printf (_("%u of %u rows shown: %s · %s"), shown, n_rows, kinds, topic_name);
  else
    /* Translators: the last is kinds of change or the name of a topic */
    title = g_strdup_printf (_("%u of %u rows shown: %s"), shown, n_rows, topic_name != NULL ? topic_name : kinds);
  if (agreed_row_filter_get_active (self->filter))
    adw_banner_set_title (self->filter_banner, title);
  adw_banner_set_revealed (self->filter_banner, agreed_row_filter_get_active (self->filter));
}

void
agreed_window_update_columns (AgreedWindow *self)
{
  agreed_comparison_view_set_one_column (self->view, self->one_column || self->narrow);
}

/* The row at hand */

AgreedRow *
agreed_window_get_current_row (AgreedWindow *self)
{
  g_autoptr (AgreedRow) row = NULL;

  g_return_val_if_fail (AGREED_IS_WINDOW (self), NULL);

  row = g_list_model_get_item (G_LIST_MODEL (self->rows), agreed_comparison_view_get_current (self->view));
  /* The comparison keeps it. */
  return row;
}

static void
current_changed (AgreedWindow *self)
{
  agreed_sidebar_set_current (self->sidebar, agreed_comparison_view_get_current (self->view));
  agreed_inspector_set_row (self->inspector, self->project, agreed_window_get_current_row (self));
  agreed_window_update_actions (self);
}

/* The project */

static void
comparison_changed (AgreedWindow *self)
{
  AgreedComparison *comparison = agreed_project_get_comparison (self->project);
  AgreedRow *current = agreed_window_get_current_row (self);
  g_autoptr (AgreedRow) old = current != NULL ? g_object_ref (current) : NULL;

  agreed_inspector_commit (self->inspector);
  if (comparison != NULL)
    {
      agreed_window_show_texts (self);
      agreed_window_watch_tags (self);
    }
  agreed_window_order_rows (self);
  if (comparison != NULL && g_str_equal (gtk_stack_get_visible_child_name (self->stack), "start"))
    {
      gtk_stack_set_visible_child_name (self->stack, "comparison");
      gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }
  else if (comparison == NULL)
    gtk_stack_set_visible_child_name (self->stack, "start");
  if (comparison != NULL)
    {
      agreed_window_go_to_same_row (self, old);
      agreed_window_count_topics (self);
    }
  current_changed (self);
  show_summary (self);
  agreed_window_update_title (self);
}

static void
rows_changed (AgreedWindow *self)
{
  update_filter_banner (self);
  current_changed (self);
}

static void
filter_changed (AgreedWindow *self)
{
  if (agreed_comparison_view_get_current (self->view) >= g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    agreed_window_go_to_same_row (self, NULL);
  rows_changed (self);
}

static void
history_changed (AgreedWindow *self)
{
  agreed_window_update_title (self);
  agreed_window_update_actions (self);
}

void
agreed_window_set_file (AgreedWindow *self,
                        GFile        *file)
{
  g_set_object (&self->file, file);
  agreed_window_watch_file (self);
  agreed_window_update_title (self);
  agreed_window_update_actions (self);
}

void
agreed_window_set_project (AgreedWindow  *self,
                           AgreedProject *project,
                           GFile         *file)
{
  g_return_if_fail (AGREED_IS_WINDOW (self));
  g_return_if_fail (AGREED_IS_PROJECT (project));
  g_return_if_fail (file == NULL || G_IS_FILE (file));

  agreed_row_filter_clear (self->filter);
  agreed_window_forget_jumps (self);
  g_set_object (&self->project, project);
  g_set_object (&self->file, file);
  if (file == NULL)
    agreed_project_forget_file (project);
  agreed_window_keep_work (self, NULL);
  g_signal_group_set_target (self->project_signals, project);
  agreed_start_page_set_project (self->start_page, project);
  agreed_column_head_set_project (self->older_head, project);
  agreed_column_head_set_project (self->newer_head, project);
  agreed_column_head_set_project (self->earliest_head, project);
  agreed_window_watch_topics (self);
  comparison_changed (self);
  history_changed (self);
  agreed_window_watch_file (self);
  agreed_project_suggest_in_idle (project);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROJECT]);
}

/* Messages */

void
agreed_window_say (AgreedWindow *self,
                   const char   *sentence)
{
  AdwBanner *banners[] = { self->banner, self->start_banner };

  for (guint i = 0; i < G_N_ELEMENTS (banners); i++)
    {
      if (sentence != NULL)
        adw_banner_set_title (banners[i], sentence);
      adw_banner_set_revealed (banners[i], sentence != NULL);
    }
  /* A banner comes in silently. */
  if (sentence != NULL)
    agreed_announce (GTK_ACCESSIBLE (self), sentence);
}

const char *
agreed_window_get_message (AgreedWindow *self)
{
  g_return_val_if_fail (AGREED_IS_WINDOW (self), NULL);

  return adw_banner_get_revealed (self->banner) ? adw_banner_get_title (self->banner) : NULL;
}

static void
dismiss_message (AgreedWindow *self)
{
  agreed_window_say (self, NULL);
}

void
agreed_window_add_loading (AgreedWindow *self,
                           int           change)
{
  gboolean was_busy = self->n_loading > 0;

  self->n_loading += change;
  if ((self->n_loading > 0) != was_busy)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* What children ask for */

static void
row_chosen (AgreedWindow *self,
            guint         position)
{
  agreed_comparison_view_jump_to (self->view, position);
  if (adw_overlay_split_view_get_collapsed (self->sidebar_split))
    adw_overlay_split_view_set_show_sidebar (self->sidebar_split, FALSE);
}

static void
start_files_dropped (AgreedWindow *self,
                     guint         side,
                     GPtrArray    *files)
{
  g_autofree char *name = g_file_get_basename (files->pdata[0]);

  if (files->len > 1 || g_str_has_suffix (name, ".agreed"))
    agreed_window_open_files (self, files, FALSE);
  else
    agreed_window_open_text (self, files->pdata[0], side);
}

static void
older_dropped (AgreedWindow *self,
               GPtrArray    *files)
{
  start_files_dropped (self, AGREED_SIDE_OLDER, files);
}

static void
newer_dropped (AgreedWindow *self,
               GPtrArray    *files)
{
  start_files_dropped (self, AGREED_SIDE_NEWER, files);
}

static void
project_chosen (AgreedWindow *self,
                GFile        *file)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_ptr_array_add (files, file);
  agreed_window_open_files (self, files, TRUE);
}

static void
tag_activated (AgreedWindow    *self,
               AgreedParagraph *paragraph)
{
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
}

static gboolean
agreed_window_close_request (GtkWindow *window)
{
  AgreedWindow *self = AGREED_WINDOW (window);

  agreed_inspector_commit (self->inspector);
  if (agreed_window_has_unsaved (self))
    {
      agreed_window_ask_to_close (self);
      return GDK_EVENT_STOP;
    }
  agreed_window_forget_work (self);
  g_cancellable_cancel (self->cancellable);
  agreed_reading_toast_stop (self->readings);
  return GTK_WINDOW_CLASS (agreed_window_parent_class)->close_request (window);
}

static void
agreed_window_get_property (GObject    *object,
                            guint       prop_id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  AgreedWindow *self = AGREED_WINDOW (object);

  switch ((AgreedWindowProperty) prop_id)
    {
    case PROP_PROJECT:
      g_value_set_object (value, self->project);
      break;
    case PROP_ONE_COLUMN:
      g_value_set_boolean (value, self->one_column);
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_BUSY:
      g_value_set_boolean (value, agreed_window_get_busy (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_window_set_property (GObject      *object,
                            guint         prop_id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  AgreedWindow *self = AGREED_WINDOW (object);
  gboolean *field;

  switch ((AgreedWindowProperty) prop_id)
    {
    case PROP_ONE_COLUMN:
    case PROP_NARROW:
      field = prop_id == PROP_NARROW ? &self->narrow : &self->one_column;
      if (*field == g_value_get_boolean (value))
        break;
      *field = g_value_get_boolean (value);
      agreed_window_update_columns (self);
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_PROJECT:
    case PROP_BUSY:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_window_dispose (GObject *object)
{
  AgreedWindow *self = AGREED_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  agreed_window_clear_find (self);
  g_clear_handle_id (&self->tags_idle, g_source_remove);
  g_clear_handle_id (&self->room_idle, g_source_remove);
  g_clear_handle_id (&self->notes_idle, g_source_remove);
  g_clear_weak_pointer (&self->found_note);
  g_clear_object (&self->project_signals);
  g_clear_object (&self->tags);
  g_clear_object (&self->rows);
  g_clear_object (&self->filter);
  agreed_window_unwatch_file (self);
  g_clear_weak_pointer (&self->changed_toast);
  g_clear_object (&self->autosave);
  g_clear_object (&self->save_next);
  g_clear_object (&self->file);
  g_clear_object (&self->project);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->readings);
  g_clear_pointer (&self->jumps, agreed_jump_list_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_WINDOW);
  G_OBJECT_CLASS (agreed_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, start_banner);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, sidebar_split);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, inspector_split);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, inspector);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, banner);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, filter_banner);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, older_head);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, newer_head);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, earliest_head);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, no_room_banner);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, find_bar);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, view);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, overview);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, topics_menu);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, status_menu);
  gtk_widget_class_bind_template_child (widget_class, AgreedWindow, proposers_menu);

  gtk_widget_class_bind_template_callback (widget_class, current_changed);
  gtk_widget_class_bind_template_callback (widget_class, dismiss_message);
  gtk_widget_class_bind_template_callback (widget_class, agreed_window_follow_move);
  gtk_widget_class_bind_template_callback (widget_class, newer_dropped);
  gtk_widget_class_bind_template_callback (widget_class, agreed_window_note_activated);
  gtk_widget_class_bind_template_callback (widget_class, older_dropped);
  gtk_widget_class_bind_template_callback (widget_class, project_chosen);
  gtk_widget_class_bind_template_callback (widget_class, row_chosen);
  gtk_widget_class_bind_template_callback (widget_class, start_files_dropped);
  gtk_widget_class_bind_template_callback (widget_class, tag_activated);
}

static void
agreed_window_class_init (AgreedWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags written = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = agreed_window_get_property;
  object_class->set_property = agreed_window_set_property;
  object_class->dispose = agreed_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = agreed_window_close_request;

  properties[PROP_PROJECT] = g_param_spec_object ("project", NULL, NULL, AGREED_TYPE_PROJECT, read);
  properties[PROP_ONE_COLUMN] = g_param_spec_boolean ("one-column", NULL, NULL, FALSE, written);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, written);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  g_type_ensure (AGREED_TYPE_START_PAGE);
  g_type_ensure (AGREED_TYPE_SIDEBAR);
  g_type_ensure (AGREED_TYPE_INSPECTOR);
  g_type_ensure (AGREED_TYPE_COLUMN_HEAD);
  g_type_ensure (AGREED_TYPE_COLUMN_HEADS);
  g_type_ensure (AGREED_TYPE_COMPARISON_VIEW);
  g_type_ensure (AGREED_TYPE_FIND_BAR);
  g_type_ensure (AGREED_TYPE_OVERVIEW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/window.ui");
  bind_children (widget_class);
  agreed_window_class_install_actions (widget_class);
  agreed_window_class_install_keeping (widget_class);
}

static void
agreed_window_init (AgreedWindow *self)
{
  g_autoptr (AgreedProject) project = agreed_project_new ();

  self->cancellable = g_cancellable_new ();
  self->filter = agreed_row_filter_new ();
  self->rows = gtk_filter_list_model_new (NULL, GTK_FILTER (g_object_ref (self->filter)));
  self->project = g_object_ref (project);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->readings = agreed_reading_toast_new (self->toasts);
  agreed_window_init_actions (self);
  agreed_window_init_keeping (self);
  agreed_window_init_jumps (self);
  agreed_window_init_find (self);

  self->project_signals = g_signal_group_new (AGREED_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::comparison", G_CALLBACK (comparison_changed), self);
  g_signal_group_connect_swapped (self->project_signals, "notify::before", G_CALLBACK (comparison_changed), self);
  g_signal_group_connect_swapped (self->project_signals, "notify::modified", G_CALLBACK (history_changed), self);
  g_signal_group_connect_swapped (self->project_signals, "notify::undo-name", G_CALLBACK (history_changed), self);
  g_signal_group_connect_swapped (self->project_signals, "notify::redo-name", G_CALLBACK (history_changed), self);
  agreed_window_init_notes (self);
  g_signal_connect_object (self->rows, "items-changed", G_CALLBACK (rows_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (filter_changed), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  agreed_sidebar_set_filter (self->sidebar, self->filter);
  agreed_sidebar_set_rows (self->sidebar, G_LIST_MODEL (self->rows));
  agreed_comparison_view_set_rows (self->view, G_LIST_MODEL (self->rows));
  agreed_window_set_project (self, project, NULL);
  agreed_window_keep_state (self);
  agreed_window_init_order (self);
  agreed_window_init_punctuation (self);
  agreed_window_init_menu (self);
  agreed_window_init_sources (self);
}

AgreedWindow *
agreed_window_new (GtkApplication *application)
{
  return g_object_new (AGREED_TYPE_WINDOW, "application", application, NULL);
}

AgreedProject *
agreed_window_get_project (AgreedWindow *self)
{
  g_return_val_if_fail (AGREED_IS_WINDOW (self), NULL);

  return self->project;
}

gboolean
agreed_window_is_empty (AgreedWindow *self)
{
  g_return_val_if_fail (AGREED_IS_WINDOW (self), FALSE);

  return self->file == NULL && self->n_loading == 0
         && g_list_model_get_n_items (agreed_project_get_documents (self->project)) == 0;
}

gboolean
agreed_window_get_busy (AgreedWindow *self)
{
  g_return_val_if_fail (AGREED_IS_WINDOW (self), FALSE);

  return self->n_loading > 0;
}

AgreedRowFilter *
agreed_window_get_filter (AgreedWindow *self)
{
  g_return_val_if_fail (AGREED_IS_WINDOW (self), NULL);

  return self->filter;
}

GListModel *
agreed_window_get_rows (AgreedWindow *self)
{
  g_return_val_if_fail (AGREED_IS_WINDOW (self), NULL);

  return G_LIST_MODEL (self->rows);
}
