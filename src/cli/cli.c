/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

void
agreed_cli_complain (const char *message)
{
  /* A file's name may hold anything; what is said of it stays one line. */
  g_autofree char *line = g_strdelimit (g_strdup (message), "\n\r", ' ');

  g_printerr ("agreed: %s\n", line);
}

int
agreed_cli_misused (const char *message)
{
  agreed_cli_complain (message);
  g_printerr ("%s\n", _ ("Try “agreed --help”."));

  return AGREED_CLI_MISUSED;
}

int
agreed_cli_print (const char *output)
{
  if (fputs (output, stdout) == EOF || fflush (stdout) == EOF)
    {
      g_autofree char *message = g_strdup_printf (_ ("standard output: %s"), g_strerror (errno));

      agreed_cli_complain (message);
      return AGREED_CLI_FAILED;
    }

  return AGREED_CLI_DONE;
}

char **
agreed_cli_parse (int                 argc,
                  char              **argv,
                  const GOptionEntry *options,
                  const char         *usage,
                  const char         *summary)
{
  g_autofree char *parameters = g_strdup_printf ("%s", usage);
  g_autoptr (GOptionContext) context = g_option_context_new (parameters);
  g_autofree char *program = g_strdup_printf ("agreed %s", argv[0]);
  g_autoptr (GStrvBuilder) left = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) given = g_strv_builder_new ();
  g_auto (GStrv) arguments = NULL;
  g_autoptr (GError) error = NULL;

  g_strv_builder_add (given, program);
  for (int i = 1; i < argc; i++)
    g_strv_builder_add (given, argv[i]);
  arguments = g_strv_builder_end (given);

  g_set_prgname (program);
  g_option_context_add_main_entries (context, options, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  if (!g_option_context_parse_strv (context, &arguments, &error))
    {
      agreed_cli_misused (error->message);
      return NULL;
    }
  for (guint i = 1; arguments[i] != NULL; i++)
    if (!g_str_equal (arguments[i], "--"))
      g_strv_builder_add (left, arguments[i]);

  return g_strv_builder_end (left);
}
