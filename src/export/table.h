/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/* The comparison as a table for a spreadsheet, a line for each row (RFC 4180): labels, what happened, both wordings, and
 * what a delegate put to the paragraphs: topics that were accepted or added, and notes. Heads and words are in the
 * language of the user's session. It begins with a byte order mark, without which Excel takes Chinese for something else.
 * Returns: (transfer full): UTF-8 */
char *agreed_export_csv (AgreedComparison *comparison);

G_END_DECLS
