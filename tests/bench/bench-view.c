/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"
#include "overview.h"
#include "view-samples.h"

#include <adwaita.h>
#include <math.h>
#include <time.h>

/* bench-view ROWS: shows so many rows, with the strip beside them, in a window of 1280 by 800 that stood empty, and prints
 * what it costs, a line of "name value" each. Times are milliseconds of the process's CPU time up to the end of the
 * frame that shows what was asked for, which other work on the machine hardly changes; first-frame-clock alone is by
 * the clock. */

#define WIDTH 1280
#define HEIGHT 800
#define SCROLL 400
#define N_FRAMES 60
#define N_JUMPS 40
/* Where agreed_comparison_view_reveal() puts what comes from afar, as a share of the view's height. */
#define JUMP_PLACE .25
#define PATIENCE 30 /* seconds that a frame may take before something is wrong */

typedef struct {
  GtkWidget *window;
  AgreedComparisonView *view;
  GtkAdjustment *adjustment;
  guint n_painted;
} Stage;

static double
get_ms (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);

  return now.tv_sec * 1e3 + now.tv_nsec / 1e6;
}

static double
get_cpu (void)
{
  return get_ms (CLOCK_PROCESS_CPUTIME_ID);
}

static void
on_painted (GdkFrameClock *clock,
            Stage         *stage)
{
  stage->n_painted++;
}

/* Up to the end of the next frame that is drawn. */
static void
wait_for_frame (Stage *stage)
{
  double end = get_ms (CLOCK_MONOTONIC) + PATIENCE * 1000;
  guint before = stage->n_painted;

  while (stage->n_painted == before)
    {
      if (get_ms (CLOCK_MONOTONIC) > end)
        g_error ("no frame was drawn in %d seconds", PATIENCE);
      g_main_context_iteration (NULL, TRUE);
    }
}

static gboolean
on_rested (gpointer rested)
{
  *(gboolean *) rested = TRUE;

  return G_SOURCE_REMOVE;
}

static void
rest (guint ms)
{
  gboolean rested = FALSE;

  g_timeout_add (ms, on_rested, &rested);
  while (!rested)
    g_main_context_iteration (NULL, TRUE);
}

static Stage *
stage_new (void)
{
  Stage *stage = g_new0 (Stage, 1);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0), *scroller = gtk_scrolled_window_new ();
  GtkWidget *overview = agreed_overview_new ();

  stage->window = gtk_window_new ();
  stage->view = AGREED_COMPARISON_VIEW (agreed_comparison_view_new ());
  agreed_comparison_view_set_languages (stage->view, "en", "en");
  agreed_overview_set_view (AGREED_OVERVIEW (overview), stage->view);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (stage->view));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), overview);
  gtk_window_set_child (GTK_WINDOW (stage->window), box);
  gtk_window_set_default_size (GTK_WINDOW (stage->window), WIDTH, HEIGHT);
  gtk_window_set_decorated (GTK_WINDOW (stage->window), FALSE);
  gtk_widget_realize (stage->window);
  g_signal_connect (gtk_widget_get_frame_clock (stage->window), "after-paint", G_CALLBACK (on_painted), stage);
  gtk_window_present (GTK_WINDOW (stage->window));
  wait_for_frame (stage);
  rest (300);
  stage->adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (stage->view));

  return stage;
}

/* The older paragraphs in an order in which what was moved stood elsewhere, so that there are traces to draw. */
static GListModel *
collect_older (GListModel *rows)
{
  GListStore *paragraphs = g_list_store_new (AGREED_TYPE_PARAGRAPH);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);
      GPtrArray *older = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER);
      gboolean back = agreed_row_get_moved (row) && all->len > 5;

      for (guint k = 0; k < older->len; k++)
        g_ptr_array_insert (all, back ? (int) all->len - 5 : -1, older->pdata[k]);
    }
  g_list_store_splice (paragraphs, 0, 0, all->pdata, all->len);

  return G_LIST_MODEL (paragraphs);
}

static void
show_rows (Stage      *stage,
           GListModel *rows,
           GListModel *older)
{
  double clock = get_ms (CLOCK_MONOTONIC), cpu = get_cpu ();

  agreed_comparison_view_set_older_paragraphs (stage->view, older);
  agreed_comparison_view_set_rows (stage->view, rows);
  agreed_comparison_view_start (stage->view);
  wait_for_frame (stage);
  g_print ("first-frame %.1f\n", get_cpu () - cpu);
  g_print ("first-frame-clock %.1f\n", get_ms (CLOCK_MONOTONIC) - clock);
}

/* Down the text, and at its end up again: CPU of a frame on average, what runs between frames included. */
static void
scroll (Stage      *stage,
        const char *name)
{
  GtkAdjustment *adjustment = stage->adjustment;
  double step = SCROLL, cpu, longest = 0;
  const double before = get_cpu ();

  for (guint i = 0; i < N_FRAMES; i++)
    {
      double value = gtk_adjustment_get_value (adjustment);
      double end = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment);

      if (value + step > end || value + step < 0)
        step = -step;
      cpu = get_cpu ();
      gtk_adjustment_set_value (adjustment, value + step);
      wait_for_frame (stage);
      longest = MAX (longest, get_cpu () - cpu);
    }
  g_print ("%s %.2f\n%s-longest %.2f\n", name, (get_cpu () - before) / N_FRAMES, name, longest);
}

/* A moved row is at hand: a line leads from it to where it stood. */
static void
scroll_with_trace (Stage *stage)
{
  for (guint i = agreed_comparison_view_get_n_rows (stage->view) / 2; i > 0; i--)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (stage->view->rows, i);

      if (!agreed_row_get_moved (row))
        continue;
      agreed_comparison_view_go_to (stage->view, i);
      wait_for_frame (stage);
      scroll (stage, "scroll-moved");
      return;
    }
}

/* Every fifth byte or so of the texts is found: as many marks as anybody could ask for. */
static void
scroll_with_marks (Stage *stage)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (AgreedFound));
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < agreed_comparison_view_get_n_rows (stage->view); i++)
    {
      AgreedRow *row = g_list_model_get_item (stage->view->rows, i);

      g_ptr_array_add (kept, row);
      for (guint side = 0; side < AGREED_N_SIDES; side++)
        for (const char *wording = agreed_row_get_wording (row, side), *p = wording; (p = strchr (p, 'e')) != NULL; p++)
          {
            AgreedFound place = { row, side, p - wording, 1 };

            g_array_append_val (found, place);
          }
    }
  agreed_comparison_view_set_found (stage->view, found);
  wait_for_frame (stage);
  scroll (stage, "scroll-found");
  agreed_comparison_view_set_found (stage->view, NULL);
  wait_for_frame (stage);
}

/* How far from its place a row stands that was jumped to, in pixels: a quarter of the view's height from the top, or
 * less where the row or the rest of the text does not reach; near the first rows the text begins at the top. */
static double
get_jump_error (Stage *stage,
                guint  position)
{
  AgreedComparisonView *view = stage->view;
  int view_height = gtk_widget_get_height (GTK_WIDGET (view));
  int height = agreed_row_heights_get (view->heights, position);
  double place = CLAMP (view_height * JUMP_PLACE, 0, MAX (0, view_height - height));
  double above = agreed_row_heights_get_start (view->heights, position);
  double below = agreed_row_heights_get_total (view->heights) - above;

  place = MIN (place, above);
  place = MAX (place, view_height - below);

  return fabs (agreed_comparison_view_get_row_y (view, position) - place);
}

static void
jump (Stage *stage)
{
  guint n_rows = agreed_comparison_view_get_n_rows (stage->view);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  double error = 0, longest = 0;

  for (guint i = 0; i < N_JUMPS; i++)
    {
      guint position = i == 0 ? n_rows - 1 : i == 1 ? 0 : (guint) g_rand_int_range (random, 0, n_rows);
      double cpu = get_cpu ();

      if (agreed_comparison_view_is_in_view (stage->view, position))
        continue;
      /* Next to what is in view a row is brought in by the shortest way; a jump begins far from it. */
      if (position + 2 >= stage->view->anchor && position <= stage->view->anchor + stage->view->n_in_view)
        continue;
      agreed_comparison_view_jump_to (stage->view, position);
      wait_for_frame (stage);
      longest = MAX (longest, get_cpu () - cpu);
      error = MAX (error, get_jump_error (stage, position));
    }
  g_print ("jump-error %.2f\njump-longest %.1f\n", error, longest);
}

static void
resize (Stage *stage)
{
  double longest = 0;

  for (int i = 0; i < 24; i++)
    {
      double cpu = get_cpu ();

      gtk_window_set_default_size (GTK_WINDOW (stage->window), WIDTH - (i < 12 ? i : 24 - i) * 40, HEIGHT - i % 3 * 30);
      wait_for_frame (stage);
      longest = MAX (longest, get_cpu () - cpu);
    }
  g_print ("resize-longest %.1f\n", longest);
}

static void
zoom (Stage *stage)
{
  double longest = 0;

  for (int i = 0; i < 12; i++)
    {
      double cpu = get_cpu ();

      agreed_comparison_view_zoom (stage->view, i % 6 < 3 ? 1 : -1);
      wait_for_frame (stage);
      longest = MAX (longest, get_cpu () - cpu);
    }
  g_print ("zoom-longest %.1f\n", longest);
}

static double
get_peak_mb (void)
{
  g_autofree char *status = NULL;
  const char *peak;

  if (!g_file_get_contents ("/proc/self/status", &status, NULL, NULL) || (peak = strstr (status, "VmHWM:")) == NULL)
    return -1;

  return g_ascii_strtod (peak + strlen ("VmHWM:"), NULL) / 1024;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GListStore) rows = NULL;
  g_autoptr (GListModel) older = NULL;
  int n_rows = argc == 2 ? atoi (argv[1]) : 0;
  Stage *stage;

  if (n_rows <= 0)
    {
      g_printerr ("usage: bench-view ROWS\n");
      return 2;
    }

  adw_init ();
  rows = agreed_view_samples_new_many ("en", n_rows);
  older = collect_older (G_LIST_MODEL (rows));
  stage = stage_new ();
  show_rows (stage, G_LIST_MODEL (rows), older);
  rest (300);
  scroll (stage, "scroll");
  jump (stage);
  scroll_with_trace (stage);
  resize (stage);
  zoom (stage);
  /* What was found stands outside: its array is this program's, not the view's. */
  g_print ("peak-memory %.0f\n", get_peak_mb ());
  scroll_with_marks (stage);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  g_free (stage);

  return 0;
}
