/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "note-list.h"

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

/* (transfer none) (nullable): the notes of a paragraph that is shown */
AgreedNoteList   *agreed_inspector_find_notes     (AgreedInspector *self,
                                                   AgreedParagraph *paragraph);
/* Opens the note of a link that is shown. (transfer none) (nullable) */
AgreedNoteEditor *agreed_inspector_find_link_note (AgreedInspector *self,
                                                   AgreedLink      *link);

G_END_DECLS
