/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"
#include "text.h"

G_BEGIN_DECLS

/* Part of html.c: one row of the page's table. */

/* "older", "newer": classes, and the beginnings of ids */
const char *agreed_html_side_class       (AgreedSide side);
gboolean    agreed_html_is_right_to_left (AgreedText *text);

/* Adds the attributes lang and dir, each with a space before it. */
void        agreed_html_append_language  (GString    *out,
                                          AgreedText *text);

/* @older, @newer: the texts that the row's paragraphs are of */
void        agreed_html_append_row       (GString    *out,
                                          AgreedRow  *row,
                                          AgreedText *older,
                                          AgreedText *newer);

G_END_DECLS
