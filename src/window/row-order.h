/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/* The rows of a comparison in the order of a side's text; rows without a paragraph of that side follow the one that they
 * follow in the other text. Returns: (transfer full): a list of AgreedRow */
GListModel *agreed_rows_in_order (AgreedComparison *comparison,
                                  AgreedSide        side);

G_END_DECLS
