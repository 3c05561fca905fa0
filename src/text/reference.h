/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Where a wording points to paragraphs: "paragraph 22 of resolution 65/141", 第65/141号决议第22段, "paragraph 71 of the
 * Tunis Agenda", "paragraph 3 above". The six languages' ways to say so are in data/wording/references.ini. */

/**
 * AgreedReference:
 * @start, @length: bytes of the wording
 * @numbers: the paragraphs named, "22", "17(a)"; of a range both ends; NULL-terminated
 * @preambular: the paragraphs of the preamble are meant
 * @symbol: of the text pointed to, normalised, or NULL
 * @title: of the text pointed to where it has no symbol, or NULL; with neither it is the text itself
 */
typedef struct {
  gsize start;
  gsize length;
  char **numbers;
  gboolean preambular;
  char *symbol;
  char *title;
} AgreedReference;

/* In the order of the wording, none overlapping. @wording: valid UTF-8. @language: one of the six; NULL or any other finds
 * nothing. Returns: (transfer full): array of AgreedReference */
GPtrArray *agreed_references_find (const char *wording,
                                   const char *language);

G_END_DECLS
