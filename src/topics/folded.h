/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What stands between two words, weakest first. A term never reaches over a mark that it does not have itself. */
typedef enum {
  AGREED_BREAK_NONE,   /* nothing, white space, a hyphen, a dash, a quotation mark, a bracket */
  AGREED_BREAK_LIST,   /* 、 */
  AGREED_BREAK_CLAUSE, /* a comma, a colon: these and stronger ones end a clause */
  AGREED_BREAK_STOP,   /* a semicolon, a full stop, a question mark */
} AgreedBreak;

/**
 * AgreedFoldedWord:
 * @start: where it stands in the source: bytes
 * @end: the byte after it
 * @text: where its folded letters start in AgreedFolded.letters: bytes
 * @length: of the folded letters, in bytes
 * @clause: which clause of the source it is in, counted from 0
 * @before: what stands between it and the word before
 */
typedef struct {
  gsize start;
  gsize end;
  gsize text;
  gsize length;
  guint clause;
  AgreedBreak before;
} AgreedFoldedWord;

/* A wording made ready for finding terms: its words without case, width, accents, vowel signs and joining marks.
 * Each Chinese character is a word of its own. */
typedef struct {
  GString *letters;
  GArray *words;
} AgreedFolded;

AgreedFolded *agreed_folded_new  (const char   *source);
void          agreed_folded_free (AgreedFolded *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedFolded, agreed_folded_free)

static inline const AgreedFoldedWord *
agreed_folded_word (const AgreedFolded *self,
                    guint               i)
{
  return &g_array_index (self->words, AgreedFoldedWord, i);
}

static inline const char *
agreed_folded_letters (const AgreedFolded     *self,
                       const AgreedFoldedWord *word)
{
  return self->letters->str + word->text;
}

/* Whether the word is one Chinese character. @letters: folded */
gboolean agreed_folded_is_han (const char *letters);

G_END_DECLS
