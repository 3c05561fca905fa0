/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "finder.h"
#include "topic.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Reads a set of topics:
 *
 *     {"format": 1,
 *      "variants": {"zh": [["因特网", "互联网"]]},
 *      "topics": [{"id": "igf", "color": 0, "uri": "http://…", "group": "Governance",
 *                  "names": {"en": …}, "descriptions": {"en": …},
 *                  "terms": {"en": ["Internet Governance Forum",
 *                                   {"term": "the Forum", "after": ["Internet Governance Forum"], "without": […]}]}}]}
 *
 * How a term is written: pattern.h. Conditions "with", "near", "after", "without": finder.h. "variants" are wordings that
 * mean the same, put for one another in every term and condition of their language. Only "topics" and each topic's "id"
 * must be there.
 *
 * @topics: array of AgreedTopic that is added to
 * @finders: language → AgreedFinder that is added to; the topic's number in it is its place in @topics
 * Returns: FALSE with @error, of AGREED_TOPICS_ERROR, whose message names the member at fault */
gboolean agreed_topic_reader_read (JsonNode    *node,
                                   GPtrArray   *topics,
                                   GHashTable  *finders,
                                   GError     **error);

G_END_DECLS
