/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-page.h"

#include <math.h>

#include "pdf-direction.h"

/* Kerning and condensed type move glyphs apart by up to .13 of their height inside a word; the narrowest space set
 * between words in the justified lines of the General Assembly's resolutions is .16. */
#define NARROWEST_SPACE .145

/* A superscript is at most this much of its line's size, and ends at least this much of the line's height above its
 * foot. */
#define SUPERSCRIPT_SIZE .8
#define SUPERSCRIPT_RISE .12

/* Part of their height by which the widths of a glyph's halves may differ. */
#define SAME_WIDTH .0005

/* Two columns are told by so many lines at each side of the gap between them, and by their ending this near to it. */
#define FEWEST_COLUMN_LINES 5
#define NEAR_GUTTER 24.

/* Into so many parts the edge of a page is parted to find where to read from and to. */
#define CORNER_STEPS 16

/* Points beyond which no page reaches and no type is set. */
#define FURTHEST 100000
#define LARGEST_TYPE 1000

void
agreed_pdf_line_free (gpointer data)
{
  AgreedPdfLine *line = data;

  g_array_unref (line->glyphs);
  g_free (line);
}

AgreedPdfLine *
agreed_pdf_line_new (void)
{
  AgreedPdfLine *line = g_new0 (AgreedPdfLine, 1);

  line->glyphs = g_array_new (FALSE, FALSE, sizeof (AgreedPdfGlyph));

  return line;
}

static AgreedPdfGlyph *
line_glyph (const AgreedPdfLine *line, guint i)
{
  return &g_array_index (line->glyphs, AgreedPdfGlyph, i);
}

char *
agreed_pdf_line_to_string (const AgreedPdfLine *line)
{
  GString *string = g_string_sized_new (line->glyphs->len);

  for (guint i = 0; i < line->glyphs->len; i++)
    g_string_append_unichar (string, line_glyph (line, i)->character);

  return g_string_free (string, FALSE);
}

/* Type names end in -BoldMT, ,Bold, -ItalicMT, Oblique …: the file says no more of a font than its name. */
static void
read_style (const PopplerTextAttributes *attributes, AgreedPdfGlyph *glyph)
{
  const char *name = attributes->font_name != NULL ? attributes->font_name : "";

  glyph->size = attributes->font_size > 0 ? MIN (attributes->font_size, LARGEST_TYPE) : 0;
  glyph->bold = strstr (name, "Bold") != NULL || strstr (name, "Black") != NULL || strstr (name, "Heavy") != NULL;
  glyph->italic = strstr (name, "Italic") != NULL || strstr (name, "Oblique") != NULL;
}

/* A barcode's characters are no wording. */
static gboolean
is_barcode (const PopplerTextAttributes *attributes)
{
  return attributes->font_name != NULL
         && (strstr (attributes->font_name, "arcode") != NULL || strstr (attributes->font_name, "Code39") != NULL);
}

/* Poppler puts characters that turn the direction of writing around runs of a right-to-left page; the order of what is
 * between them is that of reading already. */
static gboolean
turns_direction (gunichar character)
{
  return character == 0x200e || character == 0x200f || (character >= 0x202a && character <= 0x202e)
         || (character >= 0x2066 && character <= 0x2069);
}

static gboolean
can_be_read (gunichar character)
{
  return !turns_direction (character) && character != 0 && g_unichar_validate (character) && (!g_unichar_iscntrl (character)) && character != 0xad
         && character != 0xfeff && character != 0xfffd;
}

/* Damaged files give places that are no numbers, and none that can be counted with. */
static gboolean
stands_somewhere (const PopplerRectangle *rectangle)
{
  return ABS (rectangle->x1) < FURTHEST && ABS (rectangle->x2) < FURTHEST && ABS (rectangle->y1) < FURTHEST
         && ABS (rectangle->y2) < FURTHEST;
}

/* Poppler sets them around words of the other direction, and gives no places for them. */
static gboolean
is_direction_mark (gunichar character)
{
  return character >= 0x202a && character <= 0x202e;
}

/* Poppler gives the letters of a right-to-left word in the order of reading and their places from left to right: hands
 * each letter of the glyphs from @from on its own place. Runs of digits and Latin letters in it are the other way. */
static void
place_word (AgreedPdfLine *stretch, guint from)
{
  guint n = stretch->glyphs->len, place = from;
  g_autofree AgreedPdfGlyph *places = NULL;

  if (from >= n)
    return;
  places = g_memdup2 (line_glyph (stretch, from), (n - from) * sizeof (AgreedPdfGlyph));
  for (guint end = n, start; end > from; end = start)
    {
      gboolean turned = line_glyph (stretch, end - 1)->turned;

      for (start = end - 1; start > from && line_glyph (stretch, start - 1)->turned == turned; start--)
        ;
      for (guint k = 0; k < end - start; k++, place++)
        {
          AgreedPdfGlyph *glyph = line_glyph (stretch, turned ? end - 1 - k : start + k);
          const AgreedPdfGlyph *at = &places[place - from];

          glyph->x1 = at->x1;
          glyph->x2 = at->x2;
          glyph->y1 = at->y1;
          glyph->y2 = at->y2;
        }
    }
}

/* Moves one of the area's corners along the edge of the page, from its right end (@from = steps) or left one (0), to where
 * most text is found. */
static void
move_corner (PopplerPage *page, PopplerRectangle *area, double *corner, double width, guint from)
{
  double best = *corner;
  gsize most = 0;

  for (guint i = 0; i <= CORNER_STEPS; i++)
    {
      g_autofree char *text = NULL;

      *corner = width * ABS ((int)from - (int)i) / CORNER_STEPS;
      text = poppler_page_get_text_for_area (page, area);
      if (text != NULL && strlen (text) > most)
        {
          most = strlen (text);
          best = *corner;
        }
    }
  *corner = best;
}

/* The part of the page that is read: all of it, from the corner where reading starts. Poppler takes what lies between the
 * two corners in the order of reading, and would leave the ends of the first and last lines out of a page written from
 * right to left. It also begins and ends with the blocks nearest to the corners, which need not be the highest and the
 * lowest, where a page's number is further from its corner than the last paragraph is. */
static PopplerRectangle
area_to_read (PopplerPage *page, char **text)
{
  PopplerRectangle area = { 0 };

  poppler_page_get_size (page, &area.x2, &area.y2);
  *text = poppler_page_get_text (page);
  if (*text != NULL && strstr (*text, "\u202b") != NULL)
    {
      double width = area.x2;

      area.x1 = width;
      move_corner (page, &area, &area.x1, width, CORNER_STEPS);
      move_corner (page, &area, &area.x2, width, 0);
      g_free (*text);
      *text = poppler_page_get_text_for_area (page, &area);
    }

  return area;
}

/* One glyph stands for lam and alef; poppler gives its two letters halves of its width, and turns them round with the
 * rest of the word. */
static void
turn_lam_alef (AgreedPdfLine *stretch)
{
  for (guint i = 0; i + 1 < stretch->glyphs->len; i++)
    {
      AgreedPdfGlyph *alef = line_glyph (stretch, i), *lam = line_glyph (stretch, i + 1);
      gunichar character = alef->character;

      if (lam->character == 0x644
          && (character == 0x627 || character == 0x622 || character == 0x623 || character == 0x625)
          && ABS ((alef->x2 - alef->x1) - (lam->x2 - lam->x1)) < SAME_WIDTH * (lam->y2 - lam->y1))
        {
          alef->character = lam->character;
          lam->character = character;
          i++;
        }
    }
}

/* The stretches that poppler sets on lines of their own: array of AgreedPdfLine without roles or order. */
static GPtrArray *
read_stretches (PopplerPage *page)
{
  g_autofree char *text = NULL;
  PopplerRectangle area = area_to_read (page, &text);
  g_autofree PopplerRectangle *rectangles = NULL;
  g_autoptr (GPtrArray) stretches = g_ptr_array_new_with_free_func (agreed_pdf_line_free);
  guint n_rectangles = 0;
  GList *attributes, *at;
  AgreedPdfLine *stretch = NULL;
  guint i = 0, word = 0, depth = 0;
  gboolean turned = FALSE;

  if (text == NULL || !poppler_page_get_text_layout_for_area (page, &area, &rectangles, &n_rectangles))
    return g_steal_pointer (&stretches);

  at = attributes = poppler_page_get_text_attributes_for_area (page, &area);
  for (const char *p = text; *p != '\0' && i < n_rectangles; p = g_utf8_next_char (p), i++)
    {
      gunichar character = g_utf8_get_char (p);
      AgreedPdfGlyph glyph = { character };

      if (is_direction_mark (character))
        {
          if (character == 0x202c)
            depth = depth > 0 ? depth - 1 : 0;
          else if (depth++ == 0 && stretch != NULL && stretch->glyphs->len > 0)
            {
              /* a word of its own, whether or not poppler sets a space before it */
              AgreedPdfGlyph space = *line_glyph (stretch, stretch->glyphs->len - 1);

              place_word (stretch, word);
              space.character = ' ';
              g_array_append_val (stretch->glyphs, space);
              word = stretch->glyphs->len;
            }
          /* to the right, to the left, and back: never deeper than one in the other */
          turned = character == 0x202b || (character == 0x202c && depth == 1 && !turned);
          i--;
          continue;
        }
      if (g_unichar_isspace (character) && stretch != NULL)
        {
          place_word (stretch, word);
          word = stretch->glyphs->len;
          turned = FALSE;
        }

      if (character == '\n')
        {
          stretch = NULL;
          turned = FALSE;
          continue;
        }

      while (at != NULL && at->next != NULL && (guint)((PopplerTextAttributes *)at->data)->end_index < i)
        at = at->next;
      if (!can_be_read (character) || (at != NULL && is_barcode (at->data)) || !stands_somewhere (&rectangles[i]))
        continue;

      glyph.x1 = rectangles[i].x1;
      glyph.x2 = rectangles[i].x2;
      glyph.y1 = rectangles[i].y1;
      glyph.y2 = rectangles[i].y2;
      if (at != NULL)
        read_style (at->data, &glyph);
      if (stretch == NULL)
        g_ptr_array_add (stretches, stretch = agreed_pdf_line_new ());
      glyph.turned = turned;
      g_array_append_val (stretch->glyphs, glyph);
      if (g_unichar_isspace (character) || stretch->glyphs->len == 1)
        word = stretch->glyphs->len - (g_unichar_isspace (character) ? 0 : 1);
    }
  if (stretch != NULL)
    place_word (stretch, word);
  poppler_page_free_text_attributes (attributes);
  for (i = 0; i < stretches->len; i++)
    turn_lam_alef (g_ptr_array_index (stretches, i));

  return g_steal_pointer (&stretches);
}

/* Where the line stands and how large most of it is. */
static void
measure (AgreedPdfLine *line)
{
  double largest = 0;
  guint n_largest = 0, n_bold = 0, n_seen = 0;

  line->start = G_MAXDOUBLE;
  line->end = -G_MAXDOUBLE;
  line->y1 = G_MAXDOUBLE;
  line->y2 = -G_MAXDOUBLE;
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = line_glyph (line, i);

      line->start = MIN (line->start, glyph->x1);
      line->end = MAX (line->end, glyph->x2);
      if (g_unichar_isspace (glyph->character))
        continue;

      n_seen++;
      n_bold += glyph->bold;
      /* A run of three or more of the larger size makes the line, so that one stray capital does not. */
      if (ABS (glyph->size - largest) < .1)
        n_largest++;
      else if (glyph->size > largest || n_largest < 3)
        {
          largest = glyph->size;
          n_largest = 1;
        }
    }
  line->size = largest;
  line->bold = n_seen > 0 && n_bold == n_seen;

  /* The line's height is that of its main type: superscripts would stretch it. */
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = line_glyph (line, i);

      if (glyph->size < SUPERSCRIPT_SIZE * largest)
        continue;
      line->y1 = MIN (line->y1, glyph->y1);
      line->y2 = MAX (line->y2, glyph->y2);
    }
}

static gint
compare_by_height (gconstpointer a, gconstpointer b)
{
  const AgreedPdfLine *first = *(AgreedPdfLine *const *)a;
  const AgreedPdfLine *second = *(AgreedPdfLine *const *)b;

  /* The foot, not the head: type of two sizes on one line shares it. Counted in hundredths, for an order needs what is
   * equal to stay equal. */
  long foot = lrint (first->y2 * 100), other = lrint (second->y2 * 100);

  if (foot != other)
    return foot < other ? -1 : 1;
  return first->start < second->start ? -1 : first->start > second->start;
}

static gint
compare_by_start (gconstpointer a, gconstpointer b)
{
  const AgreedPdfLine *first = *(AgreedPdfLine *const *)a;
  const AgreedPdfLine *second = *(AgreedPdfLine *const *)b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static gboolean
share_a_line (const AgreedPdfLine *line, const AgreedPdfLine *other)
{
  double middle = (other->y1 + other->y2) / 2, middle_of_line = (line->y1 + line->y2) / 2;

  return (middle > line->y1 && middle < line->y2) || (middle_of_line > other->y1 && middle_of_line < other->y2);
}

static gboolean
is_han (gunichar character)
{
  return (character >= 0x2e80 && character < 0xa4d0) || (character >= 0xf900 && character < 0xfb00)
         || (character >= 0xfe30 && character < 0xfe50) || (character >= 0xff00 && character < 0xffe1)
         || (character >= 0x20000 && character < 0x32000);
}

/* Appends the stretch's glyphs with a space wherever the page has the room of one, and nowhere else. Glyphs of a run
 * written against the direction of the line lie behind each other: the distance is then taken the other way. */
static void
append_stretch (AgreedPdfLine *line, AgreedPdfLine *stretch)
{
  gboolean spaced = line->glyphs->len > 0;

  for (guint i = 0; i < stretch->glyphs->len; i++)
    {
      AgreedPdfGlyph glyph = *line_glyph (stretch, i);

      if (g_unichar_isspace (glyph.character))
        {
          spaced = TRUE;
          continue;
        }
      if (spaced && line->glyphs->len > 0)
        {
          AgreedPdfGlyph *last = line_glyph (line, line->glyphs->len - 1);
          double gap = MAX (glyph.x1 - last->x2, last->x1 - glyph.x2);
          double height = MAX (glyph.y2 - glyph.y1, last->y2 - last->y1);
          double narrowest = is_han (glyph.character) && is_han (last->character) ? .5 : NARROWEST_SPACE;

          if (gap >= narrowest * height)
            {
              AgreedPdfGlyph space = *last;

              space.character = ' ';
              space.x1 = last->x2;
              space.x2 = glyph.x1;
              g_array_append_val (line->glyphs, space);
            }
        }
      g_array_append_val (line->glyphs, glyph);
      spaced = FALSE;
    }
}

static void
find_superscripts (AgreedPdfLine *line)
{
  double height = line->y2 - line->y1;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      AgreedPdfGlyph *glyph = line_glyph (line, i);

      glyph->raised = glyph->size <= SUPERSCRIPT_SIZE * line->size && line->y2 - glyph->y2 >= SUPERSCRIPT_RISE * height;
    }
}

/* Joins the stretches that stand beside each other. */
static AgreedPdfLine *
join_stretches (GPtrArray *row, gboolean right_to_left)
{
  AgreedPdfLine *line = agreed_pdf_line_new ();
  g_autoptr (GPtrArray) words = right_to_left ? agreed_pdf_part_words (row) : g_ptr_array_ref (row);

  for (guint i = 0; right_to_left && i < words->len; i++)
    measure (g_ptr_array_index (words, i));
  g_ptr_array_sort (words, compare_by_start);
  for (guint i = 0; i < words->len; i++)
    append_stretch (line, g_ptr_array_index (words, i));
  if (right_to_left)
    agreed_pdf_turn_runs (line);
  if (line->glyphs->len > 0)
    {
      measure (line);
      find_superscripts (line);
    }

  return line;
}

/* Joins what shares a line, from the head of the page to its foot. */
static GPtrArray *
join_lines (GPtrArray *stretches, guint number, gboolean right_to_left)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();
  GPtrArray *lines = g_ptr_array_new_with_free_func (agreed_pdf_line_free);

  for (guint i = 0; i < stretches->len;)
    {
      AgreedPdfLine *tallest = g_ptr_array_index (stretches, i);
      AgreedPdfLine *line;

      g_ptr_array_set_size (row, 0);
      while (i < stretches->len && (row->len == 0 || share_a_line (tallest, g_ptr_array_index (stretches, i))))
        {
          AgreedPdfLine *stretch = g_ptr_array_index (stretches, i++);

          if (stretch->y2 - stretch->y1 > tallest->y2 - tallest->y1)
            tallest = stretch;
          g_ptr_array_add (row, stretch);
        }
      line = join_stretches (row, right_to_left);
      line->page = number;
      if (line->glyphs->len > 0)
        g_ptr_array_add (lines, line);
      else
        agreed_pdf_line_free (line);
    }

  return lines;
}

/* How much of the page, by number of glyphs, stands wholly before @x, wholly behind it, and across it. */
static void
weigh_sides (GPtrArray *stretches, double x, guint sides[3])
{
  sides[0] = sides[1] = sides[2] = 0;
  for (guint i = 0; i < stretches->len; i++)
    {
      const AgreedPdfLine *stretch = g_ptr_array_index (stretches, i);

      sides[stretch->end <= x ? 0 : stretch->start >= x ? 1 : 2] += stretch->glyphs->len;
    }
}

/* The lines of wording that end just before @x or start just behind it: a column's edge is straight. */
static guint
count_at_edge (GPtrArray *stretches, double x, gboolean behind)
{
  guint n = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const AgreedPdfLine *stretch = g_ptr_array_index (stretches, i);

      if (stretch->glyphs->len > 20
          && (behind ? stretch->start >= x && stretch->start < x + NEAR_GUTTER
                     : stretch->end <= x && stretch->end > x - NEAR_GUTTER))
        n++;
    }

  return n;
}

/* Where the gap between two columns is; 0 on a page with one. */
static double
find_gutter (GPtrArray *stretches, double width)
{
  double best = 0;
  guint least = G_MAXUINT;

  for (double x = width * .4; x <= width * .6; x += 2)
    {
      guint sides[3];

      weigh_sides (stretches, x, sides);
      if (sides[2] < least && sides[2] * 5 < sides[0] + sides[1] && MIN (sides[0], sides[1]) * 8 > sides[0] + sides[1]
          && count_at_edge (stretches, x, FALSE) >= FEWEST_COLUMN_LINES
          && count_at_edge (stretches, x, TRUE) >= FEWEST_COLUMN_LINES)
        {
          least = sides[2];
          best = x;
        }
    }

  return best;
}

void
agreed_pdf_page_append_columns (PopplerPage *page, GPtrArray *columns)
{
  g_autoptr (GPtrArray) stretches = read_stretches (page);
  g_autoptr (GPtrArray) first = g_ptr_array_new (), second = g_ptr_array_new ();
  double width, gutter;
  gboolean begun = FALSE, right_to_left = agreed_pdf_is_right_to_left (stretches);

  poppler_page_get_size (page, &width, NULL);
  if (right_to_left)
    agreed_pdf_mirror (stretches, width);
  for (guint i = 0; i < stretches->len; i++)
    measure (g_ptr_array_index (stretches, i));
  g_ptr_array_sort (stretches, compare_by_height);

  gutter = find_gutter (stretches, width);
  for (guint i = 0; i < stretches->len; i++)
    {
      AgreedPdfLine *stretch = g_ptr_array_index (stretches, i);
      gboolean across = gutter > 0 && stretch->start < gutter && stretch->end > gutter;

      begun |= gutter > 0 && !across && stretch->glyphs->len > 20;
      g_ptr_array_add (gutter > 0 && (across ? begun : stretch->start >= gutter) ? second : first, stretch);
    }
  g_ptr_array_add (columns, join_lines (first, columns->len, right_to_left));
  if (gutter > 0)
    g_ptr_array_add (columns, join_lines (second, columns->len, right_to_left));
}
