/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-layout.h"

#include <glib/gi18n-lib.h>

#define GAP 6

/* Two arrows away from each other, in a square of 12. */
static const char icon[] = "M 3 4.2 L 6 1.2 L 9 4.2 M 3 7.8 L 6 10.8 L 9 7.8";

char *
agreed_fold_describe (guint n_rows)
{
  return g_strdup_printf (ngettext ("%u paragraph unchanged", "%u paragraphs unchanged", n_rows), n_rows);
}

static void
add_words (AgreedRowLayout       *self,
           const AgreedViewStyle *style,
           const char            *words)
{
  AgreedSign sign = { .layout = agreed_view_style_create_small (style, words), .icon = icon,
                      .icon_scale = style->small_height * .62 / 12, .color = style->colors.quiet };
  int width, height, icon_width = 12 * sign.icon_scale;

  pango_layout_get_pixel_size (sign.layout, &width, &height);
  sign.x = (style->width - width - GAP - icon_width) / 2 + (style->ui_rtl ? 0 : icon_width + GAP);
  sign.y = style->padding * .7;
  sign.icon_x = style->ui_rtl ? sign.x + width + GAP : sign.x - GAP - icon_width;
  sign.icon_y = sign.y + (height - 12 * sign.icon_scale) / 2;
  g_array_append_val (self->signs, sign);
  self->height = height + 2 * sign.y;
}

AgreedRowLayout *
agreed_row_layout_new_fold (AgreedRow             *row,
                            guint                  n_rows,
                            const AgreedViewStyle *style,
                            GtkWidget             *view)
{
  AgreedRowLayout *self = agreed_row_layout_new_empty (row, view);
  g_autofree char *words = agreed_fold_describe (n_rows);

  add_words (self, style, words);
  self->n_folded = n_rows;
  agreed_row_layout_add_area (self, AGREED_AREA_FOLD, &(GdkRectangle) { 0, 0, style->width, self->height }, NULL);

  return self;
}
