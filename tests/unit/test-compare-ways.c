/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ways.h"

static const char *const sentences[] = {
  "Recalling its resolutions on information and communications technologies for development",
  "Noting with concern the digital divide between rich and poor countries of the world",
  "Welcoming the offer of the Government to host the next meeting in its capital",
  "Stressing the need for capacity-building among small island developing States",
  "Reaffirming the outcome documents adopted at the world summit in two phases",
};

/* @plan: a digit for each paragraph, which sentence it is; two digits joined by + are one paragraph */
static AgreedText *
text_new (const char *plan)
{
  AgreedText *text = agreed_text_new ();
  g_auto (GStrv) parts = g_strsplit (plan, " ", -1);

  agreed_text_set_language (text, "en");
  for (guint i = 0; parts[i] != NULL && *parts[i] != '\0'; i++)
    {
      g_autofree char *label = g_strdup_printf ("OP%u", i + 1);
      g_autoptr (GString) wording = g_string_new (NULL);
      g_autoptr (AgreedParagraph) paragraph = NULL;

      for (const char *digit = parts[i]; *digit != '\0'; digit++)
        if (g_ascii_isdigit (*digit))
          g_string_append_printf (wording, "%s%s", wording->len > 0 ? ", and " : "", sentences[*digit - '0']);
      paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, label, wording->str);
      agreed_text_append (text, paragraph);
    }

  return text;
}

/* Each row as "earliest|older|newer", with the two changes by their first letters. */
static char *
tell (const char *earliest,
      const char *older,
      const char *newer)
{
  g_autoptr (AgreedText) first = text_new (earliest), second = text_new (older), third = text_new (newer);
  g_autoptr (AgreedComparison) before = agreed_comparison_new (first, second, NULL);
  g_autoptr (AgreedComparison) after = agreed_comparison_new (second, third, NULL);
  g_autoptr (GListModel) ways = agreed_ways_new (before, after, G_LIST_MODEL (after));
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (ways); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (ways, i);
      AgreedRow *step = agreed_row_get_before (row);

      g_string_append_printf (told, "%s%s|%s|%s %c%c", i > 0 ? "\n" : "", agreed_row_get_label (row, AGREED_SIDE_EARLIEST),
                              agreed_row_get_label (row, AGREED_SIDE_OLDER), agreed_row_get_label (row, AGREED_SIDE_NEWER),
                              step != NULL ? *agreed_change_to_string (agreed_row_get_change (step)) : '-',
                              *agreed_change_to_string (agreed_row_get_change (row)));
    }

  return g_string_free (told, FALSE);
}

static void
assert_told (const char *earliest,
             const char *older,
             const char *newer,
             const char *expected)
{
  g_autofree char *told = tell (earliest, older, newer);

  g_assert_cmpstr (told, ==, expected);
}

static void
test_same (void)
{
  assert_told ("0 1", "0 1", "0 1", "OP1|OP1|OP1 uu\nOP2|OP2|OP2 uu");
}

/* One comes with the second text, one with the third, and each of the others goes at some point. */
static void
test_come_and_go (void)
{
  assert_told ("0 1 2", "0 2 3", "0 3 4",
               "OP1|OP1|OP1 uu\nOP2|| rr\nOP3|OP2| ur\n|OP3|OP2 au\n||OP3 -a");
}

/* What is in the earliest text alone stands first where it stood first, and last where it stood last. */
static void
test_gone_at_the_ends (void)
{
  assert_told ("1 0 2", "0", "0", "OP1|| rr\nOP2|OP1|OP1 uu\nOP3|| rr");
}

/* Split on the way to the second text: the two halves, which nothing joins afterwards, are one row, and no merged one. */
static void
test_split (void)
{
  g_autoptr (AgreedText) earliest = text_new ("0+1 2"), older = text_new ("0 1 2"), newer = text_new ("0 1 2");
  g_autoptr (AgreedComparison) before = agreed_comparison_new (earliest, older, NULL);
  g_autoptr (AgreedComparison) after = agreed_comparison_new (older, newer, NULL);
  g_autoptr (GListModel) ways = agreed_ways_new (before, after, G_LIST_MODEL (after));
  g_autoptr (AgreedRow) row = g_list_model_get_item (ways, 0);

  g_assert_cmpuint (g_list_model_get_n_items (ways), ==, 2);
  g_assert_cmpstr (agreed_row_get_label (row, AGREED_SIDE_EARLIEST), ==, "OP1");
  g_assert_cmpstr (agreed_row_get_label (row, AGREED_SIDE_OLDER), ==, "OP1, OP2");
  g_assert_cmpstr (agreed_row_get_label (row, AGREED_SIDE_NEWER), ==, "OP1, OP2");
  g_assert_true (agreed_row_get_split (agreed_row_get_before (row)));
  g_assert_false (agreed_row_get_split (row));
  g_assert_false (agreed_row_get_merged (row));
  /* Nothing happened since, yet something before: whoever goes from change to change stops here. */
  g_assert_cmpint (agreed_row_get_change (row), ==, AGREED_CHANGE_UNCHANGED);
  g_assert_true (agreed_row_is_changed (row));
}

/* Every paragraph of the three texts stands in one row, whatever became of them. */
static void
test_complete (void)
{
  for (guint round = 0; round < 40; round++)
    {
      AgreedText *texts[3];
      g_autoptr (AgreedComparison) before = NULL, after = NULL;
      g_autoptr (GListModel) ways = NULL;
      guint n_seen[3] = { 0 };

      for (guint side = 0; side < 3; side++)
        {
          g_autoptr (GString) plan = g_string_new (NULL);

          for (guint digit = 0; digit < G_N_ELEMENTS (sentences); digit++)
            if (g_test_rand_int_range (0, 3) > 0)
              g_string_append_printf (plan, "%s%u", plan->len == 0 ? "" : g_test_rand_int_range (0, 3) > 0 ? " " : "+", digit);
          texts[side] = text_new (plan->str);
        }
      before = agreed_comparison_new (texts[AGREED_SIDE_EARLIEST], texts[AGREED_SIDE_OLDER], NULL);
      after = agreed_comparison_new (texts[AGREED_SIDE_OLDER], texts[AGREED_SIDE_NEWER], NULL);
      ways = agreed_ways_new (before, after, G_LIST_MODEL (after));
      for (guint i = 0; i < g_list_model_get_n_items (ways); i++)
        {
          g_autoptr (AgreedRow) row = g_list_model_get_item (ways, i);
          AgreedRow *step = agreed_row_get_before (row);

          for (guint side = 0; side < 3; side++)
            n_seen[side] += agreed_row_get_paragraphs (row, side)->len;
          if (step != NULL)
            g_assert_cmpstr (agreed_row_get_wording (step, AGREED_SIDE_NEWER), ==,
                             agreed_row_get_wording (row, AGREED_SIDE_OLDER));
        }
      for (guint side = 0; side < 3; side++)
        g_assert_cmpuint (n_seen[side], ==, agreed_text_get_n_paragraphs (texts[side]));
      for (guint side = 0; side < 3; side++)
        g_clear_object (&texts[side]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/ways/same", test_same);
  g_test_add_func ("/compare/ways/come-and-go", test_come_and_go);
  g_test_add_func ("/compare/ways/gone-at-the-ends", test_gone_at_the_ends);
  g_test_add_func ("/compare/ways/split", test_split);
  g_test_add_func ("/compare/ways/complete", test_complete);

  return g_test_run ();
}
