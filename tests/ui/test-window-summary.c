/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-story.h"
#include "summary-dialog.h"
#include "window-private.h"

/* What changed, told in sentences. */

static AgreedText *
create_text (const char *symbol,
             const char *const *wordings,
             const char *footnote)
{
  AgreedText *text = agreed_text_new ();
  g_autoptr (AgreedFootnote) note = agreed_footnote_new ("1", footnote);

  agreed_text_set_language (text, "en");
  agreed_text_set_symbol (text, symbol);
  agreed_text_append_footnote (text, note);
  for (guint i = 0; wordings[i] != NULL; i++)
    {
      g_autofree char *label = g_strdup_printf ("PP%u", i + 1);
      g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_PREAMBULAR, label, wordings[i]);

      agreed_paragraph_set_opening (paragraph, strcspn (wordings[i], " "));
      if (i == 1)
        agreed_paragraph_add_mark (paragraph, "1", strlen (wordings[i]) - 1);
      agreed_text_append (text, paragraph);
    }
  return text;
}

static AgreedComparison *
create_comparison (void)
{
  static const char *const older_wordings[] = {
    "Recalling the ocean conference in Lisbon and its outcome,",
    "Noting the report on migratory birds and their nests,",
    "Stressing that glaciers are to be measured every month,", NULL,
  };
  static const char *const newer_wordings[] = {
    "Reaffirming the ocean conference in Lisbon and its outcome,",
    "Noting the report on migratory birds and their nests,", NULL,
  };
  g_autoptr (AgreedText) older = create_text ("A/RES/79/1", older_wordings, "See A/79/64, chapter one.");
  g_autoptr (AgreedText) newer = create_text ("A/RES/80/1", newer_wordings, "See A/80/64, chapter one.");

  return agreed_comparison_new (older, newer, NULL);
}

static void
test_sentences (void)
{
  g_autoptr (AgreedComparison) comparison = create_comparison ();
  AgreedText *older = agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER);
  static const char *const expected[] = {
    "PP1 kept its place; 1 word inserted, 1 word removed. The opening words “Recalling” became “Reaffirming”.",
    "PP2 kept its place. Footnote 1 was reworded.",
    "PP3 of the older text is gone.",
  };

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (comparison)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      g_autofree char *told = agreed_row_tell (row, older, newer);

      g_assert_cmpstr (told, ==, expected[i]);
    }
}

static void
test_text (void)
{
  g_autoptr (AgreedComparison) comparison = create_comparison ();
  g_autofree char *story = agreed_rows_tell (G_LIST_MODEL (comparison), comparison);

  g_assert_true (g_str_has_prefix (story, "What changed from A/RES/79/1 to A/RES/80/1\n\n1\u00a0reworded · 1\u00a0removed\n\nPP1. "));
  g_assert_true (g_str_has_suffix (story, "\nPP3. Removed. PP3 of the older text is gone.\n"));
}

static GtkWidget *
find_child (GtkWidget *parent,
            GType      type)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = G_TYPE_CHECK_INSTANCE_TYPE (child, type) ? child : find_child (child, type);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* From the page to the row, and the copy that can be printed. */
static void
test_dialog (void)
{
  AgreedWindow *window = agreed_window_new (NULL);
  AdwDialog *dialog;
  GtkWidget *list;
  GtkSelectionModel *model;
  g_autoptr (AgreedRow) row = NULL;
  guint n_changes;

  agreed_window_open_sample (window);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  while (agreed_window_get_busy (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-summary", NULL));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (AGREED_IS_SUMMARY_DIALOG (dialog));
  list = find_child (GTK_WIDGET (dialog), GTK_TYPE_LIST_VIEW);
  model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  n_changes = g_list_model_get_n_items (G_LIST_MODEL (model));
  g_assert_cmpuint (n_changes, >, 20);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "summary.copy", NULL));

  row = g_list_model_get_item (G_LIST_MODEL (model), n_changes - 2);
  g_signal_emit_by_name (list, "activate", n_changes - 2);
  g_assert_true (agreed_window_get_current_row (window) == row);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window-summary/sentences", test_sentences);
  g_test_add_func ("/window-summary/text", test_text);
  g_test_add_func ("/window-summary/dialog", test_dialog);

  return g_test_run ();
}
