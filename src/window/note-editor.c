/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note-editor.h"

#include "note-text.h"
#include "proposer-entry.h"

#include <glib/gi18n.h>

#define PAUSE_SECONDS 2
/* As much of a paragraph is said where a note leads to it. */
#define SNIPPET_CHARS 40

struct _AgreedNoteEditor {
  AdwBin parent_instance;

  GtkLabel *quote;
  AgreedNoteText *view;
  GtkLabel *placeholder;
  GtkLabel *links;
  GtkWidget *position;
  GtkDropDown *status;
  AgreedProposerEntry *proposer;

  AgreedProject *project;
  AgreedRecord *key;
  AgreedNote *shown; /* what the project had when it was last looked at, or NULL */
  guint pause_id;
  guint frames; /* until it is laid out and can be brought into view */
  gboolean writing; /* something is here that the project does not have yet */
  gboolean showing; /* the change of what is here is our own */
};

G_DEFINE_FINAL_TYPE (AgreedNoteEditor, agreed_note_editor, ADW_TYPE_BIN)

static gboolean
same_note (AgreedNote *one,
           AgreedNote *other)
{
  return one == other || (one != NULL && other != NULL && agreed_note_equal (one, other));
}

static void
show_note (AgreedNoteEditor *self)
{
  AgreedNote *note = agreed_project_find_note (self->project, self->key);

  /* Other edits leave alone what is being written. */
  if (same_note (note, self->shown))
    return;
  g_set_object (&self->shown, note);
  self->showing = TRUE;
  agreed_note_text_set_body (self->view, note != NULL ? agreed_note_get_body (note) : "");
  gtk_drop_down_set_selected (self->status, note != NULL ? agreed_note_get_status (note) : AGREED_NOTE_NO_STATUS);
  agreed_proposer_entry_show (self->proposer, note != NULL ? agreed_note_get_proposer (note) : "");
  self->showing = FALSE;
  self->writing = FALSE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
}

static void
pause_over (gpointer user_data)
{
  AgreedNoteEditor *self = user_data;

  self->pause_id = 0;
  agreed_note_editor_commit (self);
}

static void
start_writing (AgreedNoteEditor *self)
{
  if (self->key == NULL || self->showing)
    return;
  self->writing = TRUE;
  g_clear_handle_id (&self->pause_id, g_source_remove);
  self->pause_id = g_timeout_add_seconds_once (PAUSE_SECONDS, pause_over, self);
}

/* "OP22: Decides to remain seized of the…" */
static char *
describe_link (const AgreedNoteLink *link)
{
  g_autofree char *start = NULL;
  const char *wording;

  if (link->uri != NULL)
    return g_strdup (link->uri);
  wording = agreed_paragraph_get_wording (link->paragraph);
  start = g_utf8_substring (wording, 0, MIN (SNIPPET_CHARS, g_utf8_strlen (wording, -1)));
  g_strdelimit (start, "\n\t", ' ');
  /* Translators: the label and the start of a paragraph that a note leads to, and the text that it is of: "OP22 of
   * A/RES/65/141: Decides to remain…" */
  return g_strdup_printf (_("%s of %s: %s…"), agreed_paragraph_get_label (link->paragraph),
                          agreed_text_get_display_name (link->text), start);
}

/* Links in words that are being written cannot be reached by the keyboard; below them they can, and tell where they lead. */
static void
show_links (AgreedNoteEditor *self)
{
  g_autofree char *body = agreed_note_text_get_body (self->view);
  g_autoptr (GPtrArray) links = agreed_note_text_find_links (self->view);
  g_autoptr (GString) markup = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const AgreedNoteLink *link = links->pdata[i];
      g_autofree char *words = NULL, *escaped = NULL;

      if (markup->len > 0)
        g_string_append_c (markup, '\n');
      if (link->uri != NULL || link->paragraph != NULL)
        {
          words = describe_link (link);
          escaped = g_markup_escape_text (words, -1);
          g_string_append_printf (markup, "<a href=\"%u\">%s</a>", i, escaped);
          continue;
        }
      words = g_strndup (body + link->start, link->length);
      escaped = g_markup_printf_escaped (_("%s: there is no such paragraph"), words);
      g_string_append (markup, escaped);
    }
  gtk_label_set_markup (self->links, markup->str);
  gtk_widget_set_visible (GTK_WIDGET (self->links), markup->len > 0);
}

static gboolean
link_activated (AgreedNoteEditor *self,
                const char       *number)
{
  g_autoptr (GPtrArray) links = agreed_note_text_find_links (self->view);
  guint64 i = g_ascii_strtoull (number, NULL, 10);

  if (i < links->len)
    agreed_note_text_follow (self->view, links->pdata[i]);
  return GDK_EVENT_STOP;
}

static void
buffer_changed (AgreedNoteEditor *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  gtk_widget_set_visible (GTK_WIDGET (self->placeholder), gtk_text_buffer_get_char_count (buffer) == 0);
  show_links (self);
  start_writing (self);
}

static void
status_changed (AgreedNoteEditor *self)
{
  if (self->key == NULL || self->showing)
    return;
  self->writing = TRUE;
  agreed_note_editor_commit (self);
}

static void
agreed_note_editor_dispose (GObject *object)
{
  AgreedNoteEditor *self = AGREED_NOTE_EDITOR (object);

  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_pointer (&self->key, agreed_record_unref);
  g_clear_object (&self->shown);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_NOTE_EDITOR);
  G_OBJECT_CLASS (agreed_note_editor_parent_class)->dispose (object);
}

static void
agreed_note_editor_class_init (AgreedNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_note_editor_dispose;

  g_type_ensure (AGREED_TYPE_NOTE_TEXT);
  g_type_ensure (AGREED_TYPE_PROPOSER_ENTRY);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/note-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, quote);
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, view);
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, placeholder);
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, links);
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, position);
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, status);
  gtk_widget_class_bind_template_child (widget_class, AgreedNoteEditor, proposer);
  gtk_widget_class_bind_template_callback (widget_class, agreed_note_editor_commit);
  gtk_widget_class_bind_template_callback (widget_class, link_activated);
  gtk_widget_class_bind_template_callback (widget_class, start_writing);
  gtk_widget_class_bind_template_callback (widget_class, status_changed);
}

static void
agreed_note_editor_init (AgreedNoteEditor *self)
{
  GtkStringList *words = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint status = 0; status < AGREED_N_NOTE_STATUSES; status++)
    gtk_string_list_append (words, agreed_note_status_get_words (status));
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (words));
  g_object_unref (words);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed", G_CALLBACK (buffer_changed),
                           self, G_CONNECT_SWAPPED);
}

static void
name_parts (AgreedNoteEditor *self,
            const char       *subject)
{
  /* Translators: %s is a paragraph's label, "PP13", or a passage or a link, here and in the following */
  g_autofree char *invitation = g_strdup_printf (_("Write a note on %s…"), subject);
  g_autofree char *label = g_strdup_printf (_("Note on %s"), subject);
  g_autofree char *status = g_strdup_printf (_("Status of %s"), subject);
  g_autofree char *proposer = g_strdup_printf (_("Who proposed %s"), subject);

  gtk_label_set_label (self->placeholder, invitation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->status), GTK_ACCESSIBLE_PROPERTY_LABEL, status, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->proposer), GTK_ACCESSIBLE_PROPERTY_LABEL, proposer, -1);
}

GtkWidget *
agreed_note_editor_new (AgreedProject      *project,
                        const AgreedRecord *key,
                        AgreedText         *from,
                        const char         *subject)
{
  AgreedNoteEditor *self;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  self = g_object_new (AGREED_TYPE_NOTE_EDITOR, NULL);
  self->project = g_object_ref (project);
  self->key = agreed_record_ref ((AgreedRecord *) key);
  agreed_note_text_set_project (self->view, project, from);
  agreed_proposer_entry_set_project (self->proposer, project);
  name_parts (self, subject);
  show_note (self);
  g_signal_connect_object (project, "changed", G_CALLBACK (show_note), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
agreed_note_editor_set_quote (AgreedNoteEditor *self,
                              const char       *quote)
{
  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));

  gtk_label_set_label (self->quote, quote);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), TRUE);
}

void
agreed_note_editor_hide_status (AgreedNoteEditor *self)
{
  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));

  gtk_widget_set_visible (self->position, FALSE);
}

const AgreedRecord *
agreed_note_editor_get_key (AgreedNoteEditor *self)
{
  g_return_val_if_fail (AGREED_IS_NOTE_EDITOR (self), NULL);

  return self->key;
}

void
agreed_note_editor_commit (AgreedNoteEditor *self)
{
  g_autoptr (AgreedNote) note = NULL;
  g_autofree char *body = NULL;

  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));

  g_clear_handle_id (&self->pause_id, g_source_remove);
  if (!self->writing || self->key == NULL)
    return;
  self->writing = FALSE;
  body = agreed_note_text_get_body (self->view);
  note = agreed_note_new (body, gtk_drop_down_get_selected (self->status),
                          gtk_editable_get_text (GTK_EDITABLE (self->proposer)));
  g_clear_object (&self->shown);
  if (!agreed_note_is_empty (note))
    self->shown = g_object_ref (note);
  /* Whoever shows the note may let go of this when there is none any more. */
  g_object_ref (self);
  agreed_project_write_note (self->project, self->key, note);
  g_object_unref (self);
}

static gboolean
bring_into_view (GtkWidget     *widget,
                 GdkFrameClock *clock,
                 gpointer       user_data)
{
  AgreedNoteEditor *self = AGREED_NOTE_EDITOR (widget);
  GtkWidget *viewport = gtk_widget_get_ancestor (widget, GTK_TYPE_VIEWPORT);

  if (--self->frames > 0)
    return G_SOURCE_CONTINUE;
  if (viewport != NULL)
    gtk_viewport_scroll_to (GTK_VIEWPORT (viewport), widget, NULL);
  return G_SOURCE_REMOVE;
}

/* It may be below the end of what is seen, and is laid out only with the next frame. */
static void
reveal (AgreedNoteEditor *self)
{
  if (self->frames == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), bring_into_view, NULL, NULL);
  self->frames = 2;
}

void
agreed_note_editor_focus (AgreedNoteEditor *self)
{
  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->view));
  reveal (self);
}

void
agreed_note_editor_mark_found (AgreedNoteEditor *self,
                               gsize             start,
                               gsize             length)
{
  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));

  agreed_note_text_mark_found (self->view, start, length);
  reveal (self);
}

void
agreed_note_editor_forget_found (AgreedNoteEditor *self)
{
  g_return_if_fail (AGREED_IS_NOTE_EDITOR (self));

  agreed_note_text_mark_found (self->view, 0, 0);
}
