/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Every command that has a key, with its key, group by group. */
AdwDialog *agreed_shortcuts_dialog_new (void);

G_END_DECLS
