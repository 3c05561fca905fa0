/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AgreedNoteStatus:
 * @AGREED_NOTE_AD_REFERENDUM: agreed, until the capital has been heard
 * @AGREED_NOTE_BRACKETED: not agreed, and so between square brackets
 * @AGREED_NOTE_RESERVED: somebody keeps his position open
 *
 * How far delegations are with a wording.
 */
typedef enum {
  AGREED_NOTE_NO_STATUS,
  AGREED_NOTE_AGREED,
  AGREED_NOTE_AD_REFERENDUM,
  AGREED_NOTE_BRACKETED,
  AGREED_NOTE_RESERVED,
} AgreedNoteStatus;

#define AGREED_N_NOTE_STATUSES (AGREED_NOTE_RESERVED + 1)

#define AGREED_TYPE_NOTE_STATUS (agreed_note_status_get_type ())
GType agreed_note_status_get_type (void);

/* In JSON: "none", "agreed", "ad-referendum", "bracketed", "reserved". */
const char *agreed_note_status_to_string   (AgreedNoteStatus  status);
gboolean    agreed_note_status_from_string (const char       *word,
                                            AgreedNoteStatus *status);
/* "Agreed ad referendum", for people; "No status" for none. */
const char *agreed_note_status_get_words   (AgreedNoteStatus  status);

/* What a delegate notes on a paragraph, a passage, a link or a project: how far it is, who proposed it, and anything else
 * in plain text. Not a footnote: those are AgreedFootnote and belong to the text. A note never changes: what says
 * something else is another note. */
#define AGREED_TYPE_NOTE (agreed_note_get_type ())
G_DECLARE_FINAL_TYPE (AgreedNote, agreed_note, AGREED, NOTE, GObject)

/* @body, @proposer: (nullable): NULL is the same as "" */
AgreedNote      *agreed_note_new          (const char       *body,
                                           AgreedNoteStatus  status,
                                           const char       *proposer);
const char      *agreed_note_get_body     (AgreedNote       *self);
AgreedNoteStatus agreed_note_get_status   (AgreedNote       *self);
const char      *agreed_note_get_proposer (AgreedNote       *self);

/* The passage that the note is on, bytes of its paragraph's wording; to be set before others see the note.
 * Returns: FALSE for a note on all of its paragraph, a link or a project */
void             agreed_note_set_passage  (AgreedNote       *self,
                                           gsize             start,
                                           gsize             length);
gboolean         agreed_note_get_passage  (AgreedNote       *self,
                                           gsize            *start,
                                           gsize            *length);

/* It says nothing. */
gboolean         agreed_note_is_empty     (AgreedNote       *self);
/* Whether the two say the same of the same passage. */
gboolean         agreed_note_equal        (AgreedNote       *self,
                                           AgreedNote       *other);
/* "Bracketed", "Bracketed · EU", "Proposed by EU"; NULL where it has neither status nor proposer. (transfer full) */
char            *agreed_note_describe_position (AgreedNote *self);

G_END_DECLS
