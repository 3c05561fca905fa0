/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"
#include "record.h"

G_BEGIN_DECLS

/* The notes of a project. Where one is, or could be, is told by a record's key, see record.h: so a note can be followed
 * while what it says becomes another, or nothing. */

/* The first note on all of the paragraph, where there is one; else the place for it. (transfer full) */
AgreedRecord *agreed_project_key_note         (AgreedProject      *self,
                                               AgreedParagraph    *paragraph);
/* The note on words of the paragraph, or the place for it; @start, @length: bytes of its wording. (transfer full) */
AgreedRecord *agreed_project_key_passage_note (AgreedProject      *self,
                                               AgreedParagraph    *paragraph,
                                               gsize               start,
                                               gsize               length);
/* The link is between two paragraphs of different texts. (transfer full) */
AgreedRecord *agreed_project_key_link_note    (AgreedProject      *self,
                                               AgreedParagraph    *older,
                                               AgreedParagraph    *newer);
/* On the project as a whole. (transfer full) */
AgreedRecord *agreed_project_key_project_note (AgreedProject      *self);
/* Of every note on the paragraph and on its passages, in the order of the paragraph's list. (transfer full): array of
 * AgreedRecord */
GPtrArray    *agreed_project_key_all_notes    (AgreedProject      *self,
                                               AgreedParagraph    *paragraph);

/* (transfer none) (nullable): NULL where there is no note */
AgreedNote   *agreed_project_find_note        (AgreedProject      *self,
                                               const AgreedRecord *key);
/* One step of undo, and none where nothing would change. @note: (nullable): an empty one or NULL takes the note away */
void          agreed_project_write_note       (AgreedProject      *self,
                                               const AgreedRecord *key,
                                               AgreedNote         *note);

/* What a paragraph's first note says in words, apart from status and proposer, which stay as they are. @body: (nullable).
 * Returns: NULL where it says nothing */
void          agreed_project_set_note         (AgreedProject      *self,
                                               AgreedParagraph    *paragraph,
                                               const char         *body);
const char   *agreed_project_get_note         (AgreedProject      *self,
                                               AgreedParagraph    *paragraph);

/* Whoever is named in a note as proposing something, each once, in the order of the session's language.
 * Returns: (transfer full): array of string */
GPtrArray    *agreed_project_list_proposers   (AgreedProject      *self);

G_END_DECLS
