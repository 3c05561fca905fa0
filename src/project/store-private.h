/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project-private.h"
#include "store.h"
#include "store-writer.h"

G_BEGIN_DECLS

/* The project file. Every object of it may have members beyond these; they are kept and written again after them.
 *
 *   project    format, documents, gone, compared, links, topics, tags, notes, link_notes, note
 *   document   name, sha256, texts                    (gone: texts; only where records speak of such a one)
 *   text       id, symbol, annex, title, session, language, date, paragraphs, footnotes
 *   paragraph  label, kind, opening, heading, text, marks, changes  (opening: code points at the start of text)
 *   mark       marker, offset                         (offset: code points from the start of the paragraph's text)
 *   change     kind, offset, length, author, date     (what a word processor tracked; code points as above)
 *   footnote   marker, text
 *   compared   older, newer                           (ids of texts)
 *   link       paragraphs, linked                     (paragraphs: two places, in the order of their texts' ids)
 *   tag        text, paragraph, nth, passage, topic, state  (text, paragraph, nth: a place, as are the two of a link)
 *   note       text, paragraph, nth, passage, body, status, proposer
 *   link_note  paragraphs, body, status, proposer     (as of a link; the root's note is the same without paragraphs)
 *   passage    exact, prefix, suffix, start, end      (code points as above)
 *
 * topics is there only where the set differs from the delivered one, link_notes and note only where something was noted; nth only where a text has several paragraphs of one
 * label; passage only where not the whole paragraph is meant. A place that is not there, or a topic that is not, is kept
 * like any other. */

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

/* store-changes.c: the member "changes", where there are any. */
void agreed_store_write_changes (AgreedWriter    *writer,
                                 AgreedParagraph *paragraph);

/* store-place.c: the members of a place. */
void agreed_store_write_place (AgreedWriter      *writer,
                               const AgreedPlace *place);

/* store-notes.c: what a note says. */
void agreed_store_write_note (AgreedWriter *writer,
                              AgreedNote   *note);

/* store-file.c: puts @bytes in the place of the file at @path so that a crash leaves the old or the new one whole. Follows
 * symbolic links, keeps the permissions. @error is of G_IO_ERROR and names no file. */
gboolean agreed_store_replace (const char    *path,
                               GBytes        *bytes,
                               GCancellable  *cancellable,
                               GError       **error);

/* store.c: what people call the file. Returns: (transfer full) */
char *agreed_store_dup_name (GFile *file);

G_END_DECLS
