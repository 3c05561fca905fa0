/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which of the six official languages a wording is in: "ar", "en", "es", "fr", "ru", "zh"; NULL where it has too few
 * letters to tell. The script decides where it can, common words where it cannot. @length: bytes, or -1 for a string
 * that ends in NUL. Only a first part of very long wordings is looked at. */
const char *agreed_language_detect (const char *text,
                                    gssize      length);

/* Whether words of @language are written without spaces between them. */
gboolean agreed_language_is_unspaced (const char *language);

G_END_DECLS
