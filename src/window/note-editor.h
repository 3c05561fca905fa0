/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project-notes.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One note: its words, where they lead, its status and who proposed. What is written goes to the project as one edit when
 * the focus leaves, after a pause, or when agreed_note_editor_commit() is called; a status at once. */
#define AGREED_TYPE_NOTE_EDITOR (agreed_note_editor_get_type ())
G_DECLARE_FINAL_TYPE (AgreedNoteEditor, agreed_note_editor, AGREED, NOTE_EDITOR, AdwBin)

/* @from: (nullable): the text that the note is on; @subject: what people call that which it is on: "OP7", "OP6 → OP7" */
GtkWidget          *agreed_note_editor_new         (AgreedProject      *project,
                                                    const AgreedRecord *key,
                                                    AgreedText         *from,
                                                    const char         *subject);
/* The words of the wording that the note is on, above it. */
void                agreed_note_editor_set_quote   (AgreedNoteEditor   *self,
                                                    const char         *quote);
/* For a note that has neither status nor proposer. */
void                agreed_note_editor_hide_status (AgreedNoteEditor   *self);
const AgreedRecord *agreed_note_editor_get_key     (AgreedNoteEditor   *self);
void                agreed_note_editor_commit      (AgreedNoteEditor   *self);
/* Puts the cursor into it. */
void                agreed_note_editor_focus       (AgreedNoteEditor   *self);
/* Brings it into view with words marked that were found, bytes of what it says. */
void                agreed_note_editor_mark_found   (AgreedNoteEditor  *self,
                                                     gsize              start,
                                                     gsize              length);
void                agreed_note_editor_forget_found (AgreedNoteEditor  *self);

G_END_DECLS
