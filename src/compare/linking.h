/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "profiles.h"

G_BEGIN_DECLS

/* One link, by positions. */
typedef struct {
  guint at[AGREED_N_SIDES];
  double similarity; /* agreed_profiles_get_similarity() */
  double sureness;   /* agreed_sureness() */
} AgreedMatch;

/* How sure a link is, 0.5 to 1, whose evidence is @strength times (1 or more) what a link takes, or what speaks for
 * linking one of its paragraphs elsewhere. */
double agreed_sureness (double strength);

/* What is found out about two texts before anything is decided by hand, so that each decision need not find it anew. Fixed
 * once made. */
typedef struct _AgreedLinkingBase AgreedLinkingBase;

/* @profiles: (transfer full). Returns: (transfer full) */
AgreedLinkingBase    *agreed_linking_base_new          (AgreedProfiles    *profiles);
AgreedLinkingBase    *agreed_linking_base_ref          (AgreedLinkingBase *self);
void                  agreed_linking_base_unref        (AgreedLinkingBase *self);
const AgreedProfiles *agreed_linking_base_get_profiles (AgreedLinkingBase *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedLinkingBase, agreed_linking_base_unref)

/* Which paragraphs are the same carried on. @forbidden: array of AgreedMatch that must not be found; is sorted.
 * Returns: (transfer full): array of AgreedMatch in the order of the newer text, then the older. Takes n log n time in
 * the length of the texts: each step's bound is said in candidates.c, best.c and parts.c. */
GArray *agreed_find_matches (AgreedLinkingBase *base,
                             GArray            *forbidden);

/* The order in which matches are given. */
int agreed_match_compare (gconstpointer a,
                          gconstpointer b);

G_END_DECLS
