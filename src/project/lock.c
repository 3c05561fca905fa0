/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lock.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <unistd.h>

/* Whether the descriptor is still the file of this name: who held it before may have taken it away meanwhile. */
static gboolean
is_current (int         lock,
            const char *path)
{
  GStatBuf held, named;

  return fstat (lock, &held) == 0 && g_stat (path, &named) == 0 && held.st_ino == named.st_ino &&
         held.st_dev == named.st_dev;
}

int
agreed_lock_take (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return -1;

  for (;;)
    {
      int lock = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

      if (lock < 0)
        return -1;
      if (flock (lock, LOCK_EX | LOCK_NB) != 0)
        {
          int code = errno;

          close (lock);
          errno = code;
          return -1;
        }
      if (is_current (lock, path))
        return lock;
      close (lock);
    }
}

void
agreed_lock_drop (int lock)
{
  if (lock >= 0)
    close (lock);
}

int
agreed_lock_project (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *path = g_build_filename (g_get_user_state_dir (), "agreed-language", "open", key, NULL);
  int lock = agreed_lock_take (path);

  if (lock < 0 && errno != EWOULDBLOCK)
    errno = 0;
  return lock;
}
