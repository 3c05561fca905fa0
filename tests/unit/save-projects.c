/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves projects of several kinds into a folder, for test-project-schema.py. */
#include "project-sample.h"
#include "topic-edit.h"

static void
save (AgreedProject *project,
      const char    *folder,
      const char    *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  agreed_store_save (project, file, NULL, &error);
  g_assert_no_error (error);
}

/* A text with all that only some files say. */
static void
add_tracked (AgreedProject *project)
{
  g_autoptr (AgreedDocument) document = agreed_document_new ("draft.docx (before the changes)", NULL);
  g_autoptr (AgreedText) text = agreed_text_new ();
  g_autoptr (AgreedText) annex = agreed_text_new ();
  AgreedParagraph *paragraph = sample_append (text, AGREED_PARAGRAPH_PREAMBULAR, "PP1", "Recalling é and ü,");

  agreed_paragraph_add_tracked_change (paragraph, FALSE, strlen ("Recalling "), strlen ("é"), "Ana", "2026-03-03T10:22:00Z");
  agreed_paragraph_set_heading (paragraph, "I\nPrivacy");
  agreed_document_append (document, text);
  agreed_text_set_annex (annex, "Annex I");
  sample_append (annex, AGREED_PARAGRAPH_OPERATIVE, "AN§1", "What carries no number.");
  agreed_document_append (document, annex);
  agreed_project_add_document (project, document);
}

/* A text that was read anew, without the paragraphs that something is said of. */
static void
read_anew (AgreedProject *project)
{
  g_autoptr (AgreedDocument) before = g_list_model_get_item (agreed_project_get_documents (project), 0);
  g_autoptr (AgreedDocument) after = agreed_document_new ("report.txt", "aa12");
  g_autoptr (AgreedText) text = sample_text_new ("A/C.2/65/L.22", "en");

  sample_append (text, AGREED_PARAGRAPH_OPERATIVE, "OP1", "Decides to remain seized of the matter.");
  agreed_document_append (after, text);
  g_assert_cmpuint (agreed_project_read_anew (project, before, after), >, 0);
}

/* All that a topic of a codebook and one of a topic file can say. */
static void
add_all_members (JsonNode *set)
{
  JsonObject *root = json_node_get_object (set);
  JsonArray *topics = json_object_get_array_member (root, "topics");
  JsonObject *topic = json_array_get_object_element (topics, json_array_get_length (topics) - 1);

  json_object_set_string_member (topic, "rgb", "#1A2b3c");
  json_object_set_string_member (topic, "guid", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6");
  json_object_set_string_member (topic, "uri", "http://metadata.un.org/thesaurus/1003264");
  json_object_set_member (topic, "terms",
                          json_from_string ("{\"en\": [\"satellite*\", {\"term\": \"orbit\", \"with\": [\"space\"], "
                                            "\"near\": [\"earth\"], \"after\": [\"satellites\"], "
                                            "\"without\": [\"eye\"]}]}", NULL));
  json_object_set_int_member (root, "format", 1);
  json_object_set_member (root, "variants", json_from_string ("{\"en\": [[\"outer space\", \"space\"]]}", NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (AgreedProject) empty = agreed_project_new ();
  g_autoptr (AgreedProject) sample = sample_project ();
  g_autoptr (AgreedDocument) bare = agreed_document_new ("bare.txt", NULL);
  g_autoptr (AgreedText) text = agreed_text_new ();
  g_autoptr (JsonNode) set = NULL;
  g_autofree char *id = NULL;

  if (argc != 2)
    g_error ("usage: %s FOLDER", argv[0]);

  save (empty, argv[1], "empty.agreed");
  save (sample, argv[1], "sample.agreed");
  sample_decide (sample);
  agreed_project_set_passage_tag (sample, sample_get_paragraph (sample, 1, 0, 0), strlen ("又回顾"), strlen ("𠮷字"),
                                  sample_get_topic (sample, "gender"), TRUE);
  sample_note (sample);
  agreed_project_set_text (sample, AGREED_SIDE_EARLIEST, sample_get_text (sample, 1, 0));
  set = agreed_topic_set_to_json (agreed_project_get_topics (sample));
  id = agreed_topic_edit_add (set, "en", "Satellites");
  agreed_topic_edit_set_group (set, id, "Infrastructure");
  agreed_topic_edit_set_description (set, id, "en", "In orbit");
  add_all_members (set);
  g_assert_true (agreed_project_set_topics (sample, set, "Add topic", 0, NULL));
  save (sample, argv[1], "decided.agreed");
  read_anew (sample);
  save (sample, argv[1], "reread.agreed");

  /* All that may be left out. */
  agreed_document_append (bare, text);
  agreed_project_add_document (empty, bare);
  save (empty, argv[1], "bare.agreed");

  add_tracked (empty);
  save (empty, argv[1], "tracked.agreed");

  return 0;
}
