/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <string.h>

/* Pixels of scrolling a second for each pixel that the pointer is outside. */
#define EDGE_SPEED 12

/* The row at a place of the view, and the place in that row. Returns: NULL where there is none */
static AgreedRowLayout *
find_row (AgreedComparisonView *self,
          double                y,
          guint                *position,
          double               *row_y)
{
  double top = -self->anchor_offset;

  for (guint i = 0; i < self->n_in_view; i++)
    {
      AgreedRowLayout *layout;

      if (agreed_comparison_view_is_hidden (self, self->anchor + i))
        continue;
      layout = agreed_comparison_view_ensure_row (self, self->anchor + i);

      if (y < top + layout->height)
        {
          *position = self->anchor + i;
          *row_y = y - top;
          return layout;
        }
      top += layout->height;
    }

  return NULL;
}

const AgreedArea *
agreed_comparison_view_find_area (AgreedComparisonView  *self,
                                  double                 x,
                                  double                 y,
                                  AgreedRowLayout      **layout,
                                  double                *row_top)
{
  guint position;
  double row_y;

  *layout = find_row (self, y, &position, &row_y);
  if (*layout == NULL)
    return NULL;
  *row_top = y - row_y;

  return agreed_row_layout_find_area (*layout, x, row_y);
}

/* Below the last row is the end of it; above the first its start. */
static gboolean
find_place (AgreedComparisonView *self,
            AgreedSide            column,
            double                x,
            double                y,
            AgreedTextPlace      *place)
{
  double row_y;
  AgreedRowLayout *layout = find_row (self, y, &place->row, &row_y);

  if (self->n_in_view == 0)
    return FALSE;
  if (layout == NULL)
    {
      place->row = self->anchor + self->n_in_view - 1;
      layout = agreed_comparison_view_ensure_row (self, place->row);
      row_y = layout->height;
    }
  place->index = agreed_row_layout_find_index (layout, column, x, row_y);

  return TRUE;
}

static void
select_around (AgreedComparisonView *self,
               AgreedTextPlace       place,
               gboolean              whole_passage)
{
  AgreedSide column = self->selection.column;
  AgreedRowLayout *layout = agreed_comparison_view_ensure_row (self, place.row);
  gsize index = place.index, start = 0, end;
  AgreedPassage *passage = agreed_row_layout_find_passage (layout, column, &index);

  if (passage == NULL)
    return;

  end = strlen (passage->text);
  if (!whole_passage)
    agreed_text_find_word (passage->text, self->languages[passage->side], index, &start, &end);
  self->selection.fixed = (AgreedTextPlace) { place.row, passage->base + start };
  self->selection.moving = (AgreedTextPlace) { place.row, passage->base + end };
}

static void
on_pressed (GtkGestureClick      *click,
            int                   n_press,
            double                x,
            double                y,
            AgreedComparisonView *self)
{
  gboolean extend = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click)) & GDK_SHIFT_MASK;
  AgreedTextPlace place;

  if (!extend)
    self->selection.column = agreed_view_style_find_column (&self->style, x);
  if (!find_place (self, self->selection.column, x, y, &place))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  agreed_comparison_view_set_current (self, place.row);
  if (n_press > 1)
    select_around (self, place, n_press > 2);
  else if (extend)
    self->selection.moving = place;
  else
    self->selection.fixed = self->selection.moving = place;
  if (n_press > 1)
    agreed_comparison_view_share_selection (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
agreed_comparison_view_activate_area (AgreedComparisonView *self,
                                      AgreedRow            *its_row,
                                      const AgreedArea     *area)
{
  const guint *signals = agreed_comparison_view_signals;
  /* What is called may change the row, and with it the area. */
  g_autoptr (AgreedRow) row = g_object_ref (its_row), moved = NULL;
  g_autoptr (AgreedTag) tag = NULL;
  g_autoptr (AgreedParagraph) paragraph = NULL;

  g_set_object (&moved, area->moved);
  g_set_object (&tag, area->tag);
  g_set_object (&paragraph, area->paragraph);
  switch (area->kind)
    {
    case AGREED_AREA_MOVE:
      g_signal_emit (self, signals[AGREED_VIEW_MOVE_ACTIVATED], 0, row);
      break;
    case AGREED_AREA_TAG:
      g_signal_emit (self, signals[AGREED_VIEW_TAG_ACTIVATED], 0, paragraph, tag);
      break;
    case AGREED_AREA_NOTE:
      g_signal_emit (self, signals[AGREED_VIEW_NOTE_ACTIVATED], 0, paragraph);
      break;
    case AGREED_AREA_TRACE:
      agreed_comparison_view_jump_to (self, agreed_comparison_view_find_row (self, moved));
      break;
    case AGREED_AREA_FOLD:
      agreed_comparison_view_unfold (self, self->current);
      break;
    case AGREED_AREA_FOOTNOTE:
    case AGREED_AREA_LABEL:
    default:
      break;
    }
}

static void
on_released (GtkGestureClick      *click,
             int                   n_press,
             double                x,
             double                y,
             AgreedComparisonView *self)
{
  AgreedRowLayout *layout;
  double row_top;
  const AgreedArea *area = agreed_comparison_view_find_area (self, x, y, &layout, &row_top);

  if (area != NULL && n_press == 1 && agreed_selection_is_empty (&self->selection))
    agreed_comparison_view_activate_area (self, layout->row, area);
}

static void
drag_selection (AgreedComparisonView *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  find_place (self, self->selection.column, self->pointer_x, CLAMP (self->pointer_y, 0, height - 1),
              &self->selection.moving);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* While the pointer is held outside, the view follows it. */
static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  double beyond = self->pointer_y < 0 ? self->pointer_y : self->pointer_y - gtk_widget_get_height (widget);

  if (self->pointer_y >= 0 && beyond <= 0)
    {
      self->scroll_tick = 0;
      return G_SOURCE_REMOVE;
    }

  agreed_comparison_view_scroll_by (self, beyond * EDGE_SPEED / 60);
  drag_selection (self);

  return G_SOURCE_CONTINUE;
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device = gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
on_drag_begin (GtkGestureDrag       *drag,
               double                x,
               double                y,
               AgreedComparisonView *self)
{
  self->is_selecting = FALSE;
  if (is_touch (GTK_GESTURE (drag)))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_drag_update (GtkGestureDrag       *drag,
                double                dx,
                double                dy,
                AgreedComparisonView *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (!self->is_selecting && !gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + dx, y + dy))
    return;

  self->is_selecting = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
  self->pointer_x = x + dx;
  self->pointer_y = y + dy;
  drag_selection (self);
  if (self->scroll_tick == 0 && (self->pointer_y < 0 || self->pointer_y > gtk_widget_get_height (GTK_WIDGET (self))))
    self->scroll_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
}

static void
on_drag_end (GtkGestureDrag       *drag,
             double                dx,
             double                dy,
             AgreedComparisonView *self)
{
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  if (self->is_selecting)
    agreed_comparison_view_share_selection (self);
  self->is_selecting = FALSE;
}

void
agreed_comparison_view_update_cursor (AgreedComparisonView *self,
                                      double                x,
                                      double                y,
                                      gboolean              control)
{
  AgreedRowLayout *layout;
  double row_top;
  const AgreedArea *area = agreed_comparison_view_find_area (self, x, y, &layout, &row_top);
  const char *cursor = NULL;
  AgreedParagraph *paragraph;
  AgreedSide side;
  gsize offset;

  if (agreed_comparison_view_is_on_handle (self, x))
    cursor = "col-resize";
  else if (area != NULL)
    cursor = area->kind == AGREED_AREA_FOOTNOTE ? "help" : area->kind == AGREED_AREA_LABEL ? "grab" : "pointer";
  else if (control && agreed_comparison_view_find_reference (self, x, y, &side, &paragraph, &offset))
    cursor = "pointer";
  else if (layout != NULL && !agreed_view_style_is_in_gutter (&self->style, x, 8))
    cursor = "text";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

static void
on_motion (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           AgreedComparisonView     *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (motion));

  self->hover_x = x;
  self->hover_y = y;
  agreed_comparison_view_update_cursor (self, x, y, (state & GDK_CONTROL_MASK) != 0);
}

static void
on_leave (GtkEventControllerMotion *motion,
          AgreedComparisonView     *self)
{
  self->hover_x = self->hover_y = -1;
}

static gboolean
step_row (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   data)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  guint n_rows = agreed_comparison_view_get_n_rows (self);
  int step = g_variant_get_int32 (arguments);
  guint end = step > 0 ? n_rows - 1 : 0;

  if (n_rows == 0)
    return FALSE;

  if (step != G_MAXINT && step != G_MININT)
    agreed_comparison_view_stay_at (self, self->current == GTK_INVALID_LIST_POSITION
                                            ? self->anchor
                                            : agreed_comparison_view_find_next_shown (self, self->current, step));
  else if (agreed_comparison_view_get_fold (self, agreed_comparison_view_find_shown (self, end)) > 0)
    agreed_comparison_view_stay_at (self, end);
  else
    agreed_comparison_view_jump_to (self, end);

  return TRUE;
}

/* The current row goes along, so that reading goes on where the eye is. */
static gboolean
step_page (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   data)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  int direction = g_variant_get_int32 (arguments);
  guint row;

  if (self->n_in_view == 0)
    return FALSE;

  agreed_comparison_view_scroll_by (self, direction * gtk_widget_get_height (widget) * .9);
  row = self->anchor + (self->anchor_offset > 0 && self->n_in_view > 1 ? 1 : 0);
  if (direction > 0 && self->anchor + self->n_in_view == agreed_comparison_view_get_n_rows (self))
    row = MAX (row, self->current != GTK_INVALID_LIST_POSITION ? self->current : 0);
  agreed_comparison_view_set_current (self, row);

  return TRUE;
}

void
agreed_comparison_view_class_add_input (GtkWidgetClass *widget_class)
{
  static const struct {
    guint keys[2];
    int step;
  } steps[] = {
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, -1 },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, 1 },
    { { GDK_KEY_Home, GDK_KEY_KP_Home }, G_MININT },
    { { GDK_KEY_End, GDK_KEY_KP_End }, G_MAXINT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    for (guint k = 0; k < G_N_ELEMENTS (steps[i].keys); k++)
      {
        gtk_widget_class_add_binding (widget_class, steps[i].keys[k], 0, step_row, "i", steps[i].step);
        if (ABS ((gint64) steps[i].step) > 1)
          gtk_widget_class_add_binding (widget_class, steps[i].keys[k], GDK_CONTROL_MASK, step_row, "i", steps[i].step);
      }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, step_page, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Up, 0, step_page, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, step_page, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Page_Down, 0, step_page, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, step_page, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, GDK_SHIFT_MASK, step_page, "i", -1);
  agreed_comparison_view_class_add_copy (widget_class);
  agreed_comparison_view_class_add_menu (widget_class);
}

void
agreed_comparison_view_add_input (AgreedComparisonView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), motion);

  agreed_comparison_view_add_menu (self);

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (agreed_comparison_view_query_tooltip), NULL);
}
