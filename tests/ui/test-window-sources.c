/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text read again from a file that has changed, one taken out, and the list of what has no place any more. */
#include "project-notes.h"
#include "search-dialog.h"
#include "unplaced-dialog.h"
#include "unplaced.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

#define HEAD "Resolution adopted by the General Assembly\n\n66/184. Information and communications technologies\n\n" \
  "     The General Assembly,\n\n     Recalling its resolutions on information and communications technologies,\n\n" \
  "     1.   Encourages Governments to promote broadband access for women in rural areas;\n\n"
#define MIDDLE "     2.   Requests the Secretary-General to convene a meeting on enhanced cooperation in Geneva;\n\n"
#define TAIL "Decides to include in the provisional agenda of its next session the item on technologies.\n"

static const char before_words[] = HEAD MIDDLE "     3.   " TAIL;
static const char after_words[] = HEAD "     2.   " TAIL;

typedef struct {
  AgreedWindow *window;
  char *folder;
  char *path;
} Stage;

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

static void
write_words (Stage      *stage,
             const char *words)
{
  g_assert_true (g_file_set_contents (stage->path, words, -1, NULL));
}

/* The sample's newer text, and beside it as the newer one a file that can change. */
static void
set_up (Stage *stage)
{
  g_autoptr (GFile) file = NULL;

  stage->folder = g_dir_make_tmp ("agreed-sources-XXXXXX", NULL);
  stage->path = g_build_filename (stage->folder, "draft.txt", NULL);
  write_words (stage, before_words);
  stage->window = open_sample ();
  file = g_file_new_for_path (stage->path);
  agreed_window_open_text (stage->window, file, AGREED_SIDE_NEWER);
  wait_until_idle (stage->window);
}

static void
tear_down (Stage *stage)
{
  close_window (stage->window);
  g_unlink (stage->path);
  g_rmdir (stage->folder);
  g_free (stage->path);
  g_free (stage->folder);
}

static AgreedParagraph *
find (Stage      *stage,
      const char *label)
{
  AgreedParagraph *paragraph =
    agreed_text_find_paragraph (agreed_project_get_text (stage->window->project, AGREED_SIDE_NEWER), label);

  g_assert_nonnull (paragraph);
  return paragraph;
}

static AgreedDocument *
get_document (Stage *stage)
{
  return agreed_project_get_document (stage->window->project,
                                      agreed_project_get_text (stage->window->project, AGREED_SIDE_NEWER));
}

static void
read_again (Stage *stage)
{
  g_autoptr (GFile) file = g_file_new_for_path (stage->path);

  agreed_window_read_again (stage->window, get_document (stage), file);
  wait_until_idle (stage->window);
}

static AdwDialog *
get_dialog (Stage *stage)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (stage->window));
}

static void
test_read_again (void)
{
  Stage stage;

  set_up (&stage);
  agreed_project_set_note (stage.window->project, find (&stage, "OP3"), "Which session?");
  write_words (&stage, after_words);
  read_again (&stage);
  g_assert_null (get_dialog (&stage));
  g_assert_null (agreed_window_get_message (stage.window));
  g_assert_cmpstr (agreed_project_get_note (stage.window->project, find (&stage, "OP2")), ==, "Which session?");
  g_assert_cmpstr (agreed_project_get_undo_name (stage.window->project), ==, "Read text again");

  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  settle ();
  g_assert_cmpstr (agreed_project_get_note (stage.window->project, find (&stage, "OP3")), ==, "Which session?");
  tear_down (&stage);
}

/* A file that is as it was changes nothing. */
static void
test_unchanged (void)
{
  Stage stage;

  set_up (&stage);
  read_again (&stage);
  g_assert_false (agreed_project_get_can_undo (stage.window->project));
  tear_down (&stage);
}

static void
test_unplaced (void)
{
  Stage stage;
  g_autoptr (GPtrArray) unplaced = NULL;
  AdwDialog *dialog;

  set_up (&stage);
  agreed_project_set_note (stage.window->project, find (&stage, "OP2"), "Who pays?");
  write_words (&stage, after_words);
  read_again (&stage);
  dialog = get_dialog (&stage);
  g_assert_true (AGREED_IS_UNPLACED_DIALOG (dialog));
  unplaced = agreed_project_list_unplaced (stage.window->project);
  g_assert_cmpuint (unplaced->len, ==, 1);
  g_assert_true (agreed_project_place_record (stage.window->project, unplaced->pdata[0], find (&stage, "OP1")));
  settle ();
  g_assert_false (agreed_project_has_unplaced (stage.window->project));
  g_assert_cmpstr (agreed_project_get_note (stage.window->project, find (&stage, "OP1")), ==, "Who pays?");
  tear_down (&stage);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *words)
{
  const char *label = GTK_IS_BUTTON (root) ? gtk_button_get_label (GTK_BUTTON (root)) : NULL;

  if (GTK_IS_BUTTON (root) && gtk_widget_get_mapped (root) &&
      (g_strcmp0 (gtk_widget_get_tooltip_text (root), words) == 0 || g_strcmp0 (label, words) == 0))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, words);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
press (Stage      *stage,
       const char *words)
{
  GtkWidget *button = NULL;

  for (guint i = 0; i < 60 && button == NULL; i++)
    {
      settle ();
      button = find_button (GTK_WIDGET (stage->window), words);
    }
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

/* By its buttons: another paragraph, then the bin. */
static void
test_dialog (void)
{
  Stage stage;

  set_up (&stage);
  agreed_project_set_note (stage.window->project, find (&stage, "OP2"), "Who pays?");
  write_words (&stage, after_words);
  read_again (&stage);
  press (&stage, "Place on a Paragraph");
  g_assert_true (AGREED_IS_SEARCH_DIALOG (get_dialog (&stage)));
  agreed_search_dialog_set_query (AGREED_SEARCH_DIALOG (get_dialog (&stage)), "PP1");
  settle ();
  g_assert_true (agreed_search_dialog_choose (AGREED_SEARCH_DIALOG (get_dialog (&stage))));
  settle ();
  g_assert_cmpstr (agreed_project_get_note (stage.window->project, find (&stage, "PP1")), ==, "Who pays?");

  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  press (&stage, "Discard");
  g_assert_false (agreed_project_has_unplaced (stage.window->project));
  g_assert_null (agreed_project_get_note (stage.window->project, find (&stage, "PP1")));
  tear_down (&stage);
}

/* The file is another one by now: the window says so, once, and offers to read it. */
static void
test_changed (void)
{
  Stage stage;

  set_up (&stage);
  agreed_window_check_sources (stage.window);
  settle ();
  g_assert_null (find_button (GTK_WIDGET (stage.window), "Read Again"));
  write_words (&stage, after_words);
  agreed_window_check_sources (stage.window);
  press (&stage, "Read Again");
  wait_until_idle (stage.window);
  g_assert_cmpstr (agreed_project_get_undo_name (stage.window->project), ==, "Read text again");
  tear_down (&stage);
}

static void
test_remove (void)
{
  Stage stage;
  g_autoptr (AgreedDocument) document = NULL;
  GListModel *documents;

  set_up (&stage);
  documents = agreed_project_get_documents (stage.window->project);
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 3);
  g_set_object (&document, get_document (&stage));

  /* Nothing is lost with it: it goes without a question, and comes back. */
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.remove-newer", NULL);
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 2);
  g_assert_nonnull (agreed_project_get_comparison (stage.window->project));
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  settle ();
  g_assert_true (get_document (&stage) == document);

  agreed_project_set_note (stage.window->project, find (&stage, "OP1"), "Ask Geneva.");
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.remove-newer", NULL);
  settle ();
  g_assert_true (ADW_IS_ALERT_DIALOG (get_dialog (&stage)));
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 3);
  press (&stage, "_Remove");
  for (guint i = 0; i < 40 && g_list_model_get_n_items (documents) == 3; i++)
    settle ();
  g_assert_cmpuint (g_list_model_get_n_items (documents), ==, 2);
  gtk_widget_activate_action (GTK_WIDGET (stage.window), "win.undo", NULL);
  settle ();
  g_assert_cmpstr (agreed_project_get_note (stage.window->project, find (&stage, "OP1")), ==, "Ask Geneva.");
  tear_down (&stage);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/sources/read-again", test_read_again);
  g_test_add_func ("/window/sources/unchanged", test_unchanged);
  g_test_add_func ("/window/sources/unplaced", test_unplaced);
  g_test_add_func ("/window/sources/dialog", test_dialog);
  g_test_add_func ("/window/sources/changed", test_changed);
  g_test_add_func ("/window/sources/remove", test_remove);

  return g_test_run ();
}
