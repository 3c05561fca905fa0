/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "pdf-page.h"

G_BEGIN_DECLS

/* A block in the making: its lines' wording, and the marks of the footnotes that they call. */
typedef struct {
  AgreedBlock *block;
  GString *wording;
} AgreedPdfWording;

AgreedPdfWording *agreed_pdf_wording_new (AgreedBlockKind kind);

/* Adds the line's glyphs from @from on after @glue. A space between a word and the marker after it is not wording. */
void agreed_pdf_wording_append (AgreedPdfWording    *self,
                                const AgreedPdfLine *line,
                                guint                from,
                                const char          *glue);

/* Returns: (transfer full): the block; @self is gone */
AgreedBlock *agreed_pdf_wording_finish (AgreedPdfWording *self);

/* A table in the making, of the lines that agreed_pdf_find_tables() has given cells. */
typedef struct _AgreedPdfRows AgreedPdfRows;

AgreedPdfRows *agreed_pdf_rows_new    (void);
void           agreed_pdf_rows_append (AgreedPdfRows       *self,
                                       const AgreedPdfLine *line);
/* Returns: (transfer full): the block; @self is gone */
AgreedBlock   *agreed_pdf_rows_finish (AgreedPdfRows       *self);

G_END_DECLS
