/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli.h"
#include "import.h"
#include "topic-set.h"

/* A place in a wording in bytes, as it is inside the program, and in code points, as it is outside. */
typedef struct {
  gsize bytes;
  glong characters;
} Place;

/* Evidence stands in the order of the wording, so that counting goes on from where it was, and a long paragraph takes no
 * quadratic time. */
static void
go_to (Place      *place,
       const char *wording,
       gsize       bytes)
{
  if (bytes < place->bytes)
    *place = (Place) { 0 };
  place->characters += g_utf8_strlen (wording + place->bytes, bytes - place->bytes);
  place->bytes = bytes;
}

static void
add_evidence (JsonBuilder          *builder,
              const char           *wording,
              Place                *place,
              const AgreedEvidence *evidence)
{
  go_to (place, wording, evidence->start);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "offset");
  json_builder_add_int_value (builder, place->characters);
  json_builder_set_member_name (builder, "length");
  json_builder_add_int_value (builder, g_utf8_strlen (wording + evidence->start, evidence->length));
  json_builder_set_member_name (builder, "term");
  json_builder_add_string_value (builder, evidence->term);
  json_builder_end_object (builder);
}

static void
add_tag (JsonBuilder *builder,
         const char  *wording,
         AgreedTag   *tag)
{
  Place place = { 0 };
  guint n_evidence;
  const AgreedEvidence *evidence = agreed_tag_get_evidence (tag, &n_evidence);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "topic");
  json_builder_add_string_value (builder, agreed_topic_get_id (agreed_tag_get_topic (tag)));
  json_builder_set_member_name (builder, "evidence");
  json_builder_begin_array (builder);
  for (guint i = 0; i < n_evidence; i++)
    add_evidence (builder, wording, &place, &evidence[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static char *
to_json (AgreedTopicSet *set,
         AgreedText     *text)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *json = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "paragraphs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
      g_autoptr (GPtrArray) tags = agreed_topic_set_suggest_in_text (set, text, i);

      json_builder_begin_object (builder);
      json_builder_set_member_name (builder, "label");
      json_builder_add_string_value (builder, agreed_paragraph_get_label (paragraph));
      json_builder_set_member_name (builder, "topics");
      json_builder_begin_array (builder);
      for (guint t = 0; t < tags->len; t++)
        add_tag (builder, agreed_paragraph_get_wording (paragraph), g_ptr_array_index (tags, t));
      json_builder_end_array (builder);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json = json_to_string (root, TRUE);
  return g_strconcat (json, "\n", NULL);
}

/* "OP17 Broadband (broadband; broadband)", with a tab behind the label: a line for each topic of each paragraph. */
static char *
to_text (AgreedTopicSet *set,
         AgreedText     *text)
{
  GString *lines = g_string_new (NULL);

  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
      g_autoptr (GPtrArray) tags = agreed_topic_set_suggest_in_text (set, text, i);

      for (guint t = 0; t < tags->len; t++)
        {
          AgreedTag *tag = g_ptr_array_index (tags, t);
          guint n_evidence;
          const AgreedEvidence *evidence = agreed_tag_get_evidence (tag, &n_evidence);

          g_string_append_printf (lines, "%s\t%s (", agreed_paragraph_get_label (paragraph),
                                  agreed_topic_get_display_name (agreed_tag_get_topic (tag)));
          for (guint e = 0; e < n_evidence; e++)
            g_string_append_printf (lines, "%s%.*s", e > 0 ? "; " : "", (int) evidence[e].length,
                                    agreed_paragraph_get_wording (paragraph) + evidence[e].start);
          g_string_append (lines, ")\n");
        }
    }

  if (lines->len == 0)
    g_string_append_printf (lines, "%s\n", _ ("No topics were found in this text."));
  return g_string_free (lines, FALSE);
}

static char *
describe (AgreedDocument *document,
          const char     *which,
          gboolean        json)
{
  AgreedText *text = agreed_document_find_text (document, which);
  g_autoptr (AgreedTopicSet) set = NULL;

  if (text == NULL)
    {
      g_autofree char *message = g_strdup_printf (_ ("%s: there is no text “%s” in this file"),
                                                  agreed_document_get_name (document), which);

      agreed_cli_complain (message);
      return NULL;
    }

  set = agreed_topic_set_new_default ();
  return json ? to_json (set, text) : to_text (set, text);
}

int
agreed_cli_topics (int    argc,
                   char **argv)
{
  g_autofree char *which = NULL;
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (AgreedDocument) document = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  const GOptionEntry options[] = {
    { "text", 't', 0, G_OPTION_ARG_STRING, &which,
      N_ ("Which text of the file: a symbol, or a number from 1; without this option the last"), N_ ("TEXT") },
    { "format", 'f', 0, G_OPTION_ARG_STRING, &format, N_ ("How to print: text (as it is without this option) or json"), N_ ("FORMAT") },
    { NULL },
  };
  gboolean json;

  files = agreed_cli_parse (argc, argv, options, _ ("FILE"), _ ("Names the topics that each paragraph of a text touches."));
  if (files == NULL)
    return AGREED_CLI_MISUSED;
  json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !json && !g_str_equal (format, "text"))
    return agreed_cli_misused (_ ("the format is one of text, json"));
  if (files[0] == NULL || files[1] != NULL)
    return agreed_cli_misused (_ ("“topics” takes one file"));

  file = g_file_new_for_commandline_arg (files[0]);
  document = agreed_import_file (file, NULL, &error);
  if (document == NULL)
    {
      agreed_cli_complain (error->message);
      return AGREED_CLI_FAILED;
    }

  output = describe (document, which, json);
  return output != NULL ? agreed_cli_print (output) : AGREED_CLI_FAILED;
}
