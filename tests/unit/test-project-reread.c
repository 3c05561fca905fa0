/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that is read anew, one that is taken out, and what has no place any more. */
#include "project-sample.h"
#include "unplaced.h"

#include "words.h"

static const char *const draft[] = {
  "Recalling its resolutions on information and communications technologies for development,",
  "Noting the growing number of users of the Internet in developing countries,",
  "Encourages Governments to promote broadband access for women and girls in rural areas;",
  "Requests the Secretary-General to convene a meeting on enhanced cooperation in Geneva;",
  "Decides to include in the provisional agenda of its next session the item on technologies.",
};

/* As the draft came out: a paragraph put in, one reworded, one that is gone, and the numbers with them. */
static const char *const revised[] = {
  "Recalling its resolutions on information and communications technologies for development,",
  "Welcoming the outcome of the World Summit on the Information Society and its two phases,",
  "Noting the rapidly growing number of users of the Internet in many developing countries,",
  "Calls upon donors to finance schools;",
  "Encourages Governments to promote affordable broadband access for women and girls in rural and remote areas;",
  "Decides to include in the provisional agenda of its next session the item on technologies.",
};

static AgreedDocument *
read_words (const char        *name,
            const char        *sha256,
            const char        *symbol,
            const char *const *wordings,
            guint              n_wordings)
{
  AgreedDocument *document = agreed_document_new (name, sha256);
  g_autoptr (AgreedText) text = sample_text_new (symbol, "en");
  guint n_operative = 0;

  for (guint i = 0; i < n_wordings; i++)
    {
      gboolean operative = g_str_has_suffix (wordings[i], ";") || g_str_has_suffix (wordings[i], ".");
      g_autofree char *label = operative ? g_strdup_printf ("OP%u", ++n_operative) : g_strdup_printf ("PP%u", i + 1);

      sample_append (text, operative ? AGREED_PARAGRAPH_OPERATIVE : AGREED_PARAGRAPH_PREAMBULAR, label, wordings[i]);
    }
  agreed_document_append (document, text);
  return document;
}

static AgreedDocument *
read_draft (void)
{
  return read_words ("draft.txt", "d1", "A/C.2/66/L.1", draft, G_N_ELEMENTS (draft));
}

static AgreedDocument *
read_revised (void)
{
  return read_words ("draft.txt", "d2", "A/C.2/66/L.1", revised, G_N_ELEMENTS (revised));
}

static AgreedParagraph *
find (AgreedProject *project,
      guint          document,
      const char    *label)
{
  return agreed_text_find_paragraph (sample_get_text (project, document, 0), label);
}

static void
tag_words (AgreedProject   *project,
           AgreedParagraph *paragraph,
           const char      *words,
           const char      *topic)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);

  agreed_project_set_passage_tag (project, paragraph, strstr (wording, words) - wording, strlen (words),
                                  sample_get_topic (project, topic), TRUE);
}

/* The draft, which was read first, held against an older text. */
static AgreedProject *
create_project (void)
{
  AgreedProject *project = sample_from_string ("{\"format\": 1, \"documents\": [], \"topics\": " SAMPLE_TOPICS "}");
  g_autoptr (AgreedDocument) document = read_draft ();
  g_autoptr (AgreedDocument) older = sample_report ();

  agreed_project_add_document (project, document);
  agreed_project_add_document (project, older);
  agreed_project_set_text (project, AGREED_SIDE_OLDER, sample_get_text (project, 1, 1));
  agreed_project_set_text (project, AGREED_SIDE_NEWER, sample_get_text (project, 0, 0));

  agreed_project_set_tag (project, find (project, 0, "OP1"), sample_get_topic (project, "broadband"), AGREED_TAG_ACCEPTED);
  agreed_project_set_tag (project, find (project, 0, "PP2"), sample_get_topic (project, "igf"), AGREED_TAG_ADDED);
  agreed_project_set_tag (project, find (project, 0, "OP2"), sample_get_topic (project, "igf"), AGREED_TAG_ADDED);
  tag_words (project, find (project, 0, "OP1"), "rural areas", "igf");
  tag_words (project, find (project, 0, "OP1"), "women", "gender");
  tag_words (project, find (project, 0, "OP2"), "enhanced cooperation", "gender");
  agreed_project_set_note (project, find (project, 0, "OP3"), "Ask Geneva.");
  agreed_project_set_note (project, find (project, 0, "OP2"), "Who pays?");
  agreed_project_set_linked (project, sample_get_paragraph (project, 1, 1, 1), find (project, 0, "OP3"), TRUE);
  agreed_project_set_linked (project, sample_get_paragraph (project, 1, 1, 1), find (project, 0, "OP2"), TRUE);

  return project;
}

static void
assert_note (AgreedProject   *project,
             AgreedParagraph *paragraph,
             const char      *expected)
{
  g_assert_cmpstr (agreed_project_get_note (project, paragraph), ==, expected);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agreed_paragraph_get_notes (paragraph))), ==,
                    expected != NULL ? 1 : 0);
}

#define assert_tags(paragraph, expected)                    \
  G_STMT_START                                              \
    {                                                       \
      g_autofree char *shown = sample_show_tags (paragraph); \
      g_assert_cmpstr (shown, ==, expected);                \
    }                                                       \
  G_STMT_END

static gboolean
is_linked (AgreedProject   *project,
           AgreedParagraph *older,
           AgreedParagraph *newer)
{
  GPtrArray *links = agreed_comparison_get_links (agreed_project_get_comparison (project));

  for (guint i = 0; i < links->len; i++)
    if (agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_OLDER) == older &&
        agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_NEWER) == newer)
      return TRUE;

  return FALSE;
}

static void
assert_revised (AgreedProject *project)
{
  AgreedParagraph *broadband = find (project, 0, "OP2");
  g_autoptr (GPtrArray) unplaced = agreed_project_list_unplaced (project);
  g_autoptr (AgreedTag) tag = NULL;
  const AgreedTagPassage *words;
  guint n_words;

  g_assert_true (agreed_project_get_text (project, AGREED_SIDE_NEWER) == sample_get_text (project, 0, 0));
  assert_tags (find (project, 0, "PP3"), "igf added");
  assert_tags (find (project, 0, "PP2"), "");
  assert_tags (find (project, 0, "OP1"), "");
  assert_tags (broadband, "igf added, broadband accepted, gender accepted");
  tag = g_list_model_get_item (G_LIST_MODEL (agreed_paragraph_get_tags (broadband)), 0);
  words = agreed_tag_get_passages (tag, &n_words);
  g_assert_cmpuint (n_words, ==, 1);
  g_assert_cmpmem (agreed_paragraph_get_wording (broadband) + words[0].start, words[0].length, "rural and remote areas",
                   strlen ("rural and remote areas"));
  assert_note (project, find (project, 0, "OP3"), "Ask Geneva.");
  g_assert_true (is_linked (project, sample_get_paragraph (project, 1, 1, 1), find (project, 0, "OP3")));

  /* All that was about the paragraph that went: two tags, a note and a link. */
  g_assert_cmpuint (unplaced->len, ==, 4);
  for (guint i = 0; i < unplaced->len; i++)
    {
      const AgreedRecord *record = g_ptr_array_index (unplaced, i);
      const AgreedPlace *place = agreed_project_find_any_text (project, record->place.text) ==
                                     sample_get_text (project, 1, 1) ? &record->other : &record->place;

      g_assert_cmpstr (agreed_text_get_symbol (agreed_project_find_any_text (project, place->text)), ==, "A/C.2/66/L.1");
      g_assert_cmpstr (agreed_paragraph_get_wording (agreed_project_find_any_paragraph (project, place)), ==, draft[3]);
    }
}

static void
assert_draft (AgreedProject *project)
{
  assert_tags (find (project, 0, "OP1"), "igf added, broadband accepted, gender accepted");
  assert_tags (find (project, 0, "OP2"), "igf added, gender added");
  assert_tags (find (project, 0, "PP2"), "igf added");
  assert_note (project, find (project, 0, "OP2"), "Who pays?");
  assert_note (project, find (project, 0, "OP3"), "Ask Geneva.");
  g_assert_true (is_linked (project, sample_get_paragraph (project, 1, 1, 1), find (project, 0, "OP2")));
  g_assert_false (agreed_project_has_unplaced (project));
  g_assert_true (agreed_project_get_text (project, AGREED_SIDE_NEWER) == sample_get_text (project, 0, 0));
}

static void
read_anew (AgreedProject *project)
{
  g_autoptr (AgreedDocument) before = g_list_model_get_item (agreed_project_get_documents (project), 0);
  g_autoptr (AgreedDocument) after = read_revised ();

  g_assert_cmpuint (agreed_project_read_anew (project, before, after), ==, 4);
}

static void
test_read_anew (void)
{
  g_autoptr (AgreedProject) project = create_project ();
  g_autofree char *before = sample_to_string (project);
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL, *again = NULL;
  g_autoptr (AgreedProject) opened = NULL;

  read_anew (project);
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Read text again");
  g_assert_true (agreed_project_get_modified (project));
  assert_revised (project);
  after = sample_to_string (project);
  g_assert_nonnull (strstr (after, "\"gone\" : ["));
  g_assert_nonnull (strstr (after, "enhanced cooperation in Geneva"));

  /* One step, there and back. */
  agreed_project_undo (project);
  assert_draft (project);
  undone = sample_to_string (project);
  g_assert_cmpstr (undone, ==, before);
  agreed_project_redo (project);
  assert_revised (project);
  redone = sample_to_string (project);
  g_assert_cmpstr (redone, ==, after);

  /* And in the file. */
  opened = sample_from_string (after);
  assert_revised (opened);
  again = sample_to_string (opened);
  g_assert_cmpstr (again, ==, after);
}

/* The same words once more: nothing is lost, and nothing is left over. */
static void
test_nothing_changed (void)
{
  g_autoptr (AgreedProject) project = create_project ();
  g_autoptr (AgreedDocument) before = g_list_model_get_item (agreed_project_get_documents (project), 0);
  g_autoptr (AgreedDocument) after = read_draft ();

  g_assert_cmpuint (agreed_project_read_anew (project, before, after), ==, 0);
  assert_draft (project);
  g_assert_cmpuint (g_list_model_get_n_items (agreed_project_get_documents (project)), ==, 2);
}

/* Nothing alike: all of it is kept, and none of it is about something else. */
static void
test_nothing_alike (void)
{
  static const char *const other[] = { "Alarmed by the loss of coral reefs,", "Urges States to protect whales." };
  g_autoptr (AgreedProject) project = create_project ();
  g_autoptr (AgreedDocument) before = g_list_model_get_item (agreed_project_get_documents (project), 0);
  g_autoptr (AgreedDocument) after = read_words ("draft.txt", "d3", NULL, other, G_N_ELEMENTS (other));

  g_assert_cmpuint (agreed_project_read_anew (project, before, after), ==, 10);
  assert_tags (find (project, 0, "OP1"), "");
  assert_tags (find (project, 0, "PP1"), "");
  agreed_project_undo (project);
  assert_draft (project);
}

static AgreedRecord *
find_unplaced (AgreedProject    *project,
               AgreedRecordKind  kind,
               gboolean          passage)
{
  g_autoptr (GPtrArray) unplaced = agreed_project_list_unplaced (project);

  for (guint i = 0; i < unplaced->len; i++)
    {
      AgreedRecord *record = g_ptr_array_index (unplaced, i);

      if (record->kind == kind && (record->place.passage != NULL) == passage)
        return agreed_record_ref (record);
    }
  g_assert_not_reached ();
}

static void
test_place (void)
{
  g_autoptr (AgreedProject) project = create_project ();
  g_autoptr (AgreedRecord) tag = NULL, words = NULL, note = NULL, link = NULL;
  g_autofree char *saved = NULL;

  read_anew (project);
  tag = find_unplaced (project, AGREED_RECORD_TAG, FALSE);
  words = find_unplaced (project, AGREED_RECORD_TAG, TRUE);
  note = find_unplaced (project, AGREED_RECORD_NOTE, FALSE);
  link = find_unplaced (project, AGREED_RECORD_LINK, FALSE);

  g_assert_true (agreed_project_place_record (project, tag, find (project, 0, "OP1")));
  assert_tags (find (project, 0, "OP1"), "igf added");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Place on paragraph");
  agreed_project_undo (project);
  assert_tags (find (project, 0, "OP1"), "");
  agreed_project_redo (project);

  /* The words are not in it: it is about the whole. */
  g_assert_true (agreed_project_place_record (project, words, find (project, 0, "OP1")));
  assert_tags (find (project, 0, "OP1"), "igf added, gender added");
  /* Beside the note that is there. */
  g_assert_true (agreed_project_place_record (project, note, find (project, 0, "OP3")));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agreed_paragraph_get_notes (find (project, 0, "OP3")))), ==, 2);
  g_assert_true (agreed_project_place_record (project, link, find (project, 0, "OP1")));
  g_assert_true (is_linked (project, sample_get_paragraph (project, 1, 1, 1), find (project, 0, "OP1")));
  g_assert_false (agreed_project_has_unplaced (project));
  saved = sample_to_string (project);
  g_assert_null (strstr (saved, "\"gone\""));
}

static void
test_place_against (void)
{
  g_autoptr (AgreedProject) project = create_project ();
  g_autoptr (AgreedRecord) tag = NULL;

  read_anew (project);
  tag = find_unplaced (project, AGREED_RECORD_TAG, FALSE);
  agreed_project_set_tag (project, find (project, 0, "OP1"), sample_get_topic (project, "igf"), AGREED_TAG_ADDED);
  /* The same is decided there already: it is one decision from now on. */
  g_assert_true (agreed_project_place_record (project, tag, find (project, 0, "OP1")));
  assert_tags (find (project, 0, "OP1"), "igf added");
  agreed_project_undo (project);
  agreed_project_discard_record (project, tag);
  g_assert_null (agreed_project_get_redo_name (project));
  {
    g_autoptr (GPtrArray) unplaced = agreed_project_list_unplaced (project);

    g_assert_cmpuint (unplaced->len, ==, 3);
  }
  agreed_project_undo (project);
  {
    g_autoptr (GPtrArray) unplaced = agreed_project_list_unplaced (project);

    g_assert_cmpuint (unplaced->len, ==, 4);
  }
}

static void
test_remove (void)
{
  g_autoptr (AgreedProject) project = create_project ();
  g_autoptr (AgreedDocument) document = g_list_model_get_item (agreed_project_get_documents (project), 0);
  g_autoptr (AgreedDocument) another = read_revised ();
  g_autofree char *before = sample_to_string (project);
  g_autofree char *removed = NULL, *undone = NULL;
  guint n_tags, n_notes, n_links;

  agreed_project_count_about (project, document, &n_tags, &n_notes, &n_links);
  g_assert_cmpuint (n_tags, ==, 6);
  g_assert_cmpuint (n_notes, ==, 2);
  g_assert_cmpuint (n_links, ==, 2);
  agreed_project_remove_document (project, document);
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Remove text");
  g_assert_cmpuint (g_list_model_get_n_items (agreed_project_get_documents (project)), ==, 1);
  g_assert_false (agreed_project_has_unplaced (project));
  g_assert_null (agreed_project_get_text (project, AGREED_SIDE_NEWER));
  g_assert_nonnull (agreed_project_get_text (project, AGREED_SIDE_OLDER));
  removed = sample_to_string (project);
  g_assert_null (strstr (removed, "draft.txt"));
  g_assert_null (strstr (removed, "Ask Geneva"));
  g_assert_null (strstr (removed, "\"gone\""));

  /* An id that may come back is given to no other. */
  agreed_project_add_document (project, another);
  g_assert_cmpstr (agreed_text_get_id (agreed_document_get_text (another, 0)), ==, "t4");
  agreed_project_undo (project);
  assert_draft (project);
  agreed_project_redo (project);
  g_assert_cmpuint (g_list_model_get_n_items (agreed_project_get_documents (project)), ==, 2);
  agreed_project_undo (project);
  agreed_project_remove_document (project, another);
  undone = sample_to_string (project);
  g_assert_cmpstr (undone, ==, before);
}

/* With other texts there, one of them is compared. */
static void
test_remove_of_three (void)
{
  g_autoptr (AgreedProject) project = create_project ();
  g_autoptr (AgreedDocument) document = g_list_model_get_item (agreed_project_get_documents (project), 0);
  g_autoptr (AgreedDocument) resolution = sample_resolution ();
  AgreedText *older = agreed_project_get_text (project, AGREED_SIDE_OLDER);

  agreed_project_add_document (project, resolution);
  agreed_project_remove_document (project, document);
  g_assert_true (agreed_project_get_text (project, AGREED_SIDE_OLDER) == older);
  g_assert_true (agreed_project_get_text (project, AGREED_SIDE_NEWER) == agreed_document_get_text (resolution, 0));
  g_assert_nonnull (agreed_project_get_comparison (project));
  agreed_project_undo (project);
  assert_draft (project);
}

/* What another program added goes over with what it was added to. */
static void
test_unknown (void)
{
  g_autoptr (AgreedProject) project = sample_from_string (
    "{\"format\": 1, \"documents\": [{\"name\": \"a\", \"x-document\": 1, \"texts\": [{\"id\": \"t1\", \"language\": \"en\","
    "\"x-text\": 2, \"paragraphs\": [{\"label\": \"OP9\", \"kind\": \"operative\", \"x-paragraph\": 3, \"text\":"
    "\"Decides to include in the provisional agenda of its next session the item on technologies.\"}]}]}],"
    "\"tags\": [{\"text\": \"t1\", \"paragraph\": \"OP9\", \"topic\": \"igf\", \"state\": \"added\", \"x-tag\": 4}]}");
  g_autoptr (AgreedDocument) before = g_list_model_get_item (agreed_project_get_documents (project), 0);
  g_autoptr (AgreedDocument) after = read_draft ();
  g_autofree char *saved = NULL;

  g_assert_cmpuint (agreed_project_read_anew (project, before, after), ==, 0);
  saved = sample_to_string (project);
  g_assert_nonnull (strstr (saved, "\"x-document\" : 1"));
  g_assert_nonnull (strstr (saved, "\"x-text\" : 2"));
  g_assert_nonnull (strstr (saved, "\"x-paragraph\" : 3"));
  g_assert_nonnull (strstr (saved, "\"x-tag\" : 4"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/reread/read-anew", test_read_anew);
  g_test_add_func ("/project/reread/nothing-changed", test_nothing_changed);
  g_test_add_func ("/project/reread/nothing-alike", test_nothing_alike);
  g_test_add_func ("/project/reread/place", test_place);
  g_test_add_func ("/project/reread/place-against", test_place_against);
  g_test_add_func ("/project/reread/remove", test_remove);
  g_test_add_func ("/project/reread/remove-of-three", test_remove_of_three);
  g_test_add_func ("/project/reread/unknown", test_unknown);

  return g_test_run ();
}
