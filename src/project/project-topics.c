/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The topics as the user's own: the set is changed as a whole, and one step of undo holds it before and after. */
#include "project-private.h"

#include "topic-edit.h"

#include <glib/gi18n.h>

/* At once in the texts that are looked at; in the others when they are asked for, or when there is time. */
static void
suggest_again (AgreedProject *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->spots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AgreedSpot *spot = value;

      agreed_project_defer_tags (self, spot);
      if (agreed_project_is_compared (self, spot))
        agreed_project_show_tags (self, spot);
    }
  agreed_project_suggest_in_idle (self);
}

/* The record of the set as it is. (transfer none) */
static AgreedRecord *
current_record (AgreedProject *self)
{
  if (self->topics_record == NULL)
    {
      g_autoptr (JsonNode) node = agreed_topic_set_to_json (self->topics);
      g_autofree char *json = json_to_string (node, FALSE);

      self->topics_record = agreed_record_new_topics (json);
    }

  return self->topics_record;
}

void
agreed_project_put_topics (AgreedProject *self,
                           AgreedRecord  *record)
{
  g_autoptr (JsonNode) node = json_from_string (record->body, NULL);
  g_autoptr (GError) error = NULL;

  /* Only what was readable becomes a record. */
  if (node == NULL || !agreed_topic_set_load (self->topics, node, &error))
    g_return_if_reached ();

  agreed_record_ref (record);
  g_clear_pointer (&self->topics_record, agreed_record_unref);
  self->topics_record = record;
  suggest_again (self);
}

/* Adds the change to @set to @changes. FALSE where it cannot be read. */
static gboolean
plan_topics (AgreedProject  *self,
             JsonNode       *set,
             GArray         *changes,
             GError        **error)
{
  g_autoptr (AgreedTopicSet) readable = agreed_topic_set_new_from_json (set, error);
  g_autofree char *json = NULL;
  g_autoptr (AgreedRecord) after = NULL;

  if (readable == NULL)
    return FALSE;

  json = json_to_string (set, FALSE);
  after = agreed_record_new_topics (json);
  if (!agreed_record_same (current_record (self), after))
    agreed_turns_add (changes, current_record (self), after);
  return TRUE;
}

gboolean
agreed_project_set_topics (AgreedProject  *self,
                           JsonNode       *set,
                           const char     *name,
                           guint           merge,
                           GError        **error)
{
  g_autoptr (GArray) changes = agreed_turns_new ();

  g_return_val_if_fail (AGREED_IS_PROJECT (self), FALSE);
  g_return_val_if_fail (set != NULL, FALSE);

  if (!plan_topics (self, set, changes, error))
    return FALSE;

  agreed_project_edit (self, name, changes, merge);
  return TRUE;
}

/* What becomes of the tags of a topic that goes: they go, or become those of @into. One that is there already stays,
 * unless it was turned away and this one was not. */
static void
plan_records (AgreedProject *self,
              AgreedTopic   *from,
              AgreedTopic   *into,
              GArray        *changes)
{
  g_autoptr (GPtrArray) tags = agreed_project_list_records (self, AGREED_RECORD_TAG);

  for (guint i = 0; i < tags->len; i++)
    {
      AgreedRecord *tag = g_ptr_array_index (tags, i);
      g_autoptr (AgreedRecord) moved = NULL;
      AgreedRecord *there;

      if (!g_str_equal (tag->topic, agreed_topic_get_id (from)))
        continue;
      agreed_turns_add (changes, tag, NULL);
      if (into == NULL)
        continue;
      moved = agreed_record_new_tag (&tag->place, agreed_topic_get_id (into), tag->state, tag->unknown);
      there = agreed_project_find_record (self, moved);
      if (there == NULL || (there->state == AGREED_TAG_DISMISSED && tag->state != AGREED_TAG_DISMISSED))
        agreed_turns_add (changes, there, moved);
    }
}

void
agreed_project_remove_topic (AgreedProject *self,
                             AgreedTopic   *topic)
{
  g_autoptr (GArray) changes = agreed_turns_new ();
  g_autoptr (JsonNode) set = NULL;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (AGREED_IS_TOPIC (topic));

  set = agreed_topic_set_to_json (self->topics);
  plan_records (self, topic, NULL, changes);
  agreed_topic_edit_remove (set, agreed_topic_get_id (topic));
  if (plan_topics (self, set, changes, NULL))
    agreed_project_edit (self, N_("Remove topic"), changes, 0);
}

void
agreed_project_merge_topics (AgreedProject *self,
                             AgreedTopic   *from,
                             AgreedTopic   *into)
{
  g_autoptr (GArray) changes = agreed_turns_new ();
  g_autoptr (JsonNode) set = NULL;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (AGREED_IS_TOPIC (from));
  g_return_if_fail (AGREED_IS_TOPIC (into));
  g_return_if_fail (from != into);

  set = agreed_topic_set_to_json (self->topics);
  plan_records (self, from, into, changes);
  agreed_topic_edit_merge (set, agreed_topic_get_id (from), agreed_topic_get_id (into));
  if (plan_topics (self, set, changes, NULL))
    agreed_project_edit (self, N_("Merge topics"), changes, 0);
}

void
agreed_project_restore_topics (AgreedProject *self)
{
  g_autoptr (AgreedTopicSet) delivered = NULL;
  g_autoptr (JsonNode) set = NULL;

  g_return_if_fail (AGREED_IS_PROJECT (self));

  delivered = agreed_topic_set_new_default ();
  set = agreed_topic_set_to_json (delivered);
  agreed_project_set_topics (self, set, N_("Restore delivered topics"), 0, NULL);
}

static guint
count_undecided (AgreedSpot *spot)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (spot->paragraph));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);

      n += agreed_tag_get_state (tag) == AGREED_TAG_SUGGESTED;
    }

  return n;
}

static void
plan_spot (AgreedProject  *self,
           AgreedSpot     *spot,
           AgreedTopic    *topic,
           AgreedTagState  state,
           GArray         *changes)
{
  GPtrArray *found = agreed_project_suggest (self, spot);

  for (guint i = 0; i < found->len; i++)
    {
      AgreedTopic *suggested = agreed_tag_get_topic (g_ptr_array_index (found, i));
      AgreedRecord key = { .kind = AGREED_RECORD_TAG, .place = spot->place };

      key.topic = (char *) agreed_topic_get_id (suggested);
      if ((topic == NULL || topic == suggested) && agreed_project_find_record (self, &key) == NULL)
        agreed_project_plan_tag (self, spot, suggested, state, changes);
    }
}

guint
agreed_project_decide_all (AgreedProject  *self,
                           AgreedTopic    *topic,
                           AgreedText     *text,
                           AgreedTagState  state)
{
  g_autoptr (GArray) changes = agreed_turns_new ();
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), 0);
  g_return_val_if_fail (state == AGREED_TAG_ACCEPTED || state == AGREED_TAG_DISMISSED, 0);

  g_hash_table_iter_init (&iter, self->spots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      AgreedSpot *spot = value;

      if ((text != NULL ? spot->text == text : agreed_project_is_compared (self, spot)) && count_undecided (spot) > 0)
        plan_spot (self, spot, topic, state, changes);
    }

  agreed_project_edit (self, state == AGREED_TAG_ACCEPTED ? N_("Accept tags") : N_("Dismiss tags"), changes, 0);
  return changes->len;
}
