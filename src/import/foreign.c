/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "foreign.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "import.h"

/* What can be done about a file of such a kind. */
typedef enum {
  ADVICE_SAVE,
  ADVICE_PICTURE,
  ADVICE_UNPACK,
  ADVICE_UNLOCK,
  ADVICE_PAGE,
  ADVICE_NONE,
} Advice;

typedef struct {
  const char *magic;
  gsize length;
  gsize offset;
  const char *what;
  Advice advice;
} Signature;

static const Signature signatures[] = {
  { "\x89PNG", 4, 0, N_ ("a picture (PNG)"), ADVICE_PICTURE },
  { "\xff\xd8\xff", 3, 0, N_ ("a picture (JPEG)"), ADVICE_PICTURE },
  { "GIF8", 4, 0, N_ ("a picture (GIF)"), ADVICE_PICTURE },
  { "II*\0", 4, 0, N_ ("a picture (TIFF)"), ADVICE_PICTURE },
  { "MM\0*", 4, 0, N_ ("a picture (TIFF)"), ADVICE_PICTURE },
  { "BM", 2, 0, N_ ("a picture (BMP)"), ADVICE_PICTURE },
  { "WEBP", 4, 8, N_ ("a picture (WebP)"), ADVICE_PICTURE },
  { "ftyphei", 7, 4, N_ ("a picture (HEIF)"), ADVICE_PICTURE },
  { "ftypmif1", 8, 4, N_ ("a picture (HEIF)"), ADVICE_PICTURE },
  { "ftyp", 4, 4, N_ ("a film"), ADVICE_NONE },
  { "ID3", 3, 0, N_ ("a sound recording"), ADVICE_NONE },
  { "OggS", 4, 0, N_ ("a sound recording"), ADVICE_NONE },
  { "RIFF", 4, 0, N_ ("a sound recording or a film"), ADVICE_NONE },
  { "{\\rtf", 5, 0, N_ ("a Rich Text document (RTF)"), ADVICE_SAVE },
  { "\xffWPC", 4, 0, N_ ("a WordPerfect document"), ADVICE_SAVE },
  { "%!PS", 4, 0, N_ ("a PostScript file"), ADVICE_SAVE },
  { "ITSF", 4, 0, N_ ("a help file"), ADVICE_SAVE },
  { "\x1f\x8b", 2, 0, N_ ("a compressed file"), ADVICE_UNPACK },
  { "BZh", 3, 0, N_ ("a compressed file"), ADVICE_UNPACK },
  { "\xfd" "7zXZ", 5, 0, N_ ("a compressed file"), ADVICE_UNPACK },
  { "7z\xbc\xaf", 4, 0, N_ ("a compressed file"), ADVICE_UNPACK },
  { "Rar!", 4, 0, N_ ("a compressed file"), ADVICE_UNPACK },
  { "\x7f" "ELF", 4, 0, N_ ("a program"), ADVICE_NONE },
  { "MZ\x90", 3, 0, N_ ("a program"), ADVICE_NONE },
  { "SQLite format 3", 15, 0, N_ ("a database"), ADVICE_NONE },
};

typedef struct {
  const char *what;
  Advice advice;
} Kind;

static gboolean
holds (const char *data,
       gsize       size,
       const char *wanted,
       gsize       length)
{
  gsize ends = MIN (size, 256 * 1024);

  return memmem (data, ends, wanted, length) != NULL || memmem (data + size - ends, ends, wanted, length) != NULL;
}

/* Office documents are ZIP archives; which one shows in the names of their members. */
static Kind
archive_kind (const char *data,
              gsize       size)
{
  static const struct {
    const char *name;
    Kind kind;
  } members[] = {
    { "xl/workbook", { N_ ("an Excel workbook"), ADVICE_SAVE } },
    { "ppt/presentation", { N_ ("a PowerPoint presentation"), ADVICE_SAVE } },
    { "opendocument.spreadsheet", { N_ ("an OpenDocument spreadsheet"), ADVICE_SAVE } },
    { "opendocument.presentation", { N_ ("an OpenDocument presentation"), ADVICE_SAVE } },
    { "opendocument.", { N_ ("an OpenDocument file that is not a text"), ADVICE_SAVE } },
    { "application/epub", { N_ ("an electronic book (EPUB)"), ADVICE_SAVE } },
    { "Index/Document.iwa", { N_ ("a Pages document"), ADVICE_SAVE } },
    { "Index.zip", { N_ ("a Pages document"), ADVICE_SAVE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (holds (data, size, members[i].name, strlen (members[i].name)))
      return members[i].kind;

  return (Kind) { N_ ("a compressed file"), ADVICE_UNPACK };
}

/* The older Office programs keep a folder of streams, with names in UTF-16. */
static Kind
old_office_kind (const char *data,
                 gsize       size)
{
  static const struct {
    const char *name;
    gsize length;
    Kind kind;
  } streams[] = {
    { "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32, { N_ ("an Office document protected by a password"), ADVICE_UNLOCK } },
    { "W\0o\0r\0d\0D\0o\0c\0u\0m\0e\0n\0t\0", 24, { N_ ("a document of an older Word (.doc)"), ADVICE_SAVE } },
    { "W\0o\0r\0k\0b\0o\0o\0k\0", 16, { N_ ("a workbook of an older Excel (.xls)"), ADVICE_SAVE } },
    { "P\0o\0w\0e\0r\0P\0o\0i\0n\0t\0", 20, { N_ ("a presentation of an older PowerPoint (.ppt)"), ADVICE_SAVE } },
    { "_\0_\0s\0u\0b\0s\0t\0g\0", 16, { N_ ("a message of Outlook"), ADVICE_SAVE } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (streams); i++)
    if (memmem (data, size, streams[i].name, streams[i].length) != NULL)
      return streams[i].kind;

  return (Kind) { N_ ("a document of an older Word (.doc)"), ADVICE_SAVE };
}

static Kind
markup_kind (const char *data,
             gsize       size)
{
  g_autofree char *head = NULL;

  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  for (; size > 0 && g_ascii_isspace (*data); size--)
    data++;
  head = g_ascii_strdown (data, MIN (size, 1024));
  if (strstr (head, "mso-application progid=\"word.document\"") != NULL || strstr (head, "<pkg:package") != NULL)
    return (Kind) { N_ ("a Word document in one XML file"), ADVICE_SAVE };
  if (g_str_has_prefix (head, "<?xml"))
    return (Kind) { N_ ("an XML file"), ADVICE_NONE };
  if (g_str_has_prefix (head, "{") && strchr ("\"}\n\r\t ", head[1]) != NULL && strchr (head, '"') != NULL)
    return (Kind) { N_ ("a JSON file"), ADVICE_NONE };
  if (strstr (head, "mime-version:") != NULL && strstr (head, "multipart/related") != NULL)
    return (Kind) { N_ ("a web archive (MHTML)"), ADVICE_PAGE };

  return (Kind) { NULL, ADVICE_NONE };
}

static Kind
find_kind (const char *data,
           gsize       size)
{
  if (size >= 4 && memcmp (data, "PK\x03\x04", 4) == 0)
    return archive_kind (data, size);
  if (size >= 4 && memcmp (data, "\xd0\xcf\x11\xe0", 4) == 0)
    return old_office_kind (data, size);
  for (guint i = 0; i < G_N_ELEMENTS (signatures); i++)
    {
      const Signature *known = &signatures[i];

      /* A text may begin with two letters that a picture begins with, and a third. */
      if (size >= known->offset + known->length && memcmp (data + known->offset, known->magic, known->length) == 0 &&
          (known->length > 2 || (size > 8 && memchr (data, '\0', 16 < size ? 16 : size) != NULL)))
        return (Kind) { known->what, known->advice };
    }

  return markup_kind (data, size);
}

/* Translators: in each of these sentences the first is a file's name, the second what it is, "a picture (PNG)" */
static char *
put_in_words (const char *name,
              const Kind *kind)
{
  const char *what = _ (kind->what);

  switch (kind->advice)
    {
    case ADVICE_PICTURE:
      return g_strdup_printf (_ ("%s: this is %s, which is not read; ask for the text as a Word (.docx), PDF or plain text file"),
                              name, what);
    case ADVICE_UNPACK:
      return g_strdup_printf (_ ("%s: this is %s, which is not read; unpack it and open what is in it"), name, what);
    case ADVICE_UNLOCK:
      return g_strdup_printf (_ ("%s: this is %s; save it without the password and open it again"), name, what);
    case ADVICE_PAGE:
      return g_strdup_printf (_ ("%s: this is %s, which is not read; save the page as a plain web page (.html), PDF or plain text"),
                              name, what);
    case ADVICE_NONE:
      return g_strdup_printf (_ ("%s: this is %s, and no text of a resolution; texts are read from Word (.docx), PDF, web pages and "
                                 "plain text"),
                              name, what);
    case ADVICE_SAVE:
    default:
      return g_strdup_printf (_ ("%s: this is %s, which is not read; open it in its own program and save it as Word (.docx), PDF "
                                 "or plain text"),
                              name, what);
    }
}

gboolean
agreed_foreign_refuse (GBytes      *bytes,
                       const char  *name,
                       GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  Kind kind = size > 0 ? find_kind (data, size) : (Kind) { NULL, ADVICE_NONE };
  g_autofree char *message = NULL;

  if (kind.what == NULL)
    return FALSE;
  message = put_in_words (name, &kind);
  g_set_error_literal (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_FORMAT, message);

  return TRUE;
}
