/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the bytes are a ZIP archive in which @text stands near the beginning or the end: the names of members do, and
 * what the first member holds where it is stored as it is. Cheap, and no promise that the archive is sound. */
gboolean agreed_unpack_mentions (GBytes     *bytes,
                                 const char *text);

/* The members that @wanted (by their names) says yes to. All of them together unpack to 64 MB at most, and to no more than
 * some hundred times what the archive is.
 * @name: for messages.
 * Returns: (transfer full): member name to GBytes; or NULL with AGREED_IMPORT_ERROR_DAMAGED, _TOO_LARGE, or
 * G_IO_ERROR_CANCELLED */
GHashTable *agreed_unpack (GBytes        *bytes,
                           gboolean     (*wanted) (const char *member),
                           const char    *name,
                           GCancellable  *cancellable,
                           GError       **error);

G_END_DECLS
