/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "recovery-dialog.h"

#include "recovery.h"
#include "window-private.h"

#include <glib/gi18n.h>

struct _AgreedRecoveryDialog {
  AdwDialog parent_instance;

  GtkListBox *list;
  AdwBanner *banner;
  guint n_left;
};

G_DEFINE_FINAL_TYPE (AgreedRecoveryDialog, agreed_recovery_dialog, ADW_TYPE_DIALOG)

static void
agreed_recovery_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AGREED_TYPE_RECOVERY_DIALOG);
  G_OBJECT_CLASS (agreed_recovery_dialog_parent_class)->dispose (object);
}

static void
agreed_recovery_dialog_class_init (AgreedRecoveryDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_recovery_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/recovery-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedRecoveryDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AgreedRecoveryDialog, banner);
}

static void
agreed_recovery_dialog_init (AgreedRecoveryDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static AgreedRecovered *
steal_recovered (GtkWidget *row)
{
  return g_object_steal_data (G_OBJECT (row), "recovered");
}

/* The row's work is dealt with; the last one takes the dialog with it. */
static void
remove_row (AgreedRecoveryDialog *self,
            GtkWidget            *row)
{
  gtk_list_box_remove (self->list, row);
  self->n_left--;
  if (self->n_left == 0)
    adw_dialog_close (ADW_DIALOG (self));
}

static AgreedRecoveryDialog *
find_dialog (GtkWidget *row)
{
  return AGREED_RECOVERY_DIALOG (gtk_widget_get_ancestor (row, AGREED_TYPE_RECOVERY_DIALOG));
}

/* Opens in the dialog's window while that is empty, else in another one. */
static void
open_row (GtkWidget *row)
{
  AgreedRecoveryDialog *self = find_dialog (row);
  AgreedWindow *window = AGREED_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  AgreedRecovered *recovered = g_object_get_data (G_OBJECT (row), "recovered");
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedProject) project = agreed_recovered_load (recovered, &error);
  g_autoptr (AgreedRecovery) recovery = NULL;

  if (project == NULL)
    {
      adw_banner_set_title (self->banner, error->message);
      adw_banner_set_revealed (self->banner, TRUE);
      return;
    }

  if (!agreed_window_is_empty (window))
    {
      window = agreed_window_new (gtk_window_get_application (GTK_WINDOW (window)));
      gtk_window_present (GTK_WINDOW (window));
    }
  recovery = agreed_recovered_take (steal_recovered (row));
  agreed_window_set_project (window, project, agreed_project_get_file (project));
  agreed_window_keep_work (window, recovery);
  remove_row (self, row);
}

static void
discard_answered (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GtkWidget) row = user_data;
  AgreedRecoveryDialog *self = find_dialog (row);

  if (!g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "discard") || self == NULL)
    return;
  agreed_recovered_discard (steal_recovered (row));
  remove_row (self, row);
}

/* Asked once more: nothing brings it back. */
static void
discard_row (GtkWidget *row)
{
  AgreedRecovered *recovered = g_object_get_data (G_OBJECT (row), "recovered");
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Discard Unsaved Work?"), NULL));

  adw_alert_dialog_format_body (alert, _("The unsaved work on “%s” will be lost for good."),
                                recovered->name != NULL ? recovered->name : _("Comparison"));
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "discard", _("_Discard"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, row, NULL, discard_answered, g_object_ref (row));
}

static char *
describe (AgreedRecovered *recovered)
{
  /* Translators: day and time of unsaved work, as g_date_time_format() takes it */
  g_autofree char *time = g_date_time_format (recovered->time, _("%e %B %Y, %H:%M:%S"));
  g_autoptr (GFile) folder = recovered->file != NULL ? g_file_get_parent (recovered->file) : NULL;
  g_autofree char *place = folder != NULL ? g_file_get_parse_name (folder) : NULL;

  g_strstrip (time);
  /* Translators: a time and a folder, or that the work was never in a file */
  return place != NULL ? g_strdup_printf (_("%s, in %s"), time, place) : g_strdup_printf (_("%s, never saved"), time);
}

static GtkWidget *
create_button (const char *icon,
               const char *tooltip,
               GCallback   clicked,
               GtkWidget  *row)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", clicked, row);
  return button;
}

static GtkWidget *
create_row (AgreedRecovered *recovered)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *open = gtk_button_new_with_label (_("Open"));
  g_autofree char *subtitle = describe (recovered);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 recovered->name != NULL ? recovered->name : _("Comparison"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 1);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             create_button ("user-trash-symbolic", _("Discard"), G_CALLBACK (discard_row), row));
  gtk_widget_set_valign (open, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (open, "clicked", G_CALLBACK (open_row), row);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), open);
  g_object_set_data_full (G_OBJECT (row), "recovered", recovered, (GDestroyNotify) agreed_recovered_free);
  return row;
}

gboolean
agreed_recovery_dialog_offer (AgreedWindow *window)
{
  g_autoptr (GPtrArray) list = agreed_recovery_list ();
  AgreedRecoveryDialog *self;

  if (list->len == 0)
    return FALSE;

  self = g_object_new (AGREED_TYPE_RECOVERY_DIALOG, NULL);
  self->n_left = list->len;
  while (list->len > 0)
    gtk_list_box_append (self->list, create_row (g_ptr_array_steal_index (list, 0)));
  adw_dialog_present (ADW_DIALOG (self), GTK_WIDGET (window));
  return TRUE;
}
