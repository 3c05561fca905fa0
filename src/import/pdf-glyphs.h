/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pdf-page.h"

G_BEGIN_DECLS

/* The page's glyphs in the stretches that poppler sets on lines of their own. Returns: (transfer full): array of
 * AgreedPdfLine of which only the glyphs are set */
GPtrArray *agreed_pdf_page_get_stretches (PopplerPage *page);

G_END_DECLS
