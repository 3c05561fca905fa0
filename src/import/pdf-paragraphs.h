/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-page.h"

G_BEGIN_DECLS

/* Joins the lines of all pages, whose roles have been told, into blocks: paragraphs and headings with their footnote
 * marks, and footnotes. @body_size: as agreed_pdf_tell_roles() gives it.
 * Returns: (transfer full): array of AgreedBlock in the order of reading */
GPtrArray *agreed_pdf_get_blocks (GPtrArray *pages,
                                  double     body_size);

G_END_DECLS
