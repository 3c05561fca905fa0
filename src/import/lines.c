/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lines.h"

#include <string.h>

/* White space inside a line that parts what stood in two columns. */
#define COLUMN_GAP 8
/* So much white space alone on a line is the rule over footnotes, as some programs leave it. */
#define BLANK_RULE 30
#define TAB_STOP   8

static void
clear_line (gpointer data)
{
  AgreedLine *line = data;

  g_free (line->text);
}

static guint
char_width (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

guint
agreed_lines_width (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    width += char_width (g_utf8_get_char (p));

  return width;
}

static gboolean
is_space (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0x00a0 || c == 0xfeff;
}

/* Columns of white space at @text; @end: where it ends. */
static guint
measure_space (const char  *text,
               const char  *limit,
               const char **end)
{
  guint columns = 0;

  while (text < limit)
    {
      gunichar c = g_utf8_get_char (text);

      if (!is_space (c))
        break;
      columns = c == '\t' ? (columns / TAB_STOP + 1) * TAB_STOP : columns + char_width (c);
      text = g_utf8_next_char (text);
    }
  *end = text;

  return columns;
}

/* The place of the first wide gap, so far as what stands before it is no number of the paragraph that follows. */
static const char *
find_gap (const char  *start,
          const char  *limit,
          const char **after)
{
  guint letters = 0;

  for (const char *p = start; p < limit;)
    {
      gunichar c = g_utf8_get_char (p);

      if (is_space (c) && letters > 0)
        {
          if (measure_space (p, limit, after) >= COLUMN_GAP && *after < limit)
            return p;
          p = *after;
          continue;
        }
      letters += g_unichar_isalpha (c) || c == '/' || c == '-';
      p = g_utf8_next_char (p);
    }

  return NULL;
}

static void
add_piece (GArray     *lines,
           AgreedLine  line,
           const char *start,
           const char *end)
{
  while (end > start && is_space (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  line.text = g_strndup (start, end - start);
  line.width = agreed_lines_width (line.text);
  g_array_append_val (lines, line);
}

/* Adds what one line of the file holds; FALSE where it is blank. */
static gboolean
add_line (GArray     *lines,
          AgreedLine  line,
          const char *start,
          const char *end)
{
  const char *text, *gap, *after;

  line.indent = measure_space (start, end, &text);
  if (text == end)
    {
      if (line.indent < BLANK_RULE)
        return FALSE;
      line.role = AGREED_LINE_RULE;
      add_piece (lines, line, end, end);
      return TRUE;
    }

  while ((gap = find_gap (text, end, &after)) != NULL)
    {
      add_piece (lines, line, text, gap);
      line.indent += g_utf8_strlen (text, after - text);
      line.blank = 0;
      line.beside = TRUE;
      text = after;
    }
  add_piece (lines, line, text, end);

  return TRUE;
}

GArray *
agreed_lines_new (const char *text)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (AgreedLine));
  AgreedLine line = { .number = 1 };

  g_array_set_clear_func (lines, clear_line);
  for (const char *start = text; *start != '\0'; line.number++)
    {
      /* strcspn stops at line feeds of every kind but the two beyond ASCII, which decoding has made plain ones. */
      gsize length = strcspn (start, "\n\r\f\v");
      char ending = start[length];

      if (add_line (lines, line, start, start + length))
        line.blank = 0;
      else
        line.blank++;
      line.page += ending == '\f';
      start += length + (ending != '\0');
      if (ending == '\r' && *start == '\n')
        start++;
    }

  return lines;
}
