/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alignment.h"

G_BEGIN_DECLS

/* The exact search for the best marking (alignment.h), in @n_older × @n_newer steps and as many bytes. Sets @matches of those
 * older words that are matched, to the number of the newer one and @offset. */
void agreed_align_table (const AgreedAlignWord *older,
                         guint                  n_older,
                         const AgreedAlignWord *newer,
                         guint                  n_newer,
                         guint32               *matches,
                         guint32                offset);

G_END_DECLS
