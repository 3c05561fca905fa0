/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-layout.h"

static const char *
heading_of (AgreedRow  *row,
            AgreedSide  side,
            guint       i)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

  return i < paragraphs->len ? agreed_paragraph_get_heading (paragraphs->pdata[i]) : NULL;
}

const char *
agreed_row_get_heading (AgreedRow *row)
{
  const char *newer = heading_of (row, AGREED_SIDE_NEWER, 0);

  return newer != NULL ? newer : heading_of (row, AGREED_SIDE_OLDER, 0);
}

/* Woven into one column, both texts' headings are likely the same. */
static const char *
find_heading (AgreedRow  *row,
              gboolean    one_column,
              AgreedSide  column,
              guint       i)
{
  if (!one_column)
    return heading_of (row, column, i);

  return column == AGREED_SIDE_NEWER && i == 0 ? agreed_row_get_heading (row) : NULL;
}

int
agreed_row_heading_lay_out (AgreedRowLayout       *self,
                            const AgreedViewStyle *style,
                            AgreedSide             column,
                            guint                  paragraph,
                            int                    y)
{
  const char *heading = find_heading (self->row, style->one_column, column, paragraph);
  g_autoptr (PangoAttrList) attributes = NULL;
  AgreedSign sign = { .x = style->column_x[column], .y = y, .color = style->colors.quiet };
  int height;

  if (heading == NULL)
    return 0;
  /* In the text's own language and direction, for it is the text's own words. */
  sign.layout = pango_layout_new (style->contexts[column]);
  pango_layout_set_auto_dir (sign.layout, FALSE);
  pango_layout_set_alignment (sign.layout, style->rtl[column] ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_width (sign.layout, style->column_width[column] * PANGO_SCALE);
  pango_layout_set_wrap (sign.layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (sign.layout, heading, -1);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (sign.layout, attributes);
  pango_layout_get_pixel_size (sign.layout, NULL, &height);
  g_array_append_val (self->signs, sign);
  self->n_headings++;

  return height + style->padding / 2;
}
