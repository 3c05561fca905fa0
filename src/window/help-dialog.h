/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The user's guide: its list of pages, and each page. It is shown in the program itself, since a sandbox has no viewer of
 * help. Returns: (transfer floating) */
AdwDialog *agreed_help_dialog_new (void);

G_END_DECLS
