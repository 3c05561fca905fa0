/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What was decided and written about paragraphs that are not there any more: a list, from which each can be placed on a
 * paragraph, or discarded. */
#define AGREED_TYPE_UNPLACED_DIALOG (agreed_unplaced_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AgreedUnplacedDialog, agreed_unplaced_dialog, AGREED, UNPLACED_DIALOG, AdwDialog)

AdwDialog *agreed_unplaced_dialog_new (AgreedProject *project);

G_END_DECLS
