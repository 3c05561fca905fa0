/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passage-setting.h"

/* The character before what stands only in the other text: in one column there is nothing else to mark. */
static gsize
find_character_before (const char *wording,
                       gsize       position)
{
  const char *before = g_utf8_find_prev_char (wording, wording + position);

  return before != NULL ? (gsize) (before - wording) : position;
}

/* Appends what a part of an equal run marks on a side. @is_replaced: the next part stands in its place. */
static void
add_part (GArray          *ranges,
          const AgreedRun *part,
          AgreedSide       side,
          const char      *wording,
          gboolean         one_column,
          gboolean         is_replaced)
{
  AgreedRange range = { 0 };

  if (part->kind == AGREED_RUN_EQUAL)
    return;
  range.start = side == AGREED_SIDE_OLDER ? part->older_start : part->newer_start;
  range.end = range.start + (side == AGREED_SIDE_OLDER ? part->older_length : part->newer_length);
  if (one_column && part->kind == AGREED_RUN_DELETED && !is_replaced)
    range.start = find_character_before (wording, range.start);
  if (range.start < range.end)
    g_array_append_val (ranges, range);
}

/* Returns: array of AgreedRange in the side's wording, ascending */
static GArray *
find_ranges (AgreedRow  *row,
             AgreedSide  side,
             gboolean    one_column)
{
  const char *older = agreed_row_get_wording (row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_wording (row, AGREED_SIDE_NEWER);
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (AgreedRange)), *runs = agreed_row_get_runs (row);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      g_autoptr (GArray) parts = NULL;

      if (run->kind != AGREED_RUN_EQUAL)
        continue;
      parts = agreed_difference_of_setting (older, newer, run);
      for (guint k = 0; k < parts->len; k++)
        {
          const AgreedRun *part = &g_array_index (parts, AgreedRun, k);
          gboolean is_replaced = k + 1 < parts->len && part[1].kind == AGREED_RUN_INSERTED;

          add_part (ranges, part, side, side == AGREED_SIDE_OLDER ? older : newer, one_column, is_replaced);
        }
    }

  return ranges;
}

/* From the wording of the row to the text of a passage, in which markers stand too. Both ascend. */
static void
place_ranges (AgreedPassage *self,
              AgreedSide     side,
              GArray        *ranges)
{
  guint next = 0;

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (self->stretches, AgreedStretch, i);
      gsize end = stretch->start + stretch->text_length;

      if (!stretch->is_wording || stretch->side != side || stretch->kind != AGREED_RUN_EQUAL)
        continue;
      while (next < ranges->len && g_array_index (ranges, AgreedRange, next).end <= stretch->start)
        next++;
      for (guint k = next; k < ranges->len && g_array_index (ranges, AgreedRange, k).start < end; k++)
        {
          AgreedRange range = g_array_index (ranges, AgreedRange, k);

          range.start = stretch->text_start + MAX (range.start, stretch->start) - stretch->start;
          range.end = stretch->text_start + MIN (range.end, end) - stretch->start;
          g_array_append_val (self->settings, range);
        }
    }
}

void
agreed_passages_find_setting (GPtrArray *passages,
                              AgreedRow *row,
                              gboolean   one_column)
{
  g_autoptr (GArray) ranges = NULL;

  if (passages->len == 0 || agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->len == 0 ||
      agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->len == 0)
    return;

  for (guint i = 0; i < passages->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (passages, i);

      if (ranges == NULL)
        ranges = find_ranges (row, passage->side, one_column);
      g_clear_pointer (&passage->settings, g_array_unref);
      passage->settings = g_array_new (FALSE, FALSE, sizeof (AgreedRange));
      place_ranges (passage, passage->side, ranges);
    }
}
