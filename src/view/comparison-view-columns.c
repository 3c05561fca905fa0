/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <math.h>

/* The columns' widths are dragged by the bands between them and the gutter; a double click makes them even. */

#define LEAST .2
#define MOST .8
/* Near the middle is the middle. */
#define EVEN .015

gboolean
agreed_comparison_view_is_on_handle (AgreedComparisonView *self,
                                     double                x)
{
  const AgreedViewStyle *style = &self->style;
  int end = style->gutter_x + style->gutter_width;

  if (!self->style_known || style->one_column || style->three_columns || style->width == 0)
    return FALSE;
  return (x >= style->gutter_x - style->gap && x < style->gutter_x) || (x >= end && x < end + style->gap);
}

static void
on_pressed (GtkGestureClick      *click,
            int                   n_press,
            double                x,
            double                y,
            AgreedComparisonView *self)
{
  if (!agreed_comparison_view_is_on_handle (self, x))
    {
      gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  if (n_press == 2)
    g_object_set (self, "older-share", .5, NULL);
  self->dragged_share = self->older_share;
}

static void
on_drag_update (GtkGestureDrag       *drag,
                double                dx,
                double                dy,
                AgreedComparisonView *self)
{
  int room = self->style.column_width[AGREED_SIDE_OLDER] + self->style.column_width[AGREED_SIDE_NEWER];
  double x, y, share;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (room == 0 || !gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + dx, y))
    return;

  share = self->dragged_share + (self->style.swapped ? -dx : dx) / room;
  if (fabs (share - .5) < EVEN)
    share = .5;
  g_object_set (self, "older-share", CLAMP (share, LEAST, MOST), NULL);
}

void
agreed_comparison_view_add_columns (AgreedComparisonView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  /* Before what selects text; and both denied together where the press is elsewhere. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
