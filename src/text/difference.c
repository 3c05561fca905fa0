/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "difference-private.h"

#include "character.h"

#include <string.h>

/* In three steps: the words that carry something are aligned, without the punctuation; the places of change that come
 * out are put where a person would put them; then punctuation and white space around them are given to one run or the
 * other. */

const char *
agreed_run_kind_to_string (AgreedRunKind kind)
{
  switch (kind)
    {
    case AGREED_RUN_EQUAL:
      return "equal";
    case AGREED_RUN_DELETED:
      return "deleted";
    case AGREED_RUN_INSERTED:
      return "inserted";
    default:
      g_return_val_if_reached (NULL);
    }
}

static gunichar
character_of (const AgreedWords *words,
              guint              token)
{
  return agreed_character_fold (agreed_character_at (words->text + words->tokens[token].start));
}

/* How strong a break can be (alignment.h). */
#define STRONGEST 3

/* Quotation marks break as strongly as the end of a sentence: what stands between them is one thing. */
static guint
strength_of (gunichar c)
{
  switch (c)
    {
    case '.':
    case ';':
    case '!':
    case '?':
    case '"':
    case 0x300a:
    case 0x300b:
    case 0xab:
    case 0xbb:
      return STRONGEST;
    case ',':
    case ':':
    case '(':
    case ')':
      return 2;
    default:
      return 1;
    }
}

/* How strong a break the punctuation before aligned word @i makes. */
static guint
boundary_before (const Side *side,
                 guint       i)
{
  guint strongest = 0;

  if (i == 0)
    return 3;
  for (guint token = side->tokens[i - 1] + 1; token < side->tokens[i]; token++)
    {
      gunichar c = character_of (side->words, token);
      strongest = MAX (strongest, strength_of (c));
    }

  return strongest;
}

/* How much a word says, in hundredths: the particles that tie others together are short in every language, so that it
 * goes by length, which needs no lists; numbers, dates and symbols say more than any word. */
static guint16
weight_of (const AgreedToken *token)
{
  switch ((AgreedTokenKind) token->kind)
    {
    case AGREED_TOKEN_SYMBOL:
    case AGREED_TOKEN_DATE:
      return 160;
    case AGREED_TOKEN_NUMBER:
    case AGREED_TOKEN_ORDINAL:
      return 100;
    case AGREED_TOKEN_SIGN:
      return 30;
    case AGREED_TOKEN_WORD:
    case AGREED_TOKEN_PUNCTUATION:
    default:
      /* Three bytes a letter: Han, where two are a full word. */
      if (token->length >= 3 * token->letters)
        return token->letters == 1 ? 40 : MIN (75 + 20 * token->letters, 150);
      return token->letters <= 3 ? 35 : token->letters <= 5 ? 75 : 100;
    }
}

static void
side_init (Side              *side,
           const AgreedWords *words)
{
  side->words = words;
  side->aligned = g_new (AgreedAlignWord, words->n_tokens + 1);
  side->tokens = g_new (guint, words->n_tokens + 1);
  side->sums = g_new (guint64, words->n_tokens + 1);
  side->sums[0] = 0;
  side->n_aligned = 0;
  for (guint i = 0; i < words->n_tokens; i++)
    if (agreed_token_is_content (&words->tokens[i]))
      {
        guint n = side->n_aligned++;

        side->tokens[n] = i;
        side->aligned[n].key = words->tokens[i].key;
        side->aligned[n].weight = weight_of (&words->tokens[i]);
        side->aligned[n].boundary = boundary_before (side, n);
        side->sums[n + 1] = side->sums[n] + side->aligned[n].weight;
      }
  side->tokens[side->n_aligned] = words->n_tokens;
}

static void
side_clear (Side *side)
{
  g_free (side->aligned);
  g_free (side->tokens);
  g_free (side->sums);
}

static GArray *
find_changes (const Side *older,
              const Side *newer)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (Change));
  g_autofree guint32 *matches = g_new (guint32, older->n_aligned + 1);
  Change change = { 0 };

  agreed_align (older->aligned, older->n_aligned, newer->aligned, newer->n_aligned, matches);
  for (guint i = 0; i <= older->n_aligned; i++)
    {
      gboolean end = i == older->n_aligned;

      if (!end && matches[i] == AGREED_UNMATCHED)
        continue;
      change.older_end = i;
      change.newer_end = end ? newer->n_aligned : matches[i];
      if (change.older_end > change.older_start || change.newer_end > change.newer_start)
        g_array_append_val (changes, change);
      change.older_start = i + 1;
      change.newer_start = change.newer_end + 1;
    }

  return changes;
}

static guint64
weigh (const Side *side,
       guint       start,
       guint       end)
{
  return side->sums[end] - side->sums[start];
}

static guint64
weigh_larger (const Side   *older,
              const Side   *newer,
              const Change *change)
{
  return MAX (weigh (older, change->older_start, change->older_end), weigh (newer, change->newer_start, change->newer_end));
}

/* In a passage that is written anew, a word or two that happen to stand in both read as confetti, though each would be
 * worth keeping between two small changes: up to two words in one or two places, with four times as much
 * changed on either side, and words both taken out and put in, go with the change. */
#define MOST_ABSORBED  200
#define TIMES_AS_MUCH  4
#define MOST_TOGETHER  3

/* Whether all that was kept between the first and the last of these changes is confetti: not where a sentence or a title
 * ends on both sides, as what follows is another matter. */
static gboolean
is_confetti (const Side   *older,
             const Side   *newer,
             const Change *first,
             const Change *last)
{
  guint64 kept = 0, deleted = 0, inserted = 0;

  for (const Change *change = first; change <= last; change++)
    {
      deleted += weigh (older, change->older_start, change->older_end);
      inserted += weigh (newer, change->newer_start, change->newer_end);
      if (change == last)
        break;
      if (MIN (older->aligned[change->older_end].boundary, newer->aligned[change->newer_end].boundary) == STRONGEST)
        return FALSE;
      kept += weigh (older, change->older_end, change[1].older_start);
    }

  return kept <= MOST_ABSORBED && MIN (deleted, inserted) >= TIMES_AS_MUCH * kept / 2 &&
         weigh_larger (older, newer, first) >= TIMES_AS_MUCH * weigh (older, first->older_end, first[1].older_start) &&
         weigh_larger (older, newer, last) >= TIMES_AS_MUCH * weigh (older, last[-1].older_end, last->older_start);
}

static void
absorb_confetti (const Side *older,
                 const Side *newer,
                 GArray     *changes)
{
  Change *all = (Change *) (void *) changes->data;
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      all[n++] = all[i];
      for (guint back = 1; back < MIN (n, MOST_TOGETHER); back++)
        {
          Change *first = &all[n - 1 - back], *last = &all[n - 1];

          if (!is_confetti (older, newer, first, last))
            continue;
          first->older_end = last->older_end;
          first->newer_end = last->newer_end;
          n -= back;
          back = 0;
        }
    }
  g_array_set_size (changes, n);
}

/* Farther than this nothing is slid: text that repeats longer than that is noise. */
#define LONGEST_SLIDE 64

static int
judge_place (const Side *side,
             guint       start,
             guint       end)
{
  return 2 * boundary_before (side, start) + (end < side->n_aligned ? boundary_before (side, end) : 3);
}

/* "the A of the B of" may as well be marked "of the B" or "the B of": an insertion or deletion whose last word is also
 * the one before it may stand one word earlier, and so on. Of these places the one that begins and ends at the strongest
 * breaks is taken, of equals the last. @first: where the match before begins; @beyond: where the one after ends. */
static void
slide (const Side *side,
       guint      *start,
       guint      *end,
       guint      *other,
       guint       first,
       guint       beyond)
{
  const AgreedAlignWord *words = side->aligned;
  guint length = *end - *start, earliest = *start, latest = *start, best;
  int best_score = G_MININT;

  while (earliest > first && *start - earliest < LONGEST_SLIDE && words[earliest - 1].key == words[earliest + length - 1].key)
    earliest--;
  while (latest + length < beyond && latest - *start < LONGEST_SLIDE && words[latest].key == words[latest + length].key)
    latest++;
  best = *start;
  for (guint place = earliest; place <= latest; place++)
    {
      int score = judge_place (side, place, place + length);

      if (score >= best_score)
        {
          best = place;
          best_score = score;
        }
    }
  *other = *other + best - *start;
  *start = best;
  *end = best + length;
}

static void
slide_changes (const Side *older,
               const Side *newer,
               GArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = &g_array_index (changes, Change, i);
      Change *before = i > 0 ? change - 1 : NULL;
      Change *after = i + 1 < changes->len ? change + 1 : NULL;

      if (change->older_start == change->older_end)
        {
          slide (newer, &change->newer_start, &change->newer_end, &change->older_start,
                 before ? before->newer_end : 0, after ? after->newer_start : newer->n_aligned);
          change->older_end = change->older_start;
        }
      else if (change->newer_start == change->newer_end)
        {
          slide (older, &change->older_start, &change->older_end, &change->newer_start,
                 before ? before->older_end : 0, after ? after->older_start : older->n_aligned);
          change->newer_end = change->newer_start;
        }
    }
}

/* Changes that have come to touch are one. */
static void
join_changes (GArray *changes)
{
  guint n = 0;

  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = &g_array_index (changes, Change, i);
      Change *last = n > 0 ? &g_array_index (changes, Change, n - 1) : NULL;

      if (last && last->older_end == change->older_start && last->newer_end == change->newer_start)
        {
          last->older_end = change->older_end;
          last->newer_end = change->newer_end;
        }
      else
        {
          g_array_index (changes, Change, n++) = *change;
        }
    }
  g_array_set_size (changes, n);
}

static guint
count_opening (const Side *side)
{
  guint n = 0;

  while (n < side->n_aligned && side->words->tokens[side->tokens[n]].start < side->words->opening)
    n++;

  return n;
}

/* One opening is replaced by another as a whole: "Taking note with appreciation of" by "Welcoming with appreciation",
 * whatever they share in their middle. */
static void
join_opening (const Side *older,
              const Side *newer,
              GArray     *changes)
{
  guint n_older = count_opening (older), n_newer = count_opening (newer), n = 0;
  Change *all = (Change *) (void *) changes->data;

  while (n < changes->len && all[n].older_end <= n_older && all[n].newer_end <= n_newer)
    n++;
  if (n < 2)
    return;

  all[n - 1].older_start = all[0].older_start;
  all[n - 1].newer_start = all[0].newer_start;
  g_array_remove_range (changes, 0, n - 1);
}

static gboolean
is_word (const Side *side,
         guint       i,
         const char *word)
{
  return i < side->n_aligned && agreed_starts_with (side->words->text + side->words->tokens[side->tokens[i]].start, word);
}

/* Whether what is changed ends with 第 and a symbol, and 号 follows. */
static gboolean
lacks_end_of_number (const Side *side,
                     guint       start,
                     guint       end)
{
  return end - start >= 2 && side->words->tokens[side->tokens[end - 1]].kind == AGREED_TOKEN_SYMBOL &&
         is_word (side, end - 2, "第") && is_word (side, end, "号");
}

/* Chinese sets a resolution's number between 第 and 号. Where the one went with a change, as a date before it is another
 * too, so does the other. */
static void
complete_numbers (const Side *older,
                  const Side *newer,
                  GArray     *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      Change *change = &g_array_index (changes, Change, i);

      if (lacks_end_of_number (older, change->older_start, change->older_end) &&
          lacks_end_of_number (newer, change->newer_start, change->newer_end))
        {
          change->older_end++;
          change->newer_end++;
        }
    }
}

GArray *
agreed_difference_of_words (const AgreedWords *older,
                            const AgreedWords *newer)
{
  g_autoptr (GArray) changes = NULL;
  Side older_side, newer_side;
  GArray *runs;

  g_return_val_if_fail (older != NULL && newer != NULL, NULL);

  side_init (&older_side, older);
  side_init (&newer_side, newer);
  changes = find_changes (&older_side, &newer_side);
  slide_changes (&older_side, &newer_side, changes);
  join_changes (changes);
  agreed_changes_take_off_same_letters (&older_side, &newer_side, changes);
  absorb_confetti (&older_side, &newer_side, changes);
  join_opening (&older_side, &newer_side, changes);
  complete_numbers (&older_side, &newer_side, changes);
  agreed_changes_mark_titles (&older_side, &newer_side, changes);
  join_changes (changes);
  runs = agreed_changes_make_runs (&older_side, &newer_side, changes);
  side_clear (&older_side);
  side_clear (&newer_side);

  return runs;
}

static gboolean
has_letter (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      AgreedCharacterClass class = agreed_character_get_class (agreed_character_at (p));

      if (class == AGREED_CHARACTER_LETTER || class == AGREED_CHARACTER_DIGIT || class == AGREED_CHARACTER_DICTIONARY)
        return TRUE;
    }

  return FALSE;
}

GArray *
agreed_difference_new_plain (const char *older,
                             const char *newer)
{
  AgreedRun run = { 0 };
  GArray *runs;

  g_return_val_if_fail (older != NULL && newer != NULL, NULL);

  if (g_str_equal (older, newer))
    run.kind = AGREED_RUN_EQUAL;
  else if (*newer == '\0' && has_letter (older))
    run.kind = AGREED_RUN_DELETED;
  else if (*older == '\0' && has_letter (newer))
    run.kind = AGREED_RUN_INSERTED;
  else
    return NULL;

  runs = g_array_new (FALSE, FALSE, sizeof (AgreedRun));
  run.older_length = strlen (older);
  run.newer_length = strlen (newer);
  if (run.older_length > 0 || run.newer_length > 0)
    g_array_append_val (runs, run);

  return runs;
}

GArray *
agreed_difference_new (const char *older,
                       const char *newer,
                       const char *language)
{
  g_autoptr (AgreedWords) older_words = NULL;
  g_autoptr (AgreedWords) newer_words = NULL;
  GArray *runs;

  g_return_val_if_fail (older != NULL && newer != NULL, NULL);

  runs = agreed_difference_new_plain (older, newer);
  if (runs != NULL)
    return runs;

  older_words = agreed_words_new (older, language);
  newer_words = agreed_words_new (newer, language);

  return agreed_difference_of_words (older_words, newer_words);
}
