/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report.h"

#include "change-words.h"
#include "difference.h"
#include "json-members.h"
#include "report-tags.h"
#include "row-notes.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <math.h>
#include <string.h>

static void
add_head (JsonBuilder *builder,
          const char  *name,
          AgreedText  *text)
{
  guint session = agreed_text_get_session (text);

  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  agreed_json_add_string (builder, "symbol", agreed_text_get_symbol (text));
  if (agreed_text_get_annex (text) != NULL)
    agreed_json_add_string (builder, "annex", agreed_text_get_annex (text));
  agreed_json_add_string (builder, "title", agreed_text_get_title (text));
  if (session > 0)
    agreed_json_add_int (builder, "session", session);
  else
    agreed_json_add_string (builder, "session", NULL);
  agreed_json_add_string (builder, "language", agreed_text_get_language (text));
  agreed_json_add_string (builder, "date", agreed_text_get_date (text));
  json_builder_end_object (builder);
}

static void
add_links (JsonBuilder *builder,
           GPtrArray   *links)
{
  json_builder_set_member_name (builder, "links");
  json_builder_begin_array (builder);
  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);
      g_autofree char *why = agreed_link_describe_reason (link);

      json_builder_begin_object (builder);
      agreed_json_add_string (builder, "older", agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)));
      agreed_json_add_string (builder, "newer", agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)));
      agreed_json_add_boolean (builder, "moved", agreed_link_get_moved (link));
      json_builder_set_member_name (builder, "similarity");
      json_builder_add_double_value (builder, round (agreed_link_get_similarity (link) * 1000) / 1000);
      json_builder_set_member_name (builder, "sure");
      json_builder_add_double_value (builder, round (agreed_link_get_sureness (link) * 1000) / 1000);
      agreed_json_add_boolean (builder, "unsure", agreed_link_is_unsure (link));
      agreed_json_add_string (builder, "why", why);
      agreed_json_add_boolean (builder, "by_hand", agreed_link_get_origin (link) == AGREED_LINK_BY_HAND);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_labels (JsonBuilder *builder,
            AgreedRow   *row,
            AgreedSide   side)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

  json_builder_set_member_name (builder, side == AGREED_SIDE_OLDER ? "older" : "newer");
  json_builder_begin_array (builder);
  for (guint i = 0; i < paragraphs->len; i++)
    json_builder_add_string_value (builder, agreed_paragraph_get_label (g_ptr_array_index (paragraphs, i)));
  json_builder_end_array (builder);
}

static void
add_run (JsonBuilder     *builder,
         AgreedRow       *row,
         const AgreedRun *run)
{
  g_autofree char *older = g_strndup (agreed_row_get_wording (row, AGREED_SIDE_OLDER) + run->older_start,
                                      run->older_length);
  g_autofree char *newer = g_strndup (agreed_row_get_wording (row, AGREED_SIDE_NEWER) + run->newer_start,
                                      run->newer_length);

  json_builder_begin_object (builder);
  agreed_json_add_string (builder, "kind", agreed_run_kind_to_string (run->kind));
  agreed_json_add_string (builder, "text", run->kind == AGREED_RUN_DELETED ? older : newer);
  if (run->kind == AGREED_RUN_EQUAL && strcmp (older, newer) != 0)
    agreed_json_add_string (builder, "older_text", older);
  if (run->moved)
    agreed_json_add_boolean (builder, "moved", TRUE);
  json_builder_end_object (builder);
}

/* How far delegations are with the row, and who proposed what; nothing where nobody noted it. */
static void
add_positions (JsonBuilder *builder,
               AgreedRow   *row)
{
  g_autoptr (GArray) notes = agreed_row_list_notes (row);
  gboolean any = FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      const AgreedRowNote *note = &g_array_index (notes, AgreedRowNote, i);
      AgreedNoteStatus status = agreed_note_get_status (note->note);
      g_autofree char *subject = agreed_row_note_describe_subject (note);

      if (status == AGREED_NOTE_NO_STATUS && *agreed_note_get_proposer (note->note) == '\0')
        continue;
      if (!any)
        {
          json_builder_set_member_name (builder, "positions");
          json_builder_begin_array (builder);
          any = TRUE;
        }
      json_builder_begin_object (builder);
      agreed_json_add_string (builder, "on", subject);
      agreed_json_add_string (builder, "status",
                              status != AGREED_NOTE_NO_STATUS ? agreed_note_status_to_string (status) : NULL);
      agreed_json_add_string (builder, "proposer", *agreed_note_get_proposer (note->note) != '\0'
                                                     ? agreed_note_get_proposer (note->note)
                                                     : NULL);
      json_builder_end_object (builder);
    }
  if (any)
    json_builder_end_array (builder);
}

static void
add_row (JsonBuilder *builder,
         AgreedRow   *row)
{
  GArray *runs = agreed_row_get_runs (row);

  json_builder_begin_object (builder);
  add_labels (builder, row, AGREED_SIDE_OLDER);
  add_labels (builder, row, AGREED_SIDE_NEWER);
  agreed_json_add_string (builder, "change", agreed_change_to_string (agreed_row_get_change (row)));
  agreed_json_add_boolean (builder, "moved", agreed_row_get_moved (row));
  agreed_json_add_boolean (builder, "split", agreed_row_get_split (row));
  agreed_json_add_boolean (builder, "merged", agreed_row_get_merged (row));
  add_positions (builder, row);
  json_builder_set_member_name (builder, "difference");
  json_builder_begin_array (builder);
  for (guint i = 0; i < runs->len; i++)
    add_run (builder, row, &g_array_index (runs, AgreedRun, i));
  json_builder_end_array (builder);
  agreed_json_add_tags (builder, row);
  json_builder_end_object (builder);
}

static void
add_rows (JsonBuilder *builder,
          GListModel  *rows)
{
  json_builder_set_member_name (builder, "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      add_row (builder, row);
    }
  json_builder_end_array (builder);
}

static void
add_summary (JsonBuilder         *builder,
             const AgreedSummary *summary)
{
  json_builder_set_member_name (builder, "summary");
  json_builder_begin_object (builder);
  agreed_json_add_int (builder, "unchanged", summary->unchanged);
  agreed_json_add_int (builder, "reworded", summary->reworded);
  agreed_json_add_int (builder, "added", summary->added);
  agreed_json_add_int (builder, "removed", summary->removed);
  agreed_json_add_int (builder, "moved", summary->moved);
  agreed_json_add_int (builder, "split", summary->split);
  agreed_json_add_int (builder, "merged", summary->merged);
  json_builder_end_object (builder);
}

char *
agreed_export_json (AgreedComparison *comparison)
{
  g_autoptr (JsonBuilder) builder = NULL;
  g_autoptr (JsonGenerator) generator = NULL;
  g_autoptr (JsonNode) root = NULL;
  GString *json;

  g_return_val_if_fail (AGREED_IS_COMPARISON (comparison), NULL);

  builder = json_builder_new ();
  json_builder_begin_object (builder);
  add_head (builder, "older", agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER));
  add_head (builder, "newer", agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER));
  add_links (builder, agreed_comparison_get_links (comparison));
  add_rows (builder, G_LIST_MODEL (comparison));
  add_summary (builder, agreed_comparison_get_summary (comparison));
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  generator = json_generator_new ();
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 1);
  json = g_string_new (NULL);
  json_generator_to_gstring (generator, json);
  g_string_append_c (json, '\n');

  return g_string_free (json, FALSE);
}

/* Where it is not sure that the paragraphs of a row belong together, why they were put there. */
static void
append_doubts (GString   *text,
               AgreedRow *row)
{
  GPtrArray *links = agreed_row_get_links (row);

  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);
      g_autofree char *why = NULL;

      if (!agreed_link_is_unsure (link))
        continue;
      why = agreed_link_describe_reason (link);
      /* Translators: labels of an older and a newer paragraph, and why the two were linked */
      g_string_append_printf (text, _("(%s → %s is not sure: %s)\n"),
                              agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)),
                              agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)), why);
    }
}

/* "OP9 → OP6: reworded, moved" */
static void
append_row_head (GString   *text,
                 AgreedRow *row)
{
  const char *older = agreed_row_get_label (row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_label (row, AGREED_SIDE_NEWER);
  g_autofree char *change = agreed_change_words (row);

  if (*older == '\0' || *newer == '\0')
    /* Translators: the label of a paragraph, and what happened to it */
    g_string_append_printf (text, _("%s: %s\n"), *older == '\0' ? newer : older, change);
  else
    /* Translators: the labels of an older and a newer paragraph, and what happened to them */
    g_string_append_printf (text, _("%s → %s: %s\n"), older, newer, change);
}

/* "(Bracketed · EU)" */
static void
append_positions (GString   *text,
                  AgreedRow *row)
{
  g_autofree char *positions = agreed_row_describe_positions (row);

  if (positions != NULL)
    g_string_append_printf (text, _("(%s)\n"), positions);
}

/* The wording of a row whose paragraphs stand on one side alone, or are the same on both, goes without marks. */
static void
append_row (GString   *text,
            AgreedRow *row)
{
  GArray *runs = agreed_row_get_runs (row);
  gboolean marked = agreed_row_get_change (row) == AGREED_CHANGE_REWORDED;
  const char *older = agreed_row_get_wording (row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_wording (row, AGREED_SIDE_NEWER);

  append_row_head (text, row);
  append_positions (text, row);
  append_doubts (text, row);
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);

      if (marked && run->kind != AGREED_RUN_EQUAL)
        g_string_append (text, run->kind == AGREED_RUN_DELETED ? "[-" : "{+");
      if (run->kind == AGREED_RUN_DELETED)
        g_string_append_len (text, older + run->older_start, run->older_length);
      else
        g_string_append_len (text, newer + run->newer_start, run->newer_length);
      if (marked && run->kind != AGREED_RUN_EQUAL)
        g_string_append (text, run->kind == AGREED_RUN_DELETED ? "-]" : "+}");
    }
  g_string_append (text, "\n\n");
}

char *
agreed_export_text (AgreedComparison *comparison)
{
  GString *text = g_string_new (NULL);
  const AgreedSummary *summary;

  g_return_val_if_fail (AGREED_IS_COMPARISON (comparison), NULL);

  summary = agreed_comparison_get_summary (comparison);
  g_string_append_printf (text, "%s → %s\n",
                          agreed_text_get_display_name (agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER)),
                          agreed_text_get_display_name (agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER)));
  /* Translators: how many rows of the comparison are of each kind */
  g_string_append_printf (text, _("Unchanged: %u. Reworded: %u. Added: %u. Removed: %u.\n"), summary->unchanged,
                          summary->reworded, summary->added, summary->removed);
  /* Translators: how many rows of the comparison are of each kind, beside being unchanged or reworded */
  g_string_append_printf (text, _("Moved: %u. Split: %u. Merged: %u.\n"), summary->moved, summary->split,
                          summary->merged);
  g_string_append_printf (text, "[-%s-] {+%s+}\n\n", _("wording left out"), _("wording put in"));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      append_row (text, row);
    }

  return g_string_free (text, FALSE);
}
