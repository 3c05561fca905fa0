/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "note.h"
#include "row.h"

G_BEGIN_DECLS

/**
 * AgreedRowNote:
 * @paragraph: that the note is on, or a passage of it; NULL for a note on a link
 * @link: that the note is on, or NULL
 *
 * A note with what it is on, borrowed from the row.
 */
typedef struct {
  AgreedNote *note;
  AgreedSide side; /* of the paragraph; the newer one for a link */
  AgreedParagraph *paragraph;
  AgreedLink *link;
} AgreedRowNote;

/* The notes on a row's newer paragraphs, on its links, and on its older and earliest paragraphs. Returns: (transfer full): array of
 * AgreedRowNote that holds its notes */
GArray *agreed_row_list_notes            (AgreedRow           *row);
/* Those on one of its paragraphs, and on the links that the paragraph is the newer end of. Returns: as above */
GArray *agreed_row_list_notes_at         (AgreedRow           *row,
                                          AgreedParagraph     *paragraph);
/* "OP7", "OP7 “enhanced cooperation”", "OP6 → OP7": what the note is on. Returns: (transfer full) */
char   *agreed_row_note_describe_subject (const AgreedRowNote *self);
/* "Bracketed · EU; OP6 → OP7: Reserved": the status of each note of the row that has one, with what it is on where that is
 * not all of the row's only newer paragraph. Returns: (transfer full) (nullable): NULL where no note has any */
char   *agreed_row_describe_positions    (AgreedRow           *row);

/* For each list that the row's notes are in; they say by "items-changed" that the row has others now. */
void    agreed_row_foreach_note_list     (AgreedRow           *row,
                                          void               (*function) (GListModel *list,
                                                                          gpointer    data),
                                          gpointer             data);

G_END_DECLS
