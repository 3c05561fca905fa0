/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: where each is, what it says, and the lists that show it. */
#include "project-private.h"

#include <glib/gi18n.h>
#include <string.h>

void
agreed_project_count_note (AgreedSpot   *spot,
                           AgreedRecord *before,
                           AgreedRecord *after)
{
  guint position;

  if (spot->notes == NULL)
    spot->notes = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_record_unref);
  /* By its key: the record that goes may be another object. */
  if (before != NULL && g_ptr_array_find_with_equal_func (spot->notes, before, agreed_record_equal, &position))
    g_ptr_array_remove_index (spot->notes, position);
  if (after != NULL)
    g_ptr_array_add (spot->notes, agreed_record_ref (after));
}

/* Those on the whole of the paragraph first. */
static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const AgreedRecord *one = a;
  const AgreedRecord *two = b;
  const AgreedAnchor *passage = one->place.passage;
  const AgreedAnchor *other = two->place.passage;

  if ((passage != NULL) != (other != NULL))
    return passage != NULL ? 1 : -1;
  if (passage != NULL && passage->start != other->start)
    return passage->start < other->start ? -1 : 1;
  if (passage != NULL && !g_str_equal (passage->exact, other->exact))
    return strcmp (passage->exact, other->exact);
  return (one->position > two->position) - (one->position < two->position);
}

static gboolean
same_note (gconstpointer a,
           gconstpointer b)
{
  return agreed_note_equal ((gpointer) a, (gpointer) b);
}

/* The note as the paragraph shows it. Returns: (transfer full) */
static AgreedNote *
place_note (AgreedSpot   *spot,
            AgreedRecord *record)
{
  AgreedNote *note;
  gsize start, length;

  /* Where the words are no longer there the note is on the paragraph. */
  if (record->place.passage == NULL ||
      !agreed_anchor_find (record->place.passage, agreed_paragraph_get_wording (spot->paragraph), &start, &length))
    return g_object_ref (record->note);

  note = agreed_note_new (agreed_note_get_body (record->note), agreed_note_get_status (record->note),
                          agreed_note_get_proposer (record->note));
  agreed_note_set_passage (note, start, length);
  return note;
}

void
agreed_project_show_notes (AgreedProject *self,
                           AgreedSpot    *spot)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);

  /* Sorted here and not where they are counted, as a file may bring very many. */
  g_ptr_array_sort_values (spot->notes, compare_notes);
  for (guint i = 0; i < spot->notes->len; i++)
    g_ptr_array_add (notes, place_note (spot, spot->notes->pdata[i]));

  agreed_project_replace_items (agreed_paragraph_get_notes (spot->paragraph), notes, same_note);
}

void
agreed_project_show_link_notes (AgreedProject *self)
{
  AgreedComparison *comparison = self->held[AGREED_HELD_PAIR].comparison;
  GPtrArray *links = comparison != NULL ? agreed_comparison_get_links (comparison) : NULL;

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      AgreedLink *link = links->pdata[i];
      g_autoptr (GPtrArray) notes = g_ptr_array_new ();
      g_autoptr (AgreedRecord) key =
        agreed_project_key_link_note (self, agreed_link_get_paragraph (link, AGREED_SIDE_OLDER),
                                      agreed_link_get_paragraph (link, AGREED_SIDE_NEWER));
      AgreedNote *note = agreed_project_find_note (self, key);

      if (note != NULL)
        g_ptr_array_add (notes, note);
      agreed_project_replace_items (agreed_link_get_notes (link), notes, same_note);
    }
}

AgreedRecord *
agreed_project_key_note (AgreedProject   *self,
                         AgreedParagraph *paragraph)
{
  AgreedSpot *spot;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), NULL);

  spot = g_hash_table_lookup (self->spots, paragraph);
  g_return_val_if_fail (spot != NULL, NULL);

  for (guint i = 0; spot->notes != NULL && i < spot->notes->len; i++)
    {
      AgreedRecord *note = spot->notes->pdata[i];

      if (note->place.passage == NULL)
        return agreed_record_ref (note);
    }
  return agreed_record_new_note_key (AGREED_RECORD_NOTE, &spot->place, NULL, 0);
}

AgreedRecord *
agreed_project_key_passage_note (AgreedProject   *self,
                                 AgreedParagraph *paragraph,
                                 gsize            start,
                                 gsize            length)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  g_auto (AgreedPlace) place = { 0 };
  AgreedSpot *spot;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), NULL);
  g_return_val_if_fail (length > 0 && start + length <= strlen (wording), NULL);

  spot = g_hash_table_lookup (self->spots, paragraph);
  g_return_val_if_fail (spot != NULL, NULL);

  for (guint i = 0; spot->notes != NULL && i < spot->notes->len; i++)
    {
      AgreedRecord *note = spot->notes->pdata[i];
      gsize at, n;

      if (note->place.passage != NULL && agreed_anchor_find (note->place.passage, wording, &at, &n) && at == start &&
          n == length)
        return agreed_record_ref (note);
    }

  agreed_place_copy (&spot->place, &place);
  place.passage = agreed_anchor_new (wording, start, length);
  return agreed_record_new_note_key (AGREED_RECORD_NOTE, &place, NULL, 0);
}

AgreedRecord *
agreed_project_key_link_note (AgreedProject   *self,
                              AgreedParagraph *older,
                              AgreedParagraph *newer)
{
  AgreedSpot *older_spot;
  AgreedSpot *newer_spot;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (older), NULL);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (newer), NULL);

  older_spot = g_hash_table_lookup (self->spots, older);
  newer_spot = g_hash_table_lookup (self->spots, newer);
  g_return_val_if_fail (older_spot != NULL && newer_spot != NULL, NULL);

  return agreed_record_new_note_key (AGREED_RECORD_LINK_NOTE, &older_spot->place, &newer_spot->place, 0);
}

AgreedRecord *
agreed_project_key_project_note (AgreedProject *self)
{
  const AgreedPlace whole = { .text = (char *) "", .label = (char *) "" };

  return agreed_record_new_note_key (AGREED_RECORD_PROJECT_NOTE, &whole, NULL, 0);
}

GPtrArray *
agreed_project_key_all_notes (AgreedProject   *self,
                              AgreedParagraph *paragraph)
{
  GPtrArray *keys = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_record_unref);
  AgreedSpot *spot;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), keys);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), keys);

  spot = g_hash_table_lookup (self->spots, paragraph);
  g_return_val_if_fail (spot != NULL, keys);

  for (guint i = 0; spot->notes != NULL && i < spot->notes->len; i++)
    g_ptr_array_add (keys, agreed_record_ref (spot->notes->pdata[i]));
  return keys;
}

AgreedNote *
agreed_project_find_note (AgreedProject      *self,
                          const AgreedRecord *key)
{
  AgreedRecord *record;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  record = agreed_project_find_record (self, key);
  return record != NULL ? record->note : NULL;
}

static const char *
name_step (AgreedNote *before,
           AgreedNote *after)
{
  if (!g_str_equal (agreed_note_get_body (before), agreed_note_get_body (after)))
    {
      if (*agreed_note_get_body (after) == '\0')
        return N_("Remove note");
      return *agreed_note_get_body (before) == '\0' ? N_("Write note") : N_("Change note");
    }
  if (agreed_note_get_status (before) != agreed_note_get_status (after))
    return N_("Change status");
  return N_("Change who proposed");
}

/* As it can be saved. Returns: (transfer full) */
static AgreedNote *
validate (AgreedNote *note)
{
  g_autofree char *body = NULL, *proposer = NULL;

  if (note == NULL)
    return agreed_note_new (NULL, AGREED_NOTE_NO_STATUS, NULL);
  body = g_utf8_make_valid (agreed_note_get_body (note), -1);
  proposer = g_strstrip (g_utf8_make_valid (agreed_note_get_proposer (note), -1));
  return agreed_note_new (body, agreed_note_get_status (note), proposer);
}

void
agreed_project_write_note (AgreedProject      *self,
                           const AgreedRecord *key,
                           AgreedNote         *note)
{
  g_autoptr (GArray) changes = agreed_turns_new ();
  g_autoptr (AgreedNote) wanted = NULL;
  g_autoptr (AgreedNote) nothing = NULL;
  g_autoptr (AgreedRecord) after = NULL;
  AgreedRecord *before;
  const char *name;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (key != NULL);
  g_return_if_fail (note == NULL || AGREED_IS_NOTE (note));

  wanted = validate (note);
  nothing = agreed_note_new (NULL, AGREED_NOTE_NO_STATUS, NULL);
  before = agreed_project_find_record (self, key);
  if (agreed_note_equal (before != NULL ? before->note : nothing, wanted))
    return;

  if (!agreed_note_is_empty (wanted))
    after = agreed_record_new_note (before != NULL ? before : key, wanted, before != NULL ? before->unknown : NULL);
  name = name_step (before != NULL ? before->note : nothing, wanted);
  agreed_turns_add (changes, before, after);
  agreed_project_edit (self, name, changes, 0);
}

void
agreed_project_set_note (AgreedProject   *self,
                         AgreedParagraph *paragraph,
                         const char      *body)
{
  g_autoptr (AgreedRecord) key = agreed_project_key_note (self, paragraph);
  g_autoptr (AgreedNote) note = NULL;
  AgreedNote *before;

  g_return_if_fail (key != NULL);

  before = agreed_project_find_note (self, key);
  note = agreed_note_new (body, before != NULL ? agreed_note_get_status (before) : AGREED_NOTE_NO_STATUS,
                          before != NULL ? agreed_note_get_proposer (before) : NULL);
  agreed_project_write_note (self, key, note);
}

const char *
agreed_project_get_note (AgreedProject   *self,
                         AgreedParagraph *paragraph)
{
  g_autoptr (AgreedRecord) key = agreed_project_key_note (self, paragraph);
  AgreedNote *note = key != NULL ? agreed_project_find_note (self, key) : NULL;

  return note != NULL && *agreed_note_get_body (note) != '\0' ? agreed_note_get_body (note) : NULL;
}

static int
compare_proposers (gconstpointer a,
                   gconstpointer b)
{
  return g_utf8_collate (a, b);
}

GPtrArray *
agreed_project_list_proposers (AgreedProject *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *proposers = g_ptr_array_new_with_free_func (g_free);
  GHashTableIter iter;
  gpointer record;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), proposers);

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      AgreedNote *note = ((AgreedRecord *) record)->note;
      const char *proposer = note != NULL ? agreed_note_get_proposer (note) : "";

      if (*proposer != '\0' && g_hash_table_add (seen, (gpointer) proposer))
        g_ptr_array_add (proposers, g_strdup (proposer));
    }
  g_ptr_array_sort_values (proposers, compare_proposers);
  return proposers;
}
