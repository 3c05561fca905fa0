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
/* Selects what was found in a note of the paragraph's list. Returns: FALSE where the note is not here */
gboolean agreed_note_list_select    (AgreedNoteList  *self,
                                     AgreedNote      *note,
                                     gsize            start,
                                     gsize            length);

G_END_DECLS
