/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "difference-private.h"

#include "character.h"

/* Goes over the characters of a side's changed words, forwards or backwards, as they are compared. */
typedef struct {
  const Side *side;
  gboolean forward;
  guint n_words; /* words begun */
  guint most;
  const char *p;
  const char *end; /* of the word at hand, in the direction of going */
} Reader;

/* Returns: the next character that counts, 0 where there is none; white space and hyphens count for nothing here. */
static gunichar
read_character (Reader *reader,
                guint   first)
{
  for (;;)
    {
      gunichar c, fold;

      if (reader->p == reader->end)
        {
          const AgreedToken *token;

          if (reader->n_words == reader->most)
            return 0;
          token = &reader->side->words->tokens[reader->side->tokens[reader->forward ? first + reader->n_words
                                                                                    : first - reader->n_words - 1]];
          reader->n_words++;
          reader->p = reader->side->words->text + token->start + (reader->forward ? 0 : token->length);
          reader->end = reader->side->words->text + token->start + (reader->forward ? token->length : 0);
        }
      if (!reader->forward)
        reader->p = g_utf8_prev_char (reader->p);
      c = agreed_character_at (reader->p);
      fold = agreed_character_fold (c);
      if (reader->forward)
        reader->p = g_utf8_next_char (reader->p);
      if (fold != 0 && fold != ' ' && fold != '-')
        return fold == AGREED_CHARACTER_SEVERAL ? c : fold;
    }
}

/* Whether the word at hand has no more characters that count. */
static gboolean
is_at_end (const Reader *reader)
{
  const char *p = reader->p;

  while (p != reader->end)
    {
      const char *here = reader->forward ? p : g_utf8_prev_char (p);
      gunichar c = agreed_character_fold (agreed_character_at (here));

      if (c != 0 && c != ' ' && c != '-')
        return FALSE;
      p = reader->forward ? g_utf8_next_char (p) : here;
    }

  return TRUE;
}

/* The same letters may be set as other words: "h uman", "multistakeholder", and where ICU's dictionary cuts a clause in
 * another way because of what stands beside it. How many words at one end of a change are the same in this sense. */
static void
count_same_letters (const Side   *older,
                    const Side   *newer,
                    const Change *change,
                    gboolean      forward,
                    guint        *n_older,
                    guint        *n_newer)
{
  Reader a = { older, forward, 0, change->older_end - change->older_start, NULL, NULL };
  Reader b = { newer, forward, 0, change->newer_end - change->newer_start, NULL, NULL };

  *n_older = *n_newer = 0;
  for (;;)
    {
      gunichar c = read_character (&a, forward ? change->older_start : change->older_end);

      if (c == 0 || c != read_character (&b, forward ? change->newer_start : change->newer_end))
        return;
      if (is_at_end (&a) && is_at_end (&b))
        {
          *n_older = a.n_words;
          *n_newer = b.n_words;
          a.p = a.end;
          b.p = b.end;
        }
    }
}

void
agreed_changes_take_off_same_letters (const Side *older,
                                      const Side *newer,
                                      GArray     *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      Change change = g_array_index (changes, Change, i);
      guint n_older, n_newer;

      count_same_letters (older, newer, &change, TRUE, &n_older, &n_newer);
      change.older_start += n_older;
      change.newer_start += n_newer;
      count_same_letters (older, newer, &change, FALSE, &n_older, &n_newer);
      change.older_end -= n_older;
      change.newer_end -= n_newer;
      if (change.older_start < change.older_end || change.newer_start < change.newer_end)
        g_array_index (changes, Change, n++) = change;
    }
  g_array_set_size (changes, n);
}
