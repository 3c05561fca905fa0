/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was decided and written about paragraphs, or words of them, that are not there any more: it is kept, and can be put on
 * another paragraph. */
#include "project-private.h"
#include "unplaced.h"

#include <glib/gi18n.h>

static gboolean
is_there (AgreedProject     *self,
          const AgreedPlace *place)
{
  return place->text == NULL || agreed_project_find_spot (self, place) != NULL;
}

static gboolean
has_words (AgreedProject      *self,
           const AgreedRecord *record)
{
  AgreedSpot *spot = agreed_project_find_spot (self, &record->place);
  gsize start, length;

  /* A note whose words are gone is on the paragraph. */
  return record->kind != AGREED_RECORD_TAG || record->place.passage == NULL ||
         agreed_anchor_find (record->place.passage, agreed_paragraph_get_wording (spot->paragraph), &start, &length);
}

static gboolean
is_unplaced (AgreedProject      *self,
             const AgreedRecord *record)
{
  if (record->kind == AGREED_RECORD_PROJECT_NOTE)
    return FALSE;
  return !is_there (self, &record->place) || !is_there (self, &record->other) || !has_words (self, record);
}

GPtrArray *
agreed_project_list_unplaced (AgreedProject *self)
{
  static const AgreedRecordKind kinds[] = { AGREED_RECORD_TAG, AGREED_RECORD_NOTE, AGREED_RECORD_LINK,
                                            AGREED_RECORD_LINK_NOTE };
  GPtrArray *unplaced = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_record_unref);

  g_return_val_if_fail (AGREED_IS_PROJECT (self), unplaced);

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records = agreed_project_list_records (self, kinds[k]);

      for (guint i = 0; i < records->len; i++)
        if (is_unplaced (self, g_ptr_array_index (records, i)))
          g_ptr_array_add (unplaced, agreed_record_ref (g_ptr_array_index (records, i)));
    }

  return unplaced;
}

gboolean
agreed_project_has_unplaced (AgreedProject *self)
{
  GHashTableIter iter;
  gpointer record;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), FALSE);

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (is_unplaced (self, record))
      return TRUE;

  return FALSE;
}

AgreedText *
agreed_project_find_any_text (AgreedProject *self,
                              const char    *id)
{
  AgreedText *text;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  text = agreed_project_find_text (self, id);
  return text != NULL ? text : g_hash_table_lookup (self->gone, id);
}

AgreedParagraph *
agreed_project_find_any_paragraph (AgreedProject     *self,
                                   const AgreedPlace *place)
{
  AgreedText *text = agreed_project_find_any_text (self, place->text);
  guint nth = 0;

  for (guint i = 0; text != NULL && i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);

      if (g_str_equal (agreed_paragraph_get_label (paragraph), place->label) && ++nth == place->nth)
        return paragraph;
    }

  return NULL;
}

/* The place of the paragraph, or of the same words in it where they are there. @found: to be cleared */
static void
find_place (AgreedSpot        *spot,
            const AgreedPlace *place,
            AgreedPlace       *found)
{
  const char *wording = agreed_paragraph_get_wording (spot->paragraph);
  gsize start, length;

  agreed_place_copy (&spot->place, found);
  if (place->passage != NULL && agreed_anchor_find (place->passage, wording, &start, &length))
    found->passage = agreed_anchor_new (wording, start, length);
}

gboolean
agreed_project_place_record (AgreedProject   *self,
                             AgreedRecord    *record,
                             AgreedParagraph *paragraph)
{
  g_autoptr (GArray) changes = agreed_turns_new ();
  g_autoptr (AgreedRecord) placed = NULL;
  g_auto (AgreedPlace) found = { 0 };
  AgreedSpot *spot;
  gboolean first;
  AgreedRecord *there;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (record != NULL, FALSE);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), FALSE);

  spot = g_hash_table_lookup (self->spots, paragraph);
  g_return_val_if_fail (spot != NULL, FALSE);

  /* Of a link one end may be where it was. */
  first = !is_there (self, &record->place) || record->other.text == NULL;
  find_place (spot, first ? &record->place : &record->other, &found);
  placed = agreed_record_new_moved (record, first ? &found : &record->place, first ? &record->other : &found, 0);
  for (guint position = 1; record->kind == AGREED_RECORD_NOTE && agreed_project_find_record (self, placed) != NULL; position++)
    {
      agreed_record_unref (placed);
      placed = agreed_record_new_moved (record, &found, &record->other, position);
    }

  there = agreed_project_find_record (self, placed);
  if (there != NULL && !agreed_record_same (there, placed))
    return FALSE;
  agreed_turns_add (changes, record, NULL);
  if (there == NULL)
    agreed_turns_add (changes, NULL, placed);
  agreed_project_edit (self, N_("Place on paragraph"), changes, 0);
  return TRUE;
}

void
agreed_project_discard_record (AgreedProject *self,
                               AgreedRecord  *record)
{
  g_autoptr (GArray) changes = agreed_turns_new ();

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (record != NULL);

  if (agreed_project_find_record (self, record) == NULL)
    return;
  agreed_turns_add (changes, record, NULL);
  agreed_project_edit (self, N_("Discard what was not placed"), changes, 0);
}
