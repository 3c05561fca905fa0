/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alignment-table.h"

/* Of a place of change, in hundredths of an ordinary word: a little more than one, so that a single such word between two
 * changes goes with them unless a clause ends there, and two do not. From 101 to 107 our judged rows in six languages come
 * out the same; from 110 on changes swallow words that a reader misses. */
#define PRICE 105

#define LOWEST       (G_MININT / 2)

/* How a cell of the table was reached. The best way that ends with the two words matched, and the best that ends inside
 * a change, are kept apart, because a change costs only where it begins. */
enum {
  MATCH_AFTER_CHANGE = 1 << 0, /* the match follows a change, not a match */
  CHANGE_TAKES_NEWER = 1 << 1, /* the change's last word is a newer one */
  CHANGE_BEGINS = 1 << 2,      /* … and its first */
};

/* A change that begins where a clause begins reads better than one that begins inside it. */
static inline int
price_before (const AgreedAlignWord *word)
{
  return PRICE - 5 * word->boundary;
}

/* Punctuation that both have ties as a word does: two changes in two clauses stay two. */
static inline int
worth_of_match (const AgreedAlignWord *older,
                const AgreedAlignWord *newer)
{
  static const int worth[] = { 0, 0, 45, 80 };

  return older->weight + worth[MIN (older->boundary, newer->boundary)];
}

/* Where each newer word of a block stands, by its key: chains of the places whose keys fall into one slot, ascending. */
typedef struct {
  guint *first; /* of each slot; counted from 1, 0 is none */
  guint *next;  /* of each place */
  guint mask;
} Index;

static void
index_init (Index                 *index,
            const AgreedAlignWord *words,
            guint                  n)
{
  guint size = 16;

  while (size < n)
    size *= 2;
  index->mask = size - 1;
  index->first = g_new0 (guint, size);
  index->next = g_new (guint, n + 1);
  for (guint j = n; j > 0; j--)
    {
      guint slot = words[j - 1].key & index->mask;

      index->next[j] = index->first[slot];
      index->first[slot] = j;
    }
}

static void
index_clear (Index *index)
{
  g_free (index->first);
  g_free (index->next);
}

/* The table, row by row: row i is older word i - 1, column j newer word j - 1, and before the first there is one of each.
 * @match: the best that ends with the words of row and column matched, LOWEST where they are different words; of the row
 * at hand and of the one above it, even and odd rows in turn.
 * @change: the best that ends inside a change; of the row above, and up to the column at hand of this one.
 * @columns: in which the words are the same, ascending, then one behind the last; as for @match.
 * @ways: how each of the row's matches is reached.
 * @how: how each cell is reached, a byte each. */
typedef struct {
  const AgreedAlignWord *older;
  const AgreedAlignWord *newer;
  guint n_newer;
  Index index;
  int *match[2];
  int *change;
  guint *columns[2];
  guint8 *ways;
  guint8 *how;
} Table;

/* The row before the first older word: nothing but newer words, in one change. */
static void
table_init (Table                 *table,
            const AgreedAlignWord *older,
            guint                  n,
            const AgreedAlignWord *newer,
            guint                  m)
{
  *table = (Table) { .older = older, .newer = newer, .n_newer = m };
  index_init (&table->index, table->newer, m);
  table->change = g_new (int, m + 1);
  for (guint k = 0; k < 2; k++)
    {
      table->match[k] = g_new (int, m + 1);
      table->columns[k] = g_new (guint, m + 2);
      table->columns[k][0] = m + 1;
      for (guint j = 0; j <= m; j++)
        table->match[k][j] = LOWEST;
    }
  table->ways = g_new (guint8, m + 1);
  table->how = g_malloc (((gsize) m + 1) * (n + 1));
  table->match[0][0] = 0;
  table->change[0] = LOWEST;
  for (guint j = 1; j <= m; j++)
    {
      table->change[j] = -price_before (&table->newer[0]);
      table->how[j] = CHANGE_TAKES_NEWER | (j > 1 ? 0 : CHANGE_BEGINS);
    }
}

static void
table_clear (Table *table)
{
  index_clear (&table->index);
  g_free (table->change);
  g_free (table->ways);
  g_free (table->how);
  for (guint k = 0; k < 2; k++)
    {
      g_free (table->match[k]);
      g_free (table->columns[k]);
    }
}

/* In which columns the word of row @i is found again, and the best that ends with that. */
static void
match_row (Table *table,
           guint  i)
{
  const AgreedAlignWord *older = &table->older[i - 1];
  const int *above = table->match[(i - 1) % 2];
  int *match = table->match[i % 2];
  guint *columns = table->columns[i % 2], n = 0;

  for (guint j = table->index.first[older->key & table->index.mask]; j > 0; j = table->index.next[j])
    {
      if (table->newer[j - 1].key != older->key)
        continue;
      match[j] = worth_of_match (older, &table->newer[j - 1]) + MAX (above[j - 1], table->change[j - 1]);
      table->ways[n] = table->change[j - 1] > above[j - 1] ? MATCH_AFTER_CHANGE : 0;
      columns[n++] = j;
    }
  columns[n] = table->n_newer + 1;
}

/* The best that ends inside a change, in every column. Between the columns in which a match ends, in this row or the one
 * above, it goes on from above or from the left: most cells are such, and nothing else may be done for them. */
static void
change_row (Table  *table,
            guint   i,
            guint8 *row)
{
  const int *above = table->match[(i - 1) % 2], *match = table->match[i % 2];
  const guint *before = table->columns[(i - 1) % 2], *here = table->columns[i % 2];
  int *change = table->change, price = price_before (&table->older[i - 1]), left = change[0];

  for (guint j = 1; j <= table->n_newer;)
    {
      guint end = MIN (*before, *here + 1);
      guint8 cell = 0;
      int best, begin;

      for (; j < MIN (end, table->n_newer + 1); j++)
        {
          gboolean from_left = left > change[j];

          left = change[j] = MAX (left, change[j]);
          row[j] = from_left ? CHANGE_TAKES_NEWER : 0;
        }
      if (j > table->n_newer)
        break;

      best = change[j];
      begin = above[j] - price;
      if (begin > best)
        {
          best = begin;
          cell = CHANGE_BEGINS;
        }
      if (left > best)
        {
          best = left;
          cell = CHANGE_TAKES_NEWER;
        }
      begin = match[j - 1] - price_before (&table->newer[j - 1]);
      if (begin > best)
        {
          best = begin;
          cell = CHANGE_TAKES_NEWER | CHANGE_BEGINS;
        }
      left = change[j] = best;
      row[j] = cell;
      before += *before == j;
      here += *here + 1 == j;
      j++;
    }
}

static void
add_row (Table *table,
         guint  i)
{
  guint8 *row = table->how + (gsize) i * (table->n_newer + 1);
  int *above = table->match[(i - 1) % 2], first = above[0] - price_before (&table->older[i - 1]);

  match_row (table, i);
  row[0] = first > table->change[0] ? CHANGE_BEGINS : 0;
  table->change[0] = MAX (first, table->change[0]);
  change_row (table, i, row);
  for (guint k = 0, j; (j = table->columns[i % 2][k]) <= table->n_newer; k++)
    row[j] |= table->ways[k];
  /* The row above is not needed any more, and the one below takes its place. */
  above[0] = LOWEST;
  for (guint k = 0, j; (j = table->columns[(i - 1) % 2][k]) <= table->n_newer; k++)
    above[j] = LOWEST;
}

/* Goes back through the table from the cell of the last words. */
static void
trace_back (const Table *table,
            guint        n_older,
            gboolean     in_change,
            guint32     *matches,
            guint32      offset)
{
  guint i = n_older, j = table->n_newer;

  while (i > 0 || j > 0)
    {
      guint8 cell = table->how[(gsize) i * (table->n_newer + 1) + j];

      if (!in_change)
        {
          matches[--i] = offset + --j;
          in_change = (cell & MATCH_AFTER_CHANGE) != 0;
        }
      else
        {
          in_change = !(cell & CHANGE_BEGINS);
          if (cell & CHANGE_TAKES_NEWER)
            j--;
          else
            i--;
        }
    }
}

void
agreed_align_table (const AgreedAlignWord *older,
                    guint                  n_older,
                    const AgreedAlignWord *newer,
                    guint                  n_newer,
                    guint32               *matches,
                    guint32                offset)
{
  Table table;

  table_init (&table, older, n_older, newer, n_newer);
  for (guint i = 1; i <= n_older; i++)
    add_row (&table, i);
  trace_back (&table, n_older, table.change[n_newer] > table.match[n_older % 2][n_newer], matches, offset);
  table_clear (&table);
}
