/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which words of two wordings are the same ones, so that what is left makes the marking that a person would make. */

/**
 * AgreedAlignWord:
 * @key: equal keys, equal words
 * @weight: how much it says that this word stands in both, in hundredths of an ordinary word
 * @boundary: how strong a break stands before it: 0 none, up to 3 for the end of a sentence
 */
typedef struct {
  guint64 key;
  guint16 weight;
  guint8 boundary;
} AgreedAlignWord;

#define AGREED_UNMATCHED G_MAXUINT32

/* Fills @matches (one for each older word) with the newer word it is, or AGREED_UNMATCHED; matched words rise on both
 * sides. The best marking is the one with the greatest weight of matched words less a price for each place of change.
 * It is found exactly where the product of the lengths, common ends taken off, is at most 4 million (a page or two
 * on each side); longer wordings are cut first at words that both have once, and where there are none the search goes
 * on in windows of at most 200 words, so that it never takes more than some 550 steps for a word. */
void agreed_align (const AgreedAlignWord *older,
                   guint                  n_older,
                   const AgreedAlignWord *newer,
                   guint                  n_newer,
                   guint32               *matches);

G_END_DECLS
