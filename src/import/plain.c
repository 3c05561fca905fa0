/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain.h"

#include <string.h>

#include "breaks.h"
#include "decode.h"
#include "direction.h"
#include "footnotes.h"
#include "import-private.h"
#include "language.h"
#include "lines.h"
#include "openings.h"
#include "plain-tables.h"

/* After so many lines it is asked whether the reader still wants an answer. */
#define LINES_BETWEEN_CHECKS 4096
/* How much of the reading is over when paragraphs have been found and are put together. */
#define FOUND .6

static gboolean
is_unspaced (gunichar c)
{
  return g_unichar_iswide (c) && c != 0x1160;
}

/* Whether "well-" and "known" are one word with a hyphen or one that the line has cut: as the file has it elsewhere. */
static gboolean
hyphen_is_lines (const GString *wording,
                 const char    *next,
                 GHashTable    *words)
{
  const char *end = wording->str + wording->len - 1, *start = end, *stop = next;
  g_autofree char *joined = NULL, *folded = NULL, *compound = NULL, *folded_compound = NULL;

  while (start > wording->str && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (start))))
    start = g_utf8_prev_char (start);
  while (*stop != '\0' && g_unichar_isalpha (g_utf8_get_char (stop)))
    stop = g_utf8_next_char (stop);
  if (start == end || stop == next || !g_unichar_islower (g_utf8_get_char (next)))
    return FALSE;
  joined = g_strdup_printf ("%.*s%.*s", (int) (end - start), start, (int) (stop - next), next);
  folded = g_utf8_strdown (joined, -1);
  compound = g_strdup_printf ("%.*s-%.*s", (int) (end - start), start, (int) (stop - next), next);
  folded_compound = g_utf8_strdown (compound, -1);

  return g_hash_table_contains (words, folded) && !g_hash_table_contains (words, folded_compound);
}

static void
join (GString    *wording,
      const char *next,
      GHashTable *words)
{
  gunichar last, first = g_utf8_get_char (next);

  if (wording->len > 0)
    {
      last = g_utf8_get_char (g_utf8_prev_char (wording->str + wording->len));
      if (last == 0x00ad)
        g_string_truncate (wording, wording->len - 2);
      else if (last == '-' && hyphen_is_lines (wording, next, words))
        g_string_truncate (wording, wording->len - 1);
      else if (last == '-' || last == 0x2010 || last == 0x2011 || last == '/' || (is_unspaced (last) || is_unspaced (first)) ||
               g_str_has_prefix (next, AGREED_MARKER_OPEN))
        ;
      else
        g_string_append_c (wording, ' ');
    }
  g_string_append (wording, next);
}

/* "2 0 1 1 年": figures that a program has set apart, one by one. */
static gboolean
spaced_digits (const char *p)
{
  return g_ascii_isdigit (p[0]) && p[1] == ' ' && g_ascii_isdigit (p[2]) && !g_ascii_isdigit (p[3]);
}

/* Takes out what spaces a program has put beside Chinese characters, and puts every other run of white space as one. */
static char *
tidy_spaces (const char *wording)
{
  GString *out = g_string_sized_new (strlen (wording) + 1);
  gunichar last = 0;

  for (const char *p = wording; *p != '\0';)
    {
      gunichar c = g_utf8_get_char (p);
      const char *next = g_utf8_next_char (p);
      gboolean space = g_unichar_isspace (c) || c == 0x200b;

      while (space && *next != '\0' && (g_unichar_isspace (g_utf8_get_char (next)) || g_utf8_get_char (next) == 0x200b))
        next = g_utf8_next_char (next);
      if (!space)
        g_string_append_len (out, p, next - p);
      else if (*next != '\0' && last != 0 && !is_unspaced (last) && !is_unspaced (g_utf8_get_char (next)))
        g_string_append_c (out, ' ');
      last = space ? last : c;
      p = next;
    }

  return g_string_free (out, FALSE);
}

static char *
mend_digits (const char *wording)
{
  GString *out = g_string_sized_new (strlen (wording) + 1);
  gboolean run = FALSE;
  gboolean digit_before = FALSE;

  for (const char *p = wording; *p != '\0'; p++)
    {
      if (spaced_digits (p) && (run || !digit_before))
        run = TRUE;
      else if (!(run && *p == ' ' && digit_before))
        run = run && g_ascii_isdigit (*p) && spaced_digits (p);
      if (!(run && *p == ' ' && g_ascii_isdigit (p[1]) && digit_before))
        g_string_append_c (out, *p);
      digit_before = g_ascii_isdigit (*p);
    }

  return g_string_free (out, FALSE);
}

static char *
tidy (const char             *wording,
      const AgreedWordingSet *set)
{
  g_autofree char *mended = NULL;

  if (!g_str_equal (set->code, "zh"))
    return tidy_spaces (wording);
  mended = mend_digits (wording);

  return tidy_spaces (mended);
}

typedef struct {
  const AgreedWordingSet *set;
  GPtrArray *lines;  /* AgreedLine, wording and markers */
  GArray *torn;      /* gboolean */
  GArray *breaks;    /* gboolean */
  GHashTable *words; /* every word in lower case */
  GPtrArray *footnotes;
  guint next_footnote;
  AgreedMarkers markers;
  GPtrArray *blocks;
} Reader;

/* A line that is nothing but the number of a paragraph. Programs often put it behind its paragraph's first line. */
static gboolean
is_lone_number (const AgreedLine *line,
                gsize            *length)
{
  return line->role == AGREED_LINE_WORDING && line->width < 8 &&
         agreed_numbering_scan (line->text, length, NULL) != AGREED_NUMBERING_NONE && line->text[*length] == '\0';
}

static gboolean
begins_paragraph (const Reader *reader,
                  const char   *text)
{
  gunichar c = g_utf8_get_char (text);

  if (agreed_opening_guess (text, reader->set) != AGREED_OPENING_NONE && !(g_unichar_islower (c) && !g_str_equal (reader->set->code, "ru")))
    return TRUE;

  return FALSE;
}

static gboolean
has_number (const char *text)
{
  gsize length;

  return agreed_numbering_scan (text, &length, NULL) != AGREED_NUMBERING_NONE;
}

static void
drop_placed_numbers (Reader *reader)
{
  guint kept = 0;

  for (guint i = 0; i < reader->lines->len; i++)
    {
      AgreedLine *line = g_ptr_array_index (reader->lines, i);

      if (line->role == AGREED_LINE_FURNITURE)
        continue;
      g_ptr_array_index (reader->lines, kept) = line;
      g_array_index (reader->torn, gboolean, kept) = g_array_index (reader->torn, gboolean, i);
      kept++;
    }
  g_ptr_array_set_size (reader->lines, kept);
  g_array_set_size (reader->torn, kept);
}

/* Puts numbers that stand alone on a line before the wording that they belong to. */
static void
place_lone_numbers (Reader *reader)
{
  for (guint i = 0; i < reader->lines->len; i++)
    {
      AgreedLine *line = g_ptr_array_index (reader->lines, i);
      AgreedLine *before = i > 0 ? g_ptr_array_index (reader->lines, i - 1) : NULL;
      AgreedLine *after = i + 1 < reader->lines->len ? g_ptr_array_index (reader->lines, i + 1) : NULL;
      AgreedLine *target = after;
      gsize length;
      char *text;

      if (!is_lone_number (line, &length))
        continue;
      if (before != NULL && before->role == AGREED_LINE_WORDING && !has_number (before->text) &&
          (after == NULL || !begins_paragraph (reader, after->text)) && begins_paragraph (reader, before->text) &&
          !g_array_index (reader->torn, gboolean, i))
        target = before;
      if (target == NULL || target->role != AGREED_LINE_WORDING)
        continue;
      text = g_strdup_printf ("%s %s", line->text, target->text);
      g_free (target->text);
      target->text = text;
      if (target == after)
        {
          target->blank = MAX (target->blank, line->blank);
          target->indent = MIN (target->indent, line->indent);
          if (g_array_index (reader->torn, gboolean, i))
            g_array_index (reader->torn, gboolean, i + 1) = TRUE;
        }
      line->role = AGREED_LINE_FURNITURE;
    }
  drop_placed_numbers (reader);
}

static void
collect_words (GHashTable *words,
               const char *text)
{
  const char *start = NULL, *part = NULL;

  for (const char *p = text;; p = g_utf8_next_char (p))
    {
      if (g_unichar_isalpha (g_utf8_get_char (p)))
        {
          start = start != NULL ? start : p;
          part = part != NULL ? part : p;
          continue;
        }
      /* "well-known" counts as itself and as each of its parts. */
      if (part != NULL && p - part < 64)
        g_hash_table_add (words, g_utf8_strdown (part, p - part));
      if (start != NULL && start != part && p - start < 64)
        g_hash_table_add (words, g_utf8_strdown (start, p - start));
      part = NULL;
      if (*p == '-' && start != NULL)
        continue;
      start = NULL;
      if (*p == '\0')
        return;
    }
}

static void
choose_lines (Reader *reader,
              GArray *lines)
{
  gboolean torn = FALSE;
  gboolean hyphens = FALSE;

  for (guint i = 0; i < lines->len && !hyphens; i++)
    hyphens = g_str_has_suffix (g_array_index (lines, AgreedLine, i).text, "-");
  for (guint i = 0; i < lines->len; i++)
    {
      AgreedLine *line = &g_array_index (lines, AgreedLine, i);

      if (line->role != AGREED_LINE_WORDING && line->role != AGREED_LINE_MARKER && line->role != AGREED_LINE_TABLE)
        {
          torn = TRUE;
          continue;
        }
      if (i > 0 && line->page != line[-1].page)
        torn = TRUE;
      g_ptr_array_add (reader->lines, line);
      g_array_append_val (reader->torn, torn);
      torn = FALSE;
      if (hyphens && !g_str_equal (reader->set->code, "zh"))
        collect_words (reader->words, line->text);
    }
}

static void
know_footnotes (Reader *reader,
                GArray *lines)
{
  guint i = 0;

  for (guint k = 0; k < reader->footnotes->len; k++)
    {
      AgreedBlock *footnote = g_ptr_array_index (reader->footnotes, k);
      char *tidied = tidy (footnote->wording, reader->set);

      g_free (footnote->wording);
      footnote->wording = tidied;
      while (i + 1 < lines->len && g_array_index (lines, AgreedLine, i).number < footnote->line)
        i++;
      agreed_markers_define (&reader->markers, footnote->number, g_array_index (lines, AgreedLine, i).page);
    }
}

static void
add_block (Reader  *reader,
           GString *wording,
           gboolean table,
           guint    line,
           guint    first_page,
           guint    last_page)
{
  g_autofree char *tidied = tidy (wording->str, reader->set);
  AgreedBlock *block;

  while (reader->next_footnote < reader->footnotes->len &&
         ((AgreedBlock *) g_ptr_array_index (reader->footnotes, reader->next_footnote))->line < line)
    g_ptr_array_add (reader->blocks, g_ptr_array_index (reader->footnotes, reader->next_footnote++));
  if (agreed_opening_organ (tidied + agreed_quote_scan (tidied), reader->set, NULL) > 0)
    agreed_markers_begin_text (&reader->markers, first_page);
  block = agreed_footnotes_take_marks (table ? wording->str : tidied, &reader->markers, reader->set, first_page, last_page);
  block->line = line;
  if (table)
    block->kind = AGREED_BLOCK_TABLE;
  else
    agreed_block_take_number (block);
  if (*block->wording != '\0' || block->number != NULL)
    g_ptr_array_add (reader->blocks, block);
  else
    agreed_block_free (block);
}

static void
add_footnotes_left (Reader *reader)
{
  while (reader->next_footnote < reader->footnotes->len)
    g_ptr_array_add (reader->blocks, g_ptr_array_index (reader->footnotes, reader->next_footnote++));
  g_ptr_array_set_free_func (reader->footnotes, NULL);
}

static gboolean
build_blocks (Reader       *reader,
              GCancellable *cancellable,
              GError      **error)
{
  g_autoptr (GString) wording = g_string_new (NULL);
  const AgreedLine *first = NULL;
  guint last_page = 0;

  for (guint i = 0; i < reader->lines->len; i++)
    {
      const AgreedLine *line = g_ptr_array_index (reader->lines, i);

      if (i % LINES_BETWEEN_CHECKS == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        {
          add_footnotes_left (reader);
          return FALSE;
        }
      if (i % LINES_BETWEEN_CHECKS == 0)
        agreed_import_report_progress (reader->lines->len * FOUND + i * (1 - FOUND), reader->lines->len);
      if (first != NULL && g_array_index (reader->breaks, gboolean, i))
        {
          add_block (reader, wording, first->role == AGREED_LINE_TABLE, first->number, first->page, last_page);
          g_string_truncate (wording, 0);
          first = NULL;
        }
      if (first == NULL)
        first = line;
      if (line->role == AGREED_LINE_MARKER)
        g_string_append_printf (wording, AGREED_MARKER_OPEN "%s" AGREED_MARKER_CLOSE, line->text);
      else
        join (wording, line->text, reader->words);
      last_page = line->page;
    }
  if (first != NULL)
    add_block (reader, wording, first->role == AGREED_LINE_TABLE, first->number, first->page, last_page);
  add_footnotes_left (reader);

  return TRUE;
}

static GPtrArray *
read_text (const char             *text,
           const AgreedWordingSet *set,
           GCancellable           *cancellable,
           GError                **error)
{
  g_autoptr (GArray) lines = agreed_lines_new (text);
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) pages = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_array_unref);
  g_autoptr (GPtrArray) kept = g_ptr_array_new ();
  g_autoptr (GArray) torn = g_array_new (FALSE, FALSE, sizeof (gboolean));
  g_autoptr (GArray) breaks = NULL;
  g_autoptr (GPtrArray) footnotes = NULL;
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_block_free);
  Reader reader = { .set = set, .lines = kept, .torn = torn, .words = words, .markers = { pages, 0 }, .blocks = blocks };

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  agreed_lines_mark_furniture (lines, set);
  agreed_plain_find_tables (text, lines, set);
  footnotes = agreed_footnotes_collect (lines, set);
  reader.footnotes = footnotes;
  know_footnotes (&reader, lines);
  choose_lines (&reader, lines);
  place_lone_numbers (&reader);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  breaks = agreed_breaks_find (kept, torn, set);
  reader.breaks = breaks;
  if (!build_blocks (&reader, cancellable, error))
    return NULL;

  return g_steal_pointer (&blocks);
}

GPtrArray *
agreed_plain_read (GBytes        *bytes,
                   const char    *name,
                   GCancellable  *cancellable,
                   GError       **error)
{
  g_autofree char *text = agreed_decode_text (bytes, name, error);
  g_autofree char *stripped = NULL;

  if (text == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  stripped = agreed_direction_strip (text);
  if (stripped != NULL)
    g_set_str (&text, stripped);

  return read_text (text, agreed_wording_get (agreed_language_detect (text, -1)), cancellable, error);
}
