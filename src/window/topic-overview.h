/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "topic-reading.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One topic through both texts: its paragraphs beside each other, by what became of them, and a chart of its weight in
 * every text of the project.
 *
 * Signal: "row-chosen" (AgreedRow) when a person wants to see a row in the comparison.
 * Property: "narrow" (gboolean): the wordings stand below each other, set by the dialog's width */
#define AGREED_TYPE_TOPIC_OVERVIEW (agreed_topic_overview_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTopicOverview, agreed_topic_overview, AGREED, TOPIC_OVERVIEW, AdwDialog)

/* @id: the topic to begin with; "" for the first that the texts have */
AdwDialog *agreed_topic_overview_new (AgreedProject *project,
                                      const char    *id);

G_END_DECLS
