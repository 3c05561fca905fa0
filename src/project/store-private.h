/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project-private.h"
#include "store.h"

G_BEGIN_DECLS

/* The project file. Every object of it may have members beyond these; they are kept and written again after them.
 *
 *   project    format, documents, compared, links, topics, tags, notes
 *   document   name, sha256, texts
 *   text       id, symbol, title, session, language, date, paragraphs, footnotes
 *   paragraph  label, kind, opening, text, marks, changes  (opening: code points at the start of text)
 *   mark       marker, offset                         (offset: code points from the start of the paragraph's text)
 *   change     kind, offset, length, author, date     (what a word processor tracked; code points as above)
 *   footnote   marker, text
 *   compared   older, newer                           (ids of texts)
 *   link       paragraphs, linked                     (paragraphs: two places, in the order of their texts' ids)
 *   tag        text, paragraph, nth, topic, state     (text, paragraph, nth: a place, as are the two of a link)
 *   note       text, paragraph, nth, body
 *
 * topics is there only where the set differs from the delivered one. nth is there only where a text has several paragraphs of one label. A place that is not there, or a topic that is
 * not, is kept like any other. */

#define AGREED_STORE_FORMAT 1

/* The members that this version does not know stay with the object that they came in, under one of these keys. */
#define AGREED_UNKNOWN          "agreed-unknown"          /* JsonObject, of the object itself */
#define AGREED_UNKNOWN_COMPARED "agreed-unknown-compared" /* JsonObject, on a project: of "compared" */
#define AGREED_UNKNOWN_MARKS    "agreed-unknown-marks"    /* GPtrArray of JsonObject or NULL, on a paragraph */
#define AGREED_UNKNOWN_CHANGES  "agreed-unknown-changes"  /* the same */

/* store-json.c: the bytes as JSON with an object at its root, in which every string is UTF-8 without a zero, every number
 * is what was written, no member is there twice, and nothing is nested deeper than makes sense.
 * Returns: (transfer full), or NULL with @error of AGREED_STORE_ERROR */
JsonNode *agreed_store_parse (GBytes      *bytes,
                              const char  *name,
                              GError     **error);

/* store-read.c: @root as it came from agreed_store_parse(). */
AgreedProject *agreed_store_read (JsonNode    *root,
                                  const char  *name,
                                  GError     **error);

/* store-write.c. Returns: (transfer full) */
JsonNode *agreed_store_write (AgreedProject *project);

/* A place in a wording, in bytes as inside the program and in code points as in the file. Marks and changes come in the
 * order of the wording, so that counting goes on from the last one: in a long paragraph of many nothing is counted twice. */
typedef struct {
  const char *wording;
  gsize bytes;
  guint characters;
} AgreedStorePlace;

/* Parts of it. JSON is UTF-8, while a file's name may be anything; bytes into UTF-8 are code points in the file. What is
 * NULL is left out. */
void agreed_store_set_string  (JsonObject *object,
                               const char *name,
                               const char *value);
void agreed_store_set_offset  (JsonObject       *object,
                               const char       *name,
                               AgreedStorePlace *place,
                               gsize             offset);
void agreed_store_add_unknown (JsonObject *object,
                               JsonObject *unknown);

/* store-changes.c: the member "changes", where there are any. */
void agreed_store_write_changes (JsonObject      *object,
                                 AgreedParagraph *paragraph);

/* store-file.c: puts @bytes in the place of the file at @path so that a crash leaves the old or the new one whole. Follows
 * symbolic links, keeps the permissions. @error is of G_FILE_ERROR or G_IO_ERROR and names no file. */
gboolean agreed_store_replace (const char    *path,
                               GBytes        *bytes,
                               GCancellable  *cancellable,
                               GError       **error);

G_END_DECLS
