/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-page.h"

G_BEGIN_DECLS

/* Tells wording, footnotes and furniture (running heads, page and job numbers, the rule over footnotes) apart and sets
 * each line's role. @pages: array of arrays of AgreedPdfLine, as agreed_pdf_page_get_lines() gives them; @heights: of the
 * pages, double, as many. Returns: the size of the type that most of the document is set in. */
double agreed_pdf_tell_roles (GPtrArray *pages,
                              GArray    *heights);

/* How many glyphs at the start of the line are a footnote's marker: raised, or stars; 0 where there is none. */
guint agreed_pdf_line_marker_length (const AgreedPdfLine *line);

/* The same where the figures are as large as the note, as word processors set them: bytes of them, 0 where the line does
 * not begin with this @number. */
guint  agreed_pdf_line_typed_marker_length (const AgreedPdfLine *line, guint number);

G_END_DECLS
