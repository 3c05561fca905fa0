/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sentences.h"

#include "view-samples.h"

#include <gtk/gtk.h>

/* What the window says of each kind of row; the rows are those of view-samples.c, in their order. */
static void
test_rows (void)
{
  static const struct {
    guint row;
    const char *labels;
    const char *change;
    const char *mark;
    const char *sentence;
  } cases[] = {
    { 1, "PP2", "Unchanged", "unchanged", "PP2 kept its place." },
    { 2, "PP7 → PP3", "Reworded and moved", "moved",
      "PP7 of the older text stands elsewhere in the order and became PP3; 1 word inserted, 1 word removed." },
    { 3, "PP4", "Added", "added", "PP4 is not in the older text." },
    { 4, "PP4", "Removed", "removed", "PP4 of the older text is gone." },
    { 5, "OP1 → OP1, OP2", "Reworded and split", "split", NULL },
    { 6, "OP6, OP9 → OP3", "Reworded and merged", "merged", NULL },
  };
  g_autoptr (GListStore) rows = agreed_view_samples_new ("en");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (rows), cases[i].row);
      g_autofree char *labels = agreed_row_describe_labels (row);
      g_autofree char *change = agreed_row_describe_change (row);
      g_autofree char *sentence = agreed_row_explain (row, "en");

      g_assert_cmpstr (labels, ==, cases[i].labels);
      g_assert_cmpstr (change, ==, cases[i].change);
      g_assert_cmpstr (agreed_row_get_mark (row), ==, cases[i].mark);
      if (cases[i].sentence != NULL)
        g_assert_cmpstr (sentence, ==, cases[i].sentence);
    }
}

/* Chinese is counted in characters. */
static void
test_characters (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new ("zh");
  g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (rows), 8);
  g_autofree char *sentence = agreed_row_explain (row, "zh");

  g_assert_cmpstr (sentence, ==, "OP19(a) kept its place; 2 characters inserted, 2 characters removed.");
}

static void
test_summary (void)
{
  const AgreedSummary some = { .unchanged = 9, .reworded = 12, .removed = 1, .moved = 3 };
  const AgreedSummary none = { .unchanged = 9 };
  g_autofree char *described = agreed_summary_describe (&some);
  g_autofree char *nothing = agreed_summary_describe (&none);

  g_assert_cmpstr (described, ==, "12\u00a0reworded · 1\u00a0removed · 3\u00a0moved");
  g_assert_cmpstr (nothing, ==, "No change");
}

static void
test_dates (void)
{
  g_autofree char *date = agreed_describe_date ("2011-12-22");
  g_autofree char *odd = agreed_describe_date ("in spring");

  g_assert_cmpstr (date, ==, "22 December 2011");
  g_assert_cmpstr (odd, ==, "in spring");
  g_assert_null (agreed_describe_date (NULL));
}

static void
test_markup (void)
{
  g_autofree char *chinese = agreed_mark_up_in ("zh", "骨 <&>");
  g_autofree char *unknown = agreed_mark_up_in (NULL, "a < b");

  g_assert_cmpstr (chinese, ==, "<span lang=\"zh-cn\">骨 &lt;&amp;&gt;</span>");
  g_assert_cmpstr (unknown, ==, "a &lt; b");
  g_assert_true (pango_parse_markup (chinese, -1, 0, NULL, NULL, NULL, NULL));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/window/sentences/rows", test_rows);
  g_test_add_func ("/window/sentences/characters", test_characters);
  g_test_add_func ("/window/sentences/summary", test_summary);
  g_test_add_func ("/window/sentences/dates", test_dates);
  g_test_add_func ("/window/sentences/markup", test_markup);
  return g_test_run ();
}
