/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/**
 * AgreedTurn:
 * @before: (nullable): the record of one key before the step, NULL for none
 * @after: (nullable): the same afterwards; not both are NULL
 *
 * The same for everything that a person can decide: the record of one key becomes another.
 */
typedef struct {
  AgreedRecord *before;
  AgreedRecord *after;
} AgreedTurn;

/* Takes references. */
void    agreed_turns_add (GArray       *changes,
                            AgreedRecord *before,
                            AgreedRecord *after);
/* Returns: (transfer full): an empty array of AgreedTurn */
GArray *agreed_turns_new (void);

/**
 * AgreedStep:
 * @serial: never that of another step of the history, so that it also names the state after the step
 * @name: what a person calls it, not translated
 * @changes: array of AgreedTurn, one or more, in the order in which they were made
 *
 * One edit, in which one thing or many were decided at once.
 */
typedef struct {
  guint64 serial;
  const char *name;
  GArray *changes;
} AgreedStep;

/* The steps done and those taken back, without an end. A new step forgets those taken back. */
typedef struct _AgreedHistory AgreedHistory;

AgreedHistory *agreed_history_new  (void);
void           agreed_history_free (AgreedHistory *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedHistory, agreed_history_free)

/* @name: a static string; @changes: at least one, of which the history keeps a reference */
void              agreed_history_push       (AgreedHistory *self,
                                             const char    *name,
                                             GArray        *changes);
/* As the above; but where the last step has this name and was pushed with the same @merge, and both change the one record
 * of one key, it goes on: the two are one step. So that a sentence being typed is not a step a letter. A step that was
 * saved or taken back is never gone on with; @merge is never 0. */
void              agreed_history_push_merging (AgreedHistory *self,
                                               const char    *name,
                                               GArray        *changes,
                                               guint          merge);
/* Nothing goes on with the last step any more. */
void              agreed_history_seal       (AgreedHistory *self);
/* The step that undoing takes back and that redoing does again, or NULL; owned by the history. */
const AgreedStep *agreed_history_peek_undo  (AgreedHistory *self);
const AgreedStep *agreed_history_peek_redo  (AgreedHistory *self);
void              agreed_history_step_back  (AgreedHistory *self);
void              agreed_history_step_ahead (AgreedHistory *self);
/* The serial of the last step done, 0 before the first: the same number is the same state. */
guint64           agreed_history_get_state  (AgreedHistory *self);

G_END_DECLS
