/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "start-page.h"

#include "file-place.h"

#include <glib/gi18n.h>

#define PROJECT_TYPE "application/vnd.agreed-language+json"

#define MAX_RECENT 5

enum {
  FILES_DROPPED,
  PROJECT_CHOSEN,
  N_SIGNALS,
};

struct _AgreedStartPage {
  AdwBin parent_instance;

  AgreedFilePlace *older_place;
  AgreedFilePlace *newer_place;
  GtkWidget *recent_group;
  GtkListBox *recent_list;

  GSignalGroup *project_signals;
};

G_DEFINE_FINAL_TYPE (AgreedStartPage, agreed_start_page, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

static AgreedFilePlace *
get_place (AgreedStartPage *self,
           AgreedSide       side)
{
  return side == AGREED_SIDE_OLDER ? self->older_place : self->newer_place;
}

static void
older_dropped (AgreedStartPage *self,
               GPtrArray       *files)
{
  g_signal_emit (self, signals[FILES_DROPPED], 0, AGREED_SIDE_OLDER, files);
}

static void
newer_dropped (AgreedStartPage *self,
               GPtrArray       *files)
{
  g_signal_emit (self, signals[FILES_DROPPED], 0, AGREED_SIDE_NEWER, files);
}

static void
show_texts (AgreedStartPage *self)
{
  g_autoptr (AgreedProject) project = g_signal_group_dup_target (self->project_signals);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      AgreedText *text = project != NULL ? agreed_project_get_text (project, side) : NULL;
      AgreedDocument *document = text != NULL ? agreed_project_get_document (project, text) : NULL;

      agreed_file_place_set_text (get_place (self, side), text,
                                  document != NULL ? agreed_document_get_name (document) : NULL);
    }
}

/* Recent projects: what this program or another remembered as projects and is still there, under whatever name. */

static gboolean
is_recent_project (GtkRecentInfo *info)
{
  return (g_str_has_suffix (gtk_recent_info_get_uri (info), ".agreed")
          || g_strcmp0 (gtk_recent_info_get_mime_type (info), PROJECT_TYPE) == 0)
         && gtk_recent_info_is_local (info) && gtk_recent_info_exists (info);
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_modified ((GtkRecentInfo *) b),
                              gtk_recent_info_get_modified ((GtkRecentInfo *) a));
}

static void
recent_activated (AgreedStartPage *self,
                  GtkListBoxRow   *row)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_object_get_data (G_OBJECT (row), "uri"));

  g_signal_emit (self, signals[PROJECT_CHOSEN], 0, file);
}

static GtkWidget *
create_recent_row (GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *folder_name = folder != NULL ? g_file_get_parse_name (folder) : NULL;
  const char *name = gtk_recent_info_get_display_name (info);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder_name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (gtk_recent_info_get_uri (info)), g_free);
  return row;
}

static void
show_recent (AgreedStartPage *self)
{
  GList *items = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint shown = 0;

  items = g_list_sort (items, newest_first);
  gtk_list_box_remove_all (self->recent_list);
  for (GList *each = items; each != NULL && shown < MAX_RECENT; each = each->next)
    if (is_recent_project (each->data))
      {
        gtk_list_box_append (self->recent_list, create_recent_row (each->data));
        shown++;
      }
  gtk_widget_set_visible (self->recent_group, shown > 0);
  g_list_free_full (items, (GDestroyNotify) gtk_recent_info_unref);
}

static void
agreed_start_page_dispose (GObject *object)
{
  AgreedStartPage *self = AGREED_START_PAGE (object);

  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_START_PAGE);
  G_OBJECT_CLASS (agreed_start_page_parent_class)->dispose (object);
}

static void
agreed_start_page_class_init (AgreedStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_start_page_dispose;

  signals[FILES_DROPPED] = g_signal_new ("files-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_PTR_ARRAY);
  signals[PROJECT_CHOSEN] = g_signal_new ("project-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, G_TYPE_FILE);

  g_type_ensure (AGREED_TYPE_FILE_PLACE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedStartPage, older_place);
  gtk_widget_class_bind_template_child (widget_class, AgreedStartPage, newer_place);
  gtk_widget_class_bind_template_child (widget_class, AgreedStartPage, recent_group);
  gtk_widget_class_bind_template_child (widget_class, AgreedStartPage, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, older_dropped);
  gtk_widget_class_bind_template_callback (widget_class, newer_dropped);
  gtk_widget_class_bind_template_callback (widget_class, recent_activated);
}

static void
agreed_start_page_init (AgreedStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->project_signals = g_signal_group_new (AGREED_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "notify::older", G_CALLBACK (show_texts), self);
  g_signal_group_connect_swapped (self->project_signals, "notify::newer", G_CALLBACK (show_texts), self);
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed", G_CALLBACK (show_recent), self,
                           G_CONNECT_SWAPPED);
  show_recent (self);
}

void
agreed_start_page_set_project (AgreedStartPage *self,
                               AgreedProject   *project)
{
  g_return_if_fail (AGREED_IS_START_PAGE (self));
  g_return_if_fail (project == NULL || AGREED_IS_PROJECT (project));

  g_signal_group_set_target (self->project_signals, project);
  show_texts (self);
}

void
agreed_start_page_set_loading (AgreedStartPage *self,
                               AgreedSide       side,
                               gboolean         loading)
{
  g_return_if_fail (AGREED_IS_START_PAGE (self));

  agreed_file_place_set_loading (get_place (self, side), loading);
  show_texts (self);
}
