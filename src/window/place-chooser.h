/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"
#include "record.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A dialog that asks for the paragraph that a record is to be placed on, see unplaced.h. Returns: (transfer floating) */
AdwDialog *agreed_place_chooser_new (AgreedProject *project,
                                     AgreedRecord  *record);

G_END_DECLS
