/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-notes.h"

#include <glib/gi18n-lib.h>

/* As much of a passage is said where its note is told of. */
#define QUOTED 60

static void
clear_row_note (gpointer data)
{
  g_object_unref (((AgreedRowNote *) data)->note);
}

static void
add_notes (GArray          *notes,
           GListStore      *list,
           AgreedSide       side,
           AgreedParagraph *paragraph,
           AgreedLink      *link)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (list)); i++)
    {
      AgreedRowNote note = { g_list_model_get_item (G_LIST_MODEL (list), i), side, paragraph, link };

      g_array_append_val (notes, note);
    }
}

static void
add_side (GArray     *notes,
          AgreedRow  *row,
          AgreedSide  side)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

  for (guint i = 0; i < paragraphs->len; i++)
    add_notes (notes, agreed_paragraph_get_notes (paragraphs->pdata[i]), side, paragraphs->pdata[i], NULL);
}

GArray *
agreed_row_list_notes (AgreedRow *row)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (AgreedRowNote));
  GPtrArray *links;

  g_return_val_if_fail (AGREED_IS_ROW (row), notes);

  g_array_set_clear_func (notes, clear_row_note);
  links = agreed_row_get_links (row);
  add_side (notes, row, AGREED_SIDE_NEWER);
  for (guint i = 0; i < links->len; i++)
    add_notes (notes, agreed_link_get_notes (links->pdata[i]), AGREED_SIDE_NEWER, NULL, links->pdata[i]);
  add_side (notes, row, AGREED_SIDE_OLDER);
  add_side (notes, row, AGREED_SIDE_EARLIEST);
  return notes;
}

GArray *
agreed_row_list_notes_at (AgreedRow       *row,
                          AgreedParagraph *paragraph)
{
  GArray *notes = agreed_row_list_notes (row);

  for (guint i = notes->len; i > 0; i--)
    {
      const AgreedRowNote *note = &g_array_index (notes, AgreedRowNote, i - 1);
      AgreedParagraph *at = note->link != NULL ? agreed_link_get_paragraph (note->link, AGREED_SIDE_NEWER)
                                               : note->paragraph;

      if (at != paragraph)
        g_array_remove_index (notes, i - 1);
    }
  return notes;
}

/* "enhanced cooperation", at most so long. */
static char *
quote (AgreedParagraph *paragraph,
       gsize            start,
       gsize            length)
{
  g_autofree char *words = g_strndup (agreed_paragraph_get_wording (paragraph) + start, length);
  g_autofree char *cut = NULL;

  if (g_utf8_strlen (words, -1) <= QUOTED)
    return g_steal_pointer (&words);
  cut = g_utf8_substring (words, 0, QUOTED);
  return g_strconcat (cut, "…", NULL);
}

char *
agreed_row_note_describe_subject (const AgreedRowNote *self)
{
  g_autofree char *words = NULL;
  const char *label;
  gsize start, length;

  if (self->link != NULL)
    return g_strdup_printf ("%s → %s",
                            agreed_paragraph_get_label (agreed_link_get_paragraph (self->link, AGREED_SIDE_OLDER)),
                            agreed_paragraph_get_label (agreed_link_get_paragraph (self->link, AGREED_SIDE_NEWER)));
  label = agreed_paragraph_get_label (self->paragraph);
  if (!agreed_note_get_passage (self->note, &start, &length))
    return g_strdup (label);
  words = quote (self->paragraph, start, length);
  /* Translators: a paragraph's label and words in it: OP7 “enhanced cooperation” */
  return g_strdup_printf (_("%s “%s”"), label, words);
}

static gboolean
is_on_the_only_one (AgreedRow           *row,
                    const AgreedRowNote *note)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER);
  gsize start, length;

  if (paragraphs->len == 0)
    paragraphs = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER);
  return paragraphs->len == 1 && paragraphs->pdata[0] == note->paragraph
         && !agreed_note_get_passage (note->note, &start, &length);
}

char *
agreed_row_describe_positions (AgreedRow *row)
{
  g_autoptr (GArray) notes = agreed_row_list_notes (row);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const AgreedRowNote *note = &g_array_index (notes, AgreedRowNote, i);
      g_autofree char *position = agreed_note_describe_position (note->note);
      g_autofree char *subject = NULL;

      if (position == NULL)
        continue;
      if (words->len > 0)
        /* Translators: stands between what is said of several paragraphs */
        g_string_append (words, _("; "));
      subject = agreed_row_note_describe_subject (note);
      if (is_on_the_only_one (row, note))
        g_string_append (words, position);
      else
        /* Translators: a paragraph and its status: "OP7: Bracketed" */
        g_string_append_printf (words, _("%s: %s"), subject, position);
    }
  return g_string_free (words, words->len == 0);
}

void
agreed_row_foreach_note_list (AgreedRow *row,
                              void     (*function) (GListModel *list,
                                                    gpointer    data),
                              gpointer   data)
{
  GPtrArray *links;

  g_return_if_fail (AGREED_IS_ROW (row));

  links = agreed_row_get_links (row);
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        function (G_LIST_MODEL (agreed_paragraph_get_notes (paragraphs->pdata[i])), data);
    }
  for (guint i = 0; i < links->len; i++)
    function (G_LIST_MODEL (agreed_link_get_notes (links->pdata[i])), data);
}
