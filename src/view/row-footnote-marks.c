/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-footnotes.h"
#include "row-layout.h"

static gboolean
calls_footnotes (AgreedRow *row)
{
  gboolean calls = FALSE;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      /* What came or went as a whole is told as a whole. */
      if (paragraphs->len == 0)
        return FALSE;
      for (guint i = 0; i < paragraphs->len && !calls; i++)
        {
          guint n_marks;

          agreed_paragraph_get_marks (paragraphs->pdata[i], &n_marks);
          calls = n_marks > 0;
        }
    }

  return calls;
}

GArray *
agreed_row_find_footnote_changes (AgreedRow             *row,
                                  const AgreedViewStyle *style)
{
  g_autoptr (GArray) changes = NULL;

  if (!calls_footnotes (row))
    return NULL;

  changes = agreed_row_compare_footnotes (row, style->footnotes[AGREED_SIDE_OLDER], style->footnotes[AGREED_SIDE_NEWER]);

  return changes->len > 0 ? g_steal_pointer (&changes) : NULL;
}

void
agreed_row_footnotes_compare (AgreedRowLayout       *self,
                              const AgreedViewStyle *style)
{
  self->footnote_changes = agreed_row_find_footnote_changes (self->row, style);
}

static gboolean
has_changed (AgreedRowLayout *self,
             AgreedSide       side,
             const char      *marker)
{
  for (guint i = 0; i < self->footnote_changes->len; i++)
    {
      const AgreedFootnoteChange *change = &g_array_index (self->footnote_changes, AgreedFootnoteChange, i);
      AgreedFootnote *footnote = side == AGREED_SIDE_OLDER ? change->older : change->newer;

      if (footnote != NULL && g_str_equal (agreed_footnote_get_marker (footnote), marker))
        return TRUE;
    }

  return FALSE;
}

void
agreed_row_footnotes_mark (AgreedRowLayout *self,
                           AgreedPassage   *passage)
{
  for (guint i = 0; self->footnote_changes != NULL && i < passage->stretches->len; i++)
    {
      AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, i);

      if (stretch->mark != NULL && stretch->kind == AGREED_RUN_EQUAL
          && has_changed (self, stretch->side, stretch->mark->marker))
        stretch->kind = stretch->side == AGREED_SIDE_OLDER ? AGREED_RUN_DELETED : AGREED_RUN_INSERTED;
    }
}
