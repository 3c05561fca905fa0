/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "wording.h"

G_BEGIN_DECLS

/**
 * AgreedLineRole:
 * @AGREED_LINE_WORDING: belongs to what people wrote
 * @AGREED_LINE_MARKER: nothing but a footnote's marker, in the middle of wording
 * @AGREED_LINE_RULE: the rule over the footnotes of a page
 * @AGREED_LINE_FURNITURE: page number, running head, job number
 * @AGREED_LINE_FOOTNOTE: of a footnote's text
 * @AGREED_LINE_TABLE: a whole table, with ends of lines and tabs in its text
 */
typedef enum {
  AGREED_LINE_WORDING,
  AGREED_LINE_MARKER,
  AGREED_LINE_RULE,
  AGREED_LINE_FURNITURE,
  AGREED_LINE_FOOTNOTE,
  AGREED_LINE_TABLE,
} AgreedLineRole;

/**
 * AgreedLine:
 * @text: without white space at its ends; never empty but for a rule made of white space
 * @number: in the file, from 1
 * @indent: columns of white space before it
 * @width: columns that it takes: wide characters two, marks none
 * @blank: blank lines before it
 * @page: counted from 0 by form feeds
 * @beside: stood on one line with the line before it, parted by a wide gap
 */
typedef struct {
  char *text;
  AgreedLineRole role;
  guint number;
  guint indent;
  guint width;
  guint blank;
  guint page;
  gboolean beside;
} AgreedLine;

/* The lines of @text that are not blank: a GArray of AgreedLine. */
GArray *agreed_lines_new (const char *text);

/* Columns that @text takes in a type that gives wide characters two. */
guint agreed_lines_width (const char *text);

/* Tells furniture and rules from wording, and says so in the roles. */
void agreed_lines_mark_furniture (GArray                 *lines,
                                  const AgreedWordingSet *set);

G_END_DECLS
