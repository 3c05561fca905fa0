/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redline-order.h"

/* Where the paragraphs of a text are shown. */
typedef struct {
  guint n_paragraphs;
  AgreedPiece *pieces;  /* by position in the text */
  GHashTable *starts;   /* AgreedRow to the position of its first paragraph */
  guint done;           /* paragraphs that are in the order already */
} Side;

static void
side_free (Side *side)
{
  g_free (side->pieces);
  g_hash_table_unref (side->starts);
  g_free (side);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Side, side_free)

static Side *
side_new (AgreedComparison *comparison,
          AgreedSide        which)
{
  Side *side = g_new0 (Side, 1);
  AgreedText *text = agreed_comparison_get_text (comparison, which);
  g_autoptr (GHashTable) positions = g_hash_table_new (NULL, NULL);

  side->n_paragraphs = agreed_text_get_n_paragraphs (text);
  side->pieces = g_new0 (AgreedPiece, side->n_paragraphs);
  side->starts = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < side->n_paragraphs; i++)
    g_hash_table_insert (positions, agreed_text_get_paragraph (text, i), GUINT_TO_POINTER (i));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, which);

      for (guint j = 0; j < paragraphs->len; j++)
        {
          guint position = GPOINTER_TO_UINT (g_hash_table_lookup (positions, paragraphs->pdata[j]));

          side->pieces[position] = (AgreedPiece){ .row = row, .side = which, .paragraph = j };
          if (j == 0)
            g_hash_table_insert (side->starts, row, GUINT_TO_POINTER (position));
        }
    }
  return side;
}

/* Whether the row's paragraphs of this side follow each other, and none of them is in the order already. */
static gboolean
is_ahead_in_one (const Side *side,
                 AgreedRow  *row,
                 guint       n_paragraphs)
{
  guint start = GPOINTER_TO_UINT (g_hash_table_lookup (side->starts, row));

  for (guint i = 0; i < n_paragraphs; i++)
    if (start + i >= side->n_paragraphs || side->pieces[start + i].row != row)
      return FALSE;

  return n_paragraphs > 0 && start >= side->done;
}

static void
append_until (GArray *order,
              Side   *side,
              guint   end)
{
  g_array_append_vals (order, side->pieces + side->done, end - side->done);
  side->done = end;
}

static void
append_together (GArray    *order,
                 AgreedRow *row,
                 Side      *older,
                 Side      *newer)
{
  guint n_older = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->len;
  guint n_newer = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->len;

  if (agreed_row_get_moved (row) || !is_ahead_in_one (older, row, n_older) || !is_ahead_in_one (newer, row, n_newer))
    return;
  append_until (order, older, GPOINTER_TO_UINT (g_hash_table_lookup (older->starts, row)));
  append_until (order, newer, GPOINTER_TO_UINT (g_hash_table_lookup (newer->starts, row)));
  g_array_append_vals (order, &(AgreedPiece){ .row = row, .together = TRUE }, 1);
  older->done += n_older;
  newer->done += n_newer;
}

GArray *
agreed_redline_order_new (AgreedComparison *comparison)
{
  GArray *order;
  g_autoptr (Side) older = NULL, newer = NULL;

  g_return_val_if_fail (AGREED_IS_COMPARISON (comparison), NULL);

  order = g_array_new (FALSE, FALSE, sizeof (AgreedPiece));
  older = side_new (comparison, AGREED_SIDE_OLDER);
  newer = side_new (comparison, AGREED_SIDE_NEWER);
  for (guint i = 0; i < newer->n_paragraphs; i++)
    if (newer->pieces[i].paragraph == 0)
      append_together (order, newer->pieces[i].row, older, newer);
  append_until (order, older, older->n_paragraphs);
  append_until (order, newer, newer->n_paragraphs);

  return order;
}
