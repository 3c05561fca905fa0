/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "words.h"

G_BEGIN_DECLS

/**
 * AgreedRunKind:
 * @AGREED_RUN_EQUAL: the same wording on both sides; white space, full-width forms and punctuation set another way
 *   do not count, so the two ranges may differ in their characters
 * @AGREED_RUN_DELETED: only in the older wording
 * @AGREED_RUN_INSERTED: only in the newer wording
 */
typedef enum {
  AGREED_RUN_EQUAL,
  AGREED_RUN_DELETED,
  AGREED_RUN_INSERTED,
} AgreedRunKind;

/**
 * AgreedRun:
 * @moved: of a deleted or inserted run: the same words stand in the other wording at another place, see @partner
 * @partner: where @moved, the place of the run with them in the list of runs
 *
 * A stretch of the older wording, of the newer, or of both. All positions are bytes. A deleted run's newer_length is 0
 * and its newer_start says where it would stand; likewise an inserted run's older ones. Within a list of runs the older
 * ranges follow each other without gap or overlap from the first byte to the last, and so do the newer ones: put
 * together they are the two wordings, exactly. Where only a part of a change was moved, several runs of a kind follow each
 * other; at one place of change the deleted ones come first.
 */
typedef struct {
  AgreedRunKind kind;
  gsize older_start;
  gsize older_length;
  gsize newer_start;
  gsize newer_length;
  gboolean moved;
  guint partner;
} AgreedRun;

/* "equal", "deleted", "inserted" */
const char *agreed_run_kind_to_string (AgreedRunKind kind);

/* Tells two wordings apart on the boundaries of words as @language (a BCP 47 tag, or NULL) has them; numbers, dates,
 * document symbols and session names are never cut. Returns: (transfer full): an array of AgreedRun, empty only where
 * both wordings are. */
GArray *agreed_difference_new (const char *older,
                               const char *newer,
                               const char *language);

/* The same, but only where it takes no words to tell: where the wordings are the same byte for byte, or one is empty.
 * Returns: (transfer full) (nullable): an array of AgreedRun */
GArray *agreed_difference_new_plain (const char *older,
                                     const char *newer);

/* The same for words at hand, which spares breaking the wordings again; positions are bytes of their texts. Time and
 * memory stay near-proportional to the length even for hostile wordings (alignment.h). May be called from several
 * threads at once. Returns: (transfer full): an array of AgreedRun */
GArray *agreed_difference_of_words (const AgreedWords *older,
                                    const AgreedWords *newer);

/* What an equal run sets another way: punctuation, quotation marks, hyphens, width. That is never a change, but may be
 * shown where somebody asks for it. @older and @newer: the wordings that @run, an equal one, is of. White space is passed
 * over. Takes time in proportion to the run. Returns: (transfer full): array of AgreedRun that together are @run; one
 * where there is nothing to show */
GArray *agreed_difference_of_setting (const char      *older,
                                      const char      *newer,
                                      const AgreedRun *run);

G_END_DECLS
