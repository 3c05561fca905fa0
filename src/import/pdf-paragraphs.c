/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-paragraphs.h"

#include "block.h"
#include "character.h"
#include "pdf-glue.h"
#include "pdf-roles.h"
#include "pdf-wording.h"

/* How lines become paragraphs. Resolutions are set with a first line that stands in, and since the 1990s with a wider
 * gap between paragraphs than between lines; both are looked for, since sub-paragraphs hang and headings stand out. */

/* A gap this much wider than the usual distance of lines parts paragraphs. */
#define WIDER 1.22

/* So many second lines say how far apart the lines of a paragraph are. */
#define FEWEST_SECOND_LINES 8

/* And so many in a short text, that they are less far apart than most lines; or one fewer that agree. */
#define FEWEST_TO_LESSEN 3

/* In a text of no more lines than these, paragraphs may be as many as lines within them. */
#define FEW_LINES 400

/* Points by which a first line stands in at least. */
#define INDENT 6.

/* A line that ends so many times the type's size before the others is not broken where it was full. */
#define FAR_SHORT 12

/* Points by which two lines that start at the same place may differ. */
#define SAME_PLACE 3.

typedef struct
{
  GPtrArray *blocks;
  double body;                        /* size of the body's type */
  double pitch;                       /* from one line's foot to the next one's */
  double margin;                      /* where the page's lines start */
  double edge;                        /* where they end */
  double last_margin;                 /* of the last line's page */
  gboolean gaps;                      /* paragraphs stand further apart than lines */
  AgreedPdfWording *open;                     /* the paragraph being joined */
  const AgreedPdfLine *last;          /* its last line */
  AgreedPdfRows *table;               /* the table at hand */
  GPtrArray *pending;                 /* AgreedPdfWording: footnotes that will stand behind it */
  AgreedPdfWording *footnote;                 /* the last of them, which the next page may carry on */
  const AgreedPdfLine *last_footnote; /* its last line */
  gboolean carries;                   /* and the next page does carry it on */
  guint n_numbered;                   /* the last number of a paragraph, "12." */
  guint next_typed; /* number of the next footnote whose marker is not raised; G_MAXUINT where some are */
} Assembly;

static gunichar
first_character (const AgreedPdfLine *line)
{
  return agreed_pdf_glyph_at (line, 0)->character;
}

static gunichar
last_character (const AgreedPdfLine *line)
{
  for (guint i = line->glyphs->len; i > 0; i--)
    if (!agreed_pdf_glyph_at (line, i - 1)->raised && !g_unichar_isspace (agreed_pdf_glyph_at (line, i - 1)->character))
      return agreed_pdf_glyph_at (line, i - 1)->character;

  return 0;
}

static gboolean
ends_something (gunichar character)
{
  return character != 0 && character < 0x10000 && strchr (".;:?!", character < 0x80 ? (int)character : '\1') != NULL;
}

static gboolean
ends_paragraph (const AgreedPdfLine *line)
{
  gunichar last = last_character (line);

  return ends_something (last) || last == 0x3002 || last == 0xff1b || last == 0xff1a || last == 0xff0e || last == 0x61b;
}

/* "12.", "12．", "(a)", "a)", "١٢ -" */
static gboolean
begins_with_number (const AgreedPdfLine *line)
{
  guint i = 0, n = line->glyphs->len;
  gboolean bracketed = FALSE;
  guint n_signs = 0;

  while (i < n && (first_character (line) == 0x201c || first_character (line) == 0xab) && i < 1)
    i++;
  if (i < n && agreed_pdf_glyph_at (line, i)->character == '(')
    {
      bracketed = TRUE;
      i++;
    }
  while (i < n && n_signs < 5 && g_unichar_isalnum (agreed_pdf_glyph_at (line, i)->character))
    {
      if (!g_unichar_isdigit (agreed_pdf_glyph_at (line, i)->character) && n_signs > 0 && !bracketed)
        return FALSE;
      i++;
      n_signs++;
    }
  /* "12 -", as Arabic texts have it */
  if (n_signs > 0 && !bracketed && i + 1 < n && g_unichar_isspace (agreed_pdf_glyph_at (line, i)->character)
      && (agreed_pdf_glyph_at (line, i + 1)->character == '-' || agreed_pdf_glyph_at (line, i + 1)->character == 0x2013))
    return g_unichar_isdigit (agreed_pdf_glyph_at (line, i - 1)->character);
  if (n_signs == 0 || i >= n)
    return FALSE;

  switch (agreed_pdf_glyph_at (line, i)->character)
    {
    case ')':
      return TRUE;
    case '.':
    case 0xff0e:
    case '-':
    case 0x2013:
      return !bracketed && g_unichar_isdigit (agreed_pdf_glyph_at (line, i - 1)->character)
             && (i + 1 >= n || g_unichar_isspace (agreed_pdf_glyph_at (line, i + 1)->character));
    default:
      return FALSE;
    }
}

/* The number of "12. Decides", "12．" or "١٢ -" at the start of a line, or 0. */
static guint
paragraph_number (const AgreedPdfLine *line)
{
  guint number = 0, i = 0;

  if (!begins_with_number (line))
    return 0;
  if (first_character (line) == 0x201c || first_character (line) == 0xab)
    i++;
  for (; i < line->glyphs->len && g_unichar_isdigit (agreed_pdf_glyph_at (line, i)->character); i++)
    number = number * 10 + g_unichar_digit_value (agreed_pdf_glyph_at (line, i)->character);

  return number;
}

/* The most frequent of some distances, to the half point; 0 where there is none. */
static double
most_frequent (GArray *distances)
{
  guint counts[256] = { 0 };
  guint best = 0;

  for (guint i = 0; i < distances->len; i++)
    {
      double distance = g_array_index (distances, double, i);

      if (distance > 4 && distance < 127)
        counts[(guint)(distance * 2 + .5)]++;
    }
  for (guint i = 1; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] > counts[best])
      best = i;

  return best / 2.;
}

static gboolean
is_plain_body (const AgreedPdfLine *line, double body)
{
  return line->role == AGREED_PDF_BODY && !line->bold && ABS (line->size - body) < .6;
}

/* Whether there are few of them, to the half point all the same. */
static gboolean
agree (GArray *distances)
{
  for (guint i = 1; i < distances->len; i++)
    if (ABS (g_array_index (distances, double, i) - g_array_index (distances, double, 0)) > .5)
      return FALSE;

  return distances->len > 0;
}

/* The least distance that is found again and again, no less than the type's size; 0 where there is none. */
static double
least_frequent_enough (GArray *distances, double body)
{
  double least = 0;

  for (guint i = 0; i < distances->len; i++)
    {
      double distance = g_array_index (distances, double, i);
      guint alike = 0;

      if (distance < body || (least > 0 && distance >= least))
        continue;
      for (guint j = 0; j < distances->len; j++)
        alike += ABS (g_array_index (distances, double, j) - distance) < .5;
      if (alike >= MAX (FEWEST_TO_LESSEN, distances->len / 5))
        least = distance;
    }
  return least;
}

static double
find_pitch (GPtrArray *pages, double body)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) inside = g_array_new (FALSE, FALSE, sizeof (double));
  double pitch;

  /* Where a first line that stands in has its second below it, that is inside a paragraph: many paragraphs of one line
   * would else make their own distance the usual one. */
  for (guint p = 0; p < pages->len; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pages, p);

      for (guint i = 1; i < lines->len; i++)
        {
          const AgreedPdfLine *above = g_ptr_array_index (lines, i - 1), *line = g_ptr_array_index (lines, i);

          if (is_plain_body (above, body) && is_plain_body (line, body))
            {
              double distance = line->y2 - above->y2;

              g_array_append_val (distances, distance);
              if (line->start < above->start - INDENT)
                g_array_append_val (inside, distance);
            }
        }
    }

  pitch = most_frequent (inside->len >= FEWEST_SECOND_LINES ? inside : distances);
  if (inside->len >= (agree (inside) ? FEWEST_TO_LESSEN - 1 : FEWEST_TO_LESSEN) && inside->len < FEWEST_SECOND_LINES
      && most_frequent (inside) > 0)
    pitch = MIN (pitch, most_frequent (inside));
  /* Where no first line stands in, a few paragraphs of more than one line have to say it. */
  if (inside->len == 0 && distances->len <= FEW_LINES)
    {
      double least = least_frequent_enough (distances, body);

      pitch = least > 0 ? MIN (pitch, least) : pitch;
    }
  return pitch > 0 ? pitch : body * 1.2;
}

/* Whether first lines that stand in have a wider gap above them; where none stands in, whether any line has. */
static gboolean
find_gaps (GPtrArray *pages, double body, double pitch)
{
  guint wider = 0, usual = 0, apart = 0;

  for (guint p = 0; p < pages->len; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pages, p);

      for (guint i = 1; i < lines->len; i++)
        {
          const AgreedPdfLine *above = g_ptr_array_index (lines, i - 1), *line = g_ptr_array_index (lines, i);

          if (!is_plain_body (above, body) || !is_plain_body (line, body))
            continue;
          apart += line->y2 - above->y2 > WIDER * pitch;
          if (line->start < above->start + INDENT)
            continue;
          if (line->y2 - above->y2 > WIDER * pitch)
            wider++;
          else
            usual++;
        }
    }

  return wider + usual > 0 ? wider >= usual : apart > 0;
}

/* The place nearest the edge where at least a sixth of the page's lines start; on a page with few lines the place on the
 * page before, if any starts there. */
static double
find_margin (GPtrArray *lines, double body, double fallback)
{
  guint counts[400] = { 0 }; /* by two points */
  guint n = 0;
  gboolean as_before = FALSE;

  for (guint i = 0; i < lines->len; i++)
    {
      const AgreedPdfLine *line = g_ptr_array_index (lines, i);

      if (is_plain_body (line, body))
        {
          counts[(guint)CLAMP (line->start / 2 + .5, 0, 399)]++;
          as_before |= ABS (line->start - fallback) <= SAME_PLACE;
          n++;
        }
    }
  if (n < 6 || (n < 12 && as_before))
    return fallback;
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    if (counts[i] + (i > 0 ? counts[i - 1] : 0) + (i < 399 ? counts[i + 1] : 0) > MAX (n / 6, 1))
      return (i + 1) * 2.;

  return fallback;
}

/* Where the longest of the page's lines end, but for a few. */
static double
find_edge (GPtrArray *lines, double body)
{
  double furthest = 0, edge = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const AgreedPdfLine *line = g_ptr_array_index (lines, i);

      if (is_plain_body (line, body))
        furthest = MAX (furthest, line->end);
    }
  /* a line that juts out stands alone */
  for (guint i = 0; i < lines->len; i++)
    {
      const AgreedPdfLine *line = g_ptr_array_index (lines, i);

      if (is_plain_body (line, body) && line->end < furthest - SAME_PLACE)
        edge = MAX (edge, line->end);
    }

  return furthest - edge > 3 * body ? edge : furthest;
}

/* Whether the first word of the line would have found room at the end of the last: then somebody broke the line there. */
static gboolean
is_cut_short (const Assembly *assembly, const AgreedPdfLine *line)
{
  double needed = assembly->body * .25;

  if (line->page != assembly->last->page)
    return FALSE;
  for (guint i = 0; i < line->glyphs->len && !g_unichar_isspace (agreed_pdf_glyph_at (line, i)->character); i++)
    {
      if (i > 0 && agreed_character_is_east_asian (agreed_pdf_glyph_at (line, i)->character))
        break;
      needed = agreed_pdf_glyph_at (line, i)->x2 - line->start + assembly->body * .25;
    }

  return assembly->last->end + needed + assembly->body * .5 < assembly->edge;
}

static gboolean
ends_in_comma (const AgreedPdfLine *line)
{
  gunichar last = last_character (line);

  return last == ',' || last == 0xff0c || last == 0x60c;
}

/* A heading may be the last line of a page. */
static gboolean
ends_far_short (const Assembly *assembly, const AgreedPdfLine *line)
{
  return line->page != assembly->last->page && assembly->last->end < assembly->edge - FAR_SHORT * assembly->body;
}

/* A comma ends most preambular paragraphs, and many lines: then the next must look like a beginning. */
static gboolean
may_end_paragraph (const Assembly *assembly, const AgreedPdfLine *line)
{
  if (ends_paragraph (assembly->last) || is_cut_short (assembly, line))
    return TRUE;

  return ends_in_comma (assembly->last) && agreed_pdf_glyph_at (line, 0)->italic;
}

static gboolean
same_type (const AgreedPdfLine *a, const AgreedPdfLine *b)
{
  return a->bold == b->bold && ABS (a->size - b->size) < .6;
}

/* On a new page, or where lines and paragraphs keep the same distance, only indents and ends can tell. */
static gboolean
stands_in (const Assembly *assembly, const AgreedPdfLine *line)
{
  const AgreedPdfLine *last = assembly->last;
  double moved = line->start - assembly->margin - (last->start - assembly->last_margin);

  if (moved > INDENT)
    return line->start > assembly->margin + INDENT;
  if (begins_with_number (line)
      && (may_end_paragraph (assembly, line)
          || (ends_in_comma (last) && paragraph_number (line) == assembly->n_numbered + 1)
          || (ends_far_short (assembly, line)
              && (paragraph_number (line) == 1 || paragraph_number (line) == assembly->n_numbered + 1))))
    return TRUE;
  /* Two first lines, one below the other: the first was its paragraph's only line. */
  return ABS (moved) <= SAME_PLACE && line->start > assembly->margin + INDENT
         && may_end_paragraph (assembly, line) && !g_unichar_islower (first_character (line));
}

static gboolean
begins_paragraph (const Assembly *assembly, const AgreedPdfLine *line)
{
  const AgreedPdfLine *last = assembly->last;
  double distance, usual;

  if (assembly->open == NULL || !same_type (last, line))
    return TRUE;
  if (last->page != line->page)
    return stands_in (assembly, line);

  distance = line->y2 - last->y2;
  usual = MAX (assembly->pitch, assembly->pitch * line->size / assembly->body);
  if (distance > WIDER * usual)
    return TRUE;
  if (!assembly->gaps)
    return stands_in (assembly, line);

  /* the second line of a title hangs, or is centred */
  if (line->bold || line->start <= assembly->margin + INDENT || !stands_in (assembly, line)
      || !(ends_paragraph (last) || is_cut_short (assembly, line)))
    return FALSE;

  /* behind a paragraph's last line, or behind one that is all of its paragraph */
  return (line->start > last->start + INDENT && last->start < assembly->margin + SAME_PLACE)
         || (ABS (line->start - last->start) < SAME_PLACE && last->end < assembly->edge - 2 * INDENT);
}

/* The open paragraph is whole; the footnotes of the pages that it runs over stand behind it, but for the last of them,
 * where it goes on at the foot of the next page. */
static void
close_paragraph (Assembly *assembly)
{
  if (assembly->table != NULL)
    g_ptr_array_add (assembly->blocks, agreed_pdf_rows_finish (g_steal_pointer (&assembly->table)));
  if (assembly->open != NULL)
    g_ptr_array_add (assembly->blocks, agreed_pdf_wording_finish (g_steal_pointer (&assembly->open)));
  while (assembly->pending->len > (assembly->carries ? 1 : 0))
    g_ptr_array_add (assembly->blocks, agreed_pdf_wording_finish (g_ptr_array_steal_index (assembly->pending, 0)));
  if (!assembly->carries)
    assembly->footnote = NULL;
}

static void
add_body_line (Assembly *assembly, const AgreedPdfLine *line)
{
  if (begins_paragraph (assembly, line))
    {
      close_paragraph (assembly);
      if (paragraph_number (line) > 0)
        assembly->n_numbered = paragraph_number (line);
      assembly->open = agreed_pdf_wording_new (AGREED_BLOCK_WORDING);
      assembly->open->block->heading = line->bold;
      agreed_pdf_wording_append (assembly->open, line, 0, "");
    }
  else
    agreed_pdf_wording_append (assembly->open, line, 0, agreed_pdf_glue_between (assembly->last, line));
  assembly->last = line;
  assembly->last_margin = assembly->margin;
}

/* A table goes on over the end of a page. */
static void
add_table_line (Assembly *assembly, const AgreedPdfLine *line)
{
  if (assembly->table == NULL)
    {
      close_paragraph (assembly);
      assembly->table = agreed_pdf_rows_new ();
    }
  agreed_pdf_rows_append (assembly->table, line);
}

static char *
marker_of (const AgreedPdfLine *line, guint length)
{
  GString *marker = g_string_new (NULL);

  for (guint i = 0; i < length; i++)
    g_string_append_unichar (marker, agreed_pdf_glyph_at (line, i)->character);

  return g_string_free (marker, FALSE);
}

static void
add_footnote_line (Assembly *assembly, const AgreedPdfLine *line)
{
  guint length = agreed_pdf_line_marker_length (line);
  guint from;

  if (length > 0)
    assembly->next_typed = G_MAXUINT;
  else if (assembly->next_typed < G_MAXUINT
           && (length = agreed_pdf_line_typed_marker_length (line, assembly->next_typed)) > 0)
    assembly->next_typed++;
  from = length;
  while (from < line->glyphs->len && g_unichar_isspace (agreed_pdf_glyph_at (line, from)->character))
    from++;

  if (length > 0 || assembly->footnote == NULL)
    {
      assembly->footnote = agreed_pdf_wording_new (AGREED_BLOCK_FOOTNOTE);
      assembly->footnote->block->number = marker_of (line, length);
      g_ptr_array_add (assembly->pending, assembly->footnote);
      agreed_pdf_wording_append (assembly->footnote, line, from, "");
    }
  else
    agreed_pdf_wording_append (assembly->footnote, line, from, agreed_pdf_glue_between (assembly->last_footnote, line));
  assembly->last_footnote = line;
}

/* Whether the footnotes of these lines begin with the rest of one. */
static gboolean
begins_within_footnote (GPtrArray *lines, guint next_typed)
{
  for (guint i = 0; i < lines->len; i++)
    if (((const AgreedPdfLine *)g_ptr_array_index (lines, i))->role == AGREED_PDF_FOOTNOTE)
      return agreed_pdf_line_marker_length (g_ptr_array_index (lines, i)) == 0
             && agreed_pdf_line_typed_marker_length (g_ptr_array_index (lines, i), next_typed) == 0;

  return FALSE;
}

GPtrArray *
agreed_pdf_get_blocks (GPtrArray *pages, double body_size)
{
  Assembly assembly = {
    .blocks = g_ptr_array_new_with_free_func ((GDestroyNotify)agreed_block_free),
    .body = body_size,
    .pitch = find_pitch (pages, body_size),
    .pending = g_ptr_array_new (),
    .next_typed = 1,
  };

  assembly.gaps = find_gaps (pages, body_size, assembly.pitch);
  for (guint p = 0; p < pages->len; p++)
    {
      GPtrArray *lines = g_ptr_array_index (pages, p);

      assembly.margin = find_margin (lines, body_size, assembly.margin);
      assembly.edge = find_edge (lines, body_size);
      for (guint i = 0; i < lines->len; i++)
        {
          const AgreedPdfLine *line = g_ptr_array_index (lines, i);

          if (line->role == AGREED_PDF_BODY)
            add_body_line (&assembly, line);
          else if (line->role == AGREED_PDF_TABLE)
            add_table_line (&assembly, line);
          else if (line->role == AGREED_PDF_FOOTNOTE)
            add_footnote_line (&assembly, line);
        }
      assembly.carries = p + 1 < pages->len && begins_within_footnote (g_ptr_array_index (pages, p + 1),
                                                                           assembly.next_typed);
    }
  close_paragraph (&assembly);
  g_ptr_array_unref (assembly.pending);

  return assembly.blocks;
}
