/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AgreedTermFinds:
 * @places: how often the term is found
 * @paragraphs: in how many paragraphs
 * @wrong: (nullable): a sentence, where the term cannot be read; then nothing is found
 */
typedef struct {
  guint places;
  guint paragraphs;
  char *wrong;
} AgreedTermFinds;

/* What each of @terms (as in a set's list for @language) finds by itself. @set: gives the variants; @texts: array of
 * AgreedText, of which those in another language are passed over.
 * Returns: (transfer full): array of AgreedTermFinds, one for each term, and one more for all of them together */
GArray *agreed_term_finds_count (JsonNode   *set,
                                 JsonArray  *terms,
                                 const char *language,
                                 GPtrArray  *texts);

G_END_DECLS
