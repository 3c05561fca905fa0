/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "xml.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <string.h>

#include "import-private.h"

/* Between two pieces it is asked whether the reader still wants an answer. */
#define PIECE (64 * 1024)

/* How much of the reading that is. */
#define PARSING .8

typedef struct {
  guint left;        /* elements and attributes that may still come */
  gboolean entities; /* the file defines some, which no office program does */
  gboolean too_many;
  startElementSAXFunc start; /* of a web page's parser */
} Limits;

/* libxml2 hands the parser itself to its handlers. */
static gboolean
take (xmlParserCtxt *parser,
      guint          n)
{
  Limits *limits = parser->_private;

  if (limits->left >= n)
    {
      limits->left -= n;
      return TRUE;
    }
  limits->too_many = TRUE;
  xmlStopParser (parser);

  return FALSE;
}

static void
start_element_ns (void           *data,
                  const xmlChar  *local,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  if (take (data, 1 + n_namespaces + n_attributes))
    xmlSAX2StartElementNs (data, local, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

static void
start_element (void           *data,
               const xmlChar  *name,
               const xmlChar **attributes)
{
  Limits *limits = ((xmlParserCtxt *) data)->_private;
  guint n = 1;

  for (guint i = 0; attributes != NULL && attributes[i] != NULL; i += 2)
    n++;
  if (take (data, n))
    limits->start (data, name, attributes);
}

static void
refuse_entity (void          *data,
               const xmlChar *name,
               int            type,
               const xmlChar *public_id,
               const xmlChar *system_id,
               xmlChar       *content)
{
  xmlParserCtxt *parser = data;

  ((Limits *) parser->_private)->entities = TRUE;
  xmlStopParser (parser);
}

static void
ignore_subset (void          *data,
               const xmlChar *name,
               const xmlChar *external_id,
               const xmlChar *system_id)
{
}

static void
ignore_instruction (void          *data,
                    const xmlChar *target,
                    const xmlChar *contents)
{
}

static void
ignore_comment (void          *data,
                const xmlChar *value)
{
}

static void
set_up (xmlSAXHandler *handler)
{
  handler->internalSubset = ignore_subset;
  handler->externalSubset = ignore_subset;
  handler->entityDecl = refuse_entity;
  handler->processingInstruction = ignore_instruction;
  handler->comment = ignore_comment;
  handler->warning = NULL;
  handler->error = NULL;
  handler->fatalError = NULL;
  handler->serror = NULL;
}

static void
set_reason (const Limits *limits,
            const char   *name,
            GError      **error)
{
  if (limits->too_many)
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_TOO_LARGE,
                 _ ("%s: this file has more parts in it than any document has, and is not read"), name);
  else if (limits->entities)
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
                 _ ("%s: this file defines characters of its own, which no document needs, and is not read"), name);
  else
    g_set_error (error, AGREED_IMPORT_ERROR, AGREED_IMPORT_ERROR_DAMAGED,
                 _ ("%s: this file is damaged or cut short and cannot be read"), name);
}

static void
ensure_library (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }
}

xmlDoc *
agreed_xml_parse (GBytes        *bytes,
                  guint          most,
                  const char    *name,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  Limits limits = { .left = most };
  xmlSAXHandler handler = { 0 };
  xmlParserCtxt *parser;
  xmlDoc *document = NULL;
  gboolean cancelled = FALSE;

  ensure_library ();
  xmlSAXVersion (&handler, 2);
  handler.startElementNs = start_element_ns;
  set_up (&handler);
  parser = xmlCreatePushParserCtxt (&handler, NULL, NULL, 0, NULL);
  parser->_private = &limits;
  xmlCtxtUseOptions (parser, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  for (gsize at = 0; at < size && !cancelled; at += PIECE)
    {
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
      agreed_import_report_progress (at * PARSING, size);
      if (cancelled || xmlParseChunk (parser, data + at, MIN (PIECE, size - at), 0) != 0)
        break;
    }
  if (!cancelled)
    xmlParseChunk (parser, NULL, 0, 1);
  if (!cancelled && parser->wellFormed && !limits.too_many && !limits.entities && parser->myDoc != NULL &&
      xmlDocGetRootElement (parser->myDoc) != NULL)
    document = g_steal_pointer (&parser->myDoc);
  else if (!cancelled)
    set_reason (&limits, name, error);
  g_clear_pointer (&parser->myDoc, xmlFreeDoc);
  xmlFreeParserCtxt (parser);

  return document;
}

xmlDoc *
agreed_xml_parse_html (const char    *text,
                       guint          most,
                       const char    *name,
                       GCancellable  *cancellable,
                       GError       **error)
{
  gsize size = strlen (text);
  Limits limits = { .left = most };
  xmlSAXHandler handler = { 0 };
  htmlParserCtxt *parser;
  xmlDoc *document = NULL;
  gboolean cancelled = FALSE;

  ensure_library ();
  xmlSAX2InitHtmlDefaultSAXHandler (&handler);
  limits.start = handler.startElement;
  handler.startElement = start_element;
  set_up (&handler);
  parser = htmlCreatePushParserCtxt (&handler, NULL, NULL, 0, NULL, XML_CHAR_ENCODING_UTF8);
  parser->_private = &limits;
  htmlCtxtUseOptions (parser, HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                                HTML_PARSE_IGNORE_ENC);
  for (gsize at = 0, end; at < size && !cancelled && !limits.too_many; at = end)
    {
      end = MIN (at + PIECE, size);
      while ((text[end] & 0xc0) == 0x80)
        end++;
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
      agreed_import_report_progress (at * PARSING, size);
      if (!cancelled)
        htmlParseChunk (parser, text + at, end - at, 0);
    }
  if (!cancelled)
    htmlParseChunk (parser, NULL, 0, 1);
  if (!cancelled && !limits.too_many && parser->myDoc != NULL && xmlDocGetRootElement (parser->myDoc) != NULL)
    document = g_steal_pointer (&parser->myDoc);
  else if (!cancelled)
    set_reason (&limits, name, error);
  g_clear_pointer (&parser->myDoc, xmlFreeDoc);
  htmlFreeParserCtxt (parser);

  return document;
}

gboolean
agreed_xml_is (const xmlNode *node,
               const char    *local)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, local) == 0;
}

xmlNode *
agreed_xml_child (const xmlNode *node,
                  const char    *local)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    if (agreed_xml_is (child, local))
      return child;

  return NULL;
}

const char *
agreed_xml_get (const xmlNode *node,
                const char    *local)
{
  if (node == NULL || node->type != XML_ELEMENT_NODE)
    return NULL;
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (strcmp ((const char *) attribute->name, local) == 0)
      return attribute->children != NULL && attribute->children->content != NULL ? (const char *) attribute->children->content
                                                                                 : "";

  return NULL;
}

int
agreed_xml_get_int (const xmlNode *node,
                    const char    *local,
                    int            otherwise)
{
  const char *value = agreed_xml_get (node, local);
  gint64 number;
  char *end;

  if (value == NULL)
    return otherwise;
  number = g_ascii_strtoll (value, &end, 10);

  return end == value || number < -1000000 || number > 1000000 ? otherwise : (int) number;
}

const char *
agreed_xml_get_child (const xmlNode *node,
                      const char    *local)
{
  return agreed_xml_get (agreed_xml_child (node, local), "val");
}

static void
append_text (const xmlNode *node,
             GString       *out)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
      g_string_append (out, (const char *) child->content);
    else if (child->type == XML_ELEMENT_NODE)
      append_text (child, out);
}

char *
agreed_xml_text (const xmlNode *node)
{
  GString *out = g_string_new (NULL);

  if (node != NULL)
    append_text (node, out);

  return g_string_free (out, FALSE);
}
