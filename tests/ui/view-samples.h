/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "row.h"

G_BEGIN_DECLS

/* Rows of every kind in "en", "zh" or "ar", made without a comparison: reworded, unchanged, moved, split, merged,
 * added, removed, sub-paragraphs, footnotes, tags of every state and notes. Returns: (transfer full): list of AgreedRow */
GListStore *agreed_view_samples_new      (const char *language);
/* @n_rows rows, which are the samples' over and over. */
GListStore *agreed_view_samples_new_many (const char *language,
                                          guint       n_rows);

G_END_DECLS
