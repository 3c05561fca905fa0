/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Tells how it went: a sentence. Not called where the person chose no file, or when @widget is gone. */
typedef void (*AgreedTopicsSay) (const char *sentence,
                                 gpointer    widget);

/* Asks for a file of topics and takes them into the project, in one step of undo. */
void     agreed_topics_files_import (GtkWidget       *widget,
                                     AgreedProject   *project,
                                     AgreedTopicsSay  say);
/* Asks for a file and writes the project's topics to it: a codebook where its name ends in .qdc. */
void     agreed_topics_files_export (GtkWidget       *widget,
                                     AgreedProject   *project,
                                     AgreedTopicsSay  say);

/* The same with the file at hand. Returns: FALSE with a sentence in @error */
gboolean agreed_topics_files_read   (AgreedProject   *project,
                                     GFile           *file,
                                     GError         **error);
gboolean agreed_topics_files_write  (AgreedProject   *project,
                                     GFile           *file,
                                     GError         **error);

G_END_DECLS
