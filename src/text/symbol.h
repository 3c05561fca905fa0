/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Document symbols and the numbers of resolutions, as the United Nations writes them: A/RES/66/184, A/C.2/65/L.22/Rev.1,
 * A/66/64-E/2011/77 (joined), 57/270 B (lettered), E/2025/L.10. Stray spaces as PDFs leave them ("A/C. 2/65/L. 22") and
 * U+2011 for a hyphen are part of a symbol. */

/* How many bytes at the start of @text are one symbol or resolution number; 0 where none starts there. A date or a plain
 * fraction is none: "1/2" is, to this, no resolution. @previous: the character before, 0 at the start; a letter, digit
 * or slash there means that nothing can start. */
gsize agreed_symbol_scan (const char *text,
                          gunichar    previous);

/* The symbol without stray spaces, hyphens as "-". Returns: (transfer full) */
char *agreed_symbol_normalise (const char *symbol,
                               gssize      length);

/* The session that a symbol names (66 of A/RES/66/184, A/66/64, A/C.2/66/L.9, 66/184), or 0. */
guint agreed_symbol_get_session (const char *symbol);

G_END_DECLS
