/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "link.h"

G_BEGIN_DECLS

/* OpenDocument texts, packed (.odt, .ott) or as one XML file (.fodt). Text boxes come behind the paragraph that they hang
 * on; headers, footers and comments are not read. */
gboolean   agreed_odt_recognise  (GBytes *bytes);

/* With all tracked changes accepted. See AgreedFormat. */
GPtrArray *agreed_odt_read       (GBytes        *bytes,
                                   const char    *name,
                                   GCancellable  *cancellable,
                                   GError       **error);

/* With all tracked changes refused (older) or accepted (newer). */
GPtrArray *agreed_odt_read_state (GBytes        *bytes,
                                  AgreedSide     side,
                                  const char    *name,
                                  GCancellable  *cancellable,
                                  GError       **error);

/* Whether there is another state: wording that was put in or taken out. FALSE of a file that cannot be read. */
gboolean   agreed_odt_is_tracked (GBytes *bytes);

G_END_DECLS
