/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "xml.h"

G_BEGIN_DECLS

/* What an OpenDocument text's styles say, and where its lists have counted to. Rules of OpenDocument 1.3 part 3, 5.3
 * (lists) and 16 (styles). */
typedef struct _AgreedOdtStyles AgreedOdtStyles;

AgreedOdtStyles *agreed_odt_styles_new  (void);
void             agreed_odt_styles_free (AgreedOdtStyles *self);

/* Adds what a document's root holds of styles; @automatic: those of the text itself too. The tree must live as long. */
void agreed_odt_styles_add (AgreedOdtStyles *self,
                            const xmlNode   *root,
                            gboolean         automatic);

gboolean agreed_odt_styles_is_raised (AgreedOdtStyles *self,
                                      const char      *text_style);
gboolean agreed_odt_styles_is_hidden (AgreedOdtStyles *self,
                                      const char      *text_style);

/* Where a list stands in counting. */
typedef struct _AgreedOdtCounts AgreedOdtCounts;

/* For a list at the top: a new count, or that of the list that it goes on with. (transfer none) */
AgreedOdtCounts *agreed_odt_styles_begin_list (AgreedOdtStyles *self,
                                               const xmlNode   *list);

/**
 * AgreedOdtItem: how a paragraph is numbered
 * @style: name of the list's style; NULL for the headings' own
 * @level: from 1
 * @start: what to count from here; -1 to go on
 */
typedef struct {
  AgreedOdtCounts *counts;
  const char *style;
  int level;
  int start;
} AgreedOdtItem;

/* (transfer none): lives as long as @self */
const AgreedOdtItem *agreed_odt_styles_new_item    (AgreedOdtStyles *self,
                                                    AgreedOdtCounts *counts,
                                                    const char      *style,
                                                    int              level,
                                                    int              start);
const AgreedOdtItem *agreed_odt_styles_new_heading (AgreedOdtStyles *self,
                                                    int              level);

/* Counts it. Returns: (transfer full) (nullable): what is printed before the paragraph */
char *agreed_odt_styles_number (AgreedOdtStyles     *self,
                                const AgreedOdtItem *item);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedOdtStyles, agreed_odt_styles_free)

G_END_DECLS
