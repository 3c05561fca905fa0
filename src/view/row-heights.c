/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-heights.h"

struct _AgreedRowHeights {
  GArray *heights; /* int */
  gint64 *tree;    /* counted from 1: tree[i] is the sum of the i & -i heights that end at height i - 1 */
};

AgreedRowHeights *
agreed_row_heights_new (void)
{
  AgreedRowHeights *self = g_new0 (AgreedRowHeights, 1);

  self->heights = g_array_new (FALSE, TRUE, sizeof (int));
  self->tree = g_new0 (gint64, 1);

  return self;
}

void
agreed_row_heights_free (AgreedRowHeights *self)
{
  g_array_unref (self->heights);
  g_free (self->tree);
  g_free (self);
}

guint
agreed_row_heights_get_n_rows (AgreedRowHeights *self)
{
  return self->heights->len;
}

static void
rebuild_tree (AgreedRowHeights *self)
{
  gsize n = self->heights->len;

  g_free (self->tree);
  self->tree = g_new0 (gint64, n + 1);
  for (gsize i = 1; i <= n; i++)
    {
      gsize parent = i + (i & -i);

      self->tree[i] += g_array_index (self->heights, int, i - 1);
      if (parent <= n)
        self->tree[parent] += self->tree[i];
    }
}

void
agreed_row_heights_splice (AgreedRowHeights *self,
                           guint             position,
                           guint             n_removed,
                           guint             n_added)
{
  g_return_if_fail (position + n_removed <= self->heights->len);

  if (n_removed > 0)
    g_array_remove_range (self->heights, position, n_removed);
  if (n_added > 0)
    {
      g_autofree int *zeros = g_new0 (int, n_added);

      g_array_insert_vals (self->heights, position, zeros, n_added);
    }

  rebuild_tree (self);
}

void
agreed_row_heights_set_all (AgreedRowHeights *self,
                            const int        *heights)
{
  for (guint i = 0; i < self->heights->len; i++)
    g_array_index (self->heights, int, i) = MAX (0, heights[i]);

  rebuild_tree (self);
}

void
agreed_row_heights_set (AgreedRowHeights *self,
                        guint             row,
                        int               height)
{
  gint64 delta;

  g_return_if_fail (row < self->heights->len);

  delta = MAX (0, height) - g_array_index (self->heights, int, row);
  if (delta == 0)
    return;

  g_array_index (self->heights, int, row) = MAX (0, height);
  for (gsize i = (gsize) row + 1; i <= self->heights->len; i += i & -i)
    self->tree[i] += delta;
}

int
agreed_row_heights_get (AgreedRowHeights *self,
                        guint             row)
{
  g_return_val_if_fail (row < self->heights->len, 0);

  return g_array_index (self->heights, int, row);
}

gint64
agreed_row_heights_get_start (AgreedRowHeights *self,
                              guint             row)
{
  gint64 start = 0;

  g_return_val_if_fail (row <= self->heights->len, 0);

  for (gsize i = row; i > 0; i -= i & -i)
    start += self->tree[i];

  return start;
}

gint64
agreed_row_heights_get_total (AgreedRowHeights *self)
{
  return agreed_row_heights_get_start (self, self->heights->len);
}

guint
agreed_row_heights_find (AgreedRowHeights *self,
                         double            y,
                         double           *rest)
{
  gsize n = self->heights->len, row = 0, step = 1;

  g_return_val_if_fail (n > 0, 0);

  while (step * 2 <= n)
    step *= 2;
  for (; step > 0; step /= 2)
    {
      if (row + step <= n && self->tree[row + step] <= y)
        {
          row += step;
          y -= self->tree[row];
        }
    }

  if (row == n)
    {
      row = n - 1;
      y = g_array_index (self->heights, int, row);
    }
  if (rest != NULL)
    *rest = MAX (0, y);

  return row;
}
