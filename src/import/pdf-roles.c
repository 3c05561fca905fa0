/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-roles.h"

#include "pdf-tables.h"

/* Running heads and feet stand in this part of a page's height. */
#define EDGE .12

/* So much of the first page is a document's head, which is set like a table. */
#define MASTHEAD .3

/* Digits of a footnote's number that is not raised. */
#define LONGEST_TYPED_MARKER 3

/* Type this much smaller than the body's is a running head's or a footnote's. */
#define SMALLER .93

/* What is parted by a gap of so many times the type's size stands by itself. */
#define WIDE_APART 2

/* "Page", "Страница", الصفحة before a page's number. */
#define LONGEST_PAGE_WORD 10

/* Glyphs of a document's symbol, as far as symbols are known. */
#define LONGEST_SYMBOL 40

/* Letters that a reference to a document may have: "A/88/214.", "(S/2031/12)." */
#define LONGEST_REFERENCE 3

static gboolean
every_glyph (const AgreedPdfLine *line, gboolean (*test) (gunichar))
{
  for (guint i = 0; i < line->glyphs->len; i++)
    if (!test (agreed_pdf_glyph_at (line, i)->character))
      return FALSE;

  return line->glyphs->len > 0;
}

static gboolean
is_rule (gunichar character)
{
  return character == '_' || character == 0x2014 || character == 0x2015 || character == 0x2500;
}

static gunichar
character_at (const AgreedPdfLine *line, guint i)
{
  return i < line->glyphs->len ? agreed_pdf_glyph_at (line, i)->character : 0;
}

/* Arabic comma and semicolon; Chinese full stop, enumeration comma, comma, colon and semicolon. */
static gboolean
is_foreign_stop (gunichar character)
{
  return character == 0x60c || character == 0x61b || character == 0x3001 || character == 0x3002 || character == 0xff0c
         || character == 0xff0e || character == 0xff1a || character == 0xff1b;
}

/* Page numbers, "2/18", job numbers, "25-20736 (E)", "/..." for "turn over", bar codes' "*2520736*" and any of these
 * beside each other. */
static gboolean
is_counting (const AgreedPdfLine *line)
{
  guint n_digits = 0, n_letters = 0;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      gunichar character = character_at (line, i);

      if (character == '.' && (character_at (line, i + 1) == '.' || (i > 0 && character_at (line, i - 1) == '.')))
        continue;
      if (g_unichar_isdigit (character))
        n_digits++;
      else if (g_unichar_isalpha (character))
        n_letters++;
      else if (character == '.' || character == ',' || character == ';' || character == ':' || is_foreign_stop (character))
        return FALSE;
    }

  return n_digits > 0 && n_letters <= 2 && n_letters < n_digits;
}

/* What a line says without its spaces and numbers: running heads say the same on many pages, but for the page, whose
 * number stands now before and now behind. */
static char *
skeleton (const AgreedPdfLine *line)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      gunichar character = agreed_pdf_glyph_at (line, i)->character;

      if (g_unichar_isalpha (character))
        g_string_append_unichar (string, character);
    }
  g_string_append_printf (string, " %d", (int)(line->y2 / 3));

  return g_string_free (string, FALSE);
}

static double
body_size (GPtrArray *pages)
{
  guint counts[200] = { 0 }; /* by half points, up to 100 points */
  guint best = 20;

  for (guint p = 0; p < pages->len; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pages, p);

      for (guint i = 0; i < lines->len; i++)
        {
          const AgreedPdfLine *line = g_ptr_array_index (lines, i);

          counts[(guint)CLAMP (line->size * 2 + .5, 0, 199)] += line->glyphs->len;
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return best / 2.;
}

static gboolean
stands_at_edge (const AgreedPdfLine *line, double height)
{
  return line->y2 < EDGE * height || line->y1 > (1 - EDGE) * height;
}

/* How many pages have a line of this skeleton at their edge: (transfer full) skeleton → count. */
static GHashTable *
count_skeletons (GPtrArray *pages, GArray *heights)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint p = 0; p < pages->len; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pages, p);

      for (guint i = 0; i < lines->len; i++)
        {
          const AgreedPdfLine *line = g_ptr_array_index (lines, i);
          char *key;

          if (!stands_at_edge (line, g_array_index (heights, double, p)))
            continue;
          key = skeleton (line);
          g_hash_table_insert (counts, key,
                               GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
        }
    }

  return counts;
}

guint
agreed_pdf_line_marker_length (const AgreedPdfLine *line)
{
  guint n = 0;

  while (n < line->glyphs->len)
    {
      const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, n);

      if (glyph->character != '*' && glyph->character != 0x2020 && glyph->character != 0x2021
          && !(glyph->raised && (g_unichar_isalnum (glyph->character) || glyph->character == 0xa7)))
        break;
      n++;
    }

  return n;
}

guint
agreed_pdf_line_typed_marker_length (const AgreedPdfLine *line, guint number)
{
  guint n = 0, value = 0;

  while (n < line->glyphs->len && n < LONGEST_TYPED_MARKER && g_unichar_isdigit (character_at (line, n)))
    value = value * 10 + g_unichar_digit_value (character_at (line, n++));
  if (n == 0 || n == line->glyphs->len || value != number)
    return 0;
  for (guint i = n; i < line->glyphs->len; i++)
    if (!g_unichar_isspace (character_at (line, i)))
      return g_unichar_isalpha (character_at (line, i)) || character_at (line, i) == 0x300a ? n : 0;

  return 0;
}

/* "Page 2", "Страница 2", "第2页" on the second page. */
static gboolean
is_page_number (const AgreedPdfLine *line)
{
  guint number = 0, n_letters = 0;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      gunichar character = character_at (line, i);

      if (g_unichar_isdigit (character) && number < 100000)
        number = number * 10 + g_unichar_digit_value (character);
      else if (g_unichar_isalpha (character))
        n_letters++;
      else if (!g_unichar_isspace (character))
        return FALSE;
    }

  return n_letters <= LONGEST_PAGE_WORD && number == line->page + 1;
}

/* What stands at the head of the first page, without spaces: the symbol among it. (transfer full) */
static char *
read_masthead (GPtrArray *lines, double height)
{
  GString *string = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const AgreedPdfLine *line = g_ptr_array_index (lines, i);

      for (guint k = 0; k < line->glyphs->len && line->y2 < 2 * EDGE * height; k++)
        if (!g_unichar_isspace (character_at (line, k)))
          g_string_append_unichar (string, character_at (line, k));
      g_string_append_c (string, '\n');
    }

  return g_string_free (string, FALSE);
}

/* The symbol of the document above another of its pages: it has digits and slashes, and stands on the first page too. */
static gboolean
repeats_masthead (const AgreedPdfLine *line, const char *masthead)
{
  g_autoptr (GString) string = g_string_new (NULL);
  gboolean digits = FALSE, slashes = FALSE;

  if (line->page == 0 || line->glyphs->len > LONGEST_SYMBOL)
    return FALSE;
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      gunichar character = character_at (line, i);

      digits |= g_unichar_isdigit (character);
      slashes |= character == '/';
      if (!g_unichar_isspace (character))
        g_string_append_unichar (string, character);
    }

  return digits && slashes && strstr (masthead, string->str) != NULL;
}

/* Whether all that stands apart on the line, "A/50/7" at the left and "Page 2" at the right, counts pages or repeats the
 * symbol. */
static gboolean
is_counting_or_symbol (const AgreedPdfLine *line, const char *masthead)
{
  guint n = line->glyphs->len;

  for (guint from = 0, to; from < n; from = to + 1)
    {
      AgreedPdfLine part = *line;
      gboolean is;

      for (to = from; to < n; to++)
        {
          const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, to);

          if (g_unichar_isspace (glyph->character) && glyph->x2 - glyph->x1 > WIDE_APART * line->size)
            break;
        }
      part.glyphs = g_array_sized_new (FALSE, FALSE, sizeof (AgreedPdfGlyph), to - from);
      g_array_append_vals (part.glyphs, agreed_pdf_glyph_at (line, from), to - from);
      is = is_counting (&part) || is_page_number (&part) || repeats_masthead (&part, masthead);
      g_array_unref (part.glyphs);
      if (!is)
        return FALSE;
    }

  return TRUE;
}

/* Notes on two pages that say no more than a symbol differ in its numbers only, as running heads do; but no head ends in
 * a full stop. */
static gboolean
is_reference (const AgreedPdfLine *line)
{
  guint n_letters = 0;

  for (guint i = 0; i < line->glyphs->len; i++)
    n_letters += g_unichar_isalpha (character_at (line, i));

  return n_letters > 0 && n_letters <= LONGEST_REFERENCE && character_at (line, line->glyphs->len - 1) == '.';
}

static gboolean
is_furniture (const AgreedPdfLine *line, double height, double body, GHashTable *skeletons, const char *masthead)
{
  g_autofree char *key = NULL;

  if (!stands_at_edge (line, height) || agreed_pdf_line_marker_length (line) > 0)
    return FALSE;
  if (is_counting (line) || is_counting_or_symbol (line, masthead))
    return TRUE;
  if (line->page > 0 && line->y2 < EDGE * height && line->size < SMALLER * body)
    return TRUE;

  if (is_reference (line))
    return FALSE;
  key = skeleton (line);
  return GPOINTER_TO_UINT (g_hash_table_lookup (skeletons, key)) > 1;
}

static gboolean
is_small (const AgreedPdfLine *line, double body)
{
  return line->size < SMALLER * body;
}

/* Below a rule all is footnotes. Where the rule is drawn rather than written, it is the small type at the foot of the
 * page from the first line that begins with a marker on, or from its first line where the page before had footnotes. */
static gboolean
find_footnotes (GPtrArray *lines, double body, gboolean had_footnotes, guint *next_typed)
{
  guint first = lines->len, end = lines->len;

  for (guint i = 0; i < lines->len; i++)
    {
      AgreedPdfLine *line = g_ptr_array_index (lines, i);

      if (line->role == AGREED_PDF_BODY && line->glyphs->len >= 8 && every_glyph (line, is_rule))
        {
          gboolean small_follows = FALSE;

          line->role = AGREED_PDF_FURNITURE;
          for (guint j = i + 1; j < lines->len; j++)
            {
              const AgreedPdfLine *next = g_ptr_array_index (lines, j);

              if (next->role == AGREED_PDF_BODY)
                {
                  small_follows = is_small (next, body) || agreed_pdf_line_marker_length (next) > 0;
                  break;
                }
            }
          if (small_follows)
            first = i + 1;
          break;
        }
    }

  if (first == lines->len)
    {
      while (end > 0)
        {
          const AgreedPdfLine *line = g_ptr_array_index (lines, end - 1);

          if ((line->role == AGREED_PDF_BODY && !is_small (line, body)) || line->role == AGREED_PDF_TABLE)
            break;
          end--;
        }
      for (first = end; first < lines->len && !had_footnotes; first++)
        {
          const AgreedPdfLine *line = g_ptr_array_index (lines, first);

          if (line->role == AGREED_PDF_BODY && (agreed_pdf_line_marker_length (line) > 0
                                                || agreed_pdf_line_typed_marker_length (line, *next_typed) > 0))
            break;
        }
      if (end == 0 && first == 0)
        return FALSE;
    }

  end = first;
  for (; first < lines->len; first++)
    {
      AgreedPdfLine *line = g_ptr_array_index (lines, first);

      if (line->role == AGREED_PDF_BODY)
        {
          line->role = AGREED_PDF_FOOTNOTE;
          *next_typed += agreed_pdf_line_typed_marker_length (line, *next_typed) > 0;
        }
    }

  return end < lines->len;
}

double
agreed_pdf_tell_roles (GPtrArray *pages, GArray *heights)
{
  double body = body_size (pages);
  g_autoptr (GHashTable) skeletons = count_skeletons (pages, heights);
  g_autofree char *masthead = NULL;
  gboolean had_footnotes = FALSE;
  guint next_typed = 1;

  if (pages->len > 0)
    masthead = read_masthead (g_ptr_array_index (pages, 0), g_array_index (heights, double, 0));
  for (guint p = 0; p < pages->len; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pages, p);
      double height = g_array_index (heights, double, p);
      double job_number = G_MAXDOUBLE;

      for (guint i = 0; i < lines->len; i++)
        {
          AgreedPdfLine *line = g_ptr_array_index (lines, i);

          if (is_furniture (line, height, body, skeletons, masthead))
            line->role = AGREED_PDF_FURNITURE;
          /* What stands beside and below the job number on the first page asks to recycle the paper. */
          if (p == 0 && line->role == AGREED_PDF_FURNITURE && line->y1 > (1 - EDGE) * height)
            job_number = MIN (job_number, line->y1);
          if (line->y1 >= job_number)
            line->role = AGREED_PDF_FURNITURE;
        }
      agreed_pdf_find_tables (lines, body, p == 0 ? MASTHEAD * height : 0);
      had_footnotes = find_footnotes (lines, body, had_footnotes, &next_typed);
    }

  return body;
}
