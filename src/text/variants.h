/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Wordings that stand for the same thing (互联网, 因特网), from data/wording/variants.ini. Read once; safe from any
 * thread. */

/* The wordings that stand for what @text begins with, the longest such beginning, itself among them; compared without
 * regard to case unless @match_case. @text: normalised (agreed_normalise()). @previous: the character before, 0 at the
 * start: what is written with spaces begins and ends with whole words. @length: (out): bytes of the beginning.
 * Returns: (transfer none) (nullable): normalised wordings, the longest first; NULL where @text begins with none */
const char *const *agreed_variants_find (const char *text,
                                         gunichar    previous,
                                         gboolean    match_case,
                                         gsize      *length);

G_END_DECLS
