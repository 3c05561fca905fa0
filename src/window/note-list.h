/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "note-editor.h"

G_BEGIN_DECLS

/* The notes on a paragraph: one on all of it, with room for it where there is none yet, then those on passages. */
#define AGREED_TYPE_NOTE_LIST (agreed_note_list_get_type ())
G_DECLARE_FINAL_TYPE (AgreedNoteList, agreed_note_list, AGREED, NOTE_LIST, AdwBin)

/* Once only. @text: that the paragraph is of */
void agreed_note_list_set_paragraph (AgreedNoteList  *self,
                                     AgreedProject   *project,
                                     AgreedText      *text,
                                     AgreedParagraph *paragraph);
void agreed_note_list_commit        (AgreedNoteList  *self);
/* Puts the cursor into the note on all of the paragraph. */
void agreed_note_list_focus         (AgreedNoteList  *self);
/* Puts it into the note on a passage, for which there is room from then on. Bytes of the paragraph's wording. */
void agreed_note_list_focus_passage (AgreedNoteList  *self,
                                     gsize            start,
                                     gsize            length);
/* Where one of the notes in the paragraph's list is shown. (transfer none) (nullable) */
AgreedNoteEditor *agreed_note_list_find (AgreedNoteList *self,
                                         AgreedNote     *note);

G_END_DECLS
