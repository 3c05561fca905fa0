/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery.h"

#include "lock.h"
#include "snapshot.h"
#include "store-private.h"

#include <errno.h>
#include <glib/gstdio.h>

#define GROUP "Recovery"
#define WORK ".agreed"
#define LOCK_TRIES 50
/* While one write is under way, hardly more saves than this begin. */
#define N_SUMS 4

struct _AgreedRecovery {
  GObject parent_instance;

  char *id;
  int lock;        /* -1 until something is written */
  GMutex mutex;    /* held while the files are touched */
  guint64 n_clear; /* how often it was cleared: what was begun before the last time must not be written after it */
  char *about;     /* what the file of that name holds, or NULL */
  char *sums[N_SUMS]; /* SHA-256 of what was or is being saved, the newest first, or NULL */
  gboolean used;      /* there is work */
  guint64 n_changes; /* how new that is, or what was last saved: nothing older is written after it */
};

G_DEFINE_FINAL_TYPE (AgreedRecovery, agreed_recovery, G_TYPE_OBJECT)

/* One write. */
typedef struct {
  AgreedSnapshot *snapshot;
  char *about;
  guint64 n_clear;
} Write;

static char *
get_path (const char *id,
          const char *suffix)
{
  g_autofree char *name = g_strconcat (id, suffix, NULL);

  return g_build_filename (g_get_user_state_dir (), "agreed-language", "recovery", name, NULL);
}

static void
remove_file (const char *id,
             const char *suffix)
{
  g_autofree char *path = get_path (id, suffix);

  g_unlink (path);
}

/* The work goes first: what is left without it is nothing. */
static void
remove_files (const char *id)
{
  remove_file (id, WORK);
  remove_file (id, ".about");
  remove_file (id, ".lock");
}

static void
agreed_recovery_finalize (GObject *object)
{
  AgreedRecovery *self = AGREED_RECOVERY (object);

  /* Work that was not cleared stays, and is offered at the next start. */
  agreed_lock_drop (self->lock);
  g_mutex_clear (&self->mutex);
  g_free (self->id);
  g_free (self->about);
  for (guint i = 0; i < N_SUMS; i++)
    g_free (self->sums[i]);
  G_OBJECT_CLASS (agreed_recovery_parent_class)->finalize (object);
}

static void
agreed_recovery_class_init (AgreedRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = agreed_recovery_finalize;
}

static void
agreed_recovery_init (AgreedRecovery *self)
{
  g_mutex_init (&self->mutex);
  self->lock = -1;
}

AgreedRecovery *
agreed_recovery_new (void)
{
  AgreedRecovery *self = g_object_new (AGREED_TYPE_RECOVERY, NULL);

  self->id = g_uuid_string_random ();
  return self;
}

static void
write_free (gpointer data)
{
  Write *write = data;

  agreed_snapshot_unref (write->snapshot);
  g_free (write->about);
  g_free (write);
}

static char *
describe (AgreedProject *project,
          const char    *name)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  g_key_file_set_string (keys, GROUP, "Name", name);
  if (project->file != NULL)
    {
      g_autofree char *uri = g_file_get_uri (project->file);

      g_key_file_set_string (keys, GROUP, "URI", uri);
      if (project->stamp.sha256 != NULL)
        g_key_file_set_string (keys, GROUP, "SHA256", project->stamp.sha256);
    }

  return g_key_file_to_data (keys, NULL, NULL);
}

static gboolean
take_lock (AgreedRecovery  *self,
           GError         **error)
{
  g_autofree char *path = get_path (self->id, ".lock");

  /* Another process may be looking at this very moment whether somebody holds it. */
  for (guint i = 0; self->lock < 0 && i < LOCK_TRIES; i++)
    {
      self->lock = agreed_lock_take (path);
      if (self->lock < 0 && errno != EWOULDBLOCK)
        break;
      if (self->lock < 0)
        g_usleep (10000);
    }
  if (self->lock < 0)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));

  return self->lock >= 0;
}

static gboolean
write_file (AgreedRecovery  *self,
            const char      *suffix,
            GBytes          *bytes,
            GError         **error)
{
  g_autofree char *path = get_path (self->id, suffix);

  return agreed_store_replace (path, bytes, NULL, error);
}

/* The project's file may be what it was when @about was made, or what a save has made of it since. */
static char *
add_sums (AgreedRecovery *self,
          const char     *about)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *first = NULL;
  g_autoptr (GString) sums = NULL;

  g_key_file_load_from_data (keys, about, -1, G_KEY_FILE_NONE, NULL);
  first = g_key_file_get_string (keys, GROUP, "SHA256", NULL);
  sums = g_string_new (first);
  for (guint i = 0; i < N_SUMS && self->sums[i] != NULL; i++)
    if (strstr (sums->str, self->sums[i]) == NULL)
      g_string_append_printf (sums, "%s%s", sums->len > 0 ? " " : "", self->sums[i]);
  if (sums->len > 0)
    g_key_file_set_string (keys, GROUP, "SHA256", sums->str);

  return g_key_file_to_data (keys, NULL, NULL);
}

static gboolean
write_about (AgreedRecovery  *self,
             const char      *base,
             GError         **error)
{
  g_autofree char *about = add_sums (self, base);
  g_autoptr (GBytes) bytes = g_bytes_new_static (about, strlen (about));

  if (g_strcmp0 (self->about, about) == 0)
    return TRUE;
  if (!write_file (self, ".about", bytes, error))
    return FALSE;

  g_set_str (&self->about, about);
  return TRUE;
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      task_data,
              GCancellable *cancellable)
{
  AgreedRecovery *self = source;
  Write *write = task_data;
  g_autoptr (GBytes) bytes = agreed_snapshot_to_bytes (write->snapshot);
  GError *error = NULL;

  g_mutex_lock (&self->mutex);
  if (write->n_clear == self->n_clear && write->snapshot->n_changes >= self->n_changes && take_lock (self, &error) &&
      write_about (self, write->about, &error))
    {
      self->used = TRUE;
      if (write_file (self, WORK, bytes, &error))
        self->n_changes = write->snapshot->n_changes;
    }
  g_mutex_unlock (&self->mutex);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

void
agreed_recovery_write_async (AgreedRecovery      *self,
                             AgreedProject       *project,
                             const char          *name,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Write *write;

  g_return_if_fail (AGREED_IS_RECOVERY (self));
  g_return_if_fail (AGREED_IS_PROJECT (project));
  g_return_if_fail (name != NULL);

  write = g_new0 (Write, 1);
  write->snapshot = agreed_snapshot_new (project);
  write->about = describe (project, name);
  write->n_clear = self->n_clear;
  task = g_task_new (self, NULL, callback, user_data);
  g_task_set_task_data (task, write, write_free);
  g_task_run_in_thread (task, write_thread);
}

gboolean
agreed_recovery_write_finish (AgreedRecovery  *self,
                              GAsyncResult    *result,
                              GError         **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
agreed_recovery_catch_up (AgreedRecovery *self,
                          GBytes         *bytes,
                          guint64         n_changes)
{
  g_return_if_fail (AGREED_IS_RECOVERY (self));

  g_mutex_lock (&self->mutex);
  g_free (self->sums[N_SUMS - 1]);
  memmove (self->sums + 1, self->sums, (N_SUMS - 1) * sizeof *self->sums);
  self->sums[0] = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (self->used && self->lock >= 0 && self->about != NULL)
    {
      g_autofree char *base = g_strdup (self->about);

      /* A save must not fail because of this. */
      if (write_about (self, base, NULL) && self->n_changes < n_changes)
        write_file (self, WORK, bytes, NULL);
    }
  self->n_changes = MAX (self->n_changes, n_changes);
  g_mutex_unlock (&self->mutex);
}

void
agreed_recovery_clear (AgreedRecovery *self)
{
  g_return_if_fail (AGREED_IS_RECOVERY (self));

  g_mutex_lock (&self->mutex);
  self->n_clear++;
  if (self->lock >= 0)
    {
      remove_files (self->id);
      agreed_lock_drop (self->lock);
      self->lock = -1;
    }
  self->used = FALSE;
  g_clear_pointer (&self->about, g_free);
  g_mutex_unlock (&self->mutex);
}

/* What was left behind */

static void
close_recovered (AgreedRecovered *recovered)
{
  g_free (recovered->name);
  g_clear_object (&recovered->file);
  g_clear_pointer (&recovered->time, g_date_time_unref);
  g_free (recovered->sha256);
  g_free (recovered->id);
  g_free (recovered->about);
  g_free (recovered);
}

void
agreed_recovered_free (AgreedRecovered *recovered)
{
  agreed_lock_drop (recovered->lock);
  close_recovered (recovered);
}

/* Of the sums that the project's file may have, the one that it has; else the first, and then somebody changed it. */
static char *
choose_sha256 (GFile      *file,
               const char *sums)
{
  g_auto (GStrv) list = g_strsplit (sums, " ", -1);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autofree char *sum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return g_strdup (sum != NULL && g_strv_contains ((const char *const *) list, sum) ? sum : list[0]);
}

/* What cannot be read about it is left out: the work itself is what counts. */
static void
read_about (AgreedRecovered *recovered)
{
  g_autofree char *path = get_path (recovered->id, ".about");
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *uri = NULL;
  g_autofree char *sums = NULL;

  if (!g_file_get_contents (path, &recovered->about, NULL, NULL))
    recovered->about = g_strdup ("");
  if (!g_key_file_load_from_data (keys, recovered->about, -1, G_KEY_FILE_NONE, NULL))
    return;

  recovered->name = g_key_file_get_string (keys, GROUP, "Name", NULL);
  sums = g_key_file_get_string (keys, GROUP, "SHA256", NULL);
  uri = g_key_file_get_string (keys, GROUP, "URI", NULL);
  if (uri == NULL)
    return;
  recovered->file = g_file_new_for_uri (uri);
  if (sums != NULL)
    recovered->sha256 = choose_sha256 (recovered->file, sums);
}

static gboolean
has_sha256 (const char *path,
            const char *sha256)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  g_autofree char *sum = bytes != NULL ? g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) : NULL;

  return g_strcmp0 (sum, sha256) == 0;
}

/* NULL where somebody still works on it, or there is no work. */
static AgreedRecovered *
claim (const char *id)
{
  g_autofree char *lock_path = get_path (id, ".lock");
  g_autofree char *path = get_path (id, WORK);
  int lock = agreed_lock_take (lock_path);
  g_autoptr (AgreedRecovered) recovered = NULL;
  GStatBuf info;

  if (lock < 0)
    return NULL;

  recovered = g_new0 (AgreedRecovered, 1);
  recovered->id = g_strdup (id);
  recovered->lock = lock;
  if (g_stat (path, &info) != 0)
    {
      remove_files (id);
      return NULL;
    }

  recovered->time = g_date_time_new_from_unix_local (info.st_mtime);
  read_about (recovered);
  /* The crash came between a save and the end of what was kept until then. */
  if (recovered->sha256 != NULL && has_sha256 (path, recovered->sha256))
    {
      remove_files (id);
      return NULL;
    }
  return g_steal_pointer (&recovered);
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const AgreedRecovered *one = *(AgreedRecovered *const *) a;
  const AgreedRecovered *two = *(AgreedRecovered *const *) b;

  return g_date_time_compare (two->time, one->time);
}

GPtrArray *
agreed_recovery_list (void)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_recovered_free);
  g_autofree char *folder = get_path ("", "");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".lock"))
      g_ptr_array_add (ids, g_strndup (name, strlen (name) - strlen (".lock")));

  for (guint i = 0; i < ids->len; i++)
    {
      AgreedRecovered *recovered = claim (g_ptr_array_index (ids, i));

      if (recovered != NULL)
        g_ptr_array_add (list, recovered);
    }

  g_ptr_array_sort (list, newest_first);
  return list;
}

AgreedProject *
agreed_recovered_load (AgreedRecovered  *recovered,
                       GError          **error)
{
  g_autofree char *path = get_path (recovered->id, WORK);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AgreedProject) project = agreed_store_load (file, NULL, error);
  AgreedStamp stamp = { .sha256 = recovered->sha256 };

  if (project == NULL)
    return NULL;

  agreed_project_set_file (project, recovered->file, recovered->file != NULL ? &stamp : NULL);
  agreed_project_mark_unsaved (project);
  return g_steal_pointer (&project);
}

AgreedRecovery *
agreed_recovered_take (AgreedRecovered *recovered)
{
  AgreedRecovery *self = g_object_new (AGREED_TYPE_RECOVERY, NULL);

  self->id = g_steal_pointer (&recovered->id);
  self->lock = recovered->lock;
  self->used = TRUE;
  self->about = g_steal_pointer (&recovered->about);
  close_recovered (recovered);

  return self;
}

void
agreed_recovered_discard (AgreedRecovered *recovered)
{
  remove_files (recovered->id);
  agreed_recovered_free (recovered);
}
