/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/* The comparison as a redline for Word and its like: one column in which every change is a tracked change by the newer text.
 * All changes refused it is the older text, all accepted the newer, each with its numbers, headings and footnotes and in
 * its own order. Moved paragraphs are tracked as moved. The same comparison gives the same bytes. Returns: (transfer full) */
GBytes *agreed_export_docx (AgreedComparison *comparison);

G_END_DECLS
