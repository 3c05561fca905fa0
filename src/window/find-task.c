/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "find-task.h"

#include "difference.h"
#include "row-notes.h"

typedef struct {
  GPtrArray *rows;
  GPtrArray *notes; /* of each row an array of AgreedRowNote: their lists must not be asked in another thread */
  char *query;
  AgreedSearchFlags flags;
  gboolean one_column;
} Task;

static void
task_free (Task *task)
{
  g_ptr_array_unref (task->rows);
  g_ptr_array_unref (task->notes);
  g_free (task->query);
  g_free (task);
}

static void
clear_found (gpointer data)
{
  AgreedFound *found = data;

  g_clear_object (&found->row);
  g_clear_object (&found->note);
}

/* Whether a place of the older wording is seen in one column: it is, where something of it is gone. */
static gboolean
is_seen (AgreedRow         *row,
         const AgreedMatch *match)
{
  GArray *runs = agreed_row_get_runs (row);

  if (agreed_row_get_change (row) == AGREED_CHANGE_REMOVED)
    return TRUE;
  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      if (run->kind == AGREED_RUN_DELETED && run->older_start < match->start + match->length
          && match->start < run->older_start + run->older_length)
        return TRUE;
    }
  return FALSE;
}

static gboolean
search_side (Task                *task,
             const AgreedSearch  *search,
             AgreedRow           *row,
             AgreedSide           side,
             GArray              *found,
             GError             **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));
  const char *wording = agreed_row_get_wording (row, side);

  if (!agreed_search_find (search, wording, matches, error))
    return FALSE;
  for (guint i = 0; i < matches->len; i++)
    {
      const AgreedMatch *match = &g_array_index (matches, AgreedMatch, i);
      AgreedFound place = { row, side, match->start, match->length, NULL };

      /* Nothing runs from one paragraph into the next. */
      if (memchr (wording + match->start, '\n', match->length) != NULL)
        continue;
      if (task->one_column && side == AGREED_SIDE_OLDER && !is_seen (row, match))
        continue;
      g_object_ref (place.row);
      g_array_append_val (found, place);
    }
  return TRUE;
}

/* In what a note says; where only its status or who proposed it has the words, nothing of it is marked. */
static gboolean
search_note (const AgreedSearch   *search,
             AgreedRow            *row,
             const AgreedRowNote  *note,
             GArray               *found,
             GError              **error)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));
  g_autofree char *position = agreed_note_describe_position (note->note);
  gboolean in_body;

  if (!agreed_search_find (search, agreed_note_get_body (note->note), matches, error))
    return FALSE;
  in_body = matches->len > 0;
  if (!in_body && position != NULL && !agreed_search_find (search, position, matches, error))
    return FALSE;
  for (guint i = 0; i < (in_body ? matches->len : MIN (matches->len, 1)); i++)
    {
      const AgreedMatch *match = &g_array_index (matches, AgreedMatch, i);
      AgreedFound place = { g_object_ref (row), note->side, in_body ? match->start : 0, in_body ? match->length : 0,
                            g_object_ref (note->note) };

      g_array_append_val (found, place);
    }
  return TRUE;
}

static void
search_row (Task                *task,
            const AgreedSearch  *search,
            guint                position,
            GArray              *found,
            GError             **error)
{
  AgreedRow *row = task->rows->pdata[position];
  GArray *notes = task->notes->pdata[position];

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (!search_side (task, search, row, side, found, error))
      return;
  for (guint i = 0; i < notes->len; i++)
    if (!search_note (search, row, &g_array_index (notes, AgreedRowNote, i), found, error))
      return;
}

static void
run (GTask        *gtask,
     gpointer      source,
     gpointer      data,
     GCancellable *cancellable)
{
  Task *task = data;
  GError *error = NULL;
  g_autoptr (AgreedSearch) search = agreed_search_new (task->query, task->flags, &error);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AgreedFound));

  g_array_set_clear_func (found, clear_found);
  for (guint i = 0; error == NULL && i < task->rows->len; i++)
    if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
      search_row (task, search, i, found, &error);
  if (error != NULL)
    g_task_return_error (gtask, error);
  else
    g_task_return_pointer (gtask, g_steal_pointer (&found), (GDestroyNotify) g_array_unref);
}

void
agreed_find_async (GListModel          *rows,
                   const char          *query,
                   AgreedSearchFlags    flags,
                   gboolean             one_column,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  g_autoptr (GTask) gtask = g_task_new (NULL, cancellable, callback, user_data);
  Task *task = g_new0 (Task, 1);

  task->rows = g_ptr_array_new_with_free_func (g_object_unref);
  task->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_ptr_array_add (task->rows, g_list_model_get_item (rows, i));
      g_ptr_array_add (task->notes, agreed_row_list_notes (task->rows->pdata[i]));
    }
  task->query = g_strdup (query);
  task->flags = flags;
  task->one_column = one_column;
  g_task_set_task_data (gtask, task, (GDestroyNotify) task_free);
  g_task_run_in_thread (gtask, run);
}

GArray *
agreed_find_finish (GAsyncResult  *result,
                    GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
