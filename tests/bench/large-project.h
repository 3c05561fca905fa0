/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A project as its file has it: 20 texts with a thousand paragraphs each, which are those of the files over and over, and
 * 50,000 tags. Ends the program where a file cannot be read. Returns: (transfer full) */
GBytes *agreed_large_project_new (int    n_files,
                                  char **files);

G_END_DECLS
