/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* A codebook as the REFI-QDA standard 1.0 has it (qdasoftware.org), which NVivo, MAXQDA, ATLAS.ti, QualCoder and Taguette
 * exchange: codes with a guid, a name, a colour and a description, in one another or in sets.
 *
 * A topic is a code; a group is a code that nothing can be coded with, its topics in it. In a set of topics, "guid" and
 * "rgb" keep what a codebook said of a code, so that it comes back as it was. */

/* So many colours there are. */
#define AGREED_CODEBOOK_COLORS 8

/* Returns: (transfer full): a set of topics without terms, or NULL with @error, one sentence that begins with @name, of
 * AGREED_TOPIC_FILE_ERROR */
JsonNode *agreed_codebook_read     (GBytes      *bytes,
                                    const char  *name,
                                    GError     **error);

/* The same set is always the same bytes. Returns: (transfer full), or NULL with @error where there is no topic: a codebook
 * has at least one code */
GBytes   *agreed_codebook_write    (JsonNode    *set,
                                    GError     **error);

/* The guid of a topic's code: what a codebook gave it, else one that follows from its id. @topic: of a set; (transfer full) */
char     *agreed_codebook_get_guid (JsonObject  *topic);

G_END_DECLS
