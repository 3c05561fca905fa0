/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/* What one character is to wording, and what it is compared as. Looked up in pages that are made when first touched;
 * safe from any thread. */

/**
 * AgreedCharacterClass:
 * @AGREED_CHARACTER_SPACE: white space of any width, line ends
 * @AGREED_CHARACTER_DROPPED: counts for nothing: soft hyphens, joiners, marks of direction, tatweel, Arabic vowel signs,
 *   variation selectors, control characters
 * @AGREED_CHARACTER_LETTER: a letter of a script that sets spaces between words
 * @AGREED_CHARACTER_DIGIT: a decimal digit of any script
 * @AGREED_CHARACTER_MARK: a combining mark; belongs to the character before it
 * @AGREED_CHARACTER_DICTIONARY: a letter of a script without spaces between words: Han, kana, Thai, Lao, Khmer, Burmese
 * @AGREED_CHARACTER_PUNCTUATION: punctuation
 * @AGREED_CHARACTER_SIGN: everything else: currency, mathematics, per cent, emoji, what is not assigned
 */
typedef enum {
  AGREED_CHARACTER_SPACE,
  AGREED_CHARACTER_DROPPED,
  AGREED_CHARACTER_LETTER,
  AGREED_CHARACTER_DIGIT,
  AGREED_CHARACTER_MARK,
  AGREED_CHARACTER_DICTIONARY,
  AGREED_CHARACTER_PUNCTUATION,
  AGREED_CHARACTER_SIGN,
} AgreedCharacterClass;

/* Returned by agreed_character_fold() where one character is compared as several ("ﬁ", "…", "ﻻ"). */
#define AGREED_CHARACTER_SEVERAL G_MAXUINT32

/* What is known of 256 characters that follow each other. */
#define AGREED_CHARACTERS_A_PAGE 256

typedef struct {
  guint8 class[AGREED_CHARACTERS_A_PAGE];
  gunichar fold[AGREED_CHARACTERS_A_PAGE];
  gunichar lower[AGREED_CHARACTERS_A_PAGE];
} AgreedCharacterPage;

/* Pages stay until the program ends. Only for the functions below, which every character of every text goes through. */
extern AgreedCharacterPage *agreed_character_pages[0x110000 / AGREED_CHARACTERS_A_PAGE];

const AgreedCharacterPage *agreed_character_make_page (guint number);

static inline const AgreedCharacterPage *
agreed_character_get_page (gunichar c)
{
  guint number = MIN (c, 0x10ffff) / AGREED_CHARACTERS_A_PAGE;
  const AgreedCharacterPage *page = g_atomic_pointer_get (&agreed_character_pages[number]);

  return G_LIKELY (page) ? page : agreed_character_make_page (number);
}

static inline AgreedCharacterClass
agreed_character_get_class (gunichar c)
{
  return agreed_character_get_page (c)->class[c % AGREED_CHARACTERS_A_PAGE];
}

/* What @c is compared as, case kept: the ordinary width, the plain quotation mark and hyphen, the Western twin of
 * Chinese and Arabic punctuation, ASCII digits, е for ё, U+0020 for white space, 0 for what is dropped. */
static inline gunichar
agreed_character_fold (gunichar c)
{
  return agreed_character_get_page (c)->fold[c % AGREED_CHARACTERS_A_PAGE];
}

/* The same in small letters. */
static inline gunichar
agreed_character_fold_case (gunichar c)
{
  return agreed_character_get_page (c)->lower[c % AGREED_CHARACTERS_A_PAGE];
}

/* g_utf8_get_char() without the call where a character takes up to three bytes. @p: valid UTF-8. */
static inline gunichar
agreed_character_at (const char *p)
{
  const guchar *bytes = (const guchar *) p;

  if (bytes[0] < 0x80)
    return bytes[0];
  if (bytes[0] < 0xe0)
    return (bytes[0] & 0x1fu) << 6 | (bytes[1] & 0x3fu);
  if (bytes[0] < 0xf0)
    return (bytes[0] & 0x0fu) << 12 | (bytes[1] & 0x3fu) << 6 | (bytes[2] & 0x3fu);

  return g_utf8_get_char (p);
}

/* Han, kana and the full-width forms set with them: no space belongs beside them. */
static inline gboolean
agreed_character_is_east_asian (gunichar c)
{
  return (c >= 0x2e80 && c < 0xa4d0) || (c >= 0xf900 && c < 0xfb00) || (c >= 0xfe30 && c < 0xfe50) ||
         (c >= 0xff00 && c < 0xffe1) || (c >= 0x20000 && c < 0x32000);
}

/* g_str_has_prefix() measures the whole of a text first, which makes a scan along it quadratic. */
static inline gboolean
agreed_starts_with (const char *text,
                    const char *beginning)
{
  return strncmp (text, beginning, strlen (beginning)) == 0;
}

G_END_DECLS
