/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "symbol.h"

#include "character.h"

#include <string.h>

/* The grammar read here, after the United Nations' own guide to document symbols (Dag Hammarskjöld Library):
 *
 *   symbol     = one ( "-" one )*            joined, each of another organ: A/66/64-E/2011/77
 *   one        = organ ( "/" part )+         with a digit somewhere after the organ, so that AND/OR is none
 *   organ      = 1 to 10 capitals, perhaps "-" and digits (WSIS-05)
 *   part       = piece ( [.-] piece )*       C.2, L.22, Add.1, ES-10; perhaps "(Rev. 1)" directly after
 *   number     = session "/" 1 to 3 digits, perhaps a letter     66/184, 57/270 B
 *              | year "/" 1 to 3 digits                          2010/2, of the Economic and Social Council
 *              | ( "S-" | "ES-" ) digits "/" digits              ES-10/24, of a special session
 *              | digits, perhaps a letter, "(" year or Roman numeral ")"   1325 (2000), 2758 (XXVI), 217 A (III)
 *
 * A function named take_… is given a place in a text that ends in NUL and returns the place after what it found, or
 * NULL where it found nothing. */

#define LONGEST_STRAY_SPACE 2

/* More than any symbol has; so that no noise is read over and over. */
#define MOST_PARTS  12
#define MOST_PIECES 6
#define MOST_JOINED 4
#define LONGEST_PIECE 24

static const char *
skip_space (const char *p)
{
  for (int i = 0; i < LONGEST_STRAY_SPACE; i++)
    {
      if (*p == ' ' || *p == '\n' || *p == '\t')
        p++;
      else if (agreed_starts_with (p, "\u00a0"))
        p += 2;
      else
        break;
    }

  return p;
}

/* A hyphen as symbols are found with it: plain, hyphen, non-breaking, figure dash, en dash, or a soft one. */
static const char *
take_hyphen (const char *p)
{
  static const char *const hyphens[] = { "-", "\u2011", "\u2010", "\u2012", "\u2013", "\u00ad", "\uff0d" };

  for (gsize i = 0; i < G_N_ELEMENTS (hyphens); i++)
    if (agreed_starts_with (p, hyphens[i]))
      return p + strlen (hyphens[i]);

  return NULL;
}

static const char *
take_slash (const char *p)
{
  p = skip_space (p);
  if (*p == '/')
    p++;
  else if (agreed_starts_with (p, "\uff0f"))
    p += strlen ("\uff0f");
  else
    return NULL;

  return skip_space (p);
}

static int
digit_at (const char *p)
{
  if ((guchar) *p < 0x80)
    return g_ascii_isdigit (*p) ? *p - '0' : -1;

  /* Arabic-Indic digits and the full-width ones: all that the six languages' texts hold. */
  gunichar c = g_utf8_get_char (p);
  if ((c >= 0x660 && c <= 0x669) || (c >= 0xff10 && c <= 0xff19))
    return g_unichar_digit_value (c);

  return -1;
}

static const char *
take_digits (const char *p,
             guint       longest,
             guint      *value)
{
  const char *start = p;
  guint n = 0;

  *value = 0;
  for (int digit; (digit = digit_at (p)) >= 0; p = g_utf8_next_char (p))
    {
      if (++n > longest)
        return NULL;
      *value = *value * 10 + digit;
    }

  return p == start ? NULL : p;
}

/* Chinese needs no space between a number and the word after it, so only other scripts' letters count as going on. */
static gboolean
word_goes_on (const char *p)
{
  gunichar c;

  if ((guchar) *p < 0x80)
    return g_ascii_isalnum (*p);

  c = g_utf8_get_char (p);
  return g_unichar_isalnum (c) && g_unichar_get_script (c) != G_UNICODE_SCRIPT_HAN;
}

static const char *
take_roman_or_year (const char *p,
                    guint      *session)
{
  static const struct { char letter; guint value; } numerals[] = { { 'I', 1 }, { 'V', 5 }, { 'X', 10 }, { 'L', 50 } };
  const char *end, *after;
  guint last = 0, year;

  *session = 0;
  if (*p == '(')
    end = p + 1;
  else if (agreed_starts_with (p, "\uff08"))
    end = p + strlen ("\uff08");
  else
    return NULL;

  if ((after = take_digits (end, 4, &year)))
    {
      if (year < 1946 || year > 2099)
        return NULL;
    }
  else
    {
      after = end;
      if (*after == 'E' && after[1] == 'S')
        after++;
      if (*after == 'S' && take_hyphen (after + 1))
        after = take_hyphen (after + 1);
      end = after;
      for (gboolean known = TRUE; known; )
        {
          known = FALSE;
          for (gsize i = 0; i < G_N_ELEMENTS (numerals) && !known; i++)
            if (*after == numerals[i].letter)
              {
                *session += numerals[i].value;
                if (last < numerals[i].value)
                  *session -= MIN (*session, 2 * last);
                last = numerals[i].value;
                known = TRUE;
                after++;
              }
        }
      if (after == end)
        return NULL;
    }

  if (*after == ')')
    return after + 1;
  if (agreed_starts_with (after, "\uff09"))
    return after + strlen ("\uff09");

  return NULL;
}

/* The letter of a resolution in parts: 57/270 B, 57/270B, in Russian a Cyrillic letter, in Arabic the letter's name.
 * A word of one capital that opens a clause ("65/141 A delegate") is none. */
static const char *
take_letter (const char *p)
{
  static const char *const names[] = { "ألف", "باء", "جيم", "دال", "هاء", "واو" };
  const char *letter = skip_space (p);
  const char *end;
  gunichar c = g_utf8_get_char (letter);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (letter > p && agreed_starts_with (letter, names[i]) && !word_goes_on (letter + strlen (names[i])))
      return letter + strlen (names[i]);

  if (!((c >= 'A' && c <= 'Z') || (c >= 0x410 && c <= 0x416)))
    return NULL;
  end = g_utf8_next_char (letter);
  if (word_goes_on (end) || *end == '/' || *end == '.' || take_hyphen (end))
    return NULL;
  if (letter > p && (c == 'A' || c == 'I') && word_goes_on (skip_space (end)))
    return NULL;

  return end;
}

/* A piece between dots and hyphens. Small letters only in words such as Add, Rev, Corr, which a number follows. */
static const char *
take_piece (const char *p,
            gboolean   *letters,
            gboolean   *digits)
{
  const char *end = p;
  gboolean small = FALSE;

  *letters = *digits = FALSE;
  for (; end - p < LONGEST_PIECE && ((guchar) *end < 0x80 ? g_ascii_isalnum (*end) : digit_at (end) >= 0);
       end = g_utf8_next_char (end))
    {
      *letters |= g_ascii_isalpha (*end);
      *digits |= digit_at (end) >= 0;
      small |= g_ascii_islower (*end);
    }

  if (end == p || word_goes_on (end) || (small && !g_ascii_isupper (*p)))
    return NULL;
  if (small && !(*end == '.' && digit_at (skip_space (end + 1)) >= 0))
    return NULL;

  return end;
}

static const char *
take_brackets (const char *p)
{
  const char *end = p + 1;

  if (*p != '(')
    return NULL;
  while (g_ascii_isalnum (*end) || *end == '.' || *end == ' ' || *end == '-')
    end++;

  return *end == ')' && end - p > 2 && end - p < 20 ? end + 1 : NULL;
}

static const char *
take_part (const char *p,
           gboolean   *has_digit)
{
  gboolean letters, digits;
  const char *end = take_piece (p, &letters, &digits);

  for (guint i = 0; end && i < MOST_PIECES; i++)
    {
      const char *next = NULL;
      gboolean more_letters, more_digits;

      *has_digit |= digits;
      if (*end == '.' && letters)
        {
          /* A full stop and a new sentence look the same but for what follows: only a number may follow a space. */
          next = skip_space (end + 1);
          if (next > end + 1 && digit_at (next) < 0)
            next = NULL;
        }
      else if (letters && !digits)
        {
          next = take_hyphen (end);
        }
      if (next)
        next = take_piece (next, &more_letters, &more_digits);
      if (!next)
        break;
      letters = more_letters;
      digits = more_digits;
      end = next;
    }
  if (end && take_brackets (end) && *take_brackets (end) == '/')
    end = take_brackets (end);

  return end;
}

static const char *
take_organ (const char *p)
{
  const char *end = p;
  const char *hyphen;
  guint number;

  while (g_ascii_isupper (*end) && end - p <= 10)
    end++;
  if (end == p || end - p > 10)
    return NULL;
  hyphen = take_hyphen (end);
  if (hyphen && take_digits (hyphen, 4, &number) && take_slash (take_digits (hyphen, 4, &number)))
    end = take_digits (hyphen, 4, &number);

  return end;
}

static const char *
take_one (const char *p)
{
  const char *organ = take_organ (p);
  const char *end = organ, *slash;
  gboolean has_digit = FALSE;
  guint session;

  if (!organ)
    return NULL;
  for (guint i = 0; i < MOST_PARTS && (slash = take_slash (end)); i++)
    {
      const char *next = take_part (slash, &has_digit);

      if (!next)
        break;
      end = next;
    }
  if (!has_digit)
    return NULL;

  if (take_letter (end) && !agreed_starts_with (skip_space (end), "\u0410"))
    end = take_letter (end);
  if (take_roman_or_year (skip_space (end), &session))
    end = take_roman_or_year (skip_space (end), &session);

  return end;
}

/* Two numbers and a slash. Sessions of the General Assembly stand in their resolutions' numbers since the thirty-first,
 * years in those of the Economic and Social Council since 1978; below 31 only what cannot be a day of a month or a
 * fraction that people write: the Human Rights Council's decisions, which are counted from 101. */
static const char *
take_pair (const char *p)
{
  guint first, second;
  const char *end = take_digits (p, 4, &first);
  gboolean known;

  if (!end || !(end = take_slash (end)) || !(end = take_digits (end, 3, &second)) || second == 0)
    return NULL;

  known = (first >= 31 && first <= 199) || (first >= 1970 && first <= 2099) ||
          (first >= 2 && first <= 30 && second > 100 && second < 200);
  if (!known || (take_slash (end) && digit_at (take_slash (end)) >= 0))
    return NULL;

  return end;
}

static const char *
take_number (const char *p)
{
  const char *end, *letter;
  guint value, session;

  if ((end = take_pair (p)))
    {
      letter = take_letter (end);
      if (!letter && word_goes_on (end))
        return NULL;
      return letter ? letter : end;
    }

  if (!(end = take_digits (p, 4, &value)) || value == 0)
    return NULL;
  if ((letter = take_letter (end)))
    end = letter;
  end = take_roman_or_year (skip_space (end), &session);

  /* Below 100, a year in brackets is rather a remark. */
  return end && (session > 0 || value >= 100) ? end : NULL;
}

static const char *
take_special_number (const char *p)
{
  const char *end = *p == 'E' ? p + 1 : p;
  guint session, number;

  if (*end != 'S' || !(end = take_hyphen (end + 1)))
    return NULL;
  if (!(end = take_digits (end, 2, &session)) || !(end = take_slash (end)))
    return NULL;
  if (!(end = take_digits (end, 3, &number)) || word_goes_on (end))
    return NULL;

  return end;
}

static const char *
take_joined (const char *p)
{
  const char *end = take_one (p);

  for (guint i = 1; end && i < MOST_JOINED; i++)
    {
      const char *hyphen = take_hyphen (skip_space (end));
      const char *next, *organ;

      /* One organ twice is a range of symbols, not a document with two. */
      next = hyphen ? skip_space (hyphen) : NULL;
      organ = next ? take_organ (next) : NULL;
      if (!organ || ((gsize) (organ - next) == (gsize) (take_organ (p) - p) && strncmp (p, next, organ - next) == 0))
        break;
      if (!(next = take_one (next)))
        break;
      end = next;
    }

  return end;
}

gsize
agreed_symbol_scan (const char *text,
                    gunichar    previous)
{
  const char *end;

  g_return_val_if_fail (text != NULL, 0);

  /* Most places in a text are ruled out by their first byte. */
  if (!g_ascii_isupper (*text) && digit_at (text) < 0)
    return 0;
  if (previous == '/' || previous == 0xff0f)
    return 0;
  if (g_unichar_isalnum (previous) && g_unichar_get_script (previous) != G_UNICODE_SCRIPT_HAN)
    return 0;

  if (digit_at (text) >= 0)
    end = take_number (text);
  else if (!(end = take_special_number (text)))
    end = take_joined (text);

  return end ? (gsize) (end - text) : 0;
}

/* Whether the space at @p stands for something: before a part's letter or a bracket. All others are strays. */
static gboolean
space_counts (const char *start,
              const char *p,
              const char *after)
{
  guint session;

  if (p == start)
    return FALSE;
  if (take_roman_or_year (after, &session))
    return TRUE;

  return digit_at (g_utf8_prev_char (p)) >= 0 && take_letter (p) != NULL;
}

char *
agreed_symbol_normalise (const char *symbol,
                         gssize      length)
{
  g_autofree char *copy = NULL;
  GString *out;

  g_return_val_if_fail (symbol != NULL, NULL);

  copy = length < 0 ? g_strdup (symbol) : g_strndup (symbol, length);
  g_strstrip (copy);
  out = g_string_sized_new (strlen (copy));
  for (const char *p = copy; *p != '\0'; )
    {
      const char *after = skip_space (p);

      if (after > p)
        {
          if (space_counts (copy, p, after) && out->str[out->len - 1] != ' ')
            g_string_append_c (out, ' ');
          p = after;
        }
      else if (take_hyphen (p))
        {
          g_string_append_c (out, '-');
          p = take_hyphen (p);
        }
      else
        {
          gunichar c = g_utf8_get_char (p);

          if (digit_at (p) >= 0)
            g_string_append_c (out, '0' + digit_at (p));
          else if (c == 0xff08 || c == 0xff09 || c == 0xff0f)
            g_string_append_c (out, c - 0xfee0);
          else
            g_string_append_unichar (out, c);
          p = g_utf8_next_char (p);
        }
    }

  return g_string_free_and_steal (out);
}

guint
agreed_symbol_get_session (const char *symbol)
{
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = NULL;
  gboolean bare;

  g_return_val_if_fail (symbol != NULL, 0);

  plain = agreed_symbol_normalise (symbol, -1);
  parts = g_strsplit (plain, "/", -1);
  bare = parts[0] && digit_at (parts[0]) >= 0;
  if (!parts[0] || (!bare && strcmp (parts[0], "A") != 0))
    return 0;

  for (char **part = parts; *part; part++)
    {
      guint number, session;
      const char *end = take_digits (*part, 4, &number);
      const char *bracket = end ? strchr (end, '(') : NULL;

      /* 2758 (XXVI), 217 A (III); a special session's numeral is not one of the regular sessions. */
      if (bracket && g_ascii_strncasecmp (bracket, "(S", 2) != 0 && g_ascii_strncasecmp (bracket, "(ES", 3) != 0 &&
          take_roman_or_year (bracket, &session))
        return session;
      if (end && *end == '\0' && part[1])
        return number <= 199 ? number : 0;
    }

  return 0;
}
