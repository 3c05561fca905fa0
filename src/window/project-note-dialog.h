/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The note on the project as a whole. */
#define AGREED_TYPE_PROJECT_NOTE_DIALOG (agreed_project_note_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AgreedProjectNoteDialog, agreed_project_note_dialog, AGREED, PROJECT_NOTE_DIALOG, AdwDialog)

AdwDialog *agreed_project_note_dialog_new (AgreedProject *project);

G_END_DECLS
