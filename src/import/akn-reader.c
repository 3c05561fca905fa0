/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "akn-reader.h"

#include <string.h>

#include "flow.h"
#include "xml.h"

#define MOST_ELEMENTS  1000000
#define BETWEEN_CHECKS 1024
#define ROOT_WITHIN    8192

typedef struct {
  AgreedFlow *flow;
  GHashTable *notes; /* id to a note that stands apart */
  char *number;      /* of the part whose wording has not begun */
  gboolean heading;
  gboolean in_note;
  guint markers;
  guint elements;
  GCancellable *cancellable;
  gboolean cancelled;
} Reader;

static void read_children (Reader *reader, const xmlNode *parent, gboolean raised);

gboolean
agreed_akn_recognise (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *root = size > 0 ? g_strstr_len (data, MIN (size, ROOT_WITHIN), "akomaNtoso") : NULL;

  return root > data && (root[-1] == '<' || root[-1] == ':');
}

/* The elements that stand inside a line; every other one begins a line of its own. */
static const char *const inline_elements[] = {
  "a", "abbr", "affectedDocument", "argument", "b", "change", "concept", "courtType", "date", "decoration", "def", "docAuthority",
  "docCommittee", "docDate", "docIntroducer", "docJurisdiction", "docNumber", "docProponent", "docPurpose", "docStage", "docStatus",
  "docTitle", "docType", "docketNumber", "embeddedText", "entity", "event", "fillIn", "i", "inline", "ins", "judge", "lawyer",
  "legislature", "location", "mmod", "mod", "mref", "mrmod", "neutralCitation", "num", "object", "omissis", "opinion", "organization",
  "outcome", "party", "person", "placeholder", "process", "quantity", "quotedText", "ref", "relatedDocument", "remark", "rmod", "role",
  "rref", "ruby", "session", "shortTitle", "signature", "span", "sub", "sup", "term", "time", "tocItem", "u", "vote", "witness", NULL
};

static gboolean
is_inline (const xmlNode *node)
{
  for (guint i = 0; inline_elements[i] != NULL; i++)
    if (strcmp ((const char *) node->name, inline_elements[i]) == 0)
      return TRUE;

  return FALSE;
}

static void
begin_wording (Reader *reader)
{
  if (!agreed_flow_is_open (reader->flow))
    agreed_flow_open (reader->flow, NULL, reader->heading);
  if (reader->number != NULL)
    agreed_flow_set_label (reader->flow, reader->number);
  g_clear_pointer (&reader->number, g_free);
}

static void
add_text (Reader     *reader,
          const char *text,
          gboolean    raised)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      {
        begin_wording (reader);
        break;
      }
  agreed_flow_add_text (reader->flow, text, -1, raised);
}

static char *
read_note_wording (Reader        *reader,
                   const xmlNode *note)
{
  g_autoptr (AgreedFlow) flow = agreed_flow_new_running ();
  Reader inner = { .flow = flow, .notes = reader->notes, .in_note = TRUE, .cancellable = reader->cancellable };

  read_children (&inner, note, FALSE);
  g_free (inner.number);
  reader->cancelled |= inner.cancelled;

  return agreed_flow_take_wording (flow);
}

static void
add_note (Reader        *reader,
          const xmlNode *note,
          const char    *printed)
{
  g_autofree char *marker = printed != NULL ? agreed_flow_read_marker (printed) : NULL;
  g_autofree char *wording = NULL;

  if (reader->in_note)
    return;
  if (marker == NULL && printed != NULL && *printed != '\0')
    marker = g_strdup (printed);
  if (marker == NULL)
    marker = g_strdup_printf ("%u", reader->markers + 1);
  reader->markers++;
  begin_wording (reader);
  agreed_flow_add_mark (reader->flow, marker);
  if (note == NULL)
    return;
  wording = read_note_wording (reader, note);
  agreed_flow_add_footnote (reader->flow, marker, wording);
}

/* A reference to a note that stands elsewhere in the file. Each note is read once. */
static void
read_reference (Reader        *reader,
                const xmlNode *node)
{
  const char *href = agreed_xml_get (node, "href");
  const char *id = href != NULL && *href == '#' ? href + 1 : NULL;
  const xmlNode *note = id != NULL ? g_hash_table_lookup (reader->notes, id) : NULL;

  if (note != NULL)
    g_hash_table_remove (reader->notes, id);
  add_note (reader, note, agreed_xml_get (node, "marker"));
}

static gboolean
is_left_out (const xmlNode *node)
{
  static const char *const names[] = { "meta", "img", "toc", "components", "del", "notes", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    if (agreed_xml_is (node, names[i]))
      return TRUE;

  return FALSE;
}

static void
read_element (Reader        *reader,
              const xmlNode *node,
              gboolean       raised)
{
  if (reader->elements++ % BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (reader->cancellable))
    reader->cancelled = TRUE;
  if (is_left_out (node))
    return;
  if (agreed_xml_is (node, "authorialNote"))
    add_note (reader, node, agreed_xml_get (node, "marker"));
  else if (agreed_xml_is (node, "noteRef"))
    read_reference (reader, node);
  else if (agreed_xml_is (node, "eol") || agreed_xml_is (node, "br"))
    agreed_flow_add_text (reader->flow, " ", 1, FALSE);
  else if (agreed_xml_is (node, "num") && !reader->in_note)
    {
      g_autofree char *number = agreed_xml_text (node);

      agreed_flow_close (reader->flow);
      g_free (reader->number);
      reader->number = g_strdup (g_strstrip (number));
    }
  else if (is_inline (node))
    read_children (reader, node, raised || agreed_xml_is (node, "sup"));
  else
    {
      agreed_flow_close (reader->flow);
      reader->heading = agreed_xml_is (node, "heading") || agreed_xml_is (node, "subheading");
      read_children (reader, node, raised);
      agreed_flow_close (reader->flow);
      reader->heading = FALSE;
    }
}

static void
read_children (Reader        *reader,
               const xmlNode *parent,
               gboolean       raised)
{
  for (const xmlNode *node = parent->children; node != NULL && !reader->cancelled; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        add_text (reader, (const char *) node->content, raised);
      else if (node->type == XML_ELEMENT_NODE)
        read_element (reader, node, raised);
    }
}

static void
collect_notes (Reader        *reader,
               const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      const char *id = agreed_xml_get (node, "eId");

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (id == NULL)
        id = agreed_xml_get (node, "id");
      if (agreed_xml_is (node, "note") && id != NULL)
        g_hash_table_insert (reader->notes, (gpointer) id, (gpointer) node);
      collect_notes (reader, node);
    }
}

GPtrArray *
agreed_akn_read (GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (xmlDoc) document = agreed_xml_parse (bytes, MOST_ELEMENTS, name, cancellable, error);
  g_autoptr (AgreedFlow) flow = NULL;
  g_autoptr (GHashTable) notes = NULL;
  Reader reader = { .cancellable = cancellable };

  if (document == NULL)
    return NULL;
  flow = agreed_flow_new (NULL, NULL);
  notes = g_hash_table_new (g_str_hash, g_str_equal);
  reader.flow = flow;
  reader.notes = notes;
  collect_notes (&reader, xmlDocGetRootElement (document));
  read_children (&reader, xmlDocGetRootElement (document), FALSE);
  g_free (reader.number);
  if (reader.cancelled)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  return agreed_flow_take_blocks (flow);
}
