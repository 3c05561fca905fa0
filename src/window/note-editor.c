/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note-editor.h"

#include <glib/gi18n.h>

#define PAUSE_SECONDS 2

struct _AgreedNoteEditor {
  AdwBin parent_instance;

  GtkWidget *view;
  GtkTextBuffer *buffer;
  GtkLabel *placeholder;

  AgreedProject *project;
  AgreedParagraph *paragraph;
  guint pause_id;
  gboolean writing;    /* the buffer holds something that the project does not have yet */
  gboolean committing; /* the change of the note is our own */
};

G_DEFINE_FINAL_TYPE (AgreedNoteEditor, agreed_note_editor, ADW_TYPE_BIN)

static char *
get_body (AgreedNoteEditor *self)
{
  g_autofree char *body = NULL;

  g_object_get (self->buffer, "text", &body, NULL);
  return g_steal_pointer (&body);
}

static void
show_note (AgreedNoteEditor *self)
{
  const char *note = agreed_project_get_note (self->project, self->paragraph);
  g_autofree char *body = get_body (self);

  if (!self->committing && g_strcmp0 (note != NULL ? note : "", body) != 0)
    {
      gtk_text_buffer_set_text (self->buffer, note != NULL ? note : "", -1);
      self->writing = FALSE;
      g_clear_handle_id (&self->pause_id, g_source_remove);
    }
}

static void
pause_over (gpointer user_data)
{
  AgreedNoteEditor *self = user_data;

  self->pause_id = 0;
  agreed_note_editor_commit (self);
}

static void
buffer_changed (AgreedNoteEditor *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), gtk_text_buffer_get_char_count (self->buffer) == 0);
  if (self->paragraph == NULL)
    return;
  self->writing = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_seconds_once (PAUSE_SECONDS, pause_over, self);
}

static void
focus_left (AgreedNoteEditor *self)
{
  agreed_note_editor_commit (self);
}

static void
agreed_note_editor_dispose (GObject *object)
{
  AgreedNoteEditor *self = AGREED_NOTE_EDITOR (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_object (&self->paragraph);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_NOTE_EDITOR);
  G_OBJECT_CLASS (agreed_note_editor_parent_class)->dispose (object);
}

static void
agreed_note_editor_class_init (AgreedNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_note_editor_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, view);
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, buffer);
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, placeholder);
  gtk_widget_class_bind_template_callback (widget_class, buffer_changed);
  gtk_widget_class_bind_template_callback (widget_class, focus_left);
}

static void
agreed_note_editor_init (AgreedNoteEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
agreed_note_editor_set_paragraph (AgreedNoteEditor *self,
                                  AgreedProject    *project,
                                  AgreedParagraph  *paragraph)
{
  const char *note;
  g_autofree char *label = NULL, *invitation = NULL;

  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));
  g_return_if_fail (self->paragraph == NULL);

  note = agreed_project_get_note (project, paragraph);
  if (note != NULL)
    gtk_text_buffer_set_text (self->buffer, note, -1);
  self->project = g_object_ref (project);
  self->paragraph = g_object_ref (paragraph);
  /* Translators: %s is a paragraph's label, "PP13", here and in the following */
  invitation = g_strdup_printf (_("Write a note on %s…"), agreed_paragraph_get_label (paragraph));
  label = g_strdup_printf (_("Note on %s"), agreed_paragraph_get_label (paragraph));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_label_set_label (self->placeholder, invitation);
  g_signal_connect_object (agreed_paragraph_get_notes (paragraph), "items-changed", G_CALLBACK (show_note), self,
                           G_CONNECT_SWAPPED);
}

void
agreed_note_editor_commit (AgreedNoteEditor *self)
{
  g_autofree char *body = NULL;

  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->writing || self->paragraph == NULL)
    return;
  self->writing = FALSE;
  body = get_body (self);
  self->committing = TRUE;
  agreed_project_set_note (self->project, self->paragraph, body);
  self->committing = FALSE;
}

void
agreed_note_editor_focus (AgreedNoteEditor *self)
{
  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));

  gtk_widget_grab_focus (self->view);
}
