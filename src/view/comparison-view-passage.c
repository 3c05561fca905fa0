/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <string.h>

/* The words selected, as a passage of their paragraph: what can be tagged. */

/* Adds to *@start and *@end, in the side's wording of the row, what is selected of it between two bytes of a text. */
static void
cover_stretches (AgreedPassage *passage,
                 AgreedSide     side,
                 gsize          from,
                 gsize          upto,
                 gsize         *start,
                 gsize         *end)
{
  for (guint i = 0; i < passage->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, i);
      gsize first = MAX (from, stretch->text_start), last = MIN (upto, stretch->text_start + stretch->text_length);

      if (!stretch->is_wording || stretch->side != side || first >= last)
        continue;
      *start = MIN (*start, stretch->start + (first - stretch->text_start));
      *end = MAX (*end, stretch->start + (last - stretch->text_start));
    }
}

/* What is selected of a side, in its wording of the row. Returns: FALSE where nothing is */
static gboolean
find_selected (AgreedComparisonView *self,
               GPtrArray            *passages,
               AgreedSide            side,
               gsize                *start,
               gsize                *end)
{
  gsize first, last;

  *start = G_MAXSIZE;
  *end = 0;
  if (!agreed_selection_get_range (&self->selection, self->selection.fixed.row, agreed_passages_get_length (passages),
                                   &first, &last))
    return FALSE;
  for (guint i = 0; i < passages->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (passages, i);

      if (last > passage->base)
        cover_stretches (passage, side, MAX (first, passage->base) - passage->base, last - passage->base, start, end);
    }

  return *start < *end;
}

static void
leave_out_space (const char *wording,
                 gsize      *start,
                 gsize      *end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (wording + *start)))
    *start = g_utf8_next_char (wording + *start) - wording;
  while (*end > *start && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (wording + *end))))
    *end = g_utf8_prev_char (wording + *end) - wording;
}

AgreedParagraph *
agreed_row_find_paragraph (AgreedRow  *row,
                           AgreedSide  side,
                           gsize      *start,
                           gsize      *end)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);
  gsize base = 0;

  leave_out_space (agreed_row_get_wording (row, side), start, end);
  for (guint i = 0; i < paragraphs->len && *start < *end; i++)
    {
      gsize length = strlen (agreed_paragraph_get_wording (g_ptr_array_index (paragraphs, i)));

      if (*start >= base && *end <= base + length)
        {
          *start -= base;
          *end -= base;
          return g_ptr_array_index (paragraphs, i);
        }
      base += length + 1;
    }

  return NULL;
}

gboolean
agreed_comparison_view_get_selected_passage (AgreedComparisonView  *self,
                                             AgreedSide            *side,
                                             AgreedParagraph      **paragraph,
                                             gsize                 *start,
                                             gsize                 *length)
{
  const AgreedSelection *selection;
  gboolean one_column;
  g_autoptr (AgreedRow) row = NULL;
  g_autoptr (GPtrArray) passages = NULL;
  gsize end;

  g_return_val_if_fail (AGREED_IS_COMPARISON_VIEW (self), FALSE);

  selection = &self->selection;
  one_column = self->style.one_column;
  if (self->rows == NULL || agreed_selection_is_empty (selection) || selection->fixed.row != selection->moving.row)
    return FALSE;
  row = g_list_model_get_item (self->rows, selection->fixed.row);
  if (row == NULL)
    return FALSE;

  passages = agreed_passages_new (row, selection->column, one_column);
  *side = selection->column;
  if (!find_selected (self, passages, *side, start, &end))
    {
      *side = AGREED_SIDE_OLDER;
      if (!one_column || !find_selected (self, passages, *side, start, &end))
        return FALSE;
    }
  *paragraph = agreed_row_find_paragraph (row, *side, start, &end);
  *length = end - *start;

  return *paragraph != NULL;
}
