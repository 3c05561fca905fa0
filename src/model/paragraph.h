/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tracked-change.h"

G_BEGIN_DECLS

/**
 * AgreedParagraphKind:
 * @AGREED_PARAGRAPH_PREAMBULAR: before the first operative paragraph; labels PP1, PP2, … are counted
 * @AGREED_PARAGRAPH_OPERATIVE: numbered as printed: OP1, OP19(a), OP19(a)(ii); a single unnumbered one is OP1
 */
typedef enum {
  AGREED_PARAGRAPH_PREAMBULAR,
  AGREED_PARAGRAPH_OPERATIVE,
} AgreedParagraphKind;

#define AGREED_TYPE_PARAGRAPH_KIND (agreed_paragraph_kind_get_type ())
GType agreed_paragraph_kind_get_type (void);

/* The word for a kind in JSON: "preambular" or "operative". */
const char *agreed_paragraph_kind_to_string   (AgreedParagraphKind  kind);
gboolean    agreed_paragraph_kind_from_string (const char          *word,
                                               AgreedParagraphKind *kind);

/**
 * AgreedFootnoteMark:
 * @marker: the footnote's marker, "7" or "*"
 * @offset: where it stands: bytes from the start of the paragraph's wording, which does not hold the marker itself
 */
typedef struct {
  char *marker;
  gsize offset;
} AgreedFootnoteMark;

#define AGREED_TYPE_PARAGRAPH (agreed_paragraph_get_type ())
G_DECLARE_FINAL_TYPE (AgreedParagraph, agreed_paragraph, AGREED, PARAGRAPH, GObject)

/* The wording is never changed after it is made; label, kind and wording are what a paragraph is. */
AgreedParagraph *agreed_paragraph_new (AgreedParagraphKind  kind,
                                       const char          *label,
                                       const char          *wording);

AgreedParagraphKind agreed_paragraph_get_kind    (AgreedParagraph *self);
const char         *agreed_paragraph_get_label   (AgreedParagraph *self);
const char         *agreed_paragraph_get_wording (AgreedParagraph *self);

/* Whether the wording holds a table: its rows are lines of the wording, their cells parted by tabs. Any other wording is in
 * one line. */
gboolean agreed_paragraph_has_table (AgreedParagraph *self);

/* 0 for a paragraph, 1 for its sub-paragraph (a), 2 for (i) under that. Follows from the label. */
guint agreed_paragraph_get_depth (AgreedParagraph *self);

/* Bytes at the start of the wording that are its opening words ("Recalling also", 又回顾); 0 where none were recognised. */
gsize agreed_paragraph_get_opening (AgreedParagraph *self);
void  agreed_paragraph_set_opening (AgreedParagraph *self,
                                    gsize            length);

/* What is printed above it as a heading of its section, lines parted by "\n"; NULL where there is none. No part of the
 * wording. */
const char *agreed_paragraph_get_heading (AgreedParagraph *self);
void        agreed_paragraph_set_heading (AgreedParagraph *self,
                                          const char      *heading);

/* Marks are kept in the order in which they are added; offsets ascend. */
void                      agreed_paragraph_add_mark  (AgreedParagraph *self,
                                                      const char      *marker,
                                                      gsize            offset);
const AgreedFootnoteMark *agreed_paragraph_get_marks (AgreedParagraph *self,
                                                      guint           *n_marks);

/* What a word processor kept of who changed the wording: kept in the order in which they are added; starts ascend, and
 * none goes beyond the wording. */
void                       agreed_paragraph_add_tracked_change  (AgreedParagraph *self,
                                                                 gboolean         inserted,
                                                                 gsize            start,
                                                                 gsize            length,
                                                                 const char      *author,
                                                                 const char      *date);
const AgreedTrackedChange *agreed_paragraph_get_tracked_changes (AgreedParagraph *self,
                                                                 guint           *n_changes);

/* What a delegate adds: list of AgreedTag, list of AgreedNote. Owned by the paragraph; the project changes them. */
GListStore *agreed_paragraph_get_tags  (AgreedParagraph *self);
GListStore *agreed_paragraph_get_notes (AgreedParagraph *self);

/* Who brings the tags up to date when somebody asks for them the next time: called once, in the thread that asks, before
 * they are handed out. NULL: they are up to date. */
typedef void (*AgreedParagraphFill) (AgreedParagraph *self,
                                     gpointer         data);
void agreed_paragraph_set_fill (AgreedParagraph     *self,
                                AgreedParagraphFill  fill,
                                gpointer             data);

G_END_DECLS
