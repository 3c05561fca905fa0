/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <adwaita.h>

/* Unchanged rows folded: which ones, what is left of them, and how they open. */

static void
add_row (GListStore *rows,
         gboolean    changed)
{
  g_autofree char *label = g_strdup_printf ("OP%u", g_list_model_get_n_items (G_LIST_MODEL (rows)) + 1);
  g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, "Notes the report;");
  g_autoptr (GPtrArray) paragraphs = g_ptr_array_new_with_free_func (g_object_unref), nothing = g_ptr_array_new ();
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));
  g_autoptr (AgreedRow) row = NULL;

  g_ptr_array_add (paragraphs, g_object_ref (paragraph));
  row = agreed_row_new (changed ? nothing : paragraphs, paragraphs, nothing,
                        changed ? AGREED_CHANGE_ADDED : AGREED_CHANGE_UNCHANGED, runs);
  g_list_store_append (rows, row);
}

/* @kinds: a letter a row, "c" for a changed one */
static AgreedComparisonView *
create_view (const char  *kinds,
             GtkWidget  **window)
{
  g_autoptr (GListStore) rows = g_list_store_new (AGREED_TYPE_ROW);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (agreed_comparison_view_new ());

  for (const char *kind = kinds; *kind != '\0'; kind++)
    add_row (rows, *kind == 'c');
  agreed_comparison_view_set_rows (view, G_LIST_MODEL (rows));
  *window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (*window), 900, 500);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_window_set_child (GTK_WINDOW (*window), scroller);
  gtk_window_present (GTK_WINDOW (*window));
  gtk_test_widget_wait_for_draw (*window);

  return view;
}

/* "." for a row that is shown, a digit for one that stands for so many, "-" for one that another stands for. */
static char *
describe (AgreedComparisonView *view)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < agreed_comparison_view_get_n_rows (view); i++)
    {
      guint n_rows = agreed_comparison_view_get_fold (view, i);

      if (agreed_comparison_view_is_hidden (view, i))
        g_string_append_c (string, '-');
      else if (n_rows > 0)
        g_string_append_printf (string, "%u", n_rows);
      else
        g_string_append_c (string, '.');
    }

  return g_string_free (string, FALSE);
}

static void
assert_folds (const char *kinds,
              const char *expected)
{
  GtkWidget *window;
  AgreedComparisonView *view = create_view (kinds, &window);
  g_autofree char *folds = NULL;

  g_object_set (view, "fold-unchanged", TRUE, NULL);
  folds = describe (view);
  g_assert_cmpstr (folds, ==, expected);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* One row of context beside a change, none at the ends of the text, and no fold of one row. */
static void
test_which (void)
{
  assert_folds ("", "");
  assert_folds ("c", ".");
  assert_folds ("u", ".");
  assert_folds ("uu", "2-");
  assert_folds ("uuuuu", "5----");
  assert_folds ("uuuuc", "3--..");
  assert_folds ("cuuuc", ".....");
  assert_folds ("cuuuuc", "..2-..");
  assert_folds ("uucuuuuucuuc", "....3--.....");
  assert_folds ("cccc", "....");
}

static void
test_opening (void)
{
  GtkWidget *window;
  AgreedComparisonView *view = create_view ("uuuuuucuuuuuuu", &window);
  gint64 whole = agreed_row_heights_get_total (view->heights), folded;
  g_autofree char *folds = NULL;

  g_object_set (view, "fold-unchanged", TRUE, NULL);
  folded = agreed_row_heights_get_total (view->heights);
  g_assert_cmpint (folded, <, whole / 2);

  /* Going to a row that is folded shows it, and only its fold. */
  agreed_comparison_view_go_to (view, 10);
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 10);
  folds = describe (view);
  g_assert_cmpstr (folds, ==, "5----.........");
  g_assert_cmpint (agreed_row_heights_get_total (view->heights), >, folded);

  /* Folding anew folds all. */
  g_object_set (view, "fold-unchanged", FALSE, NULL);
  g_object_set (view, "fold-unchanged", TRUE, NULL);
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 8);
  g_assert_cmpuint (agreed_comparison_view_get_fold (view, 8), ==, 6);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The keys pass from line to line, and Return opens the one at hand. */
static void
test_keys (void)
{
  GtkWidget *window;
  AgreedComparisonView *view = create_view ("uuuucuuuu", &window);

  g_object_set (view, "fold-unchanged", TRUE, NULL);
  agreed_comparison_view_stay_at (view, 2);
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 0);
  g_assert_cmpuint (agreed_comparison_view_get_fold (view, 0), ==, 3);
  g_assert_cmpuint (agreed_comparison_view_find_next_shown (view, 0, 1), ==, 3);
  g_assert_cmpuint (agreed_comparison_view_find_next_shown (view, 3, -1), ==, 0);
  agreed_comparison_view_unfold (view, agreed_comparison_view_get_current (view));
  g_assert_cmpuint (agreed_comparison_view_get_fold (view, 0), ==, 0);
  g_assert_false (agreed_comparison_view_is_hidden (view, 1));
  g_assert_cmpuint (agreed_comparison_view_get_fold (view, 6), ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Rows that change while others are folded: folds are found anew, and what was opened stays open. */
static void
test_rows_change (void)
{
  GtkWidget *window;
  AgreedComparisonView *view = create_view ("uuuuuuuu", &window);
  GListStore *rows = G_LIST_STORE (agreed_comparison_view_get_rows (view));
  g_autofree char *folds = NULL, *fewer = NULL;

  g_object_set (view, "fold-unchanged", TRUE, NULL);
  add_row (rows, TRUE);
  folds = describe (view);
  g_assert_cmpstr (folds, ==, "7------..");
  agreed_comparison_view_unfold (view, 0);
  add_row (rows, TRUE);
  fewer = describe (view);
  g_assert_cmpstr (fewer, ==, "..........");
  g_list_store_remove_all (rows);
  g_assert_cmpuint (agreed_comparison_view_get_n_rows (view), ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Two texts whose second paragraph became the last; a line below the first says so. */
static void
test_traces (void)
{
  static const char *const order[] = { "OP1>OP1", "OP3>OP2", "OP2>OP3" };
  g_autoptr (GListStore) older = g_list_store_new (AGREED_TYPE_PARAGRAPH), rows = g_list_store_new (AGREED_TYPE_ROW);
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (agreed_comparison_view_new ());
  AgreedRowLayout *layout;
  const AgreedArea *area = NULL;
  int height;

  for (guint i = 1; i <= G_N_ELEMENTS (order); i++)
    {
      g_autofree char *label = g_strdup_printf ("OP%u", i);
      g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, "Notes it;");

      g_list_store_append (older, paragraph);
    }
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      g_autoptr (GPtrArray) before = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) after = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
      g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));
      g_autoptr (AgreedRow) row = NULL;

      g_ptr_array_add (before, g_list_model_get_item (G_LIST_MODEL (older), order[i][2] - '1'));
      g_ptr_array_add (after, agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, order[i] + 4, "Notes it;"));
      g_ptr_array_add (links, agreed_link_new (before->pdata[0], after->pdata[0], 1, i == 2, AGREED_LINK_FOUND));
      row = agreed_row_new (before, after, links, AGREED_CHANGE_UNCHANGED, runs);
      g_list_store_append (rows, row);
    }
  agreed_comparison_view_set_rows (view, G_LIST_MODEL (rows));
  gtk_window_set_default_size (GTK_WINDOW (window), 900, 500);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);
  height = agreed_comparison_view_ensure_row (view, 0)->height;

  agreed_comparison_view_set_older_paragraphs (view, G_LIST_MODEL (older));
  gtk_test_widget_wait_for_draw (window);
  layout = agreed_comparison_view_ensure_row (view, 0);
  g_assert_cmpint (layout->height, >, height);
  for (guint i = 0; i < layout->areas->len; i++)
    if (g_array_index (layout->areas, AgreedArea, i).kind == AGREED_AREA_TRACE)
      area = &g_array_index (layout->areas, AgreedArea, i);
  g_assert_nonnull (area);
  g_assert_cmpuint (agreed_comparison_view_find_row (view, area->moved), ==, 2);
  g_assert_cmpint (agreed_comparison_view_ensure_row (view, 1)->trace_y, ==, 0);

  agreed_comparison_view_set_older_paragraphs (view, NULL);
  gtk_test_widget_wait_for_draw (window);
  g_assert_cmpint (agreed_comparison_view_ensure_row (view, 0)->height, ==, height);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* In large letters the two texts become one column, and two again in small ones. */
static void
test_columns (void)
{
  GtkWidget *window;
  AgreedComparisonView *view = create_view ("ucu", &window);
  int x, width;

  g_assert_true (agreed_comparison_view_get_column (view, AGREED_SIDE_OLDER, &x, &width));
  g_object_set (view, "text-scale", 3., NULL);
  gtk_test_widget_wait_for_draw (window);
  g_assert_false (agreed_comparison_view_get_column (view, AGREED_SIDE_OLDER, &x, &width));
  agreed_comparison_view_zoom (view, 0);
  gtk_test_widget_wait_for_draw (window);
  g_assert_true (agreed_comparison_view_get_column (view, AGREED_SIDE_OLDER, &x, &width));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/view-folds/which", test_which);
  g_test_add_func ("/view-folds/opening", test_opening);
  g_test_add_func ("/view-folds/keys", test_keys);
  g_test_add_func ("/view-folds/rows-change", test_rows_change);
  g_test_add_func ("/view-folds/traces", test_traces);
  g_test_add_func ("/view-folds/columns", test_columns);

  return g_test_run ();
}
