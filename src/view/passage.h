/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "difference.h"
#include "view-style.h"

G_BEGIN_DECLS

/* A stretch of a passage's text that is wording (@mark is NULL) or a footnote's marker (@mark says which).
 * @text_start, @text_length: bytes in the passage's text; @start: bytes in the side's wording of the row. A marker's
 * and a sign's stretch stands for no wording; their @is_wording is FALSE. @moved: as its AgreedRun has it. @came: it stood
 * not in the earliest text, or, where @came_moved, elsewhere; the same column may tell what goes with the newer one. */
typedef struct {
  gsize text_start;
  gsize text_length;
  AgreedSide side;
  gsize start;
  AgreedRunKind kind;
  gboolean moved;
  gboolean came;
  gboolean came_moved;
  gboolean is_wording;
  const AgreedFootnoteMark *mark;
} AgreedStretch;

/* Bytes, the end excluded. */
typedef struct {
  gsize start;
  gsize end;
} AgreedRange;

/* What is set as one piece of text: a paragraph of a side, or in one column both sides of a row woven into one.
 * Markers of footnotes, which are no part of the wording, are put in. */
typedef struct {
  AgreedSide side; /* whose font and direction it has */
  guint depth;
  AgreedParagraph *paragraph; /* whose tags and notes stand below; NULL in one column. Borrowed from the row. */
  char *text;
  gsize opening; /* bytes at the start of text to emphasise, without markers */
  gsize base;    /* bytes before this passage in its column; passages are taken as joined by "\n" */
  GArray *stretches;
  GArray *settings; /* AgreedRange of text that the other side sets another way; NULL unless asked for (passage-setting.h) */
  GArray *tagged;   /* AgreedTagged (passage-tags.h); NULL where no topic is on words of it */
  gboolean plain; /* the whole of it is added or removed: marked as a block, not word by word */
  gboolean came;  /* the whole of it stood not in the earliest text: likewise */

  /* After agreed_passage_lay_out(): */
  PangoLayout *layout;
  int x; /* pixels, from the row's left upper corner */
  int y;
  int width;
  int height;
} AgreedPassage;

/* The passages of a column. In one column everything is in the newer side's. Returns: (transfer full): array of
 * AgreedPassage with free function; without layouts, so that copying needs no fonts */
GPtrArray *agreed_passages_new (AgreedRow  *row,
                                AgreedSide  column,
                                gboolean    one_column);

/* Sets the passage in @width pixels. */
void agreed_passage_lay_out (AgreedPassage         *self,
                             const AgreedViewStyle *style,
                             int                    width);

/* The stretch that holds a byte of the text. (nullable) */
const AgreedStretch *agreed_passage_find_stretch (AgreedPassage *self,
                                                  gsize          index);

/* The bytes of a stretch that a line or a colour marks: without white space at its ends. */
void agreed_passage_get_marked (AgreedPassage       *self,
                                const AgreedStretch *stretch,
                                gsize               *start,
                                gsize               *end);

/* Appends the wording between two bytes of the text to @string; of woven text what is not deleted, or all where
 * @with_deleted. */
void     agreed_passage_append_wording (AgreedPassage *self,
                                        gsize          start,
                                        gsize          end,
                                        gboolean       with_deleted,
                                        GString       *string);

/* The bytes of all passages of a column, the "\n" between them included. */
gsize agreed_passages_get_length (GPtrArray *passages);

G_END_DECLS
