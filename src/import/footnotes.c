/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "footnotes.h"

#include <string.h>

/* How far a page's footnotes may go on, in lines. */
#define LONGEST_ZONE 120

static int
superscript_value (gunichar c)
{
  switch (c)
    {
    case 0x00b9:
      return 1;
    case 0x00b2:
    case 0x00b3:
      return c - 0x00b0;
    default:
      return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int) (c - 0x2070) : -1;
    }
}

/* A marker at @text in the form that footnotes' own texts begin with: "7", "*", "⁷", "(7)", "[7]" or "٧".
 * Returns its bytes; @marker: (transfer full). */
static gsize
scan_marker (const char  *text,
             char       **marker)
{
  GString *found = g_string_new (NULL);
  const char *p = text;
  char closing = *p == '(' ? ')' : *p == '[' ? ']' : '\0';

  if (closing != '\0')
    p++;
  while (*p == '*' && found->len < 4)
    g_string_append_c (found, *p++);
  while (found->len < 4 && *p != '\0' && *p != '*')
    {
      gunichar c = g_utf8_get_char (p);
      int value = superscript_value (c) >= 0 ? superscript_value (c) : g_unichar_digit_value (c);

      if (value < 0 || found->str[0] == '*')
        break;
      g_string_append_c (found, '0' + value);
      p = g_utf8_next_char (p);
    }
  if (closing != '\0' && *p++ != closing)
    g_string_truncate (found, 0);
  if (found->len == 0 || found->len > 3 || found->str[0] == '0')
    {
      g_string_free (found, TRUE);
      *marker = NULL;
      return 0;
    }
  *marker = g_string_free (found, FALSE);

  return p - text;
}

/* The marker that stands alone on a line, or NULL. */
static char *
marker_alone (const AgreedLine *line)
{
  char *marker;
  gsize length;

  if (line->width > 5)
    return NULL;
  length = scan_marker (line->text, &marker);
  if (marker != NULL && line->text[length] != '\0')
    g_clear_pointer (&marker, g_free);

  return marker;
}

/* A marker with wording after it on the same line. */
static char *
marker_leading (const AgreedLine *line,
                gsize            *length)
{
  char *marker;
  const char *p;

  *length = scan_marker (line->text, &marker);
  if (marker == NULL)
    return NULL;
  p = line->text + *length;
  if (*p == '\0' || (superscript_value (g_utf8_get_char (line->text)) < 0 && *line->text != '(' && *line->text != '[' && *p != ' ' && *p != '\t' && marker[0] != '*'))
    {
      g_clear_pointer (&marker, g_free);
      return NULL;
    }
  while (*p == ' ' || *p == '\t')
    p++;
  *length = p - line->text;

  return marker;
}

static gboolean
ends_sentence (const char *text)
{
  gsize length = strlen (text);

  return g_str_has_suffix (text, "。") || (length > 0 && strchr (".)", text[length - 1]) != NULL) ||
         g_str_has_suffix (text, "．") || g_str_has_suffix (text, "۔");
}

/* How footnotes look where neither rule nor small figures say so: a marker and then one of the usual beginnings. */
static gboolean
looks_like_footnote (const char             *text,
                     const AgreedWordingSet *set)
{
  return agreed_wording_match_any (text, set->notes, NULL) > 0 || g_str_has_prefix (text, "A/") || g_str_has_prefix (text, "E/") ||
         g_str_has_prefix (text, "S/");
}

static gboolean
starts_small (const AgreedLine *line)
{
  return superscript_value (g_utf8_get_char (line->text)) >= 0;
}

/* ---- footnotes under no rule ---- */

/* A place at which wording may call a footnote: behind a word or what closes one. */
static gboolean
may_call_behind (const char *text,
                 const char *p)
{
  gunichar c = p > text ? g_utf8_get_char (g_utf8_prev_char (p)) : 0;

  return g_unichar_isalpha (c) || (c != 0 && c < 0x80 ? strchr (",.;:)\"", c) != NULL
                                                      : c == 0x201d || c == 0x2019 || c == 0xbb || c == 0xff0c || c == 0x3002 ||
                                                          c == 0xff1b || c == 0x60c || c == 0x300b);
}

/* Adds to @called what the line calls, each with the first line that does: "⁷", "[7]", and "7" or "*" close behind a word. */
static void
note_calls (GHashTable *called,
            const char *text,
            guint       line)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean plain = superscript_value (g_utf8_get_char (p)) < 0 && *p != '[';
      char *marker = NULL;
      gsize length = may_call_behind (text, p) || (!plain && p > text) ? scan_marker (p, &marker) : 0;
      gunichar behind = g_utf8_get_char (p + length);

      if (length == 0)
        continue;
      if ((plain && g_unichar_isalnum (behind) && !g_unichar_iswide (behind)) || g_hash_table_contains (called, marker) || *p == '(' ||
          (plain && (behind == '/' || behind == '-' || (behind == '.' && g_ascii_isdigit (p[length + 1])))))
        g_free (marker);
      else
        g_hash_table_insert (called, marker, GUINT_TO_POINTER (line));
      p = g_utf8_prev_char (p + length);
    }
}

static GHashTable *
find_calls (GArray *lines)
{
  GHashTable *called = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, AgreedLine, i).role == AGREED_LINE_WORDING || g_array_index (lines, AgreedLine, i).role == AGREED_LINE_TABLE)
      note_calls (called, g_array_index (lines, AgreedLine, i).text, i);

  return called;
}

/* Where the notes end that begin at @start, one behind the other in the order of their numbers, each called in the wording
 * above: at the end of the page or of the text. 0 where that is not what these lines are. */
static guint
find_met_end (GArray     *lines,
              guint       start,
              guint       expected,
              GHashTable *called)
{
  guint page = g_array_index (lines, AgreedLine, start).page;
  guint i;

  for (i = start; i < lines->len; i++)
    {
      const AgreedLine *line = &g_array_index (lines, AgreedLine, i);
      gsize length;
      g_autofree char *marker = line->role == AGREED_LINE_WORDING ? marker_leading (line, &length) : NULL;
      gpointer place;

      if (line->page != page || line->role == AGREED_LINE_FURNITURE)
        break;
      if (line->role != AGREED_LINE_WORDING || i - start >= LONGEST_ZONE)
        return 0;
      if (marker != NULL && (*marker == '*' || (guint) atoi (marker) == expected))
        {
          if (!g_hash_table_lookup_extended (called, marker, NULL, &place) || GPOINTER_TO_UINT (place) >= start)
            return 0;
          expected += *marker != '*';
        }
      else if (i == start || line->blank > 0)
        return 0;
    }

  return i;
}

/* Notes stand apart from the wording above them, or it has ended. */
static gboolean
may_start_notes (const AgreedLine *line)
{
  return line->role == AGREED_LINE_WORDING && (line->blank > 0 || line[-1].role != AGREED_LINE_WORDING || line->page != line[-1].page ||
                                               ends_sentence (line[-1].text));
}

static gboolean
starts_zone (GArray                 *lines,
             guint                   i,
             guint                   expected,
             const AgreedWordingSet *set)
{
  AgreedLine *line = &g_array_index (lines, AgreedLine, i);
  g_autofree char *alone = NULL;
  g_autofree char *leading = NULL;
  gsize length;

  /* a figure in brackets is no small one, and may be anything: it has to meet its call */
  if (*line->text == '[')
    return FALSE;
  if (line->role == AGREED_LINE_RULE)
    {
      if (i + 1 == lines->len)
        return FALSE;
      alone = marker_alone (line + 1);
      leading = marker_leading (line + 1, &length);
      /* Some programs put the first marker behind its text. */
      return alone != NULL || leading != NULL || (*line->text != '\0' && line->width >= 5);
    }
  if (line->role != AGREED_LINE_WORDING)
    return FALSE;
  leading = marker_leading (line, &length);
  if (leading != NULL)
    return starts_small (line) ||
           ((guint) atoi (leading) == expected && looks_like_footnote (line->text + length, set) && line->blank > 0);
  alone = marker_alone (line);

  return alone != NULL && (guint) atoi (alone) == expected && i + 1 < lines->len && line[1].role == AGREED_LINE_WORDING &&
         line[1].blank == 0 && looks_like_footnote (line[1].text, set) && ends_sentence (line[1].text);
}

/* Where the zone that begins at @start ends. On a page whose end shows, that is the page's end; where it does not show,
 * the first sentence's end with no further marker after it. */
static guint
find_zone_end (GArray *lines,
               guint   start)
{
  guint limit = MIN (lines->len, start + LONGEST_ZONE);
  const AgreedLine *first = &g_array_index (lines, AgreedLine, start);
  gboolean paged = g_array_index (lines, AgreedLine, lines->len - 1).page > 0;
  gboolean by_page = paged && first->role == AGREED_LINE_RULE && start + LONGEST_ZONE >= lines->len;
  guint last = start + 1;
  int highest = 0;

  for (guint i = start + 1; i < limit && first->role == AGREED_LINE_RULE; i++)
    {
      const AgreedLine *line = &g_array_index (lines, AgreedLine, i);

      if (line->page != first->page || (line->role == AGREED_LINE_FURNITURE && !paged))
        {
          by_page = TRUE;
          limit = i;
        }
    }
  if (by_page)
    return limit;

  for (guint i = start; i < limit; i = last)
    {
      const AgreedLine *line = &g_array_index (lines, AgreedLine, i);
      const AgreedLine *next = i + 1 < lines->len ? line + 1 : NULL;
      g_autofree char *alone = marker_alone (line);
      gsize leading_length;
      g_autofree char *leading = marker_leading (line, &leading_length);

      if (alone != NULL || (leading != NULL && (highest == 0 || atoi (leading) == highest + 1)))
        highest = MAX (highest, atoi (alone != NULL ? alone : leading));
      last = i + 1;
      if (next == NULL || next->role == AGREED_LINE_FURNITURE)
        break;
      if (alone == NULL && line->role != AGREED_LINE_RULE && ends_sentence (line->text))
        {
          gsize length;
          g_autofree char *next_alone = marker_alone (next);
          g_autofree char *next_leading = marker_leading (next, &length);

          if (next_leading != NULL && ((starts_small (first) && !starts_small (next)) ||
                                       (*next_leading != '*' && (guint) (atoi (next_leading) - highest - 1) > 1)))
            g_clear_pointer (&next_leading, g_free);
          if (next_alone == NULL && next_leading == NULL)
            break;
        }
    }

  return last;
}

static gint
compare_markers (gconstpointer a,
                 gconstpointer b)
{
  const char *one = *(const char *const *) a, *other = *(const char *const *) b;
  int difference = atoi (one) - atoi (other);

  return difference != 0 ? difference : strcmp (one, other);
}

static void
append_line (GString    *wording,
             const char *text,
             gboolean    unspaced)
{
  if (wording->len > 0 && !unspaced)
    g_string_append_c (wording, ' ');
  g_string_append (wording, text);
}

typedef struct {
  char *text;      /* of one line of a footnote, without marker */
  guint line;
  gboolean starts; /* a marker stood right before it */
  gboolean may_start;
} ZoneLine;

static void
clear_zone_line (gpointer data)
{
  g_free (((ZoneLine *) data)->text);
}

/* Programs that read a PDF often put small figures away from their place: the zone then holds all markers and all texts,
 * but not beside each other. Texts follow each other in the order of their numbers, so it is enough to know where each
 * begins: behind a marker, and where that gives too few, behind the shortest lines that end a sentence. */
static void
choose_starts (GArray *body,
               guint   n_markers)
{
  guint n = 0;

  for (guint i = 0; i < body->len; i++)
    n += g_array_index (body, ZoneLine, i).starts;
  while (n < n_markers)
    {
      ZoneLine *best = NULL;
      guint best_width = G_MAXUINT;

      for (guint i = 1; i < body->len; i++)
        {
          ZoneLine *line = &g_array_index (body, ZoneLine, i);
          guint width = agreed_lines_width (line[-1].text);

          if (!line->starts && line->may_start && width < best_width)
            {
              best = line;
              best_width = width;
            }
        }
      if (best == NULL)
        return;
      best->starts = TRUE;
      n++;
    }
}

static void
read_zone (GArray                 *lines,
           guint                   start,
           guint                   end,
           const AgreedWordingSet *set,
           GPtrArray              *footnotes)
{
  g_autoptr (GPtrArray) markers = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) body = g_array_new (FALSE, FALSE, sizeof (ZoneLine));
  g_autoptr (GString) wording = g_string_new (NULL);
  gboolean unspaced = g_str_equal (set->code, "zh");
  gboolean behind_marker = TRUE, sentence = TRUE;
  guint n = 0;

  g_array_set_clear_func (body, clear_zone_line);
  for (guint i = start; i < end; i++)
    {
      AgreedLine *line = &g_array_index (lines, AgreedLine, i);
      gsize length = 0;
      char *marker;

      if (line->role == AGREED_LINE_FURNITURE || line->role == AGREED_LINE_RULE)
        continue;
      line->role = AGREED_LINE_FOOTNOTE;
      if ((marker = marker_alone (line)) != NULL)
        {
          behind_marker = TRUE;
          g_ptr_array_add (markers, marker);
          continue;
        }
      /* A number that a line of a footnote begins with is its marker only where a sentence has ended. */
      marker = sentence ? marker_leading (line, &length) : NULL;
      if (marker != NULL)
        g_ptr_array_add (markers, marker);
      else
        length = 0;
      ZoneLine piece = { g_strdup (line->text + length), line->number, behind_marker || marker != NULL, sentence };
      sentence = ends_sentence (line->text);
      behind_marker = FALSE;
      g_array_append_val (body, piece);
    }

  g_ptr_array_sort (markers, compare_markers);
  choose_starts (body, markers->len);
  for (guint i = 0; i < body->len; i++)
    {
      ZoneLine *line = &g_array_index (body, ZoneLine, i);
      gboolean last = i + 1 == body->len || line[1].starts;

      append_line (wording, line->text, unspaced);
      if (!last)
        continue;
      if (n < markers->len)
        {
          AgreedBlock *block = agreed_block_new (AGREED_BLOCK_FOOTNOTE, wording->str);

          block->number = g_strdup (g_ptr_array_index (markers, n));
          block->line = line->line;
          g_ptr_array_add (footnotes, block);
        }
      n++;
      g_string_truncate (wording, 0);
    }
}

/* A line that is a marker and nothing else belongs to the wording around it where its number is due. */
static void
mark_lone_markers (GArray    *lines,
                   GPtrArray *footnotes)
{
  g_autoptr (GHashTable) defined = g_hash_table_new (g_str_hash, g_str_equal);
  guint last = 0;

  for (guint i = 0; i < footnotes->len; i++)
    g_hash_table_add (defined, ((AgreedBlock *) g_ptr_array_index (footnotes, i))->number);
  for (guint i = 0; i < lines->len; i++)
    {
      AgreedLine *line = &g_array_index (lines, AgreedLine, i);
      g_autofree char *marker = line->role == AGREED_LINE_WORDING ? marker_alone (line) : NULL;
      guint value = marker != NULL ? atoi (marker) : 0;

      if (marker == NULL || (g_hash_table_size (defined) > 0 && !g_hash_table_contains (defined, marker)))
        continue;
      if (value > last + 1 && !starts_small (line))
        continue;
      line->role = AGREED_LINE_MARKER;
      g_set_str (&line->text, marker);
      last = MAX (last, value);
    }
}

GPtrArray *
agreed_footnotes_collect (GArray                 *lines,
                          const AgreedWordingSet *set)
{
  GPtrArray *footnotes = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_block_free);
  g_autoptr (GHashTable) called = find_calls (lines);
  guint expected = 1;

  for (guint i = 0; i < lines->len; i++)
    {
      guint end = 0;

      if (starts_zone (lines, i, expected, set))
        end = find_zone_end (lines, i);
      else if (g_hash_table_size (called) > 0 && i > 0 && may_start_notes (&g_array_index (lines, AgreedLine, i)))
        end = find_met_end (lines, i, expected, called);
      if (end == 0)
        continue;
      read_zone (lines, i, end, set, footnotes);
      for (guint k = footnotes->len; k > 0 && footnotes->len - k < 16; k--)
        expected = MAX (expected, (guint) atoi (((AgreedBlock *) g_ptr_array_index (footnotes, k - 1))->number) + 1);
      i = MAX (end, i + 1) - 1;
    }
  mark_lone_markers (lines, footnotes);

  return footnotes;
}
