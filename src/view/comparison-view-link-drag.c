/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

/* Linking two paragraphs by hand: the label of one is dragged onto the other. The one that would be linked is framed while
 * the pointer is on it; Escape lets go. */

/* Pixels of scrolling a frame where the pointer is above or below the view, for each pixel that it is outside. */
#define EDGE_SPEED .2

typedef struct _AgreedLinkDrag {
  AgreedRow *row; /* where the label stands */
  AgreedParagraph *paragraph;
  AgreedSide side;
  GdkRectangle label; /* in its row */
  double x, y; /* of the pointer */
  AgreedRow *target_row; /* or NULL */
  AgreedParagraph *target;
  guint tick;
} LinkDrag;

static void
set_target (AgreedComparisonView *self,
            AgreedRow            *row,
            AgreedParagraph      *paragraph)
{
  g_set_object (&self->link_drag->target_row, row);
  g_set_object (&self->link_drag->target, paragraph);
}

static gboolean
are_linked (AgreedRow       *row,
            AgreedParagraph *one,
            AgreedParagraph *other)
{
  GPtrArray *links = agreed_row_get_links (row);

  for (guint i = 0; i < links->len; i++)
    {
      AgreedParagraph *older = agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_OLDER);
      AgreedParagraph *newer = agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_NEWER);

      if ((older == one && newer == other) || (older == other && newer == one))
        return TRUE;
    }

  return FALSE;
}

/* The passage of a column at a height of its row: the last one that begins above. */
static AgreedPassage *
find_passage (GPtrArray *passages,
              double     y)
{
  AgreedPassage *found = passages->len > 0 ? g_ptr_array_index (passages, 0) : NULL;

  for (guint i = 1; i < passages->len; i++)
    if (((AgreedPassage *) g_ptr_array_index (passages, i))->y <= y)
      found = g_ptr_array_index (passages, i);

  return found;
}

static void
find_target (AgreedComparisonView *self)
{
  LinkDrag *drag = self->link_drag;
  AgreedSide other = drag->side == AGREED_SIDE_OLDER ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;
  AgreedRowLayout *layout;
  AgreedPassage *passage = NULL;
  double row_top;

  agreed_comparison_view_find_area (self, drag->x, drag->y, &layout, &row_top);
  if (layout != NULL && agreed_view_style_find_column (&self->style, drag->x) == other)
    passage = find_passage (layout->passages[other], drag->y - row_top);
  if (passage != NULL && !are_linked (layout->row, drag->paragraph, passage->paragraph))
    set_target (self, layout->row, passage->paragraph);
  else
    set_target (self, NULL, NULL);
}

gboolean
agreed_comparison_view_begin_link (AgreedComparisonView *self,
                                   double                x,
                                   double                y)
{
  AgreedRowLayout *layout;
  double row_top;
  const AgreedArea *area = agreed_comparison_view_find_area (self, x, y, &layout, &row_top);

  if (area == NULL || area->kind != AGREED_AREA_LABEL)
    return FALSE;
  agreed_comparison_view_end_link (self, FALSE);
  self->link_drag = g_new0 (LinkDrag, 1);
  self->link_drag->row = g_object_ref (layout->row);
  self->link_drag->paragraph = g_object_ref (area->paragraph);
  self->link_drag->side = area->side;
  self->link_drag->label = area->place;
  self->link_drag->x = x;
  self->link_drag->y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");

  return TRUE;
}

/* While the pointer is held outside, the view follows it. */
static gboolean
on_tick (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       data)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  LinkDrag *drag = self->link_drag;
  double beyond = drag->y < 0 ? drag->y : drag->y - gtk_widget_get_height (widget);

  if (drag->y >= 0 && beyond <= 0)
    {
      drag->tick = 0;
      return G_SOURCE_REMOVE;
    }
  agreed_comparison_view_scroll_by (self, beyond * EDGE_SPEED);
  gtk_widget_queue_draw (widget);

  return G_SOURCE_CONTINUE;
}

void
agreed_comparison_view_move_link (AgreedComparisonView *self,
                                  double                x,
                                  double                y)
{
  LinkDrag *drag = self->link_drag;

  if (drag == NULL)
    return;
  drag->x = x;
  drag->y = y;
  find_target (self);
  if (drag->tick == 0 && (y < 0 || y > gtk_widget_get_height (GTK_WIDGET (self))))
    drag->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), on_tick, NULL, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
agreed_comparison_view_end_link (AgreedComparisonView *self,
                                 gboolean              drop)
{
  g_autofree LinkDrag *drag = g_steal_pointer (&self->link_drag);
  gboolean is_older;

  if (drag == NULL)
    return;
  if (drag->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), drag->tick);
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  is_older = drag->side == AGREED_SIDE_OLDER;
  if (drop && drag->target != NULL)
    g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_LINK_DROPPED], 0,
                   is_older ? drag->paragraph : drag->target, is_older ? drag->target : drag->paragraph);
  g_clear_object (&drag->row);
  g_clear_object (&drag->paragraph);
  g_clear_object (&drag->target_row);
  g_clear_object (&drag->target);
}

/* A frame around the paragraph that would be linked. */
static void
draw_target (AgreedComparisonView *self,
             guint                 position,
             GtkSnapshot          *snapshot)
{
  AgreedRowLayout *layout = agreed_comparison_view_ensure_row (self, position);
  GPtrArray *passages = layout->passages[self->link_drag->side == AGREED_SIDE_OLDER ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER];
  double row_y = agreed_comparison_view_get_row_y (self, position);
  const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA *accent = &self->style.colors.accent;
  const GdkRGBA colors[] = { *accent, *accent, *accent, *accent };

  for (guint i = 0; i < passages->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (passages, i);
      GskRoundedRect frame;

      if (passage->paragraph != self->link_drag->target)
        continue;
      gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT (passage->x - 9, row_y + passage->y - 6,
                                                                    passage->width + 18, passage->height + 12), 6);
      gtk_snapshot_push_rounded_clip (snapshot, &frame);
      gtk_snapshot_append_color (snapshot, &self->style.colors.current, &frame.bounds);
      gtk_snapshot_pop (snapshot);
      gtk_snapshot_append_border (snapshot, &frame, widths, colors);
    }
}

/* A line from the label to the pointer, with a dot at its end. */
static void
draw_line (AgreedComparisonView *self,
           double                row_y,
           GtkSnapshot          *snapshot)
{
  LinkDrag *drag = self->link_drag;
  gboolean to_right = drag->x > drag->label.x + drag->label.width / 2.;
  double x = drag->label.x + (to_right ? drag->label.width : 0), y = row_y + drag->label.y + drag->label.height / 2.;
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL, dot = NULL;
  GskStroke *stroke = gsk_stroke_new (2);

  gsk_path_builder_move_to (builder, x, y);
  gsk_path_builder_cubic_to (builder, (x + drag->x) / 2, y, (x + drag->x) / 2, drag->y, drag->x, drag->y);
  path = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_stroke (snapshot, path, stroke, &self->style.colors.accent);
  gsk_stroke_free (stroke);
  builder = gsk_path_builder_new ();
  gsk_path_builder_add_circle (builder, &GRAPHENE_POINT_INIT (drag->x, drag->y), 4);
  dot = gsk_path_builder_free_to_path (g_steal_pointer (&builder));
  gtk_snapshot_append_fill (snapshot, dot, GSK_FILL_RULE_WINDING, &self->style.colors.accent);
}

void
agreed_comparison_view_draw_link (AgreedComparisonView *self,
                                  GtkSnapshot          *snapshot)
{
  guint from, to;

  if (self->link_drag == NULL)
    return;
  from = agreed_comparison_view_find_row (self, self->link_drag->row);
  to = self->link_drag->target_row != NULL ? agreed_comparison_view_find_row (self, self->link_drag->target_row)
                                           : GTK_INVALID_LIST_POSITION;
  if (to != GTK_INVALID_LIST_POSITION && agreed_comparison_view_is_in_view (self, to))
    draw_target (self, to, snapshot);
  if (from != GTK_INVALID_LIST_POSITION)
    draw_line (self, agreed_comparison_view_get_row_y (self, from), snapshot);
}

static void
on_drag_begin (GtkGestureDrag       *gesture,
               double                x,
               double                y,
               AgreedComparisonView *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), agreed_comparison_view_begin_link (self, x, y) ? GTK_EVENT_SEQUENCE_CLAIMED
                                                                                               : GTK_EVENT_SEQUENCE_DENIED);
  if (self->link_drag == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self));
  agreed_comparison_view_set_current (self, agreed_comparison_view_find_row (self, self->link_drag->row));
}

static void
on_drag_update (GtkGestureDrag       *gesture,
                double                dx,
                double                dy,
                AgreedComparisonView *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  agreed_comparison_view_move_link (self, x + dx, y + dy);
}

static void
on_drag_end (GtkGestureDrag       *gesture,
             double                dx,
             double                dy,
             AgreedComparisonView *self)
{
  agreed_comparison_view_end_link (self, TRUE);
}

static void
on_cancel (GtkGesture           *gesture,
           GdkEventSequence     *sequence,
           AgreedComparisonView *self)
{
  agreed_comparison_view_end_link (self, FALSE);
}

static gboolean
on_key_pressed (GtkEventControllerKey *keys,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                AgreedComparisonView  *self)
{
  if (key != GDK_KEY_Escape || self->link_drag == NULL)
    return GDK_EVENT_PROPAGATE;
  agreed_comparison_view_end_link (self, FALSE);

  return GDK_EVENT_STOP;
}

void
agreed_comparison_view_add_link_drag (AgreedComparisonView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  /* Before what selects text, and before Escape closes something else. */
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (on_drag_end), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (on_cancel), self);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
