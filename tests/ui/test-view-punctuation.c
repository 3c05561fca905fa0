/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"
#include "passage-setting.h"
#include "window-private.h"

#include <adwaita.h>

/* Changes of punctuation alone: what is marked, where, and only when it is asked for. */

static AgreedRow *
make_row (const char *older,
          const char *newer,
          const char *language)
{
  const char *wordings[] = { older, newer };
  g_autoptr (GArray) runs = agreed_difference_new (older, newer, language);
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (GPtrArray) older_paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) newer_paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  GPtrArray *sides[] = { older_paragraphs, newer_paragraphs };

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      AgreedParagraph *paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP1", wordings[side]);

      agreed_paragraph_add_mark (paragraph, "1", 3);
      g_ptr_array_add (sides[side], paragraph);
    }

  return agreed_row_new (older_paragraphs, newer_paragraphs, links, AGREED_CHANGE_REWORDED, runs);
}

/* The marked pieces of a column, joined by "|". */
static char *
show (AgreedRow  *row,
      AgreedSide  column,
      gboolean    one_column)
{
  g_autoptr (GPtrArray) passages = agreed_passages_new (row, column, one_column);
  GString *marked = g_string_new (NULL);
  AgreedPassage *passage = g_ptr_array_index (passages, 0);

  g_assert_null (passage->settings);
  agreed_passages_find_setting (passages, row, one_column);
  for (guint i = 0; i < passage->settings->len; i++)
    {
      const AgreedRange *range = &g_array_index (passage->settings, AgreedRange, i);

      g_string_append_printf (marked, "%s%.*s", i > 0 ? "|" : "", (int) (range->end - range->start),
                              passage->text + range->start);
    }

  return g_string_free (marked, FALSE);
}

static void
test_pieces (void)
{
  static const struct {
    const char *language;
    const char *older;
    const char *newer;
    const char *marked[3]; /* in the older column, the newer one, and one column */
  } cases[] = {
    { "zh", "又注意到该报告,并欢迎其建议；", "又注意到该报告，并支持其建议;", { ",|；", "，|;", "，|;" } },
    { "en", "Notes the “report”, and welcomes it;", "Notes the \"report\" and welcomes them;",
      { "“|”,", "\"|\"", "\"|\"" } },
    { "en", "Notes the report, and welcomes it", "Notes the report and welcomes it", { ",", "", "t" } },
    { "en", "Notes the report", "Notes the report", { "", "", "" } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (AgreedRow) row = make_row (cases[i].older, cases[i].newer, cases[i].language);

      for (guint k = 0; k < 3; k++)
        {
          g_autofree char *marked = show (row, MIN (k, AGREED_SIDE_NEWER), k == 2);

          g_assert_cmpstr (marked, ==, cases[i].marked[k]);
        }
    }
}

static void
test_window (void)
{
  AgreedWindow *window = agreed_window_new (NULL);

  g_assert_false (window->view->style.shows_punctuation);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-punctuation", NULL));
  g_assert_true (window->view->style.shows_punctuation);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-punctuation", NULL));
  g_assert_false (window->view->style.shows_punctuation);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/view-punctuation/pieces", test_pieces);
  g_test_add_func ("/view-punctuation/window", test_window);

  return g_test_run ();
}
