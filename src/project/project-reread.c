/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document that is read anew: what was decided and written about its texts goes over to the new reading, paragraph by
 * paragraph. What has no place there stays about the old reading, which is no longer in the project. */
#include "project-private.h"
#include "store-private.h"

#include <glib/gi18n.h>

typedef struct {
  AgreedProject *project;
  AgreedDocument *before;
  AgreedDocument *after;
  GHashTable *texts;      /* AgreedText of before → that of after */
  GHashTable *paragraphs; /* AgreedParagraph of before → GPtrArray of those of after, the most alike first */
  GHashTable *places;     /* AgreedParagraph of after → AgreedPlace */
  GHashTable *taken;      /* AgreedRecord: the keys that records have in the new reading */
  GArray *changes;
  guint n_unplaced;
} Reread;

static void
free_place (gpointer data)
{
  agreed_place_clear (data);
  g_free (data);
}

static void
reread_init (Reread         *self,
             AgreedProject  *project,
             AgreedDocument *before,
             AgreedDocument *after)
{
  self->project = project;
  self->before = before;
  self->after = after;
  self->texts = g_hash_table_new (NULL, NULL);
  self->paragraphs = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->places = g_hash_table_new_full (NULL, NULL, NULL, free_place);
  self->taken = g_hash_table_new_full (agreed_record_hash, agreed_record_equal, (GDestroyNotify) agreed_record_unref, NULL);
  self->changes = agreed_turns_new ();
  self->n_unplaced = 0;
}

static void
reread_clear (Reread *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->paragraphs);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->taken);
  g_array_unref (self->changes);
}

/* Members that other programs added stay with what they were added to. */
static void
carry_unknown (gpointer from,
               gpointer to)
{
  JsonObject *unknown = g_object_get_data (from, AGREED_UNKNOWN);

  if (unknown != NULL)
    g_object_set_data_full (to, AGREED_UNKNOWN, json_object_ref (unknown), (GDestroyNotify) json_object_unref);
}

/* Texts */

static gboolean
is_taken (Reread     *self,
          AgreedText *text)
{
  GHashTableIter iter;
  gpointer other;

  g_hash_table_iter_init (&iter, self->texts);
  while (g_hash_table_iter_next (&iter, NULL, &other))
    if (other == text)
      return TRUE;

  return FALSE;
}

static gboolean
has_same_name (AgreedText *one,
               AgreedText *two)
{
  return agreed_text_get_symbol (one) != NULL &&
         g_strcmp0 (agreed_text_get_symbol (one), agreed_text_get_symbol (two)) == 0 &&
         g_strcmp0 (agreed_text_get_annex (one), agreed_text_get_annex (two)) == 0;
}

/* Texts of one symbol are the same text; then those of one place in the file, as a draft may have got its symbol since. */
static void
match_texts (Reread   *self,
             gboolean  by_name)
{
  for (guint i = 0; i < agreed_document_get_n_texts (self->before); i++)
    {
      AgreedText *text = agreed_document_get_text (self->before, i);

      for (guint j = 0; j < agreed_document_get_n_texts (self->after) && !g_hash_table_contains (self->texts, text); j++)
        {
          AgreedText *other = agreed_document_get_text (self->after, j);

          if (!is_taken (self, other) && (by_name ? has_same_name (text, other) : i == j))
            g_hash_table_insert (self->texts, text, other);
        }
    }
  /* One text that is left over on both sides is the same one, wherever it stands. */
  if (!by_name && agreed_document_get_n_texts (self->before) == 1 && g_hash_table_size (self->texts) == 0)
    g_hash_table_insert (self->texts, agreed_document_get_text (self->before, 0),
                         agreed_document_find_text (self->after, NULL));
}

/* Paragraphs */

static double
measure_likeness (AgreedLink *link)
{
  const char *older = agreed_paragraph_get_wording (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER));
  const char *newer = agreed_paragraph_get_wording (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER));

  return g_str_equal (older, newer) ? 2 : agreed_link_get_similarity (link);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  double one = measure_likeness ((gpointer) a), two = measure_likeness ((gpointer) b);

  return (one < two) - (one > two);
}

static void
match_paragraphs (Reread     *self,
                  AgreedText *before,
                  AgreedText *after)
{
  g_autoptr (AgreedComparison) comparison = agreed_comparison_new (before, after, NULL);
  g_autoptr (GPtrArray) links = g_ptr_array_copy (agreed_comparison_get_links (comparison), (GCopyFunc) (void (*) (void)) g_object_ref,
                                                  NULL);

  g_ptr_array_set_free_func (links, g_object_unref);
  g_ptr_array_sort_values (links, compare_links);
  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);
      AgreedParagraph *old = agreed_link_get_paragraph (link, AGREED_SIDE_OLDER);
      AgreedParagraph *new = agreed_link_get_paragraph (link, AGREED_SIDE_NEWER);
      GPtrArray *others = g_hash_table_lookup (self->paragraphs, old);

      /* What a person should look at before believing it is for that person to place. */
      if (agreed_link_is_unsure (link) && measure_likeness (link) < 2)
        continue;
      if (others == NULL)
        {
          others = g_ptr_array_new ();
          g_hash_table_insert (self->paragraphs, old, others);
          carry_unknown (old, new);
        }
      g_ptr_array_add (others, new);
    }
  carry_unknown (before, after);
}

static void
place_paragraphs (Reread     *self,
                  AgreedText *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
      gpointer label = (gpointer) agreed_paragraph_get_label (paragraph);
      AgreedPlace *place = g_new0 (AgreedPlace, 1);

      place->text = g_strdup (agreed_text_get_id (text));
      place->label = g_strdup (label);
      place->nth = GPOINTER_TO_UINT (g_hash_table_lookup (seen, label)) + 1;
      g_hash_table_insert (seen, label, GUINT_TO_POINTER (place->nth));
      g_hash_table_insert (self->places, paragraph, place);
    }
}

/* Records */

static gboolean
is_of_before (Reread            *self,
              const AgreedPlace *place)
{
  for (guint i = 0; place->text != NULL && i < agreed_document_get_n_texts (self->before); i++)
    if (g_str_equal (agreed_text_get_id (agreed_document_get_text (self->before, i)), place->text))
      return TRUE;

  return FALSE;
}

/* Finds the passage in one of the paragraphs, of which the first is the one if it is in none. Returns: FALSE where it is in
 * none */
static gboolean
place_passage (const AgreedPlace *place,
               GPtrArray         *candidates,
               AgreedParagraph  **paragraph,
               AgreedAnchor     **passage)
{
  for (int exactly = TRUE; exactly >= FALSE; exactly--)
    for (guint i = 0; i < candidates->len; i++)
      {
        const char *wording = agreed_paragraph_get_wording (g_ptr_array_index (candidates, i));
        gsize start, length;

        if ((!exactly || strstr (wording, place->passage->exact) != NULL) &&
            agreed_anchor_find (place->passage, wording, &start, &length))
          {
            *paragraph = g_ptr_array_index (candidates, i);
            *passage = agreed_anchor_new (wording, start, length);
            return TRUE;
          }
      }

  return FALSE;
}

/* Where the place is in the new reading. @moved: to be cleared. Returns: FALSE where it is nowhere */
static gboolean
move_place (Reread             *self,
            const AgreedRecord *record,
            const AgreedPlace  *place,
            AgreedPlace        *moved)
{
  AgreedSpot *spot;
  GPtrArray *candidates;
  AgreedParagraph *paragraph;
  AgreedAnchor *passage = NULL;

  /* The other end of a link, in a text that stays. */
  if (!is_of_before (self, place))
    {
      agreed_place_copy (place, moved);
      return TRUE;
    }

  spot = agreed_project_find_spot (self->project, place);
  candidates = spot != NULL ? g_hash_table_lookup (self->paragraphs, spot->paragraph) : NULL;
  if (candidates == NULL)
    return FALSE;
  paragraph = g_ptr_array_index (candidates, 0);
  if (place->passage != NULL && !place_passage (place, candidates, &paragraph, &passage))
    {
      /* A note tells what it is about; a tag without its words would say something else. */
      if (record->kind != AGREED_RECORD_NOTE)
        return FALSE;
      passage = agreed_anchor_copy (place->passage);
    }

  agreed_place_copy (g_hash_table_lookup (self->places, paragraph), moved);
  moved->passage = passage;
  moved->unknown = place->unknown != NULL ? json_object_ref (place->unknown) : NULL;
  moved->unknown_passage = place->unknown_passage != NULL ? json_object_ref (place->unknown_passage) : NULL;
  return TRUE;
}

/* Two paragraphs may have become one, and what is said of both need not agree. Returns: FALSE where it does not */
static gboolean
settle (Reread            *self,
        AgreedRecord      *record,
        const AgreedPlace *place,
        const AgreedPlace *other)
{
  g_autoptr (AgreedRecord) moved = agreed_record_new_moved (record, place, other, 0);
  AgreedRecord *there;

  for (guint position = 1; record->kind == AGREED_RECORD_NOTE && g_hash_table_contains (self->taken, moved); position++)
    {
      agreed_record_unref (moved);
      moved = agreed_record_new_moved (record, place, other, position);
    }
  if (g_hash_table_lookup_extended (self->taken, moved, (gpointer *) &there, NULL))
    {
      if (!agreed_record_same (there, moved))
        return FALSE;
      agreed_turns_add (self->changes, record, NULL);
      return TRUE;
    }

  agreed_turns_add (self->changes, record, NULL);
  agreed_turns_add (self->changes, NULL, moved);
  g_hash_table_add (self->taken, g_steal_pointer (&moved));
  return TRUE;
}

static void
carry_record (Reread       *self,
              AgreedRecord *record)
{
  g_auto (AgreedPlace) place = { 0 };
  g_auto (AgreedPlace) other = { 0 };
  gboolean has_other = record->other.text != NULL;

  if (!is_of_before (self, &record->place) && !is_of_before (self, &record->other))
    return;
  if (!move_place (self, record, &record->place, &place) ||
      (has_other && !move_place (self, record, &record->other, &other)) || !settle (self, record, &place, &other))
    self->n_unplaced++;
}

/* In their order, so that the same reading always gives the same project. */
static void
carry_records (Reread *self)
{
  static const AgreedRecordKind kinds[] = { AGREED_RECORD_LINK, AGREED_RECORD_TAG, AGREED_RECORD_NOTE,
                                            AGREED_RECORD_LINK_NOTE };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) records = agreed_project_list_records (self->project, kinds[k]);

      for (guint i = 0; i < records->len; i++)
        carry_record (self, g_ptr_array_index (records, i));
    }
}

/* What is compared stays compared; a text that is no longer there gives way to the one that the new reading ends with. */
static void
plan_chosen (Reread *self)
{
  AgreedText *chosen[AGREED_N_TEXTS];

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      AgreedText *text = chosen[side] = self->project->chosen[side];

      if (text == NULL || agreed_project_get_document (self->project, text) != self->before)
        continue;
      chosen[side] = g_hash_table_lookup (self->texts, text);
      if (chosen[side] == NULL)
        chosen[side] = agreed_document_find_text (self->after, NULL);
    }
  agreed_project_plan_chosen (self->project, chosen, self->changes);
}

guint
agreed_project_read_anew (AgreedProject  *self,
                          AgreedDocument *before,
                          AgreedDocument *after)
{
  Reread reread;
  guint position;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), 0);
  g_return_val_if_fail (AGREED_IS_DOCUMENT (before), 0);
  g_return_val_if_fail (AGREED_IS_DOCUMENT (after), 0);
  g_return_val_if_fail (agreed_document_get_n_texts (after) > 0, 0);

  position = agreed_project_find_document (self, before);
  g_return_val_if_fail (position != G_MAXUINT && agreed_project_find_document (self, after) == G_MAXUINT, 0);

  reread_init (&reread, self, before, after);
  agreed_project_plan_document (self, after, TRUE, position, reread.changes);
  for (guint i = 0; i < agreed_document_get_n_texts (after); i++)
    place_paragraphs (&reread, agreed_document_get_text (after, i));
  match_texts (&reread, TRUE);
  match_texts (&reread, FALSE);
  for (guint i = 0; i < agreed_document_get_n_texts (before); i++)
    {
      AgreedText *text = agreed_document_get_text (before, i);

      if (g_hash_table_contains (reread.texts, text))
        match_paragraphs (&reread, text, g_hash_table_lookup (reread.texts, text));
    }
  carry_unknown (before, after);
  carry_records (&reread);
  plan_chosen (&reread);
  agreed_project_plan_document (self, before, FALSE, position + 1, reread.changes);
  agreed_project_edit (self, N_("Read text again"), reread.changes, 0);
  reread_clear (&reread);

  return reread.n_unplaced;
}
