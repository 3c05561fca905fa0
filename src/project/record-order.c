/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record-order.h"

/* A record with its place in the project worked out once; G_MAXUINT is a place that is not there. */
typedef struct {
  AgreedRecord *record;
  guint at[6];
} Sortable;

/* Topic ids → their position + 1; the ids are those of @topics. */
static GHashTable *
number_topics (GPtrArray *topics)
{
  g_autoptr (GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < topics->len; i++)
    g_hash_table_insert (positions, g_ptr_array_index (topics, i), GUINT_TO_POINTER (i + 1));

  return g_steal_pointer (&positions);
}

static int
compare_numbers (guint a,
                 guint b)
{
  return (a > b) - (a < b);
}

static int
compare_places (const AgreedPlace *a,
                const AgreedPlace *b)
{
  int order = g_strcmp0 (a->text, b->text);

  if (order == 0)
    order = g_strcmp0 (a->label, b->label);
  if (order == 0)
    order = compare_numbers (a->nth, b->nth);
  if (order == 0)
    order = g_strcmp0 (a->passage != NULL ? a->passage->exact : NULL, b->passage != NULL ? b->passage->exact : NULL);

  return order;
}

/* The whole of a paragraph comes before its passages. */
static guint
number_passage (const AgreedPlace *place)
{
  return place->passage != NULL ? place->passage->start + 1 : 0;
}

/* By place; and where places are not there, by name. No two records of one kind are alike in all of it. */
static int
compare_sortables (gconstpointer a,
                   gconstpointer b)
{
  const Sortable *one = a;
  const Sortable *two = b;
  int order = 0;

  for (guint i = 0; i < G_N_ELEMENTS (one->at) && order == 0; i++)
    order = compare_numbers (one->at[i], two->at[i]);
  if (order == 0)
    order = compare_places (&one->record->place, &two->record->place);
  if (order == 0)
    order = compare_places (&one->record->other, &two->record->other);
  if (order == 0)
    order = g_strcmp0 (one->record->topic, two->record->topic);
  if (order == 0)
    order = compare_numbers (one->record->position, two->record->position);

  return order;
}

void
agreed_records_sort (GPtrArray    *records,
                     GPtrArray    *topics,
                     AgreedLocate  locate,
                     gpointer      data)
{
  g_autoptr (GHashTable) numbers = number_topics (topics);
  g_autofree Sortable *sortables = g_new (Sortable, records->len);

  for (guint i = 0; i < records->len; i++)
    {
      Sortable *each = &sortables[i];

      each->record = g_ptr_array_index (records, i);
      memset (each->at, 0xff, sizeof each->at);
      locate (&each->record->place, &each->at[0], data);
      each->at[2] = number_passage (&each->record->place);
      locate (&each->record->other, &each->at[3], data);
      each->at[5] = each->record->topic != NULL
                      ? GPOINTER_TO_UINT (g_hash_table_lookup (numbers, each->record->topic)) - 1
                      : 0;
    }

  /* There is no array to be sorted where there are no records. */
  if (records->len > 0)
    qsort (sortables, records->len, sizeof *sortables, compare_sortables);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_index (records, i) = sortables[i].record;
}
