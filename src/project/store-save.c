/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving: a snapshot of the project becomes bytes, and the bytes take the place of the file. */
#include "recovery.h"
#include "snapshot.h"
#include "store-private.h"
#include "versions.h"

#include <glib/gi18n.h>

/* One save. The project itself is not touched by the thread. */
typedef struct {
  AgreedSnapshot *snapshot;
  GFile *file;
  AgreedStamp expected; /* what the file should be; empty for another file than the project's own */
  AgreedStamp written;
  AgreedRecovery *recovery; /* the project's, or NULL */
  AgreedSaveFlags flags;
  gboolean keep_versions;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  agreed_snapshot_unref (save->snapshot);
  g_object_unref (save->file);
  g_clear_object (&save->recovery);
  agreed_stamp_clear (&save->expected);
  agreed_stamp_clear (&save->written);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static Save *
save_new (AgreedProject   *project,
          GFile           *file,
          AgreedSaveFlags  flags)
{
  Save *save = g_new0 (Save, 1);

  save->snapshot = agreed_snapshot_new (project);
  save->file = g_object_ref (file);
  save->flags = flags;
  g_set_object (&save->recovery, project->recovery);
  if (project->file != NULL && g_file_equal (project->file, file))
    agreed_stamp_copy (&project->stamp, &save->expected);

  return save;
}

GBytes *
agreed_store_to_bytes (AgreedProject *project)
{
  g_autoptr (AgreedSnapshot) snapshot = NULL;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), NULL);

  snapshot = agreed_snapshot_new (project);
  return agreed_snapshot_to_bytes (snapshot);
}

static gboolean
replace (GFile         *file,
         GBytes        *bytes,
         GCancellable  *cancellable,
         GError       **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (g_file_peek_path (file) != NULL)
    return agreed_store_replace (g_file_peek_path (file), bytes, cancellable, error);

  return g_file_replace_contents (file, data, size, NULL, FALSE, G_FILE_CREATE_NONE, NULL, cancellable, error);
}

/* An error of the system as a sentence about the file, with a way out. A cancelled operation is not an error to be told. */
static void
set_unwritable (GError     **error,
                const char  *name,
                GError      *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NO_SPACE))
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNWRITABLE,
                 _("%s: the disk is full: make room on it, or save the project in another place"), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED) ||
           g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_READ_ONLY))
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNWRITABLE,
                 _("%s: you may not write in this place: save the project in another one"), name);
  else if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNWRITABLE,
                 _("%s: its folder or drive is not there: connect it again, or save the project in another place"), name);
  else
    g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNWRITABLE,
                 /* Translators: the second is the system's own reason, such as “Input/output error” */
                 _("%s: the project could not be saved: %s"), name, cause->message);
}

static gboolean
check_unchanged (Save          *save,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  AgreedStampState state = agreed_stamp_check (&save->expected, save->file, cancellable);

  if (state == AGREED_STAMP_GONE)
    {
      g_autoptr (GError) cause = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "");

      set_unwritable (error, name, cause);
      return FALSE;
    }
  if (state == AGREED_STAMP_CHANGED && (save->flags & AGREED_SAVE_OVERWRITE) == 0)
    {
      g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_CHANGED,
                   _("%s: somebody else has changed this project since you opened it or saved it"), name);
      return FALSE;
    }

  return TRUE;
}

static gboolean
save_run (Save          *save,
          GCancellable  *cancellable,
          GError       **error)
{
  g_autofree char *name = agreed_store_dup_name (save->file);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) cause = NULL;

  if (!check_unchanged (save, name, cancellable, error))
    return FALSE;

  bytes = agreed_snapshot_to_bytes (save->snapshot);
  if (save->recovery != NULL)
    agreed_recovery_catch_up (save->recovery, bytes, save->snapshot->n_changes);
  if (save->keep_versions)
    agreed_versions_keep_file (save->file);
  if (!replace (save->file, bytes, cancellable, &cause))
    {
      set_unwritable (error, name, cause);
      return FALSE;
    }

  agreed_stamp_take (&save->written, save->file, bytes);
  if (save->keep_versions)
    agreed_versions_keep (save->file, bytes);
  return TRUE;
}

static void
save_done (Save          *save,
           AgreedProject *project)
{
  agreed_project_set_file (project, save->file, &save->written);
  agreed_snapshot_mark_saved (save->snapshot, project);
}

gboolean
agreed_store_save (AgreedProject  *project,
                   GFile          *file,
                   GCancellable   *cancellable,
                   GError        **error)
{
  g_autoptr (Save) save = NULL;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  save = save_new (project, file, AGREED_SAVE_NONE);
  if (!save_run (save, cancellable, error))
    return FALSE;

  save_done (save, project);
  return TRUE;
}

static void
save_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  GError *error = NULL;

  if (save_run (task_data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
agreed_store_save_async (AgreedProject       *project,
                         GFile               *file,
                         AgreedSaveFlags      flags,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Save *save;

  g_return_if_fail (AGREED_IS_PROJECT (project));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (project, cancellable, callback, user_data);
  g_task_set_source_tag (task, agreed_store_save_async);
  save = save_new (project, file, flags);
  save->keep_versions = TRUE;
  g_task_set_task_data (task, save, save_free);
  /* What was written is written, whoever lost interest meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_run_in_thread (task, save_thread);
}

/* What a file should be: no more than that, for whoever only looks at it must not hold the window up. */
typedef struct {
  GFile *file;
  AgreedStamp expected;
} Check;

static void
check_free (gpointer data)
{
  Check *check = data;

  g_object_unref (check->file);
  agreed_stamp_clear (&check->expected);
  g_free (check);
}

static void
check_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  Check *check = task_data;

  g_task_return_boolean (task, agreed_stamp_check (&check->expected, check->file, cancellable) == AGREED_STAMP_CHANGED);
}

void
agreed_store_check_async (AgreedProject       *project,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Check *check;

  g_return_if_fail (AGREED_IS_PROJECT (project));
  g_return_if_fail (project->file != NULL);

  check = g_new0 (Check, 1);
  check->file = g_object_ref (project->file);
  agreed_stamp_copy (&project->stamp, &check->expected);
  task = g_task_new (project, NULL, callback, user_data);
  g_task_set_task_data (task, check, check_free);
  g_task_run_in_thread (task, check_thread);
}

gboolean
agreed_store_check_finish (AgreedProject *project,
                           GAsyncResult  *result)
{
  g_return_val_if_fail (g_task_is_valid (result, project), FALSE);

  return g_task_propagate_boolean (G_TASK (result), NULL);
}

gboolean
agreed_store_save_finish (AgreedProject  *project,
                          GAsyncResult   *result,
                          GError        **error)
{
  g_return_val_if_fail (g_task_is_valid (result, project), FALSE);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return FALSE;

  save_done (g_task_get_task_data (G_TASK (result)), project);
  return TRUE;
}
