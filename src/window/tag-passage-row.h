/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A row with words of the paragraph that a topic is on, and a button that takes it off them. @language: (nullable).
 * Returns: (transfer floating) */
GtkWidget *agreed_tag_passage_row_new (AgreedProject          *project,
                                       AgreedParagraph        *paragraph,
                                       AgreedTopic            *topic,
                                       const AgreedTagPassage *passage,
                                       const char             *language);

G_END_DECLS
