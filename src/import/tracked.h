/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "link.h"

G_BEGIN_DECLS

/* A Word or OpenDocument file with tracked changes holds two states of its text: the older one has all changes refused,
 * the newer one all accepted. (That is what agreed_import_file() reads.) */

/* Whether the file holds tracked changes to its text; FALSE also for a file that cannot be read. */
gboolean agreed_import_has_tracked_changes (GBytes *bytes);

/* One of the two states. Errors as agreed_import_file() has them; of a file without tracked changes both are the same. */
AgreedDocument *agreed_import_tracked       (GFile         *file,
                                             AgreedSide     side,
                                             GCancellable  *cancellable,
                                             GError       **error);
AgreedDocument *agreed_import_tracked_bytes (GBytes        *bytes,
                                             const char    *name,
                                             AgreedSide     side,
                                             GCancellable  *cancellable,
                                             GError       **error);

/**
 * AgreedTrackedChange:
 * @side: older for wording that was taken out, newer for wording that was put in
 * @author: as the word processor had it; "" where it did not say
 * @date: ISO 8601, as it stands in the file; "" where it does not
 * @wording: what was taken out or put in
 * @text: which of the document's texts it is in, from 0; -1 for none of them
 * @label: of the paragraph of that side that it is in; NULL where it is in none
 */
typedef struct {
  AgreedSide side;
  char *author;
  char *date;
  char *wording;
  int text;
  char *label;
} AgreedTrackedChange;

void agreed_tracked_change_free (AgreedTrackedChange *self);

/* Who changed what, and when: first what was taken out, then what was put in, each in the order of the text.
 * Returns: (transfer full): array of AgreedTrackedChange; NULL with an error as above */
GPtrArray *agreed_import_tracked_changes (GBytes        *bytes,
                                          const char    *name,
                                          GCancellable  *cancellable,
                                          GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedTrackedChange, agreed_tracked_change_free)

G_END_DECLS
