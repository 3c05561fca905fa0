/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A row of the comparison in the outline: the sign of its change, its labels, its first words. */
#define AGREED_TYPE_OUTLINE_ROW (agreed_outline_row_get_type ())
G_DECLARE_FINAL_TYPE (AgreedOutlineRow, agreed_outline_row, AGREED, OUTLINE_ROW, AdwBin)

GtkWidget *agreed_outline_row_new     (void);
/* @language: (nullable): of the wording */
void       agreed_outline_row_set_row (AgreedOutlineRow *self,
                                       AgreedRow        *row,
                                       const char       *language);

/* The same for a screen reader: "PP13 → PP12, Reworded and moved, Recalling …". Returns: (transfer full) */
char      *agreed_outline_row_describe (AgreedRow *row);

G_END_DECLS
