/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-reader.h"

#include "topic-set.h"

#include <glib/gi18n-lib.h>

#define FORMAT 1

static const char *const condition_members[AGREED_N_CONDITIONS] = {
  [AGREED_CONDITION_WITH] = "with",
  [AGREED_CONDITION_NEAR] = "near",
  [AGREED_CONDITION_AFTER] = "after",
  [AGREED_CONDITION_WITHOUT] = "without",
};

typedef struct {
  GPtrArray *topics;
  GHashTable *finders;
  GHashTable *variants; /* language → array of classes */
  GHashTable *ids;
  GError **error;
} Reader;

/* @format: a whole sentence, in which the place in the file stands. */
G_GNUC_PRINTF (2, 3)
static gboolean
fail (Reader     *self,
      const char *format,
      ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (self->error, AGREED_TOPICS_ERROR, 0, message);
  return FALSE;
}

static const char *
node_string (JsonNode *node)
{
  const char *string = JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
                           ? json_node_get_string (node)
                           : NULL;

  return string != NULL && *string != '\0' ? string : NULL;
}

/* The object under @name, NULL in @object when it is not there. */
static gboolean
get_object (Reader      *self,
            JsonObject  *parent,
            const char  *member,
            const char  *name,
            JsonObject **object)
{
  JsonNode *node = json_object_get_member (parent, name);
  g_autofree char *path = NULL;

  *object = NULL;
  if (node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_OBJECT (node))
    {
      *object = json_node_get_object (node);
      return TRUE;
    }

  path = g_strconcat (member, *member != '\0' ? "." : "", name, NULL);
  return fail (self, _("%s should be an object, with a member for each language"), path);
}

static GPtrArray *
read_pattern (Reader     *self,
              JsonNode   *node,
              const char *member,
              GPtrArray  *variants)
{
  g_autoptr (GError) wrong = NULL;
  GPtrArray *patterns;

  if (node_string (node) == NULL)
    {
      fail (self, _("%s should be words between quotation marks"), member);
      return NULL;
    }

  patterns = agreed_pattern_read (node_string (node), variants, &wrong);
  if (patterns == NULL)
    /* Translators: a place in a file, and what is wrong there, which is a sentence of its own */
    fail (self, _("%s: %s"), member, wrong->message);
  return patterns;
}

/* All readings of all of a list's terms. */
static GPtrArray *
read_patterns (Reader     *self,
               JsonNode   *node,
               const char *member,
               GPtrArray  *variants)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_pattern_free);
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    {
      fail (self, _("%s should be a list with at least one term"), member);
      return NULL;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *path = g_strdup_printf ("%s[%u]", member, i);
      GPtrArray *patterns = read_pattern (self, json_array_get_element (array, i), path, variants);

      if (patterns == NULL)
        return NULL;
      g_ptr_array_extend_and_steal (all, patterns);
    }

  return g_steal_pointer (&all);
}

static gboolean
read_conditions (Reader       *self,
                 JsonObject   *object,
                 const char   *member,
                 GPtrArray    *variants,
                 AgreedFinder *finder,
                 guint         term)
{
  for (guint i = 0; i < AGREED_N_CONDITIONS; i++)
    {
      g_autofree char *path = g_strconcat (member, ".", condition_members[i], NULL);
      GPtrArray *patterns;

      if (!json_object_has_member (object, condition_members[i]))
        continue;
      patterns = read_patterns (self, json_object_get_member (object, condition_members[i]), path, variants);
      if (patterns == NULL)
        return FALSE;
      agreed_finder_add_condition (finder, term, i, patterns);
    }

  return TRUE;
}

/* A term is words, or an object of words and conditions. */
static gboolean
read_term (Reader       *self,
           JsonNode     *node,
           const char   *member,
           GPtrArray    *variants,
           AgreedFinder *finder)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *path = g_strconcat (member, object != NULL ? ".term" : "", NULL);
  JsonNode *written = object != NULL ? json_object_get_member (object, "term") : node;
  GPtrArray *patterns;
  guint term;

  if (written == NULL)
    return fail (self, _("%s is missing"), path);

  patterns = read_pattern (self, written, path, variants);
  if (patterns == NULL)
    return FALSE;

  term = agreed_finder_add_term (finder, self->topics->len, node_string (written), patterns);
  return object == NULL || read_conditions (self, object, member, variants, finder, term);
}

static AgreedFinder *
ensure_finder (Reader     *self,
               const char *language)
{
  AgreedFinder *finder = g_hash_table_lookup (self->finders, language);

  if (finder == NULL)
    {
      finder = agreed_finder_new ();
      g_hash_table_insert (self->finders, g_strdup (language), finder);
    }
  return finder;
}

static gboolean
read_terms (Reader     *self,
            JsonObject *topic,
            const char *member)
{
  g_autoptr (GList) languages = NULL;
  JsonObject *terms;

  if (!get_object (self, topic, member, "terms", &terms))
    return FALSE;

  languages = terms != NULL ? json_object_get_members (terms) : NULL;
  for (GList *l = languages; l != NULL; l = l->next)
    {
      const char *language = l->data;
      JsonNode *list = json_object_get_member (terms, language);
      g_autofree char *path = g_strdup_printf ("%s.terms.%s", member, language);

      if (!JSON_NODE_HOLDS_ARRAY (list))
        return fail (self, _("%s should be a list of terms"), path);
      for (guint i = 0; i < json_array_get_length (json_node_get_array (list)); i++)
        {
          g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);

          if (!read_term (self, json_array_get_element (json_node_get_array (list), i), place,
                          g_hash_table_lookup (self->variants, language), ensure_finder (self, language)))
            return FALSE;
        }
    }

  return TRUE;
}

/* Names or descriptions, by language. */
static gboolean
read_labels (Reader      *self,
             JsonObject  *object,
             const char  *member,
             const char  *name,
             AgreedTopic *topic,
             void (*set) (AgreedTopic *, const char *, const char *))
{
  g_autoptr (GList) languages = NULL;
  JsonObject *labels;

  if (!get_object (self, object, member, name, &labels))
    return FALSE;

  languages = labels != NULL ? json_object_get_members (labels) : NULL;
  for (GList *l = languages; l != NULL; l = l->next)
    {
      const char *label = node_string (json_object_get_member (labels, l->data));
      g_autofree char *path = g_strdup_printf ("%s.%s.%s", member, name, (const char *) l->data);

      if (label == NULL)
        return fail (self, _("%s should be words between quotation marks"), path);
      set (topic, l->data, label);
    }

  return TRUE;
}

static gboolean
is_id (const char *id)
{
  static const char *const allowed = "abcdefghijklmnopqrstuvwxyz0123456789-";

  return id != NULL && *id != '-' && strspn (id, allowed) == strlen (id);
}

static gboolean
read_id (Reader      *self,
         JsonObject  *object,
         const char  *member,
         const char **id)
{
  g_autofree char *path = g_strconcat (member, ".id", NULL);
  JsonNode *node = json_object_get_member (object, "id");

  if (node == NULL)
    return fail (self, _("%s is missing"), path);
  *id = node_string (node);
  if (!is_id (*id))
    return fail (self, _("%s should be small letters a to z, digits and hyphens"), path);
  if (!g_hash_table_add (self->ids, g_strdup (*id)))
    return fail (self, _("%s is used by two topics"), path);

  return TRUE;
}

static gboolean
read_uri_and_color (Reader      *self,
                    JsonObject  *object,
                    const char  *member,
                    AgreedTopic *topic)
{
  JsonNode *uri = json_object_get_member (object, "uri");
  JsonNode *color = json_object_get_member (object, "color");
  g_autofree char *uri_path = g_strconcat (member, ".uri", NULL);
  g_autofree char *color_path = g_strconcat (member, ".color", NULL);

  if (uri != NULL)
    {
      if (node_string (uri) == NULL || !g_uri_is_valid (node_string (uri), G_URI_FLAGS_NONE, NULL))
        return fail (self, _("%s should be a web address"), uri_path);
      agreed_topic_set_uri (topic, node_string (uri));
    }
  if (color != NULL)
    {
      gint64 number = -1;

      if (JSON_NODE_HOLDS_VALUE (color) && json_node_get_value_type (color) == G_TYPE_INT64)
        number = json_node_get_int (color);
      if (number < 0 || number > 255)
        return fail (self, _("%s should be a whole number from 0 to 255"), color_path);
      agreed_topic_set_color (topic, number);
    }

  return TRUE;
}

static gboolean
read_group (Reader      *self,
            JsonObject  *object,
            const char  *member,
            AgreedTopic *topic)
{
  JsonNode *group = json_object_get_member (object, "group");
  g_autofree char *path = g_strconcat (member, ".group", NULL);

  if (group == NULL)
    return TRUE;
  if (node_string (group) == NULL)
    return fail (self, _("%s should be words between quotation marks"), path);

  agreed_topic_set_group (topic, node_string (group));
  return TRUE;
}

static gboolean
read_topic (Reader   *self,
            JsonNode *node,
            guint     position)
{
  g_autofree char *member = g_strdup_printf ("topics[%u]", position);
  g_autoptr (AgreedTopic) topic = NULL;
  JsonObject *object;
  const char *id;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, _("%s should be an object"), member);

  object = json_node_get_object (node);
  if (!read_id (self, object, member, &id))
    return FALSE;

  topic = agreed_topic_new (id);
  if (!read_uri_and_color (self, object, member, topic) ||
      !read_group (self, object, member, topic) ||
      !read_labels (self, object, member, "names", topic, agreed_topic_set_name) ||
      !read_labels (self, object, member, "descriptions", topic, agreed_topic_set_description) ||
      !read_terms (self, object, member))
    return FALSE;

  g_ptr_array_add (self->topics, g_steal_pointer (&topic));
  return TRUE;
}

static gboolean
read_classes (Reader     *self,
              JsonNode   *node,
              const char *language)
{
  g_autoptr (GPtrArray) classes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autofree char *path = g_strdup_printf ("variants.%s", language);

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return fail (self, _("%s should be a list of lists"), path);

  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
      GPtrArray *class = read_patterns (self, json_array_get_element (json_node_get_array (node), i), place, NULL);

      if (class == NULL)
        return FALSE;
      g_ptr_array_add (classes, class);
    }

  g_hash_table_insert (self->variants, g_strdup (language), g_steal_pointer (&classes));
  return TRUE;
}

static gboolean
read_variants (Reader     *self,
               JsonObject *root)
{
  g_autoptr (GList) languages = NULL;
  JsonObject *variants;

  if (!get_object (self, root, "", "variants", &variants))
    return FALSE;

  languages = variants != NULL ? json_object_get_members (variants) : NULL;
  for (GList *l = languages; l != NULL; l = l->next)
    if (!read_classes (self, json_object_get_member (variants, l->data), l->data))
      return FALSE;

  return TRUE;
}

static gboolean
read_format (Reader     *self,
             JsonObject *root)
{
  JsonNode *format = json_object_get_member (root, "format");

  if (format == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_VALUE (format) || json_node_get_value_type (format) != G_TYPE_INT64 ||
      json_node_get_int (format) < 1)
    return fail (self, _("%s should be a number"), "format");
  if (json_node_get_int (format) > FORMAT)
    return fail (self, _("these topics were made by a newer version of this application"));

  return TRUE;
}

static gboolean
read_set (Reader   *self,
          JsonNode *node)
{
  JsonObject *root;
  JsonNode *topics;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    return fail (self, _("a set of topics should be an object with a list “topics”"));

  root = json_node_get_object (node);
  if (!read_format (self, root) || !read_variants (self, root))
    return FALSE;

  topics = json_object_get_member (root, "topics");
  if (topics == NULL || !JSON_NODE_HOLDS_ARRAY (topics))
    return fail (self, topics == NULL ? _("%s is missing") : _("%s should be a list"), "topics");
  for (guint i = 0; i < json_array_get_length (json_node_get_array (topics)); i++)
    if (!read_topic (self, json_array_get_element (json_node_get_array (topics), i), i))
      return FALSE;

  return TRUE;
}

gboolean
agreed_topic_reader_read (JsonNode    *node,
                          GPtrArray   *topics,
                          GHashTable  *finders,
                          GError     **error)
{
  g_autoptr (GHashTable) variants = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                           (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reader reader = { topics, finders, variants, ids, error };

  return read_set (&reader, node);
}
