/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reading-toast.h"

#include <glib/gi18n.h>

/* Milliseconds within which most files are read. */
#define A_MOMENT 400

typedef struct {
  GCancellable *cancellable;
  char *name;
  double fraction;
} Entry;

struct _AgreedReadingToast {
  GObject parent_instance;

  AdwToastOverlay *overlay; /* unowned: the window has both */
  AdwToast *toast;          /* while it is shown */
  GPtrArray *entries;       /* of Entry */
  guint timer;
};

G_DEFINE_FINAL_TYPE (AgreedReadingToast, agreed_reading_toast, G_TYPE_OBJECT)

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->cancellable);
  g_free (entry->name);
  g_free (entry);
}

static guint
find_entry (AgreedReadingToast *self,
            GCancellable       *cancellable)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (((const Entry *) g_ptr_array_index (self->entries, i))->cancellable == cancellable)
      return i;

  return G_MAXUINT;
}

static void
show_state (AgreedReadingToast *self)
{
  const Entry *first = g_ptr_array_index (self->entries, 0);
  g_autofree char *title = NULL;
  double fraction = 0;

  for (guint i = 0; i < self->entries->len; i++)
    fraction += ((const Entry *) g_ptr_array_index (self->entries, i))->fraction / self->entries->len;
  if (self->entries->len > 1)
    title = g_strdup_printf (ngettext ("Reading %u file: %d %%", "Reading %u files: %d %%", self->entries->len),
                             self->entries->len, (int) (fraction * 100));
  else
    title = g_strdup_printf (_("Reading %s: %d %%"), first->name, (int) (fraction * 100));
  adw_toast_set_title (self->toast, title);
}

static void
forget_toast (AgreedReadingToast *self)
{
  g_clear_object (&self->toast);
}

static gboolean
show_toast (gpointer user_data)
{
  AgreedReadingToast *self = user_data;

  self->timer = 0;
  self->toast = g_object_ref_sink (adw_toast_new (""));
  adw_toast_set_use_markup (self->toast, FALSE);
  adw_toast_set_timeout (self->toast, 0);
  adw_toast_set_priority (self->toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_button_label (self->toast, _("_Stop"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (agreed_reading_toast_stop), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (forget_toast), self, G_CONNECT_SWAPPED);
  show_state (self);
  adw_toast_overlay_add_toast (self->overlay, g_object_ref (self->toast));

  return G_SOURCE_REMOVE;
}

static void
hide_toast (AgreedReadingToast *self)
{
  g_autoptr (AdwToast) toast = g_steal_pointer (&self->toast);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (toast != NULL)
    adw_toast_dismiss (toast);
}

static void
agreed_reading_toast_dispose (GObject *object)
{
  AgreedReadingToast *self = AGREED_READING_TOAST (object);

  agreed_reading_toast_stop (self);
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->toast);
  g_ptr_array_set_size (self->entries, 0);
  G_OBJECT_CLASS (agreed_reading_toast_parent_class)->dispose (object);
}

static void
agreed_reading_toast_finalize (GObject *object)
{
  g_ptr_array_unref (AGREED_READING_TOAST (object)->entries);
  G_OBJECT_CLASS (agreed_reading_toast_parent_class)->finalize (object);
}

static void
agreed_reading_toast_class_init (AgreedReadingToastClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = agreed_reading_toast_dispose;
  G_OBJECT_CLASS (klass)->finalize = agreed_reading_toast_finalize;
}

static void
agreed_reading_toast_init (AgreedReadingToast *self)
{
  self->entries = g_ptr_array_new_with_free_func (entry_free);
}

AgreedReadingToast *
agreed_reading_toast_new (AdwToastOverlay *overlay)
{
  AgreedReadingToast *self = g_object_new (AGREED_TYPE_READING_TOAST, NULL);

  g_return_val_if_fail (ADW_IS_TOAST_OVERLAY (overlay), self);

  self->overlay = overlay;
  return self;
}

GCancellable *
agreed_reading_toast_begin (AgreedReadingToast *self,
                            GFile              *file)
{
  Entry *entry;
  g_autofree char *base = NULL;

  g_return_val_if_fail (AGREED_IS_READING_TOAST (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  base = g_file_get_basename (file);
  entry = g_new0 (Entry, 1);
  entry->cancellable = g_cancellable_new ();
  entry->name = g_filename_display_name (base != NULL ? base : "?");
  g_ptr_array_add (self->entries, entry);
  if (self->toast != NULL)
    show_state (self);
  else if (self->timer == 0)
    self->timer = g_timeout_add (A_MOMENT, show_toast, self);

  return g_object_ref (entry->cancellable);
}

void
agreed_reading_toast_set_fraction (AgreedReadingToast *self,
                                   GCancellable       *reading,
                                   double              fraction)
{
  guint i;

  g_return_if_fail (AGREED_IS_READING_TOAST (self));

  i = find_entry (self, reading);
  if (i == G_MAXUINT)
    return;
  ((Entry *) g_ptr_array_index (self->entries, i))->fraction = fraction;
  if (self->toast != NULL)
    show_state (self);
}

void
agreed_reading_toast_end (AgreedReadingToast *self,
                          GCancellable       *reading)
{
  guint i;

  g_return_if_fail (AGREED_IS_READING_TOAST (self));

  i = find_entry (self, reading);
  if (i != G_MAXUINT)
    g_ptr_array_remove_index (self->entries, i);
  if (self->entries->len == 0)
    hide_toast (self);
  else if (self->toast != NULL)
    show_state (self);
}

void
agreed_reading_toast_stop (AgreedReadingToast *self)
{
  g_return_if_fail (AGREED_IS_READING_TOAST (self));

  for (guint i = 0; i < self->entries->len; i++)
    g_cancellable_cancel (((Entry *) g_ptr_array_index (self->entries, i))->cancellable);
}
