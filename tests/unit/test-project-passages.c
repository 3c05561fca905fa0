/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Topics on words inside a paragraph: put on and taken off, undone, kept in the file, and found again by their quotation. */
#include "project-sample.h"

/* "broadband accepted [broadband]": what a paragraph shows, with the words that the topics are on. */
static char *
show (AgreedParagraph *paragraph)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);
      guint n_passages;
      const AgreedTagPassage *passages = agreed_tag_get_passages (tag, &n_passages);

      g_string_append_printf (shown, "%s%s %s", i > 0 ? ", " : "", agreed_topic_get_id (agreed_tag_get_topic (tag)),
                              agreed_tag_state_to_string (agreed_tag_get_state (tag)));
      for (guint j = 0; j < n_passages; j++)
        g_string_append_printf (shown, " [%.*s]", (int) passages[j].length,
                                agreed_paragraph_get_wording (paragraph) + passages[j].start);
    }

  return g_string_free_and_steal (shown);
}

#define assert_shows(paragraph, expected)          \
  G_STMT_START                                     \
    {                                              \
      g_autofree char *shown = show (paragraph);   \
      g_assert_cmpstr (shown, ==, expected);       \
    }                                              \
  G_STMT_END

static void
tag_words (AgreedProject   *project,
           AgreedParagraph *paragraph,
           const char      *words,
           const char      *topic,
           gboolean         tagged)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  const char *at = strstr (wording, words);

  g_assert_nonnull (at);
  agreed_project_set_passage_tag (project, paragraph, at - wording, strlen (words), sample_get_topic (project, topic), tagged);
}

static void
test_tag (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);

  assert_shows (paragraph, "broadband suggested, gender suggested");
  tag_words (project, paragraph, "for women", "gender", TRUE);
  assert_shows (paragraph, "broadband suggested, gender accepted [for women]");
  tag_words (project, paragraph, "for women", "igf", TRUE);
  tag_words (project, paragraph, "Calls", "gender", TRUE);
  assert_shows (paragraph, "igf added [for women], broadband suggested, gender accepted [Calls] [for women]");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Tag wording");

  /* Twice is once. */
  tag_words (project, paragraph, "Calls", "gender", TRUE);
  agreed_project_undo (project);
  agreed_project_undo (project);
  assert_shows (paragraph, "broadband suggested, gender accepted [for women]");
  agreed_project_undo (project);
  assert_shows (paragraph, "broadband suggested, gender suggested");
  g_assert_false (agreed_project_get_can_undo (project));
  agreed_project_redo (project);
  agreed_project_redo (project);
  assert_shows (paragraph, "igf added [for women], broadband suggested, gender accepted [for women]");

  tag_words (project, paragraph, "for women", "igf", FALSE);
  assert_shows (paragraph, "broadband suggested, gender accepted [for women]");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Remove tag from wording");
  agreed_project_undo (project);
  assert_shows (paragraph, "igf added [for women], broadband suggested, gender accepted [for women]");
}

/* What is decided about the whole paragraph, and what is put on its words. */
static void
test_whole (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);
  AgreedTopic *gender = sample_get_topic (project, "gender");

  agreed_project_set_tag (project, paragraph, gender, AGREED_TAG_DISMISSED);
  tag_words (project, paragraph, "women", "gender", TRUE);
  assert_shows (paragraph, "broadband suggested, gender accepted [women]");

  /* Turned away is turned away with its words, in one step. */
  agreed_project_set_tag (project, paragraph, gender, AGREED_TAG_DISMISSED);
  assert_shows (paragraph, "broadband suggested, gender dismissed");
  agreed_project_undo (project);
  assert_shows (paragraph, "broadband suggested, gender accepted [women]");
  agreed_project_clear_tag (project, paragraph, gender);
  assert_shows (paragraph, "broadband suggested, gender suggested");
  agreed_project_undo (project);
  assert_shows (paragraph, "broadband suggested, gender accepted [women]");

  agreed_project_set_tag (project, paragraph, gender, AGREED_TAG_ACCEPTED);
  assert_shows (paragraph, "broadband suggested, gender accepted [women]");
  tag_words (project, paragraph, "women", "gender", FALSE);
  assert_shows (paragraph, "broadband suggested, gender accepted");
}

static void
test_topics (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 2);

  tag_words (project, paragraph, "seized", "igf", TRUE);
  tag_words (project, paragraph, "Decides", "igf", TRUE);
  agreed_project_merge_topics (project, sample_get_topic (project, "igf"), sample_get_topic (project, "gender"));
  assert_shows (paragraph, "gender added [Decides] [seized]");
  agreed_project_remove_topic (project, sample_get_topic (project, "gender"));
  assert_shows (paragraph, "");
  agreed_project_undo (project);
  agreed_project_undo (project);
  assert_shows (paragraph, "igf added [Decides] [seized]");
}

/* In code points, between what stands around it, and the same bytes whenever it is saved. */
static void
test_file (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (AgreedProject) opened = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *again = NULL;

  sample_decide (project);
  tag_words (project, sample_get_paragraph (project, 1, 0, 0), "宽带", "broadband", TRUE);
  tag_words (project, sample_get_paragraph (project, 1, 0, 0), "𠮷字", "broadband", TRUE);
  tag_words (project, sample_get_paragraph (project, 1, 0, 1), "附件", "igf", TRUE);
  saved = sample_to_string (project);
  opened = sample_from_string (saved);
  again = sample_to_string (opened);
  g_assert_cmpstr (saved, ==, again);
  assert_shows (sample_get_paragraph (opened, 1, 0, 0), "broadband accepted [𠮷字] [宽带]");
  assert_shows (sample_get_paragraph (opened, 1, 0, 1), "igf added [附件]");
  g_assert_nonnull (strstr (saved, "\"passage\" : {\n        \"exact\" : \"宽带\",\n        \"prefix\" : \"又回顾𠮷字\",\n"
                                   "        \"suffix\" : \"决议；\",\n        \"start\" : 5,\n        \"end\" : 7\n"));
  g_assert_cmpint (strstr (saved, "\"exact\" : \"𠮷字\"") - saved, <, strstr (saved, "\"exact\" : \"宽带\"") - saved);
}

#define HEAD "{\"format\": 1, \"topics\": " SAMPLE_TOPICS ", \"documents\": [{\"name\": \"a\", \"texts\": [{\"id\": \"t1\", \"language\": \"en\"," \
  "\"paragraphs\": [{\"label\": \"OP1\", \"kind\": \"operative\", \"text\": \"Notes the digital divide in broadband access;\"}]}]}], \"tags\": ["
#define TAG(passage) "{\"text\": \"t1\", \"paragraph\": \"OP1\", \"topic\": \"igf\", \"state\": \"added\", \"passage\": " passage "}"

/* Somebody else wrote the file, or edited the paragraph in it. */
static void
test_found_again (void)
{
  static const struct {
    const char *passage;
    const char *shown;
  } cases[] = {
    { "{\"exact\": \"digital divide\", \"prefix\": \"Notes the \", \"suffix\": \" in\", \"start\": 10, \"end\": 24}",
      "igf added [digital divide], broadband suggested" },
    { "{\"exact\": \"digital divide\", \"start\": 0, \"end\": 14}", "igf added [digital divide], broadband suggested" },
    { "{\"exact\": \"gap\", \"prefix\": \"Notes the \", \"suffix\": \" in broadband\", \"start\": 10, \"end\": 13}",
      "igf added [digital divide], broadband suggested" },
    /* Not there: kept, and on nothing. */
    { "{\"exact\": \"gap\", \"prefix\": \"Calls for a\", \"suffix\": \"; and\", \"start\": 10, \"end\": 13}",
      "broadband suggested" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strdup_printf (HEAD TAG ("%s") "]}", cases[i].passage);
      g_autoptr (AgreedProject) project = sample_from_string (json);
      g_autofree char *saved = sample_to_string (project);

      assert_shows (sample_get_paragraph (project, 0, 0, 0), cases[i].shown);
      g_assert_nonnull (strstr (saved, "\"passage\""));
    }
}

static void
test_kept (void)
{
  g_autoptr (AgreedProject) project = sample_from_string (
    HEAD TAG ("{\"exact\": \"digital\", \"start\": 10, \"end\": 17, \"x-passage\": 7}") ","
    TAG ("{\"exact\": \"digital\", \"start\": 11, \"end\": 18}") "],"
    "\"links\": [{\"paragraphs\": [{\"text\": \"t1\", \"paragraph\": \"OP1\", \"passage\": \"mine\"},"
    "{\"text\": \"t2\", \"paragraph\": \"OP1\"}], \"linked\": true}]}");
  g_autofree char *saved = sample_to_string (project);

  g_assert_nonnull (strstr (saved, "\"x-passage\" : 7"));
  g_assert_nonnull (strstr (saved, "\"start\" : 11"));
  g_assert_nonnull (strstr (saved, "\"passage\" : \"mine\""));
}

static void
test_bad (void)
{
  static const struct {
    const char *passages; /* the passages of one tag, or of two */
    const char *message;
  } cases[] = {
    { TAG ("7"), "p.agreed: tags[0].passage has to be an object in { }" },
    { TAG ("{\"start\": 1, \"end\": 2}"), "p.agreed: tags[0].passage.exact is missing" },
    { TAG ("{\"exact\": \"\", \"start\": 1, \"end\": 1}"), "p.agreed: tags[0].passage.exact is empty" },
    { TAG ("{\"exact\": \"a\", \"end\": 1}"), "p.agreed: tags[0].passage.start is missing" },
    { TAG ("{\"exact\": \"a\", \"start\": -1, \"end\": 0}"), NULL },
    { TAG ("{\"exact\": \"a\", \"start\": 2000000000, \"end\": 0}"),
      "p.agreed: tags[0].passage.end is not where the words of the passage end" },
    { TAG ("{\"exact\": \"𠮷\", \"start\": 1, \"end\": 3}"),
      "p.agreed: tags[0].passage.end is not where the words of the passage end" },
    { TAG ("{\"exact\": \"a\", \"start\": 1, \"end\": 2, \"prefix\": 3}"), NULL },
    { TAG ("{\"exact\": \"a\", \"start\": 1, \"end\": 2}") "," TAG ("{\"exact\": \"a\", \"start\": 1, \"end\": 2}"),
      "p.agreed: tags[1] decides the same as an earlier one once more" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *json = g_strconcat (HEAD, cases[i].passages, "]}", NULL);
      g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
      g_autoptr (GError) error = NULL;

      g_assert_null (agreed_store_from_bytes (bytes, "p.agreed", &error));
      g_assert_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_FORMAT);
      if (cases[i].message != NULL)
        g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/passages/tag", test_tag);
  g_test_add_func ("/project/passages/whole", test_whole);
  g_test_add_func ("/project/passages/topics", test_topics);
  g_test_add_func ("/project/passages/file", test_file);
  g_test_add_func ("/project/passages/found-again", test_found_again);
  g_test_add_func ("/project/passages/kept", test_kept);
  g_test_add_func ("/project/passages/bad", test_bad);

  return g_test_run ();
}
