/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

#include "cli.h"

typedef struct {
  const char *name;
  int (*run) (int argc, char **argv);
  const char *usage;
  const char *summary;
} Command;

/* One line a command, in the order in which --help lists them. */
static const Command commands[] = {
  { "show", agreed_cli_show, N_ ("FILE…"), N_ ("Show the texts that files hold, paragraph by paragraph") },
  { "compare", agreed_cli_compare, N_ ("OLDER NEWER | --tracked FILE [--older-text TEXT] [--newer-text TEXT]"),
    N_ ("Compare two texts, paragraph by paragraph") },
  { "topics", agreed_cli_topics, N_ ("FILE [--text TEXT]"), N_ ("Name the topics that each paragraph of a text touches") },
};

static void
set_up_translations (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

static int
print_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);

  g_string_append_printf (help, "%s\n  agreed %s\n\n%s\n", _ ("Usage:"), _ ("COMMAND…"), _ ("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (help, "  %s %s\n      %s\n", commands[i].name, _ (commands[i].usage), _ (commands[i].summary));
  g_string_append_printf (help, "\n%s\n", _ ("“agreed COMMAND --help” says more about a command. “agreed --version” prints the version."));

  return agreed_cli_print (help->str);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *message = NULL;

  set_up_translations ();
  g_set_prgname ("agreed");
  if (argc < 2)
    return agreed_cli_misused (_ ("there is no command"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h") || g_str_equal (argv[1], "help"))
    return print_help ();
  if (g_str_equal (argv[1], "--version"))
    return agreed_cli_print ("agreed " VERSION "\n");
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);

  message = g_strdup_printf (_ ("there is no command “%s”"), argv[1]);

  return agreed_cli_misused (message);
}
