/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "topic.h"

G_BEGIN_DECLS

/**
 * AgreedTagState:
 * @AGREED_TAG_SUGGESTED: found by the topic's terms, not yet looked at
 * @AGREED_TAG_ACCEPTED: found, and a person agreed
 * @AGREED_TAG_DISMISSED: found, and a person turned it away; kept, so that it is not suggested again
 * @AGREED_TAG_ADDED: not found; a person added it
 */
typedef enum {
  AGREED_TAG_SUGGESTED,
  AGREED_TAG_ACCEPTED,
  AGREED_TAG_DISMISSED,
  AGREED_TAG_ADDED,
} AgreedTagState;

#define AGREED_TYPE_TAG_STATE (agreed_tag_state_get_type ())
GType agreed_tag_state_get_type (void);

/* In JSON: "suggested", "accepted", "dismissed", "added". */
const char *agreed_tag_state_to_string   (AgreedTagState  state);
gboolean    agreed_tag_state_from_string (const char     *word,
                                          AgreedTagState *state);

/**
 * AgreedEvidence:
 * @start: bytes from the start of the paragraph's wording
 * @length: bytes
 * @term: the topic's term that was found there
 */
typedef struct {
  gsize start;
  gsize length;
  char *term;
} AgreedEvidence;

/**
 * AgreedTagPassage:
 * @start: bytes from the start of the paragraph's wording
 * @length: bytes
 *
 * Words of the paragraph that a person put the topic on.
 */
typedef struct {
  gsize start;
  gsize length;
} AgreedTagPassage;

#define AGREED_TYPE_TAG (agreed_tag_get_type ())
G_DECLARE_FINAL_TYPE (AgreedTag, agreed_tag, AGREED, TAG, GObject)

/* A topic on a paragraph. Topic and state never change: another state is another tag in the paragraph's list. */
AgreedTag      *agreed_tag_new       (AgreedTopic    *topic,
                                      AgreedTagState  state);
AgreedTopic    *agreed_tag_get_topic (AgreedTag      *self);
AgreedTagState  agreed_tag_get_state (AgreedTag      *self);

/* The words that led to a suggestion, in their order in the wording; none for a tag added by hand. */
void                  agreed_tag_add_evidence (AgreedTag  *self,
                                               gsize       start,
                                               gsize       length,
                                               const char *term);
const AgreedEvidence *agreed_tag_get_evidence (AgreedTag  *self,
                                               guint      *n_evidence);

/* The passages that a person put the topic on, in their order in the wording; they may overlap. A topic that has any was
 * accepted or added, never suggested or dismissed. */
void                    agreed_tag_add_passage  (AgreedTag *self,
                                                 gsize      start,
                                                 gsize      length);
const AgreedTagPassage *agreed_tag_get_passages (AgreedTag *self,
                                                 guint     *n_passages);

/* Whether the two are shown alike: topic, state, evidence and passages are the same, and the topic has not become another
 * since. */
gboolean   agreed_tag_equal      (AgreedTag      *self,
                                  AgreedTag      *other);

/* The same topic, evidence and passages in another state. Returns: (transfer full) */
AgreedTag *agreed_tag_with_state (AgreedTag      *self,
                                  AgreedTagState  state);

G_END_DECLS
