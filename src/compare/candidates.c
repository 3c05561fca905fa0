/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates.h"

#include "parallel.h"

#include <string.h>

/* Every paragraph asks, of each of its features, who holds it on the other side, and adds up what that is worth. The
 * CANDIDATES with most are kept and then compared exactly. A feature that many hold is asked of only those NEAR holders
 * that stand nearest to where the partner is expected; it is worth next to nothing anyway. Of three words that many hold
 * the two pairs are asked already, and the three are not. So a paragraph of n features takes at most n × NEAR steps to
 * find its candidates, however long the texts are. */
#define CANDIDATES 8
#define NEAR 16

/* Products and quotients of the same numbers may differ by so much. */
#define ROUNDING 0.999999

/* Who holds what: the paragraphs of one side that hold feature f are holders[starts[f]] up to holders[starts[f + 1]],
 * ascending. Only paragraphs that are not linked yet. */
typedef struct {
  guint32 *starts;
  guint32 *holders;
  guint n; /* paragraphs */
} Index;

static void
index_init (Index                *index,
            const AgreedProfiles *profiles,
            AgreedSide            side,
            const int            *partners)
{
  index->n = profiles->n[side];
  index->starts = g_new0 (guint32, profiles->n_features + 2);
  for (guint i = 0; i < profiles->n[side]; i++)
    for (guint k = 0; partners[i] < 0 && k < profiles->profiles[side][i].n_counts; k++)
      index->starts[profiles->profiles[side][i].counts[k].feature + 2]++;
  for (guint f = 2; f < profiles->n_features + 2; f++)
    index->starts[f] += index->starts[f - 1];

  /* One further than they belong, and each moves on by one for every holder: then they are where they belong. */
  index->holders = g_new (guint32, index->starts[profiles->n_features + 1] + 1);
  for (guint i = 0; i < profiles->n[side]; i++)
    for (guint k = 0; partners[i] < 0 && k < profiles->profiles[side][i].n_counts; k++)
      index->holders[index->starts[profiles->profiles[side][i].counts[k].feature + 1]++] = i;
}

static void
index_clear (Index *index)
{
  g_free (index->starts);
  g_free (index->holders);
}

static guint32
index_count (const Index *index,
             guint32      feature)
{
  return index->starts[feature + 1] - index->starts[feature];
}

/* The first of the ascending @holders from @low up to @high, of which there is one at least, that is not below @expected.
 * Holders lie about evenly among @n paragraphs: the search begins where it would be, and steps twice as far each time. */
static guint32
find_holder (const guint32 *holders,
             guint32        low,
             guint32        high,
             guint          expected,
             guint          n)
{
  guint32 at = low + (guint64) (high - low) * MIN (expected, n) / (n + 1), step = 1;

  if (holders[at] < expected)
    {
      for (low = at + 1; step < high - low && holders[low + step] < expected; step *= 2)
        low += step + 1;
      high = MIN (high, low + step);
    }
  else
    {
      for (high = at; step <= high - low && holders[high - step] >= expected; step *= 2)
        high -= step;
      if (step <= high - low)
        low = high - step + 1;
    }
  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (holders[middle] < expected)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The NEAR holders around @expected, or all where there are no more. */
static void
index_find (const Index *index,
            guint32      feature,
            guint        expected,
            guint32     *first,
            guint32     *end)
{
  guint32 start = index->starts[feature];

  *first = start;
  *end = index->starts[feature + 1];
  if (*end - *first <= NEAR)
    return;

  *first = MAX (find_holder (index->holders, start, *end, expected, index->n), start + NEAR / 2) - NEAR / 2;
  *first = MIN (*first, *end - NEAR);
  *end = *first + NEAR;
}

typedef struct {
  guint32 position;
  guint32 away; /* from where it was expected */
  double worth;
} Found;

static int
compare_found (gconstpointer a,
               gconstpointer b)
{
  const Found *x = a, *y = b;

  if (x->worth != y->worth)
    return x->worth > y->worth ? -1 : 1;
  if (x->away != y->away)
    return x->away < y->away ? -1 : 1;
  return (x->position > y->position) - (x->position < y->position);
}

/* Puts @found into @best, kept in order; what falls out at the end is forgotten. */
static guint
keep_best (Found       *best,
           guint        n_best,
           const Found *found)
{
  guint at = n_best;

  while (at > 0 && compare_found (found, &best[at - 1]) < 0)
    at--;
  if (at == CANDIDATES)
    return n_best;
  n_best = MIN (n_best + 1, CANDIDATES);
  for (guint i = n_best - 1; i > at; i--)
    best[i] = best[i - 1];
  best[at] = *found;

  return n_best;
}

/* @worth: a number for each paragraph of the other side, all 0 before and after; @touched: array of
 * guint32, scratch. */
static void
find_for_one (GArray               *candidates,
              const AgreedProfiles *profiles,
              AgreedSide            side,
              guint                 position,
              const Index          *index,
              guint                 expected,
              double               *worth,
              GArray               *touched)
{
  const AgreedProfile *profile = &profiles->profiles[side][position], *others = profiles->profiles[!side];
  guint32 *holders = NULL;
  Found best[CANDIDATES];
  guint n_best = 0, n_touched = 0;

  for (guint k = 0; k < profile->n_counts; k++)
    {
      guint32 feature = profile->counts[k].feature, first, end;
      double weight = profiles->weights[feature];

      if (profiles->are_triples[feature] && index_count (index, feature) > NEAR)
        continue;
      index_find (index, feature, expected, &first, &end);
      if (touched->len < n_touched + NEAR)
        g_array_set_size (touched, 2 * (n_touched + NEAR));
      holders = (guint32 *) (gpointer) touched->data;
      for (guint32 h = first; h < end; h++)
        {
          guint32 holder = index->holders[h];
          double before = worth[holder];

          holders[n_touched] = holder;
          n_touched += before == 0;
          worth[holder] = before + weight;
        }
    }
  for (guint i = 0; i < n_touched; i++)
    {
      guint32 holder = holders[i];
      double sum = worth[holder], both = profile->weight + others[holder].weight;
      Found found;

      worth[holder] = 0;
      /* Most fall short by far, and a division takes long. */
      if (n_best == CANDIDATES && sum < best[CANDIDATES - 1].worth * both * ROUNDING)
        continue;
      found = (Found) { holder, holder > expected ? holder - expected : expected - holder, sum / both };
      n_best = keep_best (best, n_best, &found);
    }
  for (guint i = 0; i < n_best; i++)
    {
      AgreedCandidate candidate = { 0 };

      candidate.at[side] = position;
      candidate.at[!side] = best[i].position;
      g_array_append_val (candidates, candidate);
    }
}

/* Paragraphs that one thread looks for candidates of, and candidates that it compares, before it takes the next ones. */
#define PARAGRAPHS_AT_ONCE 64
#define PAIRS_AT_ONCE 1024

/* One side's paragraphs while their candidates are looked for. @found: one array of AgreedCandidate for each portion.
 * There are as many rows of scratch as threads, not as portions. */
typedef struct {
  const AgreedProfiles *profiles;
  AgreedSide side;
  const gboolean *wanted;
  const guint *expected;
  const Index *index;
  GArray **found;
  GAsyncQueue *scratch; /* rows of @worth that no thread has in hand */
} Search;

static void
find_for_some (guint    start,
               guint    end,
               gpointer data)
{
  Search *search = data;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AgreedCandidate));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));
  double *worth = g_async_queue_try_pop (search->scratch);

  if (worth == NULL)
    worth = g_new0 (double, search->profiles->n[!search->side] + 1);
  for (guint i = start; i < end; i++)
    if (search->wanted[i])
      find_for_one (found, search->profiles, search->side, i, search->index, search->expected[i], worth, touched);
  g_async_queue_push (search->scratch, worth);
  search->found[start / PARAGRAPHS_AT_ONCE] = found;
}

/* Both sides' indexes take as long, and need not wait for each other. */
typedef struct {
  const AgreedProfiles *profiles;
  int *const *partners;
  Index indexes[AGREED_N_SIDES];
} Indexing;

static void
index_some (guint    start,
            guint    end,
            gpointer data)
{
  Indexing *indexing = data;

  for (guint side = start; side < end; side++)
    index_init (&indexing->indexes[side], indexing->profiles, side, indexing->partners[side]);
}

/* Returns: (transfer full): array of AgreedCandidate, in the order of this side's paragraphs */
static GArray *
find_for_side (const AgreedProfiles *profiles,
               AgreedSide            side,
               const Index          *theirs,
               const gboolean       *wanted,
               const guint          *expected)
{
  guint n = profiles->n[side], n_portions = n / PARAGRAPHS_AT_ONCE + 1;
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (AgreedCandidate));
  g_autofree GArray **found = g_new0 (GArray *, n_portions);
  g_autoptr (GAsyncQueue) scratch = g_async_queue_new_full (g_free);
  Search search = { profiles, side, wanted, expected, theirs, found, scratch };

  agreed_parallel_run (n, PARAGRAPHS_AT_ONCE, find_for_some, &search);
  for (guint i = 0; i < n_portions; i++)
    if (found[i] != NULL)
      {
        g_array_append_vals (candidates, found[i]->data, found[i]->len);
        g_array_unref (found[i]);
      }

  return candidates;
}

/* What compare_some() works on. @scratch: rows of numbers, one for each feature, all 0, that no thread has in hand. */
typedef struct {
  const AgreedProfiles *profiles;
  AgreedCandidate *candidates;
  GAsyncQueue *scratch;
} Comparing;

/* How often @profile holds each of its features, in a row of all features; or none of them again. */
static void
spread (const AgreedProfile *profile,
        guint32             *row,
        gboolean             holds)
{
  for (guint k = 0; k < profile->n_counts; k++)
    row[profile->counts[k].feature] = holds ? profile->counts[k].count : 0;
}

/* The same as agreed_profiles_get_shared() to the last bit, as the same numbers are added in the same order, but 0 for
 * what is not shared. */
static double
get_shared (const AgreedProfiles *profiles,
            const guint32        *row,
            const AgreedProfile  *profile)
{
  double shared = 0;

  for (guint k = 0; k < profile->n_counts; k++)
    {
      const AgreedFeatureCount *it = &profile->counts[k];

      shared += (double) profiles->weights[it->feature] * MIN (row[it->feature], it->count);
    }

  return shared;
}

/* Candidates are in the order of the older paragraphs: each of these is spread out once for all of its own. */
static void
compare_some (guint    start,
              guint    end,
              gpointer data)
{
  Comparing *comparing = data;
  const AgreedProfiles *profiles = comparing->profiles;
  const AgreedProfile *older = NULL;
  guint32 *row = g_async_queue_try_pop (comparing->scratch);

  if (row == NULL)
    row = g_new0 (guint32, profiles->n_features + 1);
  for (guint i = start; i < end; i++)
    {
      AgreedCandidate *it = &comparing->candidates[i];
      const AgreedProfile *this_older = &profiles->profiles[AGREED_SIDE_OLDER][it->at[AGREED_SIDE_OLDER]];

      if (this_older != older)
        {
          if (older != NULL)
            spread (older, row, FALSE);
          older = this_older;
          spread (older, row, TRUE);
        }
      it->shared = get_shared (profiles, row, &profiles->profiles[AGREED_SIDE_NEWER][it->at[AGREED_SIDE_NEWER]]);
      it->similarity = agreed_profiles_get_similarity (profiles, it->at[AGREED_SIDE_OLDER], it->at[AGREED_SIDE_NEWER],
                                                       it->shared);
    }
  if (older != NULL)
    spread (older, row, FALSE);
  g_async_queue_push (comparing->scratch, row);
}

/* Puts what both sides found in the order of the older paragraphs, then the newer, each pair once: as a rule both found the
 * same. Those of the older text's side come first and in the order of the older paragraphs, the others in the order of the
 * newer ones; so each is filed under its older paragraph, behind those of lower newer ones: no more than CANDIDATES have to be let
 * in among others. */
static GArray *
sort_found (GArray *found[AGREED_N_SIDES],
            guint   n_older)
{
  guint n = found[AGREED_SIDE_OLDER]->len + found[AGREED_SIDE_NEWER]->len;
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (AgreedCandidate), n);
  AgreedCandidate *all = (AgreedCandidate *) (gpointer) sorted->data;
  g_autofree guint *starts = g_new0 (guint, n_older + 2), *ends = NULL;
  guint n_kept = 0;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < found[side]->len; i++)
      starts[g_array_index (found[side], AgreedCandidate, i).at[AGREED_SIDE_OLDER] + 1]++;
  for (guint i = 1; i < n_older + 2; i++)
    starts[i] += starts[i - 1];
  ends = g_memdup2 (starts, sizeof (guint) * (n_older + 2));
  for (guint side = AGREED_N_SIDES; side-- > 0;)
    for (guint i = 0; i < found[side]->len; i++)
      {
        const AgreedCandidate *it = &g_array_index (found[side], AgreedCandidate, i);
        guint older = it->at[AGREED_SIDE_OLDER], newer = it->at[AGREED_SIDE_NEWER], at = ends[older]++;

        for (; at > starts[older] && all[at - 1].at[AGREED_SIDE_NEWER] > newer; at--)
          all[at] = all[at - 1];
        all[at] = *it;
      }
  for (guint i = 0; i < n; i++)
    if (n_kept == 0 || memcmp (all[n_kept - 1].at, all[i].at, sizeof all[i].at) != 0)
      all[n_kept++] = all[i];
  g_array_set_size (sorted, n_kept);

  return sorted;
}

GArray *
agreed_candidates_find (const AgreedProfiles *profiles,
                        int *const            partners[AGREED_N_SIDES],
                        gboolean *const       wanted[AGREED_N_SIDES],
                        guint *const          expected[AGREED_N_SIDES])
{
  g_autoptr (GAsyncQueue) scratch = g_async_queue_new_full (g_free);
  Indexing indexing = { .profiles = profiles, .partners = partners };
  GArray *found[AGREED_N_SIDES], *candidates;

  agreed_parallel_run (AGREED_N_SIDES, 1, index_some, &indexing);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    found[side] = find_for_side (profiles, side, &indexing.indexes[!side], wanted[side], expected[side]);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    index_clear (&indexing.indexes[side]);
  candidates = sort_found (found, profiles->n[AGREED_SIDE_OLDER]);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_array_unref (found[side]);
  agreed_parallel_run (candidates->len, PAIRS_AT_ONCE, compare_some,
                       &(Comparing) { profiles, (AgreedCandidate *) (gpointer) candidates->data, scratch });

  return candidates;
}
