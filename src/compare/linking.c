/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "linking-private.h"

#include "moves.h"

/* Three steps: paragraphs of the same wording are linked first; of the rest, the best pairs one to one; then, for what
 * is left over, the parts of paragraphs that were split or merged. */

int
agreed_match_compare (gconstpointer a,
                      gconstpointer b)
{
  const AgreedMatch *x = a, *y = b;

  if (x->at[AGREED_SIDE_NEWER] != y->at[AGREED_SIDE_NEWER])
    return x->at[AGREED_SIDE_NEWER] < y->at[AGREED_SIDE_NEWER] ? -1 : 1;
  if (x->at[AGREED_SIDE_OLDER] != y->at[AGREED_SIDE_OLDER])
    return x->at[AGREED_SIDE_OLDER] < y->at[AGREED_SIDE_OLDER] ? -1 : 1;

  return 0;
}

gboolean
agreed_linking_is_forbidden (const AgreedLinking *self,
                               guint                  older,
                               guint                  newer)
{
  AgreedMatch match = { .at = { older, newer } };

  return self->forbidden != NULL && g_array_binary_search (self->forbidden, &match, agreed_match_compare, NULL);
}

double
agreed_sureness (double strength)
{
  return 1 - 1 / (2 * MAX (1, strength));
}

/* Where each paragraph's partner would stand by what is linked already and kept its order: as far behind the partner of
 * the last one before it that is linked. Before the first, both texts' beginnings are taken to belong together. */
static guint *
expect_partners (const AgreedLinking *self,
                 AgreedSide             side)
{
  guint n = self->profiles->n[side], n_others = self->profiles->n[!side], n_steps = 0;
  g_autofree AgreedStep *steps = g_new (AgreedStep, n + 1);
  g_autofree gboolean *kept = g_new0 (gboolean, n + 1);
  guint *expected = g_new (guint, n + 1);
  guint next = 0;

  for (guint i = 0; i < n; i++)
    if (self->partners[side][i] >= 0)
      steps[n_steps++] = (AgreedStep) { self->partners[side][i], self->profiles->profiles[side][i].n_tokens };
  agreed_moves_keep (steps, n_steps, kept);
  for (guint i = 0, step = 0; i < n; i++)
    {
      if (self->partners[side][i] >= 0 && kept[step++])
        next = self->partners[side][i];
      expected[i] = MIN (next, n_others > 0 ? n_others - 1 : 0);
      next++;
    }

  return expected;
}

/* The candidates are those of the paragraphs that have no partner of the same wording. Where a person has forbidden such a
 * partner, more are looked for, among the paragraphs that are left then. */
struct _AgreedLinkingBase {
  AgreedProfiles *profiles;
  int *partners[AGREED_N_SIDES]; /* of the same wording */
  GArray *candidates;
  /* What comes of them as long as nothing is decided by hand. */
  int *best[AGREED_N_SIDES]; /* of each paragraph its partner, or -1 */
  double *sureness;   /* of each older paragraph that has one, as in AgreedLinking */
  double *similarity; /* with that */
  AgreedLeftOvers *left_overs;
};

/* Texts that have nothing to do with each other still share the formulas of their trade: to include an item in the
 * provisional agenda, to recall the 2030 Agenda, to list the countries in special situations. A formula stands once in
 * each text, so nothing in the two paragraphs tells it from wording that was carried on; that next to nothing else is
 * shared does. So where two texts share less than RELATED of their triples of words, every pair of paragraphs must have
 * more in common in the same measure. (Paragraphs of the same wording are linked all the same.)
 *
 * Of pairs that have no paragraph in common beyond formulas, the one with most shares .22; of a resolution and one
 * negotiated apart on the same matter, .32; of one twelve years older, .40. A few paragraphs say little about it: texts are
 * taken to be related as long as they are not much longer than SOME triples, which is three or four paragraphs. */
#define RELATED 0.35
#define SOME 200

static double
get_kinship (const AgreedProfiles *profiles)
{
  double shares = 0;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    shares += (profiles->n_shared_triples[side] + RELATED * SOME) / (profiles->n_triples[side] + SOME);

  return MIN (1, shares / AGREED_N_SIDES / RELATED);
}

static void
linking_init (AgreedLinking        *self,
              const AgreedProfiles *profiles,
              GArray               *forbidden)
{
  *self = (AgreedLinking) { .profiles = profiles, .forbidden = forbidden, .kinship = get_kinship (profiles) };
  self->sureness = g_new (double, profiles->n[AGREED_SIDE_OLDER] + 1);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      self->partners[side] = g_new (int, profiles->n[side] + 1);
      for (guint i = 0; i < profiles->n[side]; i++)
        self->partners[side][i] = -1;
    }
  agreed_linking_link_same (self);
}

/* What comes of @base as long as nothing is forbidden. */
static void
linking_copy (AgreedLinking           *self,
              const AgreedLinkingBase *base)
{
  const AgreedProfiles *profiles = base->profiles;

  *self = (AgreedLinking) { .profiles = profiles, .kinship = get_kinship (profiles) };
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    self->partners[side] = g_memdup2 (base->best[side], sizeof (int) * profiles->n[side]);
  self->sureness = g_memdup2 (base->sureness, sizeof (double) * profiles->n[AGREED_SIDE_OLDER]);
}

static void
linking_clear (AgreedLinking *self)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_free (self->partners[side]);
  g_free (self->sureness);
}

/* @wanted: for each paragraph of each side, whether its candidates are looked for. Returns: (transfer full) */
static GArray *
find_candidates (const AgreedLinking *self,
                 gboolean *const      wanted[AGREED_N_SIDES])
{
  guint *expected[AGREED_N_SIDES];
  GArray *candidates;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    expected[side] = expect_partners (self, side);
  candidates = agreed_candidates_find (self->profiles, self->partners, wanted, expected);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_free (expected[side]);

  return candidates;
}

static double
get_similarity (const AgreedProfiles *profiles,
                guint                 older,
                guint                 newer)
{
  if (agreed_profiles_are_equal (profiles, older, newer))
    return 1;

  return agreed_profiles_get_similarity (profiles, older, newer, agreed_profiles_get_shared (profiles, older, newer));
}

static double *
measure_partners (const AgreedLinking *self)
{
  guint n = self->profiles->n[AGREED_SIDE_OLDER];
  double *similarity = g_new0 (double, n + 1);

  for (guint i = 0; i < n; i++)
    if (self->partners[AGREED_SIDE_OLDER][i] >= 0)
      similarity[i] = get_similarity (self->profiles, i, self->partners[AGREED_SIDE_OLDER][i]);

  return similarity;
}

AgreedLinkingBase *
agreed_linking_base_new (AgreedProfiles *profiles)
{
  AgreedLinkingBase *self = g_atomic_rc_box_new0 (AgreedLinkingBase);
  gboolean *wanted[AGREED_N_SIDES];
  AgreedLinking linking;

  g_return_val_if_fail (profiles != NULL, NULL);

  self->profiles = profiles;
  linking_init (&linking, profiles, NULL);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      wanted[side] = g_new (gboolean, profiles->n[side] + 1);
      for (guint i = 0; i < profiles->n[side]; i++)
        wanted[side][i] = linking.partners[side][i] < 0;
    }
  self->candidates = find_candidates (&linking, wanted);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      self->partners[side] = g_memdup2 (linking.partners[side], sizeof (int) * profiles->n[side]);
      g_free (wanted[side]);
    }
  agreed_linking_link_best (&linking, self->candidates);
  self->left_overs = agreed_left_overs_new (&linking, self->candidates);
  self->similarity = measure_partners (&linking);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    self->best[side] = g_steal_pointer (&linking.partners[side]);
  self->sureness = g_steal_pointer (&linking.sureness);

  return self;
}

AgreedLinkingBase *
agreed_linking_base_ref (AgreedLinkingBase *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
base_clear (gpointer data)
{
  AgreedLinkingBase *self = data;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      g_free (self->partners[side]);
      g_free (self->best[side]);
    }
  g_free (self->sureness);
  g_free (self->similarity);
  agreed_left_overs_free (self->left_overs);
  g_array_unref (self->candidates);
  agreed_profiles_free (self->profiles);
}

void
agreed_linking_base_unref (AgreedLinkingBase *self)
{
  g_atomic_rc_box_release_full (self, base_clear);
}

const AgreedProfiles *
agreed_linking_base_get_profiles (AgreedLinkingBase *self)
{
  return self->profiles;
}

/* Returns: (transfer full): the candidates of all paragraphs that have no partner now, those of @base first */
static GArray *
complete_candidates (AgreedLinkingBase   *base,
                     const AgreedLinking *linking)
{
  gboolean *wanted[AGREED_N_SIDES];
  gboolean more = FALSE;
  GArray *candidates;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      wanted[side] = g_new0 (gboolean, base->profiles->n[side] + 1);
      for (guint i = 0; i < base->profiles->n[side]; i++)
        more |= wanted[side][i] = linking->partners[side][i] < 0 && base->partners[side][i] >= 0;
    }
  if (more)
    {
      g_autoptr (GArray) found = find_candidates (linking, wanted);

      candidates = g_array_copy (base->candidates);
      g_array_append_vals (candidates, found->data, found->len);
    }
  else
    candidates = g_array_ref (base->candidates);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_free (wanted[side]);

  return candidates;
}

GArray *
agreed_find_matches (AgreedLinkingBase *base,
                     GArray            *forbidden)
{
  g_autoptr (GArray) candidates = NULL;
  AgreedLinking self;
  GArray *matches;

  g_return_val_if_fail (base != NULL, NULL);

  if (forbidden != NULL && forbidden->len > 0)
    {
      g_array_sort (forbidden, agreed_match_compare);
      linking_init (&self, base->profiles, forbidden);
      candidates = complete_candidates (base, &self);
      agreed_linking_link_best (&self, candidates);
    }
  else
    {
      linking_copy (&self, base);
      candidates = g_array_ref (base->candidates);
    }
  matches = agreed_linking_find_parts (&self, candidates, base->left_overs);

  for (guint i = 0; i < base->profiles->n[AGREED_SIDE_OLDER]; i++)
    {
      int partner = self.partners[AGREED_SIDE_OLDER][i];
      AgreedMatch match = { .at = { i, partner }, .sureness = self.sureness[i] };

      if (partner < 0)
        continue;
      match.similarity = base->best[AGREED_SIDE_OLDER][i] == partner ? base->similarity[i] : get_similarity (base->profiles, i, partner);
      g_array_append_val (matches, match);
    }
  g_array_sort (matches, agreed_match_compare);
  linking_clear (&self);

  return matches;
}
