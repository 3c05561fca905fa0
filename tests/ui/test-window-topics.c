/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The topics dialog over the sample: what is written in it is in the project, and in the paragraphs, at once. */
#include "term-row.h"
#include "topic-edit.h"
#include "topic-page.h"
#include "topic-row.h"
#include "topic-chart.h"
#include "topic-overview.h"
#include "topics-dialog.h"
#include "topics-files.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

static void
wait_for (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (2000);
}

/* The nth widget of the type below @root that can be seen, counted from 0; or NULL. */
static GtkWidget *
find_widget (GtkWidget *root,
             GType      type,
             guint     *nth)
{
  if (!gtk_widget_get_child_visible (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*nth)-- == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, nth);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static gpointer
find_nth (gpointer root,
          GType    type,
          guint    nth)
{
  return find_widget (root, type, &nth);
}

/* As above, once it is there: dialogs take their time on a machine that has much to do. */
static gpointer
wait_for_nth (gpointer root,
              GType    type,
              guint    nth)
{
  gpointer found = NULL;

  for (guint i = 0; i < 200 && (found = find_nth (root, type, nth)) == NULL; i++)
    wait_for (50);
  return found;
}

static guint
count_tagged (AgreedWindow *window,
              const char   *id,
              int           state)
{
  guint n = 0;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      AgreedText *text = agreed_project_get_text (window->project, side);

      for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
        {
          GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (agreed_text_get_paragraph (text, i)));

          for (guint t = 0; t < g_list_model_get_n_items (tags); t++)
            {
              g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, t);

              n += g_str_equal (agreed_topic_get_id (agreed_tag_get_topic (tag)), id) &&
                   (state < 0 || (int) agreed_tag_get_state (tag) == state);
            }
        }
    }
  return n;
}

static AgreedTopicsDialog *
open_dialog (AgreedWindow *window)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-topics", NULL));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (AGREED_IS_TOPICS_DIALOG (dialog));
  wait_for (400);
  return AGREED_TOPICS_DIALOG (dialog);
}

static void
test_own_topic (void)
{
  AgreedWindow *window = open_sample ();
  AgreedTopicsDialog *dialog = open_dialog (window);
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (window->project));
  guint n_topics = g_list_model_get_n_items (topics);
  g_autoptr (AgreedTopic) topic = NULL;
  AgreedTopicPage *page;
  AgreedTermRow *term;
  AdwEntryRow *words;
  const char *id;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "topics.add", NULL));
  wait_for (400);
  g_assert_cmpuint (g_list_model_get_n_items (topics), ==, n_topics + 1);
  topic = g_list_model_get_item (topics, n_topics);
  id = agreed_topic_get_id (topic);
  page = wait_for_nth (dialog, AGREED_TYPE_TOPIC_PAGE, 0);
  g_assert_nonnull (page);

  /* Its name in the language of the texts, then its first term: suggestions are there before anything is confirmed. */
  gtk_editable_set_text (find_nth (page, ADW_TYPE_ENTRY_ROW, 0), "发达国家");
  g_assert_cmpstr (agreed_topic_get_name (topic, "zh"), ==, "发达国家");
  g_signal_emit_by_name (find_nth (page, ADW_TYPE_BUTTON_CONTENT, 0) != NULL
                           ? gtk_widget_get_parent (find_nth (page, ADW_TYPE_BUTTON_CONTENT, 0))
                           : NULL,
                         "clicked");
  term = find_nth (page, AGREED_TYPE_TERM_ROW, 0);
  g_assert_nonnull (term);
  wait_for (300);
  words = wait_for_nth (term, ADW_TYPE_ENTRY_ROW, 0);
  g_assert_cmpuint (count_tagged (window, id, -1), ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (words), "发展中国家");
  wait_for (600);
  g_assert_cmpuint (count_tagged (window, id, AGREED_TAG_SUGGESTED), >, 5);
  g_assert_nonnull (strstr (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (term)), "paragraphs"));
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (term)), ==, "发展中国家");

  /* Half a term is told as such, and what was found before stays. */
  gtk_editable_set_text (GTK_EDITABLE (words), "发展中国家(");
  wait_for (600);
  g_assert_true (g_str_has_prefix (adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (term)), "Not yet a term"));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "win.undo", NULL));
  wait_for (600);
  g_assert_cmpuint (count_tagged (window, id, -1), ==, 0);
  g_assert_null (find_nth (page, AGREED_TYPE_TERM_ROW, 0));
  g_assert_cmpstr (agreed_topic_get_name (topic, "zh"), ==, "发达国家");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "topic.remove", NULL));
  wait_for (600);
  g_assert_cmpuint (g_list_model_get_n_items (topics), ==, n_topics);
  g_assert_null (find_nth (dialog, AGREED_TYPE_TOPIC_PAGE, 0));
  close_window (window);
}

static void
test_order_and_groups (void)
{
  AgreedWindow *window = open_sample ();
  AgreedTopicsDialog *dialog = open_dialog (window);
  AgreedTopicSet *topics = agreed_project_get_topics (window->project);
  g_autofree char *first = g_strdup (agreed_topic_row_get_id (find_nth (dialog, AGREED_TYPE_TOPIC_ROW, 0)));
  g_autofree char *second = g_strdup (agreed_topic_row_get_id (find_nth (dialog, AGREED_TYPE_TOPIC_ROW, 1)));
  g_autoptr (JsonNode) set = agreed_topic_set_to_json (topics);

  g_signal_emit_by_name (find_nth (dialog, AGREED_TYPE_TOPIC_ROW, 0), "step", 1);
  wait_for (400);
  g_assert_cmpstr (agreed_topic_row_get_id (find_nth (dialog, AGREED_TYPE_TOPIC_ROW, 0)), ==, second);
  g_assert_cmpstr (agreed_topic_row_get_id (find_nth (dialog, AGREED_TYPE_TOPIC_ROW, 1)), ==, first);

  agreed_topic_edit_set_group (set, second, "Mine");
  g_assert_true (agreed_project_set_topics (window->project, set, "Group topic", 0, NULL));
  wait_for (400);
  /* Dropped on a topic of a group: it is of that group now, and stands where that one did. */
  for (guint i = 0;; i++)
    {
      AgreedTopicRow *row = find_nth (dialog, AGREED_TYPE_TOPIC_ROW, i);

      g_assert_nonnull (row);
      if (!g_str_equal (agreed_topic_row_get_id (row), second))
        continue;
      g_signal_emit_by_name (row, "dropped", "broadband");
      break;
    }
  wait_for (400);
  g_assert_cmpstr (agreed_topic_get_group (agreed_topic_set_find (topics, "broadband")), ==, "Mine");

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "topics.restore", NULL));
  g_assert_true (agreed_topic_set_is_default (topics));
  close_window (window);
}

static void
test_decide_and_merge (void)
{
  AgreedWindow *window = open_sample ();
  AgreedTopicPage *page;
  guint n_igf, n_women;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.edit-topic", "s", "igf"));
  wait_for (100);
  page = wait_for_nth (window, AGREED_TYPE_TOPIC_PAGE, 0);
  g_assert_nonnull (page);
  n_igf = count_tagged (window, "igf", AGREED_TAG_SUGGESTED);
  n_women = count_tagged (window, "gender", -1);
  g_assert_cmpuint (n_igf, >, 10);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "topic.accept-all", NULL));
  g_assert_cmpuint (count_tagged (window, "igf", AGREED_TAG_ACCEPTED), ==, n_igf);
  agreed_project_undo (window->project);
  g_assert_cmpuint (count_tagged (window, "igf", AGREED_TAG_SUGGESTED), ==, n_igf);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (page), "topic.merge", "s", "gender"));
  wait_for (400);
  g_assert_null (agreed_topic_set_find (agreed_project_get_topics (window->project), "igf"));
  g_assert_cmpuint (count_tagged (window, "gender", -1), >=, n_igf);
  agreed_project_undo (window->project);
  g_assert_cmpuint (count_tagged (window, "gender", -1), ==, n_women);
  g_assert_cmpuint (count_tagged (window, "igf", -1), ==, n_igf);
  close_window (window);
}

static void
row_chosen (AgreedTopicOverview *overview,
            AgreedRow           *row,
            AgreedRow          **chosen)
{
  *chosen = row;
}

static void
test_overview (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *chosen = NULL;
  AdwDialog *dialog;
  GtkWidget *row;

  agreed_row_filter_set_topic (window->filter, "broadband");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.read-topic", "s", "igf"));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (AGREED_IS_TOPIC_OVERVIEW (dialog));
  g_assert_nonnull (wait_for_nth (dialog, AGREED_TYPE_TOPIC_CHART, 0));
  row = wait_for_nth (dialog, GTK_TYPE_LIST_BOX_ROW, 0);
  g_assert_nonnull (row);

  /* A row leads to the comparison, where a filter does not hide it. */
  g_signal_connect (dialog, "row-chosen", G_CALLBACK (row_chosen), &chosen);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  wait_for (600);
  g_assert_nonnull (chosen);
  g_assert_true (agreed_window_get_current_row (window) == chosen);
  for (guint i = 0; i < 200 && adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)) != NULL; i++)
    wait_for (50);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  /* All of one text in one step. */
  g_assert_cmpuint (count_tagged (window, "igf", AGREED_TAG_DISMISSED), ==, 0);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.dismiss-older", NULL));
  g_assert_cmpuint (count_tagged (window, "igf", AGREED_TAG_DISMISSED), ==, 10);
  g_assert_cmpuint (count_tagged (window, "igf", AGREED_TAG_SUGGESTED), ==, 6);
  agreed_project_undo (window->project);
  g_assert_cmpuint (count_tagged (window, "igf", AGREED_TAG_SUGGESTED), ==, 16);
  close_window (window);
}

static void
test_files (void)
{
  AgreedWindow *window = open_sample ();
  g_autofree char *folder = g_dir_make_tmp ("agreed-topics-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "topics.qdc", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) missing = g_file_get_child (file, "not there");
  g_autoptr (GError) error = NULL;
  AgreedTopicSet *topics = agreed_project_get_topics (window->project);

  g_assert_true (agreed_topics_files_write (window->project, file, &error));
  agreed_project_remove_topic (window->project, agreed_topic_set_find (topics, "igf"));
  g_assert_true (agreed_topics_files_read (window->project, file, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (agreed_project_get_undo_name (window->project), ==, "Import topics");
  /* It comes back with its name as a term; those that were there keep theirs. */
  g_assert_nonnull (agreed_topic_set_find (topics, "internet-governance-forum"));
  g_assert_cmpuint (count_tagged (window, "broadband", -1), >, 3);

  g_assert_false (agreed_topics_files_read (window->project, missing, &error));
  g_assert_true (g_str_has_prefix (error->message, "not there: "));
  g_clear_error (&error);
  g_assert_false (agreed_topics_files_write (window->project, missing, &error));
  g_assert_true (g_str_has_prefix (error->message, "not there: "));

  g_unlink (path);
  g_rmdir (folder);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/topics/own-topic", test_own_topic);
  g_test_add_func ("/window/topics/order-and-groups", test_order_and_groups);
  g_test_add_func ("/window/topics/decide-and-merge", test_decide_and_merge);
  g_test_add_func ("/window/topics/overview", test_overview);
  g_test_add_func ("/window/topics/files", test_files);

  return g_test_run ();
}
