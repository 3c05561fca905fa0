/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project as JSON. Members come in the order that store-private.h gives, those without a value are left out, and what
 * an object had that this version does not know follows: so the same project is always the same bytes. */
#include "store-private.h"

static void
copy_member (JsonObject *unknown,
             const char *name,
             JsonNode   *value,
             gpointer    object)
{
  json_object_set_member (object, name, json_node_copy (value));
}

void
agreed_store_add_unknown (JsonObject *object,
                          JsonObject *unknown)
{
  if (unknown != NULL)
    json_object_foreach_member (unknown, copy_member, object);
}

void
agreed_store_set_string (JsonObject *object,
                         const char *name,
                         const char *value)
{
  g_autofree char *valid = NULL;

  if (value == NULL)
    return;

  valid = g_utf8_make_valid (value, -1);
  json_object_set_string_member (object, name, valid);
}

void
agreed_store_set_offset (JsonObject       *object,
                         const char       *name,
                         AgreedStorePlace *place,
                         gsize             offset)
{
  if (offset < place->bytes)
    place->bytes = place->characters = 0;
  place->characters += g_utf8_pointer_to_offset (place->wording + place->bytes, place->wording + offset);
  place->bytes = offset;
  json_object_set_int_member (object, name, place->characters);
}

static JsonArray *
write_marks (AgreedParagraph *paragraph)
{
  JsonArray *array = json_array_new ();
  GPtrArray *unknown = g_object_get_data (G_OBJECT (paragraph), AGREED_UNKNOWN_MARKS);
  guint n_marks;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);
  AgreedStorePlace place = { agreed_paragraph_get_wording (paragraph), 0, 0 };

  for (guint i = 0; i < n_marks; i++)
    {
      JsonObject *object = json_object_new ();

      agreed_store_set_string (object, "marker", marks[i].marker);
      agreed_store_set_offset (object, "offset", &place, marks[i].offset);
      if (unknown != NULL && i < unknown->len)
        agreed_store_add_unknown (object, g_ptr_array_index (unknown, i));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
write_paragraph (AgreedParagraph *paragraph)
{
  JsonObject *object = json_object_new ();
  const char *wording = agreed_paragraph_get_wording (paragraph);
  AgreedStorePlace place = { wording, 0, 0 };
  guint n_marks;

  agreed_store_set_string (object, "label", agreed_paragraph_get_label (paragraph));
  agreed_store_set_string (object, "kind", agreed_paragraph_kind_to_string (agreed_paragraph_get_kind (paragraph)));
  if (agreed_paragraph_get_opening (paragraph) > 0)
    agreed_store_set_offset (object, "opening", &place, agreed_paragraph_get_opening (paragraph));
  agreed_store_set_string (object, "text", wording);
  agreed_paragraph_get_marks (paragraph, &n_marks);
  if (n_marks > 0)
    json_object_set_array_member (object, "marks", write_marks (paragraph));
  agreed_store_write_changes (object, paragraph);
  agreed_store_add_unknown (object, g_object_get_data (G_OBJECT (paragraph), AGREED_UNKNOWN));

  return object;
}

static JsonArray *
write_footnotes (AgreedText *text)
{
  JsonArray *array = json_array_new ();
  GListModel *footnotes = agreed_text_get_footnotes (text);

  for (guint i = 0; i < g_list_model_get_n_items (footnotes); i++)
    {
      g_autoptr (AgreedFootnote) footnote = g_list_model_get_item (footnotes, i);
      JsonObject *object = json_object_new ();

      agreed_store_set_string (object, "marker", agreed_footnote_get_marker (footnote));
      agreed_store_set_string (object, "text", agreed_footnote_get_wording (footnote));
      agreed_store_add_unknown (object, g_object_get_data (G_OBJECT (footnote), AGREED_UNKNOWN));
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
write_text (AgreedText *text)
{
  JsonObject *object = json_object_new ();
  JsonArray *paragraphs = json_array_new ();

  agreed_store_set_string (object, "id", agreed_text_get_id (text));
  agreed_store_set_string (object, "symbol", agreed_text_get_symbol (text));
  agreed_store_set_string (object, "title", agreed_text_get_title (text));
  if (agreed_text_get_session (text) > 0)
    json_object_set_int_member (object, "session", agreed_text_get_session (text));
  agreed_store_set_string (object, "language", agreed_text_get_language (text));
  agreed_store_set_string (object, "date", agreed_text_get_date (text));
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    json_array_add_object_element (paragraphs, write_paragraph (agreed_text_get_paragraph (text, i)));
  json_object_set_array_member (object, "paragraphs", paragraphs);
  json_object_set_array_member (object, "footnotes", write_footnotes (text));
  agreed_store_add_unknown (object, g_object_get_data (G_OBJECT (text), AGREED_UNKNOWN));

  return object;
}

static JsonObject *
write_document (AgreedDocument *document)
{
  JsonObject *object = json_object_new ();
  JsonArray *texts = json_array_new ();

  agreed_store_set_string (object, "name", agreed_document_get_name (document));
  agreed_store_set_string (object, "sha256", agreed_document_get_sha256 (document));
  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    json_array_add_object_element (texts, write_text (agreed_document_get_text (document, i)));
  json_object_set_array_member (object, "texts", texts);
  agreed_store_add_unknown (object, g_object_get_data (G_OBJECT (document), AGREED_UNKNOWN));

  return object;
}

static JsonArray *
write_documents (AgreedProject *project)
{
  JsonArray *array = json_array_new ();
  GListModel *documents = agreed_project_get_documents (project);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, i);

      json_array_add_object_element (array, write_document (document));
    }

  return array;
}

static JsonObject *
write_compared (AgreedProject *project)
{
  JsonObject *object = json_object_new ();
  AgreedText *older = agreed_project_get_text (project, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_project_get_text (project, AGREED_SIDE_NEWER);

  if (older != NULL)
    agreed_store_set_string (object, "older", agreed_text_get_id (older));
  if (newer != NULL)
    agreed_store_set_string (object, "newer", agreed_text_get_id (newer));
  agreed_store_add_unknown (object, g_object_get_data (G_OBJECT (project), AGREED_UNKNOWN_COMPARED));

  return object;
}

static void
set_place (JsonObject        *object,
           const AgreedPlace *place)
{
  agreed_store_set_string (object, "text", place->text);
  agreed_store_set_string (object, "paragraph", place->label);
  if (place->nth != 1)
    json_object_set_int_member (object, "nth", place->nth);
}

static JsonArray *
write_ends (const AgreedRecord *link)
{
  const AgreedPlace *ends[] = { &link->place, &link->other };
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      JsonObject *object = json_object_new ();

      set_place (object, ends[i]);
      agreed_store_add_unknown (object, ends[i]->unknown);
      json_array_add_object_element (array, object);
    }

  return array;
}

static JsonObject *
write_record (const AgreedRecord *record)
{
  JsonObject *object = json_object_new ();

  switch (record->kind)
    {
    case AGREED_RECORD_LINK:
      json_object_set_array_member (object, "paragraphs", write_ends (record));
      json_object_set_boolean_member (object, "linked", record->linked);
      break;
    case AGREED_RECORD_TAG:
      set_place (object, &record->place);
      agreed_store_set_string (object, "topic", record->topic);
      agreed_store_set_string (object, "state", agreed_tag_state_to_string (record->state));
      break;
    case AGREED_RECORD_NOTE:
      set_place (object, &record->place);
      agreed_store_set_string (object, "body", record->body);
      break;
    case AGREED_RECORD_TOPICS: /* "topics" has them */
    default:
      g_assert_not_reached ();
    }
  agreed_store_add_unknown (object, record->unknown);

  return object;
}

static JsonArray *
write_records (AgreedProject    *project,
               AgreedRecordKind  kind)
{
  JsonArray *array = json_array_new ();
  g_autoptr (GPtrArray) records = agreed_project_list_records (project, kind);

  for (guint i = 0; i < records->len; i++)
    json_array_add_object_element (array, write_record (g_ptr_array_index (records, i)));

  return array;
}

JsonNode *
agreed_store_write (AgreedProject *project)
{
  JsonNode *root = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "format", AGREED_STORE_FORMAT);
  json_object_set_array_member (object, "documents", write_documents (project));
  json_object_set_object_member (object, "compared", write_compared (project));
  json_object_set_array_member (object, "links", write_records (project, AGREED_RECORD_LINK));
  if (!agreed_topic_set_is_default (agreed_project_get_topics (project)))
    json_object_set_member (object, "topics", agreed_topic_set_to_json (agreed_project_get_topics (project)));
  json_object_set_array_member (object, "tags", write_records (project, AGREED_RECORD_TAG));
  json_object_set_array_member (object, "notes", write_records (project, AGREED_RECORD_NOTE));
  agreed_store_add_unknown (object, g_object_get_data (G_OBJECT (project), AGREED_UNKNOWN));
  json_node_take_object (root, object);

  return root;
}
