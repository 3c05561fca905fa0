/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window does so that no work is lost: it keeps what is unsaved, holds its project's lock, and looks out for others
 * who change the project's file. */
#include "window-private.h"

#include "lock.h"
#include "store.h"
#include "versions.h"

#include <errno.h>
#include <glib/gi18n.h>

/* A file is often written in several steps; what comes within this time is one change. Milliseconds. */
#define SETTLE 500

static void
autosave_failed (AgreedWindow *self,
                 const char   *reason)
{
  g_autofree char *sentence = NULL;

  /* Said once: it is tried again every few seconds. */
  if (self->told_autosave)
    return;
  self->told_autosave = TRUE;
  /* Translators: the second is the system's own reason, such as “No space left on device” */
  sentence = g_strdup_printf (_("Your unsaved work cannot be kept for the case of a crash (%s): save it soon."), reason);
  agreed_window_say (self, sentence);
}

void
agreed_window_keep_work (AgreedWindow   *self,
                         AgreedRecovery *recovery)
{
  agreed_window_forget_work (self);
  self->autosave = agreed_autosave_new (self->project, recovery, _("Comparison"), AGREED_AUTOSAVE_DELAY);
  self->told_autosave = FALSE;
  g_signal_connect_object (self->autosave, "failed", G_CALLBACK (autosave_failed), self, G_CONNECT_SWAPPED);
}

void
agreed_window_forget_work (AgreedWindow *self)
{
  if (self->autosave != NULL)
    agreed_autosave_stop (self->autosave);
  g_clear_object (&self->autosave);
}

static void
active_changed (AgreedWindow *self)
{
  if (self->autosave != NULL && !gtk_window_is_active (GTK_WINDOW (self)))
    agreed_autosave_flush (self->autosave);
}

/* Other windows of this program */

AgreedWindow *
agreed_window_find_by_file (AgreedWindow *self,
                            GFile        *file)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      AgreedWindow *other = AGREED_IS_WINDOW (window) ? AGREED_WINDOW (window) : NULL;

      if (other != NULL && other->file != NULL && g_file_equal (other->file, file))
        return other;
    }

  return NULL;
}

/* Other programs */

static void
take_lock (AgreedWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *sentence = NULL;

  self->lock = agreed_lock_project (self->file);
  if (self->lock >= 0 || errno != EWOULDBLOCK)
    return;

  sentence = g_strdup_printf (_("%s is open in another window as well: whoever saves later is asked what to do."), shown);
  agreed_window_say (self, sentence);
}

static void
offer_reload (AgreedWindow *self)
{
  g_autofree char *name = g_file_get_basename (self->file);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *title = g_strdup_printf (_("%s was changed by somebody else"), shown);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_use_markup (toast, FALSE);
  adw_toast_set_timeout (toast, 0);
  adw_toast_set_button_label (toast, _("Reload"));
  adw_toast_set_action_name (toast, "win.reload");
  g_set_weak_pointer (&self->changed_toast, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
agreed_window_forget_others (AgreedWindow *self)
{
  self->changed_by_others = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", FALSE);
  if (self->changed_toast != NULL)
    adw_toast_dismiss (self->changed_toast);
  g_clear_weak_pointer (&self->changed_toast);
}

static void
checked (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AgreedWindow) self = user_data;
  gboolean changed = agreed_store_check_finish (AGREED_PROJECT (source), result);

  if (g_cancellable_is_cancelled (self->cancellable) || self->project != AGREED_PROJECT (source) || self->saving)
    return;
  agreed_window_forget_others (self);
  if (!changed)
    return;
  self->changed_by_others = TRUE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", TRUE);
  offer_reload (self);
}

static gboolean
settled (gpointer user_data)
{
  AgreedWindow *self = user_data;

  /* One's own save is noticed too; it is looked at when it is through. */
  if (self->saving)
    return G_SOURCE_CONTINUE;
  self->settling = 0;
  agreed_store_check_async (self->project, checked, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
file_changed (AgreedWindow *self)
{
  if (self->settling == 0)
    self->settling = g_timeout_add (SETTLE, settled, self);
}

void
agreed_window_watch_file (AgreedWindow *self)
{
  if (self->watched != NULL && self->file != NULL && g_file_equal (self->watched, self->file))
    return;

  agreed_window_unwatch_file (self);
  if (self->file == NULL)
    return;

  g_set_object (&self->watched, self->file);
  take_lock (self);
  self->monitor = g_file_monitor_file (self->file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed), self, G_CONNECT_SWAPPED);
}

void
agreed_window_unwatch_file (AgreedWindow *self)
{
  g_clear_handle_id (&self->settling, g_source_remove);
  g_clear_object (&self->watched);
  g_clear_object (&self->monitor);
  agreed_lock_drop (self->lock);
  self->lock = -1;
}

/* Reading it anew */

static void
reloaded (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AgreedWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedProject) project = agreed_store_load_finish (result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  agreed_window_add_loading (self, -1);
  agreed_window_say (self, error != NULL ? error->message : NULL);
  if (project == NULL)
    return;
  agreed_window_forget_others (self);
  agreed_window_set_project (self, project, agreed_project_get_file (project));
}

void
agreed_window_reload (AgreedWindow *self)
{
  if (self->file == NULL)
    return;
  if (agreed_window_has_unsaved (self))
    {
      g_autoptr (GBytes) bytes = agreed_store_to_bytes (self->project);

      agreed_versions_keep (self->file, bytes);
    }
  agreed_window_add_loading (self, 1);
  agreed_store_load_async (self->file, self->cancellable, reloaded, g_object_ref (self));
}

static void
reload_answered (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (AgreedWindow) self = user_data;

  if (g_str_equal (adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result), "reload"))
    agreed_window_reload (self);
}

static void
reload_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AdwAlertDialog *alert;

  agreed_inspector_commit (self->inspector);
  if (!agreed_window_has_unsaved (self))
    {
      agreed_window_reload (self);
      return;
    }

  alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Reload the Project?"), NULL));
  adw_alert_dialog_set_body (alert, _("What you have not saved in this window is then only among the versions."));
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "reload", _("_Reload"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "reload", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), self->cancellable, reload_answered, g_object_ref (self));
}

static void
versions_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);

  if (self->file != NULL)
    adw_dialog_present (ADW_DIALOG (agreed_versions_dialog_new (self->file)), widget);
}

void
agreed_window_class_install_keeping (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.reload", NULL, reload_action);
  gtk_widget_class_install_action (widget_class, "win.versions", NULL, versions_action);
}

void
agreed_window_init_keeping (AgreedWindow *self)
{
  self->lock = -1;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reload", FALSE);
  g_signal_connect (self, "notify::is-active", G_CALLBACK (active_changed), NULL);
}
