/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "note-links.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where a note is written: what leads somewhere is marked as a link as it is typed, and a click follows it. */
#define AGREED_TYPE_NOTE_TEXT (agreed_note_text_get_type ())
G_DECLARE_FINAL_TYPE (AgreedNoteText, agreed_note_text, AGREED, NOTE_TEXT, GtkTextView)

/* @from: (nullable): the text that the note is on, see agreed_note_links_find() */
void       agreed_note_text_set_project (AgreedNoteText *self,
                                         AgreedProject  *project,
                                         AgreedText     *from);
/* (transfer full) */
char      *agreed_note_text_get_body    (AgreedNoteText *self);
void       agreed_note_text_set_body    (AgreedNoteText *self,
                                         const char     *body);
/* Where the words lead now. Returns: (transfer full): array of AgreedNoteLink */
GPtrArray *agreed_note_text_find_links  (AgreedNoteText *self);
/* Marks words that were found, bytes of the body; a @length of 0 takes the mark away, as does any change of the body. */
void       agreed_note_text_mark_found  (AgreedNoteText *self,
                                         gsize           start,
                                         gsize           length);
/* Goes to the paragraph, or opens the address. */
void       agreed_note_text_follow      (AgreedNoteText       *self,
                                         const AgreedNoteLink *link);

G_END_DECLS
