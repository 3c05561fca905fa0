/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/* Elements and attributes go by their local names: the same formats have been issued under several namespaces. */

/* The tree of an XML file. Nothing is loaded from outside, no entities are expanded, and there is a limit to depth and to
 * how many elements and attributes (@most) are kept. @name: for messages.
 * Returns: (transfer full): or NULL with AGREED_IMPORT_ERROR_DAMAGED, _TOO_LARGE, or G_IO_ERROR_CANCELLED */
xmlDoc *agreed_xml_parse      (GBytes        *bytes,
                               guint          most,
                               const char    *name,
                               GCancellable  *cancellable,
                               GError       **error);

/* The same of a web page, whatever it is like. @text: valid UTF-8 */
xmlDoc *agreed_xml_parse_html (const char    *text,
                               guint          most,
                               const char    *name,
                               GCancellable  *cancellable,
                               GError       **error);

/* @node may be NULL in all of these. */
gboolean    agreed_xml_is         (const xmlNode *node,
                                   const char    *local);
xmlNode    *agreed_xml_child      (const xmlNode *node,
                                   const char    *local);
/* The value of an attribute; (transfer none) (nullable) */
const char *agreed_xml_get        (const xmlNode *node,
                                   const char    *local);
int         agreed_xml_get_int    (const xmlNode *node,
                                   const char    *local,
                                   int            otherwise);
/* The attribute "val" of the child of that name, as WordprocessingML has most of its settings. */
const char *agreed_xml_get_child  (const xmlNode *node,
                                   const char    *local);
/* The characters of text nodes in it. Returns: (transfer full) */
char       *agreed_xml_text       (const xmlNode *node);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
