/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Every command that a person can give, in one table: the application's keys, the dialog of shortcuts and the search for
 * commands are made from it. A test holds it against the actions and the menus. */

typedef enum {
  AGREED_COMMANDS_FILES,
  AGREED_COMMANDS_MOVING,
  AGREED_COMMANDS_PARAGRAPH,
  AGREED_COMMANDS_SHOWING,
  AGREED_COMMANDS_EDITING,
  AGREED_COMMANDS_HELP,
  AGREED_N_COMMAND_GROUPS,
} AgreedCommandGroup;

#define AGREED_MAX_KEYS 4

/**
 * AgreedCommand:
 * @action: a detailed action name, or NULL for what only keys do ("Next Paragraph")
 * @title: untranslated, context "command"; agreed_command_get_title() translates it
 * @keys: as gtk_accelerator_parse() has them, the one to show first; NULL-terminated
 * @bound_elsewhere: a widget listens for the keys itself, so that a text entry may use them differently
 */
typedef struct {
  AgreedCommandGroup group;
  const char *action;
  const char *title;
  const char *keys[AGREED_MAX_KEYS + 1];
  gboolean bound_elsewhere;
} AgreedCommand;

const AgreedCommand *agreed_commands_get       (guint *n_commands);
const char          *agreed_command_group_get_title (AgreedCommandGroup group);
const char          *agreed_command_get_title  (const AgreedCommand *self);
/* The first key as people write it, "Ctrl+Shift+P"; NULL where there is none. Returns: (transfer full) (nullable) */
char                *agreed_command_get_key    (const AgreedCommand *self);
/* Whether each word of what was typed is in the title or in the group's title, whatever its case. */
gboolean             agreed_command_matches    (const AgreedCommand *self,
                                                const char          *query);

/* Gives the application its keys. */
void                 agreed_commands_set_keys  (GtkApplication      *application);

G_END_DECLS
