/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/* Reads what stands in a clipboard, as plain text, as a web page, or as both, of which the one is taken that tells more
 * of the text. Either may be NULL. The document is called "Pasted text", in the user's language.
 * @text: valid UTF-8
 * Returns: (transfer full), or NULL with an error as agreed_import_file() has them; AGREED_IMPORT_ERROR_EMPTY or
 * _NO_RESOLUTION speak of the clipboard, not of a file */
AgreedDocument *agreed_import_pasted (const char    *text,
                                      GBytes        *html,
                                      GCancellable  *cancellable,
                                      GError       **error);

G_END_DECLS
