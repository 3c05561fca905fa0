/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"
#include "row-filter.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The outline of the rows shown, and the topics with their counts.
 *
 * Signal: "row-chosen" (guint position among the rows). A topic chosen sets the filter's topic, once more clears it. */
#define AGREED_TYPE_SIDEBAR (agreed_sidebar_get_type ())
G_DECLARE_FINAL_TYPE (AgreedSidebar, agreed_sidebar, AGREED, SIDEBAR, AdwBin)

/* @rows: list of AgreedRow */
void agreed_sidebar_set_rows    (AgreedSidebar   *self,
                                 GListModel      *rows);
void agreed_sidebar_set_filter  (AgreedSidebar   *self,
                                 AgreedRowFilter *filter);
/* Of the two texts; (nullable) */
void agreed_sidebar_set_languages (AgreedSidebar *self,
                                   const char    *older,
                                   const char    *newer);
/* How many rows changed in which way; (nullable) */
void agreed_sidebar_set_summary (AgreedSidebar   *self,
                                 const char      *summary);
void agreed_sidebar_set_current (AgreedSidebar   *self,
                                 guint            position);
/* "outline" or "topics", whose list then has the keyboard */
void agreed_sidebar_show_page   (AgreedSidebar   *self,
                                 const char      *name);
/* Counts the topics of the project again, once their list is looked at. */
void agreed_sidebar_show_topics (AgreedSidebar   *self,
                                 AgreedProject   *project);

G_END_DECLS
