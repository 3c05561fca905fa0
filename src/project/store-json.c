/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From bytes to JSON. json-glib reads the grammar; what it would quietly change (a number beyond 64 bits, a zero inside a
 * string, half a surrogate pair, a member given twice) is found here, because a change that nobody sees is a loss. */
#include "store-private.h"

#include <glib/gi18n.h>
#include <math.h>

/* Our own files nest eight deep; the rest is for members that this version does not know. */
#define MAX_DEPTH 64

/* What is wrong with a line: a sentence about file and line. */
#define LINE_ERROR(error, name, line, message) \
  g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_FORMAT, message, name, line)

typedef struct {
  const char *at;
  const char *end;
  guint line;
  guint depth;
  const char *name;
} Scan;

static guint
count_lines (const char *start,
             const char *end)
{
  guint line = 1;

  for (const char *p = start; p < end; p++)
    line += *p == '\n';

  return line;
}

/* The code unit of the four digits of a \u escape, or -1 where they are not there, which the parser tells later. */
static int
read_code_unit (const Scan *scan,
                const char *digits)
{
  int unit = 0;

  if (scan->end - digits < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (digits[i]))
        return -1;
      unit = unit * 16 + g_ascii_xdigit_value (digits[i]);
    }

  return unit;
}

/* From the backslash to after the escape. */
static gboolean
scan_escape (Scan    *scan,
             GError **error)
{
  int unit = scan->end - scan->at > 2 && scan->at[1] == 'u' ? read_code_unit (scan, scan->at + 2) : -1;
  const char *next = scan->at + 6;

  if (unit < 0)
    {
      scan->at += MIN (2, scan->end - scan->at);
      return TRUE;
    }
  if (unit == 0)
    {
      LINE_ERROR (error, scan->name, scan->line,
                  _("%s: line %u has a character of number 0, which no text can hold"));
      return FALSE;
    }

  scan->at = next;
  if (unit < 0xd800 || unit > 0xdfff)
    return TRUE;

  if (unit < 0xdc00 && scan->end - next > 2 && next[0] == '\\' && next[1] == 'u')
    {
      int low = read_code_unit (scan, next + 2);

      if (low >= 0xdc00 && low <= 0xdfff)
        {
          scan->at = next + 6;
          return TRUE;
        }
    }

  LINE_ERROR (error, scan->name, scan->line, _("%s: line %u has half of a character"));
  return FALSE;
}

/* From the opening quotation mark to after the closing one. */
static gboolean
scan_string (Scan    *scan,
             GError **error)
{
  scan->at++;
  while (scan->at < scan->end && *scan->at != '"')
    {
      if (*scan->at == '\\')
        {
          if (!scan_escape (scan, error))
            return FALSE;
          continue;
        }
      scan->line += *scan->at == '\n';
      scan->at++;
    }
  scan->at = MIN (scan->at + 1, scan->end);

  return TRUE;
}

static gboolean
scan_number (Scan    *scan,
             GError **error)
{
  const char *start = scan->at;
  g_autofree char *digits = NULL;
  gboolean fits;

  while (scan->at < scan->end && (g_ascii_isdigit (*scan->at) || strchr ("+-.eE", *scan->at) != NULL))
    scan->at++;

  digits = g_strndup (start, scan->at - start);
  if (strpbrk (digits, ".eE") != NULL)
    fits = isfinite (g_ascii_strtod (digits, NULL));
  else
    {
      errno = 0;
      g_ascii_strtoll (digits, NULL, 10);
      fits = errno != ERANGE;
    }

  if (!fits)
    LINE_ERROR (error, scan->name, scan->line, _("%s: line %u has a number that is too large"));
  return fits;
}

static gboolean
scan_value (Scan    *scan,
            GError **error)
{
  if (*scan->at == '"')
    return scan_string (scan, error);
  if (*scan->at == '-' || g_ascii_isdigit (*scan->at))
    return scan_number (scan, error);

  if (*scan->at == '{' || *scan->at == '[')
    scan->depth++;
  else if ((*scan->at == '}' || *scan->at == ']') && scan->depth > 0)
    scan->depth--;
  scan->line += *scan->at == '\n';
  scan->at++;

  if (scan->depth > MAX_DEPTH)
    {
      LINE_ERROR (error, scan->name, scan->line, _("%s: line %u is nested too deeply"));
      return FALSE;
    }

  return TRUE;
}

static gboolean
check_bytes (const char  *data,
             gsize        size,
             const char  *name,
             GError     **error)
{
  Scan scan = { .at = data, .end = data + size, .line = 1, .name = name };
  const char *start = data;
  const char *invalid;

  while (start < scan.end && g_ascii_isspace (*start))
    start++;
  if (start == scan.end)
    {
      g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_FORMAT, _("%s: there is nothing in this file"), name);
      return FALSE;
    }
  if (*start != '{')
    {
      g_set_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_FORMAT,
                   _("%s: this is not a project of Agreed Language"), name);
      return FALSE;
    }
  if (!g_utf8_validate_len (data, size, &invalid))
    {
      LINE_ERROR (error, name, count_lines (data, invalid),
                  _("%s: line %u is damaged: it has bytes in it that are not text"));
      return FALSE;
    }

  while (scan.at < scan.end)
    if (!scan_value (&scan, error))
      return FALSE;

  return TRUE;
}

/* Members are counted as they are read: an object that ends up with fewer had one twice. */
typedef struct {
  GArray *counts; /* guint, one for each object that is open */
  guint duplicate_line;
  guint error_line; /* which the parser forgets when it returns */
} Watch;

static void
on_object_start (JsonParser *parser,
                 Watch      *watch)
{
  guint none = 0;

  g_array_append_val (watch->counts, none);
}

static void
on_object_member (JsonParser *parser,
                  JsonObject *object,
                  const char *member,
                  Watch      *watch)
{
  g_array_index (watch->counts, guint, watch->counts->len - 1)++;
}

static void
on_object_end (JsonParser *parser,
               JsonObject *object,
               Watch      *watch)
{
  guint last = watch->counts->len - 1;

  if (g_array_index (watch->counts, guint, last) != json_object_get_size (object) && watch->duplicate_line == 0)
    watch->duplicate_line = json_parser_get_current_line (parser);
  g_array_set_size (watch->counts, last);
}

static void
on_error (JsonParser *parser,
          GError     *error,
          Watch      *watch)
{
  watch->error_line = json_parser_get_current_line (parser);
}

JsonNode *
agreed_store_parse (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
  Watch watch = { .counts = counts };
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* Some editors put a byte order mark before UTF-8. */
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (!check_bytes (data, size, name, error))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "object-start", G_CALLBACK (on_object_start), &watch);
  g_signal_connect (parser, "object-member", G_CALLBACK (on_object_member), &watch);
  g_signal_connect (parser, "object-end", G_CALLBACK (on_object_end), &watch);
  g_signal_connect (parser, "error", G_CALLBACK (on_error), &watch);
  if (!json_parser_load_from_data (parser, data, size, NULL))
    {
      LINE_ERROR (error, name, watch.error_line, _("%s: line %u is not JSON, so this is damaged or not a project"));
      return NULL;
    }
  if (watch.duplicate_line > 0)
    {
      LINE_ERROR (error, name, watch.duplicate_line, _("%s: the object that ends in line %u has a member twice"));
      return NULL;
    }

  return json_parser_steal_root (parser);
}
