/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A Word file (ISO/IEC 29500) around a text: the package's own parts, the styles, and these two. The same parts give the
 * same bytes. @body: what stands in w:body; @footnotes: the w:footnote elements of the notes; @language: BCP 47;
 * @right_to_left: whether the page is. Returns: (transfer full) */
GBytes *agreed_docx_package_new (const char *body,
                                 const char *footnotes,
                                 const char *language,
                                 gboolean    right_to_left);

/* The styles that the package has for paragraphs. Footnote text and its mark are FootnoteText and FootnoteReference. */
#define AGREED_DOCX_SYMBOL    "Symbol"
#define AGREED_DOCX_TITLE     "Title"
#define AGREED_DOCX_HEADING   "Heading1"
#define AGREED_DOCX_PARAGRAPH "Paragraph"
/* Of runs: the opening words of a paragraph. */
#define AGREED_DOCX_OPENING   "Opening"

G_END_DECLS
