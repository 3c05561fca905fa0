/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "link.h"
#include "text.h"

G_BEGIN_DECLS

/* What the paragraphs of two texts are compared by, and how alike two of them are. See profiles.c for the reasons. */

/* A feature and how often a paragraph holds it. Lists of these ascend by feature. */
typedef struct {
  guint32 feature;
  guint32 count;
} AgreedFeatureCount;

/**
 * AgreedProfile:
 * @counts: the paragraph's features, ascending
 * @n_counts: how many different ones
 * @weight: of all of them, counted as often as they stand there
 * @wording: one number for all its words in their order: the same for the same wording
 * @n_tokens: how many words, 0 for a paragraph without any
 * @parent: the position of the paragraph that this is a sub-paragraph of, or -1
 */
typedef struct {
  AgreedFeatureCount *counts;
  guint n_counts;
  double weight;
  guint64 wording;
  guint n_tokens;
  int parent;
} AgreedProfile;

/**
 * AgreedProfiles:
 * @n: paragraphs of each side
 * @profiles: one for each paragraph of each side, in their order
 * @n_features: features are numbered from 0 to this
 * @holders: for each feature, how many paragraphs of each side hold it
 * @weights: for each feature, what sharing it once is worth
 * @are_triples: for each feature, whether it is three words
 * @n_triples: how many triples of words each text has
 * @n_shared_triples: how many of them stand in the other text, too
 */
typedef struct {
  guint n[AGREED_N_SIDES];
  AgreedProfile *profiles[AGREED_N_SIDES];
  guint n_features;
  guint32 *holders[AGREED_N_SIDES];
  float *weights;
  guint8 *are_triples;
  guint64 n_triples[AGREED_N_SIDES];
  guint64 n_shared_triples[AGREED_N_SIDES];
} AgreedProfiles;

/* Takes time and memory in proportion to the two texts. Returns: (transfer full) */
AgreedProfiles *agreed_profiles_new  (AgreedText     *older,
                                      AgreedText     *newer);
void            agreed_profiles_free (AgreedProfiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedProfiles, agreed_profiles_free)

/* The same words in the same order, and at least one. */
gboolean agreed_profiles_are_equal (const AgreedProfiles *self,
                                    guint                 older,
                                    guint                 newer);

/* The weight of what two paragraphs share. */
double agreed_profiles_get_shared (const AgreedProfiles *self,
                                   guint                 older,
                                   guint                 newer);

/* How alike two paragraphs are, given the weight of what they share: 0 nothing in common, 1 all. */
double agreed_profiles_get_similarity (const AgreedProfiles *self,
                                       guint                 older,
                                       guint                 newer,
                                       double                shared);

/* The weight of what stands in both lists. */
double agreed_profiles_weigh_both (const AgreedProfiles     *self,
                                   const AgreedFeatureCount *a,
                                   guint                     n_a,
                                   const AgreedFeatureCount *b,
                                   guint                     n_b);

/* What is left of a paragraph when others' features are taken off it, and the weight of that. */
typedef struct {
  guint n_counts;
  double weight;
  AgreedFeatureCount counts[];
} AgreedRest;

/* @counts without what @taken holds. Returns: (transfer full): g_free() it */
AgreedRest *agreed_rest_new (const AgreedProfiles     *self,
                             const AgreedFeatureCount *counts,
                             guint                     n_counts,
                             const AgreedProfile      *taken);

G_END_DECLS
