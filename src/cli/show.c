/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "cli.h"
#include "import.h"
#include "json-members.h"

/* Who changed what, and when, in files with tracked changes. */
static void
add_changes (JsonBuilder     *builder,
             AgreedParagraph *paragraph)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  guint n_changes;
  const AgreedTrackedChange *changes = agreed_paragraph_get_tracked_changes (paragraph, &n_changes);

  glong characters = 0; /* before the last change: counted on from change to change, which are in order */

  if (n_changes == 0)
    return;
  json_builder_set_member_name (builder, "changes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_changes; i++)
    {
      gsize before = i > 0 ? changes[i - 1].start : 0;

      characters += g_utf8_strlen (wording + before, changes[i].start - before);
      json_builder_begin_object (builder);
      agreed_json_add_string (builder, "kind", agreed_tracked_change_kind_to_string (changes[i].inserted));
      agreed_json_add_int (builder, "offset", characters);
      agreed_json_add_int (builder, "length", g_utf8_strlen (wording + changes[i].start, changes[i].length));
      agreed_json_add_string (builder, "author", changes[i].author);
      agreed_json_add_string (builder, "date", changes[i].date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_paragraph (JsonBuilder     *builder,
               AgreedParagraph *paragraph)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  guint n_marks;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);
  glong characters = 0; /* before the last mark: counted on from mark to mark, which are in order */
  g_autofree char *opening = g_strndup (wording, agreed_paragraph_get_opening (paragraph));

  json_builder_begin_object (builder);
  agreed_json_add_string (builder, "label", agreed_paragraph_get_label (paragraph));
  agreed_json_add_string (builder, "kind", agreed_paragraph_kind_to_string (agreed_paragraph_get_kind (paragraph)));
  agreed_json_add_string (builder, "text", wording);
  agreed_json_add_string (builder, "opening", opening);
  if (agreed_paragraph_has_table (paragraph))
    {
      json_builder_set_member_name (builder, "table");
      json_builder_add_boolean_value (builder, TRUE);
    }
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_marks; i++)
    {
      gsize before = i > 0 ? marks[i - 1].offset : 0;

      if (marks[i].offset < before)
        before = characters = 0;
      characters += g_utf8_strlen (wording + before, marks[i].offset - before);
      json_builder_begin_object (builder);
      agreed_json_add_string (builder, "marker", marks[i].marker);
      agreed_json_add_int (builder, "offset", characters);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  add_changes (builder, paragraph);
  json_builder_end_object (builder);
}

static void
add_footnotes (JsonBuilder *builder,
               GListModel  *footnotes)
{
  json_builder_set_member_name (builder, "notes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (footnotes); i++)
    {
      g_autoptr (AgreedFootnote) footnote = g_list_model_get_item (footnotes, i);

      json_builder_begin_object (builder);
      agreed_json_add_string (builder, "marker", agreed_footnote_get_marker (footnote));
      agreed_json_add_string (builder, "text", agreed_footnote_get_wording (footnote));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* A heading is none of the paragraphs: it is told apart from them, with the label of the one that it stands before. */
static void
add_headings (JsonBuilder *builder,
              AgreedText  *text)
{
  json_builder_set_member_name (builder, "headings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
      const char *heading = agreed_paragraph_get_heading (paragraph);
      g_auto (GStrv) lines = heading != NULL ? g_strsplit (heading, "\n", -1) : NULL;

      for (guint k = 0; lines != NULL && lines[k] != NULL; k++)
        {
          json_builder_begin_object (builder);
          agreed_json_add_string (builder, "before", agreed_paragraph_get_label (paragraph));
          agreed_json_add_string (builder, "text", lines[k]);
          json_builder_end_object (builder);
        }
    }
  json_builder_end_array (builder);
}

static void
add_text (JsonBuilder    *builder,
          AgreedDocument *document,
          AgreedText     *text)
{
  json_builder_begin_object (builder);
  agreed_json_add_string (builder, "file", agreed_document_get_name (document));
  agreed_json_add_string (builder, "symbol", agreed_text_get_symbol (text));
  if (agreed_text_get_annex (text) != NULL)
    agreed_json_add_string (builder, "annex", agreed_text_get_annex (text));
  agreed_json_add_string (builder, "title", agreed_text_get_title (text));
  json_builder_set_member_name (builder, "session");
  if (agreed_text_get_session (text) > 0)
    json_builder_add_int_value (builder, agreed_text_get_session (text));
  else
    json_builder_add_null_value (builder);
  agreed_json_add_string (builder, "language", agreed_text_get_language (text));
  agreed_json_add_string (builder, "date", agreed_text_get_date (text));
  json_builder_set_member_name (builder, "paragraphs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    add_paragraph (builder, agreed_text_get_paragraph (text, i));
  json_builder_end_array (builder);
  add_footnotes (builder, agreed_text_get_footnotes (text));
  add_headings (builder, text);
  json_builder_end_object (builder);
}

/* The texts, or else their annexes: which never are "the last text", for that is the one that is compared unless asked. */
static void
add_texts (JsonBuilder *builder,
           GPtrArray   *documents,
           gboolean     annexes)
{
  json_builder_set_member_name (builder, annexes ? "annexes" : "texts");
  json_builder_begin_array (builder);
  for (guint i = 0; i < documents->len; i++)
    for (guint k = 0; k < agreed_document_get_n_texts (g_ptr_array_index (documents, i)); k++)
      {
        AgreedText *text = agreed_document_get_text (g_ptr_array_index (documents, i), k);

        if ((agreed_text_get_annex (text) != NULL) == annexes)
          add_text (builder, g_ptr_array_index (documents, i), text);
      }
  json_builder_end_array (builder);
}

static char *
to_json (GPtrArray *documents)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  add_texts (builder, documents, FALSE);
  add_texts (builder, documents, TRUE);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json = json_generator_to_data (generator, NULL);

  return g_strconcat (json, "\n", NULL);
}

/* A table's rows stand below each other, behind the label's place. */
static void
print_wording (GString    *out,
               const char *wording,
               gsize       length)
{
  for (const char *p = wording; p < wording + length; p++)
    if (*p == '\n')
      g_string_append (out, "\n\t");
    else if (*p == '\t')
      g_string_append (out, " | ");
    else
      g_string_append_c (out, *p);
}

/* The wording with its footnotes' markers where they were called, "[1]". */
static void
print_paragraph (GString         *out,
                 AgreedParagraph *paragraph)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  guint n_marks;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);
  gsize written = 0;

  if (agreed_paragraph_get_heading (paragraph) != NULL)
    g_string_append_printf (out, "\n%s\n", agreed_paragraph_get_heading (paragraph));
  g_string_append_printf (out, "%s\t", agreed_paragraph_get_label (paragraph));
  for (guint i = 0; i < n_marks; i++)
    {
      print_wording (out, wording + written, marks[i].offset - written);
      g_string_append_printf (out, "[%s]", marks[i].marker);
      written = marks[i].offset;
    }
  print_wording (out, wording + written, strlen (wording + written));
  g_string_append_c (out, '\n');
}

static void
print_text (GString    *out,
            AgreedText *text)
{
  GListModel *footnotes = agreed_text_get_footnotes (text);

  g_string_append_printf (out, "%s\n", agreed_text_get_display_name (text));
  if ((agreed_text_get_symbol (text) != NULL || agreed_text_get_annex (text) != NULL) && agreed_text_get_title (text) != NULL)
    g_string_append_printf (out, "%s\n", agreed_text_get_title (text));
  if (agreed_text_get_date (text) != NULL)
    g_string_append_printf (out, "%s\n", agreed_text_get_date (text));
  g_string_append_c (out, '\n');
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    print_paragraph (out, agreed_text_get_paragraph (text, i));
  for (guint i = 0; i < g_list_model_get_n_items (footnotes); i++)
    {
      g_autoptr (AgreedFootnote) footnote = g_list_model_get_item (footnotes, i);

      g_string_append_printf (out, "%s[%s]\t%s\n", i == 0 ? "\n" : "", agreed_footnote_get_marker (footnote),
                              agreed_footnote_get_wording (footnote));
    }
  g_string_append_c (out, '\n');
}

static char *
to_text (GPtrArray *documents)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < documents->len; i++)
    for (guint k = 0; k < agreed_document_get_n_texts (g_ptr_array_index (documents, i)); k++)
      print_text (out, agreed_document_get_text (g_ptr_array_index (documents, i), k));

  return g_string_free (out, FALSE);
}

int
agreed_cli_show (int    argc,
                 char **argv)
{
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  const GOptionEntry options[] = {
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to print: text (as it is without this option) or json"), N_ ("FORMAT") },
    { NULL },
  };
  gboolean json;

  files = agreed_cli_parse (argc, argv, options, _ ("FILE…"), _ ("Shows the texts that files hold, paragraph by paragraph."));
  if (files == NULL)
    return AGREED_CLI_MISUSED;
  json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !json && !g_str_equal (format, "text"))
    return agreed_cli_misused (_ ("the format is one of text, json"));
  if (files[0] == NULL)
    return agreed_cli_misused (_ ("there is no file to show"));

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (files[i]);
      g_autoptr (GError) error = NULL;
      AgreedDocument *document = agreed_import_file (file, NULL, &error);

      if (document == NULL)
        {
          agreed_cli_complain (error->message);
          return AGREED_CLI_FAILED;
        }
      g_ptr_array_add (documents, document);
    }
  output = json ? to_json (documents) : to_text (documents);

  return agreed_cli_print (output);
}
