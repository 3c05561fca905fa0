/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "drafts.h"

G_BEGIN_DECLS

/**
 * AgreedAnnex:
 * @name: as printed: "Annex", "Annex II", 附件一
 * @title: the heading under it; NULL where there is none
 * @span: its blocks, the name's first
 * @body: the first block behind name and title
 * @drafts: AgreedDraft; none where the annex is issued elsewhere
 */
typedef struct {
  char *name;
  char *title;
  AgreedSpan span;
  guint body;
  GPtrArray *drafts;
} AgreedAnnex;

/* The annexes that stand behind the text of @span and before @limit, where the next text begins.
 *
 * Their paragraphs are AN1 … as printed, AN3(a), AN2.1 where the numbers begin anew. What carries no number is counted:
 * AN§1 … beside paragraphs with numbers, AN1 … where none has one. Headings stand above the paragraph that follows.
 * Returns: (transfer full): array of AgreedAnnex, in their order; empty where the text has none */
GPtrArray *agreed_annexes_read (GPtrArray              *blocks,
                                const AgreedWordingSet *set,
                                const AgreedSpan       *span,
                                guint                   limit);

/* Whether the block stands above an annex: "Annex I", and nothing more than such a name and perhaps a title behind it. */
gboolean agreed_annexes_is_name (const AgreedBlock      *block,
                                 const AgreedWordingSet *set);

G_END_DECLS
