/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#include "import.h"

/* What uchardet is shown: it gets slow on much and no better. */
#define SAMPLE_BYTES (512 * 1024)

typedef struct {
  const char *magic;
  gsize length;
  const char *what;
} Signature;

static const Signature signatures[] = {
  { "\x89PNG", 4, N_ ("picture (PNG)") },
  { "\xff\xd8\xff", 3, N_ ("picture (JPEG)") },
  { "GIF8", 4, N_ ("picture (GIF)") },
  { "II*\0", 4, N_ ("picture (TIFF)") },
  { "MM\0*", 4, N_ ("picture (TIFF)") },
  { "{\\rtf", 5, N_ ("Rich Text document") },
  { "\xd0\xcf\x11\xe0", 4, N_ ("document of an older Word") },
  { "\x1f\x8b", 2, N_ ("compressed file") },
  { "7z\xbc\xaf", 4, N_ ("compressed file") },
  { "\x7f" "ELF", 4, N_ ("program") },
};

static gboolean
holds (const char *data,
       gsize       size,
       const char *wanted)
{
  return g_strstr_len (data, MIN (size, 4096), wanted) != NULL ||
         memmem (data, MIN (size, 65536), wanted, strlen (wanted)) != NULL;
}

/* Office documents are ZIP archives; which one shows in the names near the start. */
static const char *
archive_kind (const char *data,
              gsize       size)
{
  if (holds (data, size, "word/"))
    return N_ ("Word document");
  if (holds (data, size, "application/vnd.oasis.opendocument"))
    return N_ ("OpenDocument text");

  return N_ ("compressed file");
}

static const char *
markup_kind (const char *data,
             gsize       size)
{
  g_autofree char *head = NULL;

  while (size > 0 && g_ascii_isspace (*data))
    data++, size--;
  head = g_ascii_strdown (data, MIN (size, 512));
  if (g_str_has_prefix (head, "<!doctype html") || g_str_has_prefix (head, "<html"))
    return N_ ("web page");
  if (g_str_has_prefix (head, "<?xml"))
    return strstr (head, "<html") != NULL ? N_ ("web page") : N_ ("XML file");
  if (g_str_has_prefix (head, "{") && strchr ("\"}\n\r\t ", head[1]) != NULL && strchr (head, '"') != NULL)
    return N_ ("JSON file");

  return NULL;
}

static const char *
foreign_kind (const char *data,
              gsize       size)
{
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (size >= signatures[i].length && memcmp (data, signatures[i].magic, signatures[i].length) == 0)
      return signatures[i].what;
  if (size >= 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    return archive_kind (data, size);

  return markup_kind (data, size);
}

static char *
convert (const char *data,
         gsize       size,
         const char *charset)
{
  g_autofree char *text = NULL;
  gsize read, written;

  text = g_convert (data, size, "UTF-8", charset, &read, &written, NULL);
  if (text == NULL && read > 0 && size - read < 8)
    text = g_convert (data, read, "UTF-8", charset, NULL, &written, NULL);

  /* NULs would end the string early. */
  if (text != NULL && strlen (text) < written)
    {
      gsize kept = 0;

      for (gsize i = 0; i < written; i++)
        if (text[i] != '\0')
          text[kept++] = text[i];
      text[kept] = '\0';
    }

  return g_steal_pointer (&text);
}

/* UTF-16 without its mark shows in NULs that all stand on odd, or all on even, places. */
static const char *
guess_utf16 (const guchar *data,
             gsize         size)
{
  gsize nul[2] = { 0, 0 };

  size = MIN (size, 65536);
  for (gsize i = 0; i < size; i++)
    nul[i & 1] += data[i] == 0;
  if (nul[1] > size / 20 && nul[0] < nul[1] / 20)
    return "UTF-16LE";
  if (nul[0] > size / 20 && nul[1] < nul[0] / 20)
    return "UTF-16BE";

  return NULL;
}

static char *
detect_and_convert (const char *data,
                    gsize       size)
{
  uchardet_t detector = uchardet_new ();
  g_autofree char *charset = NULL;

  if (uchardet_handle_data (detector, data, MIN (size, SAMPLE_BYTES)) == 0)
    {
      uchardet_data_end (detector);
      charset = g_strdup (uchardet_get_charset (detector));
    }
  uchardet_delete (detector);

  if (charset == NULL || *charset == '\0' || g_ascii_strcasecmp (charset, "ASCII") == 0)
    return NULL;

  return convert (data, size, charset);
}

/* UTF-8 with at most a few broken places; NULL where it is something else. */
static char *
take_utf8 (const char *data,
           gsize       size)
{
  GString *text = g_string_sized_new (size + 1);
  gsize broken = 0, wide = 0;

  while (size > 0)
    {
      const char *end;
      gsize good;

      g_utf8_validate_len (data, size, &end);
      good = end - data;
      g_string_append_len (text, data, good);
      for (gsize i = 0; i < good; i++)
        wide += (guchar) data[i] >= 0xc0;
      data += good;
      size -= good;
      if (size == 0)
        break;
      /* What is left of a last character is no damage. */
      if (size < 4 && (guchar) *data >= 0xc2 && g_utf8_get_char_validated (data, size) == (gunichar) -2)
        break;
      if (*data != '\0')
        {
          broken++;
          g_string_append (text, "\ufffd");
        }
      data++;
      size--;
      if (broken > 16 && broken * 4 > wide)
        break;
    }
  if (broken > 0 && broken * 4 > wide)
    {
      g_string_free (text, TRUE);
      return NULL;
    }

  return g_string_free (text, FALSE);
}

/* Characters that no text holds make it something else than text. */
static gboolean
looks_like_text (const char *text)
{
  gsize n = 0, odd = 0;

  for (const char *p = text; *p != '\0' && n < SAMPLE_BYTES; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      odd += (c < 0x20 && strchr ("\t\n\r\f\v", c) == NULL) || (c >= 0x7f && c < 0xa0 && c != 0x85) || c == 0xfffd ||
             !g_unichar_isdefined (c);
    }

  return odd * 50 <= n;
}

static gboolean
is_blank (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xfeff)
      return FALSE;

  return TRUE;
}

char *
agreed_decode_text (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = NULL;
  const char *kind, *utf16;

  if (size == 0)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_EMPTY, _ ("%s: there is nothing in this file"), name);
      return NULL;
    }
  if ((kind = foreign_kind (data, size)) != NULL)
    {
      /* Translators: the first is a file's name, the second the kind of file, "PDF" */
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_FORMAT, _ ("%s: this is a %s, which is not read yet"),
                   name, _ (kind));
      return NULL;
    }

  if (size >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    text = convert (data + 2, size - 2, "UTF-16LE");
  else if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    text = convert (data + 2, size - 2, "UTF-16BE");
  else if ((utf16 = guess_utf16 ((const guchar *) data, size)) != NULL)
    text = convert (data, size, utf16);
  else
    text = take_utf8 (data, size);
  if (text == NULL)
    text = detect_and_convert (data, size);

  if (text == NULL || !looks_like_text (text))
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_FORMAT, _ ("%s: this is not a text that can be read"),
                   name);
      return NULL;
    }
  if (is_blank (text))
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_EMPTY, _ ("%s: there is nothing in this file"), name);
      return NULL;
    }

  return g_steal_pointer (&text);
}
