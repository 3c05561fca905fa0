/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A popover with the paragraphs of the other text; the one chosen is linked (win.link). Its list is made when it is
 * first shown. Returns: (transfer floating) */
GtkWidget *agreed_link_chooser_new (AgreedProject   *project,
                                    AgreedSide       side,
                                    AgreedParagraph *paragraph);

G_END_DECLS
