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

GArray *
agreed_find_matches (const AgreedProfiles *profiles,
              GArray               *forbidden)
{
  AgreedLinking self = { .profiles = profiles, .forbidden = forbidden };
  guint *expected[AGREED_N_SIDES];
  g_autoptr (GArray) candidates = NULL;
  GArray *matches;

  g_return_val_if_fail (profiles != NULL, NULL);

  self.sureness = g_new (double, profiles->n[AGREED_SIDE_OLDER] + 1);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      self.partners[side] = g_new (int, profiles->n[side] + 1);
      for (guint i = 0; i < profiles->n[side]; i++)
        self.partners[side][i] = -1;
    }
  if (forbidden != NULL)
    g_array_sort (forbidden, agreed_match_compare);

  agreed_linking_link_same (&self);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    expected[side] = expect_partners (&self, side);
  candidates = agreed_candidates_find (profiles, self.partners, expected);
  agreed_linking_link_best (&self, candidates);
  matches = agreed_linking_find_parts (&self, candidates);

  for (guint i = 0; i < profiles->n[AGREED_SIDE_OLDER]; i++)
    {
      int partner = self.partners[AGREED_SIDE_OLDER][i];
      AgreedMatch match = { .at = { i, partner }, .sureness = self.sureness[i] };

      if (partner < 0)
        continue;
      match.similarity = agreed_profiles_get_similarity (profiles, i, partner,
                                                         agreed_profiles_get_shared (profiles, i, partner));
      g_array_append_val (matches, match);
    }
  g_array_sort (matches, agreed_match_compare);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      g_free (self.partners[side]);
      g_free (expected[side]);
    }
  g_free (self.sureness);

  return matches;
}
