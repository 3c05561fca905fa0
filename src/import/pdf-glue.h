/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-page.h"

G_BEGIN_DECLS

/* What is written between two lines of a paragraph: a space or nothing. Neither line is empty. */
const char *agreed_pdf_glue_between (const AgreedPdfLine *above,
                                     const AgreedPdfLine *line);

G_END_DECLS
