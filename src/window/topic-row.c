/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-row.h"

#include <glib/gi18n.h>

#define N_COLORS 8

enum {
  DROPPED,
  STEP,
  N_SIGNALS,
};

struct _AgreedTopicRow {
  AdwActionRow parent_instance;

  char *id;
};

G_DEFINE_FINAL_TYPE (AgreedTopicRow, agreed_topic_row, ADW_TYPE_ACTION_ROW)

static guint signals[N_SIGNALS];

static GdkContentProvider *
prepare_drag (GtkDragSource  *source,
              double          x,
              double          y,
              AgreedTopicRow *self)
{
  return gdk_content_provider_new_typed (G_TYPE_STRING, self->id);
}

static void
begin_drag (GtkDragSource  *source,
            GdkDrag        *drag,
            AgreedTopicRow *self)
{
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 24, 24);
}

static gboolean
drop (GtkDropTarget  *target,
      const GValue   *value,
      double          x,
      double          y,
      AgreedTopicRow *self)
{
  const char *id = g_value_get_string (value);

  if (id == NULL || g_str_equal (id, self->id))
    return FALSE;
  g_signal_emit (self, signals[DROPPED], 0, id);
  return TRUE;
}

static gboolean
step (GtkWidget *widget,
      GVariant  *arguments,
      gpointer   user_data)
{
  g_signal_emit (widget, signals[STEP], 0, g_variant_get_int32 (arguments));
  return GDK_EVENT_STOP;
}

static void
agreed_topic_row_finalize (GObject *object)
{
  g_free (AGREED_TOPIC_ROW (object)->id);
  G_OBJECT_CLASS (agreed_topic_row_parent_class)->finalize (object);
}

static void
agreed_topic_row_class_init (AgreedTopicRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = agreed_topic_row_finalize;
  signals[DROPPED] = g_signal_new ("dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Up, GDK_CONTROL_MASK | GDK_SHIFT_MASK, step, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Down, GDK_CONTROL_MASK | GDK_SHIFT_MASK, step, "i", 1);
}

static void
agreed_topic_row_init (AgreedTopicRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_STRING, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_drag), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_drag), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static GtkWidget *
create_dot (guint color)
{
  GtkWidget *dot = adw_bin_new ();
  g_autofree char *style = g_strdup_printf ("topic-%u", color % N_COLORS);

  gtk_widget_add_css_class (dot, "topic-dot");
  gtk_widget_add_css_class (dot, style);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  return dot;
}

static GtkWidget *
create_image (const char *icon_name)
{
  GtkWidget *image = gtk_image_new_from_icon_name (icon_name);

  gtk_accessible_update_state (GTK_ACCESSIBLE (image), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_widget_add_css_class (image, "dimmed");
  return image;
}

GtkWidget *
agreed_topic_row_new (AgreedTopic *topic,
                      const char  *counts)
{
  AgreedTopicRow *self = g_object_new (AGREED_TYPE_TOPIC_ROW,
                                       "use-markup", FALSE,
                                       "title", agreed_topic_get_display_name (topic),
                                       "subtitle", counts,
                                       "activatable", TRUE,
                                       NULL);

  self->id = g_strdup (agreed_topic_get_id (topic));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), create_dot (agreed_topic_get_color (topic)));
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), create_image ("list-drag-handle-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), create_image ("go-next-symbolic"));
  return GTK_WIDGET (self);
}

const char *
agreed_topic_row_get_id (AgreedTopicRow *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC_ROW (self), NULL);

  return self->id;
}
