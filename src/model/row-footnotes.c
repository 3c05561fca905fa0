/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-footnotes.h"

#include "difference.h"
#include "normalise.h"

#include <string.h>

/* The share of two wordings that must be equal for one to be the other reworded. */
#define ALIKE .4

static AgreedFootnote *
find_footnote (GListModel *footnotes,
               const char *marker)
{
  for (guint i = 0; footnotes != NULL && i < g_list_model_get_n_items (footnotes); i++)
    {
      g_autoptr (AgreedFootnote) footnote = g_list_model_get_item (footnotes, i);

      if (g_str_equal (agreed_footnote_get_marker (footnote), marker))
        return footnote; /* the list keeps it */
    }
  return NULL;
}

/* The footnotes of a side in their order, each once. */
static GPtrArray *
list_footnotes (AgreedRow  *row,
                AgreedSide  side,
                GListModel *footnotes)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < paragraphs->len; i++)
    {
      guint n_marks;
      const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraphs->pdata[i], &n_marks);

      for (guint k = 0; k < n_marks; k++)
        {
          AgreedFootnote *footnote = find_footnote (footnotes, marks[k].marker);

          if (footnote != NULL && !g_ptr_array_find (found, footnote, NULL))
            g_ptr_array_add (found, footnote);
        }
    }
  return found;
}

static gboolean
are_equal (AgreedFootnote *older,
           AgreedFootnote *newer)
{
  g_autofree char *one = agreed_normalise (agreed_footnote_get_wording (older), -1, FALSE);
  g_autofree char *other = agreed_normalise (agreed_footnote_get_wording (newer), -1, FALSE);

  return g_str_equal (one, other);
}

static gboolean
are_alike (AgreedFootnote *older,
           AgreedFootnote *newer)
{
  const char *one = agreed_footnote_get_wording (older), *other = agreed_footnote_get_wording (newer);
  g_autoptr (GArray) runs = agreed_difference_new (one, other, NULL);
  gsize equal = 0;

  for (guint i = 0; i < runs->len; i++)
    if (g_array_index (runs, AgreedRun, i).kind == AGREED_RUN_EQUAL)
      equal += g_array_index (runs, AgreedRun, i).older_length;
  return equal >= ALIKE * MAX (strlen (one), strlen (other));
}

/* Takes pairs out of both lists. @changes: (nullable): where they are told */
static void
pair (GPtrArray *older,
      GPtrArray *newer,
      gboolean (*belong) (AgreedFootnote *, AgreedFootnote *),
      GArray    *changes)
{
  for (guint i = 0; i < older->len;)
    {
      AgreedFootnoteChange change = { older->pdata[i], NULL };

      for (guint k = 0; k < newer->len && change.newer == NULL; k++)
        if (belong (older->pdata[i], newer->pdata[k]))
          change.newer = g_ptr_array_remove_index (newer, k);
      if (change.newer == NULL)
        {
          i++;
          continue;
        }
      g_ptr_array_remove_index (older, i);
      if (changes != NULL)
        g_array_append_val (changes, change);
    }
}

GArray *
agreed_row_compare_footnotes (AgreedRow  *row,
                              GListModel *older,
                              GListModel *newer)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (AgreedFootnoteChange));
  g_autoptr (GPtrArray) gone = NULL, come = NULL;

  g_return_val_if_fail (AGREED_IS_ROW (row), changes);

  gone = list_footnotes (row, AGREED_SIDE_OLDER, older);
  come = list_footnotes (row, AGREED_SIDE_NEWER, newer);
  pair (gone, come, are_equal, NULL);
  pair (gone, come, are_alike, changes);
  for (guint i = 0; i < gone->len; i++)
    g_array_append_val (changes, ((AgreedFootnoteChange) { gone->pdata[i], NULL }));
  for (guint i = 0; i < come->len; i++)
    g_array_append_val (changes, ((AgreedFootnoteChange) { NULL, come->pdata[i] }));
  return changes;
}
