/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "breaks.h"

#include <math.h>
#include <string.h>

#include "block.h"
#include "dates.h"
#include "footnotes.h"
#include "openings.h"
#include "symbol.h"

typedef enum { END_NONE, END_COMMA, END_STOP, END_SEMICOLON } End;

typedef enum {
  START_OTHER,   /* a script without capitals, nothing known */
  START_LOWER,
  START_UPPER,
  START_OPENING, /* a known opening, in the case in which paragraphs have it */
  START_LETTER,  /* "(a)" */
  START_NUMBER,  /* "12." */
  START_ORGAN,
} Start;

enum { GAP, INDENT, FIT, N_SIGNS };
enum { N_CLASSES = 3 };
/* Columns of the widest line that is set to be printed. */
#define WIDEST_PAGE 120
#define CLASS_VOID 0xff

typedef struct {
  End end;         /* of the line before */
  Start start;     /* of this line */
  guint value;     /* of START_NUMBER */
  gboolean quoted; /* begins with a quotation mark */
  guint8 signs[N_SIGNS];
} Place;

typedef struct {
  const AgreedWordingSet *set;
  GPtrArray *lines;
  GArray *torn;
  Place *places;
  double odds[N_SIGNS][N_CLASSES];
  gboolean capitals;     /* the script has them, and openings of preambular paragraphs begin with one */

  gboolean in_body;
  gboolean in_quote;     /* each paragraph of this text begins with a quotation mark */
  guint last_number;
  guint outer_number;    /* the last number of the report around a quoted text */
  guint block_lines;     /* lines of the block so far */
  gboolean block_opened; /* the block began with an opening or a number */
} Finder;

static const AgreedLine *
line_at (const Finder *finder,
         guint         i)
{
  return g_ptr_array_index (finder->lines, i);
}

/* ";", and what may stand behind it at the end of the last sub-paragraph but one: "; and" */
static gboolean
ends_in_joined_semicolon (const char *text,
                          gsize       length)
{
  static const char *const joiners[] = { "and", "or", "et", "ou", "y", "o", "e", "u", "и", "или", "و", "أو", "和", "及", "或", "以及", "并" };

  for (guint i = 0; i < G_N_ELEMENTS (joiners); i++)
    {
      gsize joiner = strlen (joiners[i]);
      gsize rest;

      if (length <= joiner || strncmp (text + length - joiner, joiners[i], joiner) != 0)
        continue;
      rest = length - joiner;
      while (rest > 0 && text[rest - 1] == ' ')
        rest--;
      if (rest > 0 && (text[rest - 1] == ';' || (rest >= 3 && strncmp (text + rest - 3, "；", 3) == 0) ||
                       (rest >= 2 && strncmp (text + rest - 2, "؛", 2) == 0)))
        return TRUE;
    }

  return FALSE;
}

static End
classify_end (const char *text)
{
  gsize length = strlen (text);
  gunichar c;

  length -= agreed_footnotes_trailing (text);
  if (ends_in_joined_semicolon (text, length))
    return END_SEMICOLON;
  while (length > 0)
    {
      const char *last = g_utf8_prev_char (text + length);

      c = g_utf8_get_char (last);
      switch (c)
        {
        case ',': case 0xff0c: case 0x060c: case 0x3001:
          return c == 0x3001 ? END_NONE : END_COMMA;
        case ';': case 0xff1b: case 0x061b:
          return END_SEMICOLON;
        case '.': case 0x3002: case 0xff0e: case ':': case 0xff1a: case '!': case '?': case 0xff01: case 0xff1f: case 0x06d4: case 0x061f:
          return END_STOP;
        case 0x201d: case 0x00bb: case '"': case ')': case ']': case 0x300d: case ' ': case 0xa0: case 0x200f: case 0x200e: case 0xff09: case 0x201c:
          length = last - text;
          break;
        default:
          return END_NONE;
        }
    }

  return END_NONE;
}

static gboolean
starts_upper (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return g_unichar_isupper (g_utf8_get_char (text));
}

static Start
classify_start (const Finder *finder,
                const char   *text,
                guint        *value,
                gboolean     *quoted)
{
  gsize length = agreed_quote_scan (text);
  g_autofree char *number = NULL;
  AgreedNumbering numbering;
  gunichar c;

  *quoted = length > 0;
  text += length;
  numbering = agreed_numbering_scan (text, &length, &number);
  if (numbering == AGREED_NUMBERING_ARABIC)
    {
      *value = atoi (number);
      return START_NUMBER;
    }
  if (numbering == AGREED_NUMBERING_LETTER)
    return START_LETTER;
  length = agreed_opening_organ (text, finder->set, NULL);
  if (length > 0 && text[length] == '\0' && (starts_upper (text) || !finder->capitals))
    return START_ORGAN;
  c = g_utf8_get_char (text);
  if (agreed_opening_guess (text, finder->set) != AGREED_OPENING_NONE && (g_unichar_isupper (c) || !finder->capitals))
    return START_OPENING;
  if (g_unichar_isupper (c))
    return START_UPPER;

  return g_unichar_islower (c) ? START_LOWER : START_OTHER;
}

/* The width of the first piece of @text that could not be broken: a word, or one wide character. */
static guint
first_piece (const char *text)
{
  guint width = 0;

  for (const char *p = text; *p != '\0' && width < 40; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        break;
      if (g_unichar_iswide (c))
        return width > 0 ? width : 2;
      width++;
    }

  return width;
}

/* The column at which full lines end: where the widest twentieth of lines begins. */
static guint
measure_edge (const Finder *finder)
{
  guint histogram[512] = { 0 };
  guint seen = 0, edge = G_N_ELEMENTS (histogram) - 1;

  for (guint i = 0; i < finder->lines->len; i++)
    histogram[MIN (line_at (finder, i)->width, edge)]++;
  while (edge > 1 && (seen += histogram[edge]) * 20 < finder->lines->len)
    edge--;

  return edge;
}

/* The indent of most lines from @first on to the next tear: pages may stand left or right. */
static guint
measure_margin (const Finder *finder,
                guint         first)
{
  guint histogram[64] = { 0 };
  guint best = 0;

  for (guint i = first; i < finder->lines->len && i < first + 80 && (i == first || !g_array_index (finder->torn, gboolean, i)); i++)
    if (line_at (finder, i)->role == AGREED_LINE_WORDING && !line_at (finder, i)->beside)
      histogram[MIN (line_at (finder, i)->indent, G_N_ELEMENTS (histogram) - 1)]++;
  for (guint i = 0; i < G_N_ELEMENTS (histogram); i++)
    if (histogram[i] > histogram[best])
      best = i;

  return best;
}

static void
classify_signs (Finder *finder,
                guint   i,
                guint   edge,
                guint   margin)
{
  const AgreedLine *line = line_at (finder, i), *before = line_at (finder, i - 1);
  Place *place = &finder->places[i];
  guint need = first_piece (line->text), used = before->width;

  memset (place->signs, CLASS_VOID, sizeof place->signs);
  if (g_array_index (finder->torn, gboolean, i))
    return;
  place->signs[GAP] = MIN (line->blank, 2);
  if (before->role == AGREED_LINE_MARKER || line->beside || before->beside)
    return;
  place->signs[INDENT] = line->indent > margin + 2 ? 2 : line->indent > margin ? 1 : 0;
  need += !g_unichar_iswide (g_utf8_get_char (line->text));
  if (edge >= used + need + edge / 6)
    place->signs[FIT] = 2;
  else
    place->signs[FIT] = edge >= used + need + 3 ? 1 : 0;
}

static void
classify_places (Finder *finder)
{
  guint edge = measure_edge (finder);
  guint margin = finder->lines->len > 0 ? measure_margin (finder, 0) : 0;
  End end = END_STOP;

  for (guint i = 0; i < finder->lines->len; i++)
    {
      const AgreedLine *line = line_at (finder, i);
      Place *place = &finder->places[i];

      if (g_array_index (finder->torn, gboolean, i) || i % 80 == 79)
        margin = measure_margin (finder, i);
      place->end = end;
      if (line->role == AGREED_LINE_MARKER)
        continue; /* a marker ends as the line before it does */
      place->start = classify_start (finder, line->text, &place->value, &place->quoted);
      if (i > 0)
        classify_signs (finder, i, edge, margin);
      end = classify_end (line->text);
    }
}

/* How sure the words alone are that a paragraph begins here: 1 yes, -1 no, 0 unknown; .5 rather yes. */
static double
seed (const Finder *finder,
      guint         i,
      guint         last_number)
{
  const Place *place = &finder->places[i];

  if (line_at (finder, i)->role == AGREED_LINE_MARKER)
    return 0;
  if (place->start == START_NUMBER && place->value == last_number + 1 && place->end != END_NONE)
    return 1;
  if (place->start == START_OPENING && place->end != END_NONE)
    return finder->capitals ? 1 : .5;
  if (place->end == END_NONE && (place->start == START_LOWER || place->start == START_OTHER))
    return -1;
  if (place->end == END_COMMA && place->start == START_LOWER && finder->capitals)
    return -1;

  return 0;
}

static void
weigh_signs (Finder *finder)
{
  /* imagined cases: what a page's signs mean where nothing is known of it */
  static const double imagined[2][N_SIGNS][N_CLASSES] = {
    { { .5, 1, 1 }, { 1, .7, 1 }, { .4, .6, 1 } },
    { { 1, .4, .1 }, { 1, .5, .4 }, { 1, .5, .2 } },
  };
  double counts[2][N_SIGNS][N_CLASSES];
  guint last_number = 0;

  memcpy (counts, imagined, sizeof counts);
  for (guint i = 1; i < finder->lines->len; i++)
    {
      const Place *place = &finder->places[i];
      double sure = seed (finder, i, last_number);

      if (place->start == START_NUMBER && (place->value == last_number + 1 || place->value == 1))
        last_number = place->value;
      for (guint sign = 0; sure != 0 && sign < N_SIGNS; sign++)
        if (place->signs[sign] != CLASS_VOID)
          counts[sure < 0][sign][place->signs[sign]] += fabs (sure);
    }

  for (guint sign = 0; sign < N_SIGNS; sign++)
    for (guint class = 0; class < N_CLASSES; class++)
      {
        const double *yes = counts[0][sign], *no = counts[1][sign];
        double odds = log (yes[class] / (yes[0] + yes[1] + yes[2])) - log (no[class] / (no[0] + no[1] + no[2]));

        finder->odds[sign][class] = CLAMP (odds, -3.5, 3.5);
      }
}

/* What the words say for a paragraph's beginning, as a logarithm of odds. */
static double
weigh_words (const Finder *finder,
             const Place  *place)
{
  double weight = 0;

  switch (place->end)
    {
    case END_NONE:
      weight = finder->in_body ? -7 : -1.5;
      break;
    case END_COMMA:
      weight = -1.5;
      break;
    case END_SEMICOLON:
      weight = 1.5;
      break;
    case END_STOP:
    default:
      weight = finder->in_body ? .5 : 1.5;
      break;
    }

  switch (place->start)
    {
    case START_LOWER:
      weight += finder->capitals ? -5 : -2;
      break;
    case START_OPENING:
      weight += place->end == END_NONE ? 0 : finder->capitals ? 6 : 3;
      break;
    case START_UPPER:
      weight += place->end == END_COMMA ? -1 : .5;
      break;
    case START_LETTER:
      weight += place->end == END_NONE ? 2 : 5;
      break;
    case START_NUMBER:
      if (place->value == finder->last_number + 1 || place->value == 1)
        weight += 9;
      else
        weight += place->end == END_NONE ? 0 : place->value > finder->last_number && place->value < finder->last_number + 8 ? 4 : 1;
      break;
    case START_ORGAN:
    case START_OTHER:
    default:
      weight -= 1;
      break;
    }
  if (finder->in_quote && place->end != END_NONE)
    weight += place->quoted ? 3 : -3;

  return weight;
}

/* A line that stands by itself between two paragraphs: a heading inside a text, the place and date of adoption, an annex. */
static gboolean
is_apart (const Finder *finder,
          guint         i)
{
  const AgreedLine *line = line_at (finder, i);
  const Place *place = &finder->places[i];
  gsize length;

  if (line->width > 70 || place->end == END_NONE || place->end == END_COMMA)
    return FALSE;
  if (agreed_wording_match_any (line->text, finder->set->annexes, NULL) > 0 && line->width < 24)
    return TRUE;
  length = agreed_wording_match_any (line->text, finder->set->drafts, NULL);
  if (length > 0 && strlen (line->text) < length + 12)
    return TRUE;
  if (agreed_date_scan (line->text, finder->set, &length, NULL) && line->text[length] == '\0')
    return TRUE;

  return agreed_dates_is_meeting (line->text, finder->set);
}

/* A heading's last line has no stop at its end, yet what follows begins a paragraph. */
static gboolean
follows_heading (const Finder *finder,
                 guint         i)
{
  const Place *place = &finder->places[i];

  if (place->end != END_NONE || finder->block_opened || finder->block_lines > 3)
    return FALSE;
  if (place->start == START_NUMBER)
    return place->value == finder->last_number + 1 || place->value == 1;

  return place->start == START_OPENING && (finder->capitals || place->signs[FIT] == 2);
}

/* What comes next is a heading: it has no stop, and behind it a number follows in its turn. */
static gboolean
begins_heading (const Finder *finder,
                guint         i)
{
  const Place *place = &finder->places[i];

  if ((place->end != END_SEMICOLON && place->end != END_STOP) || place->start == START_LOWER)
    return FALSE;
  for (guint k = i + 1; k < MIN (i + 4, finder->lines->len); k++)
    {
      const Place *next = &finder->places[k];

      if (next->end != END_NONE)
        return FALSE;
      if (next->start == START_NUMBER && (next->value == finder->last_number + 1 || (next->value == 1 && finder->last_number == 0)))
        return TRUE;
    }

  return FALSE;
}

/* "Ruritania:* draft resolution" is followed by the title. */
static gboolean
ends_in_draft (const char             *text,
               const AgreedWordingSet *set)
{
  gsize length;
  gssize found = strlen (text) < 400 ? agreed_wording_find (text, set->drafts, &length) : -1;

  return found > 0 && text[found + length] == '\0' && (strchr (text, ':') != NULL || strstr (text, "：") != NULL);
}

/* In a head lines stand for themselves: "[on the report of …]", a symbol, "66/184. Title", "Annex I". */
static gboolean
is_head_line (const Finder *finder,
              guint         i)
{
  const char *text = line_at (finder, i)->text, *before = line_at (finder, i - 1)->text;
  gsize symbol = g_ascii_isalnum (*text) ? agreed_symbol_scan (text, 0) : 0;
  gsize symbol_before = g_ascii_isalpha (*before) ? agreed_symbol_scan (before, 0) : 0;

  if (*text == '[' || g_str_has_suffix (before, "]"))
    return TRUE;
  if (ends_in_draft (before, finder->set))
    return TRUE;
  if (finder->block_lines == 1 && line_at (finder, i - 1)->width < 24 && agreed_wording_match_any (before, finder->set->annexes, NULL) > 0)
    return TRUE;
  if (symbol_before > 0 && before[symbol_before] == '\0')
    return TRUE;

  return symbol > 0 && (text[symbol] == '\0' || (text[symbol] == '.' && g_ascii_isdigit (*text)));
}

/* A quotation ends with its last paragraph: a stop, and behind it the mark that closes. */
static gboolean
ends_quotation (const char *text)
{
  static const char *const endings[] = { ".”", "。”", ".»", ". »", ".\u00a0»", ".\"", "。\"", ".“", "”.", "».", "”。", "。」" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (text, endings[i]))
      return TRUE;

  return FALSE;
}

/* A short line without a stop, parted from what is before and behind as this file parts paragraphs, and before the
 * opening of one. */
static gboolean
is_parted_heading (const Finder *finder,
                   guint         i)
{
  const Place *place = &finder->places[i], *next = place + 1;

  if (i + 1 >= finder->lines->len || place->end == END_NONE || next->end != END_NONE || place->start == START_LOWER ||
      place->start == START_LETTER || place->start == START_NUMBER || place->start == START_OPENING || next->signs[FIT] != 2)
    return FALSE;
  if (place->signs[GAP] == CLASS_VOID || next->signs[GAP] == CLASS_VOID || place->signs[GAP] == 0 || next->signs[GAP] == 0)
    return FALSE;

  return finder->odds[GAP][place->signs[GAP]] > .5 && finder->odds[GAP][next->signs[GAP]] > .5 &&
         (next->start == START_OPENING || next->start == START_NUMBER || next->start == START_UPPER);
}

static gboolean
decide (Finder *finder,
        guint   i)
{
  const AgreedLine *line = line_at (finder, i);
  const Place *place = &finder->places[i];
  double weight;

  if (line->role == AGREED_LINE_MARKER)
    return FALSE;
  if (line->role == AGREED_LINE_TABLE || (i > 0 && line_at (finder, i - 1)->role == AGREED_LINE_TABLE))
    return TRUE;
  if (i == 0 || finder->places[i - 1].start == START_ORGAN || line->beside != line_at (finder, i - 1)->beside || line->beside)
    return TRUE;
  if (place->start == START_ORGAN)
    return !finder->in_body || place->end != END_NONE || !finder->block_opened;
  if (finder->in_body && (is_apart (finder, i) || begins_heading (finder, i) || is_parted_heading (finder, i)))
    return TRUE;
  if (follows_heading (finder, i) || (!finder->in_body && is_head_line (finder, i)))
    return TRUE;

  weight = weigh_words (finder, place);
  for (guint sign = 0; sign < N_SIGNS; sign++)
    if (place->signs[sign] != CLASS_VOID)
      weight += finder->odds[sign][place->signs[sign]];

  return weight > 0;
}

static void
leave_quotation (Finder *finder,
                 guint   i)
{
  if (finder->in_quote && i > 0 && ends_quotation (line_at (finder, i - 1)->text) && !finder->places[i].quoted)
    {
      finder->in_body = finder->in_quote = FALSE;
      finder->last_number = finder->outer_number;
    }
}

/* Follows the text from its organ's name to what ends it. */
static void
follow (Finder  *finder,
        guint    i,
        gboolean begins)
{
  const AgreedLine *line = line_at (finder, i);
  const Place *place = &finder->places[i];

  finder->block_lines = begins ? 1 : finder->block_lines + 1;
  if (!begins)
    return;
  finder->block_opened = place->start == START_OPENING || place->start == START_NUMBER || place->start == START_LETTER;
  if (place->start == START_ORGAN)
    {
      finder->in_body = TRUE;
      finder->in_quote = place->quoted;
      finder->outer_number = finder->last_number;
      finder->last_number = 0;
    }
  else if (place->start == START_NUMBER)
    finder->last_number = place->value;
  if (finder->in_body && place->start != START_ORGAN && i > 0 && is_apart (finder, i))
    finder->in_body = finder->in_quote = FALSE;
  if (line->beside)
    finder->block_lines = 1;
}

/* A file whose paragraphs are a line each has lines that no page holds. */
static gboolean
is_unwrapped (GPtrArray *lines)
{
  guint n = 0;

  for (guint i = 0; i < lines->len; i++)
    n += ((const AgreedLine *) g_ptr_array_index (lines, i))->width > WIDEST_PAGE;

  return n > 0 && n * 12 >= lines->len;
}

/* In such a file a line begins anew behind one that ends like a paragraph, where no page has torn them apart; and two short
 * lines of its head do, where the first has no mark at its end that says it goes on. */
static gboolean
stands_alone (const Finder *finder,
              guint         i)
{
  const AgreedLine *line = g_ptr_array_index (finder->lines, i);
  const AgreedLine *before = i > 0 ? g_ptr_array_index (finder->lines, i - 1) : NULL;

  if (before == NULL || g_array_index (finder->torn, gboolean, i))
    return FALSE;
  if (finder->places[i].end != END_NONE)
    return TRUE;

  return !finder->in_body && line->width < WIDEST_PAGE / 2 && before->width < WIDEST_PAGE / 2;
}

GArray *
agreed_breaks_find (GPtrArray              *lines,
                    GArray                 *torn,
                    const AgreedWordingSet *set)
{
  GArray *breaks = g_array_sized_new (FALSE, TRUE, sizeof (gboolean), lines->len);
  g_autofree Place *places = g_new0 (Place, lines->len + 1);
  Finder finder = { .set = set, .lines = lines, .torn = torn, .places = places };
  gboolean unwrapped = is_unwrapped (lines);

  finder.capitals = g_str_equal (set->code, "en") || g_str_equal (set->code, "fr") || g_str_equal (set->code, "es");
  classify_places (&finder);
  weigh_signs (&finder);
  for (guint i = 0; i < lines->len; i++)
    {
      gboolean begins;

      leave_quotation (&finder, i);
      begins = (unwrapped && stands_alone (&finder, i)) || decide (&finder, i);
      follow (&finder, i, begins);
      g_array_append_val (breaks, begins);
    }

  return breaks;
}
