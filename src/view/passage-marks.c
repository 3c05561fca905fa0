/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passage-marks.h"

#include "difference.h"

#include <string.h>

/* A marker may have changed places with a comma. */
#define NEAR 2

GArray *
agreed_marks_place (AgreedRow  *row,
                    AgreedSide  side)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (AgreedPlacedMark));
  gsize base = 0;

  for (guint i = 0; i < paragraphs->len; i++)
    {
      AgreedParagraph *paragraph = g_ptr_array_index (paragraphs, i);
      guint n_marks;
      const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);
      gsize length = strlen (agreed_paragraph_get_wording (paragraph));

      for (guint k = 0; k < n_marks; k++)
        {
          AgreedPlacedMark mark = { .offset = base + MIN (marks[k].offset, length), .mark = &marks[k] };

          g_array_append_val (placed, mark);
        }
      base += length + 1;
    }

  return placed;
}

/* Where in the newer wording a place of the older one is, within a run that is equal but for white space and width: as many
 * characters from its start. */
static gsize
map_place (AgreedRow       *row,
           const AgreedRun *run,
           gsize            offset)
{
  const char *older = agreed_row_get_wording (row, AGREED_SIDE_OLDER) + run->older_start;
  const char *newer = agreed_row_get_wording (row, AGREED_SIDE_NEWER) + run->newer_start;
  glong n_chars = g_utf8_strlen (older, offset - run->older_start);

  if (n_chars >= g_utf8_strlen (newer, run->newer_length) || offset == run->older_start + run->older_length)
    return run->newer_start + run->newer_length;

  return run->newer_start + (g_utf8_offset_to_pointer (newer, n_chars) - newer);
}

static gboolean
is_near (AgreedRow *row,
         gsize      a,
         gsize      b)
{
  const char *wording = agreed_row_get_wording (row, AGREED_SIDE_NEWER);

  return g_utf8_strlen (wording + MIN (a, b), MAX (a, b) - MIN (a, b)) <= NEAR;
}

static gboolean
has_partner (GArray    *newer,
             AgreedRow *row,
             gsize      offset)
{
  for (guint i = 0; i < newer->len; i++)
    {
      const AgreedPlacedMark *placed = &g_array_index (newer, AgreedPlacedMark, i);

      if (!placed->is_gone && is_near (row, placed->offset, offset))
        return TRUE;
    }

  return FALSE;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const AgreedPlacedMark *one = a, *other = b;

  return one->offset < other->offset ? -1 : one->offset > other->offset;
}

void
agreed_marks_add_gone (GArray    *newer,
                       GArray    *older,
                       AgreedRow *row)
{
  GArray *runs = agreed_row_get_runs (row);
  guint n_newer = newer->len;

  for (guint i = 0; i < older->len; i++)
    for (guint k = 0; k < runs->len; k++)
      {
        AgreedPlacedMark gone = g_array_index (older, AgreedPlacedMark, i);
        const AgreedRun *run = &g_array_index (runs, AgreedRun, k);

        if (run->kind != AGREED_RUN_EQUAL || gone.offset <= run->older_start
            || gone.offset > run->older_start + run->older_length)
          continue;
        gone.is_gone = TRUE;
        gone.older_offset = gone.offset;
        gone.offset = map_place (row, run, gone.offset);
        if (!has_partner (newer, row, gone.offset))
          g_array_append_val (newer, gone);
      }
  if (newer->len > n_newer)
    g_array_sort (newer, compare_places);
}
