/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* One line of a search dialog. Never changes. @subtitle and @detail may be NULL; @possible: whether it can be chosen now;
 * @value: what the asker knows it by; @language: of the subtitle, or NULL for that of the interface. */
#define AGREED_TYPE_CHOICE (agreed_choice_get_type ())
G_DECLARE_FINAL_TYPE (AgreedChoice, agreed_choice, AGREED, CHOICE, GObject)

AgreedChoice *agreed_choice_new       (const char   *title,
                                       const char   *subtitle,
                                       const char   *language,
                                       const char   *detail,
                                       gboolean      possible,
                                       guint         value);
const char   *agreed_choice_get_title (AgreedChoice *self);
guint         agreed_choice_get_value (AgreedChoice *self);
gboolean      agreed_choice_is_possible (AgreedChoice *self);

/* Appends to @choices what goes with @query, best first. Where nothing does, it may set @nothing to a sentence that says
 * why; (transfer full). */
typedef void (*AgreedChoicesFunc) (GListStore  *choices,
                                   const char  *query,
                                   char       **nothing,
                                   gpointer     data);

/* A dialog with a field to type in and what goes with it below. Arrow keys choose while the field has the focus.
 *
 * Signal: "chosen" (AgreedChoice), after the dialog was closed. */
#define AGREED_TYPE_SEARCH_DIALOG (agreed_search_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AgreedSearchDialog, agreed_search_dialog, AGREED, SEARCH_DIALOG, AdwDialog)

AdwDialog  *agreed_search_dialog_new         (const char         *title,
                                              const char         *placeholder,
                                              AgreedChoicesFunc   func,
                                              gpointer            data);
/* As if typed. */
void        agreed_search_dialog_set_query   (AgreedSearchDialog *self,
                                              const char         *query);
/* List of AgreedChoice; (transfer none) */
GListModel *agreed_search_dialog_get_choices (AgreedSearchDialog *self);
/* The sentence shown where there is nothing, or NULL. */
const char *agreed_search_dialog_get_nothing (AgreedSearchDialog *self);
/* Takes the selected choice, as Enter does. Returns: FALSE where there is none that can be taken */
gboolean    agreed_search_dialog_choose      (AgreedSearchDialog *self);

G_END_DECLS
