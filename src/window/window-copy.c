/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include <glib/gi18n.h>

/* Copying where the focus may be anywhere; the view itself copies what is selected in it. */

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gtk_widget_activate_action (GTK_WIDGET (AGREED_WINDOW (widget)->view), "clipboard.copy", NULL);
}

static void
copy_redline_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);

  if (gtk_widget_activate_action (GTK_WIDGET (self->view), "clipboard.copy-redline", NULL))
    agreed_window_say (self, _("Copied with its marks of change"));
}

void
agreed_window_class_install_copy (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "win.copy-redline", NULL, copy_redline_action);
}
