/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving when something goes wrong: the old file stays whole, nothing is left beside it, and the project stays modified.
 * The linker puts the functions below in the place of the system's (--wrap), so that each call can be made to fail. */
#include "project-sample.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define OLD "what was there before\n"

typedef enum {
  CALL_NONE,
  CALL_WRITE,
  CALL_FCHMOD,
  CALL_FSYNC,
  CALL_FSYNC_FOLDER,
  CALL_CLOSE,
  CALL_RENAME,
} Call;

static Call failing;
static int failing_with;
static guint n_calls;   /* how many of all kinds there were */
static guint fail_call; /* which of them fails, counted from 1 */
static gsize piece;     /* how much a write takes at most; 0 is everything */
static gboolean short_writes;
static GString *calls;

ssize_t __real_write (int fd, const void *data, size_t size);
int __real_fchmod (int fd, mode_t mode);
int __real_fsync (int fd);
int __real_rename (const char *from, const char *to);
int __real_close (int fd);
ssize_t __wrap_write (int fd, const void *data, size_t size);
int __wrap_fchmod (int fd, mode_t mode);
int __wrap_fsync (int fd);
int __wrap_rename (const char *from, const char *to);
int __wrap_close (int fd);

static gboolean
must_fail (Call call)
{
  n_calls++;
  if (failing != call && fail_call != n_calls)
    return FALSE;

  errno = failing_with;
  return TRUE;
}

ssize_t
__wrap_write (int         fd,
              const void *data,
              size_t      size)
{
  static guint n_writes;

  if (!short_writes && !must_fail (CALL_WRITE))
    return __real_write (fd, data, piece > 0 ? MIN (size, piece) : size);
  if (!short_writes)
    return -1;

  /* As when signals keep coming in: now nothing, now seven bytes. */
  if (n_writes++ % 2 == 0)
    {
      errno = EINTR;
      return -1;
    }
  return __real_write (fd, data, MIN (size, 7));
}

int
__wrap_fchmod (int    fd,
               mode_t mode)
{
  return must_fail (CALL_FCHMOD) ? -1 : __real_fchmod (fd, mode);
}

int
__wrap_fsync (int fd)
{
  struct stat info;
  gboolean folder;

  g_assert_cmpint (fstat (fd, &info), ==, 0);
  folder = S_ISDIR (info.st_mode);
  if (calls != NULL)
    g_string_append (calls, folder ? "flush folder;" : "flush;");

  return must_fail (folder ? CALL_FSYNC_FOLDER : CALL_FSYNC) ? -1 : __real_fsync (fd);
}

/* As the system does it: the descriptor is closed whatever is said. */
int
__wrap_close (int fd)
{
  gboolean fails = must_fail (CALL_CLOSE);
  int code = errno;
  int result = __real_close (fd);

  errno = code;
  return fails ? -1 : result;
}

int
__wrap_rename (const char *from,
               const char *to)
{
  if (calls != NULL)
    g_string_append (calls, "rename;");

  return must_fail (CALL_RENAME) ? -1 : __real_rename (from, to);
}

typedef struct {
  char *folder;
  char *path;
  GFile *file;
  AgreedProject *project;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = g_dir_make_tmp ("agreed-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "my.agreed", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->project = sample_project ();
  sample_decide (fixture->project);
  g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        remove_all (path);
      else
        g_assert_cmpint (g_unlink (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  failing = CALL_NONE;
  short_writes = FALSE;
  remove_all (fixture->folder);
  g_object_unref (fixture->project);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
assert_contents (const char *path,
                 const char *expected)
{
  g_autofree char *contents = NULL;

  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, expected);
}

static void
assert_saved (Fixture    *fixture,
              const char *path)
{
  g_autofree char *expected = sample_to_string (fixture->project);
  g_autoptr (GError) error = NULL;

  agreed_store_save (fixture->project, fixture->file, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (agreed_project_get_modified (fixture->project));
  assert_contents (path, expected);
}

/* What the user is told, with a way out. */
static char *
describe (int code)
{
  if (code == ENOSPC || code == EDQUOT)
    return g_strdup ("my.agreed: the disk is full: make room on it, or save the project in another place");
  if (code == EACCES || code == EROFS)
    return g_strdup ("my.agreed: you may not write in this place: save the project in another one");
  return g_strdup_printf ("my.agreed: the project could not be saved: %s", g_strerror (code));
}

static void
test_faults (Fixture       *fixture,
             gconstpointer  data)
{
  static const int errors[] = { ENOSPC, EIO, EACCES, EDQUOT, EROFS };

  for (Call call = CALL_WRITE; call <= CALL_RENAME; call++)
    for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *expected = NULL;

        g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
        failing = call;
        failing_with = errors[i];
        g_assert_false (agreed_store_save (fixture->project, fixture->file, NULL, &error));
        failing = CALL_NONE;

        g_assert_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNWRITABLE);
        expected = describe (errors[i]);
        g_assert_cmpstr (error->message, ==, expected);
        g_assert_true (agreed_project_get_modified (fixture->project));
        g_assert_cmpuint (count_files (fixture->folder), ==, 1);
        if (call != CALL_FSYNC_FOLDER)
          assert_contents (fixture->path, OLD);
      }

  assert_saved (fixture, fixture->path);
}

/* Every call of a save that writes in many pieces fails in turn, in each way. */
static void
test_every_call (Fixture       *fixture,
                 gconstpointer  data)
{
  static const int errors[] = { ENOSPC, EIO, EACCES };
  guint n_failed = 0;

  piece = 100;
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    for (fail_call = 1;; fail_call++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *expected = NULL;
        g_autofree char *contents = NULL;
        g_autofree char *saved = sample_to_string (fixture->project);
        gboolean fine;

        g_assert_true (g_file_set_contents (fixture->path, OLD, -1, NULL));
        failing_with = errors[i];
        n_calls = 0;
        fine = agreed_store_save (fixture->project, fixture->file, NULL, &error);
        g_assert_true (g_file_get_contents (fixture->path, &contents, NULL, NULL));
        g_assert_cmpuint (count_files (fixture->folder), ==, 1);
        if (fine)
          {
            /* Closing the folder after it was flushed says nothing about the file. */
            g_assert_cmpstr (contents, ==, saved);
            g_object_unref (fixture->project);
            fixture->project = sample_project ();
            if (n_calls < fail_call)
              break;
            continue;
          }

        n_failed++;
        expected = describe (errors[i]);
        g_assert_cmpstr (error->message, ==, expected);
        g_assert_true (g_str_equal (contents, OLD) || g_str_equal (contents, saved));
      }

  /* A save writes more than a dozen pieces. */
  g_assert_cmpuint (n_failed, >, 3 * 16);
  piece = 0;
  fail_call = 0;
}

/* The contents are on the disk before they take the name, and the name after. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  calls = g_string_new (NULL);
  assert_saved (fixture, fixture->path);
  g_assert_cmpstr (calls->str, ==, "flush;rename;flush folder;");
  g_string_free (g_steal_pointer (&calls), TRUE);
}

static void
test_interrupted (Fixture       *fixture,
                  gconstpointer  data)
{
  short_writes = TRUE;
  assert_saved (fixture, fixture->path);
}

static void
test_permissions (Fixture       *fixture,
                  gconstpointer  data)
{
  static const mode_t modes[] = { 0600, 0640, 0666, 0604 };
  mode_t mask = umask (027);
  struct stat info;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      assert_saved (fixture, fixture->path);
      g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 07777, ==, modes[i]);
    }

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  assert_saved (fixture, fixture->path);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 07777, ==, 0640);
  umask (mask);
}

/* By way of a link to a link, which may lead to a file that is not there yet. */
static void
test_links (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *real = g_build_filename (fixture->folder, "real", NULL);
  g_autofree char *target = g_build_filename (real, "project", NULL);
  g_autofree char *between = g_build_filename (real, "between", NULL);

  g_assert_cmpint (g_mkdir (real, 0700), ==, 0);
  g_assert_cmpint (symlink ("project", between), ==, 0);
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (symlink ("real/between", fixture->path), ==, 0);

  for (guint i = 0; i < 2; i++)
    {
      assert_saved (fixture, target);
      g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
      g_assert_true (g_file_test (between, G_FILE_TEST_IS_SYMLINK));
      g_assert_cmpuint (count_files (real), ==, 2);
    }
}

static void
assert_not_saved (Fixture    *fixture,
                  GFile      *file,
                  const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (agreed_store_save (fixture->project, file, NULL, &error));
  g_assert_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNWRITABLE);
  g_assert_true (g_pattern_match_simple (message, error->message));
  g_assert_true (agreed_project_get_modified (fixture->project));
}

static void
test_wrong_places (Fixture       *fixture,
                   gconstpointer  data)
{
  static const struct {
    const char *uri;
    const char *message;
  } cases[] = {
    { "file:///nowhere/at/all.agreed", "all.agreed: its folder or drive is not there: connect it again, or save the "
                                       "project in another place" },
    { "file:///dev/full", "full: the project could not be saved: Invalid argument" },
    { "file:///dev/null/x.agreed", "x.agreed: the project could not be saved: Not a directory" },
    { "resource:///x.agreed", "x.agreed: the project could not be saved: *" },
  };
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autoptr (GFile) loop_file = g_file_new_for_path (loop);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (cases[i].uri);

      assert_not_saved (fixture, file, cases[i].message);
    }

  assert_not_saved (fixture, folder, "agreed-*: the project could not be saved: Is a directory");
  g_assert_cmpint (symlink ("loop", loop), ==, 0);
  assert_not_saved (fixture, loop_file, "loop: the project could not be saved: Too many levels of symbolic links");
  assert_contents (fixture->path, OLD);
}

static void
test_read_only_folder (Fixture       *fixture,
                       gconstpointer  data)
{
  if (geteuid () == 0)
    {
      g_test_skip ("nothing is read-only for root");
      return;
    }

  g_assert_cmpint (g_chmod (fixture->folder, 0500), ==, 0);
  assert_not_saved (fixture, fixture->file, "my.agreed: you may not write in this place: save the project in another one");
  g_assert_cmpint (g_chmod (fixture->folder, 0700), ==, 0);
  assert_contents (fixture->path, OLD);
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (agreed_store_save (fixture->project, fixture->file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (agreed_project_get_modified (fixture->project));
  assert_contents (fixture->path, OLD);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/project/save/faults", test_faults);
  ADD ("/project/save/every-call", test_every_call);
  ADD ("/project/save/order", test_order);
  ADD ("/project/save/interrupted", test_interrupted);
  ADD ("/project/save/permissions", test_permissions);
  ADD ("/project/save/links", test_links);
  ADD ("/project/save/wrong-places", test_wrong_places);
  ADD ("/project/save/read-only-folder", test_read_only_folder);
  ADD ("/project/save/cancelled", test_cancelled);

  return g_test_run ();
}
