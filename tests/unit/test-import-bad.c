/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What cannot be read is refused in one sentence that begins with the file's name, and nothing worse happens. */
#include <glib/gstdio.h>
#include <string.h>
#include <time.h>

#include "import.h"

static const char good[] = "The General Assembly,\n\nRecalling its resolution 65/141,\n\n1. Decides to meet again;\n\n"
                           "2. Requests the Secretary-General to re";

static void
assert_refused (const void       *data,
                gsize             size,
                AgreedImportError code,
                const char       *holds)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  AgreedDocument *document = agreed_import_bytes (bytes, "draft.txt", NULL, &error);

  g_assert_null (document);
  g_assert_error (error, AGREED_IMPORT_ERROR, (int) code);
  g_assert_true (g_str_has_prefix (error->message, "draft.txt: "));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_nonnull (strstr (error->message, holds));
}

static void
test_contents (void)
{
  g_autofree guint8 *noise = g_malloc (100000);

  for (guint i = 0; i < 100000; i++)
    noise[i] = g_test_rand_int_range (0, 256);
  noise[0] = 1;

  assert_refused ("", 0, AGREED_IMPORT_ERROR_EMPTY, "nothing");
  assert_refused (" \n\t\n", 4, AGREED_IMPORT_ERROR_EMPTY, "nothing");
  assert_refused ("\xef\xbb\xbf", 3, AGREED_IMPORT_ERROR_EMPTY, "nothing");
  assert_refused (noise, 100000, AGREED_IMPORT_ERROR_FORMAT, "not a text");
  assert_refused ("\0\0\0\0\0\0\0\0", 8, AGREED_IMPORT_ERROR_EMPTY, "nothing");
  assert_refused ("%PDF-1.7\n", 9, AGREED_IMPORT_ERROR_DAMAGED, "PDF");
  assert_refused ("\x89PNG\r\n\x1a\n", 8, AGREED_IMPORT_ERROR_FORMAT, "picture");
  assert_refused ("PK\x03\x04 word/document.xml", 21, AGREED_IMPORT_ERROR_DAMAGED, "damaged");
  assert_refused ("PK\x03\x04 mimetypeapplication/vnd.oasis.opendocument.text", 52, AGREED_IMPORT_ERROR_DAMAGED, "damaged");
  assert_refused ("{\"format\": 1}", 13, AGREED_IMPORT_ERROR_FORMAT, "JSON");
  assert_refused ("A shopping list.\n\nEggs, milk, and the paper.\n", 45, AGREED_IMPORT_ERROR_NO_RESOLUTION, "no text of a resolution");
}

/* Wherever a file is cut, what is there is read or refused, and never both. */
static void
test_cut_anywhere (void)
{
  static const char chinese[] = "大会，\n\n回顾其第 65/141 号决议，\n\n1. 决定再次开会；\n\n2. 请秘书长提出报告。\n";
  guint most = 0;

  for (gsize size = 0; size < strlen (chinese); size++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (chinese, size);
      g_autoptr (GError) error = NULL;
      g_autoptr (AgreedDocument) document = agreed_import_bytes (bytes, "cut.txt", NULL, &error);

      g_assert_true ((document == NULL) == (error != NULL));
      if (document != NULL)
        most = MAX (most, agreed_text_get_n_paragraphs (agreed_document_get_text (document, 0)));
    }
  g_assert_cmpuint (most, ==, 3);
}

static void
test_cut_sentence (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (good, strlen (good));
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = agreed_import_bytes (bytes, "cut.txt", NULL, &error);
  AgreedText *text;

  g_assert_no_error (error);
  text = agreed_document_get_text (document, 0);
  g_assert_cmpstr (agreed_paragraph_get_wording (agreed_text_find_paragraph (text, "OP2")), ==,
                   "Requests the Secretary-General to re");
}

static void
test_nuls (void)
{
  g_autoptr (GString) text = g_string_new (good);
  g_autoptr (GError) error = NULL;

  g_string_insert_len (text, 30, "\0\0\0", 3);
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  g_autoptr (AgreedDocument) document = agreed_import_bytes (bytes, "nul.txt", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (agreed_text_get_n_paragraphs (agreed_document_get_text (document, 0)), ==, 3);
}

static void
test_files (void)
{
  g_autofree char *folder = g_dir_make_tmp ("agreed-XXXXXX", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing.txt", NULL);
  g_autoptr (GFile) missing_file = g_file_new_for_path (missing);
  g_autoptr (GFile) folder_file = g_file_new_for_path (folder);
  g_autoptr (GError) error = NULL;

  g_assert_null (agreed_import_file (missing_file, NULL, &error));
  g_assert_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_UNREADABLE);
  g_assert_cmpstr (error->message, ==, "missing.txt: there is no such file");
  g_clear_error (&error);
  g_assert_null (agreed_import_file (folder_file, NULL, &error));
  g_assert_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_UNREADABLE);
  g_assert_nonnull (strstr (error->message, "folder"));
  g_rmdir (folder);
}

static void
test_too_large (void)
{
  gsize size = 64 * 1024 * 1024 + 1;
  g_autofree char *data = g_malloc (size);

  memset (data, 'a', size);
  assert_refused (data, size, AGREED_IMPORT_ERROR_TOO_LARGE, "64 MB");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (good, strlen (good));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (agreed_import_bytes (bytes, "draft.txt", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Twice the text may take twice the processor's time, and not four times: a file that is all one line, and one of many lines. */
static double
seconds_for (const char *head,
             const char *unit,
             guint       n)
{
  g_autoptr (GString) text = g_string_new (head);
  g_autoptr (GError) error = NULL;
  clock_t start;

  for (guint i = 0; i < n; i++)
    g_string_append (text, unit);
  g_autoptr (GBytes) bytes = g_bytes_new (text->str, text->len);
  start = clock ();
  g_autoptr (AgreedDocument) document = agreed_import_bytes (bytes, "long.txt", NULL, &error);

  g_assert_true ((document == NULL) == (error != NULL));

  return (clock () - start) / (double) CLOCKS_PER_SEC;
}

static void
test_growth (void)
{
  static const char *const units[] = { "Recalling its resolution 65/141, 1 and noting ", "Recalling its resolution,\n\n", "1\n", "1.\n",
                                       "_____\n1 See.\n", "The General Assembly,\n", "(a) To go;\n", "“Recalling”\n", "word\n", "a\ue000",
                                       "a  |  b\nc  |  d\ne  |  f\n\nUrges States to act;\n\n" };

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      double once = seconds_for ("The General Assembly,\n\n", units[i], 4000);
      double more = seconds_for ("The General Assembly,\n\n", units[i], 16000);

      g_test_message ("%u: %.3f s, %.3f s", i, once, more);
      g_assert_cmpfloat (more, <, 10 * once + .5);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/bad/contents", test_contents);
  g_test_add_func ("/import/bad/cut-anywhere", test_cut_anywhere);
  g_test_add_func ("/import/bad/cut-sentence", test_cut_sentence);
  g_test_add_func ("/import/bad/nuls", test_nuls);
  g_test_add_func ("/import/bad/files", test_files);
  g_test_add_func ("/import/bad/too-large", test_too_large);
  g_test_add_func ("/import/bad/cancelled", test_cancelled);
  g_test_add_func ("/import/bad/growth", test_growth);

  return g_test_run ();
}
