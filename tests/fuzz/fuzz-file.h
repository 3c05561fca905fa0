/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <string.h>

#include "fuzz.h"
#include "import.h"
#include "tracked.h"

/* A mark stands on a character of its paragraph, and has a name. */
static inline void
fuzz_check_paragraph (AgreedParagraph *paragraph)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  guint n_marks;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);

  g_assert_true (g_utf8_validate (wording, -1, NULL));
  for (guint i = 0; i < n_marks; i++)
    {
      g_assert_cmpuint (marks[i].offset, <=, strlen (wording));
      g_assert_true ((wording[marks[i].offset] & 0xc0) != 0x80);
      g_assert_true (*marks[i].marker != '\0');
    }
}

/* Read or refused with a sentence that begins with the file's name; of what was read, all is sound. */
static inline void
fuzz_check_document (AgreedDocument *document,
                     const GError   *error,
                     const char     *name)
{
  g_assert_true ((document == NULL) == (error != NULL));
  if (error != NULL)
    g_assert_true (g_str_has_prefix (error->message, name) && g_utf8_validate (error->message, -1, NULL));
  for (guint t = 0; document != NULL && t < agreed_document_get_n_texts (document); t++)
    for (guint i = 0; i < agreed_text_get_n_paragraphs (agreed_document_get_text (document, t)); i++)
      fuzz_check_paragraph (agreed_text_get_paragraph (agreed_document_get_text (document, t), i));
}

static inline int
fuzz_file (const uint8_t *data,
           size_t         size,
           const char    *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  for (AgreedSide side = AGREED_SIDE_OLDER; side <= AGREED_SIDE_NEWER; side++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AgreedDocument) document = agreed_import_tracked_bytes (bytes, name, side, NULL, &error);

      fuzz_check_document (document, error, name);
    }

  return 0;
}
