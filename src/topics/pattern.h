/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "folded.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A term as it is written in data/topics, taken apart:
 *
 *     digital divide           these words after each other; case, width, accents, hyphens and white space do not matter
 *     divide*                  a word that begins so; in Arabic و، ف، ب، ك، ل and ال may always stand before a word
 *     bridg*…divide            in between up to eight words (sixteen Chinese characters) of the same clause; three times at most
 *     (national|regional) plan  either
 *     policy, related to       a comma may stand there; no mark may stand where the term has none
 *
 * A bracket does not stand inside another one. One term gives as many patterns as it has readings. */

/**
 * AgreedPatternWord:
 * @letters: folded
 * @length: in bytes
 * @open: the word may go on
 * @gap: other words may stand before it
 * @before: the strongest mark that may stand before it, where there is no gap
 */
typedef struct {
  char *letters;
  gsize length;
  gboolean open;
  gboolean gap;
  AgreedBreak before;
} AgreedPatternWord;

typedef struct {
  GArray *words; /* AgreedPatternWord, one or more; the first has no gap */
} AgreedPattern;

void agreed_pattern_free (AgreedPattern *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedPattern, agreed_pattern_free)

static inline const AgreedPatternWord *
agreed_pattern_word (const AgreedPattern *self,
                     guint                i)
{
  return &g_array_index (self->words, AgreedPatternWord, i);
}

/* @variants: (nullable): array of classes, each an array of patterns that mean the same and are put for one another.
 * Returns: (transfer full): array of AgreedPattern, or NULL with @error, a sentence about the term, of G_IO_ERROR */
GPtrArray *agreed_pattern_read (const char *term,
                                GPtrArray  *variants,
                                GError    **error);

/* Arabic joins particles and the article to the word after them. How many bytes to pass over to get to the next place
 * where the word proper may start, or 0 when there is none. @letters: folded; @passed: bytes already passed over */
gsize agreed_pattern_next_start (const char *letters,
                                 gsize       length,
                                 gsize       passed);

G_END_DECLS
