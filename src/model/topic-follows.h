/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "link.h"
#include "topic.h"

G_BEGIN_DECLS

/* Whether the paragraph has a tag of the topic that was not turned away. */
gboolean agreed_paragraph_has_topic  (AgreedParagraph *paragraph,
                                      AgreedTopic     *topic);
/* Whether the topic did not follow its link: the paragraph of the older or the newer @side is carried on by some of @links
 * (AgreedLink), and nothing there has the topic. */
gboolean agreed_topic_stays_behind   (AgreedTopic     *topic,
                                      AgreedSide       side,
                                      AgreedParagraph *paragraph,
                                      GPtrArray       *links);

G_END_DECLS
