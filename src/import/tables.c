/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tables.h"

#include <string.h>

#include "flow.h"
#include "openings.h"

/* A table has so many rows with more than one cell. */
#define FEWEST_ROWS 2
/* What has so many paragraphs that open like a resolution's, or more than so many of all, is a text set in cells. */
#define MOST_OPENINGS    1
#define MOST_OPENED_PART 4
/* Bytes of the shortest paragraph, and not mere word, that opens so. */
#define SHORTEST_OPENED 60

typedef struct {
  guint row;         /* the last */
  guint column;      /* where it begins */
  gboolean counted;  /* it has more cells than that one */
  guint rows;        /* with more than one cell */
  guint paragraphs;
  guint opened;      /* of them as a resolution's paragraphs are */
  gboolean page;     /* no table but a page set by means of one */
} Table;

static AgreedBlock *
block_at (GPtrArray *blocks,
          guint      i)
{
  return g_ptr_array_index (blocks, i);
}

static gboolean
names_organ (const AgreedBlock      *block,
             const AgreedWordingSet *set)
{
  guint organ;
  gsize length;

  return agreed_opening_names_organ (block, set, &organ, &length);
}

static gboolean
opens_text (const AgreedBlock      *block,
            const AgreedWordingSet *set)
{
  return names_organ (block, set) ||
         (block->kind == AGREED_BLOCK_WORDING && strlen (block->wording) >= SHORTEST_OPENED &&
          agreed_opening_scan (block->wording, set, NULL) != AGREED_OPENING_NONE);
}

/* Before that there are heads only. */
static guint
find_first_text (GPtrArray              *blocks,
                 const AgreedWordingSet *set)
{
  for (guint i = 0; i < blocks->len; i++)
    if (opens_text (block_at (blocks, i), set))
      return i;

  return blocks->len;
}

static Table *
table_of (GHashTable *tables,
          guint       number)
{
  Table *table = g_hash_table_lookup (tables, GUINT_TO_POINTER (number));

  if (table == NULL)
    {
      table = g_new0 (Table, 1);
      g_hash_table_insert (tables, GUINT_TO_POINTER (number), table);
    }

  return table;
}

static void
look_at (GHashTable             *tables,
         const AgreedBlock      *block,
         const AgreedWordingSet *set,
         gboolean                in_head)
{
  Table *table = table_of (tables, block->cell->table);

  if (block->cell->around > 0)
    table_of (tables, block->cell->around)->page = TRUE;
  if (table->paragraphs == 0 || block->cell->row != table->row)
    {
      table->row = block->cell->row;
      table->column = block->cell->column;
      table->counted = FALSE;
    }
  else if (block->cell->column != table->column && !table->counted)
    {
      table->counted = TRUE;
      table->rows++;
    }
  table->paragraphs++;
  table->opened += opens_text (block, set);
  table->page |= in_head || names_organ (block, set);
}

static gboolean
is_table (const Table *table)
{
  return !table->page && table->rows >= FEWEST_ROWS &&
         (table->opened <= MOST_OPENINGS || table->opened * MOST_OPENED_PART < table->paragraphs);
}

/* ---- tables ---- */

static void
append_cell (AgreedBlock       *table,
             GString           *wording,
             const AgreedBlock *cell)
{
  gsize base;

  if (cell->cell->number != NULL)
    g_string_append (wording, cell->cell->number);
  base = wording->len;
  g_string_append (wording, cell->wording);
  for (guint i = 0; i < cell->marks->len; i++)
    {
      const AgreedBlockMark *mark = &g_array_index (cell->marks, AgreedBlockMark, i);

      agreed_block_add_mark (table, mark->marker, base + mark->offset);
    }
  for (guint i = 0; cell->changes != NULL && i < cell->changes->len; i++)
    {
      const AgreedTrackedChange *change = &g_array_index (cell->changes, AgreedTrackedChange, i);

      if (table->changes == NULL)
        table->changes = agreed_tracked_changes_new ();
      agreed_tracked_changes_append (table->changes, change->inserted, base + change->start, change->length, change->author,
                                     change->date);
    }
}

/* What parts this cell from the one before: a line's end, tabs, and between two paragraphs of a cell a space. */
static void
append_parting (GString          *wording,
                const AgreedCell *last,
                const AgreedCell *cell)
{
  if (last != NULL && cell->row == last->row && cell->column == last->column)
    {
      g_string_append_c (wording, ' ');
      return;
    }
  if (last != NULL && cell->row != last->row)
    g_string_append_c (wording, '\n');
  for (guint i = last != NULL && cell->row == last->row ? last->column : 0; i < cell->column; i++)
    g_string_append_c (wording, '\t');
}

/* The table whose first cell is at @start. @end: behind its last. Its footnotes go to @out behind it. */
static void
join_table (GPtrArray *blocks,
            guint      start,
            guint     *end,
            GPtrArray *out)
{
  guint number = block_at (blocks, start)->cell->table;
  AgreedBlock *table = agreed_block_new (AGREED_BLOCK_TABLE, "");
  g_autoptr (GString) wording = g_string_new (NULL);
  const AgreedCell *last = NULL;
  guint i;

  table->line = block_at (blocks, start)->line;
  g_ptr_array_add (out, table);
  for (i = start; i < blocks->len; i++)
    {
      AgreedBlock *block = block_at (blocks, i);

      if (block->kind == AGREED_BLOCK_FOOTNOTE)
        g_ptr_array_add (out, block);
      else if (block->cell == NULL || block->cell->table != number)
        break;
      else
        {
          append_parting (wording, last, block->cell);
          append_cell (table, wording, block);
          last = block->cell;
        }
    }
  g_set_str (&table->wording, g_strchomp (wording->str));
  for (guint k = start; k < i; k++)
    if (block_at (blocks, k)->kind != AGREED_BLOCK_FOOTNOTE)
      agreed_block_free (block_at (blocks, k));
  *end = i;
}

/* A table of a PDF that stands in a head is none. */
static void
part_rows (AgreedBlock *table,
           GPtrArray   *out)
{
  g_auto (GStrv) rows = g_strsplit_set (g_strdelimit (table->wording, "\t", ' '), "\n", -1);

  for (guint i = 0; rows[i] != NULL; i++)
    if (*g_strstrip (rows[i]) != '\0')
      g_ptr_array_add (out, agreed_block_new (AGREED_BLOCK_WORDING, rows[i]));
  agreed_block_free (table);
}

void
agreed_tables_settle (GPtrArray              *blocks,
                      const AgreedWordingSet *set)
{
  g_autoptr (GHashTable) tables = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GPtrArray) out = g_ptr_array_new ();
  guint first = find_first_text (blocks, set);

  for (guint i = 0; i < blocks->len; i++)
    if (block_at (blocks, i)->cell != NULL)
      look_at (tables, block_at (blocks, i), set, i < first);
  for (guint i = 0, end; i < blocks->len; i = end)
    {
      AgreedBlock *block = block_at (blocks, i);

      end = i + 1;
      if (block->cell != NULL && is_table (table_of (tables, block->cell->table)))
        join_table (blocks, i, &end, out);
      else if (block->kind == AGREED_BLOCK_TABLE && i < first)
        part_rows (block, out);
      else
        {
          agreed_block_leave_table (block);
          g_ptr_array_add (out, block);
        }
    }

  g_ptr_array_set_free_func (blocks, NULL);
  g_ptr_array_set_size (blocks, 0);
  for (guint i = 0; i < out->len; i++)
    g_ptr_array_add (blocks, g_ptr_array_index (out, i));
  g_ptr_array_set_free_func (blocks, (GDestroyNotify) agreed_block_free);
  if (g_hash_table_size (tables) > 0)
    agreed_flow_join_lone_numbers (blocks);
}
