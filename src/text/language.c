/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "language.h"

#include <string.h>

/* As much as is looked at: enough for any resolution's first pages. */
#define ENOUGH_BYTES (256 * 1024)

typedef struct {
  guint han;
  guint arabic;
  guint cyrillic;
  guint latin;
  guint words[3];
} Counts;

static const char *const latin_languages[] = { "en", "es", "fr" };

/* Words that are frequent in the one language and no words, or rare ones, in the other two. */
static const char *const common_words[] = {
  " the of and to its with for that on by which as at ",
  " la los las el y del que para por con su sus una al ",
  " le les des et du dans qui aux pour est une sur au ",
};

static void
count_word (Counts     *counts,
            const char *word,
            gsize       length)
{
  char padded[16];

  if (length == 0 || length > sizeof padded - 3)
    return;
  padded[0] = ' ';
  for (gsize i = 0; i < length; i++)
    padded[i + 1] = g_ascii_tolower (word[i]);
  padded[length + 1] = ' ';
  padded[length + 2] = '\0';
  for (guint i = 0; i < G_N_ELEMENTS (common_words); i++)
    counts->words[i] += strstr (common_words[i], padded) != NULL;
}

static void
count_letter (Counts   *counts,
              gunichar  c)
{
  if (c < 0x0250)
    counts->latin += g_unichar_isalpha (c);
  else if (c >= 0x0400 && c < 0x0530)
    counts->cyrillic++;
  else if ((c >= 0x0600 && c < 0x0780) || (c >= 0xfb50 && c < 0xfdff) || (c >= 0xfe70 && c < 0xfeff))
    counts->arabic++;
  else if ((c >= 0x3400 && c < 0xa000) || (c >= 0xf900 && c < 0xfb00) || (c >= 0x20000 && c < 0x32000))
    counts->han++;
}

static const char *
latin_language (const Counts *counts)
{
  guint best = 0;

  for (guint i = 1; i < G_N_ELEMENTS (latin_languages); i++)
    if (counts->words[i] > counts->words[best])
      best = i;

  return counts->words[best] > 0 ? latin_languages[best] : NULL;
}

const char *
agreed_language_detect (const char *text,
                        gssize      length)
{
  Counts counts = { 0 };
  const char *end, *word = NULL;
  guint most;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + MIN (length < 0 ? strnlen (text, ENOUGH_BYTES) : (gsize) length, ENOUGH_BYTES);
  for (const char *p = text; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      count_letter (&counts, c);
      if (g_unichar_isalpha (c))
        {
          word = word != NULL ? word : p;
          continue;
        }
      if (word != NULL)
        count_word (&counts, word, p - word);
      word = NULL;
    }
  if (word != NULL)
    count_word (&counts, word, end - word);

  /* A Chinese word takes two characters where a Latin one takes six; names and symbols are Latin in every language. */
  most = MAX (MAX (counts.han * 3, counts.latin), MAX (counts.cyrillic, counts.arabic));
  if (most == 0)
    return NULL;
  if (most == counts.han * 3)
    return "zh";
  if (most == counts.arabic)
    return "ar";
  if (most == counts.cyrillic)
    return "ru";

  return latin_language (&counts);
}

gboolean
agreed_language_is_unspaced (const char *language)
{
  return language != NULL && g_str_has_prefix (language, "zh");
}
