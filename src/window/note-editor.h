/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project-notes.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A delegate's note on a paragraph. What is written goes to the project as one edit when the focus leaves, after a
 * pause, or when agreed_note_editor_commit() is called. */
#define AGREED_TYPE_NOTE_EDITOR (agreed_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (AgreedNoteEditor, agreed_note_editor, AGREED, NOTE_EDITOR, AdwBin)

/* Once only. */
void agreed_note_editor_set_paragraph (AgreedNoteEditor *self,
                                       AgreedProject    *project,
                                       AgreedParagraph  *paragraph);
void agreed_note_editor_commit        (AgreedNoteEditor *self);
void agreed_note_editor_focus         (AgreedNoteEditor *self);

G_END_DECLS
