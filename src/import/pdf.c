/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf.h"

#include <glib/gi18n-lib.h>

#include "import.h"
#include "pdf-page.h"
#include "pdf-paragraphs.h"
#include "pdf-roles.h"

/* The longest resolutions run to some hundred pages and committee reports to a few hundred. */
#define MOST_PAGES 2000

/* Microseconds that reading the pages may take. A page takes some ten thousand. */
#define LONGEST (8 * G_USEC_PER_SEC)

/* A page of wording has some two thousand characters. A scan has none, or the stamps that an archive put on it. */
#define FEWEST_CHARACTERS_A_PAGE 40

/* The header may stand behind a few bytes of a mail program's making; readers look for it in the first thousand. */
#define HEADER_WITHIN 1024

/* A picture that covers this much of the page is the page. */
#define WHOLE_PAGE .7

gboolean
agreed_pdf_recognise (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 5 && g_strstr_len (data, MIN (size, HEADER_WITHIN), "%PDF-") != NULL;
}

static PopplerDocument *
open_document (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &cause);

  if (document != NULL)
    return document;

  if (g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_FORMAT,
                 _ ("%s: this PDF is protected by a password; save it without one and open it again"), name);
  else
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
                 _ ("%s: this PDF is damaged or cut short and cannot be read"), name);

  return NULL;
}

/* A scan may carry the letters that a machine made out in it ("rrwenty-sixth session"): nothing to compare by. Its
 * first page is one picture. */
static gboolean
is_scan (PopplerDocument *document)
{
  PopplerPage *page = poppler_document_get_n_pages (document) > 0 ? poppler_document_get_page (document, 0) : NULL;
  double width = 0, height = 0, largest = 0;
  GList *images;

  if (page == NULL)
    return FALSE;

  poppler_page_get_size (page, &width, &height);
  images = poppler_page_get_image_mapping (page);
  for (GList *l = images; l != NULL; l = l->next)
    {
      const PopplerRectangle *area = &((PopplerImageMapping *)l->data)->area;

      largest = MAX (largest, (area->x2 - area->x1) * (area->y2 - area->y1));
    }
  poppler_page_free_image_mapping (images);
  g_object_unref (page);

  return largest > WHOLE_PAGE * width * height;
}

static GPtrArray *
read_columns (PopplerDocument *document, GArray *heights, const char *name, GCancellable *cancellable, GError **error)
{
  gint64 last_moment = g_get_monotonic_time () + LONGEST;
  int n_pages = poppler_document_get_n_pages (document);
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  if (n_pages > MOST_PAGES)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_TOO_LARGE,
                   _ ("%s: this PDF has %d pages, and no more than %d are read"), name, n_pages, MOST_PAGES);
      return NULL;
    }

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page;
      double height = 0;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (g_get_monotonic_time () > last_moment)
        {
          g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_TOO_LARGE,
                       _ ("%s: this PDF takes too long to read; save the pages of the resolution as a file of their own"),
                       name);
          return NULL;
        }

      page = poppler_document_get_page (document, i);
      if (page == NULL)
        continue;
      poppler_page_get_size (page, NULL, &height);
      agreed_pdf_page_append_columns (page, columns);
      while (heights->len < columns->len)
        g_array_append_val (heights, height);
      g_object_unref (page);
    }

  return g_steal_pointer (&columns);
}

static gsize
count_characters (GPtrArray *pages)
{
  gsize n = 0;

  for (guint p = 0; p < pages->len; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pages, p);

      for (guint i = 0; i < lines->len; i++)
        n += ((const AgreedPdfLine *)g_ptr_array_index (lines, i))->glyphs->len;
    }

  return n;
}

GPtrArray *
agreed_pdf_read (GBytes *bytes, const char *name, GCancellable *cancellable, GError **error)
{
  PopplerDocument *document = open_document (bytes, name, error);
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) pages = NULL;
  gboolean scan;
  double body_size;

  if (document == NULL)
    return NULL;
  scan = is_scan (document);
  pages = read_columns (document, heights, name, cancellable, error);
  g_object_unref (document);
  if (pages == NULL)
    return NULL;
  if (pages->len == 0)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
                   _ ("%s: this PDF is damaged or cut short and cannot be read"), name);
      return NULL;
    }
  if (scan || count_characters (pages) < FEWEST_CHARACTERS_A_PAGE * pages->len)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_NO_RESOLUTION,
                   _ ("%s: this PDF holds pictures of pages and no text to read; ask for it as a text or Word file, "
                      "or have its text recognised first"),
                   name);
      return NULL;
    }

  body_size = agreed_pdf_tell_roles (pages, heights);
  return agreed_pdf_get_blocks (pages, body_size);
}
