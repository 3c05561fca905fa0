/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-chart.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define BAR_HEIGHT 64
#define BAR_WIDTH 36

struct _AgreedTopicChart {
  GtkWidget parent_instance;

  GtkWidget *bars; /* a box, in which each text has a column */
};

G_DEFINE_FINAL_TYPE (AgreedTopicChart, agreed_topic_chart, GTK_TYPE_WIDGET)

static void
agreed_topic_chart_dispose (GObject *object)
{
  AgreedTopicChart *self = AGREED_TOPIC_CHART (object);

  g_clear_pointer (&self->bars, gtk_widget_unparent);
  G_OBJECT_CLASS (agreed_topic_chart_parent_class)->dispose (object);
}

static void
agreed_topic_chart_class_init (AgreedTopicChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_topic_chart_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
agreed_topic_chart_init (AgreedTopicChart *self)
{
  self->bars = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_widget_set_halign (self->bars, GTK_ALIGN_CENTER);
  gtk_widget_set_parent (self->bars, GTK_WIDGET (self));
}

static GtkWidget *
create_label (const char *words,
              const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_widget_add_css_class (label, style);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 14);
  return label;
}

/* A bar as high as the number asks for, from the bottom up; no paragraph is a line. */
static GtkWidget *
create_column (const AgreedTopicSession *session,
               guint                     most,
               guint                     color)
{
  GtkWidget *column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *bar = adw_bin_new ();
  g_autofree char *count = g_strdup_printf ("%u", session->paragraphs);
  g_autofree char *style = g_strdup_printf ("topic-%u", color % 8);
  GtkWidget *label = create_label (count, "caption-heading");

  gtk_widget_set_size_request (bar, BAR_WIDTH, MAX (2, (int) (BAR_HEIGHT * session->paragraphs / most)));
  gtk_widget_set_halign (bar, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (bar, "topic-bar");
  gtk_widget_add_css_class (bar, style);
  gtk_widget_set_vexpand (label, TRUE);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (column), label);
  gtk_box_append (GTK_BOX (column), bar);
  gtk_box_append (GTK_BOX (column), create_label (agreed_text_get_display_name (session->text), "caption"));
  return column;
}

/* "A/RES/65/141: 10; A/RES/66/184: 6" */
static char *
describe (GArray *sessions)
{
  g_autoptr (GStrvBuilder) counts = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  for (guint i = 0; i < sessions->len; i++)
    {
      const AgreedTopicSession *session = &g_array_index (sessions, AgreedTopicSession, i);

      /* Translators: the name of a text, and how many of its paragraphs have the topic */
      g_strv_builder_take (counts, g_strdup_printf (_("%s: %u"), agreed_text_get_display_name (session->text),
                                                    session->paragraphs));
    }
  list = g_strv_builder_end (counts);
  /* Translators: stands between the entries of a list, which may have commas inside */
  return g_strjoinv (_("; "), list);
}

void
agreed_topic_chart_set_topic (AgreedTopicChart *self,
                              AgreedProject    *project,
                              AgreedTopic      *topic)
{
  g_autoptr (GArray) sessions = agreed_topic_reading_count (project, topic);
  g_autofree char *words = describe (sessions);
  GtkWidget *child;
  guint most = 1;

  g_return_if_fail (AGREED_IS_TOPIC_CHART (self));

  while ((child = gtk_widget_get_first_child (self->bars)) != NULL)
    gtk_box_remove (GTK_BOX (self->bars), child);
  for (guint i = 0; i < sessions->len; i++)
    most = MAX (most, g_array_index (sessions, AgreedTopicSession, i).paragraphs);
  for (guint i = 0; i < sessions->len; i++)
    gtk_box_append (GTK_BOX (self->bars), create_column (&g_array_index (sessions, AgreedTopicSession, i), most,
                                                         agreed_topic_get_color (topic)));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Paragraphs with this topic"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}
