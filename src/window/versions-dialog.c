/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "versions-dialog.h"

#include "store.h"
#include "versions.h"
#include "window.h"

#include <glib/gi18n.h>

struct _AgreedVersionsDialog {
  AdwDialog parent_instance;

  GtkStack *stack;
  GtkListBox *list;
  AdwBanner *banner;
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (AgreedVersionsDialog, agreed_versions_dialog, ADW_TYPE_DIALOG)

static void
version_loaded (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (AgreedVersionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedProject) project = agreed_store_load_finish (result, &error);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  AgreedWindow *window;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || !GTK_IS_WINDOW (root))
    return;
  if (project == NULL)
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }

  window = agreed_window_new (gtk_window_get_application (GTK_WINDOW (root)));
  agreed_window_set_project (window, project, NULL);
  gtk_window_present (GTK_WINDOW (window));
  adw_dialog_close (ADW_DIALOG (self));
}

static void
row_activated (AgreedVersionsDialog *self,
               GtkListBoxRow        *row)
{
  agreed_store_load_async (g_object_get_data (G_OBJECT (row), "version"), self->cancellable, version_loaded,
                           g_object_ref (self));
}

static void
agreed_versions_dialog_dispose (GObject *object)
{
  AgreedVersionsDialog *self = AGREED_VERSIONS_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_VERSIONS_DIALOG);
  G_OBJECT_CLASS (agreed_versions_dialog_parent_class)->dispose (object);
}

static void
agreed_versions_dialog_class_init (AgreedVersionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_versions_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/versions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedVersionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AgreedVersionsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AgreedVersionsDialog, banner);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
}

static void
agreed_versions_dialog_init (AgreedVersionsDialog *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_row (AgreedVersion *version)
{
  GtkWidget *row = adw_action_row_new ();
  /* Translators: day and time of a version, as g_date_time_format() takes it */
  g_autofree char *time = g_date_time_format (version->time, _("%e %B %Y, %H:%M:%S"));
  g_autofree char *size = g_format_size (version->size);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_strstrip (time));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), size);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "version", g_object_ref (version->file), g_object_unref);
  return row;
}

AgreedVersionsDialog *
agreed_versions_dialog_new (GFile *file)
{
  AgreedVersionsDialog *self = g_object_new (AGREED_TYPE_VERSIONS_DIALOG, NULL);
  g_autoptr (GPtrArray) versions = agreed_versions_list (file);

  for (guint i = 0; i < versions->len; i++)
    gtk_list_box_append (self->list, create_row (versions->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, versions->len > 0 ? "versions" : "none");
  return self;
}
