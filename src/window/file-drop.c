/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-drop.h"

static gboolean
dropped (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         gpointer       func)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  GtkWidget *widget = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (target));

  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr (GSList) list = gdk_file_list_get_files (g_value_get_boxed (value));

      for (GSList *each = list; each != NULL; each = each->next)
        g_ptr_array_add (files, g_object_ref (each->data));
    }
  else if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    g_ptr_array_add (files, g_value_dup_object (value));
  if (files->len == 0)
    return FALSE;
  ((AgreedFileDropFunc) func) (widget, files);
  return TRUE;
}

void
agreed_file_drop_add (GtkWidget          *widget,
                      AgreedFileDropFunc  func)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  gtk_drop_target_set_gtypes (target, (GType[]){ GDK_TYPE_FILE_LIST, G_TYPE_FILE }, 2);
  g_signal_connect (target, "drop", G_CALLBACK (dropped), func);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));
}
