/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever the bytes: a document or an error, never both and never neither, and a document that keeps its promises. */
#include <string.h>

#include "import.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        size);

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = agreed_import_bytes (bytes, "fuzz", NULL, &error);

  g_assert_true ((document == NULL) == (error != NULL));
  for (guint i = 0; document != NULL && i < agreed_document_get_n_texts (document); i++)
    {
      AgreedText *text = agreed_document_get_text (document, i);

      g_assert_cmpuint (agreed_text_get_n_paragraphs (text), >, 0);
      for (guint k = 0; k < agreed_text_get_n_paragraphs (text); k++)
        {
          AgreedParagraph *paragraph = agreed_text_get_paragraph (text, k);
          const char *wording = agreed_paragraph_get_wording (paragraph);
          guint n_marks;
          const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);

          g_assert_true (g_utf8_validate (wording, -1, NULL));
          for (guint m = 0; m < n_marks; m++)
            g_assert_true (marks[m].offset <= strlen (wording) && (m == 0 || marks[m].offset >= marks[m - 1].offset));
        }
    }

  return 0;
}
