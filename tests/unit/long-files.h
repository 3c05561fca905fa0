/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <archive.h>
#include <archive_entry.h>
#include <glib/gstdio.h>

/* Files of every kind with so many paragraphs that reading them takes a while. */

typedef struct {
  const char *kind;   /* the end of the file's name */
  const char *before;
  const char *begin;  /* around each paragraph */
  const char *end;
  const char *after;
} LongFile;

#define ODF "urn:oasis:names:tc:opendocument:xmlns:"

static const LongFile long_files[] = {
  { "txt", "", "", "\n\n", "" },
  { "html", "<html><body>", "<p>", "</p>\n", "</body></html>" },
  { "fodt", "<office:document xmlns:office='" ODF "office:1.0' xmlns:text='" ODF "text:1.0' office:mimetype='application/"
    "vnd.oasis.opendocument.text'><office:body><office:text>", "<text:p>", "</text:p>", "</office:text></office:body></office:document>" },
  { "xml", "<akomaNtoso xmlns='http://docs.oasis-open.org/legaldocml/ns/akn/3.0'><statement name='resolution'><preface/><preamble>",
    "<p>", "</p>", "</preamble><mainBody/></statement></akomaNtoso>" },
  { "docx", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>", "<w:p><w:r><w:t>",
    "</w:t></w:r></w:p>", "</w:body></w:document>" },
};

static inline void
add_paragraphs (GString        *out,
                const LongFile *file,
                guint           n)
{
  g_string_append (out, file->before);
  g_string_append_printf (out, "%sThe General Assembly,%s", file->begin, file->end);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (out, "%sRecalling its resolution %u/%u on the lights of harbours, and those of ships,%s", file->begin,
                            46 + i % 30, i % 300, file->end);
  g_string_append_printf (out, "%s1. Calls upon all States to keep their lights burning.%s", file->begin, file->end);
  g_string_append (out, file->after);
}

/* Not packed any tighter, for what unpacks to far more than it is would be refused. */
static inline void
write_archive (const char *path,
               GString    *text)
{
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  archive_write_set_format_zip (archive);
  archive_write_zip_set_compression_store (archive);
  g_assert_cmpint (archive_write_open_filename (archive, path), ==, ARCHIVE_OK);
  archive_entry_set_pathname (entry, "word/document.xml");
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_size (entry, text->len);
  g_assert_cmpint (archive_write_header (archive, entry), ==, ARCHIVE_OK);
  g_assert_cmpint (archive_write_data (archive, text->str, text->len), ==, text->len);
  archive_entry_free (entry);
  archive_write_free (archive);
}

/* Returns: (transfer full): a new file's name */
static inline char *
write_long_file (const LongFile *file,
                 guint           n)
{
  g_autofree char *template = g_strconcat ("agreed-XXXXXX.", file->kind, NULL), *path = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp (template, &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  add_paragraphs (text, file, n);
  if (g_str_equal (file->kind, "docx"))
    write_archive (path, text);
  else
    g_file_set_contents (path, text->str, text->len, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}
