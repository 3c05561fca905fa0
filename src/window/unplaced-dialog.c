/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "unplaced-dialog.h"

#include "place-chooser.h"
#include "sentences.h"
#include "unplaced.h"

#include <glib/gi18n.h>

/* Code points of a paragraph, or of a note, that a row shows. */
#define SNIPPET_LENGTH 140

struct _AgreedUnplacedDialog {
  AdwDialog parent_instance;

  GtkStack *stack;
  GtkListBox *list;

  AgreedProject *project;
};

G_DEFINE_FINAL_TYPE (AgreedUnplacedDialog, agreed_unplaced_dialog, ADW_TYPE_DIALOG)

static char *
cut (const char *words)
{
  glong length = g_utf8_strlen (words, -1);
  g_autofree char *start = g_utf8_substring (words, 0, MIN (length, SNIPPET_LENGTH));

  g_strdelimit (start, "\n", ' ');
  return length > SNIPPET_LENGTH ? g_strdup_printf ("%s…", start) : g_steal_pointer (&start);
}

/* What was said: the topic, the note, or the other end of the link. */
static char *
describe_record (AgreedUnplacedDialog *self,
                 const AgreedRecord   *record)
{
  AgreedTopic *topic;
  const char *name;
  g_autofree char *words = NULL;

  switch (record->kind)
    {
    case AGREED_RECORD_TAG:
      topic = agreed_topic_set_find (agreed_project_get_topics (self->project), record->topic);
      name = topic != NULL ? agreed_topic_get_display_name (topic) : record->topic;
      return g_strdup_printf (record->state == AGREED_TAG_DISMISSED ? _("Turned away: %s") : _("Topic: %s"), name);
    case AGREED_RECORD_LINK:
      return g_strdup_printf (record->linked ? _("Link: %s and %s") : _("No link: %s and %s"), record->place.label,
                              record->other.label);
    case AGREED_RECORD_NOTE:
    case AGREED_RECORD_LINK_NOTE:
    case AGREED_RECORD_PROJECT_NOTE:
    case AGREED_RECORD_TOPICS:
    case AGREED_RECORD_DOCUMENT:
    case AGREED_RECORD_CHOSEN:
    default:
      words = cut (record->note != NULL ? agreed_note_get_body (record->note) : "");
      return g_strdup_printf (_("Note: %s"), words);
    }
}

/* The end of the record that is not there. */
static const AgreedPlace *
get_lost (AgreedUnplacedDialog *self,
          const AgreedRecord   *record)
{
  AgreedText *text = agreed_project_find_any_text (self->project, record->place.text);

  if (record->other.text != NULL && text != NULL && agreed_project_get_document (self->project, text) != NULL)
    return &record->other;
  return &record->place;
}

/* "OP4 of A/C.2/66/L.1: Requests the …" in markup; where the words themselves are meant, these. */
static char *
describe_place (AgreedUnplacedDialog *self,
                const AgreedPlace    *place)
{
  AgreedText *text = agreed_project_find_any_text (self->project, place->text);
  AgreedParagraph *paragraph = agreed_project_find_any_paragraph (self->project, place);
  g_autofree char *name = g_markup_escape_text (text != NULL ? agreed_text_get_display_name (text) : place->text, -1);
  g_autofree char *label = g_markup_escape_text (place->label, -1);
  g_autofree char *words = cut (place->passage != NULL ? place->passage->exact
                                : paragraph != NULL    ? agreed_paragraph_get_wording (paragraph)
                                                       : "");
  g_autofree char *marked = agreed_mark_up_in (text != NULL ? agreed_text_get_language (text) : NULL, words);

  if (place->passage != NULL)
    /* Translators: where words stood: the words, then paragraph and text: "“women and girls” in OP4 of A/C.2/66/L.1" */
    return g_strdup_printf (_("“%s” in %s of %s"), marked, label, name);
  /* Translators: where something stood: paragraph, text and wording: "OP4 of A/C.2/66/L.1: Requests the …" */
  return g_strdup_printf (_("%s of %s: %s"), label, name, marked);
}

static AgreedRecord *
get_record (GtkWidget *button)
{
  return g_object_get_data (G_OBJECT (gtk_widget_get_ancestor (button, ADW_TYPE_ACTION_ROW)), "record");
}

static void
discard (AgreedUnplacedDialog *self,
         GtkWidget            *button)
{
  g_autoptr (AgreedRecord) record = agreed_record_ref (get_record (button));

  agreed_project_discard_record (self->project, record);
}

static void
place (AgreedUnplacedDialog *self,
       GtkWidget            *button)
{
  adw_dialog_present (agreed_place_chooser_new (self->project, get_record (button)), GTK_WIDGET (self));
}

static GtkWidget *
create_button (AgreedUnplacedDialog *self,
               const char           *icon_name,
               const char           *tooltip,
               const char           *what,
               GCallback             clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  g_autofree char *label = g_strdup_printf ("%s: %s", tooltip, what);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  return button;
}

static GtkWidget *
create_row (AgreedUnplacedDialog *self,
            AgreedRecord         *record)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *what = describe_record (self, record);
  g_autofree char *title = g_markup_escape_text (what, -1);
  g_autofree char *subtitle = describe_place (self, get_lost (self, record));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  g_object_set_data_full (G_OBJECT (row), "record", agreed_record_ref (record), (GDestroyNotify) agreed_record_unref);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (self, "document-edit-symbolic", _("Place on a Paragraph"),
                                                                  what, G_CALLBACK (place)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (self, "user-trash-symbolic", _("Discard"), what,
                                                                  G_CALLBACK (discard)));
  return row;
}

static void
show_records (AgreedUnplacedDialog *self)
{
  g_autoptr (GPtrArray) unplaced = agreed_project_list_unplaced (self->project);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; i < unplaced->len; i++)
    gtk_list_box_append (self->list, create_row (self, unplaced->pdata[i]));
  gtk_stack_set_visible_child_name (self->stack, unplaced->len > 0 ? "unplaced" : "none");
}

static void
agreed_unplaced_dialog_dispose (GObject *object)
{
  AgreedUnplacedDialog *self = AGREED_UNPLACED_DIALOG (object);

  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_UNPLACED_DIALOG);
  G_OBJECT_CLASS (agreed_unplaced_dialog_parent_class)->dispose (object);
}

static void
agreed_unplaced_dialog_class_init (AgreedUnplacedDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_unplaced_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/unplaced-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedUnplacedDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AgreedUnplacedDialog, list);
}

static void
agreed_unplaced_dialog_init (AgreedUnplacedDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
agreed_unplaced_dialog_new (AgreedProject *project)
{
  AgreedUnplacedDialog *self;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), NULL);

  self = g_object_new (AGREED_TYPE_UNPLACED_DIALOG, NULL);
  self->project = g_object_ref (project);
  g_signal_connect_object (project, "changed", G_CALLBACK (show_records), self, G_CONNECT_SWAPPED);
  show_records (self);
  return ADW_DIALOG (self);
}
