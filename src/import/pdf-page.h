/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <poppler.h>

G_BEGIN_DECLS

/**
 * AgreedPdfGlyph:
 *
 * A character as it stands on the page. Lengths are points (1/72 inch), y grows downwards. @size is the font's size; a
 * @raised glyph is a superscript: smaller than its line and standing above the line's foot.
 */
typedef struct {
  gunichar character;
  float x1, x2, y1, y2;
  float size;
  guint bold : 1;
  guint italic : 1;
  guint raised : 1;
  guint turned : 1; /* of a run that is written from right to left */
  guint first : 1;  /* of a word, on a page written from right to left: from its right end */
} AgreedPdfGlyph;

/**
 * AgreedPdfRole:
 *
 * What a line is on its page. Every line is of the body until agreed_pdf_tell_roles() says otherwise.
 */
typedef enum {
  AGREED_PDF_BODY,
  AGREED_PDF_TABLE,
  AGREED_PDF_FOOTNOTE,
  AGREED_PDF_FURNITURE,
} AgreedPdfRole;

/**
 * AgreedPdfLine:
 * @glyphs: AgreedPdfGlyph in the order of reading; a space stands where the page has a gap wide enough for one
 * @start: from the edge of the page where reading starts (left, or right for a page written from right to left) to the
 *   line's first glyph
 * @end: from the same edge to the end of its last glyph
 * @size: the size of the largest part of the line
 * @bold: all of it is bold
 * @page: its column's place among those of all pages, from 0
 * @cells: of a table's line: an AgreedPdfLine for each column, of which only glyphs and size are set, NULL where the line has
 *   nothing there
 * @begins_row: a table's row begins with it
 *
 * What stands beside each other on one foot, as the eye sees it.
 */
typedef struct {
  GArray *glyphs;
  double start, end;
  double y1, y2;
  double size;
  gboolean bold;
  guint page;
  AgreedPdfRole role;
  GPtrArray *cells;
  gboolean begins_row;
} AgreedPdfLine;

static inline AgreedPdfGlyph *
agreed_pdf_glyph_at (const AgreedPdfLine *line, guint i)
{
  return &g_array_index (line->glyphs, AgreedPdfGlyph, i);
}

/* A line without glyphs. Returns: (transfer full) */
AgreedPdfLine *agreed_pdf_line_new (void);

/* @data: (transfer full) (nullable): an AgreedPdfLine */
void agreed_pdf_line_free (gpointer data);

/* Appends the page's columns, one or two, to @columns, each an array of AgreedPdfLine from its head to its foot. What
 * runs over both columns stands in the first where it is above them, and else in the second. */
void agreed_pdf_page_append_columns (PopplerPage *page,
                                     GPtrArray   *columns);

/* The line's characters, superscripts included. Returns: (transfer full) */
char *agreed_pdf_line_to_string (const AgreedPdfLine *line);

G_END_DECLS
