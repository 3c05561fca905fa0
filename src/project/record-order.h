/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "record.h"

G_BEGIN_DECLS

/* Where a place is: at[0] the position of its text among all, at[1] that of its paragraph in it; left as they are, which
 * is G_MAXUINT, where the place is not there. */
typedef void (*AgreedLocate) (const AgreedPlace *place,
                              guint             *at,
                              gpointer           data);

/* Sorts records of one kind by place, those without one last and by name; @topics: the ids in their order. The same records
 * are always in the same order. */
void agreed_records_sort (GPtrArray    *records,
                          GPtrArray    *topics,
                          AgreedLocate  locate,
                          gpointer      data);

G_END_DECLS
