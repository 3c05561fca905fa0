/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"
#include "difference.h"
#include "footnote.h"
#include "overview.h"

#include <adwaita.h>
#include <string.h>

/* A footnote that went or changed below wording that stayed: a change like others, to whoever goes from one to the next,
 * folds what is unchanged, or looks at the whole. */

static const char wording[] = "Recalling its resolutions on the information society,";

static GPtrArray *
create_paragraphs (guint       position,
                   const char *marker,
                   gsize       offset)
{
  GPtrArray *paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *label = g_strdup_printf ("PP%u", position + 1);
  AgreedParagraph *paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_PREAMBULAR, label, wording);

  if (marker != NULL)
    agreed_paragraph_add_mark (paragraph, marker, offset);
  g_ptr_array_add (paragraphs, paragraph);
  return paragraphs;
}

static AgreedRow *
create_row (guint       position,
            const char *older_marker,
            const char *newer_marker,
            gsize       newer_offset)
{
  g_autoptr (GPtrArray) older = create_paragraphs (position, older_marker, strlen ("Recalling its resolutions"));
  g_autoptr (GPtrArray) newer = create_paragraphs (position, newer_marker, newer_offset);
  g_autoptr (GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) runs = agreed_difference_new (wording, wording, "en");

  g_ptr_array_add (links, agreed_link_new (older->pdata[0], newer->pdata[0], 1, FALSE, AGREED_LINK_FOUND));
  return agreed_row_new (older, newer, links, AGREED_CHANGE_UNCHANGED, runs);
}

static GListModel *
create_footnotes (const char *first)
{
  GListStore *footnotes = g_list_store_new (AGREED_TYPE_FOOTNOTE);
  g_autoptr (AgreedFootnote) one = agreed_footnote_new ("1", first), two = agreed_footnote_new ("2", "See A/65/64.");

  g_list_store_append (footnotes, one);
  g_list_store_append (footnotes, two);
  return G_LIST_MODEL (footnotes);
}

/* Row 4 calls a footnote in the older text alone; all others are unchanged in every way, row 7 calls the same in both. */
static AgreedComparisonView *
create_view (GtkWidget **window,
             GtkWidget **overview,
             gboolean    with_footnotes)
{
  g_autoptr (GListStore) rows = g_list_store_new (AGREED_TYPE_ROW);
  g_autoptr (GListModel) older = create_footnotes ("See A/65/1."), newer = create_footnotes ("See A/66/1.");
  GtkWidget *scroller = gtk_scrolled_window_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (agreed_comparison_view_new ());

  for (guint i = 0; i < 9; i++)
    {
      g_autoptr (AgreedRow) row = create_row (i, !with_footnotes ? NULL : i == 4 ? "1" : i == 7 ? "2" : NULL,
                                              with_footnotes && i == 7 ? "2" : NULL, strlen ("Recalling its resolutions"));

      g_list_store_append (rows, row);
    }
  agreed_comparison_view_set_footnotes (view, AGREED_SIDE_OLDER, older);
  agreed_comparison_view_set_footnotes (view, AGREED_SIDE_NEWER, newer);
  agreed_comparison_view_set_rows (view, G_LIST_MODEL (rows));
  *window = gtk_window_new ();
  *overview = g_object_new (AGREED_TYPE_OVERVIEW, "view", view, NULL);
  gtk_window_set_default_size (GTK_WINDOW (*window), 900, 700);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), *overview);
  gtk_window_set_child (GTK_WINDOW (*window), box);
  gtk_window_present (GTK_WINDOW (*window));
  gtk_test_widget_wait_for_draw (*window);

  return view;
}

static void
test_steps_and_folds (void)
{
  GtkWidget *window, *overview;
  AgreedComparisonView *view = create_view (&window, &overview, TRUE);

  agreed_comparison_view_start (view);
  g_assert_true (agreed_comparison_view_step_change (view, 1));
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 4);
  g_assert_false (agreed_comparison_view_step_change (view, 1));
  g_object_set (view, "fold-unchanged", TRUE, NULL);
  g_assert_false (agreed_comparison_view_is_hidden (view, 4));
  g_assert_cmpuint (agreed_comparison_view_get_fold (view, 4), ==, 0);
  g_assert_cmpuint (agreed_comparison_view_get_fold (view, 0), ==, 3);
  gtk_window_destroy (GTK_WINDOW (window));
}

static gsize
draw_overview (gboolean with_footnotes)
{
  GtkWidget *window, *overview;
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gsize size;

  create_view (&window, &overview, with_footnotes);
  paintable = gtk_widget_paintable_new (overview);
  gdk_paintable_snapshot (paintable, snapshot, 18, 700);
  node = gtk_snapshot_free_to_node (snapshot);
  bytes = node != NULL ? gsk_render_node_serialize (node) : NULL;
  size = bytes != NULL ? g_bytes_get_size (bytes) : 0;
  gtk_window_destroy (GTK_WINDOW (window));

  return size;
}

static void
test_overview (void)
{
  g_assert_cmpuint (draw_overview (TRUE), >, draw_overview (FALSE));
}

/* The text of the row in one column, with markers in brackets: [-1] for one that is gone. */
static char *
weave (const char *older_marker,
       const char *newer_marker,
       gsize       newer_offset)
{
  g_autoptr (AgreedRow) row = create_row (0, older_marker, newer_marker, newer_offset);
  g_autoptr (GPtrArray) passages = agreed_passages_new (row, AGREED_SIDE_NEWER, TRUE);
  AgreedPassage *passage = g_ptr_array_index (passages, 0);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < passage->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, i);

      if (stretch->mark != NULL)
        g_string_append_printf (text, "[%s%s]", stretch->kind == AGREED_RUN_DELETED ? "-" : "", stretch->mark->marker);
      else
        g_string_append_len (text, passage->text + stretch->text_start, stretch->text_length);
    }

  return g_string_free (text, FALSE);
}

static void
assert_woven (const char *older_marker,
              const char *newer_marker,
              gsize       newer_offset,
              const char *expected)
{
  g_autofree char *text = weave (older_marker, newer_marker, newer_offset);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_redline (void)
{
  gsize offset = strlen ("Recalling its resolutions");

  assert_woven ("1", NULL, 0, "Recalling its resolutions[-1] on the information society,");
  assert_woven ("1", "2", offset, "Recalling its resolutions[2] on the information society,");
  /* One that went here and one that came there. */
  assert_woven ("1", "2", strlen (wording), "Recalling its resolutions[-1] on the information society,[2]");
  assert_woven (NULL, "2", offset, "Recalling its resolutions[2] on the information society,");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/view-footnotes/steps-and-folds", test_steps_and_folds);
  g_test_add_func ("/view-footnotes/overview", test_overview);
  g_test_add_func ("/view-footnotes/redline", test_redline);

  return g_test_run ();
}
