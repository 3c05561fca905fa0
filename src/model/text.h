/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "footnote.h"
#include "paragraph.h"

G_BEGIN_DECLS

/* One text of a resolution: a list of AgreedParagraph, with its footnotes and what its head says of it. */
#define AGREED_TYPE_TEXT (agreed_text_get_type ())
G_DECLARE_FINAL_TYPE (AgreedText, agreed_text, AGREED, TEXT, GObject)

AgreedText *agreed_text_new (void);

/* Each of these may be NULL where the document does not say it. symbol: "A/RES/66/184"; language: BCP 47, one of ar, en,
 * es, fr, ru, zh; date: ISO 8601, "2011-12-22". id: given by the project, unique in it. */
const char *agreed_text_get_id       (AgreedText *self);
void        agreed_text_set_id       (AgreedText *self, const char *id);
const char *agreed_text_get_symbol   (AgreedText *self);
void        agreed_text_set_symbol   (AgreedText *self, const char *symbol);
const char *agreed_text_get_title    (AgreedText *self);
void        agreed_text_set_title    (AgreedText *self, const char *title);
const char *agreed_text_get_language (AgreedText *self);
void        agreed_text_set_language (AgreedText *self, const char *language);
const char *agreed_text_get_date     (AgreedText *self);
void        agreed_text_set_date     (AgreedText *self, const char *date);

/* What the text is called where it is an annex, "Annex I"; NULL where it is not. Symbol, session and date are those of the
 * text that it is annexed to, the title its own. */
const char *agreed_text_get_annex    (AgreedText *self);
void        agreed_text_set_annex    (AgreedText *self, const char *annex);

/* The session of the organ that the text belongs to (66), or 0 where it is not known. */
guint agreed_text_get_session (AgreedText *self);
void  agreed_text_set_session (AgreedText *self,
                               guint       session);

void             agreed_text_append          (AgreedText      *self,
                                              AgreedParagraph *paragraph);
guint            agreed_text_get_n_paragraphs (AgreedText     *self);
/* (transfer none) */
AgreedParagraph *agreed_text_get_paragraph   (AgreedText      *self,
                                              guint            position);
/* By its label, "OP17"; (transfer none) (nullable) */
AgreedParagraph *agreed_text_find_paragraph  (AgreedText      *self,
                                              const char      *label);

void            agreed_text_append_footnote (AgreedText     *self,
                                             AgreedFootnote *footnote);
/* List of AgreedFootnote; (transfer none) */
GListModel     *agreed_text_get_footnotes   (AgreedText     *self);
/* (transfer none) (nullable) */
AgreedFootnote *agreed_text_find_footnote   (AgreedText     *self,
                                             const char     *marker);

/* Less than 0 where @self is the older of the two, more where @other is, as far as both say when they were made; else 0. */
int agreed_text_compare_age (AgreedText *self,
                             AgreedText *other);

/* What people call the text: its symbol, else its title, else "Untitled text"; an annex: "A/RES/78/1 – Annex I". */
const char *agreed_text_get_display_name (AgreedText *self);

G_END_DECLS
