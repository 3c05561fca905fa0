/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/* The comparison as one page that needs nothing else: no scripts, no other files. It is HTML that is also well-formed
 * XML, reads in both light and dark, on narrow screens and on paper, and says every change in words as well as by mark.
 * What is said around the texts is in the language of the user's session. Returns: (transfer full): UTF-8 */
char *agreed_export_html (AgreedComparison *comparison);

G_END_DECLS
