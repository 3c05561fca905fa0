/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "note-editor.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The links of a row, each with a button that takes it away (win.unlink), and the way to link one of its paragraphs with
 * another of the other text (win.link). */
#define AGREED_TYPE_LINK_LIST (agreed_link_list_get_type ())
G_DECLARE_FINAL_TYPE (AgreedLinkList, agreed_link_list, AGREED, LINK_LIST, AdwBin)

void agreed_link_list_set_row (AgreedLinkList *self,
                               AgreedProject  *project,
                               AgreedRow      *row);
/* Notes that are still being written go to the project now. */
void              agreed_link_list_commit    (AgreedLinkList *self);
/* Opens the note of one of the links. (transfer none) (nullable) */
AgreedNoteEditor *agreed_link_list_find_note (AgreedLinkList *self,
                                              AgreedLink     *link);

G_END_DECLS
