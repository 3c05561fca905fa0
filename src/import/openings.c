/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "openings.h"

#include <string.h>

static const char *
skip_space (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

/* Adverbs before the head, as many as there are. */
static const char *
skip_before (const char             *text,
             const AgreedWordingSet *set)
{
  gsize length;

  while ((length = agreed_wording_match_any (text, set->before, NULL)) > 0)
    text = skip_space (text + length);

  return text;
}

static const char *
skip_after (const char             *text,
            const AgreedWordingSet *set)
{
  for (;;)
    {
      gsize length = agreed_wording_match_any (skip_space (text), set->after, NULL);

      if (length == 0)
        return text;
      text = skip_space (text) + length;
    }
}

/* The longest head counts, so that 强调指出 is not 强调. An adverb may also be the start of a head ("continuing", 再),
 * so heads are tried on the text as it is before adverbs are taken off. */
static AgreedOpening
match_heads (const char             *text,
             const AgreedWordingSet *set,
             gsize                  *length)
{
  gsize preambular = agreed_wording_match_any (text, set->preambular, NULL);
  gsize operative = agreed_wording_match_any (text, set->operative, NULL);

  *length = MAX (preambular, operative);
  if (*length == 0)
    return AGREED_OPENING_NONE;
  if (preambular == operative || g_str_equal (set->code, "zh"))
    return AGREED_OPENING_EITHER;

  return preambular > operative ? AGREED_OPENING_PREAMBULAR : AGREED_OPENING_OPERATIVE;
}

/* What negotiators put before a paragraph: a bracket that is open, "PP2 bis", "[OP3 alt]". */
static const char *
skip_signs (const char *text)
{
  static const char *const added[] = { "bis", "ter", "quater", "alt" };
  const char *p = text + strspn (text, "[");
  const char *label = p;

  if ((p[0] != 'P' && p[0] != 'O') || p[1] != 'P')
    return skip_space (p);
  p = skip_space (p + 2);
  if (!g_ascii_isdigit (*p))
    return skip_space (label);
  p = skip_space (p + strspn (p, "0123456789"));
  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    if (g_str_has_prefix (p, added[i]) && !g_ascii_isalpha (p[strlen (added[i])]))
      p = skip_space (p + strlen (added[i]));

  return skip_space (p + strspn (p, "].:["));
}

AgreedOpening
agreed_opening_scan (const char             *text,
                     const AgreedWordingSet *set,
                     gsize                  *length)
{
  const char *bare = skip_signs (text), *head = bare;
  gsize head_length = 0;
  AgreedOpening opening = match_heads (head, set, &head_length);

  if (opening == AGREED_OPENING_NONE)
    {
      head = skip_before (bare, set);
      if (head != bare)
        opening = match_heads (head, set, &head_length);
    }
  if (length != NULL)
    *length = opening == AGREED_OPENING_NONE ? 0 : skip_after (head + head_length, set) - text;

  return opening;
}

static gboolean
first_word_ends_in (const char *text,
                    const char *suffix)
{
  const char *end = text;

  while (*end != '\0' && g_unichar_isalpha (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);

  return (gsize) (end - text) >= strlen (suffix) + 3 && strncmp (end - strlen (suffix), suffix, strlen (suffix)) == 0;
}

AgreedOpening
agreed_opening_guess (const char             *text,
                      const AgreedWordingSet *set)
{
  static const struct {
    const char *code;
    const char *suffix;
  } forms[] = { { "en", "ing" }, { "fr", "ant" }, { "es", "ando" }, { "es", "iendo" }, { "ru", "ая" }, { "ru", "яя" }, { "ru", "ясь" } };
  AgreedOpening opening = agreed_opening_scan (text, set, NULL);
  const char *head = skip_before (skip_signs (text), set);

  for (guint i = 0; opening == AGREED_OPENING_NONE && i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (set->code, forms[i].code) && first_word_ends_in (head, forms[i].suffix))
      opening = AGREED_OPENING_PREAMBULAR;

  return opening;
}

gsize
agreed_opening_organ (const char             *text,
                      const AgreedWordingSet *set,
                      guint                  *organ)
{
  gsize length = agreed_wording_match_any (text, set->organs, organ);
  const char *after;

  if (length == 0)
    return 0;
  after = skip_space (text + length);
  switch (g_utf8_get_char (after))
    {
    case ',':
    case 0xff0c:
    case 0x060c:
    case 0x3001:
      return g_utf8_next_char (after) - text;
    default:
      return 0;
    }
}

gboolean
agreed_opening_names_organ (const AgreedBlock      *block,
          const AgreedWordingSet *set,
          guint                  *organ,
          gsize                  *length)
{
  const char *rest;

  if (block->kind != AGREED_BLOCK_WORDING || block->number != NULL)
    return FALSE;
  *length = agreed_opening_organ (block->wording, set, organ);
  if (*length == 0)
    return FALSE;
  rest = block->wording + *length;
  while (g_ascii_isspace (*rest))
    rest++;
  *length = rest - block->wording;

  return *rest == '\0' || (!g_unichar_islower (g_utf8_get_char (block->wording)) &&
                           agreed_opening_guess (rest, set) == AGREED_OPENING_PREAMBULAR);
}
