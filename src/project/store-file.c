/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replacing a file so that a crash at any moment leaves the old or the new one whole: the new one is written beside it and
 * flushed to disk before it takes the name, and the folder is flushed after. g_file_set_contents_full() does not follow
 * symbolic links, keep the permissions or flush the folder. */
#include "store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* As many as Linux follows. */
#define MAX_LINKS 40

/* Takes errno as it is. */
static gboolean
fail (GError **error)
{
  int code = errno;
  GIOErrorEnum kind = code == EDQUOT ? G_IO_ERROR_NO_SPACE : (GIOErrorEnum) g_io_error_from_errno (code);

  g_set_error_literal (error, G_IO_ERROR, kind, g_strerror (code));
  return FALSE;
}

/* Where the file really is, through links that may lead to nothing yet. Returns: (transfer full), or NULL */
static char *
follow_links (const char  *path,
              GError     **error)
{
  g_autofree char *place = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = g_file_read_link (place, NULL);
      g_autofree char *folder = NULL;

      if (target == NULL)
        return g_steal_pointer (&place);

      folder = g_path_get_dirname (place);
      g_free (place);
      place = g_path_is_absolute (target) ? g_steal_pointer (&target) : g_build_filename (folder, target, NULL);
    }

  errno = ELOOP;
  fail (error);
  return NULL;
}

/* The permissions that the new file is to have: those of the old one, or those that new files get. */
static gboolean
find_mode (const char  *path,
           mode_t      *mode,
           GError     **error)
{
  struct stat old;
  mode_t mask;

  if (stat (path, &old) == 0)
    {
      *mode = old.st_mode & 07777;
      if (S_ISREG (old.st_mode))
        return TRUE;
      errno = S_ISDIR (old.st_mode) ? EISDIR : EINVAL;
      return fail (error);
    }
  if (errno != ENOENT)
    return fail (error);

  mask = umask (0);
  umask (mask);
  *mode = 0666 & ~mask;
  return TRUE;
}

static gboolean
write_all (int          fd,
           GBytes      *bytes,
           GError     **error)
{
  gsize left;
  const char *at = g_bytes_get_data (bytes, &left);

  while (left > 0)
    {
      ssize_t n = write (fd, at, left);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0)
        return fail (error);
      at += n;
      left -= n;
    }

  return TRUE;
}

static gboolean
flush (int      fd,
       GError **error)
{
  while (fsync (fd) != 0)
    if (errno != EINTR)
      return fail (error);

  return TRUE;
}

/* Some file systems cannot flush a folder, and one may be writable and not readable: neither is a failure to save. */
static gboolean
flush_folder (const char  *path,
              GError     **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);
  gboolean flushed;

  if (fd < 0)
    return TRUE;

  flushed = fsync (fd) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EINTR;
  if (!flushed)
    fail (error);
  g_close (fd, NULL);

  return flushed;
}

static gboolean
fill_and_flush (int      fd,
                mode_t   mode,
                GBytes  *bytes,
                GError **error)
{
  if (!write_all (fd, bytes, error))
    return FALSE;
  if (fchmod (fd, mode) != 0)
    return fail (error);

  return flush (fd, error);
}

gboolean
agreed_store_replace (const char    *path,
                      GBytes        *bytes,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autofree char *place = follow_links (path, error);
  g_autofree char *beside = NULL;
  gboolean written;
  mode_t mode;
  int fd;

  if (place == NULL || !find_mode (place, &mode, error))
    return FALSE;

  beside = g_strconcat (place, ".XXXXXX", NULL);
  fd = g_mkstemp_full (beside, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    return fail (error);

  written = fill_and_flush (fd, mode, bytes, error);
  /* What a network drive could not keep it may say only here. */
  if (close (fd) != 0 && errno != EINTR && written)
    written = fail (error);
  written = written && !g_cancellable_set_error_if_cancelled (cancellable, error);
  if (written && g_rename (beside, place) != 0)
    written = fail (error);
  if (!written)
    {
      g_unlink (beside);
      return FALSE;
    }

  return flush_folder (place, error);
}
