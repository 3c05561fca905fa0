/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store-writer.h"

#include <string.h>

/* Characters that have a short escape in JSON, and those escapes. */
#define SHORT "\b\f\n\r\t\"\\"
#define SHORT_ESCAPES "bfnrt\"\\"

static void
write_quoted (GString    *out,
              const char *value)
{
  const char *start = value;

  g_string_append_c (out, '"');
  for (const char *at = value; *at != '\0'; at++)
    {
      guchar byte = *at;
      const char *found;

      if (byte >= 0x20 && byte != '"' && byte != '\\' && byte != 0x7f)
        continue;

      g_string_append_len (out, start, at - start);
      start = at + 1;
      found = strchr (SHORT, byte);
      if (found != NULL)
        {
          g_string_append_c (out, '\\');
          g_string_append_c (out, SHORT_ESCAPES[found - SHORT]);
        }
      else
        g_string_append_printf (out, "\\u%04x", byte);
    }
  g_string_append (out, start);
  g_string_append_c (out, '"');
}

static void
new_line (AgreedWriter *writer)
{
  static const char spaces[] = "                                ";
  guint left = writer->depth * 2;

  g_string_append_c (writer->out, '\n');
  for (; left > sizeof spaces - 1; left -= sizeof spaces - 1)
    g_string_append_len (writer->out, spaces, sizeof spaces - 1);
  g_string_append_len (writer->out, spaces, left);
}

/* What stands before a value. */
static void
begin (AgreedWriter *writer,
       const char   *name)
{
  if (!writer->empty)
    g_string_append_c (writer->out, ',');
  if (writer->depth > 0)
    new_line (writer);
  writer->empty = FALSE;
  if (name == NULL)
    return;

  write_quoted (writer->out, name);
  g_string_append (writer->out, " : ");
}

void
agreed_writer_open (AgreedWriter *writer,
                    const char   *name,
                    char          bracket)
{
  begin (writer, name);
  g_string_append_c (writer->out, bracket);
  writer->depth++;
  writer->empty = TRUE;
}

void
agreed_writer_close (AgreedWriter *writer,
                     char          bracket)
{
  writer->depth--;
  if (!writer->empty)
    new_line (writer);
  g_string_append_c (writer->out, bracket);
  writer->empty = FALSE;
}

void
agreed_writer_string (AgreedWriter *writer,
                      const char   *name,
                      const char   *value)
{
  g_autofree char *valid = NULL;

  if (value == NULL)
    return;
  if (!g_utf8_validate (value, -1, NULL))
    value = valid = g_utf8_make_valid (value, -1);

  begin (writer, name);
  write_quoted (writer->out, value);
}

void
agreed_writer_number (AgreedWriter *writer,
                      const char   *name,
                      gint64        value)
{
  begin (writer, name);
  g_string_append_printf (writer->out, "%" G_GINT64_FORMAT, value);
}

void
agreed_writer_offset (AgreedWriter     *writer,
                      const char       *name,
                      AgreedStorePlace *place,
                      gsize             offset)
{
  if (offset < place->bytes)
    place->bytes = place->characters = 0;
  place->characters += g_utf8_pointer_to_offset (place->wording + place->bytes, place->wording + offset);
  place->bytes = offset;
  agreed_writer_number (writer, name, place->characters);
}

void
agreed_writer_boolean (AgreedWriter *writer,
                       const char   *name,
                       gboolean      value)
{
  begin (writer, name);
  g_string_append (writer->out, value ? "true" : "false");
}

/* A number with a fraction stays one: 1.0 would otherwise be a whole number when it is read again. */
static void
write_double (AgreedWriter *writer,
              const char   *name,
              double        value)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE];

  begin (writer, name);
  g_ascii_dtostr (digits, sizeof digits, value);
  g_string_append (writer->out, digits);
  if (strpbrk (digits, ".eE") == NULL)
    g_string_append (writer->out, ".0");
}

static void
write_array (AgreedWriter *writer,
             const char   *name,
             JsonArray    *array)
{
  agreed_writer_open (writer, name, '[');
  for (guint i = 0; i < json_array_get_length (array); i++)
    agreed_writer_node (writer, NULL, json_array_get_element (array, i));
  agreed_writer_close (writer, ']');
}

static void
write_value (AgreedWriter *writer,
             const char   *name,
             JsonNode     *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    agreed_writer_string (writer, name, json_node_get_string (node));
  else if (type == G_TYPE_BOOLEAN)
    agreed_writer_boolean (writer, name, json_node_get_boolean (node));
  else if (type == G_TYPE_DOUBLE)
    write_double (writer, name, json_node_get_double (node));
  else
    agreed_writer_number (writer, name, json_node_get_int (node));
}

void
agreed_writer_node (AgreedWriter *writer,
                    const char   *name,
                    JsonNode     *node)
{
  switch (json_node_get_node_type (node))
    {
    case JSON_NODE_OBJECT:
      agreed_writer_open (writer, name, '{');
      agreed_writer_members (writer, json_node_get_object (node));
      agreed_writer_close (writer, '}');
      break;
    case JSON_NODE_ARRAY:
      write_array (writer, name, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_value (writer, name, node);
      break;
    case JSON_NODE_NULL:
    default:
      begin (writer, name);
      g_string_append (writer->out, "null");
    }
}

void
agreed_writer_members (AgreedWriter *writer,
                       JsonObject   *members)
{
  JsonObjectIter iter;
  const char *member;
  JsonNode *value;

  if (members == NULL)
    return;

  json_object_iter_init_ordered (&iter, members);
  while (json_object_iter_next_ordered (&iter, &member, &value))
    agreed_writer_node (writer, member, value);
}
