/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording.h"

#include <string.h>

#include "character.h"
#include "wording-sets.h"

const AgreedWordingSet *
agreed_wording_get (const char *language)
{
  const AgreedWordingSet *english = NULL;

  for (guint i = 0; agreed_wording_sets[i] != NULL; i++)
    {
      const AgreedWordingSet *set = agreed_wording_sets[i];

      if (language != NULL && g_str_equal (set->code, language))
        return set;
      if (g_str_equal (set->code, "en"))
        english = set;
    }

  return english;
}

/* Vowel signs, the lengthening stroke, and marks of direction say nothing about which word it is. */
static gboolean
is_ignorable (gunichar c)
{
  return (c >= 0x064b && c <= 0x0652) || c == 0x0640 || c == 0x200e || c == 0x200f || c == 0x00ad || c == 0xfeff ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gunichar
fold (gunichar c)
{
  if (c < 0x80)
    return g_ascii_tolower (c);
  if (c == 0x2019 || c == 0x02bc)
    return '\'';
  if (c == 0x0451 || c == 0x0401)
    return 0x0435;
  if (agreed_character_get_class (c) == AGREED_CHARACTER_DICTIONARY)
    return c;
  if (g_unichar_isspace (c))
    return ' ';

  return g_unichar_tolower (c);
}

static gboolean
parts_words (gunichar c)
{
  return g_unichar_isalpha (c) && !g_unichar_iswide (c);
}

gsize
agreed_wording_match (const char *text,
                      const char *phrase,
                      gsize       phrase_length)
{
  const char *t = text;
  const char *end = phrase + phrase_length;
  gunichar last = 0;

  if (phrase_length == 0)
    return 0;

  for (const char *p = phrase; p < end; p = g_utf8_next_char (p))
    {
      gunichar wanted = agreed_character_at (p);

      while (*t != '\0' && is_ignorable (agreed_character_at (t)))
        t = g_utf8_next_char (t);
      if (*t == '\0' || fold (agreed_character_at (t)) != fold (wanted))
        return 0;
      t = g_utf8_next_char (t);
      if (wanted == ' ')
        while (*t != '\0' && g_unichar_isspace (agreed_character_at (t)))
          t = g_utf8_next_char (t);
      last = wanted;
    }

  while (*t != '\0' && is_ignorable (agreed_character_at (t)))
    t = g_utf8_next_char (t);
  if (parts_words (last) && *t != '\0' && parts_words (agreed_character_at (t)))
    return 0;

  return t - text;
}

/* Whether @phrase may begin with a letter that is folded to @first. Phrases are in lower case and in ordinary letters, and
 * every paragraph is held against hundreds of them: so what is neither the same letter nor a rare one is not folded. */
static gboolean
may_begin (const char *phrase,
           gunichar    first)
{
  gunichar c = agreed_character_at (phrase);

  if (c == first)
    return TRUE;
  if (c < 0x80 || agreed_character_is_east_asian (c))
    return FALSE;

  return fold (c) == first;
}

/* Most phrases fail at their first letter, so that is looked at before anything else is done. */
gsize
agreed_wording_match_any (const char *text,
                          const char *phrases,
                          guint      *index)
{
  const char *start = text;
  gsize best = 0;
  guint n = 0;
  gunichar first;

  while (*text != '\0' && is_ignorable (agreed_character_at (text)))
    text = g_utf8_next_char (text);
  first = *text != '\0' ? fold (agreed_character_at (text)) : 0;

  for (const char *p = phrases; first != 0 && *p != '\0'; n++)
    {
      const char *end = strchr (p, '|');
      gsize found = 0;

      if (end == NULL)
        end = p + strlen (p);
      if (may_begin (p, first))
        found = agreed_wording_match (text, p, end - p);
      if (found > best)
        {
          best = found;
          if (index != NULL)
            *index = n;
        }
      p = *end == '|' ? end + 1 : end;
    }

  return best > 0 ? best + (text - start) : 0;
}

gssize
agreed_wording_find (const char *text,
                     const char *phrases,
                     gsize      *length)
{
  gunichar previous = 0;

  for (const char *t = text; *t != '\0'; t = g_utf8_next_char (t))
    {
      if (!parts_words (previous))
        {
          gsize found = agreed_wording_match_any (t, phrases, NULL);

          if (found > 0)
            {
              if (length != NULL)
                *length = found;
              return t - text;
            }
        }
      previous = agreed_character_at (t);
    }

  return -1;
}
