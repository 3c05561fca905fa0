/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "difference.h"

#include "normalise.h"

#include <string.h>

/* The marking as people write it: [-deleted-]{+inserted+}, equal wording as the newer text has it. */
static char *
write_marking (const char *older,
               const char *newer,
               GArray     *runs)
{
  GString *marking = g_string_new (NULL);

  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      if (run->kind == AGREED_RUN_DELETED)
        g_string_append_printf (marking, "[-%.*s-]", (int) run->older_length, older + run->older_start);
      else if (run->kind == AGREED_RUN_INSERTED)
        g_string_append_printf (marking, "{+%.*s+}", (int) run->newer_length, newer + run->newer_start);
      else
        g_string_append_len (marking, newer + run->newer_start, run->newer_length);
    }

  return g_string_free_and_steal (marking);
}

static char *
mark (const char *older,
      const char *newer,
      const char *language)
{
  g_autoptr (GArray) runs = agreed_difference_new (older, newer, language);

  return write_marking (older, newer, runs);
}

static const struct {
  const char *language;
  const char *older;
  const char *newer;
  const char *marking;
} examples[] = {
  /* Numbers, dates, symbols and sessions whole */
  { "en", "Recalling its resolution 65/141 of 20 December 2010,", "Recalling its resolution 66/184 of 22 December 2011,",
    "Recalling its resolution [-65/141 of 20 December 2010-]{+66/184 of 22 December 2011+}," },
  { "en", "at its sixty-sixth session", "at its sixty-seventh session", "at its [-sixty-sixth-]{+sixty-seventh+} session" },
  { "en", "some 26 per cent of the people", "some 36 per cent of the people", "some [-26 per cent-]{+36 per cent+} of the people" },
  { "zh", "回顾2010年12月20日第65/141号决议，", "回顾2011年12月22日第66/184号决议，",
    "回顾[-2010年12月20日第65/141号-]{+2011年12月22日第66/184号+}决议，" },
  { "zh", "列入大会第六十六届会议临时议程", "列入大会第六十七届会议临时议程", "列入大会[-第六十六届-]{+第六十七届+}会议临时议程" },
  { "fr", "à sa soixante-sixième session", "à sa soixante-septième session",
    "à sa [-soixante-sixième-]{+soixante-septième+} session" },
  { "es", "en su sexagésimo sexto período de sesiones", "en su sexagésimo séptimo período de sesiones",
    "en su [-sexagésimo sexto-]{+sexagésimo séptimo+} período de sesiones" },
  { "ru", "на своей шестьдесят шестой сессии", "на своей шестьдесят седьмой сессии",
    "на своей [-шестьдесят шестой-]{+шестьдесят седьмой+} сессии" },
  { "ar", "في دورتها السادسة والستين", "في دورتها السابعة والستين", "في دورتها [-السادسة والستين-]{+السابعة والستين+}" },
  /* Openings */
  { "zh", "表示注意到秘书长的报告；", "欢迎秘书长的报告；", "[-表示注意到-]{+欢迎+}秘书长的报告；" },
  { "en", "Notes the report of the Secretary-General;", "Welcomes the report of the Secretary-General;",
    "[-Notes-]{+Welcomes+} the report of the Secretary-General;" },
  /* Insertions and deletions, with their commas and spaces */
  { "en", "economic growth, competitiveness and trade", "economic growth, sustainable development, competitiveness and trade",
    "economic growth,{+ sustainable development,+} competitiveness and trade" },
  { "en", "held in Geneva", "held in Geneva, Switzerland", "held in Geneva{+, Switzerland+}" },
  { "en", "the report.", "the report of the Chair.", "the report{+ of the Chair+}." },
  { "zh", "资源、教育和能力", "资源、基础设施、教育和能力", "资源、{+基础设施、+}教育和能力" },
  /* Titles whole */
  { "zh", "如《突尼斯议程》所述", "如《信息社会突尼斯议程》所述", "如《[-突尼斯议程-]{+信息社会突尼斯议程+}》所述" },
  { "en", "the item entitled “Technologies for development” of", "the item entitled “Technologies for sustainable development” of",
    "the item entitled “[-Technologies for development-]{+Technologies for sustainable development+}” of" },
  { "en", "the “Tunis Agenda” adopted", "the “Tunis Agenda for the Information Society” adopted",
    "the “[-Tunis Agenda-]{+Tunis Agenda for the Information Society+}” adopted" },
  { "en", "with the themes “Data for development” and “Global cooperation for development”, thus",
    "with the themes “Diversifying economies” and “Technology foresight for sustainable development”, thus",
    "with the themes “[-Data for development-]{+Diversifying economies+}” and “[-Global cooperation for development-]"
    "{+Technology foresight for sustainable development+}”, thus" },
  /* No confetti */
  { "en", "decides to strengthen the role of the Council in the matter", "decides to examine the functions of the Forum in the matter",
    "decides to [-strengthen the role of the Council-]{+examine the functions of the Forum+} in the matter" },
  /* An untouched clause stays untouched */
  { "en", "Stresses the need for the participation of developing countries in all meetings, and invites States to support it",
    "Stresses the need for the enhanced participation of all developing countries in all meetings, and invites Governments to support it",
    "Stresses the need for the{+ enhanced+} participation of{+ all+} developing countries in all meetings, and invites "
    "[-States-]{+Governments+} to support it" },
  /* Punctuation, width and white space are no change */
  { "zh", "回顾其决议,并注意到(第２段);", "回顾其决议，并注意到（第2段）；", "回顾其决议，并注意到（第2段）；" },
  { "en", "the so-called \"digital divide\",  and", "the so-called “digital divide”\nand", "the so-called “digital divide”\nand" },
  { "fr", "l'information et d'autres", "l’information, et d’autres", "l’information, et d’autres" },
  { "fr", "l’accès à l’information", "l’accès universel à l’Internet", "l’accès [-à l’information-]{+universel à l’Internet+}" },
  { "en", "the multi-stakeholder approach for h uman rights", "the multistakeholder approach for human rights",
    "the multistakeholder approach for human rights" },
  { "zh", "2 0 1 1 年通过", "2011年通过", "2011年通过" },
  { "en", "non\u2011discrimination, mul\u00adti-stakeholder", "non-discrimination; multi-stakeholder", "non-discrimination; multi-stakeholder" },
};

static void
test_examples (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *marking = mark (examples[i].older, examples[i].newer, examples[i].language);

      g_assert_cmpstr (marking, ==, examples[i].marking);
    }
}

static const struct {
  const char *language;
  const char *older;
  const char *newer;
  const char *moved; /* what was moved, each phrase as it stands in the older wording, joined by | */
} moves[] = {
  { "zh", "在制订公共政策和按照国家需要和优先目标提供公共服务", "在按照国家需要和优先目标制订公共政策和提供公共服务", "制订公共政策和" },
  { "en", "Invites all stakeholders, in the meantime, to support the Forum", "Invites all stakeholders to support the Forum in the meantime",
    ", in the meantime," },
  { "en", "the global economy and governance", "the economy and global governance", " global" },
  { "fr", "fournir aux pays en développement des ressources suffisantes", "fournir des ressources suffisantes aux pays en développement",
    " des ressources suffisantes" },
  /* Words shared by chance, and what only went up by one, were not moved. */
  { "en", "the sixty-fifth session and the sixty-sixth session", "the sixty-sixth session and the sixty-seventh session", "" },
  { "en", "Recalls the report of the Chair, and stresses the need for it", "Stresses the report of the Secretariat, and recalls the role of the Chair in it", "" },
};

static void
test_moved (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GArray) runs = agreed_difference_new (moves[i].older, moves[i].newer, moves[i].language);
      g_autoptr (GPtrArray) moved = g_ptr_array_new_with_free_func (g_free);
      g_autofree char *all = NULL;

      for (guint k = 0; k < runs->len; k++)
        {
          const AgreedRun *run = &g_array_index (runs, AgreedRun, k);

          if (run->moved && run->kind == AGREED_RUN_DELETED)
            g_ptr_array_add (moved, g_strndup (moves[i].older + run->older_start, run->older_length));
        }
      g_ptr_array_add (moved, NULL);
      all = g_strjoinv ("|", (char **) moved->pdata);
      g_assert_cmpstr (all, ==, moves[i].moved);
    }
}

static const struct {
  const char *older;
  const char *newer;
  const char *marking;
} settings[] = {
  { "回顾其决议,并注意到(第２段);", "回顾其决议，并注意到（第2段）；", "回顾其决议[-,-]{+，+}并注意到[-(-]{+（+}第[-２-]{+2+}段[-);-]{+）；+}" },
  { "the so-called \"digital divide\",  and", "the so-called “digital divide”\nand",
    "the so-called [-\"-]{+“+}digital divide[-\",-]{+”+}\nand" },
  { "l'information et d’autres", "l’information, et d’autres", "l[-'-]{+’+}information{+,+} et d’autres" },
  { "développement ;", "développement;", "développement;" },
  { "the  follow-up,", "the follow-up,", "the follow-up," },
};

static void
test_setting (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      g_autoptr (GArray) runs = agreed_difference_new (settings[i].older, settings[i].newer, NULL);
      g_autoptr (GArray) parts = NULL;
      g_autofree char *marking = NULL;

      g_assert_cmpuint (runs->len, ==, 1);
      parts = agreed_difference_of_setting (settings[i].older, settings[i].newer, &g_array_index (runs, AgreedRun, 0));
      marking = write_marking (settings[i].older, settings[i].newer, parts);
      g_assert_cmpstr (marking, ==, settings[i].marking);
    }
}

static void
test_ends (void)
{
  g_autoptr (GArray) none = agreed_difference_new ("", "", "en");
  g_autoptr (GArray) all_new = agreed_difference_new ("", "a new text", "en");
  g_autoptr (GArray) all_old = agreed_difference_new ("an old text ", "", NULL);

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (all_new->len, ==, 1);
  g_assert_cmpint (g_array_index (all_new, AgreedRun, 0).kind, ==, AGREED_RUN_INSERTED);
  g_assert_cmpuint (g_array_index (all_new, AgreedRun, 0).newer_length, ==, strlen ("a new text"));
  g_assert_cmpuint (all_old->len, ==, 1);
  g_assert_cmpint (g_array_index (all_old, AgreedRun, 0).kind, ==, AGREED_RUN_DELETED);
  g_assert_cmpuint (g_array_index (all_old, AgreedRun, 0).older_length, ==, strlen ("an old text "));
}

/* What random wordings are made of, by script; the last mixes them with what is rare. */
/* An opening is replaced by another as a whole, and only where it is known to be one. */
static void
test_opening (void)
{
  static const struct {
    gsize openings[2];
    const char *expected;
  } cases[] = {
    { { 0, 0 }, "[-Taking note-]{+Welcoming+} with appreciation[- of-] the report," },
    { { 32, 27 }, "[-Taking note with appreciation of-]{+Welcoming with appreciation+} the report," },
    { { 29, 27 }, "[-Taking note-]{+Welcoming+} with appreciation[- of-] the report," },
  };
  const char *older = "Taking note with appreciation of the report,", *newer = "Welcoming with appreciation the report,";

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AgreedWords) older_words = agreed_words_new (older, "en");
      g_autoptr (AgreedWords) newer_words = agreed_words_new (newer, "en");
      g_autoptr (GArray) runs = NULL;
      g_autofree char *marked = NULL;

      older_words->opening = cases[i].openings[0];
      newer_words->opening = cases[i].openings[1];
      runs = agreed_difference_of_words (older_words, newer_words);
      marked = write_marking (older, newer, runs);
      g_assert_cmpstr (marked, ==, cases[i].expected);
    }
}

static const char *const fragments[] = {
  "the| of| and| Internet| governance|, |; |. | in 2011| 26 per cent| A/RES/66/184| 22 December 2011| (| )| sixty-sixth|"
  " follow-up| multi-stakeholder| “| ”|  |\n| 1,000| States’| 57/270 B| a| a",
  " et| de| l’|information| d’|accès| société|, | ; | « | »| 1er mai 2010| 26 pour cent| soixante-septième| à| des|\u00a0|\u202f",
  " и| в| Интернет| развитие| ещё| еще|, |; | 22 декабря 2011 года| 67-я| шестьдесят седьмой| резолюция 66/184| «| »",
  " و| في| الإنترنت| مُجْتَمَع| المعلومات|، |؛ | ٢٢ كانون الأول/ديسمبر ٢٠١١| ٦٦/١٨٤| السابعة والستين| تنميـــة| 26 في المائة|\u200f",
  "的|和|因特网|治理|信息|社会|，|；|。|、|（|）|2011年12月22日|第六十六届|会议|第65/141号|决议|百分之二十六|26%|“|”|２０１１年|二十一|A/66/64-E/2011/77| ",
  "de| la| sexagésimo séptimo| 22 de diciembre de 2011| ¿|?| año| información|. |; |e\u0301|n\u0303",
  "👨‍👩‍👧|😀|🇫🇷|🇩🇪|e\u0301|\u0301|\u00ad|\u200d|ﬁ|ﷺ|ﻻ|ไทย|日本語の|한국어|x|1|-|/|.|'|%|€|\u2028|\t|A/|RES/|66|/184|第|年|十|百分之|²|½|\u0e33|\U0002070E",
};

static char *
random_wording (GRand *rand,
                GStrv  pieces,
                GStrv  others)
{
  GString *wording = g_string_new (NULL);
  guint n_pieces = g_strv_length (pieces), n_others = g_strv_length (others);

  for (guint n = g_rand_int_range (rand, 0, 40); n > 0; n--)
    {
      if (g_rand_int_range (rand, 0, 12) == 0)
        g_string_append (wording, others[g_rand_int_range (rand, 0, n_others)]);
      else
        g_string_append (wording, pieces[g_rand_int_range (rand, 0, n_pieces)]);
    }

  return g_string_free_and_steal (wording);
}

/* Cuts out, puts in and moves stretches at any characters, in the middle of words and numbers too. */
static char *
random_edit (GRand      *rand,
             const char *wording,
             GStrv       pieces)
{
  GString *edited = g_string_new (wording);
  guint n_pieces = g_strv_length (pieces);

  for (guint n = g_rand_int_range (rand, 0, 6); n > 0; n--)
    {
      glong n_characters = g_utf8_strlen (edited->str, -1);
      glong from = g_rand_int_range (rand, 0, n_characters + 1);
      glong wanted = from + g_rand_int_range (rand, 0, 8);
      glong to = MIN (n_characters, wanted);
      gsize start = g_utf8_offset_to_pointer (edited->str, from) - edited->str;
      gsize end = g_utf8_offset_to_pointer (edited->str, to) - edited->str;
      g_autofree char *cut = g_strndup (edited->str + start, end - start);

      if (g_rand_boolean (rand))
        g_string_erase (edited, start, end - start);
      else
        g_string_insert (edited, start, pieces[g_rand_int_range (rand, 0, n_pieces)]);
      if (g_rand_int_range (rand, 0, 4) == 0)
        g_string_append (edited, cut);
    }

  return g_string_free_and_steal (edited);
}

static void
assert_no_token_is_cut (const char *wording,
                        GArray     *runs,
                        gboolean    newer)
{
  g_autoptr (AgreedWords) words = agreed_words_new (wording, NULL);
  gsize last_end = 0;
  guint token = 0;

  for (guint i = 0; i < words->n_tokens; i++)
    {
      g_assert_cmpuint (words->tokens[i].start, >=, last_end);
      g_assert_cmpuint (words->tokens[i].length, >, 0);
      last_end = words->tokens[i].start + words->tokens[i].length;
    }
  g_assert_cmpuint (last_end, <=, strlen (wording));

  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      gsize end = newer ? run->newer_start + run->newer_length : run->older_start + run->older_length;

      while (token < words->n_tokens && words->tokens[token].start + words->tokens[token].length <= end)
        token++;
      if (token < words->n_tokens)
        g_assert_cmpuint (words->tokens[token].start, >=, end);
    }
}

/* What is left of a stretch of wording without spaces and punctuation, letters and marks apart. */
static char *
letters_of (const char *start,
            gsize       length)
{
  g_autofree char *normal = agreed_normalise (start, length, FALSE);
  g_autofree char *apart = g_utf8_normalize (normal, -1, G_NORMALIZE_NFD);
  GString *letters = g_string_new (NULL);

  for (const char *p = apart; *p != '\0'; p = g_utf8_next_char (p))
    if (*p != ' ' && !g_unichar_ispunct (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_utf8_get_char (p));

  return g_string_free_and_steal (letters);
}

/* The parts of an equal run follow each other from its beginning to its end, and lose nothing. */
static void
assert_setting (const char      *older,
                const char      *newer,
                const AgreedRun *run)
{
  g_autoptr (GArray) parts = agreed_difference_of_setting (older, newer, run);
  gsize older_done = run->older_start, newer_done = run->newer_start;

  for (guint i = 0; i < parts->len; i++)
    {
      const AgreedRun *part = &g_array_index (parts, AgreedRun, i);

      g_assert_cmpuint (part->older_start, ==, older_done);
      g_assert_cmpuint (part->newer_start, ==, newer_done);
      older_done += part->older_length;
      newer_done += part->newer_length;
    }
  g_assert_cmpuint (older_done, ==, run->older_start + run->older_length);
  g_assert_cmpuint (newer_done, ==, run->newer_start + run->newer_length);
}

static void
assert_runs (const char *older,
             const char *newer)
{
  g_autoptr (GArray) runs = agreed_difference_new (older, newer, NULL);
  gsize older_done = 0, newer_done = 0;

  g_assert_true ((runs->len == 0) == (*older == '\0' && *newer == '\0'));
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      g_assert_cmpuint (run->older_start, ==, older_done);
      g_assert_cmpuint (run->newer_start, ==, newer_done);
      g_assert_true (run->older_length > 0 || run->newer_length > 0);
      g_assert_true (run->kind != AGREED_RUN_DELETED || run->newer_length == 0);
      g_assert_true (run->kind != AGREED_RUN_INSERTED || run->older_length == 0);
      older_done += run->older_length;
      newer_done += run->newer_length;
      g_assert_cmpuint (older_done, <=, strlen (older));
      g_assert_cmpuint (newer_done, <=, strlen (newer));
      g_assert_true (g_utf8_validate (older + run->older_start, run->older_length, NULL));
      g_assert_true (g_utf8_validate (newer + run->newer_start, run->newer_length, NULL));

      if (run->kind == AGREED_RUN_EQUAL)
        {
          g_autofree char *in_older = letters_of (older + run->older_start, run->older_length);
          g_autofree char *in_newer = letters_of (newer + run->newer_start, run->newer_length);

          g_assert_cmpstr (in_older, ==, in_newer);
          assert_setting (older, newer, run);
        }
      if (i > 0)
        {
          const AgreedRun *before = run - 1;

          g_assert_true (run->kind != before->kind || run->moved || before->moved);
          g_assert_false (before->kind == AGREED_RUN_INSERTED && run->kind == AGREED_RUN_DELETED);
        }
      if (run->moved)
        {
          const AgreedRun *partner = &g_array_index (runs, AgreedRun, run->partner);

          g_assert_cmpint (run->kind, !=, AGREED_RUN_EQUAL);
          g_assert_cmpint (partner->kind, !=, AGREED_RUN_EQUAL);
          g_assert_cmpint (partner->kind, !=, run->kind);
          g_assert_true (partner->moved);
          g_assert_true (&g_array_index (runs, AgreedRun, partner->partner) == run);
        }
    }
  g_assert_cmpuint (older_done, ==, strlen (older));
  g_assert_cmpuint (newer_done, ==, strlen (newer));

  assert_no_token_is_cut (older, runs, FALSE);
  assert_no_token_is_cut (newer, runs, TRUE);
}

static void
test_random (gconstpointer data)
{
  guint script = GPOINTER_TO_UINT (data);
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());
  g_auto (GStrv) pieces = g_strsplit (fragments[script], "|", -1);
  g_auto (GStrv) others = g_strsplit (fragments[G_N_ELEMENTS (fragments) - 1], "|", -1);

  for (guint i = 0; i < 800; i++)
    {
      g_autofree char *older = random_wording (rand, pieces, others);
      g_autofree char *edited = random_edit (rand, older, pieces);
      g_autofree char *unrelated = random_wording (rand, pieces, others);

      assert_runs (older, edited);
      assert_runs (edited, older);
      assert_runs (older, unrelated);
      assert_runs (older, older);
    }
}

/* Hostile wordings end in time (the test harness stops what does not), and hold what always holds. */
static void
test_hostile (void)
{
  GString *older = g_string_new (NULL), *newer = g_string_new (NULL);
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (older, "%c ", 'a' + g_rand_int_range (rand, 0, 3));
      g_string_append_printf (newer, "%c ", 'a' + g_rand_int_range (rand, 0, 3));
    }
  assert_runs (older->str, newer->str);

  g_string_truncate (older, 0);
  g_string_truncate (newer, 0);
  for (guint i = 0; i < 20000; i++)
    {
      g_string_append_printf (older, "word%u the ", i);
      g_string_append_printf (newer, "word%u the ", i % 7 ? i : i + 50000);
    }
  assert_runs (older->str, newer->str);

  g_string_truncate (older, 0);
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (older, 'x');
  assert_runs (older->str, newer->str);
  g_string_free (older, TRUE);
  g_string_free (newer, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  static const char *const scripts[] = { "english", "french", "russian", "arabic", "chinese", "spanish", "mixed" };

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text/difference/examples", test_examples);
  g_test_add_func ("/text/difference/moved", test_moved);
  g_test_add_func ("/text/difference/setting", test_setting);
  g_test_add_func ("/text/difference/ends", test_ends);
  g_test_add_func ("/text/difference/opening", test_opening);
  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strconcat ("/text/difference/random/", scripts[i], NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random);
    }
  g_test_add_func ("/text/difference/hostile", test_hostile);

  return g_test_run ();
}
