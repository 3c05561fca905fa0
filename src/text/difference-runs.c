/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "difference-private.h"

#include "moved-words.h"

/* From places of change to runs: punctuation and white space are given to one run or the other, and what was moved is
 * told apart. */

/* The tokens of one side at one place of change: punctuation after the last match, the changed tokens, punctuation up
 * to the next match. Where nothing is changed on this side, start and end are one and still to be put somewhere. */
typedef struct {
  const AgreedWords *words;
  guint first;  /* after the match before */
  guint start;  /* of the change */
  guint end;
  guint beyond; /* the match after, or the number of tokens */
} Stretch;

static void
stretch_init (Stretch    *stretch,
              const Side *side,
              guint       start,
              guint       end)
{
  stretch->words = side->words;
  stretch->first = start > 0 ? side->tokens[start - 1] + 1 : 0;
  stretch->beyond = side->tokens[end];
  stretch->start = start < end ? side->tokens[start] : stretch->first;
  stretch->end = start < end ? side->tokens[end - 1] + 1 : stretch->first;
}

static gboolean
same_token (const Stretch *a,
            guint          i,
            const Stretch *b,
            guint          j)
{
  return a->words->tokens[i].key == b->words->tokens[j].key;
}

/* Punctuation before and after a replacement: what has a counterpart on the other side, from outside inwards, is equal;
 * what has none ("(" where a bracket is new) goes with the change. */
static void
settle_replacement (Stretch *older,
                    Stretch *newer)
{
  guint n;

  n = MIN (older->start - older->first, newer->start - newer->first);
  older->start = older->first + n;
  newer->start = newer->first + n;
  n = MIN (older->beyond - older->end, newer->beyond - newer->end);
  older->end = older->beyond - n;
  newer->end = newer->beyond - n;
}

/* The same where only @full has changed words. The punctuation of @empty stands before or after them: as much as agrees
 * is taken from the left, then from the right, then as much as there is room for in the other's. */
static void
settle_insertion (Stretch *empty,
                  Stretch *full)
{
  guint n_left = full->start - full->first, n_right = full->beyond - full->end;
  guint n = empty->beyond - empty->first, left = 0, right = 0;

  while (left < MIN (n, n_left) && same_token (empty, empty->first + left, full, full->first + left))
    left++;
  while (right < MIN (n - left, n_right) && same_token (empty, empty->beyond - right - 1, full, full->beyond - right - 1))
    right++;
  while (left + right < n && right < n_right)
    right++;
  while (left + right < n && left < n_left)
    left++;

  empty->start = empty->first + left;
  empty->end = empty->beyond - right;
  full->start = full->first + left;
  full->end = full->beyond - right;
}

static gsize
end_of_token (const AgreedWords *words,
              guint              token_after)
{
  const AgreedToken *token;

  if (token_after == 0)
    return 0;
  token = &words->tokens[token_after - 1];

  return token->start + token->length;
}

static gsize
start_of_token (const AgreedWords *words,
                guint              token)
{
  return token < words->n_tokens ? words->tokens[token].start : words->length;
}

/* The bytes of a stretch's change. White space on either side of it belongs to what is around; where a word comes in
 * between two others one of the two spaces comes with it, and that is the one before it: a line drawn under it, or
 * through it, then ends with the word. */
static void
measure (const Stretch *stretch,
         const Stretch *other,
         gsize         *start,
         gsize         *end)
{
  gboolean here = stretch->start < stretch->end;
  const Stretch *full = here ? stretch : other;
  gsize gap_start, gap_end, before, after;
  gboolean space_before, space_after;

  before = end_of_token (full->words, full->start);
  *start = start_of_token (full->words, full->start);
  *end = end_of_token (full->words, full->end);
  after = start_of_token (full->words, full->end);
  if (here && other->start < other->end)
    return;

  space_before = before < *start;
  space_after = *end < after;
  gap_start = end_of_token (here ? other->words : stretch->words, here ? other->start : stretch->start);
  gap_end = start_of_token (here ? other->words : stretch->words, here ? other->end : stretch->end);
  if (!here)
    {
      *start = *end = space_before && !space_after ? gap_end : gap_start;
      return;
    }
  if (gap_start == gap_end || (space_before && space_after))
    *start = before;
  if (gap_start == gap_end)
    *end = after;
}

static void
add_run (GArray       *runs,
         AgreedRunKind kind,
         gsize         older_start,
         gsize         older_end,
         gsize         newer_start,
         gsize         newer_end)
{
  AgreedRun run = { kind, older_start, older_end - older_start, newer_start, newer_end - newer_start, FALSE, 0 };

  if (run.older_length > 0 || run.newer_length > 0)
    g_array_append_val (runs, run);
}

/* What was moved away from one side, or to it, in the order of that side. */
typedef struct {
  guint start; /* aligned words */
  guint end;
  guint number; /* of the phrase */
} Phrase;

/* A side's runs of one kind while they are made. */
typedef struct {
  const Side *side;
  AgreedRunKind kind;
  GArray *phrases; /* Phrase */
  guint next;      /* of them */
  guint *places;   /* for each phrase its run */
} Writer;

static void
add_changed_run (Writer *writer,
                 GArray *runs,
                 gsize   start,
                 gsize   end,
                 gsize   other)
{
  if (writer->kind == AGREED_RUN_DELETED)
    add_run (runs, writer->kind, start, end, other, other);
  else
    add_run (runs, writer->kind, other, other, start, end);
}

/* The runs of a place of change, on one side: @first to @last are its aligned words, @start to @end its bytes, @other where
 * it stands on the other side. */
static void
add_changed_runs (Writer *writer,
                  GArray *runs,
                  guint   first,
                  guint   last,
                  gsize   start,
                  gsize   end,
                  gsize   other)
{
  const Side *side = writer->side;

  for (; writer->next < writer->phrases->len; writer->next++)
    {
      const Phrase *phrase = &g_array_index (writer->phrases, Phrase, writer->next);
      gsize phrase_start, phrase_end;

      if (phrase->start >= last)
        break;
      phrase_start = phrase->start == first ? start : start_of_token (side->words, side->tokens[phrase->start]);
      phrase_end = phrase->end == last ? end : end_of_token (side->words, side->tokens[phrase->end - 1] + 1);
      add_changed_run (writer, runs, start, phrase_start, other);
      writer->places[phrase->number] = runs->len;
      add_changed_run (writer, runs, phrase_start, phrase_end, other);
      first = phrase->end;
      start = phrase_end;
    }
  add_changed_run (writer, runs, start, end, other);
}

static guint *
number_changes (const GArray *changes,
                guint         n,
                gboolean      newer)
{
  guint *numbers = g_new0 (guint, n + 1);

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);

      for (guint k = newer ? change->newer_start : change->older_start; k < (newer ? change->newer_end : change->older_end); k++)
        numbers[k] = i + 1;
    }

  return numbers;
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const Phrase *x = a, *y = b;

  return x->start < y->start ? -1 : x->start > y->start;
}

/* Fills the writers' phrases. Returns: how many there are */
static guint
find_moved (const Side   *older,
            const Side   *newer,
            const GArray *changes,
            Writer       *deleted,
            Writer       *inserted)
{
  g_autofree guint *older_numbers = number_changes (changes, older->n_aligned, FALSE);
  g_autofree guint *newer_numbers = number_changes (changes, newer->n_aligned, TRUE);
  AgreedChangedWords older_words = { older->aligned, older_numbers, older->n_aligned };
  AgreedChangedWords newer_words = { newer->aligned, newer_numbers, newer->n_aligned };
  g_autoptr (GArray) moved = changes->len > 1 ? agreed_moved_words_find (&older_words, &newer_words) : NULL;
  guint n = moved ? moved->len : 0;

  *deleted = (Writer) { older, AGREED_RUN_DELETED, g_array_new (FALSE, FALSE, sizeof (Phrase)), 0, g_new (guint, n + 1) };
  *inserted = (Writer) { newer, AGREED_RUN_INSERTED, g_array_new (FALSE, FALSE, sizeof (Phrase)), 0, g_new (guint, n + 1) };
  for (guint i = 0; i < n; i++)
    {
      const AgreedMovedWords *words = &g_array_index (moved, AgreedMovedWords, i);
      Phrase away = { words->older, words->older + words->length, i };
      Phrase here = { words->newer, words->newer + words->length, i };

      g_array_append_val (deleted->phrases, away);
      g_array_append_val (inserted->phrases, here);
    }
  g_array_sort (inserted->phrases, compare_phrases);

  return n;
}

static void
join_partners (GArray *runs,
               Writer *deleted,
               Writer *inserted,
               guint   n_moved)
{
  for (guint i = 0; i < n_moved; i++)
    {
      AgreedRun *away = &g_array_index (runs, AgreedRun, deleted->places[i]);
      AgreedRun *here = &g_array_index (runs, AgreedRun, inserted->places[i]);

      away->moved = here->moved = TRUE;
      away->partner = inserted->places[i];
      here->partner = deleted->places[i];
    }
  g_array_unref (deleted->phrases);
  g_array_unref (inserted->phrases);
  g_free (deleted->places);
  g_free (inserted->places);
}

GArray *
agreed_changes_make_runs (const Side *older,
                          const Side *newer,
                          GArray     *changes)
{
  GArray *runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));
  gsize older_done = 0, newer_done = 0;
  Writer deleted, inserted;
  guint n_moved = find_moved (older, newer, changes, &deleted, &inserted);

  for (guint i = 0; i < changes->len; i++)
    {
      const Change *change = &g_array_index (changes, Change, i);
      Stretch in_older, in_newer;
      gsize older_start, older_end, newer_start, newer_end;

      stretch_init (&in_older, older, change->older_start, change->older_end);
      stretch_init (&in_newer, newer, change->newer_start, change->newer_end);
      if (change->older_start == change->older_end)
        settle_insertion (&in_older, &in_newer);
      else if (change->newer_start == change->newer_end)
        settle_insertion (&in_newer, &in_older);
      else
        settle_replacement (&in_older, &in_newer);
      measure (&in_older, &in_newer, &older_start, &older_end);
      measure (&in_newer, &in_older, &newer_start, &newer_end);

      add_run (runs, AGREED_RUN_EQUAL, older_done, older_start, newer_done, newer_start);
      add_changed_runs (&deleted, runs, change->older_start, change->older_end, older_start, older_end, newer_start);
      add_changed_runs (&inserted, runs, change->newer_start, change->newer_end, newer_start, newer_end, older_end);
      older_done = older_end;
      newer_done = newer_end;
    }
  add_run (runs, AGREED_RUN_EQUAL, older_done, older->words->length, newer_done, newer->words->length);
  join_partners (runs, &deleted, &inserted, n_moved);

  return runs;
}
