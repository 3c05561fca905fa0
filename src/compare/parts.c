/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linking-private.h"

#include "parallel.h"

#include <math.h>
#include <stdlib.h>

/* What was split and merged.
 *
 * A paragraph that was merged into another, or split off one, is found again there, in words that the other's partner
 * does not have. So what counts is what two paragraphs share beyond what each of them shares with the paragraphs that it
 * is linked to already, as a share of the smaller of the two: PART of it where one of them is linked already. Where both
 * still stand alone, and one repeats a clause of the other, it is the same paragraph cut short, and takes MOST.
 *
 * What stands beside a partner, or is a sub-paragraph of one, belongs to it by its place, and may share CONTEXT times
 * less; both together, twice. And however short a paragraph is, a single rare word is no evidence: LEAST votes (see
 * profiles.c; one word that nobody else has brings up to six with its pairs and triples).
 *
 * Two paragraphs whose partners stand beside the other one of them were often one thought in two paragraphs, and a clause
 * that both had is in one of them now. Taken off as shared with the one, it would be missing in what is shared with the
 * other. So there, all counts that the two share, as long as LEAST votes of it are theirs alone.
 *
 * A list may be folded into one sentence: its lead-in and its items become one paragraph. An item between them that is
 * linked to nothing went the same way as its neighbour, however it was reworded, if one HINT is left of it.
 *
 * The numbers stand in ranges in which the links of our pairs are the same: PART from .28 to .33, MOST from .55 up (the
 * larger, the less is a short paragraph linked that only repeats a clause), LEAST from 3 to 5. */
#define PART 0.3
#define MOST 0.65
#define CONTEXT 1.65
#define LEAST 3.5
#define HINT 0.5
#define WHOLE 1000000

/* Sums of the same numbers in another order may differ by so much. */
#define ROUNDING 0.999999

typedef struct {
  guint at[AGREED_N_SIDES];
  double similarity;
  double shared; /* with all that others share of it, too */
  guint share;   /* in millionths of the smaller one, as first seen */
} Part;

struct _AgreedLeftOvers {
  guint n[AGREED_N_SIDES];
  int *partners; /* of each older paragraph, or -1 */
  AgreedRest **rests[AGREED_N_SIDES];
  double *of_candidates; /* the weight of what each candidate's two paragraphs share of their rests; 0 if not enough */
  guint n_candidates;
};

typedef struct {
  const AgreedLinking *linking;
  const AgreedLeftOvers *known; /* or NULL; rests that are the same as here belong to it */
  AgreedRest **rests[AGREED_N_SIDES]; /* for each linked paragraph, what those that it is linked to have not; or NULL */
  GArray **links[AGREED_N_SIDES]; /* for each paragraph, whom it is linked to by now (guint), or NULL */
} Parts;

static void
get_rest (const Parts               *self,
          AgreedSide                 side,
          guint                      position,
          const AgreedFeatureCount **counts,
          guint                     *n_counts)
{
  const AgreedRest *rest = self->rests[side][position];
  const AgreedProfile *profile = &self->linking->profiles->profiles[side][position];

  *counts = rest != NULL ? rest->counts : profile->counts;
  *n_counts = rest != NULL ? rest->n_counts : profile->n_counts;
}

static double
get_rest_weight (const Parts *self,
                 AgreedSide   side,
                 guint        position)
{
  const AgreedRest *rest = self->rests[side][position];

  return rest != NULL ? rest->weight : self->linking->profiles->profiles[side][position].weight;
}

static gboolean
is_known (const Parts *self,
          AgreedSide   side,
          guint        position)
{
  return self->known != NULL && self->rests[side][position] == self->known->rests[side][position];
}

static void
take_off (Parts     *self,
          AgreedSide side,
          guint      position,
          guint      other)
{
  const AgreedProfiles *profiles = self->linking->profiles;
  const AgreedFeatureCount *counts;
  AgreedRest *rest;
  guint n_counts;

  get_rest (self, side, position, &counts, &n_counts);
  rest = agreed_rest_new (profiles, counts, n_counts, &profiles->profiles[!side][other]);
  if (!is_known (self, side, position))
    g_free (self->rests[side][position]);
  self->rests[side][position] = rest;
}

static void
note_link (Parts *self,
           guint  older,
           guint  newer)
{
  guint at[AGREED_N_SIDES] = { older, newer };

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      if (self->links[side][at[side]] == NULL)
        self->links[side][at[side]] = g_array_new (FALSE, FALSE, sizeof (guint));
      g_array_append_val (self->links[side][at[side]], at[!side]);
    }
}

static void
add_link (Parts *self,
          guint  older,
          guint  newer)
{
  note_link (self, older, newer);
  take_off (self, AGREED_SIDE_OLDER, older, newer);
  take_off (self, AGREED_SIDE_NEWER, newer, older);
}

static gboolean
is_linked_to (const Parts *self,
              AgreedSide   side,
              guint        position,
              guint        other)
{
  GArray *links = self->links[side][position];

  for (guint i = 0; links != NULL && i < links->len; i++)
    if (g_array_index (links, guint, i) == other)
      return TRUE;

  return FALSE;
}

/* Whether @other stands beside something that @position is linked to, or @position is a sub-paragraph of something that
 * is linked to @other. */
static guint
count_company (const Parts *self,
               AgreedSide   side,
               guint        position,
               guint        other)
{
  int parent = self->linking->profiles->profiles[side][position].parent;
  guint n_others = self->linking->profiles->n[!side], company = 0;

  company += (other > 0 && is_linked_to (self, side, position, other - 1)) ||
             (other + 1 < n_others && is_linked_to (self, side, position, other + 1));
  company += parent >= 0 && is_linked_to (self, side, parent, other);

  return company;
}

static double
get_smaller (const AgreedProfiles *profiles,
             guint                 older,
             guint                 newer)
{
  return MIN (profiles->profiles[AGREED_SIDE_OLDER][older].weight, profiles->profiles[AGREED_SIDE_NEWER][newer].weight);
}

static double
get_share (const Parts *self,
           guint        older,
           guint        newer,
           double      *left_over)
{
  const AgreedProfiles *profiles = self->linking->profiles;
  double smaller = get_smaller (profiles, older, newer);
  const AgreedFeatureCount *a, *b;
  guint n_a, n_b;

  get_rest (self, AGREED_SIDE_OLDER, older, &a, &n_a);
  get_rest (self, AGREED_SIDE_NEWER, newer, &b, &n_b);
  *left_over = agreed_profiles_weigh_both (profiles, a, n_a, b, n_b);

  return smaller > 0 ? *left_over / smaller : 0;
}

/* How many times the evidence is there that it takes; under 1 the two do not belong together. @shared: see Part. */
static double
get_strength (const Parts *self,
              guint        older,
              guint        newer,
              double       shared)
{
  double left_over, share = get_share (self, older, newer, &left_over);
  guint n_linked = (self->links[AGREED_SIDE_OLDER][older] != NULL) + (self->links[AGREED_SIDE_NEWER][newer] != NULL);
  guint company = count_company (self, AGREED_SIDE_OLDER, older, newer) +
                  count_company (self, AGREED_SIDE_NEWER, newer, older);

  if (n_linked == 2 && company > 0 && share > 0)
    share = shared / get_smaller (self->linking->profiles, older, newer);
  share *= self->linking->kinship * pow (CONTEXT, MIN (company, 2));

  return MIN (left_over / LEAST, share / (n_linked > 0 ? PART : MOST));
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  const Part *x = a, *y = b;

  if (x->share != y->share)
    return x->share > y->share ? -1 : 1;
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (x->at[side] != y->at[side])
      return x->at[side] < y->at[side] ? -1 : 1;

  return 0;
}

/* Candidates that one thread weighs before it takes the next ones. */
#define PAIRS_AT_ONCE 512

/* What weigh_some() works on. @shares: one number in millionths for each candidate, 0 where that is not enough. */
typedef struct {
  const Parts *parts;
  GArray *candidates;
  guint *shares;
} Weighing;

/* The least that may be enough. */
static double
get_least (const Parts           *self,
           const AgreedCandidate *candidate)
{
  return PART / (CONTEXT * CONTEXT) *
         get_smaller (self->linking->profiles, candidate->at[AGREED_SIDE_OLDER], candidate->at[AGREED_SIDE_NEWER]);
}

/* Where both are linked, all that they share may count, and LEAST must be left over of it. */
static gboolean
are_both_linked (const Parts           *self,
                 const AgreedCandidate *candidate)
{
  return self->rests[AGREED_SIDE_OLDER][candidate->at[AGREED_SIDE_OLDER]] != NULL &&
         self->rests[AGREED_SIDE_NEWER][candidate->at[AGREED_SIDE_NEWER]] != NULL;
}

static double
get_left_over (const Parts           *self,
               const AgreedCandidate *candidate)
{
  guint older = candidate->at[AGREED_SIDE_OLDER], newer = candidate->at[AGREED_SIDE_NEWER];
  double least = get_least (self, candidate), left_over;

  /* What is left over cannot be more than this. */
  double most = MIN (candidate->shared, MIN (get_rest_weight (self, AGREED_SIDE_OLDER, older),
                                             get_rest_weight (self, AGREED_SIDE_NEWER, newer)));

  if (candidate->shared < least * ROUNDING ||
      most < MAX (are_both_linked (self, candidate) ? 0 : least, LEAST) * ROUNDING)
    return 0;
  get_share (self, older, newer, &left_over);

  return left_over;
}

static guint
weigh (const Parts           *self,
       const AgreedCandidate *candidate,
       guint                  number)
{
  guint older = candidate->at[AGREED_SIDE_OLDER], newer = candidate->at[AGREED_SIDE_NEWER];
  gboolean known = self->known != NULL && number < self->known->n_candidates &&
                   is_known (self, AGREED_SIDE_OLDER, older) && is_known (self, AGREED_SIDE_NEWER, newer);
  double left_over = known ? self->known->of_candidates[number] : get_left_over (self, candidate);

  if (left_over < LEAST || is_linked_to (self, AGREED_SIDE_OLDER, older, newer) ||
      agreed_linking_is_forbidden (self->linking, older, newer))
    return 0;
  if (left_over < get_least (self, candidate) * ROUNDING &&
      (!are_both_linked (self, candidate) || count_company (self, AGREED_SIDE_OLDER, older, newer) +
                                               count_company (self, AGREED_SIDE_NEWER, newer, older) == 0))
    return 0;

  return lround (left_over / get_smaller (self->linking->profiles, older, newer) * WHOLE);
}

static void
weigh_some (guint    start,
            guint    end,
            gpointer data)
{
  Weighing *weighing = data;

  for (guint i = start; i < end; i++)
    weighing->shares[i] = weigh (weighing->parts, &g_array_index (weighing->candidates, AgreedCandidate, i), i);
}

/* The candidates that share enough, the largest share first. Their number is bounded in candidates.c. */
static GArray *
collect_parts (const Parts *self,
               GArray      *candidates)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_autofree guint *shares = g_new (guint, candidates->len + 1);

  agreed_parallel_run (candidates->len, PAIRS_AT_ONCE, weigh_some, &(Weighing) { self, candidates, shares });
  for (guint i = 0; i < candidates->len; i++)
    {
      const AgreedCandidate *candidate = &g_array_index (candidates, AgreedCandidate, i);
      Part part = { .at = { candidate->at[0], candidate->at[1] }, .similarity = candidate->similarity,
                    .shared = candidate->shared, .share = shares[i] };

      if (shares[i] > 0)
        g_array_append_val (parts, part);
    }
  g_array_sort (parts, compare_parts);

  return parts;
}

/* Partners are each other's alone, so that no two threads write to the same place. */
static void
add_partners (guint    start,
              guint    end,
              gpointer data)
{
  Parts *self = data;
  const int *partners = self->linking->partners[AGREED_SIDE_OLDER];

  for (guint i = start; i < end; i++)
    {
      if (partners[i] < 0)
        continue;
      if (self->known != NULL && self->known->partners[i] == partners[i])
        {
          note_link (self, i, partners[i]);
          self->rests[AGREED_SIDE_OLDER][i] = self->known->rests[AGREED_SIDE_OLDER][i];
          self->rests[AGREED_SIDE_NEWER][partners[i]] = self->known->rests[AGREED_SIDE_NEWER][partners[i]];
        }
      else
        add_link (self, i, partners[i]);
    }
}

static void
parts_init (Parts                 *self,
            const AgreedLinking   *linking,
            const AgreedLeftOvers *known)
{
  const AgreedProfiles *profiles = linking->profiles;

  *self = (Parts) { .linking = linking, .known = known };
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      self->links[side] = g_new0 (GArray *, profiles->n[side] + 1);
      self->rests[side] = g_new0 (AgreedRest *, profiles->n[side] + 1);
    }
  agreed_parallel_run (profiles->n[AGREED_SIDE_OLDER], PAIRS_AT_ONCE, add_partners, self);
}

static void
parts_clear (Parts *self)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      for (guint i = 0; i < self->linking->profiles->n[side]; i++)
        {
          g_clear_pointer (&self->links[side][i], g_array_unref);
          if (self->rests[side] != NULL && !is_known (self, side, i))
            g_free (self->rests[side][i]);
        }
      g_free (self->links[side]);
      g_free (self->rests[side]);
    }
}

typedef struct {
  const Parts *parts;
  GArray *candidates;
  double *of_candidates;
} Measuring;

static void
measure_some (guint    start,
              guint    end,
              gpointer data)
{
  Measuring *measuring = data;

  for (guint i = start; i < end; i++)
    measuring->of_candidates[i] =
      get_left_over (measuring->parts, &g_array_index (measuring->candidates, AgreedCandidate, i));
}

AgreedLeftOvers *
agreed_left_overs_new (const AgreedLinking *linking,
                       GArray              *candidates)
{
  AgreedLeftOvers *self = g_new0 (AgreedLeftOvers, 1);
  guint n_older = linking->profiles->n[AGREED_SIDE_OLDER];
  Parts parts;

  parts_init (&parts, linking, NULL);
  self->n_candidates = candidates->len;
  self->of_candidates = g_new (double, candidates->len + 1);
  agreed_parallel_run (candidates->len, PAIRS_AT_ONCE, measure_some,
                       &(Measuring) { &parts, candidates, self->of_candidates });
  self->partners = g_memdup2 (linking->partners[AGREED_SIDE_OLDER], sizeof (int) * n_older);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      self->n[side] = linking->profiles->n[side];
      self->rests[side] = g_steal_pointer (&parts.rests[side]);
    }
  parts_clear (&parts);

  return self;
}

void
agreed_left_overs_free (AgreedLeftOvers *self)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      for (guint i = 0; i < self->n[side]; i++)
        g_free (self->rests[side][i]);
      g_free (self->rests[side]);
    }
  g_free (self->partners);
  g_free (self->of_candidates);
  g_free (self);
}

/* Whom a neighbour of @position in the same list, which is @by away, and their lead-in are both linked to; or -1. That
 * one has no list of its own. */
static int
find_fold (const Parts *self,
           AgreedSide   side,
           guint        position,
           int          by)
{
  const AgreedProfiles *profiles = self->linking->profiles;
  const AgreedProfile *own = profiles->profiles[side], *others = profiles->profiles[!side];
  guint neighbour = position + by;
  int parent = own[position].parent;
  GArray *links;

  if (parent < 0 || (int) position + by <= parent || neighbour >= profiles->n[side] || own[neighbour].parent != parent)
    return -1;
  links = self->links[side][neighbour];
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      guint other = g_array_index (links, guint, i);
      gboolean has_list = other + 1 < profiles->n[!side] && others[other + 1].parent == (int) other;

      if (is_linked_to (self, side, parent, other) && !has_list)
        return other;
    }

  return -1;
}

/* Down the text with @by -1, up with 1, so that a link is handed on from item to item. */
static void
fold_lists (Parts     *self,
            AgreedSide side,
            int        by,
            GArray    *matches)
{
  const AgreedProfiles *profiles = self->linking->profiles;

  for (guint k = 0; k < profiles->n[side]; k++)
    {
      guint i = by < 0 ? k : profiles->n[side] - 1 - k, at[AGREED_N_SIDES];
      int other = self->links[side][i] == NULL ? find_fold (self, side, i, by) : -1;
      AgreedMatch match;
      double left_over;

      if (other < 0)
        continue;
      at[side] = i;
      at[!side] = other;
      get_share (self, at[AGREED_SIDE_OLDER], at[AGREED_SIDE_NEWER], &left_over);
      if (left_over < HINT ||
          agreed_linking_is_forbidden (self->linking, at[AGREED_SIDE_OLDER], at[AGREED_SIDE_NEWER]))
        continue;
      match = (AgreedMatch) {
        .at = { at[AGREED_SIDE_OLDER], at[AGREED_SIDE_NEWER] },
        .similarity = agreed_profiles_get_similarity (
          profiles, at[AGREED_SIDE_OLDER], at[AGREED_SIDE_NEWER],
          agreed_profiles_get_shared (profiles, at[AGREED_SIDE_OLDER], at[AGREED_SIDE_NEWER])),
        .sureness = agreed_sureness (1),
      };
      add_link (self, at[AGREED_SIDE_OLDER], at[AGREED_SIDE_NEWER]);
      g_array_append_val (matches, match);
    }
}

GArray *
agreed_linking_find_parts (const AgreedLinking   *self,
                           GArray                *candidates,
                           const AgreedLeftOvers *known)
{
  Parts parts;
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));
  g_autoptr (GArray) found = NULL;

  parts_init (&parts, self, known);
  found = collect_parts (&parts, candidates);
  for (guint i = 0; i < found->len; i++)
    {
      const Part *part = &g_array_index (found, Part, i);
      AgreedMatch match = { .at = { part->at[0], part->at[1] }, .similarity = part->similarity };
      double strength = get_strength (&parts, part->at[AGREED_SIDE_OLDER], part->at[AGREED_SIDE_NEWER], part->shared);

      if (strength < 1)
        continue;
      match.sureness = agreed_sureness (strength);
      add_link (&parts, part->at[AGREED_SIDE_OLDER], part->at[AGREED_SIDE_NEWER]);
      g_array_append_val (matches, match);
    }
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (int by = -1; by <= 1; by += 2)
      fold_lists (&parts, side, by, matches);
  parts_clear (&parts);

  return matches;
}
