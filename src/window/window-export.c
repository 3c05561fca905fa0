/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export-formats.h"
#include "window-private.h"

#include <glib/gi18n.h>

/* The comparison handed on: as a page, a redline, a table, text, or to other programs. The file's ending says which. */

/* A name with an ending of none of the formats is given the first, a page. */
static const AgreedExportFormat *
choose_format (const char *name)
{
  const AgreedExportFormat *format = agreed_export_formats_find_by_file (name);
  guint n_formats;

  return format != NULL ? format : agreed_export_formats_get (&n_formats);
}

static void
show_toast (AgreedWindow *self,
            const char   *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

gboolean
agreed_window_export (AgreedWindow *self,
                      GFile        *file)
{
  AgreedComparison *comparison = agreed_project_get_comparison (self->project);
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) contents = NULL;
  g_autofree char *sentence = NULL;
  gboolean written;

  g_return_val_if_fail (comparison != NULL, FALSE);

  contents = choose_format (name)->write (comparison);
  written = g_file_replace_contents (file, g_bytes_get_data (contents, NULL), g_bytes_get_size (contents), NULL, FALSE,
                                     G_FILE_CREATE_NONE, NULL, self->cancellable, &error);
  sentence = written ? g_strdup_printf (_("The comparison is in %s now"), name)
                     : g_strdup_printf (_("%s: cannot be written: %s"), name, error->message);
  show_toast (self, sentence);
  return written;
}

static void
file_chosen (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AgreedWindow) self = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (source), result, NULL);

  /* While the dialog was there, another project may have been opened. */
  if (file != NULL && agreed_project_get_comparison (self->project) != NULL)
    agreed_window_export (self, file);
}

static GListModel *
create_filters (void)
{
  GListStore *filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  guint n_formats;
  const AgreedExportFormat *formats = agreed_export_formats_get (&n_formats);

  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
      g_autofree char *name = g_strdup_printf ("%s (.%s)", _(formats[i].title), formats[i].suffix);

      gtk_file_filter_set_name (filter, name);
      gtk_file_filter_add_suffix (filter, formats[i].suffix);
      g_list_store_append (filters, filter);
    }
  return G_LIST_MODEL (filters);
}

/* "A_C.2_65_L.56 – A_RES_66_184.html" */
static char *
suggest_name (AgreedWindow *self)
{
  AgreedText *older = agreed_project_get_text (self->project, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_project_get_text (self->project, AGREED_SIDE_NEWER);
  char *name = g_strdup_printf ("%s – %s.html", agreed_text_get_display_name (older), agreed_text_get_display_name (newer));

  return g_strdelimit (name, "/", '_');
}

void
agreed_window_choose_export (GtkWidget  *widget,
                             const char *action,
                             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  g_autoptr (GtkFileDialog) dialog = NULL;
  g_autoptr (GListModel) filters = NULL;
  g_autofree char *name = NULL;

  if (agreed_project_get_comparison (self->project) == NULL)
    return;
  dialog = gtk_file_dialog_new ();
  filters = create_filters ();
  name = suggest_name (self);
  gtk_file_dialog_set_title (dialog, _("Export Comparison"));
  gtk_file_dialog_set_filters (dialog, filters);
  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable, file_chosen, g_object_ref (self));
}
