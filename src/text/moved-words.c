/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "moved-words.h"

#include <string.h>

/* A word that stands in more places of change than this on a side says nothing of where it came from. It bounds the pairs
 * that are looked at to this many a word. */
#define MOST_PLACES 4

/* Two passages written anew about one matter share a name or a set phrase by chance. What makes a phrase moved is that it
 * is all that was taken out, or put in, at its place, and then two ordinary words will do; two of any weight if it is so on
 * both sides, and one where nothing took its place either: of two session numbers that both went up by one, none was moved.
 * Anywhere else it takes three. In hundredths of an ordinary word. */
#define LEAST_ANYWHERE 280
#define LEAST_ALONE    190
#define LEAST_BOTH     100

/* Which sides of a place of change have words. */
enum {
  OLDER_HAS = 1 << 0,
  NEWER_HAS = 1 << 1,
};

typedef struct {
  AgreedMovedWords words;
  guint weight;
} Phrase;

static gboolean
is_whole (const AgreedChangedWords *side,
          guint                     start,
          guint                     length)
{
  guint change = side->changes[start];

  return (start == 0 || side->changes[start - 1] != change) &&
         (start + length == side->n || side->changes[start + length] != change);
}

static gboolean
is_moved (const AgreedChangedWords *older,
          const AgreedChangedWords *newer,
          const guint8             *sides,
          const Phrase             *phrase)
{
  guint whole = is_whole (older, phrase->words.older, phrase->words.length) +
                is_whole (newer, phrase->words.newer, phrase->words.length);

  if (phrase->words.length == 1 && (sides[older->changes[phrase->words.older]] & NEWER_HAS ||
                                    sides[newer->changes[phrase->words.newer]] & OLDER_HAS))
    return FALSE;

  return phrase->weight >= (whole == 2 ? LEAST_BOTH : whole == 1 ? LEAST_ALONE : LEAST_ANYWHERE);
}

static guint8 *
find_sides (const AgreedChangedWords *older,
            const AgreedChangedWords *newer)
{
  guint8 *sides = g_new0 (guint8, older->n + newer->n + 2);

  for (guint i = 0; i < older->n; i++)
    sides[older->changes[i]] |= OLDER_HAS;
  for (guint i = 0; i < newer->n; i++)
    sides[newer->changes[i]] |= NEWER_HAS;

  return sides;
}

/* A bit for each of the changed words' keys, by its low bits: most words of the other side have none. */
#define FILTER_BITS 10

static void
fill_filter (const AgreedChangedWords *side,
             guint64                   filter[(1 << FILTER_BITS) / 64])
{
  for (guint i = 0; i < side->n; i++)
    if (side->changes[i] != 0)
      {
        guint bit = side->words[i].key & ((1 << FILTER_BITS) - 1);

        filter[bit / 64] |= G_GUINT64_CONSTANT (1) << (bit % 64);
      }
}

static gboolean
is_in_filter (const guint64 *filter,
              guint64        key)
{
  guint bit = key & ((1 << FILTER_BITS) - 1);

  return (filter[bit / 64] >> (bit % 64) & 1) != 0;
}

/* Key → the places among the changed words where it stands, closed by AGREED_UNMATCHED; none at the end where there are
 * more than MOST_PLACES. Words that the other side's @filter has not are left out. */
static GHashTable *
find_places (const AgreedChangedWords *side,
             const guint64            *filter)
{
  GHashTable *places = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);

  for (guint j = 0; j < side->n; j++)
    {
      guint *found, k = 0;

      if (side->changes[j] == 0 || !is_in_filter (filter, side->words[j].key))
        continue;
      found = g_hash_table_lookup (places, &side->words[j].key);
      if (!found)
        {
          found = g_new (guint, MOST_PLACES + 1);
          for (guint i = 0; i <= MOST_PLACES; i++)
            found[i] = AGREED_UNMATCHED;
          g_hash_table_insert (places, (gpointer) &side->words[j].key, found);
        }
      while (k < MOST_PLACES && found[k] != AGREED_UNMATCHED)
        k++;
      found[k] = j;
    }

  return places;
}

/* The places of a word, or NULL where it has none or too many to say anything. */
static const guint *
look_up (GHashTable *places,
         guint64     key)
{
  const guint *found = g_hash_table_lookup (places, &key);

  return found && found[MOST_PLACES] == AGREED_UNMATCHED ? found : NULL;
}

static gboolean
is_same (const AgreedChangedWords *older,
         guint                     i,
         const AgreedChangedWords *newer,
         guint                     j)
{
  return older->words[i].key == newer->words[j].key;
}

/* How many words before the two at hand are the same too, within their places of change, back to one that has places of
 * its own: from there the phrase was found already, which the answer G_MAXUINT says. */
static guint
count_before (const AgreedChangedWords *older,
              guint                     i,
              const AgreedChangedWords *newer,
              guint                     j,
              GHashTable               *places)
{
  guint n = 0;

  while (n < i && n < j && older->changes[i - n - 1] == older->changes[i] &&
         newer->changes[j - n - 1] == newer->changes[j] && is_same (older, i - n - 1, newer, j - n - 1))
    {
      n++;
      if (look_up (places, older->words[i - n].key))
        return G_MAXUINT;
    }

  return n;
}

static guint
count_from (const AgreedChangedWords *older,
            guint                     i,
            const AgreedChangedWords *newer,
            guint                     j)
{
  guint n = 0;

  while (i + n < older->n && j + n < newer->n && older->changes[i + n] == older->changes[i] &&
         newer->changes[j + n] == newer->changes[j] && is_same (older, i + n, newer, j + n))
    n++;

  return n;
}

/* The longest phrases around a word. Words that stand in one place of change on both sides were not moved. */
static void
add_phrases (const AgreedChangedWords *older,
             const AgreedChangedWords *newer,
             guint                     i,
             GHashTable               *places,
             const guint8             *sides,
             GArray                   *phrases)
{
  const guint *found = look_up (places, older->words[i].key);

  for (guint k = 0; found && k < MOST_PLACES && found[k] != AGREED_UNMATCHED; k++)
    {
      guint j = found[k], before;
      Phrase phrase = { 0 };

      if (older->changes[i] == newer->changes[j])
        continue;
      before = count_before (older, i, newer, j, places);
      if (before == G_MAXUINT)
        continue;
      phrase.words = (AgreedMovedWords) { i - before, j - before, before + count_from (older, i, newer, j) };
      for (guint n = 0; n < phrase.words.length; n++)
        phrase.weight += older->words[phrase.words.older + n].weight;
      if (is_moved (older, newer, sides, &phrase))
        g_array_append_val (phrases, phrase);
    }
}

static int
compare_weights (gconstpointer a,
                 gconstpointer b)
{
  const Phrase *x = a, *y = b;

  if (x->weight != y->weight)
    return x->weight > y->weight ? -1 : 1;
  if (x->words.older != y->words.older)
    return x->words.older < y->words.older ? -1 : 1;

  return x->words.newer < y->words.newer ? -1 : x->words.newer > y->words.newer;
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const AgreedMovedWords *x = a, *y = b;

  return x->older < y->older ? -1 : x->older > y->older;
}

/* Whether the words are free, and then takes them. */
static gboolean
take (guint8 *taken,
      guint   start,
      guint   length)
{
  for (guint i = start; i < start + length; i++)
    if (taken[i])
      return FALSE;
  for (guint i = start; i < start + length; i++)
    taken[i] = TRUE;

  return TRUE;
}

GArray *
agreed_moved_words_find (const AgreedChangedWords *older,
                         const AgreedChangedWords *newer)
{
  guint64 filter[(1 << FILTER_BITS) / 64] = { 0 };
  g_autoptr (GHashTable) places = NULL;
  g_autoptr (GArray) phrases = NULL;
  g_autofree guint8 *sides = NULL;
  g_autofree guint8 *older_taken = NULL;
  g_autofree guint8 *newer_taken = NULL;
  GArray *moved = g_array_new (FALSE, FALSE, sizeof (AgreedMovedWords));

  fill_filter (older, filter);
  places = find_places (newer, filter);
  if (g_hash_table_size (places) == 0)
    return moved;

  phrases = g_array_new (FALSE, FALSE, sizeof (Phrase));
  sides = find_sides (older, newer);
  older_taken = g_new0 (guint8, older->n + 1);
  newer_taken = g_new0 (guint8, newer->n + 1);
  for (guint i = 0; i < older->n; i++)
    if (older->changes[i] != 0)
      add_phrases (older, newer, i, places, sides, phrases);

  g_array_sort (phrases, compare_weights);
  for (guint i = 0; i < phrases->len; i++)
    {
      const AgreedMovedWords *words = &g_array_index (phrases, Phrase, i).words;

      if (!take (older_taken, words->older, words->length))
        continue;
      if (take (newer_taken, words->newer, words->length))
        g_array_append_vals (moved, words, 1);
      else
        memset (older_taken + words->older, FALSE, words->length);
    }
  g_array_sort (moved, compare_places);

  return moved;
}
