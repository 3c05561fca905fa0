/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "selection.h"

#include "passage.h"
#include "words.h"

#include <string.h>

static int
compare_places (const AgreedTextPlace *a,
                const AgreedTextPlace *b)
{
  if (a->row != b->row)
    return a->row < b->row ? -1 : 1;

  return a->index < b->index ? -1 : a->index > b->index;
}

gboolean
agreed_selection_is_empty (const AgreedSelection *selection)
{
  return compare_places (&selection->fixed, &selection->moving) == 0;
}

static void
get_ends (const AgreedSelection *selection,
          AgreedTextPlace       *first,
          AgreedTextPlace       *last)
{
  gboolean forwards = compare_places (&selection->fixed, &selection->moving) <= 0;

  *first = forwards ? selection->fixed : selection->moving;
  *last = forwards ? selection->moving : selection->fixed;
}

gboolean
agreed_selection_get_range (const AgreedSelection *selection,
                            guint                  row,
                            gsize                  length,
                            gsize                 *start,
                            gsize                 *end)
{
  AgreedTextPlace first, last;

  get_ends (selection, &first, &last);
  if (row < first.row || row > last.row)
    return FALSE;

  *start = row == first.row ? MIN (first.index, length) : 0;
  *end = row == last.row ? MIN (last.index, length) : length;

  return *start < *end;
}

static void
append_row (const AgreedSelection *selection,
            AgreedRow             *row,
            guint                  position,
            gboolean               one_column,
            gboolean               with_deleted,
            GString               *copy)
{
  g_autoptr (GPtrArray) passages = agreed_passages_new (row, selection->column, one_column);
  gsize start, end;

  if (!agreed_selection_get_range (selection, position, agreed_passages_get_length (passages), &start, &end))
    return;

  for (guint i = 0; i < passages->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (passages, i);
      gsize length = strlen (passage->text), before = copy->len;

      if (end <= passage->base || start >= passage->base + length)
        continue;
      if (before > 0)
        g_string_append_c (copy, '\n');
      agreed_passage_append_wording (passage, MAX (start, passage->base) - passage->base,
                                     MIN (end - passage->base, length), with_deleted, copy);
      if (before > 0 && copy->len == before + 1)
        g_string_truncate (copy, before);
    }
}

static char *
copy_rows (const AgreedSelection *selection,
           GListModel            *rows,
           gboolean               one_column,
           gboolean               with_deleted)
{
  GString *copy = g_string_new (NULL);
  guint n_rows = g_list_model_get_n_items (rows);
  AgreedTextPlace first, last;

  get_ends (selection, &first, &last);
  for (guint i = first.row; i <= last.row && i < n_rows; i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      append_row (selection, row, i, one_column, with_deleted, copy);
    }

  return g_string_free (copy, FALSE);
}

char *
agreed_selection_copy (const AgreedSelection *selection,
                       GListModel            *rows,
                       gboolean               one_column)
{
  g_autofree char *copy = NULL;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  if (!one_column)
    return copy_rows (selection, rows, FALSE, TRUE);

  copy = copy_rows (selection, rows, TRUE, FALSE);
  if (*copy != '\0')
    return g_steal_pointer (&copy);

  return copy_rows (selection, rows, TRUE, TRUE);
}

void
agreed_text_find_word (const char *text,
                       const char *language,
                       gsize       index,
                       gsize      *start,
                       gsize      *end)
{
  g_autoptr (AgreedWords) words = agreed_words_new (text, language);

  *start = *end = MIN (index, strlen (text));
  for (guint i = 0; i < words->n_tokens; i++)
    {
      const AgreedToken *token = &words->tokens[i];

      if (index < token->start || index >= token->start + token->length)
        continue;
      *start = token->start;
      *end = token->start + token->length;
      return;
    }
}
