/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "normalise.h"

#include <string.h>

static const struct {
  const char *text;
  gboolean fold_case;
  const char *normal;
} cases[] = {
  { "  The\tGeneral \n Assembly,  ", FALSE, "The General Assembly," },
  { "The General", TRUE, "the general" },
  { "回顾其 第 65/141 号决议 ，", FALSE, "回顾其第65/141号决议," },
  { "“数字鸿沟”（２０１１年）；", FALSE, "\"数字鸿沟\"(2011年);" },
  { "non\u2011dis\u00adcrimination – «x» ‘y’", FALSE, "non-discrimination - \"x\" 'y'" },
  { "re\u0301solution 1\u00a0000", FALSE, "résolution 1 000" },
  { "oﬃce …", FALSE, "office ..." },
  { "Ещё", TRUE, "еще" },
  { "مُجْتَمَـع، ٢٠١١؟", FALSE, "مجتمع, 2011?" },
  { "ﻻ", FALSE, "لا" },
  { "⽤户", FALSE, "用户" },
  { "x² ①", FALSE, "x² ①" },
  { " \u200f\u00ad ", FALSE, "" },
  { "", FALSE, "" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AgreedNormal) normal = agreed_normal_new (cases[i].text, -1, cases[i].fold_case);

      g_assert_cmpstr (normal->text, ==, cases[i].normal);
      g_assert_cmpuint (normal->length, ==, strlen (normal->text));
      for (gsize k = 0; k < normal->length; k++)
        {
          g_assert_cmpuint (normal->origins[k], <, strlen (cases[i].text));
          g_assert_true (k == 0 || normal->origins[k] >= normal->origins[k - 1]);
        }
    }
}

static char *
original_of (const char *text,
             const char *term)
{
  g_autoptr (AgreedNormal) normal = agreed_normal_new (text, -1, TRUE);
  const char *found = strstr (normal->text, term);
  gsize start, length;

  g_assert_nonnull (found);
  agreed_normal_get_range (normal, found - normal->text, strlen (term), &start, &length);

  return g_strndup (text + start, length);
}

static void
test_ranges (void)
{
  static const struct {
    const char *text;
    const char *term;
    const char *original;
  } ranges[] = {
    { "the  Internet\nGovernance  Forum", "internet governance", "Internet\nGovernance" },
    { "见第 22 段。", "第22段", "第 22 段" },
    { "the e\u0301lan vital", "élan", "e\u0301lan" },
    { "an oﬃce", "ffi", "ﬃ" },
    { "multi\u2011stake\u00adholder approach", "multi-stakeholder", "multi\u2011stake\u00adholder" },
    { "加强 合作", "加强合作", "加强 合作" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      g_autofree char *original = original_of (ranges[i].text, ranges[i].term);

      g_assert_cmpstr (original, ==, ranges[i].original);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/normalise/cases", test_cases);
  g_test_add_func ("/text/normalise/ranges", test_ranges);

  return g_test_run ();
}
