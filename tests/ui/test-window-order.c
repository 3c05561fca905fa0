/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-order.h"
#include "settings.h"
#include "comparison-view-private.h"
#include "window-private.h"

/* Rows in the order of either text. */

static AgreedText *
create_text (const char *const *wordings)
{
  AgreedText *text = agreed_text_new ();

  agreed_text_set_language (text, "en");
  for (guint i = 0; wordings[i] != NULL; i++)
    {
      g_autofree char *label = g_strdup_printf ("OP%u", i + 1);
      g_autoptr (AgreedParagraph) paragraph =
        agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, wordings[i]);

      agreed_text_append (text, paragraph);
    }
  return text;
}

static char *
describe (GListModel *rows)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      g_string_append_printf (string, "%s%s>%s", i > 0 ? " " : "", agreed_row_get_label (row, AGREED_SIDE_OLDER),
                              agreed_row_get_label (row, AGREED_SIDE_NEWER));
    }
  return g_string_free (string, FALSE);
}

static void
test_order (void)
{
  static const char *const older_wordings[] = {
    "Welcomes the convening of the ocean conference in Lisbon;",
    "Urges all donors to replenish the fund for libraries;",
    "Decides to include in its agenda an item on migratory birds;",
    "Requests the Secretary-General to submit a report on glaciers;", NULL,
  };
  static const char *const newer_wordings[] = {
    "Requests the Secretary-General to submit a report on glaciers;",
    "Affirms that volcanic ash is to be measured every month;",
    "Welcomes the convening of the ocean conference in Lisbon;",
    "Decides to include in its agenda an item on migratory birds;", NULL,
  };
  g_autoptr (AgreedText) older = create_text (older_wordings), newer = create_text (newer_wordings);
  g_autoptr (AgreedComparison) comparison = agreed_comparison_new (older, newer, NULL);
  g_autoptr (GListModel) by_newer = agreed_rows_in_order (comparison, AGREED_SIDE_NEWER);
  g_autoptr (GListModel) by_older = agreed_rows_in_order (comparison, AGREED_SIDE_OLDER);
  g_autofree char *newer_order = describe (by_newer), *older_order = describe (by_older);

  g_assert_cmpstr (newer_order, ==, "OP4>OP1 >OP2 OP1>OP3 OP2> OP3>OP4");
  g_assert_cmpstr (older_order, ==, "OP1>OP3 OP2> OP3>OP4 OP4>OP1 >OP2");
}

/* The row at hand stays the same one. */
static void
test_window (void)
{
  AgreedWindow *window = agreed_window_new (NULL);
  AgreedRow *row;
  guint n_rows;

  agreed_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  while (agreed_window_get_busy (window))
    g_main_context_iteration (NULL, TRUE);
  n_rows = g_list_model_get_n_items (agreed_window_get_rows (window));
  g_assert_cmpuint (n_rows, >, 20);
  agreed_comparison_view_go_to (window->view, 5);
  row = agreed_window_get_current_row (window);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.row-order", "s", "older"));
  g_assert_cmpuint (g_list_model_get_n_items (agreed_window_get_rows (window)), ==, n_rows);
  g_assert_true (agreed_window_get_current_row (window) == row);
  g_assert_cmpuint (agreed_comparison_view_get_current (window->view), !=, 5);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.row-order", "s", "newer"));
  g_assert_cmpuint (agreed_comparison_view_get_current (window->view), ==, 5);

  /* A filter shows all that it finds, folded or not. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.fold-unchanged", NULL));
  g_assert_true (window->view->fold_unchanged);
  agreed_row_filter_set_topic (agreed_window_get_filter (window), "igf");
  g_assert_false (window->view->fold_unchanged);
  agreed_row_filter_clear (agreed_window_get_filter (window));
  g_assert_true (window->view->fold_unchanged);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window-order/order", test_order);
  g_test_add_func ("/window-order/window", test_window);

  return g_test_run ();
}
