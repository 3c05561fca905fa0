/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "window.h"

G_BEGIN_DECLS

/* Work that a crash left unsaved, to be opened again or thrown away. What is done neither with is offered at the next
 * start. */
#define AGREED_TYPE_RECOVERY_DIALOG (agreed_recovery_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AgreedRecoveryDialog, agreed_recovery_dialog, AGREED, RECOVERY_DIALOG, AdwDialog)

/* Shows the dialog over @window where there is any such work. Returns: whether there is */
gboolean agreed_recovery_dialog_offer (AgreedWindow *window);

G_END_DECLS
