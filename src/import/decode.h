/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The characters of a plain-text file: UTF-8, UTF-16 with or without its mark, or an encoding that uchardet names.
 * A last character that the file's end cuts in two is left off; stray NULs are. @name is for the message.
 * Returns: (transfer full): valid UTF-8; or NULL with AGREED_IMPORT_ERROR_EMPTY, _FORMAT or _DAMAGED. */
char *agreed_decode_text (GBytes      *bytes,
                          const char  *name,
                          GError     **error);

/* The same for a web page. @charset: what the page says of its encoding; (nullable) */
char *agreed_decode_markup (GBytes      *bytes,
                            const char  *charset,
                            const char  *name,
                            GError     **error);

G_END_DECLS
