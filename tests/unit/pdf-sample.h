/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

/* PDFs that tests write: quick to read, and endless. */

static inline void
add_object (GString    *pdf,
            GArray     *places,
            const char *body)
{
  g_array_append_val (places, pdf->len);
  g_string_append_printf (pdf, "%u 0 obj\n%s\nendobj\n", places->len, body);
}

/* Pages with this content each. Returns: a new file's name */
static inline char *
write_pdf (const char *content,
           guint       n_pages)
{
  g_autoptr (GString) pdf = g_string_new ("%PDF-1.7\n"), kids = g_string_new (NULL);
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *pages = NULL, *stream = NULL, *path = NULL;
  g_autoptr (GError) error = NULL;
  gsize table;
  int fd;

  for (guint i = 0; i < n_pages; i++)
    g_string_append_printf (kids, "%u 0 R ", i + 5);
  pages = g_strdup_printf ("<</Type/Pages/Count %u/Kids[%s]>>", n_pages, kids->str);
  stream = g_strdup_printf ("<</Length %zu>>\nstream\n%s\nendstream", strlen (content), content);
  add_object (pdf, places, "<</Type/Catalog/Pages 2 0 R>>");
  add_object (pdf, places, pages);
  add_object (pdf, places, stream);
  add_object (pdf, places, "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>");
  for (guint i = 0; i < n_pages; i++)
    add_object (pdf, places,
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 3 0 R/Resources<</Font<</F 4 0 R>>>>>>");
  table = pdf->len;
  g_string_append_printf (pdf, "xref\n0 %u\n0000000000 65535 f \n", places->len + 1);
  for (guint i = 0; i < places->len; i++)
    g_string_append_printf (pdf, "%010zu 00000 n \n", g_array_index (places, gsize, i));
  g_string_append_printf (pdf, "trailer\n<</Size %u/Root 1 0 R>>\nstartxref\n%zu\n%%%%EOF\n", places->len + 1, table);

  fd = g_file_open_tmp ("agreed-XXXXXX.pdf", &path, &error);
  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, pdf->str, pdf->len, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

static inline char *
write_short_pages (guint n_pages)
{
  return write_pdf ("BT /F 11 Tf 100 700 Td (The General Assembly,) Tj 0 -30 Td (Recalling its resolution 46/212,) Tj "
                    "0 -30 Td (1. Calls upon all States to keep their lights burning.) Tj ET", n_pages);
}

/* One page that would take minutes. */
static inline char *
write_endless_page (void)
{
  g_autoptr (GString) content = g_string_new ("BT /F 11 Tf 100 700 Td ");

  for (guint i = 0; i < 400000; i++)
    g_string_append_printf (content, "(word upon word) Tj %u -%u Td ", i % 7, i % 5);
  g_string_append (content, "ET");

  return write_pdf (content->str, 1);
}
