/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes on a paragraph, a passage, a link and the project, with status and proposer. */
#include "html.h"
#include "project-sample.h"
#include "report.h"
#include "row-notes.h"

static void
write_note (AgreedProject    *project,
            AgreedRecord     *key,
            const char       *body,
            AgreedNoteStatus  status,
            const char       *proposer)
{
  g_autoptr (AgreedRecord) owned = key;
  g_autoptr (AgreedNote) note = agreed_note_new (body, status, proposer);

  agreed_project_write_note (project, owned, note);
}

/* "Ask Geneva. | Bracketed · EU": what a list of notes shows. */
static char *
show (GListStore *notes)
{
  GString *shown = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (notes)); i++)
    {
      g_autoptr (AgreedNote) note = g_list_model_get_item (G_LIST_MODEL (notes), i);
      g_autofree char *position = agreed_note_describe_position (note);
      gsize start, length;

      g_string_append_printf (shown, "%s%s | %s", i > 0 ? " / " : "", agreed_note_get_body (note),
                              position != NULL ? position : "-");
      if (agreed_note_get_passage (note, &start, &length))
        g_string_append_printf (shown, " at %u+%u", (guint) start, (guint) length);
    }
  return g_string_free_and_steal (shown);
}

static void
assert_paragraph (AgreedParagraph *paragraph,
                  const char      *wanted)
{
  g_autofree char *shown = show (agreed_paragraph_get_notes (paragraph));

  g_assert_cmpstr (shown, ==, wanted);
}

static AgreedLink *
get_link (AgreedProject *project,
          const char    *older)
{
  GPtrArray *links = agreed_comparison_get_links (agreed_project_get_comparison (project));

  for (guint i = 0; i < links->len; i++)
    if (g_str_equal (agreed_paragraph_get_label (agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_OLDER)), older))
      return links->pdata[i];
  g_assert_not_reached ();
}

static void
assert_link (AgreedProject *project,
             const char    *older,
             const char    *wanted)
{
  g_autofree char *shown = show (agreed_link_get_notes (get_link (project, older)));

  g_assert_cmpstr (shown, ==, wanted);
}

static AgreedRecord *
key_link (AgreedProject *project,
          guint          position)
{
  return agreed_project_key_link_note (project, sample_get_paragraph (project, 0, 0, position),
                                       sample_get_paragraph (project, 0, 1, position));
}

/* One of each kind. */
static void
write_all (AgreedProject *project)
{
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 1, 1);

  write_note (project, agreed_project_key_passage_note (project, paragraph, strlen ("Calls for "), strlen ("broadband")),
         "Too narrow.", AGREED_NOTE_BRACKETED, "G77 and China");
  write_note (project, agreed_project_key_note (project, paragraph), "", AGREED_NOTE_AD_REFERENDUM, "");
  write_note (project, key_link (project, 1), "Same paragraph.", AGREED_NOTE_RESERVED, "EU");
  write_note (project, agreed_project_key_project_note (project), "For the second reading.", AGREED_NOTE_NO_STATUS, NULL);
}

static void
assert_all (AgreedProject *project)
{
  g_autoptr (AgreedRecord) key = agreed_project_key_project_note (project);

  assert_paragraph (sample_get_paragraph (project, 0, 1, 1),
                    " | Agreed ad referendum / Too narrow. | Bracketed · G77 and China at 10+9");
  assert_link (project, "OP1", "Same paragraph. | Reserved · EU");
  assert_link (project, "PP1", "");
  g_assert_cmpstr (agreed_note_get_body (agreed_project_find_note (project, key)), ==, "For the second reading.");
}

static void
test_kinds (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (AgreedProject) opened = NULL;
  g_autoptr (GPtrArray) proposers = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *again = NULL;

  write_all (project);
  assert_all (project);
  proposers = agreed_project_list_proposers (project);
  g_assert_cmpuint (proposers->len, ==, 2);
  g_assert_cmpstr (proposers->pdata[0], ==, "EU");

  saved = sample_to_string (project);
  opened = sample_from_string (saved);
  assert_all (opened);
  again = sample_to_string (opened);
  g_assert_cmpstr (saved, ==, again);
}

/* A project that nobody noted anything about is saved as it always was. */
static void
test_nothing_noted (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autofree char *saved = NULL;

  sample_decide (project);
  saved = sample_to_string (project);
  g_assert_null (strstr (saved, "link_notes"));
  g_assert_null (strstr (saved, "\"note\""));
  g_assert_null (strstr (saved, "\"status\""));
  g_assert_null (strstr (saved, "\"proposer\""));
}

/* Whichever text is shown as the older one, and however often the comparison is made anew. */
static void
test_link_stays (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedText *older = agreed_project_get_text (project, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_project_get_text (project, AGREED_SIDE_NEWER);

  write_note (project, key_link (project, 1), "Same paragraph.", AGREED_NOTE_NO_STATUS, NULL);
  agreed_project_set_linked (project, sample_get_paragraph (project, 0, 0, 0), sample_get_paragraph (project, 0, 1, 0),
                             FALSE);
  assert_link (project, "OP1", "Same paragraph. | -");

  agreed_project_set_text (project, AGREED_SIDE_OLDER, newer);
  agreed_project_set_text (project, AGREED_SIDE_NEWER, older);
  assert_link (project, "OP1", "Same paragraph. | -");
}

static void
test_steps (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autofree char *untouched = sample_to_string (project);
  g_autofree char *undone = NULL;
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 1, 1);

  write_note (project, agreed_project_key_note (project, paragraph), "", AGREED_NOTE_AGREED, "");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Change status");
  write_note (project, agreed_project_key_note (project, paragraph), "", AGREED_NOTE_AGREED, " EU ");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Change who proposed");
  agreed_project_set_note (project, paragraph, "one");
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Write note");
  assert_paragraph (paragraph, "one | Agreed · EU");

  /* The same once more is no step. */
  write_note (project, agreed_project_key_note (project, paragraph), "one", AGREED_NOTE_AGREED, "EU");
  agreed_project_undo (project);
  assert_paragraph (paragraph, " | Agreed · EU");
  g_assert_null (agreed_project_get_note (project, paragraph));
  agreed_project_redo (project);
  write_note (project, agreed_project_key_note (project, paragraph), NULL, AGREED_NOTE_NO_STATUS, NULL);
  g_assert_cmpstr (agreed_project_get_undo_name (project), ==, "Remove note");
  assert_paragraph (paragraph, "");

  while (agreed_project_get_can_undo (project))
    agreed_project_undo (project);
  undone = sample_to_string (project);
  g_assert_cmpstr (untouched, ==, undone);
}

#define NOTES(members)                                                                                                   \
  "{\"format\": 1, \"documents\": [{\"name\": \"a\", \"texts\": [{\"id\": \"t1\", \"paragraphs\": [{\"label\": \"PP1\","  \
  " \"kind\": \"preambular\", \"text\": \"One\"}]}]}], " members "}"
#define LINK "\"paragraphs\": [{\"text\": \"t1\", \"paragraph\": \"PP1\", \"x-end\": 1}, {\"text\": \"t2\", \"paragraph\": \"OP1\"}]"

/* What a newer version added stays where it was, also when the note becomes another. */
static void
test_unknown_members (void)
{
  g_autoptr (AgreedProject) project =
    sample_from_string (NOTES ("\"link_notes\": [{" LINK ", \"body\": \"a\", \"x-link\": 2}], "
                               "\"note\": {\"body\": \"b\", \"x-note\": 3}"));
  g_autofree char *saved = NULL;

  write_note (project, agreed_project_key_project_note (project), "c", AGREED_NOTE_NO_STATUS, NULL);
  saved = sample_to_string (project);
  g_assert_nonnull (strstr (saved, "\"x-end\" : 1"));
  g_assert_nonnull (strstr (saved, "\"body\" : \"a\",\n      \"x-link\" : 2"));
  g_assert_nonnull (strstr (saved, "\"body\" : \"c\",\n    \"x-note\" : 3"));
}

static void
test_refused (void)
{
  static const struct {
    const char *contents;
    const char *message;
  } files[] = {
    { NOTES ("\"notes\": [{\"text\": \"t1\", \"paragraph\": \"PP1\", \"body\": \"\", \"status\": \"none\"}]"),
      "x: notes[0].status has to be “agreed”, “ad-referendum”, “bracketed” or “reserved”" },
    { NOTES ("\"notes\": [{\"text\": \"t1\", \"paragraph\": \"PP1\", \"body\": \"\", \"proposer\": 7}]"),
      "x: notes[0].proposer has to be text in quotation marks" },
    { NOTES ("\"link_notes\": [{" LINK "}]"), "x: link_notes[0].body is missing" },
    { NOTES ("\"link_notes\": [{\"paragraphs\": [], \"body\": \"\"}]"),
      "x: link_notes[0].paragraphs has to name two paragraphs" },
    { NOTES ("\"link_notes\": [{" LINK ", \"body\": \"a\"}, {" LINK ", \"body\": \"b\"}]"),
      "x: link_notes[1] decides the same as an earlier one once more" },
    { NOTES ("\"note\": \"a\""), "x: note has to be an object in { }" },
    { NOTES ("\"note\": {}"), "x: note.body is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (files[i].contents, strlen (files[i].contents));
      g_autoptr (GError) error = NULL;

      g_assert_null (agreed_store_from_bytes (bytes, "x", &error));
      g_assert_cmpstr (error->message, ==, files[i].message);
    }
}

static AgreedRow *
get_row (AgreedProject *project,
         const char    *newer)
{
  GListModel *rows = G_LIST_MODEL (agreed_project_get_comparison (project));

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      if (g_str_equal (agreed_row_get_label (row, AGREED_SIDE_NEWER), newer))
        return row;
    }
  g_assert_not_reached ();
}

static void
count_list (GListModel *list,
            gpointer    count)
{
  ++*(guint *) count;
}

static void
test_rows (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedRow *row = get_row (project, "OP1");
  g_autofree char *nothing = agreed_row_describe_positions (row);
  g_autofree char *positions = NULL;
  guint n_lists = 0;

  g_assert_null (nothing);
  write_all (project);
  write_note (project, agreed_project_key_note (project, sample_get_paragraph (project, 0, 0, 1)), "Was agreed.",
         AGREED_NOTE_AGREED, NULL);
  positions = agreed_row_describe_positions (row);
  g_assert_cmpstr (positions, ==,
                   "Agreed ad referendum; OP1 “broadband”: Bracketed · G77 and China; OP1 → OP1: Reserved · EU; "
                   "OP1: Agreed");
  agreed_row_foreach_note_list (row, count_list, &n_lists);
  g_assert_cmpuint (n_lists, ==, 3);
}

/* How far it is goes with what is handed on; on the page, in the text and in the data. */
static void
test_handed_on (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  AgreedComparison *comparison = agreed_project_get_comparison (project);
  g_autofree char *text = NULL, *json = NULL, *html = NULL;

  write_note (project, agreed_project_key_note (project, sample_get_paragraph (project, 0, 1, 1)), "Only for us.",
              AGREED_NOTE_BRACKETED, "EU & friends");
  text = agreed_export_text (comparison);
  g_assert_nonnull (strstr (text, "\n(Bracketed · EU & friends)\n"));
  json = agreed_export_json (comparison);
  g_assert_nonnull (strstr (json, "\"on\" : \"OP1\""));
  g_assert_nonnull (strstr (json, "\"status\" : \"bracketed\""));
  g_assert_nonnull (strstr (json, "\"proposer\" : \"EU & friends\""));
  html = agreed_export_html (comparison);
  g_assert_nonnull (strstr (html, "<span class=\"status\">Bracketed · EU &amp; friends</span>"));
  g_assert_null (strstr (text, "Only for us"));
  g_assert_null (strstr (json, "Only for us"));
  g_assert_null (strstr (html, "Only for us"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/notes/kinds", test_kinds);
  g_test_add_func ("/project/notes/nothing-noted", test_nothing_noted);
  g_test_add_func ("/project/notes/link-stays", test_link_stays);
  g_test_add_func ("/project/notes/steps", test_steps);
  g_test_add_func ("/project/notes/unknown-members", test_unknown_members);
  g_test_add_func ("/project/notes/refused", test_refused);
  g_test_add_func ("/project/notes/rows", test_rows);
  g_test_add_func ("/project/notes/handed-on", test_handed_on);

  return g_test_run ();
}
