/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "note.h"

struct _AgreedNote {
  GObject parent_instance;

  char *body;
};

G_DEFINE_FINAL_TYPE (AgreedNote, agreed_note, G_TYPE_OBJECT)

enum {
  PROP_BODY = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
agreed_note_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AgreedNote *self = AGREED_NOTE (object);

  switch (prop_id)
    {
    case PROP_BODY:
      g_value_set_string (value, self->body);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_note_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AgreedNote *self = AGREED_NOTE (object);

  switch (prop_id)
    {
    case PROP_BODY:
      self->body = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_note_finalize (GObject *object)
{
  AgreedNote *self = AGREED_NOTE (object);

  g_free (self->body);

  G_OBJECT_CLASS (agreed_note_parent_class)->finalize (object);
}

static void
agreed_note_class_init (AgreedNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = agreed_note_get_property;
  object_class->set_property = agreed_note_set_property;
  object_class->finalize = agreed_note_finalize;

  properties[PROP_BODY] = g_param_spec_string ("body", NULL, NULL, NULL,
                                               G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
agreed_note_init (AgreedNote *self)
{
}

AgreedNote *
agreed_note_new (const char *body)
{
  g_return_val_if_fail (body != NULL, NULL);

  return g_object_new (AGREED_TYPE_NOTE, "body", body, NULL);
}

const char *
agreed_note_get_body (AgreedNote *self)
{
  g_return_val_if_fail (AGREED_IS_NOTE (self), NULL);

  return self->body;
}
