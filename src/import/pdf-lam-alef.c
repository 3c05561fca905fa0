/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An alef and a lam in this order are either two letters, as in the article, or the one glyph for لا. What tells them apart
 * is the lam's width: as half of a glyph it is the same each time, and another than that of a lam that stands for itself,
 * of which each page has many. The alef's half, on the right, ends where the letter before begins, which may stand a
 * little apart. */
#include "pdf-lam-alef.h"

#define ALEF 0x627
#define LAM 0x644

/* Part of their height by which the same width differs, as places are rounded. */
#define SAME_WIDTH .0005
/* The most by which the halves differ, of their height: as far as letters of a word stand apart. */
#define APART .04
/* The most by which lams that stand for themselves differ among each other, of their height. */
#define NEAR .015

typedef struct {
  GArray *lams;   /* widths of lams that stand for themselves */
  GArray *halves; /* widths of lams that are surely halves */
  guint pairs;    /* alef and lam */
  guint straight; /* lam and alef, which no glyph for both leaves */
} Page;

static gunichar
character_at (const AgreedPdfLine *stretch, gint at)
{
  return at >= 0 && at < (gint)stretch->glyphs->len ? agreed_pdf_glyph_at (stretch, at)->character : 0;
}

static gboolean
is_alef (gunichar character)
{
  return character == ALEF || character == 0x622 || character == 0x623 || character == 0x625;
}

static gboolean
is_letter (gunichar character)
{
  return character >= 0x620 && character <= 0x652;
}

static double
width_at (const AgreedPdfLine *stretch, guint at)
{
  const AgreedPdfGlyph *glyph = agreed_pdf_glyph_at (stretch, at);

  return (glyph->x2 - glyph->x1) / (glyph->y2 - glyph->y1);
}

/* How far a width is from the nearest of @widths. */
static double
distance (GArray *widths, double width)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < widths->len; i++)
    best = MIN (best, ABS (g_array_index (widths, double, i) - width));

  return best;
}

static void
add_width (GArray *widths, double width)
{
  if (distance (widths, width) >= SAME_WIDTH)
    g_array_append_val (widths, width);
}

/* Where alef and lam can be read in no other way: no alef stands before another, a lam before it would be in one glyph with
 * it, and no word ends in an alef and two lams. */
static gboolean
is_surely_one (const AgreedPdfLine *stretch, guint alef)
{
  gunichar before = character_at (stretch, (gint)alef - 1);

  return is_alef (before) || before == LAM
         || (is_letter (before) && character_at (stretch, alef + 2) == LAM && !is_letter (character_at (stretch, alef + 3)));
}

static void
look_at (Page *page, const AgreedPdfLine *stretch, guint at)
{
  gunichar character = character_at (stretch, at), next = character_at (stretch, at + 1);

  if (is_alef (character) && next == LAM)
    {
      page->pairs++;
      if (is_surely_one (stretch, at))
        add_width (page->halves, width_at (stretch, at + 1));
    }
  else if (character == LAM && is_alef (next) && character_at (stretch, at + 2) != LAM)
    page->straight++;
  if (character == LAM && !is_alef (character_at (stretch, (gint)at - 1)))
    add_width (page->lams, width_at (stretch, at));
}

/* "ال" at the start of a word, perhaps after and, by or the like, is the article where nothing else tells. */
static gboolean
may_be_article (const AgreedPdfLine *stretch, guint alef)
{
  gunichar before = character_at (stretch, (gint)alef - 1);
  gboolean is_prefix = before == 0x648 || before == 0x641 || before == 0x628 || before == 0x643;

  return character_at (stretch, alef) == ALEF && is_letter (character_at (stretch, alef + 2))
         && (!is_letter (before) || (is_prefix && !is_letter (character_at (stretch, (gint)alef - 2))));
}

static gboolean
is_one_glyph (const Page *page, const AgreedPdfLine *stretch, guint alef)
{
  double width = width_at (stretch, alef + 1), apart = ABS (width_at (stretch, alef) - width);

  if (is_surely_one (stretch, alef) || distance (page->halves, width) < SAME_WIDTH)
    return apart < APART;
  if (distance (page->lams, width) < NEAR || apart >= APART || may_be_article (stretch, alef))
    return FALSE;
  /* At the start of a word nothing comes between the halves. */
  return is_letter (character_at (stretch, (gint)alef - 1)) || apart < SAME_WIDTH;
}

static void
turn (const Page *page, AgreedPdfLine *stretch)
{
  for (guint i = 0; i + 1 < stretch->glyphs->len; i++)
    if (is_alef (character_at (stretch, i)) && character_at (stretch, i + 1) == LAM && is_one_glyph (page, stretch, i))
      {
        agreed_pdf_glyph_at (stretch, i + 1)->character = character_at (stretch, i);
        agreed_pdf_glyph_at (stretch, i)->character = LAM;
        i++;
      }
}

void
agreed_pdf_turn_lam_alef (GPtrArray *stretches)
{
  g_autoptr (GArray) lams = g_array_new (FALSE, FALSE, sizeof (double)), halves = g_array_new (FALSE, FALSE, sizeof (double));
  Page page = { lams, halves, 0, 0 };

  for (guint i = 0; i < stretches->len; i++)
    for (guint j = 0; j < ((AgreedPdfLine *)stretches->pdata[i])->glyphs->len; j++)
      look_at (&page, stretches->pdata[i], j);
  /* A font that has a glyph for each letter. */
  if (page.straight > page.pairs / 8)
    return;
  for (guint i = 0; i < stretches->len; i++)
    turn (&page, stretches->pdata[i]);
}
