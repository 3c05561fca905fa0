/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"
#include "pointers.h"
#include "reference.h"
#include "window-fixture.h"

#include <string.h>

/* What is done in the text itself: linking by dragging, following a reference, reaching topics by the keyboard. */

/* The middle of what answers to the pointer in the row at hand, in pixels of the view. Returns: FALSE where there is none */
static gboolean
find_label (AgreedComparisonView *view,
            AgreedParagraph      *paragraph,
            double               *x,
            double               *y)
{
  guint position = agreed_comparison_view_get_current (view);
  AgreedRowLayout *layout = agreed_comparison_view_ensure_row (view, position);

  for (guint i = 0; i < layout->areas->len; i++)
    {
      const AgreedArea *area = &g_array_index (layout->areas, AgreedArea, i);

      if (area->kind != AGREED_AREA_LABEL || area->paragraph != paragraph)
        continue;
      *x = area->place.x + area->place.width / 2.;
      *y = agreed_comparison_view_get_row_y (view, position) + area->place.y + area->place.height / 2.;
      return TRUE;
    }
  return FALSE;
}

/* A linked row with one paragraph on each side, and the next such below it in view. */
static guint
find_pair (AgreedWindow *window)
{
  GListModel *rows = agreed_window_get_rows (window);

  for (guint i = 1; i + 1 < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) one = g_list_model_get_item (rows, i), two = g_list_model_get_item (rows, i + 1);

      if (agreed_row_get_links (one)->len == 1 && agreed_row_get_links (two)->len == 1)
        return i;
    }
  g_assert_not_reached ();
}

static gboolean
are_linked (AgreedWindow    *window,
            AgreedParagraph *older,
            AgreedParagraph *newer)
{
  GPtrArray *links = agreed_comparison_get_links (agreed_project_get_comparison (window->project));

  for (guint i = 0; i < links->len; i++)
    if (agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_OLDER) == older
        && agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_NEWER) == newer)
      return TRUE;
  return FALSE;
}

static void
test_link_by_dragging (void)
{
  AgreedWindow *window = open_sample ();
  AgreedComparisonView *view = window->view;
  guint first = find_pair (window);
  g_autoptr (AgreedRow) one = g_list_model_get_item (agreed_window_get_rows (window), first);
  g_autoptr (AgreedRow) two = g_list_model_get_item (agreed_window_get_rows (window), first + 1);
  AgreedParagraph *older = agreed_row_get_paragraphs (one, AGREED_SIDE_OLDER)->pdata[0];
  AgreedParagraph *partner = agreed_row_get_paragraphs (one, AGREED_SIDE_NEWER)->pdata[0];
  AgreedParagraph *newer = agreed_row_get_paragraphs (two, AGREED_SIDE_NEWER)->pdata[0];
  double x = 0, y = 0, target_x, target_y;

  agreed_comparison_view_go_to (view, first);
  wait_until_idle (window);
  g_assert_true (find_label (view, older, &x, &y));
  target_x = view->style.column_x[AGREED_SIDE_NEWER] + 30;
  target_y = agreed_comparison_view_get_row_y (view, first + 1) + 30;

  /* Elsewhere than on a label nothing is taken hold of. */
  g_assert_false (agreed_comparison_view_begin_link (view, target_x, target_y));
  g_assert_true (agreed_comparison_view_begin_link (view, x, y));
  /* Not with one of its own text, and not with the one that it is linked with. */
  agreed_comparison_view_move_link (view, view->style.column_x[AGREED_SIDE_OLDER] + 30, target_y);
  agreed_comparison_view_end_link (view, TRUE);
  g_assert_true (agreed_comparison_view_begin_link (view, x, y));
  agreed_comparison_view_move_link (view, target_x, y);
  agreed_comparison_view_end_link (view, TRUE);
  g_assert_false (agreed_project_get_can_undo (window->project));

  /* Let go with Escape, then dropped. */
  g_assert_true (agreed_comparison_view_begin_link (view, x, y));
  agreed_comparison_view_move_link (view, target_x, target_y);
  agreed_comparison_view_end_link (view, FALSE);
  g_assert_false (agreed_project_get_can_undo (window->project));
  g_assert_true (agreed_comparison_view_begin_link (view, x, y));
  agreed_comparison_view_move_link (view, target_x, target_y);
  agreed_comparison_view_end_link (view, TRUE);
  wait_until_idle (window);
  g_assert_true (are_linked (window, older, newer));
  g_assert_true (are_linked (window, older, partner));
  g_assert_true (g_ptr_array_find (agreed_row_get_paragraphs (agreed_window_get_current_row (window), AGREED_SIDE_NEWER),
                                   newer, NULL));

  agreed_project_undo (window->project);
  g_assert_false (are_linked (window, older, newer));
  close_window (window);
}

/* Where the byte of a paragraph's wording is drawn. */
static void
find_place (AgreedComparisonView *view,
            guint                 position,
            AgreedSide            side,
            AgreedParagraph      *paragraph,
            gsize                 offset,
            double               *x,
            double               *y)
{
  AgreedRowLayout *layout = agreed_comparison_view_ensure_row (view, position);
  gsize base = 0;

  for (guint i = 0; i < layout->passages[side]->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (layout->passages[side], i);

      for (guint k = 0; passage->paragraph == paragraph && k < passage->stretches->len; k++)
        {
          const AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, k);
          PangoRectangle place;

          if (!stretch->is_wording || base + offset < stretch->start
              || base + offset >= stretch->start + stretch->text_length)
            continue;
          pango_layout_index_to_pos (passage->layout, stretch->text_start + (base + offset - stretch->start), &place);
          *x = passage->x + (place.x + place.width / 2.) / PANGO_SCALE;
          *y = agreed_comparison_view_get_row_y (view, position) + passage->y + (place.y + place.height / 2.) / PANGO_SCALE;
          return;
        }
      base += strlen (agreed_paragraph_get_wording (passage->paragraph)) + 1;
    }
  g_assert_not_reached ();
}

/* A paragraph of the newer text that points to one of the older. */
static AgreedParagraph *
find_pointing (AgreedWindow     *window,
               guint            *position,
               gsize            *offset,
               AgreedParagraph **target)
{
  GListModel *rows = agreed_window_get_rows (window);
  AgreedText *newer = agreed_project_get_text (window->project, AGREED_SIDE_NEWER);

  for (*position = 0; *position < g_list_model_get_n_items (rows); ++*position)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, *position);
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER);

      for (guint i = 0; i < paragraphs->len; i++)
        {
          g_autoptr (GPtrArray) references =
            agreed_references_find (agreed_paragraph_get_wording (paragraphs->pdata[i]), agreed_text_get_language (newer));
          g_autoptr (GPtrArray) pointers = NULL;

          if (references->len == 0)
            continue;
          *offset = ((AgreedReference *) references->pdata[0])->start;
          pointers = agreed_project_follow_at (window->project, newer, paragraphs->pdata[i], *offset);
          *target = ((AgreedPointer *) pointers->pdata[0])->paragraph;
          if (*target != NULL && *offset > 0)
            return paragraphs->pdata[i];
        }
    }
  g_assert_not_reached ();
}

static void
test_follow_reference (void)
{
  AgreedWindow *window = open_sample ();
  AgreedComparisonView *view = window->view;
  AgreedParagraph *paragraph, *target, *found;
  AgreedSide side;
  guint position;
  gsize offset, found_offset;
  double x = 0, y = 0;

  paragraph = find_pointing (window, &position, &offset, &target);
  agreed_comparison_view_go_to (view, position);
  wait_until_idle (window);
  find_place (view, position, AGREED_SIDE_NEWER, paragraph, offset, &x, &y);
  g_assert_true (agreed_comparison_view_find_reference (view, x, y, &side, &found, &found_offset));
  g_assert_true (found == paragraph && side == AGREED_SIDE_NEWER);
  g_assert_cmpuint (found_offset, ==, offset);
  agreed_comparison_view_update_cursor (view, x, y, TRUE);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (GTK_WIDGET (view))), ==, "pointer");
  agreed_comparison_view_update_cursor (view, x, y, FALSE);
  g_assert_cmpstr (gdk_cursor_get_name (gtk_widget_get_cursor (GTK_WIDGET (view))), ==, "text");
  /* The opening words point to nothing. */
  find_place (view, position, AGREED_SIDE_NEWER, paragraph, 0, &x, &y);
  g_assert_false (agreed_comparison_view_find_reference (view, x, y, &side, &found, &found_offset));

  g_signal_emit_by_name (view, "reference-activated", AGREED_SIDE_NEWER, paragraph, (guint) offset);
  wait_until_idle (window);
  g_assert_true (g_ptr_array_find (agreed_row_get_paragraphs (agreed_window_get_current_row (window), AGREED_SIDE_OLDER),
                                   target, NULL));
  close_window (window);
}

static guint
count_tags (AgreedRow      *row,
            AgreedTagState  state)
{
  guint n_tags = 0;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < agreed_row_get_paragraphs (row, side)->len; i++)
      {
        GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (agreed_row_get_paragraphs (row, side)->pdata[i]));

        for (guint k = 0; k < g_list_model_get_n_items (tags); k++)
          {
            g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, k);

            n_tags += agreed_tag_get_state (tag) == state;
          }
      }
  return n_tags;
}

static void
test_reach_topics (void)
{
  AgreedWindow *window = open_sample ();
  AgreedComparisonView *view = window->view;
  AgreedParagraph *paragraph;
  AgreedTag *first, *second;
  AgreedTopic *topic;
  guint position = 0;

  for (;; position++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (agreed_window_get_rows (window), position);

      g_assert_nonnull (row);
      if (count_tags (row, AGREED_TAG_SUGGESTED) >= 2 && !agreed_row_get_moved (row))
        break;
    }
  agreed_comparison_view_go_to (view, position);
  wait_until_idle (window);
  g_assert_null (agreed_comparison_view_get_reached_tag (view, &paragraph));
  g_assert_true (agreed_comparison_view_step_chip (view, 1));
  first = agreed_comparison_view_get_reached_tag (view, &paragraph);
  g_assert_true (agreed_comparison_view_step_chip (view, 1));
  second = agreed_comparison_view_get_reached_tag (view, &paragraph);
  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_true (first != second);

  /* The one that was reached is accepted, not the first. */
  topic = agreed_tag_get_topic (second);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.accept-suggestion", NULL);
  wait_until_idle (window);
  second = agreed_comparison_view_get_reached_tag (view, &paragraph);
  g_assert_true (agreed_tag_get_topic (second) == topic);
  g_assert_cmpint (agreed_tag_get_state (second), ==, AGREED_TAG_ACCEPTED);

  /* Enter does what a click does; another row leaves it. */
  adw_overlay_split_view_set_show_sidebar (window->inspector_split, FALSE);
  g_assert_true (agreed_comparison_view_activate_chip (view));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (window->inspector_split));
  agreed_comparison_view_go_to (view, position + 1);
  g_assert_null (agreed_comparison_view_get_reached_tag (view, &paragraph));
  g_assert_false (agreed_comparison_view_activate_chip (view));
  agreed_project_undo (window->project);
  close_window (window);
}

/* The inspector shows the paragraphs of a row when there is time, and at once to whoever writes a note. */
static void
test_inspector_in_time (void)
{
  AgreedWindow *window = open_sample ();
  guint first = find_pair (window);
  g_autoptr (AgreedRow) one = g_list_model_get_item (agreed_window_get_rows (window), first);
  g_autoptr (AgreedRow) two = g_list_model_get_item (agreed_window_get_rows (window), first + 1);

  agreed_comparison_view_go_to (window->view, first);
  agreed_comparison_view_go_to (window->view, first + 1);
  g_assert_nonnull (agreed_inspector_find_notes (window->inspector, agreed_row_get_first_paragraph (two)));
  g_assert_null (agreed_inspector_find_notes (window->inspector, agreed_row_get_first_paragraph (one)));
  agreed_comparison_view_go_to (window->view, first);
  wait_until_idle (window);
  g_assert_nonnull (agreed_inspector_find_notes (window->inspector, agreed_row_get_first_paragraph (one)));
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window-hand/link-by-dragging", test_link_by_dragging);
  g_test_add_func ("/window-hand/follow-reference", test_follow_reference);
  g_test_add_func ("/window-hand/reach-topics", test_reach_topics);
  g_test_add_func ("/window-hand/inspector-in-time", test_inspector_in_time);

  return g_test_run ();
}
