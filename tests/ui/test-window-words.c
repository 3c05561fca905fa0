/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A topic on words: those selected in two columns and in one, those typed; shown below them, and in the inspector. */
#include "comparison-view-private.h"
#include "paragraph-panel.h"
#include "passage-tags.h"
#include "report.h"
#include "search-dialog.h"
#include "table.h"
#include "tag-list.h"
#include "window-fixture.h"

#include <string.h>

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

/* A reworded row of one paragraph a side, which is then the one at hand. */
static AgreedRow *
go_to_reworded (AgreedWindow *window,
                guint        *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (window->rows)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (window->rows), i);

      if (agreed_row_get_change (row) != AGREED_CHANGE_REWORDED || agreed_row_get_links (row)->len != 1)
        continue;
      *position = i;
      agreed_comparison_view_go_to (window->view, i);
      settle ();
      return g_steal_pointer (&row);
    }
  g_assert_not_reached ();
}

/* The first four characters after the opening, that both texts have. */
static char *
pick_words (AgreedRow *row)
{
  AgreedParagraph *paragraph = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->pdata[0];
  const char *older = agreed_row_get_wording (row, AGREED_SIDE_OLDER);
  glong n_characters = g_utf8_strlen (agreed_paragraph_get_wording (paragraph), -1);

  for (glong i = 2; i + 4 < n_characters; i++)
    {
      g_autofree char *words = g_utf8_substring (agreed_paragraph_get_wording (paragraph), i, i + 4);

      if (strstr (older, words) != NULL && strpbrk (words, " \n") == NULL)
        return g_steal_pointer (&words);
    }
  g_assert_not_reached ();
}

/* Selects the words with white space around them, if there is any. */
static void
select_words (AgreedWindow *window,
              AgreedSide    column,
              guint         position,
              const char   *words)
{
  g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (window->rows), position);
  g_autoptr (GPtrArray) passages = agreed_passages_new (row, column, window->view->style.one_column);
  AgreedPassage *passage = passages->pdata[0];
  const char *at = strstr (passage->text, words);

  g_assert_nonnull (at);
  window->view->selection = (AgreedSelection) { column, { position, at - passage->text + strlen (words) },
                                                { position, at - passage->text } };
}

static void
assert_on_words (AgreedWindow    *window,
                 AgreedParagraph *paragraph,
                 const char      *id,
                 const char      *words)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);
      guint n_passages;
      const AgreedTagPassage *passages = agreed_tag_get_passages (tag, &n_passages);

      if (!g_str_equal (agreed_topic_get_id (agreed_tag_get_topic (tag)), id))
        continue;
      g_assert_cmpuint (n_passages, ==, words != NULL ? 1 : 0);
      if (words != NULL)
        g_assert_cmpmem (agreed_paragraph_get_wording (paragraph) + passages[0].start, passages[0].length, words,
                         strlen (words));
      return;
    }
  g_assert_null (words);
}

static void
tag_selection (AgreedWindow *window,
               const char   *id)
{
  g_autoptr (GVariant) target = g_variant_ref_sink (g_variant_new_string (id));

  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), "win.tag-selection", target));
  settle ();
}

static void
test_selected (void)
{
  AgreedWindow *window = open_sample ();
  guint position;
  g_autoptr (AgreedRow) row = go_to_reworded (window, &position);
  AgreedParagraph *older = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->pdata[0];
  AgreedParagraph *newer = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->pdata[0];
  g_autofree char *words = pick_words (row);
  g_autoptr (AgreedTopic) topic = g_list_model_get_item (G_LIST_MODEL (agreed_project_get_topics (window->project)), 0);
  const char *id = agreed_topic_get_id (topic);
  AgreedRowLayout *layout;
  AgreedPassage *passage;
  g_autofree char *said = NULL;

  select_words (window, AGREED_SIDE_OLDER, position, words);
  tag_selection (window, id);
  assert_on_words (window, older, id, words);
  assert_on_words (window, newer, id, NULL);

  /* In the place of the words, and nowhere else. */
  layout = agreed_comparison_view_ensure_row (window->view, position);
  passage = layout->passages[AGREED_SIDE_OLDER]->pdata[0];
  g_assert_nonnull (passage->tagged);
  g_assert_cmpmem (passage->text + g_array_index (passage->tagged, AgreedTagged, 0).start, strlen (words), words,
                   strlen (words));
  said = agreed_passage_describe_tagged (passage, g_array_index (passage->tagged, AgreedTagged, 0).start);
  g_assert_cmpstr (said, ==, agreed_topic_get_display_name (topic));
  g_assert_null (agreed_passage_describe_tagged (passage, g_array_index (passage->tagged, AgreedTagged, 0).end));
  passage = layout->passages[AGREED_SIDE_NEWER]->pdata[0];
  g_assert_null (passage->tagged);

  /* The same once more takes it off. */
  tag_selection (window, id);
  assert_on_words (window, older, id, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  assert_on_words (window, older, id, words);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL);
  assert_on_words (window, older, id, NULL);

  /* In one column what both texts have is the newer one's. */
  g_object_set (window, "one-column", TRUE, NULL);
  settle ();
  select_words (window, AGREED_SIDE_NEWER, position, words);
  tag_selection (window, id);
  assert_on_words (window, newer, id, words);
  assert_on_words (window, older, id, NULL);

  close_window (window);
}

static void
test_not_one_passage (void)
{
  AgreedWindow *window = open_sample ();
  AgreedSide side;
  AgreedParagraph *paragraph;
  gsize start, length;

  g_assert_false (agreed_comparison_view_get_selected_passage (window->view, &side, &paragraph, &start, &length));
  tag_selection (window, "igf");
  g_assert_false (agreed_project_get_can_undo (window->project));
  window->view->selection = (AgreedSelection) { AGREED_SIDE_NEWER, { 1, 0 }, { 2, 20 } };
  g_assert_false (agreed_comparison_view_get_selected_passage (window->view, &side, &paragraph, &start, &length));
  close_window (window);
}

static AgreedSearchDialog *
get_dialog (AgreedWindow *window)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));

  g_assert_true (AGREED_IS_SEARCH_DIALOG (dialog));
  return AGREED_SEARCH_DIALOG (dialog);
}

/* Nothing but the keyboard: the words, then the topic. */
static void
test_typed (void)
{
  AgreedWindow *window = open_sample ();
  guint position;
  g_autoptr (AgreedRow) row = go_to_reworded (window, &position);
  g_autofree char *words = pick_words (row);
  g_autoptr (AgreedTopic) topic = g_list_model_get_item (G_LIST_MODEL (agreed_project_get_topics (window->project)), 1);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.tag-words", NULL));
  settle ();
  g_assert_nonnull (agreed_search_dialog_get_nothing (get_dialog (window)));
  agreed_search_dialog_set_query (get_dialog (window), "no such words");
  settle ();
  g_assert_nonnull (agreed_search_dialog_get_nothing (get_dialog (window)));
  agreed_search_dialog_set_query (get_dialog (window), words);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (agreed_search_dialog_get_choices (get_dialog (window))), >=, 2);
  g_assert_true (agreed_search_dialog_choose (get_dialog (window)));
  settle ();
  agreed_search_dialog_set_query (get_dialog (window), agreed_topic_get_display_name (topic));
  settle ();
  g_assert_true (agreed_search_dialog_choose (get_dialog (window)));
  settle ();
  assert_on_words (window, agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->pdata[0], agreed_topic_get_id (topic), words);
  close_window (window);
}

static GtkWidget *
find_button (GtkWidget *root,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_widget_get_tooltip_text (root), tooltip) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_inspector (void)
{
  AgreedWindow *window = open_sample ();
  guint position;
  g_autoptr (AgreedRow) row = go_to_reworded (window, &position);
  AgreedParagraph *newer = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->pdata[0];
  g_autofree char *words = pick_words (row);
  g_autoptr (AgreedTopic) topic = g_list_model_get_item (G_LIST_MODEL (agreed_project_get_topics (window->project)), 0);
  g_autofree char *tooltip = g_strdup_printf ("Take %s Off These Words", agreed_topic_get_display_name (topic));
  GtkWidget *button;

  g_assert_null (find_button (GTK_WIDGET (window->inspector), tooltip));
  select_words (window, AGREED_SIDE_NEWER, position, words);
  tag_selection (window, agreed_topic_get_id (topic));
  button = find_button (GTK_WIDGET (window->inspector), tooltip);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
  assert_on_words (window, newer, agreed_topic_get_id (topic), NULL);
  g_assert_null (find_button (GTK_WIDGET (window->inspector), tooltip));
  g_assert_cmpstr (agreed_project_get_undo_name (window->project), ==, "Remove tag from wording");
  close_window (window);
}

static void
test_export (void)
{
  AgreedWindow *window = open_sample ();
  guint position;
  g_autoptr (AgreedRow) row = go_to_reworded (window, &position);
  g_autofree char *words = pick_words (row);
  g_autofree char *exact = g_strdup_printf ("\"exact\" : \"%s\"", words);
  g_autofree char *quoted = g_strdup_printf (": “%s”", words);
  g_autofree char *json = agreed_export_json (agreed_project_get_comparison (window->project));
  g_autofree char *table = agreed_export_csv (agreed_project_get_comparison (window->project));

  g_assert_null (strstr (json, "\"tags\""));
  g_assert_null (strstr (table, quoted));
  select_words (window, AGREED_SIDE_NEWER, position, words);
  tag_selection (window, "igf");
  g_free (json);
  json = agreed_export_json (agreed_project_get_comparison (window->project));
  g_assert_nonnull (strstr (json, "\"topic\" : \"igf\""));
  g_assert_nonnull (strstr (json, exact));
  g_free (table);
  table = agreed_export_csv (agreed_project_get_comparison (window->project));
  g_assert_nonnull (strstr (table, quoted));
  close_window (window);
}

/* A chip of this side's says that the topic is in this text alone. */
static gboolean
says_only (AgreedWindow *window,
           guint         position,
           const char   *words)
{
  AgreedRowLayout *layout = agreed_comparison_view_ensure_row (window->view, position);

  for (guint i = 0; i < layout->chips->len; i++)
    if (strstr (pango_layout_get_text (g_array_index (layout->chips, AgreedChip, i).layout), words) != NULL)
      return TRUE;
  return FALSE;
}

static void
test_stays_behind (void)
{
  AgreedWindow *window = open_sample ();
  guint position;
  g_autoptr (AgreedRow) row = go_to_reworded (window, &position);
  AgreedParagraph *older = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->pdata[0];
  AgreedParagraph *newer = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->pdata[0];
  AgreedTopic *topic = agreed_topic_set_find (agreed_project_get_topics (window->project), "gender");

  g_assert_false (says_only (window, position, "· newer only"));
  agreed_project_set_tag (window->project, newer, topic, AGREED_TAG_ADDED);
  settle ();
  g_assert_true (says_only (window, position, "· newer only"));
  g_assert_false (says_only (window, position, "· older only"));
  agreed_project_set_tag (window->project, older, topic, AGREED_TAG_ADDED);
  settle ();
  g_assert_false (says_only (window, position, "· newer only"));
  agreed_project_clear_tag (window->project, newer, topic);
  settle ();
  g_assert_true (says_only (window, position, "· older only"));

  /* Without the link it is another paragraph. */
  agreed_project_set_linked (window->project, older, newer, FALSE);
  settle ();
  for (guint i = position; i < position + 3; i++)
    g_assert_false (says_only (window, i, "Gender · older only"));
  close_window (window);
}

static gboolean
has_label (GtkWidget  *root,
           const char *text)
{
  if (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (root)), text) == 0)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
test_topics_page (void)
{
  AgreedWindow *window = open_sample ();
  guint position;
  g_autoptr (AgreedRow) row = go_to_reworded (window, &position);
  g_autofree char *words = pick_words (row);
  g_autofree char *line = g_strdup_printf ("On the words “%s”", words);
  AdwDialog *dialog;

  select_words (window, AGREED_SIDE_NEWER, position, words);
  tag_selection (window, "igf");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.read-topic", "s", "igf"));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  for (guint i = 0; i < 40 && !has_label (GTK_WIDGET (dialog), line); i++)
    settle ();
  g_assert_true (has_label (GTK_WIDGET (dialog), line));
  close_window (window);
}

/* The menu opens, by the keyboard as well, and goes again. */
static void
test_menu (void)
{
  AgreedWindow *window = open_sample ();
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (window->view));
  GtkWidget *popover;

  g_signal_emit_by_name (window->view, "menu-requested", 200., 100.);
  settle ();
  popover = gtk_widget_get_last_child (parent);
  g_assert_true (GTK_IS_POPOVER_MENU (popover));
  gtk_popover_popdown (GTK_POPOVER (popover));
  for (guint i = 0; i < 40 && gtk_widget_get_last_child (parent) == popover; i++)
    settle ();
  g_assert_false (GTK_IS_POPOVER_MENU (gtk_widget_get_last_child (parent)));
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/words/selected", test_selected);
  g_test_add_func ("/window/words/not-one-passage", test_not_one_passage);
  g_test_add_func ("/window/words/typed", test_typed);
  g_test_add_func ("/window/words/inspector", test_inspector);
  g_test_add_func ("/window/words/topics-page", test_topics_page);
  g_test_add_func ("/window/words/export", test_export);
  g_test_add_func ("/window/words/stays-behind", test_stays_behind);
  g_test_add_func ("/window/words/menu", test_menu);

  return g_test_run ();
}
