/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passage-tags.h"

#define N_LANES 2
/* Pixels: how thick a dot is, how far from the next, and how far one lane is below the other. */
#define DOT 2
#define STEP 4
#define LANE 3

static void
clear_tagged (gpointer data)
{
  g_object_unref (((AgreedTagged *) data)->tag);
}

/* Words that lie over each other have lines below each other. */
static guint
find_lane (GArray *tagged,
           gsize   start,
           gsize   end)
{
  guint lane = 0;

  for (guint i = 0; i < tagged->len; i++)
    {
      const AgreedTagged *other = &g_array_index (tagged, AgreedTagged, i);

      if (start < other->end && other->start < end && other->lane >= lane)
        lane = other->lane + 1;
    }

  return lane % N_LANES;
}

static void
add_tagged (AgreedPassage *self,
            gsize          start,
            gsize          end,
            AgreedTag     *tag)
{
  AgreedTagged tagged = { start, end, 0, tag };

  if (start >= end)
    return;
  if (self->tagged == NULL)
    {
      self->tagged = g_array_new (FALSE, FALSE, sizeof (AgreedTagged));
      g_array_set_clear_func (self->tagged, clear_tagged);
    }
  tagged.lane = find_lane (self->tagged, start, end);
  g_object_ref (tag);
  g_array_append_val (self->tagged, tagged);
}

/* From a side's wording of the row to the text of the passage, from the first byte of it that is shown to the last. */
static void
place_words (AgreedPassage *self,
             AgreedSide     side,
             gsize          start,
             gsize          end,
             AgreedTag     *tag)
{
  gsize first = G_MAXSIZE, last = 0;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (self->stretches, AgreedStretch, i);
      gsize from = MAX (start, stretch->start), upto = MIN (end, stretch->start + stretch->text_length);

      if (!stretch->is_wording || stretch->side != side || from >= upto)
        continue;
      first = MIN (first, stretch->text_start + (from - stretch->start));
      last = MAX (last, stretch->text_start + (upto - stretch->start));
    }
  if (first < last)
    add_tagged (self, first, last, tag);
}

static void
place_tag (GPtrArray  *passages,
           AgreedSide  side,
           gsize       base,
           AgreedTag  *tag)
{
  guint n_words;
  const AgreedTagPassage *words = agreed_tag_get_passages (tag, &n_words);

  for (guint i = 0; i < n_words; i++)
    for (guint k = 0; k < passages->len; k++)
      place_words (g_ptr_array_index (passages, k), side, base + words[i].start, base + words[i].start + words[i].length,
                   tag);
}

void
agreed_passages_find_tagged (GPtrArray *passages,
                             AgreedRow *row)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);
      gsize base = 0;

      for (guint i = 0; i < paragraphs->len; i++)
        {
          AgreedParagraph *paragraph = g_ptr_array_index (paragraphs, i);
          GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));

          for (guint k = 0; k < g_list_model_get_n_items (tags); k++)
            {
              g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, k);

              place_tag (passages, side, base, tag);
            }
          base += strlen (agreed_paragraph_get_wording (paragraph)) + 1;
        }
    }
}

static void
draw_dots (GtkSnapshot   *snapshot,
           float          left,
           float          right,
           float          y,
           const GdkRGBA *color)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (DOT);
  const float dashes[] = { 0, STEP };

  gsk_path_builder_move_to (builder, left + DOT / 2., y);
  gsk_path_builder_line_to (builder, MAX (left + DOT, right - DOT / 2.), y);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gsk_stroke_set_line_cap (stroke, GSK_LINE_CAP_ROUND);
  gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
draw_words (AgreedPassage      *self,
            const AgreedTagged *tagged,
            GtkSnapshot        *snapshot,
            const GdkRGBA      *color)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      gsize line_start = pango_layout_line_get_start_index (line);
      gsize line_end = line_start + pango_layout_line_get_length (line);
      PangoRectangle extents;
      g_autofree int *ranges = NULL;
      int n_ranges;

      if (tagged->end <= line_start || tagged->start >= line_end)
        continue;
      pango_layout_line_get_x_ranges (line, MAX (tagged->start, line_start), MIN (tagged->end, line_end), &ranges,
                                      &n_ranges);
      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      for (int i = 0; i < n_ranges; i++)
        draw_dots (snapshot, self->x + ranges[2 * i] / (float) PANGO_SCALE,
                   self->x + ranges[2 * i + 1] / (float) PANGO_SCALE,
                   self->y + (extents.y + extents.height) / (float) PANGO_SCALE - LANE + LANE * (float) tagged->lane,
                   color);
    }
  while (pango_layout_iter_next_line (iter));

  pango_layout_iter_free (iter);
}

void
agreed_passage_draw_tagged (AgreedPassage         *self,
                            const AgreedViewStyle *style,
                            GtkSnapshot           *snapshot)
{
  for (guint i = 0; self->tagged != NULL && i < self->tagged->len; i++)
    {
      const AgreedTagged *tagged = &g_array_index (self->tagged, AgreedTagged, i);
      GdkRGBA color = agreed_view_style_get_topic_color (style, agreed_topic_get_color (agreed_tag_get_topic (tagged->tag)));

      draw_words (self, tagged, snapshot, &color);
    }
}

char *
agreed_passage_describe_tagged (AgreedPassage *self,
                                gsize          index)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; self->tagged != NULL && i < self->tagged->len; i++)
    {
      const AgreedTagged *tagged = &g_array_index (self->tagged, AgreedTagged, i);

      if (index >= tagged->start && index < tagged->end)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "",
                                agreed_topic_get_display_name (agreed_tag_get_topic (tagged->tag)));
    }

  return names->len > 0 ? g_string_free_and_steal (g_steal_pointer (&names)) : NULL;
}
