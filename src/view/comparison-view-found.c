/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <math.h>

/* What was found in the texts, marked behind the words of the cached rows. */

/* As much of the text above and below a place that is gone to as should be seen, in pixels. */
#define MARGIN 48

static void
forget (AgreedComparisonView *self)
{
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->found_rows, g_hash_table_unref);
  self->found_current = G_MAXUINT;
}

void
agreed_comparison_view_drop_found (AgreedComparisonView *self)
{
  forget (self);
}

void
agreed_comparison_view_set_found (AgreedComparisonView *self,
                                  GArray               *found)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  forget (self);
  if (found != NULL && found->len > 0)
    {
      self->found = g_array_ref (found);
      self->found_rows = g_hash_table_new (NULL, NULL);
      for (guint i = found->len; i > 0; i--)
        g_hash_table_insert (self->found_rows, g_array_index (found, AgreedFound, i - 1).row, GUINT_TO_POINTER (i - 1));
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_PLACE_CHANGED], 0);
}

gboolean
agreed_comparison_view_row_is_found (AgreedComparisonView *self,
                                     AgreedRow            *row)
{
  return self->found_rows != NULL && g_hash_table_contains (self->found_rows, row);
}

/* The bytes of a passage's text that show a part of a side's wording; what it is woven from may show several.
 * Returns: FALSE where the stretch shows none of it */
static gboolean
get_shown (const AgreedStretch *stretch,
           const AgreedFound   *found,
           gsize               *start,
           gsize               *end)
{
  gsize from, upto;

  if (found->note != NULL || !stretch->is_wording || stretch->side != found->side)
    return FALSE;
  from = MAX (found->start, stretch->start);
  upto = MIN (found->start + found->length, stretch->start + stretch->text_length);
  if (from >= upto)
    return FALSE;
  *start = stretch->text_start + (from - stretch->start);
  *end = stretch->text_start + (upto - stretch->start);
  return TRUE;
}

/* Yellow as a marker's; text in any of its colours stays readable on it. The one at hand has a frame as well. */
static void
draw_mark (AgreedComparisonView *self,
           AgreedPassage        *passage,
           gsize                 start,
           gsize                 end,
           gboolean              is_current,
           GtkSnapshot          *snapshot)
{
  static const GdkRGBA fills[] = { { .98f, .89f, .36f, 1 }, { .37f, .29f, 0, 1 } };
  static const GdkRGBA frames[] = { { .39f, .21f, .0f, 1 }, { .98f, .89f, .36f, 1 } };
  const gboolean dark = self->style.dark;

  if (is_current)
    agreed_layout_draw_frame (snapshot, passage->layout, passage->x, passage->y, start, end, &frames[dark]);
  agreed_layout_draw_range (snapshot, passage->layout, passage->x, passage->y, start, end, &fills[dark]);
}

static void
draw_found (AgreedComparisonView *self,
            AgreedRowLayout      *layout,
            const AgreedFound    *found,
            gboolean              is_current,
            GtkSnapshot          *snapshot)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < layout->passages[side]->len; i++)
      {
        AgreedPassage *passage = layout->passages[side]->pdata[i];

        for (guint k = 0; k < passage->stretches->len; k++)
          {
            gsize start, end;

            if (get_shown (&g_array_index (passage->stretches, AgreedStretch, k), found, &start, &end))
              draw_mark (self, passage, start, end, is_current, snapshot);
          }
      }
}

void
agreed_comparison_view_draw_found (AgreedComparisonView *self,
                                   AgreedRowLayout      *layout,
                                   GtkSnapshot          *snapshot)
{
  gpointer first;

  if (self->found_rows == NULL || !g_hash_table_lookup_extended (self->found_rows, layout->row, NULL, &first))
    return;
  for (guint i = GPOINTER_TO_UINT (first); i < self->found->len; i++)
    {
      const AgreedFound *found = &g_array_index (self->found, AgreedFound, i);

      if (found->row != layout->row)
        return;
      draw_found (self, layout, found, i == self->found_current, snapshot);
    }
}

/* Where in its row a place begins, in pixels. Returns: FALSE where it is not shown */
static gboolean
get_place (AgreedRowLayout   *layout,
           const AgreedFound *found,
           double            *y,
           double            *height)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < layout->passages[side]->len; i++)
      {
        AgreedPassage *passage = layout->passages[side]->pdata[i];

        for (guint k = 0; k < passage->stretches->len; k++)
          {
            PangoRectangle place;
            gsize start, end;

            if (!get_shown (&g_array_index (passage->stretches, AgreedStretch, k), found, &start, &end))
              continue;
            pango_layout_index_to_pos (passage->layout, (int) start, &place);
            *y = passage->y + place.y / (double) PANGO_SCALE;
            *height = place.height / (double) PANGO_SCALE;
            return TRUE;
          }
      }
  return FALSE;
}

void
agreed_comparison_view_set_current_found (AgreedComparisonView *self,
                                          guint                 index)
{
  const AgreedFound *found;
  double y, height, top, view_height;

  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  self->found_current = self->found != NULL && index < self->found->len ? index : G_MAXUINT;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  view_height = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->found_current == G_MAXUINT || view_height == 0 || !agreed_comparison_view_is_in_view (self, self->current))
    return;

  found = &g_array_index (self->found, AgreedFound, index);
  if (self->current_row != found->row
      || !get_place (agreed_comparison_view_ensure_row (self, self->current), found, &y, &height))
    return;
  top = agreed_comparison_view_get_row_y (self, self->current) + y;
  if (top < MARGIN)
    agreed_comparison_view_scroll_by (self, top - MARGIN);
  else if (top + height > view_height - MARGIN)
    agreed_comparison_view_scroll_by (self, top + height - view_height + MARGIN);
}
