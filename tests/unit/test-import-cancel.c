/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading says how far it is, and stops when it is told to, in the middle of a page if need be. */
#include "import.h"
#include "long-files.h"
#include "pdf-sample.h"
#include "tracked.h"

#include <pthread.h>

/* Seconds between somebody's cancelling and the answer; the sanitizers make all of it ten times slower. */
#ifdef __SANITIZE_ADDRESS__
#define SOON 2.
#else
#define SOON .2
#endif

/* Paragraphs of a file that is longer than any report, and of one that the window would be waiting for. */
#define LONG    20000
#define LONGEST 150000

/* The machine may be busy with something else; the code is not, every time. */
#define TRIES 3

typedef struct {
  GMainLoop *loop;
  GCancellable *cancellable;
  GArray *fractions;
  AgreedDocument *document;
  GError *error;
  gint64 cancelled_at;
  gint64 answered_at;
  gulong wait; /* microseconds before it is cancelled */
  clockid_t clock;   /* of the computing of the thread that reads */
  gint64 computed;   /* microseconds of it, when it was cancelled */
} Reading;

static void
note_fraction (double   fraction,
               gpointer user_data)
{
  Reading *reading = user_data;

  g_array_append_val (reading->fractions, fraction);
}

static void
note_answer (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Reading *reading = user_data;

  reading->answered_at = g_get_monotonic_time ();
  reading->document = agreed_import_file_finish (result, &reading->error);
  g_main_loop_quit (reading->loop);
}

static gint64
read_clock (clockid_t clock)
{
  struct timespec now;

  g_assert_cmpint (clock_gettime (clock, &now), ==, 0);

  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gboolean
cancel (gpointer user_data)
{
  Reading *reading = user_data;

  reading->computed = reading->clock != 0 ? read_clock (reading->clock) : 0;
  reading->cancelled_at = g_get_monotonic_time ();
  g_cancellable_cancel (reading->cancellable);

  return G_SOURCE_REMOVE;
}

static void
read_file (Reading    *reading,
           const char *path,
           guint       cancel_after)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);

  reading->loop = g_main_loop_new (NULL, FALSE);
  reading->cancellable = g_cancellable_new ();
  reading->fractions = g_array_new (FALSE, FALSE, sizeof (double));
  agreed_import_file_with_progress_async (file, note_fraction, reading, reading->cancellable, note_answer, reading);
  if (cancel_after > 0)
    g_timeout_add (cancel_after, cancel, reading);
  g_main_loop_run (reading->loop);
}

static void
clear_reading (Reading *reading)
{
  g_main_loop_unref (reading->loop);
  g_object_unref (reading->cancellable);
  g_array_unref (reading->fractions);
  g_clear_object (&reading->document);
  g_clear_error (&reading->error);
}

static void
test_progress (void)
{
  g_autofree char *path = write_short_pages (800);
  Reading reading = { 0 };
  double last = 0;

  read_file (&reading, path, 0);
  g_assert_no_error (reading.error);
  g_assert_nonnull (reading.document);
  g_assert_cmpuint (reading.fractions->len, >=, 3);
  g_assert_cmpfloat (g_array_index (reading.fractions, double, 0), <, .9);
  for (guint i = 0; i < reading.fractions->len; i++)
    {
      g_assert_cmpfloat (g_array_index (reading.fractions, double, i), >=, last);
      last = g_array_index (reading.fractions, double, i);
    }
  g_assert_cmpfloat (last, <=, 1);
  clear_reading (&reading);
  g_remove (path);
}

/* In the window: the answer comes soon after, and nothing is said of progress from then on. */
static void
test_cancel (void)
{
  g_autofree char *path = write_endless_page ();
  double soonest = G_MAXDOUBLE;

  for (guint i = 0; i < TRIES; i++)
    {
      Reading reading = { 0 };

      read_file (&reading, path, 300);
      g_assert_error (reading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_null (reading.document);
      g_assert_cmpint (reading.cancelled_at, >, 0);
      soonest = MIN (soonest, (reading.answered_at - reading.cancelled_at) / (double) G_USEC_PER_SEC);
      clear_reading (&reading);
    }
  g_test_message ("answered after %.3f s", soonest);
  g_assert_cmpfloat (soonest, <, SOON);
  g_remove (path);
}

static gpointer
cancel_soon (gpointer user_data)
{
  Reading *reading = user_data;

  g_usleep (reading->wait);
  cancel (user_data);

  return NULL;
}

/* Nor does the work itself go on: whoever waits for it waits no longer. */
static void
test_cancel_work (void)
{
  g_autofree char *path = write_endless_page ();
  g_autoptr (GFile) file = g_file_new_for_path (path);
  double soonest = G_MAXDOUBLE;

  for (guint i = 0; i < TRIES; i++)
    {
      Reading reading = { .cancellable = g_cancellable_new (), .wait = 300 * 1000 };
      GThread *thread = g_thread_new ("cancel", cancel_soon, &reading);

      g_assert_null (agreed_import_file (file, reading.cancellable, &reading.error));
      soonest = MIN (soonest, (g_get_monotonic_time () - reading.cancelled_at) / (double) G_USEC_PER_SEC);
      g_thread_join (thread);
      g_assert_error (reading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_clear_error (&reading.error);
      g_object_unref (reading.cancellable);
    }
  g_test_message ("stopped after %.3f s", soonest);
  g_assert_cmpfloat (soonest, <, SOON);
  g_remove (path);
}

/* Every other kind of file says how far it is, too. */
static void
test_progress_of_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (long_files); i++)
    {
      g_autofree char *path = write_long_file (&long_files[i], LONG);
      Reading reading = { 0 };

      read_file (&reading, path, 0);
      g_assert_no_error (reading.error);
      g_test_message ("%s: told %u times", long_files[i].kind, reading.fractions->len);
      g_assert_cmpuint (reading.fractions->len, >=, 1);
      for (guint k = 1; k < reading.fractions->len; k++)
        g_assert_cmpfloat (g_array_index (reading.fractions, double, k), >=, g_array_index (reading.fractions, double, k - 1));
      clear_reading (&reading);
      g_remove (path);
    }
}

/* Seconds of computing that the work goes on for when it is cancelled after so many microseconds; 0 where it is over by
 * then. How busy the machine is does not count. */
static double
stop_after (GFile   *file,
            gulong   wait,
            gboolean tracked)
{
  Reading reading = { .cancellable = g_cancellable_new (), .wait = wait };
  gboolean known = pthread_getcpuclockid (pthread_self (), &reading.clock) == 0;
  GThread *thread = g_thread_new ("cancel", cancel_soon, &reading);
  g_autoptr (AgreedDocument) document = tracked ? agreed_import_tracked (file, AGREED_SIDE_OLDER, reading.cancellable, &reading.error)
                                                : agreed_import_file (file, reading.cancellable, &reading.error);
  gint64 computed = read_clock (reading.clock);
  double seconds;

  g_assert_true (known);
  g_thread_join (thread);
  seconds = document == NULL ? (computed - reading.computed) / (double) G_USEC_PER_SEC : 0;
  if (document == NULL)
    g_assert_error (reading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&reading.error);
  g_object_unref (reading.cancellable);

  return seconds;
}

/* And stops soon, whatever it is at: at the start, in the middle, near the end. */
static void
test_cancel_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (long_files); i++)
    {
      g_autofree char *path = write_long_file (&long_files[i], LONG);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      double longest = 0;

      for (gulong wait = 10; wait < 1000; wait += wait)
        {
          longest = MAX (longest, stop_after (file, wait * 1000, i > 1 && wait % 40 == 0));
        }
      g_test_message ("%s: stopped after %.3f s at most", long_files[i].kind, longest);
      g_assert_cmpfloat (longest, <, SOON);
      g_remove (path);
    }
}

/* Whoever waits in the window has the answer at once. */
static void
test_answer_of_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (long_files); i++)
    {
      g_autofree char *path = write_long_file (&long_files[i], LONGEST);
      double soonest = G_MAXDOUBLE;

      for (guint k = 0; k < TRIES && soonest > SOON; k++)
        {
          Reading reading = { 0 };

          read_file (&reading, path, 300);
          g_assert_error (reading.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
          soonest = MIN (soonest, (reading.answered_at - reading.cancelled_at) / (double) G_USEC_PER_SEC);
          clear_reading (&reading);
        }
      g_test_message ("%s: answered after %.3f s", long_files[i].kind, soonest);
      g_assert_cmpfloat (soonest, <, SOON);
      g_remove (path);
    }
}

/* What is not cancelled is read to its end in the same way, by several at a time. */
static void
test_side_by_side (void)
{
  g_autofree char *path = write_short_pages (20);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  Reading readings[4] = { 0 };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      readings[i].loop = loop;
      agreed_import_file_async (file, NULL, note_answer, &readings[i]);
    }
  for (guint i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      while (readings[i].answered_at == 0)
        g_main_context_iteration (NULL, TRUE);
      g_assert_no_error (readings[i].error);
      g_assert_nonnull (readings[i].document);
      g_object_unref (readings[i].document);
    }
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/cancel/progress", test_progress);
  g_test_add_func ("/import/cancel/answer", test_cancel);
  g_test_add_func ("/import/cancel/work", test_cancel_work);
  g_test_add_func ("/import/cancel/progress-of-kinds", test_progress_of_kinds);
  g_test_add_func ("/import/cancel/kinds", test_cancel_kinds);
  g_test_add_func ("/import/cancel/answer-of-kinds", test_answer_of_kinds);
  g_test_add_func ("/import/cancel/side-by-side", test_side_by_side);

  return g_test_run ();
}
