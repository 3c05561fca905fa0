/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/* What a note leads to: web addresses, and paragraphs by their labels. @OP17 is a paragraph of the text that the note is
 * on, @older:OP17 and @newer:PP3 of one of the texts compared, @65/141:OP22 of the text with that symbol. The words for
 * "older" and "newer" are in data/wording/references.ini, in the six languages. */

/**
 * AgreedNoteLink:
 * @start, @length: bytes of the note's body
 * @uri: (nullable): the web address, or NULL for a paragraph
 * @text, @paragraph: (nullable): borrowed from the project; NULL where the label leads nowhere
 */
typedef struct {
  gsize start;
  gsize length;
  char *uri;
  AgreedText *text;
  AgreedParagraph *paragraph;
} AgreedNoteLink;

/* In the order of the body, none overlapping. @from: the text that the note is on; NULL for a note on a link or the project,
 * where the newer text comes first and then the older. Returns: (transfer full): array of AgreedNoteLink */
GPtrArray *agreed_note_links_find (AgreedProject *project,
                                   AgreedText    *from,
                                   const char    *body);

G_END_DECLS
