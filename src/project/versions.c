/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "versions.h"

#include "store-private.h"

#include <glib/gstdio.h>

#define SUFFIX ".agreed"

void
agreed_version_free (AgreedVersion *version)
{
  g_object_unref (version->file);
  g_date_time_unref (version->time);
  g_free (version);
}

static char *
get_folder (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);

  return g_build_filename (g_get_user_data_dir (), "agreed-language", "versions", key, NULL);
}

/* The moment in a version's name, or 0 where it is not one. */
static gint64
parse_name (const char *name)
{
  gchar *end;
  gint64 moment = g_ascii_strtoll (name, &end, 10);

  return moment > 0 && g_str_equal (end, SUFFIX) ? moment : 0;
}

static AgreedVersion *
version_new (const char *folder,
             const char *name)
{
  gint64 moment = parse_name (name);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GDateTime) time = moment > 0 ? g_date_time_new_from_unix_local_usec (moment) : NULL;
  AgreedVersion *version;
  GStatBuf info;

  if (time == NULL || g_stat (path, &info) != 0)
    return NULL;

  version = g_new0 (AgreedVersion, 1);
  version->file = g_file_new_for_path (path);
  version->time = g_steal_pointer (&time);
  version->size = info.st_size;
  return version;
}

static int
newest_first (gconstpointer a,
              gconstpointer b)
{
  const AgreedVersion *one = *(AgreedVersion *const *) a;
  const AgreedVersion *two = *(AgreedVersion *const *) b;

  return g_date_time_compare (two->time, one->time);
}

static GPtrArray *
list_folder (const char *folder)
{
  GPtrArray *versions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_version_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      AgreedVersion *version = version_new (folder, name);

      if (version != NULL)
        g_ptr_array_add (versions, version);
    }

  g_ptr_array_sort (versions, newest_first);
  return versions;
}

GPtrArray *
agreed_versions_list (GFile *file)
{
  g_autofree char *folder = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  folder = get_folder (file);
  return list_folder (folder);
}

static gboolean
holds (AgreedVersion *version,
       GBytes        *bytes)
{
  g_autoptr (GBytes) kept = NULL;

  if (version->size != g_bytes_get_size (bytes))
    return FALSE;

  kept = g_file_load_bytes (version->file, NULL, NULL, NULL);
  return kept != NULL && g_bytes_equal (kept, bytes);
}

/* A moment later than that of every version there is, whatever the clock says. */
static char *
next_path (const char *folder,
           GPtrArray  *versions)
{
  gint64 moment = g_get_real_time ();
  g_autofree char *name = NULL;

  if (versions->len > 0)
    {
      AgreedVersion *newest = g_ptr_array_index (versions, 0);

      moment = MAX (moment, g_date_time_to_unix_usec (newest->time) + 1);
    }
  name = g_strdup_printf ("%" G_GINT64_FORMAT SUFFIX, moment);

  return g_build_filename (folder, name, NULL);
}

void
agreed_versions_keep (GFile  *file,
                      GBytes *bytes)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (G_IS_FILE (file));
  g_return_if_fail (bytes != NULL);

  folder = get_folder (file);
  versions = list_folder (folder);
  if (versions->len > 0 && holds (g_ptr_array_index (versions, 0), bytes))
    return;

  path = next_path (folder, versions);
  if (g_mkdir_with_parents (folder, 0700) != 0 || !agreed_store_replace (path, bytes, NULL, &error))
    {
      g_debug ("No version was kept in %s: %s", folder, error != NULL ? error->message : "no folder");
      return;
    }

  for (guint i = AGREED_N_VERSIONS - 1; i < versions->len; i++)
    g_unlink (g_file_peek_path (((AgreedVersion *) g_ptr_array_index (versions, i))->file));
}

void
agreed_versions_keep_file (GFile *file)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_if_fail (G_IS_FILE (file));

  bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  if (bytes != NULL && g_bytes_get_size (bytes) > 0)
    agreed_versions_keep (file, bytes);
}
