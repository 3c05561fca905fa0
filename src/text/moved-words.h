/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alignment.h"

G_BEGIN_DECLS

/* Words that an alignment left over on both sides because they stand somewhere else: wording that was moved. */

/**
 * AgreedMovedWords:
 * @older: the first of them in the older wording
 * @newer: … and in the newer
 * @length: how many
 */
typedef struct {
  guint older;
  guint newer;
  guint length;
} AgreedMovedWords;

/**
 * AgreedChangedWords:
 * @words: all words of a side
 * @changes: for each of them the number of the place of change it lies in, counted from 1, or 0
 */
typedef struct {
  const AgreedAlignWord *words;
  const guint *changes;
  guint n;
} AgreedChangedWords;

/* The longest phrases that both sides have in places of change, none of which overlaps another or reaches over the end
 * of a place of change. Takes n log n time. Returns: (transfer full): array of AgreedMovedWords in the order of the
 * older wording */
GArray *agreed_moved_words_find (const AgreedChangedWords *older,
                                 const AgreedChangedWords *newer);

G_END_DECLS
