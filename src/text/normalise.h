/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What two wordings are compared by. White space is one space, and none beside Chinese letters or at the ends; widths,
 * quotation marks, hyphens, Chinese, Arabic and Western punctuation, and digits of all scripts are one
 * (agreed_character_fold()); letters with marks are composed (NFC); soft hyphens, tatweel, Arabic vowel signs and marks
 * of direction are dropped. To find terms in a text: normalise both with @fold_case, search, and ask for the range. */

/**
 * AgreedNormal:
 * @text: the normalised wording, valid UTF-8, ends in NUL
 * @length: its bytes
 * @origins: for each byte of @text the byte of the original where its character starts; rises or stays, never falls
 */
typedef struct {
  char *text;
  gsize length;
  guint32 *origins;
  const char *original; /* borrowed; read by agreed_normal_get_range() */
  gsize original_length;
} AgreedNormal;

/* @text: valid UTF-8, under 4 GB, must outlive the result. @length: bytes, or -1 up to NUL. Returns: (transfer full) */
AgreedNormal *agreed_normal_new (const char *text,
                                 gssize      length,
                                 gboolean    fold_case);

/* The bytes of the original that @length bytes of the normalised text from @start on stand for, whole characters with
 * their marks. */
void agreed_normal_get_range (const AgreedNormal *self,
                              gsize               start,
                              gsize               length,
                              gsize              *original_start,
                              gsize              *original_length);

void agreed_normal_free (AgreedNormal *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedNormal, agreed_normal_free)

/* Only the text of it. Returns: (transfer full) */
char *agreed_normalise (const char *text,
                        gssize      length,
                        gboolean    fold_case);

/* A number for what a stretch of wording is compared as, white space left out altogether: equal wordings have equal
 * keys on any machine; that two others share one is as good as impossible by chance (64 bits, so some 10^-7 among a
 * million different words). @folded: (out) (optional): the same without regard to case. */
guint64 agreed_normalise_key (const char *text,
                              gsize       length,
                              guint64    *folded);

G_END_DECLS
