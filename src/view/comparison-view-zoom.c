/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <math.h>

/* The size of the text: by key, by Ctrl and the wheel, by pinching. */

#define STEP 1.1
#define LEAST .5
#define MOST 3.

/* Whole percents, so that as many steps back lead to the size that was. */
static void
set_scale (AgreedComparisonView *self,
           double                scale)
{
  g_object_set (self, "text-scale", CLAMP (round (scale * 100) / 100, LEAST, MOST), NULL);
}

void
agreed_comparison_view_zoom (AgreedComparisonView *self,
                             int                   steps)
{
  double level;

  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  level = round (log (self->text_scale) / log (STEP));
  set_scale (self, steps != 0 ? pow (STEP, level + steps) : 1);
}

static gboolean
on_scroll (GtkEventControllerScroll *scroll,
           double                    dx,
           double                    dy,
           AgreedComparisonView     *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (scroll));

  if ((state & GDK_CONTROL_MASK) == 0)
    return GDK_EVENT_PROPAGATE;

  /* A wheel gives whole steps, a touchpad parts of them. */
  if (gtk_event_controller_scroll_get_unit (scroll) == GDK_SCROLL_UNIT_WHEEL && fabs (dy) >= 1)
    agreed_comparison_view_zoom (self, dy < 0 ? 1 : -1);
  else
    set_scale (self, self->text_scale * exp (-dy / 100));

  return GDK_EVENT_STOP;
}

static void
on_pinch_begin (GtkGesture           *pinch,
                GdkEventSequence     *sequence,
                AgreedComparisonView *self)
{
  self->pinch_scale = self->text_scale;
  gtk_gesture_set_state (pinch, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_pinch (GtkGestureZoom       *pinch,
          double                scale,
          AgreedComparisonView *self)
{
  set_scale (self, self->pinch_scale * scale);
}

void
agreed_comparison_view_add_zoom (AgreedComparisonView *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *pinch = gtk_gesture_zoom_new ();

  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (pinch), GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (on_scroll), self);
  g_signal_connect (pinch, "begin", G_CALLBACK (on_pinch_begin), self);
  g_signal_connect (pinch, "scale-changed", G_CALLBACK (on_pinch), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (pinch));
}
