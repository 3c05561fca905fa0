/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topics-files.h"

#include "codebook.h"
#include "topic-file.h"

#include <glib/gi18n.h>

typedef struct {
  GWeakRef widget;
  AgreedProject *project;
  AgreedTopicsSay say;
} Job;

static Job *
job_new (GtkWidget       *widget,
         AgreedProject   *project,
         AgreedTopicsSay  say)
{
  Job *job = g_new0 (Job, 1);

  g_weak_ref_init (&job->widget, widget);
  job->project = g_object_ref (project);
  job->say = say;
  return job;
}

static void
job_free (Job *job)
{
  g_weak_ref_clear (&job->widget);
  g_object_unref (job->project);
  g_free (job);
}

static void
job_say (Job        *job,
         const char *sentence)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&job->widget);

  if (widget != NULL)
    job->say (sentence, widget);
}

static void
add_filter (GListStore *filters,
            const char *name,
            const char *const *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, name);
  for (; *suffixes != NULL; suffixes++)
    gtk_file_filter_add_suffix (filter, *suffixes);
  g_list_store_append (filters, filter);
}

static GtkFileDialog *
create_dialog (const char *title,
               gboolean    together)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  if (together)
    add_filter (filters, _("Topics and Codebooks"), (const char *const[]){ "json", "qdc", NULL });
  add_filter (filters, _("Topics (JSON)"), (const char *const[]){ "json", NULL });
  add_filter (filters, _("Codebook (REFI-QDA)"), (const char *const[]){ "qdc", NULL });
  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_modal (dialog, TRUE);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
  return dialog;
}

gboolean
agreed_topics_files_read (AgreedProject  *project,
                          GFile          *file,
                          GError        **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autoptr (GError) wrong = NULL;
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, &wrong);
  g_autoptr (JsonNode) now = agreed_topic_set_to_json (agreed_project_get_topics (project));
  g_autoptr (JsonNode) set = NULL;

  if (bytes == NULL)
    {
      g_set_error (error, AGREED_TOPIC_FILE_ERROR, 0, _("%s: cannot be read: %s"), shown, wrong->message);
      return FALSE;
    }
  set = agreed_topic_file_read (bytes, shown, now, error);
  return set != NULL && agreed_project_set_topics (project, set, N_("Import topics"), 0, error);
}

gboolean
agreed_topics_files_write (AgreedProject  *project,
                           GFile          *file,
                           GError        **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *lower = g_ascii_strdown (shown, -1);
  g_autoptr (JsonNode) set = agreed_topic_set_to_json (agreed_project_get_topics (project));
  g_autoptr (GBytes) bytes = g_str_has_suffix (lower, ".qdc") ? agreed_codebook_write (set, error)
                                                              : agreed_topic_file_write_json (set);
  g_autoptr (GError) wrong = NULL;

  if (bytes == NULL)
    return FALSE;
  if (g_file_replace_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL, FALSE,
                               G_FILE_CREATE_NONE, NULL, NULL, &wrong))
    return TRUE;
  g_set_error (error, AGREED_TOPIC_FILE_ERROR, 0, _("%s: cannot be written: %s"), shown, wrong->message);
  return FALSE;
}

static void
import_chosen (GObject      *dialog,
               GAsyncResult *result,
               gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (GTK_FILE_DIALOG (dialog), result, NULL);
  g_autoptr (GError) error = NULL;

  if (file != NULL)
    job_say (job, agreed_topics_files_read (job->project, file, &error) ? _("The topics of the file are here now")
                                                                        : error->message);
  job_free (job);
}

static void
export_chosen (GObject      *dialog,
               GAsyncResult *result,
               gpointer      user_data)
{
  Job *job = user_data;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (GTK_FILE_DIALOG (dialog), result, NULL);
  g_autoptr (GError) error = NULL;

  if (file != NULL)
    job_say (job, agreed_topics_files_write (job->project, file, &error) ? _("The topics are in the file now")
                                                                         : error->message);
  job_free (job);
}

void
agreed_topics_files_import (GtkWidget       *widget,
                            AgreedProject   *project,
                            AgreedTopicsSay  say)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (_("Import Topics"), TRUE);

  gtk_file_dialog_open (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, import_chosen,
                        job_new (widget, project, say));
}

void
agreed_topics_files_export (GtkWidget       *widget,
                            AgreedProject   *project,
                            AgreedTopicsSay  say)
{
  g_autoptr (GtkFileDialog) dialog = create_dialog (_("Export Topics"), FALSE);

  /* Translators: the name of a file */
  gtk_file_dialog_set_initial_name (dialog, _("topics.qdc"));
  gtk_file_dialog_save (dialog, GTK_WINDOW (gtk_widget_get_root (widget)), NULL, export_chosen,
                        job_new (widget, project, say));
}
