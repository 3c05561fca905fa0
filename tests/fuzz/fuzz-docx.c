/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes that look like a Word document are read or refused, never both. What is no archive is taken for the members
 * of one, parted by lines of "%%": checksums would keep a fuzzer from what is inside. */
#include <archive.h>
#include <archive_entry.h>

#include "fuzz-file.h"

static const char *const members[] = { "word/document.xml", "word/numbering.xml", "word/footnotes.xml", "word/styles.xml",
                                       "word/settings.xml", NULL };

static gsize
pack (const uint8_t *data,
      size_t         size,
      uint8_t       *packed,
      size_t         room)
{
  struct archive *archive = archive_write_new ();
  const char *p = (const char *) data, *end = p + size;
  size_t used = 0;

  archive_write_set_format_zip (archive);
  archive_write_set_options (archive, "zip:compression=store");
  archive_write_open_memory (archive, packed, room, &used);
  for (guint i = 0; members[i] != NULL && p < end; i++)
    {
      const char *stop = g_strstr_len (p, end - p, "\n%%\n");
      size_t length = (stop != NULL ? stop : end) - p;
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, members[i]);
      archive_entry_set_size (entry, length);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_write_header (archive, entry);
      archive_write_data (archive, p, length);
      archive_entry_free (entry);
      p = stop != NULL ? stop + 4 : end;
    }
  archive_write_close (archive);
  archive_write_free (archive);

  return used;
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autofree uint8_t *packed = NULL;

  if (size == 0 || (size >= 2 && data[0] == 'P' && data[1] == 'K'))
    return fuzz_file (data, size, "fuzz.docx");
  packed = g_malloc (size + 16384);
  size = pack (data, size, packed, size + 16384);

  return fuzz_file (packed, size, "fuzz.docx");
}
