/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import.h"

#include "import-private.h"

/* Reading in a thread of its own, and saying in the caller's how far it is. */

typedef struct {
  AgreedImportProgress callback;
  gpointer user_data;
  GTask *task;        /* unowned: it owns this, and whatever works with this holds it */
  int percent;        /* what was reported last; written by the thread */
  int scheduled;      /* whether the caller is yet to be told */
} Progress;

/* Of the reading that the thread is at. */
static GPrivate current = G_PRIVATE_INIT (NULL);

static gboolean
tell (gpointer data)
{
  GTask *task = data;
  Progress *progress = g_task_get_task_data (task);

  g_atomic_int_set (&progress->scheduled, FALSE);
  if (!g_task_get_completed (task) && !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    progress->callback (g_atomic_int_get (&progress->percent) / 100., progress->user_data);

  return G_SOURCE_REMOVE;
}

/* The caller's thread gets to hear of it when it has the time, and not once for each page. */
void
agreed_import_report_progress (guint64 done,
                               guint64 all)
{
  Progress *progress = g_private_get (&current);
  int percent = all > 0 ? (int) (MIN (done, all) * 100. / all) : 0;

  if (progress == NULL || percent <= g_atomic_int_get (&progress->percent))
    return;
  g_atomic_int_set (&progress->percent, percent);
  if (g_atomic_int_compare_and_exchange (&progress->scheduled, FALSE, TRUE))
    g_main_context_invoke_full (g_task_get_context (progress->task), G_PRIORITY_DEFAULT, tell,
                                g_object_ref (progress->task), g_object_unref);
}

static void
import_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  const Progress *progress = task_data;
  g_autoptr (GError) error = NULL;
  AgreedDocument *document;

  g_private_set (&current, progress->callback != NULL ? task_data : NULL);
  document = agreed_import_file (source, cancellable, &error);
  g_private_set (&current, NULL);
  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
agreed_import_file_with_progress_async (GFile                *file,
                                        AgreedImportProgress  progress,
                                        gpointer              progress_data,
                                        GCancellable         *cancellable,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data)
{
  g_autoptr (GTask) task = NULL;
  Progress *data;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (file, cancellable, callback, user_data);
  g_task_set_source_tag (task, agreed_import_file_with_progress_async);
  data = g_new0 (Progress, 1);
  data->callback = progress;
  data->user_data = progress_data;
  data->task = task;
  g_task_set_task_data (task, data, g_free);
  /* a library may be busy with one page for long; whoever cancels does not wait for it */
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, import_in_thread);
}

void
agreed_import_file_async (GFile               *file,
                          GCancellable        *cancellable,
                          GAsyncReadyCallback  callback,
                          gpointer             user_data)
{
  agreed_import_file_with_progress_async (file, NULL, NULL, cancellable, callback, user_data);
}

AgreedDocument *
agreed_import_file_finish (GAsyncResult  *result,
                           GError       **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, agreed_import_file_with_progress_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
