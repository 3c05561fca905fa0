/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison.h"

G_BEGIN_DECLS

/* A comparison as JSON, for other programs:
 *
 *   {"older": HEAD, "newer": HEAD,
 *    "links": [{"older": LABEL, "newer": LABEL, "moved", "similarity", "by_hand"}],
 *    "rows": [{"older": [LABEL], "newer": [LABEL], "change", "moved", "split", "merged",
 *              "positions": [{"on", "status", "proposer"}],
 *              "difference": [{"kind", "text", "older_text"}],
 *              "tags": [{"text": "older" or "newer", "paragraph": LABEL, "topic", "state",
 *                        "passages": [{"exact", "start", "end"}]}]}],
 *    "summary": {"unchanged", "reworded", "added", "removed", "moved", "split", "merged"}}
 *
 * HEAD is {"symbol", "title", "session", "language", "date"}, null where the text does not say. The texts of a difference
 * taken together, without the deleted ones, are the newer wording; without the inserted ones the older: there
 * "older_text" stands for "text" where an equal stretch is set otherwise (width, punctuation, white space).
 * "tags" are topics that a person accepted or added, and is there only where there are some; "passages" are words that they
 * were put on, in code points of the paragraph.
 * "positions" is there where notes say how far delegations are or who proposed something; their words are not handed on here.
 * Returns: (transfer full): ends with a line feed */
char *agreed_export_json (AgreedComparison *comparison);

/* The same to be read by a person, in plain text: [-left out-], {+put in+}. Returns: (transfer full) */
char *agreed_export_text (AgreedComparison *comparison);

G_END_DECLS
