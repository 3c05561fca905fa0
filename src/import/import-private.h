/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "import.h"

G_BEGIN_DECLS

/* Parts of agreed_import_file() for readers of more than one state of a file. */

/* Checks and loads a file. @name: (out) (transfer full): what it is called in messages */
GBytes *agreed_import_load (GFile         *file,
                            char         **name,
                            GCancellable  *cancellable,
                            GError       **error);

/* Makes the document of blocks that were read from @bytes. */
AgreedDocument *agreed_import_blocks (GPtrArray     *blocks,
                                      GBytes        *bytes,
                                      const char    *name,
                                      GCancellable  *cancellable,
                                      GError       **error);

/* FALSE with AGREED_IMPORT_ERROR_TOO_LARGE for a file that is larger than any that is read. */
gboolean agreed_import_check_size (GBytes      *bytes,
                                   const char  *name,
                                   GError     **error);

/* Says how far the reading in this thread is, to whoever asked for it: so many pages or bytes of so many. */
void agreed_import_report_progress (guint64 done,
                                    guint64 all);

G_END_DECLS
