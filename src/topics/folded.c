/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "folded.h"

enum {
  ALEF = 0x0627,
  ALEF_WASLA = 0x0671,
  ALEF_MAKSURA = 0x0649,
  YEH = 0x064a,
  TEH_MARBUTA = 0x0629,
  HEH = 0x0647,
  TATWEEL = 0x0640,
};

/* With the radicals that some PDF files hold in the place of characters. */
static gboolean
is_han (gunichar c)
{
  return c >= 0x2e80 && g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN;
}

gboolean
agreed_folded_is_han (const char *letters)
{
  return is_han (g_utf8_get_char (letters));
}

/* Characters that are neither part of a word nor its end: soft hyphens, joiners, marks of direction, Arabic stretching. */
static gboolean
is_nothing (gunichar c)
{
  return c == TATWEEL || g_unichar_ismark (c) || g_unichar_type (c) == G_UNICODE_FORMAT;
}

/* Arabic writers interchange these forms; hamza carriers come apart by decomposition. */
static gunichar
fold_letter (gunichar c)
{
  switch (c)
    {
    case ALEF_WASLA:
      return ALEF;
    case ALEF_MAKSURA:
      return YEH;
    case TEH_MARBUTA:
      return HEH;
    default:
      return g_unichar_tolower (c);
    }
}

static void
append_folded (GString  *letters,
               gunichar  c)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts;

  if (c < 0x80)
    {
      g_string_append_c (letters, g_ascii_tolower (c));
      return;
    }

  n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
  for (gsize i = 0; i < n_parts; i++)
    if (g_unichar_isalnum (parts[i]) && !is_nothing (parts[i]))
      g_string_append_unichar (letters, fold_letter (parts[i]));
}

static AgreedBreak
break_of (gunichar c)
{
  switch (c)
    {
    case 0x3001: /* 、 */
      return AGREED_BREAK_LIST;

    case ',':
    case ':':
    case 0x060c: /* Arabic comma */
    case 0xff0c: /* ， */
    case 0xff1a: /* ： */
      return AGREED_BREAK_CLAUSE;

    case '.':
    case ';':
    case '!':
    case '?':
    case 0x061b: /* Arabic semicolon */
    case 0x061f: /* Arabic question mark */
    case 0x3002: /* 。 */
    case 0xff01:
    case 0xff0e:
    case 0xff1b: /* ； */
    case 0xff1f:
      return AGREED_BREAK_STOP;

    default:
      return AGREED_BREAK_NONE;
    }
}

/* Reads one word that starts at @p; returns the byte after it. */
static const char *
read_word (AgreedFolded     *self,
           const char       *p,
           AgreedFoldedWord *word)
{
  gunichar c = g_utf8_get_char (p);
  const char *end = p;

  word->text = self->letters->len;
  if (is_han (c))
    {
      append_folded (self->letters, c);
      end = g_utf8_next_char (p);
    }
  else
    {
      for (; *p != '\0'; p = g_utf8_next_char (p))
        {
          c = g_utf8_get_char (p);
          if (is_nothing (c))
            continue;
          if (!g_unichar_isalnum (c) || is_han (c))
            break;
          append_folded (self->letters, c);
          end = g_utf8_next_char (p);
        }
    }

  word->length = self->letters->len - word->text;
  return end;
}

/* @source: valid UTF-8 */
AgreedFolded *
agreed_folded_new (const char *source)
{
  AgreedFolded *self = g_new0 (AgreedFolded, 1);
  AgreedBreak before = AGREED_BREAK_NONE;
  guint clause = 0;
  const char *p = source;

  self->letters = g_string_sized_new (strlen (source) + 1);
  self->words = g_array_new (FALSE, FALSE, sizeof (AgreedFoldedWord));

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      AgreedFoldedWord word;

      if (!g_unichar_isalnum (c) && !is_han (c))
        {
          before = MAX (before, break_of (c));
          p = g_utf8_next_char (p);
          continue;
        }

      word.start = p - source;
      p = read_word (self, p, &word);
      word.end = p - source;
      if (before >= AGREED_BREAK_CLAUSE)
        clause++;
      word.clause = clause;
      word.before = before;
      if (word.length > 0)
        {
          g_array_append_val (self->words, word);
          before = AGREED_BREAK_NONE;
        }
    }

  return self;
}

void
agreed_folded_free (AgreedFolded *self)
{
  g_string_free (self->letters, TRUE);
  g_array_unref (self->words);
  g_free (self);
}
