/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A passage keeps its place when the wording around it, before it, or its own changes. */
#include "anchor.h"

#include <string.h>

/* @marked: a wording with the passage between [ and ]. */
static AgreedAnchor *
anchor_of (const char *marked)
{
  const char *open = strchr (marked, '['), *close = strchr (marked, ']');
  g_autoptr (GString) wording = g_string_new (marked);

  g_string_replace (wording, "[", "", 1);
  g_string_replace (wording, "]", "", 1);
  return agreed_anchor_new (wording->str, open - marked, close - open - 1);
}

/* The wording with brackets around what was found, NULL where nothing was. */
static char *
find (const AgreedAnchor *anchor,
      const char         *wording)
{
  gsize start = 77, length = 77;

  if (!agreed_anchor_find (anchor, wording, &start, &length))
    {
      g_assert_cmpuint (start, ==, 77);
      g_assert_cmpuint (length, ==, 77);
      return NULL;
    }
  g_assert_cmpuint (start + length, <=, strlen (wording));
  g_assert_true (g_utf8_validate (wording + start, length, NULL));
  return g_strdup_printf ("%.*s[%.*s]%s", (int) start, wording, (int) length, wording + start, wording + start + length);
}

static void
test_find (void)
{
  static const struct {
    const char *then;
    const char *now;
    const char *expected;
  } cases[] = {
    /* the same */
    { "Notes the [digital divide] in access;", "Notes the digital divide in access;", "Notes the [digital divide] in access;" },
    /* something was put in before it */
    { "Notes the [digital divide] in access;", "Notes with concern the digital divide in access;",
      "Notes with concern the [digital divide] in access;" },
    /* of several places the one with the same surroundings, wherever it now stands */
    { "the Forum and [the Forum] on data", "welcomes the Forum, and the Forum and the Forum on data",
      "welcomes the Forum, and the Forum and [the Forum] on data" },
    { "[the Forum] and the Forum on data", "the Forum and the Forum on data", "[the Forum] and the Forum on data" },
    /* of places with the same surroundings the nearest to where it was */
    { "a b a b a b [a] b a", "a b a b a b a b a b a b a", "a b a b a b [a] b a b a b a" },
    /* reworded itself */
    { "Notes the [digital divide] in access to broadband;", "Notes the growing information gaps in access to broadband;",
      "Notes the [growing information gaps] in access to broadband;" },
    { "强调需要缩小[数字鸿沟]以及确保人人受益；", "强调需要缩小数据差距以及确保人人受益；", "强调需要缩小[数据差距]以及确保人人受益；" },
    { "回顾[宽带𠮷]，", "又回顾宽带𠮷，", "又回顾[宽带𠮷]，" },
    { "تأكيد [الفجوة الرقمية] بين البلدان", "إعادة تأكيد الفجوة الرقمية بين البلدان", "إعادة تأكيد [الفجوة الرقمية] بين البلدان" },
    /* at the start and at the end, reworded */
    { "[Recalling] the Tunis Agenda,", "Reaffirming the Tunis Agenda,", "[Reaffirming] the Tunis Agenda," },
    /* gone */
    { "Notes the [digital divide] in access;", "Notes the in access;", NULL },
    { "Notes the [digital divide] in access;", "Requests a report.", NULL },
    { "Notes the [digital divide] in access;", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AgreedAnchor) anchor = anchor_of (cases[i].then);
      g_autofree char *found = find (anchor, cases[i].now);

      g_test_message ("%s", cases[i].then);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* What stands between the surroundings now is another passage where it is far longer than the old one was. */
static void
test_not_far_longer (void)
{
  g_autoptr (AgreedAnchor) anchor = anchor_of ("Notes the [gap] in access to broadband;");
  g_autofree char *filler = g_strnfill (400, 'x');
  g_autofree char *wording = g_strconcat ("Notes the ", filler, " in access to broadband;", NULL);

  g_assert_null (find (anchor, wording));
}

static void
test_what_is_kept (void)
{
  g_autoptr (AgreedAnchor) anchor = anchor_of ("零一二三四五六七八九零一二三四五六七八九零一二三四五六七八九零一二三四五六七八九[宽带]完");

  g_assert_cmpstr (anchor->exact, ==, "宽带");
  g_assert_cmpint (g_utf8_strlen (anchor->prefix, -1), ==, 32);
  g_assert_true (g_str_has_suffix (anchor->prefix, "七八九"));
  g_assert_cmpstr (anchor->suffix, ==, "完");
  g_assert_cmpuint (anchor->start, ==, 40);
}

/* A word that stands everywhere in a long wording takes no quadratic time: this ends at once, or it does not end. */
static void
test_long (void)
{
  g_autoptr (GString) wording = g_string_new (NULL);
  g_autoptr (AgreedAnchor) anchor = NULL;
  g_autoptr (AgreedAnchor) missing = NULL;
  gsize start = 0, length = 0;

  for (guint i = 0; i < 20000; i++)
    g_string_append (wording, "a ");
  anchor = agreed_anchor_new (wording->str, 30000, 1);
  g_assert_true (agreed_anchor_find (anchor, wording->str, &start, &length));
  g_assert_cmpuint (start, ==, 30000);
  missing = agreed_anchor_new ("x y z", 2, 1);
  g_assert_false (agreed_anchor_find (missing, wording->str, &start, &length));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text/anchor/find", test_find);
  g_test_add_func ("/text/anchor/not-far-longer", test_not_far_longer);
  g_test_add_func ("/text/anchor/what-is-kept", test_what_is_kept);
  g_test_add_func ("/text/anchor/long", test_long);

  return g_test_run ();
}
