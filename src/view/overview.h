/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison-view.h"

G_BEGIN_DECLS

/* The strip beside the scroll bar: every change of the whole text in its place; a click goes there.
 * Property: "view" (AgreedComparisonView). */
#define AGREED_TYPE_OVERVIEW (agreed_overview_get_type ())
G_DECLARE_FINAL_TYPE (AgreedOverview, agreed_overview, AGREED, OVERVIEW, GtkWidget)

GtkWidget *agreed_overview_new      (void);
void       agreed_overview_set_view (AgreedOverview       *self,
                                     AgreedComparisonView *view);

G_END_DECLS
