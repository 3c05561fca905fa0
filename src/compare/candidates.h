/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "profiles.h"

G_BEGIN_DECLS

/* Two paragraphs that may be the same one carried on, neither of them linked yet. */
typedef struct {
  guint at[AGREED_N_SIDES];
  double shared; /* agreed_profiles_get_shared() */
  double similarity;
} AgreedCandidate;

/* @partners: for each paragraph of each side the position of the other side's that it is linked to already, or -1.
 * @wanted: for each paragraph of each side whether its candidates are looked for; it has no partner then.
 * @expected: for each paragraph of each side about where its partner would stand if nothing had been moved.
 * Returns: (transfer full): array of AgreedCandidate in the order of the older text, then the newer; at most
 * 2 × CANDIDATES a paragraph, see candidates.c. */
GArray *agreed_candidates_find (const AgreedProfiles *profiles,
                                int *const            partners[AGREED_N_SIDES],
                                gboolean *const       wanted[AGREED_N_SIDES],
                                guint *const          expected[AGREED_N_SIDES]);

G_END_DECLS
