/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The tags of one paragraph, with buttons that run win.accept-tag, win.dismiss-tag and win.clear-tag. The focus stays in
 * the row whose tag was decided on. */
#define AGREED_TYPE_TAG_LIST (agreed_tag_list_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTagList, agreed_tag_list, AGREED, TAG_LIST, AdwBin)

/* Once only. A topic that the paragraph has, and the paragraph that carries it on in the other text has not, is told as
 * such. */
void agreed_tag_list_set_paragraph (AgreedTagList   *self,
                                    AgreedSide       side,
                                    AgreedParagraph *paragraph,
                                    const char      *language,
                                    AgreedProject   *project);

G_END_DECLS
