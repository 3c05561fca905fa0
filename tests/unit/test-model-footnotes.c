/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-footnotes.h"

#include "difference.h"

/* What becomes of the footnotes that a row calls. */

static GListModel *
create_footnotes (const char *const *wordings)
{
  GListStore *footnotes = g_list_store_new (AGREED_TYPE_FOOTNOTE);

  for (guint i = 0; wordings[i] != NULL; i++)
    {
      g_autofree char *marker = g_strdup_printf ("%u", i + 1);
      g_autoptr (AgreedFootnote) footnote = agreed_footnote_new (marker, wordings[i]);

      g_list_store_append (footnotes, footnote);
    }
  return G_LIST_MODEL (footnotes);
}

/* @markers: those that the paragraph calls, "1 2" */
static GPtrArray *
create_paragraphs (const char *markers)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) list = g_strsplit (markers, " ", -1);
  AgreedParagraph *paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_PREAMBULAR, "PP1", "Recalling its resolutions,");

  for (guint i = 0; *markers != '\0' && list[i] != NULL; i++)
    agreed_paragraph_add_mark (paragraph, list[i], 9 + i);
  g_ptr_array_add (paragraphs, paragraph);
  return paragraphs;
}

static char *
compare (const char         *older_markers,
         const char         *newer_markers,
         const char *const  *older_wordings,
         const char *const  *newer_wordings)
{
  g_autoptr (GPtrArray) older = create_paragraphs (older_markers), newer = create_paragraphs (newer_markers);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun)), changes = NULL;
  g_autoptr (AgreedRow) row = agreed_row_new (older, newer, links, AGREED_CHANGE_UNCHANGED, runs);
  g_autoptr (GListModel) older_footnotes = create_footnotes (older_wordings);
  g_autoptr (GListModel) newer_footnotes = create_footnotes (newer_wordings);
  GString *told = g_string_new (NULL);

  changes = agreed_row_compare_footnotes (row, older_footnotes, newer_footnotes);
  for (guint i = 0; i < changes->len; i++)
    {
      const AgreedFootnoteChange *change = &g_array_index (changes, AgreedFootnoteChange, i);

      g_string_append_printf (told, "%s>%s;", change->older != NULL ? agreed_footnote_get_marker (change->older) : "",
                              change->newer != NULL ? agreed_footnote_get_marker (change->newer) : "");
    }
  return g_string_free (told, FALSE);
}

static void
test_changes (void)
{
  static const char *const older[] = { "See A/65/64, chap. I.", "Resolution 70/1.", "United Nations, Treaty Series, vol. 1520.",
                                       NULL };
  static const char *const newer[] = { "Resolution 70/1.", "See A/66/64, chap. I.", "Available from the Secretariat.", NULL };
  static const struct {
    const char *older;
    const char *newer;
    const char *told;
  } cases[] = {
    { "", "", "" },
    { "2", "1", "" },        /* numbered anew, the same wording */
    { "1", "2", "1>2;" },    /* reworded */
    { "3", "", "3>;" },
    { "", "3", ">3;" },
    { "3", "3", "3>;>3;" },  /* nothing in common */
    { "1 2 3", "1 2 3", "1>2;3>;>3;" },
    { "2 2", "1", "" },      /* called twice is one footnote */
    { "9", "9", "" },        /* not in the lists */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *told = compare (cases[i].older, cases[i].newer, older, newer);

      g_assert_cmpstr (told, ==, cases[i].told);
    }
}

static void
test_setting (void)
{
  static const char *const older[] = { "见 A/65/64，第一章。", NULL };
  static const char *const newer[] = { "见A/65/64,第一章。", NULL };
  g_autofree char *told = compare ("1", "1", older, newer);

  g_assert_cmpstr (told, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/model-footnotes/changes", test_changes);
  g_test_add_func ("/model-footnotes/setting", test_setting);

  return g_test_run ();
}
