/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/**
 * AgreedPiece:
 * @row: (unowned): the row that the piece is of
 * @together: whether it is the whole row, both sides in one; else it is one paragraph of it
 * @side: of the paragraph; meaningless where @together
 * @paragraph: its position among the row's paragraphs of that side
 */
typedef struct {
  AgreedRow *row;
  gboolean together;
  AgreedSide side;
  guint paragraph;
} AgreedPiece;

/* Both texts of a comparison in one column, each in its own order: whoever refuses all changes has the older text before
 * him, whoever accepts them the newer. Rows that keep their order on both sides stand together; the paragraphs of others
 * stand twice, where they were and where they are, the former first. Every paragraph of both texts is in one piece.
 * Returns: (transfer full): array of AgreedPiece, valid as long as @comparison */
GArray *agreed_redline_order_new (AgreedComparison *comparison);

G_END_DECLS
