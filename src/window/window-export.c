/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include <glib/gi18n.h>

/* The comparison handed on: as a page, a redline, a table, text, or to other programs. */

static void
show_toast (AgreedWindow *self,
            const char   *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

gboolean
agreed_window_export (AgreedWindow             *self,
                      GFile                    *file,
                      const AgreedExportFormat *format)
{
  AgreedComparison *comparison = agreed_project_get_comparison (self->project);
  g_autofree char *name = g_file_get_basename (file);
  const AgreedExportFormat *by_name = agreed_export_formats_find_by_file (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autofree char *sentence = NULL;
  gboolean written;

  g_return_val_if_fail (comparison != NULL, FALSE);

  contents = (by_name != NULL ? by_name : format)->write (comparison);
  written = g_file_replace_contents (file, g_bytes_get_data (contents, NULL), g_bytes_get_size (contents), NULL, FALSE,
                                     G_FILE_CREATE_NONE, NULL, self->cancellable, &error);
  sentence = written ? g_strdup_printf (_("The comparison is in %s now"), name)
                     : g_strdup_printf (_("%s: cannot be written: %s"), name, error->message);
  show_toast (self, sentence);
  return written;
}

typedef struct {
  AgreedWindow *window;
  const AgreedExportFormat *format;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->window);
  g_free (choice);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Choice, choice_free)

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Choice) choice = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  /* While the dialog was there, another project may have been opened. */
  if (file != NULL && agreed_project_get_comparison (choice->window->project) != NULL)
    agreed_window_export (choice->window, file, choice->format);
}

static GListModel *
create_filters (const AgreedExportFormat *format)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _(format->title));
  gtk_file_filter_add_suffix (filter, format->suffix);
  g_list_store_append (filters, filter);
  return G_LIST_MODEL (filters);
}

/* "A_C.2_65_L.56 – A_RES_66_184.html" */
static char *
suggest_name (AgreedWindow             *self,
              const AgreedExportFormat *format)
{
  AgreedText *older = agreed_project_get_text (self->project, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_project_get_text (self->project, AGREED_SIDE_NEWER);
  char *name = g_strdup_printf ("%s – %s.%s", agreed_text_get_display_name (older), agreed_text_get_display_name (newer),
                                format->suffix);

  return g_strdelimit (name, "/", '_');
}

/* @parameter: the name of a format */
void
agreed_window_choose_export (GtkWidget  *widget,
                             const char *action,
                             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  const AgreedExportFormat *format = agreed_export_formats_find (g_variant_get_string (parameter, NULL));
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GListModel) filters = NULL;
  g_autofree char *name = NULL;
  Choice *choice;

  if (format == NULL || agreed_project_get_comparison (self->project) == NULL)
    return;
  dialog = gtk_file_dialog_new ();
  filters = create_filters (format);
  name = suggest_name (self, format);
  gtk_file_dialog_set_title (dialog, _("Export Comparison"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  choice = g_new0 (Choice, 1);
  choice->window = g_object_ref (self);
  choice->format = format;
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, file_chosen, choice);
}
