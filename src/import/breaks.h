/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lines.h"

G_BEGIN_DECLS

/* Where paragraphs begin among lines.
 *
 * Two kinds of evidence are added up. What the words say: how the line before ends, how this line begins. And what the
 * page says: blank lines, indents, whether this line's first word would still have fitted on the line before. What the
 * page's signs mean differs from file to file: here a blank line parts paragraphs, there it stands between all lines. So
 * their weight is measured in each file, on the places where the words alone leave no doubt (naive Bayes, with a few
 * imagined cases so that little evidence weighs little).
 *
 * @lines: of roles AGREED_LINE_WORDING and AGREED_LINE_MARKER only; @torn: for each, whether furniture or footnotes stood
 * before it, so that what the page says is void. Returns: (transfer full): for each line, whether it begins a block. */
GArray *agreed_breaks_find (GPtrArray              *lines,
                            GArray                 *torn,
                            const AgreedWordingSet *set);

G_END_DECLS
