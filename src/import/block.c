/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "block.h"

#include <stdlib.h>
#include <string.h>

/* Beyond this a number at the start of a line is a year or a quantity. */
#define MOST_DIGITS 3
#define MOST_LETTERS 5

static void
clear_mark (gpointer data)
{
  AgreedBlockMark *mark = data;

  g_free (mark->marker);
}

AgreedBlock *
agreed_block_new (AgreedBlockKind kind,
                  const char     *wording)
{
  AgreedBlock *self = g_new0 (AgreedBlock, 1);

  self->kind = kind;
  self->wording = g_strdup (wording);
  self->marks = g_array_new (FALSE, FALSE, sizeof (AgreedBlockMark));
  g_array_set_clear_func (self->marks, clear_mark);

  return self;
}

void
agreed_block_free (AgreedBlock *self)
{
  g_free (self->wording);
  g_free (self->number);
  g_array_unref (self->marks);
  g_clear_pointer (&self->changes, g_array_unref);
  agreed_block_leave_table (self);
  g_free (self);
}

void
agreed_block_leave_table (AgreedBlock *self)
{
  if (self->cell != NULL)
    g_free (self->cell->number);
  g_clear_pointer (&self->cell, g_free);
}

void
agreed_block_add_mark (AgreedBlock *self,
                       const char  *marker,
                       gsize        offset)
{
  AgreedBlockMark mark = { g_strdup (marker), offset };

  g_array_append_val (self->marks, mark);
}

void
agreed_block_shift (AgreedBlock *self,
                    gsize        taken)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      AgreedBlockMark *mark = &g_array_index (self->marks, AgreedBlockMark, i);

      mark->offset = mark->offset > taken ? mark->offset - taken : 0;
    }
  for (guint i = self->changes != NULL ? self->changes->len : 0; i > 0; i--)
    {
      AgreedTrackedChange *change = &g_array_index (self->changes, AgreedTrackedChange, i - 1);
      gsize end = change->start + change->length;

      if (end <= taken)
        {
          g_array_remove_range (self->changes, 0, i);
          break;
        }
      change->start = change->start > taken ? change->start - taken : 0;
      change->length = end - taken - change->start;
    }
}

void
agreed_block_prepend (AgreedBlock *self,
                      const char  *text)
{
  char *wording = g_strconcat (text, self->wording, NULL);
  gsize length = strlen (text);

  g_free (self->wording);
  self->wording = wording;
  for (guint i = 0; i < self->marks->len; i++)
    g_array_index (self->marks, AgreedBlockMark, i).offset += length;
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    g_array_index (self->changes, AgreedTrackedChange, i).start += length;
}

static const char *
skip_space (const char *text)
{
  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && c != 0x200f && c != 0x200e && c != 0xfeff)
        break;
      text = g_utf8_next_char (text);
    }

  return text;
}

/* Decimal digits of any script, as they stand in the Arabic texts, to ASCII. */
static const char *
take_digits (const char *text,
             char        digits[MOST_DIGITS + 1])
{
  guint n = 0;

  while (*text != '\0')
    {
      int value = g_unichar_digit_value (g_utf8_get_char (text));

      if (value < 0)
        break;
      if (n == MOST_DIGITS)
        return NULL;
      digits[n++] = '0' + value;
      text = g_utf8_next_char (text);
    }
  digits[n] = '\0';

  return n > 0 && digits[0] != '0' ? text : NULL;
}

static gboolean
is_dash (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011 || c == 0x2013 || c == 0x2014 || c == 0x2212;
}

/* "12." and what stands for it: full-width, the Chinese enumeration comma, and "١٢ -" or its mirror image "- ١٢" as some
 * programs leave right-to-left lines. A digit after the point makes it a decimal number or a section's. */
static const char *
take_arabic (const char *text,
             char        digits[MOST_DIGITS + 1])
{
  gboolean dashed = is_dash (g_utf8_get_char (text));
  const char *p = take_digits (dashed ? skip_space (g_utf8_next_char (text)) : text, digits);
  gboolean eastern = p != NULL && (guchar) p[-1] >= 0x80;
  gunichar c;

  if (p == NULL)
    return NULL;
  c = g_utf8_get_char (skip_space (p));
  /* A line from right to left that a program has turned round: "-4", alone or before Arabic. */
  if (dashed)
    return (eastern && c != 0) || (!eastern && (c == 0 || (c >= 0x600 && c < 0x700))) ? p : NULL;
  if (is_dash (c))
    {
      const char *dash = skip_space (p);
      const char *after = g_utf8_next_char (dash);

      /* "1 -" needs room or Arabic around it: "11-46986" and "10-20" are no numbers of paragraphs. */
      if (!eastern && dash == p && *after != '\0' && !g_unichar_isspace (g_utf8_get_char (after)))
        return NULL;
      return g_unichar_digit_value (g_utf8_get_char (skip_space (after))) < 0 ? after : NULL;
    }
  c = g_utf8_get_char (p);
  if (c != '.' && c != 0xff0e && c != 0x3001 && c != 0x06d4)
    return NULL;
  p = g_utf8_next_char (p);

  return g_unichar_digit_value (g_utf8_get_char (p)) < 0 ? p : NULL;
}

/* One letter, the same letter twice, an Arabic letter with its stroke, or a small Roman numeral. */
static gboolean
is_lettering (const char *letters,
              gsize       length)
{
  glong n = g_utf8_strlen (letters, length);
  gunichar first = g_utf8_get_char (letters);

  if (n < 1 || n > MOST_LETTERS || !g_unichar_isalpha (first) || g_unichar_isupper (first))
    return FALSE;
  if (n == 1 || strspn (letters, "ivxl") >= length)
    return TRUE;

  return n == 2 && (g_utf8_get_char (g_utf8_next_char (letters)) == first ||
                    g_utf8_get_char (g_utf8_next_char (letters)) == 0x0640);
}

static const char *
take_letter (const char  *text,
             const char **letters,
             gsize       *length)
{
  gunichar c = g_utf8_get_char (text);
  gboolean opened = c == '(' || c == 0xff08;
  const char *p = opened ? g_utf8_next_char (text) : text;

  *letters = p;
  while (*p != '\0' && (g_unichar_isalpha (g_utf8_get_char (p)) || g_utf8_get_char (p) == 0x0640))
    {
      if (p - *letters > MOST_LETTERS * 3)
        return NULL;
      p = g_utf8_next_char (p);
    }
  *length = p - *letters;
  c = g_utf8_get_char (p);
  if (*length == 0 || (c != ')' && c != 0xff09) || !is_lettering (*letters, *length))
    return NULL;

  return g_utf8_next_char (p);
}

AgreedNumbering
agreed_numbering_scan (const char  *text,
                       gsize       *length,
                       char       **number)
{
  char digits[MOST_DIGITS + 1];
  const char *letters, *end;
  gsize n_letters;

  if ((end = take_arabic (text, digits)) != NULL)
    {
      *length = skip_space (end) - text;
      if (number != NULL)
        *number = g_strdup (digits);
      return AGREED_NUMBERING_ARABIC;
    }
  if ((end = take_letter (text, &letters, &n_letters)) != NULL)
    {
      *length = skip_space (end) - text;
      if (number != NULL)
        *number = g_strndup (letters, n_letters);
      return AGREED_NUMBERING_LETTER;
    }
  *length = 0;

  return AGREED_NUMBERING_NONE;
}

gsize
agreed_quote_scan (const char *text)
{
  switch (g_utf8_get_char (text))
    {
    case '"':
    case 0x201c: /* “ */
    case 0x201d: /* ” opens in some Arabic texts */
    case 0x201e: /* „ */
    case 0x201f:
    case 0x00ab: /* « */
    case 0x300c: /* 「 */
    case 0xff02:
      return skip_space (g_utf8_next_char (text)) - text;
    default:
      return 0;
    }
}

/* "[12. Decides]": the number of a paragraph that is in brackets, which stay around its wording. */
static gboolean
take_bracketed_number (AgreedBlock *self)
{
  gsize taken;

  if (*self->wording != '[' ||
      agreed_numbering_scan (self->wording + 1, &taken, &self->number) != AGREED_NUMBERING_ARABIC)
    return FALSE;
  memmove (self->wording, self->wording + taken, strlen (self->wording + taken) + 1);
  *self->wording = '[';
  agreed_block_shift (self, taken);

  return TRUE;
}

void
agreed_block_take_number (AgreedBlock *self)
{
  gsize quote = agreed_quote_scan (self->wording);
  gsize taken;
  AgreedNumbering numbering;

  if (take_bracketed_number (self))
    return;
  numbering = agreed_numbering_scan (self->wording + quote, &taken, &self->number);

  if (numbering == AGREED_NUMBERING_NONE)
    taken = 0;
  else if (agreed_quote_scan (self->wording + quote + taken) > 0 && quote == 0)
    {
      /* "1. “Decides" of texts that put the mark behind the number: it may open a title as well, so it stays. */
    }
  taken += quote;
  self->quoted = quote > 0;
  if (taken == 0)
    return;
  memmove (self->wording, self->wording + taken, strlen (self->wording + taken) + 1);
  agreed_block_shift (self, taken);
}

guint
agreed_block_get_ordinal (const AgreedBlock *block)
{
  return block->kind == AGREED_BLOCK_WORDING && block->number != NULL && g_ascii_isdigit (*block->number)
           ? (guint) atoi (block->number) : 0;
}

gboolean
agreed_block_is_lettered (const AgreedBlock *block)
{
  return block->kind == AGREED_BLOCK_WORDING && block->number != NULL && !g_ascii_isdigit (*block->number);
}
