/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report-tags.h"

#include "json-members.h"
#include "tag.h"

static void
add_passages (JsonBuilder     *builder,
              AgreedParagraph *paragraph,
              AgreedTag       *tag)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  guint n_passages;
  const AgreedTagPassage *passages = agreed_tag_get_passages (tag, &n_passages);

  json_builder_set_member_name (builder, "passages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_passages; i++)
    {
      g_autofree char *exact = g_strndup (wording + passages[i].start, passages[i].length);
      guint start = g_utf8_strlen (wording, passages[i].start);

      json_builder_begin_object (builder);
      agreed_json_add_string (builder, "exact", exact);
      agreed_json_add_int (builder, "start", start);
      agreed_json_add_int (builder, "end", start + g_utf8_strlen (exact, -1));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static gboolean
is_agreed (AgreedTag *tag)
{
  return agreed_tag_get_state (tag) == AGREED_TAG_ACCEPTED || agreed_tag_get_state (tag) == AGREED_TAG_ADDED;
}

static void
add_tags (JsonBuilder     *builder,
          AgreedParagraph *paragraph,
          AgreedSide       side,
          gboolean        *begun)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);

      if (!is_agreed (tag))
        continue;
      if (!*begun)
        {
          json_builder_set_member_name (builder, "tags");
          json_builder_begin_array (builder);
          *begun = TRUE;
        }
      json_builder_begin_object (builder);
      agreed_json_add_string (builder, "text", side == AGREED_SIDE_OLDER ? "older" : "newer");
      agreed_json_add_string (builder, "paragraph", agreed_paragraph_get_label (paragraph));
      agreed_json_add_string (builder, "topic", agreed_topic_get_id (agreed_tag_get_topic (tag)));
      agreed_json_add_string (builder, "state", agreed_tag_state_to_string (agreed_tag_get_state (tag)));
      add_passages (builder, paragraph, tag);
      json_builder_end_object (builder);
    }
}

void
agreed_json_add_tags (JsonBuilder *builder,
                      AgreedRow   *row)
{
  gboolean begun = FALSE;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        add_tags (builder, g_ptr_array_index (paragraphs, i), side, &begun);
    }
  if (begun)
    json_builder_end_array (builder);
}
