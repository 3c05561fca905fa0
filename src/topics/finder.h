/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "matcher.h"

G_BEGIN_DECLS

/* The terms of one language with their conditions.
 *
 * @AGREED_CONDITION_WITH: one of its patterns stands in the same paragraph
 * @AGREED_CONDITION_NEAR: one of them stands in the same clause
 * @AGREED_CONDITION_AFTER: one of them stands in the same paragraph, or in what leads up to it: the two paragraphs
 *   before, and those that it is a sub-paragraph of. For short names, "the Forum".
 * @AGREED_CONDITION_WITHOUT: what was found is not part of one of them
 */
typedef enum {
  AGREED_CONDITION_WITH,
  AGREED_CONDITION_NEAR,
  AGREED_CONDITION_AFTER,
  AGREED_CONDITION_WITHOUT,
} AgreedCondition;

#define AGREED_N_CONDITIONS (AGREED_CONDITION_WITHOUT + 1)

/**
 * AgreedFinding:
 * @topic: as given to agreed_finder_add_term()
 * @start: bytes from the start of the wording
 * @length: bytes
 * @term: as written in the topic; owned by the finder
 */
typedef struct {
  guint topic;
  gsize start;
  gsize length;
  const char *term;
} AgreedFinding;

typedef struct _AgreedFinder AgreedFinder;

AgreedFinder *agreed_finder_new  (void);
void          agreed_finder_free (AgreedFinder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedFinder, agreed_finder_free)

/* @patterns: (transfer full): what @written is read as. Returns: the term's number, for its conditions */
guint agreed_finder_add_term      (AgreedFinder    *self,
                                   guint            topic,
                                   const char      *written,
                                   GPtrArray       *patterns);
void  agreed_finder_add_condition (AgreedFinder    *self,
                                   guint            term,
                                   AgreedCondition  condition,
                                   GPtrArray       *patterns);

/* @before: (nullable): wordings that lead up to this one, NULL-terminated
 * @findings: array of AgreedFinding that is added to, in no order; may overlap */
void  agreed_finder_find          (AgreedFinder        *self,
                                   const AgreedFolded  *folded,
                                   const char *const   *before,
                                   GArray              *findings);

G_END_DECLS
