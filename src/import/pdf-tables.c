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
#define LONGEST_LABEL 7

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

/* What stands on a line without a gap of so many times the type's size: glyphs, the last one included, and points. */
typedef struct {
  guint first, last;
  double x1, x2;
} Stretch;

static gint
compare_places (gconstpointer a, gconstpointer b)
{
  const Stretch *first = a, *second = b;

  return first->x1 < second->x1 ? -1 : first->x1 > second->x1;
}

/* The words of a line as they stand: a run that is written against the line's direction has its words the other way round.
 * Returns: (transfer full): array of Stretch */
static GArray *
find_words (const AgreedPdfLine *line)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (Stretch));
  gboolean inside = FALSE;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);
      Stretch word = { i, i, glyph->x1, glyph->x2 };
      Stretch *last = inside ? &g_array_index (words, Stretch, words->len - 1) : NULL;

      inside = is_ink (line, i);
      if (!inside)
        continue;
      if (last == NULL)
        g_array_append_val (words, word);
      else
        *last = (Stretch) { last->first, i, MIN (last->x1, word.x1), MAX (last->x2, word.x2) };
    }
  g_array_sort (words, compare_places);

  return words;
}

static Stretch *
word_at (GArray *words, guint i)
{
  return &g_array_index (words, Stretch, i);
}

/* The words that stand together with the one at @from. @to: behind the last of them */
static Stretch
take_stretch (GArray *words, guint from, double gap, guint *to)
{
  Stretch stretch = *word_at (words, from);

  for (*to = from + 1; *to < words->len && word_at (words, *to)->x1 - stretch.x2 < gap; (*to)++)
    stretch.x2 = MAX (stretch.x2, word_at (words, *to)->x2);

  return stretch;
}

/* "12", "12.", "(a)", "–", "IV." before a gap are the number of what follows. */
static gboolean
is_label (const AgreedPdfLine *line, const Stretch *stretch)
{
  guint n_letters = 0;

  if (stretch->last - stretch->first >= LONGEST_LABEL)
    return FALSE;
  for (guint i = stretch->first; i <= stretch->last; i++)
    n_letters += g_unichar_isalpha (agreed_pdf_glyph_at (line, i)->character);

  return n_letters == 0 || !g_unichar_isalnum (agreed_pdf_glyph_at (line, stretch->last)->character);
}

/* Whether any two glyphs are far enough apart. */
static gboolean
may_have_gap (const AgreedPdfLine *line)
{
  for (guint i = 1; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i), *last = agreed_pdf_glyph_at (line, i - 1);

      if ((g_unichar_isspace (glyph->character) && glyph->x2 - glyph->x1 >= WIDE_GAP * line->size)
          || MAX (glyph->x1 - last->x2, last->x1 - glyph->x2) >= WIDE_GAP * line->size
          || (glyph->character == '.' && last->character == '.'))
        return TRUE;
    }

  return FALSE;
}

/* How often stretches of the line are parted by wide gaps, but for that behind a number before the first. */
static guint
count_wide_gaps (const AgreedPdfLine *line)
{
  g_autoptr (GArray) words = NULL;
  guint n = 0;

  if (!may_have_gap (line))
    return 0;
  words = find_words (line);
  for (guint i = 0, to; i < words->len; i = to)
    {
      const Stretch stretch = take_stretch (words, i, WIDE_GAP * line->size, &to);

      n += to < words->len && !(i == 0 && to == 1 && is_label (line, &stretch));
    }

  return n;
}

/* ---- columns ---- */

static void
add_ink (const AgreedPdfLine *line, guint16 *covered)
{
  g_autoptr (GArray) words = find_words (line);

  for (guint i = 0, to; i < words->len; i = to)
    {
      const Stretch stretch = take_stretch (words, i, WORD_SPACE * line->size, &to);

      for (int x = CLAMP (stretch.x1, 0, WIDEST - 1); x < CLAMP (stretch.x2, 0, WIDEST); x++)
        covered[x]++;
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

/* Whether what stands there runs over the white before a column, from one side to the other. */
static gboolean
runs_over (const Table *table, const Stretch *stretch)
{
  for (guint k = 0; k < table->n_gutters; k++)
    if (stretch->x1 < table->stripes[k] + 1 && stretch->x2 > table->gutters[k] - 1)
      return TRUE;

  return FALSE;
}

static gboolean
crosses (const Table *table, const AgreedPdfLine *line)
{
  g_autoptr (GArray) words = find_words (line);

  for (guint i = 0, to; i < words->len; i = to)
    {
      const Stretch stretch = take_stretch (words, i, WORD_SPACE * line->size, &to);

      if (runs_over (table, &stretch))
        return TRUE;
    }

  return FALSE;
}

/* Figures that stand right may reach into the white before their column, and words that stand left into that behind it. */
static guint
column_of (const Table *table, const Stretch *stretch)
{
  double place = runs_over (table, stretch) ? stretch->x1 : (stretch->x1 + stretch->x2) / 2;
  guint column = 0;

  while (column < table->n_gutters && place > (table->gutters[column] + table->stripes[column]) / 2)
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
      g_autoptr (GArray) words = find_words (line);
      Stretch stretch;
      guint to;

      if (words->len == 0)
        continue;
      stretch = take_stretch (words, 0, WORD_SPACE * line->size, &to);
      if (column_of (table, &stretch) == 0 && (to > 1 || !is_label (line, &stretch)))
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

/* Which column each glyph is in; G_MAXUINT for those that are no ink. Returns: (transfer full) */
static guint *
place_glyphs (const Table *table, const AgreedPdfLine *line)
{
  g_autoptr (GArray) words = find_words (line);
  guint *columns = g_new (guint, line->glyphs->len);

  for (guint i = 0; i < line->glyphs->len; i++)
    columns[i] = G_MAXUINT;
  for (guint i = 0, to; i < words->len; i = to)
    {
      const Stretch stretch = take_stretch (words, i, WORD_SPACE * line->size, &to);

      for (guint k = i; k < to; k++)
        for (guint g = word_at (words, k)->first; g <= word_at (words, k)->last; g++)
          columns[g] = column_of (table, &stretch);
    }

  return columns;
}

static void
part_cells (const Table *table, AgreedPdfLine *line)
{
  g_autofree guint *columns = place_glyphs (table, line);
  guint last = G_MAXUINT;

  line->cells = g_ptr_array_new_with_free_func (agreed_pdf_line_free);
  for (guint i = 0; i <= table->n_gutters; i++)
    g_ptr_array_add (line->cells, NULL);
  for (guint i = 0; i < line->glyphs->len; last = columns[i++])
    {
      AgreedPdfLine *cell;

      if (columns[i] == G_MAXUINT)
        continue;
      if (g_ptr_array_index (line->cells, columns[i]) == NULL)
        g_ptr_array_index (line->cells, columns[i]) = agreed_pdf_line_new ();
      cell = g_ptr_array_index (line->cells, columns[i]);
      cell->size = line->size;
      if (last == G_MAXUINT && cell->glyphs->len > 0)
        {
          AgreedPdfGlyph space = *agreed_pdf_glyph_at (cell, cell->glyphs->len - 1);

          space.character = ' ';
          g_array_append_val (cell->glyphs, space);
        }
      g_array_append_vals (cell->glyphs, agreed_pdf_glyph_at (line, i), 1);
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

/* @begins: the line that the row at hand began with. A figure beside other cells begins one,
 * unless it stands at the end of what it belongs to. */
static gboolean
begins_row (const AgreedPdfLine *begins, const AgreedPdfLine *last, const AgreedPdfLine *line, double nearest, gboolean ruled)
{
  const AgreedPdfLine *first = g_ptr_array_index (line->cells, 0);

  if (have_figures (last, line) || line->y2 <= last->y2)
    return TRUE;
  if (count_cells (begins) == 1 && count_cells (last) == 1 && first != NULL && g_ptr_array_index (last->cells, 0) != NULL
      && g_unichar_islower (agreed_pdf_glyph_at (first, 0)->character))
    return FALSE;
  for (guint i = 1; count_cells (line) > 1 && i < line->cells->len; i++)
    if (is_figure (g_ptr_array_index (line->cells, i)))
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
