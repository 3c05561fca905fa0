/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define GAP 4

const char *
agreed_change_get_word (AgreedChange change)
{
  switch (change)
    {
    case AGREED_CHANGE_REWORDED:
      return _("reworded");
    case AGREED_CHANGE_ADDED:
      return _("added");
    case AGREED_CHANGE_REMOVED:
      return _("removed");
    case AGREED_CHANGE_UNCHANGED:
    default:
      return _("unchanged");
    }
}

static const char *
get_sign (AgreedChange change)
{
  static const char *const signs[] = {
    [AGREED_CHANGE_UNCHANGED] = "=",
    [AGREED_CHANGE_REWORDED] = "≠",
    [AGREED_CHANGE_ADDED] = "+",
    [AGREED_CHANGE_REMOVED] = "−",
  };

  return signs[change];
}

char *
agreed_row_get_moved_from (AgreedRow *row)
{
  GPtrArray *links = agreed_row_get_links (row);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);
      const char *label = agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER));

      if (agreed_link_get_moved (link) && !g_ptr_array_find_with_equal_func (labels, label, g_str_equal, NULL))
        g_ptr_array_add (labels, (gpointer) label);
    }
  if (labels->len == 0)
    return NULL;
  g_ptr_array_add (labels, NULL);

  return g_strjoinv (_(", "), (char **) labels->pdata);
}

/* What there is to say of a row beside its change: "split", "merged"; NULL for nothing. */
static const char *
get_joined_word (AgreedRow *row)
{
  if (agreed_row_get_split (row) && agreed_row_get_merged (row))
    return _("split and merged");
  if (agreed_row_get_split (row))
    return _("split");
  if (agreed_row_get_merged (row))
    return _("merged");

  return NULL;
}

PangoLayout *
agreed_view_style_create_small (const AgreedViewStyle *style,
                                const char            *text)
{
  PangoLayout *layout = pango_layout_new (style->ui_context);

  pango_layout_set_font_description (layout, style->small);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

static void
add_sign (AgreedRowLayout *self,
          PangoLayout     *layout,
          int              x,
          int              y,
          const GdkRGBA   *color)
{
  AgreedSign sign = { g_object_ref (layout), x, y, *color };

  g_array_append_val (self->signs, sign);
}

/* Where small text must start so that it stands on the first line of a passage. */
static int
align_to_passage (AgreedPassage *passage,
                  PangoLayout   *layout)
{
  return passage->y +
         (pango_layout_get_baseline (passage->layout) - pango_layout_get_baseline (layout) + PANGO_SCALE / 2) / PANGO_SCALE;
}

static gboolean
stands_left (const AgreedViewStyle *style,
             AgreedSide             side)
{
  return (side == AGREED_SIDE_OLDER) != style->swapped;
}

/* Each label beside the first line of its paragraph, on the gutter's edge towards it. */
static void
add_labels (AgreedRowLayout       *self,
            const AgreedViewStyle *style,
            AgreedSide             side)
{
  for (guint i = 0; i < self->passages[side]->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (self->passages[side], i);
      g_autoptr (PangoLayout) layout = NULL;
      int width, x = style->gutter_x;

      layout = agreed_view_style_create_small (style, agreed_paragraph_get_label (passage->paragraph));
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (!stands_left (style, side))
        x += style->gutter_width - width;
      add_sign (self, layout, x, align_to_passage (passage, layout), &style->colors.quiet);
    }
}

static gboolean
overlaps_sign (AgreedRowLayout *self,
               int              x,
               int              width,
               int              y,
               int              height)
{
  for (guint i = 0; i < self->signs->len; i++)
    {
      const AgreedSign *sign = &g_array_index (self->signs, AgreedSign, i);
      int sign_width, sign_height;

      pango_layout_get_pixel_size (sign->layout, &sign_width, &sign_height);
      if (sign->x < x + width + GAP && x < sign->x + sign_width + GAP && sign->y < y + height && y < sign->y + sign_height)
        return TRUE;
    }

  return FALSE;
}

/* Puts words in the middle of the gutter at @y or as far below as it takes to stand clear. Returns: where they end */
static int
add_words (AgreedRowLayout       *self,
           const AgreedViewStyle *style,
           const char            *words,
           const GdkRGBA         *color,
           int                    y,
           GdkRectangle          *place)
{
  g_autoptr (PangoLayout) layout = agreed_view_style_create_small (style, words);
  PangoRectangle extents;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, style->gutter_width * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  while (overlaps_sign (self, style->gutter_x + extents.x, extents.width, y, extents.height))
    y += 2;
  *place = (GdkRectangle) { style->gutter_x + extents.x, y, extents.width, extents.height };

  /* As a sign knows only where it starts, what is centred is set again in its own width. */
  pango_layout_set_width (layout, extents.width * PANGO_SCALE);
  add_sign (self, layout, place->x, y, color);

  return y + extents.height;
}

static int
add_change (AgreedRowLayout       *self,
            const AgreedViewStyle *style,
            int                    y)
{
  AgreedChange change = agreed_row_get_change (self->row);
  const char *joined = get_joined_word (self->row);
  g_autofree char *moved_from = agreed_row_get_moved_from (self->row);
  GdkRectangle place;

  if (change == AGREED_CHANGE_UNCHANGED)
    y = add_words (self, style, get_sign (change), &style->colors.quiet, self->text_y, &place);
  else
    {
      g_autofree char *words = g_strdup_printf ("%s %s", get_sign (change), agreed_change_get_word (change));

      y = add_words (self, style, words, &style->colors.change[change], y, &place);
    }
  if (joined != NULL)
    y = add_words (self, style, joined, &style->colors.moved, y, &place);
  if (moved_from != NULL)
    {
      /* Translators: a label follows: "moved from PP13". */
      g_autofree char *words = g_strdup_printf (_("moved from %s"), moved_from);
      g_autofree char *signed_words = g_strdup_printf ("↕ %s", words);

      y = add_words (self, style, signed_words, &style->colors.moved, y, &place);
      agreed_row_layout_add_area (self, AGREED_AREA_MOVE, &place, NULL);
    }

  return y;
}

static int
get_label_middle (AgreedPassage         *passage,
                  const AgreedViewStyle *style)
{
  return passage->y + style->line_height / 2;
}

/* A brace along the paragraphs of a side, its point towards the other side, at @point. */
static void
add_brace (GskPathBuilder *builder,
           float           x,
           float           reach,
           float           top,
           float           point,
           float           bottom)
{
  float bend = MIN (8, (bottom - top) / 4);

  point = CLAMP (point, top + 2 * bend, bottom - 2 * bend);
  gsk_path_builder_move_to (builder, x, top);
  gsk_path_builder_quad_to (builder, x + reach, top, x + reach, top + bend);
  gsk_path_builder_line_to (builder, x + reach, point - bend);
  gsk_path_builder_quad_to (builder, x + reach, point, x + 2 * reach, point);
  gsk_path_builder_quad_to (builder, x + reach, point, x + reach, point + bend);
  gsk_path_builder_line_to (builder, x + reach, bottom - bend);
  gsk_path_builder_quad_to (builder, x + reach, bottom, x, bottom);
}

static void
add_braces (AgreedRowLayout       *self,
            const AgreedViewStyle *style)
{
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();

  if (get_joined_word (self->row) == NULL)
    return;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      GPtrArray *passages = self->passages[side];
      gboolean left = stands_left (style, side);
      AgreedPassage *first, *last;

      if (passages->len < 2)
        continue;
      first = g_ptr_array_index (passages, 0);
      last = g_ptr_array_index (passages, passages->len - 1);
      add_brace (builder, left ? style->gutter_x - GAP - 4 : style->gutter_x + style->gutter_width + GAP + 4,
                 left ? 3 : -3, first->y + 3, get_label_middle (first, style) + style->line_height, last->y + last->height - 3);
    }

  self->lines = gsk_path_builder_to_path (builder);
}

/* The signs of a row in two columns. Returns: where they end */
int
agreed_row_gutter_lay_out (AgreedRowLayout       *self,
                           const AgreedViewStyle *style)
{
  int y = self->text_y + style->line_height;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    add_labels (self, style, side);
  if (self->passages[AGREED_SIDE_OLDER]->len == 0 || self->passages[AGREED_SIDE_NEWER]->len == 0)
    y = self->text_y;
  y = add_change (self, style, y);
  add_braces (self, style);

  return y;
}

/* Puts words into a line, on the next line where they do not fit. */
static void
flow_words (AgreedRowLayout       *self,
            const AgreedViewStyle *style,
            const char            *words,
            const GdkRGBA         *color,
            GdkRectangle          *place)
{
  g_autoptr (PangoLayout) layout = agreed_view_style_create_small (style, words);
  int left = style->column_x[AGREED_SIDE_NEWER], room = style->column_width[AGREED_SIDE_NEWER];
  int width, height, x;

  pango_layout_get_pixel_size (layout, &width, &height);
  if (place->width > 0 && place->x + place->width + 3 * GAP + width > room)
    *place = (GdkRectangle) { 0, place->y + height, 0, height };
  place->x += place->width > 0 ? place->width + 3 * GAP : 0;
  place->width = width;
  place->height = height;
  x = left + (style->swapped ? room - place->x - width : place->x);
  add_sign (self, layout, x, place->y, color);
}

/* The signs of a row in one column, above its text. Returns: where the text starts */
int
agreed_row_header_lay_out (AgreedRowLayout       *self,
                           const AgreedViewStyle *style)
{
  const char *older = agreed_row_get_label (self->row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_label (self->row, AGREED_SIDE_NEWER);
  AgreedChange change = agreed_row_get_change (self->row);
  const char *joined = get_joined_word (self->row);
  g_autofree char *moved_from = agreed_row_get_moved_from (self->row);
  g_autofree char *words = g_strdup_printf ("%s %s", get_sign (change), agreed_change_get_word (change));
  g_autofree char *labels = NULL;
  GdkRectangle place = { 0, style->padding, 0, 0 };

  if (*older != '\0' && *newer != '\0' && !g_str_equal (older, newer))
    labels = g_strdup_printf ("%s %s %s", older, style->swapped ? "←" : "→", newer);
  flow_words (self, style, labels != NULL ? labels : *newer != '\0' ? newer : older, &style->colors.quiet, &place);
  flow_words (self, style, words, &style->colors.change[change], &place);
  if (joined != NULL)
    flow_words (self, style, joined, &style->colors.moved, &place);
  if (moved_from != NULL)
    {
      g_autofree char *from = g_strdup_printf (_("moved from %s"), moved_from);
      g_autofree char *signed_from = g_strdup_printf ("↕ %s", from);
      GdkRectangle area;

      flow_words (self, style, signed_from, &style->colors.moved, &place);
      area = place;
      area.x = g_array_index (self->signs, AgreedSign, self->signs->len - 1).x;
      agreed_row_layout_add_area (self, AGREED_AREA_MOVE, &area, NULL);
    }

  return place.y + place.height + style->padding / 3;
}
