/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-edit.h"

static JsonArray *
get_topics (JsonNode *set)
{
  return json_object_get_array_member (json_node_get_object (set), "topics");
}

/* The place of the topic in the list, or its length. */
static guint
find_position (JsonArray  *topics,
               const char *id)
{
  guint i = 0;

  for (; i < json_array_get_length (topics); i++)
    if (g_strcmp0 (json_object_get_string_member (json_array_get_object_element (topics, i), "id"), id) == 0)
      break;

  return i;
}

static JsonObject *
find_topic (JsonNode   *set,
            const char *id)
{
  JsonArray *topics = get_topics (set);
  guint position = find_position (topics, id);

  return position < json_array_get_length (topics) ? json_array_get_object_element (topics, position) : NULL;
}

/* The object by language under @member, made where it is missing. */
static JsonObject *
ensure_by_language (JsonObject *topic,
                    const char *member)
{
  if (!json_object_has_member (topic, member))
    json_object_set_object_member (topic, member, json_object_new ());

  return json_object_get_object_member (topic, member);
}

/* "Artificial intelligence (AI)" is "artificial-intelligence-ai"; a name without a Latin letter or digit is "topic". */
static char *
make_id (JsonArray  *topics,
         const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  g_autoptr (GString) stem = g_string_new (NULL);
  g_autofree char *id = NULL;

  for (const char *c = ascii; *c != '\0'; c++)
    {
      if (g_ascii_isalnum (*c))
        g_string_append_c (stem, g_ascii_tolower (*c));
      else if (stem->len > 0 && stem->str[stem->len - 1] != '-')
        g_string_append_c (stem, '-');
    }
  if (stem->len > 0 && stem->str[stem->len - 1] == '-')
    g_string_truncate (stem, stem->len - 1);
  if (stem->len == 0 || g_utf8_strchr (ascii, -1, '?') != NULL)
    g_string_assign (stem, "topic");

  id = g_strdup (stem->str);
  for (guint n = 2; find_position (topics, id) < json_array_get_length (topics); n++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", stem->str, n);
    }
  return g_steal_pointer (&id);
}

/* The colour that the fewest topics have, so that neighbours look different. */
static guint
choose_color (JsonArray *topics)
{
  guint uses[8] = { 0 };
  guint best = 0;

  for (guint i = 0; i < json_array_get_length (topics); i++)
    uses[json_object_get_int_member_with_default (json_array_get_object_element (topics, i), "color", 0) %
         G_N_ELEMENTS (uses)]++;
  for (guint i = 1; i < G_N_ELEMENTS (uses); i++)
    if (uses[i] < uses[best])
      best = i;

  return best;
}

char *
agreed_topic_edit_add (JsonNode   *set,
                       const char *language,
                       const char *name)
{
  JsonArray *topics = get_topics (set);
  g_autofree char *id = make_id (topics, name);
  JsonObject *topic = json_object_new ();

  json_object_set_string_member (topic, "id", id);
  json_object_set_int_member (topic, "color", choose_color (topics));
  json_object_set_string_member (ensure_by_language (topic, "names"), language, name);
  json_array_add_object_element (topics, topic);
  return g_steal_pointer (&id);
}

void
agreed_topic_edit_remove (JsonNode   *set,
                          const char *id)
{
  JsonArray *topics = get_topics (set);
  guint position = find_position (topics, id);

  if (position < json_array_get_length (topics))
    json_array_remove_element (topics, position);
}

static void
set_words (JsonObject *topic,
           const char *member,
           const char *language,
           const char *words)
{
  JsonObject *by_language = ensure_by_language (topic, member);

  if (words != NULL && *words != '\0')
    json_object_set_string_member (by_language, language, words);
  else if (json_object_has_member (by_language, language))
    json_object_remove_member (by_language, language);
  if (json_object_get_size (by_language) == 0)
    json_object_remove_member (topic, member);
}

void
agreed_topic_edit_set_name (JsonNode   *set,
                            const char *id,
                            const char *language,
                            const char *words)
{
  JsonObject *topic = find_topic (set, id);
  JsonObject *names;

  if (topic == NULL)
    return;
  names = ensure_by_language (topic, "names");
  if ((words == NULL || *words == '\0') && json_object_get_size (names) == 1 && json_object_has_member (names, language))
    return;
  set_words (topic, "names", language, words);
}

void
agreed_topic_edit_set_description (JsonNode   *set,
                                   const char *id,
                                   const char *language,
                                   const char *words)
{
  JsonObject *topic = find_topic (set, id);

  if (topic != NULL)
    set_words (topic, "descriptions", language, words);
}

void
agreed_topic_edit_set_color (JsonNode   *set,
                             const char *id,
                             guint       color)
{
  JsonObject *topic = find_topic (set, id);

  if (topic != NULL)
    json_object_set_int_member (topic, "color", color);
}

void
agreed_topic_edit_set_group (JsonNode   *set,
                             const char *id,
                             const char *group)
{
  JsonObject *topic = find_topic (set, id);

  if (topic == NULL)
    return;
  if (group != NULL && *group != '\0')
    json_object_set_string_member (topic, "group", group);
  else if (json_object_has_member (topic, "group"))
    json_object_remove_member (topic, "group");
}

void
agreed_topic_edit_move (JsonNode   *set,
                        const char *id,
                        guint       position)
{
  JsonArray *topics = get_topics (set);
  guint from = find_position (topics, id);
  JsonArray *moved;

  if (from == json_array_get_length (topics))
    return;

  moved = json_array_new ();
  position = MIN (position, json_array_get_length (topics) - 1);
  for (guint to = 0, next = 0; to < json_array_get_length (topics); to++)
    {
      if (next == from)
        next++;
      json_array_add_element (moved, json_node_ref (json_array_get_element (topics, to == position ? from : next++)));
    }
  json_object_set_array_member (json_node_get_object (set), "topics", moved);
}

static gboolean
has_term (JsonArray *terms,
          JsonNode  *term)
{
  for (guint i = 0; i < json_array_get_length (terms); i++)
    if (json_node_equal (json_array_get_element (terms, i), term))
      return TRUE;

  return FALSE;
}

static void
add_terms (JsonObject *into,
           const char *language,
           JsonArray  *terms)
{
  JsonArray *there;

  if (!json_object_has_member (into, language))
    json_object_set_array_member (into, language, json_array_new ());
  there = json_object_get_array_member (into, language);
  for (guint i = 0; i < json_array_get_length (terms); i++)
    if (!has_term (there, json_array_get_element (terms, i)))
      json_array_add_element (there, json_node_ref (json_array_get_element (terms, i)));
}

void
agreed_topic_edit_merge (JsonNode   *set,
                         const char *from,
                         const char *into)
{
  JsonObject *source = find_topic (set, from);
  JsonObject *target = find_topic (set, into);
  g_autoptr (GList) languages = NULL;
  JsonObject *terms;

  if (source == NULL || target == NULL || source == target)
    return;
  if (json_object_has_member (source, "terms"))
    {
      terms = json_object_get_object_member (source, "terms");
      languages = json_object_get_members (terms);
      for (GList *l = languages; l != NULL; l = l->next)
        add_terms (ensure_by_language (target, "terms"), l->data, json_object_get_array_member (terms, l->data));
    }
  agreed_topic_edit_remove (set, from);
}

void
agreed_topic_edit_set_terms (JsonNode   *set,
                             const char *id,
                             const char *language,
                             JsonArray  *terms)
{
  JsonObject *topic = find_topic (set, id);
  JsonObject *by_language;

  if (topic == NULL)
    return;
  by_language = ensure_by_language (topic, "terms");
  if (json_array_get_length (terms) > 0)
    json_object_set_array_member (by_language, language, json_array_ref (terms));
  else if (json_object_has_member (by_language, language))
    json_object_remove_member (by_language, language);
}

JsonArray *
agreed_topic_edit_get_terms (JsonNode   *set,
                             const char *id,
                             const char *language)
{
  JsonObject *topic = find_topic (set, id);
  JsonObject *terms = topic != NULL && json_object_has_member (topic, "terms")
                        ? json_object_get_object_member (topic, "terms")
                        : NULL;
  JsonArray *copy = json_array_new ();
  JsonArray *list = terms != NULL && json_object_has_member (terms, language)
                      ? json_object_get_array_member (terms, language)
                      : NULL;

  for (guint i = 0; list != NULL && i < json_array_get_length (list); i++)
    json_array_add_element (copy, json_node_ref (json_array_get_element (list, i)));
  return copy;
}
