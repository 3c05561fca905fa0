/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "link.h"

G_BEGIN_DECLS

/* Word documents, as ECMA-376 has them. Text boxes come behind the paragraph that they hang on; headers, footers and
 * comments are not read. */
gboolean   agreed_docx_recognise  (GBytes *bytes);

/* With all tracked changes accepted. See AgreedFormat. */
GPtrArray *agreed_docx_read       (GBytes        *bytes,
                                   const char    *name,
                                   GCancellable  *cancellable,
                                   GError       **error);

/* With all tracked changes refused (older) or accepted (newer). */
GPtrArray *agreed_docx_read_state (GBytes        *bytes,
                                   AgreedSide     side,
                                   const char    *name,
                                   GCancellable  *cancellable,
                                   GError       **error);

/* Whether there is another state: wording that was put in or taken out. FALSE of a file that cannot be read. */
gboolean   agreed_docx_is_tracked (GBytes *bytes);

G_END_DECLS
