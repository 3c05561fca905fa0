/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Raised figures are markers as long as the file holds their footnotes, or holds none at all: those that no footnote explains
 * go back into the wording. Marks are put in order. @blocks: array of AgreedBlock */
void agreed_raised_check (GPtrArray *blocks);

G_END_DECLS
