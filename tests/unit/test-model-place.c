/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place.h"

static const struct {
  const char *words;
  const char *label;
  guint match;
} cases[] = {
  { "OP17", "OP17", 3 },
  { "op 17", "OP17", 3 },
  { "OP17", "PP17", 0 },
  { "17", "OP17", 3 },
  { "17", "PP17", 3 },
  { "17", "OP17(a)", 2 },
  { "1", "OP17", 1 },
  { "17", "OP1", 0 },
  { "PP3", "PP3", 3 },
  { "pp3", "OP3", 0 },
  { "17(a)", "OP17(a)", 3 },
  { "17 (a)", "OP17(a)", 3 },
  { "OP17(a)", "OP17(a)(ii)", 2 },
  { "17(a)(ii)", "OP17(a)(ii)", 3 },
  { "17(b)", "OP17(a)", 0 },
  { "第17段", "OP17", 3 },
  { "执行部分第17段", "OP17", 3 },
  { "执行部分第17段", "PP17", 0 },
  { "序言部分第 3 段", "PP3", 3 },
  { "序言部分第 3 段", "OP3", 0 },
  { "preambular paragraph 3", "PP3", 3 },
  { "operative paragraph 3", "PP3", 0 },
  { "３", "OP3", 3 },
  { "paragraphe 3 du préambule", "PP3", 3 },
  { "párrafo 3 del preámbulo", "OP3", 0 },
  { "пункт 3 преамбулы", "PP3", 3 },
  { "الفقرة ٣ من الديباجة", "PP3", 3 },
  { "الفقرة ٣ من المنطوق", "PP3", 0 },
};

static void
test_match (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AgreedPlaceName) place = agreed_place_name_parse (cases[i].words);

      g_test_message ("%s, %s", cases[i].words, cases[i].label);
      g_assert_nonnull (place);
      g_assert_cmpuint (agreed_place_name_match (place, cases[i].label), ==, cases[i].match);
    }
}

static void
test_no_place (void)
{
  static const char *const words[] = { "", "OP", "internet", "(a)", "第段", " " };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_null (agreed_place_name_parse (words[i]));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/place/match", test_match);
  g_test_add_func ("/place/no-place", test_no_place);
  return g_test_run ();
}
