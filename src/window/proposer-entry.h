/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project-notes.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Who proposed a wording: free text, which is completed as it is typed from what the project's notes have already. What was
 * put in is selected, so that typing goes on over it. */
#define AGREED_TYPE_PROPOSER_ENTRY (agreed_proposer_entry_get_type ())
G_DECLARE_FINAL_TYPE (AgreedProposerEntry, agreed_proposer_entry, AGREED, PROPOSER_ENTRY, GtkEntry)

void agreed_proposer_entry_set_project (AgreedProposerEntry *self,
                                        AgreedProject       *project);
/* Shows it, without completion. */
void agreed_proposer_entry_show        (AgreedProposerEntry *self,
                                        const char          *proposer);

G_END_DECLS
