/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A footnote of a text. Where it is called stands in the paragraphs: see AgreedFootnoteMark. */
#define AGREED_TYPE_FOOTNOTE (agreed_footnote_get_type ())
G_DECLARE_FINAL_TYPE (AgreedFootnote, agreed_footnote, AGREED, FOOTNOTE, GObject)

AgreedFootnote *agreed_footnote_new         (const char *marker,
                                             const char *wording);
const char     *agreed_footnote_get_marker  (AgreedFootnote *self);
const char     *agreed_footnote_get_wording (AgreedFootnote *self);

G_END_DECLS
