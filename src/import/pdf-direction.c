/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-direction.h"

/* What pages written from right to left need. Their distances are taken from the right, so that all that follows works one
 * way; their words are put in order by their places, and what runs to the right among them is turned round. */

/* Figures of a number before a footnote or paragraph. */
#define LONGEST_LABEL 3

static gboolean
is_right_to_left_letter (gunichar character)
{
  return g_unichar_isalpha (character)
         && ((character >= 0x590 && character < 0x900) || (character >= 0xfb1d && character < 0xff00));
}

gboolean
agreed_pdf_is_right_to_left (GPtrArray *stretches)
{
  gint balance = 0;

  for (guint s = 0; s < stretches->len; s++)
    {
      const AgreedPdfLine *stretch = g_ptr_array_index (stretches, s);

      for (guint i = 0; i < stretch->glyphs->len; i++)
        {
          gunichar character = agreed_pdf_glyph_at (stretch, i)->character;

          if (g_unichar_isalpha (character))
            balance += is_right_to_left_letter (character) ? 1 : -1;
        }
    }

  return balance > 0;
}

void
agreed_pdf_mirror (GPtrArray *stretches, double width)
{
  for (guint s = 0; s < stretches->len; s++)
    {
      AgreedPdfLine *stretch = g_ptr_array_index (stretches, s);

      for (guint i = 0; i < stretch->glyphs->len; i++)
        {
          AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (stretch, i);
          float x1 = glyph->x1;

          glyph->x1 = width - glyph->x2;
          glyph->x2 = width - x1;
        }
    }
}

static void
turn_round (GArray *glyphs, guint from, guint to)
{
  for (; from + 1 < to; from++, to--)
    {
      AgreedPdfGlyph glyph = g_array_index (glyphs, AgreedPdfGlyph, from);

      g_array_index (glyphs, AgreedPdfGlyph, from) = g_array_index (glyphs, AgreedPdfGlyph, to - 1);
      g_array_index (glyphs, AgreedPdfGlyph, to - 1) = glyph;
    }
}

GPtrArray *
agreed_pdf_part_words (GPtrArray *row)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (agreed_pdf_line_free);

  for (guint s = 0; s < row->len; s++)
    {
      const AgreedPdfLine *stretch = g_ptr_array_index (row, s);
      AgreedPdfLine *word = NULL;

      for (guint i = 0; i < stretch->glyphs->len; i++)
        {
          const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (stretch, i);

          if (g_unichar_isspace (glyph->character))
            {
              word = NULL;
              continue;
            }
          if (word == NULL || agreed_pdf_glyph_at (word, 0)->turned != glyph->turned)
            g_ptr_array_add (words, word = agreed_pdf_line_new ());
          g_array_append_vals (word->glyphs, glyph, 1);
        }
    }
  for (guint w = 0; w < words->len; w++)
    {
      AgreedPdfLine *word = g_ptr_array_index (words, w);

      if (!agreed_pdf_glyph_at (word, 0)->turned)
        turn_round (word->glyphs, 0, word->glyphs->len);
      agreed_pdf_glyph_at (word, 0)->first = TRUE;
    }

  return words;
}

static gboolean
runs_to_right (gunichar character)
{
  return g_unichar_isdigit (character) || (g_unichar_isalpha (character) && !is_right_to_left_letter (character));
}

/* A short number at the right end of a line, a footnote's or paragraph's. @i: of its last figure. */
static gboolean
begins_line (const AgreedPdfLine *line, guint i)
{
  if (i >= LONGEST_LABEL)
    return FALSE;
  for (guint k = 0; k <= i; k++)
    if (!g_unichar_isdigit (agreed_pdf_glyph_at (line, k)->character))
      return FALSE;

  return TRUE;
}

/* Whether what stands at @left is read before what stands at @right, both being figures or letters that run to the right
 * with nothing such between them. The line is read to the left, so @left > @right. Figures go on behind a full stop,
 * comma, colon or slash ("84/311"), and where there are letters before them behind anything ("A/C.9/88/L.7", "vol. 2")
 * but a bracket that stands apart, which then belongs to the other direction. This is what the Unicode bidirectional
 * algorithm does, seen from its end; hence a hyphen does not keep two numbers together, nor does a space. Two numbers that
 * touch, as a footnote's and the symbol that it begins with, are parted where poppler parts them. */
static gboolean
goes_on_to_right (const AgreedPdfLine *line, guint left, guint right, gboolean has_letters)
{
  const AgreedPdfGlyph *first = agreed_pdf_glyph_at (line, left), *second = agreed_pdf_glyph_at (line, right);
  gboolean spaced = FALSE, bracketed = FALSE;

  if (ABS (first->size - second->size) > .1)
    return FALSE;
  if (left == right + 1)
    return !(first->first && g_unichar_isdigit (first->character) && g_unichar_isdigit (second->character));
  for (guint i = right + 1; i < left; i++)
    {
      spaced |= g_unichar_isspace (agreed_pdf_glyph_at (line, i)->character);
      bracketed |= g_unichar_get_mirror_char (agreed_pdf_glyph_at (line, i)->character, NULL);
    }
  if (has_letters)
    return !spaced || g_unichar_isalpha (second->character) || !(bracketed || begins_line (line, right));

  return left == right + 2 && agreed_pdf_glyph_at (line, right + 1)->character < 0x80
         && strchr ("/.,:", (int)agreed_pdf_glyph_at (line, right + 1)->character) != NULL
         && g_unichar_isdigit (first->character)
         && g_unichar_isdigit (second->character);
}

static gboolean
is_stretcher (gunichar character)
{
  return character == 0x640 || character == '0';
}

void
agreed_pdf_drop_stretchers (AgreedPdfLine *line)
{
  for (guint i = 1; i < line->glyphs->len; i++)
    {
      guint end = i;

      if (!is_right_to_left_letter (agreed_pdf_glyph_at (line, i - 1)->character))
        continue;
      while (end < line->glyphs->len && is_stretcher (agreed_pdf_glyph_at (line, end)->character))
        end++;
      if (end > i && end < line->glyphs->len && is_right_to_left_letter (agreed_pdf_glyph_at (line, end)->character))
        g_array_remove_range (line->glyphs, i, end - i);
    }
}

void
agreed_pdf_turn_runs (AgreedPdfLine *line)
{
  for (guint end = line->glyphs->len; end > 0;)
    {
      guint left = end - 1, right;
      gboolean has_letters = FALSE;

      if (!runs_to_right (agreed_pdf_glyph_at (line, left)->character))
        {
          end--;
          continue;
        }
      /* from its left end, which the line's reading reaches last, to the right */
      for (right = left;; left = right)
        {
          guint next = left;

          has_letters |= g_unichar_isalpha (agreed_pdf_glyph_at (line, left)->character);
          while (next > 0 && !runs_to_right (agreed_pdf_glyph_at (line, next - 1)->character)
                 && !is_right_to_left_letter (agreed_pdf_glyph_at (line, next - 1)->character))
            next--;
          if (next == 0 || !runs_to_right (agreed_pdf_glyph_at (line, next - 1)->character)
              || !goes_on_to_right (line, left, next - 1, has_letters))
            break;
          right = next - 1;
        }
      turn_round (line->glyphs, right, end);
      end = right;
    }
}
