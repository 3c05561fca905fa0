/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-reading.h"

#include "topic-follows.h"

AgreedTag *
agreed_topic_reading_find_tag (AgreedParagraph *paragraph,
                               AgreedTopic     *topic)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);

      if (agreed_tag_get_topic (tag) == topic && agreed_tag_get_state (tag) != AGREED_TAG_DISMISSED)
        return g_steal_pointer (&tag);
    }

  return NULL;
}

static gboolean
side_has_topic (AgreedRow   *row,
                AgreedSide   side,
                AgreedTopic *topic)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

  for (guint i = 0; i < paragraphs->len; i++)
    if (agreed_paragraph_has_topic (g_ptr_array_index (paragraphs, i), topic))
      return TRUE;

  return FALSE;
}

static void
add_passage (GArray      *passages,
             AgreedRow   *row,
             AgreedTopic *topic)
{
  gboolean older = side_has_topic (row, AGREED_SIDE_OLDER, topic);
  gboolean newer = side_has_topic (row, AGREED_SIDE_NEWER, topic);
  AgreedTopicPassage passage = {
    .row = row,
    .carried = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->len > 0 &&
               agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->len > 0,
  };

  if (!older && !newer)
    return;
  if (older && newer)
    passage.shift = agreed_row_get_change (row) == AGREED_CHANGE_UNCHANGED ? AGREED_TOPIC_KEPT : AGREED_TOPIC_REWORDED;
  else
    passage.shift = newer ? AGREED_TOPIC_ADDED : AGREED_TOPIC_DROPPED;
  g_array_append_val (passages, passage);
}

GArray *
agreed_topic_reading_new (AgreedProject *project,
                          AgreedTopic   *topic)
{
  GArray *passages = g_array_new (FALSE, FALSE, sizeof (AgreedTopicPassage));
  GListModel *rows;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), passages);
  g_return_val_if_fail (AGREED_IS_TOPIC (topic), passages);

  rows = G_LIST_MODEL (agreed_project_get_comparison (project));
  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      add_passage (passages, row, topic);
    }

  return passages;
}

static guint
count_text (AgreedText  *text,
            AgreedTopic *topic)
{
  guint n = 0;

  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    n += agreed_paragraph_has_topic (agreed_text_get_paragraph (text, i), topic);

  return n;
}

/* Where one of two has no date, only the session can tell; the sort keeps the order of what is alike. */
static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const AgreedTopicSession *one = a;
  const AgreedTopicSession *two = b;
  const char *one_date = agreed_text_get_date (one->text);
  const char *two_date = agreed_text_get_date (two->text);
  guint one_session = agreed_text_get_session (one->text);
  guint two_session = agreed_text_get_session (two->text);
  int order = one_date != NULL && two_date != NULL ? strcmp (one_date, two_date) : 0;

  if (order == 0 && one_session > 0 && two_session > 0)
    order = (one_session > two_session) - (one_session < two_session);

  return order;
}

GArray *
agreed_topic_reading_count (AgreedProject *project,
                            AgreedTopic   *topic)
{
  GArray *sessions = g_array_new (FALSE, FALSE, sizeof (AgreedTopicSession));
  GListModel *documents;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), sessions);
  g_return_val_if_fail (AGREED_IS_TOPIC (topic), sessions);

  documents = agreed_project_get_documents (project);
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, i);

      for (guint j = 0; j < agreed_document_get_n_texts (document); j++)
        {
          AgreedText *text = agreed_document_get_text (document, j);
          AgreedTopicSession session = { text, count_text (text, topic) };

          /* Most annexes have nothing to do with the topic, and would stand between the sessions. */
          if (session.paragraphs > 0 || agreed_text_get_annex (text) == NULL)
            g_array_append_val (sessions, session);
        }
    }
  /* Insertion: stable, and whatever the order of dates and sessions together is like, it ends. */
  for (guint i = 1; i < sessions->len; i++)
    for (guint k = i; k > 0; k--)
      {
        AgreedTopicSession *before = &g_array_index (sessions, AgreedTopicSession, k - 1);
        AgreedTopicSession *here = &g_array_index (sessions, AgreedTopicSession, k);
        AgreedTopicSession swap = *before;

        if (compare_sessions (before, here) <= 0)
          break;
        *before = *here;
        *here = swap;
      }

  return sessions;
}

gboolean
agreed_topic_reading_is_alone (AgreedProject   *project,
                               AgreedSide       side,
                               AgreedParagraph *paragraph,
                               AgreedTopic     *topic)
{
  AgreedComparison *comparison;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), FALSE);

  comparison = agreed_project_get_comparison (project);
  return comparison != NULL && agreed_topic_stays_behind (topic, side, paragraph, agreed_comparison_get_links (comparison));
}
