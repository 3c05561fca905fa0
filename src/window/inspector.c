/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "inspector.h"

#include "link-list.h"
#include "paragraph-panel.h"
#include "row-story.h"
#include "sentences.h"

#include <glib/gi18n.h>

struct _AgreedInspector {
  AdwBin parent_instance;

  GtkStack *stack;
  GtkImage *mark;
  GtkLabel *labels_label;
  GtkLabel *change_label;
  GtkLabel *sentence_label;
  GtkBox *panels;
  AgreedLinkList *links;

  AgreedRow *row;
  AgreedProject *project; /* whose row it is, until its paragraphs are shown */
  guint idle;             /* the source that shows them, or 0 */
};

G_DEFINE_FINAL_TYPE (AgreedInspector, agreed_inspector, ADW_TYPE_BIN)

static void
remove_panels (AgreedInspector *self)
{
  GtkWidget *panel;

  while ((panel = gtk_widget_get_first_child (GTK_WIDGET (self->panels))) != NULL)
    gtk_box_remove (self->panels, panel);
}

static void
add_panels (AgreedInspector *self,
            AgreedProject   *project,
            AgreedSide       side)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (self->row, side);

  for (guint i = 0; i < paragraphs->len; i++)
    gtk_box_append (self->panels, agreed_paragraph_panel_new (project, side, paragraphs->pdata[i]));
}

static void
show_change (AgreedInspector *self,
             AgreedProject   *project)
{
  AgreedText *older = agreed_project_get_text (project, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_project_get_text (project, AGREED_SIDE_NEWER);
  const char *mark = agreed_row_get_mark (self->row);
  g_autofree char *icon = g_strdup_printf ("agreed-%s-symbolic", mark);
  g_autofree char *labels = agreed_row_describe_labels (self->row);
  g_autofree char *change = agreed_row_describe_change (self->row);
  g_autofree char *sentence = agreed_row_tell (self->row, older, newer);

  gtk_image_set_from_icon_name (self->mark, icon);
  gtk_widget_set_css_classes (GTK_WIDGET (self->mark), (const char *[]){ "change-mark", mark, NULL });
  gtk_label_set_label (self->labels_label, labels);
  gtk_label_set_label (self->change_label, change);
  gtk_label_set_label (self->sentence_label, sentence);
}

static void
agreed_inspector_dispose (GObject *object)
{
  AgreedInspector *self = AGREED_INSPECTOR (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->project);
  g_clear_object (&self->row);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_INSPECTOR);
  G_OBJECT_CLASS (agreed_inspector_parent_class)->dispose (object);
}

static void
agreed_inspector_class_init (AgreedInspectorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_inspector_dispose;

  g_type_ensure (AGREED_TYPE_LINK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/inspector.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedInspector, stack);
  gtk_widget_class_bind_template_child (widget_class, AgreedInspector, mark);
  gtk_widget_class_bind_template_child (widget_class, AgreedInspector, labels_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedInspector, change_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedInspector, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedInspector, panels);
  gtk_widget_class_bind_template_child (widget_class, AgreedInspector, links);
}

static void
agreed_inspector_init (AgreedInspector *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_paragraphs (gpointer user_data)
{
  AgreedInspector *self = user_data;
  g_autoptr (AgreedProject) project = g_steal_pointer (&self->project);

  self->idle = 0;
  remove_panels (self);
  add_panels (self, project, AGREED_SIDE_NEWER);
  add_panels (self, project, AGREED_SIDE_OLDER);
  add_panels (self, project, AGREED_SIDE_EARLIEST);
  agreed_link_list_set_row (self->links, project, self->row);
}

/* Whoever needs them cannot wait. */
static void
ensure_paragraphs (AgreedInspector *self)
{
  if (self->idle == 0)
    return;
  g_clear_handle_id (&self->idle, g_source_remove);
  show_paragraphs (self);
}

void
agreed_inspector_set_row (AgreedInspector *self,
                          AgreedProject   *project,
                          AgreedRow       *row)
{
  g_return_if_fail (AGREED_IS_INSPECTOR (self));
  g_return_if_fail (row == NULL || AGREED_IS_ROW (row));

  if (self->row == row)
    return;
  agreed_inspector_commit (self);
  g_set_object (&self->row, row);
  gtk_stack_set_visible_child_name (self->stack, row != NULL ? "row" : "nothing");
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->project);
  if (row == NULL)
    {
      remove_panels (self);
      return;
    }
  show_change (self, project);
  /* What takes long to make does not hold up the text: it is there with the next frame but one, and whoever passes over row
   * after row does not wait for each. */
  self->project = g_object_ref (project);
  self->idle = g_idle_add_once (show_paragraphs, self);
}

void
agreed_inspector_commit (AgreedInspector *self)
{
  g_return_if_fail (AGREED_IS_INSPECTOR (self));

  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (self->panels)); panel != NULL;
       panel = gtk_widget_get_next_sibling (panel))
    agreed_paragraph_panel_commit (AGREED_PARAGRAPH_PANEL (panel));
  agreed_link_list_commit (self->links);
}

AgreedNoteList *
agreed_inspector_find_notes (AgreedInspector *self,
                             AgreedParagraph *paragraph)
{
  g_return_val_if_fail (AGREED_IS_INSPECTOR (self), NULL);

  ensure_paragraphs (self);
  for (GtkWidget *panel = gtk_widget_get_first_child (GTK_WIDGET (self->panels)); panel != NULL;
       panel = gtk_widget_get_next_sibling (panel))
    if (agreed_paragraph_panel_get_paragraph (AGREED_PARAGRAPH_PANEL (panel)) == paragraph)
      return agreed_paragraph_panel_get_notes (AGREED_PARAGRAPH_PANEL (panel));
  return NULL;
}

AgreedNoteEditor *
agreed_inspector_find_link_note (AgreedInspector *self,
                                 AgreedLink      *link)
{
  g_return_val_if_fail (AGREED_IS_INSPECTOR (self), NULL);

  ensure_paragraphs (self);
  return agreed_link_list_find_note (self->links, link);
}
