/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-glyphs.h"

#include "pdf-lam-alef.h"

#include <math.h>

/* Into so many parts the edge of a page is parted to find where to read from and to. */
#define CORNER_STEPS 16

/* Points beyond which no page reaches and no type is set. */
#define FURTHEST 100000
#define LARGEST_TYPE 1000

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
  return !turns_direction (character) && character != 0 && g_unichar_validate (character) && !g_unichar_iscntrl (character)
         && character != 0xad && character != 0xfeff && character != 0xfffd;
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
  places = g_memdup2 (agreed_pdf_glyph_at (stretch, from), (n - from) * sizeof (AgreedPdfGlyph));
  for (guint end = n, start; end > from; end = start)
    {
      gboolean turned = agreed_pdf_glyph_at (stretch, end - 1)->turned;

      for (start = end - 1; start > from && agreed_pdf_glyph_at (stretch, start - 1)->turned == turned; start--)
        ;
      for (guint k = 0; k < end - start; k++, place++)
        {
          AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (stretch, turned ? end - 1 - k : start + k);
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

/* Whether the glyph stands on another line than the one before it: poppler takes cells of a table whose lines overlap for
 * one line, the last line of a name and the figure beside its first. A superscript shares half its line's height. */
static gboolean
is_on_another_line (const AgreedPdfLine *stretch, const AgreedPdfGlyph *glyph)
{
  const AgreedPdfGlyph *last = agreed_pdf_glyph_at (stretch, stretch->glyphs->len - 1);
  double middle = (glyph->y1 + glyph->y2) / 2, middle_of_last = (last->y1 + last->y2) / 2;

  return (middle < last->y1 || middle > last->y2) && (middle_of_last < glyph->y1 || middle_of_last > glyph->y2);
}

GPtrArray *
agreed_pdf_page_get_stretches (PopplerPage *page)
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
              AgreedPdfGlyph space = *agreed_pdf_glyph_at (stretch, stretch->glyphs->len - 1);

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
      if (stretch != NULL && stretch->glyphs->len > 0 && is_on_another_line (stretch, &glyph))
        {
          place_word (stretch, word);
          stretch = NULL;
        }
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
  agreed_pdf_turn_lam_alef (stretches);

  return g_steal_pointer (&stretches);
}
