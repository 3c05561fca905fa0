/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "difference-private.h"

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
void
agreed_changes_mark_titles (const Side *older,
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
