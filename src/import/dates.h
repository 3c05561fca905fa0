/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording.h"

G_BEGIN_DECLS

/* Whether @text begins with a date that names day, month and year, as the language writes dates: "22 December 2011",
 * "2011年12月22日", "22 كانون الأول/ديسمبر 2011". @length: its bytes; @iso: (transfer full) (optional) "2011-12-22". */
gboolean agreed_date_scan (const char             *text,
                           const AgreedWordingSet *set,
                           gsize                  *length,
                           char                  **iso);

/* The first date in @text; NULL where there is none. (transfer full) */
char *agreed_date_find (const char             *text,
                        const AgreedWordingSet *set);

/* Whether the whole of @text is the name of the meeting that adopted a resolution: "91st plenary meeting". */
gboolean agreed_dates_is_meeting (const char             *text,
                                  const AgreedWordingSet *set);

G_END_DECLS
