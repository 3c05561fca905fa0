/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison-view.h"
#include "wording-search.h"

G_BEGIN_DECLS

/* Looks for @query in all rows of a list (AgreedRow) and in their notes, shown or not, in another thread. The rows must not change their
 * wording meanwhile, which they never do. @one_column: what both texts have in common counts once. */
void    agreed_find_async  (GListModel           *rows,
                            const char           *query,
                            AgreedSearchFlags     flags,
                            gboolean              one_column,
                            GCancellable         *cancellable,
                            GAsyncReadyCallback   callback,
                            gpointer              user_data);
/* Returns: (transfer full): array of AgreedFound that holds its rows and notes, in the order of the rows, older before newer
 * before notes; NULL
 * with an error of AGREED_SEARCH_ERROR, or G_IO_ERROR_CANCELLED */
GArray *agreed_find_finish (GAsyncResult         *result,
                            GError              **error);

G_END_DECLS
