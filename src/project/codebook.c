/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "codebook.h"

#include "language.h"
#include "topic-edit.h"
#include "topic-file.h"
#include "xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#define NAMESPACE "urn:QDA-XML:codebook:1.0"
/* Far more than any codebook has, far less than would fill the memory. */
#define MOST_ELEMENTS 200000
#define MOST_DEPTH 32

/* The colours of topics as chips have them in the light style. */
static const guint32 palette[AGREED_CODEBOOK_COLORS] = { 0x1a5fb4, 0x0f7b6c, 0x8a5a00, 0xa51d6d, 0x613583, 0x2b6e1f, 0xb3261e, 0x4a5568 };

typedef struct {
  JsonNode *set;
  GHashTable *by_guid; /* guid, lower case → JsonObject */
  const char *language;
} Reader;

static int
square (int n)
{
  return n * n;
}

static guint
nearest_color (guint32 rgb)
{
  guint best = 0;
  int least = G_MAXINT;

  for (guint i = 0; i < G_N_ELEMENTS (palette); i++)
    {
      int distance = square ((int) (rgb >> 16) - (int) (palette[i] >> 16)) +
                     square ((int) (rgb >> 8 & 255) - (int) (palette[i] >> 8 & 255)) +
                     square ((int) (rgb & 255) - (int) (palette[i] & 255));

      if (distance < least)
        {
          least = distance;
          best = i;
        }
    }
  return best;
}

/* "#1A2b3c" or "#abc", as the standard allows. */
static gboolean
read_rgb (const char *written,
          guint32    *rgb)
{
  gsize length = written != NULL && *written == '#' ? strspn (written + 1, "0123456789abcdefABCDEF") : 0;

  if ((length != 6 && length != 3) || written[1 + length] != '\0')
    return FALSE;
  *rgb = strtoul (written + 1, NULL, 16);
  if (length == 3)
    *rgb = (*rgb >> 8) * 0x110000 + (*rgb >> 4 & 15) * 0x1100 + (*rgb & 15) * 0x11;
  return TRUE;
}

static char *
clean (const char *words)
{
  g_autofree char *valid = words != NULL ? g_utf8_make_valid (words, -1) : g_strdup ("");
  g_auto (GStrv) lines = g_regex_split_simple ("\\r\\n|\\r", valid, 0, 0);
  char *joined = g_strjoinv ("\n", lines);

  return g_strstrip (joined);
}

/* The characters that XML may hold. */
static char *
clean_for_xml (const char *words)
{
  GString *kept = g_string_new (NULL);
  g_autofree char *valid = clean (words);

  for (const char *c = valid; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if ((character >= 0x20 || character == '\n' || character == '\t') && character != 0xfffe && character != 0xffff)
        g_string_append_unichar (kept, character);
    }
  return g_string_free_and_steal (kept);
}

/* Of a name-based kind (RFC 9562, version 5, though of no registered name space). */
static char *
make_guid (const char *id)
{
  g_autofree char *name = g_strconcat ("agreed-language topic ", id, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA1, name, -1);

  return g_strdup_printf ("%.8s-%.4s-5%.3s-a%.3s-%.12s", sum, sum + 8, sum + 13, sum + 17, sum + 20);
}

char *
agreed_codebook_get_guid (JsonObject *topic)
{
  const char *guid = json_object_get_string_member_with_default (topic, "guid", NULL);

  if (guid != NULL && g_uuid_string_is_valid (guid))
    return g_ascii_strdown (guid, -1);
  return make_guid (json_object_get_string_member (topic, "id"));
}

/* Reading */

static JsonObject *
last_topic (JsonNode *set)
{
  JsonArray *topics = json_object_get_array_member (json_node_get_object (set), "topics");

  return json_array_get_object_element (topics, json_array_get_length (topics) - 1);
}

/* Some programs put guids in braces; the standard allows either. */
static char *
read_guid (const xmlNode *code)
{
  const char *written = agreed_xml_get (code, "guid");
  g_autofree char *bare = written != NULL ? g_ascii_strdown (written, -1) : NULL;
  gsize length = bare != NULL ? strlen (bare) : 0;

  if (length > 2 && bare[0] == '{' && bare[length - 1] == '}')
    {
      memmove (bare, bare + 1, length - 2);
      bare[length - 2] = '\0';
    }
  return bare != NULL && g_uuid_string_is_valid (bare) ? g_steal_pointer (&bare) : NULL;
}

static void
read_topic (Reader        *reader,
            const xmlNode *code,
            const char    *name,
            const char    *group)
{
  g_autofree char *id = agreed_topic_edit_add (reader->set, reader->language, name);
  g_autofree char *description = NULL, *text = NULL;
  g_autofree char *guid = read_guid (code);
  JsonObject *topic = last_topic (reader->set);
  guint32 rgb;

  if (agreed_xml_child (code, "Description") != NULL)
    {
      text = agreed_xml_text (agreed_xml_child (code, "Description"));
      description = clean (text);
      agreed_topic_edit_set_description (reader->set, id, reader->language, description);
    }
  if (group != NULL)
    agreed_topic_edit_set_group (reader->set, id, group);
  if (read_rgb (agreed_xml_get (code, "color"), &rgb))
    {
      agreed_topic_edit_set_color (reader->set, id, nearest_color (rgb));
      json_object_set_string_member (topic, "rgb", agreed_xml_get (code, "color"));
    }
  if (guid != NULL)
    {
      json_object_set_string_member (topic, "guid", guid);
      g_hash_table_insert (reader->by_guid, g_steal_pointer (&guid), topic);
    }
}

static gboolean
has_codes (const xmlNode *code)
{
  return agreed_xml_child (code, "Code") != NULL;
}

/* A code that holds others is the group that they stand in; and a topic itself where things can be coded with it. */
static gboolean
read_codes (Reader        *reader,
            const xmlNode *parent,
            const char    *group,
            guint          depth,
            const char    *file,
            GError       **error)
{
  for (const xmlNode *code = parent->children; code != NULL; code = code->next)
    {
      g_autofree char *name = NULL, *inner = NULL;

      if (!agreed_xml_is (code, "Code"))
        continue;
      name = clean (agreed_xml_get (code, "name"));
      if (*name == '\0' || depth > MOST_DEPTH)
        {
          g_set_error (error, AGREED_TOPIC_FILE_ERROR, 0,
                       *name == '\0' ? _("%s: a code of this codebook has no name")
                                     : _("%s: the codes of this codebook are nested too deeply"), file);
          return FALSE;
        }
      if (!has_codes (code) || g_strcmp0 (agreed_xml_get (code, "isCodable"), "false") != 0)
        read_topic (reader, code, name, group);
      inner = group != NULL ? g_strdup_printf ("%s / %s", group, name) : g_strdup (name);
      if (!read_codes (reader, code, inner, depth + 1, file, error))
        return FALSE;
    }
  return TRUE;
}

/* A set is the group of those of its codes that are in no other. */
static void
read_sets (Reader        *reader,
           const xmlNode *sets)
{
  for (const xmlNode *set = sets != NULL ? sets->children : NULL; set != NULL; set = set->next)
    {
      g_autofree char *name = agreed_xml_is (set, "Set") ? clean (agreed_xml_get (set, "name")) : NULL;

      for (const xmlNode *member = name != NULL && *name != '\0' ? set->children : NULL; member != NULL; member = member->next)
        {
          g_autofree char *guid = read_guid (member);
          JsonObject *topic = guid != NULL ? g_hash_table_lookup (reader->by_guid, guid) : NULL;

          if (agreed_xml_is (member, "MemberCode") && topic != NULL && !json_object_has_member (topic, "group"))
            json_object_set_string_member (topic, "group", name);
        }
    }
}

static void
collect_words (const xmlNode *node,
               GString       *words,
               guint          depth)
{
  for (const xmlNode *child = node->children; child != NULL && depth <= MOST_DEPTH; child = child->next)
    {
      const char *name = agreed_xml_get (child, "name");
      g_autofree char *description = agreed_xml_is (child, "Description") ? agreed_xml_text (child) : NULL;

      g_string_append_printf (words, "%s %s ", name != NULL ? name : "", description != NULL ? description : "");
      collect_words (child, words, depth + 1);
    }
}

/* A codebook does not say in which language it is. */
static const char *
guess_language (const xmlNode *codes)
{
  g_autoptr (GString) words = g_string_new (NULL);
  const char *language;

  collect_words (codes, words, 0);
  language = agreed_language_detect (words->str, -1);
  return language != NULL ? language : "en";
}

JsonNode *
agreed_codebook_read (GBytes      *bytes,
                      const char  *name,
                      GError     **error)
{
  g_autoptr (GError) wrong = NULL;
  g_autoptr (xmlDoc) document = agreed_xml_parse (bytes, MOST_ELEMENTS, name, NULL, &wrong);
  g_autoptr (JsonNode) set = json_from_string ("{\"format\": 1, \"topics\": []}", NULL);
  g_autoptr (GHashTable) by_guid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  const xmlNode *codes = agreed_xml_child (root, "Codes");
  Reader reader = { .set = set, .by_guid = by_guid };

  if (document == NULL)
    {
      g_set_error_literal (error, AGREED_TOPIC_FILE_ERROR, 0, wrong->message);
      return NULL;
    }
  if (!agreed_xml_is (root, "CodeBook") || codes == NULL || agreed_xml_child (codes, "Code") == NULL)
    {
      g_set_error (error, AGREED_TOPIC_FILE_ERROR, 0,
                   agreed_xml_is (root, "CodeBook") ? _("%s: this codebook has no codes")
                                                    : _("%s: this is neither a set of topics nor a codebook"), name);
      return NULL;
    }

  reader.language = guess_language (codes);
  if (!read_codes (&reader, codes, NULL, 0, name, error))
    return NULL;
  read_sets (&reader, agreed_xml_child (root, "Sets"));
  return g_steal_pointer (&set);
}

/* Writing */

static const char *
get_words (JsonObject *topic,
           const char *member)
{
  JsonObject *words = json_object_has_member (topic, member) ? json_object_get_object_member (topic, member) : NULL;
  const char *const *names = g_get_language_names ();
  g_autofree char *language = g_strndup (names[0], strcspn (names[0], "_-.@"));
  const char *found = words != NULL ? json_object_get_string_member_with_default (words, language, NULL) : NULL;
  g_autoptr (GList) members = NULL;

  if (found == NULL && words != NULL)
    found = json_object_get_string_member_with_default (words, "en", NULL);
  if (found != NULL || words == NULL || json_object_get_size (words) == 0)
    return found;
  members = json_object_get_members (words);
  return json_object_get_string_member (words, members->data);
}

static void
write_attribute (xmlTextWriter *writer,
                 const char    *name,
                 const char    *value)
{
  g_autofree char *cleaned = clean_for_xml (value);

  xmlTextWriterWriteAttribute (writer, BAD_CAST name, BAD_CAST cleaned);
}

/* What a codebook said, unless the topic was given another colour since. */
static char *
get_rgb (JsonObject *topic)
{
  guint color = json_object_get_int_member_with_default (topic, "color", 0) % G_N_ELEMENTS (palette);
  const char *written = json_object_get_string_member_with_default (topic, "rgb", NULL);
  guint32 rgb;

  if (read_rgb (written, &rgb) && nearest_color (rgb) == color)
    return g_strdup (written);
  return g_strdup_printf ("#%06x", palette[color]);
}

static void
write_topic (xmlTextWriter *writer,
             JsonObject    *topic)
{
  g_autofree char *guid = agreed_codebook_get_guid (topic);
  g_autofree char *rgb = get_rgb (topic);
  g_autofree char *description = clean_for_xml (get_words (topic, "descriptions"));
  const char *name = get_words (topic, "names");

  xmlTextWriterStartElement (writer, BAD_CAST "Code");
  write_attribute (writer, "guid", guid);
  write_attribute (writer, "name", name != NULL ? name : json_object_get_string_member (topic, "id"));
  write_attribute (writer, "isCodable", "true");
  write_attribute (writer, "color", rgb);
  if (*description != '\0')
    xmlTextWriterWriteElement (writer, BAD_CAST "Description", BAD_CAST description);
  xmlTextWriterEndElement (writer);
}

static const char *
get_group (JsonArray *topics,
           guint      i)
{
  return json_object_get_string_member_with_default (json_array_get_object_element (topics, i), "group", NULL);
}

/* The group where its first topic stands, with all that belong to it. */
static void
write_group (xmlTextWriter *writer,
             JsonArray     *topics,
             guint          first)
{
  const char *group = get_group (topics, first);
  g_autofree char *id = g_strconcat ("group ", group, NULL);
  g_autofree char *guid = make_guid (id);

  xmlTextWriterStartElement (writer, BAD_CAST "Code");
  write_attribute (writer, "guid", guid);
  write_attribute (writer, "name", group);
  write_attribute (writer, "isCodable", "false");
  for (guint i = first; i < json_array_get_length (topics); i++)
    if (g_strcmp0 (get_group (topics, i), group) == 0)
      write_topic (writer, json_array_get_object_element (topics, i));
  xmlTextWriterEndElement (writer);
}

static void
write_codes (xmlTextWriter *writer,
             JsonArray     *topics)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (topics); i++)
    {
      const char *group = get_group (topics, i);

      if (group == NULL)
        write_topic (writer, json_array_get_object_element (topics, i));
      else if (g_hash_table_add (groups, (gpointer) group))
        write_group (writer, topics, i);
    }
}

GBytes *
agreed_codebook_write (JsonNode  *set,
                       GError   **error)
{
  JsonArray *topics = json_object_get_array_member (json_node_get_object (set), "topics");
  xmlBuffer *buffer;
  xmlTextWriter *writer;
  GBytes *bytes;

  if (json_array_get_length (topics) == 0)
    {
      g_set_error_literal (error, AGREED_TOPIC_FILE_ERROR, 0, _("There are no topics: a codebook has at least one code."));
      return NULL;
    }

  buffer = xmlBufferCreate ();
  writer = xmlNewTextWriterMemory (buffer, 0);
  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, BAD_CAST "  ");
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, BAD_CAST "CodeBook");
  write_attribute (writer, "xmlns", NAMESPACE);
  write_attribute (writer, "origin", "Agreed Language " VERSION);
  xmlTextWriterStartElement (writer, BAD_CAST "Codes");
  write_codes (writer, topics);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);
  bytes = g_bytes_new (xmlBufferContent (buffer), xmlBufferLength (buffer));
  xmlBufferFree (buffer);
  return bytes;
}
