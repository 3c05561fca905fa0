/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "commands.h"
#include "search-dialog.h"

#include <glib/gi18n.h>

/* Every command by its name. */

/* Actions that a class installs cannot be asked whether they are enabled; a button that would run one knows. */
static gboolean
is_enabled (AgreedWindow *self,
            const char   *action)
{
  GtkWidget *button = gtk_button_new ();
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  gboolean enabled;

  if (!g_action_parse_detailed_name (action, &name, &target, NULL))
    g_return_val_if_reached (FALSE);
  gtk_widget_set_visible (button, FALSE);
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  gtk_actionable_set_action_target_value (GTK_ACTIONABLE (button), target);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), name);
  enabled = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return enabled;
}

static void
add_command (GListStore          *choices,
             AgreedWindow        *self,
             const AgreedCommand *command,
             guint                position)
{
  g_autofree char *key = agreed_command_get_key (command);
  g_autoptr (AgreedChoice) choice =
    agreed_choice_new (agreed_command_get_title (command), agreed_command_group_get_title (command->group), NULL, key,
                       is_enabled (self, command->action), position);

  g_list_store_append (choices, choice);
}

/* What can be done now stands before what cannot. */
static void
list_commands (GListStore  *choices,
               const char  *query,
               char       **nothing,
               gpointer     data)
{
  guint n_commands;
  const AgreedCommand *commands = agreed_commands_get (&n_commands);

  for (int enabled = TRUE; enabled >= FALSE; enabled--)
    for (guint i = 0; i < n_commands; i++)
      if (commands[i].action != NULL && agreed_command_matches (&commands[i], query)
          && is_enabled (data, commands[i].action) == enabled)
        add_command (choices, data, &commands[i], i);
  if (g_list_model_get_n_items (G_LIST_MODEL (choices)) == 0)
    *nothing = g_strdup (_("No command has this name"));
}

static void
command_chosen (AgreedWindow *self,
                AgreedChoice *choice)
{
  guint n_commands;
  const AgreedCommand *commands = agreed_commands_get (&n_commands);
  const AgreedCommand *command = &commands[agreed_choice_get_value (choice)];
  g_autoptr (GVariant) target = NULL;
  g_autofree char *name = NULL;

  if (g_action_parse_detailed_name (command->action, &name, &target, NULL))
    gtk_widget_activate_action_variant (GTK_WIDGET (self), name, target);
}

void
agreed_window_search_commands (GtkWidget  *widget,
                               const char *name,
                               GVariant   *parameter)
{
  AdwDialog *dialog =
    agreed_search_dialog_new (_("Search Commands"), _("What do you want to do?"), list_commands, widget);

  g_signal_connect_object (dialog, "chosen", G_CALLBACK (command_chosen), widget, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}
