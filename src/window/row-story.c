/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-story.h"

#include "normalise.h"
#include "row-footnotes.h"
#include "row-notes.h"
#include "sentences.h"

#include <glib/gi18n.h>

static char *
get_opening (AgreedParagraph *paragraph)
{
  return g_strndup (agreed_paragraph_get_wording (paragraph), agreed_paragraph_get_opening (paragraph));
}

/* What a row opens with on either side. "“Recalling” became “Reaffirming”."; NULL where the opening words stayed or are not known. */
static char *
tell_opening (AgreedRow *row)
{
  g_autofree char *older = get_opening (agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->pdata[0]);
  g_autofree char *newer = get_opening (agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->pdata[0]);
  g_autofree char *older_key = agreed_normalise (older, -1, TRUE), *newer_key = agreed_normalise (newer, -1, TRUE);

  if (*older_key == '\0' || *newer_key == '\0' || g_str_equal (older_key, newer_key))
    return NULL;
  /* Translators: the words that two paragraphs open with: Recalling, Reaffirming */
  return g_strdup_printf (_("The opening words “%s” became “%s”."), older, newer);
}

static char *
tell_footnote (const AgreedFootnoteChange *change)
{
  if (change->older == NULL)
    return g_strdup_printf (_("Footnote %s is new."), agreed_footnote_get_marker (change->newer));
  if (change->newer == NULL)
    return g_strdup_printf (_("Footnote %s of the older text is gone."), agreed_footnote_get_marker (change->older));
  if (g_str_equal (agreed_footnote_get_marker (change->older), agreed_footnote_get_marker (change->newer)))
    return g_strdup_printf (_("Footnote %s was reworded."), agreed_footnote_get_marker (change->newer));
  /* Translators: the first is a footnote's number in the older text, the second in the newer */
  return g_strdup_printf (_("Footnote %s was reworded and is now %s."), agreed_footnote_get_marker (change->older),
                          agreed_footnote_get_marker (change->newer));
}

/* How the earliest text has what the older one has; NULL where nothing is to be told of it. */
static char *
tell_before (AgreedRow *row)
{
  AgreedRow *before = agreed_row_get_before (row);
  const char *earliest = agreed_row_get_label (row, AGREED_SIDE_EARLIEST);

  if (before == NULL)
    return NULL;
  switch (agreed_row_get_change (before))
    {
    case AGREED_CHANGE_ADDED:
      return g_strdup_printf (_("%s of the older text is not in the earliest."),
                              agreed_row_get_label (row, AGREED_SIDE_OLDER));
    case AGREED_CHANGE_UNCHANGED:
      /* Translators: a paragraph's label */
      return g_strdup_printf (_("The earliest text has it in the same words, as %s."), earliest);
    case AGREED_CHANGE_REWORDED:
      return g_strdup_printf (_("The earliest text has it in other words, as %s."), earliest);
    case AGREED_CHANGE_REMOVED:
    default:
      return NULL;
    }
}

char *
agreed_row_tell (AgreedRow  *row,
                 AgreedText *older,
                 AgreedText *newer)
{
  g_autoptr (GStrvBuilder) sentences = g_strv_builder_new ();
  g_autoptr (GArray) changes = NULL;
  g_auto (GStrv) list = NULL;
  char *opening, *before;

  g_return_val_if_fail (AGREED_IS_ROW (row), NULL);
  g_return_val_if_fail (AGREED_IS_TEXT (older), NULL);
  g_return_val_if_fail (AGREED_IS_TEXT (newer), NULL);

  g_strv_builder_take (sentences, agreed_row_explain (row, agreed_text_get_language (newer)));
  /* Of a paragraph that came or went nothing else is to be told. */
  if (agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->len > 0
      && agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->len > 0)
    {
      opening = tell_opening (row);
      if (opening != NULL)
        g_strv_builder_take (sentences, opening);
      changes = agreed_row_compare_footnotes (row, agreed_text_get_footnotes (older), agreed_text_get_footnotes (newer));
      for (guint i = 0; i < changes->len; i++)
        g_strv_builder_take (sentences, tell_footnote (&g_array_index (changes, AgreedFootnoteChange, i)));
    }
  before = tell_before (row);
  if (before != NULL)
    g_strv_builder_take (sentences, before);
  list = g_strv_builder_end (sentences);
  /* Translators: stands between two sentences */
  return g_strjoinv (C_("sentences", " "), list);
}

static const char *
get_name (AgreedText *text)
{
  if (agreed_text_get_annex (text) != NULL)
    return agreed_text_get_display_name (text);
  if (agreed_text_get_symbol (text) != NULL)
    return agreed_text_get_symbol (text);
  return agreed_text_get_title (text) != NULL ? agreed_text_get_title (text) : _("Untitled");
}

char *
agreed_rows_tell (GListModel       *rows,
                  AgreedComparison *comparison)
{
  AgreedText *older, *newer;
  g_autofree char *summary = NULL;
  GString *story = g_string_new (NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (AGREED_IS_COMPARISON (comparison), NULL);

  older = agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER);
  newer = agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER);
  summary = agreed_summary_describe (agreed_comparison_get_summary (comparison));
  /* Translators: names of the older and of the newer text */
  g_string_append_printf (story, _("What changed from %s to %s"), get_name (older), get_name (newer));
  g_string_append_printf (story, "\n\n%s\n", summary);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);
      g_autofree char *labels = agreed_row_describe_labels (row), *change = agreed_row_describe_change (row);
      g_autofree char *told = agreed_row_tell (row, older, newer), *positions = agreed_row_describe_positions (row);

      /* Translators: labels, kind of change, sentences: "PP13 → PP12. Reworded. PP13 of the older text became PP12." */
      g_string_append_printf (story, _("\n%s. %s. %s"), labels, change, told);
      if (positions != NULL)
        {
          g_string_append (story, C_("sentences", " "));
          g_string_append_printf (story, _("%s."), positions);
        }
    }
  g_string_append_c (story, '\n');
  return g_string_free (story, FALSE);
}
