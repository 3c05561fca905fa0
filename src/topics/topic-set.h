/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tag.h"
#include "text.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* The topics of a project with the terms by which they are found: a list of AgreedTopic. */
#define AGREED_TYPE_TOPIC_SET (agreed_topic_set_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTopicSet, agreed_topic_set, AGREED, TOPIC_SET, GObject)

#define AGREED_TOPICS_ERROR (agreed_topics_error_quark ())
GQuark agreed_topics_error_quark (void);

/* The delivered topics on information and communications technologies and Internet governance (data/topics). */
AgreedTopicSet *agreed_topic_set_new_default (void);

/* The form of data/topics, also used inside project files. Members that this version does not know are kept, and
 * written again by agreed_topic_set_to_json(). The message names the member at fault, not a file.
 * Returns: (transfer full), or NULL with @error of AGREED_TOPICS_ERROR */
AgreedTopicSet *agreed_topic_set_new_from_json (JsonNode       *node,
                                                GError        **error);
JsonNode       *agreed_topic_set_to_json       (AgreedTopicSet *self);

/* Makes the set hold what @node says; topics whose ids stay, stay the same objects. Notifies the list's readers once.
 * Returns: FALSE with @error of AGREED_TOPICS_ERROR, and then nothing is another than before */
gboolean        agreed_topic_set_load          (AgreedTopicSet *self,
                                                JsonNode       *node,
                                                GError        **error);
/* Whether the set says what the delivered one says. */
gboolean        agreed_topic_set_is_default    (AgreedTopicSet *self);

/* (transfer none) (nullable) */
AgreedTopic *agreed_topic_set_find (AgreedTopicSet *self,
                                    const char     *id);

/* What the terms find in one paragraph, whose wording is in @language (NULL: in any that the set has terms for).
 * Returns: (transfer full): array of AgreedTag, each suggested and with evidence, in the order of the set */
GPtrArray *agreed_topic_set_suggest (AgreedTopicSet  *self,
                                     AgreedParagraph *paragraph,
                                     const char      *language);

/* The same for the paragraph at @position of @text, in the text's language. Unlike the above it also finds short names
 * ("the Forum", in a sub-paragraph) whose full name stands in the paragraphs that lead up to this one: the two before it, and
 * those that it is a sub-paragraph of. */
GPtrArray *agreed_topic_set_suggest_in_text (AgreedTopicSet *self,
                                             AgreedText     *text,
                                             guint           position);

G_END_DECLS
