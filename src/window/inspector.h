/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The row at hand: what changed in words; topics, note and footnotes of each of its paragraphs; its links. */
#define AGREED_TYPE_INSPECTOR (agreed_inspector_get_type ())
G_DECLARE_FINAL_TYPE (AgreedInspector, agreed_inspector, AGREED, INSPECTOR, AdwBin)

/* @row: (nullable) */
void agreed_inspector_set_row (AgreedInspector *self,
                               AgreedProject   *project,
                               AgreedRow       *row);

/* Notes that are still being written go to the project now. */
void agreed_inspector_commit  (AgreedInspector *self);

/* Puts the cursor into the note of the paragraph, where it is shown. */
void agreed_inspector_edit_note (AgreedInspector *self,
                                 AgreedParagraph *paragraph);

G_END_DECLS
