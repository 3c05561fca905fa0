/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include "redline.h"

#include <string.h>

/* What is selected, for other programs: plain, and with its marks of change for those that take formatting. */

static GdkContentProvider *
create_content (const char *text,
                const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *parts[] = { gdk_content_provider_new_for_bytes ("text/html", bytes),
                                  gdk_content_provider_new_typed (G_TYPE_STRING, text) };

  return gdk_content_provider_new_union (parts, G_N_ELEMENTS (parts));
}

static void
offer (AgreedComparisonView *self,
       const char           *text,
       const char           *html)
{
  g_autoptr (GdkContentProvider) content = create_content (text, html);

  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}

static char *
create_html (AgreedComparisonView  *self,
             const AgreedSelection *selection,
             gboolean               one_column)
{
  return agreed_redline_to_html (selection, self->rows, one_column, (const char *const *) self->languages);
}

char *
agreed_comparison_view_get_selected (AgreedComparisonView *self)
{
  g_return_val_if_fail (AGREED_IS_COMPARISON_VIEW (self), NULL);

  if (self->rows == NULL || agreed_selection_is_empty (&self->selection))
    return NULL;

  return agreed_selection_copy (&self->selection, self->rows, self->style.one_column);
}

void
agreed_comparison_view_share_selection (AgreedComparisonView *self)
{
  g_autofree char *text = agreed_comparison_view_get_selected (self);

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_primary_clipboard (GTK_WIDGET (self)), text);
}

static void
copy (GtkWidget  *widget,
      const char *action,
      GVariant   *parameter)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  g_autofree char *text = agreed_comparison_view_get_selected (self), *html = NULL;

  if (text == NULL)
    {
      gtk_widget_error_bell (widget);
      return;
    }
  html = create_html (self, &self->selection, self->style.one_column);
  offer (self, text, html);
}

/* The rows that are selected, in whole or in part, else the one at hand: each whole, both sides woven into one. */
static void
copy_redline (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  gboolean selected = !agreed_selection_is_empty (&self->selection);
  guint first = selected ? MIN (self->selection.fixed.row, self->selection.moving.row) : self->current;
  guint last = selected ? MAX (self->selection.fixed.row, self->selection.moving.row) : self->current;
  AgreedSelection rows = { AGREED_SIDE_NEWER, { first, 0 }, { last, G_MAXSIZE } };
  g_autofree char *text = NULL, *html = NULL;

  if (first >= agreed_comparison_view_get_n_rows (self))
    {
      gtk_widget_error_bell (widget);
      return;
    }
  text = agreed_redline_to_text (&rows, self->rows, TRUE);
  html = create_html (self, &rows, TRUE);
  offer (self, text, html);
}

static void
select_all (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  guint n_rows = agreed_comparison_view_get_n_rows (self);

  if (n_rows == 0)
    return;

  if (self->style.one_column || agreed_selection_is_empty (&self->selection))
    self->selection.column = AGREED_SIDE_NEWER;
  self->selection.fixed = (AgreedTextPlace) { 0, 0 };
  self->selection.moving = (AgreedTextPlace) { n_rows - 1, G_MAXSIZE };
  gtk_widget_queue_draw (widget);
}

void
agreed_comparison_view_class_add_copy (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "clipboard.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "clipboard.copy-redline", NULL, copy_redline);
  gtk_widget_class_install_action (widget_class, "selection.select-all", NULL, select_all);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "clipboard.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Insert, GDK_CONTROL_MASK, "clipboard.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "selection.select-all", NULL);
}
