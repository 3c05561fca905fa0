/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "difference.h"

#include "alignment.h"
#include "character.h"
#include "moved-words.h"

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

/* One wording: its words without punctuation, and which tokens they are. */
typedef struct {
  const AgreedWords *words;
  AgreedAlignWord *aligned;
  guint *tokens; /* for each aligned word its token; one more at the end: the number of tokens */
  guint64 *sums; /* for each aligned word the weight of those before it; one more at the end */
  guint n_aligned;
} Side;

/* A place of change: the aligned words of both sides that are not matched, ends excluded. */
typedef struct {
  guint older_start;
  guint older_end;
  guint newer_start;
  guint newer_end;
} Change;

static gunichar
character_of (const AgreedWords *words,
              guint              token)
{
  return agreed_character_fold (g_utf8_get_char (words->text + words->tokens[token].start));
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
 * worth keeping between two small changes: up to two and a half words in one or two places, with four times as much
 * changed on either side, and words both taken out and put in, go with the change. */
#define MOST_ABSORBED  250
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

/* Longer quotations are text, not titles. */
#define LONGEST_TITLE 12

typedef enum {
  QUOTE_NONE,
  QUOTE_OPENS,
  QUOTE_CLOSES,
} Quote;

static Quote
quote_at (const Side *side,
          guint       token)
{
  switch (g_utf8_get_char (side->words->text + side->words->tokens[token].start))
    {
    case 0x201c:
    case 0x00ab:
    case 0x300a:
    case 0x300c:
      return QUOTE_OPENS;
    case 0x201d:
    case 0x00bb:
    case 0x300b:
    case 0x300d:
      return QUOTE_CLOSES;
    default:
      return QUOTE_NONE;
    }
}

/* The quotation marks among the punctuation before aligned word @i: the last that opens, or the first that closes. */
static Quote
quote_before (const Side *side,
              guint       i)
{
  Quote quote = QUOTE_NONE;

  for (guint token = i > 0 ? side->tokens[i - 1] + 1 : 0; token < side->tokens[i]; token++)
    if (quote_at (side, token) != QUOTE_NONE)
      quote = quote_at (side, token);

  return quote;
}

/* The words between the quotation marks around a change, if both are near. Of marks right before a word, one that
 * closes counts as being behind a place where nothing is. */
static gboolean
find_title (const Side *side,
            guint       start,
            guint       end,
            guint      *title_start,
            guint      *title_end)
{
  guint first = start, last = end;
  Quote quote;

  if (start == end && quote_before (side, start) == QUOTE_CLOSES)
    {
      if (first == 0)
        return FALSE;
      first--;
    }
  while ((quote = quote_before (side, first)) == QUOTE_NONE && first > 0 && end - first <= LONGEST_TITLE)
    first--;
  if (quote != QUOTE_OPENS)
    return FALSE;

  if (start == end && first == start)
    last++;
  while (last <= side->n_aligned && (quote = quote_before (side, last)) == QUOTE_NONE && last - first <= LONGEST_TITLE)
    last++;
  if (last > side->n_aligned || quote != QUOTE_CLOSES)
    return FALSE;

  for (guint i = start + 1; i < end; i++)
    if (quote_before (side, i) != QUOTE_NONE)
      return FALSE;
  *title_start = first;
  *title_end = last;

  return last - first <= LONGEST_TITLE;
}

static gboolean
same_words (const Side *older,
            guint       older_start,
            guint       older_end,
            const Side *newer,
            guint       newer_start,
            guint       newer_end)
{
  if (older_end - older_start != newer_end - newer_start)
    return FALSE;
  for (guint i = 0; i < older_end - older_start; i++)
    if (older->aligned[older_start + i].key != newer->aligned[newer_start + i].key)
      return FALSE;

  return TRUE;
}

/* The title that change @i lies in on both sides, and how many changes lie in it with this one. No other may reach in,
 * and the words from either mark to the first and last change must be the same, or it is not one title. */
static gboolean
find_changed_title (const Side   *older,
                    const Side   *newer,
                    const GArray *changes,
                    guint         i,
                    const Change *before,
                    Change       *title,
                    guint        *n_inside)
{
  const Change *first = &g_array_index (changes, Change, i), *last = first, *after = first + 1;
  const Change *end = first + (changes->len - i);

  if (!find_title (older, first->older_start, first->older_end, &title->older_start, &title->older_end) ||
      !find_title (newer, first->newer_start, first->newer_end, &title->newer_start, &title->newer_end))
    return FALSE;

  for (; after < end && after->older_end <= title->older_end && after->newer_end <= title->newer_end; after++)
    last = after;
  *n_inside = after - first;
  if (before && (before->older_end > title->older_start || before->newer_end > title->newer_start))
    return FALSE;
  if (after < end && (after->older_start < title->older_end || after->newer_start < title->newer_end))
    return FALSE;

  return same_words (older, title->older_start, first->older_start, newer, title->newer_start, first->newer_start) &&
         same_words (older, last->older_end, title->older_end, newer, last->newer_end, title->newer_end);
}

/* A title is named as a whole: where a part of it is another, the whole is. */
static void
mark_whole_titles (const Side *older,
                   const Side *newer,
                   GArray     *changes)
{
  guint n = 0, n_inside;

  for (guint i = 0; i < changes->len; i += n_inside)
    {
      const Change *before = n > 0 ? &g_array_index (changes, Change, n - 1) : NULL;
      Change title;

      if (!find_changed_title (older, newer, changes, i, before, &title, &n_inside))
        {
          title = g_array_index (changes, Change, i);
          n_inside = 1;
        }
      g_array_index (changes, Change, n++) = title;
    }
  g_array_set_size (changes, n);
}

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
      c = g_utf8_get_char (reader->p);
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
      gunichar c = agreed_character_fold (g_utf8_get_char (here));

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

static void
take_off_same_letters (const Side *older,
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

static GArray *
make_runs (const Side *older,
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
  take_off_same_letters (&older_side, &newer_side, changes);
  absorb_confetti (&older_side, &newer_side, changes);
  mark_whole_titles (&older_side, &newer_side, changes);
  join_changes (changes);
  runs = make_runs (&older_side, &newer_side, changes);
  side_clear (&older_side);
  side_clear (&newer_side);

  return runs;
}

GArray *
agreed_difference_new (const char *older,
                       const char *newer,
                       const char *language)
{
  g_autoptr (AgreedWords) older_words = NULL;
  g_autoptr (AgreedWords) newer_words = NULL;

  g_return_val_if_fail (older != NULL && newer != NULL, NULL);

  older_words = agreed_words_new (older, language);
  newer_words = agreed_words_new (newer, language);

  return agreed_difference_of_words (older_words, newer_words);
}
