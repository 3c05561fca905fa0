/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "block.h"
#include "formats.h"
#include "import-private.h"
#include "language.h"
#include "structure.h"
#include "tables.h"
#include "tracked.h"

/* The largest file that is read. The longest report of a committee has less than 2 MB of text. */
#define LARGEST_FILE (64 * 1024 * 1024)
#define READ_BYTES   (1024 * 1024)

/* Bytes of wording by which a document's language is told. */
#define LANGUAGE_SAMPLE (256 * 1024)

G_DEFINE_QUARK (agreed-import-error-quark, agreed_import_error)

static void
set_too_large (GError    **error,
               const char *name)
{
  g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_TOO_LARGE,
               _ ("%s: this file is larger than %d MB, the most that is read"), name, LARGEST_FILE / (1024 * 1024));
}

/* Cancelling stays what it is; everything else that the system reports becomes one sentence about the file. */
static void
set_unreadable (GError    **error,
                GError     *reason,
                const char *name)
{
  if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (reason));
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_UNREADABLE, _ ("%s: there is no such file"), name);
  else if (g_error_matches (reason, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED))
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_UNREADABLE, _ ("%s: you are not allowed to read this file"),
                 name);
  else
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_UNREADABLE, _ ("%s: this file cannot be read: %s"), name,
                 reason->message);
}

static char *
name_of (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);

  return g_filename_display_name (base != NULL ? base : "?");
}

static gboolean
check_type (GFile        *file,
            const char   *name,
            GCancellable *cancellable,
            GError      **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                                                  G_FILE_QUERY_INFO_NONE, cancellable, &reason);

  if (info == NULL)
    {
      set_unreadable (error, reason, name);
      return FALSE;
    }
  if (g_file_info_get_file_type (info) == G_FILE_TYPE_DIRECTORY)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_UNREADABLE, _ ("%s: this is a folder, not a file"), name);
      return FALSE;
    }
  if (g_file_info_get_size (info) > LARGEST_FILE)
    {
      set_too_large (error, name);
      return FALSE;
    }

  return TRUE;
}

/* Sizes can lie, so that reading itself counts too. */
static GBytes *
load (GFile        *file,
      const char   *name,
      GCancellable *cancellable,
      GError      **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) data = g_byte_array_new ();
  gssize n;

  if (!check_type (file, name, cancellable, error))
    return NULL;
  stream = g_file_read (file, cancellable, &reason);
  if (stream == NULL)
    {
      set_unreadable (error, reason, name);
      return NULL;
    }
  do
    {
      guint before = data->len;

      g_byte_array_set_size (data, before + READ_BYTES);
      n = g_input_stream_read (G_INPUT_STREAM (stream), data->data + before, READ_BYTES, cancellable, &reason);
      if (n < 0)
        {
          set_unreadable (error, reason, name);
          return NULL;
        }
      g_byte_array_set_size (data, before + n);
      if (data->len > LARGEST_FILE)
        {
          set_too_large (error, name);
          return NULL;
        }
    }
  while (n > 0);

  return g_byte_array_free_to_bytes (g_steal_pointer (&data));
}

static const char *
detect_language (GPtrArray *blocks)
{
  g_autoptr (GString) sample = g_string_new (NULL);

  for (guint i = 0; i < blocks->len && sample->len < LANGUAGE_SAMPLE; i++)
    {
      const AgreedBlock *block = g_ptr_array_index (blocks, i);

      g_string_append (sample, block->wording);
      g_string_append_c (sample, '\n');
    }

  return agreed_language_detect (sample->str, -1);
}

gboolean
agreed_import_check_size (GBytes      *bytes,
                          const char  *name,
                          GError     **error)
{
  if (g_bytes_get_size (bytes) <= LARGEST_FILE)
    return TRUE;
  set_too_large (error, name);

  return FALSE;
}

AgreedDocument *
agreed_import_blocks (GPtrArray     *blocks,
                      GBytes        *bytes,
                      const char    *name,
                      GCancellable  *cancellable,
                      GError       **error)
{
  const AgreedWordingSet *set = agreed_wording_get (detect_language (blocks));
  g_autofree char *sha256 = NULL;
  g_autoptr (AgreedDocument) document = NULL;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  document = agreed_document_new (name, sha256);
  agreed_tables_settle (blocks, set);
  if (!agreed_structure_read (blocks, set, document, cancellable, error))
    return NULL;
  if (agreed_document_get_n_texts (document) == 0)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_NO_RESOLUTION,
                   _ ("%s: no text of a resolution was found in this file"), name);
      return NULL;
    }

  return g_steal_pointer (&document);
}

AgreedDocument *
agreed_import_bytes (GBytes        *bytes,
                     const char    *name,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GPtrArray) blocks = NULL;
  AgreedDocument *document;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (g_cancellable_set_error_if_cancelled (cancellable, error) || !agreed_import_check_size (bytes, name, error))
    return NULL;
  blocks = agreed_format_of (bytes)->read (bytes, name, cancellable, error);

  if (blocks == NULL)
    return NULL;
  document = agreed_import_blocks (blocks, bytes, name, cancellable, error);
  if (document != NULL)
    agreed_document_set_tracked (document, agreed_import_has_tracked_changes (bytes));

  return document;
}

GBytes *
agreed_import_load (GFile         *file,
                    char         **name,
                    GCancellable  *cancellable,
                    GError       **error)
{
  *name = name_of (file);

  return load (file, *name, cancellable, error);
}

AgreedDocument *
agreed_import_file (GFile         *file,
                    GCancellable  *cancellable,
                    GError       **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  name = name_of (file);
  bytes = load (file, name, cancellable, error);

  return bytes != NULL ? agreed_import_bytes (bytes, name, cancellable, error) : NULL;
}
