/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-layout.h"

#include "passage-setting.h"
#include "passage-tags.h"

#include <math.h>
#include <string.h>

/* Between the chips of paragraphs that stand below one passage. */
#define CHIP_GAP 6

static void
clear_sign (gpointer data)
{
  AgreedSign *sign = data;

  g_clear_object (&sign->layout);
}

static void
clear_chip (gpointer data)
{
  AgreedChip *chip = data;

  g_clear_object (&chip->layout);
  g_clear_object (&chip->tag);
}

static void
clear_area (gpointer data)
{
  AgreedArea *area = data;

  g_clear_object (&area->tag);
}

static GArray *
array_new (gsize          element_size,
           GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, element_size);

  g_array_set_clear_func (array, clear);

  return array;
}

static void
on_list_changed (AgreedRowLayout *self)
{
  self->stale = TRUE;
  gtk_widget_queue_allocate (self->view);
}

static void
watch_list (GListModel *list,
            gpointer    self)
{
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (on_list_changed), self);
}

static void
forget_list (GListModel *list,
             gpointer    self)
{
  g_signal_handlers_disconnect_by_data (list, self);
}

static void
foreach_list (AgreedRowLayout *self,
              void           (*function) (GListModel *list,
                                          gpointer    self))
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (self->row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        function (G_LIST_MODEL (agreed_paragraph_get_tags (paragraphs->pdata[i])), self);
    }
  agreed_row_foreach_note_list (self->row, function, self);
}

void
agreed_row_layout_add_area (AgreedRowLayout    *self,
                            AgreedAreaKind      kind,
                            const GdkRectangle *place,
                            AgreedParagraph    *paragraph)
{
  AgreedArea area = { .kind = kind, .place = *place, .paragraph = paragraph };

  g_array_append_val (self->areas, area);
}

static void
add_footnote_areas (AgreedRowLayout *self,
                    AgreedPassage   *passage)
{
  for (guint i = 0; i < passage->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, i);
      PangoRectangle first, last;
      AgreedArea area = { .kind = AGREED_AREA_FOOTNOTE, .side = stretch->side, .mark = stretch->mark };

      if (stretch->mark == NULL)
        continue;
      pango_layout_index_to_pos (passage->layout, stretch->text_start, &first);
      pango_layout_index_to_pos (passage->layout, stretch->text_start + stretch->text_length - 1, &last);
      pango_extents_to_pixels (&first, NULL);
      pango_extents_to_pixels (&last, NULL);
      area.place.x = passage->x + MIN (MIN (first.x, first.x + first.width), MIN (last.x, last.x + last.width)) - 3;
      area.place.width = ABS (last.x + last.width - first.x) + 6;
      area.place.y = passage->y + first.y;
      area.place.height = first.height;
      g_array_append_val (self->areas, area);
    }
}

/* The tags and notes of the paragraphs of a side that are in a passage. Returns: where they end, or @end */
static int
lay_out_chips_of (AgreedRowLayout       *self,
                  const AgreedViewStyle *style,
                  AgreedPassage         *passage,
                  AgreedSide             side,
                  GdkRectangle          *room,
                  int                    end)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (self->row, side);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      AgreedParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      guint n_chips = self->chips->len;
      int chips_end;

      if (passage->paragraph != NULL && passage->paragraph != paragraph)
        continue;
      chips_end = agreed_row_chips_lay_out (self, style, paragraph, room, side);
      if (self->chips->len == n_chips)
        continue;
      end = chips_end;
      room->y = end + CHIP_GAP;
    }

  return end;
}

/* The tags and notes that stand below a passage; in one column those of the older paragraphs below the newer ones'.
 * Returns: where they end, or the passage does */
static int
lay_out_chips (AgreedRowLayout       *self,
               const AgreedViewStyle *style,
               AgreedPassage         *passage)
{
  int gap = style->padding * (passage->plain || passage->came ? .9 : .55);
  GdkRectangle room = { passage->x, passage->y + passage->height + gap, passage->width, 0 };
  int end = lay_out_chips_of (self, style, passage, passage->side, &room, passage->y + passage->height);

  if (style->one_column && passage->side == AGREED_SIDE_NEWER)
    end = lay_out_chips_of (self, style, passage, AGREED_SIDE_OLDER, &room, end);
  return end;
}

/* Returns: where the column ends */
static int
lay_out_column (AgreedRowLayout       *self,
                const AgreedViewStyle *style,
                AgreedSide             column)
{
  int y = self->text_y;

  /* The first one's heading is there: see lay_out_headings(). */
  g_ptr_array_unref (self->passages[column]);
  self->passages[column] = agreed_passages_new (self->row, column, style->one_column);
  agreed_passages_find_tagged (self->passages[column], self->row);
  if (style->shows_punctuation)
    agreed_passages_find_setting (self->passages[column], self->row, style->one_column);
  for (guint i = 0; i < self->passages[column]->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (self->passages[column], i);
      int indent = MIN (passage->depth * style->indent, style->column_width[column] / 3);

      if (i > 0)
        y += style->padding;
      if (i > 0)
        y += agreed_row_heading_lay_out (self, style, column, i, y);
      agreed_row_footnotes_mark (self, passage);
      agreed_passage_lay_out (passage, style, style->column_width[column] - indent);
      passage->x = style->column_x[column] + (style->rtl[passage->side] ? 0 : indent);
      passage->y = y;
      add_footnote_areas (self, passage);
      y = lay_out_chips (self, style, passage);
    }

  return y;
}

/* A row that has no room. */
AgreedRowLayout *
agreed_row_layout_new_empty (AgreedRow *row,
                             GtkWidget *view)
{
  AgreedRowLayout *self = g_new0 (AgreedRowLayout, 1);

  self->row = g_object_ref (row);
  self->view = view;
  self->signs = array_new (sizeof (AgreedSign), clear_sign);
  self->chips = array_new (sizeof (AgreedChip), clear_chip);
  self->areas = array_new (sizeof (AgreedArea), clear_area);
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    self->passages[side] = g_ptr_array_new ();

  return self;
}

/* The headings above the row's first passages; what is below begins on one line. Returns: where */
static int
lay_out_headings (AgreedRowLayout       *self,
                  const AgreedViewStyle *style)
{
  int height = 0;

  for (guint side = 0; side < (style->three_columns ? AGREED_N_TEXTS : AGREED_N_SIDES); side++)
    height = MAX (height, agreed_row_heading_lay_out (self, style, side, 0, self->text_y));

  return self->text_y + height;
}

AgreedRowLayout *
agreed_row_layout_new (AgreedRow             *row,
                       const AgreedViewStyle *style,
                       GtkWidget             *view)
{
  AgreedRowLayout *self = agreed_row_layout_new_empty (row, view);
  int bottom = 0;

  agreed_row_footnotes_compare (self, style);
  self->text_y = style->padding;
  self->text_y = lay_out_headings (self, style);
  if (style->one_column)
    self->text_y = agreed_row_header_lay_out (self, style);

  for (guint side = 0; side < (style->three_columns ? AGREED_N_TEXTS : AGREED_N_SIDES); side++)
    {
      int column_end = lay_out_column (self, style, side);

      self->column_ends[side] = column_end;
      bottom = MAX (bottom, column_end);
    }
  if (!style->one_column)
    {
      int gutter_end = agreed_row_gutter_lay_out (self, style);

      bottom = MAX (bottom, gutter_end);
    }

  self->height = bottom + style->padding;
  foreach_list (self, watch_list);

  return self;
}

void
agreed_row_layout_free (AgreedRowLayout *self)
{
  foreach_list (self, forget_list);
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_clear_pointer (&self->passages[side], g_ptr_array_unref);
  g_clear_pointer (&self->footnote_changes, g_array_unref);
  g_array_unref (self->signs);
  g_array_unref (self->chips);
  g_array_unref (self->areas);
  g_clear_pointer (&self->lines, gsk_path_unref);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_object_unref (self->row);
  g_free (self);
}

const AgreedArea *
agreed_row_layout_find_area (AgreedRowLayout *self,
                             double           x,
                             double           y)
{
  for (guint i = 0; i < self->areas->len; i++)
    {
      const AgreedArea *area = &g_array_index (self->areas, AgreedArea, i);

      if (gdk_rectangle_contains_point (&area->place, floor (x), floor (y)))
        return area;
    }

  return NULL;
}

gsize
agreed_row_layout_find_index (AgreedRowLayout *self,
                              AgreedSide       column,
                              double           x,
                              double           y)
{
  GPtrArray *passages = self->passages[column];
  AgreedPassage *passage = NULL;
  int index, trailing;
  const char *place;

  if (passages->len == 0)
    return 0;
  for (guint i = 0; i < passages->len; i++)
    {
      AgreedPassage *candidate = g_ptr_array_index (passages, i);

      if (passage == NULL || candidate->y <= y)
        passage = candidate;
    }

  if (y < passage->y)
    return passage->base;
  if (y >= passage->y + passage->height)
    return passage->base + strlen (passage->text);
  pango_layout_xy_to_index (passage->layout, (x - passage->x) * PANGO_SCALE, (y - passage->y) * PANGO_SCALE, &index,
                            &trailing);
  place = passage->text + index;
  while (trailing-- > 0 && *place != '\0')
    place = g_utf8_next_char (place);

  return passage->base + (place - passage->text);
}

AgreedPassage *
agreed_row_layout_find_passage (AgreedRowLayout *self,
                                AgreedSide       column,
                                gsize           *index)
{
  GPtrArray *passages = self->passages[column];

  for (guint i = passages->len; i > 0; i--)
    {
      AgreedPassage *passage = g_ptr_array_index (passages, i - 1);

      if (*index >= passage->base)
        {
          *index = MIN (*index - passage->base, strlen (passage->text));
          return passage;
        }
    }

  return NULL;
}

/* Widths that were measured on Noto fonts: ideographs 1, ASCII .56, Arabic .45. */
float
agreed_row_estimate_ems (const char *wording)
{
  float ems = 0;

  for (const char *p = wording; *p != '\0'; p = g_utf8_next_char (p))
    {
      guchar lead = *p;

      ems += lead < 0x80 ? .54 : lead >= 0xe3 ? 1 : lead >= 0xd8 && lead < 0xdc ? .45 : lead < 0xd8 ? .57 : .6;
    }

  return ems;
}

int
agreed_row_layout_estimate (const AgreedViewStyle *style,
                            const float            ems[AGREED_N_TEXTS])
{
  double lines = 1;

  for (guint side = 0; side < (style->three_columns ? AGREED_N_TEXTS : AGREED_N_SIDES); side++)
    lines = MAX (lines, ceil (ems[side] / MAX (1, style->column_width[side] / style->em - .8)));
  if (style->one_column)
    return lines * style->line_height + style->small_height + 2.5 * style->padding;

  return MAX (lines * style->line_height, style->line_height + style->small_height) + 2 * style->padding;
}
