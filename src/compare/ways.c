/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ways.h"

#include "difference.h"
#include "row-runs.h"

/* The rows of one of the comparisons, and which of them has a paragraph of the text that both share. */
typedef struct {
  AgreedSide shared;
  AgreedText *texts[AGREED_N_SIDES];
  GPtrArray *rows; /* AgreedRow, in their order */
  GHashTable *holders; /* AgreedParagraph → AgreedRow */
  GHashTable *taken; /* AgreedRow that have a way already */
  GHashTable *places; /* AgreedParagraph → its position in its text; AgreedRow → that in @rows */
} Step;

static void
count_places (Step       *step,
              AgreedText *text)
{
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    g_hash_table_insert (step->places, agreed_text_get_paragraph (text, i), GUINT_TO_POINTER (i));
}

static void
step_init (Step             *step,
           AgreedComparison *comparison,
           GListModel       *rows,
           AgreedSide        shared)
{
  step->shared = shared;
  step->rows = g_ptr_array_new_with_free_func (g_object_unref);
  step->holders = g_hash_table_new (NULL, NULL);
  step->taken = g_hash_table_new (NULL, NULL);
  step->places = g_hash_table_new (NULL, NULL);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      step->texts[side] = agreed_comparison_get_text (comparison, side);
      count_places (step, step->texts[side]);
    }
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      AgreedRow *row = g_list_model_get_item (rows, i);
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, shared);

      g_ptr_array_add (step->rows, row);
      g_hash_table_insert (step->places, row, GUINT_TO_POINTER (i));
      for (guint k = 0; k < paragraphs->len; k++)
        g_hash_table_insert (step->holders, paragraphs->pdata[k], row);
    }
}

static void
step_clear (Step *step)
{
  g_ptr_array_unref (step->rows);
  g_hash_table_unref (step->holders);
  g_hash_table_unref (step->taken);
  g_hash_table_unref (step->places);
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      data)
{
  Step *step = data;
  guint one = GPOINTER_TO_UINT (g_hash_table_lookup (step->places, *(gpointer *) a));
  guint other = GPOINTER_TO_UINT (g_hash_table_lookup (step->places, *(gpointer *) b));

  return one < other ? -1 : one > other;
}

static GPtrArray *
join (GPtrArray *rows,
      GPtrArray *(*get) (AgreedRow *row, AgreedSide side),
      AgreedSide side)
{
  GPtrArray *joined = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *parts = get (rows->pdata[i], side);

      for (guint k = 0; k < parts->len; k++)
        g_ptr_array_add (joined, g_object_ref (parts->pdata[k]));
    }

  return joined;
}

static GPtrArray *
get_links (AgreedRow  *row,
           AgreedSide  side)
{
  return agreed_row_get_links (row);
}

/* One row in the place of several. @before: (nullable), as agreed_row_new_after() has it */
static AgreedRow *
join_rows (Step      *step,
           GPtrArray *rows,
           AgreedRow *before)
{
  const char *language = agreed_text_get_language (step->texts[AGREED_SIDE_NEWER]);
  g_autoptr (GPtrArray) older = join (rows, agreed_row_get_paragraphs, AGREED_SIDE_OLDER);
  g_autoptr (GPtrArray) newer = join (rows, agreed_row_get_paragraphs, AGREED_SIDE_NEWER);
  g_autoptr (GPtrArray) links = join (rows, get_links, AGREED_SIDE_OLDER);
  g_autoptr (GArray) runs = NULL;

  if (rows->len == 1)
    return agreed_row_new_after (before, older, newer, links, agreed_row_get_change (rows->pdata[0]),
                                 agreed_row_get_runs (rows->pdata[0]));

  if (language == NULL)
    language = agreed_text_get_language (step->texts[AGREED_SIDE_OLDER]);
  g_ptr_array_sort_with_data (older, compare_places, step);
  g_ptr_array_sort_with_data (newer, compare_places, step);
  runs = agreed_row_runs_new (older, newer, links, language);

  return agreed_row_new_after (before, older, newer, links, agreed_row_runs_get_change (runs, older, newer), runs);
}

/* Takes the rows of @step that share a paragraph with @row, a row of the other step. */
static void
take_sharing (Step       *step,
              AgreedRow  *row,
              AgreedSide  shared,
              GPtrArray  *taken)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, shared);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      AgreedRow *holder = g_hash_table_lookup (step->holders, paragraphs->pdata[i]);

      if (holder != NULL && g_hash_table_add (step->taken, holder))
        g_ptr_array_add (taken, holder);
    }
}

/* @first: a row of @after. @rows: becomes the rows of each step that are on its way */
static void
follow (Step      *before,
        Step      *after,
        AgreedRow *first,
        GPtrArray *rows[2])
{
  guint looked[2] = { 0, 0 };

  g_hash_table_add (after->taken, first);
  g_ptr_array_add (rows[1], first);
  while (looked[0] < rows[0]->len || looked[1] < rows[1]->len)
    {
      while (looked[1] < rows[1]->len)
        take_sharing (before, g_ptr_array_index (rows[1], looked[1]++), after->shared, rows[0]);
      while (looked[0] < rows[0]->len)
        take_sharing (after, g_ptr_array_index (rows[0], looked[0]++), before->shared, rows[1]);
    }
}

/* What went before the older text: rows of @before from @position on that no other row shares anything with. */
static void
append_gone (GListStore *ways,
             Step       *before,
             guint       position)
{
  for (; position < before->rows->len; position++)
    {
      AgreedRow *gone = g_ptr_array_index (before->rows, position), *way;
      GPtrArray *nothing = agreed_row_get_paragraphs (gone, before->shared);
      g_autoptr (GArray) no_runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));

      if (nothing->len > 0 || !g_hash_table_add (before->taken, gone))
        return;
      way = agreed_row_new_after (gone, nothing, nothing, nothing, AGREED_CHANGE_REMOVED, no_runs);
      g_list_store_append (ways, way);
      g_object_unref (way);
    }
}

static void
append_way (GListStore *ways,
            Step       *before,
            Step       *after,
            AgreedRow  *first)
{
  g_autoptr (GPtrArray) earlier = g_ptr_array_new (), later = g_ptr_array_new ();
  GPtrArray *rows[] = { earlier, later };
  g_autoptr (AgreedRow) step = NULL;
  g_autoptr (AgreedRow) way = NULL;

  follow (before, after, first, rows);
  if (earlier->len > 0)
    step = join_rows (before, earlier, NULL);
  way = join_rows (after, later, step);
  g_list_store_append (ways, way);
  for (guint i = 0; i < earlier->len; i++)
    append_gone (ways, before, GPOINTER_TO_UINT (g_hash_table_lookup (before->places, earlier->pdata[i])) + 1);
}

GListModel *
agreed_ways_new (AgreedComparison *before,
                 AgreedComparison *after,
                 GListModel       *rows)
{
  GListStore *ways;
  Step steps[2];

  g_return_val_if_fail (AGREED_IS_COMPARISON (before), NULL);
  g_return_val_if_fail (AGREED_IS_COMPARISON (after), NULL);
  g_return_val_if_fail (agreed_comparison_get_text (before, AGREED_SIDE_NEWER)
                        == agreed_comparison_get_text (after, AGREED_SIDE_OLDER), NULL);

  ways = g_list_store_new (AGREED_TYPE_ROW);
  step_init (&steps[0], before, G_LIST_MODEL (before), AGREED_SIDE_NEWER);
  step_init (&steps[1], after, rows, AGREED_SIDE_OLDER);
  append_gone (ways, &steps[0], 0);
  for (guint i = 0; i < steps[1].rows->len; i++)
    if (!g_hash_table_contains (steps[1].taken, steps[1].rows->pdata[i]))
      append_way (ways, &steps[0], &steps[1], steps[1].rows->pdata[i]);
  for (guint i = 0; i < 2; i++)
    step_clear (&steps[i]);

  return G_LIST_MODEL (ways);
}
