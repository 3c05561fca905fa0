/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Web pages as browsers and word processors save them. Menus, scripts and running heads are left out; a page whose
 * wording is set line by line (<pre>) is read as plain text. See AgreedFormat. */
gboolean   agreed_html_recognise (GBytes *bytes);
GPtrArray *agreed_html_read      (GBytes        *bytes,
                                  const char    *name,
                                  GCancellable  *cancellable,
                                  GError       **error);

G_END_DECLS
