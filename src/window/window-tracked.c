/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file with tracked changes holds two states of its text: here they become the two texts of a comparison. */
#include "window-private.h"

#include "tracked.h"

#include <glib/gi18n.h>

typedef struct {
  GFile *file;
  AgreedDocument *document; /* as it was opened: after the changes */
  AgreedSide side;
} Offer;

static void
offer_free (gpointer data)
{
  Offer *offer = data;

  g_object_unref (offer->file);
  g_object_unref (offer->document);
  g_free (offer);
}

/* In the order of AgreedSide. */
static void
load_states (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_object_unref);
  GError *error = NULL;

  for (AgreedSide side = AGREED_SIDE_OLDER; side <= AGREED_SIDE_NEWER; side++)
    {
      AgreedDocument *state = agreed_import_tracked (task_data, side, cancellable, &error);

      if (state == NULL)
        {
          g_task_return_error (task, error);
          return;
        }
      g_ptr_array_add (states, state);
    }
  g_task_return_pointer (task, g_steal_pointer (&states), (GDestroyNotify) g_ptr_array_unref);
}

static void
set_loading (AgreedWindow *self,
             gboolean      loading)
{
  for (AgreedSide side = AGREED_SIDE_OLDER; side <= AGREED_SIDE_NEWER; side++)
    agreed_start_page_set_loading (self->start_page, side, loading);
  agreed_window_add_loading (self, loading ? 1 : -1);
}

static void
states_loaded (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  AgreedWindow *self = AGREED_WINDOW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) states = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  agreed_reading_toast_end (self->readings, g_task_get_cancellable (G_TASK (result)));
  set_loading (self, FALSE);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  agreed_window_say (self, error != NULL ? error->message : NULL);
  for (AgreedSide side = AGREED_SIDE_OLDER; states != NULL && side <= AGREED_SIDE_NEWER; side++)
    agreed_window_place_document (self, g_ptr_array_index (states, side), side);
}

void
agreed_window_compare_states (AgreedWindow *self,
                              GFile        *file)
{
  g_autoptr (GCancellable) reading = NULL;
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (AGREED_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  reading = agreed_reading_toast_begin (self->readings, file);
  task = g_task_new (self, reading, states_loaded, NULL);
  g_task_set_return_on_cancel (task, TRUE);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  set_loading (self, TRUE);
  g_task_run_in_thread (task, load_states);
}

/* The question belongs to the window and goes with it, unanswered. */
static void
answered (AgreedWindow   *self,
          const char     *response,
          AdwAlertDialog *alert)
{
  const Offer *offer = g_object_get_data (G_OBJECT (alert), "offer");

  if (g_str_equal (response, "compare"))
    agreed_window_compare_states (self, offer->file);
  else
    agreed_window_place_document (self, offer->document, offer->side);
}

void
agreed_window_offer_states (AgreedWindow   *self,
                            GFile          *file,
                            AgreedDocument *document,
                            AgreedSide      side)
{
  AdwAlertDialog *alert = ADW_ALERT_DIALOG (adw_alert_dialog_new (_("Compare the Two States?"), NULL));
  Offer *offer = g_new0 (Offer, 1);

  offer->file = g_object_ref (file);
  offer->document = g_object_ref (document);
  offer->side = side;
  adw_alert_dialog_format_body (alert,
                                _("“%s” has tracked changes. It holds the text as it was before them, and the text with all "
                                  "of them accepted."),
                                agreed_document_get_name (document));
  adw_alert_dialog_add_responses (alert, "open", _("_Only Open It"), "compare", _("_Compare"), NULL);
  adw_alert_dialog_set_response_appearance (alert, "compare", ADW_RESPONSE_SUGGESTED);
  adw_alert_dialog_set_default_response (alert, "compare");
  adw_alert_dialog_set_close_response (alert, "open");
  g_object_set_data_full (G_OBJECT (alert), "offer", offer, offer_free);
  g_signal_connect_object (alert, "response", G_CALLBACK (answered), self, G_CONNECT_SWAPPED);
  adw_dialog_present (ADW_DIALOG (alert), GTK_WIDGET (self));
}
