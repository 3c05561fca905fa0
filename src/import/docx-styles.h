/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xml.h"

G_BEGIN_DECLS

/* What a DOCX file's styles and lists say of paragraphs and runs; and where its lists have counted to. Rules of ECMA-376
 * part 1, 17.7 and 17.9, and where it leaves something open, what Word does. */
typedef struct _AgreedDocxStyles AgreedDocxStyles;

/* @styles, @numbering: (nullable): must live as long */
AgreedDocxStyles *agreed_docx_styles_new  (xmlDoc *styles,
                                           xmlDoc *numbering);
void              agreed_docx_styles_free (AgreedDocxStyles *self);

/* @properties: a w:pPr */
gboolean agreed_docx_styles_is_heading (AgreedDocxStyles *self,
                                        const xmlNode    *properties);

/* @properties: a w:rPr */
gboolean agreed_docx_styles_is_raised  (AgreedDocxStyles *self,
                                        const xmlNode    *properties);
gboolean agreed_docx_styles_is_hidden  (AgreedDocxStyles *self,
                                        const xmlNode    *properties);

/* Counts a paragraph of these properties. @older: what was numbered only by a tracked change is not numbered.
 * Returns: (transfer full) (nullable): what Word prints before it, "12." */
char    *agreed_docx_styles_number     (AgreedDocxStyles *self,
                                        const xmlNode    *properties,
                                        gboolean          older);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedDocxStyles, agreed_docx_styles_free)

G_END_DECLS
