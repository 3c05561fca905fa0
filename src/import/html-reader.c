/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "html-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "counter.h"
#include "decode.h"
#include "flow.h"
#include "import.h"
#include "plain.h"
#include "xml.h"

#define MOST_ELEMENTS  1000000
#define BETWEEN_CHECKS 1024
/* Where the first tag, and where the page's word about its encoding, is looked for. */
#define TAG_WITHIN     2048
#define CHARSET_WITHIN 4096
/* A footnote's mark has no more bytes than this. */
#define LONGEST_MARK 24

typedef struct {
  AgreedFlow *flow;
  GHashTable *anchors;   /* name to the element's place in the page, from 1 */
  char *label;           /* of the list item whose wording has not begun */
  guint lists;           /* how deep in numbered lists */
  AgreedCounter letters; /* those of the page's language */
  const xmlNode *note;   /* element that holds the footnote at hand */
  guint breaks;          /* <br> since the last character */
  gboolean preformatted;
  guint elements;
  GCancellable *cancellable;
  gboolean cancelled;
} Reader;

static void read_children (Reader *reader, const xmlNode *parent, gboolean raised);

/* The start in lower case; without the NULs that UTF-16 has. */
static char *
read_start (GBytes *bytes,
            gsize   most)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GString *start = g_string_new (NULL);

  for (gsize i = 0; i < MIN (size, most); i++)
    if (data[i] > 0)
      g_string_append_c (start, g_ascii_tolower (data[i]));

  return g_string_free (start, FALSE);
}

gboolean
agreed_html_recognise (GBytes *bytes)
{
  static const char *const starts[] = { "<!doctype html", "<html", "<head", "<meta", "<body", "<p>", "<p ", "<div", "<h1", NULL };
  g_autofree char *start = read_start (bytes, TAG_WITHIN);
  const char *p = start;

  for (;;)
    {
      while (g_ascii_isspace (*p))
        p++;
      if (g_str_has_prefix (p, "<!--") && strstr (p, "-->") != NULL)
        p = strstr (p, "-->") + 3;
      else if (g_str_has_prefix (p, "<?xml") && strstr (p, "?>") != NULL)
        p = strstr (p, "?>") + 2;
      else
        break;
    }
  for (guint i = 0; starts[i] != NULL; i++)
    if (g_str_has_prefix (p, starts[i]))
      return TRUE;

  return FALSE;
}

/* What the page says its encoding is: <meta charset="…">, or the same in a content type, or in an XML declaration. */
static char *
find_charset (GBytes *bytes)
{
  g_autofree char *start = read_start (bytes, CHARSET_WITHIN);
  const char *p = strstr (start, "charset");
  gsize length;

  if (p == NULL && g_str_has_prefix (start, "<?xml"))
    p = strstr (start, "encoding");
  if (p == NULL)
    return NULL;
  p += g_str_has_prefix (p, "charset") ? strlen ("charset") : strlen ("encoding");
  p += strspn (p, " =\"'");
  length = strcspn (p, " \"';/>?");

  return length > 0 && length < 32 ? g_strndup (p, length) : NULL;
}

static gboolean
is_one_of (const xmlNode     *node,
           const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (strcmp ((const char *) node->name, names[i]) == 0)
      return TRUE;

  return FALSE;
}

static const char *const left_out[] = { "head", "script", "style", "nav", "noscript", "template", "svg", "math", "select", "button", "iframe",
                                        "textarea", "object", "title", "del", "form", NULL };

static const char *const blocks[] = { "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "tr", "table", "tbody", "thead",
                                      "tfoot", "caption", "ul", "ol", "dl", "dt", "dd", "pre", "center", "address", "blockquote",
                                      "section", "article", "header", "footer", "main", "aside", "figure", "figcaption", "hr",
                                      "fieldset", "body", "html", "form", "details", "summary", NULL };

static gboolean
style_says (const xmlNode *node,
            const char    *property,
            const char    *value)
{
  const char *style = agreed_xml_get (node, "style");
  const char *found = style != NULL ? strstr (style, property) : NULL;

  if (found == NULL)
    return FALSE;
  found += strlen (property);
  found += strspn (found, " :");

  return g_str_has_prefix (found, value);
}

/* What is no part of the text that a reader of the page sees, and the running heads that word processors put into it. */
static gboolean
is_left_out (const xmlNode *node)
{
  const char *title = agreed_xml_get (node, "title");

  /* Some old pages are one form from head to foot. */
  if (is_one_of (node, left_out) && !agreed_xml_is (node, "form"))
    return TRUE;
  if (agreed_xml_is (node, "div") && (g_strcmp0 (title, "header") == 0 || g_strcmp0 (title, "footer") == 0))
    return TRUE;

  return agreed_xml_get (node, "hidden") != NULL || style_says (node, "display", "none") ||
         g_strcmp0 (agreed_xml_get (node, "role"), "navigation") == 0;
}

static void
end_block (Reader *reader)
{
  reader->breaks = 0;
  if (reader->note != NULL)
    agreed_flow_add_text (reader->flow, " ", 1, FALSE);
  else
    agreed_flow_close (reader->flow);
}

static void
begin_wording (Reader *reader)
{
  reader->breaks = 0;
  if (!agreed_flow_is_open (reader->flow))
    agreed_flow_open (reader->flow, NULL, FALSE);
  if (reader->label != NULL)
    agreed_flow_set_label (reader->flow, reader->label);
  g_clear_pointer (&reader->label, g_free);
}

static void
add_text (Reader     *reader,
          const char *text,
          gboolean    raised)
{
  const char *break_at;

  /* A blank line parts paragraphs where lines are kept. */
  while (reader->preformatted && (break_at = strstr (text, "\n\n")) != NULL)
    {
      if (break_at > text)
        {
          begin_wording (reader);
          agreed_flow_add_text (reader->flow, text, break_at - text, raised);
        }
      end_block (reader);
      text = break_at + 2;
    }
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      {
        begin_wording (reader);
        break;
      }
  agreed_flow_add_text (reader->flow, text, -1, raised);
}

static guint
place_of (const xmlNode *node)
{
  return GPOINTER_TO_UINT (node->_private);
}

/* The element that a link inside the page leads to, by its place; 0 where there is none. */
static guint
target_of (Reader     *reader,
           const char *href)
{
  const char *hash = strchr (href, '#');
  g_autofree char *name = hash != NULL ? g_uri_unescape_string (hash + 1, NULL) : NULL;

  return name != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (reader->anchors, name)) : 0;
}

/* The element around a footnote that holds it and nothing else. */
static const xmlNode *
holder_of (const xmlNode *node)
{
  for (node = node->parent; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    {
      if (style_says (node, "mso-element", "footnote") || style_says (node, "mso-element", "endnote"))
        return node;
      if ((agreed_xml_is (node, "div") || agreed_xml_is (node, "li")) && agreed_xml_get (node, "id") != NULL)
        return node;
      if (agreed_xml_is (node, "body"))
        return NULL;
    }

  return NULL;
}

/* Footnotes of web pages are two links: one from the wording down to the note, one from the note's start back. */
static gboolean
read_link (Reader        *reader,
           const xmlNode *node)
{
  const char *href = agreed_xml_get (node, "href");
  g_autofree char *text = href != NULL && strchr (href, '#') != NULL ? agreed_xml_text (node) : NULL;
  g_autofree char *marker = text != NULL && strlen (text) <= LONGEST_MARK ? agreed_flow_read_marker (text) : NULL;
  guint target = marker != NULL ? target_of (reader, href) : 0;

  if (target == 0)
    return FALSE;
  if (target > place_of (node))
    {
      begin_wording (reader);
      agreed_flow_add_mark (reader->flow, marker);
      return TRUE;
    }
  if (!agreed_flow_is_blank (reader->flow))
    return FALSE;
  g_clear_pointer (&reader->label, g_free);
  agreed_flow_set_footnote (reader->flow, marker);
  reader->note = holder_of (node);

  return TRUE;
}

/* HTML has no letters but Latin ones, and programs leave out the kind of a list that has others. A list inside a numbered
 * one that says no kind is such a one: figures inside figures do not occur in resolutions. */
static AgreedCounter
usual_counter (Reader *reader)
{
  return reader->lists > 0 ? reader->letters : AGREED_COUNTER_DECIMAL;
}

static AgreedCounter
letters_of (const xmlNode *root)
{
  const xmlNode *body = agreed_xml_child (root, "body");
  const char *language = agreed_xml_get (root, "lang");

  if (language == NULL)
    language = agreed_xml_get (body, "lang");
  if (language != NULL && g_ascii_strncasecmp (language, "ru", 2) == 0)
    return AGREED_COUNTER_LOWER_RUSSIAN;
  if (language != NULL && g_ascii_strncasecmp (language, "ar", 2) == 0)
    return AGREED_COUNTER_ARABIC_ABJAD;

  return AGREED_COUNTER_LOWER_LETTER;
}

static AgreedCounter
counter_of (Reader        *reader,
            const xmlNode *list)
{
  static const struct {
    const char *style;
    AgreedCounter counter;
  } styles[] = {
    { "decimal", AGREED_COUNTER_DECIMAL },        { "lower-alpha", AGREED_COUNTER_LOWER_LETTER },
    { "lower-latin", AGREED_COUNTER_LOWER_LETTER }, { "upper-alpha", AGREED_COUNTER_UPPER_LETTER },
    { "upper-latin", AGREED_COUNTER_UPPER_LETTER }, { "lower-roman", AGREED_COUNTER_LOWER_ROMAN },
    { "upper-roman", AGREED_COUNTER_UPPER_ROMAN },  { "arabic-indic", AGREED_COUNTER_ARABIC_INDIC },
    { "cjk-", AGREED_COUNTER_CHINESE },             { "simp-chinese", AGREED_COUNTER_CHINESE },
    { "none", AGREED_COUNTER_NONE },                { "disc", AGREED_COUNTER_NONE },
  };
  const char *type = agreed_xml_get (list, "type");

  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (style_says (list, "list-style-type", styles[i].style) || style_says (list, "list-style", styles[i].style))
      return styles[i].counter;

  return type != NULL && *type != '\0' ? agreed_counter_from_open (type) : usual_counter (reader);
}

static void
read_list (Reader        *reader,
           const xmlNode *list,
           gboolean       raised)
{
  AgreedCounter counter = agreed_xml_is (list, "ol") ? counter_of (reader, list) : AGREED_COUNTER_NONE;
  int value = agreed_xml_get_int (list, "start", 1);

  reader->lists += counter != AGREED_COUNTER_NONE;
  for (const xmlNode *node = list->children; node != NULL && !reader->cancelled; node = node->next)
    {
      g_autofree char *number = NULL;

      if (!agreed_xml_is (node, "li"))
        {
          if (agreed_xml_is (node, "ol") || agreed_xml_is (node, "ul"))
            read_list (reader, node, raised);
          continue;
        }
      if (is_left_out (node))
        continue;
      value = agreed_xml_get_int (node, "value", value);
      number = value > 0 ? agreed_counter_print (counter, value) : NULL;
      end_block (reader);
      g_clear_pointer (&reader->label, g_free);
      if (number != NULL && *number != '\0' && !style_says (node, "list-style", "none"))
        reader->label = g_strconcat (number, ".", NULL);
      read_children (reader, node, raised);
      g_clear_pointer (&reader->label, g_free);
      end_block (reader);
      if (reader->note == node)
        {
          reader->note = NULL;
          end_block (reader);
        }
      value++;
    }
  reader->lists -= counter != AGREED_COUNTER_NONE;
}

static gboolean
is_heading (const xmlNode *node)
{
  return node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' && node->name[2] == '\0';
}

/* What stands in a table may be one, or a page that was set by means of it: the flow keeps where it stood. */
static void
begin_table_part (Reader        *reader,
                  const xmlNode *node)
{
  if (agreed_xml_is (node, "table"))
    agreed_flow_begin_table (reader->flow);
  else if (agreed_xml_is (node, "tr"))
    agreed_flow_begin_row (reader->flow);
  else if (agreed_xml_is (node, "td") || agreed_xml_is (node, "th"))
    agreed_flow_begin_cell (reader->flow, agreed_xml_get_int (node, "colspan", 1));
}

static void
read_block (Reader        *reader,
            const xmlNode *node,
            gboolean       raised)
{
  gboolean preformatted = reader->preformatted;

  end_block (reader);
  begin_table_part (reader, node);
  if (is_heading (node))
    agreed_flow_open (reader->flow, NULL, TRUE);
  if (agreed_xml_is (node, "ol") || agreed_xml_is (node, "ul"))
    read_list (reader, node, raised);
  else
    {
      reader->preformatted |= agreed_xml_is (node, "pre");
      read_children (reader, node, raised);
      reader->preformatted = preformatted;
    }
  if (reader->note == node)
    reader->note = NULL;
  end_block (reader);
  if (agreed_xml_is (node, "table"))
    agreed_flow_end_table (reader->flow);
}

/* One line break is white space; two and more are how old pages part their paragraphs. */
static void
read_break (Reader *reader)
{
  guint breaks = reader->breaks + 1;

  agreed_flow_add_text (reader->flow, " ", 1, FALSE);
  if (breaks >= 2)
    end_block (reader);
  reader->breaks = breaks;
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
  if (agreed_xml_is (node, "br"))
    read_break (reader);
  else if (agreed_xml_is (node, "wbr") || agreed_xml_is (node, "img") || agreed_xml_is (node, "input"))
    return;
  else if (is_one_of (node, blocks))
    read_block (reader, node, raised);
  else if (!agreed_xml_is (node, "a") || !read_link (reader, node))
    read_children (reader, node, raised || agreed_xml_is (node, "sup") || style_says (node, "vertical-align", "super"));
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
index_anchors (Reader  *reader,
               xmlNode *node,
               guint   *place)
{
  const char *id = agreed_xml_get (node, "id");
  const char *name = agreed_xml_get (node, "name");

  node->_private = GUINT_TO_POINTER (++*place);
  if (id != NULL)
    g_hash_table_insert (reader->anchors, (gpointer) id, node->_private);
  if (name != NULL)
    g_hash_table_insert (reader->anchors, (gpointer) name, node->_private);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      index_anchors (reader, child, place);
}

/* Bytes of wording, and those of them in <pre>. */
static void
measure (const xmlNode *node,
         gboolean       inside,
         gsize         *all,
         gsize         *preformatted,
         GString       *text)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE)
        {
          gsize length = strlen ((const char *) child->content);

          *all += length;
          *preformatted += inside ? length : 0;
          if (inside)
            g_string_append_len (text, (const char *) child->content, length);
        }
      else if (child->type == XML_ELEMENT_NODE && !is_left_out (child))
        {
          measure (child, inside || agreed_xml_is (child, "pre"), all, preformatted, text);
          if (agreed_xml_is (child, "pre"))
            g_string_append (text, "\n\n");
        }
    }
}

static GPtrArray *
read_page (xmlNode       *root,
           GCancellable  *cancellable,
           GError       **error)
{
  g_autoptr (AgreedFlow) flow = agreed_flow_new (NULL, NULL);
  g_autoptr (GHashTable) anchors = g_hash_table_new (g_str_hash, g_str_equal);
  Reader reader = { .flow = flow, .anchors = anchors, .cancellable = cancellable };
  guint place = 0;

  reader.letters = letters_of (root);
  index_anchors (&reader, root, &place);
  read_element (&reader, root, FALSE);
  g_free (reader.label);
  if (reader.cancelled)
    {
      g_cancellable_set_error_if_cancelled (cancellable, error);
      return NULL;
    }

  return agreed_flow_take_blocks (flow);
}

GPtrArray *
agreed_html_read (GBytes        *bytes,
                  const char    *name,
                  GCancellable  *cancellable,
                  GError       **error)
{
  g_autofree char *charset = find_charset (bytes);
  g_autofree char *text = agreed_decode_markup (bytes, charset, name, error);
  g_autoptr (xmlDoc) document = NULL;
  g_autoptr (GString) lines = NULL;
  gsize all = 0, preformatted = 0;
  xmlNode *root;

  if (text == NULL)
    return NULL;
  document = agreed_xml_parse_html (text, MOST_ELEMENTS, name, cancellable, error);
  if (document == NULL)
    return NULL;
  root = xmlDocGetRootElement (document);
  lines = g_string_new (NULL);
  measure (root, FALSE, &all, &preformatted, lines);
  if (preformatted > all / 2)
    {
      g_autoptr (GBytes) wording = g_bytes_new (lines->str, lines->len);

      return agreed_plain_read (wording, name, cancellable, error);
    }

  return read_page (root, cancellable, error);
}
