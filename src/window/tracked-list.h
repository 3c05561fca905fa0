/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paragraph.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* "Deleted by Ana Ruiz on 3 March 2026", as far as the file says who and when. Returns: (transfer full) */
char *agreed_tracked_change_describe (const AgreedTrackedChange *change);

/* A row for each tracked change of the paragraph: who, when, and the words. @language: the text's, or NULL.
 * Returns: how many there are */
guint agreed_tracked_list_fill (GtkListBox      *list,
                                AgreedParagraph *paragraph,
                                const char      *language);

G_END_DECLS
