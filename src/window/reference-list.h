/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pointers.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Where a paragraph points to, a row for each place; rows that lead there run win.go-to-place. Not visible where it points
 * to nothing. */
#define AGREED_TYPE_REFERENCE_LIST (agreed_reference_list_get_type ())
G_DECLARE_FINAL_TYPE (AgreedReferenceList, agreed_reference_list, AGREED, REFERENCE_LIST, AdwBin)

/* Once only. */
void agreed_reference_list_set_paragraph (AgreedReferenceList *self,
                                          AgreedProject       *project,
                                          AgreedText          *text,
                                          AgreedParagraph     *paragraph);

/* "Paragraph 22 of 65/141: that text is not open": for one that could not be followed to its paragraph. (transfer full) */
char *agreed_pointer_describe_end (const AgreedPointer *pointer);

G_END_DECLS
