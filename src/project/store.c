/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-private.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (agreed-store-error-quark, agreed_store_error)

/* A thousand times a long project; beyond it is a mistake or an attack, and memory would run out first. */
#define MAX_SIZE (512 * 1024 * 1024)

char *
agreed_store_dup_name (GFile *file)
{
  const char *path = g_file_peek_path (file);
  g_autofree char *basename = NULL;

  if (path != NULL)
    return g_filename_display_basename (path);

  basename = g_file_get_basename (file);
  return g_utf8_make_valid (basename != NULL ? basename : "?", -1);
}

/* An error of the system as a sentence about the file. A cancelled operation is not an error to be told. */
static void
set_unreadable (GError     **error,
                const char  *name,
                GError      *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNREADABLE, _("%s: there is no such file"), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNREADABLE,
                 _("%s: you do not have permission to read this file"), name);
  else
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNREADABLE,
                 /* Translators: the second is the system's own reason, such as “Input/output error” */
                 _("%s: the file cannot be read: %s"), name, cause->message);
}

/* A device or a pipe could give bytes for ever, so only plain files are read. */
static gboolean
check_kind (GFileInfo   *info,
            const char  *name,
            GError     **error)
{
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNREADABLE, _("%s: this is a folder, not a project"), name);
  else if (g_file_info_get_file_type (info) != G_FILE_TYPE_REGULAR)
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNREADABLE, _("%s: this is not a file"), name);
  else if (g_file_info_get_size (info) > MAX_SIZE)
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNREADABLE,
                 _("%s: this file is too large to be a project"), name);
  else
    return TRUE;

  return FALSE;
}

AgreedProject *
agreed_store_load (GFile         *file,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;
  AgreedStamp stamp = { 0 };
  AgreedProject *project;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = agreed_store_dup_name (file);
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, cancellable, &cause);
  if (info != NULL && !check_kind (info, name, error))
    return NULL;
  if (info != NULL)
    bytes = g_file_load_bytes (file, cancellable, NULL, &cause);
  if (bytes == NULL)
    {
      set_unreadable (error, name, cause);
      return NULL;
    }

  project = agreed_store_from_bytes (bytes, name, error);
  if (project != NULL)
    {
      agreed_stamp_take (&stamp, file, bytes);
      agreed_project_set_file (project, file, &stamp);
      agreed_stamp_clear (&stamp);
    }

  return project;
}

AgreedProject *
agreed_store_from_bytes (GBytes      *bytes,
                         const char  *name,
                         GError     **error)
{
  g_autoptr (JsonNode) root = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  root = agreed_store_parse (bytes, name, error);

  return root != NULL ? agreed_store_read (root, name, error) : NULL;
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  GError *error = NULL;
  AgreedProject *project = agreed_store_load (task_data, cancellable, &error);

  if (project != NULL)
    g_task_return_pointer (task, project, g_object_unref);
  else
    g_task_return_error (task, error);
}

void
agreed_store_load_async (GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, agreed_store_load_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  /* whoever cancels does not wait for what the thread is at */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, load_in_thread);
}

AgreedProject *
agreed_store_load_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, agreed_store_load_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
