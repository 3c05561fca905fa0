/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

#include <glib/gstdio.h>

/* Texts from the clipboard. */

#define OLDER "The General Assembly,\n\nRecalling the right to privacy,\n\n1. Decides to meet;\n\n2. Requests a report.\n"
#define NEWER "The General Assembly,\n\nRecalling the right to privacy,\n\n1. Decides to meet again;\n\n2. Requests a report.\n"
/* The numbers are drawn, so that only the page has them. */
#define PAGE                                                                                                      \
  "<html><body><p>The General Assembly,</p><p>Recalling the right to privacy,<sup><a href='#n' id='r'>1</a></sup></p>" \
  "<ol><li>Decides to meet online;</li><li>Requests a report.</li></ol>"                                          \
  "<p><a href='#r' id='n'>1</a> Resolution 217 A (III).</p></body></html>"
#define PAGE_AS_TEXT "The General Assembly,\nRecalling the right to privacy,1\nDecides to meet online;\nRequests a report.\n"

static void
copy (AgreedWindow *window,
      const char   *text,
      const char   *page)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (window));
  GdkContentProvider *providers[2];
  g_autoptr (GdkContentProvider) all = NULL;
  gsize n = 0;

  if (page != NULL)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (page, strlen (page));

      providers[n++] = gdk_content_provider_new_for_bytes ("text/html", bytes);
    }
  if (text != NULL)
    providers[n++] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  all = n > 0 ? gdk_content_provider_new_union (providers, n) : NULL;
  g_assert_true (gdk_clipboard_set_content (clipboard, all));
}

static void
paste (AgreedWindow *window,
       const char   *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  wait_until_idle (window);
}

static const char *
get_wording (AgreedWindow *window,
             AgreedSide    side,
             const char   *label)
{
  AgreedText *text = agreed_project_get_text (agreed_window_get_project (window), side);
  AgreedParagraph *paragraph = text != NULL ? agreed_text_find_paragraph (text, label) : NULL;

  return paragraph != NULL ? agreed_paragraph_get_wording (paragraph) : NULL;
}

/* One after the other, as on the start page; then the menu says which one is replaced. */
static void
test_two_texts (void)
{
  AgreedWindow *window = open_window ();

  copy (window, OLDER, NULL);
  paste (window, "win.paste");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_OLDER, "OP1"), ==, "Decides to meet;");
  g_assert_null (agreed_project_get_comparison (agreed_window_get_project (window)));
  copy (window, NEWER, NULL);
  paste (window, "win.paste");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_NEWER, "OP1"), ==, "Decides to meet again;");
  g_assert_nonnull (agreed_project_get_comparison (agreed_window_get_project (window)));
  g_assert_null (agreed_window_get_message (window));

  copy (window, PAGE_AS_TEXT, PAGE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  wait_until_idle (window);
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_NEWER, "OP1"), ==, "Decides to meet again;");
  paste (window, "win.paste-older");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_OLDER, "OP1"), ==, "Decides to meet online;");
  close_window (window);
}

/* A page has structure that its plain text has not; and the other way round. */
static void
test_page (void)
{
  AgreedWindow *window = open_window ();
  AgreedText *text;

  copy (window, PAGE_AS_TEXT, PAGE);
  paste (window, "win.paste-newer");
  text = agreed_project_get_text (agreed_window_get_project (window), AGREED_SIDE_NEWER);
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_NEWER, "OP2"), ==, "Requests a report.");
  g_assert_nonnull (agreed_text_find_footnote (text, "1"));

  copy (window, OLDER, "<p>The General Assembly,</p><p>Recalling the right to privacy,</p><p>Decides.</p>");
  paste (window, "win.paste-newer");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_NEWER, "OP1"), ==, "Decides to meet;");

  copy (window, NULL, PAGE);
  paste (window, "win.paste-newer");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_NEWER, "OP1"), ==, "Decides to meet online;");
  close_window (window);
}

static void
assert_said (AgreedWindow *window,
             const char   *sentence)
{
  g_assert_cmpstr (agreed_window_get_message (window), ==, sentence);
  g_assert_null (agreed_project_get_text (agreed_window_get_project (window), AGREED_SIDE_OLDER));
  agreed_window_say (window, NULL);
}

static void
test_nothing (void)
{
  AgreedWindow *window = open_window ();

  copy (window, NULL, NULL);
  paste (window, "win.paste");
  assert_said (window, "There is no text in the clipboard; copy the text of a resolution first");
  copy (window, " \n ", NULL);
  paste (window, "win.paste");
  assert_said (window, "There is no text in the clipboard; copy the text of a resolution first");
  copy (window, "Buy milk.", "<p>Buy milk.</p>");
  paste (window, "win.paste");
  assert_said (window, "No text of a resolution was found in the clipboard; copy it from its first line to its last");
  close_window (window);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("agreed-paste-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.txt", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GdkFileList *list;
  AgreedWindow *window = open_window ();

  g_assert_true (g_file_set_contents (path, OLDER, -1, NULL));
  list = gdk_file_list_new_from_array (&file, 1);
  gdk_clipboard_set (gtk_widget_get_clipboard (GTK_WIDGET (window)), GDK_TYPE_FILE_LIST, list);
  paste (window, "win.paste-newer");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_NEWER, "OP1"), ==, "Decides to meet;");
  close_window (window);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_remove (path);
  g_rmdir (folder);
}

/* The window may go while the clipboard is asked. */
static void
test_close (void)
{
  AgreedWindow *window = open_window ();

  copy (window, OLDER, PAGE);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.paste", NULL);
  close_window (window);
}

static void
choose_annex (AgreedWindow *window,
              AgreedSide    side)
{
  GListModel *documents = agreed_project_get_documents (agreed_window_get_project (window));
  g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, side);
  AgreedText *annex = agreed_document_find_text (document, "Annex I");

  g_assert_nonnull (annex);
  gtk_widget_activate_action (GTK_WIDGET (window), side == AGREED_SIDE_OLDER ? "win.older-text" : "win.newer-text", "s",
                              agreed_text_get_id (annex));
  wait_until_idle (window);
}

/* An annex is compared where it is asked for, and never by itself. */
static void
test_annex (void)
{
  AgreedWindow *window = open_window ();

  copy (window, OLDER "\nAnnex I\n\nRules\n\n1. The meeting is open.\n\nAnnex II\n\n1. The end.\n", NULL);
  paste (window, "win.paste");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_OLDER, "OP1"), ==, "Decides to meet;");
  copy (window, NEWER "\nAnnex I\n\nRules\n\n1. The meeting is closed.\n\nAnnex II\n\n1. The end.\n", NULL);
  paste (window, "win.paste");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_OLDER, "OP1"), ==, "Decides to meet;");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_NEWER, "OP1"), ==, "Decides to meet again;");

  choose_annex (window, AGREED_SIDE_OLDER);
  choose_annex (window, AGREED_SIDE_NEWER);
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_OLDER, "AN1"), ==, "The meeting is open.");
  g_assert_cmpstr (get_wording (window, AGREED_SIDE_NEWER, "AN1"), ==, "The meeting is closed.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (window->rows)), ==, 1);
  close_window (window);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/window/paste/two-texts", test_two_texts);
  g_test_add_func ("/window/paste/annex", test_annex);
  g_test_add_func ("/window/paste/page", test_page);
  g_test_add_func ("/window/paste/nothing", test_nothing);
  g_test_add_func ("/window/paste/files", test_files);
  g_test_add_func ("/window/paste/close", test_close);
  return g_test_run ();
}
