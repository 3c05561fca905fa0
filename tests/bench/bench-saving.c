/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "large-project.h"
#include "store.h"
#include "window-private.h"

#include <glib/gstdio.h>
#include <time.h>

/* bench-saving FILE…: saves a large project (large-project.h) while the comparison scrolls, and prints how far apart the
 * window's frames then are, beside how far they are without saving. On a machine that does other things too, what the main
 * thread itself did in its longest frame tells more than the clock. To be run on a display. */

#define N_FRAMES 120
#define N_SAVES 4
/* Pixels that the comparison scrolls in a frame. */
#define SPEED 24

typedef struct {
  AgreedWindow *window;
  GFile *file; /* NULL: nothing is saved */
  guint n_frames;
  guint n_saves;
  gint64 last_frame;
  double last_cpu;
  GArray *gaps; /* double: milliseconds between two frames */
  GArray *work; /* double: milliseconds of CPU time that the main thread took for each */
} Run;

static double
get_cpu (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static gboolean
frame (GtkWidget     *widget,
       GdkFrameClock *clock,
       gpointer       data)
{
  Run *run = data;
  gint64 now = gdk_frame_clock_get_frame_time (clock);
  double cpu = get_cpu ();
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (widget));

  if (run->last_frame != 0)
    {
      double gap = (now - run->last_frame) / 1e3, work = cpu - run->last_cpu;

      g_array_append_val (run->gaps, gap);
      g_array_append_val (run->work, work);
    }
  run->last_frame = now;
  run->last_cpu = cpu;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SPEED);
  if (run->file != NULL && !run->window->saving && run->n_saves < N_SAVES && run->n_frames % 20 == 10)
    {
      run->n_saves++;
      agreed_window_save (run->window, run->file);
    }
  return ++run->n_frames < N_FRAMES || run->window->saving;
}

static int
compare_gaps (gconstpointer a,
              gconstpointer b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static void
measure (AgreedWindow *window,
         GFile        *file,
         const char   *name)
{
  g_autoptr (GArray) gaps = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) work = g_array_new (FALSE, FALSE, sizeof (double));
  Run run = { .window = window, .file = file, .gaps = gaps, .work = work };
  guint id = gtk_widget_add_tick_callback (GTK_WIDGET (window->view), frame, &run, NULL);
  guint late = 0;

  while (run.n_frames < N_FRAMES || window->saving)
    g_main_context_iteration (NULL, TRUE);
  if (run.n_frames < N_FRAMES)
    gtk_widget_remove_tick_callback (GTK_WIDGET (window->view), id);

  g_array_sort (gaps, compare_gaps);
  g_array_sort (work, compare_gaps);
  for (guint i = 0; i < gaps->len; i++)
    late += g_array_index (gaps, double, i) > 1.5 * 1000 / 60;
  g_print ("%-16s %u frames, %u saves: median %.1f ms, longest %.1f ms, %u late; main thread: median %.1f ms, longest %.1f ms\n",
           name, gaps->len, run.n_saves, g_array_index (gaps, double, gaps->len / 2),
           g_array_index (gaps, double, gaps->len - 1), late, g_array_index (work, double, work->len / 2),
           g_array_index (work, double, work->len - 1));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AgreedProject) project = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("agreed-saving-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.agreed", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AgreedWindow *window;

  if (argc < 2)
    {
      g_printerr ("usage: bench-saving FILE…\n");
      return 2;
    }

  gtk_init ();
  adw_init ();
  bytes = agreed_large_project_new (argc - 1, argv + 1);
  project = agreed_store_from_bytes (bytes, "large.agreed", &error);
  g_assert_no_error (error);
  window = agreed_window_new (NULL);
  agreed_window_set_project (window, project, NULL);
  gtk_window_present (GTK_WINDOW (window));
  for (gint64 end = g_get_monotonic_time () + 6 * G_TIME_SPAN_SECOND; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);

  for (guint round = 0; round < 2; round++)
    {
      measure (window, NULL, "without saving:");
      measure (window, file, "while saving:");
    }
  g_unlink (path);
  g_rmdir (folder);
  return 0;
}
