/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "term-finds.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One term of a topic with its conditions, to be edited: closed it shows the words and what they find.
 *
 * Signals: "changed" () when a person wrote in it; "remove" () when its button was pressed. */
#define AGREED_TYPE_TERM_ROW (agreed_term_row_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTermRow, agreed_term_row, AGREED, TERM_ROW, AdwExpanderRow)

/* @term: as in a set's list: words, or an object of words and conditions */
GtkWidget *agreed_term_row_new       (JsonNode              *term);
/* Returns: (transfer full): what is written in it, or NULL where there are no words */
JsonNode  *agreed_term_row_get_term  (AgreedTermRow         *self);
void       agreed_term_row_set_finds (AgreedTermRow         *self,
                                      const AgreedTermFinds *finds);
void       agreed_term_row_focus     (AgreedTermRow         *self);

G_END_DECLS
