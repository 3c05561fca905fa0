/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "footnote.h"

struct _AgreedFootnote {
  GObject parent_instance;

  char *marker;
  char *wording;
};

G_DEFINE_FINAL_TYPE (AgreedFootnote, agreed_footnote, G_TYPE_OBJECT)

enum {
  PROP_MARKER = 1,
  PROP_WORDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
agreed_footnote_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AgreedFootnote *self = AGREED_FOOTNOTE (object);

  switch (prop_id)
    {
    case PROP_MARKER:
      g_value_set_string (value, self->marker);
      break;
    case PROP_WORDING:
      g_value_set_string (value, self->wording);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_footnote_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AgreedFootnote *self = AGREED_FOOTNOTE (object);

  switch (prop_id)
    {
    case PROP_MARKER:
      self->marker = g_value_dup_string (value);
      break;
    case PROP_WORDING:
      self->wording = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_footnote_finalize (GObject *object)
{
  AgreedFootnote *self = AGREED_FOOTNOTE (object);

  g_free (self->marker);
  g_free (self->wording);

  G_OBJECT_CLASS (agreed_footnote_parent_class)->finalize (object);
}

static void
agreed_footnote_class_init (AgreedFootnoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = agreed_footnote_get_property;
  object_class->set_property = agreed_footnote_set_property;
  object_class->finalize = agreed_footnote_finalize;

  properties[PROP_MARKER] = g_param_spec_string ("marker", NULL, NULL, NULL, flags);
  properties[PROP_WORDING] = g_param_spec_string ("wording", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
agreed_footnote_init (AgreedFootnote *self)
{
}

AgreedFootnote *
agreed_footnote_new (const char *marker,
                     const char *wording)
{
  g_return_val_if_fail (marker != NULL, NULL);
  g_return_val_if_fail (wording != NULL, NULL);

  return g_object_new (AGREED_TYPE_FOOTNOTE,
                       "marker", marker,
                       "wording", wording,
                       NULL);
}

const char *
agreed_footnote_get_marker (AgreedFootnote *self)
{
  g_return_val_if_fail (AGREED_IS_FOOTNOTE (self), NULL);

  return self->marker;
}

const char *
agreed_footnote_get_wording (AgreedFootnote *self)
{
  g_return_val_if_fail (AGREED_IS_FOOTNOTE (self), NULL);

  return self->wording;
}
