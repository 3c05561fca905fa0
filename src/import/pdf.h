/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean agreed_pdf_recognise (GBytes *bytes);

/* Reads the pages of a PDF into blocks. @name: for messages.
 * Returns: (transfer full): array of AgreedBlock; NULL with @error of AGREED_IMPORT_ERROR or G_IO_ERROR_CANCELLED:
 * encrypted, damaged, too long, or pictures of pages without a text */
GPtrArray *agreed_pdf_read (GBytes        *bytes,
                            const char    *name,
                            GCancellable  *cancellable,
                            GError       **error);

G_END_DECLS
