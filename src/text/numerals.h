/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "words.h"

G_BEGIN_DECLS

/* Numbers, dates and ordinals, which words.c keeps whole. First those that can be told from the characters, then those
 * that several words make together. */

/* The bytes at the start of @text, which opens with a digit, 第 or a Chinese numeral, that are one number, date or
 * ordinal: 0 where a lone numeral (一) had better be left to the dictionary. */
gsize agreed_numeral_scan (const char      *text,
                           AgreedTokenKind *kind);

/* Whether a Chinese number or ordinal may begin with @c. */
static inline gboolean
agreed_numeral_may_start (gunichar c)
{
  switch (c)
    {
    case 0x7b2c: /* 第 */
    case 0x4e00: /* 一 */
    case 0x4e8c:
    case 0x4e09:
    case 0x56db:
    case 0x4e94:
    case 0x516d:
    case 0x4e03:
    case 0x516b:
    case 0x4e5d:
    case 0x5341:
    case 0x767e:
    case 0x5343:
    case 0x4e07:
    case 0x4ebf: /* 亿 */
    case 0x96f6:
    case 0x3007:
    case 0x4e24: /* 两 */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Joins tokens of @text that are one thing together, in place: "22" "December" "2011", "26" "per" "cent",
 * "sexagésimo" "sexto". Returns: how many tokens are left. */
guint agreed_numerals_join (const char  *text,
                            AgreedToken *tokens,
                            guint        n_tokens);

G_END_DECLS
