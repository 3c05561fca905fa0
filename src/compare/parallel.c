/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "parallel.h"

/* More threads than this gain nothing: what is left over is done one step after the other. */
#define MOST_THREADS 8

/* Each thread takes the next portion until there is none; the caller is one of them, so that all is done even where no
 * thread could be started. Freed by whoever lets go of it last. */
typedef struct {
  guint n, portion;
  AgreedParallelFunc func;
  gpointer data;
  guint n_portions;
  guint next;   /* atomic */
  guint n_done; /* of portions; guarded by @mutex */
  GMutex mutex;
  GCond all_done;
} Work;

static void
work_clear (gpointer data)
{
  Work *work = data;

  g_mutex_clear (&work->mutex);
  g_cond_clear (&work->all_done);
}

static void
do_portions (Work *work)
{
  guint taken;

  while ((taken = g_atomic_int_add (&work->next, 1)) < work->n_portions)
    {
      guint start = taken * work->portion;

      work->func (start, MIN (work->n, start + work->portion), work->data);
      g_mutex_lock (&work->mutex);
      if (++work->n_done == work->n_portions)
        g_cond_signal (&work->all_done);
      g_mutex_unlock (&work->mutex);
    }
}

static void
help (gpointer data,
      gpointer user_data)
{
  do_portions (data);
  g_atomic_rc_box_release_full (data, work_clear);
}

/* Threads stay for the next call. */
static GThreadPool *
get_pool (void)
{
  static GThreadPool *pool;

  if (g_once_init_enter_pointer (&pool))
    g_once_init_leave_pointer (&pool, g_thread_pool_new (help, NULL, MIN (g_get_num_processors (), MOST_THREADS), FALSE,
                                                         NULL));

  return pool;
}

void
agreed_parallel_run (guint              n,
                     guint              portion,
                     AgreedParallelFunc func,
                     gpointer           data)
{
  Work *work;

  g_return_if_fail (portion > 0);
  g_return_if_fail (func != NULL);

  if (n <= portion)
    {
      if (n > 0)
        func (0, n, data);
      return;
    }

  work = g_atomic_rc_box_new0 (Work);
  *work = (Work) { .n = n, .portion = portion, .func = func, .data = data, .n_portions = (n - 1) / portion + 1 };
  g_mutex_init (&work->mutex);
  g_cond_init (&work->all_done);
  for (guint i = 1; i < MIN (MIN (g_get_num_processors (), MOST_THREADS), work->n_portions); i++)
    if (!g_thread_pool_push (get_pool (), g_atomic_rc_box_acquire (work), NULL))
      g_debug ("a thread could not be started");

  do_portions (work);
  g_mutex_lock (&work->mutex);
  while (work->n_done < work->n_portions)
    g_cond_wait (&work->all_done, &work->mutex);
  g_mutex_unlock (&work->mutex);
  g_atomic_rc_box_release_full (work, work_clear);
}
