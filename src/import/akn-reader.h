/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Akoma Ntoso 1.0 to 3.0 (OASIS LegalDocumentML), as the United Nations' guidelines for it (AKN4UN) use it: a statement
 * with preface, preamble, main body and authorial notes. See AgreedFormat. */
gboolean   agreed_akn_recognise (GBytes *bytes);
GPtrArray *agreed_akn_read      (GBytes        *bytes,
                                 const char    *name,
                                 GCancellable  *cancellable,
                                 GError       **error);

G_END_DECLS
