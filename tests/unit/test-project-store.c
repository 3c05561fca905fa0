/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The project file: what goes in comes out, what is not known is kept, what is wrong is told in a sentence. */
#include "project-sample.h"

#include <glib/gstdio.h>
#include <locale.h>

/* As it is saved, after being opened from what was saved. */
static char *
save_again (const char *json)
{
  g_autoptr (AgreedProject) project = sample_from_string (json);

  g_assert_false (agreed_project_get_modified (project));

  return sample_to_string (project);
}

static void
test_round_trip (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (AgreedProject) opened = NULL;
  g_autofree char *saved = NULL;
  g_autofree char *again = NULL;
  g_autofree char *shown = NULL;
  AgreedParagraph *paragraph;
  const AgreedFootnoteMark *marks;
  guint n_marks;

  sample_decide (project);
  agreed_text_set_annex (sample_get_text (project, 1, 0), "附件一");
  saved = sample_to_string (project);
  again = save_again (saved);
  g_assert_cmpstr (saved, ==, again);

  opened = sample_from_string (saved);
  paragraph = sample_get_paragraph (opened, 1, 0, 0);
  g_assert_cmpstr (agreed_paragraph_get_wording (paragraph), ==, "又回顾𠮷字宽带决议；");
  g_assert_cmpuint (agreed_paragraph_get_opening (paragraph), ==, strlen ("又回顾"));
  marks = agreed_paragraph_get_marks (paragraph, &n_marks);
  g_assert_cmpuint (n_marks, ==, 1);
  g_assert_cmpstr (marks[0].marker, ==, "*");
  g_assert_cmpuint (marks[0].offset, ==, strlen ("又回顾𠮷字"));
  g_assert_cmpstr (agreed_project_get_note (opened, paragraph), ==, "Ask “Geneva”\n\tabout 𠮷.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agreed_paragraph_get_notes (paragraph))), ==, 1);

  shown = sample_show_tags (sample_get_paragraph (opened, 0, 0, 1));
  g_assert_cmpstr (shown, ==, "broadband accepted, gender dismissed");
  g_clear_pointer (&shown, g_free);
  shown = sample_show_tags (sample_get_paragraph (opened, 1, 0, 1));
  g_assert_cmpstr (shown, ==, "igf added");

  g_assert_cmpstr (agreed_text_get_id (agreed_project_get_text (opened, AGREED_SIDE_OLDER)), ==, "t1");
  g_assert_cmpstr (agreed_text_get_date (sample_get_text (opened, 0, 0)), ==, "2010-10-25");
  g_assert_cmpuint (agreed_text_get_session (sample_get_text (opened, 1, 0)), ==, 66);
  g_assert_null (agreed_text_get_annex (sample_get_text (opened, 0, 0)));
  g_assert_cmpstr (agreed_text_get_annex (sample_get_text (opened, 1, 0)), ==, "附件一");
  g_assert_cmpstr (agreed_footnote_get_wording (agreed_text_find_footnote (sample_get_text (opened, 0, 0), "1")), ==,
                   "See A/60/687.");
  g_assert_false (agreed_project_get_can_undo (opened));
  /* A new text gets none of the ids that came with the file. */
  {
    g_autoptr (AgreedDocument) other = agreed_document_new ("other.txt", "cc33");
    g_autoptr (AgreedText) text = sample_text_new (NULL, "en");

    agreed_document_append (other, text);
    agreed_project_add_document (opened, other);
    g_assert_cmpstr (agreed_text_get_id (text), ==, "t4");
  }
}

/* Offsets are code points and nothing that can be worked out is stored. */
static void
test_what_is_written (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autofree char *saved = NULL;

  sample_decide (project);
  saved = sample_to_string (project);
  g_assert_nonnull (strstr (saved, "\"opening\" : 3"));
  g_assert_nonnull (strstr (saved, "\"offset\" : 5"));
  g_assert_nonnull (strstr (saved, "又回顾𠮷字宽带决议；"));
  g_assert_null (strstr (saved, "suggested"));
  g_assert_true (g_str_has_prefix (saved, "{\n  \"format\" : 1,\n  \"documents\" : ["));
  g_assert_true (g_str_has_suffix (saved, "\n}\n"));
}

/* The order in which things were decided leaves no trace. */
static void
test_order_of_edits (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autoptr (AgreedProject) other = sample_project ();
  g_autofree char *saved = NULL;
  g_autofree char *other_saved = NULL;

  sample_decide (project);
  agreed_project_set_note (other, sample_get_paragraph (other, 0, 0, 0), "gone");
  agreed_project_set_linked (other, sample_get_paragraph (other, 0, 0, 0), sample_get_paragraph (other, 0, 1, 0), FALSE);
  agreed_project_set_tag (other, sample_get_paragraph (other, 0, 0, 1), sample_get_topic (other, "broadband"),
                          AGREED_TAG_ACCEPTED);
  sample_decide (other);
  agreed_project_set_note (other, sample_get_paragraph (other, 0, 0, 0), NULL);

  saved = sample_to_string (project);
  other_saved = sample_to_string (other);
  g_assert_cmpstr (saved, ==, other_saved);
}

/* A member "x-…" in every object that a project file has, and a place that is not there for every kind of record. */
#define WITH_UNKNOWN                                                                                              \
  "{\"x-root\": [1, -2, 0.25, 1e300, 9223372036854775807, true, null, \"\\u00e9\\ud842\\udfb7\"], \"format\": 1," \
  "\"documents\": [{\"x-document\": {}, \"name\": \"a.txt\", \"texts\": [{\"id\": \"t1\", \"x-text\": {\"deep\": [[{}]]}," \
  "\"paragraphs\": [{\"label\": \"PP1\", \"kind\": \"preambular\", \"text\": \"One two\", \"x-paragraph\": 1,"    \
  "\"marks\": [{\"marker\": \"1\", \"offset\": 3}, {\"marker\": \"2\", \"offset\": 3, \"x-mark\": 2}]},"          \
  "{\"label\": \"PP2\", \"kind\": \"preambular\", \"text\": \"Three\"}],"                                         \
  "\"footnotes\": [{\"marker\": \"1\", \"text\": \"F\", \"x-footnote\": 3}]}]}],"                                 \
  "\"compared\": {\"older\": \"t1\", \"x-compared\": 4},"                                                         \
  "\"links\": [{\"paragraphs\": [{\"text\": \"t1\", \"paragraph\": \"PP1\", \"x-end\": 5},"                       \
  "{\"text\": \"t9\", \"paragraph\": \"OP7\"}], \"linked\": true, \"x-link\": 6}],"                               \
  "\"topics\": {\"topics\": [{\"id\": \"igf\", \"x-topic\": 7}], \"x-topics\": 8},"                               \
  "\"tags\": [{\"text\": \"t1\", \"paragraph\": \"PP1\", \"topic\": \"igf\", \"state\": \"added\", \"x-tag\": 9},"\
  "{\"text\": \"t1\", \"paragraph\": \"PP1\", \"topic\": \"gone\", \"state\": \"accepted\"},"                     \
  "{\"text\": \"t1\", \"paragraph\": \"OP99\", \"topic\": \"igf\", \"state\": \"dismissed\", \"nth\": 4}],"       \
  "\"notes\": [{\"text\": \"t1\", \"paragraph\": \"PP1\", \"body\": \"first\", \"x-note\": 10},"                  \
  "{\"text\": \"t1\", \"paragraph\": \"PP1\", \"body\": \"second\", \"x-note\": 11},"                             \
  "{\"text\": \"t8\", \"paragraph\": \"PP1\", \"body\": \"lost\"}]}"

static const char *const unknown_members[] = {
  "\"x-root\"", "\"x-document\"", "\"x-text\"", "\"x-paragraph\" : 1", "\"x-mark\" : 2", "\"x-footnote\" : 3",
  "\"x-compared\" : 4", "\"x-end\" : 5", "\"x-link\" : 6", "\"x-topic\" : 7", "\"x-topics\" : 8", "\"x-tag\" : 9",
  "\"x-note\" : 10", "\"x-note\" : 11", "9223372036854775807", "é𠮷", "\"t9\"", "\"gone\"", "\"OP99\"", "\"nth\" : 4",
  "\"lost\"",
};

static void
test_unknown_members (void)
{
  g_autofree char *saved = save_again (WITH_UNKNOWN);
  g_autofree char *again = save_again (saved);

  for (guint i = 0; i < G_N_ELEMENTS (unknown_members); i++)
    if (strstr (saved, unknown_members[i]) == NULL)
      g_error ("%s was lost in:\n%s", unknown_members[i], saved);
  g_assert_cmpstr (saved, ==, again);
}

/* What this version does not know of a decision stays with it when it is decided otherwise, and comes back with undo. */
static void
test_unknown_members_of_edits (void)
{
  g_autoptr (AgreedProject) project = sample_from_string (WITH_UNKNOWN);
  AgreedParagraph *paragraph = sample_get_paragraph (project, 0, 0, 0);
  g_autofree char *before = sample_to_string (project);
  g_autofree char *changed = NULL;
  g_autofree char *removed = NULL;
  g_autofree char *undone = NULL;

  agreed_project_set_note (project, paragraph, "changed");
  changed = sample_to_string (project);
  g_assert_nonnull (strstr (changed, "\"body\" : \"changed\",\n      \"x-note\" : 10"));

  agreed_project_set_note (project, paragraph, NULL);
  agreed_project_clear_tag (project, paragraph, sample_get_topic (project, "igf"));
  removed = sample_to_string (project);
  g_assert_null (strstr (removed, "x-tag"));
  g_assert_null (strstr (removed, "\"x-note\" : 10"));
  g_assert_cmpstr (agreed_project_get_note (project, paragraph), ==, "second");

  while (agreed_project_get_can_undo (project))
    agreed_project_undo (project);
  undone = sample_to_string (project);
  g_assert_cmpstr (before, ==, undone);
}

/* One project with an object put in, and what is said about it. */
#define DOCUMENTS(paragraphs) \
  "{\"format\": 1, \"documents\": [{\"name\": \"a\", \"texts\": [{\"id\": \"t1\", \"paragraphs\": [" paragraphs "]}]}]}"
#define PARAGRAPH(members) DOCUMENTS ("{\"label\": \"PP1\", \"kind\": \"preambular\", \"text\": \"One\"" members "}")
#define WITH(members) "{\"format\": 1, \"documents\": [], " members "}"
#define PLACE "\"text\": \"t1\", \"paragraph\": \"PP1\""

static const struct {
  const char *contents;
  const char *message;
} bad_files[] = {
  { "", "x: there is nothing in this file" },
  { " \n\t", "x: there is nothing in this file" },
  { "\xef\xbb\xbf", "x: there is nothing in this file" },
  { "\x89PNG\r\n\x1a\n\xff", "x: this is not a project of Agreed Language" },
  { "GIF89a", "x: this is not a project of Agreed Language" },
  { "[]", "x: this is not a project of Agreed Language" },
  { "null", "x: this is not a project of Agreed Language" },
  { "{}", "x: this is not a project of Agreed Language" },
  { "{\"type\": \"FeatureCollection\", \"features\": []}", "x: this is not a project of Agreed Language" },
  { "{\n\n\xff}", "x: line 3 is damaged: it has bytes in it that are not text" },
  { "{\"a\": \"\xed\xa0\x80\"}", "x: line 1 is damaged: it has bytes in it that are not text" },
  { "{\n\"format\": 1,\n\"documents\"", "x: line 3 is not JSON, so this is damaged or not a project" },
  { "{\"format\": 1, \"documents\": [],}", "x: line 1 is not JSON, so this is damaged or not a project" },
  { "{\"format\": 1, \"documents\": [] /* c */}", "x: line 1 is not JSON, so this is damaged or not a project" },
  { "{\"format\": 1, \"documents\": []} {}", "x: line 1 is not JSON, so this is damaged or not a project" },
  { "{\n\"format\": 99999999999999999999}", "x: line 2 has a number that is too large" },
  { "{\n\"format\": 1, \"x\": -1e999}", "x: line 2 has a number that is too large" },
  { "{\n\"x\": \"a\\u0000b\"}", "x: line 2 has a character of number 0, which no text can hold" },
  { "{\n\"x\": \"a\\ud800b\"}", "x: line 2 has half of a character" },
  { "{\n\"x\": \"a\\udc00\"}", "x: line 2 has half of a character" },
  { "{\n\"format\": 1,\n\"documents\": [], \"documents\": []\n}", "x: the object that ends in line 4 has a member twice" },
  { "{\"x\": [{\"a\": 1, \"b\": {\"a\": 1}, \"\\u0061\": 1\n}]}", "x: the object that ends in line 2 has a member twice" },
  { "{\"a\": 1, \"a\": 1, \"b\": 1", "x: line 1 is not JSON, so this is damaged or not a project" },
  { "{\"format\": 2, \"documents\": 7}", "x: this project was saved by a newer version of Agreed Language, which is needed"
                                         " to open it" },
  { "{\"format\": 0}", "x: format is a number that cannot be right here" },
  { "{\"format\": \"1\"}", "x: format has to be a whole number" },
  { "{\"format\": 1.5}", "x: format has to be a whole number" },
  { "{\"format\": 1}", "x: documents is missing" },
  { "{\"format\": 1, \"documents\": {}}", "x: documents has to be a list in [ ]" },
  { "{\"format\": 1, \"documents\": [7]}", "x: documents[0] has to be an object in { }" },
  { "{\"format\": 1, \"documents\": [{\"name\": null}]}", "x: documents[0].name has to be text in quotation marks" },
  { "{\"format\": 1, \"documents\": [{\"name\": \"a\", \"texts\": [{}]}]}", "x: documents[0].texts[0].id is missing" },
  { "{\"format\": 1, \"documents\": [{\"name\": \"a\", \"texts\": [{\"id\": \"\"}]}]}",
    "x: documents[0].texts[0].id is empty" },
  { "{\"format\": 1, \"documents\": [{\"name\": \"a\", \"texts\": [{\"id\": \"t\", \"paragraphs\": []},"
    "{\"id\": \"t\", \"paragraphs\": []}]}]}",
    "x: documents[0].texts[1].id is that of another text as well" },
  { "{\"format\": 1, \"documents\": [{\"name\": \"a\", \"texts\": [{\"id\": \"t\", \"paragraphs\": []}]},"
    "{\"name\": \"a\", \"texts\": [{\"id\": \"t\", \"paragraphs\": []}]}]}",
    "x: documents[1].texts[0].id is that of another text as well" },
  { DOCUMENTS ("{\"label\": \"PP1\"}"), "x: documents[0].texts[0].paragraphs[0].kind is missing" },
  { DOCUMENTS ("{\"label\": \"PP1\", \"kind\": \"x\", \"text\": \"\"}"),
    "x: documents[0].texts[0].paragraphs[0].kind has to be “preambular” or “operative”" },
  { PARAGRAPH (", \"opening\": 4"), "x: documents[0].texts[0].paragraphs[0].opening lies beyond the end of the paragraph" },
  { PARAGRAPH (", \"opening\": -1"), "x: documents[0].texts[0].paragraphs[0].opening is a number that cannot be right here" },
  { PARAGRAPH (", \"marks\": [{\"marker\": \"1\", \"offset\": 4}]"),
    "x: documents[0].texts[0].paragraphs[0].marks[0].offset lies beyond the end of the paragraph" },
  { PARAGRAPH (", \"marks\": [{\"marker\": \"1\", \"offset\": 3}, {\"marker\": \"2\", \"offset\": 2}]"),
    "x: documents[0].texts[0].paragraphs[0].marks[1].offset lies before the mark that it follows" },
  { PARAGRAPH ("}, {\"label\": 5"), "x: documents[0].texts[0].paragraphs[1].label has to be text in quotation marks" },
  { WITH ("\"compared\": []"), "x: compared has to be an object in { }" },
  { WITH ("\"compared\": {\"newer\": \"t1\"}"), "x: compared.newer names a text that is not there" },
  { WITH ("\"topics\": []"), "x: the topics cannot be read: *" },
  { WITH ("\"links\": [{\"paragraphs\": [{" PLACE "}], \"linked\": true}]"),
    "x: links[0].paragraphs has to name two paragraphs" },
  { WITH ("\"links\": [{\"paragraphs\": [{" PLACE "}, {" PLACE "}], \"linked\": 1}]"),
    "x: links[0].linked has to be true or false" },
  { WITH ("\"links\": [{\"paragraphs\": [{" PLACE "}, {\"text\": \"t1\"}], \"linked\": true}]"),
    "x: links[0].paragraphs[1].paragraph is missing" },
  { WITH ("\"tags\": [{" PLACE ", \"topic\": \"igf\", \"state\": \"suggested\"}]"),
    "x: tags[0].state has to be “accepted”, “dismissed” or “added”" },
  { WITH ("\"tags\": [{" PLACE ", \"topic\": \"igf\", \"state\": \"added\"},"
          "{" PLACE ", \"topic\": \"igf\", \"state\": \"dismissed\"}]"),
    "x: tags[1] decides the same as an earlier one once more" },
  { WITH ("\"notes\": [{" PLACE ", \"nth\": 0, \"body\": \"b\"}]"), "x: notes[0].nth is a number that cannot be right here" },
  { WITH ("\"notes\": [{" PLACE "}]"), "x: notes[0].body is missing" },
};

static void
assert_refused (GBytes     *bytes,
                const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (agreed_store_from_bytes (bytes, "x", &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == AGREED_STORE_ERROR);
  g_assert_cmpint (error->code, ==,
                   strstr (message, "newer version") != NULL ? AGREED_STORE_ERROR_NEWER : AGREED_STORE_ERROR_FORMAT);
  if (!g_pattern_match_simple (message, error->message))
    g_error ("“%s” instead of “%s”", error->message, message);
}

static void
test_bad_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_files); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (bad_files[i].contents, strlen (bad_files[i].contents));

      assert_refused (bytes, bad_files[i].message);
    }
}

static GBytes *
repeat (const char *head,
        const char *unit,
        guint       n)
{
  GString *string = g_string_new (head);

  for (guint i = 0; i < n; i++)
    g_string_append (string, unit);

  return g_string_free_to_bytes (string);
}

/* More names than are held against each other one by one; the last is there or is not there once before. */
static void
test_many_members (void)
{
  for (guint twice = 0; twice < 2; twice++)
    {
      g_autoptr (GString) json = g_string_new ("{\"format\": 1, \"documents\": [{\"name\": \"documents\", \"texts\": []}]");
      g_autoptr (GBytes) bytes = NULL;

      for (guint i = 0; i < 5000; i++)
        g_string_append_printf (json, ", \"x-%u\": {\"format\": \"x-%u\"}", i * 7919 % 5000, i);
      g_string_append (json, twice == 1 ? ", \"x-\\u0031\": 1}" : ", \"x-5000\": 1}");
      bytes = g_bytes_new (json->str, json->len);
      if (twice == 1)
        assert_refused (bytes, "x: the object that ends in line 1 has a member twice");
      else
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (AgreedProject) project = agreed_store_from_bytes (bytes, "x", &error);

          g_assert_no_error (error);
        }
    }
}

static void
test_bombs (void)
{
  g_autoptr (GBytes) lists = repeat ("{\"x\": ", "[", 3000000);
  g_autoptr (GBytes) objects = repeat ("", "{\"x\":", 1000000);
  g_autoptr (GBytes) digits = repeat ("{\"x\": ", "1234567890", 100000);
  g_autoptr (GBytes) quotes = repeat ("{\"x\": ", "\\\"", 100000);
  g_autoptr (GBytes) zero = g_bytes_new_static ("{\"format\": 1,\n\0}", 16);

  assert_refused (lists, "x: line 1 is nested too deeply");
  assert_refused (objects, "x: line 1 is nested too deeply");
  assert_refused (digits, "x: line 1 has a number that is too large");
  assert_refused (quotes, "x: line 1 is not JSON, so this is damaged or not a project");
  assert_refused (zero, "x: line 2 is damaged: it has bytes in it that are not text");
}

/* Cut anywhere, a project is refused; only what follows the last brace may go. */
static void
test_cut_off (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  g_autofree char *saved = NULL;

  sample_decide (project);
  saved = sample_to_string (project);
  for (gsize length = 0; length < strlen (saved) - 1; length += 7)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (saved, length);

      assert_refused (bytes, "x: *");
    }
}

static void
test_unreadable (void)
{
  static const struct {
    const char *path;
    const char *message;
  } cases[] = {
    { "/nowhere/at all.agreed", "at all.agreed: there is no such file" },
    { "/usr", "usr: this is a folder, not a project" },
    { "/dev/zero", "zero: this is not a file" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_null (agreed_store_load (file, NULL, &error));
      g_assert_error (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_UNREADABLE);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/null");
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (agreed_store_load (file, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Numbers are written and read the same where a comma is the decimal sign. */
static void
test_locale (void)
{
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;

  if (setlocale (LC_ALL, "de_DE.UTF-8") == NULL)
    {
      g_test_skip ("no locale de_DE.UTF-8");
      return;
    }
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  there = save_again (WITH_UNKNOWN);
  setlocale (LC_ALL, "C.UTF-8");
  here = save_again (WITH_UNKNOWN);
  g_assert_cmpstr (here, ==, there);
  g_assert_nonnull (strstr (here, "0.25"));
}

/* Every form of the file that a version of the program has written. What is in it stays; written again it may be in
 * another form. */
static void
test_earlier_files (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "projects", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n_files = 0;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GFile) file = g_file_new_build_filename (folder, name, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (AgreedProject) project = agreed_store_load (file, NULL, &error);
      g_autofree char *saved = NULL;
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_false (agreed_project_get_modified (project));
      saved = sample_to_string (project);
      again = save_again (saved);
      g_assert_cmpstr (saved, ==, again);
      if (strstr (name, "decided") != NULL)
        {
          g_autofree char *contents = NULL;

          g_assert_true (g_file_load_contents (file, NULL, &contents, NULL, NULL, NULL));
          g_assert_cmpstr (saved, ==, contents);
        }
      n_files++;
    }

  g_assert_cmpuint (n_files, >=, 3);
}

/* The layout is json-glib's, in which the program's first files were written, so that old and new can be held against each
 * other line by line; but for an object with nothing in it, which json-glib gives a space or several. */
static void
test_layout (void)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (AgreedProject) project = sample_project ();
  g_autofree char *saved = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *expected = NULL;

  sample_decide (project);
  agreed_project_set_note (project, sample_get_paragraph (project, 0, 0, 2), "\001\b\f\r\177\\/\"x");
  saved = sample_to_string (project);
  root = json_from_string (saved, NULL);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  expected = json_generator_to_data (generator, NULL);
  g_assert_cmpstr (expected, ==, g_strchomp (saved));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/store/round-trip", test_round_trip);
  g_test_add_func ("/project/store/what-is-written", test_what_is_written);
  g_test_add_func ("/project/store/order-of-edits", test_order_of_edits);
  g_test_add_func ("/project/store/unknown-members", test_unknown_members);
  g_test_add_func ("/project/store/unknown-members-of-edits", test_unknown_members_of_edits);
  g_test_add_func ("/project/store/earlier-files", test_earlier_files);
  g_test_add_func ("/project/store/layout", test_layout);
  g_test_add_func ("/project/store/bad-files", test_bad_files);
  g_test_add_func ("/project/store/many-members", test_many_members);
  g_test_add_func ("/project/store/bombs", test_bombs);
  g_test_add_func ("/project/store/cut-off", test_cut_off);
  g_test_add_func ("/project/store/unreadable", test_unreadable);
  g_test_add_func ("/project/store/cancelled", test_cancelled);
  g_test_add_func ("/project/store/locale", test_locale);

  return g_test_run ();
}
