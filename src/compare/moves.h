/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One step of an order that is to be held against another. */
typedef struct {
  guint position; /* in the other order; several steps may share one */
  guint weight;   /* how much stays in place with it */
} AgreedStep;

/* Of the steps in a row, marks those that keep the order: the longest choice whose positions never fall, and of several
 * as long the one that weighs most. What is left out was moved. @kept: one for each step, set to TRUE or FALSE. Takes
 * n log n time. */
void agreed_moves_keep (const AgreedStep *steps,
                        guint             n_steps,
                        gboolean         *kept);

G_END_DECLS
