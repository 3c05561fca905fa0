/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/* In how many paragraphs of each text compared a topic is found, accepted or added. Never changes. */
#define AGREED_TYPE_TOPIC_COUNT (agreed_topic_count_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTopicCount, agreed_topic_count, AGREED, TOPIC_COUNT, GObject)

/* (transfer none) */
AgreedTopic *agreed_topic_count_get_topic (AgreedTopicCount *self);
guint        agreed_topic_count_get       (AgreedTopicCount *self,
                                           AgreedSide        side);

/* Those of a project's topics that are in either text, in the order of the topics.
 * Returns: (transfer full): array of AgreedTopicCount */
GPtrArray *agreed_topic_count_all (AgreedProject *project);

G_END_DECLS
