/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-tables.h"

#include <string.h>

#include "block.h"
#include "openings.h"

#define FEWEST_ROWS 3
/* So many spaces part two cells; so many full stops lead from one to the next. */
#define FEWEST_SPACES  3
#define FEWEST_LEADERS 4
/* A cell behind the first is a figure or a few words: what is longer is a page set in columns. */
#define LONGEST_CELL 40

typedef struct {
  GPtrArray *cells;
  guint second;     /* where the second cell begins, and the last one ends, in columns of the text */
  guint end;
  gboolean certain; /* parted by tabs or upright lines */
  gboolean rule;    /* "|---|---|" */
} Row;

static void
row_free (gpointer data)
{
  Row *row = data;

  if (row == NULL)
    return;
  g_ptr_array_unref (row->cells);
  g_free (row);
}

/* Bytes of what parts two cells at @p. */
static gsize
parting_at (const char *p,
            gboolean    lines,
            gboolean   *certain)
{
  const char *q = p;
  guint dots = 0;

  while (*q == ' ' || *q == '\t' || *q == '.')
    {
      *certain |= *q == '\t';
      dots += *q == '.';
      q++;
    }
  if (dots > 0 && dots < FEWEST_LEADERS)
    q = p + strspn (p, " \t");
  if (lines && *q == '|')
    {
      *certain = TRUE;
      return q + 1 - p;
    }

  return *q != '\0' && (memchr (p, '\t', q - p) != NULL || q - p >= FEWEST_SPACES) ? (gsize) (q - p) : 0;
}

static void
take_cell (Row        *row,
           const char *start,
           const char *end)
{
  g_ptr_array_add (row->cells, g_strstrip (g_strndup (start, end - start)));
}

/* The line as a row; NULL where it is none. */
static Row *
read_row (const char *line)
{
  gboolean lines = strchr (line, '|') != NULL;
  const char *start = line + strspn (line, lines ? " \t|" : " \t");
  Row *row = g_new0 (Row, 1);
  guint column = start - line;
  gsize length;

  row->cells = g_ptr_array_new_with_free_func (g_free);
  row->rule = lines && line[strspn (line, " |+:-=")] == '\0';
  for (const char *p = start; *p != '\0';)
    {
      gsize parting = parting_at (p, lines, &row->certain);

      if (parting > 0)
        {
          take_cell (row, start, p);
          start = p + parting;
          column += parting;
          if (row->cells->len == 1)
            row->second = column;
          p = start;
          continue;
        }
      column++;
      p = g_utf8_next_char (p);
    }
  if (*start != '\0')
    take_cell (row, start, start + strlen (start));
  row->end = column;
  if (row->rule)
    return row;

  /* "12.    Decides" is a paragraph */
  if (row->cells->len < 2 || agreed_numbering_scan (g_ptr_array_index (row->cells, 0), &length, NULL) != AGREED_NUMBERING_NONE)
    g_clear_pointer (&row, row_free);
  for (guint i = 1; row != NULL && i < row->cells->len; i++)
    if (g_utf8_strlen (g_ptr_array_index (row->cells, i), -1) > LONGEST_CELL)
      g_clear_pointer (&row, row_free);

  return row;
}

/* Whether two rows have their cells in the same places. */
static gboolean
stand_below (const Row *above,
             const Row *row)
{
  if (above->rule || row->rule)
    return TRUE;
  if (above->cells->len != row->cells->len)
    return FALSE;

  return (above->certain && row->certain) || ABS ((int) above->second - (int) row->second) <= 1 ||
         (row->cells->len == 2 && above->end == row->end);
}

static char *
join_rows (GPtrArray *rows,
           guint      from,
           guint      to)
{
  GString *table = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    {
      const Row *row = g_ptr_array_index (rows, i);

      if (row->rule)
        continue;
      if (table->len > 0)
        g_string_append_c (table, '\n');
      for (guint k = 0; k < row->cells->len; k++)
        g_string_append_printf (table, "%s%s", k > 0 ? "\t" : "", (const char *) g_ptr_array_index (row->cells, k));
    }

  return g_string_free (table, FALSE);
}

/* @next: which of @lines to look at from, as tables follow each other; set to the one behind the table. @from, @to: lines of
 * the file, from 0, the last one excluded */
static void
set_table (GArray    *lines,
           guint     *next,
           GPtrArray *rows,
           guint      from,
           guint      to)
{
  gboolean first = TRUE;

  for (; *next < lines->len; (*next)++)
    {
      AgreedLine *line = &g_array_index (lines, AgreedLine, *next);

      if (line->number <= from)
        continue;
      if (line->number > to)
        return;
      line->role = first ? AGREED_LINE_TABLE : AGREED_LINE_FURNITURE;
      if (first)
        {
          g_free (line->text);
          line->text = join_rows (rows, from, to);
        }
      first = FALSE;
    }
}

/* The first line behind that of the organ's name. */
static guint
find_start (char                  **raw,
            const AgreedWordingSet *set)
{
  for (guint i = 0; raw[i] != NULL; i++)
    {
      const char *start = raw[i] + strspn (raw[i], " \t");

      if (agreed_opening_organ (start + agreed_quote_scan (start), set, NULL) > 0)
        return i + 1;
    }

  return G_MAXUINT;
}

void
agreed_plain_find_tables (const char             *text,
                          GArray                 *lines,
                          const AgreedWordingSet *set)
{
  g_auto (GStrv) raw = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  guint start, n, next = 0;

  /* lines are counted by line feeds alone: a text with other ends of lines has none of these tables */
  if (strpbrk (text, "\r\f\v") != NULL)
    return;
  raw = g_strsplit_set (text, "\n", -1);
  start = find_start (raw, set);
  if (start == G_MAXUINT)
    return;
  rows = g_ptr_array_new_with_free_func (row_free);
  n = g_strv_length (raw);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (rows, i >= start ? read_row (raw[i]) : NULL);
  for (guint from = start, to; from < n; from = to)
    {
      to = from + 1;
      if (g_ptr_array_index (rows, from) == NULL)
        continue;
      while (to < n && g_ptr_array_index (rows, to) != NULL &&
             stand_below (g_ptr_array_index (rows, to - 1), g_ptr_array_index (rows, to)))
        to++;
      if (to - from >= FEWEST_ROWS)
        set_table (lines, &next, rows, from, to);
    }
}
