/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-glue.h"

#include <string.h>

#include "character.h"

static gboolean
is_hyphen (gunichar character)
{
  return character == '-' || (character >= 0x2010 && character <= 0x2013);
}

/* Figures at the end of a line, or at its start. */
static guint
count_digits (const AgreedPdfLine *line, gboolean at_end)
{
  guint n = 0, length = line->glyphs->len;

  while (n < length && g_unichar_isdigit (agreed_pdf_glyph_at (line, at_end ? length - 1 - n : n)->character))
    n++;

  return n;
}

/* Chinese lines end where they are full, in the middle of a number if need be; but three figures may be a group by
 * themselves, "2 000". */
static gboolean
breaks_number (const AgreedPdfLine *above, const AgreedPdfLine *line)
{
  guint before = count_digits (above, TRUE), after = count_digits (line, FALSE), n_wide = 0;

  if (before == 0 || after == 0 || (after == 3 && before <= 3))
    return FALSE;
  for (guint i = 0; i < above->glyphs->len; i++)
    n_wide += agreed_character_is_east_asian (agreed_pdf_glyph_at (above, i)->character);

  return n_wide * 4 > above->glyphs->len;
}

/* "victim- and survivor-centred", broken behind its first hyphen: the words that stand behind a hyphen that hangs. */
static gboolean
begins_with_conjunction (const AgreedPdfLine *line)
{
  static const char *const conjunctions[] = { "and", "or", "to", "et", "ou", "y", "e", "o", "u", "и", "или", "до" };
  g_autoptr (GString) word = g_string_new (NULL);
  guint i = 0;

  for (; i < line->glyphs->len && g_unichar_isalpha (agreed_pdf_glyph_at (line, i)->character); i++)
    g_string_append_unichar (word, agreed_pdf_glyph_at (line, i)->character);
  if (i == line->glyphs->len || !g_unichar_isspace (agreed_pdf_glyph_at (line, i)->character))
    return FALSE;
  for (i = 0; i < G_N_ELEMENTS (conjunctions); i++)
    if (strcmp (word->str, conjunctions[i]) == 0)
      return TRUE;

  return FALSE;
}

/* Between Chinese lines there is nothing, neither after a hyphen, slash or low line that a symbol or address was broken
 * at, else a space. A word that ends in a
 * hyphen is whole where the next is a conjunction: the hyphen hangs. */
const char *
agreed_pdf_glue_between (const AgreedPdfLine *above, const AgreedPdfLine *line)
{
  guint n = above->glyphs->len;
  gunichar last = agreed_pdf_glyph_at (above, n - 1)->character;
  gunichar first = agreed_pdf_glyph_at (line, 0)->character;

  if (agreed_character_is_east_asian (last) || agreed_character_is_east_asian (first) || breaks_number (above, line))
    return "";
  if ((is_hyphen (last) || last == '/' || last == '_') && n > 1
      && !g_unichar_isspace (agreed_pdf_glyph_at (above, n - 2)->character))
    return is_hyphen (last) && begins_with_conjunction (line) ? " " : "";

  return " ";
}
