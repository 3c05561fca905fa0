/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "redline.h"

#include "passage.h"
#include "passage-attributes.h"
#include "row-layout.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What is written, and how; @languages is NULL for plain text. */
typedef struct {
  GString *out;
  const char *const *languages;
} Writer;

typedef void (*PassageWriter) (Writer        *writer,
                               AgreedRow     *row,
                               AgreedPassage *passage,
                               gsize          start,
                               gsize          end);

static void
append_escaped (GString    *out,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

/* Every part of a passage that is selected. */
static void
write_row (const AgreedSelection *selection,
           AgreedRow             *row,
           guint                  position,
           gboolean               one_column,
           PassageWriter          write,
           Writer                *writer)
{
  g_autoptr (GPtrArray) passages = agreed_passages_new (row, selection->column, one_column);
  gsize start, end;

  if (!agreed_selection_get_range (selection, position, agreed_passages_get_length (passages), &start, &end))
    return;

  for (guint i = 0; i < passages->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (passages, i);
      gsize length = strlen (passage->text);

      if (end > passage->base && start < passage->base + length)
        write (writer, row, passage, MAX (start, passage->base) - passage->base, MIN (end - passage->base, length));
    }
}

static void
write_rows (const AgreedSelection *selection,
            GListModel            *rows,
            gboolean               one_column,
            PassageWriter          write,
            Writer                *writer)
{
  guint first = MIN (selection->fixed.row, selection->moving.row);
  guint last = MAX (selection->fixed.row, selection->moving.row);

  for (guint i = first; i <= last && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      write_row (selection, row, i, one_column, write, writer);
    }
}

/* "OP6"; in woven text "OP9 → OP6" where it was renumbered, "OP6 (moved from OP9)" where it was moved. (transfer full) */
static char *
describe_label (AgreedRow     *row,
                AgreedPassage *passage)
{
  const char *older = agreed_row_get_label (row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_label (row, AGREED_SIDE_NEWER);

  g_autofree char *moved_from = agreed_row_get_moved_from (row), *moved = NULL;

  if (passage->paragraph != NULL)
    return g_strdup (agreed_paragraph_get_label (passage->paragraph));
  if (moved_from != NULL)
    {
      moved = g_strdup_printf (_("moved from %s"), moved_from);
      return g_strdup_printf ("%s (%s)", newer, moved);
    }
  if (*older == '\0' || *newer == '\0' || g_str_equal (older, newer))
    return g_strdup (*newer != '\0' ? newer : older);
  return g_strdup_printf ("%s → %s", older, newer);
}

/* HTML */

static void
open_paragraph (Writer        *writer,
                AgreedPassage *passage)
{
  const char *language = writer->languages[passage->side];
  gboolean rtl = agreed_language_is_rtl (language);

  g_string_append (writer->out, "<p");
  if (language != NULL && *language != '\0')
    {
      g_string_append (writer->out, " lang=\"");
      append_escaped (writer->out, language, -1);
      g_string_append_c (writer->out, '"');
    }
  g_string_append_printf (writer->out, " dir=\"%s\"", rtl ? "rtl" : "ltr");
  if (passage->depth > 0)
    g_string_append_printf (writer->out, " style=\"margin-%s: %uem\"", rtl ? "right" : "left", 2 * passage->depth);
  g_string_append_c (writer->out, '>');
}

/* In the language of the interface, which may run another way than the text. */
static void
append_label (Writer        *writer,
              AgreedRow     *row,
              AgreedPassage *passage)
{
  g_autofree char *label = describe_label (row, passage);

  g_string_append_printf (writer->out, "<span dir=\"auto\" lang=\"\" style=\"color: %s\">",
                          agreed_view_style_get_print_color (AGREED_RUN_EQUAL, agreed_row_get_moved (row)));
  append_escaped (writer->out, label, -1);
  g_string_append (writer->out, "</span>&#160;&#160;");
}

static void
append_lines (Writer        *writer,
              AgreedPassage *passage,
              gsize          start,
              gsize          end)
{
  const char *emphasis = start < passage->opening ? agreed_passage_is_slanted (passage) ? "i" : "b" : NULL;

  if (emphasis != NULL)
    g_string_append_printf (writer->out, "<%s>", emphasis);
  append_escaped (writer->out, passage->text + start, end - start);
  if (emphasis != NULL)
    g_string_append_printf (writer->out, "</%s>", emphasis);
}

/* Text of one kind on one line, opening words or others. */
static void
append_marked (Writer              *writer,
               AgreedPassage       *passage,
               const AgreedStretch *stretch,
               gsize                start,
               gsize                end)
{
  const char *element = stretch->kind == AGREED_RUN_DELETED ? "s" : stretch->kind == AGREED_RUN_INSERTED ? "u" : NULL;
  gsize split = CLAMP (passage->opening, start, end);

  if (start == end)
    return;
  if (element != NULL)
    g_string_append_printf (writer->out, "<%s style=\"color: %s\">", element,
                            agreed_view_style_get_print_color (stretch->kind, stretch->moved));
  if (split > start)
    append_lines (writer, passage, start, split);
  if (end > split)
    append_lines (writer, passage, split, end);
  if (element != NULL)
    g_string_append_printf (writer->out, "</%s>", element);
}

/* The ends of paragraphs that woven text holds are ends of paragraphs here as well. */
static void
append_stretch (Writer              *writer,
                AgreedPassage       *passage,
                const AgreedStretch *stretch,
                gsize                start,
                gsize                end)
{
  while (start < end)
    {
      const char *line_end = memchr (passage->text + start, '\n', end - start);
      gsize stop = line_end != NULL ? (gsize) (line_end - passage->text) : end;

      append_marked (writer, passage, stretch, start, stop);
      if (line_end == NULL)
        return;
      g_string_append (writer->out, "</p>\n");
      open_paragraph (writer, passage);
      start = stop + 1;
    }
}

static void
write_html (Writer        *writer,
            AgreedRow     *row,
            AgreedPassage *passage,
            gsize          start,
            gsize          end)
{
  open_paragraph (writer, passage);
  if (start == 0)
    append_label (writer, row, passage);
  for (guint i = 0; i < passage->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, i);
      gsize from = MAX (start, stretch->text_start), upto = MIN (end, stretch->text_start + stretch->text_length);

      if (from < upto && stretch->mark == NULL)
        append_stretch (writer, passage, stretch, from, upto);
    }
  g_string_append (writer->out, "</p>\n");
}

/* Plain text */

static void
write_text (Writer        *writer,
            AgreedRow     *row,
            AgreedPassage *passage,
            gsize          start,
            gsize          end)
{
  static const char *const before[] = { [AGREED_RUN_EQUAL] = "", [AGREED_RUN_DELETED] = "[-", [AGREED_RUN_INSERTED] = "{+" };
  static const char *const after[] = { [AGREED_RUN_EQUAL] = "", [AGREED_RUN_DELETED] = "-]", [AGREED_RUN_INSERTED] = "+}" };
  g_autofree char *label = describe_label (row, passage);

  if (writer->out->len > 0)
    g_string_append_c (writer->out, '\n');
  if (start == 0)
    g_string_append_printf (writer->out, "%s\t", label);
  for (guint i = 0; i < passage->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (passage->stretches, AgreedStretch, i);
      gsize from = MAX (start, stretch->text_start), upto = MIN (end, stretch->text_start + stretch->text_length);

      /* Brackets hold apart what a hair's breadth does elsewhere. */
      if (from >= upto || (!stretch->is_wording && stretch->kind == AGREED_RUN_EQUAL) || stretch->mark != NULL)
        continue;
      g_string_append (writer->out, before[stretch->kind]);
      g_string_append_len (writer->out, passage->text + from, upto - from);
      g_string_append (writer->out, after[stretch->kind]);
    }
}

char *
agreed_redline_to_html (const AgreedSelection *selection,
                        GListModel            *rows,
                        gboolean               one_column,
                        const char *const      languages[AGREED_N_SIDES])
{
  Writer writer = { g_string_new ("<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"></head><body>\n"), languages };

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  write_rows (selection, rows, one_column, write_html, &writer);
  g_string_append (writer.out, "</body></html>\n");

  return g_string_free (writer.out, FALSE);
}

char *
agreed_redline_to_text (const AgreedSelection *selection,
                        GListModel            *rows,
                        gboolean               one_column)
{
  Writer writer = { g_string_new (NULL), NULL };

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);

  write_rows (selection, rows, one_column, write_text, &writer);

  return g_string_free (writer.out, FALSE);
}
