/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-set.h"

static const char *const un_languages[] = { "ar", "en", "es", "fr", "ru", "zh" };

static JsonNode *
read_json (const char *text)
{
  g_autofree char *quoted = g_strdelimit (g_strdup (text), "'", '"');
  g_autoptr (GError) error = NULL;
  JsonNode *node = json_from_string (quoted, &error);

  g_assert_no_error (error);
  return node;
}

static AgreedTopicSet *
read_set (const char *text)
{
  g_autoptr (JsonNode) node = read_json (text);
  g_autoptr (GError) error = NULL;
  AgreedTopicSet *set = agreed_topic_set_new_from_json (node, &error);

  g_assert_no_error (error);
  return set;
}

/* The member of @topic for @language, or NULL. */
static JsonNode *
by_language (JsonObject *topic,
             const char *member,
             const char *language)
{
  JsonObject *object = json_object_has_member (topic, member) ? json_object_get_object_member (topic, member) : NULL;

  return object != NULL ? json_object_get_member (object, language) : NULL;
}

static void
test_delivered_is_whole (void)
{
  g_autoptr (AgreedTopicSet) set = agreed_topic_set_new_default ();
  g_autoptr (JsonNode) json = agreed_topic_set_to_json (set);
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *topics = json_object_get_array_member (json_node_get_object (json), "topics");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (set)), ==, json_array_get_length (topics));
  g_assert_cmpuint (json_array_get_length (topics), >=, 18);
  for (guint i = 0; i < json_array_get_length (topics); i++)
    {
      JsonObject *object = json_array_get_object_element (topics, i);
      const char *id = json_object_get_string_member (object, "id");
      AgreedTopic *topic = agreed_topic_set_find (set, id);

      g_test_message ("%s", id);
      g_assert_nonnull (topic);
      g_assert_true (g_hash_table_add (ids, (gpointer) id));
      g_assert_true (json_object_has_member (object, "color"));
      if (agreed_topic_get_uri (topic) != NULL)
        g_assert_true (g_regex_match_simple ("^http://metadata\\.un\\.org/thesaurus#[0-9]+$",
                                             agreed_topic_get_uri (topic), 0, 0));
      for (guint l = 0; l < G_N_ELEMENTS (un_languages); l++)
        {
          JsonNode *terms = by_language (object, "terms", un_languages[l]);

          g_test_message ("%s", un_languages[l]);
          g_assert_nonnull (by_language (object, "names", un_languages[l]));
          g_assert_nonnull (by_language (object, "descriptions", un_languages[l]));
          g_assert_nonnull (terms);
          g_assert_cmpuint (json_array_get_length (json_node_get_array (terms)), >, 0);
        }
    }
}

/* Its name is the first thing that a topic should be found by. */
static void
test_delivered_names (void)
{
  static const char *const also_by_name[] = { "igf", "digital-divide", "broadband", "cybercrime", "human-rights",
                                              "technology-transfer", "south-south", "internet-governance",
                                              "critical-internet-resources", "capacity-building", "development-goals" };
  g_autoptr (AgreedTopicSet) set = agreed_topic_set_new_default ();

  for (guint i = 0; i < G_N_ELEMENTS (also_by_name); i++)
    for (guint l = 0; l < G_N_ELEMENTS (un_languages); l++)
      {
        AgreedTopic *topic = agreed_topic_set_find (set, also_by_name[i]);
        const char *name = agreed_topic_get_name (topic, un_languages[l]);
        g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP1", name);
        g_autoptr (GPtrArray) tags = agreed_topic_set_suggest (set, paragraph, un_languages[l]);
        gboolean found = FALSE;

        for (guint t = 0; t < tags->len; t++)
          found |= agreed_tag_get_topic (g_ptr_array_index (tags, t)) == topic;
        g_test_message ("%s %s: %s", also_by_name[i], un_languages[l], name);
        g_assert_true (found);
      }
}

static void
test_find_and_list (void)
{
  g_autoptr (AgreedTopicSet) set = read_set ("{'topics': [{'id': 'one', 'names': {'en': 'One', 'fr': 'Un'}, 'color': 3,"
                                             " 'uri': 'https://example.org/1'}, {'id': 'two'}]}");
  g_autoptr (AgreedTopic) second = g_list_model_get_item (G_LIST_MODEL (set), 1);
  AgreedTopic *first = agreed_topic_set_find (set, "one");

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (set)), ==, 2);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (set), 2));
  g_assert_true (second == agreed_topic_set_find (set, "two"));
  g_assert_null (agreed_topic_set_find (set, "three"));
  g_assert_cmpstr (agreed_topic_get_name (first, "fr"), ==, "Un");
  g_assert_cmpuint (agreed_topic_get_color (first), ==, 3);
  g_assert_cmpstr (agreed_topic_get_uri (first), ==, "https://example.org/1");
}

static void
test_evidence (void)
{
  g_autoptr (AgreedTopicSet) set = read_set ("{'topics': [{'id': 'river', 'terms': {'fr': ['fleuve*', 'grand fleuve']}},"
                                             " {'id': 'lake', 'terms': {'fr': ['lac*']}}]}");
  const char *wording = "Été : le  grand Fleuve, les lacs et les fleuves.";
  g_autoptr (AgreedParagraph) paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP1", wording);
  g_autoptr (GPtrArray) tags = agreed_topic_set_suggest (set, paragraph, "fr");
  const AgreedEvidence *evidence;
  guint n_evidence;

  g_assert_cmpuint (tags->len, ==, 2);
  g_assert_cmpint (agreed_tag_get_state (g_ptr_array_index (tags, 0)), ==, AGREED_TAG_SUGGESTED);
  g_assert_cmpstr (agreed_topic_get_id (agreed_tag_get_topic (g_ptr_array_index (tags, 1))), ==, "lake");

  /* In their order; “Fleuve” alone lies inside “grand Fleuve” and is not said again. */
  evidence = agreed_tag_get_evidence (g_ptr_array_index (tags, 0), &n_evidence);
  g_assert_cmpuint (n_evidence, ==, 2);
  g_assert_cmpuint (evidence[0].start, ==, strstr (wording, "grand") - wording);
  g_assert_cmpuint (evidence[0].length, ==, strlen ("grand Fleuve"));
  g_assert_cmpstr (evidence[0].term, ==, "grand fleuve");
  g_assert_cmpuint (evidence[1].start, ==, strstr (wording, "fleuves") - wording);
  g_assert_cmpuint (evidence[1].length, ==, strlen ("fleuves"));
  g_assert_cmpstr (evidence[1].term, ==, "fleuve*");
}

static guint
count_tags (AgreedTopicSet *set,
            AgreedText     *text,
            guint           position)
{
  g_autoptr (GPtrArray) tags = agreed_topic_set_suggest_in_text (set, text, position);

  return tags->len;
}

static void
append (AgreedText *text,
        const char *label,
        const char *wording)
{
  g_autoptr (AgreedParagraph) paragraph =
      agreed_paragraph_new (*label == 'P' ? AGREED_PARAGRAPH_PREAMBULAR : AGREED_PARAGRAPH_OPERATIVE, label, wording);

  agreed_text_append (text, paragraph);
}

/* A short name is understood where the full one stands just before, or in what the sub-paragraph belongs to. */
static void
test_short_names (void)
{
  g_autoptr (AgreedTopicSet) set =
      read_set ("{'topics': [{'id': 't', 'terms': {'en': ['River Forum', {'term': 'the Forum', 'after': ['River Forum']}]}}]}");
  g_autoptr (AgreedText) text = agreed_text_new ();

  agreed_text_set_language (text, "en");
  append (text, "PP1", "Recalling the River Forum,");
  append (text, "OP1", "Welcomes the Forum;"); /* 1: another part of the text */
  append (text, "OP2", "Notes the River Forum:");
  append (text, "OP2(a)", "Its money;");
  append (text, "OP2(b)", "The secretariat of the Forum;"); /* 4: in a sub-paragraph */
  append (text, "OP2(b)(i)", "The head of the Forum;");     /* 5: and one under that */
  append (text, "OP3", "Thanks the Forum;");                /* 6: nothing said of it just before */
  append (text, "OP4", "Thanks the River Forum;");
  append (text, "OP5", "Invites the Forum;"); /* 8: just before */
  append (text, "OP6", "Invites the Forum;"); /* 9: two before */
  append (text, "OP7", "Invites the Forum;"); /* 10: only short names just before */

  g_assert_cmpuint (count_tags (set, text, 0), ==, 1);
  g_assert_cmpuint (count_tags (set, text, 1), ==, 0);
  g_assert_cmpuint (count_tags (set, text, 3), ==, 0);
  g_assert_cmpuint (count_tags (set, text, 4), ==, 1);
  g_assert_cmpuint (count_tags (set, text, 5), ==, 1);
  g_assert_cmpuint (count_tags (set, text, 6), ==, 0);
  g_assert_cmpuint (count_tags (set, text, 8), ==, 1);
  g_assert_cmpuint (count_tags (set, text, 9), ==, 1);
  g_assert_cmpuint (count_tags (set, text, 10), ==, 0);
}

/* Members of another version come back as they were, wherever they stand. */
static void
test_round_trip (void)
{
  g_autoptr (JsonNode) before =
      read_json ("{'format': 1, 'editor': {'name': 'later'}, 'variants': {'en': [['a b', 'ab']], 'de': [['x', 'y']]},"
                 " 'topics': [{'id': 't', 'x-group': [1, 2.5, null, true], 'names': {'en': 'T', 'de': 'T'},"
                 " 'terms': {'en': [{'term': 'a b', 'with': ['c'], 'weight': 0.5, 'note': 'why'}]}}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedTopicSet) set = agreed_topic_set_new_from_json (before, &error);
  g_autoptr (JsonNode) after = NULL;

  g_assert_no_error (error);
  after = agreed_topic_set_to_json (set);
  g_assert_true (json_node_equal (before, after));

  /* What is handed out is not the set's own. */
  json_object_remove_member (json_node_get_object (after), "topics");
  g_clear_pointer (&after, json_node_unref);
  after = agreed_topic_set_to_json (set);
  g_assert_true (json_node_equal (before, after));
}

static void
test_bad_json (void)
{
  static const struct {
    const char *json;
    const char *start;
  } rows[] = {
    { "[]", "a set of topics" },
    { "{}", "topics" },
    { "{'topics': {}}", "topics" },
    { "{'format': 2, 'topics': []}", "these topics" },
    { "{'format': 'one', 'topics': []}", "format" },
    { "{'topics': [7]}", "topics[0]" },
    { "{'topics': [{'id': 'a'}, {}]}", "topics[1].id" },
    { "{'topics': [{'id': 7}]}", "topics[0].id" },
    { "{'topics': [{'id': 'Not An Id'}]}", "topics[0].id" },
    { "{'topics': [{'id': 'a'}, {'id': 'a'}]}", "topics[1].id" },
    { "{'topics': [{'id': 'a', 'uri': 'not a web address'}]}", "topics[0].uri" },
    { "{'topics': [{'id': 'a', 'color': -1}]}", "topics[0].color" },
    { "{'topics': [{'id': 'a', 'color': 'red'}]}", "topics[0].color" },
    { "{'topics': [{'id': 'a', 'names': []}]}", "topics[0].names" },
    { "{'topics': [{'id': 'a', 'names': {'en': 5}}]}", "topics[0].names.en" },
    { "{'topics': [{'id': 'a', 'descriptions': {'en': ''}}]}", "topics[0].descriptions.en" },
    { "{'topics': [{'id': 'a', 'terms': 'b'}]}", "topics[0].terms" },
    { "{'topics': [{'id': 'a', 'terms': {'en': 'b'}}]}", "topics[0].terms.en" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['b', 5]}}]}", "topics[0].terms.en[1]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['']}}]}", "topics[0].terms.en[0]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['*']}}]}", "topics[0].terms.en[0]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['…b']}}]}", "topics[0].terms.en[0]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['a…b…c…d…e']}}]}", "topics[0].terms.en[0]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['(b|c']}}]}", "topics[0].terms.en[0]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['b)c(']}}]}", "topics[0].terms.en[0]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['b|c']}}]}", "topics[0].terms.en[0]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': ['((b)|c)']}}]}", "topics[0].terms.en[0]" },
    { "{'topics': [{'id': 'a', 'terms': {'en': [{}]}}]}", "topics[0].terms.en[0].term" },
    { "{'topics': [{'id': 'a', 'terms': {'en': [{'term': 'b', 'with': 'c'}]}}]}", "topics[0].terms.en[0].with" },
    { "{'topics': [{'id': 'a', 'terms': {'en': [{'term': 'b', 'near': []}]}}]}", "topics[0].terms.en[0].near" },
    { "{'topics': [{'id': 'a', 'terms': {'en': [{'term': 'b', 'after': [{}]}]}}]}", "topics[0].terms.en[0].after[0]" },
    { "{'variants': [], 'topics': []}", "variants" },
    { "{'variants': {'en': ['a']}, 'topics': []}", "variants.en[0]" },
    { "{'variants': {'en': [['a', 5]]}, 'topics': []}", "variants.en[0][1]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (JsonNode) node = read_json (rows[i].json);
      g_autoptr (GError) error = NULL;
      g_autoptr (AgreedTopicSet) set = agreed_topic_set_new_from_json (node, &error);

      g_test_message ("%s", rows[i].json);
      g_assert_null (set);
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (error->domain == AGREED_TOPICS_ERROR);
      g_assert_true (g_str_has_prefix (error->message, rows[i].start));
      /* That, and not a member of it. */
      g_assert_nonnull (strchr (" :", error->message[strlen (rows[i].start)]));
    }
}

/* A term that could be read in a million ways is refused, and one with gaps ends soon on any wording. */
static void
test_bounds (void)
{
  g_autoptr (JsonNode) many = read_json ("{'topics': [{'id': 'a', 'terms': {'en': ["
                                         "'(a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d) (a|b|c|d)']}}]}");
  g_autoptr (AgreedTopicSet) gaps = read_set ("{'topics': [{'id': 'a', 'terms': {'en': ['a…a…a…b']}}]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedTopicSet) refused = agreed_topic_set_new_from_json (many, &error);
  g_autoptr (GString) wording = g_string_new (NULL);
  g_autoptr (AgreedParagraph) paragraph = NULL;
  g_autoptr (GPtrArray) tags = NULL;

  g_assert_null (refused);
  g_assert_error (error, AGREED_TOPICS_ERROR, 0);

  for (guint i = 0; i < 10000; i++)
    g_string_append (wording, "a ");
  paragraph = agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP1", wording->str);
  tags = agreed_topic_set_suggest (gaps, paragraph, "en");
  g_assert_cmpuint (tags->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/topics/set/delivered-is-whole", test_delivered_is_whole);
  g_test_add_func ("/topics/set/delivered-names", test_delivered_names);
  g_test_add_func ("/topics/set/find-and-list", test_find_and_list);
  g_test_add_func ("/topics/set/evidence", test_evidence);
  g_test_add_func ("/topics/set/short-names", test_short_names);
  g_test_add_func ("/topics/set/round-trip", test_round_trip);
  g_test_add_func ("/topics/set/bad-json", test_bad_json);
  g_test_add_func ("/topics/set/bounds", test_bounds);
  return g_test_run ();
}
