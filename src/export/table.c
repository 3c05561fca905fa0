/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "table.h"

#include "change-words.h"
#include "row-notes.h"
#include "tag.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define END_OF_LINE "\r\n"

/* Every field is quoted, so that nothing in it needs another look. A spreadsheet takes what begins like a formula for one;
 * an apostrophe before it says that it is text. */
static void
append_field (GString    *out,
              const char *text,
              const char *after)
{
  g_string_append (out, strchr ("=+-@", *text) != NULL && *text != '\0' ? "\"'" : "\"");
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (out, '"');
      g_string_append_c (out, *p);
    }
  g_string_append_printf (out, "\"%s", after);
}

static gboolean
is_agreed (AgreedTag *tag)
{
  AgreedTagState state = agreed_tag_get_state (tag);

  return state == AGREED_TAG_ACCEPTED || state == AGREED_TAG_ADDED;
}

static void
add_once (GPtrArray *names,
          char      *name)
{
  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

/* The topic, and the words that it was put on, a line each. */
static void
add_topic (GPtrArray       *names,
           AgreedParagraph *paragraph,
           AgreedTag       *tag)
{
  const char *name = agreed_topic_get_display_name (agreed_tag_get_topic (tag));
  guint n_passages;
  const AgreedTagPassage *passages = agreed_tag_get_passages (tag, &n_passages);

  if (n_passages == 0)
    add_once (names, g_strdup (name));
  for (guint i = 0; i < n_passages; i++)
    {
      g_autofree char *words = g_strndup (agreed_paragraph_get_wording (paragraph) + passages[i].start, passages[i].length);

      /* Translators: a topic, and the words of the paragraph that it is on */
      add_once (names, g_strdup_printf (_("%s: “%s”"), name, words));
    }
}

/* Topics of the paragraphs of a side, each once. */
static void
add_topics (GPtrArray *names,
            AgreedRow *row,
            AgreedSide side)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraphs->pdata[i]));

      for (guint j = 0; j < g_list_model_get_n_items (tags); j++)
        {
          g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, j);
          if (is_agreed (tag))
            add_topic (names, paragraphs->pdata[i], tag);
        }
    }
}

static void
append_topics (GString   *out,
               AgreedRow *row)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  add_topics (names, row, AGREED_SIDE_OLDER);
  add_topics (names, row, AGREED_SIDE_NEWER);
  g_ptr_array_add (names, NULL);
  joined = g_strjoinv ("\n", (char **) names->pdata);
  append_field (out, joined, ",");
}

/* "OP7: ask the sponsors (Bracketed · EU)" */
static void
append_notes (GString   *out,
              AgreedRow *row)
{
  g_autoptr (GArray) notes = agreed_row_list_notes (row);
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  g_autofree char *joined = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      const AgreedRowNote *each = &g_array_index (notes, AgreedRowNote, i);
      const char *body = agreed_note_get_body (each->note);
      g_autofree char *subject = agreed_row_note_describe_subject (each);
      g_autofree char *position = agreed_note_describe_position (each->note);

      if (position == NULL)
        /* Translators: what a note is on ("OP7"), and the note */
        g_strv_builder_take (lines, g_strdup_printf (_("%s: %s"), subject, body));
      else if (*body == '\0')
        g_strv_builder_take (lines, g_strdup_printf (_("%s: %s"), subject, position));
      else
        /* Translators: what a note is on ("OP7"), how far the wording is ("Bracketed · EU"), and the note */
        g_strv_builder_take (lines, g_strdup_printf (_("%s: %s. %s"), subject, position, body));
    }
  list = g_strv_builder_end (lines);
  joined = g_strjoinv ("\n", list);
  append_field (out, joined, END_OF_LINE);
}

static void
append_row (GString   *out,
            AgreedRow *row)
{
  g_autofree char *change = agreed_change_words (row);

  append_field (out, agreed_row_get_label (row, AGREED_SIDE_OLDER), ",");
  append_field (out, agreed_row_get_label (row, AGREED_SIDE_NEWER), ",");
  append_field (out, change, ",");
  append_field (out, agreed_row_get_wording (row, AGREED_SIDE_OLDER), ",");
  append_field (out, agreed_row_get_wording (row, AGREED_SIDE_NEWER), ",");
  append_topics (out, row);
  append_notes (out, row);
}

static void
append_heads (GString          *out,
              AgreedComparison *comparison)
{
  const char *older = agreed_text_get_display_name (agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER));
  const char *newer = agreed_text_get_display_name (agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER));

  append_field (out, _("Older paragraph"), ",");
  append_field (out, _("Newer paragraph"), ",");
  append_field (out, _("Change"), ",");
  append_field (out, older, ",");
  append_field (out, newer, ",");
  append_field (out, _("Topics"), ",");
  append_field (out, _("Notes"), END_OF_LINE);
}

char *
agreed_export_csv (AgreedComparison *comparison)
{
  GString *out;

  g_return_val_if_fail (AGREED_IS_COMPARISON (comparison), NULL);

  out = g_string_new ("\ufeff");
  append_heads (out, comparison);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (comparison)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (comparison), i);

      append_row (out, row);
    }

  return g_string_free (out, FALSE);
}
