/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What a window shows before it has two texts: a place for each, recent projects, and the sample.
 *
 * Property: "project" (AgreedProject). Signals: "files-dropped" (guint side, GPtrArray of GFile),
 * "project-chosen" (GFile). */
#define AGREED_TYPE_START_PAGE (agreed_start_page_get_type ())
G_DECLARE_FINAL_TYPE (AgreedStartPage, agreed_start_page, AGREED, START_PAGE, AdwBin)

void agreed_start_page_set_project (AgreedStartPage *self,
                                    AgreedProject   *project);
void agreed_start_page_set_loading (AgreedStartPage *self,
                                    AgreedSide       side,
                                    gboolean         loading);

G_END_DECLS
