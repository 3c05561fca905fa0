/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"
#include "tag.h"

G_BEGIN_DECLS

/* What the window says in words. Pure functions, so that they can be tested without a display; each returns a new
 * string in the language of the session. */

/* "Reworded and moved", "Split", "Added". */
char *agreed_row_describe_change (AgreedRow *row);

/* What happened to the row: "PP13 of the older text became PP12; 14 words inserted, 6 removed." @newer_language: of the
 * newer text (or NULL): Chinese is counted in characters. */
char *agreed_row_explain        (AgreedRow  *row,
                                  const char *newer_language);

/* "PP13 → PP12", "OP4", "new OP7": the row's name in a list. */
char *agreed_row_describe_labels (AgreedRow *row);

/* The same with what became of it and the status of its notes: "OP4 · Reworded · Bracketed · EU". */
char *agreed_row_describe_title (AgreedRow *row);

/* The name of the style class and of the icon that stand for the row's most telling change: "added", "removed",
 * "split", "merged", "moved", "reworded", "unchanged". */
const char *agreed_row_get_mark (AgreedRow *row);

/* The start of the newer wording, or of the older where there is none, on one line. */
char *agreed_row_get_snippet (AgreedRow *row);

/* Pango markup of a text's own words, so that they are set in the glyphs of their language (nullable). */
char *agreed_mark_up_in (const char *language,
                         const char *words);

/* "12 reworded · 3 added · 1 removed"; "No change" where there is none. */
char *agreed_summary_describe (const AgreedSummary *summary);

/* "22 December 2011" of "2011-12-22"; NULL of NULL, and what is no date as it is. */
char *agreed_describe_date (const char *date);

/* "3 in the older text, 6 in the newer" */
char *agreed_describe_topic_counts (guint older,
                                    guint newer);

/* "3 places in 2 paragraphs" of the texts at hand */
char *agreed_describe_finds (guint places,
                             guint paragraphs);

/* "Found: 互联网治理论坛, 论坛" of a suggestion; "Added by hand" of a tag that a person added. Pango markup. */
char *agreed_tag_describe (AgreedTag       *tag,
                           AgreedParagraph *paragraph,
                           const char      *language);

G_END_DECLS
