/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"

G_BEGIN_DECLS

/* What changed in a row, as agreed_row_new() takes it. @older, @newer: arrays of AgreedParagraph; @links: array of
 * AgreedLink among them. May be called from several threads at once. Returns: (transfer full): array of AgreedRun */
GArray *agreed_row_runs_new (GPtrArray  *older,
                             GPtrArray  *newer,
                             GPtrArray  *links,
                             const char *language);

/* What that makes of the row. */
AgreedChange agreed_row_runs_get_change (GArray    *runs,
                                         GPtrArray *older,
                                         GPtrArray *newer);

G_END_DECLS
