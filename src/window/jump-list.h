/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The places that a reader jumped between, as a browser keeps pages: any objects. The place at hand is always the last
 * one told; going on from a place after going back forgets what lay ahead. The oldest of very many are forgotten. */
typedef struct _AgreedJumpList AgreedJumpList;

AgreedJumpList *agreed_jump_list_new  (void);
void            agreed_jump_list_free (AgreedJumpList *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedJumpList, agreed_jump_list_free)

void     agreed_jump_list_clear      (AgreedJumpList *self);
/* @from: where the reader was (nullable); nothing happens where both are the same. */
void     agreed_jump_list_add        (AgreedJumpList *self,
                                      gpointer        from,
                                      gpointer        to);
gboolean agreed_jump_list_can_go     (AgreedJumpList *self,
                                      int             direction);
/* Goes back (@direction -1) or forward (1). @here: where the reader is by now (nullable), which is where the opposite way
 * leads. Returns: (transfer full) (nullable): NULL where there is no such place */
gpointer agreed_jump_list_go         (AgreedJumpList *self,
                                      int             direction,
                                      gpointer        here);

G_END_DECLS
