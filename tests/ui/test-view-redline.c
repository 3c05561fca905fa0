/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"
#include "redline.h"
#include "view-samples.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

/* Redlines for word processors: nothing lost, every change marked, and what the clipboard offers. */

static const AgreedSelection everything = { AGREED_SIDE_NEWER, { 0, 0 }, { G_MAXUINT - 1, G_MAXSIZE } };

static char *
replace (const char *text,
         const char *pattern,
         const char *by)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_DOTALL, 0, &error);
  char *replaced;

  g_assert_no_error (error);
  replaced = g_regex_replace_literal (regex, text, -1, 0, by, 0, &error);
  g_assert_no_error (error);
  return replaced;
}

static char *
replace_all (const char *text,
             const char *const (*steps)[2])
{
  char *out = g_strdup (text);

  for (guint i = 0; steps[i][0] != NULL; i++)
    {
      g_autofree char *before = out;

      out = replace (before, steps[i][0], steps[i][1]);
    }
  return out;
}

/* What a reader has who takes every change, or none. */
static char *
read_side (const char *html,
           AgreedSide  side)
{
  static const char *const newer[][2] = {
    { "^.*<body>\\s*", "" }, { "<span[^>]*>.*?</span>(&#160;)+", "" }, { "<s [^>]*>.*?</s>", "" },
    { "</p>\n<p[^>]*>", "\n" }, { "</p>\n</body>.*", "" }, { "<[^>]*>", "" }, { "¶|\u200a", "" },
    { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { NULL, NULL },
  };
  static const char *const older[][2] = {
    { "^.*<body>\\s*", "" }, { "<span[^>]*>.*?</span>(&#160;)+", "" }, { "<u [^>]*>¶</u></p>\n<p[^>]*>", "" },
    { "<u [^>]*>.*?</u>", "" }, { "</p>\n<p[^>]*>", "\n" }, { "</p>\n</body>.*", "" }, { "<[^>]*>", "" },
    { "¶ ", "\n" }, { "\u200a", "" }, { "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" }, { NULL, NULL },
  };

  return replace_all (html, side == AGREED_SIDE_NEWER ? newer : older);
}

static void
check_whole (gconstpointer data)
{
  const char *language = data;
  const char *const languages[] = { language, language };
  g_autoptr (GListStore) rows = agreed_view_samples_new (language);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      AgreedSelection one = { AGREED_SIDE_NEWER, { i, 0 }, { i, G_MAXSIZE } };
      g_autofree char *html = agreed_redline_to_html (&one, G_LIST_MODEL (rows), TRUE, languages);

      for (guint side = 0; side < AGREED_N_SIDES; side++)
        {
          g_autofree char *wording = read_side (html, side);

          g_assert_cmpstr (wording, ==, agreed_row_get_wording (row, side));
        }
      g_assert_true ((strstr (html, "<s ") != NULL || strstr (html, "<u ") != NULL)
                     == (agreed_row_get_change (row) != AGREED_CHANGE_UNCHANGED));
    }
}

static void
assert_has (const char *html,
            const char *part)
{
  if (strstr (html, part) == NULL)
    g_error ("no %s in\n%s", part, html);
}

static void
test_marks (void)
{
  const char *const languages[] = { "en", "en" };
  g_autoptr (GListStore) rows = agreed_view_samples_new ("en");
  g_autofree char *html = agreed_redline_to_html (&everything, G_LIST_MODEL (rows), TRUE, languages);
  g_autofree char *text = agreed_redline_to_text (&everything, G_LIST_MODEL (rows), TRUE);
  AgreedSelection part = { AGREED_SIDE_OLDER, { 2, 2 }, { 2, 9 } };
  g_autofree char *some = agreed_redline_to_html (&part, G_LIST_MODEL (rows), FALSE, languages);

  assert_has (html, "<s style=\"color: #a51d2d\">reduce</s>");
  assert_has (html, "<u style=\"color: #0b6641\">bridge</u>");
  assert_has (html, ">PP3 (moved from PP7)</span>");
  assert_has (html, "<u style=\"color: #0b6641\"><i>Welcoming</i></u>");
  assert_has (html, "<p lang=\"en\" dir=\"ltr\" style=\"margin-left: 2em\"><span");
  assert_has (html, "<i>Decides</i> to invite");
  g_assert_null (strstr (html, "font"));
  assert_has (text, "PP3 (moved from PP7)\tStressing the need to [-reduce-]{+bridge+} the digital divide");

  /* Of a part, that part; the label belongs to the beginning. */
  assert_has (some, "<body>\n<p lang=\"en\" dir=\"ltr\"><i>ressing</i></p>\n</body>");
}

/* Moved words, and what HTML would take for its own. */
static void
test_moved_words (void)
{
  const char *const languages[] = { "ar\"", "ar" };
  g_autoptr (AgreedParagraph) older = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP1", "a<b & c");
  g_autoptr (AgreedParagraph) newer = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP2", "& c a<b");
  g_autoptr (GPtrArray) olders = g_ptr_array_new (), newers = g_ptr_array_new (), links = g_ptr_array_new ();
  g_autoptr (AgreedLink) link = agreed_link_new (older, newer, 1, FALSE, AGREED_LINK_FOUND);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));
  AgreedRun each[] = { { AGREED_RUN_DELETED, 0, 4, 0, 0, TRUE, 2 }, { AGREED_RUN_EQUAL, 4, 3, 0, 3 },
                       { AGREED_RUN_INSERTED, 7, 0, 3, 4, TRUE, 0 } };
  g_autoptr (GListStore) rows = g_list_store_new (AGREED_TYPE_ROW);
  g_autoptr (AgreedRow) row = NULL;
  g_autofree char *html = NULL;

  g_ptr_array_add (olders, older);
  g_ptr_array_add (newers, newer);
  g_ptr_array_add (links, link);
  g_array_append_vals (runs, each, G_N_ELEMENTS (each));
  row = agreed_row_new (olders, newers, links, AGREED_CHANGE_REWORDED, runs);
  g_list_store_append (rows, row);
  html = agreed_redline_to_html (&everything, G_LIST_MODEL (rows), TRUE, languages);
  assert_has (html, "<p lang=\"ar\" dir=\"rtl\">");
  assert_has (html, ">OP1 → OP2</span>");
  assert_has (html, "<s style=\"color: #613583\">a&lt;b </s>&amp; c<u style=\"color: #613583\"> a&lt;b</u>");

  g_free (html);
  html = agreed_redline_to_html (&(AgreedSelection) { AGREED_SIDE_OLDER, { 0, 0 }, { 0, G_MAXSIZE } }, G_LIST_MODEL (rows),
                                 FALSE, languages);
  assert_has (html, "<p lang=\"ar&quot;\" dir=");
}

static void
on_read (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (GError) error = NULL;
  const char *type;

  *(GInputStream **) data = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, &error);
  g_assert_no_error (error);
}

static void
on_spliced (GObject      *memory,
            GAsyncResult *result,
            gpointer      done)
{
  g_assert_cmpint (g_output_stream_splice_finish (G_OUTPUT_STREAM (memory), result, NULL), >, 0);
  *(gboolean *) done = TRUE;
}

static char *
read_clipboard (GtkWidget  *widget,
                const char *type)
{
  const char *types[] = { type, NULL };
  GInputStream *stream = NULL;
  gboolean done = FALSE;
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  gdk_clipboard_read_async (gtk_widget_get_clipboard (widget), types, G_PRIORITY_DEFAULT, NULL, on_read, &stream);
  while (stream == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* The clipboard is this program's own: it writes while this waits. */
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_NONE, G_PRIORITY_DEFAULT, NULL, on_spliced, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_output_stream_write_all (memory, "", 1, NULL, NULL, NULL);
  g_output_stream_close (memory, NULL, NULL);
  g_object_unref (stream);
  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_clipboard (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new ("zh");
  g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (rows), 2);
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (agreed_comparison_view_new ());
  g_autofree char *text = NULL, *html = NULL, *redline = NULL, *newer = NULL, *older = NULL;

  agreed_comparison_view_set_languages (view, "zh", "zh");
  agreed_comparison_view_set_rows (view, G_LIST_MODEL (rows));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 1000, 700);
  gtk_window_present (GTK_WINDOW (window));
  gtk_test_widget_wait_for_draw (window);

  /* A selection: plain what is read, with formatting what is seen of it. */
  g_assert_null (agreed_comparison_view_get_selected (view));
  view->selection = (AgreedSelection) { AGREED_SIDE_NEWER, { 2, 0 }, { 2, G_MAXSIZE } };
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "clipboard.copy", NULL));
  text = read_clipboard (GTK_WIDGET (view), "text/plain;charset=utf-8");
  html = read_clipboard (GTK_WIDGET (view), "text/html");
  g_assert_cmpstr (text, ==, agreed_row_get_wording (row, AGREED_SIDE_NEWER));
  assert_has (html, "<b>强调</b>");
  assert_has (html, "<u style=\"color: #0b6641\">弥合</u>");
  g_assert_null (strstr (html, "缩小"));

  /* The row at hand without a selection: both texts. */
  view->selection = (AgreedSelection) { 0 };
  agreed_comparison_view_go_to (view, 2);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (view), "clipboard.copy-redline", NULL));
  redline = read_clipboard (GTK_WIDGET (view), "text/html");
  newer = read_side (redline, AGREED_SIDE_NEWER);
  older = read_side (redline, AGREED_SIDE_OLDER);
  g_assert_cmpstr (newer, ==, agreed_row_get_wording (row, AGREED_SIDE_NEWER));
  g_assert_cmpstr (older, ==, agreed_row_get_wording (row, AGREED_SIDE_OLDER));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What LibreOffice makes of it, where there is one: the text styles that it gives to words that came and went. */
static void
test_word_processor (void)
{
  const char *const languages[] = { "zh", "zh" };
  g_autofree char *office = g_find_program_in_path ("soffice"), *folder = NULL, *page = NULL, *flat = NULL, *html = NULL;
  g_autofree char *profile = NULL, *document = NULL, *reduce = NULL, *bridge = NULL;
  g_autoptr (GListStore) rows = agreed_view_samples_new ("zh");
  g_autoptr (GError) error = NULL;
  g_autoptr (GMatchInfo) match = NULL;

  if (office == NULL)
    {
      g_test_skip ("soffice is not here");
      return;
    }
  folder = g_dir_make_tmp ("redline-XXXXXX", &error);
  g_assert_no_error (error);
  page = g_build_filename (folder, "page.html", NULL);
  flat = g_build_filename (folder, "page.fodt", NULL);
  profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", folder);
  html = agreed_redline_to_html (&everything, G_LIST_MODEL (rows), TRUE, languages);
  g_file_set_contents (page, html, -1, &error);
  g_assert_no_error (error);
  g_spawn_sync (folder,
                (char *[]) { office, profile, (char *) "--headless", (char *) "--writer", (char *) "--convert-to",
                             (char *) "fodt", page, NULL },
                NULL, G_SPAWN_STDOUT_TO_DEV_NULL | G_SPAWN_STDERR_TO_DEV_NULL, NULL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_file_get_contents (flat, &document, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < 2; i++)
    {
      g_autofree char *words = g_strdup_printf ("<text:span text:style-name=\"(\\w+)\">%s</text:span>", i == 0 ? "缩小" : "弥合");
      g_autoptr (GRegex) regex = g_regex_new (words, 0, 0, NULL), look = NULL;
      g_autofree char *name = NULL, *style = NULL;

      g_clear_pointer (&match, g_match_info_unref);
      g_assert_true (g_regex_match (regex, document, 0, &match));
      name = g_match_info_fetch (match, 1);
      style = g_strdup_printf ("<style:style style:name=\"%s\"[^>]*>\\s*<style:text-properties[^>]*%s[^>]*%s", name,
                               i == 0 ? "fo:color=\"#a51d2d\"" : "fo:color=\"#0b6641\"",
                               i == 0 ? "text-line-through-style=\"solid\"" : "text-underline-style=\"solid\"");
      look = g_regex_new (style, 0, 0, NULL);
      g_assert_true (g_regex_match (look, document, 0, NULL));
    }
  assert_has (document, "PP3 (moved from PP7)");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/view/redline/whole/en", "en", check_whole);
  g_test_add_data_func ("/view/redline/whole/zh", "zh", check_whole);
  g_test_add_data_func ("/view/redline/whole/ar", "ar", check_whole);
  g_test_add_func ("/view/redline/marks", test_marks);
  g_test_add_func ("/view/redline/moved-words", test_moved_words);
  g_test_add_func ("/view/redline/clipboard", test_clipboard);
  g_test_add_func ("/view/redline/word-processor", test_word_processor);

  return g_test_run ();
}
