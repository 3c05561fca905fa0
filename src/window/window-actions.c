/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include <glib/gi18n.h>

/* Files */

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  agreed_window_choose_files (AGREED_WINDOW (widget));
}

static void
choose_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  static const char *const names[] = { "win.choose-older", "win.choose-newer", "win.choose-earliest", "win.add-text" };

  for (guint side = 0; side < G_N_ELEMENTS (names); side++)
    if (g_str_equal (name, names[side]))
      agreed_window_choose_text (AGREED_WINDOW (widget), side);
}

static void
try_sample_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  agreed_window_open_sample (AGREED_WINDOW (widget));
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);

  if (self->file != NULL && g_str_equal (name, "win.save"))
    agreed_window_save (self, self->file);
  else
    agreed_window_choose_save_as (self, FALSE);
}

/* History */

static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);

  agreed_inspector_commit (self->inspector);
  if (agreed_project_get_can_undo (self->project))
    agreed_project_undo (self->project);
}

static void
redo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);

  if (agreed_project_get_can_redo (self->project))
    agreed_project_redo (self->project);
}

/* Moving */

static void
go_to_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  guint position = g_variant_get_uint32 (parameter);

  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->rows)))
    agreed_comparison_view_jump_to (self->view, position);
}

/* What is shown */

static void
toggle_pane_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AdwOverlaySplitView *split = g_str_equal (name, "win.toggle-sidebar") ? self->sidebar_split : self->inspector_split;

  adw_overlay_split_view_set_show_sidebar (split, !adw_overlay_split_view_get_show_sidebar (split));
}

static void
show_pane_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);

  adw_overlay_split_view_set_show_sidebar (self->sidebar_split, TRUE);
  agreed_sidebar_show_page (self->sidebar, g_str_equal (name, "win.show-topics") ? "topics" : "outline");
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_menu_button_popup (AGREED_WINDOW (widget)->filter_button);
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  agreed_row_filter_clear (AGREED_WINDOW (widget)->filter);
}

static void
zoom_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  int steps = g_str_equal (name, "win.zoom-in") ? 1 : g_str_equal (name, "win.zoom-out") ? -1 : 0;

  agreed_comparison_view_zoom (AGREED_WINDOW (widget)->view, steps);
}

/* Edits */

static AgreedParagraph *
find_paragraph (AgreedWindow *self,
                AgreedSide    side,
                const char   *label)
{
  AgreedText *text = side < AGREED_N_TEXTS ? agreed_project_get_text (self->project, side) : NULL;

  return text != NULL ? agreed_text_find_paragraph (text, label) : NULL;
}

static void
tag_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  const char *label, *id;
  AgreedParagraph *paragraph;
  AgreedTopic *topic;
  guint side;

  g_variant_get (parameter, "(u&s&s)", &side, &label, &id);
  paragraph = find_paragraph (self, side, label);
  topic = agreed_topic_set_find (agreed_project_get_topics (self->project), id);
  if (paragraph == NULL || topic == NULL)
    return;
  if (g_str_equal (name, "win.clear-tag"))
    agreed_project_clear_tag (self->project, paragraph, topic);
  else if (g_str_equal (name, "win.dismiss-tag"))
    agreed_project_set_tag (self->project, paragraph, topic, AGREED_TAG_DISMISSED);
  else
    /* What was found and is added by hand as well is accepted. */
    agreed_project_set_tag (self->project, paragraph, topic, AGREED_TAG_ACCEPTED);
}

static AgreedTopic *
find_suggestion (AgreedParagraph *paragraph)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);

      if (agreed_tag_get_state (tag) == AGREED_TAG_SUGGESTED)
        return agreed_tag_get_topic (tag);
    }
  return NULL;
}

/* Accepts or turns away the suggestion that the keyboard reached, else the first of the row at hand, the newer text's before
 * the older's. */
static void
decide_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedRow *row = agreed_window_get_current_row (self);
  AgreedTagState state =
    g_str_equal (name, "win.accept-suggestion") ? AGREED_TAG_ACCEPTED : AGREED_TAG_DISMISSED;
  AgreedParagraph *reached;
  AgreedTag *tag = agreed_comparison_view_get_reached_tag (self->view, &reached);

  if (tag != NULL && agreed_tag_get_state (tag) == AGREED_TAG_SUGGESTED)
    {
      agreed_project_set_tag (self->project, reached, agreed_tag_get_topic (tag), state);
      return;
    }

  for (int side = AGREED_SIDE_NEWER; row != NULL && side >= AGREED_SIDE_OLDER; side--)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        {
          AgreedTopic *topic = find_suggestion (paragraphs->pdata[i]);

          if (topic != NULL)
            {
              agreed_project_set_tag (self->project, paragraphs->pdata[i], topic, state);
              return;
            }
        }
    }
}

static void
link_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  const char *older_label, *newer_label;
  AgreedParagraph *older, *newer;

  g_variant_get (parameter, "(&s&s)", &older_label, &newer_label);
  older = find_paragraph (self, AGREED_SIDE_OLDER, older_label);
  newer = find_paragraph (self, AGREED_SIDE_NEWER, newer_label);
  if (older != NULL && newer != NULL)
    agreed_project_set_linked (self->project, older, newer, g_str_equal (name, "win.link"));
}

static const struct {
  const char *name;
  const char *parameter;
  GtkWidgetActionActivateFunc activate;
} actions[] = {
  { "win.open", NULL, open_action },
  { "win.choose-older", NULL, choose_action },
  { "win.choose-newer", NULL, choose_action },
  { "win.choose-earliest", NULL, choose_action },
  { "win.add-text", NULL, choose_action },
  { "win.try-sample", NULL, try_sample_action },
  { "win.save", NULL, save_action },
  { "win.save-as", NULL, save_action },
  { "win.export", "s", agreed_window_choose_export },
  { "win.undo", NULL, undo_action },
  { "win.redo", NULL, redo_action },
  { "win.go-to", "u", go_to_action },
  { "win.toggle-sidebar", NULL, toggle_pane_action },
  { "win.toggle-inspector", NULL, toggle_pane_action },
  { "win.show-outline", NULL, show_pane_action },
  { "win.show-topics", NULL, show_pane_action },
  { "win.filter", NULL, filter_action },
  { "win.clear-filter", NULL, clear_filter_action },
  { "win.show-summary", NULL, agreed_window_show_summary },
  { "win.zoom-in", NULL, zoom_action },
  { "win.zoom-out", NULL, zoom_action },
  { "win.zoom-normal", NULL, zoom_action },
  /* side, label, topic's id */
  { "win.accept-tag", "(uss)", tag_action },
  { "win.dismiss-tag", "(uss)", tag_action },
  { "win.add-tag", "(uss)", tag_action },
  { "win.clear-tag", "(uss)", tag_action },
  { "win.accept-suggestion", NULL, decide_action },
  { "win.dismiss-suggestion", NULL, decide_action },
  /* older label, newer label */
  { "win.link", "(ss)", link_action },
  { "win.unlink", "(ss)", link_action },
  { "win.search-commands", NULL, agreed_window_search_commands },
  { "win.accept-newer", NULL, agreed_window_decide_text_action },
  { "win.accept-older", NULL, agreed_window_decide_text_action },
  { "win.dismiss-newer", NULL, agreed_window_decide_text_action },
  { "win.dismiss-older", NULL, agreed_window_decide_text_action },
  { "win.read-topics", NULL, agreed_window_read_topics_action },
  { "win.read-topic", "s", agreed_window_read_topics_action },
  { "win.edit-topics", NULL, agreed_window_topics_action },
  { "win.edit-topic", "s", agreed_window_topics_action },
};

/* What needs two texts. */
static const char *const comparison_actions[] = {
  "win.save", "win.save-as", "win.export", "win.add-text", "win.choose-earliest", "win.toggle-sidebar", "win.toggle-inspector",
  "win.show-outline", "win.show-topics", "win.filter", "win.show-summary", "win.zoom-in", "win.zoom-out", "win.zoom-normal",
  "win.copy", "win.copy-redline", "win.tag-words", "win.note-words", "win.read-topics",
  "win.read-again-older", "win.read-again-newer", "win.remove-older", "win.remove-newer", "win.show-unplaced",
  "win.accept-newer", "win.accept-older", "win.dismiss-newer", "win.dismiss-older",
};

void
agreed_window_class_install_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter, actions[i].activate);
  agreed_window_class_install_steps (widget_class);
  agreed_window_class_install_jumps (widget_class);
  agreed_window_class_install_find (widget_class);
  agreed_window_class_install_copy (widget_class);
  agreed_window_class_install_link (widget_class);
  agreed_window_class_install_notes (widget_class);
  agreed_window_class_install_words (widget_class);
  agreed_window_class_install_sources (widget_class);
  agreed_window_class_install_go_to (widget_class);
  agreed_window_class_install_paste (widget_class);
  gtk_widget_class_install_property_action (widget_class, "win.one-column", "one-column");

  /* Here and not among the application's keys, so that a note being written undoes its own typing first. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, "win.redo", NULL);
}

void
agreed_window_init_actions (AgreedWindow *self)
{
  const char *const *kinds = agreed_row_filter_get_kinds ();
  static const char *const words[] = { "topic", "noted", "status", "proposer" };

  for (guint i = 0; kinds[i] != NULL; i++)
    {
      g_autofree char *name = g_strdup_printf ("filter-%s", kinds[i]);
      g_autoptr (GPropertyAction) action = g_property_action_new (name, self->filter, kinds[i]);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *name = g_strdup_printf ("filter-%s", words[i]);
      g_autoptr (GPropertyAction) action = g_property_action_new (name, self->filter, words[i]);

      g_action_map_add_action (G_ACTION_MAP (self), G_ACTION (action));
    }
  agreed_window_init_texts (self);
  agreed_window_init_references (self);
  agreed_window_init_link (self);
}

/* "Undo: Accept Tag (Ctrl+Z)" */
static void
show_steps (AgreedWindow *self)
{
  g_autofree char *undo_keys = gtk_accelerator_get_label (GDK_KEY_z, GDK_CONTROL_MASK);
  g_autofree char *redo_keys = gtk_accelerator_get_label (GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  const char *undone = agreed_project_get_undo_name (self->project);
  const char *redone = agreed_project_get_redo_name (self->project);
  /* Translators: a step such as “Accept Topic”, and the keys */
  g_autofree char *undo = undone != NULL ? g_strdup_printf (_("Undo: %s (%s)"), undone, undo_keys)
                                         : g_strdup_printf (_("Undo (%s)"), undo_keys);
  /* Translators: a step such as “Accept Topic”, and the keys */
  g_autofree char *redo = redone != NULL ? g_strdup_printf (_("Redo: %s (%s)"), redone, redo_keys)
                                         : g_strdup_printf (_("Redo (%s)"), redo_keys);

  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
}

static gboolean
row_has_suggestion (AgreedRow *row)
{
  for (guint side = 0; row != NULL && side < AGREED_N_SIDES; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        if (find_suggestion (paragraphs->pdata[i]) != NULL)
          return TRUE;
    }
  return FALSE;
}

void
agreed_window_update_actions (AgreedWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean compared = agreed_project_get_comparison (self->project) != NULL;
  gboolean has_suggestion = row_has_suggestion (agreed_window_get_current_row (self));

  for (guint i = 0; i < G_N_ELEMENTS (comparison_actions); i++)
    gtk_widget_action_set_enabled (widget, comparison_actions[i], compared);
  agreed_window_update_steps (self);
  agreed_window_update_find (self);
  agreed_window_update_link (self);
  agreed_window_update_notes (self);
  gtk_widget_action_set_enabled (widget, "win.versions", self->file != NULL);
  /* With two texts there, which of them is replaced has to be said. */
  gtk_widget_action_set_enabled (widget, "win.paste", !compared);
  gtk_widget_action_set_enabled (widget, "win.undo", agreed_project_get_can_undo (self->project));
  gtk_widget_action_set_enabled (widget, "win.redo", agreed_project_get_can_redo (self->project));
  gtk_widget_action_set_enabled (widget, "win.clear-filter", agreed_row_filter_get_active (self->filter));
  gtk_widget_action_set_enabled (widget, "win.accept-suggestion", has_suggestion);
  gtk_widget_action_set_enabled (widget, "win.dismiss-suggestion", has_suggestion);
  show_steps (self);
  agreed_window_update_texts (self);
}
