/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a delegate does to a project, what the paragraphs then show, and that each step can be taken back. */
#include "project-sample.h"

#include <glib/gstdio.h>

/* Counts notifications, by property. */
static void
on_notify (GObject    *object,
           GParamSpec *pspec,
           gpointer    counts)
{
  guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, pspec->name));

  g_hash_table_insert (counts, (gpointer) pspec->name, GUINT_TO_POINTER (n + 1));
}

static GHashTable *
count_notifications (AgreedProject *project)
{
  GHashTable *counts = g_hash_table_new (g_str_hash, g_str_equal);

  g_signal_connect_data (project, "notify", G_CALLBACK (on_notify), g_hash_table_ref (counts),
                         (GClosureNotify) g_hash_table_unref, 0);

  return counts;
}

/* "modified 1, undo-name 1" since the last time, in the alphabet's order. */
static char *
take_notifications (GHashTable *counts)
{
  g_autoptr (GList) names = g_list_sort (g_hash_table_get_keys (counts), (GCompareFunc) strcmp);
  GString *told = g_string_new (NULL);

  for (GList *name = names; name != NULL; name = name->next)
    g_string_append_printf (told, "%s%s %u", told->len > 0 ? ", " : "", (char *) name->data,
                            GPOINTER_TO_UINT (g_hash_table_lookup (counts, name->data)));
  g_hash_table_remove_all (counts);

  return g_string_free_and_steal (told);
}

#define assert_told(counts, expected)                                \
  G_STMT_START {                                                     \
    g_autofree char *told = take_notifications (counts);             \
    g_assert_cmpstr (told, ==, expected);                            \
  } G_STMT_END

#define assert_tags(paragraph, expected)                             \
  G_STMT_START {                                                     \
    g_autofree char *shown = sample_show_tags (paragraph);           \
    g_assert_cmpstr (shown, ==, expected);                           \
  } G_STMT_END

static void
test_documents (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (AgreedDocument) again = sample_report ();
  g_autoptr (AgreedDocument) unknown = agreed_document_new ("report.txt", NULL);
  g_autoptr (AgreedDocument) first = g_list_model_get_item (agreed_project_get_documents (project), 0);
  AgreedText *text = sample_get_text (project, 0, 1);

  g_assert_cmpstr (agreed_text_get_id (sample_get_text (project, 0, 0)), ==, "t1");
  g_assert_cmpstr (agreed_text_get_id (sample_get_text (project, 0, 1)), ==, "t2");
  g_assert_cmpstr (agreed_text_get_id (sample_get_text (project, 1, 0)), ==, "t3");
  g_assert_true (agreed_project_get_document (project, text) == first);

  g_assert_true (agreed_project_add_document (project, again) == first);
  g_assert_true (agreed_project_add_document (project, first) == first);
  g_assert_null (agreed_text_get_id (agreed_document_get_text (again, 0)));
  /* Without a checksum nobody can say that it is the same. */
  g_assert_true (agreed_project_add_document (project, unknown) == unknown);
  g_assert_cmpuint (g_list_model_get_n_items (agreed_project_get_documents (project)), ==, 3);
}

/* A note on a text that is not there any more must not turn up in another. */
static void
test_ids_are_not_used_again (void)
{
  g_autoptr (AgreedProject) project = sample_from_string (
    "{\"format\": 1, \"documents\": [], \"topics\": " SAMPLE_TOPICS ","
    " \"notes\": [{\"text\": \"t1\", \"paragraph\": \"PP1\", \"body\": \"old\"}]}");
  g_autoptr (AgreedDocument) report = sample_report ();

  agreed_project_add_document (project, report);
  g_assert_cmpstr (agreed_text_get_id (sample_get_text (project, 0, 0)), ==, "t2");
  g_assert_null (agreed_project_get_note (project, sample_get_paragraph (project, 0, 0, 0)));
}

static void
test_tags (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);
  AgreedTopic *broadband = sample_get_topic (project, "broadband");
  AgreedTopic *gender = sample_get_topic (project, "gender");
  AgreedTopic *igf = sample_get_topic (project, "igf");
  guint n_evidence;
  g_autoptr (AgreedTag) accepted = NULL;

  assert_tags (sample_get_paragraph (project, 0, 0, 0), "igf suggested");
  assert_tags (paragraph, "broadband suggested, gender suggested");

  agreed_project_set_tag (project, paragraph, broadband, AGREED_TAG_ACCEPTED);
  agreed_project_set_tag (project, paragraph, gender, AGREED_TAG_DISMISSED);
  agreed_project_set_tag (project, paragraph, igf, AGREED_TAG_ADDED);
  assert_tags (paragraph, "igf added, broadband accepted, gender dismissed");
  accepted = g_list_model_get_item (G_LIST_MODEL (agreed_paragraph_get_tags (paragraph)), 1);
  g_assert_cmpstr (agreed_tag_get_evidence (accepted, &n_evidence)[0].term, ==, "broadband");
  g_assert_cmpuint (n_evidence, ==, 1);

  agreed_project_clear_tag (project, paragraph, igf);
  agreed_project_clear_tag (project, paragraph, gender);
  agreed_project_clear_tag (project, paragraph, broadband);
  assert_tags (paragraph, "broadband suggested, gender suggested");

  for (guint i = 0; i < 6; i++)
    agreed_project_undo (project);
  assert_tags (paragraph, "broadband suggested, gender suggested");
  for (guint i = 0; i < 3; i++)
    agreed_project_redo (project);
  assert_tags (paragraph, "igf added, broadband accepted, gender dismissed");
}

/* What is asked for, what is shown, and what the step is called. */
static void
test_states_settle (void)
{
  static const struct {
    const char *topic;
    AgreedTagState wanted;
    const char *shown;
    const char *name;
  } steps[] = {
    { "igf", AGREED_TAG_ACCEPTED, "igf added, broadband suggested, gender suggested", "Add tag" },
    { "igf", AGREED_TAG_ADDED, "igf added, broadband suggested, gender suggested", NULL },
    { "igf", AGREED_TAG_DISMISSED, "broadband suggested, gender suggested", "Remove tag" },
    { "igf", AGREED_TAG_DISMISSED, "broadband suggested, gender suggested", NULL },
    { "igf", AGREED_TAG_SUGGESTED, "broadband suggested, gender suggested", NULL },
    { "gender", AGREED_TAG_ADDED, "broadband suggested, gender accepted", "Accept tag" },
    { "gender", AGREED_TAG_DISMISSED, "broadband suggested, gender dismissed", "Dismiss tag" },
    { "gender", AGREED_TAG_SUGGESTED, "broadband suggested, gender suggested", "Take back decision on tag" },
  };
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);
  const char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (GHashTable) counts = count_notifications (project);

      agreed_project_set_tag (project, paragraph, sample_get_topic (project, steps[i].topic), steps[i].wanted);
      assert_tags (paragraph, steps[i].shown);
      if (steps[i].name != NULL)
        last = steps[i].name;
      else
        assert_told (counts, "");
      g_assert_cmpstr (agreed_project_get_undo_name (project), ==, last);
    }
}

static void
on_items_changed (GListModel *list,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    told)
{
  g_string_append_printf (told, "[%u -%u +%u]", position, removed, added);
}

static void
test_lists_change_little (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 1);
  g_autoptr (GString) told = g_string_new (NULL);

  g_signal_connect (agreed_paragraph_get_tags (paragraph), "items-changed", G_CALLBACK (on_items_changed), told);
  g_signal_connect (agreed_paragraph_get_notes (paragraph), "items-changed", G_CALLBACK (on_items_changed), told);

  agreed_project_set_tag (project, paragraph, sample_get_topic (project, "igf"), AGREED_TAG_ADDED);
  g_assert_cmpstr (told->str, ==, "[0 -0 +1]");
  g_string_truncate (told, 0);
  agreed_project_set_tag (project, paragraph, sample_get_topic (project, "broadband"), AGREED_TAG_ACCEPTED);
  g_assert_cmpstr (told->str, ==, "[1 -1 +1]");
  g_string_truncate (told, 0);
  agreed_project_set_note (project, paragraph, "one");
  agreed_project_set_note (project, paragraph, "one");
  agreed_project_set_note (project, paragraph, NULL);
  g_assert_cmpstr (told->str, ==, "[0 -0 +1][0 -1 +0]");
  g_signal_handlers_disconnect_by_data (agreed_paragraph_get_tags (paragraph), told);
  g_signal_handlers_disconnect_by_data (agreed_paragraph_get_notes (paragraph), told);
}

static void
test_notes (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *paragraph = sample_get_paragraph (project, 1, 0, 0);
  AgreedParagraph *namesake = sample_get_paragraph (project, 1, 0, 1);

  agreed_project_set_note (project, paragraph, "");
  g_assert_false (agreed_project_get_can_undo (project));
  agreed_project_set_note (project, paragraph, "one");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Write note");
  agreed_project_set_note (project, paragraph, "two");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Change note");
  agreed_project_set_note (project, namesake, "annex");
  g_assert_cmpstr (agreed_project_get_note (project, paragraph), ==, "two");
  g_assert_cmpstr (agreed_project_get_note (project, namesake), ==, "annex");
  agreed_project_set_note (project, paragraph, "");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Remove note");
  g_assert_null (agreed_project_get_note (project, paragraph));

  agreed_project_undo (project);
  g_assert_cmpstr (agreed_project_get_note (project, paragraph), ==, "two");
  agreed_project_undo (project);
  agreed_project_undo (project);
  g_assert_cmpstr (agreed_project_get_note (project, paragraph), ==, "one");
  g_assert_null (agreed_project_get_note (project, namesake));
  g_assert_cmpstr (agreed_project_get_redo_name (project), ==, "Change note");
}

static AgreedLink *
find_link_in (AgreedComparison *comparison,
              AgreedParagraph  *older,
              AgreedParagraph  *newer)
{
  GPtrArray *links = agreed_comparison_get_links (comparison);

  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);

      if (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER) == older &&
          agreed_link_get_paragraph (link, AGREED_SIDE_NEWER) == newer)
        return link;
    }

  return NULL;
}

static AgreedLink *
find_link (AgreedProject   *project,
           AgreedParagraph *older,
           AgreedParagraph *newer)
{
  return find_link_in (agreed_project_get_comparison (project), older, newer);
}

static void
test_links (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedParagraph *older = sample_get_paragraph (project, 0, 0, 0);
  AgreedParagraph *newer = sample_get_paragraph (project, 0, 1, 0);
  AgreedParagraph *last = sample_get_paragraph (project, 0, 0, 2);
  g_autoptr (AgreedComparison) before = g_object_ref (agreed_project_get_comparison (project));

  g_assert_nonnull (find_link (project, older, newer));
  g_assert_null (find_link (project, last, newer));
  /* There is nothing to take away. */
  agreed_project_set_linked (project, last, newer, FALSE);
  g_assert_false (agreed_project_get_can_undo (project));

  agreed_project_set_linked (project, older, newer, FALSE);
  g_assert_true (agreed_project_get_comparison (project) != before);
  g_assert_null (find_link (project, older, newer));
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Unlink paragraphs");
  agreed_project_set_linked (project, last, newer, TRUE);
  g_assert_cmpint (agreed_link_get_origin (find_link (project, last, newer)), ==, AGREED_LINK_BY_HAND);

  agreed_project_undo (project);
  g_assert_null (find_link (project, last, newer));
  agreed_project_undo (project);
  g_assert_cmpint (agreed_link_get_origin (find_link (project, older, newer)), ==, AGREED_LINK_FOUND);
  agreed_project_set_linked (project, older, newer, TRUE);
  g_assert_cmpint (agreed_link_get_origin (find_link (project, older, newer)), ==, AGREED_LINK_BY_HAND);
  g_assert_false (agreed_project_get_can_redo (project));
}

/* A link holds whichever text is shown as the older one, and only between the two that it joins. */
static void
test_links_follow_their_texts (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedText *one = sample_get_text (project, 0, 0);
  AgreedText *two = sample_get_text (project, 0, 1);
  AgreedParagraph *last = sample_get_paragraph (project, 0, 0, 2);
  AgreedParagraph *newer = sample_get_paragraph (project, 0, 1, 0);

  agreed_project_set_linked (project, last, newer, TRUE);
  agreed_project_set_text (project, AGREED_SIDE_OLDER, two);
  agreed_project_set_text (project, AGREED_SIDE_NEWER, one);
  g_assert_nonnull (find_link (project, newer, last));
  agreed_project_set_linked (project, newer, last, FALSE);
  g_assert_null (find_link (project, newer, last));
  agreed_project_undo (project);
  g_assert_nonnull (find_link (project, newer, last));

  agreed_project_set_text (project, AGREED_SIDE_NEWER, sample_get_text (project, 1, 0));
  g_assert_null (find_link (project, newer, last));
}

/* Three texts: what was linked while two of them were compared holds as well while they are the earlier two, and is undone
 * there. */
static void
test_earliest (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedText *tabled = sample_get_text (project, 0, 0), *adopted = sample_get_text (project, 0, 1);
  AgreedParagraph *last = sample_get_paragraph (project, 0, 0, 2), *first = sample_get_paragraph (project, 0, 1, 0);
  g_autofree char *without = sample_to_string (project), *with = NULL;
  g_autoptr (AgreedProject) read = NULL;
  g_autoptr (AgreedComparison) before = NULL;

  agreed_project_set_linked (project, last, first, TRUE);
  g_assert_null (agreed_project_get_before (project));
  agreed_project_set_text (project, AGREED_SIDE_EARLIEST, tabled);
  agreed_project_set_text (project, AGREED_SIDE_OLDER, adopted);
  agreed_project_set_text (project, AGREED_SIDE_NEWER, sample_get_text (project, 1, 0));
  before = g_object_ref (agreed_project_get_before (project));
  g_assert_true (agreed_comparison_get_text (before, AGREED_SIDE_OLDER) == tabled);
  g_assert_true (agreed_comparison_get_text (before, AGREED_SIDE_NEWER) == adopted);
  g_assert_cmpuint (agreed_comparison_get_links (before)->len, >, 0);
  g_assert_nonnull (find_link_in (before, last, first));
  agreed_project_undo (project);
  g_assert_true (agreed_project_get_before (project) != before);
  g_assert_null (find_link_in (agreed_project_get_before (project), last, first));

  /* The file has it, and one without it says nothing. */
  g_assert_null (strstr (without, "earliest"));
  with = sample_to_string (project);
  read = sample_from_string (with);
  g_assert_cmpstr (agreed_text_get_symbol (agreed_project_get_text (read, AGREED_SIDE_EARLIEST)), ==, "A/C.2/65/L.22");
  g_assert_false (agreed_project_get_modified (read));
  agreed_project_set_text (read, AGREED_SIDE_EARLIEST, NULL);
  g_assert_true (agreed_project_get_modified (read));
  g_assert_null (agreed_project_get_before (read));
}

static void
test_notifications (void)
{
  g_autoptr (AgreedProject) project = agreed_project_new ();
  g_autoptr (GHashTable) counts = count_notifications (project);
  g_autoptr (AgreedDocument) report = sample_report ();
  AgreedParagraph *paragraph;
  AgreedTopic *igf = sample_get_topic (project, "igf");

  agreed_project_add_document (project, report);
  assert_told (counts, "modified 1");
  agreed_project_add_document (project, report);
  assert_told (counts, "");
  agreed_project_set_text (project, AGREED_SIDE_OLDER, agreed_document_get_text (report, 0));
  assert_told (counts, "older 1");
  g_assert_null (agreed_project_get_comparison (project));
  agreed_project_set_text (project, AGREED_SIDE_NEWER, agreed_document_get_text (report, 1));
  assert_told (counts, "comparison 1, newer 1");
  g_object_set (project, "newer", agreed_document_get_text (report, 1), NULL);
  assert_told (counts, "");

  paragraph = sample_get_paragraph (project, 0, 0, 2);
  agreed_project_set_tag (project, paragraph, igf, AGREED_TAG_ADDED);
  assert_told (counts, "can-undo 1, undo-name 1");
  agreed_project_set_tag (project, sample_get_paragraph (project, 0, 0, 1), igf, AGREED_TAG_ADDED);
  assert_told (counts, "");
  agreed_project_set_tag (project, paragraph, igf, AGREED_TAG_ADDED);
  assert_told (counts, "");
  agreed_project_undo (project);
  assert_told (counts, "can-redo 1, redo-name 1");
  agreed_project_undo (project);
  assert_told (counts, "can-undo 1, undo-name 1");
  agreed_project_undo (project);
  assert_told (counts, "");
  agreed_project_redo (project);
  assert_told (counts, "can-undo 1, undo-name 1");

  agreed_project_set_linked (project, paragraph, sample_get_paragraph (project, 0, 1, 0), TRUE);
  assert_told (counts, "can-redo 1, comparison 1, redo-name 1, undo-name 1");
  agreed_project_redo (project);
  assert_told (counts, "");
  agreed_project_set_text (project, AGREED_SIDE_OLDER, NULL);
  assert_told (counts, "comparison 1, older 1");
  g_assert_null (agreed_project_get_comparison (project));
}

/* Modified is not "was ever touched" but "is other than the file". */
static void
test_modified (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("agreed-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "one.agreed", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (GHashTable) counts = NULL;
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 0);

  agreed_project_set_note (project, paragraph, "one");
  g_assert_true (agreed_project_get_modified (project));
  g_assert_true (agreed_store_save (project, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (agreed_project_get_modified (project));
  counts = count_notifications (project);

  agreed_project_undo (project);
  g_assert_true (agreed_project_get_modified (project));
  agreed_project_redo (project);
  g_assert_false (agreed_project_get_modified (project));
  assert_told (counts, "can-redo 2, can-undo 2, modified 2, redo-name 2, undo-name 2");

  agreed_project_set_text (project, AGREED_SIDE_NEWER, sample_get_text (project, 1, 0));
  g_assert_true (agreed_project_get_modified (project));
  agreed_project_set_text (project, AGREED_SIDE_NEWER, sample_get_text (project, 0, 1));
  g_assert_false (agreed_project_get_modified (project));

  /* Another way from the state before the saved one: as many steps, another state. */
  agreed_project_undo (project);
  agreed_project_set_note (project, paragraph, "other");
  g_assert_true (agreed_project_get_modified (project));
  agreed_project_undo (project);
  g_assert_true (agreed_project_get_modified (project));

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/edits/documents", test_documents);
  g_test_add_func ("/project/edits/ids-are-not-used-again", test_ids_are_not_used_again);
  g_test_add_func ("/project/edits/tags", test_tags);
  g_test_add_func ("/project/edits/states-settle", test_states_settle);
  g_test_add_func ("/project/edits/lists-change-little", test_lists_change_little);
  g_test_add_func ("/project/edits/notes", test_notes);
  g_test_add_func ("/project/edits/links", test_links);
  g_test_add_func ("/project/edits/links-follow-their-texts", test_links_follow_their_texts);
  g_test_add_func ("/project/edits/earliest", test_earliest);
  g_test_add_func ("/project/edits/notifications", test_notifications);
  g_test_add_func ("/project/edits/modified", test_modified);

  return g_test_run ();
}
