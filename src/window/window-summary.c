/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "summary-dialog.h"
#include "window-private.h"

/* The page that tells what changed. */

static void
row_chosen (AgreedWindow *self,
            AgreedRow    *row)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER);

  if (paragraphs->len == 0)
    paragraphs = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER);
  agreed_window_jump_to_paragraph (self, paragraphs->pdata[0]);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

void
agreed_window_show_summary (GtkWidget  *widget,
                            const char *name,
                            GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedComparison *comparison = agreed_project_get_comparison (self->project);
  AdwDialog *dialog;

  if (comparison == NULL)
    return;
  dialog = agreed_summary_dialog_new (comparison, gtk_filter_list_model_get_model (self->rows));
  g_signal_connect_object (dialog, "row-chosen", G_CALLBACK (row_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}
