/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/* The ways of paragraphs through three texts: @before holds the earliest text against the older one, @after the older one
 * against the newer. Rows of the two that share a paragraph of the text between them become one, and so on until nothing
 * is shared; agreed_row_get_before() of it is what it was in @before. Its decisions are those of the two comparisons.
 * @rows: the rows of @after, all of them, in the order that is wanted; what stands in the earliest text alone follows the
 * row that it followed there.
 * Returns: (transfer full): list of AgreedRow */
GListModel *agreed_ways_new (AgreedComparison *before,
                             AgreedComparison *after,
                             GListModel       *rows);

G_END_DECLS
