/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "text.h"
#include "wording.h"

G_BEGIN_DECLS

/**
 * AgreedSpan: where a text stands among a file's blocks
 * @head: first block that may belong to its head: the one after the text before
 * @start: the block of its organ's name, or its first paragraph where it has none
 * @end: first block behind its last paragraph
 * @organ: which of the set's organs; G_MAXUINT where none is named
 * @quoted: it stands between quotation marks
 */
typedef struct {
  guint head;
  guint start;
  guint end;
  guint organ;
  gboolean quoted;
} AgreedSpan;

/* Sets symbol, title, session and date of @text from the blocks around it: from a resolution's own head, or from what a
 * committee's report says of the drafts that it quotes and recommends. @n_texts: how many the file holds. */
void agreed_head_read (GPtrArray              *blocks,
                       const AgreedSpan       *span,
                       guint                   n_texts,
                       const AgreedWordingSet *set,
                       AgreedText             *text);

/* Whether a block of so few words without a stop at its end is a heading rather than a paragraph. */
gboolean agreed_head_is_heading (const AgreedBlock *block);

G_END_DECLS
