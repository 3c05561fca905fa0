/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-file.h"

#include "codebook.h"
#include "pattern.h"
#include "store-private.h"
#include "topic-edit.h"

#include <glib/gi18n-lib.h>

G_DEFINE_QUARK (agreed-topic-file-error-quark, agreed_topic_file_error)

static JsonArray *
get_topics (JsonNode *set)
{
  return json_object_get_array_member (json_node_get_object (set), "topics");
}

static JsonNode *
copy_deep (JsonNode *node)
{
  g_autofree char *json = json_to_string (node, FALSE);

  return json_from_string (json, NULL);
}

/* @data without a byte order mark of UTF-8. */
static GBytes *
skip_mark (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize mark = size >= 3 && memcmp (data, "\357\273\277", 3) == 0 ? 3 : 0;

  return g_bytes_new_from_bytes (bytes, mark, size - mark);
}

/* XML in UTF-16 begins with a mark of its own. */
static gboolean
is_xml (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  gsize i = 0;

  if (size >= 2 && (memcmp (data, "\377\376", 2) == 0 || memcmp (data, "\376\377", 2) == 0))
    return TRUE;
  while (i < size && g_ascii_isspace (data[i]))
    i++;
  return i < size && data[i] == '<';
}

static JsonNode *
read_json (GBytes      *bytes,
           const char  *name,
           GError     **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (JsonNode) node = agreed_store_parse (bytes, name, &wrong);
  g_autoptr (AgreedTopicSet) readable = NULL;

  if (node == NULL)
    {
      g_set_error_literal (error, AGREED_TOPIC_FILE_ERROR, 0, wrong->message);
      return NULL;
    }
  readable = agreed_topic_set_new_from_json (node, &wrong);
  if (readable == NULL)
    {
      g_set_error (error, AGREED_TOPIC_FILE_ERROR, 0, _("%s: the topics cannot be read: %s"), name, wrong->message);
      return NULL;
    }
  return g_steal_pointer (&node);
}

/* The topic of the same id or, of a codebook, of the same guid. */
static guint
find_same (JsonArray  *topics,
           JsonObject *topic,
           gboolean    by_guid)
{
  g_autofree char *guid = agreed_codebook_get_guid (topic);
  guint i = 0;

  for (; i < json_array_get_length (topics); i++)
    {
      JsonObject *other = json_array_get_object_element (topics, i);
      g_autofree char *its_guid = agreed_codebook_get_guid (other);

      if (by_guid ? g_str_equal (guid, its_guid)
                  : g_strcmp0 (json_object_get_string_member (topic, "id"), json_object_get_string_member (other, "id")) == 0)
        break;
    }
  return i;
}

static void
replace_topic (JsonNode   *set,
               guint       position,
               JsonObject *topic)
{
  JsonArray *topics = get_topics (set);
  JsonArray *replaced = json_array_new ();

  for (guint i = 0; i < json_array_get_length (topics); i++)
    json_array_add_object_element (replaced, json_object_ref (i == position ? topic : json_array_get_object_element (topics, i)));
  json_object_set_array_member (json_node_get_object (set), "topics", replaced);
}

static const char *
first_language (JsonObject *topic)
{
  JsonObject *names = json_object_get_object_member (topic, "names");
  g_autoptr (GList) members = json_object_get_members (names);
  const char *const languages[] = { "ar", "en", "es", "fr", "ru", "zh" };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (members->data, languages[i]))
      return languages[i];
  return "en";
}

/* What a codebook says of a topic that is there: it has one language and no terms. */
static void
update_topic (JsonNode   *set,
              JsonObject *there,
              JsonObject *code)
{
  const char *id = json_object_get_string_member (there, "id");
  const char *language = first_language (code);
  JsonObject *names = json_object_get_object_member (code, "names");
  JsonObject *descriptions = json_object_has_member (code, "descriptions")
                               ? json_object_get_object_member (code, "descriptions")
                               : NULL;

  agreed_topic_edit_set_name (set, id, language, json_object_get_string_member (names, language));
  if (descriptions != NULL)
    agreed_topic_edit_set_description (set, id, language, json_object_get_string_member (descriptions, language));
  /* Codebooks have the colours that are shown, which begin again after the last. */
  if (json_object_has_member (code, "rgb") &&
      json_object_get_int_member_with_default (there, "color", 0) % AGREED_CODEBOOK_COLORS !=
        json_object_get_int_member (code, "color"))
    agreed_topic_edit_set_color (set, id, json_object_get_int_member (code, "color"));
  agreed_topic_edit_set_group (set, id, json_object_get_string_member_with_default (code, "group", NULL));
}

/* The name without what has a meaning in terms: "Women (and girls)" is "Women". */
static void
add_name_as_term (JsonObject *topic)
{
  const char *language = first_language (topic);
  const char *name = json_object_get_string_member (json_object_get_object_member (topic, "names"), language);
  g_autofree char *term = g_strndup (name, strcspn (name, "(|*["));
  g_autoptr (GPtrArray) patterns = NULL;
  JsonObject *terms;
  JsonArray *list;

  patterns = agreed_pattern_read (g_strstrip (term), NULL, NULL);
  if (patterns == NULL)
    return;
  terms = json_object_new ();
  list = json_array_new ();
  json_array_add_string_element (list, term);
  json_object_set_array_member (terms, language, list);
  json_object_set_object_member (topic, "terms", terms);
}

/* Another topic may have the id that the code would have. */
static void
append_code (JsonNode   *set,
             JsonObject *code)
{
  const char *language = first_language (code);
  const char *name = json_object_get_string_member (json_object_get_object_member (code, "names"), language);
  g_autofree char *id = agreed_topic_edit_add (set, language, name);

  agreed_topic_edit_remove (set, id);
  json_object_set_string_member (code, "id", id);
  add_name_as_term (code);
  json_array_add_object_element (get_topics (set), json_object_ref (code));
}

static void
take_codes (JsonNode *set,
            JsonNode *codebook)
{
  JsonArray *codes = get_topics (codebook);

  for (guint i = 0; i < json_array_get_length (codes); i++)
    {
      JsonObject *code = json_array_get_object_element (codes, i);
      guint same = find_same (get_topics (set), code, TRUE);

      if (same < json_array_get_length (get_topics (set)))
        update_topic (set, json_array_get_object_element (get_topics (set), same), code);
      else
        append_code (set, code);
    }
}

static void
take_topics (JsonNode *set,
             JsonNode *file)
{
  JsonArray *topics = get_topics (file);

  for (guint i = 0; i < json_array_get_length (topics); i++)
    {
      JsonObject *topic = json_array_get_object_element (topics, i);
      guint same = find_same (get_topics (set), topic, FALSE);

      if (same < json_array_get_length (get_topics (set)))
        replace_topic (set, same, topic);
      else
        json_array_add_object_element (get_topics (set), json_object_ref (topic));
    }
}

static gboolean
has_class (JsonArray *classes,
           JsonNode  *class)
{
  for (guint i = 0; i < json_array_get_length (classes); i++)
    if (json_node_equal (json_array_get_element (classes, i), class))
      return TRUE;

  return FALSE;
}

/* The terms of the file were written with its variants in mind. */
static void
take_variants (JsonNode *set,
               JsonNode *file)
{
  JsonObject *root = json_node_get_object (set);
  JsonObject *from = json_object_has_member (json_node_get_object (file), "variants")
                       ? json_object_get_object_member (json_node_get_object (file), "variants")
                       : NULL;
  g_autoptr (GList) languages = from != NULL ? json_object_get_members (from) : NULL;

  for (GList *l = languages; l != NULL; l = l->next)
    {
      JsonArray *classes = json_object_get_array_member (from, l->data);
      JsonObject *into;

      if (!json_object_has_member (root, "variants"))
        json_object_set_object_member (root, "variants", json_object_new ());
      into = json_object_get_object_member (root, "variants");
      if (!json_object_has_member (into, l->data))
        json_object_set_array_member (into, l->data, json_array_new ());
      for (guint i = 0; i < json_array_get_length (classes); i++)
        if (!has_class (json_object_get_array_member (into, l->data), json_array_get_element (classes, i)))
          json_array_add_element (json_object_get_array_member (into, l->data),
                                  json_node_ref (json_array_get_element (classes, i)));
    }
}

JsonNode *
agreed_topic_file_read (GBytes      *bytes,
                        const char  *name,
                        JsonNode    *set,
                        GError     **error)
{
  g_autoptr (GBytes) content = skip_mark (bytes);
  gboolean xml = is_xml (content);
  g_autoptr (JsonNode) file = xml ? agreed_codebook_read (content, name, error) : read_json (content, name, error);
  g_autoptr (JsonNode) joined = NULL;

  if (file == NULL)
    return NULL;

  joined = copy_deep (set);
  if (xml)
    {
      take_codes (joined, file);
    }
  else
    {
      take_topics (joined, file);
      take_variants (joined, file);
    }
  return g_steal_pointer (&joined);
}

GBytes *
agreed_topic_file_write_json (JsonNode *set)
{
  g_autofree char *json = json_to_string (set, TRUE);

  return g_bytes_new_take (g_strconcat (json, "\n", NULL), strlen (json) + 1);
}
