/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-reader.h"

#include "pdf-page.h"
#include "pdf-paragraphs.h"
#include "pdf-roles.h"

/* The longest resolutions run to some hundred pages and committee reports to a few hundred. */
#define MOST_PAGES 2000

/* A page of wording has some two thousand characters. A scan has none, or the stamps that an archive put on it. */
#define FEWEST_CHARACTERS_A_PAGE 40

/* A picture that covers this much of the page is the page. */
#define WHOLE_PAGE .7

static PopplerDocument *
open_document (GBytes *bytes, AgreedPdfOutcome *outcome)
{
  g_autoptr (GError) cause = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &cause);

  if (document == NULL)
    *outcome = g_error_matches (cause, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED) ? AGREED_PDF_IS_ENCRYPTED
                                                                               : AGREED_PDF_IS_DAMAGED;

  return document;
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
read_columns (PopplerDocument *document, guint n_pages, GArray *heights, AgreedPdfProgress progress, gpointer user_data)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify)g_ptr_array_unref);

  for (guint i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      double height = 0;

      if (page == NULL)
        continue;
      poppler_page_get_size (page, NULL, &height);
      agreed_pdf_page_append_columns (page, columns);
      while (heights->len < columns->len)
        g_array_append_val (heights, height);
      g_object_unref (page);
      if (progress != NULL)
        progress (i + 1, n_pages, user_data);
    }

  return columns;
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
agreed_pdf_read_pages (GBytes            *bytes,
                       AgreedPdfProgress  progress,
                       gpointer           user_data,
                       AgreedPdfOutcome  *outcome,
                       guint             *n_pages)
{
  PopplerDocument *document = open_document (bytes, outcome);
  g_autoptr (GArray) heights = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) pages = NULL;
  gboolean scan;
  double body_size;

  *n_pages = document != NULL ? MAX (poppler_document_get_n_pages (document), 0) : 0;
  if (document == NULL)
    return NULL;
  if (*n_pages > MOST_PAGES)
    {
      *outcome = AGREED_PDF_IS_TOO_LONG;
      g_object_unref (document);
      return NULL;
    }

  scan = is_scan (document);
  pages = read_columns (document, *n_pages, heights, progress, user_data);
  g_object_unref (document);
  *outcome = pages->len == 0                                                               ? AGREED_PDF_IS_DAMAGED
             : scan || count_characters (pages) < FEWEST_CHARACTERS_A_PAGE * pages->len ? AGREED_PDF_IS_PICTURES
                                                                                         : AGREED_PDF_IS_READ;
  if (*outcome != AGREED_PDF_IS_READ)
    return NULL;

  body_size = agreed_pdf_tell_roles (pages, heights);
  return agreed_pdf_get_blocks (pages, body_size);
}
