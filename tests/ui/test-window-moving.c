/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"
#include "jump-list.h"
#include "project-notes.h"
#include "search-dialog.h"
#include "tag.h"
#include "window-fixture.h"

/* Moving through a comparison: steps, jumps and the ways back. */

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
activate (AgreedWindow *window,
          const char   *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  settle ();
}

static guint
get_current (AgreedWindow *window)
{
  return agreed_comparison_view_get_current (window->view);
}

static void
test_jump_list (void)
{
  g_autoptr (AgreedJumpList) list = agreed_jump_list_new ();
  g_autoptr (GObject) a = g_object_new (G_TYPE_OBJECT, NULL), b = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) c = g_object_new (G_TYPE_OBJECT, NULL), d = g_object_new (G_TYPE_OBJECT, NULL);
  g_autoptr (GObject) back = NULL, further = NULL, forward = NULL, again = NULL;

  g_assert_false (agreed_jump_list_can_go (list, -1));
  g_assert_null (agreed_jump_list_go (list, -1, a));
  agreed_jump_list_add (list, a, a);
  g_assert_false (agreed_jump_list_can_go (list, -1));
  agreed_jump_list_add (list, a, b);
  agreed_jump_list_add (list, b, c);
  g_assert_false (agreed_jump_list_can_go (list, 1));

  /* The reader has walked on from c to d. */
  back = agreed_jump_list_go (list, -1, d);
  g_assert_true (back == b);
  further = agreed_jump_list_go (list, -1, b);
  g_assert_true (further == a);
  g_assert_false (agreed_jump_list_can_go (list, -1));
  forward = agreed_jump_list_go (list, 1, a);
  g_assert_true (forward == b);
  again = agreed_jump_list_go (list, 1, b);
  g_assert_true (again == d);

  g_clear_object (&back);
  back = agreed_jump_list_go (list, -1, d);
  agreed_jump_list_add (list, b, a);
  g_assert_false (agreed_jump_list_can_go (list, 1));
  g_assert_true (agreed_jump_list_can_go (list, -1));
  agreed_jump_list_clear (list);
  g_assert_false (agreed_jump_list_can_go (list, -1));
}

static void
test_back_and_forward (void)
{
  AgreedWindow *window = open_sample ();
  guint start = get_current (window);

  activate (window, "win.back");
  g_assert_cmpuint (get_current (window), ==, start);
  agreed_comparison_view_jump_to (window->view, 20);
  agreed_comparison_view_go_to (window->view, 22);
  agreed_comparison_view_jump_to (window->view, 40);
  activate (window, "win.back");
  g_assert_cmpuint (get_current (window), ==, 22);
  activate (window, "win.back");
  g_assert_cmpuint (get_current (window), ==, start);
  activate (window, "win.back");
  g_assert_cmpuint (get_current (window), ==, start);
  activate (window, "win.forward");
  activate (window, "win.forward");
  g_assert_cmpuint (get_current (window), ==, 40);

  /* A place that the filter hides is shown. */
  activate (window, "win.filter-added");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (window->rows)), <, 20);
  activate (window, "win.back");
  g_assert_cmpuint (get_current (window), ==, 22);
  close_window (window);
}

/* The sign of a moved row is a jump, by its key too. */
static void
test_follow_move (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *row;

  activate (window, "win.filter-moved");
  agreed_comparison_view_go_to (window->view, 0);
  row = agreed_window_get_current_row (window);
  activate (window, "win.clear-filter");
  g_assert_true (agreed_window_get_current_row (window) == row);
  activate (window, "win.follow-move");
  g_assert_true (agreed_window_get_current_row (window) != row);
  activate (window, "win.back");
  g_assert_true (agreed_window_get_current_row (window) == row);
  close_window (window);
}

static gboolean
has_suggestion (AgreedRow *row)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < agreed_row_get_paragraphs (row, side)->len; i++)
      {
        GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (agreed_row_get_paragraphs (row, side)->pdata[i]));

        for (guint k = 0; k < g_list_model_get_n_items (tags); k++)
          {
            g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, k);

            if (agreed_tag_get_state (tag) == AGREED_TAG_SUGGESTED)
              return TRUE;
          }
      }
  return FALSE;
}

static void
test_suggestions (void)
{
  AgreedWindow *window = open_sample ();
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (window->rows)), expected = 0, n_steps = 0;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (window->rows), i);

      expected += has_suggestion (row);
    }
  g_assert_cmpuint (expected, >, 3);
  for (guint last = G_MAXUINT; last != get_current (window); n_steps++)
    {
      last = get_current (window);
      activate (window, "win.next-suggestion");
      g_assert_true (has_suggestion (agreed_window_get_current_row (window)));
      if (n_steps == 0 && get_current (window) == 0)
        last = G_MAXUINT;
    }
  g_assert_cmpuint (n_steps - 1, ==, expected);
  close_window (window);
}

static void
test_notes (void)
{
  AgreedWindow *window = open_sample ();
  AgreedText *newer = agreed_project_get_text (window->project, AGREED_SIDE_NEWER);
  AgreedParagraph *paragraph = agreed_text_find_paragraph (newer, "OP7");

  activate (window, "win.next-note");
  g_assert_cmpuint (get_current (window), ==, 0);
  agreed_project_set_note (window->project, paragraph, "to be asked");
  activate (window, "win.next-note");
  g_assert_true (g_ptr_array_find (agreed_row_get_paragraphs (agreed_window_get_current_row (window), AGREED_SIDE_NEWER),
                                   paragraph, NULL));
  agreed_comparison_view_jump_to (window->view, g_list_model_get_n_items (G_LIST_MODEL (window->rows)) - 1);
  activate (window, "win.previous-note");
  g_assert_true (g_ptr_array_find (agreed_row_get_paragraphs (agreed_window_get_current_row (window), AGREED_SIDE_NEWER),
                                   paragraph, NULL));
  close_window (window);
}

static void
test_unsure (void)
{
  AgreedWindow *window = open_sample ();
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (window->rows)), first = n_rows;

  for (guint i = n_rows; i > 0; i--)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (window->rows), i - 1);

      for (guint k = 0; k < agreed_row_get_links (row)->len; k++)
        if (agreed_link_is_unsure (agreed_row_get_links (row)->pdata[k]))
          first = i - 1;
    }
  activate (window, "win.next-unsure");
  g_assert_cmpuint (get_current (window), ==, first < n_rows ? first : 0);
  close_window (window);
}

/* Types into the bar and waits until it says how many there are. */
static void
find (AgreedWindow *window,
      const char   *query)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  agreed_find_bar_show_count (window->find_bar, G_MAXUINT, 0, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-words", "s", query);
  while (*agreed_find_bar_get_count (window->find_bar) == '\0' && agreed_find_bar_get_problem (window->find_bar) == NULL)
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  settle ();
}

static guint
count_in_rows (AgreedWindow *window,
               const char   *words)
{
  GListModel *rows = G_LIST_MODEL (agreed_project_get_comparison (window->project));
  guint count = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    for (guint side = 0; side < AGREED_N_SIDES; side++)
      {
        g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

        for (const char *p = agreed_row_get_wording (row, side); (p = strstr (p, words)) != NULL; p += strlen (words))
          count++;
      }
  return count;
}

static gboolean
row_has_words (AgreedWindow *window,
               const char   *words)
{
  AgreedRow *row = agreed_window_get_current_row (window);

  return strstr (agreed_row_get_wording (row, AGREED_SIDE_OLDER), words) != NULL
         || strstr (agreed_row_get_wording (row, AGREED_SIDE_NEWER), words) != NULL;
}

static void
assert_count (AgreedWindow *window,
              guint         current,
              guint         n_found)
{
  g_autofree char *expected = g_strdup_printf ("%u of %u", current, n_found);

  g_assert_cmpstr (agreed_find_bar_get_count (window->find_bar), ==, expected);
}

/* Every place is counted and gone to, forwards, backwards and round the end; the way back is one jump. */
static void
test_find (void)
{
  AgreedWindow *window = open_sample ();
  guint n_found = count_in_rows (window, "论坛"), start;

  g_assert_cmpuint (n_found, >, 5);
  agreed_comparison_view_go_to (window->view, 3);
  start = get_current (window);
  find (window, "论坛");
  assert_count (window, 1, n_found);
  for (guint i = 1; i < n_found; i++)
    {
      activate (window, "win.find-next");
      assert_count (window, i + 1, n_found);
      g_assert_true (row_has_words (window, "论坛"));
    }
  activate (window, "win.find-next");
  assert_count (window, 1, n_found);
  activate (window, "win.find-previous");
  assert_count (window, n_found, n_found);
  activate (window, "win.back");
  g_assert_cmpuint (get_current (window), ==, start);

  find (window, "不会有这样的话");
  g_assert_cmpstr (agreed_find_bar_get_count (window->find_bar), ==, "Not found");
  close_window (window);
}

/* A row that the filter hides is shown when the reader is led there. */
static void
test_find_hidden (void)
{
  AgreedWindow *window = open_sample ();
  guint n_found = count_in_rows (window, "突尼斯");
  g_autofree char *first = NULL;

  activate (window, "win.filter-removed");
  find (window, "突尼斯");
  first = g_strdup (agreed_find_bar_get_count (window->find_bar));
  for (guint i = 0; i < n_found; i++)
    {
      g_assert_true (row_has_words (window, "突尼斯"));
      activate (window, "win.find-next");
    }
  g_assert_cmpstr (agreed_find_bar_get_count (window->find_bar), ==, first);
  close_window (window);
}

/* In one column what both texts say is there once. */
static void
test_find_one_column (void)
{
  AgreedWindow *window = open_sample ();
  guint n_found = count_in_rows (window, "论坛"), n_seen = 0;

  agreed_comparison_view_set_one_column (window->view, TRUE);
  g_object_set (window, "one-column", TRUE, NULL);
  find (window, "论坛");
  g_assert_cmpint (sscanf (agreed_find_bar_get_count (window->find_bar), "1 of %u", &n_seen), ==, 1);
  g_assert_cmpuint (n_seen, <, n_found);
  g_assert_cmpuint (n_seen, >=, n_found / 2);
  /* It is kept for the next window. */
  g_object_set (window, "one-column", FALSE, NULL);
  close_window (window);
}

static void
test_find_options (void)
{
  AgreedWindow *window = open_sample ();
  guint n_long = count_in_rows (window, "信息和通信技术"), n_short = count_in_rows (window, "信通技术");

  g_assert_cmpuint (n_long, >, 0);
  g_assert_cmpuint (n_short, >, 0);
  g_assert_cmpuint (count_in_rows (window, "信息通信技术"), ==, 0);
  activate (window, "win.find-variants");
  find (window, "信通技术");
  assert_count (window, 1, n_long + n_short);
  activate (window, "win.find-variants");
  find (window, "信通技术");
  assert_count (window, 1, n_short);

  activate (window, "win.find-regular-expressions");
  find (window, "(信通技术");
  g_assert_nonnull (agreed_find_bar_get_problem (window->find_bar));
  find (window, "信通技术|信息和通信技术");
  g_assert_null (agreed_find_bar_get_problem (window->find_bar));
  assert_count (window, 1, n_long + n_short);
  close_window (window);
}

/* A paragraph by its name: of the newer text first, then what may still be typed; and a clear answer where none is. */
static void
test_go_to_paragraph (void)
{
  AgreedWindow *window = open_sample ();
  g_autoptr (AgreedChoice) first = NULL, second = NULL;
  AgreedSearchDialog *dialog;
  GListModel *choices;
  guint start = get_current (window);

  activate (window, "win.go-to-paragraph");
  dialog = AGREED_SEARCH_DIALOG (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  choices = agreed_search_dialog_get_choices (dialog);
  agreed_search_dialog_set_query (dialog, "OP99");
  g_assert_nonnull (strstr (agreed_search_dialog_get_nothing (dialog), "OP99"));
  agreed_search_dialog_set_query (dialog, "internet");
  g_assert_nonnull (agreed_search_dialog_get_nothing (dialog));
  agreed_search_dialog_set_query (dialog, "执行部分第1段");
  g_assert_cmpuint (g_list_model_get_n_items (choices), >, 4);
  first = g_list_model_get_item (choices, 0);
  second = g_list_model_get_item (choices, 1);
  g_assert_cmpstr (agreed_choice_get_title (first), ==, "OP1 of the newer text");
  g_assert_cmpstr (agreed_choice_get_title (second), ==, "OP1 of the older text");
  agreed_search_dialog_set_query (dialog, "op12");
  g_assert_true (agreed_search_dialog_choose (dialog));
  settle ();
  g_assert_cmpstr (agreed_row_get_label (agreed_window_get_current_row (window), AGREED_SIDE_NEWER), ==, "OP12");
  activate (window, "win.back");
  g_assert_cmpuint (get_current (window), ==, start);
  close_window (window);
}

/* Where a reference points: the same action that its row in the inspector runs. */
static void
test_go_to_place (void)
{
  AgreedWindow *window = open_sample ();
  AgreedText *older = agreed_project_get_text (window->project, AGREED_SIDE_OLDER);
  AgreedParagraph *paragraph = agreed_text_find_paragraph (older, "OP5");
  GListModel *documents = agreed_project_get_documents (window->project);
  g_autoptr (AgreedDocument) report = g_list_model_get_item (documents, 0);
  AgreedText *quoted = agreed_document_get_text (report, 0);

  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-to-place", "(ss)", agreed_text_get_id (older), "OP5");
  g_assert_true (g_ptr_array_find (agreed_row_get_paragraphs (agreed_window_get_current_row (window), AGREED_SIDE_OLDER),
                                   paragraph, NULL));
  /* A text of the project that is not compared yet is then. */
  g_assert_true (quoted != older);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.go-to-place", "(ss)", agreed_text_get_id (quoted), "OP5");
  settle ();
  g_assert_true (agreed_project_get_text (window->project, AGREED_SIDE_OLDER) == quoted);
  g_assert_true (g_ptr_array_find (agreed_row_get_paragraphs (agreed_window_get_current_row (window), AGREED_SIDE_OLDER),
                                   agreed_text_find_paragraph (quoted, "OP5"), NULL));
  close_window (window);
}

/* What is selected is what is looked for; of several paragraphs nothing is. */
static void
test_find_selection (void)
{
  AgreedWindow *window = open_sample ();
  g_autofree char *selected = NULL;

  window->view->selection = (AgreedSelection) { AGREED_SIDE_NEWER, { 0, 0 }, { 0, strlen ("回顾") } };
  selected = agreed_comparison_view_get_selected (window->view);
  g_assert_cmpstr (selected, ==, "回顾");
  activate (window, "win.find");
  g_assert_cmpstr (agreed_find_bar_get_query (window->find_bar), ==, selected);

  /* Who is typing keeps what is typed. */
  agreed_find_bar_set_query (window->find_bar, "互联网");
  activate (window, "win.find");
  g_assert_cmpstr (agreed_find_bar_get_query (window->find_bar), ==, "互联网");

  gtk_widget_grab_focus (GTK_WIDGET (window->view));
  window->view->selection = (AgreedSelection) { AGREED_SIDE_NEWER, { 0, 0 }, { 2, 6 } };
  activate (window, "win.find");
  g_assert_cmpstr (agreed_find_bar_get_query (window->find_bar), ==, "互联网");
  close_window (window);
}

/* From the comparison to what is shown of a topic in two keys. */
static void
test_lists (void)
{
  AgreedWindow *window = open_sample ();
  GtkWidget *focus;

  activate (window, "win.toggle-sidebar");
  activate (window, "win.show-topics");
  g_assert_true (adw_overlay_split_view_get_show_sidebar (window->sidebar_split));
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_true (GTK_IS_LIST_BOX_ROW (focus));
  gtk_widget_activate (focus);
  settle ();
  g_assert_cmpstr (agreed_row_filter_get_topic (window->filter), ==, "igf");

  activate (window, "win.show-outline");
  focus = gtk_window_get_focus (GTK_WINDOW (window));
  g_assert_nonnull (gtk_widget_get_ancestor (focus, GTK_TYPE_LIST_VIEW));
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/moving/jump-list", test_jump_list);
  g_test_add_func ("/moving/back-and-forward", test_back_and_forward);
  g_test_add_func ("/moving/follow-move", test_follow_move);
  g_test_add_func ("/moving/suggestions", test_suggestions);
  g_test_add_func ("/moving/notes", test_notes);
  g_test_add_func ("/moving/unsure", test_unsure);
  g_test_add_func ("/moving/find", test_find);
  g_test_add_func ("/moving/find-hidden", test_find_hidden);
  g_test_add_func ("/moving/find-one-column", test_find_one_column);
  g_test_add_func ("/moving/find-options", test_find_options);
  g_test_add_func ("/moving/go-to-paragraph", test_go_to_paragraph);
  g_test_add_func ("/moving/go-to-place", test_go_to_place);
  g_test_add_func ("/moving/find-selection", test_find_selection);
  g_test_add_func ("/moving/lists", test_lists);

  return g_test_run ();
}
