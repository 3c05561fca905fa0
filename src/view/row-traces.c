/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-layout.h"

#include <glib/gi18n-lib.h>

#define GAP 4

/* An arrow away from a dot: what stood here is elsewhere. In a square of 12. */
static const char icon[] = "M 1.5 6 H 1.6 M 4.5 6 H 11 M 8.2 3.2 L 11 6 L 8.2 8.8";
static const char icon_rtl[] = "M 10.5 6 H 10.4 M 7.5 6 H 1 M 3.8 3.2 L 1 6 L 3.8 8.8";

static PangoLayout *
create_words (const AgreedViewStyle *style,
              AgreedRow             *moved,
              int                    room)
{
  g_autofree char *from = agreed_row_get_moved_from (moved);
  /* Translators: labels of paragraphs: "PP13 stood here, now PP12" */
  g_autofree char *words = g_strdup_printf (_("%s stood here, now %s"), from != NULL ? from : "",
                                            agreed_row_get_label (moved, AGREED_SIDE_NEWER));
  PangoLayout *layout = agreed_view_style_create_small (style, words);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, room * PANGO_SCALE);

  return layout;
}

/* @y: where the line starts. Returns: where it ends */
static int
add_trace (AgreedRowLayout       *self,
           const AgreedViewStyle *style,
           AgreedRow             *moved,
           int                    y)
{
  gboolean rtl = style->rtl[AGREED_SIDE_OLDER];
  AgreedSign sign = { .y = y, .icon = rtl ? icon_rtl : icon, .icon_scale = style->small_height * .62 / 12,
                      .color = style->colors.moved };
  int left = style->column_x[AGREED_SIDE_OLDER], room = style->column_width[AGREED_SIDE_OLDER];
  int icon_width = 12 * sign.icon_scale, width, height;
  GdkRectangle place;

  sign.layout = create_words (style, moved, room - icon_width - GAP);
  pango_layout_get_pixel_size (sign.layout, &width, &height);
  pango_layout_set_width (sign.layout, width * PANGO_SCALE);
  place = (GdkRectangle) { rtl ? left + room - width - GAP - icon_width : left, y, width + GAP + icon_width, height };
  sign.x = rtl ? place.x : place.x + icon_width + GAP;
  sign.icon_x = rtl ? place.x + width + GAP : place.x;
  sign.icon_y = y + (height - 12 * sign.icon_scale) / 2;
  g_array_append_val (self->signs, sign);
  agreed_row_layout_add_area (self, AGREED_AREA_TRACE, &place, NULL);
  g_array_index (self->areas, AgreedArea, self->areas->len - 1).moved = moved;

  return y + height;
}

void
agreed_row_traces_lay_out (AgreedRowLayout       *self,
                           const AgreedViewStyle *style,
                           GPtrArray             *moved)
{
  int y = self->column_ends[style->one_column ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER] + style->padding * .8;

  self->trace_y = y + style->small_height / 2;
  for (guint i = 0; i < moved->len; i++)
    y = add_trace (self, style, g_ptr_array_index (moved, i), y) + GAP;
  self->height = MAX (self->height, y + (int) (style->padding * .7));
}
