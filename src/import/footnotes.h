/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "lines.h"

G_BEGIN_DECLS

/* A marker inside joined wording stands between these two characters of Unicode's private use, which decoding keeps out
 * of texts, until agreed_footnotes_take_marks() makes a mark of it. */
#define AGREED_MARKER_OPEN  "\ue000"
#define AGREED_MARKER_CLOSE "\ue001"

/* Finds the footnotes of each page, sets the role of their lines, and of the lines that are a marker and nothing else.
 * Returns: (transfer full): AgreedBlock of kind footnote, in the order of the pages; each block's line says where. */
GPtrArray *agreed_footnotes_collect (GArray                 *lines,
                                     const AgreedWordingSet *set);

/* What is known of a file's markers while its paragraphs are read in order.
 * @pages: marker to an array of guint, the pages of the footnotes that have it, for each text may begin anew; empty where
 *   the file holds no footnotes
 * @last: the highest number called so far */
typedef struct {
  GHashTable *pages;
  guint last;
} AgreedMarkers;

/* A footnote on @page; the marker's string is not copied. */
void agreed_markers_define     (AgreedMarkers *self,
                                const char    *marker,
                                guint          page);

/* Where a text begins its numbers may: they do where a footnote 1 is yet to come. */
void agreed_markers_begin_text (AgreedMarkers *self,
                                guint          page);

/* Takes the markers out of a wording as lines were joined to it: small figures, figures between the characters above, and
 * plain figures where their number is due, their footnote stands on one of the pages (from 0, first and last of the
 * wording), and nothing speaks for a quantity. Returns: (transfer full) */
AgreedBlock *agreed_footnotes_take_marks (const char             *wording,
                                          AgreedMarkers          *markers,
                                          const AgreedWordingSet *set,
                                          guint                   first_page,
                                          guint                   last_page);

/* The length of a footnote marker that @text ends in ("3, 1" after a comma, "，⁹", "[4]"), with white space before it; or 0. */
gsize agreed_footnotes_trailing (const char *text);

G_END_DECLS
