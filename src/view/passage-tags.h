/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"
#include "tag.h"

G_BEGIN_DECLS

/* Words of a passage that a person put a topic on. @start, @end: bytes of its text; @lane: which of the lines below the
 * words is its own, 0 being the nearest to them; @tag: owned. */
typedef struct {
  gsize start;
  gsize end;
  guint lane;
  AgreedTag *tag;
} AgreedTagged;

/* Finds the words in all passages of a column. */
void agreed_passages_find_tagged (GPtrArray *passages,
                                  AgreedRow *row);
/* Draws dots below the words: without colour nothing else in a text looks like them. */
void agreed_passage_draw_tagged  (AgreedPassage         *self,
                                  const AgreedViewStyle *style,
                                  GtkSnapshot           *snapshot);
/* The names of the topics that are on a byte of the text, a line each. (transfer full) (nullable) */
char *agreed_passage_describe_tagged (AgreedPassage *self,
                                      gsize          index);

G_END_DECLS
