/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each tests/data/texts/NAME.txt is read and held against NAME.expected: what `agreed show NAME.txt` has to print. */

#include <glib/gstdio.h>
#include <string.h>

#include "import.h"

static void
test_text (gconstpointer data)
{
  g_autofree char *path = g_strconcat (data, ".txt", NULL);
  g_autofree char *expected_path = g_strconcat (data, ".expected", NULL);
  g_autofree char *expected = NULL, *printed = NULL, *complaint = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) agreed = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE, &error,
                                                     g_getenv ("AGREED"), "show", path, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (agreed, NULL, NULL, &printed, &complaint, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_true (g_file_get_contents (expected_path, &expected, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (printed, ==, expected);
}

/* One paragraph, as bytes would give it. */
static AgreedDocument *
import (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  AgreedDocument *document = agreed_import_bytes (bytes, "draft.txt", NULL, &error);

  g_assert_no_error (error);

  return document;
}

static void
assert_opening (const char *organ,
                const char *wording,
                const char *opening)
{
  g_autofree char *text = g_strdup_printf ("%s\n\n%s\n", organ, wording);
  g_autoptr (AgreedDocument) document = import (text);
  AgreedParagraph *paragraph = agreed_text_get_paragraph (agreed_document_get_text (document, 0), 0);
  g_autofree char *found = g_strndup (agreed_paragraph_get_wording (paragraph), agreed_paragraph_get_opening (paragraph));

  g_assert_cmpstr (agreed_paragraph_get_wording (paragraph), ==, wording);
  g_assert_cmpstr (found, ==, opening);
}

static void
test_openings (void)
{
  const char *en = "The General Assembly,", *zh = "大会，";

  assert_opening (en, "Recalling its resolution 65/141,", "Recalling");
  assert_opening (en, "Recalling also the Charter,", "Recalling also");
  assert_opening (en, "Taking note with appreciation of the report,", "Taking note with appreciation of");
  assert_opening (en, "Deeply concerned at the delay,", "Deeply concerned");
  assert_opening (en, "Expressing its appreciation to the host,", "Expressing its appreciation");
  assert_opening (zh, "回顾其第65/141号决议，", "回顾");
  assert_opening (zh, "又回顾其第65/141号决议，", "又回顾");
  assert_opening (zh, "强调指出需要合作，", "强调指出");
  assert_opening ("L’Assemblée générale,", "Prenant note avec satisfaction du rapport,", "Prenant note avec satisfaction");
  assert_opening ("La Asamblea General,", "Recordando también la Carta,", "Recordando también");
  assert_opening ("Генеральная Ассамблея,", "вновь подтверждая свои обязательства в области развития,", "вновь подтверждая");
}

static void
test_footnotes (void)
{
  g_autoptr (AgreedDocument) document =
    import ("The General Assembly,\n\nRecalling the Declaration¹ and the Plan,²\n\n1. Decides to meet.\n\n¹ Resolution 1/1.\n\n² Ibid.\n");
  AgreedText *text = agreed_document_get_text (document, 0);
  guint n;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (agreed_text_get_paragraph (text, 0), &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (marks[0].marker, ==, "1");
  g_assert_cmpuint (marks[0].offset, ==, strlen ("Recalling the Declaration"));
  g_assert_cmpuint (marks[1].offset, ==, strlen ("Recalling the Declaration and the Plan,"));
  g_assert_cmpstr (agreed_footnote_get_wording (agreed_text_find_footnote (text, "2")), ==, "Ibid.");
}

static void
test_encodings (void)
{
  static const char *const charsets[] = { "UTF-16", "UTF-16LE", "UTF-16BE", "WINDOWS-1251", "UTF-8" };
  const char *text = "Генеральная Ассамблея,\r\n\r\nссылаясь на свою резолюцию 65/141 от 20 декабря 2010 года,\r\n\r\n"
                     "отмечая доклад Генерального секретаря об использовании информационных технологий,\r\n\r\n"
                     "1. просит Генерального секретаря представить доклад.\r\n";

  for (guint i = 0; i < G_N_ELEMENTS (charsets); i++)
    {
      gsize size;
      g_autoptr (GError) error = NULL;
      char *encoded = g_convert (text, -1, charsets[i], "UTF-8", NULL, &size, &error);
      g_autoptr (GBytes) bytes = g_bytes_new_take (encoded, size);
      g_autoptr (AgreedDocument) document = agreed_import_bytes (bytes, "draft.txt", NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (agreed_text_get_n_paragraphs (agreed_document_get_text (document, 0)), ==, 3);
      g_assert_cmpstr (agreed_text_get_language (agreed_document_get_text (document, 0)), ==, "ru");
    }
}

static void
add_texts (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "texts", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".txt"))
      {
        char *stem = g_strndup (name, strlen (name) - strlen (".txt"));
        g_autofree char *path = g_strconcat ("/import/texts/", stem, NULL);

        g_test_add_data_func_full (path, g_build_filename (folder, stem, NULL), test_text, g_free);
        g_free (stem);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_texts ();
  g_test_add_func ("/import/openings", test_openings);
  g_test_add_func ("/import/footnotes", test_footnotes);
  g_test_add_func ("/import/encodings", test_encodings);

  return g_test_run ();
}
