/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A file that one process holds at a time. The system lets go of it when the process ends, however that comes about; so it
 * tells whether somebody is still there, where a process id could be anybody's. */

/* Makes the file, and its folders, where they are missing.
 * Returns: a file descriptor to be closed, or -1 with errno EWOULDBLOCK where another holder has it; two descriptors of
 * one process are two holders */
int      agreed_lock_take (const char *path);
void     agreed_lock_drop (int         lock);

/* The lock that a window takes on its project, so that another program's window can tell: in the user's state folder, keyed
 * by the project's URI, so that nothing is written beside the project.
 * Returns: as agreed_lock_take(); any other failure counts as nobody holding it, and then -1 with errno 0 */
int      agreed_lock_project (GFile *file);

G_END_DECLS
