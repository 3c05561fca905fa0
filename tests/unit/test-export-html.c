/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html.h"

#include <string.h>

static AgreedText *
text_new (const char *symbol,
          const char *language)
{
  AgreedText *text = agreed_text_new ();

  agreed_text_set_symbol (text, symbol);
  agreed_text_set_language (text, language);

  return text;
}

static AgreedParagraph *
add_paragraph (AgreedText *text,
               const char *label,
               const char *wording)
{
  AgreedParagraphKind kind = g_str_has_prefix (label, "PP") ? AGREED_PARAGRAPH_PREAMBULAR : AGREED_PARAGRAPH_OPERATIVE;
  g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (kind, label, wording);

  agreed_text_append (text, paragraph);
  return agreed_text_get_paragraph (text, agreed_text_get_n_paragraphs (text) - 1);
}

static void
add_footnote (AgreedText *text,
              const char *marker,
              const char *wording)
{
  g_autoptr (AgreedFootnote) footnote = agreed_footnote_new (marker, wording);

  agreed_text_append_footnote (text, footnote);
}

/* Collects what a reader of the page sees, and trips over anything that is not well-formed. */
typedef struct {
  GString *seen;
  GString *deleted;
  GString *inserted;
  GString *footnote_signs;
  guint n_rows;
  guint hidden;
  GHashTable *ids;
  GPtrArray *targets;
} Page;

static void
on_start (GMarkupParseContext  *context,
          const char           *element,
          const char          **names,
          const char          **values,
          gpointer              data,
          GError              **error)
{
  Page *page = data;

  page->n_rows += g_str_equal (element, "tr");
  page->hidden += g_str_equal (element, "style") || g_str_equal (element, "title");
  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_equal (names[i], "id"))
        g_assert_true (g_hash_table_add (page->ids, g_strdup (values[i])));
      if (g_str_equal (names[i], "href"))
        g_ptr_array_add (page->targets, g_strdup (values[i]));
      g_assert_cmpstr (names[i], !=, "src");
    }
  g_assert_cmpstr (element, !=, "script");
}

static void
on_end (GMarkupParseContext  *context,
        const char           *element,
        gpointer              data,
        GError              **error)
{
  Page *page = data;

  page->hidden -= g_str_equal (element, "style") || g_str_equal (element, "title");
}

static void
on_text (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              data,
         GError              **error)
{
  Page *page = data;

  if (page->hidden > 0)
    return;

  g_string_append_len (page->seen, text, length);
  for (const GSList *place = g_markup_parse_context_get_element_stack (context); place != NULL; place = place->next)
    {
      if (g_str_equal (place->data, "del"))
        g_string_append_len (page->deleted, text, length);
      if (g_str_equal (place->data, "ins"))
        g_string_append_len (page->inserted, text, length);
      if (g_str_equal (place->data, "sup"))
        g_string_append_len (page->footnote_signs, text, length);
    }
}

static Page *
page_read (const char *html)
{
  static const GMarkupParser parser = { .start_element = on_start, .end_element = on_end, .text = on_text };
  Page *page = g_new0 (Page, 1);
  g_autoptr (GError) error = NULL;

  page->seen = g_string_new (NULL);
  page->deleted = g_string_new (NULL);
  page->inserted = g_string_new (NULL);
  page->footnote_signs = g_string_new (NULL);
  page->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  page->targets = g_ptr_array_new_with_free_func (g_free);

  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, page, NULL);
  g_markup_parse_context_parse (context, html, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < page->targets->len; i++)
    {
      const char *target = g_ptr_array_index (page->targets, i);

      g_assert_true (target[0] == '#' && g_hash_table_contains (page->ids, target + 1));
    }

  return page;
}

static void
page_free (Page *page)
{
  g_string_free (page->seen, TRUE);
  g_string_free (page->deleted, TRUE);
  g_string_free (page->inserted, TRUE);
  g_string_free (page->footnote_signs, TRUE);
  g_hash_table_unref (page->ids);
  g_ptr_array_unref (page->targets);
  g_free (page);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Page, page_free)

static char *
export (AgreedText *older,
        AgreedText *newer)
{
  g_autoptr (AgreedComparison) comparison = agreed_comparison_new (older, newer, NULL);

  return agreed_export_html (comparison);
}

static void
test_marks (void)
{
  g_autoptr (AgreedText) older = text_new ("A/RES/1/1", "en");
  g_autoptr (AgreedText) newer = text_new ("A/RES/2/1", "en");

  add_paragraph (older, "PP1", "Recalling the outcome of the first summit on the information society,");
  add_paragraph (newer, "PP1", "Recalling the outcome of the second summit on the information society,");
  add_paragraph (newer, "OP1", "Decides to remain seized of the matter & more <em>than</em> that.");

  g_autofree char *html = export (older, newer);
  g_autoptr (Page) page = page_read (html);

  g_assert_cmpstr (page->deleted->str, ==, "only in the older textfirst");
  g_assert_nonnull (strstr (page->inserted->str, "second"));
  g_assert_nonnull (strstr (page->inserted->str, "matter & more <em>than</em> that."));
  g_assert_cmpuint (page->n_rows, ==, 3);
  g_assert_nonnull (strstr (page->seen->str, "Reworded"));
  g_assert_nonnull (strstr (page->seen->str, "Added"));
  g_assert_null (strstr (page->seen->str, "Removed"));
  g_assert_nonnull (strstr (page->seen->str, "1 reworded"));
}

/* A footnote's sign stands where it is called, at either end of a wording and inside, and leads to the footnote. */
static void
test_footnotes (void)
{
  g_autoptr (AgreedText) older = text_new ("A/RES/1/1", "en");
  g_autoptr (AgreedText) newer = text_new ("A/RES/2/1", "en");
  AgreedParagraph *paragraph = add_paragraph (older, "PP1", "Noting the report,");

  add_paragraph (newer, "PP1", "Noting the report,");
  agreed_paragraph_add_mark (paragraph, "*", 0);
  agreed_paragraph_add_mark (paragraph, "7", strlen ("Noting the report"));
  agreed_paragraph_add_mark (paragraph, "8", strlen ("Noting the report,"));
  agreed_paragraph_set_opening (paragraph, strlen ("Noting"));
  add_footnote (older, "7", "A/66/64 \"quoted\" <angled>.");

  g_autofree char *html = export (older, newer);
  g_autoptr (Page) page = page_read (html);

  g_assert_cmpstr (page->footnote_signs->str, ==, "*78");
  g_assert_nonnull (strstr (page->seen->str, "*Noting the report7,8"));
  g_assert_nonnull (strstr (html, "<em>Noting</em> the report<sup>"));
  g_assert_nonnull (strstr (page->seen->str, "A/66/64 \"quoted\" <angled>."));
  g_assert_true (g_hash_table_contains (page->ids, "older-footnote-1"));
  g_assert_cmpuint (page->targets->len, ==, 1);
}

/* Each paragraph of a row shows its own wording, whole, whatever the runs are. */
static void
test_merged (void)
{
  g_autoptr (AgreedText) older = text_new ("A/RES/1/1", "zh");
  g_autoptr (AgreedText) newer = text_new ("A/RES/2/1", "zh");
  const char *first = "鼓励联合国各基金和方案及专门机构在各自任务规定范围内推动执行信息社会世界首脑会议成果";
  const char *second = "强调指出需要为此提供资源并加强发展中国家利用信息和通信技术的能力建设";
  g_autofree char *joined = g_strconcat (first, "，并", second, "；", NULL);

  add_paragraph (older, "OP1", first);
  add_paragraph (older, "OP2", second);
  add_paragraph (newer, "OP1", joined);

  g_autofree char *html = export (older, newer);
  g_autoptr (Page) page = page_read (html);

  g_assert_nonnull (strstr (page->seen->str, first));
  g_assert_nonnull (strstr (page->seen->str, second));
  g_assert_nonnull (strstr (page->seen->str, joined));
  g_assert_nonnull (strstr (page->seen->str, "merged from 2"));
  g_assert_nonnull (strstr (html, " lang=\"zh-CN\" dir=\"ltr\">"));
}

static void
test_right_to_left (void)
{
  g_autoptr (AgreedText) older = text_new ("A/RES/1/1", "ar");
  g_autoptr (AgreedText) newer = text_new ("A/RES/2/1", NULL);

  add_paragraph (older, "OP1", "تقرر أن تبقي المسألة قيد نظرها");
  add_paragraph (newer, "OP1", "Decides");

  g_autofree char *html = export (older, newer);
  g_autoptr (Page) page = page_read (html);

  g_assert_nonnull (strstr (html, "<table dir=\"rtl\">"));
  g_assert_nonnull (strstr (html, "<p lang=\"ar\" dir=\"rtl\">"));
  g_assert_nonnull (strstr (html, "<p lang=\"\" dir=\"auto\">"));
  g_assert_nonnull (strstr (page->seen->str, "تقرر أن تبقي المسألة قيد نظرها"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/export/html/marks", test_marks);
  g_test_add_func ("/export/html/footnotes", test_footnotes);
  g_test_add_func ("/export/html/merged", test_merged);
  g_test_add_func ("/export/html/right-to-left", test_right_to_left);

  return g_test_run ();
}
