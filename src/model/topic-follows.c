/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-follows.h"

#include "tag.h"

gboolean
agreed_paragraph_has_topic (AgreedParagraph *paragraph,
                            AgreedTopic     *topic)
{
  GListModel *tags;

  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), FALSE);
  g_return_val_if_fail (AGREED_IS_TOPIC (topic), FALSE);

  tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));
  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);

      if (agreed_tag_get_topic (tag) == topic && agreed_tag_get_state (tag) != AGREED_TAG_DISMISSED)
        return TRUE;
    }

  return FALSE;
}

gboolean
agreed_topic_stays_behind (AgreedTopic     *topic,
                           AgreedSide       side,
                           AgreedParagraph *paragraph,
                           GPtrArray       *links)
{
  gboolean linked = FALSE;

  g_return_val_if_fail (AGREED_IS_TOPIC (topic), FALSE);
  g_return_val_if_fail (side < AGREED_N_SIDES, FALSE);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), FALSE);
  g_return_val_if_fail (links != NULL, FALSE);

  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);

      if (agreed_link_get_paragraph (link, side) != paragraph)
        continue;
      linked = TRUE;
      if (agreed_paragraph_has_topic (agreed_link_get_paragraph (link, !side), topic))
        return FALSE;
    }

  return linked;
}
