/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Has screen readers say a sentence that nothing which takes the focus would have them say. */
void agreed_announce (GtkAccessible *accessible,
                      const char    *sentence);

G_END_DECLS
