/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "outline-row.h"

#include "sentences.h"

#include <glib/gi18n.h>

struct _AgreedOutlineRow {
  AdwBin parent_instance;
  GtkImage *mark;
  GtkLabel *label;
  GtkLabel *snippet;
  GtkImage *unsure;
};

G_DEFINE_FINAL_TYPE (AgreedOutlineRow, agreed_outline_row, ADW_TYPE_BIN)

static void
agreed_outline_row_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AGREED_TYPE_OUTLINE_ROW);
  G_OBJECT_CLASS (agreed_outline_row_parent_class)->dispose (object);
}

static void
agreed_outline_row_class_init (AgreedOutlineRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_outline_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/outline-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedOutlineRow, mark);
  gtk_widget_class_bind_template_child (widget_class, AgreedOutlineRow, label);
  gtk_widget_class_bind_template_child (widget_class, AgreedOutlineRow, snippet);
  gtk_widget_class_bind_template_child (widget_class, AgreedOutlineRow, unsure);
}

static void
agreed_outline_row_init (AgreedOutlineRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
agreed_outline_row_new (void)
{
  return g_object_new (AGREED_TYPE_OUTLINE_ROW, NULL);
}

void
agreed_outline_row_set_row (AgreedOutlineRow *self,
                            AgreedRow        *row,
                            const char       *language)
{
  g_autofree char *icon = NULL, *label = NULL, *snippet = NULL, *marked = NULL, *change = NULL;
  const char *mark;

  g_return_if_fail (AGREED_IS_OUTLINE_ROW (self));
  g_return_if_fail (AGREED_IS_ROW (row));

  mark = agreed_row_get_mark (row);
  icon = g_strdup_printf ("agreed-%s-symbolic", mark);
  label = agreed_row_describe_labels (row);
  snippet = agreed_row_get_snippet (row);
  marked = agreed_mark_up_in (language, snippet);
  change = agreed_row_describe_change (row);
  gtk_image_set_from_icon_name (self->mark, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), (const char *[]){ "change-mark", mark, NULL });
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), change);
  gtk_widget_set_visible (GTK_WIDGET (self->unsure), agreed_row_is_unsure (row));
  gtk_label_set_label (self->label, label);
  gtk_label_set_markup (self->snippet, marked);
}

char *
agreed_outline_row_describe (AgreedRow *row)
{
  g_autofree char *label = agreed_row_describe_labels (row);
  g_autofree char *change = agreed_row_describe_change (row);
  g_autofree char *snippet = agreed_row_get_snippet (row);

  /* Translators: a paragraph as a screen reader says it: its label, what happened to it, how it begins */
  return agreed_row_is_unsure (row) ? g_strdup_printf (_("%s, %s, unsure link, %s"), label, change, snippet)
                                    : g_strdup_printf (_("%s, %s, %s"), label, change, snippet);
}
