/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"

G_BEGIN_DECLS

/* A footnote's marker with its place, in bytes of the row's wording of a side. @is_gone: it stood in the older text alone,
 * in wording that stayed, at @older_offset there. @mark is borrowed from its paragraph. */
typedef struct {
  gsize offset;
  const AgreedFootnoteMark *mark;
  gboolean is_gone;
  gsize older_offset;
} AgreedPlacedMark;

/* Returns: (transfer full): array of AgreedPlacedMark in their order */
GArray *agreed_marks_place    (AgreedRow  *row,
                               AgreedSide  side);

/* Adds to @newer, the newer side's markers, those of @older that wording which stayed has lost: woven into one, both texts
 * show it once, and the marker would be passed over. */
void    agreed_marks_add_gone (GArray     *newer,
                               GArray     *older,
                               AgreedRow  *row);

G_END_DECLS
