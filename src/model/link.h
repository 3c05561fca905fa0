/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paragraph.h"

G_BEGIN_DECLS

/* The two sides of a comparison, in the order of time; and, where a third text is read beside them, the one before both. It
 * is no side of the comparison itself. */
typedef enum {
  AGREED_SIDE_OLDER,
  AGREED_SIDE_NEWER,
  AGREED_SIDE_EARLIEST,
} AgreedSide;

#define AGREED_N_SIDES 2
/* With the earliest. */
#define AGREED_N_TEXTS 3

/**
 * AgreedLinkOrigin:
 * @AGREED_LINK_FOUND: by the comparison
 * @AGREED_LINK_BY_HAND: by a person; never overruled
 */
typedef enum {
  AGREED_LINK_FOUND,
  AGREED_LINK_BY_HAND,
} AgreedLinkOrigin;

#define AGREED_TYPE_LINK_ORIGIN (agreed_link_origin_get_type ())
GType agreed_link_origin_get_type (void);

/* One older and one newer paragraph that a delegate would call the same paragraph carried on. */
#define AGREED_TYPE_LINK (agreed_link_get_type ())
G_DECLARE_FINAL_TYPE (AgreedLink, agreed_link, AGREED, LINK, GObject)

/* @similarity: 0 to 1; @moved: the order was changed here: the link is outside the longest run that keeps its order. */
AgreedLink *agreed_link_new (AgreedParagraph  *older,
                             AgreedParagraph  *newer,
                             double            similarity,
                             gboolean          moved,
                             AgreedLinkOrigin  origin);

/* (transfer none) */
AgreedParagraph  *agreed_link_get_paragraph  (AgreedLink *self,
                                              AgreedSide  side);
double            agreed_link_get_similarity (AgreedLink *self);
gboolean          agreed_link_get_moved      (AgreedLink *self);
AgreedLinkOrigin  agreed_link_get_origin     (AgreedLink *self);

/* How sure it is that the two belong together: 1 unless set otherwise by whoever found the link, before others see it;
 * .5 for a link for which there is just enough evidence, or as much for another one. */
double            agreed_link_get_sureness   (AgreedLink *self);
void              agreed_link_set_sureness   (AgreedLink *self,
                                              double      sureness);
/* Whether a person should have a look. */
gboolean          agreed_link_is_unsure      (AgreedLink *self);

/* List of AgreedNote, on the link and neither of its ends alone; (transfer none). */
GListStore       *agreed_link_get_notes      (AgreedLink *self);

/* Why the link was made, as a sentence without a full stop: "41 of 47 words are the same; both name A/RES/65/141". Made
 * at each call, in time in proportion to the wordings. Returns: (transfer full) */
char             *agreed_link_describe_reason (AgreedLink *self);

G_END_DECLS
