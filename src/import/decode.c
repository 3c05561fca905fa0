/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <uchardet.h>

#include "foreign.h"
#include "import.h"

/* What uchardet is shown: it gets slow on much and no better. */
#define SAMPLE_BYTES (512 * 1024)

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

  /* The system's converter lets characters through that Unicode does not have. */
  return text != NULL && !g_utf8_validate (text, -1, NULL) ? g_utf8_make_valid (text, -1) : g_steal_pointer (&text);
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

/* What the bytes say when nothing else is known of them. */
static char *
decode (const char *data,
        gsize       size)
{
  const char *utf16;
  char *text;

  if (size >= 2 && memcmp (data, "\xff\xfe", 2) == 0)
    return convert (data + 2, size - 2, "UTF-16LE");
  if (size >= 2 && memcmp (data, "\xfe\xff", 2) == 0)
    return convert (data + 2, size - 2, "UTF-16BE");
  if ((utf16 = guess_utf16 ((const guchar *) data, size)) != NULL)
    return convert (data, size, utf16);
  text = take_utf8 (data, size);

  return text != NULL ? text : detect_and_convert (data, size);
}

/* Takes @text and gives it back where it is a text with something in it. */
static char *
check (char        *text,
       const char  *name,
       GError     **error)
{
  if (text == NULL || !looks_like_text (text))
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_FORMAT, _ ("%s: this is not a text that can be read"), name);
  else if (is_blank (text))
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_EMPTY, _ ("%s: there is nothing in this file"), name);
  else
    return text;
  g_free (text);

  return NULL;
}

char *
agreed_decode_text (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size == 0)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_EMPTY, _ ("%s: there is nothing in this file"), name);
      return NULL;
    }
  if (agreed_foreign_refuse (bytes, name, error))
    return NULL;

  return check (decode (data, size), name, error);
}

/* Pages say their encoding by names that browsers read more widely than the standards of those names. */
static const char *
widen (const char *charset)
{
  static const char *const names[][2] = {
    { "iso-8859-1", "windows-1252" }, { "us-ascii", "windows-1252" }, { "ascii", "windows-1252" }, { "latin1", "windows-1252" },
    { "iso-8859-9", "windows-1254" }, { "gb2312", "gb18030" },        { "gbk", "gb18030" },        { "x-gbk", "gb18030" },
    { "big5", "big5-hkscs" },         { "utf8", "utf-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_ascii_strcasecmp (charset, names[i][0]) == 0)
      return names[i][1];

  return charset;
}

char *
agreed_decode_markup (GBytes      *bytes,
                      const char  *charset,
                      const char  *name,
                      GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *text = NULL;

  /* A page in UTF-16, or one that is sound UTF-8, may still carry another name from where it was first written. */
  if (charset != NULL && size >= 2 && guess_utf16 ((const guchar *) data, size) == NULL && (guchar) data[0] < 0xfe &&
      !g_utf8_validate_len (data, size, NULL))
    text = convert (data, size, widen (charset));

  return check (text != NULL ? text : decode (data, size), name, error);
}
