/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts from the clipboard: words, a page, or files that were copied. */
#include "window-private.h"

#include "import.h"
#include "pasted.h"

#include <glib/gi18n.h>

#define HTML "text/html"

/* What is being fetched; the window is kept, for the clipboard outlives it. */
typedef struct {
  AgreedWindow *window;
  GCancellable *cancellable;
  AgreedSide side;
  char *text;
  GBytes *html;
} Paste;

static void
paste_free (gpointer data)
{
  Paste *paste = data;

  g_object_unref (paste->window);
  g_object_unref (paste->cancellable);
  g_free (paste->text);
  g_clear_pointer (&paste->html, g_bytes_unref);
  g_free (paste);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Paste, paste_free)

static void
set_loading (Paste    *paste,
             gboolean  loading)
{
  agreed_start_page_set_loading (paste->window->start_page, paste->side, loading);
  agreed_window_add_loading (paste->window, loading ? 1 : -1);
}

static void
read_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Paste *paste = task_data;
  GError *error = NULL;
  AgreedDocument *document = agreed_import_pasted (paste->text, paste->html, cancellable, &error);

  if (document != NULL)
    g_task_return_pointer (task, document, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  AgreedWindow *self = AGREED_WINDOW (source);
  Paste *paste = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (paste->cancellable))
    return;
  set_loading (paste, FALSE);
  agreed_window_say (self, error != NULL ? error->message : NULL);
  if (document != NULL)
    agreed_window_place_document (self, document, paste->side);
}

static void
read_pasted (Paste *paste)
{
  g_autoptr (GTask) task = g_task_new (paste->window, paste->cancellable, read_done, NULL);

  g_task_set_task_data (task, paste, paste_free);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_run_in_thread (task, read_in_thread);
}

static void
text_fetched (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;

  paste->text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
  if (!g_cancellable_is_cancelled (paste->cancellable))
    read_pasted (g_steal_pointer (&paste));
}

static void
fetch_text (Paste *paste)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (paste->window));
  g_autoptr (GdkContentFormats) formats =
    gdk_content_formats_union_deserialize_gtypes (gdk_content_formats_ref (gdk_clipboard_get_formats (clipboard)));

  /* Asking for what is not there would end in the same, but GTK 4.18 loses the question. */
  if (gdk_content_formats_contain_gtype (formats, G_TYPE_STRING))
    gdk_clipboard_read_text_async (clipboard, paste->cancellable, text_fetched, paste);
  else
    read_pasted (paste);
}

static void
html_spliced (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  GOutputStream *memory = G_OUTPUT_STREAM (source);

  if (g_output_stream_splice_finish (memory, result, NULL) > 0)
    paste->html = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  if (!g_cancellable_is_cancelled (paste->cancellable))
    fetch_text (g_steal_pointer (&paste));
}

static void
html_fetched (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  g_autoptr (GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  g_autoptr (GOutputStream) memory = NULL;

  if (g_cancellable_is_cancelled (paste->cancellable))
    return;
  if (stream == NULL)
    {
      fetch_text (g_steal_pointer (&paste));
      return;
    }
  memory = g_memory_output_stream_new_resizable ();
  g_output_stream_splice_async (memory, stream,
                                G_OUTPUT_STREAM_SPLICE_CLOSE_SOURCE | G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET,
                                G_PRIORITY_DEFAULT, paste->cancellable, html_spliced, paste);
  g_steal_pointer (&paste);
}

/* Files that were copied in a file manager are opened. */
static void
files_fetched (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Paste) paste = user_data;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GSList) list = NULL;

  if (g_cancellable_is_cancelled (paste->cancellable))
    return;
  set_loading (paste, FALSE);
  list = value != NULL ? gdk_file_list_get_files (g_value_get_boxed (value)) : NULL;
  for (GSList *each = list; each != NULL; each = each->next)
    g_ptr_array_add (files, g_object_ref (each->data));
  if (files->len == 0)
    agreed_window_say (paste->window, _("There is no text in the clipboard; copy the text of a resolution first"));
  else if (files->len == 1)
    agreed_window_open_text (paste->window, files->pdata[0], paste->side);
  else
    agreed_window_open_files (paste->window, files, FALSE);
}

void
agreed_window_paste (AgreedWindow *self,
                     AgreedSide    side)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self));
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);
  Paste *paste;

  g_return_if_fail (AGREED_IS_WINDOW (self));

  paste = g_new0 (Paste, 1);
  paste->window = g_object_ref (self);
  paste->cancellable = g_object_ref (self->cancellable);
  paste->side = side;
  set_loading (paste, TRUE);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST)
      || gdk_content_formats_contain_mime_type (formats, "text/uri-list"))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, self->cancellable, files_fetched,
                                    paste);
  else if (gdk_content_formats_contain_mime_type (formats, HTML))
    gdk_clipboard_read_async (clipboard, (const char *[]){ HTML, NULL }, G_PRIORITY_DEFAULT, self->cancellable,
                              html_fetched, paste);
  else
    fetch_text (paste);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedSide side = g_str_equal (name, "win.paste-newer") ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;

  /* The first to be pasted is the older one, as it is the first to be chosen. */
  if (g_str_equal (name, "win.paste") && agreed_project_get_text (self->project, AGREED_SIDE_OLDER) != NULL)
    side = AGREED_SIDE_NEWER;
  agreed_window_paste (self, side);
}

void
agreed_window_class_install_paste (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.paste", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.paste-older", NULL, paste_action);
  gtk_widget_class_install_action (widget_class, "win.paste-newer", NULL, paste_action);
  /* Here and not among the application's keys, so that a note being written takes what is pasted. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "win.paste", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_SHIFT_MASK, "win.paste", NULL);
}
