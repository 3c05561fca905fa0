/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Each term is made a topic of its own, so that one pass over the texts counts them all. */
#include "term-finds.h"

#include "topic-set.h"

#define ALL "all"

static void
clear_finds (gpointer data)
{
  AgreedTermFinds *finds = data;

  g_free (finds->wrong);
}

static void
add_topic (JsonArray  *topics,
           const char *id,
           const char *language,
           JsonArray  *list)
{
  JsonObject *topic = json_object_new ();
  JsonObject *terms = json_object_new ();

  json_object_set_array_member (terms, language, list);
  json_object_set_string_member (topic, "id", id);
  json_object_set_object_member (topic, "terms", terms);
  json_array_add_object_element (topics, topic);
}

/* A set of @topics with the variants of @set. */
static AgreedTopicSet *
make_set (JsonNode   *set,
          JsonArray  *topics,
          GError    **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *root = json_object_new ();
  JsonNode *variants = json_object_get_member (json_node_get_object (set), "variants");

  if (variants != NULL)
    json_object_set_member (root, "variants", json_node_copy (variants));
  json_object_set_array_member (root, "topics", json_array_ref (topics));
  json_node_take_object (node, root);
  return agreed_topic_set_new_from_json (node, error);
}

/* "topics[0].terms.en[0]: what is wrong" is about a place that nobody sees. */
static char *
cut_place (const char *message)
{
  const char *colon = strstr (message, ": ");

  return g_strdup (colon != NULL ? colon + strlen (": ") : message);
}

static char *
find_fault (JsonNode   *set,
            JsonNode   *term,
            const char *language)
{
  g_autoptr (JsonArray) topics = json_array_new ();
  g_autoptr (AgreedTopicSet) read = NULL;
  g_autoptr (GError) error = NULL;
  JsonArray *list = json_array_new ();

  json_array_add_element (list, json_node_ref (term));
  add_topic (topics, "t0", language, list);
  read = make_set (set, topics, &error);
  return read == NULL ? cut_place (error->message) : NULL;
}

/* A topic for each term that can be read, and one of all of these. */
static AgreedTopicSet *
make_topics (JsonNode   *set,
             JsonArray  *terms,
             const char *language,
             GArray     *finds)
{
  g_autoptr (JsonArray) topics = json_array_new ();
  JsonArray *all = json_array_new ();

  for (guint i = 0; i < json_array_get_length (terms); i++)
    {
      JsonNode *term = json_array_get_element (terms, i);
      AgreedTermFinds one = { .wrong = find_fault (set, term, language) };
      g_autofree char *id = g_strdup_printf ("t%u", i);
      JsonArray *list = json_array_new ();

      if (one.wrong == NULL)
        {
          json_array_add_element (list, json_node_ref (term));
          json_array_add_element (all, json_node_ref (term));
        }
      add_topic (topics, id, language, list);
      g_array_append_val (finds, one);
    }
  add_topic (topics, ALL, language, all);
  return make_set (set, topics, NULL);
}

static gboolean
is_in_language (AgreedText *text,
                const char *language)
{
  const char *its = agreed_text_get_language (text);

  return its != NULL && g_ascii_strncasecmp (its, language, strlen (language)) == 0;
}

static void
count_text (AgreedTopicSet *topics,
            AgreedText     *text,
            GArray         *finds)
{
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      g_autoptr (GPtrArray) tags = agreed_topic_set_suggest_in_text (topics, text, i);

      for (guint t = 0; t < tags->len; t++)
        {
          const char *id = agreed_topic_get_id (agreed_tag_get_topic (g_ptr_array_index (tags, t)));
          guint n = g_str_equal (id, ALL) ? finds->len - 1 : g_ascii_strtoull (id + 1, NULL, 10);
          guint n_evidence;

          agreed_tag_get_evidence (g_ptr_array_index (tags, t), &n_evidence);
          g_array_index (finds, AgreedTermFinds, n).paragraphs++;
          g_array_index (finds, AgreedTermFinds, n).places += n_evidence;
        }
    }
}

GArray *
agreed_term_finds_count (JsonNode   *set,
                         JsonArray  *terms,
                         const char *language,
                         GPtrArray  *texts)
{
  GArray *finds = g_array_new (FALSE, TRUE, sizeof (AgreedTermFinds));
  g_autoptr (AgreedTopicSet) topics = NULL;

  g_array_set_clear_func (finds, clear_finds);
  topics = make_topics (set, terms, language, finds);
  g_array_set_size (finds, finds->len + 1);
  for (guint i = 0; topics != NULL && i < texts->len; i++)
    if (is_in_language (g_ptr_array_index (texts, i), language))
      count_text (topics, g_ptr_array_index (texts, i), finds);

  return finds;
}
