/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keeps work from being lost: autosave, recovery, versions, the lock on a project, and files that others changed. */
#include "autosave.h"
#include "lock.h"
#include "project-sample.h"
#include "versions.h"

#include <errno.h>
#include <glib/gstdio.h>

#define DELAY 50

typedef struct {
  char *folder;
  GFile *file;
  AgreedProject *project;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("agreed-XXXXXX", NULL);
  path = g_build_filename (fixture->folder, "my.agreed", NULL);
  fixture->file = g_file_new_for_path (path);
  fixture->project = sample_project ();
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_file_delete (fixture->file, NULL, NULL);
  g_rmdir (fixture->folder);
  g_object_unref (fixture->project);
  g_object_unref (fixture->file);
  g_free (fixture->folder);
}

static void
write_note (Fixture    *fixture,
            const char *body)
{
  agreed_project_set_note (fixture->project, sample_get_paragraph (fixture->project, 0, 0, 0), body);
}

static const char *
read_note (AgreedProject *project)
{
  return agreed_project_get_note (project, sample_get_paragraph (project, 0, 0, 0));
}

static void
iterate (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static void
wait_until_kept (AgreedAutosave *autosave)
{
  for (guint i = 0; i < 10000 && agreed_autosave_get_pending (autosave); i++)
    iterate (1);
  g_assert_false (agreed_autosave_get_pending (autosave));
}

/* The program dies: nothing is cleaned up, and its lock is let go of. */
static void
die (AgreedAutosave **autosave)
{
  g_assert_finalize_object (g_steal_pointer (autosave));
}

static AgreedRecovered *
find_one (void)
{
  g_autoptr (GPtrArray) list = agreed_recovery_list ();

  g_assert_cmpuint (list->len, ==, 1);
  return g_ptr_array_steal_index (list, 0);
}

static void
assert_nothing_left (void)
{
  g_autoptr (GPtrArray) list = agreed_recovery_list ();
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "agreed-language", "recovery", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);

  g_assert_cmpuint (list->len, ==, 0);
  g_assert_true (dir == NULL || g_dir_read_name (dir) == NULL);
}

static void
test_recover (Fixture       *fixture,
              gconstpointer  data)
{
  AgreedAutosave *autosave = agreed_autosave_new (fixture->project, NULL, "x", DELAY);
  g_autoptr (GDateTime) before = g_date_time_new_now_utc ();
  g_autoptr (AgreedProject) project = NULL;
  g_autoptr (AgreedRecovery) recovery = NULL;
  AgreedRecovered *recovered;

  /* Two texts merely looked at are no work. */
  iterate (DELAY * 3);
  g_assert_false (agreed_project_get_unsaved (fixture->project));
  assert_nothing_left ();

  write_note (fixture, "first");
  wait_until_kept (autosave);
  {
    g_autoptr (GPtrArray) others = agreed_recovery_list ();

    g_assert_cmpuint (others->len, ==, 0); /* the window still lives */
  }
  die (&autosave);

  recovered = find_one ();
  g_assert_cmpstr (recovered->name, ==, "A/RES/65/141");
  g_assert_null (recovered->file);
  g_assert_cmpint (ABS (g_date_time_difference (recovered->time, before)), <, 60 * G_TIME_SPAN_SECOND);
  project = agreed_recovered_load (recovered, NULL);
  g_assert_cmpstr (read_note (project), ==, "first");
  g_assert_true (agreed_project_get_unsaved (project));

  /* What was found again goes on being kept in the same place, and is not written anew before there is an edit. */
  recovery = agreed_recovered_take (recovered);
  autosave = agreed_autosave_new (project, recovery, "x", DELAY);
  g_assert_false (agreed_autosave_get_pending (autosave));
  agreed_project_set_note (project, sample_get_paragraph (project, 0, 0, 0), "second");
  g_assert_true (agreed_autosave_get_pending (autosave));
  wait_until_kept (autosave);
  g_clear_object (&recovery);
  die (&autosave);
  recovered = find_one ();
  g_clear_object (&project);
  project = agreed_recovered_load (recovered, NULL);
  g_assert_cmpstr (read_note (project), ==, "second");
  agreed_recovered_discard (recovered);
  assert_nothing_left ();
}

/* A project in a file: its name, and whether the file was changed meanwhile by somebody else. */
static void
test_recover_file (Fixture       *fixture,
                   gconstpointer  data)
{
  AgreedAutosave *autosave;
  g_autoptr (AgreedProject) project = NULL;
  g_autoptr (GError) error = NULL;
  AgreedRecovered *recovered;

  agreed_store_save (fixture->project, fixture->file, NULL, &error);
  g_assert_no_error (error);
  autosave = agreed_autosave_new (fixture->project, NULL, "x", DELAY);
  write_note (fixture, "unsaved");
  wait_until_kept (autosave);
  die (&autosave);

  recovered = find_one ();
  g_assert_cmpstr (recovered->name, ==, "my.agreed");
  g_assert_true (g_file_equal (recovered->file, fixture->file));
  project = agreed_recovered_load (recovered, NULL);
  g_assert_true (g_file_equal (agreed_project_get_file (project), fixture->file));
  g_assert_true (g_file_replace_contents (fixture->file, "other", 5, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (agreed_store_save (project, fixture->file, NULL, &error));
  g_assert_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_CHANGED);
  agreed_recovered_discard (recovered);
}

static void
test_saved (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (AgreedAutosave) autosave = agreed_autosave_new (fixture->project, NULL, "x", DELAY);
  g_autofree char *lock = NULL;

  /* Saved before and after it was kept. */
  write_note (fixture, "a");
  g_assert_true (agreed_store_save (fixture->project, fixture->file, NULL, NULL));
  iterate (DELAY * 3);
  assert_nothing_left ();
  write_note (fixture, "b");
  wait_until_kept (autosave);
  g_assert_true (agreed_store_save (fixture->project, fixture->file, NULL, NULL));
  assert_nothing_left ();

  /* Undone to what is saved, it is no work; redone, it is. */
  write_note (fixture, "c");
  wait_until_kept (autosave);
  agreed_project_undo (fixture->project);
  g_assert_false (agreed_project_get_unsaved (fixture->project));
  assert_nothing_left ();
  agreed_project_redo (fixture->project);
  g_assert_true (agreed_project_get_unsaved (fixture->project));
  wait_until_kept (autosave);

  /* Saved while it is being kept. */
  write_note (fixture, "d");
  agreed_autosave_flush (autosave);
  g_assert_true (agreed_store_save (fixture->project, fixture->file, NULL, NULL));
  wait_until_kept (autosave);
  assert_nothing_left ();

  /* Thrown away while it is being kept. */
  write_note (fixture, "e");
  agreed_autosave_flush (autosave);
  agreed_autosave_stop (autosave);
  iterate (DELAY * 2);
  assert_nothing_left ();
}

/* Edits that never stop do not put it off. */
static void
test_delay (Fixture       *fixture,
            gconstpointer  data)
{
  AgreedAutosave *autosave = agreed_autosave_new (fixture->project, NULL, "x", 200);
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), "agreed-language", "recovery", NULL);
  gint64 end = g_get_monotonic_time () + 5 * G_USEC_PER_SEC;
  gboolean found = FALSE;

  for (guint n = 0; !found && g_get_monotonic_time () < end; n++)
    {
      g_autofree char *body = g_strdup_printf ("%u", n);
      g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
      const char *name;

      write_note (fixture, body);
      iterate (20);
      while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
        found |= g_str_has_suffix (name, ".agreed");
    }
  g_assert_true (found);
  agreed_autosave_stop (autosave);
  iterate (50);
  g_object_unref (autosave);
  assert_nothing_left ();
}

static void
got_result (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save_async (Fixture          *fixture,
            AgreedSaveFlags   flags,
            GError          **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  agreed_store_save_async (fixture->project, fixture->file, flags, NULL, got_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return agreed_store_save_finish (fixture->project, result, error);
}

/* What is edited while a save is under way is not in the file, and still to be saved. */
static void
test_edit_while_saving (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (AgreedProject) saved = NULL;

  write_note (fixture, "before");
  agreed_store_save_async (fixture->project, fixture->file, 0, NULL, got_result, &result);
  write_note (fixture, "after");
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (agreed_store_save_finish (fixture->project, result, NULL));
  g_assert_true (agreed_project_get_modified (fixture->project));
  saved = agreed_store_load (fixture->file, NULL, NULL);
  g_assert_cmpstr (read_note (saved), ==, "before");

  agreed_project_undo (fixture->project);
  g_assert_false (agreed_project_get_modified (fixture->project));
}

static void
test_changed_by_others (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  g_assert_true (save_async (fixture, 0, NULL));
  write_note (fixture, "mine");
  g_assert_true (g_file_replace_contents (fixture->file, "theirs", 6, NULL, FALSE, 0, NULL, NULL, NULL));
  g_assert_false (save_async (fixture, 0, &error));
  g_assert_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_CHANGED);
  g_assert_cmpstr (error->message, ==,
                   "my.agreed: somebody else has changed this project since you opened it or saved it");
  g_assert_true (agreed_project_get_unsaved (fixture->project));
  g_assert_true (g_file_load_contents (fixture->file, NULL, &contents, NULL, NULL, NULL));
  g_assert_cmpstr (contents, ==, "theirs");

  /* What is overwritten is kept. */
  g_assert_true (save_async (fixture, AGREED_SAVE_OVERWRITE, NULL));
  g_assert_false (agreed_project_get_unsaved (fixture->project));
  versions = agreed_versions_list (fixture->file);
  g_assert_cmpuint (versions->len, ==, 3);
  g_clear_pointer (&contents, g_free);
  g_assert_true (g_file_load_contents (((AgreedVersion *) versions->pdata[1])->file, NULL, &contents, NULL, NULL, NULL));
  g_assert_cmpstr (contents, ==, "theirs");

  /* The same bytes under another time are no change; a file that was taken away is written again. */
  g_assert_true (g_file_set_attribute_uint64 (fixture->file, G_FILE_ATTRIBUTE_TIME_MODIFIED, 1000000000, 0, NULL, NULL));
  write_note (fixture, "more");
  g_assert_true (save_async (fixture, 0, NULL));
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  write_note (fixture, "still more");
  g_assert_true (save_async (fixture, 0, NULL));

  /* A folder that is not there any more is a drive that was taken away. */
  g_assert_true (g_file_delete (fixture->file, NULL, NULL));
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  write_note (fixture, "and more");
  g_clear_error (&error);
  g_assert_false (save_async (fixture, 0, &error));
  g_assert_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNWRITABLE);
  g_assert_cmpstr (error->message, ==, "my.agreed: its folder or drive is not there: connect it again, or save the "
                                       "project in another place");
}

static void
test_versions (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr (GFile) other = g_file_new_for_path ("/nowhere/other.agreed");
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GPtrArray) others = agreed_versions_list (other);

  for (guint n = 1; n <= AGREED_N_VERSIONS + 3; n++)
    {
      g_autofree char *body = g_strdup_printf ("version %u", n);

      write_note (fixture, body);
      g_assert_true (save_async (fixture, 0, NULL));
      /* Saved again without a change, it is no version more. */
      g_assert_true (save_async (fixture, 0, NULL));
    }

  versions = agreed_versions_list (fixture->file);
  g_assert_cmpuint (versions->len, ==, AGREED_N_VERSIONS);
  for (guint i = 0; i < versions->len; i++)
    {
      AgreedVersion *version = versions->pdata[i];
      g_autoptr (AgreedProject) project = agreed_store_load (version->file, NULL, NULL);
      g_autofree char *body = g_strdup_printf ("version %u", AGREED_N_VERSIONS + 3 - i);

      g_assert_cmpstr (read_note (project), ==, body);
    }
  g_assert_cmpuint (others->len, ==, 0);
}

static void
test_lock (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) other = g_file_new_for_path ("/nowhere/other.agreed");
  int lock = agreed_lock_project (fixture->file);
  int other_lock = agreed_lock_project (other);

  g_assert_cmpint (lock, >=, 0);
  g_assert_cmpint (other_lock, >=, 0);
  g_assert_cmpint (agreed_lock_project (fixture->file), ==, -1);
  g_assert_cmpint (errno, ==, EWOULDBLOCK);
  agreed_lock_drop (lock);
  lock = agreed_lock_project (fixture->file);
  g_assert_cmpint (lock, >=, 0);
  agreed_lock_drop (lock);
  agreed_lock_drop (other_lock);
}

int
main (int   argc,
      char *argv[])
{
  /* A home of its own for each test. */
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add ("/project/recovery/recover", Fixture, NULL, set_up, test_recover, tear_down);
  g_test_add ("/project/recovery/file", Fixture, NULL, set_up, test_recover_file, tear_down);
  g_test_add ("/project/recovery/saved", Fixture, NULL, set_up, test_saved, tear_down);
  g_test_add ("/project/recovery/delay", Fixture, NULL, set_up, test_delay, tear_down);
  g_test_add ("/project/recovery/edit-while-saving", Fixture, NULL, set_up, test_edit_while_saving, tear_down);
  g_test_add ("/project/recovery/changed-by-others", Fixture, NULL, set_up, test_changed_by_others, tear_down);
  g_test_add ("/project/recovery/versions", Fixture, NULL, set_up, test_versions, tear_down);
  g_test_add ("/project/recovery/lock", Fixture, NULL, set_up, test_lock, tear_down);

  return g_test_run ();
}
