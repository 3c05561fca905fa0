/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"
#include "reference.h"

G_BEGIN_DECLS

/* How far a reference could be followed among the texts of a project. */
typedef enum {
  AGREED_POINTER_FOUND,   /* to this text and paragraph */
  AGREED_POINTER_DRAFT,   /* the same, but the text is a draft of the same session and title, not the resolution itself */
  AGREED_POINTER_NO_PARAGRAPH, /* the text is there, and has no such paragraph */
  AGREED_POINTER_NO_TEXT, /* no text of the project is the one that is meant */
} AgreedPointerState;

/**
 * AgreedPointer:
 * @name: what is pointed to, as it is written: "22", and the symbol or title, or NULL for the text itself
 * @text, @paragraph: (nullable) borrowed from the project
 */
typedef struct {
  AgreedPointerState state;
  char *number;
  char *name;
  AgreedText *text;
  AgreedParagraph *paragraph;
} AgreedPointer;

/* Where a paragraph of @from points to, one for each number, in order, each but once. Of several texts that may be meant
 * one that is compared comes first. Returns: (transfer full): array of AgreedPointer */
GPtrArray *agreed_project_follow (AgreedProject   *self,
                                  AgreedText      *from,
                                  AgreedParagraph *paragraph);

/* The text of the project that goes by this symbol, "A/RES/65/141" or "65/141"; of several one that is compared. (transfer
 * none) (nullable) */
AgreedText *agreed_project_find_named (AgreedProject *self,
                                       const char    *symbol);

/* The same of the one reference that stands at a byte of the paragraph's wording; empty where none does. */
GPtrArray *agreed_project_follow_at (AgreedProject   *self,
                                     AgreedText      *from,
                                     AgreedParagraph *paragraph,
                                     gsize            offset);

G_END_DECLS
