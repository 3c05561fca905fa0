/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-count.h"

struct _AgreedTopicCount {
  GObject parent_instance;
  AgreedTopic *topic;
  guint counts[AGREED_N_SIDES];
};

G_DEFINE_FINAL_TYPE (AgreedTopicCount, agreed_topic_count, G_TYPE_OBJECT)

static void
agreed_topic_count_dispose (GObject *object)
{
  AgreedTopicCount *self = AGREED_TOPIC_COUNT (object);

  g_clear_object (&self->topic);
  G_OBJECT_CLASS (agreed_topic_count_parent_class)->dispose (object);
}

static void
agreed_topic_count_class_init (AgreedTopicCountClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = agreed_topic_count_dispose;
}

static void
agreed_topic_count_init (AgreedTopicCount *self)
{
}

static AgreedTopicCount *
agreed_topic_count_new (AgreedTopic *topic)
{
  AgreedTopicCount *self = g_object_new (AGREED_TYPE_TOPIC_COUNT, NULL);

  self->topic = g_object_ref (topic);
  return self;
}

AgreedTopic *
agreed_topic_count_get_topic (AgreedTopicCount *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC_COUNT (self), NULL);

  return self->topic;
}

guint
agreed_topic_count_get (AgreedTopicCount *self,
                        AgreedSide        side)
{
  g_return_val_if_fail (AGREED_IS_TOPIC_COUNT (self), 0);

  return self->counts[side];
}

static void
count_paragraph (AgreedParagraph *paragraph,
                 AgreedSide       side,
                 GHashTable      *by_id)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);
      AgreedTopicCount *count = g_hash_table_lookup (by_id, agreed_topic_get_id (agreed_tag_get_topic (tag)));

      if (count != NULL && agreed_tag_get_state (tag) != AGREED_TAG_DISMISSED)
        count->counts[side]++;
    }
}

static gboolean
is_nowhere (AgreedTopicCount *count)
{
  return count->counts[AGREED_SIDE_OLDER] == 0 && count->counts[AGREED_SIDE_NEWER] == 0;
}

GPtrArray *
agreed_topic_count_all (AgreedProject *project)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) by_id = g_hash_table_new (g_str_hash, g_str_equal);
  GListModel *topics;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), NULL);

  topics = G_LIST_MODEL (agreed_project_get_topics (project));
  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, i);

      g_ptr_array_add (all, agreed_topic_count_new (topic));
      g_hash_table_insert (by_id, (char *) agreed_topic_get_id (topic), all->pdata[all->len - 1]);
    }
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      AgreedText *text = agreed_project_get_text (project, side);
      guint n_paragraphs = text != NULL ? agreed_text_get_n_paragraphs (text) : 0;

      for (guint i = 0; i < n_paragraphs; i++)
        count_paragraph (agreed_text_get_paragraph (text, i), side, by_id);
    }
  for (guint i = all->len; i > 0; i--)
    if (is_nowhere (all->pdata[i - 1]))
      g_ptr_array_remove_index (all, i - 1);
  return g_steal_pointer (&all);
}
