/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "alignment.h"
#include "difference.h"

G_BEGIN_DECLS

/* The steps of difference.c that have files of their own. */

/* One wording: its words without punctuation, and which tokens they are. */
typedef struct {
  const AgreedWords *words;
  AgreedAlignWord *aligned;
  guint *tokens; /* for each aligned word its token; one more at the end: the number of tokens */
  guint64 *sums; /* for each aligned word the weight of those before it; one more at the end */
  guint n_aligned;
} Side;

/* A place of change: the aligned words of both sides that are not matched, ends excluded. */
typedef struct {
  guint older_start;
  guint older_end;
  guint newer_start;
  guint newer_end;
} Change;

/* A title is named as a whole: where a part of it is another, the whole is marked. */
void agreed_changes_mark_titles (const Side *older,
                                 const Side *newer,
                                 GArray     *changes);

/* The same letters may be set as other words: these are taken off the ends of the changes. */
void agreed_changes_take_off_same_letters (const Side *older,
                                           const Side *newer,
                                           GArray     *changes);

/* Returns: (transfer full): array of AgreedRun */
GArray *agreed_changes_make_runs (const Side *older,
                                  const Side *newer,
                                  GArray     *changes);

G_END_DECLS
