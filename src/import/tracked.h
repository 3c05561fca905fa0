/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"
#include "link.h"

G_BEGIN_DECLS

/* A Word or OpenDocument file with tracked changes holds two states of its text: the older one has all changes refused,
 * the newer one all accepted. (That is what agreed_import_file() reads.) Who changed what, and when, is in the paragraphs:
 * what was taken out in those of the older state, what was put in in those of the newer one. */

/* Whether the file holds tracked changes to its text; FALSE also for a file that cannot be read. */
gboolean agreed_import_has_tracked_changes (GBytes *bytes);

/* One of the two states, with a name of its own: "draft.docx (before the changes)". Errors as agreed_import_file() has them; of a file without tracked changes both are the same. */
AgreedDocument *agreed_import_tracked       (GFile         *file,
                                             AgreedSide     side,
                                             GCancellable  *cancellable,
                                             GError       **error);
AgreedDocument *agreed_import_tracked_bytes (GBytes        *bytes,
                                             const char    *name,
                                             AgreedSide     side,
                                             GCancellable  *cancellable,
                                             GError       **error);

G_END_DECLS
