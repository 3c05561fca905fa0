/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-note-dialog.h"

#include "note-editor.h"

#include <glib/gi18n.h>

struct _AgreedProjectNoteDialog {
  AdwDialog parent_instance;

  AdwBin *place;
  AgreedNoteEditor *editor;
};

G_DEFINE_FINAL_TYPE (AgreedProjectNoteDialog, agreed_project_note_dialog, ADW_TYPE_DIALOG)

static void
agreed_project_note_dialog_closed (AdwDialog *dialog)
{
  agreed_note_editor_commit (AGREED_PROJECT_NOTE_DIALOG (dialog)->editor);
}

static void
agreed_project_note_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AGREED_TYPE_PROJECT_NOTE_DIALOG);
  G_OBJECT_CLASS (agreed_project_note_dialog_parent_class)->dispose (object);
}

static void
agreed_project_note_dialog_class_init (AgreedProjectNoteDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_project_note_dialog_dispose;
  ADW_DIALOG_CLASS (klass)->closed = agreed_project_note_dialog_closed;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/project-note-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedProjectNoteDialog, place);
}

static void
agreed_project_note_dialog_init (AgreedProjectNoteDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
agreed_project_note_dialog_new (AgreedProject *project)
{
  AgreedProjectNoteDialog *self = g_object_new (AGREED_TYPE_PROJECT_NOTE_DIALOG, NULL);
  g_autoptr (AgreedRecord) key = agreed_project_key_project_note (project);
  /* Translators: what a note is on: “Write a note on the project…” */
  GtkWidget *editor = agreed_note_editor_new (project, key, NULL, _("the project"));

  self->editor = AGREED_NOTE_EDITOR (editor);
  agreed_note_editor_hide_status (self->editor);
  adw_bin_set_child (self->place, editor);
  return ADW_DIALOG (self);
}
