/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A program that edits, saves and autosaves is killed at random moments, again and again. After each time the project's
 * file is whole, and it and the recovery together hold every edit that they ought to.
 *
 * AGREED_KILLS says how often (1000). Killing a process takes nothing from the system's cache: what a power cut would take
 * is in the order of writing, flushing and renaming, which test-project-save.c looks at. */
#include "autosave.h"
#include "project-sample.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_EDITS 100000

/* What the child tells, in memory that outlives it. */
typedef struct {
  guint n_edits;
  guint saved;   /* the edit up to which a save said that it had written all */
  guint settled; /* the edit up to which all was saved or kept */
  gint64 made_at[MAX_EDITS];
} Shared;

typedef struct {
  Shared *shared;
  AgreedProject *project;
  AgreedAutosave *autosave;
  GFile *file;
  GRand *random;
  guint pause; /* how many ticks without an edit are to come */
  gboolean saving;
  guint saving_edit;
} Child;

/* One edit, told by the same number in two places: what is whole has it in both. */
static void
edit (Child *child)
{
  guint number = child->shared->n_edits + 1;
  g_autofree char *body = g_strdup_printf ("%u", number);

  if (number >= MAX_EDITS)
    return;
  child->shared->made_at[number] = g_get_monotonic_time ();
  agreed_project_set_note (child->project, sample_get_paragraph (child->project, 0, 0, 0), body);
  agreed_project_set_note (child->project, sample_get_paragraph (child->project, 1, 0, 0), body);
  child->shared->n_edits = number;
}

static guint
read_edit (AgreedProject *project)
{
  const char *one = agreed_project_get_note (project, sample_get_paragraph (project, 0, 0, 0));
  const char *two = agreed_project_get_note (project, sample_get_paragraph (project, 1, 0, 0));

  g_assert_cmpstr (one, ==, two);
  return one != NULL ? atoi (one) : 0;
}

static void
saved (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  Child *child = user_data;

  g_assert_true (agreed_store_save_finish (AGREED_PROJECT (source), result, NULL));
  child->shared->saved = child->saving_edit;
  child->saving = FALSE;
}

static gboolean
tick (gpointer user_data)
{
  Child *child = user_data;

  if (!agreed_autosave_get_pending (child->autosave))
    child->shared->settled = child->shared->n_edits;
  if (child->pause > 0)
    child->pause--;
  else if (g_rand_int_range (child->random, 0, 40) == 0)
    child->pause = g_rand_int_range (child->random, 5, 40);
  else
    edit (child);

  if (!child->saving && g_rand_int_range (child->random, 0, 25) == 0)
    {
      child->saving = TRUE;
      child->saving_edit = child->shared->n_edits;
      agreed_store_save_async (child->project, child->file, 0, NULL, saved, child);
    }

  return G_SOURCE_CONTINUE;
}

/* Never returns: as a user would, it takes up what was left behind, and works until it is killed. */
G_NORETURN static void
run_child (GFile  *file,
           Shared *shared,
           guint   seed,
           guint   delay,
           guint   interval)
{
  Child child = { .shared = shared, .file = file, .random = g_rand_new_with_seed (seed) };
  g_autoptr (GPtrArray) left = agreed_recovery_list ();
  g_autoptr (AgreedRecovery) recovery = NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (left->len > 0)
    {
      AgreedRecovered *recovered = g_ptr_array_steal_index (left, 0);

      child.project = agreed_recovered_load (recovered, NULL);
      recovery = agreed_recovered_take (recovered);
    }
  else
    child.project = agreed_store_load (file, NULL, NULL);
  g_assert_nonnull (child.project);
  child.autosave = agreed_autosave_new (child.project, recovery, "x", delay);
  g_timeout_add (interval, tick, &child);
  g_main_loop_run (loop);
  g_assert_not_reached ();
}

static void
check_canonical (AgreedProject *project,
                 const char    *path)
{
  g_autoptr (GBytes) bytes = agreed_store_to_bytes (project);
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), contents, length);
}

/* What a user has after the next start. */
static guint
recover (GFile  *file,
         guint  *in_file)
{
  g_autoptr (GPtrArray) left = agreed_recovery_list ();
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedProject) project = agreed_store_load (file, NULL, &error);
  g_autoptr (AgreedProject) recovered = NULL;

  g_assert_no_error (error);
  check_canonical (project, g_file_peek_path (file));
  *in_file = read_edit (project);
  g_assert_cmpuint (left->len, <=, 1);
  if (left->len == 0)
    return *in_file;

  recovered = agreed_recovered_load (left->pdata[0], &error);
  g_assert_no_error (error);
  return read_edit (recovered);
}

static GFile *
make_project (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  GFile *file = g_file_new_for_path (path);
  g_autoptr (AgreedProject) project = sample_project ();

  g_assert_cmpint (g_mkdir_with_parents (g_get_user_data_dir (), 0700), ==, 0);
  g_assert_true (agreed_store_save (project, file, NULL, NULL));
  return file;
}

static Shared *
map_shared (void)
{
  Shared *shared = mmap (NULL, sizeof *shared, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);

  g_assert_true (shared != MAP_FAILED);
  return shared;
}

static void
kill_child (pid_t pid)
{
  int status;

  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  /* It did not end by itself before, for some failure of its own. */
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
}

static void
test_kills (void)
{
  const char *wanted = g_getenv ("AGREED_KILLS");
  guint n_kills = wanted != NULL ? atoi (wanted) : 1000;
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  g_autoptr (GFile) file = make_project ("kill.agreed");
  Shared *shared = map_shared ();
  guint n_recovered = 0;

  for (guint i = 0; i < n_kills; i++)
    {
      guint seed = g_rand_int (random);
      guint in_file, found;
      pid_t pid = fork ();

      g_assert_cmpint (pid, >=, 0);
      if (pid == 0)
        run_child (file, shared, seed, 20, 1);
      g_usleep (g_rand_int_range (random, 0, 60000));
      kill_child (pid);

      found = recover (file, &in_file);
      n_recovered += found > in_file;
      g_assert_cmpuint (in_file, >=, shared->saved);
      g_assert_cmpuint (found, >=, in_file);
      g_assert_cmpuint (found, >=, shared->settled);
      /* The last edit may have been made and not yet counted. */
      g_assert_cmpuint (found, <=, shared->n_edits + 1);
      /* The next one goes on from what is there. */
      shared->n_edits = shared->settled = found;
      shared->saved = in_file;
    }

  g_test_message ("%u kills, %u edits, %u times work was recovered", n_kills, shared->n_edits, n_recovered);
  g_assert_cmpuint (n_recovered, >, n_kills / 20);
  g_assert_cmpuint (shared->n_edits, >, n_kills);
  munmap (shared, sizeof *shared);
}

#define N_SLOW 12

/* With the delay that users have: nothing that was made five seconds before the end is missing. */
static void
test_five_seconds (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  Shared *shared[N_SLOW];
  pid_t pids[N_SLOW];
  gint64 ends[N_SLOW];
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < N_SLOW; i++)
    {
      g_autofree char *name = g_strdup_printf ("slow-%u.agreed", i);

      g_ptr_array_add (files, make_project (name));
      shared[i] = map_shared ();
      ends[i] = start + (gint64) (G_USEC_PER_SEC * (6 + 6. * i / N_SLOW + g_rand_double (random) / 2));
      pids[i] = fork ();
      g_assert_cmpint (pids[i], >=, 0);
      if (pids[i] == 0)
        {
          GRand *own = g_rand_new_with_seed (i);
          Child child = { .shared = shared[i], .file = files->pdata[i], .random = own };
          g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

          /* Else all of them would make up the same names. */
          g_random_set_seed (i);
          child.project = agreed_store_load (child.file, NULL, NULL);
          child.saving = TRUE; /* never saves: all hangs on the autosave */
          child.autosave = agreed_autosave_new (child.project, NULL, name, AGREED_AUTOSAVE_DELAY);
          g_timeout_add (50, tick, &child);
          g_main_loop_run (loop);
        }
    }

  for (guint i = 0; i < N_SLOW; i++)
    {
      gint64 left = ends[i] - g_get_monotonic_time ();

      if (left > 0)
        g_usleep (left);
      ends[i] = g_get_monotonic_time ();
      kill_child (pids[i]);
    }

  {
    g_autoptr (GPtrArray) left = agreed_recovery_list ();

    g_assert_cmpuint (left->len, ==, N_SLOW);
    for (guint i = 0; i < N_SLOW; i++)
      {
        AgreedRecovered *recovered = left->pdata[i];
        g_autoptr (AgreedProject) project = agreed_recovered_load (recovered, NULL);
        guint which, found = read_edit (project);

        g_assert_cmpint (sscanf (recovered->name, "slow-%u.agreed", &which), ==, 1);
        g_test_message ("%s: %u edits of %u", recovered->name, found, shared[which]->n_edits);
        for (guint j = found + 1; j <= shared[which]->n_edits; j++)
          g_assert_cmpint (ends[which] - shared[which]->made_at[j], <=, 5 * G_USEC_PER_SEC);
      }
  }

  for (guint i = 0; i < N_SLOW; i++)
    munmap (shared[i], sizeof **shared);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  /* No thread may have been started where a process forks: hence first. */
  g_test_add_func ("/project/kill/kills", test_kills);
  g_test_add_func ("/project/kill/five-seconds", test_five_seconds);

  return g_test_run ();
}
