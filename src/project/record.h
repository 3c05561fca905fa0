/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "anchor.h"
#include "document.h"
#include "link.h"
#include "note.h"
#include "tag.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * AgreedPlace:
 * @text: the id of a text of the project
 * @label: of a paragraph in it
 * @nth: counted from 1 among the text's paragraphs of that label; 1 for nearly all of them
 * @passage: (nullable): the passage of the paragraph, NULL for the whole of it; of what it is only the words and where
 *   they begin are part of what is equal
 * @unknown: (nullable): members of the place in the file that this version does not know; no part of what is equal
 * @unknown_passage: (nullable): the same of the passage
 *
 * A paragraph, or a passage of it, by names that outlive the object, so that a place can be kept when its paragraph is not
 * there. An end of a link never has a passage.
 */
typedef struct {
  char *text;
  char *label;
  guint nth;
  AgreedAnchor *passage;
  JsonObject *unknown;
  JsonObject *unknown_passage;
} AgreedPlace;

/* For a GHashTable. */
guint    agreed_place_hash  (gconstpointer place);
gboolean agreed_place_equal (gconstpointer a,
                             gconstpointer b);
void     agreed_place_copy  (const AgreedPlace *place,
                             AgreedPlace       *copy);
void     agreed_place_clear (AgreedPlace       *place);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (AgreedPlace, agreed_place_clear)
/* The paragraph that the passage is of. Its strings stay those of @place. */
AgreedPlace agreed_place_get_paragraph (const AgreedPlace *place);

typedef enum {
  AGREED_RECORD_LINK,
  AGREED_RECORD_TAG,
  AGREED_RECORD_NOTE,
  AGREED_RECORD_TOPICS,
  AGREED_RECORD_LINK_NOTE,
  AGREED_RECORD_PROJECT_NOTE,
  AGREED_RECORD_DOCUMENT,
  AGREED_RECORD_CHOSEN,
} AgreedRecordKind;

/**
 * AgreedRecord:
 * @place: of the tag or note, or of the link's one end; "" for topics and for a note on the project as a whole
 * @other: of the link's other end, or of the one that the note is on; else without a text
 * @linked: of a link: whether a person linked the two or took their link away
 * @topic: of a tag: its topic's id
 * @state: of a tag: accepted, dismissed or added, never suggested
 * @position: of a document: where it stands among the project's; of a note: its position among the notes of its place; links and the project have one note each
 * @note: (nullable): of a note: what it says; NULL where the record is a key alone
 * @body: of topics: the whole set as JSON
 * @document: of a document: itself
 * @chosen: the texts that are compared, by side, any may be NULL
 * @unknown: (nullable): members of the record in the file that this version does not know
 *
 * One thing that a person decided or wrote. It never changes: what does is which record a project has for one key,
 * which is kind, places, topic and position together; the rest is what the record says.
 */
typedef struct {
  gatomicrefcount refs;
  AgreedRecordKind kind;
  AgreedPlace place;
  AgreedPlace other;
  gboolean linked;
  char *topic;
  AgreedTagState state;
  guint position;
  AgreedNote *note;
  char *body;
  AgreedDocument *document;
  AgreedText *chosen[AGREED_N_TEXTS];
  JsonObject *unknown;
} AgreedRecord;

/* All copy what they are given. The ends of a link between two texts are put in the order of the texts' ids: a link
 * holds whichever of the two is shown as the older one. */
AgreedRecord *agreed_record_new_link (const AgreedPlace *place,
                                      const AgreedPlace *other,
                                      gboolean           linked,
                                      JsonObject        *unknown);
AgreedRecord *agreed_record_new_tag  (const AgreedPlace *place,
                                      const char        *topic,
                                      AgreedTagState     state,
                                      JsonObject        *unknown);
/* Where a note is, without what it says: of the kinds of notes. @other: of a link's note. */
AgreedRecord *agreed_record_new_note_key (AgreedRecordKind   kind,
                                          const AgreedPlace *place,
                                          const AgreedPlace *other,
                                          guint              position);
AgreedRecord *agreed_record_new_note (const AgreedRecord *key,
                                      AgreedNote         *note,
                                      JsonObject         *unknown);
/* The topics of the project: there is always one, which is in the project's set and not among the records of it. */
AgreedRecord *agreed_record_new_topics (const char       *json);
/* The documents of the project and which texts are compared: in the history, and like the topics not among the records. */
AgreedRecord *agreed_record_new_document (AgreedDocument *document,
                                          guint           position);
AgreedRecord *agreed_record_new_chosen (AgreedText *const *chosen);
/* The same about another paragraph, or about two: @other as above; @position of a note. Of a link, tag or note. */
AgreedRecord *agreed_record_new_moved (AgreedRecord      *record,
                                       const AgreedPlace *place,
                                       const AgreedPlace *other,
                                       guint              position);
AgreedRecord *agreed_record_ref      (AgreedRecord      *record);
void          agreed_record_unref    (AgreedRecord      *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedRecord, agreed_record_unref)

/* Hash and equality of the key, for a GHashTable. */
guint    agreed_record_hash  (gconstpointer record);
gboolean agreed_record_equal (gconstpointer a,
                              gconstpointer b);
/* Whether two records of one key say the same. */
gboolean agreed_record_same  (const AgreedRecord *a,
                              const AgreedRecord *b);

G_END_DECLS
