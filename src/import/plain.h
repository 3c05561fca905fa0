/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Plain text to blocks: takes furniture off, puts footnotes aside, joins lines that a page has broken.
 * Returns: (transfer full): AgreedBlock in reading order; or NULL with @error set: what agreed_decode_text() says, or
 * G_IO_ERROR_CANCELLED */
GPtrArray *agreed_plain_read (GBytes        *bytes,
                              const char    *name,
                              GCancellable  *cancellable,
                              GError       **error);

G_END_DECLS
