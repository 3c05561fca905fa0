/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The edits that a person makes: each works out which record becomes which, and the rest is the same for all. */
#include "project-private.h"

#include <glib/gi18n.h>

static JsonObject *
unknown_of (AgreedRecord *record)
{
  return record != NULL ? record->unknown : NULL;
}

static void
plan (GArray       *changes,
      AgreedRecord *before,
      AgreedRecord *after)
{
  if (before == NULL && after == NULL)
    return;
  if (before != NULL && after != NULL && agreed_record_same (before, after))
    return;

  agreed_turns_add (changes, before, after);
}

void
agreed_project_edit (AgreedProject *self,
                     const char    *name,
                     GArray        *changes,
                     guint          merge)
{
  AgreedStatus status = agreed_project_get_status (self);

  if (changes->len == 0)
    return;

  /* The history's references keep what is replaced alive while it is taken out. */
  if (merge != 0)
    agreed_history_push_merging (self->history, name, changes, merge);
  else
    agreed_history_push (self->history, name, changes);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < changes->len; i++)
    agreed_project_put_record (self, g_array_index (changes, AgreedTurn, i).before,
                               g_array_index (changes, AgreedTurn, i).after);
  g_object_thaw_notify (G_OBJECT (self));
  agreed_project_notify_status (self, &status);
}

static void
edit (AgreedProject *self,
      const char    *name,
      AgreedRecord  *before,
      AgreedRecord  *after)
{
  g_autoptr (GArray) changes = agreed_turns_new ();

  plan (changes, before, after);
  agreed_project_edit (self, name, changes, 0);
}

static gboolean
is_suggested (AgreedProject *self,
              AgreedSpot    *spot,
              AgreedTopic   *topic)
{
  GPtrArray *found = agreed_project_suggest (self, spot);

  for (guint i = 0; i < found->len; i++)
    if (agreed_tag_get_topic (g_ptr_array_index (found, i)) == topic)
      return TRUE;

  return FALSE;
}

static const char *
name_for_tag (AgreedRecord *before,
              AgreedRecord *after)
{
  if (after == NULL)
    return before != NULL && before->state == AGREED_TAG_ADDED ? N_("Remove tag") : N_("Take back decision on tag");
  if (after->state == AGREED_TAG_ACCEPTED)
    return N_("Accept tag");
  if (after->state == AGREED_TAG_DISMISSED)
    return N_("Dismiss tag");
  return N_("Add tag");
}

/* What a person asks for, told in the words of what was found: only a suggestion can be accepted or dismissed, and only
 * what is not suggested is added. AGREED_TAG_SUGGESTED stands for no decision. */
static AgreedTagState
settle_state (AgreedTagState wanted,
              gboolean       suggested)
{
  if (wanted == AGREED_TAG_SUGGESTED)
    return AGREED_TAG_SUGGESTED;
  if (wanted == AGREED_TAG_DISMISSED)
    return suggested ? AGREED_TAG_DISMISSED : AGREED_TAG_SUGGESTED;
  return suggested ? AGREED_TAG_ACCEPTED : AGREED_TAG_ADDED;
}

void
agreed_project_plan_tag (AgreedProject  *self,
                         AgreedSpot     *spot,
                         AgreedTopic    *topic,
                         AgreedTagState  state,
                         GArray         *changes)
{
  g_autoptr (AgreedRecord) after = NULL;
  AgreedRecord key = { .kind = AGREED_RECORD_TAG, .place = spot->place };
  AgreedRecord *before;

  key.topic = (char *) agreed_topic_get_id (topic);
  before = agreed_project_find_record (self, &key);
  state = settle_state (state, is_suggested (self, spot, topic));
  if (state != AGREED_TAG_SUGGESTED)
    after = agreed_record_new_tag (&key.place, key.topic, state, unknown_of (before));
  plan (changes, before, after);
}

void
agreed_project_set_tag (AgreedProject   *self,
                        AgreedParagraph *paragraph,
                        AgreedTopic     *topic,
                        AgreedTagState   state)
{
  g_autoptr (GArray) changes = agreed_turns_new ();
  AgreedSpot *spot;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (AGREED_IS_PARAGRAPH (paragraph));
  g_return_if_fail (AGREED_IS_TOPIC (topic));
  g_return_if_fail (agreed_topic_set_find (self->topics, agreed_topic_get_id (topic)) == topic);

  spot = g_hash_table_lookup (self->spots, paragraph);
  g_return_if_fail (spot != NULL);

  agreed_project_plan_tag (self, spot, topic, state, changes);
  if (state == AGREED_TAG_SUGGESTED || state == AGREED_TAG_DISMISSED)
    agreed_project_plan_no_passages (spot, topic, changes);
  if (changes->len > 0)
    agreed_project_edit (self, name_for_tag (g_array_index (changes, AgreedTurn, 0).before,
                                             g_array_index (changes, AgreedTurn, 0).after),
                         changes, 0);
}

void
agreed_project_clear_tag (AgreedProject   *self,
                          AgreedParagraph *paragraph,
                          AgreedTopic     *topic)
{
  agreed_project_set_tag (self, paragraph, topic, AGREED_TAG_SUGGESTED);
}

static gboolean
is_linked (AgreedProject   *self,
           AgreedParagraph *older,
           AgreedParagraph *newer)
{
  GPtrArray *links = agreed_comparison_get_links (agreed_project_get_comparison (self));

  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);

      if (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER) == older &&
          agreed_link_get_paragraph (link, AGREED_SIDE_NEWER) == newer)
        return TRUE;
    }

  return FALSE;
}

/* Linking two paragraphs that were found to be linked is a decision as well: they then stay linked. */
void
agreed_project_set_linked (AgreedProject   *self,
                           AgreedParagraph *older,
                           AgreedParagraph *newer,
                           gboolean         linked)
{
  g_autoptr (AgreedRecord) key = NULL;
  g_autoptr (AgreedRecord) after = NULL;
  AgreedSpot *older_spot;
  AgreedSpot *newer_spot;
  AgreedRecord *before;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (AGREED_IS_PARAGRAPH (older));
  g_return_if_fail (AGREED_IS_PARAGRAPH (newer));

  older_spot = g_hash_table_lookup (self->spots, older);
  newer_spot = g_hash_table_lookup (self->spots, newer);
  g_return_if_fail (older_spot != NULL && older_spot->text == self->chosen[AGREED_SIDE_OLDER]);
  g_return_if_fail (newer_spot != NULL && newer_spot->text == self->chosen[AGREED_SIDE_NEWER]);

  /* A decision names paragraphs by label, so a second paragraph of one label would link the first. */
  if (older_spot->place.nth != 1 || newer_spot->place.nth != 1)
    return;

  key = agreed_record_new_link (&older_spot->place, &newer_spot->place, linked, NULL);
  before = agreed_project_find_record (self, key);
  if (before == NULL && !linked && !is_linked (self, older, newer))
    return;

  if (before != NULL)
    after = agreed_record_new_link (&before->place, &before->other, linked, before->unknown);
  else
    after = g_steal_pointer (&key);
  edit (self, linked ? N_("Link paragraphs") : N_("Unlink paragraphs"), before, after);
}
