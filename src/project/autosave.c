/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "autosave.h"

#include "project-private.h"
#include "store-private.h"

struct _AgreedAutosave {
  GObject parent_instance;

  AgreedProject *project;
  AgreedRecovery *recovery;
  char *name;
  guint delay;
  guint timeout;
  gboolean writing;
  gboolean used;         /* there may be work in the recovery */
  gboolean urgent;       /* flush was asked for during a write */
  guint64 n_changes;     /* how often the project changed */
  guint64 kept_changes;  /* how many of these are in the recovery */
  guint64 writing_changes;
};

enum {
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AgreedAutosave, agreed_autosave, G_TYPE_OBJECT)

static void update (AgreedAutosave *self);

static void
agreed_autosave_dispose (GObject *object)
{
  AgreedAutosave *self = AGREED_AUTOSAVE (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->project != NULL && self->project->recovery == self->recovery)
    g_clear_object (&self->project->recovery);
  g_clear_object (&self->project);
  g_clear_object (&self->recovery);
  G_OBJECT_CLASS (agreed_autosave_parent_class)->dispose (object);
}

static void
agreed_autosave_finalize (GObject *object)
{
  g_free (AGREED_AUTOSAVE (object)->name);
  G_OBJECT_CLASS (agreed_autosave_parent_class)->finalize (object);
}

static void
agreed_autosave_class_init (AgreedAutosaveClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = agreed_autosave_dispose;
  G_OBJECT_CLASS (klass)->finalize = agreed_autosave_finalize;

  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
agreed_autosave_init (AgreedAutosave *self)
{
}

/* Whether the project has work in it that is neither in its file nor kept. */
static gboolean
is_due (AgreedAutosave *self)
{
  return self->project != NULL && agreed_project_get_unsaved (self->project) &&
         self->kept_changes != self->n_changes;
}

/* A disk that was full may have room later; so it is tried again as after the next edit. */
static void
written (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AgreedAutosave) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean fine = agreed_recovery_write_finish (AGREED_RECOVERY (source), result, &error);

  self->writing = FALSE;
  if (self->project == NULL)
    return;
  if (fine)
    self->kept_changes = self->writing_changes;
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
  update (self);
}

static void
write_now (AgreedAutosave *self)
{
  AgreedText *newer = agreed_project_get_text (self->project, AGREED_SIDE_NEWER);
  GFile *file = agreed_project_get_file (self->project);
  g_autofree char *name = NULL;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->urgent = self->writing;
  if (self->writing || !is_due (self))
    return;

  if (file != NULL)
    name = agreed_store_dup_name (file);
  else
    name = g_strdup (newer != NULL ? agreed_text_get_display_name (newer) : self->name);
  self->writing = TRUE;
  self->used = TRUE;
  self->writing_changes = self->n_changes;
  agreed_recovery_write_async (self->recovery, self->project, name, written, g_object_ref (self));
}

static gboolean
delay_over (gpointer user_data)
{
  AgreedAutosave *self = user_data;

  self->timeout = 0;
  write_now (self);
  return G_SOURCE_REMOVE;
}

/* The time runs from the first edit that is not kept: further ones do not put it off. */
static void
update (AgreedAutosave *self)
{
  if (self->writing)
    return;

  if (!agreed_project_get_unsaved (self->project))
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      if (self->used)
        agreed_recovery_clear (self->recovery);
      self->used = FALSE;
    }
  else if (is_due (self) && self->urgent)
    write_now (self);
  else if (is_due (self) && self->timeout == 0)
    self->timeout = g_timeout_add_full (G_PRIORITY_DEFAULT, self->delay, delay_over, self, NULL);
}

static void
project_changed (AgreedAutosave *self)
{
  self->n_changes++;
  update (self);
}

AgreedAutosave *
agreed_autosave_new (AgreedProject  *project,
                     AgreedRecovery *recovery,
                     const char     *name,
                     guint           delay)
{
  AgreedAutosave *self;

  g_return_val_if_fail (AGREED_IS_PROJECT (project), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (AGREED_TYPE_AUTOSAVE, NULL);
  self->project = g_object_ref (project);
  self->used = recovery != NULL;
  self->n_changes = 1;
  self->kept_changes = recovery != NULL ? 1 : 0;
  self->recovery = recovery != NULL ? g_object_ref (recovery) : agreed_recovery_new ();
  self->name = g_strdup (name);
  self->delay = delay;
  g_set_object (&project->recovery, self->recovery);
  g_signal_connect_object (project, "changed", G_CALLBACK (project_changed), self, G_CONNECT_SWAPPED);
  update (self);

  return self;
}

void
agreed_autosave_flush (AgreedAutosave *self)
{
  g_return_if_fail (AGREED_IS_AUTOSAVE (self));

  if (self->project != NULL)
    write_now (self);
}

gboolean
agreed_autosave_get_pending (AgreedAutosave *self)
{
  g_return_val_if_fail (AGREED_IS_AUTOSAVE (self), FALSE);

  return self->writing || is_due (self);
}

void
agreed_autosave_stop (AgreedAutosave *self)
{
  g_return_if_fail (AGREED_IS_AUTOSAVE (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->project == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->project, self);
  if (self->project->recovery == self->recovery)
    g_clear_object (&self->project->recovery);
  g_clear_object (&self->project);
  agreed_recovery_clear (self->recovery);
}
