/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shortcuts-dialog.h"

#include "commands.h"

#include <glib/gi18n.h>

/* AdwShortcutsDialog would do this, but came with libadwaita 1.8. */

static GtkWidget *
create_key (const char *key)
{
  GdkModifierType modifiers;
  g_autofree char *words = NULL;
  GtkWidget *label;
  guint value;

  gtk_accelerator_parse (key, &value, &modifiers);
  words = gtk_accelerator_get_label (value, modifiers);
  label = gtk_label_new (words);
  gtk_widget_add_css_class (label, "command-key");
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  return label;
}

static GtkWidget *
create_row (const AgreedCommand *command)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), agreed_command_get_title (command));
  /* More than two ways to say the same thing only confuse. */
  for (guint i = 0; i < 2 && command->keys[i] != NULL; i++)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_key (command->keys[i]));
  return row;
}

static GtkWidget *
create_group (AgreedCommandGroup group)
{
  GtkWidget *widget = adw_preferences_group_new ();
  guint n_commands;
  const AgreedCommand *commands = agreed_commands_get (&n_commands);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (widget), agreed_command_group_get_title (group));
  for (guint i = 0; i < n_commands; i++)
    if (commands[i].group == group && commands[i].keys[0] != NULL)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (widget), create_row (&commands[i]));
  return widget;
}

AdwDialog *
agreed_shortcuts_dialog_new (void)
{
  AdwDialog *self = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *page = adw_preferences_page_new ();

  for (guint group = 0; group < AGREED_N_COMMAND_GROUPS; group++)
    adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (create_group (group)));
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), page);
  adw_dialog_set_title (self, _("Keyboard Shortcuts"));
  adw_dialog_set_content_width (self, 560);
  adw_dialog_set_content_height (self, 640);
  adw_dialog_set_child (self, view);
  return self;
}
