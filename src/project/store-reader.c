/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-reader.h"

#include <glib/gi18n.h>

char *
agreed_reader_get_path (AgreedReader *reader,
                        const char   *member)
{
  if (member == NULL)
    return g_strdup (reader->path->str);
  return g_strconcat (reader->path->str, reader->path->len > 0 ? "." : "", member, NULL);
}

/* TRUE where there is something to read; where there is not, *@fine says whether that is all right. */
static gboolean
is_there (AgreedReader *reader,
          JsonObject   *object,
          const char   *member,
          gboolean      required,
          gboolean     *fine)
{
  gboolean there = json_object_has_member (object, member);

  *fine = there || !required || FAIL (reader, member, _("%s: %s is missing"));
  return there;
}

/* *@value is only set where the member is there. */
gboolean
agreed_reader_read_string (AgreedReader  *reader,
                           JsonObject    *object,
                           const char    *member,
                           gboolean       required,
                           const char   **value)
{
  JsonNode *node;
  gboolean fine;

  if (!is_there (reader, object, member, required, &fine))
    return fine;

  node = json_object_get_member (object, member);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FAIL (reader, member, _("%s: %s has to be text in quotation marks"));

  *value = json_node_get_string (node);
  return TRUE;
}

gboolean
agreed_reader_read_number (AgreedReader *reader,
                           JsonObject   *object,
                           const char   *member,
                           gboolean      required,
                           guint         least,
                           guint        *value)
{
  JsonNode *node;
  gboolean fine;
  gint64 number;

  if (!is_there (reader, object, member, required, &fine))
    return fine;

  node = json_object_get_member (object, member);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FAIL (reader, member, _("%s: %s has to be a whole number"));

  number = json_node_get_int (node);
  if (number < least || number > G_MAXINT)
    return FAIL (reader, member, _("%s: %s is a number that cannot be right here"));

  *value = number;
  return TRUE;
}

gboolean
agreed_reader_read_boolean (AgreedReader *reader,
                            JsonObject   *object,
                            const char   *member,
                            gboolean     *value)
{
  JsonNode *node;
  gboolean fine;

  if (!is_there (reader, object, member, TRUE, &fine))
    return fine;

  node = json_object_get_member (object, member);
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return FAIL (reader, member, _("%s: %s has to be true or false"));

  *value = json_node_get_boolean (node);
  return TRUE;
}

gboolean
agreed_reader_read_object (AgreedReader     *reader,
                           JsonNode         *node,
                           const char       *place,
                           AgreedReadObject  read,
                           gpointer          data)
{
  gsize length = reader->path->len;
  gboolean fine;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FAIL (reader, place, _("%s: %s has to be an object in { }"));

  g_string_append_printf (reader->path, "%s%s", length > 0 ? "." : "", place);
  fine = read (reader, json_node_get_object (node), data);
  g_string_truncate (reader->path, length);

  return fine;
}

/* A list of objects, each read by @read. */
gboolean
agreed_reader_read_list (AgreedReader     *reader,
                         JsonObject       *object,
                         const char       *member,
                         gboolean          required,
                         AgreedReadObject  read,
                         gpointer          data)
{
  JsonArray *array;
  gboolean fine;

  if (!is_there (reader, object, member, required, &fine))
    return fine;
  if (!JSON_NODE_HOLDS_ARRAY (json_object_get_member (object, member)))
    return FAIL (reader, member, _("%s: %s has to be a list in [ ]"));

  array = json_object_get_array_member (object, member);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", member, i);

      if (!agreed_reader_read_object (reader, json_array_get_element (array, i), place, read, data))
        return FALSE;
    }

  return TRUE;
}

/* Returns: (transfer full) (nullable): the members of @object that are not @known, in their order */
JsonObject *
agreed_reader_take_unknown (JsonObject        *object,
                            const char *const *known)
{
  JsonObject *unknown = NULL;
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &member, &value))
    {
      if (g_strv_contains (known, member))
        continue;
      if (unknown == NULL)
        unknown = json_object_new ();
      json_object_set_member (unknown, member, json_node_copy (value));
    }

  return unknown;
}

gboolean
agreed_reader_find_offset (AgreedReader     *reader,
                           const char       *member,
                           AgreedStorePlace *place,
                           guint             n_characters,
                           gsize            *offset)
{
  const char *at;

  if (n_characters < place->characters)
    place->bytes = place->characters = 0;
  at = place->wording + place->bytes;
  for (; place->characters < n_characters && *at != '\0'; place->characters++)
    at = g_utf8_next_char (at);
  place->bytes = at - place->wording;
  if (place->characters < n_characters)
    return FAIL (reader, member, _("%s: %s lies beyond the end of the paragraph"));

  *offset = place->bytes;
  return TRUE;
}

static void
unref_unknown (gpointer unknown)
{
  if (unknown != NULL)
    json_object_unref (unknown);
}

GPtrArray *
agreed_reader_new_unknown_list (void)
{
  return g_ptr_array_new_with_free_func (unref_unknown);
}
