/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Topics in files of their own: a set as JSON (topic-reader.h), or a codebook of REFI-QDA (codebook.h). */

#define AGREED_TOPIC_FILE_ERROR (agreed_topic_file_error_quark ())
GQuark agreed_topic_file_error_quark (void);

/* Takes the topics of a file into a copy of @set. One that is there already, by its id or by the guid of its code, is what
 * the file says; a code keeps the terms, of which codebooks have none. The others follow at the end; a code without terms
 * gets its name as a term. Which kind of file it is, its first character tells; a byte order mark and the ends of lines as
 * other systems write them are no matter. @name: for messages, which are one sentence that begins with it.
 * Returns: (transfer full): a set that can be read, or NULL with @error of AGREED_TOPIC_FILE_ERROR */
JsonNode *agreed_topic_file_read       (GBytes      *bytes,
                                        const char  *name,
                                        JsonNode    *set,
                                        GError     **error);

/* The set as it is written to a file. Returns: (transfer full) */
GBytes   *agreed_topic_file_write_json (JsonNode    *set);

G_END_DECLS
