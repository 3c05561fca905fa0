/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * AgreedAnchor:
 * @exact: the words of the passage
 * @prefix: what stands before them, as far as it is kept
 * @suffix: what stands after them
 * @start: where they began: code points from the start of the wording
 *
 * A passage of a wording, kept so that it is found again when the wording was read anew or edited: by quotation and by
 * position, as TextQuoteSelector and TextPositionSelector of the W3C's Web Annotation Data Model do it.
 */
typedef struct {
  char *exact;
  char *prefix;
  char *suffix;
  guint start;
} AgreedAnchor;

/* @start, @length: bytes of the wording, at the borders of characters, @length not 0 */
AgreedAnchor *agreed_anchor_new  (const char         *wording,
                                  gsize               start,
                                  gsize               length);
/* One that was kept elsewhere, with all it says. */
AgreedAnchor *agreed_anchor_new_kept (const char      *exact,
                                      const char      *prefix,
                                      const char      *suffix,
                                      guint            start);
void          agreed_anchor_free (AgreedAnchor       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedAnchor, agreed_anchor_free)
AgreedAnchor *agreed_anchor_copy (const AgreedAnchor *self);

/* Whether the two are the same passage of one wording: by their words and where they begin, not by what stands around
 * them. */
gboolean      agreed_anchor_equal (const AgreedAnchor *self,
                                   const AgreedAnchor *other);
guint         agreed_anchor_hash  (const AgreedAnchor *self);
/* Code points from the start of the wording, which is where the passage ended. */
guint         agreed_anchor_get_end (const AgreedAnchor *self);

/* Looks for the passage in @wording. Where its words stand in several places, that is taken whose surroundings are most
 * like those kept, and of equals the nearest to where it was. Where they stand nowhere, what now stands between the
 * surroundings is taken, as long as both are there, in their order, and what they hold is not much longer than the
 * passage was: the passage was reworded.
 * Returns: FALSE where it cannot be placed, and *@start and *@length are left alone */
gboolean      agreed_anchor_find (const AgreedAnchor *self,
                                  const char         *wording,
                                  gsize              *start,
                                  gsize              *length);

G_END_DECLS
