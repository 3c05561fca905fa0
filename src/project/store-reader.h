/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of JSON objects, read so that a message can name the place in the file. All of these return FALSE with an error
 * of AGREED_STORE_ERROR where a member is of another kind than asked for, or is required and missing. */
#pragma once

#include "store-private.h"

G_BEGIN_DECLS

typedef struct {
  const char *name;
  GString *path; /* of the object that is read: "documents[1].texts[0]"; "" is the root */
  AgreedProject *project;
  AgreedStorePlace place; /* in the paragraph that is read */
  GHashTable *n_notes; /* AgreedPlace → how many notes there are so far */
  GError **error;
} AgreedReader;

/* Reads one object, in whose path the reader stands. */
typedef gboolean (*AgreedReadObject) (AgreedReader *reader,
                                      JsonObject   *object,
                                      gpointer      data);

/* FALSE, with a sentence about the file and the place in it; @member is NULL for the object itself. */
#define FAIL(reader, member, message)                                                      \
  ({                                                                                       \
    g_autofree char *where = agreed_reader_get_path (reader, member);                      \
    g_set_error ((reader)->error, AGREED_STORE_ERROR, AGREED_STORE_ERROR_FORMAT, message,  \
                 (reader)->name, where);                                                   \
    FALSE;                                                                                 \
  })

/* "documents[1].name", @member being NULL for the object itself. Returns: (transfer full) */
char *agreed_reader_get_path (AgreedReader *reader,
                              const char   *member);

/* *@value is only set where the member is there. */
gboolean agreed_reader_read_string (AgreedReader  *reader,
                                    JsonObject    *object,
                                    const char    *member,
                                    gboolean       required,
                                    const char   **value);
/* A whole number of at least @least. */
gboolean agreed_reader_read_number (AgreedReader *reader,
                                    JsonObject   *object,
                                    const char   *member,
                                    gboolean      required,
                                    guint         least,
                                    guint        *value);
gboolean agreed_reader_read_boolean (AgreedReader *reader,
                                     JsonObject   *object,
                                     const char   *member,
                                     gboolean     *value);

/* @place: what @node is called in its parent, "compared" or "texts[3]" */
gboolean agreed_reader_read_object (AgreedReader     *reader,
                                    JsonNode         *node,
                                    const char       *place,
                                    AgreedReadObject  read,
                                    gpointer          data);
/* A list of objects, each read by @read. */
gboolean agreed_reader_read_list (AgreedReader     *reader,
                                  JsonObject       *object,
                                  const char       *member,
                                  gboolean          required,
                                  AgreedReadObject  read,
                                  gpointer          data);

/* Code points in the file are bytes in the wording; @member is what a message names. @place, of the same wording, is where
 * counting begins unless that lies before it, and moves there. */
gboolean agreed_reader_find_offset (AgreedReader     *reader,
                                    const char       *member,
                                    AgreedStorePlace *place,
                                    guint             n_characters,
                                    gsize            *offset);

/* A list for what agreed_reader_take_unknown() gives, NULL included. */
GPtrArray *agreed_reader_new_unknown_list (void);

/* Returns: (transfer full) (nullable): the members of @object that are not @known, in their order */
JsonObject *agreed_reader_take_unknown (JsonObject        *object,
                                        const char *const *known);

/* store-place.c: the place that an object names, of whose members it is no more than some; with its passage where
 * @in_paragraph, for else that is a member like any unknown one. @place is all 0, and is to be cleared by the caller
 * whatever comes of it. */
gboolean agreed_store_read_place (AgreedReader *reader,
                                  JsonObject   *object,
                                  gboolean      in_paragraph,
                                  AgreedPlace  *place);

/* The two ends of a link, in the member "paragraphs". Returns: (transfer full): array of AgreedPlace; or NULL */
GArray *agreed_store_read_ends (AgreedReader *reader,
                                JsonObject   *object);

/* store-notes.c: one of the notes; of the links' notes; and the one on the project. */
gboolean agreed_store_read_note         (AgreedReader *reader,
                                         JsonObject   *object,
                                         gpointer      data);
gboolean agreed_store_read_link_note    (AgreedReader *reader,
                                         JsonObject   *object,
                                         gpointer      data);
gboolean agreed_store_read_project_note (AgreedReader *reader,
                                         JsonObject   *object,
                                         gpointer      data);

/* store-read.c: gives the record to the project; there may be but one of its key. */
gboolean agreed_store_restore (AgreedReader *reader,
                               AgreedRecord *record);

/* store-changes.c: one of the tracked changes of a paragraph. */
gboolean agreed_store_read_change (AgreedReader *reader,
                                   JsonObject   *object,
                                   gpointer      paragraph);

G_END_DECLS
