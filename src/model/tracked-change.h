/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AgreedTrackedChange:
 * @inserted: the wording was put in; else it was taken out, and stands in this state of the text because it still does there
 * @start: bytes from the start of the paragraph's wording
 * @length: bytes, more than none
 * @author: as the word processor had it; "" where it did not say
 * @date: ISO 8601 as it stands in the file, "2026-03-03T10:22:00Z"; "" where it does not
 *
 * Who changed a stretch of a paragraph, and when, as a word processor kept it.
 */
typedef struct {
  gboolean inserted;
  gsize start;
  gsize length;
  char *author;
  char *date;
} AgreedTrackedChange;

/* An empty array of AgreedTrackedChange that frees their strings. Returns: (transfer full) */
GArray *agreed_tracked_changes_new    (void);

/* Copies the strings. */
void    agreed_tracked_changes_append (GArray     *changes,
                                       gboolean    inserted,
                                       gsize       start,
                                       gsize       length,
                                       const char *author,
                                       const char *date);

/* In JSON: "inserted", "deleted". */
const char *agreed_tracked_change_kind_to_string   (gboolean    inserted);
gboolean    agreed_tracked_change_kind_from_string (const char *word,
                                                    gboolean   *inserted);

G_END_DECLS
