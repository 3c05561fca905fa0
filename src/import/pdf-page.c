/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-page.h"

#include <math.h>

#include "character.h"
#include "pdf-direction.h"
#include "pdf-glyphs.h"
#include "pdf-ink.h"

/* Kerning and condensed type move glyphs apart by up to .13 of their height inside a word; the narrowest space set
 * between words in the justified lines of the General Assembly's resolutions is .16. */
#define NARROWEST_SPACE .145

/* Letters of a right-to-left word are never kerned apart, and its quotation marks stand out of their boxes. */
#define NARROWEST_SPACE_TO_LEFT .1

/* Between a Chinese character and a figure or Latin letter, of its size: what is narrower was set there for looks, which
 * is a fifth or a quarter and what justifying adds; a space that was typed is half. */
#define NARROWEST_SPACE_BESIDE_CHINESE .35

/* What stands further apart is parted, whether or not there is a space in the file: the two ends of a head's lines. */
#define WIDEST_KERN 1.5

/* A superscript is at most this much of its line's size, and ends at least this much of the line's height above its
 * foot. */
#define SUPERSCRIPT_SIZE .8
#define SUPERSCRIPT_RISE .12

/* Two columns are told by so many lines at each side of the gap between them, and by their ending this near to it. */
#define FEWEST_COLUMN_LINES 5
#define NEAR_GUTTER 24.

/* Places at which the gap is looked for: on a page of paper every second point. A page may say that it is a mile wide. */
#define GUTTER_STEPS 60

void
agreed_pdf_line_free (gpointer data)
{
  AgreedPdfLine *line = data;

  if (line == NULL)
    return;
  g_array_unref (line->glyphs);
  g_clear_pointer (&line->cells, g_ptr_array_unref);
  g_free (line);
}

AgreedPdfLine *
agreed_pdf_line_new (void)
{
  AgreedPdfLine *line = g_new0 (AgreedPdfLine, 1);

  line->glyphs = g_array_new (FALSE, FALSE, sizeof (AgreedPdfGlyph));

  return line;
}

char *
agreed_pdf_line_to_string (const AgreedPdfLine *line)
{
  GString *string = g_string_sized_new (line->glyphs->len);

  for (guint i = 0; i < line->glyphs->len; i++)
    g_string_append_unichar (string, agreed_pdf_glyph_at (line, i)->character);

  return g_string_free (string, FALSE);
}

/* Where the line stands and how large most of it is. */
static void
measure (AgreedPdfLine *line)
{
  double largest = 0;
  guint n_largest = 0, n_bold = 0, n_seen = 0;

  line->start = G_MAXDOUBLE;
  line->end = -G_MAXDOUBLE;
  line->y1 = G_MAXDOUBLE;
  line->y2 = -G_MAXDOUBLE;
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);

      line->start = MIN (line->start, glyph->x1);
      line->end = MAX (line->end, glyph->x2);
      if (g_unichar_isspace (glyph->character))
        continue;

      n_seen++;
      n_bold += glyph->bold;
      /* A run of three or more of the larger size makes the line, so that one stray capital does not. */
      if (ABS (glyph->size - largest) < .1)
        n_largest++;
      else if (glyph->size > largest || n_largest < 3)
        {
          largest = glyph->size;
          n_largest = 1;
        }
    }
  line->size = largest;
  line->bold = n_seen > 0 && n_bold == n_seen;

  /* The line's height is that of its main type: superscripts would stretch it. */
  for (guint i = 0; i < line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);

      if (glyph->size < SUPERSCRIPT_SIZE * largest)
        continue;
      line->y1 = MIN (line->y1, glyph->y1);
      line->y2 = MAX (line->y2, glyph->y2);
    }
}

static gint
compare_by_height (gconstpointer a, gconstpointer b)
{
  const AgreedPdfLine *first = *(AgreedPdfLine *const *)a;
  const AgreedPdfLine *second = *(AgreedPdfLine *const *)b;

  /* The foot, not the head: type of two sizes on one line shares it. Counted in hundredths, for an order needs what is
   * equal to stay equal. */
  long foot = lrint (first->y2 * 100), other = lrint (second->y2 * 100);

  if (foot != other)
    return foot < other ? -1 : 1;
  return first->start < second->start ? -1 : first->start > second->start;
}

static gint
compare_by_start (gconstpointer a, gconstpointer b)
{
  const AgreedPdfLine *first = *(AgreedPdfLine *const *)a;
  const AgreedPdfLine *second = *(AgreedPdfLine *const *)b;

  return first->start < second->start ? -1 : first->start > second->start;
}

static gboolean
share_a_line (const AgreedPdfLine *line, const AgreedPdfLine *other)
{
  double middle = (other->y1 + other->y2) / 2, middle_of_line = (line->y1 + line->y2) / 2;

  return (middle > line->y1 && middle < line->y2) || (middle_of_line > other->y1 && middle_of_line < other->y2);
}

/* The narrowest gap between two glyphs that is a space where the file has one. */
static double
narrowest_space (const AgreedPdfGlyph *last, const AgreedPdfGlyph *glyph, gboolean right_to_left)
{
  gboolean wide = agreed_character_is_east_asian (glyph->character), last_wide = agreed_character_is_east_asian (last->character);
  double height = MAX (glyph->y2 - glyph->y1, last->y2 - last->y1);

  if (wide && last_wide)
    return .5 * height;
  if ((wide || last_wide) && g_unichar_isalnum (wide ? last->character : glyph->character))
    return MAX (NARROWEST_SPACE_BESIDE_CHINESE * (wide ? glyph->size : last->size), NARROWEST_SPACE * height);

  return (right_to_left ? NARROWEST_SPACE_TO_LEFT : NARROWEST_SPACE) * height;
}

/* Appends the stretch's glyphs with a space wherever the page has the room of one, and nowhere else. Glyphs of a run
 * written against the direction of the line lie behind each other: the distance is then taken the other way. */
static void
append_stretch (AgreedPdfLine *line, AgreedPdfLine *stretch, gboolean right_to_left)
{
  gboolean spaced = line->glyphs->len > 0;

  for (guint i = 0; i < stretch->glyphs->len; i++)
    {
      AgreedPdfGlyph glyph = *agreed_pdf_glyph_at (stretch, i);

      if (g_unichar_isspace (glyph.character))
        {
          spaced = TRUE;
          continue;
        }
      if (line->glyphs->len > 0)
        {
          AgreedPdfGlyph *last = agreed_pdf_glyph_at (line, line->glyphs->len - 1);
          double gap = MAX (glyph.x1 - last->x2, last->x1 - glyph.x2);
          double height = MAX (glyph.y2 - glyph.y1, last->y2 - last->y1);

          if (gap >= (spaced ? narrowest_space (last, &glyph, right_to_left) : WIDEST_KERN * height))
            {
              AgreedPdfGlyph space = *last;

              space.character = ' ';
              space.x1 = last->x2;
              space.x2 = glyph.x1;
              g_array_append_val (line->glyphs, space);
            }
        }
      g_array_append_val (line->glyphs, glyph);
      spaced = FALSE;
    }
}

static void
find_superscripts (AgreedPdfLine *line)
{
  double height = line->y2 - line->y1;

  for (guint i = 0; i < line->glyphs->len; i++)
    {
      AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (line, i);

      glyph->raised = glyph->size <= SUPERSCRIPT_SIZE * line->size && line->y2 - glyph->y2 >= SUPERSCRIPT_RISE * height;
    }
}

/* Joins the stretches that stand beside each other. */
static AgreedPdfLine *
join_stretches (GPtrArray *row, gboolean right_to_left)
{
  AgreedPdfLine *line = agreed_pdf_line_new ();
  g_autoptr (GPtrArray) words = right_to_left ? agreed_pdf_part_words (row) : g_ptr_array_ref (row);

  for (guint i = 0; right_to_left && i < words->len; i++)
    measure (g_ptr_array_index (words, i));
  g_ptr_array_sort (words, compare_by_start);
  for (guint i = 0; i < words->len; i++)
    append_stretch (line, g_ptr_array_index (words, i), right_to_left);
  if (right_to_left)
    {
      agreed_pdf_drop_stretchers (line);
      agreed_pdf_turn_runs (line);
    }
  if (line->glyphs->len > 0)
    {
      measure (line);
      find_superscripts (line);
    }

  return line;
}

/* Joins what shares a line, from the head of the page to its foot. */
static GPtrArray *
join_lines (GPtrArray *stretches, guint number, gboolean right_to_left)
{
  g_autoptr (GPtrArray) row = g_ptr_array_new ();
  GPtrArray *lines = g_ptr_array_new_with_free_func (agreed_pdf_line_free);

  for (guint i = 0; i < stretches->len;)
    {
      AgreedPdfLine *tallest = g_ptr_array_index (stretches, i);
      AgreedPdfLine *line;

      g_ptr_array_set_size (row, 0);
      while (i < stretches->len && (row->len == 0 || share_a_line (tallest, g_ptr_array_index (stretches, i))))
        {
          AgreedPdfLine *stretch = g_ptr_array_index (stretches, i++);

          if (stretch->y2 - stretch->y1 > tallest->y2 - tallest->y1)
            tallest = stretch;
          g_ptr_array_add (row, stretch);
        }
      line = join_stretches (row, right_to_left);
      line->page = number;
      if (line->glyphs->len > 0)
        g_ptr_array_add (lines, line);
      else
        agreed_pdf_line_free (line);
    }

  return lines;
}

/* How much of the page, by number of glyphs, stands wholly before @x, wholly behind it, and across it. */
static void
weigh_sides (GPtrArray *stretches, double x, guint sides[3])
{
  sides[0] = sides[1] = sides[2] = 0;
  for (guint i = 0; i < stretches->len; i++)
    {
      const AgreedPdfLine *stretch = g_ptr_array_index (stretches, i);

      sides[stretch->end <= x ? 0 : stretch->start >= x ? 1 : 2] += stretch->glyphs->len;
    }
}

/* The lines of wording that end just before @x or start just behind it: a column's edge is straight. */
static guint
count_at_edge (GPtrArray *stretches, double x, gboolean behind)
{
  guint n = 0;

  for (guint i = 0; i < stretches->len; i++)
    {
      const AgreedPdfLine *stretch = g_ptr_array_index (stretches, i);

      if (stretch->glyphs->len > 20
          && (behind ? stretch->start >= x && stretch->start < x + NEAR_GUTTER
                     : stretch->end <= x && stretch->end > x - NEAR_GUTTER))
        n++;
    }

  return n;
}

/* Where the gap between two columns is; 0 on a page with one. */
static double
find_gutter (GPtrArray *stretches, double width)
{
  double best = 0;
  guint least = G_MAXUINT;

  for (guint i = 0; i <= GUTTER_STEPS; i++)
    {
      double x = width * (.4 + .2 * i / GUTTER_STEPS);
      guint sides[3];

      weigh_sides (stretches, x, sides);
      if (sides[2] < least && sides[2] * 5 < sides[0] + sides[1] && MIN (sides[0], sides[1]) * 8 > sides[0] + sides[1]
          && count_at_edge (stretches, x, FALSE) >= FEWEST_COLUMN_LINES
          && count_at_edge (stretches, x, TRUE) >= FEWEST_COLUMN_LINES)
        {
          least = sides[2];
          best = x;
        }
    }

  return best;
}

void
agreed_pdf_page_append_columns (PopplerPage *page, GPtrArray *columns)
{
  g_autoptr (GPtrArray) stretches = agreed_pdf_page_get_stretches (page);
  g_autoptr (GPtrArray) first = g_ptr_array_new (), second = g_ptr_array_new ();
  double width, gutter;
  guint n_columns = columns->len;
  gboolean begun = FALSE, right_to_left = agreed_pdf_is_right_to_left (stretches);

  poppler_page_get_size (page, &width, NULL);
  if (right_to_left)
    agreed_pdf_mirror (stretches, width);
  for (guint i = 0; i < stretches->len; i++)
    measure (g_ptr_array_index (stretches, i));
  g_ptr_array_sort (stretches, compare_by_height);

  gutter = find_gutter (stretches, width);
  for (guint i = 0; i < stretches->len; i++)
    {
      AgreedPdfLine *stretch = g_ptr_array_index (stretches, i);
      gboolean across = gutter > 0 && stretch->start < gutter && stretch->end > gutter;

      begun |= gutter > 0 && !across && stretch->glyphs->len > 20;
      g_ptr_array_add (gutter > 0 && (across ? begun : stretch->start >= gutter) ? second : first, stretch);
    }
  g_ptr_array_add (columns, join_lines (first, columns->len, right_to_left));
  if (gutter > 0)
    g_ptr_array_add (columns, join_lines (second, columns->len, right_to_left));
  for (guint i = n_columns; right_to_left && i < columns->len; i++)
    agreed_pdf_join_stretched_words (page, g_ptr_array_index (columns, i));
}
