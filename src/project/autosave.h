/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "recovery.h"

G_BEGIN_DECLS

/* How long after an edit its work is written, at the latest; together with the writing itself that stays under the five
 * seconds that a crash may cost. Milliseconds. */
#define AGREED_AUTOSAVE_DELAY 3000

/* Keeps the unsaved work of one project where a crash cannot reach it, as long as it lives. The signal "failed", with the
 * system's reason, comes whenever that did not work; it is tried again after the delay. */
#define AGREED_TYPE_AUTOSAVE (agreed_autosave_get_type ())
G_DECLARE_FINAL_TYPE (AgreedAutosave, agreed_autosave, AGREED, AUTOSAVE, GObject)

/* @recovery: (nullable): where the project's work is already; @name: what the user is told that the work is of, when it is
 * in no file and there is no newer text whose name it could have; @delay: AGREED_AUTOSAVE_DELAY, but for tests */
AgreedAutosave *agreed_autosave_new   (AgreedProject  *project,
                                       AgreedRecovery *recovery,
                                       const char     *name,
                                       guint           delay);
/* Writes what is not yet written without waiting: the window lost the focus, or is about to go. */
void            agreed_autosave_flush (AgreedAutosave *self);
/* There is work that is neither in the project's file nor kept. */
gboolean        agreed_autosave_get_pending (AgreedAutosave *self);
/* The user is done with the project: what was kept of it goes, and nothing more is kept. */
void            agreed_autosave_stop  (AgreedAutosave *self);

G_END_DECLS
