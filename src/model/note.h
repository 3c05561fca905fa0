/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a delegate writes about a paragraph. Not a footnote: those are AgreedFootnote and belong to the text. */
#define AGREED_TYPE_NOTE (agreed_note_get_type ())
G_DECLARE_FINAL_TYPE (AgreedNote, agreed_note, AGREED, NOTE, GObject)

/* A note's body is plain text and never changes: another body is another note. */
AgreedNote *agreed_note_new      (const char *body);
const char *agreed_note_get_body (AgreedNote *self);

G_END_DECLS
