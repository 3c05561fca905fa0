/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "note-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One paragraph in the inspector: its topics, its notes, its footnotes. */
#define AGREED_TYPE_PARAGRAPH_PANEL (agreed_paragraph_panel_get_type ())
G_DECLARE_FINAL_TYPE (AgreedParagraphPanel, agreed_paragraph_panel, AGREED, PARAGRAPH_PANEL, AdwBin)

GtkWidget       *agreed_paragraph_panel_new           (AgreedProject        *project,
                                                       AgreedSide            side,
                                                       AgreedParagraph      *paragraph);
AgreedParagraph *agreed_paragraph_panel_get_paragraph (AgreedParagraphPanel *self);
/* Notes that are still being written go to the project now. */
void             agreed_paragraph_panel_commit        (AgreedParagraphPanel *self);
AgreedNoteList  *agreed_paragraph_panel_get_notes     (AgreedParagraphPanel *self);

G_END_DECLS
