/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-row.h"

#include "difference.h"
#include "row-notes.h"

#include <glib/gi18n-lib.h>

/* A paragraph being written. Positions are bytes into its wording. */
typedef struct {
  GString *out;
  AgreedText *text;
  AgreedSide side;
  const char *wording;
  gsize length;
  gsize opening;
  const AgreedFootnoteMark *marks;
  guint n_marks;
  guint next_mark;
} Writer;

const char *
agreed_html_side_class (AgreedSide side)
{
  return side == AGREED_SIDE_OLDER ? "older" : "newer";
}

gboolean
agreed_html_is_right_to_left (AgreedText *text)
{
  return g_strcmp0 (agreed_text_get_language (text), "ar") == 0;
}

void
agreed_html_append_language (GString    *out,
                             AgreedText *text)
{
  const char *language = agreed_text_get_language (text);

  if (language == NULL)
    {
      g_string_append (out, " lang=\"\" dir=\"auto\"");
      return;
    }

  /* Plain "zh" leaves the choice of the characters' forms to the reader's system; the United Nations' are the mainland's. */
  g_string_append_printf (out, " lang=\"%s\" dir=\"%s\"", g_str_equal (language, "zh") ? "zh-CN" : language,
                          agreed_html_is_right_to_left (text) ? "rtl" : "ltr");
}

static void
append_escaped (GString    *out,
                const char *text,
                gssize      length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (out, escaped);
}

static void
append_mark (Writer     *writer,
             const char *marker)
{
  GListModel *footnotes = agreed_text_get_footnotes (writer->text);

  g_string_append (writer->out, "<sup>");
  for (guint i = 0; i < g_list_model_get_n_items (footnotes); i++)
    {
      g_autoptr (AgreedFootnote) footnote = g_list_model_get_item (footnotes, i);

      if (g_str_equal (agreed_footnote_get_marker (footnote), marker))
        {
          g_string_append_printf (writer->out, "<a href=\"#%s-footnote-%u\" title=\"",
                                  agreed_html_side_class (writer->side), i + 1);
          append_escaped (writer->out, agreed_footnote_get_wording (footnote), -1);
          g_string_append (writer->out, "\">");
          append_escaped (writer->out, marker, -1);
          g_string_append (writer->out, "</a></sup>");
          return;
        }
    }
  append_escaped (writer->out, marker, -1);
  g_string_append (writer->out, "</sup>");
}

static void
append_marks_until (Writer *writer,
                    gsize   position)
{
  for (; writer->next_mark < writer->n_marks && writer->marks[writer->next_mark].offset <= position; writer->next_mark++)
    append_mark (writer, writer->marks[writer->next_mark].marker);
}

/* From @start to @end all is of one kind; footnote marks and the end of the opening words cut it further. */
static void
append_stretch (Writer     *writer,
                gsize       start,
                gsize       end,
                const char *element)
{
  while (start < end)
    {
      gboolean in_opening = start < writer->opening;
      gsize stop = in_opening ? MIN (end, writer->opening) : end;

      if (writer->next_mark < writer->n_marks)
        stop = MIN (stop, writer->marks[writer->next_mark].offset);

      if (element != NULL)
        g_string_append_printf (writer->out, "<%s>", element);
      if (in_opening)
        g_string_append (writer->out, "<em>");
      append_escaped (writer->out, writer->wording + start, stop - start);
      if (in_opening)
        g_string_append (writer->out, "</em>");
      if (element != NULL)
        g_string_append_printf (writer->out, "</%s>", element);

      append_marks_until (writer, stop);
      start = stop;
    }
}

/* @offset: where the paragraph starts in the wording of its row's side, which is what the runs count in */
static void
append_wording (Writer *writer,
                GArray *runs,
                gsize   offset)
{
  static const char *const elements[] = {
    [AGREED_RUN_EQUAL] = NULL,
    [AGREED_RUN_DELETED] = "del",
    [AGREED_RUN_INSERTED] = "ins",
  };

  append_marks_until (writer, 0);
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      gsize start = writer->side == AGREED_SIDE_OLDER ? run->older_start : run->newer_start;
      gsize end = start + (writer->side == AGREED_SIDE_OLDER ? run->older_length : run->newer_length);

      start = CLAMP (start, offset, offset + writer->length) - offset;
      end = CLAMP (end, offset, offset + writer->length) - offset;
      append_stretch (writer, start, end, elements[run->kind]);
    }
  append_marks_until (writer, writer->length);
}

static void
append_paragraph (GString         *out,
                  AgreedParagraph *paragraph,
                  AgreedText      *text,
                  AgreedSide       side,
                  GArray          *runs,
                  gsize            offset)
{
  Writer writer = {
    .out = out,
    .text = text,
    .side = side,
    .wording = agreed_paragraph_get_wording (paragraph),
    .length = strlen (agreed_paragraph_get_wording (paragraph)),
    .opening = agreed_paragraph_get_opening (paragraph),
  };

  writer.marks = agreed_paragraph_get_marks (paragraph, &writer.n_marks);
  g_string_append_printf (out, "<div class=\"paragraph depth-%u\"><span class=\"label\">",
                          MIN (agreed_paragraph_get_depth (paragraph), 3));
  append_escaped (out, agreed_paragraph_get_label (paragraph), -1);
  g_string_append (out, "</span><p");
  agreed_html_append_language (out, text);
  g_string_append (out, ">");
  append_wording (&writer, runs, offset);
  g_string_append (out, "</p></div>");
}

static void
append_side (GString    *out,
             AgreedRow  *row,
             AgreedText *text,
             AgreedSide  side)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);
  gsize offset = 0;

  /* On a narrow screen the columns have no heads, and each place says which text it is. */
  g_string_append_printf (out, "<td class=\"%s\" data-text=\"", agreed_html_side_class (side));
  append_escaped (out, agreed_text_get_display_name (text), -1);
  g_string_append (out, "\">");
  for (guint i = 0; i < paragraphs->len; i++)
    {
      AgreedParagraph *paragraph = g_ptr_array_index (paragraphs, i);

      append_paragraph (out, paragraph, text, side, agreed_row_get_runs (row), offset);
      offset += strlen (agreed_paragraph_get_wording (paragraph)) + strlen ("\n");
    }
  g_string_append (out, "</td>\n");
}

static const char *
change_word (AgreedChange change)
{
  switch (change)
    {
    case AGREED_CHANGE_UNCHANGED:
      return _ ("Unchanged");
    case AGREED_CHANGE_REWORDED:
      return _ ("Reworded");
    case AGREED_CHANGE_ADDED:
      return _ ("Added");
    case AGREED_CHANGE_REMOVED:
      return _ ("Removed");
    default:
      g_assert_not_reached ();
    }
}

static void
append_remark (GString    *out,
               const char *class,
               char       *remark)
{
  g_string_append_printf (out, " <span class=\"%s\">", class);
  append_escaped (out, remark, -1);
  g_string_append (out, "</span>");
  g_free (remark);
}

/* The older labels of the row's links that are out of order, "PP3, PP4". Returns: (transfer full) */
static char *
moved_labels (AgreedRow *row)
{
  GPtrArray *links = agreed_row_get_links (row);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);
      const char *label = agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER));

      if (agreed_link_get_moved (link) && g_hash_table_add (seen, (char *) label))
        g_strv_builder_add (builder, label);
    }

  g_auto (GStrv) labels = g_strv_builder_end (builder);
  return g_strjoinv (", ", labels);
}

static void
append_change (GString   *out,
               AgreedRow *row)
{
  guint n_older = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->len;
  guint n_newer = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->len;
  char *positions = agreed_row_describe_positions (row);

  g_string_append (out, "<td class=\"change\">");
  append_remark (out, "kind", g_strdup (change_word (agreed_row_get_change (row))));
  if (agreed_row_get_moved (row))
    {
      g_autofree char *labels = moved_labels (row);

      /* Translators: %s is what people call paragraphs, "OP6" or "PP3, PP4" */
      append_remark (out, "moved", g_strdup_printf (_ ("moved from %s"), labels));
    }
  if (agreed_row_get_split (row))
    append_remark (out, "split", g_strdup_printf (ngettext ("split into %u", "split into %u", n_newer), n_newer));
  if (agreed_row_get_merged (row))
    append_remark (out, "merged", g_strdup_printf (ngettext ("merged from %u", "merged from %u", n_older), n_older));
  if (positions != NULL)
    append_remark (out, "status", positions);
  g_string_append (out, "</td>\n");
}

void
agreed_html_append_row (GString    *out,
                        AgreedRow  *row,
                        AgreedText *older,
                        AgreedText *newer)
{
  g_string_append_printf (out, "<tr class=\"%s\">\n", agreed_change_to_string (agreed_row_get_change (row)));
  append_side (out, row, older, AGREED_SIDE_OLDER);
  append_change (out, row);
  append_side (out, row, newer, AGREED_SIDE_NEWER);
  g_string_append (out, "</tr>\n");
}
