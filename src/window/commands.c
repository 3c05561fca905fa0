/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "commands.h"

#include "normalise.h"

#include <glib/gi18n.h>

#define FILES AGREED_COMMANDS_FILES
#define MOVING AGREED_COMMANDS_MOVING
#define PARAGRAPH AGREED_COMMANDS_PARAGRAPH
#define SHOWING AGREED_COMMANDS_SHOWING
#define EDITING AGREED_COMMANDS_EDITING
#define HELP AGREED_COMMANDS_HELP

static const AgreedCommand commands[] = {
  { FILES, "app.new-window", NC_("command", "New Window"), { "<Control>n" } },
  { FILES, "win.open", NC_("command", "Open"), { "<Control>o" } },
  { FILES, "win.choose-older", NC_("command", "Choose the Older Text") },
  { FILES, "win.choose-newer", NC_("command", "Choose the Newer Text") },
  { FILES, "win.choose-earliest", NC_("command", "Choose the Earliest of Three Texts") },
  { FILES, "win.add-text", NC_("command", "Add a Text to the Project") },
  { FILES, "win.paste", NC_("command", "Paste a Text"), { "<Control>v", "<Shift>Insert" }, TRUE },
  { FILES, "win.paste-older", NC_("command", "Paste as Older Text") },
  { FILES, "win.paste-newer", NC_("command", "Paste as Newer Text") },
  { FILES, "win.read-again-older", NC_("command", "Read the Older Text Again") },
  { FILES, "win.read-again-newer", NC_("command", "Read the Newer Text Again") },
  { FILES, "win.remove-older", NC_("command", "Remove the Older Text") },
  { FILES, "win.remove-newer", NC_("command", "Remove the Newer Text") },
  { FILES, "win.show-unplaced", NC_("command", "Tags and Notes Without a Place") },
  { FILES, "win.try-sample", NC_("command", "Try the Sample") },
  { FILES, "win.save", NC_("command", "Save"), { "<Control>s" } },
  { FILES, "win.save-as", NC_("command", "Save As"), { "<Control><Shift>s" } },
  { FILES, "win.export::html", NC_("command", "Export as Web Page"), { "<Control><Shift>e" } },
  { FILES, "win.export::docx", NC_("command", "Export as Word File with Tracked Changes") },
  { FILES, "win.export::csv", NC_("command", "Export as Table") },
  { FILES, "win.export::text", NC_("command", "Export as Plain Text") },
  { FILES, "win.export::json", NC_("command", "Export as Data for Other Programs") },
  { FILES, "win.versions", NC_("command", "Versions of the Project") },
  { FILES, "win.reload", NC_("command", "Reload the Project") },
  { FILES, "window.close", NC_("command", "Close Window"), { "<Control>w" } },
  { FILES, "app.quit", NC_("command", "Quit"), { "<Control>q" } },

  { MOVING, "win.next-change", NC_("command", "Next Change"), { "F8", "<Alt>Down" } },
  { MOVING, "win.previous-change", NC_("command", "Previous Change"), { "<Shift>F8", "<Alt>Up" } },
  { MOVING, "win.next-unsure", NC_("command", "Next Unsure Link"), { "F7" } },
  { MOVING, "win.previous-unsure", NC_("command", "Previous Unsure Link"), { "<Shift>F7" } },
  { MOVING, "win.next-suggestion", NC_("command", "Next Suggested Topic"), { "F6" } },
  { MOVING, "win.previous-suggestion", NC_("command", "Previous Suggested Topic"), { "<Shift>F6" } },
  { MOVING, "win.next-note", NC_("command", "Next Note"), { "F5" } },
  { MOVING, "win.previous-note", NC_("command", "Previous Note"), { "<Shift>F5" } },
  { MOVING, "win.next-topic", NC_("command", "Next Paragraph with a Topic"), { "F4" } },
  { MOVING, "win.previous-topic", NC_("command", "Previous Paragraph with a Topic"), { "<Shift>F4" } },
  { MOVING, "win.go-to-paragraph", NC_("command", "Go to Paragraph"), { "<Control>l" } },
  { MOVING, "win.find", NC_("command", "Find"), { "<Control>f" } },
  { MOVING, "win.find-next", NC_("command", "Next Found Place"), { "<Control>g" } },
  { MOVING, "win.find-previous", NC_("command", "Previous Found Place"), { "<Control><Shift>g" } },
  { MOVING, "win.find-match-case", NC_("command", "Find: Match Case") },
  { MOVING, "win.find-ignore-width", NC_("command", "Find: Ignore Width and Spacing") },
  { MOVING, "win.find-variants", NC_("command", "Find: Other Words for the Same") },
  { MOVING, "win.find-regular-expressions", NC_("command", "Find: Regular Expressions") },
  { MOVING, "win.back", NC_("command", "Back"), { "<Alt>Left", "Back" } },
  { MOVING, "win.forward", NC_("command", "Forward"), { "<Alt>Right", "Forward" } },
  { MOVING, "win.follow-move", NC_("command", "Go to Where a Moved Paragraph Stood"), { "<Control>m" } },
  { MOVING, NULL, NC_("command", "Next Paragraph"), { "Down" }, TRUE },
  { MOVING, NULL, NC_("command", "Previous Paragraph"), { "Up" }, TRUE },
  { MOVING, NULL, NC_("command", "First Paragraph"), { "Home" }, TRUE },
  { MOVING, NULL, NC_("command", "Last Paragraph"), { "End" }, TRUE },

  { PARAGRAPH, NULL, NC_("command", "Next Topic or Note in the Paragraph"), { "Right" }, TRUE },
  { PARAGRAPH, NULL, NC_("command", "Previous Topic or Note in the Paragraph"), { "Left" }, TRUE },
  { PARAGRAPH, NULL, NC_("command", "Open the Selected Topic or Note"), { "Return" }, TRUE },
  { PARAGRAPH, "win.accept-suggestion", NC_("command", "Accept the First Suggested Topic"), { "<Control>Return" } },
  { PARAGRAPH, "win.dismiss-suggestion", NC_("command", "Turn Away the First Suggested Topic"), { "<Control>BackSpace" } },
  { PARAGRAPH, "win.tag-words", NC_("command", "Put a Topic on Words"), { "<Control>h" } },
  { PARAGRAPH, "win.edit-note", NC_("command", "Write a Note"), { "<Control>e" } },
  { PARAGRAPH, "win.note-words", NC_("command", "Write a Note on Words"), { "<Control><Shift>h" } },
  { PARAGRAPH, "win.note-link", NC_("command", "Write a Note on the Link") },
  { PARAGRAPH, "win.note-project", NC_("command", "Write a Note on the Project") },
  { PARAGRAPH, "win.mark-agreed", NC_("command", "Mark as Agreed"), { "<Control><Alt>1" } },
  { PARAGRAPH, "win.mark-ad-referendum", NC_("command", "Mark as Agreed ad Referendum"), { "<Control><Alt>2" } },
  { PARAGRAPH, "win.mark-bracketed", NC_("command", "Mark as Bracketed"), { "<Control><Alt>3" } },
  { PARAGRAPH, "win.mark-reserved", NC_("command", "Mark as Reserved"), { "<Control><Alt>4" } },
  { PARAGRAPH, "win.mark-no-status", NC_("command", "Take the Status Away") },
  { PARAGRAPH, "win.link-with", NC_("command", "Link with Another Paragraph"), { "<Control>k" } },
  { PARAGRAPH, "win.unlink-row", NC_("command", "Unlink"), { "<Control><Shift>k" } },
  { PARAGRAPH, "win.accept-newer", NC_("command", "Accept All Suggestions of the Newer Text") },
  { PARAGRAPH, "win.accept-older", NC_("command", "Accept All Suggestions of the Older Text") },
  { PARAGRAPH, "win.dismiss-newer", NC_("command", "Turn Away All Suggestions of the Newer Text") },
  { PARAGRAPH, "win.dismiss-older", NC_("command", "Turn Away All Suggestions of the Older Text") },
  { PARAGRAPH, "win.read-topics", NC_("command", "Topics Side by Side"), { "<Control><Shift>t" } },
  { PARAGRAPH, "win.edit-topics", NC_("command", "Edit Topics"), { "<Control>t" } },
  { PARAGRAPH, NULL, NC_("command", "Move a Topic Up in the List"), { "<Control><Shift>Up" }, TRUE },
  { PARAGRAPH, NULL, NC_("command", "Move a Topic Down in the List"), { "<Control><Shift>Down" }, TRUE },

  { SHOWING, "win.one-column", NC_("command", "One or Two Columns"), { "<Control>r" } },
  { SHOWING, "win.three-texts", NC_("command", "Three Texts Side by Side"), { "<Control>3" } },
  { SHOWING, "win.fold-unchanged", NC_("command", "Fold What Is Unchanged"), { "<Control>u" } },
  { SHOWING, "win.show-punctuation", NC_("command", "Mark Changes of Punctuation") },
  { SHOWING, "win.row-order::newer", NC_("command", "Order by the Newer Text") },
  { SHOWING, "win.row-order::older", NC_("command", "Order by the Older Text") },
  { SHOWING, "win.show-summary", NC_("command", "What Changed"), { "<Control>i" } },
  { SHOWING, "win.toggle-sidebar", NC_("command", "Outline and Topics"), { "F9" } },
  { SHOWING, "win.show-outline", NC_("command", "Outline"), { "<Alt>1" } },
  { SHOWING, "win.show-topics", NC_("command", "Topics"), { "<Alt>2" } },
  { SHOWING, "win.toggle-inspector", NC_("command", "Inspector"), { "F12" } },
  { SHOWING, "win.filter", NC_("command", "Filter"), { "<Control><Shift>f" } },
  { SHOWING, "win.filter-reworded", NC_("command", "Show Only Reworded Paragraphs") },
  { SHOWING, "win.filter-added", NC_("command", "Show Only Added Paragraphs") },
  { SHOWING, "win.filter-removed", NC_("command", "Show Only Removed Paragraphs") },
  { SHOWING, "win.filter-moved", NC_("command", "Show Only Moved Paragraphs") },
  { SHOWING, "win.filter-split", NC_("command", "Show Only Split Paragraphs") },
  { SHOWING, "win.filter-merged", NC_("command", "Show Only Merged Paragraphs") },
  { SHOWING, "win.filter-unchanged", NC_("command", "Show Only Unchanged Paragraphs") },
  { SHOWING, "win.filter-noted", NC_("command", "Show Only Paragraphs with a Note") },
  { SHOWING, "win.filter-status::agreed", NC_("command", "Show Only Agreed Paragraphs") },
  { SHOWING, "win.filter-status::ad-referendum", NC_("command", "Show Only Paragraphs Agreed ad Referendum") },
  { SHOWING, "win.filter-status::bracketed", NC_("command", "Show Only Bracketed Paragraphs") },
  { SHOWING, "win.filter-status::reserved", NC_("command", "Show Only Reserved Paragraphs") },
  { SHOWING, "win.clear-filter", NC_("command", "Show Everything") },
  { SHOWING, "win.zoom-in", NC_("command", "Larger Text"), { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { SHOWING, "win.zoom-out", NC_("command", "Smaller Text"), { "<Control>minus", "<Control>KP_Subtract" } },
  { SHOWING, "win.zoom-normal", NC_("command", "Normal Size"), { "<Control>0" } },

  { EDITING, "win.undo", NC_("command", "Undo"), { "<Control>z" }, TRUE },
  { EDITING, "win.redo", NC_("command", "Redo"), { "<Control><Shift>z", "<Control>y" }, TRUE },
  { EDITING, "win.copy", NC_("command", "Copy"), { "<Control>c", "<Control>Insert" }, TRUE },
  { EDITING, "win.copy-redline", NC_("command", "Copy as Redline"), { "<Control><Shift>c" } },
  { EDITING, NULL, NC_("command", "Select All of One Side"), { "<Control>a" }, TRUE },

  { HELP, "app.help", NC_("command", "Help"), { "F1" } },
  { HELP, "app.preferences", NC_("command", "Preferences"), { "<Control>comma" } },
  { HELP, "win.search-commands", NC_("command", "Search Commands"), { "<Control><Shift>p" } },
  { HELP, "app.shortcuts", NC_("command", "Keyboard Shortcuts"), { "<Control>question", "<Control>slash" } },
  { HELP, "app.about", NC_("command", "About Agreed Language") },
};

static const char *const group_titles[AGREED_N_COMMAND_GROUPS] = {
  [FILES] = NC_("command group", "Files and Windows"),
  [MOVING] = NC_("command group", "Moving"),
  [PARAGRAPH] = NC_("command group", "Paragraph"),
  [SHOWING] = NC_("command group", "What Is Shown"),
  [EDITING] = NC_("command group", "Editing"),
  [HELP] = NC_("command group", "Help"),
};

const AgreedCommand *
agreed_commands_get (guint *n_commands)
{
  g_return_val_if_fail (n_commands != NULL, NULL);

  *n_commands = G_N_ELEMENTS (commands);
  return commands;
}

const char *
agreed_command_group_get_title (AgreedCommandGroup group)
{
  g_return_val_if_fail (group < AGREED_N_COMMAND_GROUPS, NULL);

  return g_dpgettext2 (NULL, "command group", group_titles[group]);
}

const char *
agreed_command_get_title (const AgreedCommand *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_dpgettext2 (NULL, "command", self->title);
}

char *
agreed_command_get_key (const AgreedCommand *self)
{
  GdkModifierType modifiers;
  guint key;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->keys[0] == NULL || !gtk_accelerator_parse (self->keys[0], &key, &modifiers))
    return NULL;
  return gtk_accelerator_get_label (key, modifiers);
}

gboolean
agreed_command_matches (const AgreedCommand *self,
                        const char          *query)
{
  g_autofree char *words = NULL, *title = NULL, *normal = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (query != NULL, FALSE);

  title = g_strdup_printf ("%s %s", agreed_command_get_title (self), agreed_command_group_get_title (self->group));
  normal = agreed_normalise (title, -1, TRUE);
  words = agreed_normalise (query, -1, TRUE);
  parts = g_strsplit (words, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    if (strstr (normal, parts[i]) == NULL)
      return FALSE;
  return TRUE;
}

void
agreed_commands_set_keys (GtkApplication *application)
{
  g_return_if_fail (GTK_IS_APPLICATION (application));

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (commands[i].action != NULL && commands[i].keys[0] != NULL && !commands[i].bound_elsewhere)
      gtk_application_set_accels_for_action (application, commands[i].action, commands[i].keys);
}
