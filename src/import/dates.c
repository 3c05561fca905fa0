/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include <string.h>

static const char *
skip_space (const char *p)
{
  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

static const char *
take_number (const char *p,
             guint       longest,
             guint      *value)
{
  guint n = 0;

  *value = 0;
  while (*p != '\0' && g_unichar_digit_value (g_utf8_get_char (p)) >= 0)
    {
      if (++n > longest)
        return NULL;
      *value = *value * 10 + g_unichar_digit_value (g_utf8_get_char (p));
      p = g_utf8_next_char (p);
    }

  return n > 0 ? p : NULL;
}

static const char *
take_word (const char *p,
           const char *words)
{
  gsize length = agreed_wording_match_any (p, words, NULL);

  return length > 0 ? p + length : NULL;
}

/* 2011年12月22日 */
static const char *
take_chinese (const char *p,
              guint      *year,
              guint      *month,
              guint      *day)
{
  if (!(p = take_number (p, 4, year)) || !(p = take_word (skip_space (p), "年")) ||
      !(p = take_number (skip_space (p), 2, month)) || !(p = take_word (skip_space (p), "月")) ||
      !(p = take_number (skip_space (p), 2, day)))
    return NULL;

  return take_word (skip_space (p), "日|号");
}

/* Day, month, year, with what languages put between: "22 de diciembre de 2011", "1er janvier 2012", and the two names that
 * a month has in Arabic, parted by a slash. */
static const char *
take_day_first (const char             *p,
                const AgreedWordingSet *set,
                guint                  *year,
                guint                  *month,
                guint                  *day)
{
  const char *after;
  guint index = 0;
  gsize length;

  if (!(p = take_number (p, 2, day)))
    return NULL;
  if ((after = take_word (p, "er|º|ª|st|nd|rd|th")))
    p = after;
  p = skip_space (p);
  if ((after = take_word (p, "de|of")))
    p = skip_space (after);
  if ((length = agreed_wording_match_any (p, set->months, &index)) == 0)
    return NULL;
  p = skip_space (p + length);
  if (*p == '/' && (length = agreed_wording_match_any (skip_space (p + 1), set->months, NULL)) > 0)
    p = skip_space (skip_space (p + 1) + length);
  if ((after = take_word (p, "de|del|,")))
    p = skip_space (after);
  *month = index % 12 + 1;

  return take_number (p, 4, year);
}

gboolean
agreed_date_scan (const char             *text,
                  const AgreedWordingSet *set,
                  gsize                  *length,
                  char                  **iso)
{
  guint year = 0, month = 0, day = 0;
  const char *end = g_str_equal (set->code, "zh") ? take_chinese (text, &year, &month, &day)
                                                  : take_day_first (text, set, &year, &month, &day);

  if (end == NULL || year < 1945 || year > 2199 || !g_date_valid_dmy (day, month, year))
    return FALSE;
  if (g_str_equal (set->code, "ru"))
    {
      const char *after = take_word (skip_space (end), "года|г.");

      end = after != NULL ? after : end;
    }
  *length = end - text;
  if (iso != NULL)
    *iso = g_strdup_printf ("%04u-%02u-%02u", year, month, day);

  return TRUE;
}

char *
agreed_date_find (const char             *text,
                  const AgreedWordingSet *set)
{
  gboolean digit_before = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean digit = g_unichar_digit_value (g_utf8_get_char (p)) >= 0;
      char *iso;
      gsize length;

      if (digit && !digit_before && agreed_date_scan (p, set, &length, &iso))
        return iso;
      digit_before = digit;
    }

  return NULL;
}

gboolean
agreed_dates_is_meeting (const char             *text,
                         const AgreedWordingSet *set)
{
  gboolean digit = FALSE;
  guint words = 1;
  gsize length;
  gssize found;

  if (strlen (text) > 80 || (found = agreed_wording_find (text, set->meetings, &length)) < 0)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      digit |= g_unichar_digit_value (g_utf8_get_char (p)) >= 0;
      words += *p == ' ';
    }
  /* Right-to-left the number stands behind the word, else the word ends the line. */
  text += found + length;
  return digit && words < 6 && (found == 0 || *text == '\0' || (strchr (",.", *text) != NULL && text[1] == '\0'));
}
