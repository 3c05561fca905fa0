/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"
#include "record.h"

G_BEGIN_DECLS

/* Tags, notes and links about paragraphs, or words of them, that are not there any more: their text was read anew without
 * them. They stay in the project until somebody places them on another paragraph, or discards them. */

/* Returns: (transfer full): array of AgreedRecord: tags, then notes, links, and notes on links, each in their order */
GPtrArray       *agreed_project_list_unplaced      (AgreedProject     *self);
gboolean         agreed_project_has_unplaced       (AgreedProject     *self);

/* The text of an id, and the paragraph of a place, as they are or as they were. (transfer none) (nullable) */
AgreedText      *agreed_project_find_any_text      (AgreedProject     *self,
                                                    const char        *id);
AgreedParagraph *agreed_project_find_any_paragraph (AgreedProject     *self,
                                                    const AgreedPlace *place);

/* Makes it about this paragraph of a text of the project: about the same words, where it was about words and they are in
 * it, else about the whole. Of a link it is the end that is not there. One step of undo.
 * Returns: FALSE where something else is decided there, and nothing happens */
gboolean         agreed_project_place_record       (AgreedProject     *self,
                                                    AgreedRecord      *record,
                                                    AgreedParagraph   *paragraph);
void             agreed_project_discard_record     (AgreedProject     *self,
                                                    AgreedRecord      *record);

G_END_DECLS
