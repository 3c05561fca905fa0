/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "direction.h"

#include <string.h>

#define LEFT_TO_RIGHT 0x202a
#define POP           0x202c

static gboolean
is_mark (gunichar c)
{
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

static gboolean
has_marks (const char *text)
{
  /* All of them begin with this byte in UTF-8, which no character has but at its beginning. */
  for (const char *p = strchr (text, '\xe2'); p != NULL; p = strchr (p + 1, '\xe2'))
    if (is_mark (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

char *
agreed_direction_strip (const char *text)
{
  GString *stripped;
  guint owed = 0; /* spaces that stood first in the run at hand */
  gboolean run_begins = FALSE;

  if (!has_marks (text))
    return NULL;

  stripped = g_string_sized_new (strlen (text));
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (run_begins && c == ' ')
        {
          owed++;
          continue;
        }
      run_begins = c == LEFT_TO_RIGHT;
      if (c == POP || c == '\n')
        for (; owed > 0; owed--)
          g_string_append_c (stripped, ' ');
      if (!is_mark (c))
        g_string_append_unichar (stripped, c);
    }

  return g_string_free (stripped, FALSE);
}
