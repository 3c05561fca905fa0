/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "project-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (AgreedProject, agreed_project, G_TYPE_OBJECT)

enum {
  PROP_OLDER = 1,
  PROP_NEWER,
  PROP_EARLIEST,
  PROP_COMPARISON,
  PROP_BEFORE,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  N_PROPS,
};

enum {
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
spot_free (gpointer data)
{
  AgreedSpot *spot = data;

  agreed_place_clear (&spot->place);
  g_clear_pointer (&spot->suggested, g_ptr_array_unref);
  g_clear_pointer (&spot->passages, g_ptr_array_unref);
  g_clear_pointer (&spot->notes, g_ptr_array_unref);
  g_free (spot);
}

AgreedStatus
agreed_project_get_status (AgreedProject *self)
{
  const AgreedStep *undo = agreed_history_peek_undo (self->history);
  const AgreedStep *redo = agreed_history_peek_redo (self->history);

  return (AgreedStatus) {
    .modified = agreed_project_get_modified (self),
    .undo_name = undo != NULL ? undo->name : NULL,
    .redo_name = redo != NULL ? redo->name : NULL,
  };
}

void
agreed_project_notify_status (AgreedProject      *self,
                              const AgreedStatus *before)
{
  GObject *object = G_OBJECT (self);
  AgreedStatus after = agreed_project_get_status (self);

  self->n_changes++;
  g_object_freeze_notify (object);
  if (after.modified != before->modified)
    g_object_notify_by_pspec (object, properties[PROP_MODIFIED]);
  if ((after.undo_name != NULL) != (before->undo_name != NULL))
    g_object_notify_by_pspec (object, properties[PROP_CAN_UNDO]);
  if ((after.redo_name != NULL) != (before->redo_name != NULL))
    g_object_notify_by_pspec (object, properties[PROP_CAN_REDO]);
  if (g_strcmp0 (after.undo_name, before->undo_name) != 0)
    g_object_notify_by_pspec (object, properties[PROP_UNDO_NAME]);
  if (g_strcmp0 (after.redo_name, before->redo_name) != 0)
    g_object_notify_by_pspec (object, properties[PROP_REDO_NAME]);
  g_object_thaw_notify (object);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
agreed_project_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AgreedProject *self = AGREED_PROJECT (object);

  switch (prop_id)
    {
    case PROP_OLDER:
      g_value_set_object (value, agreed_project_get_text (self, AGREED_SIDE_OLDER));
      break;
    case PROP_NEWER:
      g_value_set_object (value, agreed_project_get_text (self, AGREED_SIDE_NEWER));
      break;
    case PROP_EARLIEST:
      g_value_set_object (value, agreed_project_get_text (self, AGREED_SIDE_EARLIEST));
      break;
    case PROP_COMPARISON:
      g_value_set_object (value, agreed_project_get_comparison (self));
      break;
    case PROP_BEFORE:
      g_value_set_object (value, agreed_project_get_before (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, agreed_project_get_modified (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, agreed_project_get_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, agreed_project_get_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, agreed_project_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, agreed_project_get_redo_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_project_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AgreedProject *self = AGREED_PROJECT (object);

  switch (prop_id)
    {
    case PROP_OLDER:
      agreed_project_set_text (self, AGREED_SIDE_OLDER, g_value_get_object (value));
      break;
    case PROP_NEWER:
      agreed_project_set_text (self, AGREED_SIDE_NEWER, g_value_get_object (value));
      break;
    case PROP_EARLIEST:
      agreed_project_set_text (self, AGREED_SIDE_EARLIEST, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_project_dispose (GObject *object)
{
  AgreedProject *self = AGREED_PROJECT (object);

  agreed_project_clear_comparisons (self);
  agreed_project_forget_spots (self);
  g_clear_pointer (&self->by_place, g_hash_table_unref);
  g_clear_pointer (&self->spots, g_hash_table_unref);
  g_clear_pointer (&self->texts, g_hash_table_unref);
  g_clear_pointer (&self->records, g_hash_table_unref);
  g_clear_object (&self->documents);
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_object (&self->topics);
  g_clear_pointer (&self->topics_record, agreed_record_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->recovery);

  G_OBJECT_CLASS (agreed_project_parent_class)->dispose (object);
}

static void
agreed_project_finalize (GObject *object)
{
  AgreedProject *self = AGREED_PROJECT (object);

  g_clear_pointer (&self->history, agreed_history_free);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  agreed_stamp_clear (&self->stamp);

  G_OBJECT_CLASS (agreed_project_parent_class)->finalize (object);
}

static void
agreed_project_class_init (AgreedProjectClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags writable = readable | G_PARAM_WRITABLE;

  object_class->get_property = agreed_project_get_property;
  object_class->set_property = agreed_project_set_property;
  object_class->dispose = agreed_project_dispose;
  object_class->finalize = agreed_project_finalize;

  properties[PROP_OLDER] = g_param_spec_object ("older", NULL, NULL, AGREED_TYPE_TEXT, writable);
  properties[PROP_NEWER] = g_param_spec_object ("newer", NULL, NULL, AGREED_TYPE_TEXT, writable);
  properties[PROP_EARLIEST] = g_param_spec_object ("earliest", NULL, NULL, AGREED_TYPE_TEXT, writable);
  properties[PROP_COMPARISON] = g_param_spec_object ("comparison", NULL, NULL, AGREED_TYPE_COMPARISON, readable);
  properties[PROP_BEFORE] = g_param_spec_object ("before", NULL, NULL, AGREED_TYPE_COMPARISON, readable);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, readable);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, readable);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, readable);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, readable);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
agreed_project_init (AgreedProject *self)
{
  self->documents = g_list_store_new (AGREED_TYPE_DOCUMENT);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->gone = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
  self->spots = g_hash_table_new_full (NULL, NULL, NULL, spot_free);
  self->by_place = g_hash_table_new (agreed_place_hash, agreed_place_equal);
  self->records = g_hash_table_new_full (agreed_record_hash, agreed_record_equal,
                                         (GDestroyNotify) agreed_record_unref, NULL);
  self->history = agreed_history_new ();
  self->queue = g_ptr_array_new ();
}

AgreedProject *
agreed_project_new (void)
{
  g_autoptr (AgreedTopicSet) topics = agreed_topic_set_new_default ();

  return agreed_project_new_with_topics (topics);
}

AgreedProject *
agreed_project_new_with_topics (AgreedTopicSet *topics)
{
  AgreedProject *self;

  g_return_val_if_fail (AGREED_IS_TOPIC_SET (topics), NULL);

  self = g_object_new (AGREED_TYPE_PROJECT, NULL);
  self->topics = g_object_ref (topics);

  return self;
}

GListModel *
agreed_project_get_documents (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  return G_LIST_MODEL (self->documents);
}

AgreedTopicSet *
agreed_project_get_topics (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  return self->topics;
}

gboolean
agreed_project_get_can_undo (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), FALSE);

  return agreed_history_peek_undo (self->history) != NULL;
}

gboolean
agreed_project_get_can_redo (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), FALSE);

  return agreed_history_peek_redo (self->history) != NULL;
}

const char *
agreed_project_get_undo_name (AgreedProject *self)
{
  const char *name;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  name = agreed_project_get_status (self).undo_name;
  return name != NULL ? _(name) : NULL;
}

const char *
agreed_project_get_redo_name (AgreedProject *self)
{
  const char *name;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  name = agreed_project_get_status (self).redo_name;
  return name != NULL ? _(name) : NULL;
}

void
agreed_project_undo (AgreedProject *self)
{
  const AgreedStep *step;
  AgreedStatus before;

  g_return_if_fail (AGREED_IS_PROJECT (self));

  step = agreed_history_peek_undo (self->history);
  if (step == NULL)
    return;

  before = agreed_project_get_status (self);
  agreed_history_step_back (self->history);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = step->changes->len; i-- > 0;)
    agreed_project_put_record (self, g_array_index (step->changes, AgreedTurn, i).after,
                               g_array_index (step->changes, AgreedTurn, i).before);
  g_object_thaw_notify (G_OBJECT (self));
  agreed_project_notify_status (self, &before);
}

void
agreed_project_redo (AgreedProject *self)
{
  const AgreedStep *step;
  AgreedStatus before;

  g_return_if_fail (AGREED_IS_PROJECT (self));

  step = agreed_history_peek_redo (self->history);
  if (step == NULL)
    return;

  before = agreed_project_get_status (self);
  agreed_history_step_ahead (self->history);
  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < step->changes->len; i++)
    agreed_project_put_record (self, g_array_index (step->changes, AgreedTurn, i).before,
                               g_array_index (step->changes, AgreedTurn, i).after);
  g_object_thaw_notify (G_OBJECT (self));
  agreed_project_notify_status (self, &before);
}

gboolean
agreed_project_get_modified (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), FALSE);

  return agreed_history_get_state (self->history) != self->saved_state ||
         g_list_model_get_n_items (G_LIST_MODEL (self->documents)) != self->saved_n_documents ||
         memcmp (self->chosen, self->saved_chosen, sizeof self->chosen) != 0;
}

gboolean
agreed_project_get_unsaved (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), FALSE);

  if (!agreed_project_get_modified (self))
    return FALSE;

  /* Two files merely looked at are no loss; their comparison is made again in no time. */
  return self->file != NULL || self->saved_state == AGREED_NEVER_SAVED ||
         agreed_history_get_state (self->history) != self->saved_state;
}

GFile *
agreed_project_get_file (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  return self->file;
}

void
agreed_project_forget_file (AgreedProject *self)
{
  g_return_if_fail (AGREED_IS_PROJECT (self));

  agreed_project_set_file (self, NULL, NULL);
}

void
agreed_project_mark_unsaved (AgreedProject *self)
{
  AgreedStatus before;

  g_return_if_fail (AGREED_IS_PROJECT (self));

  before = agreed_project_get_status (self);
  self->saved_state = AGREED_NEVER_SAVED;
  agreed_project_notify_status (self, &before);
}

guint64
agreed_project_get_state (AgreedProject *self)
{
  return agreed_history_get_state (self->history);
}

void
agreed_project_mark_saved (AgreedProject     *self,
                           guint64            state,
                           guint              n_documents,
                           AgreedText *const *chosen)
{
  AgreedStatus before = agreed_project_get_status (self);

  agreed_history_seal (self->history);
  self->saved_state = state;
  self->saved_n_documents = n_documents;
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    self->saved_chosen[side] = chosen[side];
  agreed_project_notify_status (self, &before);
}

void
agreed_project_set_file (AgreedProject *self,
                         GFile         *file,
                         AgreedStamp   *stamp)
{
  g_set_object (&self->file, file);
  agreed_stamp_clear (&self->stamp);
  if (stamp != NULL)
    agreed_stamp_copy (stamp, &self->stamp);
}
