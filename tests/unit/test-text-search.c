/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-search.h"

/* What is found of a query, joined by "|". */
static char *
find (const char        *query,
      AgreedSearchFlags  flags,
      const char        *wording)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedSearch) search = agreed_search_new (query, flags, &error);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));
  GString *found = g_string_new (NULL);
  gsize last = 0;

  g_assert_no_error (error);
  g_assert_true (agreed_search_find (search, wording, matches, &error));
  g_assert_no_error (error);
  for (guint i = 0; i < matches->len; i++)
    {
      const AgreedMatch *match = &g_array_index (matches, AgreedMatch, i);

      g_assert_cmpuint (match->start, >=, last);
      last = match->start + match->length;
      g_assert_cmpuint (last, <=, strlen (wording));
      g_string_append_printf (found, "%s%.*s", i > 0 ? "|" : "", (int) match->length, wording + match->start);
    }
  return g_string_free (found, FALSE);
}

#define REGEX AGREED_SEARCH_REGEX
#define CASE AGREED_SEARCH_MATCH_CASE
#define WIDTH AGREED_SEARCH_IGNORE_WIDTH
#define VARIANTS AGREED_SEARCH_VARIANTS

static const struct {
  const char *query;
  AgreedSearchFlags flags;
  const char *wording;
  const char *found;
} cases[] = {
  { "Internet", 0, "the internet and the Internet", "internet|Internet" },
  { "Internet", CASE, "the internet and the Internet", "Internet" },
  { "Internet", WIDTH | CASE, "the internet and the Internet", "Internet" },
  { "a.c", 0, "abc a.c", "a.c" },
  { "aa", WIDTH, "aaaaa", "aa|aa" },

  /* Width, spaces beside Chinese, quotation marks, hyphens, digits. */
  { "第65/141号", WIDTH, "大会第 65/141 号决议", "第 65/141 号" },
  { "第65/141号", 0, "大会第 65/141 号决议", "" },
  { "ABC", WIDTH, "一ＡＢＣ二", "ＡＢＣ" },
  { "ABC", 0, "一ＡＢＣ二", "" },
  { "决定，", WIDTH, "决定,再决定，", "决定,|决定，" },
  { "non-discrimination", WIDTH, "non\u2011discrimination", "non\u2011discrimination" },
  { "\"agreed\"", WIDTH, "the “agreed” words", "“agreed”" },
  { "22", WIDTH, "الفقرة ٢٢", "٢٢" },
  { "решение", WIDTH, "РЕШЕНИЕ и решение", "РЕШЕНИЕ|решение" },
  { "État", WIDTH, "un E\u0301tat", "E\u0301tat" },

  /* Regular expressions. */
  { "第\\d+段", REGEX | WIDTH, "如第 29 段和第 71 段所述", "第 29 段|第 71 段" },
  { "第 \\d+ 段", REGEX | WIDTH, "如第29段", "第29段" },
  { "paragraph(s)? \\d+", REGEX, "Paragraph 3 and paragraphs 22", "Paragraph 3|paragraphs 22" },
  { "paragraph(s)? \\d+", REGEX | CASE, "Paragraph 3 and paragraphs 22", "paragraphs 22" },
  { "（见", REGEX | WIDTH, "决议(见第12段)", "(见" },
  { "\\w+ing\\b", REGEX | WIDTH, "Recalling also, Noting", "Recalling|Noting" },
  { "x*", REGEX, "axxb", "xx" },

  /* Variants. */
  { "互联网", WIDTH, "因特网和互联网", "互联网" },
  { "互联网", VARIANTS, "因特网和互联网", "因特网|互联网" },
  { "因特网治理论坛", VARIANTS, "互联网治理论坛的任务", "互联网治理论坛" },
  { "ICT", VARIANTS, "restriction of information and communications technologies", "ict|information and communications technologies" },
  { "restriction", VARIANTS, "ICT and restriction", "restriction" },
  { "WSIS", VARIANTS, "the World  Summit on the Information Society (WSIS)", "World  Summit on the Information Society|WSIS" },
  { "programme", VARIANTS, "a program and programmers", "program|programme" },
  { "nothing of the kind", VARIANTS, "nothing of the  kind", "nothing of the  kind" },
  { "(互联网|电话)治理", REGEX | VARIANTS, "因特网治理和电话治理", "因特网治理|电话治理" },
  { "[互联网]x", REGEX | VARIANTS, "网x 因x", "网x" },
  { "TIC", VARIANTS, "les technologies de l’information et de la communication", "technologies de l’information et de la communication" },
};

static void
test_find (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = find (cases[i].query, cases[i].flags, cases[i].wording);

      g_test_message ("%s (%d) in %s", cases[i].query, cases[i].flags, cases[i].wording);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

/* What is no expression is told in words, never in the words of a library, and whatever the options. */
static void
test_bad_expressions (void)
{
  static const char *const bad[] = { "(", "a)", "[a", "*", "a\\", "[z-a]", "a{3,2}", "(?<", "\\", "a**+*", "(?P>x)" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    for (guint flags = 0; flags < 16; flags++)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (AgreedSearch) search = agreed_search_new (bad[i], flags, &error);

        if ((flags & REGEX) == 0)
          {
            g_assert_no_error (error);
            continue;
          }
        g_assert_null (search);
        g_assert_error (error, AGREED_SEARCH_ERROR, AGREED_SEARCH_ERROR_PATTERN);
        g_assert_null (strstr (error->message, "compil"));
        g_assert_null (strstr (error->message, "PCRE"));
      }
}

/* An expression that would take for ever is given up. */
static void
test_complicated (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedSearch) search = agreed_search_new ("(a+)+(b+)+(a+)+c(?=.*(x+x+)+y)", REGEX, &error);
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));
  g_autofree char *wording = g_strnfill (4000, 'a');
  gint64 start = g_get_monotonic_time ();

  g_assert_no_error (error);
  agreed_search_find (search, wording, matches, &error);
  g_assert_cmpuint (matches->len, ==, 0);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_TIME_SPAN_SECOND);
}

/* Twenty thousand paragraphs take well under a second; several times that is let pass on a loaded machine. */
static void
test_fast (void)
{
  static const AgreedSearchFlags flags[] = { 0, WIDTH, VARIANTS, REGEX | WIDTH };
  const char *wording =
    "强调充分按照《突尼斯议程》第 71 段规定的任务而加强合作的重要性和紧迫性，并强调需要加强合作，以便各国政府能够在与因特网有关的国际公共"
    "政策问题上，而不是在不影响国际公共政策问题的日常技术和业务事项中，平等地发挥作用和履行职责，";

  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr (AgreedSearch) search = agreed_search_new ("因特网", flags[i], NULL);
      g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));
      g_autoptr (GTimer) timer = g_timer_new ();

      for (guint k = 0; k < 20000; k++)
        g_assert_true (agreed_search_find (search, wording, matches, NULL));
      g_test_message ("20,000 paragraphs with flags %u: %.3f s", flags[i], g_timer_elapsed (timer, NULL));
      g_assert_cmpuint (matches->len, ==, 20000);
      g_assert_cmpfloat (g_timer_elapsed (timer, NULL), <, 5);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/search/find", test_find);
  g_test_add_func ("/search/bad-expressions", test_bad_expressions);
  g_test_add_func ("/search/complicated", test_complicated);
  g_test_add_func ("/search/fast", test_fast);
  return g_test_run ();
}
