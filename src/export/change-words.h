/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"

G_BEGIN_DECLS

/* What happened to a row, in words: "reworded, moved". Returns: (transfer full) */
char *agreed_change_words (AgreedRow *row);

G_END_DECLS
