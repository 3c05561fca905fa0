/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <string.h>

#include "cli.h"
#include "comparison.h"
#include "html.h"
#include "import.h"
#include "report.h"
#include "tracked.h"

typedef char *(*Export) (AgreedComparison *comparison);

static const struct {
  const char *name;
  Export export;
} formats[] = {
  { "text", agreed_export_text },
  { "json", agreed_export_json },
  { "html", agreed_export_html },
};

static Export
find_format (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (name == NULL || g_str_equal (name, formats[i].name))
      return formats[i].export;

  return NULL;
}

/* The text that @which names in a file, after saying what is wrong where there is none. @tracked: of the file's two states
 * that of @side. Returns: (transfer full) */
static AgreedText *
open_text (const char *name,
           const char *which,
           gboolean    tracked,
           AgreedSide  side)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = tracked ? agreed_import_tracked (file, side, NULL, &error)
                                                : agreed_import_file (file, NULL, &error);
  g_autofree char *message = NULL;
  AgreedText *text;

  if (document == NULL)
    {
      agreed_cli_complain (error->message);
      return NULL;
    }

  text = agreed_document_find_text (document, which);
  if (text == NULL)
    {
      message = g_strdup_printf (_ ("%s: there is no text “%s” in this file"), agreed_document_get_name (document), which);
      agreed_cli_complain (message);
      return NULL;
    }

  return g_object_ref (text);
}

static int
write_out (const char *contents,
           const char *output)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (output == NULL)
    return agreed_cli_print (contents);

  file = g_file_new_for_commandline_arg (output);
  if (g_file_replace_contents (file, contents, strlen (contents), NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    return AGREED_CLI_DONE;

  message = g_strdup_printf ("%s: %s", output, error->message);
  agreed_cli_complain (message);

  return AGREED_CLI_FAILED;
}

static int
compare_files (const char *older_name,
               const char *older_which,
               const char *newer_name,
               const char *newer_which,
               gboolean    tracked,
               Export      export,
               const char *output)
{
  g_autoptr (AgreedText) older = open_text (older_name, older_which, tracked, AGREED_SIDE_OLDER);
  g_autoptr (AgreedText) newer = NULL;
  g_autoptr (AgreedComparison) comparison = NULL;
  g_autofree char *contents = NULL;

  if (older == NULL)
    return AGREED_CLI_FAILED;
  newer = open_text (newer_name, newer_which, tracked, AGREED_SIDE_NEWER);
  if (newer == NULL)
    return AGREED_CLI_FAILED;

  comparison = agreed_comparison_new (older, newer, NULL);
  contents = export (comparison);

  return write_out (contents, output);
}

int
agreed_cli_compare (int    argc,
                    char **argv)
{
  g_autofree char *older_text = NULL;
  g_autofree char *newer_text = NULL;
  g_autofree char *format = NULL;
  g_autofree char *output = NULL;
  gboolean tracked = FALSE;
  const GOptionEntry options[] = {
    { "older-text", 0, 0, G_OPTION_ARG_STRING, &older_text, N_ ("The text of the older file, by symbol or number"),
      N_ ("TEXT") },
    { "newer-text", 0, 0, G_OPTION_ARG_STRING, &newer_text, N_ ("The text of the newer file, by symbol or number"),
      N_ ("TEXT") },
    { "tracked", 0, 0, G_OPTION_ARG_NONE, &tracked,
      N_ ("Compare the two states of one Word or OpenDocument file: all tracked changes refused, and all accepted"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What to write: text, json or html"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file instead of standard output"),
      N_ ("FILE") },
    { NULL },
  };
  g_auto (GStrv) names = agreed_cli_parse (argc, argv, options, _ ("OLDER NEWER | --tracked FILE"),
                                           _ ("Compares two texts, paragraph by paragraph."));
  Export export = find_format (format);

  if (names == NULL)
    return AGREED_CLI_MISUSED;
  if (tracked && g_strv_length (names) != 1)
    return agreed_cli_misused (_ ("compare --tracked takes one file, with tracked changes in it"));
  if (!tracked && g_strv_length (names) != 2)
    return agreed_cli_misused (_ ("compare takes two files, the older and the newer one"));
  if (export == NULL)
    return agreed_cli_misused (_ ("the format is one of text, json, html"));

  return compare_files (names[0], older_text, names[tracked ? 0 : 1], newer_text, tracked, export, output);
}
