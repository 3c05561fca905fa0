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
 * @table: it ends with a table
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
  gboolean table;
} AgreedDraft;

/* A paragraph without wording yet; an array that owns such paragraphs. */
AgreedDraft *agreed_draft_new  (AgreedParagraphKind  kind,
                                const char          *label);
GPtrArray   *agreed_drafts_new (void);

/* Appends the block's wording from the byte @from on, with its marks and changes; the block has to live as long as the draft.
 * A table is parted from what is before and behind it by ends of lines. */
void agreed_draft_append (AgreedDraft       *draft,
                          const AgreedBlock *block,
                          gsize              from);

/* Takes the mark that ends a quotation off the end, where it closes nothing that the wording opens itself. Returns: whether
 * there was one */
gboolean agreed_draft_close_quotation (AgreedDraft *draft);

/* Whether the sub-paragraph @number, "ii", comes right after @before, "i"; where that is NULL, whether it is the first. */
gboolean agreed_draft_follows_roman (const char *before,
                                     const char *number);

/* Gives the blocks of the text that begins at the span's start their labels, PP1 … and OP1 …, OP19(a)(ii), and sets where
 * the span ends: at the sign of another text, and at @limit at the latest.
 * Returns: (transfer full): array of AgreedDraft, empty where no paragraph is */
GPtrArray *agreed_drafts_read (GPtrArray              *blocks,
                               const AgreedWordingSet *set,
                               guint                   limit,
                               AgreedSpan             *span);

G_END_DECLS
