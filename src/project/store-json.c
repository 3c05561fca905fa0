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

/* Of so few names each is held against each; more are sorted first. */
#define FEW_NAMES 12

/* The name of a member without its quotation marks. */
typedef struct {
  const char *start;
  gsize length;
  char *resolved; /* where it was written with escapes */
} Name;

/* An object or a list that is open. */
typedef struct {
  gboolean is_object;
  gboolean name_next; /* the next string is the name of a member */
  guint first;        /* where its names begin among those of all that are open */
} Level;

typedef struct {
  const char *at;
  const char *end;
  guint line;
  guint depth;
  const char *name;
  Level levels[MAX_DEPTH + 2]; /* by depth; the first is outside of everything */
  GArray *names;               /* Name */
  guint duplicate_line;        /* of the end of the first object with a member twice, or 0 */
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

static void
clear_name (gpointer data)
{
  g_free (((Name *) data)->resolved);
}

/* @quoted: with its quotation marks. What cannot be resolved is not JSON, which the parser tells. */
static void
add_name (Scan       *scan,
          const char *quoted,
          gsize       length)
{
  Name name = { .start = quoted + 1, .length = length - 2 };

  if (memchr (quoted, '\\', length) != NULL)
    {
      g_autofree char *written = g_strndup (quoted, length);
      g_autoptr (JsonNode) node = json_from_string (written, NULL);

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        {
          name.resolved = json_node_dup_string (node);
          name.start = name.resolved;
          name.length = strlen (name.resolved);
        }
    }
  g_array_append_val (scan->names, name);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const Name *one = a;
  const Name *two = b;

  if (one->length != two->length)
    return one->length < two->length ? -1 : 1;
  return memcmp (one->start, two->start, one->length);
}

static gboolean
has_duplicate (Name  *names,
               guint  n)
{
  if (n > FEW_NAMES)
    qsort (names, n, sizeof (Name), compare_names);
  for (guint i = 1; i < n; i++)
    for (guint k = n > FEW_NAMES ? i - 1 : 0; k < i; k++)
      if (compare_names (names + i, names + k) == 0)
        return TRUE;

  return FALSE;
}

/* A bracket or a comma. */
static void
scan_sign (Scan *scan)
{
  Level *level = &scan->levels[scan->depth];

  if (*scan->at == '{' || *scan->at == '[')
    {
      scan->depth++;
      level[1] = (Level) { *scan->at == '{', *scan->at == '{', scan->names->len };
    }
  else if (*scan->at == ',')
    level->name_next = level->is_object;
  else if ((*scan->at == '}' || *scan->at == ']') && scan->depth > 0)
    {
      guint n_names = scan->names->len - level->first;

      if (n_names > 1 && scan->duplicate_line == 0 &&
          has_duplicate (&g_array_index (scan->names, Name, level->first), n_names))
        scan->duplicate_line = scan->line;
      g_array_set_size (scan->names, level->first);
      scan->depth--;
    }
}

/* From the opening quotation mark to after the closing one. */
static gboolean
scan_string (Scan    *scan,
             GError **error)
{
  Level *level = &scan->levels[scan->depth];
  const char *start = scan->at;

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
  /* What is not closed is not JSON. */
  if (scan->at == scan->end)
    return TRUE;

  scan->at++;
  if (level->name_next)
    add_name (scan, start, scan->at - start);
  level->name_next = FALSE;
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

  scan_sign (scan);
  scan->line += *scan->at == '\n';
  scan->at++;

  if (scan->depth > MAX_DEPTH)
    {
      LINE_ERROR (error, scan->name, scan->line, _("%s: line %u is nested too deeply"));
      return FALSE;
    }

  return TRUE;
}

/* *@duplicate_line: as in Scan, and only right where the parser finds that all is JSON. */
static gboolean
check_bytes (const char  *data,
             gsize        size,
             const char  *name,
             guint       *duplicate_line,
             GError     **error)
{
  g_autoptr (GArray) names = g_array_new (FALSE, FALSE, sizeof (Name));
  Scan scan = { .at = data, .end = data + size, .line = 1, .name = name, .names = names };
  const char *start = data;
  const char *invalid;

  g_array_set_clear_func (names, clear_name);
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

  *duplicate_line = scan.duplicate_line;
  return TRUE;
}

/* The parser forgets the line when it returns. */
static void
on_error (JsonParser *parser,
          GError     *error,
          guint      *line)
{
  *line = json_parser_get_current_line (parser);
}

JsonNode *
agreed_store_parse (GBytes      *bytes,
                    const char  *name,
                    GError     **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  guint duplicate_line;
  guint error_line = 0;
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* Some editors put a byte order mark before UTF-8. */
  if (size >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      data += 3;
      size -= 3;
    }
  if (!check_bytes (data, size, name, &duplicate_line, error))
    return NULL;

  json_parser_set_strict (parser, TRUE);
  g_signal_connect (parser, "error", G_CALLBACK (on_error), &error_line);
  if (!json_parser_load_from_data (parser, data, size, NULL))
    {
      LINE_ERROR (error, name, error_line, _("%s: line %u is not JSON, so this is damaged or not a project"));
      return NULL;
    }
  if (duplicate_line > 0)
    {
      LINE_ERROR (error, name, duplicate_line, _("%s: the object that ends in line %u has a member twice"));
      return NULL;
    }

  return json_parser_steal_root (parser);
}
