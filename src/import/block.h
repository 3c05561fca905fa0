/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tracked-change.h"

G_BEGIN_DECLS

/**
 * AgreedBlockKind:
 * @AGREED_BLOCK_WORDING: a unit like a paragraph: a paragraph, a heading, a line of the head, whatever
 * @AGREED_BLOCK_FOOTNOTE: the text of a footnote; its marker is the block's number
 * @AGREED_BLOCK_TABLE: a table: its rows are lines of the wording, their cells parted by tabs
 */
typedef enum {
  AGREED_BLOCK_WORDING,
  AGREED_BLOCK_FOOTNOTE,
  AGREED_BLOCK_TABLE,
} AgreedBlockKind;

/**
 * AgreedBlockMark:
 * @offset: bytes into the wording, which does not hold the marker
 * @spaced: white space stood before the marker
 * @parted: white space stood behind it as well
 */
typedef struct {
  char *marker;
  gsize offset;
  gboolean spaced;
  gboolean parted;
} AgreedBlockMark;

/**
 * AgreedCell:
 * @table: which table it is in, each by a number of its own, from 1
 * @around: the table around that one; 0 where there is none
 * @row, @column: from 0
 * @number: what went from the start of the block's wording into its number, as printed; NULL for nothing
 *
 * Where a block stands in a table of its file.
 */
typedef struct {
  guint table;
  guint around;
  guint row;
  guint column;
  char *number;
} AgreedCell;

/**
 * AgreedBlock:
 * @wording: UTF-8 in one line but for a table's, white space at neither end; neither number nor footnote markers are in it
 * @number: as printed and without what surrounds it: "12", "a", "ii", "I", or a footnote's marker; NULL where there is none
 * @marks: AgreedBlockMark, offsets ascending
 * @changes: AgreedTrackedChange of the wording, starts ascending; NULL where there are none
 * @line: where it begins in the file, from 1; 0 where the format has no lines
 * @heading: the format itself says that this is a heading
 * @quoted: an opening quotation mark stood before the number or the wording, and was taken off
 * @cell: its place in a table that is not yet known to be one rather than a way to set a page; NULL outside tables
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
  AgreedCell *cell;
} AgreedBlock;

AgreedBlock *agreed_block_new  (AgreedBlockKind  kind,
                                const char      *wording);
void         agreed_block_free (AgreedBlock     *self);

void         agreed_block_add_mark (AgreedBlock *self,
                                    const char  *marker,
                                    gsize        offset);

/* Takes the block out of its table. */
void         agreed_block_leave_table (AgreedBlock *self);

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
