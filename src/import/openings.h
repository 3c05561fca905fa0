/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "block.h"
#include "wording.h"

G_BEGIN_DECLS

/**
 * AgreedOpening:
 * @AGREED_OPENING_NONE: no opening of a paragraph that is known
 * @AGREED_OPENING_PREAMBULAR: as preambular paragraphs begin, "Recalling"
 * @AGREED_OPENING_OPERATIVE: as operative paragraphs begin, "Decides"
 * @AGREED_OPENING_EITHER: the language has one form for both, 回顾
 */
typedef enum {
  AGREED_OPENING_NONE,
  AGREED_OPENING_PREAMBULAR,
  AGREED_OPENING_OPERATIVE,
  AGREED_OPENING_EITHER,
} AgreedOpening;

/* Which opening @text begins with. @length: its bytes, "Taking note with appreciation of"; may be NULL. Quotation marks
 * are not skipped. */
AgreedOpening agreed_opening_scan (const char             *text,
                                   const AgreedWordingSet *set,
                                   gsize                  *length);

/* The same, and beyond the known heads whatever has the grammatical form of one: English "-ing", French "-ant", Spanish
 * "-ndo", Russian "-я", Arabic إذ. Says nothing about how long it is. */
AgreedOpening agreed_opening_guess (const char             *text,
                                    const AgreedWordingSet *set);

/* Bytes of "The General Assembly," at the start of @text, the comma included; 0 where no organ's name and comma is. */
gsize agreed_opening_organ (const char             *text,
                            const AgreedWordingSet *set,
                            guint                  *organ);

/* The name of the organ at the start of a block; the block must hold nothing else, or go on as a preamble does. */
gboolean
agreed_opening_names_organ (const AgreedBlock      *block,
          const AgreedWordingSet *set,
          guint                  *organ,
          gsize                  *length);

G_END_DECLS
