/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-dialog.h"
#include "window-private.h"

/* Linking and unlinking by the keyboard, and the names of the steps. */

static void
settle (void)
{
  for (guint i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static AgreedRow *
go_to_single_link (AgreedWindow *window)
{
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (window->rows));

  for (guint i = 3; i < n_rows; i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (window->rows), i);

      if (agreed_row_get_links (row)->len != 1)
        continue;
      agreed_comparison_view_go_to (window->view, i);
      settle ();
      return g_steal_pointer (&row);
    }
  g_assert_not_reached ();
}

static void
test_unlink_and_link (void)
{
  AgreedWindow *window = agreed_window_new (NULL);
  g_autoptr (AgreedRow) row = NULL;
  g_autofree char *older = NULL, *newer = NULL;
  AgreedSearchDialog *dialog;
  AgreedRow *here;

  agreed_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  settle ();
  row = go_to_single_link (window);
  older = g_strdup (agreed_row_get_label (row, AGREED_SIDE_OLDER));
  newer = g_strdup (agreed_row_get_label (row, AGREED_SIDE_NEWER));

  gtk_widget_activate_action (GTK_WIDGET (window), "win.unlink-row", NULL);
  settle ();
  g_assert_cmpstr (agreed_project_get_undo_name (window->project), !=, NULL);
  here = agreed_window_get_current_row (window);
  g_assert_cmpuint (agreed_row_get_links (here)->len, ==, 0);

  /* Back by its label; a row without a link is linked no other way. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.link-with", NULL);
  settle ();
  dialog = AGREED_SEARCH_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_nonnull (dialog);
  g_assert_cmpuint (g_list_model_get_n_items (agreed_search_dialog_get_choices (dialog)), >, 10);
  agreed_search_dialog_set_query (dialog, "no such words");
  settle ();
  g_assert_nonnull (agreed_search_dialog_get_nothing (dialog));
  agreed_search_dialog_set_query (dialog, *agreed_row_get_label (here, AGREED_SIDE_NEWER) != '\0' ? older : newer);
  settle ();
  g_assert_true (agreed_search_dialog_choose (dialog));
  settle ();
  here = agreed_window_get_current_row (window);
  g_assert_cmpuint (agreed_row_get_links (here)->len, ==, 1);
  g_assert_cmpstr (agreed_row_get_label (here, AGREED_SIDE_OLDER), ==, older);
  g_assert_cmpstr (agreed_row_get_label (here, AGREED_SIDE_NEWER), ==, newer);
  g_assert_cmpstr (agreed_project_get_undo_name (window->project), ==, "Link paragraphs");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle ();
  g_assert_cmpstr (agreed_project_get_undo_name (window->project), ==, "Unlink paragraphs");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  settle ();
  g_assert_false (agreed_project_get_can_undo (window->project));
  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/link/unlink-and-link", test_unlink_and_link);

  return g_test_run ();
}
