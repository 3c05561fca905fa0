/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The last versions of a project as it was saved, the newest first. One that is chosen opens in a window of its own, as a
 * project that is in no file: what is saved of it is saved where the user says. */
#define AGREED_TYPE_VERSIONS_DIALOG (agreed_versions_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AgreedVersionsDialog, agreed_versions_dialog, AGREED, VERSIONS_DIALOG, AdwDialog)

AgreedVersionsDialog *agreed_versions_dialog_new (GFile *file);

G_END_DECLS
