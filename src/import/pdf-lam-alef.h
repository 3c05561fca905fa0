/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-glyphs.h"

G_BEGIN_DECLS

/* Part of pdf-glyphs.c. One glyph stands for lam and alef. Poppler gives its two letters halves of its width, and turns them
 * round with the rest of the word, so that خلال comes as خالل: puts those of a page in order again. @stretches: array of
 * AgreedPdfLine, letters in the order of reading and each on its own place */
void agreed_pdf_turn_lam_alef (GPtrArray *stretches);

G_END_DECLS
