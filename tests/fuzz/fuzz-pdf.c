/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes that look like a PDF are read or refused, never both. They are read here, and not in the process that keeps
 * their reader apart, so that each fault is seen; what it would say of them is sound. */
#include "fuzz-file.h"
#include "import-private.h"
#include "pdf-reader.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data,
                        size_t         size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  AgreedPdfOutcome outcome = AGREED_PDF_IS_READ;
  guint n_pages;
  g_autoptr (GPtrArray) blocks = agreed_pdf_read_pages (bytes, NULL, NULL, &outcome, &n_pages);

  g_assert_true ((blocks != NULL) == (outcome == AGREED_PDF_IS_READ));
  if (blocks != NULL)
    {
      g_autoptr (GBytes) message = agreed_pdf_message_pack (blocks);
      g_autoptr (GPtrArray) received = agreed_pdf_message_unpack (message);
      g_autoptr (GError) error = NULL;
      g_autoptr (AgreedDocument) document = NULL;

      g_assert_nonnull (received);
      g_assert_cmpuint (received->len, ==, blocks->len);
      document = agreed_import_blocks (received, bytes, "fuzz.pdf", NULL, &error);
      fuzz_check_document (document, error, "fuzz.pdf");
    }

  return 0;
}
