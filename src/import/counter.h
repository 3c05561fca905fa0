/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How a program prints the numbers of a list: the names are those of WordprocessingML (ECMA-376, ST_NumberFormat), of
 * which only those are here that one of the six languages uses. */
typedef enum {
  AGREED_COUNTER_NONE, /* bullets too */
  AGREED_COUNTER_DECIMAL,
  AGREED_COUNTER_DECIMAL_ZERO,
  AGREED_COUNTER_FULL_WIDTH,
  AGREED_COUNTER_ARABIC_INDIC,
  AGREED_COUNTER_CIRCLED,
  AGREED_COUNTER_LOWER_LETTER,
  AGREED_COUNTER_UPPER_LETTER,
  AGREED_COUNTER_LOWER_ROMAN,
  AGREED_COUNTER_UPPER_ROMAN,
  AGREED_COUNTER_LOWER_RUSSIAN,
  AGREED_COUNTER_UPPER_RUSSIAN,
  AGREED_COUNTER_ARABIC_ABJAD,
  AGREED_COUNTER_ARABIC_ALPHABET,
  AGREED_COUNTER_CHINESE,
  AGREED_COUNTER_CHINESE_DIGITS,
  AGREED_COUNTER_CHINESE_STEMS,
  AGREED_COUNTER_SIGNS, /* *, †, ‡, §, **, … */
} AgreedCounter;

/* By the name that WordprocessingML has for it, "lowerLetter"; decimal for one that is not known. */
AgreedCounter agreed_counter_from_word (const char *name);
/* By what OpenDocument writes, "1", "a", "I" or the beginning of a sequence: "一, 二, 三, ...", "а, б, .., аа, аб, ... (ru)". */
AgreedCounter agreed_counter_from_open (const char *format);

/* Returns: (transfer full): "12", "ab", "xii"; "" for none */
char *agreed_counter_print (AgreedCounter self,
                            guint         value);

G_END_DECLS
