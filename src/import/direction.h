/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Takes the marks out of @text with which programs that read PDFs frame every line from right to left and every run from
 * left to right in it (U+202A to U+202E, U+2066 to U+2069; Unicode Annex 9 calls them explicit formatting characters). The
 * space that stands first in a framed run is, in the order of reading, behind it.
 * Returns: (transfer full) (nullable): NULL where @text has no such marks and can stay as it is */
char *agreed_direction_strip (const char *text);

G_END_DECLS
