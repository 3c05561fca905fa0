/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/**
 * AgreedTopicShift:
 * @AGREED_TOPIC_ADDED: only the newer text has the topic here
 * @AGREED_TOPIC_DROPPED: only the older one has
 * @AGREED_TOPIC_REWORDED: both have it, and the wording is another
 * @AGREED_TOPIC_KEPT: both have it in the same words
 *
 * What became of a topic in a row of the comparison.
 */
typedef enum {
  AGREED_TOPIC_ADDED,
  AGREED_TOPIC_DROPPED,
  AGREED_TOPIC_REWORDED,
  AGREED_TOPIC_KEPT,
} AgreedTopicShift;

#define AGREED_N_TOPIC_SHIFTS (AGREED_TOPIC_KEPT + 1)

/**
 * AgreedTopicPassage:
 * @row: of the comparison; the project's comparison keeps it
 * @shift: what became of the topic in it
 * @carried: whether the row has paragraphs of both texts, so that a topic added or dropped came into, or went out of, a
 *   paragraph that stayed
 */
typedef struct {
  AgreedRow *row;
  AgreedTopicShift shift;
  gboolean carried;
} AgreedTopicPassage;

/* The rows of the texts compared that have the topic, in their order; a tag that was turned away does not count.
 * Returns: (transfer full): array of AgreedTopicPassage, empty where there is no comparison */
GArray *agreed_topic_reading_new (AgreedProject *project,
                                  AgreedTopic   *topic);

/**
 * AgreedTopicSession:
 * @text: a text of the project, which keeps it
 * @paragraphs: how many of its paragraphs have the topic
 */
typedef struct {
  AgreedText *text;
  guint paragraphs;
} AgreedTopicSession;

/* The topic in every text of the project, by date, then session, then the order of the project.
 * Returns: (transfer full): array of AgreedTopicSession */
GArray *agreed_topic_reading_count (AgreedProject *project,
                                    AgreedTopic   *topic);

/* Whether the paragraph, of the text compared on @side, is carried on in the other text, and nothing there has the topic. */
gboolean agreed_topic_reading_is_alone (AgreedProject   *project,
                                        AgreedSide       side,
                                        AgreedParagraph *paragraph,
                                        AgreedTopic     *topic);

/* The tag of the topic on the paragraph, unless it was turned away. Returns: (transfer full) (nullable) */
AgreedTag *agreed_topic_reading_find_tag (AgreedParagraph *paragraph,
                                          AgreedTopic     *topic);

G_END_DECLS
