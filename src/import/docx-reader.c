/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "counter.h"
#include "docx-styles.h"
#include "flow.h"
#include "import.h"
#include "unpack.h"

/* Elements and attributes: of the text, and of each of the files beside it. */
#define MOST_OF_TEXT  1500000
#define MOST_BESIDE   250000
#define DEEPEST_FIELD 32
/* Paragraphs between two questions whether an answer is still wanted. */
#define BETWEEN_CHECKS 256

typedef struct {
  GHashTable *notes; /* id to w:footnote or w:endnote */
  const char *element;
  AgreedCounter counter;
  guint next;
} Notes;

typedef struct {
  const char *author;
  const char *date;
  gboolean inserted;
} Change;

typedef struct {
  AgreedSide side;
  AgreedFlow *flow;
  AgreedDocxStyles *styles;
  Notes footnotes;
  Notes endnotes;
  GPtrArray *sections; /* w:sectPr in order; each stands at its section's end */
  guint section;
  GPtrArray *boxes;    /* text boxes that hang on the open paragraph */
  gboolean in_note;
  const Change *change; /* that the runs at hand belong to */
  const char *custom;   /* id of a note whose mark is the text that follows */
  Notes *custom_notes;
  guint field;          /* how deep in fields */
  guint32 instructions; /* a bit each: in the field's instruction, not its result */
  guint automatic;      /* paragraphs numbered by a field */
  guint paragraphs;
  GCancellable *cancellable;
  gboolean cancelled;
} Reader;

static void read_blocks (Reader *reader, const xmlNode *parent);
static void read_inline (Reader *reader, const xmlNode *parent, gboolean raised, gboolean hidden);

gboolean
agreed_docx_recognise (GBytes *bytes)
{
  return agreed_unpack_mentions (bytes, "word/document") && !agreed_unpack_mentions (bytes, "application/vnd.oasis");
}

/* Whether what this element says was put in or taken out is not there in the state that is read. */
static gboolean
is_gone (Reader     *reader,
         const char *local)
{
  gboolean inserted = g_str_equal (local, "ins") || g_str_equal (local, "moveTo") || g_str_equal (local, "cellIns");
  gboolean deleted = g_str_equal (local, "del") || g_str_equal (local, "moveFrom") || g_str_equal (local, "cellDel");

  return reader->side == AGREED_SIDE_OLDER ? inserted : deleted;
}

static gboolean
has_gone (Reader        *reader,
          const xmlNode *properties)
{
  for (const xmlNode *node = properties != NULL ? properties->children : NULL; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && is_gone (reader, (const char *) node->name))
      return TRUE;

  return FALSE;
}

static gboolean
is_change (const xmlNode *node)
{
  return agreed_xml_is (node, "ins") || agreed_xml_is (node, "del") || agreed_xml_is (node, "moveFrom") ||
         agreed_xml_is (node, "moveTo");
}

/* The characters of the symbol fonts stand in the private use area; their marks and figures at the places of ASCII. */
static gunichar
read_symbol (const xmlNode *node)
{
  const char *code = agreed_xml_get (node, "char");
  const char *font = agreed_xml_get (node, "font");
  gunichar c = code != NULL ? g_ascii_strtoull (code, NULL, 16) : 0;

  if (c >= 0xf020 && c <= 0xf07e)
    {
      c -= 0xf000;
      return g_strcmp0 (font, "Symbol") == 0 && !g_ascii_isalpha (c) ? c : 0;
    }

  return g_unichar_validate (c) && c >= 0x20 && !(c >= 0xe000 && c < 0xf900) ? c : 0;
}

static char *
read_note (Reader     *reader,
           Notes      *notes,
           const char *id)
{
  const xmlNode *note = g_hash_table_lookup (notes->notes, id);
  g_autoptr (AgreedFlow) flow = agreed_flow_new_running ();
  Reader inner = *reader;

  /* Each is called once; a second call would have it read again and again in a file that was made to harm. */
  if (note == NULL || !g_hash_table_remove (notes->notes, id))
    return g_strdup ("");
  inner.flow = flow;
  inner.boxes = g_ptr_array_new ();
  inner.in_note = TRUE;
  inner.change = NULL;
  inner.custom = NULL;
  inner.field = 0;
  inner.instructions = 0;
  read_blocks (&inner, note);
  reader->cancelled |= inner.cancelled;
  g_ptr_array_unref (inner.boxes);

  return agreed_flow_take_wording (flow);
}

static void
add_note (Reader     *reader,
          Notes      *notes,
          const char *id,
          const char *marker)
{
  g_autofree char *wording = read_note (reader, notes, id);
  const char *text = wording;

  /* A mark of the author's own choice is typed again before the note. */
  if (g_str_has_prefix (text, marker) && !g_ascii_isdigit (*marker))
    text += strlen (marker);
  while (*text == ' ')
    text++;
  agreed_flow_add_mark (reader->flow, marker);
  if (*text != '\0')
    agreed_flow_add_footnote (reader->flow, marker, text);
}

static void
read_reference (Reader        *reader,
                Notes         *notes,
                const xmlNode *node)
{
  const char *id = agreed_xml_get (node, "id");
  const char *custom = agreed_xml_get (node, "customMarkFollows");
  g_autofree char *marker = NULL;

  if (id == NULL || reader->in_note)
    return;
  if (custom != NULL && !g_str_equal (custom, "0") && !g_str_equal (custom, "false"))
    {
      reader->custom = id;
      reader->custom_notes = notes;
      return;
    }
  marker = agreed_counter_print (notes->counter, notes->next++);
  add_note (reader, notes, id, marker);
}

static void
add_text (Reader     *reader,
          const char *text,
          gboolean    raised)
{
  if (reader->instructions != 0)
    return;
  if (reader->custom != NULL && *text != '\0')
    {
      g_autofree char *marker = g_strstrip (g_strdup (text));
      const char *id = g_steal_pointer (&reader->custom);

      if (*marker != '\0')
        add_note (reader, reader->custom_notes, id, marker);
      return;
    }
  if (reader->change != NULL)
    agreed_flow_add_changed (reader->flow, text, raised, reader->change->inserted, reader->change->author, reader->change->date);
  else
    agreed_flow_add_text (reader->flow, text, -1, raised);
}

static void
read_field (Reader        *reader,
            const xmlNode *node)
{
  const char *type = agreed_xml_get (node, "fldCharType");

  if (g_strcmp0 (type, "begin") == 0 && reader->field < DEEPEST_FIELD)
    reader->instructions |= 1u << reader->field++;
  else if (g_strcmp0 (type, "separate") == 0 && reader->field > 0)
    reader->instructions &= ~(1u << (reader->field - 1));
  else if (g_strcmp0 (type, "end") == 0 && reader->field > 0)
    reader->instructions &= ~(1u << --reader->field);
}

/* Paragraphs may be numbered by a field that has no result in the file. */
static void
read_instruction (Reader        *reader,
                  const xmlNode *node)
{
  g_autofree char *text = agreed_xml_text (node);

  if (strstr (text, "AUTONUM") != NULL && !reader->in_note)
    {
      g_autofree char *number = g_strdup_printf ("%u.", ++reader->automatic);

      agreed_flow_set_label (reader->flow, number);
    }
}

static void
collect_boxes (Reader        *reader,
               const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (agreed_xml_is (child, "txbxContent"))
        g_ptr_array_add (reader->boxes, (gpointer) child);
      else if (agreed_xml_is (child, "AlternateContent"))
        collect_boxes (reader, agreed_xml_child (child, "Choice") != NULL ? agreed_xml_child (child, "Choice") : child);
      else if (child->type == XML_ELEMENT_NODE)
        collect_boxes (reader, child);
    }
}

/* What stands in a run for one character. */
static gboolean
read_character (Reader        *reader,
                const xmlNode *node,
                gboolean       raised)
{
  if (agreed_xml_is (node, "tab") || agreed_xml_is (node, "br") || agreed_xml_is (node, "cr") || agreed_xml_is (node, "ptab"))
    add_text (reader, " ", FALSE);
  else if (agreed_xml_is (node, "noBreakHyphen"))
    add_text (reader, "\u2011", raised);
  else if (agreed_xml_is (node, "sym"))
    {
      char buffer[8] = "";
      gunichar c = read_symbol (node);

      if (c != 0)
        {
          g_unichar_to_utf8 (c, buffer);
          add_text (reader, buffer, raised);
        }
    }
  else
    return FALSE;

  return TRUE;
}

static void
read_change (Reader        *reader,
             const xmlNode *node,
             gboolean       raised,
             gboolean       hidden)
{
  const Change *outer = reader->change;
  Change change = { agreed_xml_get (node, "author"), agreed_xml_get (node, "date"),
                    agreed_xml_is (node, "ins") || agreed_xml_is (node, "moveTo") };

  if (is_gone (reader, (const char *) node->name))
    return;
  /* Of what the other side's changes are, nothing is new in this state. */
  if (change.inserted == (reader->side == AGREED_SIDE_NEWER) && !reader->in_note)
    reader->change = &change;
  read_inline (reader, node, raised, hidden);
  reader->change = outer;
}

static void
read_run (Reader        *reader,
          const xmlNode *node,
          gboolean       hidden)
{
  const xmlNode *properties = agreed_xml_child (node, "rPr");

  reader->custom = NULL;
  read_inline (reader, node, agreed_docx_styles_is_raised (reader->styles, properties),
               hidden || agreed_docx_styles_is_hidden (reader->styles, properties));
}

static void
read_inline_element (Reader        *reader,
                     const xmlNode *node,
                     gboolean       raised,
                     gboolean       hidden)
{
  if (agreed_xml_is (node, "r") && agreed_xml_child (node, "t") == NULL && agreed_xml_child (node, "rubyBase") != NULL)
    read_inline (reader, node, raised, hidden);
  else if (agreed_xml_is (node, "r"))
    read_run (reader, node, hidden);
  else if (is_change (node))
    read_change (reader, node, raised, hidden);
  else if (agreed_xml_is (node, "fldChar"))
    read_field (reader, node);
  else if (agreed_xml_is (node, "instrText"))
    read_instruction (reader, node);
  else if (agreed_xml_is (node, "AlternateContent"))
    read_inline (reader, agreed_xml_child (node, "Choice") != NULL ? agreed_xml_child (node, "Choice") : node, raised, hidden);
  else if (agreed_xml_is (node, "drawing") || agreed_xml_is (node, "pict") || agreed_xml_is (node, "object"))
    collect_boxes (reader, node);
  else if (agreed_xml_is (node, "ruby"))
    read_inline (reader, agreed_xml_child (node, "rubyBase"), raised, hidden);
  else if (hidden)
    read_inline (reader, node, raised, hidden);
  else if (agreed_xml_is (node, "t") || agreed_xml_is (node, "delText"))
    {
      g_autofree char *text = agreed_xml_text (node);

      add_text (reader, text, raised);
    }
  else if (agreed_xml_is (node, "footnoteReference"))
    read_reference (reader, &reader->footnotes, node);
  else if (agreed_xml_is (node, "endnoteReference"))
    read_reference (reader, &reader->endnotes, node);
  else if (!read_character (reader, node, raised))
    read_inline (reader, node, raised, hidden);
}

static void
read_inline (Reader        *reader,
             const xmlNode *parent,
             gboolean       raised,
             gboolean       hidden)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && !agreed_xml_is (node, "pPr") && !agreed_xml_is (node, "rPr") &&
        !agreed_xml_is (node, "sdtPr"))
      read_inline_element (reader, node, raised, hidden);
}

static void
read_boxes (Reader *reader)
{
  g_autoptr (GPtrArray) boxes = g_steal_pointer (&reader->boxes);

  reader->boxes = g_ptr_array_new ();
  for (guint i = 0; i < boxes->len; i++)
    read_blocks (reader, g_ptr_array_index (boxes, i));
}

/* Notes are set and counted as their section says, else as the whole file does. */
static void
begin_section (Reader *reader,
               guint   section)
{
  const xmlNode *properties = section < reader->sections->len ? g_ptr_array_index (reader->sections, section) : NULL;
  const xmlNode *footnotes = agreed_xml_child (properties, "footnotePr");
  const char *format = agreed_xml_get_child (footnotes, "numFmt");

  reader->section = section;
  if (format != NULL)
    reader->footnotes.counter = agreed_counter_from_word (format);
  if (agreed_xml_child (footnotes, "numStart") != NULL && (section == 0 || agreed_xml_child (footnotes, "numRestart") != NULL))
    reader->footnotes.next = MAX (agreed_xml_get_int (agreed_xml_child (footnotes, "numStart"), "val", 1), 0);
  else if (section > 0 && g_strcmp0 (agreed_xml_get_child (footnotes, "numRestart"), "eachSect") == 0)
    reader->footnotes.next = 1;
}

static void
read_paragraph (Reader        *reader,
                const xmlNode *node)
{
  const xmlNode *current = agreed_xml_child (node, "pPr");
  const xmlNode *properties = current;

  if (reader->paragraphs++ % BETWEEN_CHECKS == 0 && g_cancellable_is_cancelled (reader->cancellable))
    reader->cancelled = TRUE;
  if (reader->cancelled)
    return;
  if (reader->side == AGREED_SIDE_OLDER && agreed_xml_child (current, "pPrChange") != NULL)
    properties = agreed_xml_child (agreed_xml_child (current, "pPrChange"), "pPr");
  agreed_flow_open (reader->flow, properties, agreed_docx_styles_is_heading (reader->styles, properties));
  read_inline (reader, node, FALSE, FALSE);
  if (has_gone (reader, agreed_xml_child (current, "rPr")))
    agreed_flow_hold (reader->flow);
  else
    {
      agreed_flow_close (reader->flow);
      if (reader->boxes->len > 0)
        read_boxes (reader);
    }
  if (agreed_xml_child (current, "sectPr") != NULL && !reader->in_note)
    begin_section (reader, reader->section + 1);
}

/* What stands in a table may be one, or a page that was set by means of it: the flow keeps where it stood. */
static void
read_table_part (Reader        *reader,
                 const xmlNode *node)
{
  gboolean table = agreed_xml_is (node, "tbl");

  if (table)
    agreed_flow_begin_table (reader->flow);
  else if (agreed_xml_is (node, "tr"))
    agreed_flow_begin_row (reader->flow);
  else if (agreed_xml_is (node, "tc"))
    agreed_flow_begin_cell (reader->flow, agreed_xml_get_int (agreed_xml_child (agreed_xml_child (node, "tcPr"), "gridSpan"), "val", 1));
  read_blocks (reader, node);
  if (table)
    agreed_flow_end_table (reader->flow);
}

static void
read_blocks (Reader        *reader,
             const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL && !reader->cancelled; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      if (agreed_xml_is (node, "p"))
        read_paragraph (reader, node);
      else if ((agreed_xml_is (node, "tr") && has_gone (reader, agreed_xml_child (node, "trPr"))) ||
               (agreed_xml_is (node, "tc") && has_gone (reader, agreed_xml_child (node, "tcPr"))) ||
               (is_change (node) && is_gone (reader, (const char *) node->name)))
        continue;
      else if (agreed_xml_is (node, "AlternateContent") && agreed_xml_child (node, "Choice") != NULL)
        read_blocks (reader, agreed_xml_child (node, "Choice"));
      else if (!agreed_xml_is (node, "sectPr"))
        read_table_part (reader, node);
    }
}

static char *
label_of (gconstpointer properties,
          gpointer      user_data)
{
  Reader *reader = user_data;

  return agreed_docx_styles_number (reader->styles, properties, reader->side == AGREED_SIDE_OLDER);
}

/* Everything that may be needed: the files beside the text lie in its folder. */
static gboolean
is_wanted (const char *member)
{
  return g_str_has_prefix (member, "word/") && g_str_has_suffix (member, ".xml") && strchr (member + 5, '/') == NULL;
}

/* The text is document.xml, or document2.xml as Word's online editor calls it. */
static const char *
find_text (GHashTable *members)
{
  GHashTableIter iter;
  gpointer key;

  if (g_hash_table_contains (members, "word/document.xml"))
    return "word/document.xml";
  g_hash_table_iter_init (&iter, members);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (g_str_has_prefix (key, "word/document"))
      return key;

  return NULL;
}

typedef struct {
  GHashTable *members;
  const char *name;
  GCancellable *cancellable;
  GError **error;
  gboolean failed;
} Source;

/* A file that is not there is none; one that cannot be read fails the whole. */
static xmlDoc *
parse (Source     *source,
       const char *member,
       guint       most)
{
  GBytes *bytes = member != NULL ? g_hash_table_lookup (source->members, member) : NULL;
  xmlDoc *document;

  if (bytes == NULL || source->failed)
    return NULL;
  document = agreed_xml_parse (bytes, most, source->name, source->cancellable, source->error);
  source->failed = document == NULL;
  g_hash_table_remove (source->members, member);

  return document;
}

static void
notes_init (Notes         *notes,
            xmlDoc        *document,
            const char    *element,
            const xmlNode *settings,
            AgreedCounter  usual)
{
  const xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  const char *format = agreed_xml_get_child (settings, "numFmt");

  notes->notes = g_hash_table_new (g_str_hash, g_str_equal);
  notes->element = element;
  notes->counter = format != NULL ? agreed_counter_from_word (format) : usual;
  notes->next = MAX (agreed_xml_get_int (agreed_xml_child (settings, "numStart"), "val", 1), 0);
  for (const xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (agreed_xml_is (node, element) && agreed_xml_get (node, "id") != NULL)
      g_hash_table_insert (notes->notes, (gpointer) agreed_xml_get (node, "id"), (gpointer) node);
}

static void
collect_sections (const xmlNode *node,
                  GPtrArray     *sections)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (agreed_xml_is (child, "sectPr"))
        g_ptr_array_add (sections, (gpointer) child);
      else if (agreed_xml_is (child, "p"))
        {
          xmlNode *section = agreed_xml_child (agreed_xml_child (child, "pPr"), "sectPr");

          if (section != NULL)
            g_ptr_array_add (sections, section);
        }
      else if (child->type == XML_ELEMENT_NODE)
        collect_sections (child, sections);
    }
}

static GPtrArray *
read_members (GHashTable    *members,
              AgreedSide     side,
              const char    *name,
              GCancellable  *cancellable,
              GError       **error)
{
  Source source = { members, name, cancellable, error, FALSE };
  g_autoptr (xmlDoc) text = parse (&source, find_text (members), MOST_OF_TEXT);
  g_autoptr (xmlDoc) styles = parse (&source, "word/styles.xml", MOST_BESIDE);
  g_autoptr (xmlDoc) numbering = parse (&source, "word/numbering.xml", MOST_BESIDE);
  g_autoptr (xmlDoc) footnotes = parse (&source, "word/footnotes.xml", MOST_BESIDE);
  g_autoptr (xmlDoc) endnotes = parse (&source, "word/endnotes.xml", MOST_BESIDE);
  g_autoptr (xmlDoc) settings = parse (&source, "word/settings.xml", MOST_BESIDE);
  const xmlNode *set = settings != NULL ? xmlDocGetRootElement (settings) : NULL;
  GPtrArray *blocks = NULL;
  Reader reader = { .side = side, .cancellable = cancellable };

  if (source.failed)
    return NULL;
  if (text == NULL)
    {
      g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
                   _ ("%s: this file is damaged or cut short and cannot be read"), name);
      return NULL;
    }

  reader.styles = agreed_docx_styles_new (styles, numbering);
  reader.flow = agreed_flow_new (label_of, &reader);
  reader.boxes = g_ptr_array_new ();
  reader.sections = g_ptr_array_new ();
  notes_init (&reader.footnotes, footnotes, "footnote", agreed_xml_child (set, "footnotePr"), AGREED_COUNTER_DECIMAL);
  notes_init (&reader.endnotes, endnotes, "endnote", agreed_xml_child (set, "endnotePr"), AGREED_COUNTER_LOWER_ROMAN);
  collect_sections (xmlDocGetRootElement (text), reader.sections);
  begin_section (&reader, 0);
  read_blocks (&reader, xmlDocGetRootElement (text));
  if (!reader.cancelled)
    blocks = agreed_flow_take_blocks (reader.flow);
  else
    g_cancellable_set_error_if_cancelled (cancellable, error);

  agreed_flow_free (reader.flow);
  agreed_docx_styles_free (reader.styles);
  g_hash_table_unref (reader.footnotes.notes);
  g_hash_table_unref (reader.endnotes.notes);
  g_ptr_array_unref (reader.boxes);
  g_ptr_array_unref (reader.sections);

  return blocks;
}

GPtrArray *
agreed_docx_read_state (GBytes        *bytes,
                        AgreedSide     side,
                        const char    *name,
                        GCancellable  *cancellable,
                        GError       **error)
{
  g_autoptr (GHashTable) members = agreed_unpack (bytes, is_wanted, name, cancellable, error);

  return members != NULL ? read_members (members, side, name, cancellable, error) : NULL;
}

static gboolean
is_text (const char *member)
{
  return is_wanted (member) && g_str_has_prefix (member, "word/document");
}

static gboolean
holds_change (const xmlNode *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    if (is_change (node) || holds_change (node))
      return TRUE;

  return FALSE;
}

gboolean
agreed_docx_is_tracked (GBytes *bytes)
{
  g_autoptr (GHashTable) members = agreed_unpack (bytes, is_text, "", NULL, NULL);
  GBytes *text = members != NULL && find_text (members) != NULL ? g_hash_table_lookup (members, find_text (members)) : NULL;
  g_autoptr (xmlDoc) document = text != NULL ? agreed_xml_parse (text, MOST_OF_TEXT, "", NULL, NULL) : NULL;

  return document != NULL && holds_change (xmlDocGetRootElement (document));
}

GPtrArray *
agreed_docx_read (GBytes        *bytes,
                  const char    *name,
                  GCancellable  *cancellable,
                  GError       **error)
{
  return agreed_docx_read_state (bytes, AGREED_SIDE_NEWER, name, cancellable, error);
}
