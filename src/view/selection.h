/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "link.h"

G_BEGIN_DECLS

/* A place in a column's text: a row, and bytes of that column's text there (see AgreedPassage.base). */
typedef struct {
  guint row;
  gsize index;
} AgreedTextPlace;

/* Selected text: all between two places of one column, across rows. @fixed is where it was begun, @moving where it is
 * drawn to; either may come first. Nothing is selected where both are the same. */
typedef struct {
  AgreedSide column;
  AgreedTextPlace fixed;
  AgreedTextPlace moving;
} AgreedSelection;

gboolean agreed_selection_is_empty  (const AgreedSelection *selection);
/* What is selected of a row whose text in the column has @length bytes. Returns: FALSE where nothing is */
gboolean agreed_selection_get_range (const AgreedSelection *selection,
                                     guint                  row,
                                     gsize                  length,
                                     gsize                 *start,
                                     gsize                 *end);

/* The selected wording of a list of AgreedRow, a line for each paragraph; footnote markers are left out, and of a
 * redline what was deleted, unless only that is selected. Returns: (transfer full) */
char *agreed_selection_copy (const AgreedSelection *selection,
                             GListModel            *rows,
                             gboolean               one_column);

/* The word around a byte of a text, as @language (nullable) has words; dates and symbols are whole. Nothing between
 * words. */
void agreed_text_find_word (const char *text,
                            const char *language,
                            gsize       index,
                            gsize      *start,
                            gsize      *end);

G_END_DECLS
