/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text.h"

G_BEGIN_DECLS

/* A file as it came: a list of the AgreedTexts found in it, one or more, and behind them of their annexes. */
#define AGREED_TYPE_DOCUMENT (agreed_document_get_type ())
G_DECLARE_FINAL_TYPE (AgreedDocument, agreed_document, AGREED, DOCUMENT, GObject)

/* @name: the file's name without its folders; @sha256: of the file's bytes, lower-case hexadecimal, or NULL. */
AgreedDocument *agreed_document_new        (const char *name,
                                            const char *sha256);
const char     *agreed_document_get_name   (AgreedDocument *self);
const char     *agreed_document_get_sha256 (AgreedDocument *self);

/* Whether the file holds tracked changes, and so another state of its texts than this one. FALSE unless set. */
gboolean    agreed_document_get_tracked (AgreedDocument *self);
void        agreed_document_set_tracked (AgreedDocument *self,
                                         gboolean        tracked);

void        agreed_document_append      (AgreedDocument *self,
                                         AgreedText     *text);
guint       agreed_document_get_n_texts (AgreedDocument *self);
/* (transfer none) */
AgreedText *agreed_document_get_text    (AgreedDocument *self,
                                         guint           position);

/* @which: a symbol, a number counted from 1, or what an annex is called, with or without its symbol; NULL is the last text,
 * the one that a report ends with. Annexes stand behind all texts, have no number, and are never meant by NULL or a symbol.
 * (transfer none) (nullable): NULL where there is no such text */
AgreedText *agreed_document_find_text   (AgreedDocument *self,
                                         const char     *which);

G_END_DECLS
