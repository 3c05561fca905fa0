/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column-heads.h"

#include <math.h>

/* What a flat button has before its label: heads start that much before the text that they stand over. */
#define INDENT 10

typedef enum {
  PROP_VIEW = 1,
  PROP_OLDER,
  PROP_NEWER,
  PROP_EARLIEST,
} AgreedColumnHeadsProperty;

struct _AgreedColumnHeads {
  GtkWidget parent_instance;

  AgreedComparisonView *view;
  GtkWidget *heads[AGREED_N_TEXTS]; /* by side; that of the earliest text is seen where there is a column for it */
  int places[AGREED_N_TEXTS]; /* where they were put last */
  guint idle;
};

G_DEFINE_FINAL_TYPE (AgreedColumnHeads, agreed_column_heads, GTK_TYPE_WIDGET)

static GParamSpec *properties[PROP_EARLIEST + 1];

/* The column stands where the view has it, which in a window read from the right is not where the heads start. */
static gboolean
get_column (AgreedColumnHeads *self,
            AgreedSide         side,
            int                width,
            int               *x,
            int               *column_width)
{
  graphene_point_t origin;

  if (self->view == NULL || !agreed_comparison_view_get_column (self->view, side, x, column_width)
      || !gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (0, 0), &origin))
    return FALSE;
  *x += (int) roundf (origin.x);
  return *x >= 0 && *x + *column_width <= width;
}

static void
get_place (AgreedColumnHeads *self,
           AgreedSide         side,
           int                width,
           int               *x,
           int               *head_width)
{
  gboolean from_right = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (get_column (self, side, width, x, head_width))
    {
      int indent = from_right ? MIN (INDENT, width - *x - *head_width) : MIN (INDENT, *x);

      *x -= from_right ? 0 : indent;
      *head_width += indent;
      return;
    }
  *head_width = width / 2;
  *x = (side == AGREED_SIDE_NEWER) != from_right ? width / 2 : 0;
}

/* The view tells while it is given its size, when a request for another allocation would be lost: hence later. */
static void
put_in_place (gpointer user_data)
{
  AgreedColumnHeads *self = user_data;

  self->idle = 0;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
place_changed (AgreedColumnHeads *self)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      int x, width;

      if (!gtk_widget_get_visible (self->heads[side]))
        continue;
      get_place (self, side, gtk_widget_get_width (GTK_WIDGET (self)), &x, &width);
      if (x != self->places[side] && self->idle == 0)
        self->idle = g_idle_add_once (put_in_place, self);
    }
}

static void
agreed_column_heads_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  AgreedColumnHeads *self = AGREED_COLUMN_HEADS (widget);

  guint n_heads = 0;

  *minimum = *natural = 0;
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      int head_minimum, head_natural;

      if (!gtk_widget_get_visible (self->heads[side]))
        continue;
      n_heads++;
      gtk_widget_measure (self->heads[side], orientation, -1, &head_minimum, &head_natural, NULL, NULL);
      *minimum = MAX (*minimum, head_minimum);
      *natural = MAX (*natural, head_natural);
    }
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum *= n_heads;
      *natural *= n_heads;
    }
}

static void
agreed_column_heads_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  AgreedColumnHeads *self = AGREED_COLUMN_HEADS (widget);

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      int x, head_width, minimum;

      if (!gtk_widget_get_visible (self->heads[side]))
        continue;
      gtk_widget_measure (self->heads[side], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      get_place (self, side, width, &x, &head_width);
      self->places[side] = x;
      gtk_widget_size_allocate (self->heads[side], &(GtkAllocation){ x, 0, MAX (head_width, minimum), height }, -1);
    }
}

static void
agreed_column_heads_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  AgreedColumnHeads *self = AGREED_COLUMN_HEADS (object);

  switch ((AgreedColumnHeadsProperty) prop_id)
    {
    case PROP_VIEW:
      self->view = g_value_get_object (value);
      if (self->view != NULL)
        g_signal_connect_object (self->view, "place-changed", G_CALLBACK (place_changed), self, G_CONNECT_SWAPPED);
      break;
    case PROP_OLDER:
    case PROP_NEWER:
    case PROP_EARLIEST:
      self->heads[prop_id - PROP_OLDER] = g_value_get_object (value);
      gtk_widget_set_parent (self->heads[prop_id - PROP_OLDER], GTK_WIDGET (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_column_heads_dispose (GObject *object)
{
  AgreedColumnHeads *self = AGREED_COLUMN_HEADS (object);

  self->view = NULL;
  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_clear_pointer (&self->heads[side], gtk_widget_unparent);
  G_OBJECT_CLASS (agreed_column_heads_parent_class)->dispose (object);
}

static void
agreed_column_heads_class_init (AgreedColumnHeadsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags once = G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS;

  object_class->set_property = agreed_column_heads_set_property;
  object_class->dispose = agreed_column_heads_dispose;
  widget_class->measure = agreed_column_heads_measure;
  widget_class->size_allocate = agreed_column_heads_size_allocate;

  properties[PROP_VIEW] = g_param_spec_object ("view", NULL, NULL, AGREED_TYPE_COMPARISON_VIEW, once);
  properties[PROP_OLDER] = g_param_spec_object ("older", NULL, NULL, GTK_TYPE_WIDGET, once);
  properties[PROP_NEWER] = g_param_spec_object ("newer", NULL, NULL, GTK_TYPE_WIDGET, once);
  properties[PROP_EARLIEST] = g_param_spec_object ("earliest", NULL, NULL, GTK_TYPE_WIDGET, once);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
  gtk_widget_class_set_css_name (widget_class, "columnheads");
}

static void
agreed_column_heads_init (AgreedColumnHeads *self)
{
}
