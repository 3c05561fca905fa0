/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-order.h"

typedef struct {
  AgreedRow *row;
  gint64 place;  /* of its first older paragraph, or of that of the row before it; -1 before all */
  gboolean alone; /* it has no older paragraph */
  guint position; /* in the newer text's order */
} Entry;

static GHashTable *
count_places (AgreedText *text)
{
  GHashTable *places = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    g_hash_table_insert (places, agreed_text_get_paragraph (text, i), GUINT_TO_POINTER (i));
  return places;
}

static int
compare_entries (const void *a,
                 const void *b)
{
  const Entry *one = a, *other = b;

  if (one->place != other->place)
    return one->place < other->place ? -1 : 1;
  if (one->alone != other->alone)
    return one->alone ? 1 : -1;
  return one->position < other->position ? -1 : one->position > other->position;
}

GListModel *
agreed_rows_in_order (AgreedComparison *comparison,
                      AgreedSide        side)
{
  GListStore *ordered;
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GArray) entries = NULL;
  gint64 place = -1;

  g_return_val_if_fail (AGREED_IS_COMPARISON (comparison), NULL);

  if (side == AGREED_SIDE_NEWER)
    return G_LIST_MODEL (g_object_ref (comparison));

  places = count_places (agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER));
  entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER);
      Entry entry = { row, place, paragraphs->len == 0, i }; /* the comparison keeps the row */

      if (paragraphs->len > 0)
        entry.place = place = GPOINTER_TO_UINT (g_hash_table_lookup (places, paragraphs->pdata[0]));
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);

  ordered = g_list_store_new (AGREED_TYPE_ROW);
  for (guint i = 0; i < entries->len; i++)
    g_list_store_append (ordered, g_array_index (entries, Entry, i).row);
  return G_LIST_MODEL (ordered);
}
