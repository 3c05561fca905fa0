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

/* Lines in a square of 12. */
static const char *const change_icons[] = {
  [AGREED_CHANGE_UNCHANGED] = "M 2.5 4.5 H 9.5 M 2.5 8 H 9.5",
  [AGREED_CHANGE_REWORDED] = "M 1.5 4.5 H 10.5 M 1.5 8 H 10.5 M 8.5 1.5 L 3.5 11",
  [AGREED_CHANGE_ADDED] = "M 1.5 6.2 H 10.5 M 6 1.7 V 10.7",
  [AGREED_CHANGE_REMOVED] = "M 1.5 6.2 H 10.5",
};
static const char moved_icon[] = "M 6 1 V 11.4 M 3.2 3.8 L 6 1 L 8.8 3.8 M 3.2 8.6 L 6 11.4 L 8.8 8.6";
static const char split_icon[] = "M 1 6.2 H 4 L 8 2.5 H 11 M 4 6.2 L 8 9.9 H 11";
static const char unsure_icon[] = "M 3.2 4.2 C 3.2 0.6 8.8 0.6 8.8 4 C 8.8 6 6 6 6 8.2 M 6 10.4 V 11.2";
static const char merged_icon[] = "M 11 6.2 H 8 L 4 2.5 H 1 M 8 6.2 L 4 9.9 H 1";

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

const char *
agreed_row_get_joined_word (AgreedRow *row)
{
  if (agreed_row_get_split (row) && agreed_row_get_merged (row))
    return _("regrouped");
  if (agreed_row_get_split (row))
    return _("split");
  if (agreed_row_get_merged (row))
    return _("merged");

  return NULL;
}

const char *
agreed_row_get_unsure_word (void)
{
  /* Translators: beside a row whose paragraphs were linked on weak evidence, so that a person should have a look */
  return _("unsure link");
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
  AgreedSign sign = { .layout = g_object_ref (layout), .x = x, .y = y, .color = *color };

  g_array_append_val (self->signs, sign);
}

/* The icon stands beside the first line of the last sign. */
static void
add_icon (AgreedRowLayout       *self,
          const AgreedViewStyle *style,
          const char            *icon,
          float                  x)
{
  AgreedSign *sign = &g_array_index (self->signs, AgreedSign, self->signs->len - 1);

  sign->icon = icon;
  sign->icon_scale = style->small_height * .62 / 12;
  sign->icon_x = round (x);
  sign->icon_y = round (sign->y + (style->small_height - 12 * sign->icon_scale) / 2);
}

/* Where small text must start so that it stands on the first line of a passage. */
static int
align_to_passage (AgreedPassage *passage,
                  PangoLayout   *layout)
{
  return passage->y +
         (pango_layout_get_baseline (passage->layout) - pango_layout_get_baseline (layout) + PANGO_SCALE / 2) / PANGO_SCALE;
}

/* Where the labels on a row's first line stand. */
static int
get_label_y (AgreedRowLayout *self)
{
  return self->signs->len > self->n_headings ? g_array_index (self->signs, AgreedSign, self->n_headings).y : self->text_y;
}

static PangoLayout *
create_words (const AgreedViewStyle *style,
              const char            *words,
              gboolean               link)
{
  PangoLayout *layout = agreed_view_style_create_small (style, words);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (!link)
    return layout;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  pango_layout_set_attributes (layout, attributes);

  return layout;
}

/* The room between two columns, and the row that tells what happened from one to the other. */
typedef struct {
  AgreedRow *row;
  int x;
  AgreedSide sides[AGREED_N_SIDES];
} Gutter;

static gboolean
stands_left (const AgreedViewStyle *style,
             const Gutter          *gutter,
             AgreedSide             side)
{
  return (side == gutter->sides[AGREED_SIDE_OLDER]) != style->swapped;
}

static void
add_label_area (AgreedRowLayout    *self,
                AgreedPassage      *passage,
                const GdkRectangle *place)
{
  agreed_row_layout_add_area (self, AGREED_AREA_LABEL, place, passage->paragraph);
  g_array_index (self->areas, AgreedArea, self->areas->len - 1).side = passage->side;
}

/* Each label beside the first line of its paragraph, on the gutter's edge towards it. */
static void
add_labels (AgreedRowLayout       *self,
            const AgreedViewStyle *style,
            const Gutter          *gutter,
            AgreedSide             side)
{
  for (guint i = 0; i < self->passages[side]->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (self->passages[side], i);
      g_autoptr (PangoLayout) layout = NULL;
      int width, x = gutter->x;

      layout = agreed_view_style_create_small (style, agreed_paragraph_get_label (passage->paragraph));
      pango_layout_get_pixel_size (layout, &width, NULL);
      if (!stands_left (style, gutter, side))
        x += style->gutter_width - width;
      add_sign (self, layout, x, align_to_passage (passage, layout), &style->colors.quiet);
      /* Those of the two texts that are compared can be taken hold of: comparison-view-link-drag.c. */
      if (gutter->row == self->row)
        add_label_area (self, passage, &(GdkRectangle) { x - GAP, align_to_passage (passage, layout) - GAP / 2,
                                                                width + 2 * GAP, style->small_height + GAP });
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

/* Moves a place as little as it takes to stand clear of the signs so far: a bit to a side, else down. */
static void
stand_clear (AgreedRowLayout       *self,
             const AgreedViewStyle *style,
             GdkRectangle          *place)
{
  int middle = place->x, reach = MIN (style->em, (style->gutter_width - place->width) / 2);

  for (;; place->y += 2)
    for (int shift = 0; shift <= reach; shift++)
      for (int direction = -1; direction <= 1; direction += 2)
        {
          place->x = middle + direction * shift;
          if (!overlaps_sign (self, place->x, place->width, place->y, place->height))
            return;
        }
}

/* Puts words, with an icon before them, in the middle of the gutter at @y or as far below as it takes to stand clear.
 * @words: NULL for an icon alone; @link: whether they lead somewhere. Returns: where they end */
static int
add_words (AgreedRowLayout       *self,
           const AgreedViewStyle *style,
           const Gutter          *gutter,
           const char            *icon,
           const char            *words,
           gboolean               link,
           const GdkRGBA         *color,
           int                    y,
           GdkRectangle          *place)
{
  g_autoptr (PangoLayout) layout = create_words (style, words != NULL ? words : "", link);
  int icon_width = round (style->small_height * .62), before = icon_width + (words != NULL ? GAP : 0);
  PangoRectangle extents;

  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (style->gutter_width - before) * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  extents.width++; /* lines drawn under letters end on a whole pixel */

  /* As a sign knows only where it starts, what is centred is set again in its own width. */
  pango_layout_set_width (layout, extents.width * PANGO_SCALE);
  *place = (GdkRectangle) { gutter->x + (style->gutter_width - before - extents.width) / 2, y,
                            before + extents.width, extents.height };
  stand_clear (self, style, place);
  add_sign (self, layout, style->ui_rtl ? place->x : place->x + before, place->y, color);
  add_icon (self, style, icon, style->ui_rtl ? place->x + place->width - icon_width : place->x);

  return place->y + extents.height;
}

static const char *
get_joined_icon (AgreedRow             *row,
                 const AgreedViewStyle *style)
{
  gboolean split = agreed_row_get_split (row);

  return split != (style->swapped && !style->one_column) ? split_icon : merged_icon;
}

static int
add_change (AgreedRowLayout       *self,
            const AgreedViewStyle *style,
            const Gutter          *gutter,
            int                    y)
{
  AgreedChange change = agreed_row_get_change (gutter->row);
  gboolean is_compared = gutter->row == self->row;
  const GdkRGBA *color = &style->colors.change[change];
  const char *joined = agreed_row_get_joined_word (gutter->row);
  g_autofree char *moved_from = agreed_row_get_moved_from (gutter->row);
  GdkRectangle place;

  if (change == AGREED_CHANGE_UNCHANGED)
    add_words (self, style, gutter, change_icons[change], NULL, FALSE, color, get_label_y (self), &place);
  else
    y = add_words (self, style, gutter, change_icons[change], agreed_change_get_word (change), FALSE, color, y, &place);
  if (joined != NULL)
    y = add_words (self, style, gutter, get_joined_icon (gutter->row, style), joined, FALSE, &style->colors.moved, y, &place);
  if (moved_from != NULL)
    {
      /* Translators: a label follows: "moved from PP13". */
      g_autofree char *words = g_strdup_printf (_("moved from %s"), moved_from);

      /* The way back is in the text that is compared. */
      y = add_words (self, style, gutter, moved_icon, words, is_compared, &style->colors.moved, y, &place);
      if (is_compared)
        agreed_row_layout_add_area (self, AGREED_AREA_MOVE, &place, NULL);
    }
  if (agreed_row_is_unsure (gutter->row))
    y = add_words (self, style, gutter, unsure_icon, agreed_row_get_unsure_word (), FALSE,
                   &style->colors.change[AGREED_CHANGE_REWORDED], y, &place);

  if (is_compared && self->footnote_changes != NULL)
    y = add_words (self, style, gutter, change_icons[AGREED_CHANGE_REWORDED], _("footnote"), FALSE,
                   &style->colors.change[AGREED_CHANGE_REWORDED], y, &place);
  else if (change == AGREED_CHANGE_UNCHANGED && joined == NULL && moved_from == NULL && !agreed_row_is_unsure (gutter->row))
    return self->text_y;

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
            const AgreedViewStyle *style,
            const Gutter          *gutter,
            GskPathBuilder        *builder)
{
  if (agreed_row_get_joined_word (gutter->row) == NULL)
    return;

  for (guint i = 0; i < AGREED_N_SIDES; i++)
    {
      AgreedSide side = gutter->sides[i];
      GPtrArray *passages = self->passages[side];
      gboolean left = stands_left (style, gutter, side);
      AgreedPassage *first, *last;

      if (passages->len < 2)
        continue;
      first = g_ptr_array_index (passages, 0);
      last = g_ptr_array_index (passages, passages->len - 1);
      add_brace (builder, left ? gutter->x - GAP - 5 : gutter->x + style->gutter_width + GAP + 5,
                 left ? 3 : -3, first->y + 3, get_label_middle (first, style) + style->line_height, last->y + last->height - 3);
    }
}

/* Returns: where the signs end */
static int
lay_out_gutter (AgreedRowLayout       *self,
                const AgreedViewStyle *style,
                const Gutter          *gutter,
                GskPathBuilder        *builder)
{
  int y = self->text_y + style->line_height;

  for (guint i = 0; i < AGREED_N_SIDES; i++)
    add_labels (self, style, gutter, gutter->sides[i]);
  y = add_change (self, style, gutter, y);
  add_braces (self, style, gutter, builder);

  return y;
}

static gboolean
has_paragraphs (AgreedRow *row)
{
  return agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->len + agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->len > 0;
}

/* The signs of a row in two columns or three. Returns: where they end */
int
agreed_row_gutter_lay_out (AgreedRowLayout       *self,
                           const AgreedViewStyle *style)
{
  Gutter gutter = { self->row, style->gutter_x, { AGREED_SIDE_OLDER, AGREED_SIDE_NEWER } };
  Gutter earlier = { agreed_row_get_before (self->row), style->earlier_gutter_x, { AGREED_SIDE_EARLIEST, AGREED_SIDE_OLDER } };
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  int y = 0;

  if (has_paragraphs (self->row))
    y = lay_out_gutter (self, style, &gutter, builder);
  if (style->three_columns && earlier.row != NULL)
    {
      int end = lay_out_gutter (self, style, &earlier, builder);

      y = MAX (y, end);
    }
  self->lines = gsk_path_builder_to_path (builder);
  if (gsk_path_is_empty (self->lines))
    g_clear_pointer (&self->lines, gsk_path_unref);

  return y;
}

/* Puts words, with an icon before them where @icon is not NULL, into a line, on the next line where they do not fit. */
static void
flow_words (AgreedRowLayout       *self,
            const AgreedViewStyle *style,
            const char            *icon,
            const char            *words,
            gboolean               link,
            const GdkRGBA         *color,
            GdkRectangle          *place)
{
  g_autoptr (PangoLayout) layout = create_words (style, words, link);
  int left = style->column_x[AGREED_SIDE_NEWER], room = style->column_width[AGREED_SIDE_NEWER];
  int before = icon != NULL ? round (style->small_height * .62) + GAP : 0;
  int width, height, x;

  pango_layout_get_pixel_size (layout, &width, &height);
  width += before;
  if (place->width > 0 && place->x + place->width + 3 * GAP + width > room)
    *place = (GdkRectangle) { 0, place->y + height, 0, height };
  place->x += place->width > 0 ? place->width + 3 * GAP : 0;
  place->width = width;
  place->height = height;
  x = left + (style->swapped ? room - place->x - width : place->x);
  add_sign (self, layout, style->ui_rtl ? x : x + before, place->y, color);
  if (icon != NULL)
    add_icon (self, style, icon, style->ui_rtl ? x + width - (before - GAP) : x);
}

/* The signs of a row in one column, above its text. Returns: where the text starts */
int
agreed_row_header_lay_out (AgreedRowLayout       *self,
                           const AgreedViewStyle *style)
{
  const char *older = agreed_row_get_label (self->row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_label (self->row, AGREED_SIDE_NEWER);
  AgreedChange change = agreed_row_get_change (self->row);
  const char *joined = agreed_row_get_joined_word (self->row);
  const GdkRGBA *moved_color = &style->colors.moved;
  g_autofree char *moved_from = agreed_row_get_moved_from (self->row);
  g_autofree char *labels = NULL;
  GdkRectangle place = { 0, self->text_y, 0, 0 };

  if (*older != '\0' && *newer != '\0' && !g_str_equal (older, newer))
    labels = style->swapped ? g_strdup_printf ("%s ← %s", newer, older) : g_strdup_printf ("%s → %s", older, newer);
  else
    labels = g_strdup (*newer != '\0' ? newer : older);
  flow_words (self, style, NULL, labels, FALSE, &style->colors.quiet, &place);
  flow_words (self, style, change_icons[change], agreed_change_get_word (change), FALSE, &style->colors.change[change],
              &place);
  if (joined != NULL)
    flow_words (self, style, get_joined_icon (self->row, style), joined, FALSE, moved_color, &place);
  if (moved_from != NULL)
    {
      g_autofree char *words = g_strdup_printf (_("moved from %s"), moved_from);
      GdkRectangle area;

      flow_words (self, style, moved_icon, words, TRUE, moved_color, &place);
      area = place;
      area.x = MIN (g_array_index (self->signs, AgreedSign, self->signs->len - 1).icon_x,
                    g_array_index (self->signs, AgreedSign, self->signs->len - 1).x);
      agreed_row_layout_add_area (self, AGREED_AREA_MOVE, &area, NULL);
    }

  if (self->footnote_changes != NULL)
    flow_words (self, style, change_icons[AGREED_CHANGE_REWORDED], _("footnote"), FALSE,
                &style->colors.change[AGREED_CHANGE_REWORDED], &place);
  if (agreed_row_is_unsure (self->row))
    flow_words (self, style, unsure_icon, agreed_row_get_unsure_word (), FALSE,
                &style->colors.change[AGREED_CHANGE_REWORDED], &place);

  return place.y + place.height + style->padding / 3;
}
