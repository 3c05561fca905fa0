/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "head.h"
#include "paragraph.h"

G_BEGIN_DECLS

/**
 * AgreedDraft:
 * @marks: AgreedBlockMark, its strings owned by the blocks
 * @changes: AgreedTrackedChange
 * @heading: what stands above it, see agreed_paragraph_get_heading()
 *
 * A paragraph in the making: blocks that were found to be one, and what it is called.
 */
typedef struct {
  AgreedParagraphKind kind;
  char *label;
  GString *wording;
  GArray *marks;
  GArray *changes;
  char *heading;
} AgreedDraft;

/* Gives the blocks of the text that begins at the span's start their labels, PP1 … and OP1 …, OP19(a)(ii), and sets where
 * the span ends: at the sign of another text, and at @limit at the latest.
 * Returns: (transfer full): array of AgreedDraft, empty where no paragraph is */
GPtrArray *agreed_drafts_read (GPtrArray              *blocks,
                               const AgreedWordingSet *set,
                               guint                   limit,
                               AgreedSpan             *span);

G_END_DECLS
