/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linking-private.h"

#include <math.h>
#include <stdlib.h>

/* One-to-one links, best first.
 *
 * Two paragraphs are linked where they are at least ENOUGH alike and each is the other's best. Company counts: a pair
 * whose neighbours before it are each other's partners stands just where it would stand if nothing had been moved, and
 * may be CONTEXT times less alike; so again for the neighbours after it. (Neighbours are the nearest that are linked; the
 * further they are, the less they say. And in texts that have little in common, see linking.c, all this says less: there
 * the same place is an accident, and what is alike a formula.)
 *
 * Because company is known only once the neighbours are linked, the clear pairs come first: those that are CONTEXT times
 * better than any other pair of either paragraph, so that company on one side cannot overturn them. Then the others.
 *
 * The two numbers stand in the ranges in which the links of our pairs stay the same: ENOUGH from .27 to .29, CONTEXT from
 * 1.5 to 1.65; tests/learn-similarity.py tries others. */
#define ENOUGH 0.27
#define CONTEXT 1.65

/* A round links at least one pair, as a rule most; what is open after so many is linked in one go, best first. */
#define ROUNDS 32

/* Likeness in whole millionths, so that it is the same on every machine. */
#define WHOLE 1000000

typedef struct {
  guint at[AGREED_N_SIDES];
  double similarity;
  guint likeness; /* in millionths, company counted */
  guint away;     /* how far from where it would stand if both texts were stretched to the same length */
} Pair;

/* What a round knows of one paragraph: its best open pair and the likeness of its second best. */
typedef struct {
  const Pair *best;
  guint second;
} Choice;

typedef struct {
  AgreedLinking *linking;
  Pair *pairs; /* still open */
  guint n_pairs;
  int *before[AGREED_N_SIDES]; /* the nearest linked paragraph before each, or -1 */
  int *after[AGREED_N_SIDES];  /* the nearest linked paragraph after each, or as many as there are */
  Choice *choices[AGREED_N_SIDES];
} Matching;

/* > 0 where @a is to be preferred. Never 0 for two pairs. */
static int
compare_pairs (const Pair *a,
               const Pair *b)
{
  if (a->likeness != b->likeness)
    return a->likeness > b->likeness ? 1 : -1;
  if (a->away != b->away)
    return a->away < b->away ? 1 : -1;
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (a->at[side] != b->at[side])
      return a->at[side] < b->at[side] ? 1 : -1;

  return 0;
}

static int
compare_pairs_best_first (gconstpointer a,
                          gconstpointer b)
{
  return compare_pairs (b, a);
}

static gboolean
is_open (const AgreedLinking *linking,
         const Pair            *pair)
{
  return linking->partners[AGREED_SIDE_OLDER][pair->at[AGREED_SIDE_OLDER]] < 0 &&
         linking->partners[AGREED_SIDE_NEWER][pair->at[AGREED_SIDE_NEWER]] < 0;
}

static void
find_neighbours (Matching *self)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      const int *partners = self->linking->partners[side];
      int n = self->linking->profiles->n[side], last = -1, next = n;

      for (int i = 0; i < n; i++)
        {
          self->before[side][i] = last;
          if (partners[i] >= 0)
            last = i;
        }
      for (int i = n - 1; i >= 0; i--)
        {
          self->after[side][i] = next;
          if (partners[i] >= 0)
            next = i;
        }
    }
}

/* 0 to 1 for the neighbours before, and 0 to 1 for those after. The ends of the texts are neighbours, too. */
static double
get_company (const Matching *self,
             guint           older,
             guint           newer)
{
  const int *partners = self->linking->partners[AGREED_SIDE_OLDER];
  int n = self->linking->profiles->n[AGREED_SIDE_OLDER], n_newer = self->linking->profiles->n[AGREED_SIDE_NEWER];
  int older_before = self->before[AGREED_SIDE_OLDER][older], newer_before = self->before[AGREED_SIDE_NEWER][newer];
  int older_after = self->after[AGREED_SIDE_OLDER][older], newer_after = self->after[AGREED_SIDE_NEWER][newer];
  double company = 0;

  if (older_before < 0 ? newer_before < 0 : partners[older_before] == newer_before)
    company += 1. / ((double) ((int) older - older_before) * ((int) newer - newer_before));
  if (older_after == n ? newer_after == n_newer : partners[older_after] == newer_after)
    company += 1. / ((double) (older_after - (int) older) * (newer_after - (int) newer));

  return company;
}

static void
prefer (Choice     *choice,
        const Pair *pair)
{
  if (choice->best == NULL || compare_pairs (pair, choice->best) > 0)
    {
      if (choice->best != NULL)
        choice->second = choice->best->likeness;
      choice->best = pair;
    }
  else
    choice->second = MAX (choice->second, pair->likeness);
}

/* Drops the pairs that are no longer open, weighs the others, and finds what each paragraph would choose. */
static void
weigh_pairs (Matching *self)
{
  double kinship = self->linking->kinship;
  guint n = 0;

  find_neighbours (self);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < self->linking->profiles->n[side]; i++)
      self->choices[side][i] = (Choice) { 0 };
  for (guint i = 0; i < self->n_pairs; i++)
    {
      Pair *pair = &self->pairs[n];
      double company;

      if (!is_open (self->linking, &self->pairs[i]))
        continue;
      *pair = self->pairs[i];
      company = get_company (self, pair->at[AGREED_SIDE_OLDER], pair->at[AGREED_SIDE_NEWER]);
      pair->likeness = lround (WHOLE * pair->similarity * kinship * (company > 0 ? pow (CONTEXT, company * kinship) : 1));
      for (guint side = 0; side < AGREED_N_SIDES; side++)
        prefer (&self->choices[side][pair->at[side]], pair);
      n++;
    }
  self->n_pairs = n;
}

static gboolean
is_chosen (const Matching *self,
           const Pair     *pair,
           gboolean        only_clear)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      const Choice *choice = &self->choices[side][pair->at[side]];

      if (choice->best != pair || (only_clear && choice->second * CONTEXT > pair->likeness))
        return FALSE;
    }

  return pair->likeness >= ENOUGH * WHOLE;
}

static void
link_pair (Matching   *self,
           const Pair *pair)
{
  AgreedLinking *linking = self->linking;
  guint rival = 0;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      const Choice *choice = &self->choices[side][pair->at[side]];

      rival = MAX (rival, choice->best == pair ? choice->second : choice->best->likeness);
    }
  linking->sureness[pair->at[AGREED_SIDE_OLDER]] = agreed_sureness (pair->likeness / MAX (rival, ENOUGH * WHOLE));
  linking->partners[AGREED_SIDE_OLDER][pair->at[AGREED_SIDE_OLDER]] = pair->at[AGREED_SIDE_NEWER];
  linking->partners[AGREED_SIDE_NEWER][pair->at[AGREED_SIDE_NEWER]] = pair->at[AGREED_SIDE_OLDER];
}

static gboolean
link_chosen (Matching *self,
             gboolean  only_clear)
{
  gboolean linked = FALSE;

  weigh_pairs (self);
  for (guint i = 0; i < self->n_pairs; i++)
    if (is_chosen (self, &self->pairs[i], only_clear))
      {
        link_pair (self, &self->pairs[i]);
        linked = TRUE;
      }

  return linked;
}

static void
link_rest (Matching *self)
{
  weigh_pairs (self);
  qsort (self->pairs, self->n_pairs, sizeof (Pair), compare_pairs_best_first);
  for (guint i = 0; i < self->n_pairs && self->pairs[i].likeness >= ENOUGH * WHOLE; i++)
    if (is_open (self->linking, &self->pairs[i]))
      link_pair (self, &self->pairs[i]);
}

static void
take_candidates (Matching *self,
                 GArray   *candidates)
{
  const guint *n = self->linking->profiles->n;

  self->pairs = g_new (Pair, candidates->len + 1);
  for (guint i = 0; i < candidates->len; i++)
    {
      const AgreedCandidate *candidate = &g_array_index (candidates, AgreedCandidate, i);
      guint older = candidate->at[AGREED_SIDE_OLDER], newer = candidate->at[AGREED_SIDE_NEWER];
      guint64 there = (guint64) older * n[AGREED_SIDE_NEWER] / n[AGREED_SIDE_OLDER];

      /* What no company could help is not looked at. */
      if (candidate->similarity * self->linking->kinship * CONTEXT * CONTEXT < ENOUGH ||
          agreed_linking_is_forbidden (self->linking, older, newer))
        continue;
      self->pairs[self->n_pairs++] = (Pair) {
        .at = { older, newer },
        .similarity = candidate->similarity,
        .away = there > newer ? there - newer : newer - there,
      };
    }
}

void
agreed_linking_link_best (AgreedLinking *self,
                            GArray          *candidates)
{
  Matching matching = { .linking = self };

  take_candidates (&matching, candidates);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      matching.before[side] = g_new (int, self->profiles->n[side] + 1);
      matching.after[side] = g_new (int, self->profiles->n[side] + 1);
      matching.choices[side] = g_new (Choice, self->profiles->n[side] + 1);
    }

  for (guint round = 0; round < ROUNDS && link_chosen (&matching, TRUE); round++)
    ;
  for (guint round = 0; round < ROUNDS && link_chosen (&matching, FALSE); round++)
    ;
  link_rest (&matching);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      g_free (matching.before[side]);
      g_free (matching.after[side]);
      g_free (matching.choices[side]);
    }
  g_free (matching.pairs);
}
