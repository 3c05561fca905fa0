/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @files: array of GFile, at least one; (transfer none) */
typedef void (*AgreedFileDropFunc) (GtkWidget *widget,
                                    GPtrArray *files);

/* Lets files be dropped on the widget; the function is called with those of each drop. */
void agreed_file_drop_add (GtkWidget          *widget,
                           AgreedFileDropFunc  func);

G_END_DECLS
