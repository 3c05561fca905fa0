/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pasted.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "html-reader.h"
#include "import-private.h"
#include "import.h"
#include "plain.h"

typedef GPtrArray *(*Read) (GBytes        *bytes,
                            const char    *name,
                            GCancellable  *cancellable,
                            GError       **error);

static AgreedDocument *
read_as (Read           read,
         GBytes        *bytes,
         GCancellable  *cancellable,
         GError       **error)
{
  const char *name = _ ("Pasted text");
  g_autoptr (GPtrArray) blocks = NULL;

  if (!agreed_import_check_size (bytes, name, error))
    return NULL;
  blocks = read (bytes, name, cancellable, error);

  return blocks != NULL ? agreed_import_blocks (blocks, bytes, name, cancellable, error) : NULL;
}

/* How much of its structure a reading has seen. A page whose numbers are drawn by its style sheet has none; plain text has
 * no footnotes that are sure, and its lines may be broken anywhere. */
static guint
count_structure (AgreedDocument *document)
{
  guint count = 0;

  for (guint t = 0; t < agreed_document_get_n_texts (document); t++)
    {
      AgreedText *text = agreed_document_get_text (document, t);

      for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
        count += agreed_paragraph_get_kind (agreed_text_get_paragraph (text, i)) == AGREED_PARAGRAPH_OPERATIVE;
      count += g_list_model_get_n_items (agreed_text_get_footnotes (text));
    }

  return count;
}

static gboolean
is_blank (const char *text)
{
  while (text != NULL && *text != '\0')
    {
      if (!g_unichar_isspace (g_utf8_get_char (text)))
        return FALSE;
      text = g_utf8_next_char (text);
    }

  return TRUE;
}

/* There is no file to be spoken of. */
static void
say_it_of_the_clipboard (GError **error)
{
  if (error != NULL && (g_error_matches (*error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_EMPTY) ||
                        g_error_matches (*error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_NO_RESOLUTION)))
    {
      AgreedImportError code = (*error)->code;

      g_clear_error (error);
      g_set_error_literal (error, AGREED_IMPORT_ERROR, code,
                           _ ("No text of a resolution was found in the clipboard; copy it from its first line to its last"));
    }
}

AgreedDocument *
agreed_import_pasted (const char    *text,
                      GBytes        *html,
                      GCancellable  *cancellable,
                      GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (AgreedDocument) page = NULL, plain = NULL;

  g_return_val_if_fail (text == NULL || g_utf8_validate (text, -1, NULL), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (is_blank (text) && html == NULL)
    {
      g_set_error_literal (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_EMPTY,
                           _ ("There is no text in the clipboard; copy the text of a resolution first"));
      return NULL;
    }
  if (html != NULL)
    page = read_as (agreed_html_read, html, cancellable, is_blank (text) ? error : NULL);
  if (!is_blank (text))
    {
      bytes = g_bytes_new (text, strlen (text));
      plain = read_as (agreed_plain_read, bytes, cancellable, page == NULL ? error : NULL);
    }
  if (page == NULL && plain == NULL)
    say_it_of_the_clipboard (error);
  if (page != NULL && (plain == NULL || count_structure (page) >= count_structure (plain)))
    return g_steal_pointer (&page);

  return g_steal_pointer (&plain);
}
