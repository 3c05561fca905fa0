/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passage-tables.h"

#include <string.h>

/* Between two columns, and around the line that parts two cells where columns have no room: of the type's size. */
#define GAP 1.5
/* Of the width for all columns but the last. */
#define LARGEST_PART .8
/* How dark such a line is. */
#define LIGHT 0x8000
/* Tables of more columns go on without. */
#define MOST_COLUMNS 30

typedef struct {
  const char *longest;
  gsize bytes;
  glong characters;
} Column;

/* The longest cell of each column, by its characters; a row's last cell takes the room that is left. Gives the number of
 * columns but the last. */
static guint
find_columns (const char *text,
              Column      columns[MOST_COLUMNS])
{
  guint n = 0;

  for (const char *line = text; line != NULL; line = strchr (line, '\n'))
    {
      line += *line == '\n';
      for (guint i = 0; i < MOST_COLUMNS; i++)
        {
          gsize bytes = strcspn (line, "\t\n");
          glong characters = g_utf8_strlen (line, bytes);

          if (line[bytes] != '\t')
            break;
          n = MAX (n, i + 1);
          if (characters >= columns[i].characters)
            columns[i] = (Column) { line, bytes, characters };
          line += bytes + 1;
        }
    }

  return n;
}

static int
measure (PangoLayout  *layout,
         const Column *column)
{
  int width;

  pango_layout_set_text (layout, column->longest, column->bytes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

/* The places of the tabs; NULL where the columns have no room. */
static PangoTabArray *
place_tabs (PangoContext *context,
            const char   *text,
            int           gap,
            int           width)
{
  Column columns[MOST_COLUMNS] = { 0 };
  guint n = find_columns (text, columns);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  g_autoptr (PangoTabArray) tabs = pango_tab_array_new (n, TRUE);
  int place = 0;

  for (guint i = 0; i < n; i++)
    pango_tab_array_set_tab (tabs, i, PANGO_TAB_LEFT, place += measure (layout, &columns[i]) + gap);

  return place < width * LARGEST_PART ? g_steal_pointer (&tabs) : NULL;
}

/* An upright line has as many bytes as a tab. */
static void
draw_lines (PangoLayout *layout,
            int          gap)
{
  g_autofree char *text = g_strdelimit (g_strdup (pango_layout_get_text (layout)), "\t", '|');
  const char *tabs = pango_layout_get_text (layout);
  PangoAttrList *set = pango_layout_get_attributes (layout);
  g_autoptr (PangoAttrList) attributes = set != NULL ? pango_attr_list_copy (set) : pango_attr_list_new ();

  for (const char *p = strchr (tabs, '\t'); p != NULL; p = strchr (p + 1, '\t'))
    {
      PangoAttribute *spacing = pango_attr_letter_spacing_new (gap * PANGO_SCALE);
      PangoAttribute *alpha = pango_attr_foreground_alpha_new (LIGHT);

      spacing->start_index = alpha->start_index = p - tabs;
      spacing->end_index = alpha->end_index = p - tabs + 1;
      pango_attr_list_insert (attributes, spacing);
      pango_attr_list_insert (attributes, alpha);
    }
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_attributes (layout, attributes);
}

void
agreed_passage_lay_out_tables (PangoLayout *layout,
                               int          width)
{
  PangoContext *context = pango_layout_get_context (layout);
  int gap = PANGO_PIXELS (GAP * pango_font_description_get_size (pango_context_get_font_description (context)));
  g_autoptr (PangoTabArray) tabs = NULL;

  if (strchr (pango_layout_get_text (layout), '\t') == NULL)
    return;
  tabs = place_tabs (context, pango_layout_get_text (layout), gap, width);
  if (tabs != NULL)
    pango_layout_set_tabs (layout, tabs);
  else
    draw_lines (layout, gap);
}
