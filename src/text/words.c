/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "words.h"

#include "character.h"
#include "han-words.h"
#include "normalise.h"
#include "numerals.h"
#include "symbol.h"

#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/utf16.h>

/* Scripts that set spaces between words are scanned here, by Unicode Standard Annex 29 (rules WB4 to WB13) but for
 * what words.h says of hyphens, elisions and full stops: ICU's iterator takes some fifty times as long for the same
 * result. For scripts without spaces there is ICU's dictionary. */

/* Longer "words" are noise and may be cut; the length of a token has 16 bits. */
#define LONGEST_TOKEN 4096

/* Pieces longer than this are given to the dictionary in parts, so that its tables stay small. */
#define LONGEST_PIECE 4096

/* Clauses come again, in the other text, in the next paragraph; the dictionary takes ten times as long as a look-up. A
 * clause has one slot, and the next that falls into it takes its place, so that memory stays bounded. */
#define N_REMEMBERED       4096
#define LONGEST_REMEMBERED 512

typedef struct {
  char *piece;
  AgreedToken *tokens; /* starts count from the piece's */
  guint16 length;
  guint16 n_tokens;
} Remembered;

/* One a thread: opening an iterator reads its rules, which takes longer than thousands of paragraphs. */
typedef struct {
  UBreakIterator *iterator;
  char *language;
  GArray *units; /* UChar */
  Remembered *remembered;
} Breaker;

static void
forget (Breaker *breaker)
{
  for (guint i = 0; i < N_REMEMBERED; i++)
    {
      g_clear_pointer (&breaker->remembered[i].piece, g_free);
      g_clear_pointer (&breaker->remembered[i].tokens, g_free);
    }
}

static void
breaker_free (gpointer data)
{
  Breaker *breaker = data;

  if (breaker->iterator)
    ubrk_close (breaker->iterator);
  g_free (breaker->language);
  g_array_unref (breaker->units);
  forget (breaker);
  g_free (breaker->remembered);
  g_free (breaker);
}

static GPrivate thread_breaker = G_PRIVATE_INIT (breaker_free);

static Breaker *
get_breaker (const char *language)
{
  Breaker *breaker = g_private_get (&thread_breaker);
  UErrorCode status = U_ZERO_ERROR;

  if (!breaker)
    {
      breaker = g_new0 (Breaker, 1);
      breaker->units = g_array_new (FALSE, FALSE, sizeof (UChar));
      breaker->remembered = g_new0 (Remembered, N_REMEMBERED);
      g_private_set (&thread_breaker, breaker);
    }
  if (!breaker->iterator || g_strcmp0 (breaker->language, language) != 0)
    {
      forget (breaker);
      g_clear_pointer (&breaker->iterator, ubrk_close);
      g_set_str (&breaker->language, language);
      breaker->iterator = ubrk_open (UBRK_WORD, language ? language : "", NULL, 0, &status);
      if (U_FAILURE (status))
        g_clear_pointer (&breaker->iterator, ubrk_close);
    }

  return breaker;
}

typedef struct {
  const char *text;
  const char *language;
  GArray *tokens;
} Scan;

static inline gunichar
at (const char *p)
{
  return agreed_character_at (p);
}

static inline AgreedCharacterClass
class_at (const char *p)
{
  return agreed_character_get_class (at (p));
}

static void
add (Scan           *scan,
     const char     *start,
     const char     *end,
     AgreedTokenKind kind)
{
  AgreedToken token = { .kind = kind, .start = start - scan->text, .length = end - start };
  guint letters = 0;

  for (const char *p = start; p < end && letters < 255; p = g_utf8_next_char (p))
    {
      AgreedCharacterClass class = class_at (p);

      letters += class != AGREED_CHARACTER_SPACE && class != AGREED_CHARACTER_DROPPED && class != AGREED_CHARACTER_MARK;
    }
  token.letters = letters;
  token.key = agreed_normalise_key (start, token.length, &token.folded);
  g_array_append_val (scan->tokens, token);
}

/* Marks and what counts for nothing stay with the character before them. */
static const char *
skip_marks (const char *p)
{
  const char *limit = p + LONGEST_TOKEN;

  while (*p != '\0' && p < limit)
    {
      AgreedCharacterClass class;

      if ((guchar) *p < 0x80)
        break;
      class = class_at (p);
      if (class != AGREED_CHARACTER_MARK && class != AGREED_CHARACTER_DROPPED)
        break;
      p = g_utf8_next_char (p);
    }

  return p;
}

static gboolean
has_mark (const char *p,
          const char *end)
{
  for (; p < end; p = g_utf8_next_char (p))
    if (class_at (p) == AGREED_CHARACTER_MARK)
      return TRUE;

  return FALSE;
}

static gboolean
is_joining_hyphen (gunichar c)
{
  return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Whether the letters up to an apostrophe are an article or particle that French sets before a vowel. */
static gboolean
is_elided (const char *start,
           const char *end)
{
  static const char *const elided[] = { "l", "d", "j", "m", "n", "s", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu" };

  for (gsize i = 0; i < G_N_ELEMENTS (elided); i++)
    if (strlen (elided[i]) == (gsize) (end - start) && g_ascii_strncasecmp (start, elided[i], end - start) == 0)
      return TRUE;

  return FALSE;
}

/* @p: at a letter. */
static const char *
word_end (const char *start)
{
  const char *p = start;

  while (p - start < LONGEST_TOKEN)
    {
      AgreedCharacterClass class = class_at (p);
      gunichar c;

      if (class == AGREED_CHARACTER_LETTER || class == AGREED_CHARACTER_DIGIT || class == AGREED_CHARACTER_MARK ||
          (class == AGREED_CHARACTER_DROPPED && *p != '\0') || *p == '_')
        {
          p = g_utf8_next_char (p);
          continue;
        }

      c = at (p);
      if (agreed_character_fold (c) == '\'' && class_at (g_utf8_next_char (p)) == AGREED_CHARACTER_LETTER)
        {
          if (is_elided (start, p))
            return g_utf8_next_char (p);
        }
      else if (!is_joining_hyphen (c) || (class_at (g_utf8_next_char (p)) != AGREED_CHARACTER_LETTER &&
                                          class_at (g_utf8_next_char (p)) != AGREED_CHARACTER_DIGIT))
        {
          break;
        }
      p = g_utf8_next_char (p);
    }

  return p;
}

/* A sign with what Unicode Standard Annex 29 keeps with it (GB9, GB11, GB12): joined emoji, skin tones, pairs that make
 * a flag. */
static const char *
sign_end (const char *p)
{
  gunichar c = at (p);
  const char *end = skip_marks (g_utf8_next_char (p));

  if (c >= 0x1f1e6 && c <= 0x1f1ff && at (end) >= 0x1f1e6 && at (end) <= 0x1f1ff)
    end = skip_marks (g_utf8_next_char (end));
  while (end - p < LONGEST_TOKEN)
    {
      gboolean joined = agreed_character_at (g_utf8_prev_char (end)) == 0x200d && class_at (end) == AGREED_CHARACTER_SIGN;
      gboolean skin = at (end) >= 0x1f3fb && at (end) <= 0x1f3ff;

      if (!joined && !skin)
        break;
      end = skip_marks (g_utf8_next_char (end));
    }

  return end;
}

/* Tokens of a stretch without spaces, by the dictionary; where there is none, character by character. */
static void
break_piece (Scan       *scan,
             Breaker    *breaker,
             const char *start,
             const char *end)
{
  GArray *units = breaker->units;
  UErrorCode status = U_ZERO_ERROR;
  const char *p = start;
  UChar *unit;
  int32_t from = 0, to;

  if (g_utf8_next_char (start) == end || !breaker->iterator)
    {
      for (; p < end; p = g_utf8_next_char (p))
        add (scan, p, g_utf8_next_char (p), AGREED_TOKEN_WORD);
      return;
    }

  /* No character takes more units than bytes. */
  g_array_set_size (units, end - start);
  unit = (UChar *) (void *) units->data;
  for (const char *q = start; q < end; q = g_utf8_next_char (q))
    {
      gunichar c = agreed_character_at (q);

      if (c < 0x10000)
        {
          *unit++ = c;
          continue;
        }
      *unit++ = U16_LEAD (c);
      *unit++ = U16_TRAIL (c);
    }
  ubrk_setText (breaker->iterator, (const UChar *) (void *) units->data, unit - (UChar *) (void *) units->data, &status);
  while ((to = ubrk_next (breaker->iterator)) != UBRK_DONE)
    {
      const char *word = p;

      for (; from < to && p < end; p = g_utf8_next_char (p))
        from += agreed_character_at (p) < 0x10000 ? 1 : 2;
      add (scan, word, p, AGREED_TOKEN_WORD);
    }
  if (p < end)
    add (scan, p, end, AGREED_TOKEN_WORD);
}

static guint
slot_of (const char *start,
         const char *end)
{
  guint32 hash = 2166136261u;

  for (const char *p = start; p < end; p++)
    hash = (hash ^ (guchar) *p) * 16777619u;

  return (hash ^ (hash >> 16)) % N_REMEMBERED;
}

static void
add_piece (Scan       *scan,
           const char *start,
           const char *end)
{
  Breaker *breaker = get_breaker (scan->language);
  gsize length = end - start, offset = start - scan->text;
  Remembered *slot = length <= LONGEST_REMEMBERED ? &breaker->remembered[slot_of (start, end)] : NULL;
  guint first = scan->tokens->len;

  if (slot && slot->piece && slot->length == length && memcmp (slot->piece, start, length) == 0)
    {
      g_array_append_vals (scan->tokens, slot->tokens, slot->n_tokens);
      for (guint i = first; i < scan->tokens->len; i++)
        g_array_index (scan->tokens, AgreedToken, i).start += offset;
      return;
    }

  break_piece (scan, breaker, start, end);
  if (!slot)
    return;

  g_free (slot->piece);
  g_free (slot->tokens);
  slot->piece = g_memdup2 (start, length);
  slot->length = length;
  slot->n_tokens = scan->tokens->len - first;
  slot->tokens = g_memdup2 (&g_array_index (scan->tokens, AgreedToken, first), slot->n_tokens * sizeof (AgreedToken));
  for (guint i = 0; i < slot->n_tokens; i++)
    slot->tokens[i].start -= offset;
}

/* A stretch of Han or the like up to the next numeral or other script. Returns: its end */
static const char *
scan_piece (Scan       *scan,
            const char *start)
{
  const char *p = start, *piece = start;
  AgreedTokenKind kind;
  gsize length;

  while (*p != '\0' && p - start < LONGEST_PIECE)
    {
      AgreedCharacterClass class = class_at (p);

      if (class != AGREED_CHARACTER_DICTIONARY && !(p > start && class == AGREED_CHARACTER_MARK))
        break;
      if (p > start && agreed_numeral_may_start (at (p)) && agreed_numeral_scan (p, &kind) > 0)
        break;
      if ((length = agreed_han_word_scan (p)) > 0)
        {
          if (p > piece)
            add_piece (scan, piece, p);
          p += length;
          add (scan, p - length, p, AGREED_TOKEN_WORD);
          piece = p;
          continue;
        }
      p = g_utf8_next_char (p);
    }
  if (p > piece)
    add_piece (scan, piece, p);

  return p;
}

/* The symbol or numeral that begins at @p, or NULL. */
static const char *
scan_numeral (Scan       *scan,
              const char *p,
              gunichar    previous)
{
  gboolean digit = class_at (p) == AGREED_CHARACTER_DIGIT;
  AgreedTokenKind kind = AGREED_TOKEN_SYMBOL;
  gsize length = 0;

  if (digit || g_ascii_isupper (*p))
    length = agreed_symbol_scan (p, previous);
  if (length == 0 && (digit || agreed_numeral_may_start (at (p))))
    length = agreed_numeral_scan (p, &kind);
  if (length == 0 || length > LONGEST_TOKEN)
    return NULL;

  add (scan, p, skip_marks (p + length), kind);

  return skip_marks (p + length);
}

static const char *
scan_token (Scan       *scan,
            const char *p,
            gunichar    previous)
{
  const char *end = scan_numeral (scan, p, previous);

  if (end)
    return end;

  switch (class_at (p))
    {
    case AGREED_CHARACTER_SPACE:
    case AGREED_CHARACTER_DROPPED:
      return g_utf8_next_char (p);
    case AGREED_CHARACTER_LETTER:
    case AGREED_CHARACTER_DIGIT:
      end = word_end (p);
      add (scan, p, end, AGREED_TOKEN_WORD);
      return end;
    case AGREED_CHARACTER_DICTIONARY:
      return scan_piece (scan, p);
    case AGREED_CHARACTER_PUNCTUATION:
      /* With a mark of its own it is no mere punctuation. */
      end = skip_marks (g_utf8_next_char (p));
      add (scan, p, end, has_mark (p, end) ? AGREED_TOKEN_SIGN : AGREED_TOKEN_PUNCTUATION);
      return end;
    case AGREED_CHARACTER_MARK:
    case AGREED_CHARACTER_SIGN:
    default:
      end = sign_end (p);
      add (scan, p, end, AGREED_TOKEN_SIGN);
      return end;
    }
}

AgreedWords *
agreed_words_new (const char *text,
                  const char *language)
{
  g_autoptr (GArray) tokens = NULL;
  AgreedWords *self;
  Scan scan = { text, language, NULL };
  gsize length, n_tokens;
  gunichar previous = 0;

  g_return_val_if_fail (text != NULL, NULL);

  length = strlen (text);
  scan.tokens = tokens = g_array_sized_new (FALSE, FALSE, sizeof (AgreedToken), length / 5 + 8);
  for (const char *p = text; *p != '\0'; )
    {
      p = scan_token (&scan, p, previous);
      previous = agreed_character_at (g_utf8_prev_char (p));
    }

  self = g_new0 (AgreedWords, 1);
  self->text = text;
  self->length = length;
  self->tokens = (AgreedToken *) (void *) g_array_steal (tokens, &n_tokens);
  self->n_tokens = agreed_numerals_join (text, self->tokens, n_tokens);

  return self;
}

/* The first token that begins at @position or behind it. */
static guint
find_token (const AgreedWords *self,
            gsize              position)
{
  guint low = 0, high = self->n_tokens;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->tokens[middle].start < position)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

AgreedWords *
agreed_words_slice (const AgreedWords *self,
                    gsize              start,
                    gsize              end)
{
  AgreedWords *slice;
  guint first, beyond;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (start <= end && end <= self->length, NULL);

  first = find_token (self, start);
  beyond = find_token (self, end);
  if (beyond > first && self->tokens[beyond - 1].start + self->tokens[beyond - 1].length > end)
    beyond--;

  slice = g_new0 (AgreedWords, 1);
  slice->text = self->text + start;
  slice->length = end - start;
  slice->opening = start == 0 ? MIN (self->opening, end) : 0;
  slice->n_tokens = beyond - first;
  slice->tokens = g_memdup2 (self->tokens + first, sizeof (AgreedToken) * slice->n_tokens);
  for (guint i = 0; i < slice->n_tokens; i++)
    slice->tokens[i].start -= start;

  return slice;
}

void
agreed_words_free (AgreedWords *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->tokens);
  g_free (self);
}
