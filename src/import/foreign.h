/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Whether the bytes are of a kind of file that is known and not read; says in @error what it is and how to get one that
 * is read. @name: for the message */
gboolean agreed_foreign_refuse (GBytes      *bytes,
                                const char  *name,
                                GError     **error);

G_END_DECLS
