/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* What stands over a column of the comparison: symbol, date and title of its text, and a menu to choose another.
 *
 * Properties: "side" (guint: AgreedSide), "compact" (gboolean: no room for the date). Signal: "files-dropped" (GPtrArray of GFile). */
#define AGREED_TYPE_COLUMN_HEAD (agreed_column_head_get_type ())
G_DECLARE_FINAL_TYPE (AgreedColumnHead, agreed_column_head, AGREED, COLUMN_HEAD, AdwBin)

void agreed_column_head_set_project (AgreedColumnHead *self,
                                     AgreedProject    *project);

G_END_DECLS
