/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tags on passages of a paragraph: each is a record with a quotation, which finds its words in the paragraph as it is now. */
#include "project-private.h"

#include <glib/gi18n.h>

static gboolean
is_on (const AgreedRecord *tag,
       AgreedTopic        *topic)
{
  return g_str_equal (tag->topic, agreed_topic_get_id (topic));
}

void
agreed_project_count_passage (AgreedSpot   *spot,
                              AgreedRecord *record,
                              int           n_more)
{
  guint position;

  if (record->place.passage == NULL)
    return;
  if (spot->passages == NULL)
    spot->passages = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_record_unref);
  if (n_more > 0)
    g_ptr_array_add (spot->passages, agreed_record_ref (record));
  /* By its key: the record that replaces it in the file may be another object. */
  else if (n_more < 0 && g_ptr_array_find_with_equal_func (spot->passages, record, agreed_record_equal, &position))
    g_ptr_array_remove_index (spot->passages, position);
}

static int
compare_passages (gconstpointer a,
                  gconstpointer b)
{
  const AgreedTagPassage *one = a;
  const AgreedTagPassage *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return (one->length > two->length) - (one->length < two->length);
}

GArray *
agreed_project_find_passages (AgreedSpot  *spot,
                              AgreedTopic *topic)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (AgreedTagPassage));
  const char *wording = agreed_paragraph_get_wording (spot->paragraph);

  for (guint i = 0; i < spot->passages->len; i++)
    {
      const AgreedRecord *tag = g_ptr_array_index (spot->passages, i);
      AgreedTagPassage passage;

      if (is_on (tag, topic) && agreed_anchor_find (tag->place.passage, wording, &passage.start, &passage.length))
        g_array_append_val (found, passage);
    }

  g_array_sort (found, compare_passages);
  return found;
}

void
agreed_project_plan_no_passages (AgreedSpot  *spot,
                                 AgreedTopic *topic,
                                 GArray      *changes)
{
  for (guint i = 0; spot->passages != NULL && i < spot->passages->len; i++)
    if (is_on (g_ptr_array_index (spot->passages, i), topic))
      agreed_turns_add (changes, g_ptr_array_index (spot->passages, i), NULL);
}

static AgreedRecord *
find_tag (AgreedSpot  *spot,
          AgreedTopic *topic,
          gsize        start,
          gsize        length)
{
  const char *wording = agreed_paragraph_get_wording (spot->paragraph);

  for (guint i = 0; spot->passages != NULL && i < spot->passages->len; i++)
    {
      AgreedRecord *tag = g_ptr_array_index (spot->passages, i);
      gsize at, n;

      if (is_on (tag, topic) && agreed_anchor_find (tag->place.passage, wording, &at, &n) && at == start && n == length)
        return tag;
    }

  return NULL;
}

void
agreed_project_set_passage_tag (AgreedProject   *self,
                                AgreedParagraph *paragraph,
                                gsize            start,
                                gsize            length,
                                AgreedTopic     *topic,
                                gboolean         tagged)
{
  g_autoptr (GArray) changes = agreed_turns_new ();
  g_auto (AgreedPlace) place = { 0 };
  g_autoptr (AgreedRecord) after = NULL;
  AgreedRecord *before;
  AgreedSpot *spot;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (AGREED_IS_PARAGRAPH (paragraph));
  g_return_if_fail (AGREED_IS_TOPIC (topic));
  g_return_if_fail (length > 0 && start + length <= strlen (agreed_paragraph_get_wording (paragraph)));

  spot = g_hash_table_lookup (self->spots, paragraph);
  g_return_if_fail (spot != NULL);

  before = find_tag (spot, topic, start, length);
  if ((before != NULL) == (tagged != FALSE))
    return;

  if (tagged)
    {
      agreed_place_copy (&spot->place, &place);
      place.passage = agreed_anchor_new (agreed_paragraph_get_wording (paragraph), start, length);
      after = agreed_record_new_tag (&place, agreed_topic_get_id (topic), AGREED_TAG_ADDED, NULL);
    }
  agreed_turns_add (changes, before, after);
  agreed_project_edit (self, tagged ? N_("Tag wording") : N_("Remove tag from wording"), changes, 0);
}
