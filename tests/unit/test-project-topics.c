/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics as the user's own: the edits of a set, what they do to tags, that they can be taken back, and that they are saved. */
#include "project-sample.h"
#include "topic-edit.h"
#include "topic-reading.h"

#define assert_tags(paragraph, expected)                             \
  G_STMT_START {                                                     \
    g_autofree char *shown = sample_show_tags (paragraph);           \
    g_assert_cmpstr (shown, ==, expected);                           \
  } G_STMT_END

#define assert_json(node, expected)                                  \
  G_STMT_START {                                                     \
    g_autofree char *json = json_to_string (node, FALSE);            \
    g_autofree char *wanted = quote (expected);                      \
    g_assert_cmpstr (json, ==, wanted);                              \
  } G_STMT_END

static char *
quote (const char *text)
{
  return g_strdelimit (g_strdup (text), "'", '"');
}

static JsonNode *
read_json (const char *text)
{
  g_autofree char *json = quote (text);
  JsonNode *node = json_from_string (json, NULL);

  g_assert_nonnull (node);
  return node;
}

static JsonArray *
read_terms (const char *text)
{
  g_autoptr (JsonNode) node = read_json (text);

  return json_array_ref (json_node_get_array (node));
}

static JsonNode *
copy_topics (AgreedProject *project)
{
  return agreed_topic_set_to_json (agreed_project_get_topics (project));
}

static void
set_terms (AgreedProject *project,
           const char    *id,
           const char    *terms,
           guint          merge)
{
  g_autoptr (JsonNode) set = copy_topics (project);
  g_autoptr (JsonArray) array = read_terms (terms);
  g_autoptr (GError) error = NULL;

  agreed_topic_edit_set_terms (set, id, "en", array);
  agreed_project_set_topics (project, set, "Edit terms", merge, &error);
  g_assert_no_error (error);
}

static void
test_edits (void)
{
  g_autoptr (JsonNode) set = read_json ("{'x-kept':1,'topics':[{'id':'a','names':{'en':'A'},'terms':{'en':['one','two']}}]}");
  g_autofree char *latin = agreed_topic_edit_add (set, "en", "Café & AI (generative)");
  g_autofree char *again = agreed_topic_edit_add (set, "fr", "Cafe AI generative");
  g_autofree char *chinese = agreed_topic_edit_add (set, "zh", "人工智能");
  g_autoptr (JsonArray) terms = read_terms ("['two',{'term':'three','with':['x']}]");
  g_autoptr (JsonArray) none = json_array_new ();

  g_assert_cmpstr (latin, ==, "cafe-ai-generative");
  g_assert_cmpstr (again, ==, "cafe-ai-generative-2");
  g_assert_cmpstr (chinese, ==, "topic");

  agreed_topic_edit_remove (set, again);
  agreed_topic_edit_remove (set, chinese);
  agreed_topic_edit_remove (set, "not there");
  agreed_topic_edit_set_terms (set, latin, "en", terms);
  agreed_topic_edit_set_terms (set, latin, "ru", none);
  agreed_topic_edit_set_description (set, latin, "en", "Said so");
  agreed_topic_edit_set_group (set, latin, "New");
  agreed_topic_edit_set_color (set, latin, 5);
  agreed_topic_edit_move (set, latin, 0);
  assert_json (set, "{'x-kept':1,'topics':[{'id':'cafe-ai-generative','color':5,'names':{'en':'Café & AI (generative)'},"
                    "'terms':{'en':['two',{'term':'three','with':['x']}]},'descriptions':{'en':'Said so'},'group':'New'},"
                    "{'id':'a','names':{'en':'A'},'terms':{'en':['one','two']}}]}");

  /* The last name stays; another may go. */
  agreed_topic_edit_set_name (set, "a", "en", "");
  agreed_topic_edit_set_name (set, "a", "fr", "Aa");
  agreed_topic_edit_set_name (set, "a", "en", NULL);
  agreed_topic_edit_merge (set, latin, "a");
  assert_json (set, "{'x-kept':1,'topics':[{'id':'a','names':{'fr':'Aa'},"
                    "'terms':{'en':['one','two',{'term':'three','with':['x']}]}}]}");
  agreed_topic_edit_merge (set, "a", "a");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (json_node_get_object (set), "topics")), ==, 1);
}

static void
test_moves (void)
{
  static const struct {
    const char *id;
    guint position;
    const char *order;
  } moves[] = { { "c", 0, "cab" }, { "c", 1, "acb" }, { "a", 9, "cba" }, { "b", 1, "cba" }, { "z", 0, "cba" } };
  g_autoptr (JsonNode) set = read_json ("{'topics':[{'id':'a'},{'id':'b'},{'id':'c'}]}");

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      g_autoptr (GString) order = g_string_new (NULL);
      JsonArray *topics;

      agreed_topic_edit_move (set, moves[i].id, moves[i].position);
      topics = json_object_get_array_member (json_node_get_object (set), "topics");
      for (guint t = 0; t < json_array_get_length (topics); t++)
        g_string_append (order, json_object_get_string_member (json_array_get_object_element (topics, t), "id"));
      g_assert_cmpstr (order->str, ==, moves[i].order);
    }
}

/* Suggestions follow the terms; the objects that a list or a chip holds stay the same. */
static void
test_terms_suggest (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);
  AgreedTopicSet *topics = agreed_project_get_topics (project);
  AgreedTopic *igf = sample_get_topic (project, "igf");

  assert_tags (paragraph, "broadband suggested, gender suggested");
  set_terms (project, "igf", "['calls']", 0);
  assert_tags (paragraph, "igf suggested, broadband suggested, gender suggested");
  g_assert_true (agreed_project_get_topics (project) == topics);
  g_assert_true (sample_get_topic (project, "igf") == igf);
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Edit terms");
  g_assert_true (agreed_project_get_modified (project));

  agreed_project_undo (project);
  assert_tags (paragraph, "broadband suggested, gender suggested");
  agreed_project_redo (project);
  assert_tags (paragraph, "igf suggested, broadband suggested, gender suggested");
}

/* A term typed letter by letter is one step; saving ends it. */
static void
test_typing_is_one_step (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autofree char *before = sample_to_string (project);
  g_autofree char *after = NULL;

  set_terms (project, "igf", "['c']", 7);
  set_terms (project, "igf", "['ca']", 7);
  set_terms (project, "igf", "['calls']", 7);
  agreed_project_undo (project);
  g_assert_false (agreed_project_get_can_undo (project));
  after = sample_to_string (project);
  g_assert_cmpstr (before, ==, after);

  agreed_project_redo (project);
  set_terms (project, "igf", "['calls for']", 7);
  agreed_project_undo (project);
  g_assert_true (agreed_project_get_can_undo (project));
  set_terms (project, "igf", "['for']", 8);
  agreed_project_undo (project);
  g_assert_true (agreed_project_get_can_undo (project));
}

static void
test_merging_is_never_unmodified (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GFile) file = g_file_new_tmp (NULL, &stream, NULL);

  set_terms (project, "igf", "['c']", 7);
  g_assert_true (agreed_store_save (project, file, NULL, NULL));
  g_assert_false (agreed_project_get_modified (project));
  set_terms (project, "igf", "['ca']", 7);
  g_assert_true (agreed_project_get_modified (project));
  agreed_project_undo (project);
  g_assert_false (agreed_project_get_modified (project));
  g_file_delete (file, NULL, NULL);
}

static void
test_unreadable_is_refused (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (JsonNode) set = read_json ("{'topics':[{'id':'a','terms':{'en':['(']}}]}");
  g_autoptr (GError) error = NULL;

  g_assert_false (agreed_project_set_topics (project, set, "Edit terms", 0, &error));
  g_assert_error (error, AGREED_TOPICS_ERROR, 0);
  g_assert_false (agreed_project_get_can_undo (project));
  assert_tags (sample_get_paragraph (project, 0, 0, 1), "broadband suggested, gender suggested");
}

static void
test_remove (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);
  g_autofree char *decided = NULL, *undone = NULL;

  agreed_project_set_tag (project, paragraph, sample_get_topic (project, "gender"), AGREED_TAG_ACCEPTED);
  agreed_project_set_tag (project, paragraph, sample_get_topic (project, "igf"), AGREED_TAG_ADDED);
  decided = sample_to_string (project);
  assert_tags (paragraph, "igf added, broadband suggested, gender accepted");
  agreed_project_remove_topic (project, sample_get_topic (project, "gender"));
  assert_tags (paragraph, "igf added, broadband suggested");
  agreed_project_undo (project);
  undone = sample_to_string (project);
  g_assert_cmpstr (decided, ==, undone);
  assert_tags (paragraph, "igf added, broadband suggested, gender accepted");
}

static void
test_merge (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);
  AgreedParagraph *other = sample_get_paragraph (project, 0, 1, 1);
  g_autofree char *decided = NULL, *undone = NULL;

  agreed_project_set_tag (project, paragraph, sample_get_topic (project, "broadband"), AGREED_TAG_ACCEPTED);
  agreed_project_set_tag (project, paragraph, sample_get_topic (project, "gender"), AGREED_TAG_DISMISSED);
  decided = sample_to_string (project);
  agreed_project_merge_topics (project, sample_get_topic (project, "broadband"), sample_get_topic (project, "gender"));
  assert_tags (paragraph, "gender accepted");
  assert_tags (other, "gender suggested");
  g_assert_null (agreed_topic_set_find (agreed_project_get_topics (project), "broadband"));
  agreed_project_undo (project);
  undone = sample_to_string (project);
  g_assert_cmpstr (decided, ==, undone);
}

static void
test_decide_all (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *tabled = sample_get_paragraph (project, 0, 0, 1);
  AgreedParagraph *adopted = sample_get_paragraph (project, 0, 1, 1);
  AgreedParagraph *elsewhere = sample_get_paragraph (project, 1, 0, 0);
  AgreedTopic *broadband = sample_get_topic (project, "broadband");

  agreed_project_set_tag (project, adopted, broadband, AGREED_TAG_DISMISSED);
  /* One was decided already, and a text that is not compared is left alone. */
  g_assert_cmpuint (agreed_project_decide_all (project, broadband, NULL, AGREED_TAG_ACCEPTED), ==, 1);
  assert_tags (tabled, "broadband accepted, gender suggested");
  assert_tags (adopted, "broadband dismissed");
  assert_tags (elsewhere, "broadband suggested");
  agreed_project_undo (project);
  assert_tags (tabled, "broadband suggested, gender suggested");

  g_assert_cmpuint (agreed_project_decide_all (project, NULL, sample_get_text (project, 0, 0), AGREED_TAG_DISMISSED), ==, 3);
  assert_tags (tabled, "broadband dismissed, gender dismissed");
  g_assert_cmpuint (agreed_project_decide_all (project, NULL, sample_get_text (project, 0, 0), AGREED_TAG_DISMISSED), ==, 0);
  agreed_project_undo (project);
  assert_tags (tabled, "broadband suggested, gender suggested");
}

/* A topic that is called otherwise is shown otherwise: its tags are told as changed. */
static void
test_rename_is_shown (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);
  g_autoptr (JsonNode) set = copy_topics (project);
  g_autoptr (AgreedTag) before = g_list_model_get_item (G_LIST_MODEL (agreed_paragraph_get_tags (paragraph)), 1);
  g_autoptr (AgreedTag) after = NULL;

  agreed_topic_edit_set_name (set, "gender", "en", "Women and girls");
  g_assert_true (agreed_project_set_topics (project, set, "Rename topic", 0, NULL));
  after = g_list_model_get_item (G_LIST_MODEL (agreed_paragraph_get_tags (paragraph)), 1);
  g_assert_true (after != before);
  g_assert_cmpstr (agreed_topic_get_name (agreed_tag_get_topic (after), "en"), ==, "Women and girls");
}

/* The report's two texts: PP1 is the same, OP1 "broadband for women" became "broadband for all", OP2 went. */
static void
test_reading (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *tabled = sample_get_paragraph (project, 0, 0, 1);
  AgreedParagraph *adopted = sample_get_paragraph (project, 0, 1, 1);
  static const struct {
    const char *topic;
    AgreedTopicShift shift;
    gboolean carried;
  } expected[] = {
    { "igf", AGREED_TOPIC_KEPT, TRUE },
    { "broadband", AGREED_TOPIC_REWORDED, TRUE },
    { "gender", AGREED_TOPIC_DROPPED, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GArray) passages = agreed_topic_reading_new (project, sample_get_topic (project, expected[i].topic));

      g_test_message ("%s", expected[i].topic);
      g_assert_cmpuint (passages->len, ==, 1);
      g_assert_cmpint (g_array_index (passages, AgreedTopicPassage, 0).shift, ==, expected[i].shift);
      g_assert_cmpint (g_array_index (passages, AgreedTopicPassage, 0).carried, ==, expected[i].carried);
    }

  g_assert_true (agreed_topic_reading_is_alone (project, AGREED_SIDE_OLDER, tabled, sample_get_topic (project, "gender")));
  g_assert_false (agreed_topic_reading_is_alone (project, AGREED_SIDE_OLDER, tabled, sample_get_topic (project, "broadband")));
  /* A paragraph that is not carried on has nothing that its topic could be missing from. */
  g_assert_false (agreed_topic_reading_is_alone (project, AGREED_SIDE_OLDER, sample_get_paragraph (project, 0, 0, 2),
                                                 sample_get_topic (project, "gender")));

  /* What was turned away does not count. */
  agreed_project_set_tag (project, adopted, sample_get_topic (project, "broadband"), AGREED_TAG_DISMISSED);
  g_assert_true (agreed_topic_reading_is_alone (project, AGREED_SIDE_OLDER, tabled, sample_get_topic (project, "broadband")));
  agreed_project_set_tag (project, sample_get_paragraph (project, 0, 0, 2), sample_get_topic (project, "gender"), AGREED_TAG_ADDED);
  {
    g_autoptr (GArray) passages = agreed_topic_reading_new (project, sample_get_topic (project, "gender"));

    g_assert_cmpuint (passages->len, ==, 2);
    g_assert_false (g_array_index (passages, AgreedTopicPassage, 1).carried);
  }
}

static void
test_sessions (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (GArray) sessions = agreed_topic_reading_count (project, sample_get_topic (project, "broadband"));
  static const struct {
    const char *symbol;
    guint paragraphs;
  } expected[] = { { "A/C.2/65/L.22", 1 }, { "A/RES/65/141", 1 }, { "A/RES/66/184", 1 } };

  g_assert_cmpuint (sessions->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < sessions->len; i++)
    {
      const AgreedTopicSession *session = &g_array_index (sessions, AgreedTopicSession, i);

      g_assert_cmpstr (agreed_text_get_symbol (session->text), ==, expected[i].symbol);
      g_assert_cmpuint (session->paragraphs, ==, expected[i].paragraphs);
    }
}

static void
test_store (void)
{
  g_autoptr (AgreedProject) project = agreed_project_new ();
  g_autoptr (AgreedProject) opened = NULL;
  g_autofree char *bare = sample_to_string (project);
  g_autofree char *own = NULL, *again = NULL, *restored = NULL;
  g_autoptr (JsonNode) set = copy_topics (project);
  g_autofree char *id = agreed_topic_edit_add (set, "en", "Satellites");

  g_assert_null (strstr (bare, "\"topics\""));
  agreed_topic_edit_set_group (set, id, "Infrastructure");
  g_assert_true (agreed_project_set_topics (project, set, "Add topic", 0, NULL));
  own = sample_to_string (project);
  opened = sample_from_string (own);
  again = sample_to_string (opened);
  g_assert_cmpstr (own, ==, again);
  g_assert_cmpstr (agreed_topic_get_group (sample_get_topic (opened, "satellites")), ==, "Infrastructure");

  agreed_project_restore_topics (opened);
  restored = sample_to_string (opened);
  g_assert_cmpstr (restored, ==, bare);
  agreed_project_undo (opened);
  sample_get_topic (opened, "satellites");
}

/* The text that is not compared: its tags are right whenever they are asked for, and those who watch them are told. */
static void
test_not_compared (void)
{
  g_autoptr (AgreedProject) made = sample_project ();
  g_autofree char *saved = NULL;
  g_autoptr (AgreedProject) project = NULL;
  g_autoptr (AgreedParagraph) first = NULL;
  g_autoptr (AgreedParagraph) second = NULL;
  g_autoptr (GListModel) watched = NULL;

  sample_decide (made);
  saved = sample_to_string (made);
  project = sample_from_string (saved);
  first = g_object_ref (sample_get_paragraph (project, 1, 0, 0));
  second = g_object_ref (sample_get_paragraph (project, 1, 0, 1));

  /* Decided before anybody looked. */
  agreed_project_set_tag (project, first, sample_get_topic (project, "broadband"), AGREED_TAG_ACCEPTED);
  assert_tags (first, "broadband accepted");
  agreed_project_undo (project);
  assert_tags (first, "broadband suggested");
  assert_tags (second, "igf added");

  watched = g_object_ref (G_LIST_MODEL (agreed_paragraph_get_tags (first)));
  agreed_project_remove_topic (project, sample_get_topic (project, "broadband"));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (watched), ==, 0);
  agreed_project_undo (project);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_list_model_get_n_items (watched), ==, 1);

  agreed_project_remove_topic (project, sample_get_topic (project, "igf"));
  assert_tags (second, "");
  agreed_project_undo (project);
  assert_tags (second, "igf added");

  /* Left in the middle: what is still to be found is of no interest to anybody. */
  agreed_project_redo (project);
  g_clear_object (&project);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_nonnull (agreed_paragraph_get_tags (first));
}

/* All that nobody decided on in a text that nobody looked at. */
static void
test_decide_all_not_compared (void)
{
  g_autoptr (AgreedProject) made = sample_project ();
  g_autofree char *saved = sample_to_string (made);
  g_autoptr (AgreedProject) project = sample_from_string (saved);

  g_assert_cmpuint (agreed_project_decide_all (project, NULL, sample_get_text (project, 1, 0), AGREED_TAG_ACCEPTED), ==, 1);
  assert_tags (sample_get_paragraph (project, 1, 0, 0), "broadband accepted");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/topics/edits", test_edits);
  g_test_add_func ("/project/topics/moves", test_moves);
  g_test_add_func ("/project/topics/terms-suggest", test_terms_suggest);
  g_test_add_func ("/project/topics/typing-is-one-step", test_typing_is_one_step);
  g_test_add_func ("/project/topics/merging-is-never-unmodified", test_merging_is_never_unmodified);
  g_test_add_func ("/project/topics/unreadable-is-refused", test_unreadable_is_refused);
  g_test_add_func ("/project/topics/remove", test_remove);
  g_test_add_func ("/project/topics/merge", test_merge);
  g_test_add_func ("/project/topics/decide-all", test_decide_all);
  g_test_add_func ("/project/topics/rename-is-shown", test_rename_is_shown);
  g_test_add_func ("/project/topics/reading", test_reading);
  g_test_add_func ("/project/topics/sessions", test_sessions);
  g_test_add_func ("/project/topics/store", test_store);
  g_test_add_func ("/project/topics/not-compared", test_not_compared);
  g_test_add_func ("/project/topics/decide-all-not-compared", test_decide_all_not_compared);

  return g_test_run ();
}
