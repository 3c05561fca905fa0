/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note-list.h"

#include <glib/gi18n.h>

struct _AgreedNoteList {
  AdwBin parent_instance;

  GtkBox *box;
  AgreedProject *project;
  AgreedText *text;
  AgreedParagraph *paragraph;
};

G_DEFINE_FINAL_TYPE (AgreedNoteList, agreed_note_list, ADW_TYPE_BIN)

static AgreedNoteEditor *
find_editor (AgreedNoteList     *self,
             const AgreedRecord *key)
{
  for (GtkWidget *editor = gtk_widget_get_first_child (GTK_WIDGET (self->box)); editor != NULL;
       editor = gtk_widget_get_next_sibling (editor))
    if (agreed_record_equal (agreed_note_editor_get_key (AGREED_NOTE_EDITOR (editor)), key))
      return AGREED_NOTE_EDITOR (editor);
  return NULL;
}

static AgreedNoteEditor *
add_editor (AgreedNoteList     *self,
            const AgreedRecord *key)
{
  const char *label = agreed_paragraph_get_label (self->paragraph);
  const AgreedAnchor *passage = key->place.passage;
  g_autofree char *subject = NULL, *quote = NULL;
  GtkWidget *editor;

  if (passage != NULL)
    {
      /* Translators: words that a note is on, in quotation marks */
      quote = g_strdup_printf (_("“%s”"), passage->exact);
      subject = g_strdup_printf ("%s %s", label, quote);
    }
  editor = agreed_note_editor_new (self->project, key, self->text, subject != NULL ? subject : label);
  if (quote != NULL)
    agreed_note_editor_set_quote (AGREED_NOTE_EDITOR (editor), quote);
  gtk_box_append (self->box, editor);
  return AGREED_NOTE_EDITOR (editor);
}

/* The first editor is always there; another one goes with its note, unless somebody writes in it. */
static void
show_notes (AgreedNoteList *self)
{
  g_autoptr (GPtrArray) keys = agreed_project_key_all_notes (self->project, self->paragraph);
  GtkWidget *next;

  for (GtkWidget *editor = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (self->box)));
       editor != NULL; editor = next)
    {
      const AgreedRecord *key = agreed_note_editor_get_key (AGREED_NOTE_EDITOR (editor));

      next = gtk_widget_get_next_sibling (editor);
      if (gtk_widget_get_focus_child (editor) == NULL
          && !g_ptr_array_find_with_equal_func (keys, key, agreed_record_equal, NULL))
        gtk_box_remove (self->box, editor);
    }
  for (guint i = 0; i < keys->len; i++)
    if (find_editor (self, keys->pdata[i]) == NULL)
      add_editor (self, keys->pdata[i]);
}

static void
agreed_note_list_dispose (GObject *object)
{
  AgreedNoteList *self = AGREED_NOTE_LIST (object);

  g_clear_object (&self->project);
  g_clear_object (&self->text);
  g_clear_object (&self->paragraph);
  G_OBJECT_CLASS (agreed_note_list_parent_class)->dispose (object);
}

static void
agreed_note_list_class_init (AgreedNoteListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = agreed_note_list_dispose;
}

static void
agreed_note_list_init (AgreedNoteList *self)
{
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->box));
}

void
agreed_note_list_set_paragraph (AgreedNoteList  *self,
                                AgreedProject   *project,
                                AgreedText      *text,
                                AgreedParagraph *paragraph)
{
  g_autoptr (AgreedRecord) key = NULL;

  g_return_if_fail (AGREED_IS_NOTE_LIST (self));
  g_return_if_fail (self->paragraph == NULL);

  self->project = g_object_ref (project);
  self->text = text != NULL ? g_object_ref (text) : NULL;
  self->paragraph = g_object_ref (paragraph);
  key = agreed_project_key_note (project, paragraph);
  add_editor (self, key);
  show_notes (self);
  g_signal_connect_object (agreed_paragraph_get_notes (paragraph), "items-changed", G_CALLBACK (show_notes), self,
                           G_CONNECT_SWAPPED);
}

void
agreed_note_list_commit (AgreedNoteList *self)
{
  GtkWidget *next;

  g_return_if_fail (AGREED_IS_NOTE_LIST (self));

  /* One that says nothing any more may go with it. */
  for (GtkWidget *editor = gtk_widget_get_first_child (GTK_WIDGET (self->box)); editor != NULL; editor = next)
    {
      next = gtk_widget_get_next_sibling (editor);
      agreed_note_editor_commit (AGREED_NOTE_EDITOR (editor));
    }
}

void
agreed_note_list_focus (AgreedNoteList *self)
{
  g_return_if_fail (AGREED_IS_NOTE_LIST (self));

  agreed_note_editor_focus (AGREED_NOTE_EDITOR (gtk_widget_get_first_child (GTK_WIDGET (self->box))));
}

void
agreed_note_list_focus_passage (AgreedNoteList *self,
                                gsize           start,
                                gsize           length)
{
  g_autoptr (AgreedRecord) key = NULL;
  AgreedNoteEditor *editor;

  g_return_if_fail (AGREED_IS_NOTE_LIST (self));

  key = agreed_project_key_passage_note (self->project, self->paragraph, start, length);
  editor = find_editor (self, key);
  agreed_note_editor_focus (editor != NULL ? editor : add_editor (self, key));
}

AgreedNoteEditor *
agreed_note_list_find (AgreedNoteList *self,
                       AgreedNote     *note)
{
  g_autoptr (GPtrArray) keys = NULL;
  guint position;

  g_return_val_if_fail (AGREED_IS_NOTE_LIST (self), NULL);

  keys = agreed_project_key_all_notes (self->project, self->paragraph);
  if (!g_list_store_find (agreed_paragraph_get_notes (self->paragraph), note, &position) || position >= keys->len)
    return NULL;
  return find_editor (self, keys->pdata[position]);
}
