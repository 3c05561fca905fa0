/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "difference.h"
#include "row.h"

static GPtrArray *
paragraphs_new (const char *first_label,
                const char *first_wording,
                const char *second_label,
                const char *second_wording)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_object_unref);

  if (first_label != NULL)
    g_ptr_array_add (paragraphs, agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, first_label, first_wording));
  if (second_label != NULL)
    g_ptr_array_add (paragraphs, agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, second_label, second_wording));

  return paragraphs;
}

static AgreedRow *
row_new (GPtrArray    *older,
         GPtrArray    *newer,
         gboolean      moved,
         AgreedChange  change)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));

  for (guint i = 0; i < older->len; i++)
    for (guint j = 0; j < newer->len; j++)
      g_ptr_array_add (links, agreed_link_new (g_ptr_array_index (older, i), g_ptr_array_index (newer, j), .5,
                                               moved && i == 0 && j == 0, AGREED_LINK_FOUND));

  return agreed_row_new (older, newer, links, change, runs);
}

static void
test_merged (void)
{
  g_autoptr (GPtrArray) older = paragraphs_new ("OP6", "one", "OP9", "two");
  g_autoptr (GPtrArray) newer = paragraphs_new ("OP6", "one two", NULL, NULL);
  g_autoptr (AgreedRow) row = row_new (older, newer, FALSE, AGREED_CHANGE_REWORDED);

  g_assert_true (agreed_row_get_merged (row));
  g_assert_false (agreed_row_get_split (row));
  g_assert_false (agreed_row_get_moved (row));
  g_assert_cmpstr (agreed_row_get_label (row, AGREED_SIDE_OLDER), ==, "OP6, OP9");
  g_assert_cmpstr (agreed_row_get_wording (row, AGREED_SIDE_OLDER), ==, "one\ntwo");
  g_assert_cmpstr (agreed_row_get_label (row, AGREED_SIDE_NEWER), ==, "OP6");
}

static void
test_split_and_moved (void)
{
  g_autoptr (GPtrArray) older = paragraphs_new ("OP3", "one two", NULL, NULL);
  g_autoptr (GPtrArray) newer = paragraphs_new ("OP7", "one", "OP8", "two");
  g_autoptr (AgreedRow) row = row_new (older, newer, TRUE, AGREED_CHANGE_REWORDED);

  g_assert_true (agreed_row_get_split (row));
  g_assert_false (agreed_row_get_merged (row));
  g_assert_true (agreed_row_get_moved (row));
}

static void
test_one_side (void)
{
  g_autoptr (GPtrArray) older = paragraphs_new (NULL, NULL, NULL, NULL);
  g_autoptr (GPtrArray) newer = paragraphs_new ("OP7", "one", NULL, NULL);
  g_autoptr (AgreedRow) row = row_new (older, newer, FALSE, AGREED_CHANGE_ADDED);

  g_assert_false (agreed_row_get_split (row));
  g_assert_false (agreed_row_get_merged (row));
  g_assert_cmpstr (agreed_row_get_label (row, AGREED_SIDE_OLDER), ==, "");
  g_assert_cmpstr (agreed_row_get_wording (row, AGREED_SIDE_OLDER), ==, "");
  g_assert_cmpstr (agreed_change_to_string (agreed_row_get_change (row)), ==, "added");
}

static void
test_unsure (void)
{
  g_autoptr (GPtrArray) older = paragraphs_new ("OP6", "one", "OP9", "two");
  g_autoptr (GPtrArray) newer = paragraphs_new ("OP6", "one two", NULL, NULL);
  g_autoptr (AgreedRow) row = row_new (older, newer, FALSE, AGREED_CHANGE_REWORDED);
  GPtrArray *links = agreed_row_get_links (row);

  for (guint i = 0; i < links->len; i++)
    agreed_link_set_sureness (g_ptr_array_index (links, i), .9);
  g_assert_false (agreed_row_is_unsure (row));
  agreed_link_set_sureness (g_ptr_array_index (links, 1), .5);
  g_assert_true (agreed_row_is_unsure (row));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model/row/merged", test_merged);
  g_test_add_func ("/model/row/split-and-moved", test_split_and_moved);
  g_test_add_func ("/model/row/one-side", test_one_side);
  g_test_add_func ("/model/row/unsure", test_unsure);

  return g_test_run ();
}
