/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "footnote.h"

G_BEGIN_DECLS

/* The text of a Word file, written from its beginning to its end. Every piece is of one of these tracks: */
typedef enum {
  AGREED_TRACK_KEPT,
  AGREED_TRACK_DELETED,
  AGREED_TRACK_INSERTED,
  AGREED_TRACK_MOVED_FROM,
  AGREED_TRACK_MOVED_TO,
} AgreedTrack;

typedef struct _AgreedDocxWriter AgreedDocxWriter;

/* @author: who made the tracked changes; @language: of the text, BCP 47 (nullable) */
AgreedDocxWriter *agreed_docx_writer_new  (const char       *author,
                                           const char       *language);
void              agreed_docx_writer_free (AgreedDocxWriter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedDocxWriter, agreed_docx_writer_free)

/* Into the open paragraph; @length: bytes, or -1. @opening: whether it is of the opening words. Tabs and line feeds, which tables
 * have, are kept. */
void    agreed_docx_writer_add_text      (AgreedDocxWriter *self,
                                          AgreedTrack       track,
                                          const char       *text,
                                          gssize            length,
                                          gboolean          opening);
/* The call of a footnote. Where both texts call it, it has both wordings, told apart; one that was called before is there
 * once. @marker: as printed; one that is no number is kept; @older, @newer: (nullable): neither is there where the text has
 * a mark and no footnote for it */
void    agreed_docx_writer_add_footnote  (AgreedDocxWriter *self,
                                          AgreedTrack       track,
                                          const char       *marker,
                                          AgreedFootnote   *older,
                                          AgreedFootnote   *newer);
/* @track: of the paragraph's end: one that is deleted or inserted joins what is before and after it; @move: what the two
 * ends of a move have in common, where @track is of one; @style: see docx-package.h; @depth: of its indent */
void    agreed_docx_writer_end_paragraph (AgreedDocxWriter *self,
                                          AgreedTrack       track,
                                          guint             move,
                                          const char       *style,
                                          guint             depth);
/* Paragraphs of their own, one a line: as both have it, or the older one's deleted and the newer one's inserted. Each may
 * be NULL. No paragraph may be open but one of nothing. */
void    agreed_docx_writer_add_lines     (AgreedDocxWriter *self,
                                          const char       *style,
                                          const char       *older,
                                          const char       *newer);

/* Returns: (transfer full): the whole file */
GBytes *agreed_docx_writer_finish        (AgreedDocxWriter *self);

G_END_DECLS
