/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Looking for what a person typed in wordings. */

/**
 * AgreedSearchFlags:
 * @AGREED_SEARCH_REGEX: the query is a regular expression (PCRE2, as GRegex has them)
 * @AGREED_SEARCH_MATCH_CASE: capital letters are told from small ones
 * @AGREED_SEARCH_IGNORE_WIDTH: wordings are compared as agreed_normal_new() has them: full and half width, spaces beside
 *   Chinese, kinds of quotation marks, hyphens and digits make no difference
 * @AGREED_SEARCH_VARIANTS: what stands for the same thing is found too (agreed_variants_find()); implies ignoring width
 */
typedef enum {
  AGREED_SEARCH_REGEX = 1 << 0,
  AGREED_SEARCH_MATCH_CASE = 1 << 1,
  AGREED_SEARCH_IGNORE_WIDTH = 1 << 2,
  AGREED_SEARCH_VARIANTS = 1 << 3,
} AgreedSearchFlags;

typedef enum {
  AGREED_SEARCH_ERROR_PATTERN,     /* the regular expression is none; the message says why, for people */
  AGREED_SEARCH_ERROR_COMPLICATED, /* it takes too long in some wording */
} AgreedSearchError;

#define AGREED_SEARCH_ERROR (agreed_search_error_quark ())
GQuark agreed_search_error_quark (void);

/* Bytes of a wording. */
typedef struct {
  gsize start;
  gsize length;
} AgreedMatch;

/* Never changes; may be used in any thread, several at a time. */
typedef struct _AgreedSearch AgreedSearch;

/* @query: valid UTF-8, not empty. Returns: (transfer full): NULL with an error where it is no regular expression */
AgreedSearch *agreed_search_new  (const char         *query,
                                  AgreedSearchFlags   flags,
                                  GError            **error);
void          agreed_search_free (AgreedSearch       *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedSearch, agreed_search_free)

/* Appends each place of a wording (valid UTF-8) to @matches (AgreedMatch), in order, none overlapping, none empty.
 * Returns: FALSE with an error where the expression is too much for the wording */
gboolean agreed_search_find (const AgreedSearch  *self,
                             const char          *wording,
                             GArray              *matches,
                             GError             **error);

G_END_DECLS
