/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview.h"

#include "comparison-view-private.h"
#include "row-accessible.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define WIDTH 18
#define LEAST_MARK 2

struct _AgreedOverview {
  GtkWidget parent_instance;

  AgreedComparisonView *view;
  GtkAdjustment *adjustment;
  GskRenderNode *marks; /* made for one size; NULL where it has to be made anew */
};

enum { PROP_0, PROP_VIEW, N_PROPS };

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (AgreedOverview, agreed_overview, GTK_TYPE_WIDGET)

static void
forget_marks (AgreedOverview *self)
{
  g_clear_pointer (&self->marks, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
on_adjustment_changed (AgreedOverview *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_adjustment (AgreedOverview *self,
                GtkAdjustment  *adjustment)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_set_object (&self->adjustment, adjustment);
  if (adjustment == NULL)
    return;

  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (on_adjustment_changed), self);
  g_signal_connect_swapped (adjustment, "changed", G_CALLBACK (on_adjustment_changed), self);
}

static void
on_view_adjustment (AgreedOverview *self)
{
  set_adjustment (self, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)));
}

/* Shapes as well as colours: what was removed is a mark on the older side of the strip, what was added one on the newer
 * side, what was reworded one on each; what was moved, split or merged has a mark along the edge beside them. */
typedef enum {
  LANE_REWORDED,
  LANE_REMOVED,
  LANE_ADDED,
  LANE_MOVED,
  N_LANES,
} Lane;

/* Marks that touch are drawn as one, so that a long text costs no more than a short one. */
typedef struct {
  float start;
  float end;
} Span;

static void
draw_span (AgreedOverview *self,
           GtkSnapshot    *snapshot,
           Lane            lane,
           const Span     *span)
{
  static const AgreedChange changes[] = { AGREED_CHANGE_REWORDED, AGREED_CHANGE_REMOVED, AGREED_CHANGE_ADDED };
  const AgreedViewStyle *style = &self->view->style;
  const GdkRGBA *color = lane == LANE_MOVED ? &style->colors.moved : &style->colors.change[changes[lane]];
  const float margin = 4, half = (WIDTH - 2 * margin - 2) / 2., height = span->end - span->start;
  const float sides[] = { margin, margin + half + 2 };

  if (height <= 0)
    return;
  if (lane == LANE_MOVED)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (0, span->start, 3, height));
  if (lane == LANE_REMOVED || lane == LANE_REWORDED)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (sides[style->swapped], span->start, half, height));
  if (lane == LANE_ADDED || lane == LANE_REWORDED)
    gtk_snapshot_append_color (snapshot, color, &GRAPHENE_RECT_INIT (sides[!style->swapped], span->start, half, height));
}

static void
add_mark (AgreedOverview *self,
          GtkSnapshot    *snapshot,
          Lane            lane,
          Span           *spans,
          float           start,
          float           end)
{
  Span *span = &spans[lane];

  if (start > span->end)
    {
      draw_span (self, snapshot, lane, span);
      span->start = start;
    }
  span->end = MAX (span->end, end);
}

static gboolean
has_other_footnotes (AgreedOverview *self,
                     AgreedRow      *row)
{
  g_autoptr (GArray) changes = agreed_row_find_footnote_changes (row, &self->view->style);

  return changes != NULL;
}

static void
add_marks (AgreedOverview *self,
           GtkSnapshot    *snapshot,
           AgreedRow      *row,
           Span           *spans,
           float           start,
           float           end)
{
  switch (agreed_row_get_change (row))
    {
    case AGREED_CHANGE_REWORDED:
      add_mark (self, snapshot, LANE_REWORDED, spans, start, end);
      break;
    case AGREED_CHANGE_REMOVED:
      add_mark (self, snapshot, LANE_REMOVED, spans, start, end);
      break;
    case AGREED_CHANGE_ADDED:
      add_mark (self, snapshot, LANE_ADDED, spans, start, end);
      break;
    case AGREED_CHANGE_UNCHANGED:
    default:
      if (has_other_footnotes (self, row))
        add_mark (self, snapshot, LANE_REWORDED, spans, start, end);
      break;
    }
  if (agreed_row_get_moved (row) || agreed_row_get_split (row) || agreed_row_get_merged (row))
    add_mark (self, snapshot, LANE_MOVED, spans, start, end);
  if (agreed_row_get_before (row) != NULL)
    add_marks (self, snapshot, agreed_row_get_before (row), spans, start, end);
}

/* Rows in which something was found have a mark across the whole strip, over the others: yellow with an edge, which is
 * seen on any ground. */
static void
draw_found (AgreedOverview *self,
            GtkSnapshot    *snapshot,
            double          scale)
{
  static const GdkRGBA fill = { .98f, .84f, .2f, 1 }, edge = { .36f, .25f, 0, 1 };
  guint n_rows = agreed_comparison_view_get_n_rows (self->view);
  double start = 0, last = -LEAST_MARK;

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (self->view->rows, i);
      float y = floor (start);

      start += agreed_row_heights_get (self->view->heights, i) * scale;
      if (y < last + LEAST_MARK || !agreed_comparison_view_row_is_found (self->view, row))
        continue;
      gtk_snapshot_append_color (snapshot, &edge, &GRAPHENE_RECT_INIT (0, y, WIDTH, LEAST_MARK + 2));
      gtk_snapshot_append_color (snapshot, &fill, &GRAPHENE_RECT_INIT (1, y + 1, WIDTH - 2, LEAST_MARK));
      last = y;
    }
}

static GskRenderNode *
create_marks (AgreedOverview *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  AgreedComparisonView *view = self->view;
  guint n_rows = agreed_comparison_view_get_n_rows (view);
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = height / MAX (agreed_row_heights_get_total (view->heights), height);
  double start = 0;
  Span spans[N_LANES];

  for (guint lane = 0; lane < N_LANES; lane++)
    spans[lane] = (Span) { -1, -1 };
  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (view->rows, i);
      double end = start + agreed_row_heights_get (view->heights, i) * scale;

      add_marks (self, snapshot, row, spans, floor (start), floor (start) + MAX (LEAST_MARK, floor (end - start) - 1));
      start = end;
    }
  for (guint lane = 0; lane < N_LANES; lane++)
    draw_span (self, snapshot, lane, &spans[lane]);
  if (view->found_rows != NULL)
    draw_found (self, snapshot, scale);

  return gtk_snapshot_free_to_node (snapshot);
}

static void
draw_frame (AgreedOverview *self,
            GtkSnapshot    *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  double upper, page;
  GskRoundedRect frame;
  GdkRGBA fill, line;

  if (self->adjustment == NULL)
    return;
  upper = gtk_adjustment_get_upper (self->adjustment);
  page = gtk_adjustment_get_page_size (self->adjustment);
  if (upper <= page || upper <= 0)
    return;

  gtk_widget_get_color (GTK_WIDGET (self), &fill);
  line = fill;
  fill.alpha *= .08;
  line.alpha *= .35;
  page = MAX (12, page / upper * height);
  gsk_rounded_rect_init_from_rect (
    &frame,
    &GRAPHENE_RECT_INIT (.5, MIN (gtk_adjustment_get_value (self->adjustment) / upper * height, height - page) + .5,
                         width - 1, page - 1),
    3);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &fill, &frame.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1, 1, 1, 1 }, (GdkRGBA[4]) { line, line, line, line });
}

static void
agreed_overview_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
  AgreedOverview *self = AGREED_OVERVIEW (widget);

  if (self->view == NULL || !self->view->style_known)
    return;

  if (self->marks == NULL)
    self->marks = create_marks (self);
  draw_frame (self, snapshot);
  if (self->marks != NULL)
    gtk_snapshot_append_node (snapshot, self->marks);
}

static void
agreed_overview_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : 0;
}

static void
agreed_overview_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  g_clear_pointer (&AGREED_OVERVIEW (widget)->marks, gsk_render_node_unref);
}

/* The row that is drawn at @y, or GTK_INVALID_LIST_POSITION. */
static guint
find_row (AgreedOverview *self,
          double          y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double total;

  if (self->view == NULL || height == 0 || agreed_comparison_view_get_n_rows (self->view) == 0)
    return GTK_INVALID_LIST_POSITION;

  total = MAX (agreed_row_heights_get_total (self->view->heights), height);
  y = CLAMP (y, 0, height - 1);

  return agreed_row_heights_find (self->view->heights, y / height * total, NULL);
}

static void
on_pressed (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            AgreedOverview  *self)
{
  guint position = find_row (self, y);

  if (position != GTK_INVALID_LIST_POSITION)
    agreed_comparison_view_jump_to (self->view, position);
}

static void
on_drag_update (GtkGestureDrag *drag,
                double          dx,
                double          dy,
                AgreedOverview *self)
{
  double x, y;
  int height = gtk_widget_get_height (GTK_WIDGET (self));

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  if (self->adjustment == NULL || height == 0 || !gtk_drag_check_threshold (GTK_WIDGET (self), 0, y, 0, y + dy))
    return;

  gtk_adjustment_set_value (self->adjustment,
                            (y + dy) / height * gtk_adjustment_get_upper (self->adjustment) -
                              gtk_adjustment_get_page_size (self->adjustment) / 2);
}

static gboolean
on_query_tooltip (AgreedOverview *self,
                  int             x,
                  int             y,
                  gboolean        by_keyboard,
                  GtkTooltip     *tooltip)
{
  guint position = by_keyboard ? GTK_INVALID_LIST_POSITION : find_row (self, y);
  g_autoptr (AgreedRow) row = NULL;
  g_autofree char *words = NULL;

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;

  row = g_list_model_get_item (self->view->rows, position);
  words = agreed_row_describe (row);
  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { 0, y - 4, WIDTH, 8 });
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

static void
agreed_overview_set_property (GObject      *object,
                              guint         property,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  if (property == PROP_VIEW)
    agreed_overview_set_view (AGREED_OVERVIEW (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
agreed_overview_get_property (GObject    *object,
                              guint       property,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (property == PROP_VIEW)
    g_value_set_object (value, AGREED_OVERVIEW (object)->view);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
}

static void
agreed_overview_dispose (GObject *object)
{
  AgreedOverview *self = AGREED_OVERVIEW (object);

  set_adjustment (self, NULL);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_object (&self->view);
  g_clear_pointer (&self->marks, gsk_render_node_unref);

  G_OBJECT_CLASS (agreed_overview_parent_class)->dispose (object);
}

static void
agreed_overview_class_init (AgreedOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = agreed_overview_set_property;
  object_class->get_property = agreed_overview_get_property;
  object_class->dispose = agreed_overview_dispose;
  widget_class->snapshot = agreed_overview_snapshot;
  widget_class->measure = agreed_overview_measure;
  widget_class->size_allocate = agreed_overview_size_allocate;

  properties[PROP_VIEW] =
    g_param_spec_object ("view", NULL, NULL, AGREED_TYPE_COMPARISON_VIEW,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "overview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
agreed_overview_init (AgreedOverview *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (on_drag_update), self);
  gtk_gesture_group (drag, click);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Changes in the whole text"), -1);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect (self, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);
}

GtkWidget *
agreed_overview_new (void)
{
  return g_object_new (AGREED_TYPE_OVERVIEW, NULL);
}

void
agreed_overview_set_view (AgreedOverview       *self,
                          AgreedComparisonView *view)
{
  g_return_if_fail (AGREED_IS_OVERVIEW (self));
  g_return_if_fail (view == NULL || AGREED_IS_COMPARISON_VIEW (view));

  if (self->view == view)
    return;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_set_object (&self->view, view);
  set_adjustment (self, NULL);
  if (view != NULL)
    {
      g_signal_connect_swapped (view, "place-changed", G_CALLBACK (forget_marks), self);
      g_signal_connect_swapped (view, "notify::vadjustment", G_CALLBACK (on_view_adjustment), self);
      on_view_adjustment (self);
    }
  forget_marks (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VIEW]);
}
