/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saving, and what can be done where that does not work. A save runs in another thread while the window goes on. */
#include "window-private.h"

#include "store.h"

#include <glib/gi18n.h>

typedef struct {
  AgreedWindow *window;
  GFile *file;
  gboolean then_close;
} Saving;

static void start_saving (AgreedWindow    *self,
                          GFile           *file,
                          AgreedSaveFlags  flags,
                          gboolean         then_close);

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->window);
  g_object_unref (saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static Saving *
saving_new (AgreedWindow *self,
            GFile        *file,
            gboolean      then_close)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->window = g_object_ref (self);
  saving->file = g_object_ref (file);
  saving->then_close = then_close;
  return saving;
}

void
agreed_window_close_now (AgreedWindow *self)
{
  agreed_window_forget_work (self);
  g_cancellable_cancel (self->cancellable);
  gtk_window_destroy (GTK_WINDOW (self));
}

void
agreed_window_remember_project (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  char *groups[] = { (char *) "agreed-language", NULL };
  const GtkRecentData data = {
    .mime_type = (char *) "application/vnd.agreed-language+json",
    .app_name = (char *) "Agreed Language",
    .app_exec = (char *) "agreed-language %u",
    .groups = groups,
  };

  gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

/* Trouble */

static void
trouble_answered (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  AgreedWindow *self = saving->window;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (g_str_equal (response, "save-as"))
    agreed_window_choose_save_as (self, saving->then_close);
  else if (g_str_equal (response, "retry"))
    start_saving (self, saving->file, AGREED_SAVE_NONE, saving->then_close);
  else if (g_str_equal (response, "overwrite"))
    start_saving (self, saving->file, AGREED_SAVE_OVERWRITE, saving->then_close);
  else if (g_str_equal (response, "reload"))
    agreed_window_reload (self);
}

static void
show_trouble (AgreedWindow *self,
              GFile        *file,
              GError       *error,
              gboolean      then_close)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("The Project Was Not Saved"), NULL));
  gboolean changed = g_error_matches (error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_CHANGED);
  g_autofree char *body =
    g_strdup_printf ("%s.\n\n%s", error->message,
                     changed ? _("Your work is still in this window. Reloading shows the other work instead; whichever of "
                                 "the two gives way is kept among the versions.")
                             : _("Your work is still in this window."));

  adw_alert_dialog_set_body (alert, body);
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), NULL);
  if (changed)
    {
      adw_alert_dialog_add_responses (alert, "reload", _("_Reload"), "overwrite", _("_Overwrite"), NULL);
      adw_alert_dialog_set_response_appearance (alert, "reload", ADW_RESPONSE_DESTRUCTIVE);
      adw_alert_dialog_set_response_appearance (alert, "overwrite", ADW_RESPONSE_DESTRUCTIVE);
    }
  else
    adw_alert_dialog_add_responses (alert, "retry", _("_Try Again"), NULL);
  adw_alert_dialog_add_responses (alert, "save-as", _("Save _As…"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "save-as", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save-as");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), self->cancellable, trouble_answered,
                           saving_new (self, file, then_close));
}

/* Saving */

static void
saved (GObject      *source,
       GAsyncResult *result,
       gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  AgreedWindow *self = saving->window;
  g_autoptr (GFile) next = g_steal_pointer (&self->save_next);
  g_autoptr (GError) error = NULL;
  gboolean fine = agreed_store_save_finish (AGREED_PROJECT (source), result, &error);

  self->saving = FALSE;
  /* Once: the desktop's list is written to disk in this thread, and the window would wait for it at every save. */
  if (fine && (self->file == NULL || !g_file_equal (self->file, saving->file)))
    agreed_window_remember_project (saving->file);
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  agreed_window_add_loading (self, -1);
  if (!fine)
    {
      show_trouble (self, saving->file, error, saving->then_close);
      return;
    }

  agreed_window_say (self, NULL);
  /* Another project may have come into the window meanwhile. */
  if (self->project == AGREED_PROJECT (source))
    {
      agreed_window_set_file (self, saving->file);
      agreed_window_forget_others (self);
    }
  if (next != NULL)
    start_saving (self, next, AGREED_SAVE_NONE, saving->then_close);
  else if (saving->then_close && !agreed_window_has_unsaved (self))
    agreed_window_close_now (self);
}

static void
start_saving (AgreedWindow    *self,
              GFile           *file,
              AgreedSaveFlags  flags,
              gboolean         then_close)
{
  agreed_inspector_commit (self->inspector);
  if (self->saving)
    {
      /* Once more when it is through, with what is then in the project. */
      g_set_object (&self->save_next, file);
      return;
    }

  self->saving = TRUE;
  agreed_window_add_loading (self, 1);
  /* Goes through to its end even where the window is closed meanwhile. */
  agreed_store_save_async (self->project, file, flags, NULL, saved, saving_new (self, file, then_close));
}

void
agreed_window_save (AgreedWindow *self,
                    GFile        *file)
{
  g_return_if_fail (AGREED_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  start_saving (self, file, AGREED_SAVE_NONE, FALSE);
}

static void
save_chosen (AgreedWindow  *self,
             GtkFileDialog *dialog,
             GAsyncResult  *result,
             gboolean       then_close)
{
  g_autoptr (AgreedWindow) window = self;
  g_autoptr (GFile) file = gtk_file_dialog_save_finish (dialog, result, NULL);

  if (file != NULL)
    start_saving (window, file, AGREED_SAVE_NONE, then_close);
}

static void
save_file_chosen (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  save_chosen (user_data, GTK_FILE_DIALOG (source), result, FALSE);
}

static void
last_save_file_chosen (GObject      *source,
                       GAsyncResult *result,
                       gpointer      user_data)
{
  save_chosen (user_data, GTK_FILE_DIALOG (source), result, TRUE);
}

static char *
suggest_name (AgreedWindow *self)
{
  AgreedText *newer = agreed_project_get_text (self->project, AGREED_SIDE_NEWER);
  g_autofree char *name = self->file != NULL ? g_file_get_basename (self->file) : NULL;

  if (name == NULL)
    name = g_strconcat (newer != NULL ? agreed_text_get_display_name (newer) : _("Comparison"), ".agreed", NULL);
  return g_strdelimit (g_steal_pointer (&name), "/", '_');
}

void
agreed_window_choose_save_as (AgreedWindow *self,
                              gboolean      then_close)
{
  g_autoptr (GtkFileDialog) dialog = agreed_window_create_file_dialog (_("Save Project"), TRUE, FALSE);
  g_autofree char *name = suggest_name (self);

  gtk_file_dialog_set_initial_name (dialog, name);
  gtk_file_dialog_save (dialog, GTK_WINDOW (self), self->cancellable,
                        then_close ? last_save_file_chosen : save_file_chosen, g_object_ref (self));
}

static void
close_answered (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (AgreedWindow) self = user_data;
  const char *response = adw_alert_dialog_choose_finish (ADW_ALERT_DIALOG (source), result);

  if (g_str_equal (response, "discard"))
    agreed_window_close_now (self);
  else if (g_str_equal (response, "save") && self->file == NULL)
    agreed_window_choose_save_as (self, TRUE);
  else if (g_str_equal (response, "save"))
    start_saving (self, self->file, AGREED_SAVE_NONE, TRUE);
}

void
agreed_window_ask_to_close (AgreedWindow *self)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Save Changes?"), NULL));

  adw_alert_dialog_set_body (alert, _("Tags, notes and links that are not saved will be lost."));
  adw_alert_dialog_add_responses (alert, "cancel", _("_Cancel"), "discard", _("_Discard"), "save", _("_Save"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "discard", ADW_RESPONSE_DESTRUCTIVE);
  adw_alert_dialog_set_response_appearance (alert, "save", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "save");
  adw_alert_dialog_set_close_response (alert, "cancel");
  adw_alert_dialog_choose (alert, GTK_WIDGET (self), self->cancellable, close_answered, g_object_ref (self));
}
