/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odt-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "counter.h"
#include "flow.h"
#include "import.h"
#include "odt-styles.h"
#include "unpack.h"

#define MOST_OF_TEXT   1500000
#define MOST_BESIDE    250000
#define BETWEEN_CHECKS 256
/* Where the root of a flat file is looked for. */
#define ROOT_WITHIN 1024

/* A change region: what was put in stands in the text; what was taken out stands here. */
typedef struct {
  const xmlNode *content; /* text:insertion, text:deletion; NULL once it was read */
  gboolean inserted;
  char *author;
  char *date;
} Region;

typedef struct {
  AgreedSide side;
  AgreedFlow *flow;
  AgreedOdtStyles *styles;
  GHashTable *regions; /* id to Region */
  GHashTable *gone;    /* ids of insertions that begin before here and end behind, and are refused */
  const Region *change;
  const AgreedOdtItem *item; /* for the next paragraph */
  const xmlNode *joins;      /* a paragraph that goes on with the one that is open */
  const xmlNode *stays;      /* a paragraph that stays open */
  GPtrArray *boxes;
  gboolean in_note;
  guint footnotes;
  guint endnotes;
  guint paragraphs;
  GCancellable *cancellable;
  gboolean cancelled;
} Reader;

static void read_blocks (Reader *reader, const xmlNode *parent);
static void read_block (Reader *reader, const xmlNode *node);
static void read_inline (Reader *reader, const xmlNode *parent, gboolean raised);

static gboolean
is_flat (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size > 0 && g_strstr_len (data, MIN (size, ROOT_WITHIN), "<office:document") != NULL;
}

gboolean
agreed_odt_recognise (GBytes *bytes)
{
  /* The kind stands at the start of a packed file, unless somebody has unpacked it and packed it again. */
  if (agreed_unpack_mentions (bytes, "application/vnd.oasis.opendocument."))
    return agreed_unpack_mentions (bytes, "application/vnd.oasis.opendocument.text");

  return (agreed_unpack_mentions (bytes, "content.xml") && agreed_unpack_mentions (bytes, "mimetype")) || is_flat (bytes);
}

static void
region_free (gpointer data)
{
  Region *region = data;

  g_free (region->author);
  g_free (region->date);
  g_free (region);
}

static void
add_region (Reader        *reader,
            const xmlNode *node)
{
  const char *id = agreed_xml_get (node, "id");

  for (const xmlNode *child = node->children; child != NULL && id != NULL; child = child->next)
    if (agreed_xml_is (child, "insertion") || agreed_xml_is (child, "deletion"))
      {
        const xmlNode *info = agreed_xml_child (child, "change-info");
        Region *region = g_new0 (Region, 1);

        region->content = child;
        region->inserted = agreed_xml_is (child, "insertion");
        region->author = agreed_xml_text (agreed_xml_child (info, "creator"));
        region->date = agreed_xml_text (agreed_xml_child (info, "date"));
        g_hash_table_insert (reader->regions, (gpointer) id, region);
      }
}

static void
collect_regions (Reader        *reader,
                 const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (agreed_xml_is (node, "changed-region"))
        add_region (reader, node);
      else if (node->type == XML_ELEMENT_NODE && !agreed_xml_is (node, "p"))
        collect_regions (reader, node);
    }
}

static gboolean
is_paragraph (const xmlNode *node)
{
  return agreed_xml_is (node, "p") || agreed_xml_is (node, "h");
}

static const xmlNode *
find_paragraph (const xmlNode *parent,
                gboolean       last)
{
  for (const xmlNode *node = last ? parent->last : parent->children; node != NULL; node = last ? node->prev : node->next)
    {
      const xmlNode *found = is_paragraph (node) ? node : node->type == XML_ELEMENT_NODE ? find_paragraph (node, last) : NULL;

      if (found != NULL)
        return found;
    }

  return NULL;
}

/* Puts back what was taken out: its first paragraph goes on with the open one, and what follows goes on with its last. */
static void
read_deletion (Reader     *reader,
               const char *id)
{
  Region *region = id != NULL ? g_hash_table_lookup (reader->regions, id) : NULL;
  const xmlNode *content = region != NULL ? g_steal_pointer (&region->content) : NULL;
  const Region *change = reader->change;
  const AgreedOdtItem *item = g_steal_pointer (&reader->item);

  if (content != NULL && !region->inserted && reader->side == AGREED_SIDE_OLDER)
    {
      gboolean inside = agreed_flow_is_open (reader->flow);

      reader->joins = inside ? find_paragraph (content, FALSE) : NULL;
      reader->stays = inside ? find_paragraph (content, TRUE) : NULL;
      reader->change = reader->in_note ? NULL : region;
      read_blocks (reader, content);
      reader->joins = reader->stays = NULL;
      reader->change = change;
    }
  reader->item = item;
}

static void
begin_insertion (Reader     *reader,
                 const char *id)
{
  Region *region = id != NULL ? g_hash_table_lookup (reader->regions, id) : NULL;

  if (region == NULL || !region->inserted)
    return;
  if (reader->side == AGREED_SIDE_OLDER)
    g_hash_table_add (reader->gone, (gpointer) id);
  else if (!reader->in_note)
    reader->change = region;
}

static void
end_insertion (Reader     *reader,
               const char *id)
{
  if (id == NULL)
    return;
  g_hash_table_remove (reader->gone, id);
  if (reader->change != NULL && reader->change == g_hash_table_lookup (reader->regions, id))
    reader->change = NULL;
}

static gboolean
is_gone (Reader *reader)
{
  return g_hash_table_size (reader->gone) > 0;
}

static void
add_text (Reader     *reader,
          const char *text,
          gboolean    raised)
{
  if (is_gone (reader))
    return;
  if (reader->change != NULL && reader->change->inserted == (reader->side == AGREED_SIDE_NEWER))
    agreed_flow_add_changed (reader->flow, text, raised, reader->change->inserted, reader->change->author, reader->change->date);
  else
    agreed_flow_add_text (reader->flow, text, -1, raised);
}

/* The number that is printed stands in the file; with tracked changes it is that of neither state. */
static char *
note_marker (Reader        *reader,
             const xmlNode *node)
{
  const xmlNode *citation = agreed_xml_child (node, "note-citation");
  const char *label = agreed_xml_get (citation, "label");
  gboolean endnote = g_strcmp0 (agreed_xml_get (node, "note-class"), "endnote") == 0;
  g_autofree char *printed = g_strstrip (agreed_xml_text (citation));

  if (label != NULL && *label != '\0')
    return g_strdup (label);
  if (*printed != '\0' && g_hash_table_size (reader->regions) == 0)
    return g_steal_pointer (&printed);

  return endnote ? agreed_counter_print (AGREED_COUNTER_LOWER_ROMAN, ++reader->endnotes)
                 : agreed_counter_print (AGREED_COUNTER_DECIMAL, ++reader->footnotes);
}

static void
read_note (Reader        *reader,
           const xmlNode *node)
{
  g_autoptr (AgreedFlow) flow = NULL;
  g_autoptr (GHashTable) gone = NULL;
  g_autofree char *marker = NULL;
  g_autofree char *wording = NULL;
  Reader inner = *reader;

  if (is_gone (reader) || reader->in_note)
    return;
  marker = note_marker (reader, node);
  flow = agreed_flow_new_running ();
  gone = g_hash_table_new (g_str_hash, g_str_equal);
  inner.flow = flow;
  inner.gone = gone;
  inner.in_note = TRUE;
  inner.change = NULL;
  inner.item = NULL;
  inner.joins = inner.stays = NULL;
  inner.boxes = g_ptr_array_new ();
  read_blocks (&inner, agreed_xml_child (node, "note-body"));
  g_ptr_array_unref (inner.boxes);
  reader->cancelled |= inner.cancelled;
  wording = agreed_flow_take_wording (flow);
  agreed_flow_add_mark (reader->flow, marker);
  if (*wording != '\0')
    agreed_flow_add_footnote (reader->flow, marker, wording);
}

static void
collect_boxes (Reader        *reader,
               const xmlNode *parent)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (agreed_xml_is (node, "text-box"))
        g_ptr_array_add (reader->boxes, (gpointer) node);
      else if (node->type == XML_ELEMENT_NODE)
        collect_boxes (reader, node);
    }
}

static void
read_boxes (Reader *reader)
{
  g_autoptr (GPtrArray) boxes = g_steal_pointer (&reader->boxes);

  reader->boxes = g_ptr_array_new ();
  for (guint i = 0; i < boxes->len && !is_gone (reader); i++)
    read_blocks (reader, g_ptr_array_index (boxes, i));
}

/* Changes may begin and end both inside paragraphs and between them. */
static gboolean
read_change (Reader        *reader,
             const xmlNode *node)
{
  if (agreed_xml_is (node, "change"))
    read_deletion (reader, agreed_xml_get (node, "change-id"));
  else if (agreed_xml_is (node, "change-start"))
    begin_insertion (reader, agreed_xml_get (node, "change-id"));
  else if (agreed_xml_is (node, "change-end"))
    end_insertion (reader, agreed_xml_get (node, "change-id"));
  else
    return FALSE;

  return TRUE;
}

/* Comments, and what is for programs. */
static gboolean
is_skipped (const xmlNode *node)
{
  static const char *const skipped[] = { "annotation", "tracked-changes", "hidden-text", "number", "script", "forms",
                                         "sequence-decls", "variable-decls", "user-field-decls", "event-listeners", "ruby-text",
                                         "covered-table-cell", "index-title-template", NULL };

  if (agreed_xml_is (node->parent, "table") && (agreed_xml_is (node, "title") || agreed_xml_is (node, "desc")))
    return TRUE;
  for (guint i = 0; skipped[i] != NULL; i++)
    if (agreed_xml_is (node, skipped[i]))
      return TRUE;

  return FALSE;
}

static void
read_inline_element (Reader        *reader,
                     const xmlNode *node,
                     gboolean       raised)
{
  if (read_change (reader, node) || is_skipped (node))
    return;
  if (agreed_xml_is (node, "s") || agreed_xml_is (node, "tab") || agreed_xml_is (node, "line-break"))
    add_text (reader, " ", FALSE);
  else if (agreed_xml_is (node, "note"))
    read_note (reader, node);
  else if (agreed_xml_is (node, "frame") || agreed_xml_is (node, "custom-shape"))
    collect_boxes (reader, node);
  else if (agreed_xml_is (node, "span"))
    {
      const char *style = agreed_xml_get (node, "style-name");

      if (!agreed_odt_styles_is_hidden (reader->styles, style))
        read_inline (reader, node, raised || agreed_odt_styles_is_raised (reader->styles, style));
    }
  else
    read_inline (reader, node, raised);
}

static void
read_inline (Reader        *reader,
             const xmlNode *parent,
             gboolean       raised)
{
  for (const xmlNode *node = parent->children; node != NULL; node = node->next)
    {
      if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        add_text (reader, (const char *) node->content, raised);
      else if (node->type == XML_ELEMENT_NODE)
        read_inline_element (reader, node, raised);
    }
}

static const AgreedOdtItem *
item_of (Reader        *reader,
         const xmlNode *node)
{
  const AgreedOdtItem *item = g_steal_pointer (&reader->item);

  if (item == NULL && agreed_xml_is (node, "h") && g_strcmp0 (agreed_xml_get (node, "is-list-header"), "true") != 0)
    item = agreed_odt_styles_new_heading (reader->styles, agreed_xml_get_int (node, "outline-level", 1));

  return item;
}

static void
read_paragraph (Reader        *reader,
                const xmlNode *node)
{
  gboolean joins = node == reader->joins, stays = node == reader->stays;

  if (reader->paragraphs++ % BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (reader->cancellable))
    reader->cancelled = TRUE;
  if (reader->cancelled)
    return;
  if (!joins)
    agreed_flow_open (reader->flow, item_of (reader, node), agreed_xml_is (node, "h"));
  read_inline (reader, node, FALSE);
  if (stays)
    return;
  if (is_gone (reader))
    {
      agreed_flow_hold (reader->flow);
      return;
    }
  agreed_flow_close (reader->flow);
  if (reader->boxes->len > 0)
    read_boxes (reader);
}

static void
read_list (Reader          *reader,
           const xmlNode   *list,
           AgreedOdtCounts *counts,
           const char      *style,
           int              level)
{
  if (agreed_xml_get (list, "style-name") != NULL)
    style = agreed_xml_get (list, "style-name");
  for (const xmlNode *item = list->children; item != NULL && !reader->cancelled; item = item->next)
    {
      if (item->type != XML_ELEMENT_NODE || read_change (reader, item))
        continue;
      reader->item = agreed_xml_is (item, "list-item")
                       ? agreed_odt_styles_new_item (reader->styles, counts, style, level, agreed_xml_get_int (item, "start-value", -1))
                       : NULL;
      for (const xmlNode *node = item->children; node != NULL && !reader->cancelled; node = node->next)
        {
          if (agreed_xml_is (node, "list"))
            read_list (reader, node, counts, style, level + 1);
          else if (node->type == XML_ELEMENT_NODE)
            read_block (reader, node);
        }
      reader->item = NULL;
    }
}

/* What stands in a table may be one, or a page that was set by means of it: the flow keeps where it stood. */
static void
read_table_part (Reader        *reader,
                 const xmlNode *node)
{
  gboolean table = agreed_xml_is (node, "table");

  if (table)
    agreed_flow_begin_table (reader->flow);
  else if (agreed_xml_is (node, "table-row"))
    agreed_flow_begin_row (reader->flow);
  else if (agreed_xml_is (node, "table-cell"))
    agreed_flow_begin_cell (reader->flow, agreed_xml_get_int (node, "number-columns-repeated", 1));
  read_blocks (reader, node);
  if (table)
    agreed_flow_end_table (reader->flow);
}

static void
read_block (Reader        *reader,
            const xmlNode *node)
{
  if (agreed_xml_is (node, "covered-table-cell"))
    agreed_flow_begin_cell (reader->flow, agreed_xml_get_int (node, "number-columns-repeated", 1));
  if (read_change (reader, node) || is_skipped (node))
    return;
  if (is_paragraph (node))
    read_paragraph (reader, node);
  else if (agreed_xml_is (node, "list"))
    read_list (reader, node, agreed_odt_styles_begin_list (reader->styles, node), NULL, 1);
  else if (agreed_xml_is (node, "frame") || agreed_xml_is (node, "custom-shape"))
    {
      collect_boxes (reader, node);
      if (!agreed_flow_is_open (reader->flow))
        read_boxes (reader);
    }
  else
    read_table_part (reader, node);
}

static void
read_blocks (Reader        *reader,
             const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL && !reader->cancelled; node = node->next)
    if (node->type == XML_ELEMENT_NODE)
      read_block (reader, node);
}

static char *
label_of (gconstpointer properties,
          gpointer      user_data)
{
  Reader *reader = user_data;

  return agreed_odt_styles_number (reader->styles, properties);
}

static gboolean
is_wanted (const char *member)
{
  return g_str_equal (member, "content.xml") || g_str_equal (member, "styles.xml") ||
         g_str_equal (member, "META-INF/manifest.xml");
}

static GPtrArray *
read_root (const xmlNode *root,
           const xmlNode *styles,
           AgreedSide     side,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  const xmlNode *text = agreed_xml_child (agreed_xml_child (root, "body"), "text");
  GPtrArray *blocks = NULL;
  Reader reader = { .side = side, .cancellable = cancellable };

  if (text == NULL)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_FORMAT,
                   _ ("%s: this is an OpenDocument file that is not a text; save it as Word (.docx), PDF or plain text"), name);
      return NULL;
    }

  reader.styles = agreed_odt_styles_new ();
  if (styles != NULL)
    agreed_odt_styles_add (reader.styles, styles, FALSE);
  agreed_odt_styles_add (reader.styles, root, TRUE);
  reader.flow = agreed_flow_new (label_of, &reader);
  reader.regions = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, region_free);
  reader.gone = g_hash_table_new (g_str_hash, g_str_equal);
  reader.boxes = g_ptr_array_new ();
  collect_regions (&reader, text);
  read_blocks (&reader, text);
  if (!reader.cancelled)
    blocks = agreed_flow_take_blocks (reader.flow);
  else
    g_cancellable_set_error_if_cancelled (cancellable, error);

  agreed_flow_free (reader.flow);
  agreed_odt_styles_free (reader.styles);
  g_hash_table_unref (reader.regions);
  g_hash_table_unref (reader.gone);
  g_ptr_array_unref (reader.boxes);

  return blocks;
}

static GPtrArray *
read_flat (GBytes        *bytes,
           AgreedSide     side,
           const char    *name,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (xmlDoc) document = agreed_xml_parse (bytes, MOST_OF_TEXT, name, cancellable, error);

  if (document == NULL)
    return NULL;

  return read_root (xmlDocGetRootElement (document), NULL, side, name, cancellable, error);
}

GPtrArray *
agreed_odt_read_state (GBytes        *bytes,
                       AgreedSide     side,
                       const char    *name,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GHashTable) members = NULL;
  g_autoptr (xmlDoc) content = NULL;
  g_autoptr (xmlDoc) styles = NULL;
  GBytes *manifest, *content_bytes, *style_bytes;

  if (is_flat (bytes))
    return read_flat (bytes, side, name, cancellable, error);
  members = agreed_unpack (bytes, is_wanted, name, cancellable, error);
  if (members == NULL)
    return NULL;
  manifest = g_hash_table_lookup (members, "META-INF/manifest.xml");
  content_bytes = g_hash_table_lookup (members, "content.xml");
  style_bytes = g_hash_table_lookup (members, "styles.xml");
  if (manifest != NULL && memmem (g_bytes_get_data (manifest, NULL), g_bytes_get_size (manifest), "encryption-data", 15) != NULL)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_FORMAT,
                   _ ("%s: this document is protected by a password; save it without one and open it again"), name);
      return NULL;
    }
  if (content_bytes == NULL)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
                   _ ("%s: this file is damaged or cut short and cannot be read"), name);
      return NULL;
    }
  content = agreed_xml_parse (content_bytes, MOST_OF_TEXT, name, cancellable, error);
  if (content == NULL)
    return NULL;
  if (style_bytes != NULL)
    {
      styles = agreed_xml_parse (style_bytes, MOST_BESIDE, name, cancellable, error);
      if (styles == NULL)
        return NULL;
    }

  return read_root (xmlDocGetRootElement (content), styles != NULL ? xmlDocGetRootElement (styles) : NULL, side, name,
                    cancellable, error);
}

static gboolean
is_content (const char *member)
{
  return g_str_equal (member, "content.xml");
}

/* Changes of the formatting alone are none. */
static gboolean
holds_change (const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    if (agreed_xml_is (node, "changed-region")
          ? agreed_xml_child (node, "insertion") != NULL || agreed_xml_child (node, "deletion") != NULL
          : node->type == XML_ELEMENT_NODE && holds_change (node))
      return TRUE;

  return FALSE;
}

gboolean
agreed_odt_is_tracked (GBytes *bytes)
{
  g_autoptr (GHashTable) members = is_flat (bytes) ? NULL : agreed_unpack (bytes, is_content, "", NULL, NULL);
  GBytes *content = members != NULL ? g_hash_table_lookup (members, "content.xml") : is_flat (bytes) ? bytes : NULL;
  g_autoptr (xmlDoc) document = content != NULL ? agreed_xml_parse (content, MOST_OF_TEXT, "", NULL, NULL) : NULL;

  return document != NULL && holds_change (xmlDocGetRootElement (document));
}

GPtrArray *
agreed_odt_read (GBytes        *bytes,
                 const char    *name,
                 GCancellable  *cancellable,
                 GError       **error)
{
  return agreed_odt_read_state (bytes, AGREED_SIDE_NEWER, name, cancellable, error);
}
