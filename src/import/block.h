/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tracked-change.h"

G_BEGIN_DECLS

/**
 * AgreedBlockKind:
 * @AGREED_BLOCK_WORDING: a unit like a paragraph: a paragraph, a heading, a line of the head, whatever
 * @AGREED_BLOCK_FOOTNOTE: the text of a footnote; its marker is the block's number
 */
typedef enum {
  AGREED_BLOCK_WORDING,
  AGREED_BLOCK_FOOTNOTE,
} AgreedBlockKind;

/**
 * AgreedBlockMark:
 * @offset: bytes into the wording, which does not hold the marker
 */
typedef struct {
  char *marker;
  gsize offset;
} AgreedBlockMark;

/**
 * AgreedBlock:
 * @wording: UTF-8 in one line, white space at neither end; neither number nor footnote markers are in it
 * @number: as printed and without what surrounds it: "12", "a", "ii", "I", or a footnote's marker; NULL where there is none
 * @marks: AgreedBlockMark, offsets ascending
 * @changes: AgreedTrackedChange of the wording, starts ascending; NULL where there are none
 * @line: where it begins in the file, from 1; 0 where the format has no lines
 * @heading: the format itself says that this is a heading
 * @quoted: an opening quotation mark stood before the number or the wording, and was taken off
 *
 * What every format's reader gives, in reading order: what is left when furniture is taken off and lines are joined. A
 * footnote's block stands anywhere after the paragraph that calls it and before the next text's footnotes begin.
 */
typedef struct {
  AgreedBlockKind kind;
  char *wording;
  char *number;
  GArray *marks;
  GArray *changes;
  guint line;
  gboolean heading;
  gboolean quoted;
} AgreedBlock;

AgreedBlock *agreed_block_new  (AgreedBlockKind  kind,
                                const char      *wording);
void         agreed_block_free (AgreedBlock     *self);

void         agreed_block_add_mark (AgreedBlock *self,
                                    const char  *marker,
                                    gsize        offset);

/**
 * AgreedNumbering:
 * @AGREED_NUMBERING_NONE: no printed number
 * @AGREED_NUMBERING_ARABIC: "12.", "12．", "١٢ -"; the number is given in ASCII digits
 * @AGREED_NUMBERING_LETTER: "(a)", "а)", "(ii)"; letters as printed
 */
typedef enum {
  AGREED_NUMBERING_NONE,
  AGREED_NUMBERING_ARABIC,
  AGREED_NUMBERING_LETTER,
} AgreedNumbering;

/* The printed number that @text begins with. @length: its bytes with the white space after it. @number: (transfer full)
 * (optional). */
AgreedNumbering agreed_numbering_scan (const char  *text,
                                       gsize       *length,
                                       char       **number);

/* Bytes of an opening quotation mark at the start of @text, with white space after it; or 0. */
gsize agreed_quote_scan (const char *text);

/* Moves the marks and changes of a wording of which so many bytes were taken off the start. */
void agreed_block_shift (AgreedBlock *self,
                         gsize        taken);

/* Puts @text before the wording. */
void agreed_block_prepend (AgreedBlock *self,
                           const char  *text);

/* Takes a printed number and an opening quotation mark off the start of the wording and into the members for them. */
void agreed_block_take_number (AgreedBlock *self);

/* The printed number of an operative paragraph (12), or 0; and whether the number is a sub-paragraph's, "a" or "ii". */
guint    agreed_block_get_ordinal (const AgreedBlock *self);
gboolean agreed_block_is_lettered (const AgreedBlock *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedBlock, agreed_block_free)

G_END_DECLS
