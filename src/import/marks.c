/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "footnotes.h"

#include <string.h>

#include "wording.h"

/* A plain figure behind a word is a footnote's marker, a quantity, or part of a reference. It is taken for a marker only
 * where all of this holds: its number is due, or was called before and stands close to its word; its footnote is known
 * and is on the page; what stands before and behind is neither a number nor a word that goes with numbers. */

/* AGREED_MARKER_OPEN and AGREED_MARKER_CLOSE */
#define MARKER_OPEN  0xe000
#define MARKER_CLOSE 0xe001

typedef struct {
  const char *wording;
  const AgreedWordingSet *set;
  AgreedMarkers *markers;
  guint first_page;
  guint last_page;
  AgreedBlock *block;
  GString *out;
} Scan;

static int
small_value (gunichar c)
{
  if (c == 0x00b9)
    return 1;
  if (c == 0x00b2 || c == 0x00b3)
    return c - 0x00b0;

  return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int) (c - 0x2070) : -1;
}

static gunichar
last_char (const GString *out,
           gsize          before)
{
  return before == 0 ? 0 : g_utf8_get_char (g_utf8_prev_char (out->str + before));
}

static gsize
trimmed_length (const GString *out)
{
  gsize length = out->len;

  while (length > 0 && g_unichar_isspace (last_char (out, length)))
    length = g_utf8_prev_char (out->str + length) - out->str;

  return length;
}

static void
add_mark (Scan       *scan,
          const char *marker)
{
  g_string_truncate (scan->out, trimmed_length (scan->out));
  agreed_block_add_mark (scan->block, marker, scan->out->len);
  scan->markers->last = MAX (scan->markers->last, (guint) MAX (atoi (marker), 0));
}

/* Between the private characters. A file may hold one of them without the other, as often as it likes: the next one that
 * opens ends the search, so that nothing is searched twice. */
static const char *
take_enclosed (Scan       *scan,
               const char *p)
{
  const char *start = p + strlen (AGREED_MARKER_OPEN);
  const char *end = start;
  gunichar c;
  g_autofree char *marker = NULL;

  for (; (c = g_utf8_get_char (end)) != MARKER_CLOSE; end = g_utf8_next_char (end))
    if (c == '\0' || c == MARKER_OPEN)
      return start;
  marker = g_strndup (start, end - start);
  add_mark (scan, marker);

  return end + strlen (AGREED_MARKER_CLOSE);
}

/* "m²" is no marker. */
static const char *
take_small (Scan       *scan,
            const char *p)
{
  g_autoptr (GString) marker = g_string_new (NULL);
  const char *q = p;
  gsize length = scan->out->len;
  int value;

  while (*q != '\0' && (value = small_value (g_utf8_get_char (q))) >= 0)
    {
      g_string_append_c (marker, '0' + value);
      q = g_utf8_next_char (q);
    }
  if (marker->len == 1 && length > 1 && scan->out->str[length - 1] == 'm' && strchr (" kc", scan->out->str[length - 2]) != NULL)
    return NULL;
  add_mark (scan, marker->str);

  return q;
}

static gboolean
is_closing (gunichar c)
{
  return c < 0x80 ? c != 0 && strchr (",;.:)]\"'", c) != NULL
                  : c == 0x201d || c == 0x2019 || c == 0x00bb || c == 0xff0c || c == 0xff1b || c == 0x3002 || c == 0x300b ||
                      c == 0xff09 || c == 0x060c || c == 0x061b || c == 0x3009 || c == 0xff1a;
}

/* The word that ends at @length of what was written, as a pointer into it. */
static const char *
word_before (const GString *out,
             gsize          length)
{
  const char *p = out->str + length;

  while (p > out->str)
    {
      const char *q = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (q);

      if (!g_unichar_isalnum (c) && c != 0xb0 && c != 0x2116)
        break;
      p = q;
      if (g_unichar_iswide (c) || out->str + length - p > 48)
        break;
    }

  return p;
}

static gboolean
is_in_list (const char *word,
            gsize       length,
            const char *list)
{
  g_autofree char *copy = g_strndup (word, length);

  return length > 0 && agreed_wording_match_any (copy, list, NULL) == length;
}

/* Whether what stands before, up to @length, lets a figure be a marker. @spaced: with a space between. */
static gboolean
before_allows (Scan     *scan,
               gsize     length,
               gboolean  spaced)
{
  gunichar c = last_char (scan->out, length);
  gboolean closing = is_closing (c);
  gsize word_end = length;
  const char *word;

  if (closing)
    word_end = g_utf8_prev_char (scan->out->str + length) - scan->out->str;
  word = word_before (scan->out, word_end);
  word_end -= word - scan->out->str;
  if (closing)
    {
      /* "4, 5 and 55" is a list, "2003, 1 and" is not; "L.22" is a symbol. */
      if (word_end > 0 && word_end < 4 && g_unichar_isdigit (g_utf8_get_char (word)))
        return FALSE;
      return c != '.' || word_end > 3 || word_end == 0;
    }
  if (word_end == 0 || is_in_list (word, word_end, scan->set->counted))
    return FALSE;
  if (g_unichar_isdigit (g_utf8_get_char (g_utf8_prev_char (word + word_end))))
    return spaced && word_end == 4;
  if (!spaced)
    return !g_unichar_iswide (c) && word_end > 2 && g_unichar_islower (c);

  return word_end > 2;
}

static gboolean
behind_allows (Scan       *scan,
               const char *p,
               gboolean    attached)
{
  gunichar c = g_utf8_get_char (p);
  gboolean spaced = g_unichar_isspace (c);
  const char *next = p;

  if (c == '\0')
    return TRUE;
  if (c == '/' || c == '-' || c == '%' || c == 0x2013 || c == 0x2011 || c == ')' || c == 0xb0 || c == 0xba || c == 0xaa)
    return FALSE;
  if ((c == '.' || c == ',') && g_unichar_isdigit (g_utf8_get_char (p + 1)))
    return FALSE;
  if (!spaced && g_unichar_isalnum (c) && !g_unichar_iswide (c))
    return FALSE;
  while (*next != '\0' && g_unichar_isspace (g_utf8_get_char (next)))
    next = g_utf8_next_char (next);
  if (agreed_wording_match_any (next, scan->set->measured, NULL) > 0 && !(attached && spaced))
    return FALSE;
  if (agreed_wording_match_any (next, scan->set->months, NULL) > 0)
    return FALSE;
  if (g_unichar_isdigit (g_utf8_get_char (next)))
    return FALSE;
  /* "5 and 55" */
  if (!attached)
    {
      gsize joined = agreed_wording_match_any (next, scan->set->counted, NULL);

      if (joined > 0 && next[joined] != '\0' && g_unichar_isdigit (g_utf8_get_char (next + joined + (next[joined] == ' '))))
        return FALSE;
    }

  return TRUE;
}

/* A footnote of this number is on one of the wording's pages; where it is called again it may be on an earlier one. */
static gboolean
is_known (Scan       *scan,
          const char *marker,
          gboolean    again)
{
  const GArray *pages = g_hash_table_lookup (scan->markers->pages, marker);

  for (guint i = 0; pages != NULL && i < MIN (pages->len, 64); i++)
    {
      guint page = g_array_index (pages, guint, i);

      if (page <= scan->last_page && (again || page >= scan->first_page))
        return TRUE;
    }

  return FALSE;
}

/* How many numbers may have gone unseen before this one: some, where pages tell which numbers can be on them. */
static guint
most_missed (Scan *scan)
{
  return scan->last_page > 0 ? 4 : 0;
}

/* A plain figure at @p; returns the place behind it, or NULL where it is part of the wording. */
static const char *
take_plain (Scan       *scan,
            const char *p)
{
  char marker[4] = "";
  const char *q = p;
  guint n = 0, value;
  gsize length = trimmed_length (scan->out);
  gboolean spaced = length < scan->out->len;
  gboolean bracketed = *p == '(', again;

  q += bracketed;
  while (n < 4 && g_unichar_digit_value (g_utf8_get_char (q)) >= 0)
    {
      if (n == 3)
        return NULL;
      marker[n++] = '0' + g_unichar_digit_value (g_utf8_get_char (q));
      q = g_utf8_next_char (q);
    }
  if (n == 0 || marker[0] == '0' || (bracketed && *q++ != ')') || length == 0)
    return NULL;

  value = atoi (marker);
  again = value <= scan->markers->last;
  if (value > scan->markers->last + most_missed (scan) + 1 || !is_known (scan, marker, again))
    return NULL;
  if (bracketed)
    {
      add_mark (scan, marker);
      return q;
    }
  if (again && spaced)
    return NULL;
  if (!before_allows (scan, length, spaced) || !behind_allows (scan, q, !spaced))
    return NULL;
  add_mark (scan, marker);

  return q;
}

/* "[7]" where there is a footnote of that number, "[*]". */
static const char *
take_bracketed (Scan       *scan,
                const char *p)
{
  const char *end = p + 1 + strspn (p + 1, "0123456789*");
  g_autofree char *marker = g_strndup (p + 1, end - p - 1);

  if (*end != ']' || *marker == '\0' || !is_known (scan, marker, TRUE))
    return NULL;
  add_mark (scan, marker);

  return end + 1;
}

static void
scan_wording (Scan *scan)
{
  const char *p = scan->wording;
  gboolean arabic = g_str_equal (scan->set->code, "ar");
  gboolean plain = g_hash_table_size (scan->markers->pages) > 0;

  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = NULL;

      if (c == MARKER_OPEN)
        next = take_enclosed (scan, p);
      else if (small_value (c) >= 0)
        next = take_small (scan, p);
      else if (plain && c == '[')
        next = take_bracketed (scan, p);
      else if (plain && (g_unichar_isdigit (c) || (arabic && c == '(')) && !g_unichar_isdigit (last_char (scan->out, scan->out->len)))
        next = take_plain (scan, p);
      if (next == NULL)
        {
          next = g_utf8_next_char (p);
          g_string_append_len (scan->out, p, next - p);
        }
      p = next;
    }
}

AgreedBlock *
agreed_footnotes_take_marks (const char             *wording,
                             AgreedMarkers          *markers,
                             const AgreedWordingSet *set,
                             guint                   first_page,
                             guint                   last_page)
{
  Scan scan = { wording, set, markers, first_page, last_page, NULL, NULL };

  scan.block = agreed_block_new (AGREED_BLOCK_WORDING, "");
  scan.out = g_string_sized_new (strlen (wording) + 1);
  scan_wording (&scan);
  g_string_truncate (scan.out, trimmed_length (scan.out));
  for (guint i = 0; i < scan.block->marks->len; i++)
    {
      AgreedBlockMark *mark = &g_array_index (scan.block->marks, AgreedBlockMark, i);

      mark->offset = MIN (mark->offset, scan.out->len);
    }
  g_free (scan.block->wording);
  scan.block->wording = g_string_free (scan.out, FALSE);

  return scan.block;
}

/* Where the marker begins that stands in brackets of its own at the end: between private characters, or "[7]"; or NULL. */
static const char *
find_enclosed (const char *text)
{
  const char *open;

  if (g_str_has_suffix (text, AGREED_MARKER_CLOSE))
    return g_strrstr (text, AGREED_MARKER_OPEN);
  open = g_str_has_suffix (text, "]") ? strrchr (text, '[') : NULL;

  return open != NULL && open[1] != ']' && open[1 + strspn (open + 1, "0123456789*")] == ']' ? open : NULL;
}

gsize
agreed_footnotes_trailing (const char *text)
{
  gsize length = strlen (text);
  const char *open = find_enclosed (text);
  const char *p = open != NULL ? open : text + length;
  guint digits = 0;
  gboolean enclosed = open != NULL;

  while (!enclosed && p > text && digits < 3)
    {
      const char *q = g_utf8_prev_char (p);
      gunichar c = g_utf8_get_char (q);

      if (small_value (c) < 0 && g_unichar_digit_value (c) < 0)
        break;
      p = q;
      digits++;
    }
  if (!enclosed && digits == 0)
    return 0;
  while (p > text && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (p))))
    p = g_utf8_prev_char (p);
  if (p == text || (!enclosed && !is_closing (g_utf8_get_char (g_utf8_prev_char (p)))))
    return 0;

  return length - (p - text);
}

void
agreed_markers_define (AgreedMarkers *self,
                       const char    *marker,
                       guint          page)
{
  GArray *pages = g_hash_table_lookup (self->pages, marker);

  if (pages == NULL)
    {
      pages = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (self->pages, (gpointer) marker, pages);
    }
  g_array_append_val (pages, page);
}

void
agreed_markers_begin_text (AgreedMarkers *self,
                           guint          page)
{
  const GArray *first = g_hash_table_lookup (self->pages, "1");

  if (first != NULL && first->len > 1 && g_array_index (first, guint, first->len - 1) >= page)
    self->last = 0;
}
