/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "import.h"
#include "store.h"
#include "tracked.h"

#include <string.h>

/* The two states of a file with tracked changes, and who changed what, from the file to the project and back. */

#define REGION(id, kind, author, date, content)                                                                       \
  "<text:changed-region text:id='" id "'><text:" kind "><office:change-info><dc:creator>" author "</dc:creator>"      \
  "<dc:date>" date "</dc:date></office:change-info>" content "</text:" kind "></text:changed-region>"

static const char file[] =
  "<?xml version='1.0'?><office:document xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
  "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
  "<office:body><office:text><text:tracked-changes>"
  REGION ("a", "insertion", "Ana Ruiz", "2026-03-03T10:22:00", "")
  REGION ("b", "deletion", "Bo &lt;Li&gt;", "2026-03-04T09:00:00", "<text:p>and freedom</text:p>")
  REGION ("c", "insertion", "", "", "")
  "</text:tracked-changes>"
  "<text:p>The General Assembly,</text:p>"
  "<text:p>Recalling the <text:change-start text:change-id='a'/>universal <text:change-end text:change-id='a'/>right to "
  "privacy <text:change text:change-id='b'/>,</text:p>"
  "<text:p><text:change-start text:change-id='c'/>“1. <text:change-end text:change-id='c'/>Decides to meet “again”;</text:p>"
  "<text:p>2. Requests the Secretary-General to report.</text:p>"
  "</office:text></office:body></office:document>";

static AgreedDocument *
read_state (AgreedSide side)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (file, strlen (file));
  g_autoptr (GError) error = NULL;
  AgreedDocument *document = agreed_import_tracked_bytes (bytes, "draft.fodt", side, NULL, &error);

  g_assert_no_error (error);
  return document;
}

static void
assert_change (AgreedParagraph *paragraph,
               gboolean         inserted,
               const char      *words,
               const char      *author,
               const char      *date)
{
  guint n_changes;
  const AgreedTrackedChange *changes = agreed_paragraph_get_tracked_changes (paragraph, &n_changes);
  g_autofree char *found = NULL;

  g_assert_cmpuint (n_changes, ==, 1);
  found = g_strndup (agreed_paragraph_get_wording (paragraph) + changes->start, changes->length);
  g_assert_cmpstr (found, ==, words);
  g_assert_cmpint (changes->inserted, ==, inserted);
  g_assert_cmpstr (changes->author, ==, author);
  g_assert_cmpstr (changes->date, ==, date);
}

static void
assert_none (AgreedText *text,
             const char *label)
{
  guint n_changes;

  agreed_paragraph_get_tracked_changes (agreed_text_find_paragraph (text, label), &n_changes);
  g_assert_cmpuint (n_changes, ==, 0);
}

static void
test_states (void)
{
  g_autoptr (AgreedDocument) older = read_state (AGREED_SIDE_OLDER);
  g_autoptr (AgreedDocument) newer = read_state (AGREED_SIDE_NEWER);
  AgreedText *before = agreed_document_get_text (older, 0), *after = agreed_document_get_text (newer, 0);

  g_assert_cmpstr (agreed_document_get_name (older), ==, "draft.fodt (before the changes)");
  g_assert_cmpstr (agreed_document_get_name (newer), ==, "draft.fodt (after the changes)");
  g_assert_cmpstr (agreed_paragraph_get_wording (agreed_text_find_paragraph (before, "PP1")), ==,
                   "Recalling the right to privacy and freedom,");
  g_assert_cmpstr (agreed_paragraph_get_wording (agreed_text_find_paragraph (after, "PP1")), ==,
                   "Recalling the universal right to privacy ,");
  assert_change (agreed_text_find_paragraph (before, "PP1"), FALSE, "and freedom", "Bo <Li>", "2026-03-04T09:00:00");
  assert_change (agreed_text_find_paragraph (after, "PP1"), TRUE, "universal", "Ana Ruiz", "2026-03-03T10:22:00");
  /* A number is not part of the wording: nothing of what was put in is left. */
  assert_none (after, "OP1");
  assert_none (after, "OP2");
}

static void
test_tell (void)
{
  static const char plain[] = "The General Assembly,\n\nRecalling its resolution 65/141,\n\n1. Decides to meet.\n";
  g_autoptr (GBytes) tracked = g_bytes_new_static (file, strlen (file));
  g_autoptr (GBytes) untracked = g_bytes_new_static (plain, strlen (plain));
  g_autoptr (AgreedDocument) with = agreed_import_bytes (tracked, "a", NULL, NULL);
  g_autoptr (AgreedDocument) without = agreed_import_bytes (untracked, "b", NULL, NULL);

  g_assert_true (agreed_document_get_tracked (with));
  g_assert_false (agreed_document_get_tracked (without));
}

/* A project keeps who changed what, and both states of the one file. */
static void
test_project (void)
{
  g_autoptr (AgreedDocument) older = read_state (AGREED_SIDE_OLDER);
  g_autoptr (AgreedDocument) newer = read_state (AGREED_SIDE_NEWER);
  g_autoptr (AgreedProject) project = agreed_project_new ();
  g_autoptr (AgreedProject) again = NULL;
  g_autoptr (GBytes) bytes = NULL, same = NULL;
  g_autoptr (GError) error = NULL;
  AgreedText *text;

  g_assert_true (agreed_project_add_document (project, older) == older);
  g_assert_true (agreed_project_add_document (project, newer) == newer);
  agreed_project_set_text (project, AGREED_SIDE_OLDER, agreed_document_get_text (older, 0));
  agreed_project_set_text (project, AGREED_SIDE_NEWER, agreed_document_get_text (newer, 0));
  bytes = agreed_store_to_bytes (project);
  again = agreed_store_from_bytes (bytes, "a.agreed", &error);
  g_assert_no_error (error);
  text = agreed_project_get_text (again, AGREED_SIDE_OLDER);
  assert_change (agreed_text_find_paragraph (text, "PP1"), FALSE, "and freedom", "Bo <Li>", "2026-03-04T09:00:00");
  same = agreed_store_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, same));
}

static void
assert_refused (const char *change,
                const char *sentence)
{
  g_autofree char *json =
    g_strdup_printf ("{\"format\": 1, \"documents\": [{\"name\": \"a\", \"texts\": [{\"id\": \"t1\", \"paragraphs\": "
                     "[{\"label\": \"PP1\", \"kind\": \"preambular\", \"text\": \"Recalling é\", \"changes\": [%s]}]}]}]}",
                     change);
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedProject) project = agreed_store_from_bytes (bytes, "a", &error);

  if (sentence == NULL)
    {
      g_autoptr (GBytes) saved = NULL;

      g_assert_no_error (error);
      saved = agreed_store_to_bytes (project);
      g_assert_nonnull (g_strstr_len (g_bytes_get_data (saved, NULL), g_bytes_get_size (saved), "\"colour\""));
      return;
    }
  g_assert_null (project);
  g_assert_cmpstr (error->message, ==, sentence);
}

#define AT "documents[0].texts[0].paragraphs[0].changes"

/* What no project of this program has in it, and members of a later one. */
static void
test_project_members (void)
{
  assert_refused ("{\"kind\": \"inserted\", \"offset\": 10, \"length\": 1, \"colour\": 3}", NULL);
  assert_refused ("{\"kind\": \"moved\", \"offset\": 0, \"length\": 1}",
                  "a: " AT "[0].kind has to be “inserted” or “deleted”");
  assert_refused ("{\"kind\": \"deleted\", \"offset\": 10, \"length\": 2}",
                  "a: " AT "[0].length lies beyond the end of the paragraph");
  assert_refused ("{\"kind\": \"deleted\", \"offset\": 3, \"length\": 1}, {\"kind\": \"deleted\", \"offset\": 2, \"length\": 1}",
                  "a: " AT "[1].offset lies before the change that it follows");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/tracked/states", test_states);
  g_test_add_func ("/import/tracked/tell", test_tell);
  g_test_add_func ("/import/tracked/project", test_project);
  g_test_add_func ("/import/tracked/project-members", test_project_members);
  return g_test_run ();
}
