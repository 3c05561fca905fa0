/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"

G_BEGIN_DECLS

/* Finds what @passages, those of a column of @row, set another way than the other text does without changing a word:
 * punctuation, quotation marks, width. Takes time in proportion to the row. */
void agreed_passages_find_setting (GPtrArray *passages,
                                   AgreedRow *row,
                                   gboolean   one_column);

G_END_DECLS
