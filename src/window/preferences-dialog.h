/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* What the user prefers, read and written where it is kept; every window follows at once. */
#define AGREED_TYPE_PREFERENCES_DIALOG (agreed_preferences_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AgreedPreferencesDialog, agreed_preferences_dialog, AGREED, PREFERENCES_DIALOG, AdwPreferencesDialog)

AdwDialog *agreed_preferences_dialog_new (void);

G_END_DECLS
