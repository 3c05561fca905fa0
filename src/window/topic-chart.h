/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "topic-reading.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A bar for each text of the project: in how many of its paragraphs a topic is. Screen readers get it as a sentence. */
#define AGREED_TYPE_TOPIC_CHART (agreed_topic_chart_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTopicChart, agreed_topic_chart, AGREED, TOPIC_CHART, GtkWidget)

void agreed_topic_chart_set_topic (AgreedTopicChart *self,
                                   AgreedProject    *project,
                                   AgreedTopic      *topic);

G_END_DECLS
