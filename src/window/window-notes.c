/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "project-note-dialog.h"
#include "row-notes.h"

#include <glib/gi18n.h>

/* Writing notes: on the paragraph at hand, on words of one, on its links, on the project; and saying how far it is. */

static AgreedNoteList *
open_notes (AgreedWindow    *self,
            AgreedParagraph *paragraph)
{
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
  return agreed_inspector_find_notes (self->inspector, paragraph);
}

void
agreed_window_note_activated (AgreedWindow    *self,
                              AgreedParagraph *paragraph)
{
  AgreedNoteList *notes = open_notes (self, paragraph);

  if (notes != NULL)
    agreed_note_list_focus (notes);
}

void
agreed_window_write_on_words (AgreedWindow    *self,
                              AgreedParagraph *paragraph,
                              gsize            start,
                              gsize            length)
{
  AgreedNoteList *notes;

  /* The words may be in another row than the one at hand. */
  agreed_window_show_paragraph (self, paragraph);
  notes = open_notes (self, paragraph);
  if (notes != NULL)
    agreed_note_list_focus_passage (notes, start, length);
}

/* Where a note of the row at hand is shown. (transfer none) (nullable) */
static AgreedNoteEditor *
find_editor (AgreedWindow *self,
             AgreedNote   *wanted)
{
  g_autoptr (GArray) notes = agreed_row_list_notes (agreed_window_get_current_row (self));

  for (guint i = 0; i < notes->len; i++)
    {
      const AgreedRowNote *note = &g_array_index (notes, AgreedRowNote, i);
      AgreedNoteList *list;

      if (note->note != wanted)
        continue;
      if (note->link != NULL)
        return agreed_inspector_find_link_note (self->inspector, note->link);
      list = agreed_inspector_find_notes (self->inspector, note->paragraph);
      return list != NULL ? agreed_note_list_find (list, wanted) : NULL;
    }
  return NULL;
}

void
agreed_window_show_found_note (AgreedWindow      *self,
                               const AgreedFound *found)
{
  AgreedNoteEditor *editor;

  if (self->found_note != NULL)
    agreed_note_editor_forget_found (self->found_note);
  g_clear_weak_pointer (&self->found_note);
  if (found == NULL || found->note == NULL || found->row != agreed_window_get_current_row (self))
    return;
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
  editor = find_editor (self, found->note);
  if (editor == NULL)
    return;
  agreed_note_editor_mark_found (editor, found->start, found->length);
  g_set_weak_pointer (&self->found_note, editor);
}

static void
edit_note_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedRow *row = agreed_window_get_current_row (self);

  if (row != NULL)
    agreed_window_note_activated (self, agreed_row_get_first_paragraph (row));
}

/* On the first link of the row at hand. */
static void
note_link_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedRow *row = agreed_window_get_current_row (self);
  AgreedNoteEditor *editor;

  if (row == NULL || agreed_row_get_links (row)->len == 0)
    return;
  adw_overlay_split_view_set_show_sidebar (self->inspector_split, TRUE);
  editor = agreed_inspector_find_link_note (self->inspector, agreed_row_get_links (row)->pdata[0]);
  if (editor != NULL)
    agreed_note_editor_focus (editor);
}

static void
note_project_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  adw_dialog_present (agreed_project_note_dialog_new (AGREED_WINDOW (widget)->project), widget);
}

static const char *const marks[AGREED_N_NOTE_STATUSES] = {
  [AGREED_NOTE_NO_STATUS] = "win.mark-no-status",
  [AGREED_NOTE_AGREED] = "win.mark-agreed",
  [AGREED_NOTE_AD_REFERENDUM] = "win.mark-ad-referendum",
  [AGREED_NOTE_BRACKETED] = "win.mark-bracketed",
  [AGREED_NOTE_RESERVED] = "win.mark-reserved",
};

static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedRow *row = agreed_window_get_current_row (self);
  g_autoptr (AgreedRecord) key = NULL;
  AgreedNote *before;

  if (row == NULL)
    return;
  agreed_inspector_commit (self->inspector);
  key = agreed_project_key_note (self->project, agreed_row_get_first_paragraph (row));
  before = agreed_project_find_note (self->project, key);
  for (guint status = 0; status < AGREED_N_NOTE_STATUSES; status++)
    if (g_str_equal (name, marks[status]))
      {
        g_autoptr (AgreedNote) note = agreed_note_new (before != NULL ? agreed_note_get_body (before) : NULL, status,
                                                       before != NULL ? agreed_note_get_proposer (before) : NULL);

        agreed_project_write_note (self->project, key, note);
        return;
      }
}

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *action,
               const char *value)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", value);
  g_menu_append_item (menu, item);
}

static void
fill_status_menu (AgreedWindow *self)
{
  append_choice (self->status_menu, _("Any Status"), "win.filter-status", "");
  for (guint status = AGREED_NOTE_AGREED; status < AGREED_N_NOTE_STATUSES; status++)
    append_choice (self->status_menu, agreed_note_status_get_words (status), "win.filter-status",
                   agreed_note_status_to_string (status));
}

static void
fill_proposers_menu (AgreedWindow *self)
{
  g_autoptr (GPtrArray) proposers = agreed_project_list_proposers (self->project);

  g_menu_remove_all (self->proposers_menu);
  append_choice (self->proposers_menu, _("Anybody"), "win.filter-proposer", "");
  for (guint i = 0; i < proposers->len; i++)
    append_choice (self->proposers_menu, proposers->pdata[i], "win.filter-proposer", proposers->pdata[i]);
}

static gboolean
show_notes (gpointer user_data)
{
  AgreedWindow *self = user_data;

  self->notes_idle = 0;
  fill_proposers_menu (self);
  agreed_row_filter_refresh (self->filter);
  agreed_window_find_again (self);
  return G_SOURCE_REMOVE;
}

/* Once for all the changes of an edit. */
static void
project_changed (AgreedWindow *self)
{
  if (self->notes_idle == 0)
    self->notes_idle = g_idle_add (show_notes, self);
}

void
agreed_window_init_notes (AgreedWindow *self)
{
  fill_status_menu (self);
  fill_proposers_menu (self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed), self);
  g_signal_connect_object (self, "notify::project", G_CALLBACK (project_changed), self, G_CONNECT_SWAPPED);
}

void
agreed_window_class_install_notes (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.edit-note", NULL, edit_note_action);
  gtk_widget_class_install_action (widget_class, "win.note-link", NULL, note_link_action);
  gtk_widget_class_install_action (widget_class, "win.note-project", NULL, note_project_action);
  for (guint status = 0; status < AGREED_N_NOTE_STATUSES; status++)
    gtk_widget_class_install_action (widget_class, marks[status], NULL, mark_action);
}

void
agreed_window_update_notes (AgreedWindow *self)
{
  AgreedRow *row = agreed_window_get_current_row (self);
  gboolean compared = agreed_project_get_comparison (self->project) != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.edit-note", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.note-link", row != NULL && agreed_row_get_links (row)->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.note-project", compared);
  for (guint status = 0; status < AGREED_N_NOTE_STATUSES; status++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), marks[status], row != NULL);
}
