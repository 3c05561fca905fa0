/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Adds the member "tags" to the object that is open, where the row has any that a person accepted or added. */
void agreed_json_add_tags (JsonBuilder *builder,
                           AgreedRow   *row);

G_END_DECLS
