/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/* All that the comparison knows of a row, in sentences: what became of its paragraphs, their opening words and their
 * footnotes. Returns: (transfer full) */
char *agreed_row_tell (AgreedRow  *row,
                       AgreedText *older,
                       AgreedText *newer);

/* What changed between two texts, to be read or printed by itself: which texts, how many changes of each kind, and each
 * change. @rows: list of AgreedRow, the changed ones in their order. Returns: (transfer full): plain text */
char *agreed_rows_tell (GListModel       *rows,
                        AgreedComparison *comparison);

G_END_DECLS
