/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes JSON member by member, in the layout of json-glib's pretty printer. json-glib itself needs the whole file as a
 * tree, which takes many times as long; and counts references to its objects in a way that threads may not share, while
 * this only looks at them. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef struct {
  GString *out;
  guint depth;    /* of objects and arrays that are open */
  gboolean empty; /* nothing is in the innermost of them yet */
} AgreedWriter;

/* A place in a wording, in bytes as inside the program and in code points as in the file. Marks and changes come in the
 * order of the wording, so that counting goes on from the last one: in a long paragraph of many nothing is counted twice. */
typedef struct {
  const char *wording;
  gsize bytes;
  guint characters;
} AgreedStorePlace;

/* @name: of the member, NULL for an element of an array and for the root */
void agreed_writer_open    (AgreedWriter *writer,
                            const char   *name,
                            char          bracket);
void agreed_writer_close   (AgreedWriter *writer,
                            char          bracket);
/* @value: (nullable): nothing is written for NULL; what is not UTF-8 in it, as in a file's name, is made so */
void agreed_writer_string  (AgreedWriter *writer,
                            const char   *name,
                            const char   *value);
void agreed_writer_number  (AgreedWriter *writer,
                            const char   *name,
                            gint64        value);
/* Bytes into the place's wording, which are code points in the file. */
void agreed_writer_offset  (AgreedWriter     *writer,
                            const char       *name,
                            AgreedStorePlace *place,
                            gsize             offset);
void agreed_writer_boolean (AgreedWriter *writer,
                            const char   *name,
                            gboolean      value);
void agreed_writer_node    (AgreedWriter *writer,
                            const char   *name,
                            JsonNode     *node);
/* The members of @members, in their order; NULL has none. */
void agreed_writer_members (AgreedWriter *writer,
                            JsonObject   *members);

G_END_DECLS
