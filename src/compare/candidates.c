/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates.h"

#include <stdlib.h>

/* Every paragraph asks, of each of its features, who holds it on the other side, and adds up what that is worth. The
 * CANDIDATES with most are kept and then compared exactly. A feature that many hold is asked of only those NEAR holders
 * that stand nearest to where the partner is expected; it is worth next to nothing anyway. So a paragraph of n features
 * takes at most n × NEAR steps to find its candidates, however long the texts are. */
#define CANDIDATES 16
#define NEAR 32

/* Who holds what: the paragraphs of one side that hold feature f are holders[starts[f]] up to holders[starts[f + 1]],
 * ascending. Only paragraphs that are not linked yet. */
typedef struct {
  guint32 *starts;
  guint32 *holders;
} Index;

static void
index_init (Index                *index,
            const AgreedProfiles *profiles,
            AgreedSide            side,
            const int            *partners)
{
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

/* The NEAR holders around @expected, or all where there are no more. */
static void
index_find (const Index *index,
            guint32      feature,
            guint        expected,
            guint32     *first,
            guint32     *end)
{
  guint32 start = index->starts[feature], low, high;

  *first = low = start;
  *end = high = index->starts[feature + 1];
  if (*end - *first <= NEAR)
    return;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (index->holders[middle] < expected)
        low = middle + 1;
      else
        high = middle;
    }
  *first = MAX (low, start + NEAR / 2) - NEAR / 2;
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

/* @worth: a number for each paragraph of the other side, all 0 before and after; @touched: scratch. */
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
  Found best[CANDIDATES];
  guint n_best = 0;

  g_array_set_size (touched, 0);
  for (guint k = 0; k < profile->n_counts; k++)
    {
      guint32 feature = profile->counts[k].feature, first, end;

      index_find (index, feature, expected, &first, &end);
      for (guint32 h = first; h < end; h++)
        {
          guint32 holder = index->holders[h];

          if (worth[holder] == 0)
            g_array_append_val (touched, holder);
          worth[holder] += profiles->weights[feature];
        }
    }
  for (guint i = 0; i < touched->len; i++)
    {
      guint32 holder = g_array_index (touched, guint32, i);
      Found found = { holder, holder > expected ? holder - expected : expected - holder,
                      worth[holder] / (profile->weight + others[holder].weight) };

      n_best = keep_best (best, n_best, &found);
      worth[holder] = 0;
    }
  for (guint i = 0; i < n_best; i++)
    {
      AgreedCandidate candidate = { 0 };

      candidate.at[side] = position;
      candidate.at[!side] = best[i].position;
      g_array_append_val (candidates, candidate);
    }
}

static int
compare_candidates (gconstpointer a,
                    gconstpointer b)
{
  const AgreedCandidate *x = a, *y = b;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (x->at[side] != y->at[side])
      return x->at[side] < y->at[side] ? -1 : 1;

  return 0;
}

/* Both sides found the same pair as a rule: once is enough. */
static void
compare_exactly (GArray               *candidates,
                 const AgreedProfiles *profiles)
{
  AgreedCandidate *all = (AgreedCandidate *) (gpointer) candidates->data;
  guint n = 0;

  if (candidates->len == 0)
    return;

  qsort (all, candidates->len, sizeof *all, compare_candidates);
  for (guint i = 0; i < candidates->len; i++)
    {
      guint older = all[i].at[AGREED_SIDE_OLDER], newer = all[i].at[AGREED_SIDE_NEWER];

      if (n > 0 && compare_candidates (&all[n - 1], &all[i]) == 0)
        continue;
      all[n] = all[i];
      all[n].shared = agreed_profiles_get_shared (profiles, older, newer);
      all[n].similarity = agreed_profiles_get_similarity (profiles, older, newer, all[n].shared);
      n++;
    }
  g_array_set_size (candidates, n);
}

GArray *
agreed_candidates_find (const AgreedProfiles *profiles,
                        int *const            partners[AGREED_N_SIDES],
                        guint *const          expected[AGREED_N_SIDES])
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (AgreedCandidate));
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      g_autofree double *worth = g_new0 (double, profiles->n[!side] + 1);
      Index index;

      index_init (&index, profiles, !side, partners[!side]);
      for (guint i = 0; i < profiles->n[side]; i++)
        if (partners[side][i] < 0)
          find_for_one (candidates, profiles, side, i, &index, expected[side][i], worth, touched);
      index_clear (&index);
    }
  compare_exactly (candidates, profiles);

  return candidates;
}
