/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-page.h"

G_BEGIN_DECLS

/* Whether more of the page's letters are of scripts that run to the left. @stretches: array of AgreedPdfLine. */
gboolean agreed_pdf_is_right_to_left (GPtrArray *stretches);

/* Has the glyphs of all stretches measured from the right edge of the page, which is @width points wide. */
void agreed_pdf_mirror (GPtrArray *stretches, double width);

/* The words of the row and, by themselves, what is written the other way in them, each as it stands from right to left.
 * @row: array of AgreedPdfLine, mirrored. Returns: (transfer full): array of AgreedPdfLine of which only the glyphs are
 * set. */
GPtrArray *agreed_pdf_part_words (GPtrArray *row);

/* Takes out what stretches words to fill their lines: the sign made for it, and the noughts that word processors give out
 * for the strokes they put between two joined letters. Nothing is written with a nought inside a word. */
void agreed_pdf_drop_stretchers (AgreedPdfLine *line);

/* Sets the order of reading in the parts of a line that run to the right, figures and Latin letters: @line has its glyphs
 * and spaces as they stand from right to left. */
void agreed_pdf_turn_runs (AgreedPdfLine *line);

G_END_DECLS
