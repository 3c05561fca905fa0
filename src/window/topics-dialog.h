/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The topics of a project, to be added, ordered, grouped, brought from and taken to files; and a page for each. */
#define AGREED_TYPE_TOPICS_DIALOG (agreed_topics_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTopicsDialog, agreed_topics_dialog, AGREED, TOPICS_DIALOG, AdwDialog)

AdwDialog *agreed_topics_dialog_new  (AgreedProject      *project);
/* The page of the topic. */
void       agreed_topics_dialog_open (AgreedTopicsDialog *self,
                                      const char         *id);

G_END_DECLS
