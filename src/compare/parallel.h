/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Does a part of the work: the items from @start up to @end. Runs beside others; writes only to what is its items'. */
typedef void (*AgreedParallelFunc) (guint    start,
                                    guint    end,
                                    gpointer data);

/* Calls @func for 0 up to @n in portions of @portion items, on all processors, and returns when all is done. The portions
 * do not depend on how many processors there are, so that neither does what @func makes of them. */
void agreed_parallel_run (guint              n,
                          guint              portion,
                          AgreedParallelFunc func,
                          gpointer           data);

G_END_DECLS
