/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"
#include "search-dialog.h"
#include "shortcuts-dialog.h"
#include "window-fixture.h"

/* The table of commands: whole, without contradiction, and what the search for commands shows. */

static const AgreedCommand *
find_command (const char *action)
{
  guint n_commands;
  const AgreedCommand *commands = agreed_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    if (g_strcmp0 (commands[i].action, action) == 0)
      return &commands[i];
  return NULL;
}

/* Every action of the window that needs no further word is a command. */
static void
test_complete (void)
{
  GtkWidgetClass *klass = g_type_class_ref (AGREED_TYPE_WINDOW);
  const char *name, *property;
  const GVariantType *type;
  GType owner;
  guint n_actions = 0;

  for (guint i = 0; gtk_widget_class_query_action (klass, i, &owner, &name, &type, &property); i++)
    {
      if (owner != AGREED_TYPE_WINDOW || (type != NULL && property == NULL))
        continue;
      n_actions++;
      if (find_command (name) == NULL)
        g_error ("%s is in no command: add it to the table in src/window/commands.c", name);
    }
  g_assert_cmpuint (n_actions, >, 20);
  g_type_class_unref (klass);
}

/* What the user's own topics and notes bring into a menu, and the end of a choice, which "Show Everything" is. */
static gboolean
is_own (const char *detailed)
{
  return g_str_has_prefix (detailed, "win.filter-topic") || g_str_has_prefix (detailed, "win.filter-proposer")
         || g_str_has_suffix (detailed, "::");
}

static void
check_menu (GMenuModel *menu)
{
  for (int i = 0; i < g_menu_model_get_n_items (menu); i++)
    {
      g_autofree char *action = NULL, *target = NULL, *detailed = NULL;
      g_autoptr (GMenuLinkIter) links = g_menu_model_iterate_item_links (menu, i);

      g_menu_model_get_item_attribute (menu, i, "action", "s", &action);
      g_menu_model_get_item_attribute (menu, i, "target", "s", &target);
      detailed = target != NULL ? g_strdup_printf ("%s::%s", action, target) : g_strdup (action);
      if (action != NULL && !is_own (detailed) && find_command (detailed) == NULL)
        g_error ("%s is in a menu and in no command: add it to the table in src/window/commands.c", detailed);
      while (g_menu_link_iter_next (links))
        {
          g_autoptr (GMenuModel) linked = g_menu_link_iter_get_value (links);

          check_menu (linked);
        }
    }
}

static GtkMenuButton *
find_main_menu (GtkWidget *widget)
{
  if (GTK_IS_MENU_BUTTON (widget) && gtk_menu_button_get_primary (GTK_MENU_BUTTON (widget))
      && gtk_widget_get_mapped (widget))
    return GTK_MENU_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkMenuButton *found = find_main_menu (child);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_menus (void)
{
  AgreedWindow *window = open_sample ();
  GtkMenuButton *button = find_main_menu (GTK_WIDGET (window));

  g_assert_nonnull (button);
  check_menu (gtk_menu_button_get_menu_model (button));
  check_menu (gtk_menu_button_get_menu_model (window->filter_button));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Each key can be read, and does one thing. */
static void
test_keys (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_commands;
  const AgreedCommand *commands = agreed_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    for (guint k = 0; commands[i].keys[k] != NULL; k++)
      {
        GdkModifierType modifiers;
        guint key;

        g_assert_cmpuint (k, <, AGREED_MAX_KEYS);
        g_assert_true (gtk_accelerator_parse (commands[i].keys[k], &key, &modifiers));
        if (!g_hash_table_add (seen, gtk_accelerator_name (key, modifiers)))
          g_error ("%s does more than one thing", commands[i].keys[k]);
      }
}

static void
test_matches (void)
{
  const AgreedCommand *next = find_command ("win.next-change");

  g_assert_true (agreed_command_matches (next, ""));
  g_assert_true (agreed_command_matches (next, "next"));
  g_assert_true (agreed_command_matches (next, "CHANGE ne"));
  g_assert_true (agreed_command_matches (next, "moving change"));
  g_assert_false (agreed_command_matches (next, "next paragraph"));
}

static AgreedSearchDialog *
open_search (AgreedWindow *window)
{
  AdwDialog *dialog;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.search-commands", NULL));
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (AGREED_IS_SEARCH_DIALOG (dialog));
  return AGREED_SEARCH_DIALOG (dialog);
}

/* A command is found by a part of its name, and done; one that cannot be done now is shown and refused. */
static void
test_search (void)
{
  AgreedWindow *window = open_sample ();
  AgreedSearchDialog *dialog = open_search (window);
  GListModel *choices = agreed_search_dialog_get_choices (dialog);
  g_autoptr (AgreedChoice) first = NULL, undo = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (choices), >, 25);
  agreed_search_dialog_set_query (dialog, "undo");
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 1);
  undo = g_list_model_get_item (choices, 0);
  g_assert_false (agreed_choice_is_possible (undo));
  g_assert_false (agreed_search_dialog_choose (dialog));

  agreed_search_dialog_set_query (dialog, "no such thing");
  g_assert_cmpuint (g_list_model_get_n_items (choices), ==, 0);
  g_assert_cmpstr (agreed_search_dialog_get_nothing (dialog), ==, "No command has this name");

  agreed_search_dialog_set_query (dialog, "two colu");
  first = g_list_model_get_item (choices, 0);
  g_assert_cmpstr (agreed_choice_get_title (first), ==, "One or Two Columns");
  g_assert_false (window->one_column);
  g_assert_true (agreed_search_dialog_choose (dialog));
  g_assert_true (window->one_column);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static guint
count_rows (GtkWidget *widget)
{
  guint n_rows = ADW_IS_ACTION_ROW (widget);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    n_rows += count_rows (child);
  return n_rows;
}

static void
test_shortcuts (void)
{
  AgreedWindow *window = open_sample ();
  AdwDialog *dialog = agreed_shortcuts_dialog_new ();
  guint n_commands, n_keyed = 0;
  const AgreedCommand *commands = agreed_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    n_keyed += commands[i].keys[0] != NULL;
  adw_dialog_present (dialog, GTK_WIDGET (window));
  g_assert_cmpuint (count_rows (GTK_WIDGET (dialog)), ==, n_keyed);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/commands/complete", test_complete);
  g_test_add_func ("/commands/menus", test_menus);
  g_test_add_func ("/commands/keys", test_keys);
  g_test_add_func ("/commands/matches", test_matches);
  g_test_add_func ("/commands/search", test_search);
  g_test_add_func ("/commands/shortcuts", test_shortcuts);
  return g_test_run ();
}
