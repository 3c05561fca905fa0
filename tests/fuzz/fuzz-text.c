/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "import.h"

/* Any bytes are either read into at least one text, each of whose footnote marks and opening words lie within its
 * paragraph and between characters, or refused in one sentence that names the file. */

static void
check_paragraph (AgreedParagraph *paragraph)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  gsize length = strlen (wording);
  guint n_marks;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);

  g_assert_true (g_utf8_validate (wording, -1, NULL));
  g_assert_cmpstr (agreed_paragraph_get_label (paragraph), !=, "");
  g_assert_cmpuint (agreed_paragraph_get_opening (paragraph), <=, length);
  g_assert_true (g_utf8_validate (wording, agreed_paragraph_get_opening (paragraph), NULL));
  for (guint i = 0; i < n_marks; i++)
    {
      g_assert_cmpuint (marks[i].offset, <=, length);
      g_assert_true (g_utf8_validate (wording, marks[i].offset, NULL));
      g_assert_true (i == 0 || marks[i - 1].offset <= marks[i].offset);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = agreed_import_bytes (bytes, "fuzz.txt", NULL, &error);

  g_assert_true ((document == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_true (g_str_has_prefix (error->message, "fuzz.txt: "));
      g_assert_null (strchr (error->message, '\n'));
      return 0;
    }

  g_assert_cmpuint (agreed_document_get_n_texts (document), >, 0);
  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    {
      AgreedText *text = agreed_document_get_text (document, i);

      for (guint j = 0; j < agreed_text_get_n_paragraphs (text); j++)
        check_paragraph (agreed_text_get_paragraph (text, j));
    }

  return 0;
}
