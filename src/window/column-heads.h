/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "column-head.h"
#include "comparison-view.h"

G_BEGIN_DECLS

/* The heads of the two columns, each over the text that it belongs to; beside each other in halves where the view has one
 * column. Properties: "view" (AgreedComparisonView), "older" and "newer" (GtkWidget), all set once. */
#define AGREED_TYPE_COLUMN_HEADS (agreed_column_heads_get_type ())
G_DECLARE_FINAL_TYPE (AgreedColumnHeads, agreed_column_heads, AGREED, COLUMN_HEADS, GtkWidget)

G_END_DECLS
