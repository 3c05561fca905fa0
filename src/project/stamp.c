/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "stamp.h"

#define ATTRIBUTES \
  G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_TIME_MODIFIED "," G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC

/* The file system of the folder, not of the file: where several are laid over each other these differ. 0 where there is no
 * such folder. */
static guint32
get_device (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autoptr (GFileInfo) info = NULL;

  if (folder != NULL)
    info = g_file_query_info (folder, G_FILE_ATTRIBUTE_UNIX_DEVICE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_UNIX_DEVICE) : 0;
}

static gint64
get_modified (GFileInfo *info)
{
  return (gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED) * G_USEC_PER_SEC +
         g_file_info_get_attribute_uint32 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED_USEC);
}

void
agreed_stamp_take (AgreedStamp *stamp,
                   GFile       *file,
                   GBytes      *bytes)
{
  g_autoptr (GFileInfo) info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  agreed_stamp_clear (stamp);
  stamp->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  /* Where it has another size already, somebody was quicker: then the time must not vouch for it. */
  if (info == NULL || g_file_info_get_size (info) != g_bytes_get_size (bytes))
    return;

  stamp->modified = get_modified (info);
  stamp->size = g_file_info_get_size (info);
  stamp->device = get_device (file);
}

void
agreed_stamp_copy (const AgreedStamp *stamp,
                   AgreedStamp       *copy)
{
  *copy = *stamp;
  copy->sha256 = g_strdup (stamp->sha256);
}

void
agreed_stamp_clear (AgreedStamp *stamp)
{
  g_free (stamp->sha256);
  *stamp = (AgreedStamp) { 0 };
}

AgreedStampState
agreed_stamp_check (const AgreedStamp *stamp,
                    GFile             *file,
                    GCancellable      *cancellable)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *sha256 = NULL;

  if (stamp->sha256 == NULL)
    return AGREED_STAMP_SAME;

  info = g_file_query_info (file, ATTRIBUTES, G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  /* A drive that was taken away leaves no folder, or an empty one of another file system. */
  if (info == NULL)
    return stamp->device != get_device (file) ? AGREED_STAMP_GONE : AGREED_STAMP_MISSING;
  if (stamp->modified != 0 && stamp->modified == get_modified (info) && stamp->size == g_file_info_get_size (info))
    return AGREED_STAMP_SAME;

  bytes = g_file_load_bytes (file, cancellable, NULL, NULL);
  if (bytes == NULL)
    return AGREED_STAMP_CHANGED;
  sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  return g_str_equal (sha256, stamp->sha256) ? AGREED_STAMP_SAME : AGREED_STAMP_CHANGED;
}
