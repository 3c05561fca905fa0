/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "cli.h"
#include "comparison.h"
#include "export-formats.h"
#include "import.h"
#include "parallel.h"
#include "tracked.h"

/* What is asked for on one side, and what came of it: @text, or else @problem. @tracked: of the file's two states that of
 * this side is meant. */
typedef struct {
  const char *name;
  const char *which;
  gboolean tracked;
  AgreedText *text;
  char *problem;
} Side;

static void
side_clear (Side *side)
{
  g_clear_object (&side->text);
  g_free (side->problem);
}

static void
open_text (Side      *side,
           AgreedSide number)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (side->name);
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = side->tracked ? agreed_import_tracked (file, number, NULL, &error)
                                                      : agreed_import_file (file, NULL, &error);

  if (document == NULL)
    {
      side->problem = g_strdup (error->message);
      return;
    }

  g_set_object (&side->text, agreed_document_find_text (document, side->which));
  if (side->text == NULL)
    side->problem = g_strdup_printf (_ ("%s: there is no text “%s” in this file"), agreed_document_get_name (document),
                                     side->which);
}

static void
open_some (guint    start,
           guint    end,
           gpointer data)
{
  Side *sides = data;

  for (guint side = start; side < end; side++)
    open_text (&sides[side], side);
}

static int
write_out (GBytes     *contents,
           const char *output)
{
  gsize length;
  const char *data = g_bytes_get_data (contents, &length);
  g_autoptr (GFile) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL, *text = NULL;

  if (output == NULL)
    {
      text = g_strndup (data, length);
      return agreed_cli_print (text);
    }

  file = g_file_new_for_commandline_arg (output);
  if (g_file_replace_contents (file, data, length, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL, &error))
    return AGREED_CLI_DONE;

  message = g_strdup_printf (_ ("%s: cannot be written: %s"), output, error->message);
  agreed_cli_complain (message);

  return AGREED_CLI_FAILED;
}

/* Neither file waits until the other is read. */
static int
compare_files (Side                      sides[AGREED_N_SIDES],
               const AgreedExportFormat *format,
               const char               *output)
{
  g_autoptr (AgreedComparison) comparison = NULL;
  g_autoptr (GBytes) contents = NULL;

  agreed_parallel_run (AGREED_N_SIDES, 1, open_some, sides);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (sides[side].problem != NULL)
      {
        agreed_cli_complain (sides[side].problem);
        return AGREED_CLI_FAILED;
      }
  comparison = agreed_comparison_new (sides[AGREED_SIDE_OLDER].text, sides[AGREED_SIDE_NEWER].text, NULL);
  contents = format->write (comparison);

  return write_out (contents, output);
}

/* The one that is asked for, else the one that the file to be written is called by, else text. Returns: NULL where what is
 * asked for is none */
static const AgreedExportFormat *
find_format (const char *name,
             const char *output)
{
  const AgreedExportFormat *by_file = output != NULL ? agreed_export_formats_find_by_file (output) : NULL;

  if (name == NULL && by_file != NULL)
    return by_file;
  return agreed_export_formats_find (name != NULL ? name : "text");
}

int
agreed_cli_compare (int    argc,
                    char **argv)
{
  g_autofree char *older_text = NULL;
  g_autofree char *newer_text = NULL;
  g_autofree char *format_name = NULL;
  g_autofree char *output = NULL;
  gboolean tracked = FALSE;
  const GOptionEntry options[] = {
    { "older-text", 0, 0, G_OPTION_ARG_STRING, &older_text, N_ ("The text of the older file, by symbol or number"),
      N_ ("TEXT") },
    { "newer-text", 0, 0, G_OPTION_ARG_STRING, &newer_text, N_ ("The text of the newer file, by symbol or number"),
      N_ ("TEXT") },
    { "tracked", 0, 0, G_OPTION_ARG_NONE, &tracked,
      N_ ("Compare the two states of one Word or OpenDocument file: all tracked changes refused, and all accepted"), NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &format_name, N_ ("What to write: text, json, html, docx or csv"), N_ ("FORMAT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to this file instead of standard output"),
      N_ ("FILE") },
    { NULL },
  };
  g_auto (GStrv) names = agreed_cli_parse (argc, argv, options, _ ("OLDER NEWER | --tracked FILE"),
                                           _ ("Compares two texts, paragraph by paragraph."));
  const AgreedExportFormat *format;
  Side sides[AGREED_N_SIDES] = { 0 };
  int status;

  if (names == NULL)
    return AGREED_CLI_MISUSED;
  if (tracked && g_strv_length (names) != 1)
    return agreed_cli_misused (_ ("compare --tracked takes one file, with tracked changes in it"));
  if (!tracked && g_strv_length (names) != 2)
    return agreed_cli_misused (_ ("compare takes two files, the older and the newer one"));
  format = find_format (format_name, output);
  if (format == NULL)
    return agreed_cli_misused (_ ("the format is one of text, json, html, docx, csv"));
  if (output == NULL && !format->is_text)
    return agreed_cli_misused (_ ("a Word file needs --output and the name of a file"));

  sides[AGREED_SIDE_OLDER] = (Side) { .name = names[0], .which = older_text, .tracked = tracked };
  sides[AGREED_SIDE_NEWER] = (Side) { .name = names[tracked ? 0 : 1], .which = newer_text, .tracked = tracked };
  status = compare_files (sides, format, output);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    side_clear (&sides[side]);

  return status;
}
