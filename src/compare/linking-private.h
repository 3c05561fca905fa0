/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "linking.h"
#include "candidates.h"

G_BEGIN_DECLS

/**
 * AgreedLinking:
 * @profiles: what is being aligned
 * @partners: for each paragraph of each side, the position of its partner on the other side, or -1
 * @sureness: for each older paragraph that has a partner, how sure that is
 * @forbidden: pairs that must not be linked, sorted as AgreedMatch are
 * @kinship: 1 where the two texts have enough in common that paragraphs may be expected to be carried on; less, the less
 *   they have, and what any pair of their paragraphs has in common counts so much less
 *
 * The one-to-one links while they are being made. Partners are always mutual.
 */
typedef struct {
  const AgreedProfiles *profiles;
  int *partners[AGREED_N_SIDES];
  double *sureness;
  GArray *forbidden;
  double kinship;
} AgreedLinking;

gboolean agreed_linking_is_forbidden (const AgreedLinking *self,
                                      guint                  older,
                                      guint                  newer);

/* Links paragraphs of the same wording (same.c). */
void agreed_linking_link_same (AgreedLinking *self);

/* Links the best of the candidates one to one (best.c). */
void agreed_linking_link_best (AgreedLinking *self,
                               GArray        *candidates);

/* What is left of each paragraph beyond its one-to-one link, and what the candidates have in common of that, before
 * anything is decided by hand: most of it is the same after a decision. Fixed once made. */
typedef struct _AgreedLeftOvers AgreedLeftOvers;

/* @self: with its one-to-one links. Returns: (transfer full) */
AgreedLeftOvers *agreed_left_overs_new  (const AgreedLinking *self,
                                         GArray              *candidates);
void             agreed_left_overs_free (AgreedLeftOvers     *self);

/* What was split and merged, beyond the one-to-one links (parts.c). @known: of the same texts; its candidates are the first
 * of @candidates. Returns: (transfer full): array of AgreedMatch */
GArray *agreed_linking_find_parts (const AgreedLinking   *self,
                                   GArray                *candidates,
                                   const AgreedLeftOvers *known);

G_END_DECLS
