/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AgreedStep:
 * @serial: never that of another step of the history, so that it also names the state after the step
 * @name: what a person calls it, not translated
 * @before: (nullable): the record of one key before the step, NULL for none
 * @after: (nullable): the same afterwards; not both are NULL
 *
 * One edit, which is the same for everything that a person can decide: the record of one key becomes another.
 */
typedef struct {
  guint64 serial;
  const char *name;
  AgreedRecord *before;
  AgreedRecord *after;
} AgreedStep;

/* The steps done and those taken back, without an end. A new step forgets those taken back. */
typedef struct _AgreedHistory AgreedHistory;

AgreedHistory *agreed_history_new  (void);
void           agreed_history_free (AgreedHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedHistory, agreed_history_free)

/* @name: a static string; the history takes references of its own. */
void              agreed_history_push       (AgreedHistory *self,
                                             const char    *name,
                                             AgreedRecord  *before,
                                             AgreedRecord  *after);
/* The step that undoing takes back and that redoing does again, or NULL; owned by the history. */
const AgreedStep *agreed_history_peek_undo  (AgreedHistory *self);
const AgreedStep *agreed_history_peek_redo  (AgreedHistory *self);
void              agreed_history_step_back  (AgreedHistory *self);
void              agreed_history_step_ahead (AgreedHistory *self);
/* The serial of the last step done, 0 before the first: the same number is the same state. */
guint64           agreed_history_get_state  (AgreedHistory *self);

G_END_DECLS
