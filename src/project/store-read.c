/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project from JSON. Whatever is of another kind than it has to be is refused, and what this version does not know is
 * kept. */
#include "store-reader.h"

#include <glib/gi18n.h>

static const char *const root_members[] = { "format", "documents", "gone", "compared", "links", "topics", "tags", "notes",
                                           "link_notes", "note", NULL };
static const char *const document_members[] = { "name", "sha256", "texts", NULL };
static const char *const text_members[] = { "id", "symbol", "annex", "title", "session", "language", "date",
                                            "paragraphs", "footnotes", NULL };
static const char *const paragraph_members[] = { "label", "kind", "opening", "heading", "text", "marks", "changes",
                                                 NULL };
static const char *const mark_members[] = { "marker", "offset", NULL };
static const char *const footnote_members[] = { "marker", "text", NULL };
static const char *const compared_members[] = { "earliest", "older", "newer", NULL };
static const char *const link_members[] = { "paragraphs", "linked", NULL };
static const char *const tag_members[] = { "text", "paragraph", "nth", "passage", "topic", "state", NULL };

static void
keep_unknown (gpointer           owner,
              const char        *key,
              JsonObject        *object,
              const char *const *known)
{
  JsonObject *unknown = agreed_reader_take_unknown (object, known);

  if (unknown != NULL)
    g_object_set_data_full (owner, key, unknown, (GDestroyNotify) json_object_unref);
}

static gboolean
read_mark (AgreedReader *reader,
           JsonObject   *object,
           gpointer      data)
{
  AgreedParagraph *paragraph = data;
  GPtrArray *unknown = g_object_get_data (data, AGREED_UNKNOWN_MARKS);
  const AgreedFootnoteMark *marks;
  const char *marker;
  guint n_characters;
  guint n_marks;
  gsize offset;

  if (!agreed_reader_read_string (reader, object, "marker", TRUE, &marker) ||
      !agreed_reader_read_number (reader, object, "offset", TRUE, 0, &n_characters) ||
      !agreed_reader_find_offset (reader, "offset", &reader->place, n_characters, &offset))
    return FALSE;

  marks = agreed_paragraph_get_marks (paragraph, &n_marks);
  if (n_marks > 0 && offset < marks[n_marks - 1].offset)
    return FAIL (reader, "offset", _("%s: %s lies before the mark that it follows"));

  agreed_paragraph_add_mark (paragraph, marker, offset);
  if (unknown == NULL)
    {
      unknown = agreed_reader_new_unknown_list ();
      g_object_set_data_full (data, AGREED_UNKNOWN_MARKS, unknown, (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (unknown, agreed_reader_take_unknown (object, mark_members));

  return TRUE;
}

static gboolean
read_paragraph (AgreedReader *reader,
                JsonObject   *object,
                gpointer      text)
{
  g_autoptr (AgreedParagraph) paragraph = NULL;
  AgreedParagraphKind kind;
  const char *label;
  const char *word;
  const char *wording;
  const char *heading = NULL;
  guint opening = 0;
  gsize offset;

  if (!agreed_reader_read_string (reader, object, "label", TRUE, &label) ||
      !agreed_reader_read_string (reader, object, "kind", TRUE, &word) ||
      !agreed_reader_read_string (reader, object, "text", TRUE, &wording) ||
      !agreed_reader_read_string (reader, object, "heading", FALSE, &heading) ||
      !agreed_reader_read_number (reader, object, "opening", FALSE, 0, &opening))
    return FALSE;
  reader->place = (AgreedStorePlace) { wording, 0, 0 };
  if (!agreed_reader_find_offset (reader, "opening", &reader->place, opening, &offset))
    return FALSE;
  if (!agreed_paragraph_kind_from_string (word, &kind))
    return FAIL (reader, "kind", _("%s: %s has to be “preambular” or “operative”"));

  paragraph = agreed_paragraph_new (kind, label, wording);
  agreed_paragraph_set_opening (paragraph, offset);
  agreed_paragraph_set_heading (paragraph, heading);
  reader->place = (AgreedStorePlace) { agreed_paragraph_get_wording (paragraph), 0, 0 };
  if (!agreed_reader_read_list (reader, object, "marks", FALSE, read_mark, paragraph) ||
      !agreed_reader_read_list (reader, object, "changes", FALSE, agreed_store_read_change, paragraph))
    return FALSE;

  keep_unknown (paragraph, AGREED_UNKNOWN, object, paragraph_members);
  agreed_text_append (text, paragraph);
  return TRUE;
}

static gboolean
read_footnote (AgreedReader *reader,
               JsonObject   *object,
               gpointer      text)
{
  g_autoptr (AgreedFootnote) footnote = NULL;
  const char *marker;
  const char *wording;

  if (!agreed_reader_read_string (reader, object, "marker", TRUE, &marker) ||
      !agreed_reader_read_string (reader, object, "text", TRUE, &wording))
    return FALSE;

  footnote = agreed_footnote_new (marker, wording);
  keep_unknown (footnote, AGREED_UNKNOWN, object, footnote_members);
  agreed_text_append_footnote (text, footnote);
  return TRUE;
}

static gboolean
is_taken (AgreedReader   *reader,
          AgreedDocument *document,
          const char     *id)
{
  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    if (g_strcmp0 (agreed_text_get_id (agreed_document_get_text (document, i)), id) == 0)
      return TRUE;

  return agreed_project_find_text (reader->project, id) != NULL;
}

/* What the head of the text says. */
static gboolean
read_head (AgreedReader *reader,
           JsonObject   *object,
           AgreedText   *text)
{
  const char *symbol = NULL;
  const char *annex = NULL;
  const char *title = NULL;
  const char *language = NULL;
  const char *date = NULL;
  guint session = 0;

  if (!agreed_reader_read_string (reader, object, "symbol", FALSE, &symbol) ||
      !agreed_reader_read_string (reader, object, "annex", FALSE, &annex) ||
      !agreed_reader_read_string (reader, object, "title", FALSE, &title) ||
      !agreed_reader_read_number (reader, object, "session", FALSE, 1, &session) ||
      !agreed_reader_read_string (reader, object, "language", FALSE, &language) ||
      !agreed_reader_read_string (reader, object, "date", FALSE, &date))
    return FALSE;

  agreed_text_set_symbol (text, symbol);
  agreed_text_set_annex (text, annex);
  agreed_text_set_title (text, title);
  agreed_text_set_session (text, session);
  agreed_text_set_language (text, language);
  agreed_text_set_date (text, date);
  return TRUE;
}

static gboolean
read_text (AgreedReader *reader,
           JsonObject   *object,
           gpointer      document)
{
  g_autoptr (AgreedText) text = agreed_text_new ();
  const char *id;

  if (!agreed_reader_read_string (reader, object, "id", TRUE, &id))
    return FALSE;
  if (*id == '\0')
    return FAIL (reader, "id", _("%s: %s is empty"));
  if (is_taken (reader, document, id))
    return FAIL (reader, "id", _("%s: %s is that of another text as well"));

  agreed_text_set_id (text, id);
  if (!read_head (reader, object, text) ||
      !agreed_reader_read_list (reader, object, "paragraphs", TRUE, read_paragraph, text) ||
      !agreed_reader_read_list (reader, object, "footnotes", FALSE, read_footnote, text))
    return FALSE;

  keep_unknown (text, AGREED_UNKNOWN, object, text_members);
  agreed_document_append (document, text);
  return TRUE;
}

static gboolean
read_document (AgreedReader *reader,
               JsonObject   *object,
               gpointer      data)
{
  g_autoptr (AgreedDocument) document = NULL;
  const char *name;
  const char *sha256 = NULL;

  if (!agreed_reader_read_string (reader, object, "name", TRUE, &name) ||
      !agreed_reader_read_string (reader, object, "sha256", FALSE, &sha256))
    return FALSE;

  document = agreed_document_new (name, sha256);
  if (!agreed_reader_read_list (reader, object, "texts", TRUE, read_text, document))
    return FALSE;

  keep_unknown (document, AGREED_UNKNOWN, object, document_members);
  agreed_project_append_document (reader->project, document);
  return TRUE;
}

/* Texts as those of a document, but in none. */
static gboolean
read_gone (AgreedReader *reader,
           JsonObject   *root)
{
  g_autoptr (AgreedDocument) gone = agreed_document_new ("gone", NULL);

  if (!agreed_reader_read_list (reader, root, "gone", FALSE, read_text, gone))
    return FALSE;

  for (guint i = 0; i < agreed_document_get_n_texts (gone); i++)
    agreed_project_add_gone (reader->project, agreed_document_get_text (gone, i));
  return TRUE;
}

static gboolean
read_side (AgreedReader *reader,
           JsonObject   *object,
           const char   *member,
           AgreedSide    side)
{
  const char *id = NULL;
  AgreedText *text;

  if (!agreed_reader_read_string (reader, object, member, FALSE, &id))
    return FALSE;
  if (id == NULL)
    return TRUE;

  text = agreed_project_find_text (reader->project, id);
  if (text == NULL)
    return FAIL (reader, member, _("%s: %s names a text that is not there"));

  agreed_project_set_text (reader->project, side, text);
  return TRUE;
}

static gboolean
read_compared (AgreedReader *reader,
               JsonObject   *object,
               gpointer      data)
{
  keep_unknown (reader->project, AGREED_UNKNOWN_COMPARED, object, compared_members);

  return read_side (reader, object, "earliest", AGREED_SIDE_EARLIEST) &&
         read_side (reader, object, "older", AGREED_SIDE_OLDER) &&
         read_side (reader, object, "newer", AGREED_SIDE_NEWER);
}

gboolean
agreed_store_restore (AgreedReader *reader,
                      AgreedRecord *record)
{
  return agreed_project_restore_record (reader->project, record) ||
         FAIL (reader, NULL, _("%s: %s decides the same as an earlier one once more"));
}

static gboolean
read_link (AgreedReader *reader,
           JsonObject   *object,
           gpointer      data)
{
  g_autoptr (GArray) ends = agreed_store_read_ends (reader, object);
  g_autoptr (AgreedRecord) record = NULL;
  g_autoptr (JsonObject) unknown = NULL;
  gboolean linked = FALSE;

  if (ends == NULL || !agreed_reader_read_boolean (reader, object, "linked", &linked))
    return FALSE;

  unknown = agreed_reader_take_unknown (object, link_members);
  record = agreed_record_new_link (&g_array_index (ends, AgreedPlace, 0), &g_array_index (ends, AgreedPlace, 1),
                                   linked, unknown);
  return agreed_store_restore (reader, record);
}

static gboolean
read_tag (AgreedReader *reader,
          JsonObject   *object,
          gpointer      data)
{
  g_autoptr (AgreedRecord) record = NULL;
  g_autoptr (JsonObject) unknown = NULL;
  g_auto (AgreedPlace) place = { 0 };
  AgreedTagState state;
  const char *topic;
  const char *word;

  if (!agreed_store_read_place (reader, object, TRUE, &place) ||
      !agreed_reader_read_string (reader, object, "topic", TRUE, &topic) ||
      !agreed_reader_read_string (reader, object, "state", TRUE, &word))
    return FALSE;
  if (!agreed_tag_state_from_string (word, &state) || state == AGREED_TAG_SUGGESTED)
    return FAIL (reader, "state", _("%s: %s has to be “accepted”, “dismissed” or “added”"));

  unknown = agreed_reader_take_unknown (object, tag_members);
  record = agreed_record_new_tag (&place, topic, state, unknown);
  return agreed_store_restore (reader, record);
}

/* Looked at before all else: in another format everything may be something else. */
static gboolean
read_format (AgreedReader *reader,
             JsonObject   *root)
{
  guint format;

  if (!json_object_has_member (root, "format"))
    {
      g_set_error (reader->error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_FORMAT,
                   _("%s: this is not a project of Agreed Language"), reader->name);
      return FALSE;
    }
  if (!agreed_reader_read_number (reader, root, "format", TRUE, 1, &format))
    return FALSE;
  if (format > AGREED_STORE_FORMAT)
    {
      g_set_error (reader->error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_NEWER,
                   _("%s: this project was saved by a newer version of Agreed Language, which is needed to open it"),
                   reader->name);
      return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full), or NULL */
static AgreedTopicSet *
read_topics (AgreedReader *reader,
             JsonObject   *root)
{
  g_autoptr (AgreedTopicSet) topics = NULL;
  g_autoptr (GError) error = NULL;

  if (!json_object_has_member (root, "topics"))
    return agreed_topic_set_new_default ();

  topics = agreed_topic_set_new_from_json (json_object_get_member (root, "topics"), &error);
  if (topics == NULL)
    g_set_error (reader->error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_FORMAT,
                 /* Translators: the second is what is wrong with the topics */
                 _("%s: the topics cannot be read: %s"), reader->name, error->message);

  return g_steal_pointer (&topics);
}

static gboolean
read_project (AgreedReader *reader,
              JsonObject   *root)
{
  if (!agreed_reader_read_list (reader, root, "documents", TRUE, read_document, NULL))
    return FALSE;
  if (!read_gone (reader, root))
    return FALSE;
  if (json_object_has_member (root, "compared") &&
      !agreed_reader_read_object (reader, json_object_get_member (root, "compared"), "compared", read_compared, NULL))
    return FALSE;
  if (!agreed_reader_read_list (reader, root, "links", FALSE, read_link, NULL) ||
      !agreed_reader_read_list (reader, root, "tags", FALSE, read_tag, NULL) ||
      !agreed_reader_read_list (reader, root, "notes", FALSE, agreed_store_read_note, NULL) ||
      !agreed_reader_read_list (reader, root, "link_notes", FALSE, agreed_store_read_link_note, NULL))
    return FALSE;
  if (json_object_has_member (root, "note") &&
      !agreed_reader_read_object (reader, json_object_get_member (root, "note"), "note", agreed_store_read_project_note,
                                  NULL))
    return FALSE;

  keep_unknown (reader->project, AGREED_UNKNOWN, root, root_members);
  agreed_project_show_records (reader->project);
  agreed_project_mark_saved (reader->project, agreed_project_get_state (reader->project),
                             g_list_model_get_n_items (agreed_project_get_documents (reader->project)),
                             reader->project->chosen);
  return TRUE;
}

AgreedProject *
agreed_store_read (JsonNode    *root,
                   const char  *name,
                   GError     **error)
{
  g_autoptr (AgreedProject) project = NULL;
  g_autoptr (AgreedTopicSet) topics = NULL;
  g_autoptr (GHashTable) n_notes = NULL;
  g_autoptr (GString) path = g_string_new (NULL);
  AgreedReader reader = { .name = name, .path = path, .error = error };
  JsonObject *object = json_node_get_object (root);

  if (!read_format (&reader, object))
    return NULL;
  topics = read_topics (&reader, object);
  if (topics == NULL)
    return NULL;

  /* The places are those of the project's records, which stay. */
  n_notes = g_hash_table_new (agreed_place_hash, agreed_place_equal);
  project = agreed_project_new_with_topics (topics);
  reader.n_notes = n_notes;
  reader.project = project;

  return read_project (&reader, object) ? g_steal_pointer (&project) : NULL;
}
