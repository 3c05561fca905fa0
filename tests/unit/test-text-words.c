/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include <string.h>

/* Tokens between bars, each after the letter of its kind: Word, Number, Date, Ordinal, sYmbol, Punctuation, Sign. */
static char *
spell (const char *text,
       const char *language)
{
  g_autoptr (AgreedWords) words = agreed_words_new (text, language);
  GString *spelt = g_string_new (NULL);

  for (guint i = 0; i < words->n_tokens; i++)
    g_string_append_printf (spelt, "%s%c:%.*s", i > 0 ? "|" : "", "WNDOYPS"[words->tokens[i].kind],
                            words->tokens[i].length, text + words->tokens[i].start);

  return g_string_free_and_steal (spelt);
}

static const struct {
  const char *language;
  const char *text;
  const char *tokens;
} cases[] = {
  { "en", "Recalling its resolution 57/270 B of 23 June 2003,", "W:Recalling|W:its|W:resolution|Y:57/270 B|W:of|D:23 June 2003|P:," },
  { "en", "26 per cent of 1,000.5 people", "N:26 per cent|W:of|N:1,000.5|W:people" },
  { "en", "44th meeting, sixty-sixth session", "O:44th|W:meeting|P:,|W:sixty-sixth|W:session" },
  { "en", "16-18 November 2005; December 2010; November 22, 2011", "D:16-18 November 2005|P:;|D:December 2010|P:;|D:November 22, 2011" },
  { "en", "States may not", "W:States|W:may|W:not" },
  { "en", "follow-up, non\u2011aligned, States’ don’t", "W:follow-up|P:,|W:non\u2011aligned|P:,|W:States|P:’|W:don’t" },
  { "en", "A/66/64-E/2011/77 (A/C. 2/65/L. 22)", "Y:A/66/64-E/2011/77|P:(|Y:A/C. 2/65/L. 22|P:)" },
  { "fr", "l’information qu’il 22 décembre 2011, 1er mai, 26 pour cent, 1\u00a0000\u00a0000",
    "W:l’|W:information|W:qu’|W:il|D:22 décembre 2011|P:,|D:1er mai|P:,|N:26 pour cent|P:,|N:1\u00a0000\u00a0000" },
  { "es", "22 de diciembre de 2011, sexagésimo séptimo, 26 por ciento",
    "D:22 de diciembre de 2011|P:,|O:sexagésimo séptimo|P:,|N:26 por ciento" },
  { "ru", "резолюцию 66/184 от 22 декабря 2011 года, шестьдесят седьмой, 67-я сессия, 26 процентов",
    "W:резолюцию|Y:66/184|W:от|D:22 декабря 2011|W:года|P:,|O:шестьдесят седьмой|P:,|O:67-я|W:сессия|P:,|N:26 процентов" },
  { "ar", "القرار ٦٦/١٨٤ المؤرخ ٢٢ كانون الأول/ديسمبر ٢٠١١ الدورة السابعة والستين، 26 في المائة",
    "W:القرار|Y:٦٦/١٨٤|W:المؤرخ|D:٢٢ كانون الأول/ديسمبر ٢٠١١|W:الدورة|O:السابعة والستين|P:،|N:26 في المائة" },
  { "zh", "2010年12月20日第65/141号决议第 22 段", "D:2010年12月20日|W:第|Y:65/141|W:号|W:决议|O:第 22 段" },
  { "zh", "第六十六届会议，百分之二十六、26%、3.5 亿", "O:第六十六届|W:会议|P:，|N:百分之二十六|P:、|N:26%|P:、|N:3.5 亿" },
  { "zh", "互联网治理的后续行动", "W:互联网|W:治理|W:的|W:后续|W:行动" },
  { "zh", "千年发展目标", "W:千年|W:发展|W:目标" },
  { "zh", "二〇一一年十二月", "D:二〇一一年十二月" },
  { "zh", "20世纪90年代", "N:20|W:世纪|D:90年代" },
  { NULL, "👨‍👩‍👧🇫🇷🇩🇪 $5 = x", "S:👨‍👩‍👧|S:🇫🇷|S:🇩🇪|S:$|N:5|S:=|W:x" },
  { NULL, "“\u0301 \u00ad\u200b \n", "S:“\u0301" },
  { NULL, "", "" },
};

static void
test_kinds (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *tokens = spell (cases[i].text, cases[i].language);

      g_assert_cmpstr (tokens, ==, cases[i].tokens);
    }
}

static gboolean
same_keys (const char *a,
           const char *b,
           gboolean    folded)
{
  g_autoptr (AgreedWords) first = agreed_words_new (a, NULL);
  g_autoptr (AgreedWords) second = agreed_words_new (b, NULL);

  if (first->n_tokens != second->n_tokens)
    return FALSE;
  for (guint i = 0; i < first->n_tokens; i++)
    if (folded ? first->tokens[i].folded != second->tokens[i].folded : first->tokens[i].key != second->tokens[i].key)
      return FALSE;

  return TRUE;
}

static void
test_keys (void)
{
  g_assert_true (same_keys ("résumé", "re\u0301sume\u0301", FALSE));
  g_assert_true (same_keys ("第 22 段，", "第22段,", FALSE));
  g_assert_true (same_keys ("２０１１年", "2011年", FALSE));
  g_assert_true (same_keys ("٦٦/١٨٤", "66/184", FALSE));
  g_assert_true (same_keys ("ещё", "еще", FALSE));
  g_assert_true (same_keys ("مُجْتَمَع", "مجتمـع", FALSE));
  g_assert_true (same_keys ("info\u00admation", "infomation", FALSE));
  g_assert_true (same_keys ("oﬃce", "office", FALSE));
  g_assert_true (same_keys ("non\u2011aligned", "non-aligned", FALSE));
  g_assert_false (same_keys ("Notes", "notes", FALSE));
  g_assert_true (same_keys ("Notes", "notes", TRUE));
  g_assert_true (same_keys ("ЕЩЁ", "еще", TRUE));
  g_assert_false (same_keys ("联通", "连通", TRUE));
  g_assert_false (same_keys ("x²", "x2", TRUE));
}

/* A clause that is remembered gives the same tokens as one that is not, in whatever paragraph it stands. */
static void
test_again (void)
{
  g_autofree char *first = spell ("认识到信息社会的重要性，认识到信息社会的重要性", "zh");
  g_autofree char *again = spell ("认识到信息社会的重要性，认识到信息社会的重要性", "zh");
  g_autofree char *other = spell ("认识到信息社会的重要性，认识到信息社会的重要性", "ja");

  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, ==, other);
  g_assert_true (strncmp (first, strstr (first, "P:，|") + strlen ("P:，|"), 20) == 0);
}

static gpointer
break_often (gpointer data)
{
  for (guint i = 0; i < 200; i++)
    g_free (spell (cases[i % G_N_ELEMENTS (cases)].text, cases[i % G_N_ELEMENTS (cases)].language));

  return NULL;
}

static void
test_threads (void)
{
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("words", break_often, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);
  test_kinds ();
}

/* Long noise must neither overflow a token's length nor take long. */
static void
test_long (void)
{
  static const char *const units[] = { "x", "1", "年", "一", "字", "\u0301", "-x", "A/", "1.", "\u200d😀", "(", "1 000" };

  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      GString *text = g_string_new (NULL);
      g_autoptr (AgreedWords) words = NULL;
      gsize done = 0;

      while (text->len < 200000)
        g_string_append (text, units[i]);
      words = agreed_words_new (text->str, "zh");
      for (guint k = 0; k < words->n_tokens; k++)
        {
          g_assert_cmpuint (words->tokens[k].start, >=, done);
          g_assert_cmpuint (words->tokens[k].length, >, 0);
          done = words->tokens[k].start + words->tokens[k].length;
        }
      g_assert_cmpuint (done, ==, text->len);
      g_string_free (text, TRUE);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/words/kinds", test_kinds);
  g_test_add_func ("/text/words/keys", test_keys);
  g_test_add_func ("/text/words/again", test_again);
  g_test_add_func ("/text/words/threads", test_threads);
  g_test_add_func ("/text/words/long", test_long);

  return g_test_run ();
}
