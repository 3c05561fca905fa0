/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "selection.h"

G_BEGIN_DECLS

/* What is selected of a list of AgreedRow as a page of HTML that word processors paste with its marks: what was left out
 * struck through, what was put in underlined, both in the colours of the page, moved wording in that of moves. A
 * paragraph that is selected from its beginning has its label before it. Language and direction are set, fonts are not.
 * @languages: of the sides; BCP 47, each (nullable). Returns: (transfer full): UTF-8 */
char *agreed_redline_to_html (const AgreedSelection *selection,
                              GListModel            *rows,
                              gboolean               one_column,
                              const char *const      languages[AGREED_N_SIDES]);

/* The same as plain text, a line for each paragraph, with [-what was left out-] and {+what was put in+}. Returns:
 * (transfer full) */
char *agreed_redline_to_text (const AgreedSelection *selection,
                              GListModel            *rows,
                              gboolean               one_column);

G_END_DECLS
