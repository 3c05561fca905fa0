/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "raised.h"

#include <string.h>

#include "block.h"

static void
clear_mark (gpointer data)
{
  g_free (((AgreedBlockMark *) data)->marker);
}

static gint
compare_marks (gconstpointer a,
               gconstpointer b)
{
  gsize one = ((const AgreedBlockMark *) a)->offset, other = ((const AgreedBlockMark *) b)->offset;

  return one < other ? -1 : one > other;
}

/* Puts the marker back on the side of the space that it stood on. Returns: the place in the wording that comes after it */
static gsize
put_back (GString               *wording,
          const AgreedBlock     *block,
          const AgreedBlockMark *mark)
{
  gboolean spaced = block->wording[mark->offset] == ' ';

  if (mark->spaced)
    g_string_append_c (wording, ' ');
  g_string_append (wording, mark->marker);

  /* behind a space that stood before it alone, that one is used up */
  return mark->offset + (mark->spaced && !mark->parted && spaced);
}

typedef struct {
  gsize offset; /* in the wording as it was */
  gsize length; /* of what was put in there and before */
} Insertion;

/* How much was put in before a place, or at it too. Places are asked for in order. */
static gsize
inserted_until (const GArray *insertions,
                gsize         place,
                gboolean      at_it,
                guint        *next)
{
  while (*next < insertions->len && (g_array_index (insertions, Insertion, *next).offset < place ||
                                     (at_it && g_array_index (insertions, Insertion, *next).offset == place)))
    (*next)++;

  return *next > 0 ? g_array_index (insertions, Insertion, *next - 1).length : 0;
}

static void
move_changes (AgreedBlock  *block,
              const GArray *insertions)
{
  guint next = 0;

  for (guint i = 0; block->changes != NULL && i < block->changes->len; i++)
    {
      AgreedTrackedChange *change = &g_array_index (block->changes, AgreedTrackedChange, i);
      gsize start = change->start + inserted_until (insertions, change->start, TRUE, &next);
      gsize end = change->start + change->length;

      end += inserted_until (insertions, end, FALSE, &next);
      change->start = start;
      change->length = end - start;
    }
}

/* Puts the figures back into the wording that no footnote explains. */
static void
restore_marks (AgreedBlock *block,
               GHashTable  *known)
{
  g_autoptr (GArray) insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));
  g_autoptr (GString) wording = g_string_new (NULL);
  GArray *kept = g_array_new (FALSE, FALSE, sizeof (AgreedBlockMark));
  Insertion insertion = { 0, 0 };
  gsize from = 0;

  for (guint i = 0; i < block->marks->len; i++)
    {
      AgreedBlockMark mark = g_array_index (block->marks, AgreedBlockMark, i);

      if (g_hash_table_contains (known, mark.marker))
        {
          mark.offset += insertion.length;
          mark.marker = g_strdup (mark.marker);
          g_array_append_val (kept, mark);
          continue;
        }
      g_string_append_len (wording, block->wording + from, mark.offset - from);
      insertion.offset = mark.offset;
      insertion.length -= wording->len;
      from = put_back (wording, block, &mark);
      insertion.length += wording->len - (from - mark.offset);
      g_array_append_val (insertions, insertion);
    }
  g_string_append (wording, block->wording + from);
  move_changes (block, insertions);
  g_array_set_clear_func (kept, clear_mark);
  g_array_unref (block->marks);
  block->marks = kept;
  g_free (block->wording);
  block->wording = g_strdup (wording->str);
}

static gboolean
has_unknown_mark (const AgreedBlock *block,
                  GHashTable        *known)
{
  for (guint i = 0; i < block->marks->len; i++)
    if (!g_hash_table_contains (known, g_array_index (block->marks, AgreedBlockMark, i).marker))
      return TRUE;

  return FALSE;
}

void
agreed_raised_check (GPtrArray *blocks)
{
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < blocks->len; i++)
    {
      const AgreedBlock *block = g_ptr_array_index (blocks, i);

      if (block->kind == AGREED_BLOCK_FOOTNOTE)
        g_hash_table_add (known, block->number);
    }
  for (guint i = 0; i < blocks->len; i++)
    {
      AgreedBlock *block = g_ptr_array_index (blocks, i);

      g_array_sort (block->marks, compare_marks);
      if (g_hash_table_size (known) > 0 && has_unknown_mark (block, known))
        restore_marks (block, known);
    }
}
