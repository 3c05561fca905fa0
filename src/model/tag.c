/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tag.h"

struct _AgreedTag {
  GObject parent_instance;

  AgreedTopic *topic;
  AgreedTagState state;
  guint look; /* the topic's when the tag was made */
  GArray *evidence; /* AgreedEvidence */
  GArray *passages; /* AgreedTagPassage */
};

G_DEFINE_FINAL_TYPE (AgreedTag, agreed_tag, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (AgreedTagState, agreed_tag_state,
                    G_DEFINE_ENUM_VALUE (AGREED_TAG_SUGGESTED, "suggested"),
                    G_DEFINE_ENUM_VALUE (AGREED_TAG_ACCEPTED, "accepted"),
                    G_DEFINE_ENUM_VALUE (AGREED_TAG_DISMISSED, "dismissed"),
                    G_DEFINE_ENUM_VALUE (AGREED_TAG_ADDED, "added"))

enum {
  PROP_TOPIC = 1,
  PROP_STATE,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static const char *const state_words[] = {
  [AGREED_TAG_SUGGESTED] = "suggested",
  [AGREED_TAG_ACCEPTED] = "accepted",
  [AGREED_TAG_DISMISSED] = "dismissed",
  [AGREED_TAG_ADDED] = "added",
};

const char *
agreed_tag_state_to_string (AgreedTagState state)
{
  return state_words[state];
}

gboolean
agreed_tag_state_from_string (const char     *word,
                              AgreedTagState *state)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_words); i++)
    if (g_strcmp0 (word, state_words[i]) == 0)
      {
        *state = i;
        return TRUE;
      }

  return FALSE;
}

static void
clear_evidence (gpointer data)
{
  AgreedEvidence *evidence = data;

  g_free (evidence->term);
}

static void
agreed_tag_get_property (GObject    *object,
                         guint       prop_id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  AgreedTag *self = AGREED_TAG (object);

  switch (prop_id)
    {
    case PROP_TOPIC:
      g_value_set_object (value, self->topic);
      break;
    case PROP_STATE:
      g_value_set_enum (value, self->state);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_tag_set_property (GObject      *object,
                         guint         prop_id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  AgreedTag *self = AGREED_TAG (object);

  switch (prop_id)
    {
    case PROP_TOPIC:
      self->topic = g_value_dup_object (value);
      break;
    case PROP_STATE:
      self->state = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_tag_dispose (GObject *object)
{
  AgreedTag *self = AGREED_TAG (object);

  g_clear_object (&self->topic);

  G_OBJECT_CLASS (agreed_tag_parent_class)->dispose (object);
}

static void
agreed_tag_finalize (GObject *object)
{
  AgreedTag *self = AGREED_TAG (object);

  g_clear_pointer (&self->evidence, g_array_unref);
  g_clear_pointer (&self->passages, g_array_unref);

  G_OBJECT_CLASS (agreed_tag_parent_class)->finalize (object);
}

static void
agreed_tag_class_init (AgreedTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = agreed_tag_get_property;
  object_class->set_property = agreed_tag_set_property;
  object_class->dispose = agreed_tag_dispose;
  object_class->finalize = agreed_tag_finalize;

  properties[PROP_TOPIC] = g_param_spec_object ("topic", NULL, NULL, AGREED_TYPE_TOPIC, flags);
  properties[PROP_STATE] = g_param_spec_enum ("state", NULL, NULL, AGREED_TYPE_TAG_STATE,
                                              AGREED_TAG_SUGGESTED, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
agreed_tag_init (AgreedTag *self)
{
  self->evidence = g_array_new (FALSE, FALSE, sizeof (AgreedEvidence));
  g_array_set_clear_func (self->evidence, clear_evidence);
  self->passages = g_array_new (FALSE, FALSE, sizeof (AgreedTagPassage));
}

AgreedTag *
agreed_tag_new (AgreedTopic    *topic,
                AgreedTagState  state)
{
  AgreedTag *self;

  g_return_val_if_fail (AGREED_IS_TOPIC (topic), NULL);

  self = g_object_new (AGREED_TYPE_TAG,
                       "topic", topic,
                       "state", state,
                       NULL);
  self->look = agreed_topic_get_look (topic);
  return self;
}

gboolean
agreed_tag_equal (AgreedTag *self,
                  AgreedTag *other)
{
  g_return_val_if_fail (AGREED_IS_TAG (self), FALSE);
  g_return_val_if_fail (AGREED_IS_TAG (other), FALSE);

  if (self->topic != other->topic || self->state != other->state || self->look != other->look ||
      self->evidence->len != other->evidence->len || self->passages->len != other->passages->len)
    return FALSE;
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const AgreedEvidence *one = &g_array_index (self->evidence, AgreedEvidence, i);
      const AgreedEvidence *two = &g_array_index (other->evidence, AgreedEvidence, i);

      if (one->start != two->start || one->length != two->length || g_strcmp0 (one->term, two->term) != 0)
        return FALSE;
    }
  for (guint i = 0; i < self->passages->len; i++)
    {
      const AgreedTagPassage *one = &g_array_index (self->passages, AgreedTagPassage, i);
      const AgreedTagPassage *two = &g_array_index (other->passages, AgreedTagPassage, i);

      if (one->start != two->start || one->length != two->length)
        return FALSE;
    }

  return TRUE;
}

AgreedTopic *
agreed_tag_get_topic (AgreedTag *self)
{
  g_return_val_if_fail (AGREED_IS_TAG (self), NULL);

  return self->topic;
}

AgreedTagState
agreed_tag_get_state (AgreedTag *self)
{
  g_return_val_if_fail (AGREED_IS_TAG (self), AGREED_TAG_SUGGESTED);

  return self->state;
}

void
agreed_tag_add_evidence (AgreedTag  *self,
                         gsize       start,
                         gsize       length,
                         const char *term)
{
  AgreedEvidence evidence = { start, length, g_strdup (term) };

  g_return_if_fail (AGREED_IS_TAG (self));

  g_array_append_val (self->evidence, evidence);
}

const AgreedEvidence *
agreed_tag_get_evidence (AgreedTag *self,
                         guint     *n_evidence)
{
  g_return_val_if_fail (AGREED_IS_TAG (self), NULL);
  g_return_val_if_fail (n_evidence != NULL, NULL);

  *n_evidence = self->evidence->len;
  return (const AgreedEvidence *) (gpointer) self->evidence->data;
}

void
agreed_tag_add_passage (AgreedTag *self,
                        gsize      start,
                        gsize      length)
{
  AgreedTagPassage passage = { start, length };

  g_return_if_fail (AGREED_IS_TAG (self));

  g_array_append_val (self->passages, passage);
}

const AgreedTagPassage *
agreed_tag_get_passages (AgreedTag *self,
                         guint     *n_passages)
{
  g_return_val_if_fail (AGREED_IS_TAG (self), NULL);
  g_return_val_if_fail (n_passages != NULL, NULL);

  *n_passages = self->passages->len;
  return (const AgreedTagPassage *) (gpointer) self->passages->data;
}

AgreedTag *
agreed_tag_with_state (AgreedTag      *self,
                       AgreedTagState  state)
{
  AgreedTag *other;

  g_return_val_if_fail (AGREED_IS_TAG (self), NULL);

  other = agreed_tag_new (self->topic, state);
  for (guint i = 0; i < self->evidence->len; i++)
    {
      const AgreedEvidence *evidence = &g_array_index (self->evidence, AgreedEvidence, i);

      agreed_tag_add_evidence (other, evidence->start, evidence->length, evidence->term);
    }
  g_array_append_vals (other->passages, self->passages->data, self->passages->len);

  return other;
}
