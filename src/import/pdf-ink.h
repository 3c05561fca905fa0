/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-page.h"

G_BEGIN_DECLS

/* Takes out the spaces of @lines, which are mirrored, that stand where a stroke joins two letters: justified Arabic
 * stretches words by strokes, and what makes the file may have given these no character, so that poppler sees a gap.
 * @lines: array of AgreedPdfLine of @page. */
void agreed_pdf_join_stretched_words (PopplerPage *page,
                                      GPtrArray   *lines);

G_END_DECLS
