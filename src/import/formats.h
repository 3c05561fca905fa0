/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AgreedFormat:
 * @recognise: whether a file that begins with these bytes is of this format
 * @read: the file's blocks (AgreedBlock, transfer full) in reading order; NULL with an error of AGREED_IMPORT_ERROR or
 *   G_IO_ERROR_CANCELLED; its name is for messages
 *
 * A kind of file that is read. A new one is a file of its own and a line in formats.c.
 */
typedef struct {
  gboolean (*recognise) (GBytes *bytes);
  GPtrArray *(*read) (GBytes        *bytes,
                      const char    *name,
                      GCancellable  *cancellable,
                      GError       **error);
} AgreedFormat;

/* The format of a file, told by its bytes and never by its name; plain text where no other one recognises it. */
const AgreedFormat *agreed_format_of (GBytes *bytes);

G_END_DECLS
