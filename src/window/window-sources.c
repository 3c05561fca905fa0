/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "import.h"
#include "unplaced-dialog.h"

#include <glib/gi18n.h>

/* The files that the project's texts came from: read again when they have changed, or taken out. */

/* On a document: where it was read from, as long as the program runs; a project does not say. */
#define SOURCE "agreed-source"
/* On a document: the checksum of a changed file that was told of already. */
#define TOLD "agreed-source-told"

typedef struct {
  AgreedWindow *window;
  AgreedDocument *document;
  GFile *file; /* or NULL where it is not known yet */
  GCancellable *cancellable; /* of the reading */
} Source;

static Source *
source_new (AgreedWindow   *window,
            AgreedDocument *document,
            GFile          *file)
{
  Source *source = g_new0 (Source, 1);

  source->window = g_object_ref (window);
  source->document = g_object_ref (document);
  g_set_object (&source->file, file);
  return source;
}

static void
source_free (gpointer data)
{
  Source *source = data;

  g_object_unref (source->window);
  g_object_unref (source->document);
  g_clear_object (&source->file);
  g_clear_object (&source->cancellable);
  g_free (source);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, source_free)

void
agreed_window_remember_source (AgreedDocument *document,
                               GFile          *file)
{
  g_object_set_data_full (G_OBJECT (document), SOURCE, g_object_ref (file), g_object_unref);
}

/* Where it was read from, or the file of its name beside the project. Returns: (transfer full) (nullable) */
static GFile *
find_source (AgreedWindow   *self,
             AgreedDocument *document)
{
  GFile *file = g_object_get_data (G_OBJECT (document), SOURCE);
  const char *name = agreed_document_get_name (document);
  g_autoptr (GFile) folder = NULL;

  if (file != NULL)
    return g_object_ref (file);
  if (self->file == NULL || strchr (name, G_DIR_SEPARATOR) != NULL)
    return NULL;
  folder = g_file_get_parent (self->file);
  return folder != NULL ? g_file_get_child (folder, name) : NULL;
}

static gboolean
has_document (AgreedWindow   *self,
              AgreedDocument *document)
{
  GListModel *documents = agreed_project_get_documents (self->project);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) there = g_list_model_get_item (documents, i);

      if (there == document)
        return TRUE;
    }
  return FALSE;
}

static void
tell (AgreedWindow *self,
      char         *sentence,
      const char   *button,
      const char   *action,
      GVariant     *target)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  if (button != NULL)
    {
      adw_toast_set_timeout (toast, 12);
      adw_toast_set_button_label (toast, button);
      adw_toast_set_action_name (toast, action);
      adw_toast_set_action_target_value (toast, target);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
  g_free (sentence);
}

/* Reading again */

static void
take_reading (Source         *source,
              AgreedDocument *reading)
{
  AgreedWindow *self = source->window;
  const char *name = agreed_document_get_name (reading);
  const char *sha256 = agreed_document_get_sha256 (source->document);

  agreed_window_remember_source (reading, source->file);
  if (sha256 != NULL && g_strcmp0 (sha256, agreed_document_get_sha256 (reading)) == 0)
    {
      tell (self, g_strdup_printf (_("%s is as it was when it was read"), name), NULL, NULL, NULL);
      return;
    }
  agreed_inspector_commit (self->inspector);
  if (agreed_project_read_anew (self->project, source->document, reading) > 0)
    adw_dialog_present (agreed_unplaced_dialog_new (self->project), GTK_WIDGET (self));
  else
    tell (self, g_strdup_printf (_("%s was read again; everything kept its place"), name), _("Undo"), "win.undo", NULL);
}

static void
reading_done (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Source) source = user_data;
  AgreedWindow *self = source->window;
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) reading = agreed_import_file_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  agreed_reading_toast_end (self->readings, source->cancellable);
  agreed_window_add_loading (self, -1);
  if (reading != NULL && has_document (self, source->document))
    take_reading (source, reading);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    agreed_window_say (self, error->message);
}

void
agreed_window_read_again (AgreedWindow   *self,
                          AgreedDocument *document,
                          GFile          *file)
{
  Source *source = source_new (self, document, file);

  agreed_window_add_loading (self, 1);
  source->cancellable = agreed_reading_toast_begin (self->readings, file);
  agreed_import_file_async (file, source->cancellable, reading_done, source);
}

static void
file_chosen (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Source) source = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (object), result, NULL);

  if (file != NULL && has_document (source->window, source->document))
    agreed_window_read_again (source->window, source->document, file);
}

static void
choose_file (AgreedWindow   *self,
             AgreedDocument *document)
{
  g_autofree char *title = g_strdup_printf (_("Read %s Again"), agreed_document_get_name (document));
  g_autoptr (GtkFileDialog) dialog = agreed_window_create_file_dialog (title, FALSE, TRUE);
  g_autoptr (GFile) file = find_source (self, document);

  if (file != NULL && g_file_query_exists (file, NULL))
    gtk_file_dialog_set_initial_file (dialog, file);
  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, file_chosen,
                        source_new (self, document, NULL));
}

/* Removing */

/* @words: (transfer full) */
static void
append_count (GString *counts,
              guint    n,
              char    *words)
{
  if (n > 0 && counts->len > 0)
    /* Translators: stands between the words of a list */
    g_string_append (counts, _(", "));
  if (n > 0)
    g_string_append (counts, words);
  g_free (words);
}

static char *
describe_loss (AgreedWindow   *self,
               AgreedDocument *document)
{
  g_autoptr (GString) counts = g_string_new (NULL);
  guint n_tags, n_notes, n_links;

  agreed_project_count_about (self->project, document, &n_tags, &n_notes, &n_links);
  append_count (counts, n_tags,
                g_strdup_printf (ngettext ("%u decision on a topic", "%u decisions on topics", n_tags), n_tags));
  append_count (counts, n_notes, g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes));
  append_count (counts, n_links,
                g_strdup_printf (ngettext ("%u link made by hand", "%u links made by hand", n_links), n_links));
  if (counts->len == 0)
    return NULL;
  /* Translators: %s is a list: "3 decisions on topics, 2 notes" */
  return g_strdup_printf (_("Removed with its texts: %s. This can be undone."), counts->str);
}

static void
remove_now (AgreedWindow   *self,
            AgreedDocument *document)
{
  char *sentence = g_strdup_printf (_("%s was removed"), agreed_document_get_name (document));

  agreed_inspector_commit (self->inspector);
  agreed_project_remove_document (self->project, document);
  tell (self, sentence, _("Undo"), "win.undo", NULL);
}

static void
removal_answered (GObject      *object,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Source) source = user_data;
  const char *answer = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (object), result);

  if (g_str_equal (answer, "remove") && has_document (source->window, source->document))
    remove_now (source->window, source->document);
}

static void
ask_to_remove (AgreedWindow   *self,
               AgreedDocument *document)
{
  g_autofree char *heading = g_strdup_printf (_("Remove %s?"), agreed_document_get_name (document));
  g_autofree char *loss = describe_loss (self, document);
  AdwDialog *dialog;

  if (loss == NULL)
    {
      remove_now (self, document);
      return;
    }
  dialog = adw_alert_dialog_new (heading, loss);
  adw_alert_dialog_add_responses (ADW_ALERT_DIALOG (dialog), "cancel", _("_Cancel"), "remove", _("_Remove"), NULL);
  adw_alert_dialog_set_response_appearance (ADW_ALERT_DIALOG (dialog), "remove", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_choose (ADW_ALERT_DIALOG (dialog), GTK_WIDGET (self), self->cancellable, removal_answered,
                           source_new (self, document, NULL));
}

/* Files that changed */

/* The checksum of a file as it is now. Returns: NULL where it cannot be read */
static void
compute_checksum (GTask        *task,
                  gpointer      object,
                  gpointer      file,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, cancellable, NULL, &error);

  if (bytes != NULL)
    g_task_return_pointer (task, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes), g_free);
  else
    g_task_return_error (task, error);
}

static void
checksum_known (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Source) source = user_data;
  AgreedWindow *self = source->window;
  g_autofree char *sha256 = g_task_propagate_pointer (G_TASK (result), NULL);
  const char *told = g_object_get_data (G_OBJECT (source->document), TOLD);
  const char *id = agreed_text_get_id (agreed_document_get_text (source->document, 0));

  if (sha256 == NULL || g_cancellable_is_cancelled (self->cancellable) || !has_document (self, source->document) ||
      g_strcmp0 (sha256, agreed_document_get_sha256 (source->document)) == 0 || g_strcmp0 (sha256, told) == 0)
    return;
  g_object_set_data_full (G_OBJECT (source->document), TOLD, g_steal_pointer (&sha256), g_free);
  agreed_window_remember_source (source->document, source->file);
  tell (self, g_strdup_printf (_("%s has changed since it was read"), agreed_document_get_name (source->document)),
        _("Read Again"), "win.read-changed", g_variant_new_string (id));
}

void
agreed_window_check_sources (AgreedWindow *self)
{
  GListModel *documents = agreed_project_get_documents (self->project);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, i);
      g_autoptr (GFile) file = find_source (self, document);
      g_autoptr (GTask) task = NULL;

      if (file == NULL || agreed_document_get_sha256 (document) == NULL || agreed_document_get_n_texts (document) == 0 ||
          g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
        continue;
      task = g_task_new (self, self->cancellable, checksum_known, source_new (self, document, file));
      g_task_set_task_data (task, g_object_ref (file), g_object_unref);
      g_task_run_in_thread (task, compute_checksum);
    }
}

/* Actions */

/* The document of the text that an action is about: of the id that it is given, or of the side that it is named after. */
static AgreedDocument *
find_document (AgreedWindow *self,
               const char   *name,
               GVariant     *parameter)
{
  AgreedText *text;

  if (parameter != NULL)
    text = agreed_window_find_text (self, g_variant_get_string (parameter, NULL));
  else
    text = agreed_project_get_text (self->project, g_str_has_suffix (name, "-older") ? AGREED_SIDE_OLDER : AGREED_SIDE_NEWER);
  return text != NULL ? agreed_project_get_document (self->project, text) : NULL;
}

static void
read_again_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedDocument *document = find_document (self, name, parameter);

  if (document != NULL)
    choose_file (self, document);
}

/* Of a file that is known to have changed. */
static void
read_changed_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedDocument *document = find_document (self, name, parameter);
  g_autoptr (GFile) file = document != NULL ? find_source (self, document) : NULL;

  if (file != NULL)
    agreed_window_read_again (self, document, file);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedDocument *document = find_document (self, name, parameter);

  if (document != NULL)
    ask_to_remove (self, document);
}

static void
show_unplaced_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  adw_dialog_present (agreed_unplaced_dialog_new (AGREED_WINDOW (widget)->project), widget);
}

void
agreed_window_class_install_sources (GtkWidgetClass *widget_class)
{
  /* Those with a parameter: the id of a text. */
  gtk_widget_class_install_action (widget_class, "win.read-again", "s", read_again_action);
  gtk_widget_class_install_action (widget_class, "win.read-again-older", NULL, read_again_action);
  gtk_widget_class_install_action (widget_class, "win.read-again-newer", NULL, read_again_action);
  gtk_widget_class_install_action (widget_class, "win.read-changed", "s", read_changed_action);
  gtk_widget_class_install_action (widget_class, "win.remove", "s", remove_action);
  gtk_widget_class_install_action (widget_class, "win.remove-older", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "win.remove-newer", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "win.show-unplaced", NULL, show_unplaced_action);
}

static void
active_changed (AgreedWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    agreed_window_check_sources (self);
}

void
agreed_window_init_sources (AgreedWindow *self)
{
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed), NULL);
  g_signal_connect (self, "notify::project", G_CALLBACK (agreed_window_check_sources), NULL);
}
