/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html.h"

#include "html-row.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define STYLE_PATH RESOURCE_PREFIX "/export/page.css"

static void
append_escaped (GString    *out,
                const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append (out, escaped);
}

static void
append_element (GString    *out,
                const char *open,
                const char *text,
                const char *close)
{
  g_string_append (out, open);
  append_escaped (out, text);
  g_string_append (out, close);
}

static void
append_head (GString          *out,
             AgreedComparison *comparison)
{
  const char *older = agreed_text_get_display_name (agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER));
  const char *newer = agreed_text_get_display_name (agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER));
  g_autofree char *title = g_strdup_printf ("%s → %s", older, newer);
  g_autoptr (GBytes) style = g_resources_lookup_data (STYLE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  g_assert (style != NULL);

  /* Translators: the language that you translate to, as HTML names it: "fr", "zh-CN" */
  append_element (out, "<!DOCTYPE html>\n<html lang=\"", C_ ("language tag", "en"), "\">\n<head>\n");
  g_string_append (out, "<meta charset=\"utf-8\" />\n"
                        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" />\n"
                        "<meta name=\"color-scheme\" content=\"light dark\" />\n"
                        "<meta name=\"generator\" content=\"Agreed Language " VERSION "\" />\n");
  append_element (out, "<title>", title, "</title>\n");
  g_string_append (out, "<style>\n");
  g_string_append_len (out, g_bytes_get_data (style, NULL), g_bytes_get_size (style));
  g_string_append (out, "</style>\n</head>\n");
}

static void
append_count (GString    *out,
              const char *class,
              const char *format,
              guint       count)
{
  g_autofree char *number = g_strdup_printf ("<b>%u</b>", count);

  if (count == 0)
    return;

  /* The number is set inside its word, wherever the translation has it. */
  g_auto (GStrv) around = g_strsplit (format, "%u", 2);
  g_string_append_printf (out, "<li class=\"%s\">", class);
  append_escaped (out, around[0]);
  g_string_append (out, number);
  append_escaped (out, around[1] != NULL ? around[1] : "");
  g_string_append (out, "</li>\n");
}

static void
append_summary (GString             *out,
                const AgreedSummary *summary)
{
  g_string_append (out, "<ul class=\"summary\">\n");
  append_count (out, "reworded", ngettext ("%u reworded", "%u reworded", summary->reworded), summary->reworded);
  append_count (out, "added", ngettext ("%u added", "%u added", summary->added), summary->added);
  append_count (out, "removed", ngettext ("%u removed", "%u removed", summary->removed), summary->removed);
  append_count (out, "unchanged", ngettext ("%u unchanged", "%u unchanged", summary->unchanged), summary->unchanged);
  append_count (out, "moved", ngettext ("%u moved", "%u moved", summary->moved), summary->moved);
  append_count (out, "split", ngettext ("%u split", "%u split", summary->split), summary->split);
  append_count (out, "merged", ngettext ("%u merged", "%u merged", summary->merged), summary->merged);
  g_string_append (out, "</ul>\n");
}

/* What the marks mean, and the one thing that can be chosen. A box that style alone reacts to. */
static void
append_legend (GString  *out,
               gboolean  with_unchanged)
{
  g_string_append (out, "<p class=\"legend\"><del>");
  append_escaped (out, _ ("only in the older text"));
  g_string_append (out, "</del> <ins>");
  append_escaped (out, _ ("only in the newer text"));
  g_string_append (out, "</ins>");
  if (with_unchanged)
    append_element (out, " <label><input type=\"checkbox\" id=\"fold\" /> ", _ ("Hide what is unchanged"), "</label>");
  g_string_append (out, "</p>\n");
}

static void
append_heading (GString          *out,
                AgreedComparison *comparison)
{
  const AgreedSummary *summary = agreed_comparison_get_summary (comparison);
  AgreedText *newer = agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER);
  AgreedText *older = agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER);
  AgreedText *titled = agreed_text_get_title (newer) != NULL ? newer : older;

  g_string_append (out, "<header>\n<h1>");
  append_element (out, "<span class=\"symbol\">", agreed_text_get_display_name (older), "</span>");
  append_element (out, " <span class=\"to\">", _ ("compared with"), "</span> ");
  append_element (out, "<span class=\"symbol\">", agreed_text_get_display_name (newer), "</span></h1>\n");
  if (agreed_text_get_title (titled) != NULL && agreed_text_get_symbol (titled) != NULL)
    {
      g_string_append (out, "<p class=\"title\"");
      agreed_html_append_language (out, titled);
      append_element (out, ">", agreed_text_get_title (titled), "</p>\n");
    }
  append_summary (out, summary);
  append_legend (out, summary->unchanged > 0);
  g_string_append (out, "</header>\n");
}

static void
append_column_head (GString    *out,
                    AgreedText *text,
                    const char *class,
                    const char *side)
{
  g_string_append_printf (out, "<th scope=\"col\" class=\"%s\">", class);
  append_element (out, "<span class=\"side\">", side, "</span> ");
  append_element (out, "<span class=\"symbol\">", agreed_text_get_display_name (text), "</span>");
  if (agreed_text_get_date (text) != NULL)
    append_element (out, " <time>", agreed_text_get_date (text), "</time>");
  g_string_append (out, "</th>\n");
}

static void
append_rows (GString          *out,
             AgreedComparison *comparison)
{
  AgreedText *older = agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER);
  guint n_rows = g_list_model_get_n_items (G_LIST_MODEL (comparison));

  /* The older text stands where reading starts. */
  g_string_append_printf (out, "<table dir=\"%s\">\n<thead>\n<tr>\n",
                          agreed_html_is_right_to_left (older) ? "rtl" : "ltr");
  append_column_head (out, older, "older", _ ("Older"));
  append_element (out, "<th scope=\"col\" class=\"change\"><span class=\"side\">", _ ("Change"), "</span></th>\n");
  append_column_head (out, newer, "newer", _ ("Newer"));
  g_string_append (out, "</tr>\n</thead>\n<tbody>\n");
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      agreed_html_append_row (out, row, older, newer);
    }
  g_string_append (out, "</tbody>\n</table>\n");
}

static void
append_footnotes (GString    *out,
                  AgreedText *text,
                  AgreedSide  side)
{
  GListModel *footnotes = agreed_text_get_footnotes (text);
  guint n_footnotes = g_list_model_get_n_items (footnotes);

  g_string_append_printf (out, "<section class=\"%s\">\n<h3>", agreed_html_side_class (side));
  append_escaped (out, agreed_text_get_display_name (text));
  g_string_append (out, "</h3>\n<dl");
  agreed_html_append_language (out, text);
  g_string_append (out, ">\n");
  for (guint i = 0; i < n_footnotes; i++)
    {
      g_autoptr (AgreedFootnote) footnote = g_list_model_get_item (footnotes, i);

      g_string_append_printf (out, "<div id=\"%s-footnote-%u\">", agreed_html_side_class (side), i + 1);
      append_element (out, "<dt>", agreed_footnote_get_marker (footnote), "</dt>");
      append_element (out, "<dd>", agreed_footnote_get_wording (footnote), "</dd></div>\n");
    }
  g_string_append (out, "</dl>\n</section>\n");
}

static void
append_all_footnotes (GString          *out,
                      AgreedComparison *comparison)
{
  AgreedText *texts[AGREED_N_SIDES];
  guint n_footnotes = 0;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      texts[side] = agreed_comparison_get_text (comparison, side);
      n_footnotes += g_list_model_get_n_items (agreed_text_get_footnotes (texts[side]));
    }
  if (n_footnotes == 0)
    return;

  append_element (out, "<footer>\n<h2>", _ ("Footnotes"), "</h2>\n");
  g_string_append_printf (out, "<div class=\"footnotes\" dir=\"%s\">\n",
                          agreed_html_is_right_to_left (texts[AGREED_SIDE_OLDER]) ? "rtl" : "ltr");
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    append_footnotes (out, texts[side], side);
  g_string_append (out, "</div>\n</footer>\n");
}

char *
agreed_export_html (AgreedComparison *comparison)
{
  GString *out;

  g_return_val_if_fail (AGREED_IS_COMPARISON (comparison), NULL);

  out = g_string_new (NULL);
  append_head (out, comparison);
  g_string_append (out, "<body>\n");
  append_heading (out, comparison);
  g_string_append (out, "<main>\n");
  append_rows (out, comparison);
  g_string_append (out, "</main>\n");
  append_all_footnotes (out, comparison);
  g_string_append (out, "</body>\n</html>\n");

  return g_string_free (out, FALSE);
}
