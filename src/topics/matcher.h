/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pattern.h"

G_BEGIN_DECLS

/* Finds many patterns in one pass over a wording; its time grows with the wording, hardly with the patterns. */
typedef struct _AgreedMatcher AgreedMatcher;

/**
 * AgreedHit:
 * @tag: as given to agreed_matcher_add()
 * @first: the first word of the wording that it takes
 * @last: the last one
 */
typedef struct {
  guint tag;
  guint first;
  guint last;
} AgreedHit;

AgreedMatcher *agreed_matcher_new  (void);
void           agreed_matcher_free (AgreedMatcher *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedMatcher, agreed_matcher_free)

/* @patterns: (transfer full): what agreed_pattern_read() gave; all of them are found as @tag */
void    agreed_matcher_add  (AgreedMatcher      *self,
                             GPtrArray          *patterns,
                             guint               tag);

/* Every place, those that overlap included, by tag and then by place.
 * Returns: (transfer full): array of AgreedHit */
GArray *agreed_matcher_find (AgreedMatcher      *self,
                             const AgreedFolded *folded);

G_END_DECLS
