/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note-text.h"

#include <adwaita.h>
#include <string.h>

struct _AgreedNoteText {
  GtkTextView parent_instance;

  GtkTextTag *tag;   /* on what leads somewhere */
  GtkTextTag *found; /* on what was looked for */
  AgreedProject *project;
  AgreedText *from;
};

G_DEFINE_FINAL_TYPE (AgreedNoteText, agreed_note_text, GTK_TYPE_TEXT_VIEW)

static gboolean
leads (const AgreedNoteLink *link)
{
  return link->uri != NULL || link->paragraph != NULL;
}

/* Bytes of @body, which is what the buffer holds. */
static void
apply_tag (AgreedNoteText *self,
           GtkTextTag     *tag,
           const char     *body,
           gsize           start,
           gsize           length)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkTextIter from, to;

  gtk_text_buffer_get_iter_at_offset (buffer, &from, g_utf8_strlen (body, start));
  gtk_text_buffer_get_iter_at_offset (buffer, &to, g_utf8_strlen (body, start + length));
  gtk_text_buffer_apply_tag (buffer, tag, &from, &to);
}

static void
mark_links (AgreedNoteText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  g_autofree char *body = agreed_note_text_get_body (self);
  g_autoptr (GPtrArray) links = agreed_note_text_find_links (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->found, &start, &end);
  for (guint i = 0; i < links->len; i++)
    {
      const AgreedNoteLink *link = links->pdata[i];

      if (leads (link))
        apply_tag (self, self->tag, body, link->start, link->length);
    }
}

static void
take_color (AgreedNoteText *self)
{
  /* As the comparison marks what was found. */
  static const GdkRGBA fills[] = { { .98f, .89f, .36f, 1 }, { .37f, .29f, 0, 1 } };
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA color;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), adw_style_manager_get_dark (manager),
                                       &color);
  g_object_set (self->tag, "foreground-rgba", &color, NULL);
  g_object_set (self->found, "background-rgba", &fills[adw_style_manager_get_dark (manager)], NULL);
}

/* Whether a place of the widget is on a link; *@offset becomes bytes of the body. */
static gboolean
find_place (AgreedNoteText *self,
            double          x,
            double          y,
            gsize          *offset)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  g_autofree char *body = NULL;
  GtkTextIter place;
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &buffer_x, &buffer_y);
  if (!gtk_text_view_get_iter_at_location (view, &place, buffer_x, buffer_y)
      || !gtk_text_iter_has_tag (&place, self->tag))
    return FALSE;
  body = agreed_note_text_get_body (self);
  *offset = g_utf8_offset_to_pointer (body, gtk_text_iter_get_offset (&place)) - body;
  return TRUE;
}

static void
pointer_moved (AgreedNoteText *self,
               double          x,
               double          y)
{
  gsize offset;

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), find_place (self, x, y, &offset) ? "pointer" : "text");
}

static void
clicked (AgreedNoteText  *self,
         int              n_presses,
         double           x,
         double           y,
         GtkGestureClick *gesture)
{
  g_autoptr (GPtrArray) links = NULL;
  gsize offset;

  /* Whoever selects words, or clicks twice to do so, goes nowhere. */
  if (n_presses != 1 || gtk_text_buffer_get_has_selection (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)))
      || !find_place (self, x, y, &offset))
    return;
  links = agreed_note_text_find_links (self);
  for (guint i = 0; i < links->len; i++)
    {
      const AgreedNoteLink *link = links->pdata[i];

      if (offset >= link->start && offset < link->start + link->length)
        {
          agreed_note_text_follow (self, link);
          return;
        }
    }
}

static void
agreed_note_text_dispose (GObject *object)
{
  AgreedNoteText *self = AGREED_NOTE_TEXT (object);

  g_clear_object (&self->project);
  g_clear_object (&self->from);
  G_OBJECT_CLASS (agreed_note_text_parent_class)->dispose (object);
}

static void
agreed_note_text_class_init (AgreedNoteTextClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = agreed_note_text_dispose;
}

static void
agreed_note_text_init (AgreedNoteText *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  AdwStyleManager *manager = adw_style_manager_get_default ();

  self->tag = gtk_text_buffer_create_tag (buffer, NULL, "underline", PANGO_UNDERLINE_SINGLE, NULL);
  self->found = gtk_text_buffer_create_tag (buffer, NULL, NULL);
  take_color (self);
  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (take_color), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (take_color), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (buffer, "changed", G_CALLBACK (mark_links), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
agreed_note_text_set_project (AgreedNoteText *self,
                              AgreedProject  *project,
                              AgreedText     *from)
{
  g_return_if_fail (AGREED_IS_NOTE_TEXT (self));

  g_set_object (&self->project, project);
  g_set_object (&self->from, from);
}

char *
agreed_note_text_get_body (AgreedNoteText *self)
{
  char *body;

  g_return_val_if_fail (AGREED_IS_NOTE_TEXT (self), NULL);

  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), "text", &body, NULL);
  return body;
}

void
agreed_note_text_set_body (AgreedNoteText *self,
                           const char     *body)
{
  g_autofree char *shown = agreed_note_text_get_body (self);

  g_return_if_fail (AGREED_IS_NOTE_TEXT (self));

  if (!g_str_equal (shown, body))
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self)), body, -1);
}

GPtrArray *
agreed_note_text_find_links (AgreedNoteText *self)
{
  g_autofree char *body = agreed_note_text_get_body (self);

  g_return_val_if_fail (AGREED_IS_NOTE_TEXT (self), NULL);

  return self->project != NULL ? agreed_note_links_find (self->project, self->from, body) : g_ptr_array_new ();
}

void
agreed_note_text_mark_found (AgreedNoteText *self,
                             gsize           start,
                             gsize           length)
{
  g_autofree char *body = agreed_note_text_get_body (self);
  GtkTextBuffer *buffer;
  GtkTextIter from, to;

  g_return_if_fail (AGREED_IS_NOTE_TEXT (self));
  g_return_if_fail (start + length <= strlen (body));

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
  gtk_text_buffer_get_bounds (buffer, &from, &to);
  gtk_text_buffer_remove_tag (buffer, self->found, &from, &to);
  if (length > 0)
    apply_tag (self, self->found, body, start, length);
}

void
agreed_note_text_follow (AgreedNoteText       *self,
                         const AgreedNoteLink *link)
{
  GtkWidget *dialog;

  g_return_if_fail (AGREED_IS_NOTE_TEXT (self));

  if (link->uri != NULL)
    {
      g_autoptr (GtkUriLauncher) launcher = gtk_uri_launcher_new (link->uri);

      gtk_uri_launcher_launch (launcher, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), NULL, NULL, NULL);
    }
  if (link->paragraph == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-place", "(ss)", agreed_text_get_id (link->text),
                              agreed_paragraph_get_label (link->paragraph));
  /* What the paragraph is behind gives way. */
  dialog = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_DIALOG);
  if (dialog != NULL)
    adw_dialog_close (ADW_DIALOG (dialog));
}
