/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One topic to be edited: what it is called and what finds it, in one language at a time. What is written is in the
 * project at once, so that suggestions appear as it is typed. */
#define AGREED_TYPE_TOPIC_PAGE (agreed_topic_page_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTopicPage, agreed_topic_page, AGREED, TOPIC_PAGE, AdwNavigationPage)

AdwNavigationPage *agreed_topic_page_new    (AgreedProject   *project,
                                             const char      *id);
/* What was typed just now goes into the project. */
void               agreed_topic_page_commit (AgreedTopicPage *self);

G_END_DECLS
