/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "What changed": how many changes of each kind there are, then each in a sentence.
 * Signal: "row-chosen" (AgreedRow): somebody wants to see it; the dialog has closed itself. */
#define AGREED_TYPE_SUMMARY_DIALOG (agreed_summary_dialog_get_type ())
G_DECLARE_FINAL_TYPE (AgreedSummaryDialog, agreed_summary_dialog, AGREED, SUMMARY_DIALOG, AdwDialog)

/* @rows: list of AgreedRow, all of the comparison in the order in which they are shown */
AdwDialog *agreed_summary_dialog_new (AgreedComparison *comparison,
                                      GListModel       *rows);

G_END_DECLS
