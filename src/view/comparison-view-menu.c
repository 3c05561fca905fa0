/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

/* Where a menu is asked for: by the pointer's other button, by resting a finger, or by the keyboard. What it holds is the
 * business of whoever has the view. */

static void
request (AgreedComparisonView *self,
         double                x,
         double                y)
{
  AgreedRowLayout *layout;
  double row_top;

  agreed_comparison_view_find_area (self, x, y, &layout, &row_top);
  if (layout == NULL)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  agreed_comparison_view_set_current (self, agreed_comparison_view_find_row (self, layout->row));
  g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_MENU_REQUESTED], 0, x, y);
}

static void
on_pressed (GtkGestureClick      *click,
            int                   n_press,
            double                x,
            double                y,
            AgreedComparisonView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  request (self, x, y);
}

static void
on_held (GtkGestureLongPress  *press,
         double                x,
         double                y,
         AgreedComparisonView *self)
{
  request (self, x, y);
}

static gboolean
request_by_key (GtkWidget *widget,
                GVariant  *arguments,
                gpointer   data)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);

  if (!agreed_comparison_view_is_in_view (self, self->current))
    return FALSE;
  request (self, self->style.column_x[AGREED_SIDE_NEWER],
           MAX (0, agreed_comparison_view_get_row_y (self, self->current)) + self->style.line_height);

  return TRUE;
}

void
agreed_comparison_view_class_add_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, request_by_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, request_by_key, NULL);
}

void
agreed_comparison_view_add_menu (AgreedComparisonView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *hold = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (hold), TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (hold, "pressed", G_CALLBACK (on_held), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (hold));
}
