/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "pdf-message.h"

G_BEGIN_DECLS

/* Called after each page. */
typedef void (*AgreedPdfProgress) (guint    n_read,
                                   guint    n_pages,
                                   gpointer user_data);

/* Reads the pages of a PDF into blocks. What this takes of time and memory has no bound: a single page can ask for all
 * there is. It therefore works in a process of its own, agreed-read-pdf, and nothing else calls it but tests.
 * @outcome: (out): why there are no blocks; @n_pages: (out)
 * Returns: (transfer full) (nullable): array of AgreedBlock */
GPtrArray *agreed_pdf_read_pages (GBytes            *bytes,
                                  AgreedPdfProgress  progress,
                                  gpointer           user_data,
                                  AgreedPdfOutcome  *outcome,
                                  guint             *n_pages);

G_END_DECLS
