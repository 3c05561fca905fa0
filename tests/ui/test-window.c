/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

/* The window with the sample in it, driven by its actions. */

static void
activate (AgreedWindow *window,
          const char   *action,
          const char   *format,
          ...)
{
  g_autoptr (GVariant) target = NULL;
  va_list values;

  if (format != NULL)
    {
      va_start (values, format);
      target = g_variant_ref_sink (g_variant_new_va (format, NULL, &values));
      va_end (values);
    }
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), action, target));
  wait_until_idle (window);
}

static guint
get_n_rows (AgreedWindow *window)
{
  return g_list_model_get_n_items (agreed_window_get_rows (window));
}

static char *
get_folder (void)
{
  g_autofree char *folder = g_dir_make_tmp ("agreed-window-XXXXXX", NULL);

  g_assert_nonnull (folder);
  return g_steal_pointer (&folder);
}

static GFile *
write_file (const char *folder,
            const char *name,
            const char *content,
            gssize      length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
  return g_file_new_for_path (path);
}

static void
remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
open_one (AgreedWindow *window,
          GFile        *file)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new ();

  g_ptr_array_add (files, file);
  agreed_window_open_files (window, files, TRUE);
  wait_until_idle (window);
}

static void
test_start (void)
{
  AgreedWindow *window = open_window ();

  g_assert_true (agreed_window_is_empty (window));
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "Agreed Language");
  g_assert_null (agreed_window_get_current_row (window));
  close_window (window);
}

static GFile *
write_sample (const char *folder,
              const char *name)
{
  g_autofree char *resource = g_strconcat (RESOURCE_PREFIX "/samples/", name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert_nonnull (bytes);
  return write_file (folder, name, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The comparison appears when the second text is there. */
static void
test_two_files (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GFile) older = write_sample (folder, "A_65_433.zh.txt");
  g_autoptr (GFile) newer = write_sample (folder, "A_RES_66_184.zh.txt");
  AgreedWindow *window = open_window ();
  AgreedProject *project = agreed_window_get_project (window);

  open_one (window, older);
  g_assert_nonnull (agreed_project_get_text (project, AGREED_SIDE_OLDER));
  g_assert_null (agreed_project_get_comparison (project));
  g_assert_cmpuint (get_n_rows (window), ==, 0);

  open_one (window, newer);
  g_assert_nonnull (agreed_project_get_comparison (project));
  g_assert_cmpuint (get_n_rows (window), >, 10);
  g_assert_nonnull (agreed_window_get_current_row (window));
  g_assert_cmpstr (agreed_text_get_symbol (agreed_project_get_text (project, AGREED_SIDE_NEWER)), ==, "A/RES/66/184");
  g_assert_null (agreed_window_get_message (window));
  close_window (window);
  remove_folder (folder);
}

/* Two files chosen at once take their places by their dates; in the order of the command line they stay as they are. */
static void
test_order (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GFile) newer = write_file (folder, "b.txt",
                                        "United Nations A/RES/66/184\nDistr.: General\n6 February 2012\n\n"
                                        "Resolution adopted by the General Assembly on 22 December 2011\n\n"
                                        "66/184. Information\n\n     The General Assembly,\n\n"
                                        "     Recalling its resolution 65/141,\n\n"
                                        "     1. Decides to remain seized of the matter.\n", -1);
  g_autoptr (GFile) older = write_file (folder, "a.txt",
                                        "United Nations A/RES/65/141\nDistr.: General\n2 February 2011\n\n"
                                        "Resolution adopted by the General Assembly on 20 December 2010\n\n"
                                        "65/141. Information\n\n     The General Assembly,\n\n"
                                        "     Recalling its resolution 64/187,\n\n"
                                        "     1. Decides to remain seized of the matter.\n", -1);

  for (gboolean in_order = FALSE; in_order <= TRUE; in_order++)
    {
      AgreedWindow *window = open_window ();
      AgreedProject *project = agreed_window_get_project (window);
      g_autoptr (GPtrArray) files = g_ptr_array_new ();

      g_ptr_array_add (files, newer);
      g_ptr_array_add (files, older);
      agreed_window_open_files (window, files, in_order);
      wait_until_idle (window);
      g_assert_null (agreed_window_get_message (window));
      g_assert_cmpstr (agreed_text_get_symbol (agreed_project_get_text (project, AGREED_SIDE_OLDER)), ==,
                       in_order ? "A/RES/66/184" : "A/RES/65/141");
      close_window (window);
    }
  remove_folder (folder);
}

/* The first row is shown when texts are opened, with what changed in it: the first step leads on, and the way back to it. */
static void
test_next_change (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *first = agreed_window_get_current_row (window);
  AgreedRow *second;

  g_assert_true (agreed_row_is_changed (first));
  activate (window, "win.next-change", NULL);
  second = agreed_window_get_current_row (window);
  g_assert_true (second != first);
  g_assert_true (agreed_row_is_changed (second));
  activate (window, "win.previous-change", NULL);
  g_assert_true (agreed_window_get_current_row (window) == first);
  close_window (window);
}

/* The sign of a moved row leads to where its moved paragraph stood, though the filter hides that place. */
static void
test_follow_move (void)
{
  AgreedWindow *window = open_sample ();
  guint n_rows = get_n_rows (window), n_moved;

  activate (window, "win.filter-moved", NULL);
  n_moved = get_n_rows (window);
  g_assert_cmpuint (n_moved, >, 0);
  for (guint i = 0; i < n_moved; i++)
    {
      g_autoptr (AgreedRow) row = NULL;

      if (get_n_rows (window) == n_rows)
        activate (window, "win.filter-moved", NULL);
      row = g_list_model_get_item (agreed_window_get_rows (window), i);
      agreed_comparison_view_go_to (window->view, i);
      g_signal_emit_by_name (window->view, "move-activated", row);
      wait_until_idle (window);
      g_assert_true (agreed_window_get_current_row (window) != row);
    }
  close_window (window);
}

/* One file on both sides: nothing changed, and the window says so. */
static void
test_same_file (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GFile) file = write_sample (folder, "A_RES_66_184.zh.txt");
  AgreedWindow *window = open_window ();

  open_one (window, file);
  open_one (window, file);
  g_assert_cmpstr (adw_window_title_get_subtitle (window->title), ==, "No change");
  close_window (window);
  remove_folder (folder);
}

static guint
count_topic (AgreedWindow *window,
             const char   *topic)
{
  guint before = get_n_rows (window), count;

  activate (window, "win.filter-topic", "s", topic);
  count = get_n_rows (window);
  activate (window, "win.clear-filter", NULL);
  g_assert_cmpuint (get_n_rows (window), ==, before);
  return count;
}

static void
test_filter (void)
{
  AgreedWindow *window = open_sample ();
  const AgreedSummary *summary =
    agreed_comparison_get_summary (agreed_project_get_comparison (agreed_window_get_project (window)));
  guint igf;

  g_assert_cmpuint (summary->added, >, 0);
  g_assert_cmpuint (summary->removed, >, 0);
  activate (window, "win.filter-added", NULL);
  g_assert_cmpuint (get_n_rows (window), ==, summary->added);
  activate (window, "win.filter-removed", NULL);
  g_assert_cmpuint (get_n_rows (window), ==, summary->added + summary->removed);
  activate (window, "win.filter-added", NULL);
  g_assert_cmpuint (get_n_rows (window), ==, summary->removed);
  g_assert_cmpint (agreed_row_get_change (agreed_window_get_current_row (window)), ==, AGREED_CHANGE_REMOVED);
  activate (window, "win.clear-filter", NULL);

  igf = count_topic (window, "igf");
  g_assert_cmpuint (igf, >, 0);
  g_assert_cmpuint (igf, <, get_n_rows (window));
  close_window (window);
}

/* The first paragraph of the newer text with a suggestion, and the suggestion. */
static AgreedParagraph *
find_suggested (AgreedProject *project,
                AgreedTopic  **topic)
{
  AgreedText *text = agreed_project_get_text (project, AGREED_SIDE_NEWER);

  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
      g_autoptr (AgreedTag) tag = g_list_model_get_item (G_LIST_MODEL (agreed_paragraph_get_tags (paragraph)), 0);

      if (tag != NULL && agreed_tag_get_state (tag) == AGREED_TAG_SUGGESTED)
        {
          *topic = agreed_tag_get_topic (tag);
          return paragraph;
        }
    }
  g_assert_not_reached ();
}

static AgreedTagState
get_first_state (AgreedParagraph *paragraph)
{
  g_autoptr (AgreedTag) tag = g_list_model_get_item (G_LIST_MODEL (agreed_paragraph_get_tags (paragraph)), 0);

  g_assert_nonnull (tag);
  return agreed_tag_get_state (tag);
}

static void
test_tags (void)
{
  AgreedWindow *window = open_sample ();
  AgreedTopic *topic = NULL;
  AgreedParagraph *paragraph = find_suggested (agreed_window_get_project (window), &topic);
  const char *label = agreed_paragraph_get_label (paragraph);
  const char *id = agreed_topic_get_id (topic);
  guint before = count_topic (window, id);

  activate (window, "win.accept-tag", "(uss)", AGREED_SIDE_NEWER, label, id);
  g_assert_cmpint (get_first_state (paragraph), ==, AGREED_TAG_ACCEPTED);
  activate (window, "win.undo", NULL);
  g_assert_cmpint (get_first_state (paragraph), ==, AGREED_TAG_SUGGESTED);
  activate (window, "win.redo", NULL);
  g_assert_cmpint (get_first_state (paragraph), ==, AGREED_TAG_ACCEPTED);
  activate (window, "win.clear-tag", "(uss)", AGREED_SIDE_NEWER, label, id);
  g_assert_cmpint (get_first_state (paragraph), ==, AGREED_TAG_SUGGESTED);
  activate (window, "win.dismiss-tag", "(uss)", AGREED_SIDE_NEWER, label, id);
  g_assert_cmpint (get_first_state (paragraph), ==, AGREED_TAG_DISMISSED);
  g_assert_cmpuint (count_topic (window, id), <=, before);

  /* Names that are not there do nothing. */
  activate (window, "win.accept-tag", "(uss)", 7, label, id);
  activate (window, "win.accept-tag", "(uss)", AGREED_SIDE_NEWER, "OP999", id);
  activate (window, "win.accept-tag", "(uss)", AGREED_SIDE_NEWER, label, "no-such-topic");
  g_assert_cmpint (get_first_state (paragraph), ==, AGREED_TAG_DISMISSED);
  close_window (window);
}

static gboolean
has_link (AgreedProject *project,
          const char    *older,
          const char    *newer)
{
  GPtrArray *links = agreed_comparison_get_links (agreed_project_get_comparison (project));

  for (guint i = 0; i < links->len; i++)
    if (g_str_equal (agreed_paragraph_get_label (agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_OLDER)), older) &&
        g_str_equal (agreed_paragraph_get_label (agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_NEWER)), newer))
      return TRUE;
  return FALSE;
}

static void
test_links (void)
{
  AgreedWindow *window = open_sample ();
  AgreedProject *project = agreed_window_get_project (window);
  GPtrArray *links = agreed_comparison_get_links (agreed_project_get_comparison (project));
  guint n_links = links->len;
  AgreedLink *link = links->pdata[n_links / 2];
  g_autofree char *older = g_strdup (agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)));
  g_autofree char *newer = g_strdup (agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)));

  /* A paragraph that is set free may be linked with another one. */
  activate (window, "win.unlink", "(ss)", older, newer);
  g_assert_false (has_link (project, older, newer));
  activate (window, "win.link", "(ss)", older, newer);
  g_assert_true (has_link (project, older, newer));
  g_assert_cmpuint (agreed_comparison_get_links (agreed_project_get_comparison (project))->len, ==, n_links);
  close_window (window);
}

static void
save (AgreedWindow *window,
      GFile        *file)
{
  agreed_window_save (window, file);
  wait_until_idle (window);
  g_assert_null (agreed_window_get_message (window));
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
}

/* Whoever takes the ending off a project's name still opens a project. */
static void
test_save_under_any_name (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GFile) file = g_file_new_build_filename (folder, "my comparison", NULL);
  AgreedWindow *window = open_sample ();

  save (window, file);
  close_window (window);
  window = open_window ();
  open_one (window, file);
  g_assert_null (agreed_window_get_message (window));
  g_assert_cmpuint (get_n_rows (window), >, 0);
  close_window (window);
  remove_folder (folder);
}

static void
test_save (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = g_build_filename (folder, "my.agreed", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AgreedWindow *window = open_sample ();
  AgreedTopic *topic = NULL;
  AgreedParagraph *paragraph = find_suggested (agreed_window_get_project (window), &topic);
  g_autofree char *label = g_strdup (agreed_paragraph_get_label (paragraph));
  AgreedText *text;
  guint n_rows = get_n_rows (window);

  activate (window, "win.accept-tag", "(uss)", AGREED_SIDE_NEWER, label, agreed_topic_get_id (topic));
  g_assert_true (g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "•"));
  save (window, file);
  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (window)), ==, "my – Agreed Language");
  close_window (window);

  window = open_window ();
  open_one (window, file);
  g_assert_null (agreed_window_get_message (window));
  g_assert_cmpuint (get_n_rows (window), ==, n_rows);
  text = agreed_project_get_text (agreed_window_get_project (window), AGREED_SIDE_NEWER);
  g_assert_cmpint (get_first_state (agreed_text_find_paragraph (text, label)), ==, AGREED_TAG_ACCEPTED);
  close_window (window);
  remove_folder (folder);
}

/* Whatever is wrong with a file, the window says so in a sentence with the file's name, and what was open stays. */
static void
check_refused (AgreedWindow *window,
               GFile        *file)
{
  g_autofree char *name = g_file_get_basename (file);
  AgreedProject *project = agreed_window_get_project (window);
  AgreedComparison *comparison = agreed_project_get_comparison (project);

  open_one (window, file);
  g_assert_nonnull (agreed_window_get_message (window));
  g_assert_true (g_str_has_prefix (agreed_window_get_message (window), name));
  g_assert_true (agreed_window_get_project (window) == project);
  g_assert_true (agreed_project_get_comparison (project) == comparison);
}

static void
test_bad_files (void)
{
  static const char noise[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\1\2\3\4\5\xff\xfe\xfd\0\0\0";
  g_autofree char *folder = get_folder ();
  g_autoptr (GFile) missing = g_file_new_build_filename (folder, "missing.txt", NULL);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GFile) empty = write_file (folder, "empty.txt", "", 0);
  g_autoptr (GFile) prose = write_file (folder, "prose.txt", "Dear colleague, see you at lunch.\n", -1);
  g_autoptr (GFile) binary = write_file (folder, "noise.txt", noise, sizeof noise);
  g_autoptr (GFile) picture = write_file (folder, "picture.agreed", noise, sizeof noise);
  g_autoptr (GFile) json = write_file (folder, "wrong.agreed", "{\"format\": 1, \"texts\": 7", -1);
  g_autoptr (GFile) later = write_file (folder, "later.agreed", "{\"format\": 99}", -1);
  g_autoptr (GFile) gone = g_file_new_build_filename (folder, "gone.agreed", NULL);
  GFile *files[] = { missing, directory, empty, prose, binary, picture, json, later, gone };

  for (gboolean with_sample = FALSE; with_sample <= TRUE; with_sample++)
    {
      AgreedWindow *window = with_sample ? open_sample () : open_window ();

      for (guint i = 0; i < G_N_ELEMENTS (files); i++)
        check_refused (window, files[i]);
      close_window (window);
    }
  remove_folder (folder);
}

static void
test_save_refused (void)
{
  g_autoptr (GFile) nowhere = g_file_new_for_path ("/nonexistent/folder/my.agreed");
  AgreedWindow *window = open_sample ();

  AdwDialog *dialog;

  agreed_window_save (window, nowhere);
  wait_until_idle (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)),
                            "my.agreed: its folder or drive is not there"));
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (dialog), "save-as"));
  adw_dialog_force_close (dialog);
  close_window (window);
}

static void
wait_until_gone (AgreedWindow **window)
{
  for (guint i = 0; i < 2000 && *window != NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (*window);
}

/* Asks the window to close, and gives the answer to its question. */
static void
close_and_answer (AgreedWindow *window,
                  const char   *response)
{
  AdwDialog *dialog;

  gtk_window_close (GTK_WINDOW (window));
  wait_until_idle (window);
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
}

/* Unsaved work keeps the window open until the question is answered; a look at two texts is no work. */
static void
test_close (void)
{
  AgreedWindow *window = open_sample ();
  AgreedTopic *topic = NULL;
  AgreedParagraph *paragraph = find_suggested (agreed_window_get_project (window), &topic);

  activate (window, "win.accept-tag", "(uss)", AGREED_SIDE_NEWER, agreed_paragraph_get_label (paragraph),
            agreed_topic_get_id (topic));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  close_and_answer (window, "cancel");
  wait_until_idle (window);
  g_assert_nonnull (window);
  close_and_answer (window, "discard");
  wait_until_gone (&window);

  window = open_sample ();
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  wait_until_gone (&window);
}

/* "Save" writes where the project is kept, and closes. */
static void
test_close_saving (void)
{
  g_autofree char *folder = get_folder ();
  g_autofree char *path = g_build_filename (folder, "my.agreed", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AgreedWindow *window = open_sample ();
  AgreedTopic *topic = NULL;
  AgreedParagraph *paragraph = find_suggested (agreed_window_get_project (window), &topic);
  g_autoptr (AgreedProject) saved = NULL;
  g_autofree char *label = g_strdup (agreed_paragraph_get_label (paragraph));

  save (window, file);
  activate (window, "win.accept-tag", "(uss)", AGREED_SIDE_NEWER, label, agreed_topic_get_id (topic));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  close_and_answer (window, "save");
  wait_until_gone (&window);

  saved = agreed_store_load (file, NULL, NULL);
  g_assert_nonnull (saved);
  paragraph = agreed_text_find_paragraph (agreed_project_get_text (saved, AGREED_SIDE_NEWER), label);
  g_assert_cmpint (get_first_state (paragraph), ==, AGREED_TAG_ACCEPTED);
  remove_folder (folder);
}

/* A window that is closed while it reads a file. */
static void
test_close_while_reading (void)
{
  g_autofree char *folder = get_folder ();
  g_autoptr (GFile) file = write_sample (folder, "A_65_433.zh.txt");
  AgreedWindow *window = open_window ();

  agreed_window_open_text (window, file, AGREED_SIDE_OLDER);
  g_assert_true (agreed_window_get_busy (window));
  close_window (window);
  remove_folder (folder);
}

static void
test_narrow (void)
{
  AgreedWindow *window = open_sample ();
  gboolean narrow = FALSE;

  gtk_window_set_default_size (GTK_WINDOW (window), 400, 700);
  for (guint i = 0; i < 2000 && !narrow; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_object_get (window, "narrow", &narrow, NULL);
      g_usleep (1000);
    }
  g_assert_true (narrow);
  /* libadwaita keeps a picture of the last frame through a change of breakpoint, and drops it at the next one only. */
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 420);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/start", test_start);
  g_test_add_func ("/window/two-files", test_two_files);
  g_test_add_func ("/window/order", test_order);
  g_test_add_func ("/window/next-change", test_next_change);
  g_test_add_func ("/window/follow-move", test_follow_move);
  g_test_add_func ("/window/same-file", test_same_file);
  g_test_add_func ("/window/filter", test_filter);
  g_test_add_func ("/window/tags", test_tags);
  g_test_add_func ("/window/links", test_links);
  g_test_add_func ("/window/save", test_save);
  g_test_add_func ("/window/save-under-any-name", test_save_under_any_name);
  g_test_add_func ("/window/bad-files", test_bad_files);
  g_test_add_func ("/window/save-refused", test_save_refused);
  g_test_add_func ("/window/close", test_close);
  g_test_add_func ("/window/close-saving", test_close_saving);
  g_test_add_func ("/window/close-while-reading", test_close_while_reading);
  g_test_add_func ("/window/narrow", test_narrow);
  return g_test_run ();
}
