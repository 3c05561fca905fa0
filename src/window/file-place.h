/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "text.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One of the two places of the start page: a large button that a file can also be dropped on.
 *
 * Properties: "title" (what belongs here), "action-name" (what choosing does), "paste-action-name" (what the button for
 * the clipboard does), "loading" (gboolean).
 * Signal: "files-dropped" (GPtrArray of GFile). */
#define AGREED_TYPE_FILE_PLACE (agreed_file_place_get_type ())
G_DECLARE_FINAL_TYPE (AgreedFilePlace, agreed_file_place, AGREED, FILE_PLACE, AdwBin)

void agreed_file_place_set_loading (AgreedFilePlace *self,
                                    gboolean         loading);
/* @text: (nullable): what is there already; @file_name: (nullable): where it came from */
void agreed_file_place_set_text    (AgreedFilePlace *self,
                                    AgreedText      *text,
                                    const char      *file_name);

G_END_DECLS
