/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "pointers.h"
#include "reference-list.h"

/* References in the text itself: where one leads, or why it leads nowhere. */

static void
say (AgreedWindow        *self,
     const AgreedPointer *pointer)
{
  g_autofree char *sentence = agreed_pointer_describe_end (pointer);
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Of several paragraphs that are named, the first that is there. */
static void
reference_activated (AgreedWindow    *self,
                     guint            side,
                     AgreedParagraph *paragraph,
                     guint            offset)
{
  AgreedText *from = agreed_project_get_text (self->project, side);
  g_autoptr (GPtrArray) pointers = NULL;

  if (from == NULL)
    return;
  pointers = agreed_project_follow_at (self->project, from, paragraph, offset);
  for (guint i = 0; i < pointers->len; i++)
    {
      const AgreedPointer *pointer = pointers->pdata[i];

      if (pointer->paragraph == NULL)
        continue;
      gtk_widget_activate_action (GTK_WIDGET (self), "win.go-to-place", "(ss)", agreed_text_get_id (pointer->text),
                                  agreed_paragraph_get_label (pointer->paragraph));
      return;
    }
  if (pointers->len > 0)
    say (self, pointers->pdata[0]);
}

void
agreed_window_init_references (AgreedWindow *self)
{
  g_signal_connect_object (self->view, "reference-activated", G_CALLBACK (reference_activated), self, G_CONNECT_SWAPPED);
}
