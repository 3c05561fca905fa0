/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic.h"

struct _AgreedTopic {
  GObject parent_instance;

  char *id;
  GHashTable *names;        /* language → name */
  GHashTable *descriptions; /* language → description */
  char *uri;
  char *group;
  guint color;
  guint look;
};

G_DEFINE_FINAL_TYPE (AgreedTopic, agreed_topic, G_TYPE_OBJECT)

enum {
  PROP_ID = 1,
  PROP_DISPLAY_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

/* "zh_CN.UTF-8" and "zh-cn" are both "zh". */
static char *
primary_language (const char *language)
{
  return g_strndup (language, strcspn (language, "_-.@"));
}

static const char *
look_up (GHashTable *by_language,
         const char *language)
{
  g_autofree char *primary = primary_language (language != NULL ? language : "en");
  const char *found = g_hash_table_lookup (by_language, primary);
  GHashTableIter iter;
  gpointer any;

  if (found == NULL)
    found = g_hash_table_lookup (by_language, "en");
  if (found != NULL)
    return found;

  g_hash_table_iter_init (&iter, by_language);
  return g_hash_table_iter_next (&iter, NULL, &any) ? any : NULL;
}

static void
agreed_topic_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AgreedTopic *self = AGREED_TOPIC (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, agreed_topic_get_display_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_topic_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AgreedTopic *self = AGREED_TOPIC (object);

  switch (prop_id)
    {
    case PROP_ID:
      self->id = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_topic_finalize (GObject *object)
{
  AgreedTopic *self = AGREED_TOPIC (object);

  g_free (self->id);
  g_free (self->uri);
  g_free (self->group);
  g_clear_pointer (&self->names, g_hash_table_unref);
  g_clear_pointer (&self->descriptions, g_hash_table_unref);

  G_OBJECT_CLASS (agreed_topic_parent_class)->finalize (object);
}

static void
agreed_topic_class_init (AgreedTopicClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = agreed_topic_get_property;
  object_class->set_property = agreed_topic_set_property;
  object_class->finalize = agreed_topic_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
agreed_topic_init (AgreedTopic *self)
{
  self->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->descriptions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

AgreedTopic *
agreed_topic_new (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  return g_object_new (AGREED_TYPE_TOPIC, "id", id, NULL);
}

const char *
agreed_topic_get_id (AgreedTopic *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC (self), NULL);

  return self->id;
}

void
agreed_topic_set_name (AgreedTopic *self,
                       const char  *language,
                       const char  *name)
{
  g_return_if_fail (AGREED_IS_TOPIC (self));

  g_hash_table_insert (self->names, primary_language (language), g_strdup (name));
  self->look++;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPLAY_NAME]);
}

const char *
agreed_topic_get_name (AgreedTopic *self,
                       const char  *language)
{
  const char *name;

  g_return_val_if_fail (AGREED_IS_TOPIC (self), NULL);

  name = look_up (self->names, language);
  return name != NULL ? name : self->id;
}

void
agreed_topic_set_description (AgreedTopic *self,
                              const char  *language,
                              const char  *description)
{
  g_return_if_fail (AGREED_IS_TOPIC (self));

  g_hash_table_insert (self->descriptions, primary_language (language), g_strdup (description));
}

const char *
agreed_topic_get_description (AgreedTopic *self,
                              const char  *language)
{
  g_return_val_if_fail (AGREED_IS_TOPIC (self), NULL);

  return look_up (self->descriptions, language);
}

const char *
agreed_topic_get_display_name (AgreedTopic *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC (self), NULL);

  return agreed_topic_get_name (self, g_get_language_names ()[0]);
}

const char *
agreed_topic_get_uri (AgreedTopic *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC (self), NULL);

  return self->uri;
}

void
agreed_topic_set_uri (AgreedTopic *self,
                      const char  *uri)
{
  g_return_if_fail (AGREED_IS_TOPIC (self));

  g_set_str (&self->uri, uri);
}

const char *
agreed_topic_get_group (AgreedTopic *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC (self), NULL);

  return self->group;
}

void
agreed_topic_set_group (AgreedTopic *self,
                        const char  *group)
{
  g_return_if_fail (AGREED_IS_TOPIC (self));

  g_set_str (&self->group, group);
}

static gboolean
same_words (GHashTable *one,
            GHashTable *two)
{
  GHashTableIter iter;
  gpointer language, words;

  if (g_hash_table_size (one) != g_hash_table_size (two))
    return FALSE;
  g_hash_table_iter_init (&iter, one);
  while (g_hash_table_iter_next (&iter, &language, &words))
    if (g_strcmp0 (words, g_hash_table_lookup (two, language)) != 0)
      return FALSE;

  return TRUE;
}

static void
assign_words (GHashTable **to,
              GHashTable  *from)
{
  GHashTable *copy = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer language, words;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &language, &words))
    g_hash_table_insert (copy, g_strdup (language), g_strdup (words));
  g_hash_table_unref (*to);
  *to = copy;
}

void
agreed_topic_assign (AgreedTopic *self,
                     AgreedTopic *other)
{
  gboolean renamed;

  g_return_if_fail (AGREED_IS_TOPIC (self));
  g_return_if_fail (AGREED_IS_TOPIC (other));

  renamed = !same_words (self->names, other->names);
  if (renamed || self->color != other->color)
    self->look++;
  assign_words (&self->names, other->names);
  assign_words (&self->descriptions, other->descriptions);
  g_set_str (&self->uri, other->uri);
  g_set_str (&self->group, other->group);
  self->color = other->color;
  if (renamed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPLAY_NAME]);
}

guint
agreed_topic_get_look (AgreedTopic *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC (self), 0);

  return self->look;
}

guint
agreed_topic_get_color (AgreedTopic *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC (self), 0);

  return self->color;
}

void
agreed_topic_set_color (AgreedTopic *self,
                        guint        color)
{
  g_return_if_fail (AGREED_IS_TOPIC (self));

  if (self->color != color)
    self->look++;
  self->color = color;
}
