/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "document.h"
#include "wording.h"

G_BEGIN_DECLS

/* Finds the texts of resolutions among @blocks (AgreedBlock, in reading order, of one file) and appends them to
 * @document, with labels, openings, footnotes, and what their heads say. The same for every format.
 * Returns: FALSE with @error set where cancelled or where there are more texts than any report has; finding no text is no
 * error here. */
gboolean agreed_structure_read (GPtrArray              *blocks,
                                const AgreedWordingSet *set,
                                AgreedDocument         *document,
                                GCancellable           *cancellable,
                                GError                **error);

G_END_DECLS
