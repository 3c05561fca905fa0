/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-tables.h"

/* How a table is told from wording: several lines have gaps far wider than any space, and the gaps stand below each other.
 * Where that is so, every stripe that is white in all of these lines parts two columns. The rules that are drawn around
 * tables are not seen here. */

/* A gap so many times as wide as the type is high is no space between words; one narrower than that is. */
#define WIDE_GAP   1.5
#define WORD_SPACE .4

/* So many full stops one behind the other lead from a name to its figure. */
#define FEWEST_LEADERS 4

/* Lines with wide gaps in a table of two columns, and in one of more. */
#define FEWEST_ROWS      3
#define FEWEST_ROWS_WIDE 2

/* Lines without wide gaps between two that have some: a cell may have so many lines of its own. */
#define LONGEST_CELL 6

/* A line so much further down than the usual one is of another row. */
#define FURTHER 1.12

/* Distances that are larger than the smallest are those of rows, where there are so many of them. */
#define FEWEST_RULED 3

/* Points across a page that are looked at; wider ones are nobody's. */
#define WIDEST 2000
#define MOST_COLUMNS 40

/* Where one column has nothing longer than this in it, it is the numbers of a list. */
#define LONGEST_LABEL 5

typedef struct {
  GPtrArray *lines;
  double body;
  guint from, to;              /* lines; the last one included */
  double gutters[MOST_COLUMNS]; /* where a column begins that is not the first */
  double stripes[MOST_COLUMNS]; /* where the white before it begins */
  guint n_gutters;
} Table;

static AgreedPdfLine *
line_at (GPtrArray *lines, guint i)
{
  return g_ptr_array_index (lines, i);
}

/* Whether the glyph is one of a row of full stops that leads to the next column. */
static gboolean
is_leader (const AgreedPdfLine *line, guint i)
{
  guint n = 1;

  if (agreed_pdf_glyph_at (line, i)->character != '.')
    return FALSE;
  for (int step = -1; step <= 1; step += 2)
    for (gint64 k = (gint64) i + step; k >= 0 && k < line->glyphs->len && n < FEWEST_LEADERS; k += step)
      {
        gunichar character = agreed_pdf_glyph_at (line, k)->character;

        if (character == '.')
          n++;
        else if (!g_unichar_isspace (character))
          break;
      }

  return n >= FEWEST_LEADERS;
}

static gboolean
is_ink (const AgreedPdfLine *line, guint i)
{
  return !g_unichar_isspace (agreed_pdf_glyph_at (line, i)->character) && !is_leader (line, i);
}

/* "12", "12.", "(a)", "–", "IV." before a gap are the number of what follows. */
static gboolean
is_label (const AgreedPdfLine *line, guint end)
{
  guint n = 0, n_letters = 0;
  gunichar last = 0;

  for (guint i = 0; i < end; i++)
    if (is_ink (line, i))
      {
        last = agreed_pdf_glyph_at (line, i)->character;
        n_letters += g_unichar_isalpha (last);
        n++;
      }

  return n <= LONGEST_LABEL && (n_letters == 0 || !g_unichar_isalnum (last));
}

/* Calls for each gap between two glyphs with ink: how wide it is, and the glyph behind it. Gives how many are wide. */
static guint
count_wide_gaps (const AgreedPdfLine *line)
{
  const AgreedPdfGlyph *last = NULL;
  guint n = 0;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);

      if (!is_ink (line, i))
        continue;
      if (last != NULL && MAX (glyph->x1 - last->x2, last->x1 - glyph->x2) >= WIDE_GAP * line->size
          && !(n == 0 && is_label (line, i)))
        n++;
      last = glyph;
    }

  return n;
}

/* ---- columns ---- */

/* Adds a line's ink to the points that it covers, spaces between words too. */
static void
add_ink (const AgreedPdfLine *line, guint16 *covered)
{
  const AgreedPdfGlyph *last = NULL;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);
      double from = glyph->x1;

      if (!is_ink (line, i))
        continue;
      if (last != NULL && glyph->x1 > last->x2 && glyph->x1 - last->x2 < WORD_SPACE * line->size)
        from = last->x2;
      for (int x = CLAMP (from, 0, WIDEST - 1); x < CLAMP (glyph->x2, 0, WIDEST); x++)
        covered[x]++;
      last = glyph;
    }
}

/* The white stripes that the lines with wide gaps have in common. */
static void
find_gutters (Table *table)
{
  g_autofree guint16 *covered = g_new0 (guint16, WIDEST + 1), *own = g_new0 (guint16, WIDEST + 1);
  guint n = 0;
  int white = -1;

  for (guint i = table->from; i <= table->to; i++)
    {
      const AgreedPdfLine *line = line_at (table->lines, i);

      if (count_wide_gaps (line) == 0)
        continue;
      n++;
      memset (own, 0, (WIDEST + 1) * sizeof (guint16));
      add_ink (line, own);
      for (int x = 0; x < WIDEST; x++)
        covered[x] += own[x] > 0;
    }

  table->n_gutters = 0;
  for (int x = 0, ink = 0; x < WIDEST; x++)
    {
      gboolean is_white = covered[x] * 10 <= n;

      if (!is_white && white >= 0 && ink > 0 && x - white >= (int) (WORD_SPACE * table->body)
          && table->n_gutters < MOST_COLUMNS)
        {
          table->stripes[table->n_gutters] = white;
          table->gutters[table->n_gutters++] = x;
        }
      if (is_white && white < 0)
        white = x;
      if (!is_white)
        {
          white = -1;
          ink++;
        }
    }
}

/* Whether ink of the line runs over the stripe before a column. */
static gboolean
crosses (const Table *table, const AgreedPdfLine *line)
{
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);

      if (!is_ink (line, i))
        continue;
      for (guint k = 0; k < table->n_gutters; k++)
        if (glyph->x1 < table->gutters[k] - 1 && glyph->x2 > table->stripes[k] + 1)
          return TRUE;
    }

  return FALSE;
}

static guint
column_of (const Table *table, const AgreedPdfGlyph *glyph)
{
  double middle = (glyph->x1 + glyph->x2) / 2;
  guint column = 0;

  while (column < table->n_gutters && middle > (table->gutters[column] + table->stripes[column]) / 2)
    column++;

  return column;
}

/* ---- where it begins and ends ---- */

/* The lines from @from on that may be of one table: with wide gaps, and between them a few without. */
static guint
find_last (GPtrArray *lines, guint from)
{
  guint last = from;

  for (guint i = from + 1; i < lines->len && i - last <= LONGEST_CELL; i++)
    {
      if (line_at (lines, i)->role != AGREED_PDF_BODY)
        break;
      if (count_wide_gaps (line_at (lines, i)) > 0)
        last = i;
    }

  return last;
}

/* Ends the table before the first line that runs over its columns, unless that is a line by itself inside it. */
static void
cut (Table *table)
{
  guint last = table->from;

  for (guint i = table->from + 1; i <= table->to; i++)
    {
      const AgreedPdfLine *line = line_at (table->lines, i);

      if (!crosses (table, line))
        last = count_wide_gaps (line) > 0 ? i : last;
      else if (crosses (table, line_at (table->lines, i - 1)) || (i < table->to && crosses (table, line_at (table->lines, i + 1))))
        break;
    }
  table->to = last;
}

static guint
count_rows (const Table *table)
{
  guint n = 0;

  for (guint i = table->from; i <= table->to; i++)
    n += count_wide_gaps (line_at (table->lines, i)) > 0 && !crosses (table, line_at (table->lines, i));

  return n;
}

/* Whether the first column holds nothing but the numbers of a list. */
static gboolean
is_list (const Table *table)
{
  if (table->n_gutters != 1)
    return FALSE;
  for (guint i = table->from; i <= table->to; i++)
    {
      const AgreedPdfLine *line = line_at (table->lines, i);
      guint end = 0;

      while (end < line->glyphs->len && column_of (table, agreed_pdf_glyph_at (line, end)) == 0)
        end++;
      if (!is_label (line, end))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_table (const Table *table)
{
  guint rows = count_rows (table);

  return table->n_gutters > 0 && rows >= (table->n_gutters > 1 ? FEWEST_ROWS_WIDE : FEWEST_ROWS)
         && (rows * 3 > table->to - table->from || rows > LONGEST_CELL) && !is_list (table);
}

/* The last cell's own further lines, which have no gaps in them: as near as lines of a cell are, and not at a paragraph's
 * place. */
static void
take_tail (Table *table, double nearest)
{
  while (table->to + 1 < table->lines->len)
    {
      const AgreedPdfLine *last = line_at (table->lines, table->to), *line = line_at (table->lines, table->to + 1);

      if (line->role != AGREED_PDF_BODY || crosses (table, line) || line->y2 - last->y2 > 1.06 * nearest
          || line->y2 - last->y2 <= 0 || ABS (line->size - last->size) > .6)
        return;
      for (guint k = 0; k < table->n_gutters; k++)
        if (line->end > table->gutters[k] && line->start < table->stripes[k])
          return;
      if (ABS (line->start - last->start) > table->body && line->start < (table->gutters[0] + table->stripes[0]) / 2)
        return;
      table->to++;
    }
}

/* ---- rows ---- */

/* The smallest distance of two lines of the table. @ruled: whether many are further apart, so that distance tells rows. */
static double
find_nearest (const Table *table, gboolean *ruled)
{
  double nearest = G_MAXDOUBLE;
  guint further = 0;

  for (guint i = table->from + 1; i <= table->to; i++)
    {
      double distance = line_at (table->lines, i)->y2 - line_at (table->lines, i - 1)->y2;

      if (distance > table->body * .6)
        nearest = MIN (nearest, distance);
    }
  for (guint i = table->from + 1; i <= table->to; i++)
    further += line_at (table->lines, i)->y2 - line_at (table->lines, i - 1)->y2 > FURTHER * nearest;
  *ruled = further * FEWEST_RULED >= table->to - table->from;

  return nearest;
}

static void
part_cells (const Table *table, AgreedPdfLine *line)
{
  line->cells = g_ptr_array_new_with_free_func (agreed_pdf_line_free);
  for (guint i = 0; i <= table->n_gutters; i++)
    g_ptr_array_add (line->cells, NULL);
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);
      guint column = column_of (table, glyph);
      AgreedPdfLine *cell = g_ptr_array_index (line->cells, column);

      if (is_leader (line, i) || (cell == NULL && g_unichar_isspace (glyph->character)))
        continue;
      if (cell == NULL)
        {
          cell = agreed_pdf_line_new ();
          cell->size = line->size;
          g_ptr_array_index (line->cells, column) = cell;
        }
      g_array_append_val (cell->glyphs, *glyph);
    }
  for (guint i = 0; i <= table->n_gutters; i++)
    {
      AgreedPdfLine *cell = g_ptr_array_index (line->cells, i);

      while (cell != NULL && cell->glyphs->len > 1
             && g_unichar_isspace (agreed_pdf_glyph_at (cell, cell->glyphs->len - 1)->character))
        g_array_set_size (cell->glyphs, cell->glyphs->len - 1);
    }
}

static guint
count_cells (const AgreedPdfLine *line)
{
  guint n = 0;

  for (guint i = 0; i < line->cells->len; i++)
    n += g_ptr_array_index (line->cells, i) != NULL;

  return n;
}

static gboolean
is_figure (const AgreedPdfLine *cell)
{
  for (guint i = 0; cell != NULL && i < cell->glyphs->len; i++)
    if (g_unichar_isalpha (agreed_pdf_glyph_at (cell, i)->character))
      return FALSE;

  return cell != NULL;
}

/* Whether two lines have figures in the same column, which no cell has on two lines. */
static gboolean
have_figures (const AgreedPdfLine *above, const AgreedPdfLine *line)
{
  for (guint i = 0; i < line->cells->len && i < above->cells->len; i++)
    if (is_figure (g_ptr_array_index (above->cells, i)) && is_figure (g_ptr_array_index (line->cells, i)))
      return TRUE;

  return FALSE;
}

/* @begins: the line that the row at hand began with */
static gboolean
begins_row (const AgreedPdfLine *begins, const AgreedPdfLine *last, const AgreedPdfLine *line, double nearest, gboolean ruled)
{
  const AgreedPdfLine *first = g_ptr_array_index (line->cells, 0);

  if (have_figures (last, line) || line->y2 <= last->y2)
    return TRUE;
  if (ruled)
    return line->y2 - last->y2 > FURTHER * nearest;
  if (first == NULL)
    return FALSE;
  /* the second line of a name in the first column hangs, or goes on in lower case */
  if (count_cells (line) == 1 && count_cells (begins) > 1)
    return !g_unichar_islower (agreed_pdf_glyph_at (first, 0)->character) && line->start < begins->start + 3;

  return TRUE;
}

static void
part_rows (Table *table)
{
  gboolean ruled;
  double nearest = find_nearest (table, &ruled);
  const AgreedPdfLine *begins = NULL, *last = NULL;

  take_tail (table, nearest);
  for (guint i = table->from; i <= table->to; i++)
    {
      AgreedPdfLine *line = line_at (table->lines, i);

      line->role = AGREED_PDF_TABLE;
      part_cells (table, line);
      line->begins_row = last == NULL || begins_row (begins, last, line, nearest, ruled);
      begins = line->begins_row ? line : begins;
      last = line;
    }
}

void
agreed_pdf_find_tables (GPtrArray *lines, double body, double below)
{
  for (guint i = 0; i < lines->len; i++)
    {
      Table table = { .lines = lines, .body = body, .from = i };
      const AgreedPdfLine *line = line_at (lines, i);

      if (line->role != AGREED_PDF_BODY || line->y1 < below || count_wide_gaps (line) == 0)
        continue;
      table.to = find_last (lines, i);
      for (guint before = 0; table.to > i && table.to != before;)
        {
          before = table.to;
          find_gutters (&table);
          cut (&table);
        }
      if (table.to == i || !is_table (&table))
        continue;
      part_rows (&table);
      i = table.to;
    }
}
