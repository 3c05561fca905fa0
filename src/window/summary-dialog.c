/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary-dialog.h"

#include "row-footnotes.h"
#include "row-notes.h"
#include "row-story.h"
#include "sentences.h"

#include <glib/gi18n.h>

struct _AgreedSummaryDialog {
  AdwDialog parent_instance;

  GtkStack *stack;
  GtkLabel *counts_label;
  GtkLabel *unchanged_label;
  GtkListView *list;
  AdwToastOverlay *toasts;

  AgreedComparison *comparison;
  GListModel *rows; /* the changed ones */
};

G_DEFINE_FINAL_TYPE (AgreedSummaryDialog, agreed_summary_dialog, ADW_TYPE_DIALOG)

enum { ROW_CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static char *
get_mark_icon (GObject   *item,
               AgreedRow *row)
{
  return row != NULL ? g_strdup_printf ("agreed-%s-symbolic", agreed_row_get_mark (row)) : NULL;
}

static char **
get_mark_classes (GObject   *item,
                  AgreedRow *row)
{
  const char *classes[] = { "change-mark", row != NULL ? agreed_row_get_mark (row) : NULL, NULL };

  return g_strdupv ((char **) classes);
}

static char *
get_title (GObject   *item,
           AgreedRow *row)
{
  return row != NULL ? agreed_row_describe_title (row) : NULL;
}

static char *
get_sentences (GtkListItem *item,
               AgreedRow   *row)
{
  GtkWidget *child = gtk_list_item_get_child (item);
  GtkWidget *dialog = child != NULL ? gtk_widget_get_ancestor (child, AGREED_TYPE_SUMMARY_DIALOG) : NULL;
  AgreedComparison *comparison = dialog != NULL ? AGREED_SUMMARY_DIALOG (dialog)->comparison : NULL;

  if (row == NULL || comparison == NULL)
    return NULL;
  return agreed_row_tell (row, agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER),
                          agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER));
}

static void
row_activated (AgreedSummaryDialog *self,
               guint                position)
{
  g_autoptr (AgreedRow) row = g_list_model_get_item (self->rows, position);

  g_object_ref (self);
  adw_dialog_close (ADW_DIALOG (self));
  g_signal_emit (self, signals[ROW_CHOSEN], 0, row);
  g_object_unref (self);
}

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AgreedSummaryDialog *self = AGREED_SUMMARY_DIALOG (widget);
  g_autofree char *story = agreed_rows_tell (self->rows, self->comparison);
  AdwToast *toast = adw_toast_new (_("Copied"));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), story);
  adw_toast_set_timeout (toast, 2);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* A footnote that came, went or was reworded is a change of the text, though none of the paragraph's wording; and a status is
 * something to tell of a paragraph that stayed as it was. */
static gboolean
is_told (gpointer item,
         gpointer comparison)
{
  AgreedText *older = agreed_comparison_get_text (comparison, AGREED_SIDE_OLDER);
  AgreedText *newer = agreed_comparison_get_text (comparison, AGREED_SIDE_NEWER);
  g_autoptr (GArray) changes = NULL;
  g_autofree char *positions = agreed_row_describe_positions (item);

  if (agreed_row_is_changed (item) || positions != NULL)
    return TRUE;
  changes = agreed_row_compare_footnotes (item, agreed_text_get_footnotes (older), agreed_text_get_footnotes (newer));
  return changes->len > 0;
}

static void
agreed_summary_dialog_dispose (GObject *object)
{
  AgreedSummaryDialog *self = AGREED_SUMMARY_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_SUMMARY_DIALOG);
  g_clear_object (&self->rows);
  g_clear_object (&self->comparison);
  G_OBJECT_CLASS (agreed_summary_dialog_parent_class)->dispose (object);
}

static void
agreed_summary_dialog_class_init (AgreedSummaryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_summary_dialog_dispose;
  signals[ROW_CHOSEN] = g_signal_new ("row-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, AGREED_TYPE_ROW);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/summary-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedSummaryDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AgreedSummaryDialog, counts_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedSummaryDialog, unchanged_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedSummaryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AgreedSummaryDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, get_mark_classes);
  gtk_widget_class_bind_template_callback (widget_class, get_mark_icon);
  gtk_widget_class_bind_template_callback (widget_class, get_sentences);
  gtk_widget_class_bind_template_callback (widget_class, get_title);
  gtk_widget_class_bind_template_callback (widget_class, row_activated);
  gtk_widget_class_install_action (widget_class, "summary.copy", NULL, copy);
}

static void
agreed_summary_dialog_init (AgreedSummaryDialog *self)
{
  g_type_ensure (AGREED_TYPE_ROW);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
agreed_summary_dialog_new (AgreedComparison *comparison,
                           GListModel       *rows)
{
  AgreedSummaryDialog *self = g_object_new (AGREED_TYPE_SUMMARY_DIALOG, NULL);
  const AgreedSummary *summary = agreed_comparison_get_summary (comparison);
  GtkCustomFilter *filter;
  g_autofree char *counts = agreed_summary_describe (summary);
  g_autofree char *unchanged =
    g_strdup_printf (ngettext ("%u paragraph unchanged", "%u paragraphs unchanged", summary->unchanged), summary->unchanged);

  self->comparison = g_object_ref (comparison);
  filter = gtk_custom_filter_new (is_told, self->comparison, NULL);
  self->rows = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (rows), GTK_FILTER (filter)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (self->rows))));
  gtk_label_set_label (self->counts_label, counts);
  gtk_label_set_label (self->unchanged_label, unchanged);
  if (g_list_model_get_n_items (self->rows) == 0)
    gtk_stack_set_visible_child_name (self->stack, "nothing");
  return ADW_DIALOG (self);
}
