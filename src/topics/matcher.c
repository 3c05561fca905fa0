/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "matcher.h"

#include <string.h>

/* What a gap may hold: eight words, or sixteen Chinese characters. */
#define GAP_ROOM 16
#define HAN_ROOM 1
#define WORD_ROOM 2

/* The first words of all patterns, letter by letter (byte by byte). Node 0 is the root; 0 also means none. */
typedef struct {
  guint child;
  guint sibling;
  guint entries; /* entries whose first word ends here, 1 + index; 0 for none */
  guchar byte;
} Node;

typedef struct {
  const AgreedPattern *pattern;
  guint tag;
  guint next; /* 1 + index; 0 for none */
} Entry;

struct _AgreedMatcher {
  GArray *nodes;
  GArray *entries;
  GPtrArray *patterns; /* arrays of AgreedPattern, kept alive */
  guint roots[256];
};

AgreedMatcher *
agreed_matcher_new (void)
{
  AgreedMatcher *self = g_new0 (AgreedMatcher, 1);

  self->nodes = g_array_new (FALSE, TRUE, sizeof (Node));
  g_array_set_size (self->nodes, 1);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  return self;
}

void
agreed_matcher_free (AgreedMatcher *self)
{
  g_array_unref (self->nodes);
  g_array_unref (self->entries);
  g_ptr_array_unref (self->patterns);
  g_free (self);
}

static inline Node *
node_at (AgreedMatcher *self,
         guint          i)
{
  return &g_array_index (self->nodes, Node, i);
}

static guint
step (AgreedMatcher *self,
      guint          node,
      guchar         byte)
{
  guint i;

  if (node == 0)
    return self->roots[byte];
  for (i = node_at (self, node)->child; i != 0; i = node_at (self, i)->sibling)
    if (node_at (self, i)->byte == byte)
      break;
  return i;
}

static guint
step_or_make (AgreedMatcher *self,
              guint          node,
              guchar         byte)
{
  guint next = step (self, node, byte);
  Node made = { .byte = byte };

  if (next != 0)
    return next;

  next = self->nodes->len;
  if (node == 0)
    {
      self->roots[byte] = next;
    }
  else
    {
      made.sibling = node_at (self, node)->child;
      node_at (self, node)->child = next;
    }
  g_array_append_val (self->nodes, made);
  return next;
}

static void
add_pattern (AgreedMatcher       *self,
             const AgreedPattern *pattern,
             guint                tag)
{
  const AgreedPatternWord *first = agreed_pattern_word (pattern, 0);
  Entry entry = { .pattern = pattern, .tag = tag };
  guint node = 0;

  for (gsize i = 0; i < first->length; i++)
    node = step_or_make (self, node, first->letters[i]);

  entry.next = node_at (self, node)->entries;
  g_array_append_val (self->entries, entry);
  node_at (self, node)->entries = self->entries->len;
}

void
agreed_matcher_add (AgreedMatcher *self,
                    GPtrArray     *patterns,
                    guint          tag)
{
  for (guint i = 0; i < patterns->len; i++)
    add_pattern (self, g_ptr_array_index (patterns, i), tag);
  g_ptr_array_add (self->patterns, patterns);
}

static gboolean
word_fits (const AgreedFolded      *folded,
           const AgreedFoldedWord  *word,
           const AgreedPatternWord *wanted)
{
  const char *letters = agreed_folded_letters (folded, word);
  gsize passed = 0;

  do
    {
      gsize left = word->length - passed;

      if ((wanted->open ? left >= wanted->length : left == wanted->length) &&
          memcmp (letters + passed, wanted->letters, wanted->length) == 0)
        return TRUE;
      passed = agreed_pattern_next_start (letters, word->length, passed);
    }
  while (passed != 0);

  return FALSE;
}

/* Whether the words of @pattern from @at on stand from word @i of the wording on. Where a gap allows several places the
 * nearest that leads to the end is taken. */
static gboolean
rest_fits (const AgreedFolded  *folded,
           guint                i,
           const AgreedPattern *pattern,
           guint                at,
           guint               *last)
{
  const AgreedPatternWord *wanted;
  int room;

  if (at == pattern->words->len)
    {
      *last = i - 1;
      return TRUE;
    }

  wanted = agreed_pattern_word (pattern, at);
  for (room = wanted->gap ? GAP_ROOM : 0; room >= 0 && i < folded->words->len; i++)
    {
      const AgreedFoldedWord *word = agreed_folded_word (folded, i);

      if (word->before > (wanted->gap ? AGREED_BREAK_LIST : wanted->before))
        return FALSE;
      if (word_fits (folded, word, wanted) && rest_fits (folded, i + 1, pattern, at + 1, last))
        return TRUE;
      if (!wanted->gap)
        return FALSE;
      room -= agreed_folded_is_han (agreed_folded_letters (folded, word)) ? HAN_ROOM : WORD_ROOM;
    }

  return FALSE;
}

static void
try_entries (AgreedMatcher      *self,
             const AgreedFolded *folded,
             guint               i,
             guint               entries,
             gboolean            at_end,
             GArray             *hits)
{
  for (; entries != 0; entries = g_array_index (self->entries, Entry, entries - 1).next)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, entries - 1);
      AgreedHit hit = { .tag = entry->tag, .first = i };

      if ((at_end || agreed_pattern_word (entry->pattern, 0)->open) &&
          rest_fits (folded, i + 1, entry->pattern, 1, &hit.last))
        g_array_append_val (hits, hit);
    }
}

static void
find_at (AgreedMatcher      *self,
         const AgreedFolded *folded,
         guint               i,
         GArray             *hits)
{
  const AgreedFoldedWord *word = agreed_folded_word (folded, i);
  const char *letters = agreed_folded_letters (folded, word);
  gsize passed = 0;

  do
    {
      guint node = 0;

      for (gsize b = passed; b < word->length; b++)
        {
          node = step (self, node, letters[b]);
          if (node == 0)
            break;
          try_entries (self, folded, i, node_at (self, node)->entries, b + 1 == word->length, hits);
        }
      passed = agreed_pattern_next_start (letters, word->length, passed);
    }
  while (passed != 0);
}

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const AgreedHit *left = a, *right = b;

  if (left->tag != right->tag)
    return left->tag < right->tag ? -1 : 1;
  if (left->first != right->first)
    return left->first < right->first ? -1 : 1;
  return left->last < right->last ? 1 : left->last > right->last ? -1 : 0;
}

GArray *
agreed_matcher_find (AgreedMatcher      *self,
                     const AgreedFolded *folded)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (AgreedHit));

  for (guint i = 0; i < folded->words->len; i++)
    find_at (self, folded, i, hits);

  g_array_sort (hits, compare_hits);
  return hits;
}
