/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pdf-wording.h"

#include "pdf-glue.h"

struct _AgreedPdfRows {
  AgreedPdfWording *whole;
  GPtrArray *cells;  /* AgreedPdfWording of the row at hand; NULL where a cell is empty */
  GPtrArray *last;   /* AgreedPdfLine, the last line of each */
};

/* Stars need not be raised: they stand high by themselves. */
static gboolean
is_marker_character (const AgreedPdfGlyph *glyph)
{
  return glyph->character == '*' || glyph->character == 0x2020 || glyph->character == 0x2021
         || (glyph->raised && (g_unichar_isdigit (glyph->character) || glyph->character == 0xa7));
}

/* A comma parts two markers ("3,4", "*, **") and is no wording. */
static gboolean
is_between_markers (const AgreedPdfLine *line, guint i)
{
  guint before = i, after = i + 1, n = line->glyphs->len;
  gunichar character = agreed_pdf_glyph_at (line, i)->character;

  while (before > 0 && g_unichar_isspace (agreed_pdf_glyph_at (line, before - 1)->character))
    before--;
  while (after < n && g_unichar_isspace (agreed_pdf_glyph_at (line, after)->character))
    after++;

  return (character == ',' || character == 0x60c) && before > 0 && after < n
         && is_marker_character (agreed_pdf_glyph_at (line, before - 1))
         && is_marker_character (agreed_pdf_glyph_at (line, after));
}

/* Adds the line's wording and marks, after @glue. A space between a word and the marker after it is not wording. */
void
agreed_pdf_wording_append (AgreedPdfWording *self, const AgreedPdfLine *line, guint from, const char *glue)
{
  GString *wording = self->wording;
  g_autoptr (GString) marker = g_string_new (NULL);

  if (wording->len > 0)
    g_string_append (wording, glue);
  for (guint i = from; i <= line->glyphs->len; i++)
    {
      const AgreedPdfGlyph *glyph = i < line->glyphs->len ? agreed_pdf_glyph_at (line, i) : NULL;

      if (glyph != NULL && is_marker_character (glyph))
        {
          if (marker->len == 0 && wording->len > 0 && wording->str[wording->len - 1] == ' ')
            g_string_truncate (wording, wording->len - 1);
          g_string_append_unichar (marker, glyph->character);
          continue;
        }
      if (marker->len > 0)
        {
          agreed_block_add_mark (self->block, marker->str, wording->len);
          g_string_truncate (marker, 0);
        }
      if (glyph == NULL || is_between_markers (line, i))
        continue;
      if (g_unichar_isspace (glyph->character) && (wording->len == 0 || wording->str[wording->len - 1] == ' '))
        continue;
      g_string_append_unichar (wording, glyph->character);
    }
}

AgreedPdfWording *
agreed_pdf_wording_new (AgreedBlockKind kind)
{
  AgreedPdfWording *self = g_new0 (AgreedPdfWording, 1);

  self->block = agreed_block_new (kind, "");
  self->wording = g_string_new (NULL);

  return self;
}

AgreedBlock *
agreed_pdf_wording_finish (AgreedPdfWording *self)
{
  AgreedBlock *block = self->block;

  g_set_str (&block->wording, self->wording->str);
  g_string_free (self->wording, TRUE);
  g_free (self);
  if (block->kind == AGREED_BLOCK_WORDING)
    agreed_block_take_number (block);

  return block;
}

/* ---- tables ---- */

AgreedPdfRows *
agreed_pdf_rows_new (void)
{
  AgreedPdfRows *self = g_new0 (AgreedPdfRows, 1);

  self->whole = agreed_pdf_wording_new (AGREED_BLOCK_TABLE);
  self->cells = g_ptr_array_new ();
  self->last = g_ptr_array_new ();

  return self;
}

/* Puts a finished cell behind what there is of the table. */
static void
append_cell (AgreedPdfRows *self, AgreedPdfWording *cell)
{
  AgreedBlock *block = agreed_pdf_wording_finish (cell);
  GString *wording = self->whole->wording;

  for (guint i = 0; i < block->marks->len; i++)
    {
      const AgreedBlockMark *mark = &g_array_index (block->marks, AgreedBlockMark, i);

      agreed_block_add_mark (self->whole->block, mark->marker, wording->len + mark->offset);
    }
  g_string_append (wording, block->wording);
  agreed_block_free (block);
}

static void
end_row (AgreedPdfRows *self)
{
  guint n = self->cells->len;

  while (n > 0 && g_ptr_array_index (self->cells, n - 1) == NULL)
    n--;
  if (n > 0 && self->whole->wording->len > 0)
    g_string_append_c (self->whole->wording, '\n');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (self->whole->wording, '\t');
      if (g_ptr_array_index (self->cells, i) != NULL)
        append_cell (self, g_ptr_array_index (self->cells, i));
    }
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->last, 0);
}

void
agreed_pdf_rows_append (AgreedPdfRows *self, const AgreedPdfLine *line)
{
  if (line->begins_row)
    end_row (self);
  if (self->cells->len < line->cells->len)
    {
      g_ptr_array_set_size (self->cells, line->cells->len);
      g_ptr_array_set_size (self->last, line->cells->len);
    }
  for (guint i = 0; i < line->cells->len; i++)
    {
      AgreedPdfLine *cell = g_ptr_array_index (line->cells, i), *last = g_ptr_array_index (self->last, i);

      if (cell == NULL)
        continue;
      if (last == NULL)
        g_ptr_array_index (self->cells, i) = agreed_pdf_wording_new (AGREED_BLOCK_TABLE);
      agreed_pdf_wording_append (g_ptr_array_index (self->cells, i), cell, 0,
                                 last != NULL ? agreed_pdf_glue_between (last, cell) : "");
      g_ptr_array_index (self->last, i) = cell;
    }
}

AgreedBlock *
agreed_pdf_rows_finish (AgreedPdfRows *self)
{
  AgreedPdfWording *whole = self->whole;

  end_row (self);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->last);
  g_free (self);

  return agreed_pdf_wording_finish (whole);
}
