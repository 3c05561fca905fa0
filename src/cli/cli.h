/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * AgreedCliStatus: what the program ends with
 * @AGREED_CLI_DONE: all went well
 * @AGREED_CLI_FAILED: a file cannot be read or written; standard output got nothing
 * @AGREED_CLI_MISUSED: a wrong call
 */
typedef enum {
  AGREED_CLI_DONE = 0,
  AGREED_CLI_FAILED = 1,
  AGREED_CLI_MISUSED = 2,
} AgreedCliStatus;

/* The commands. @argv: the command's name ("show") and what follows it, as main() has them. Each prints what it has to
 * say and returns an AgreedCliStatus. */
int agreed_cli_show    (int    argc,
                        char **argv);
int agreed_cli_compare (int    argc,
                        char **argv);
int agreed_cli_topics  (int    argc,
                        char **argv);

/* For the commands: options are parsed with @options (ended by a NULL name); what is left over, file names, is returned.
 * @usage: what stands behind the command's name, "FILE…". "--help" prints and ends the program.
 * Returns: (transfer full): NULL where the call was wrong, after saying so. */
char **agreed_cli_parse (int                 argc,
                         char              **argv,
                         const GOptionEntry *options,
                         const char         *usage,
                         const char         *summary);

/* Prints "agreed: " and the message to standard error. @message: begins with the file's name where it is about one. */
void agreed_cli_complain (const char *message);

/* The same, with a reminder of --help. Returns: AGREED_CLI_MISUSED */
int agreed_cli_misused (const char *message);

/* Writes the whole of @output to standard output. Returns: an AgreedCliStatus */
int agreed_cli_print (const char *output);

G_END_DECLS
