/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paragraph-panel.h"

#include "note-list.h"
#include "reference-list.h"
#include "sentences.h"
#include "tag-list.h"
#include "tracked-list.h"

#include <glib/gi18n.h>

struct _AgreedParagraphPanel {
  AdwBin parent_instance;

  AdwPreferencesGroup *topics_group;
  GtkMenuButton *add_button;
  AgreedTagList *tags;
  AdwPreferencesGroup *changes_group;
  GtkListBox *changes;
  AgreedNoteList *notes;
  AgreedReferenceList *references;
  AdwPreferencesGroup *footnotes_group;
  GtkListBox *footnotes;

  AgreedProject *project;
  AgreedSide side;
  AgreedParagraph *paragraph;
};

G_DEFINE_FINAL_TYPE (AgreedParagraphPanel, agreed_paragraph_panel, ADW_TYPE_BIN)

static GMenuModel *
create_topics_menu (AgreedProject   *project,
                    AgreedSide       side,
                    AgreedParagraph *paragraph)
{
  g_autoptr (GMenu) menu = g_menu_new (), words = g_menu_new ();
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (project));

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (agreed_topic_get_display_name (topic), NULL);

      g_menu_item_set_action_and_target (item, "win.add-tag", "(uss)", side, agreed_paragraph_get_label (paragraph),
                                         agreed_topic_get_id (topic));
      g_menu_append_item (menu, item);
    }
  g_menu_append (words, _("On Words…"), "win.tag-words");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static GtkWidget *
create_footnote_row (AgreedFootnote *footnote,
                     const char     *language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (_("Footnote %s"), agreed_footnote_get_marker (footnote));
  g_autofree char *wording = agreed_mark_up_in (language, agreed_footnote_get_wording (footnote));

  gtk_widget_add_css_class (row, "property");
  /* "property" sets the title small and the subtitle large: what is said of the footnote, then its wording */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), wording);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static void
show_footnotes (AgreedParagraphPanel *self,
                AgreedText           *text)
{
  guint n_marks, shown = 0;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (self->paragraph, &n_marks);

  for (guint i = 0; text != NULL && i < n_marks; i++)
    {
      AgreedFootnote *footnote = agreed_text_find_footnote (text, marks[i].marker);

      if (footnote != NULL)
        {
          gtk_list_box_append (self->footnotes, create_footnote_row (footnote, agreed_text_get_language (text)));
          shown++;
        }
    }
  gtk_widget_set_visible (GTK_WIDGET (self->footnotes_group), shown > 0);
}

static void
show_headings (AgreedParagraphPanel *self,
               AgreedSide            side)
{
  const char *label = agreed_paragraph_get_label (self->paragraph);
  const char *titles[] = { _("%s of the Older Text"), _("%s of the Newer Text"), _("%s of the Earliest Text") };
  g_autoptr (GString) title = g_string_new (titles[side]);
  g_autofree char *add = NULL;

  g_string_replace (title, "%s", label, 1);
  add = g_strdup_printf (_("Add Topic to %s"), label);
  adw_preferences_group_set_title (self->topics_group, title->str);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->add_button), add);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->add_button), GTK_ACCESSIBLE_PROPERTY_LABEL, add, -1);
}

static void
agreed_paragraph_panel_dispose (GObject *object)
{
  AgreedParagraphPanel *self = AGREED_PARAGRAPH_PANEL (object);

  g_clear_object (&self->paragraph);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_PARAGRAPH_PANEL);
  G_OBJECT_CLASS (agreed_paragraph_panel_parent_class)->dispose (object);
}

static void
agreed_paragraph_panel_class_init (AgreedParagraphPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_paragraph_panel_dispose;

  g_type_ensure (AGREED_TYPE_TAG_LIST);
  g_type_ensure (AGREED_TYPE_NOTE_LIST);
  g_type_ensure (AGREED_TYPE_REFERENCE_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/paragraph-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, topics_group);
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, add_button);
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, tags);
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, changes_group);
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, changes);
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, notes);
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, references);
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, footnotes_group);
  gtk_widget_class_bind_template_child (widget_class, AgreedParagraphPanel, footnotes);
}

static void
agreed_paragraph_panel_init (AgreedParagraphPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
fill_topics_menu (AgreedParagraphPanel *self)
{
  g_autoptr (GMenuModel) menu = create_topics_menu (self->project, self->side, self->paragraph);

  gtk_menu_button_set_menu_model (self->add_button, menu);
}

GtkWidget *
agreed_paragraph_panel_new (AgreedProject   *project,
                            AgreedSide       side,
                            AgreedParagraph *paragraph)
{
  AgreedParagraphPanel *self = g_object_new (AGREED_TYPE_PARAGRAPH_PANEL, NULL);
  AgreedText *text = agreed_project_get_text (project, side);

  self->project = g_object_ref (project);
  self->side = side;
  self->paragraph = g_object_ref (paragraph);
  fill_topics_menu (self);
  g_signal_connect_object (agreed_project_get_topics (project), "items-changed", G_CALLBACK (fill_topics_menu), self,
                           G_CONNECT_SWAPPED);
  show_headings (self, side);
  show_footnotes (self, text);
  gtk_widget_set_visible (GTK_WIDGET (self->changes_group),
                          agreed_tracked_list_fill (self->changes, paragraph, agreed_text_get_language (text)) > 0);
  agreed_tag_list_set_paragraph (self->tags, side, paragraph, agreed_text_get_language (text), project);
  agreed_note_list_set_paragraph (self->notes, project, text, paragraph);
  if (text != NULL)
    agreed_reference_list_set_paragraph (self->references, project, text, paragraph);
  return GTK_WIDGET (self);
}

AgreedParagraph *
agreed_paragraph_panel_get_paragraph (AgreedParagraphPanel *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH_PANEL (self), NULL);

  return self->paragraph;
}

void
agreed_paragraph_panel_commit (AgreedParagraphPanel *self)
{
  g_return_if_fail (AGREED_IS_PARAGRAPH_PANEL (self));

  agreed_note_list_commit (self->notes);
}

AgreedNoteList *
agreed_paragraph_panel_get_notes (AgreedParagraphPanel *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH_PANEL (self), NULL);

  return self->notes;
}
