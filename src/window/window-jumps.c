/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

/* Back and forward through jumps. A place is a paragraph: it stays one while rows are filtered, folded and made anew. */

static AgreedParagraph *
get_place (AgreedWindow *self,
           guint         position)
{
  g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (self->rows), position);

  return row != NULL ? agreed_row_get_first_paragraph (row) : NULL;
}

static void
update_actions (AgreedWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.back", agreed_jump_list_can_go (self->jumps, -1));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.forward", agreed_jump_list_can_go (self->jumps, 1));
}

static void
jumped (AgreedWindow *self,
        guint         from,
        guint         to)
{
  AgreedParagraph *place = get_place (self, to);

  if (place != NULL)
    agreed_jump_list_add (self->jumps, get_place (self, from), place);
  update_actions (self);
}

/* Places that are gone, because other texts are compared now, are passed over. */
static void
go (AgreedWindow *self,
    int           direction)
{
  AgreedParagraph *here = get_place (self, agreed_comparison_view_get_current (self->view));
  gpointer place;

  while ((place = agreed_jump_list_go (self->jumps, direction, here)) != NULL)
    {
      g_autoptr (AgreedParagraph) paragraph = place;

      here = NULL;
      if (paragraph != get_place (self, agreed_comparison_view_get_current (self->view))
          && agreed_window_show_paragraph (self, paragraph))
        break;
    }
  update_actions (self);
}

static void
go_action (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  go (AGREED_WINDOW (widget), g_str_equal (name, "win.back") ? -1 : 1);
}

/* Buttons 8 and 9 of a mouse are back and forward everywhere. */
static void
button_pressed (GtkGestureClick *click,
                int              n_press,
                double           x,
                double           y,
                AgreedWindow    *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (button != 8 && button != 9)
    return;
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  go (self, button == 8 ? -1 : 1);
}

void
agreed_window_class_install_jumps (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.back", NULL, go_action);
  gtk_widget_class_install_action (widget_class, "win.forward", NULL, go_action);
}

void
agreed_window_init_jumps (AgreedWindow *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->jumps = agreed_jump_list_new ();
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (button_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (self->view, "jumped", G_CALLBACK (jumped), self, G_CONNECT_SWAPPED);
  update_actions (self);
}

void
agreed_window_forget_jumps (AgreedWindow *self)
{
  agreed_jump_list_clear (self->jumps);
  update_actions (self);
}
