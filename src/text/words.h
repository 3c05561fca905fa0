/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A wording in tokens: the words that its language has, and the things that are never cut. To tell whether two words are
 * the same, compare keys; for counting, keys are good hashes as they are (g_int64_hash() not needed: take the low bits).
 *
 *   g_autoptr (AgreedWords) words = agreed_words_new (wording, "zh");
 *   for (guint i = 0; i < words->n_tokens; i++)
 *     if (agreed_token_is_content (&words->tokens[i]))
 *       count (words->tokens[i].folded);
 *   …
 *   GArray *runs = agreed_difference_of_words (older_words, newer_words);      (difference.h)
 */

/**
 * AgreedTokenKind:
 * @AGREED_TOKEN_WORD: a word; with its hyphens ("follow-up") and inner apostrophes, but an elided article stands alone
 *   ("l’" of "l’information")
 * @AGREED_TOKEN_NUMBER: 1,000; 26 %; 26 per cent; 百分之二十六; 3.5亿
 * @AGREED_TOKEN_DATE: 22 December 2011; 2011年12月22日; 2015年; 22/12/2011
 * @AGREED_TOKEN_ORDINAL: 第六十六届; 第 19 段; sixty-sixth; 66-я; sexagésimo sexto; السادسة والستين
 * @AGREED_TOKEN_SYMBOL: a document symbol or resolution number (agreed_symbol_scan())
 * @AGREED_TOKEN_PUNCTUATION: one character of it
 * @AGREED_TOKEN_SIGN: any other character that is no letter: $, %, =, emoji
 */
typedef enum {
  AGREED_TOKEN_WORD,
  AGREED_TOKEN_NUMBER,
  AGREED_TOKEN_DATE,
  AGREED_TOKEN_ORDINAL,
  AGREED_TOKEN_SYMBOL,
  AGREED_TOKEN_PUNCTUATION,
  AGREED_TOKEN_SIGN,
} AgreedTokenKind;

/**
 * AgreedToken:
 * @key: what it is compared as (agreed_normalise_key()): equal keys, equal words; white space inside does not count
 * @folded: the same without regard to case
 * @start: byte in the wording
 * @length: bytes
 * @letters: how many characters of it count, at most 255
 * @kind: an #AgreedTokenKind
 *
 * Tokens follow each other in the order of the text and never overlap. What lies between two of them, before the first
 * and after the last is white space and characters that count for nothing. 24 bytes on purpose: a pair of long texts
 * holds millions.
 */
typedef struct {
  guint64 key;
  guint64 folded;
  guint32 start;
  guint16 length;
  guint8 letters;
  guint8 kind;
} AgreedToken;

/**
 * AgreedWords:
 * @text: the wording; borrowed, must outlive this; ends after @length bytes, not always with NUL
 * @length: its bytes
 * @opening: the bytes of the words that it opens with and that are compared as such ("Taking note with appreciation of"),
 *   or 0; whoever knows them sets it before anyone else sees this
 *
 * Fixed once made; may be read from several threads at once.
 */
typedef struct {
  const char *text;
  gsize length;
  gsize opening;
  AgreedToken *tokens;
  guint n_tokens;
} AgreedWords;

/* @text: valid UTF-8 that ends in NUL, under 4 GB. @language: BCP 47 or NULL; words of scripts that set spaces come out
 * the same for all. Takes time in proportion to the length; may be called from several threads at once.
 * Returns: (transfer full) */
AgreedWords *agreed_words_new (const char *text,
                               const char *language);

/* The words of a part of the wording, from byte @start up to byte @end, without breaking it again; a word that lies across
 * one of its ends is left out. The wording must outlive this too, @self need not. Returns: (transfer full) */
AgreedWords *agreed_words_slice (const AgreedWords *self,
                                 gsize              start,
                                 gsize              end);

void agreed_words_free (AgreedWords *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedWords, agreed_words_free)

/* Everything but punctuation, which is never a change by itself and says nothing about two paragraphs' kinship. */
static inline gboolean
agreed_token_is_content (const AgreedToken *token)
{
  return token->kind != AGREED_TOKEN_PUNCTUATION;
}

G_END_DECLS
