/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"
#include "text.h"

G_BEGIN_DECLS

/* The rows of a comparison: each connected group of links, and each paragraph without one, in the order that
 * comparison.h promises. @links: array of AgreedLink among the paragraphs of the two texts.
 * @known: (nullable): array of AgreedRow of the same texts; where the same paragraphs are joined by the same links, its
 * row is taken.
 * Returns: (transfer full): array of AgreedRow */
GPtrArray *agreed_rows_new (AgreedText *older,
                            AgreedText *newer,
                            GPtrArray  *links,
                            GPtrArray  *known);

G_END_DECLS
