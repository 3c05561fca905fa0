/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unpack.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "import.h"

/* The longest committee reports have some 10 MB of XML in them. */
#define MOST_UNPACKED (64 * 1024 * 1024)
/* XML packs to a twentieth; a file of this size that unpacks to so many times its size was made to harm. */
#define HIGHEST_RATIO   250
#define RATIO_COUNTS_AT (8 * 1024 * 1024)
#define MOST_MEMBERS    20000
#define CHUNK           (256 * 1024)
/* Where names are looked for, at either end. */
#define ENDS (256 * 1024)

typedef struct archive Archive;

static void
close_archive (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, close_archive)

gboolean
agreed_unpack_mentions (GBytes     *bytes,
                        const char *text)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize ends = MIN (size, ENDS);

  if (size < 4 || memcmp (data, "PK\x03\x04", 4) != 0)
    return FALSE;

  return memmem (data, ends, text, strlen (text)) != NULL || memmem (data + size - ends, ends, text, strlen (text)) != NULL;
}

static void
set_damaged (GError    **error,
             const char *name)
{
  g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
               _ ("%s: this file is damaged or cut short and cannot be read"), name);
}

static void
set_bomb (GError    **error,
          const char *name)
{
  g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_TOO_LARGE,
               _ ("%s: this file unpacks to much more than it is, and is not read"), name);
}

typedef struct {
  const char *name;
  GCancellable *cancellable;
  gsize size;     /* of the archive */
  gsize unpacked; /* so far */
} Reading;

static GBytes *
read_member (Reading  *reading,
             Archive  *archive,
             GError  **error)
{
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gssize n;

  do
    {
      guint before = data->len;

      if (g_cancellable_set_error_if_cancelled (reading->cancellable, error))
        return NULL;
      g_byte_array_set_size (data, before + CHUNK);
      n = archive_read_data (archive, data->data + before, CHUNK);
      if (n < 0)
        {
          set_damaged (error, reading->name);
          return NULL;
        }
      g_byte_array_set_size (data, before + n);
      reading->unpacked += n;
      if (reading->unpacked > MOST_UNPACKED ||
          (reading->unpacked > RATIO_COUNTS_AT && reading->unpacked / HIGHEST_RATIO > reading->size))
        {
          set_bomb (error, reading->name);
          return NULL;
        }
    }
  while (n > 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

GHashTable *
agreed_unpack (GBytes        *bytes,
               gboolean     (*wanted) (const char *member),
               const char    *name,
               GCancellable  *cancellable,
               GError       **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  g_autoptr (GHashTable) members = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_bytes_unref);
  Reading reading = { .name = name, .cancellable = cancellable };
  struct archive_entry *entry;
  const char *data = g_bytes_get_data (bytes, &reading.size);
  int status;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, data, reading.size) != ARCHIVE_OK)
    {
      set_damaged (error, name);
      return NULL;
    }
  for (guint n = 0; (status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK || status == ARCHIVE_WARN; n++)
    {
      const char *member = archive_entry_pathname (entry);
      GBytes *contents;

      if (n > MOST_MEMBERS)
        {
          set_bomb (error, name);
          return NULL;
        }
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (member == NULL || !wanted (member) || g_hash_table_contains (members, member))
        continue;
      contents = read_member (&reading, archive, error);
      if (contents == NULL)
        return NULL;
      g_hash_table_insert (members, g_strdup (member), contents);
    }
  if (status != ARCHIVE_EOF)
    {
      set_damaged (error, name);
      return NULL;
    }

  return g_steal_pointer (&members);
}
