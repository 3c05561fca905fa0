/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The records of a project: where they are kept, how they are shown in the paragraphs, and their order in the file. */
#include "project-private.h"
#include "record-order.h"

AgreedRecord *
agreed_project_find_record (AgreedProject      *self,
                            const AgreedRecord *key)
{
  gpointer record;

  return g_hash_table_lookup_extended (self->records, key, &record, NULL) ? record : NULL;
}

AgreedSpot *
agreed_project_find_spot (AgreedProject     *self,
                          const AgreedPlace *place)
{
  AgreedPlace paragraph = agreed_place_get_paragraph (place);

  return g_hash_table_lookup (self->by_place, &paragraph);
}

gboolean
agreed_project_mentions (AgreedProject *self,
                         const char    *text_id)
{
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    {
      const AgreedRecord *one = record;

      if (g_str_equal (one->place.text, text_id) || g_strcmp0 (one->other.text, text_id) == 0)
        return TRUE;
    }

  return FALSE;
}

void
agreed_project_replace_items (GListStore *list,
                              GPtrArray  *wanted,
                              GEqualFunc  equal)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint head = 0;
  guint tail = 0;

  for (; head < MIN (n, wanted->len); head++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), head);

      if (!equal (item, g_ptr_array_index (wanted, head)))
        break;
    }
  for (; tail < MIN (n, wanted->len) - head; tail++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (list), n - 1 - tail);

      if (!equal (item, g_ptr_array_index (wanted, wanted->len - 1 - tail)))
        break;
    }

  if (head + tail < MAX (n, wanted->len))
    g_list_store_splice (list, head, n - head - tail, wanted->len > 0 ? wanted->pdata + head : NULL,
                         wanted->len - head - tail);
}

static gboolean
same_tag (gconstpointer a,
          gconstpointer b)
{
  return agreed_tag_equal ((gpointer) a, (gpointer) b);
}

static AgreedTag *
find_tag (GPtrArray   *tags,
          AgreedTopic *topic)
{
  for (guint i = 0; i < tags->len; i++)
    if (agreed_tag_get_topic (g_ptr_array_index (tags, i)) == topic)
      return g_ptr_array_index (tags, i);

  return NULL;
}

/* What the paragraph shows of the topic: what was found, with what was decided put over it. Whoever put the topic on words
 * of the paragraph said that it is in it. Returns: (transfer full) (nullable) */
static AgreedTag *
merge_tag (AgreedSpot         *spot,
           AgreedTopic        *topic,
           AgreedTag          *suggested,
           const AgreedRecord *decided)
{
  g_autoptr (GArray) passages = spot->passages != NULL ? agreed_project_find_passages (spot, topic) : NULL;
  guint n_passages = passages != NULL ? passages->len : 0;
  AgreedTagState state = decided != NULL ? decided->state : AGREED_TAG_SUGGESTED;
  AgreedTag *tag;

  if (n_passages > 0 && (decided == NULL || state == AGREED_TAG_DISMISSED))
    state = suggested != NULL ? AGREED_TAG_ACCEPTED : AGREED_TAG_ADDED;
  if (suggested == NULL && decided == NULL && n_passages == 0)
    return NULL;

  tag = suggested != NULL ? agreed_tag_with_state (suggested, state) : agreed_tag_new (topic, state);
  for (guint i = 0; i < n_passages; i++)
    {
      const AgreedTagPassage *passage = &g_array_index (passages, AgreedTagPassage, i);

      agreed_tag_add_passage (tag, passage->start, passage->length);
    }

  return tag;
}

static GPtrArray *
merge_tags (AgreedProject *self,
            AgreedSpot    *spot)
{
  g_autoptr (GPtrArray) tags = g_ptr_array_new_with_free_func (g_object_unref);
  guint n_topics = g_list_model_get_n_items (G_LIST_MODEL (self->topics));
  AgreedRecord key = { .kind = AGREED_RECORD_TAG, .place = spot->place };

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (G_LIST_MODEL (self->topics), i);
      AgreedTag *suggested = find_tag (agreed_project_suggest (self, spot), topic);
      AgreedTag *tag;

      key.topic = (char *) agreed_topic_get_id (topic);
      tag = merge_tag (spot, topic, suggested, agreed_project_find_record (self, &key));
      if (tag != NULL)
        g_ptr_array_add (tags, tag);
    }

  return g_steal_pointer (&tags);
}

void
agreed_project_show_tags (AgreedProject *self,
                          AgreedSpot    *spot)
{
  g_autoptr (GPtrArray) tags = spot->n_tags > 0 ? merge_tags (self, spot)
                                                : g_ptr_array_ref (agreed_project_suggest (self, spot));

  spot->due = FALSE;
  agreed_paragraph_set_fill (spot->paragraph, NULL, NULL);
  agreed_project_replace_items (agreed_paragraph_get_tags (spot->paragraph), tags, same_tag);
}

/* Keeps what the paragraph knows of its records right. */
static AgreedSpot *
count_record (AgreedProject *self,
              AgreedRecord  *before,
              AgreedRecord  *after)
{
  AgreedRecord *record = after != NULL ? after : before;
  AgreedSpot *spot = agreed_project_find_spot (self, &record->place);

  if (spot != NULL && record->kind == AGREED_RECORD_TAG)
    {
      int n_more = (after != NULL) - (before != NULL);

      spot->n_tags += n_more;
      agreed_project_count_passage (spot, record, n_more);
    }
  if (spot != NULL && record->kind == AGREED_RECORD_NOTE)
    agreed_project_count_note (spot, before, after);

  return spot;
}

void
agreed_project_put_record (AgreedProject *self,
                           AgreedRecord  *before,
                           AgreedRecord  *after)
{
  AgreedRecord *record = after != NULL ? after : before;
  AgreedSpot *spot;

  g_return_if_fail (record != NULL);

  if (record->kind == AGREED_RECORD_TOPICS)
    {
      agreed_project_put_topics (self, record);
      return;
    }
  if (record->kind == AGREED_RECORD_DOCUMENT)
    {
      agreed_project_put_document (self, before, after);
      return;
    }
  if (record->kind == AGREED_RECORD_CHOSEN)
    {
      agreed_project_put_chosen (self, after->chosen);
      return;
    }

  /* Replacing keeps the old key of a GHashTable, and here the key is all there is: so it goes first. */
  if (before != NULL)
    g_hash_table_remove (self->records, before);
  if (after != NULL)
    g_hash_table_add (self->records, agreed_record_ref (after));

  spot = count_record (self, before, after);
  if (record->kind == AGREED_RECORD_LINK)
    agreed_project_drop_comparison (self, agreed_project_find_text (self, record->place.text),
                                    agreed_project_find_text (self, record->other.text));
  else if (record->kind == AGREED_RECORD_TAG && spot != NULL && !spot->due)
    agreed_project_show_tags (self, spot);
  else if (record->kind == AGREED_RECORD_NOTE && spot != NULL)
    agreed_project_show_notes (self, spot);
  else if (record->kind == AGREED_RECORD_LINK_NOTE)
    agreed_project_show_link_notes (self);
}

void
agreed_project_recount (AgreedProject *self,
                        AgreedText    *text)
{
  const char *id = agreed_text_get_id (text);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (g_str_equal (((AgreedRecord *) record)->place.text, id))
      count_record (self, NULL, record);
}

gboolean
agreed_project_restore_record (AgreedProject *self,
                               AgreedRecord  *record)
{
  if (g_hash_table_contains (self->records, record))
    return FALSE;

  g_hash_table_add (self->records, agreed_record_ref (record));
  count_record (self, NULL, record);

  return TRUE;
}

void
agreed_project_show_records (AgreedProject *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->spots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AgreedSpot *spot = value;

      /* The others' tags are found when they are asked for: whoever opens a project looks at these two. */
      if (agreed_project_is_compared (self, spot))
        agreed_project_show_tags (self, spot);
      if (spot->notes != NULL)
        agreed_project_show_notes (self, spot);
    }
}

static void
locate (const AgreedPlace *place,
        guint             *at,
        gpointer           project)
{
  const AgreedSpot *spot = agreed_project_find_spot (project, place);

  if (spot == NULL)
    return;

  at[0] = spot->text_position;
  at[1] = spot->paragraph_position;
}

GPtrArray *
agreed_project_list_records (AgreedProject    *self,
                             AgreedRecordKind  kind)
{
  g_autoptr (GPtrArray) topics = agreed_project_list_topics (self);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_record_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (((AgreedRecord *) record)->kind == kind)
      g_ptr_array_add (records, agreed_record_ref (record));

  agreed_records_sort (records, topics, locate, self);
  return g_steal_pointer (&records);
}

GPtrArray *
agreed_project_list_topics (AgreedProject *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint n_topics = g_list_model_get_n_items (G_LIST_MODEL (self->topics));

  for (guint i = 0; i < n_topics; i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (G_LIST_MODEL (self->topics), i);

      g_ptr_array_add (ids, g_strdup (agreed_topic_get_id (topic)));
    }

  return g_steal_pointer (&ids);
}
