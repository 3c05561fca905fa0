/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "alignment.h"

#include "alignment-table.h"

#define MOST_CELLS   (4u * 1000 * 1000)
#define WINDOW       200u /* the widest; a quarter of it will do where most words are the same */
#define DEEPEST      12

typedef struct {
  const AgreedAlignWord *older;
  const AgreedAlignWord *newer;
  guint32 *matches;
} Alignment;

typedef struct {
  guint older_start;
  guint older_end;
  guint newer_start;
  guint newer_end;
} Block;

static inline gboolean
same (const Alignment *self,
      guint            i,
      guint            j)
{
  return self->older[i].key == self->newer[j].key;
}

static void
align_table (Alignment   *self,
             const Block *block)
{
  agreed_align_table (self->older + block->older_start, block->older_end - block->older_start,
                      self->newer + block->newer_start, block->newer_end - block->newer_start,
                      self->matches + block->older_start, block->newer_start);
}

/* A word that both sides have. */
typedef struct {
  guint older;
  guint newer;
} Anchor;

/* How often a word stands on each side of a block, and where last. */
typedef struct {
  guint n_older;
  guint n_newer;
  guint older;
  guint newer;
} Places;

static GHashTable *
count_places (const Alignment *self,
              const Block     *block)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint side = 0; side < 2; side++)
    {
      const AgreedAlignWord *words = side == 0 ? self->older : self->newer;
      guint end = side == 0 ? block->older_end : block->newer_end;

      for (guint i = side == 0 ? block->older_start : block->newer_start; i < end; i++)
        {
          Places *place = g_hash_table_lookup (places, &words[i].key);

          if (!place)
            {
              place = g_new0 (Places, 1);
              g_hash_table_insert (places, (gpointer) &words[i].key, place);
            }
          if (side == 0)
            {
              place->n_older++;
              place->older = i;
            }
          else
            {
              place->n_newer++;
              place->newer = i;
            }
        }
    }

  return places;
}

/* The longest rising run among the newer places of words that both sides have once, in the order of the older side
 * (patience sorting). Returns: (transfer full): an array of Anchor */
static GArray *
find_anchors (const Alignment *self,
              const Block     *block)
{
  g_autoptr (GHashTable) places = count_places (self, block);
  g_autoptr (GArray) candidates = g_array_new (FALSE, FALSE, sizeof (Anchor));
  g_autoptr (GArray) tails = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint *previous = NULL;
  GArray *anchors = g_array_new (FALSE, FALSE, sizeof (Anchor));
  const Anchor *pairs;

  for (guint i = block->older_start; i < block->older_end; i++)
    {
      const Places *place = g_hash_table_lookup (places, &self->older[i].key);

      if (place->n_older == 1 && place->n_newer == 1)
        {
          Anchor anchor = { i, place->newer };

          g_array_append_val (candidates, anchor);
        }
    }
  if (candidates->len == 0)
    return anchors;

  pairs = (const Anchor *) (void *) candidates->data;
  previous = g_new (guint, candidates->len);
  for (guint i = 0; i < candidates->len; i++)
    {
      guint low = 0, high = tails->len;

      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (pairs[g_array_index (tails, guint, middle)].newer < pairs[i].newer)
            low = middle + 1;
          else
            high = middle;
        }
      previous[i] = low > 0 ? g_array_index (tails, guint, low - 1) : AGREED_UNMATCHED;
      if (low == tails->len)
        g_array_append_val (tails, i);
      else
        g_array_index (tails, guint, low) = i;
    }

  g_array_set_size (anchors, tails->len);
  for (guint i = g_array_index (tails, guint, tails->len - 1), k = tails->len; k > 0; i = previous[i])
    {
      k--;
      g_array_index (anchors, Anchor, k) = pairs[i];
    }

  return anchors;
}

/* Keeps the first half of what was found in a window, up to a match if there is one. Returns: what is left of @block */
static Block
keep_half (Alignment   *self,
           const Block *block,
           const Block *window)
{
  guint older_next = window->older_start + (window->older_end - window->older_start + 1) / 2;
  guint newer_next = window->newer_start + (window->newer_end - window->newer_start + 1) / 2;
  Block left = *block;
  guint i;

  for (i = window->older_start; i < window->older_end; i++)
    if (self->matches[i] != AGREED_UNMATCHED && (i >= older_next || self->matches[i] >= newer_next))
      break;
  if (i < window->older_end)
    {
      /* The first match beyond the half: begin there again. */
      older_next = i;
      newer_next = self->matches[i];
    }
  for (i = window->older_start; i < window->older_end; i++)
    if (self->matches[i] != AGREED_UNMATCHED && (i >= older_next || self->matches[i] >= newer_next))
      self->matches[i] = AGREED_UNMATCHED;
  left.older_start = older_next;
  left.newer_start = newer_next;

  return left;
}

static guint
count_matches (const Alignment *self,
               const Block     *window)
{
  guint n = 0;

  for (guint i = window->older_start; i < window->older_end; i++)
    n += self->matches[i] != AGREED_UNMATCHED;

  return n;
}

static void
clear_matches (Alignment   *self,
               const Block *window)
{
  for (guint i = window->older_start; i < window->older_end; i++)
    self->matches[i] = AGREED_UNMATCHED;
}

/* For long stretches of few different words: the exact search in a window, of which the first half is kept, and so on
 * from where it led. Where a narrow window finds less than half of its words again, a wider one is tried. A window of n
 * words takes n × n steps for n / 2 words, so that a word takes at most 2 × WINDOW and, for those that were tried before,
 * a quarter as much and a sixteenth. */
static void
align_windows (Alignment *self,
               Block      block)
{
  guint width = WINDOW / 4;

  for (;;)
    {
      Block window;

      while (block.older_start < block.older_end && block.newer_start < block.newer_end &&
             same (self, block.older_start, block.newer_start))
        self->matches[block.older_start++] = block.newer_start++;
      if (block.older_start == block.older_end || block.newer_start == block.newer_end)
        return;

      window = block;
      window.older_end = MIN (block.older_end, block.older_start + width);
      window.newer_end = MIN (block.newer_end, block.newer_start + width);
      align_table (self, &window);
      if (width < WINDOW && 2 * count_matches (self, &window) < width)
        {
          clear_matches (self, &window);
          width *= 2;
          continue;
        }
      if (window.older_end == block.older_end && window.newer_end == block.newer_end)
        return;
      block = keep_half (self, &block, &window);
      width = WINDOW / 4;
    }
}

static void
align_block (Alignment *self,
             Block      block,
             guint      depth)
{
  g_autoptr (GArray) anchors = NULL;

  while (block.older_start < block.older_end && block.newer_start < block.newer_end &&
         same (self, block.older_start, block.newer_start))
    self->matches[block.older_start++] = block.newer_start++;
  while (block.older_start < block.older_end && block.newer_start < block.newer_end &&
         same (self, block.older_end - 1, block.newer_end - 1))
    self->matches[--block.older_end] = --block.newer_end;
  if (block.older_start == block.older_end || block.newer_start == block.newer_end)
    return;

  if ((guint64) (block.older_end - block.older_start) * (block.newer_end - block.newer_start) <= MOST_CELLS)
    {
      align_table (self, &block);
      return;
    }

  if (depth < DEEPEST)
    anchors = find_anchors (self, &block);
  if (!anchors || anchors->len == 0)
    {
      align_windows (self, block);
      return;
    }

  for (guint i = 0; i <= anchors->len; i++)
    {
      Block part = block;

      if (i < anchors->len)
        {
          part.older_end = g_array_index (anchors, Anchor, i).older;
          part.newer_end = g_array_index (anchors, Anchor, i).newer;
          self->matches[part.older_end] = part.newer_end;
          block.older_start = part.older_end + 1;
          block.newer_start = part.newer_end + 1;
        }
      align_block (self, part, depth + 1);
    }
}

void
agreed_align (const AgreedAlignWord *older,
              guint                  n_older,
              const AgreedAlignWord *newer,
              guint                  n_newer,
              guint32               *matches)
{
  Alignment self = { older, newer, matches };
  Block all = { 0, n_older, 0, n_newer };

  for (guint i = 0; i < n_older; i++)
    matches[i] = AGREED_UNMATCHED;
  align_block (&self, all, 0);
}
