/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-layout.h"

#include "passage-tags.h"

static void
draw_text (GtkSnapshot   *snapshot,
           PangoLayout   *layout,
           float          x,
           float          y,
           const GdkRGBA *color)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_append_layout (snapshot, layout, color);
  gtk_snapshot_restore (snapshot);
}

/* The leading of a line is left uncoloured, so that neighbouring lines stay apart. */
static void
draw_parts (GtkSnapshot   *snapshot,
            PangoLayout   *layout,
            float          x,
            float          y,
            gsize          start,
            gsize          end,
            float          margin,
            const GdkRGBA *color)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      gsize line_start = pango_layout_line_get_start_index (line);
      gsize line_end = line_start + pango_layout_line_get_length (line);
      PangoRectangle extents;
      g_autofree int *ranges = NULL;
      int n_ranges, trim;

      if (end <= line_start || start >= line_end)
        continue;
      pango_layout_line_get_x_ranges (line, MAX (start, line_start), MIN (end, line_end), &ranges, &n_ranges);
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      trim = extents.height / 12;
      for (int i = 0; i < n_ranges; i++)
        gtk_snapshot_append_color (
          snapshot, color,
          &GRAPHENE_RECT_INIT (x - margin + ranges[2 * i] / (float) PANGO_SCALE,
                               y - margin + (extents.y + trim) / (float) PANGO_SCALE,
                               2 * margin + (ranges[2 * i + 1] - ranges[2 * i]) / (float) PANGO_SCALE,
                               2 * margin + (extents.height - 2 * trim) / (float) PANGO_SCALE));
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

void
agreed_layout_draw_range (GtkSnapshot   *snapshot,
                          PangoLayout   *layout,
                          int            x,
                          int            y,
                          gsize          start,
                          gsize          end,
                          const GdkRGBA *color)
{
  draw_parts (snapshot, layout, x, y, start, end, 0, color);
}

/* What is drawn inside of it afterwards leaves the frame. */
void
agreed_layout_draw_frame (GtkSnapshot   *snapshot,
                          PangoLayout   *layout,
                          int            x,
                          int            y,
                          gsize          start,
                          gsize          end,
                          const GdkRGBA *color)
{
  draw_parts (snapshot, layout, x, y, start, end, 2, color);
}

static void
draw_bar (GtkSnapshot   *snapshot,
          float          x,
          float          top,
          float          bottom,
          gboolean       dashed,
          const GdkRGBA *color)
{
  const float step = dashed ? 7 : bottom - top;

  for (float y = top; y < bottom; y += step)
    gtk_snapshot_append_color (snapshot, color,
                               &GRAPHENE_RECT_INIT (x, y, 3, MIN (dashed ? 4 : step, bottom - y)));
}

/* A paragraph that came or went as a whole is told by a block and a bar beside it: solid where it came, broken where it
 * went. Lines under or through all of its words would only make it hard to read. @at_end: the bar is where lines end, as
 * what came and goes again has one on each side */
static void
draw_block (const AgreedViewStyle *style,
            AgreedPassage         *passage,
            AgreedChange           change,
            gboolean               at_end,
            GtkSnapshot           *snapshot)
{
  int x = passage->x - 8, width = passage->width + 16, y = passage->y - 5, height = passage->height + 10;
  GskRoundedRect block;

  gsk_rounded_rect_init_from_rect (&block, &GRAPHENE_RECT_INIT (x, y, width, height), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &block);
  gtk_snapshot_append_color (snapshot, &style->colors.tint[change], &block.bounds);
  draw_bar (snapshot, style->rtl[passage->side] != at_end ? x + width - 3 : x, y, y + height,
            change == AGREED_CHANGE_REMOVED, &style->colors.change[change]);
  gtk_snapshot_pop (snapshot);
}

static void
draw_changed_words (const AgreedViewStyle *style,
                    AgreedPassage         *passage,
                    GtkSnapshot           *snapshot)
{
  for (guint i = 0; i < passage->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, i);
      AgreedChange change = stretch->kind == AGREED_RUN_DELETED ? AGREED_CHANGE_REMOVED : AGREED_CHANGE_ADDED;
      gsize start, end;

      if (stretch->kind == AGREED_RUN_EQUAL && !stretch->came)
        continue;
      agreed_passage_get_marked (passage, stretch, &start, &end);
      agreed_layout_draw_range (snapshot, passage->layout, passage->x, passage->y, start, end,
                                stretch->moved || stretch->came_moved ? &style->colors.moved_tint : &style->colors.tint[change]);
    }
}

static void
draw_settings (const AgreedViewStyle *style,
               AgreedPassage         *passage,
               GtkSnapshot           *snapshot)
{
  for (guint i = 0; passage->settings != NULL && i < passage->settings->len; i++)
    {
      const AgreedRange *range = &g_array_index (passage->settings, AgreedRange, i);

      agreed_layout_draw_range (snapshot, passage->layout, passage->x, passage->y, range->start, range->end,
                                &style->colors.hairline);
    }
}

static void
draw_passage (const AgreedViewStyle *style,
              AgreedPassage         *passage,
              GtkSnapshot           *snapshot)
{
  if (passage->came)
    draw_block (style, passage, AGREED_CHANGE_ADDED, FALSE, snapshot);
  if (passage->plain)
    draw_block (style, passage, passage->side == AGREED_SIDE_NEWER ? AGREED_CHANGE_ADDED : AGREED_CHANGE_REMOVED,
                passage->came, snapshot);
  else
    draw_changed_words (style, passage, snapshot);
  draw_settings (style, passage, snapshot);
  draw_text (snapshot, passage->layout, passage->x, passage->y, &style->colors.text);
  agreed_passage_draw_tagged (passage, style, snapshot);
}

/* Icons are drawn, for not every font has the signs, and some draw ≠ badly. */
static void
draw_icon (GtkSnapshot      *snapshot,
           const AgreedSign *sign)
{
  g_autoptr (GskPath) path = gsk_path_parse (sign->icon);
  GskStroke *stroke = gsk_stroke_new (1.5 / sign->icon_scale);

  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_line_join (stroke, GSK_LINE_JOIN_ROUND);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (sign->icon_x, sign->icon_y));
  gtk_snapshot_scale (snapshot, sign->icon_scale, sign->icon_scale);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &sign->color);
  gtk_snapshot_restore (snapshot);
  gsk_stroke_free (stroke);
}

static void
draw_lines (AgreedRowLayout       *self,
            const AgreedViewStyle *style,
            GtkSnapshot           *snapshot)
{
  GskStroke *stroke;

  if (self->lines == NULL)
    return;

  stroke = gsk_stroke_new (1.5);
  gtk_snapshot_append_stroke (snapshot, self->lines, stroke, &style->colors.moved);
  gsk_stroke_free (stroke);
}

GskRenderNode *
agreed_row_layout_get_node (AgreedRowLayout       *self,
                            const AgreedViewStyle *style)
{
  GtkSnapshot *snapshot;

  if (self->node != NULL)
    return self->node;

  snapshot = gtk_snapshot_new ();
  if (self->n_folded > 0)
    gtk_snapshot_append_color (snapshot, &style->colors.fold, &GRAPHENE_RECT_INIT (0, 0, style->width, self->height));
  gtk_snapshot_append_color (snapshot, &style->colors.hairline,
                             &GRAPHENE_RECT_INIT (0, self->height - 1, style->width, 1));
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    for (guint i = 0; i < self->passages[side]->len; i++)
      draw_passage (style, g_ptr_array_index (self->passages[side], i), snapshot);
  for (guint i = 0; i < self->signs->len; i++)
    {
      const AgreedSign *sign = &g_array_index (self->signs, AgreedSign, i);

      draw_text (snapshot, sign->layout, sign->x, sign->y, &sign->color);
      if (sign->icon != NULL)
        draw_icon (snapshot, sign);
    }
  draw_lines (self, style, snapshot);
  agreed_row_chips_draw (self, style, snapshot);
  self->node = gtk_snapshot_free_to_node (snapshot);

  return self->node;
}
