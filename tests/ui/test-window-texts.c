/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"
#include "row-accessible.h"
#include "window-fixture.h"

/* Three texts side by side: the sample has a draft, what became of it, and the resolution of the year after. */

static const char *
get_symbol (AgreedWindow *window,
            AgreedSide    side)
{
  AgreedText *text = agreed_project_get_text (window->project, side);

  return text != NULL ? agreed_text_get_symbol (text) : NULL;
}

static gboolean
get_state (AgreedWindow *window)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "three-texts");
  g_autoptr (GVariant) state = g_action_get_state (action);

  return g_variant_get_boolean (state);
}

static void
choose (AgreedWindow *window,
        const char   *action,
        AgreedText   *text)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, "s", agreed_text_get_id (text));
  wait_until_idle (window);
}

static AgreedWindow *
open_three (void)
{
  AgreedWindow *window = open_sample ();

  g_assert_false (get_state (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.three-texts", NULL);
  for (guint i = 0; i < 500 && !window->shows_three; i++)
    {
      wait_until_idle (window);
      g_usleep (2000);
    }
  wait_until_idle (window);
  return window;
}

/* Rows that the three texts have to themselves, or share. */
static void
count_rows (AgreedWindow *window,
            guint        *n_complete,
            guint        *n_earliest_only)
{
  GListModel *rows = agreed_window_get_rows (window);

  *n_complete = *n_earliest_only = 0;
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);
      guint lengths[AGREED_N_TEXTS];

      for (guint side = 0; side < AGREED_N_TEXTS; side++)
        lengths[side] = agreed_row_get_paragraphs (row, side)->len;
      *n_complete += lengths[0] > 0 && lengths[1] > 0 && lengths[2] > 0;
      *n_earliest_only += lengths[AGREED_SIDE_OLDER] + lengths[AGREED_SIDE_NEWER] == 0;
    }
}

static void
test_three (void)
{
  AgreedWindow *window = open_three ();
  AgreedComparisonView *view = window->view;
  int x[AGREED_N_TEXTS], width;
  guint n_complete, n_earliest_only;
  AgreedRowLayout *layout;
  gboolean came = FALSE;
  g_autofree char *name = NULL;

  g_assert_true (window->shows_three && get_state (window));
  g_assert_cmpstr (get_symbol (window, AGREED_SIDE_EARLIEST), ==, "A/C.2/65/L.22");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->earliest_head)));
  g_assert_false (adw_banner_get_revealed (window->no_room_banner));
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_assert_true (agreed_comparison_view_get_column (view, side, &x[side], &width));
  g_assert_cmpint (x[AGREED_SIDE_EARLIEST] + width, <, x[AGREED_SIDE_OLDER]);
  g_assert_cmpint (x[AGREED_SIDE_OLDER] + width, <, x[AGREED_SIDE_NEWER]);
  count_rows (window, &n_complete, &n_earliest_only);
  g_assert_cmpuint (n_complete, >, 20);

  /* The first row: the same paragraph in all three, what came to the second text and what it lost afterwards. */
  layout = agreed_comparison_view_ensure_row (view, 0);
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_assert_cmpuint (layout->passages[side]->len, >, 0);
  for (guint i = 0; i < layout->passages[AGREED_SIDE_OLDER]->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (layout->passages[AGREED_SIDE_OLDER], i);

      for (guint k = 0; k < passage->stretches->len; k++)
        came |= g_array_index (passage->stretches, AgreedStretch, k).came;
    }
  g_assert_true (came);
  name = agreed_row_describe (layout->row);
  g_assert_nonnull (strstr (name, "since the earliest text"));

  /* Off again: two texts, as before. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.three-texts", NULL);
  wait_until_idle (window);
  g_assert_false (get_state (window));
  g_assert_null (get_symbol (window, AGREED_SIDE_EARLIEST));
  g_assert_cmpuint (g_list_model_get_n_items (agreed_window_get_rows (window)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (agreed_project_get_comparison (window->project))));
  close_window (window);
}

/* What is marked as having come is just what the earliest text has not: taken away, it leaves wording of that text. */
static void
test_what_came (void)
{
  AgreedWindow *window = open_three ();
  guint n_seen = 0;

  for (guint i = 0; i < g_list_model_get_n_items (agreed_window_get_rows (window)); i++)
    {
      AgreedRowLayout *layout = agreed_comparison_view_ensure_row (window->view, i);
      AgreedRow *before = agreed_row_get_before (layout->row);
      g_autoptr (GString) kept = g_string_new (NULL), expected = g_string_new (NULL);
      GArray *runs;

      if (before == NULL || agreed_row_get_change (before) != AGREED_CHANGE_REWORDED)
        continue;
      n_seen++;
      for (guint p = 0; p < layout->passages[AGREED_SIDE_OLDER]->len; p++)
        {
          AgreedPassage *passage = g_ptr_array_index (layout->passages[AGREED_SIDE_OLDER], p);

          for (guint k = 0; k < passage->stretches->len; k++)
            {
              const AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, k);

              if (stretch->is_wording && !stretch->came)
                g_string_append_len (kept, passage->text + stretch->text_start, stretch->text_length);
            }
        }
      runs = agreed_row_get_runs (before);
      for (guint k = 0; k < runs->len; k++)
        {
          const AgreedRun *run = &g_array_index (runs, AgreedRun, k);

          if (run->kind == AGREED_RUN_EQUAL)
            g_string_append_len (expected, agreed_row_get_wording (before, AGREED_SIDE_NEWER) + run->newer_start,
                                 run->newer_length);
        }
      g_string_replace (expected, "\n", "", 0);
      g_assert_cmpstr (kept->str, ==, expected->str);
    }
  g_assert_cmpuint (n_seen, >, 5);
  close_window (window);
}

/* A text takes the place of another that shows it already, so that there are always three. */
static void
test_places (void)
{
  AgreedWindow *window = open_three ();
  AgreedText *draft = agreed_project_get_text (window->project, AGREED_SIDE_EARLIEST);
  AgreedText *agreed = agreed_project_get_text (window->project, AGREED_SIDE_OLDER);
  AgreedText *later = agreed_project_get_text (window->project, AGREED_SIDE_NEWER);

  choose (window, "win.earliest-text", agreed);
  g_assert_true (agreed_project_get_text (window->project, AGREED_SIDE_EARLIEST) == agreed);
  g_assert_true (agreed_project_get_text (window->project, AGREED_SIDE_OLDER) == draft);
  choose (window, "win.newer-text", agreed);
  g_assert_true (agreed_project_get_text (window->project, AGREED_SIDE_EARLIEST) == later);
  g_assert_true (agreed_project_get_text (window->project, AGREED_SIDE_NEWER) == agreed);

  /* Without it the last two are compared; asked for again, the newest of the three is the newer text. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.three-texts", NULL);
  wait_until_idle (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.three-texts", NULL);
  wait_until_idle (window);
  g_assert_true (agreed_project_get_text (window->project, AGREED_SIDE_EARLIEST) == draft);
  g_assert_true (agreed_project_get_text (window->project, AGREED_SIDE_OLDER) == agreed);
  g_assert_true (agreed_project_get_text (window->project, AGREED_SIDE_NEWER) == later);
  close_window (window);
}

/* Letters so large that three columns have no room: the two newer texts, and a sentence. */
static void
test_no_room (void)
{
  AgreedWindow *window = open_three ();
  double scale;

  g_object_get (window->view, "text-scale", &scale, NULL);
  g_object_set (window->view, "text-scale", 3., NULL);
  for (guint i = 0; i < 500 && window->shows_three; i++)
    {
      wait_until_idle (window);
      g_usleep (2000);
    }
  g_assert_false (window->shows_three);
  g_assert_true (adw_banner_get_revealed (window->no_room_banner));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->earliest_head)));
  g_assert_cmpuint (g_list_model_get_n_items (agreed_window_get_rows (window)), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (agreed_project_get_comparison (window->project))));
  g_object_set (window->view, "text-scale", scale, NULL);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window-texts/three", test_three);
  g_test_add_func ("/window-texts/what-came", test_what_came);
  g_test_add_func ("/window-texts/places", test_places);
  g_test_add_func ("/window-texts/no-room", test_no_room);

  return g_test_run ();
}
