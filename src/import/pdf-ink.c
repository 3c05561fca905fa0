/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-ink.h"

#include <cairo.h>
#include <math.h>

/* Dots a point at which the page is drawn: the stroke is half a point high and more. */
#define DOTS 2.

/* No page of paper has more points in either direction. */
#define LARGEST_PAGE 2000.

/* Pages behind this one are not drawn: it takes far longer than reading them. */
#define MOST_DRAWN 60

/* Spaces of one line are alike. Where they differ by this much, some are not spaces. */
#define UNLIKE 1.3

/* Of 255: the stroke's edges are grey. */
#define DARK 160

typedef struct
{
  cairo_surface_t *surface;
  const guchar *dots;
  int width, height, stride;
  double page_width;
} Ink;

/* Written over or under a letter, without width. */
static gboolean
is_vowel_sign (gunichar character)
{
  return g_unichar_ismark (character);
}

static gboolean
is_arabic_letter (gunichar character)
{
  return character >= 0x620 && character < 0x700 && g_unichar_isalpha (character) && character != 0x621 &&
         character != 0x674;
}

/* Whether the letter is never joined to the one behind it: alef, dal, reh, waw and their kin (ArabicShaping.txt of the
 * Unicode character database, joining type R). */
static gboolean
ends_stroke (gunichar character)
{
  static const gunichar ranges[][2] = {
    { 0x622, 0x625 }, { 0x627, 0x627 }, { 0x629, 0x629 }, { 0x62f, 0x632 }, { 0x648, 0x648 },
    { 0x671, 0x677 }, { 0x688, 0x699 }, { 0x6c0, 0x6c0 }, { 0x6c3, 0x6cb }, { 0x6cd, 0x6cd },
    { 0x6cf, 0x6cf }, { 0x6d2, 0x6d5 }, { 0x6ee, 0x6ef },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    if (character >= ranges[i][0] && character <= ranges[i][1])
      return TRUE;

  return FALSE;
}

/* Whether the letters on both sides of the space would be joined without it. */
static gboolean
is_between_joined (const AgreedPdfLine *line, guint space)
{
  guint before = space, after = space + 1;

  while (before > 0 && is_vowel_sign (agreed_pdf_glyph_at (line, before - 1)->character))
    before--;
  while (after < line->glyphs->len && is_vowel_sign (agreed_pdf_glyph_at (line, after)->character))
    after++;

  return before > 0 && after < line->glyphs->len &&
         is_arabic_letter (agreed_pdf_glyph_at (line, before - 1)->character) &&
         !ends_stroke (agreed_pdf_glyph_at (line, before - 1)->character) &&
         is_arabic_letter (agreed_pdf_glyph_at (line, after)->character);
}

static gboolean
is_space (const AgreedPdfLine *line, guint i)
{
  return i > 0 && i + 1 < line->glyphs->len && agreed_pdf_glyph_at (line, i)->character == ' ';
}

/* Whether a space between letters that could be joined is unlike another of its line. */
static gboolean
has_doubt (GPtrArray *lines)
{
  for (guint l = 0; l < lines->len; l++)
    {
      const AgreedPdfLine *line = g_ptr_array_index (lines, l);
      double narrowest = G_MAXDOUBLE, widest = 0;
      gboolean joined = FALSE;

      for (guint i = 0; i < line->glyphs->len; i++)
        {
          const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);

          if (!is_space (line, i))
            continue;
          joined |= is_between_joined (line, i);
          narrowest = MIN (narrowest, ABS (glyph->x2 - glyph->x1));
          widest = MAX (widest, ABS (glyph->x2 - glyph->x1));
        }
      if (joined && widest > UNLIKE * narrowest)
        return TRUE;
    }

  return FALSE;
}

static gboolean
draw (PopplerPage *page, Ink *ink)
{
  double height;
  cairo_t *cairo;

  poppler_page_get_size (page, &ink->page_width, &height);
  if (!(ink->page_width > 0 && ink->page_width < LARGEST_PAGE && height > 0 && height < LARGEST_PAGE))
    return FALSE;

  ink->width = (int)ceil (ink->page_width * DOTS);
  ink->height = (int)ceil (height * DOTS);
  ink->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, ink->width, ink->height);
  cairo = cairo_create (ink->surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  cairo_scale (cairo, DOTS, DOTS);
  poppler_page_render (page, cairo);
  cairo_destroy (cairo);
  cairo_surface_flush (ink->surface);
  ink->dots = cairo_image_surface_get_data (ink->surface);
  ink->stride = cairo_image_surface_get_stride (ink->surface);

  return ink->dots != NULL;
}

/* The green of the dot or of the one below it, whichever is darker. */
static gboolean
is_inked (const Ink *ink, int x, int y)
{
  const guchar *dot = ink->dots + (gsize)y * ink->stride + (gsize)x * 4 + 1;

  return dot[0] < DARK || dot[ink->stride] < DARK;
}

static gboolean
is_inked_from_to (const Ink *ink, int y, double from, double to)
{
  int first = (int)ceil ((ink->page_width - to) * DOTS), last = (int)floor ((ink->page_width - from) * DOTS) - 1;

  if (first < 0 || last >= ink->width || first > last)
    return FALSE;
  for (int x = first; x <= last; x++)
    if (!is_inked (ink, x, y))
      return FALSE;

  return TRUE;
}

/* A line drawn below words runs on under all of both. */
static gboolean
is_underline (const Ink *ink, const AgreedPdfLine *line, guint space, int y)
{
  guint first = space, last = space;

  while (first > 0 && !is_space (line, first - 1))
    first--;
  while (last + 1 < line->glyphs->len && !is_space (line, last + 1))
    last++;

  return is_inked_from_to (ink, y, agreed_pdf_glyph_at (line, first)->x1, agreed_pdf_glyph_at (line, last)->x2);
}

static gboolean
is_stroke (const Ink *ink, const AgreedPdfLine *line, guint space)
{
  const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, space);
  int top = MAX ((int)(glyph->y1 * DOTS), 0), foot = MIN ((int)(glyph->y2 * DOTS), ink->height - 2);

  for (int y = top; y <= foot; y++)
    if (is_inked_from_to (ink, y, glyph->x1, glyph->x2))
      return !is_underline (ink, line, space, y);

  return FALSE;
}

void
agreed_pdf_join_stretched_words (PopplerPage *page, GPtrArray *lines)
{
  Ink ink = { NULL };

  if (poppler_page_get_index (page) < MOST_DRAWN && has_doubt (lines) && draw (page, &ink))
    for (guint l = 0; l < lines->len; l++)
      {
        AgreedPdfLine *line = g_ptr_array_index (lines, l);

        for (guint i = line->glyphs->len; i > 0; i--)
          if (is_space (line, i - 1) && is_between_joined (line, i - 1) && is_stroke (&ink, line, i - 1))
            g_array_remove_index (line->glyphs, i - 1);
      }
  g_clear_pointer (&ink.surface, cairo_surface_destroy);
}
