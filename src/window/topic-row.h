/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "topic.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A topic in the list of the topics dialog: it can be dragged onto another, or moved by Ctrl, Shift and the arrow keys.
 *
 * Signals: "dropped" (char *id): the topic of that id is to stand where this one does; "step" (int): this topic is to move
 * so many places. */
#define AGREED_TYPE_TOPIC_ROW (agreed_topic_row_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTopicRow, agreed_topic_row, AGREED, TOPIC_ROW, AdwActionRow)

/* @counts: what stands under the name */
GtkWidget  *agreed_topic_row_new    (AgreedTopic    *topic,
                                     const char     *counts);
const char *agreed_topic_row_get_id (AgreedTopicRow *self);

G_END_DECLS
