/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "block.h"
#include "wording.h"

G_BEGIN_DECLS

/* Plain text to blocks: takes furniture off, puts footnotes aside, joins lines that a page has broken.
 * Returns: (transfer full): AgreedBlock in reading order; or NULL with G_IO_ERROR_CANCELLED, the only error. */
GPtrArray *agreed_plain_read (const char             *text,
                              const AgreedWordingSet *set,
                              GCancellable           *cancellable,
                              GError                **error);

G_END_DECLS
