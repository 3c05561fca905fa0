/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tracked-list.h"
#include "window-fixture.h"

#include <glib/gstdio.h>

/* A file with tracked changes, opened in the window. */

#define REGION(id, kind, author, content)                                                                                \
  "<text:changed-region text:id='" id "'><text:" kind "><office:change-info><dc:creator>" author "</dc:creator>"         \
  "<dc:date>2026-03-03T10:22:00</dc:date></office:change-info>" content "</text:" kind "></text:changed-region>"

static const char content[] =
  "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
  "<office:body><office:text><text:tracked-changes>"
  REGION ("a", "insertion", "Ana &amp; Co", "") REGION ("b", "deletion", "Bo Li", "<text:p>and freedom </text:p>")
  "</text:tracked-changes><text:p>The General Assembly,</text:p>"
  "<text:p>Recalling the <text:change-start text:change-id='a'/>universal <text:change-end text:change-id='a'/>right to "
  "privacy <text:change text:change-id='b'/>of all,</text:p>"
  "<text:p>1. Decides to meet;</text:p><text:p>2. Requests a report.</text:p></office:text></office:body></office:document>";

static GFile *
write_file (const char *name,
            const char *text)
{
  g_autofree char *folder = g_dir_make_tmp ("agreed-tracked-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return g_file_new_for_path (path);
}

static void
remove_file (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

static AgreedWindow *
open_file (GFile      *file,
             AgreedSide  side)
{
  AgreedWindow *window = open_window ();

  agreed_window_open_text (window, file, side);
  wait_until_idle (window);
  return window;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);
  return found;
}

static void
answer (AgreedWindow *window,
        const char   *label)
{
  AdwDialog *dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  GtkWidget *button;

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_nonnull (strstr (adw_alert_dialog_get_body (ADW_ALERT_DIALOG (dialog)), "draft.fodt"));
  button = find_button (GTK_WIDGET (dialog), label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  wait_until_idle (window);
}

static void
find_rows (GtkWidget *widget,
           GPtrArray *titles)
{
  if (ADW_IS_ACTION_ROW (widget))
    g_ptr_array_add (titles, (gpointer) adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    find_rows (child, titles);
}

static void
test_compare (void)
{
  g_autoptr (GFile) file = write_file ("draft.fodt", content);
  AgreedWindow *window = open_file (file, AGREED_SIDE_OLDER);
  AgreedProject *project = agreed_window_get_project (window);
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  AgreedRow *row;

  answer (window, "_Compare");
  g_assert_null (agreed_window_get_message (window));
  g_assert_nonnull (agreed_project_get_comparison (project));
  g_assert_cmpuint (g_list_model_get_n_items (agreed_project_get_documents (project)), ==, 2);
  row = agreed_window_get_current_row (window);
  g_assert_cmpstr (agreed_row_get_wording (row, AGREED_SIDE_OLDER), ==, "Recalling the right to privacy and freedom of all,");
  g_assert_cmpstr (agreed_row_get_wording (row, AGREED_SIDE_NEWER), ==, "Recalling the universal right to privacy of all,");

  find_rows (GTK_WIDGET (window->inspector), titles);
  g_assert_true (g_ptr_array_find_with_equal_func (titles, "Inserted by Ana &amp; Co on 3 March 2026", g_str_equal, NULL));
  g_assert_true (g_ptr_array_find_with_equal_func (titles, "Deleted by Bo Li on 3 March 2026", g_str_equal, NULL));
  close_window (window);
  remove_file (file);
}

/* Whoever does not want to compare the states has the text with the changes, where the file was opened. */
static void
test_open_only (void)
{
  g_autoptr (GFile) file = write_file ("draft.fodt", content);
  AgreedWindow *window = open_file (file, AGREED_SIDE_NEWER);
  AgreedProject *project = agreed_window_get_project (window);

  answer (window, "_Only Open It");
  g_assert_null (agreed_project_get_text (project, AGREED_SIDE_OLDER));
  g_assert_cmpstr (agreed_paragraph_get_wording (
                     agreed_text_get_paragraph (agreed_project_get_text (project, AGREED_SIDE_NEWER), 0)), ==,
                   "Recalling the universal right to privacy of all,");
  close_window (window);
  remove_file (file);
}

/* Beside another text there is no question: it is that one that the file is compared with. */
static void
test_beside_another (void)
{
  g_autoptr (GFile) other = write_file ("a.txt", "The General Assembly,\n\nRecalling the right to privacy,\n\n1. Decides to meet.\n");
  g_autoptr (GFile) file = write_file ("draft.fodt", content);
  AgreedWindow *window = open_file (other, AGREED_SIDE_OLDER);

  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  agreed_window_open_text (window, file, AGREED_SIDE_NEWER);
  wait_until_idle (window);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  g_assert_nonnull (agreed_project_get_comparison (agreed_window_get_project (window)));
  close_window (window);
  remove_file (other);
  remove_file (file);
}

/* The window may go while the question stands, and while the states are being read. */
static void
test_close (void)
{
  g_autoptr (GFile) file = write_file ("draft.fodt", content);
  AgreedWindow *window = open_file (file, AGREED_SIDE_OLDER);

  close_window (window);
  window = open_file (file, AGREED_SIDE_OLDER);
  agreed_window_compare_states (window, file);
  close_window (window);
  remove_file (file);
}

static void
assert_sentence (const char *author,
                 const char *date,
                 const char *sentence)
{
  AgreedTrackedChange change = { FALSE, 0, 1, (char *) author, (char *) date };
  g_autofree char *said = agreed_tracked_change_describe (&change);

  g_assert_cmpstr (said, ==, sentence);
}

static void
test_sentences (void)
{
  assert_sentence ("Bo", "2026-03-03T10:22:00Z", "Deleted by Bo on 3 March 2026");
  assert_sentence ("Bo", "2026-03-03", "Deleted by Bo on 3 March 2026");
  assert_sentence ("Bo", "", "Deleted by Bo");
  assert_sentence ("", "2026-03-03T10:22:00Z", "Deleted on 3 March 2026");
  assert_sentence ("", "yesterday", "Deleted on yesterday");
  assert_sentence ("", "", "Deleted");
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/window/tracked/compare", test_compare);
  g_test_add_func ("/window/tracked/open-only", test_open_only);
  g_test_add_func ("/window/tracked/beside-another", test_beside_another);
  g_test_add_func ("/window/tracked/close", test_close);
  g_test_add_func ("/window/tracked/sentences", test_sentences);
  return g_test_run ();
}
