/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lines.h"

#include <string.h>

#include "symbol.h"

/* What the page and not the author put there. A line is furniture where each of its words is one of: a page number, a
 * document symbol that heads every page, a job number ("11-46987", "*1146987*", "250611"), the sign for recycling. A
 * number alone is a page number only beside the end of a page, for a footnote's marker looks the same. */

typedef enum {
  TOKEN_OTHER,
  TOKEN_DIGITS,
  TOKEN_PAGE,
  TOKEN_JOB,
  TOKEN_SYMBOL,
} Token;

static gboolean
all_digits (const char *text,
            gsize       length)
{
  return length > 0 && strspn (text, "0123456789") >= length;
}

/* "11-46987", with or without the language after it, and "*1146987*" */
static gboolean
is_job_number (const char *text,
               gsize       length)
{
  if (length >= 3 && text[0] == '(' && text[length - 1] == ')' && length <= 3)
    return g_ascii_isupper (text[1]);
  if (length > 6 && text[0] == '*' && text[length - 1] == '*')
    return all_digits (text + 1, length - 2) || g_ascii_isdigit (text[1]);

  /* Geneva, Vienna and Nairobi put theirs before it: "GE.31-01234(F)" */
  if (g_ascii_isupper (*text))
    {
      gsize office = strcspn (text, ".") + 1;

      if (office > 3 || office + 8 > length)
        return FALSE;
      text += office;
      length -= office;
    }
  if (length > 8 && length <= 11 && text[8] == '(')
    length = 8;

  return length == 8 && text[2] == '-' && all_digits (text, 2) && all_digits (text + 3, 5);
}

static gboolean
is_page_of (const char *text,
            gsize       length)
{
  const char *slash = memchr (text, '/', length);

  return slash != NULL && slash - text <= 3 && all_digits (text, slash - text) && length - (slash - text) - 1 <= 3 &&
         all_digits (slash + 1, length - (slash - text) - 1) && atoi (text) <= atoi (slash + 1);
}

/* "4/1" on the first page of four, as programs take it out of a page that is written from right to left. */
static gboolean
is_turned_page_of (const AgreedLine *line)
{
  const char *slash = strchr (line->text, '/');
  gsize pages = slash != NULL ? slash - line->text : 0;

  return pages > 0 && pages <= 3 && all_digits (line->text, pages) && all_digits (slash + 1, strlen (slash + 1)) &&
         strlen (slash + 1) <= 3 && (guint) atoi (slash + 1) == line->page + 1 && atoi (line->text) > atoi (slash + 1);
}

/* @length: of the token, which may hold spaces where it is a symbol. */
static Token
scan_token (const char *text,
            gsize      *length)
{
  gsize word = strcspn (text, " \t");
  gsize symbol;

  *length = word;
  if (all_digits (text, word))
    return word == 6 ? TOKEN_JOB : word <= 4 ? TOKEN_DIGITS : TOKEN_OTHER;
  if (is_job_number (text, word))
    return TOKEN_JOB;
  if (is_page_of (text, word))
    return TOKEN_PAGE;
  symbol = agreed_symbol_scan (text, 0);
  if (symbol > 0 && symbol >= word && g_ascii_isalpha (*text))
    {
      *length = symbol;
      return TOKEN_SYMBOL;
    }
  if (g_str_has_prefix (text, "♲") || g_str_has_prefix (text, "\xef\x81\xa0"))
    return TOKEN_JOB;

  return TOKEN_OTHER;
}

/* What the line holds besides symbols: the strongest of its tokens; TOKEN_OTHER where any is wording. */
static Token
scan_line (const char *text,
           gboolean   *has_symbol)
{
  Token strongest = TOKEN_SYMBOL;
  gsize length;

  *has_symbol = FALSE;
  for (const char *p = text; *p != '\0'; p += length + strspn (p + length, " \t"))
    {
      Token token = scan_token (p, &length);

      if (token == TOKEN_OTHER || length == 0)
        return TOKEN_OTHER;
      *has_symbol |= token == TOKEN_SYMBOL;
      strongest = MIN (strongest, token);
    }

  return strongest;
}

static gboolean
is_rule (const char *text)
{
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p), n++)
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '_' && c != '-' && c != 0x2014 && c != 0x2015 && c != 0x2500 && c != 0xff3f && c != ' ')
        return FALSE;
    }

  return n >= 5;
}

/* "- 3 -", "Page 3" */
static gboolean
is_dressed_page_number (const char *text)
{
  gsize front = strspn (text, "-– \t");
  gsize digits = strspn (text + front, "0123456789");

  return front > 0 && digits > 0 && digits <= 3 && text[front + digits] == ' ' && strchr ("-\xe2", text[front + digits + 1]) != NULL &&
         strlen (text) < 14;
}

/* What Word's fields leave behind a footnote's marker n: n - 1 and a capital F, alone on a line. */
static gboolean
is_field_residue (const char *text)
{
  gsize digits = strspn (text, "0123456789");

  return digits > 0 && digits <= 3 && text[digits] == 'F' && text[digits + 1] == '\0';
}

static GHashTable *
count_symbols (GArray *lines)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    {
      const AgreedLine *line = &g_array_index (lines, AgreedLine, i);
      gboolean has_symbol;

      if (line->width < 60 && scan_line (line->text, &has_symbol) != TOKEN_OTHER && has_symbol)
        g_hash_table_insert (counts, line->text,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, line->text)) + 1));
    }

  return counts;
}

static gboolean
at_page_edge (GArray *lines,
              guint   i)
{
  const AgreedLine *line = &g_array_index (lines, AgreedLine, i);
  const AgreedLine *next = i + 1 < lines->len ? line + 1 : NULL;
  const AgreedLine *previous = i > 0 ? line - 1 : NULL;

  return next == NULL || next->page != line->page || previous == NULL || previous->page != line->page;
}

/* A page number stands beside a page's edge or a running head, and follows from the pages before it. */
static gboolean
is_page_number (GArray *lines,
                guint   i,
                guint   heads_before)
{
  const AgreedLine *line = &g_array_index (lines, AgreedLine, i);
  guint pages = MAX (line->page, heads_before);
  int value = atoi (line->text);
  gboolean has_symbol = FALSE;

  if (ABS (value - (int) pages) > 2)
    return FALSE;
  if (at_page_edge (lines, i))
    return TRUE;
  if (i + 1 < lines->len && line[1].role != AGREED_LINE_RULE && scan_line (line[1].text, &has_symbol) != TOKEN_OTHER &&
      has_symbol)
    return TRUE;

  return FALSE;
}

/* How many lines at the top and at the foot of a page may be running heads. */
#define EDGE_LINES 4

/* What a running head says, without page number and spacing. (transfer full) */
static char *
essence (const char *text)
{
  GString *letters = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      g_string_append_unichar (letters, g_unichar_tolower (g_utf8_get_char (p)));

  return g_string_free (letters, FALSE);
}

static gboolean
is_edge_line (GArray *lines,
              guint   i)
{
  guint page = g_array_index (lines, AgreedLine, i).page;

  if (i < EDGE_LINES || g_array_index (lines, AgreedLine, i - EDGE_LINES).page != page)
    return TRUE;

  return i + EDGE_LINES < lines->len && g_array_index (lines, AgreedLine, i + EDGE_LINES).page != page;
}

/* Lines at the edges of pages that come again at the edges of others, or that the first page has: running heads. */
static void
mark_running_heads (GArray *lines)
{
  g_autoptr (GHashTable) pages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < lines->len; i++)
      {
        AgreedLine *line = &g_array_index (lines, AgreedLine, i);
        g_autofree char *key = NULL;
        guint before;

        if (line->role != AGREED_LINE_WORDING || line->width > 120 || (round == 1 && line->page == 0) ||
            (line->page > 0 && !is_edge_line (lines, i)))
          continue;
        key = essence (line->text);
        if (strlen (key) < 12)
          continue;
        before = GPOINTER_TO_UINT (g_hash_table_lookup (pages, key));
        if (round == 1)
          line->role = before == G_MAXUINT ? AGREED_LINE_FURNITURE : line->role;
        else if (before == 0)
          g_hash_table_insert (pages, g_steal_pointer (&key), GUINT_TO_POINTER (line->page + 1));
        else if (before != line->page + 1)
          g_hash_table_insert (pages, g_steal_pointer (&key), GUINT_TO_POINTER (G_MAXUINT));
      }
}

static void
mark_line (GArray                 *lines,
           guint                   i,
           GHashTable             *symbols,
           GHashTable             *seen,
           const AgreedWordingSet *set,
           guint                  *heads)
{
  AgreedLine *line = &g_array_index (lines, AgreedLine, i);
  gboolean has_symbol = FALSE;
  Token token;

  if (line->role != AGREED_LINE_WORDING || line->width > 120)
    return;
  if (is_rule (line->text))
    {
      line->role = AGREED_LINE_RULE;
      return;
    }
  if (is_field_residue (line->text) || is_dressed_page_number (line->text) ||
      (is_turned_page_of (line) && at_page_edge (lines, i)) ||
      (line->width < 40 && strlen (line->text) == agreed_wording_match_any (line->text, set->furniture, NULL)))
    {
      line->role = AGREED_LINE_FURNITURE;
      return;
    }

  token = scan_line (line->text, &has_symbol);
  switch (token)
    {
    case TOKEN_JOB:
    case TOKEN_PAGE:
      line->role = AGREED_LINE_FURNITURE;
      break;
    case TOKEN_DIGITS:
      if (has_symbol || is_page_number (lines, i, *heads))
        line->role = AGREED_LINE_FURNITURE;
      break;
    case TOKEN_SYMBOL:
      /* The first is the document's own symbol, which its head is read for. */
      if (!g_hash_table_add (seen, line->text) ||
          (GPOINTER_TO_UINT (g_hash_table_lookup (symbols, line->text)) > 1 && line->page > 0))
        line->role = AGREED_LINE_FURNITURE;
      break;
    case TOKEN_OTHER:
    default:
      break;
    }
  *heads += has_symbol;
}

void
agreed_lines_mark_furniture (GArray                 *lines,
                             const AgreedWordingSet *set)
{
  g_autoptr (GHashTable) symbols = count_symbols (lines);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint heads = 0;

  for (guint i = 0; i < lines->len; i++)
    mark_line (lines, i, symbols, seen, set, &heads);
  if (lines->len > 0 && g_array_index (lines, AgreedLine, lines->len - 1).page > 0)
    mark_running_heads (lines);
}
