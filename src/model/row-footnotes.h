/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "footnote.h"
#include "row.h"

G_BEGIN_DECLS

/**
 * AgreedFootnoteChange:
 * @older: (nullable): the footnote as the older text has it; NULL where it came
 * @newer: (nullable): as the newer text has it; NULL where it went
 *
 * A footnote called in a row that came, went, or has another wording. Borrowed from the lists that were asked about.
 */
typedef struct {
  AgreedFootnote *older;
  AgreedFootnote *newer;
} AgreedFootnoteChange;

/* What became of the footnotes that a row calls. Those with the same wording are the same whatever their markers, as
 * footnotes are numbered anew in each text. @older, @newer: (nullable): lists of AgreedFootnote, all of each text.
 * Returns: (transfer full): array of AgreedFootnoteChange, empty where nothing changed or a footnote cannot be found */
GArray *agreed_row_compare_footnotes (AgreedRow  *row,
                                      GListModel *older,
                                      GListModel *newer);

G_END_DECLS
