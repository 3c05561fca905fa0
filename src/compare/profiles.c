/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "profiles.h"

#include "character.h"
#include "parallel.h"

#include <stdlib.h>
#include <string.h>

/* How alike two paragraphs are
 *
 * A paragraph is a bag of features: its words, its pairs and its triples of neighbouring words, without regard to case,
 * punctuation and width. In Chinese a "word" is one character, and single characters say nothing and are left out: its
 * pairs and triples of characters are words and phrases, whichever way a dictionary would have cut them. Numbers,
 * resolution numbers and dates' numbers are words of their own. Nothing else depends on the language.
 *
 * Sharing a feature is worth 1 / (a × b), where a and b paragraphs of the older and the newer text hold it: such a
 * feature joins a × b pairs of paragraphs, and has one vote, divided among them. So a phrase that one paragraph on each
 * side holds counts fully, and the long names and formulas of which resolutions are made ("small island developing
 * States", "the implementation of and follow-up to", 信息和通信技术), which mislead every measure of common length,
 * soon count for nothing. The logarithm of information retrieval falls too slowly for that: on our pairs it makes twice
 * as many errors.
 *
 * A feature that the other text does not hold at all weighs HALF a vote, divided among its paragraphs: it speaks against
 * a link, but reworded paragraphs are full of them. And every feature weighs COMMON beside its vote, so that paragraphs
 * made of nothing but formulas, or repeated over and over, are still compared by their length in common.
 *
 * How much two texts have in common as a whole is told by their triples of words: of two texts that have nothing to do
 * with each other, no more than a fifth stand in the other as well; of two years of one series, three quarters or more.
 *
 * The similarity of two paragraphs is the weight that they share, twice, in the weight that both have (Dice). */
#define HALF 0.5
#define COMMON 0.1

/* While features are counted: a feature's 64-bit hash to its number. Open addressing, at most two thirds full. */
typedef struct {
  guint64 *keys; /* 0 is a free place */
  guint32 *values;
  gsize mask;
  gsize n;
} FeatureTable;

static guint64
mix (guint64 x)
{
  x ^= x >> 32;
  x *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  x ^= x >> 32;
  x *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  x ^= x >> 32;

  return x;
}

/* Two numbers that are well mixed already, in this order. */
static guint64
join (guint64 a,
      guint64 b)
{
  guint64 x = (a * 31 + b + 1) * G_GUINT64_CONSTANT (0xd6e8feb86659fd93);

  return x ^ x >> 32;
}

static void
feature_table_init (FeatureTable *table,
                    gsize         size)
{
  table->mask = size - 1;
  table->n = 0;
  table->keys = g_new0 (guint64, size);
  table->values = g_new (guint32, size);
}

static void
feature_table_clear (FeatureTable *table)
{
  g_free (table->keys);
  g_free (table->values);
}

static gsize
feature_table_find (const FeatureTable *table,
                    guint64             key)
{
  gsize at = key & table->mask;

  while (table->keys[at] != 0 && table->keys[at] != key)
    at = (at + 1) & table->mask;

  return at;
}

static void
feature_table_grow (FeatureTable *table)
{
  FeatureTable larger;

  feature_table_init (&larger, (table->mask + 1) * 2);
  larger.n = table->n;
  for (gsize i = 0; i <= table->mask; i++)
    {
      gsize at;

      if (table->keys[i] == 0)
        continue;
      at = feature_table_find (&larger, table->keys[i]);
      larger.keys[at] = table->keys[i];
      larger.values[at] = table->values[i];
    }
  feature_table_clear (table);
  *table = larger;
}

/* Numbers are given in the order in which features are first met, so that they do not depend on the machine. */
static guint32
feature_table_get (FeatureTable *table,
                   guint64       key)
{
  gsize at;

  key |= key == 0;
  at = feature_table_find (table, key);
  if (table->keys[at] == 0)
    {
      if (table->n * 3 >= table->mask * 2)
        {
          feature_table_grow (table);
          at = feature_table_find (table, key);
        }
      table->keys[at] = key;
      table->values[at] = table->n++;
    }

  return table->values[at];
}

/* The hashes of triples carry this bit, those of words and pairs do not. */
#define TRIPLE (G_GUINT64_CONSTANT (1) << 63)

static gboolean
joins_digits (gunichar c)
{
  return c == '/' || c == '.' || c == '-';
}

typedef struct {
  guint64 hash;
  gboolean single; /* a word that says something alone: not one Chinese character */
} Token;

/* A token at @text, which is moved behind it. FALSE at the end. */
static gboolean
next_token (const char **text,
            Token       *token)
{
  const char *p = *text;
  guint64 hash = 0;
  AgreedCharacterClass kind = AGREED_CHARACTER_SPACE;

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = agreed_character_at (p);
      AgreedCharacterClass this_kind = agreed_character_get_class (c);
      gboolean starts = this_kind == AGREED_CHARACTER_LETTER || this_kind == AGREED_CHARACTER_DIGIT ||
                        this_kind == AGREED_CHARACTER_DICTIONARY;

      if (this_kind == AGREED_CHARACTER_DROPPED || (hash != 0 && this_kind == AGREED_CHARACTER_MARK))
        continue;
      if (hash == 0 && !starts)
        continue;
      if (hash != 0 && this_kind != kind)
        {
          /* "65/141", "2.5" and "10-12" are one. */
          const char *next = g_utf8_next_char (p);

          if (kind != AGREED_CHARACTER_DIGIT || !joins_digits (agreed_character_fold (c)) ||
              agreed_character_get_class (agreed_character_at (next)) != AGREED_CHARACTER_DIGIT)
            break;
        }
      else
        kind = this_kind;

      hash = mix (hash * 31 + agreed_character_fold_case (c) + 1);
      hash |= hash == 0;
      if (kind == AGREED_CHARACTER_DICTIONARY)
        {
          p = g_utf8_next_char (p);
          break;
        }
    }

  *text = p;
  token->hash = hash;
  token->single = kind != AGREED_CHARACTER_DICTIONARY;

  return hash != 0;
}

/* Byte by byte from the lowest on. It takes a third of the time of qsort(), and there are millions. */
static void
sort_features (guint32 *features,
               guint    n_features,
               guint32  largest,
               guint32 *scratch)
{
  guint32 *from = features, *to = scratch;

  for (guint shift = 0; shift < 32 && largest >> shift > 0; shift += 8)
    {
      guint starts[257] = { 0 };
      guint32 *sorted = to;

      for (guint i = 0; i < n_features; i++)
        starts[(from[i] >> shift & 0xff) + 1]++;
      for (guint i = 1; i < 256; i++)
        starts[i] += starts[i - 1];
      for (guint i = 0; i < n_features; i++)
        to[starts[from[i] >> shift & 0xff]++] = from[i];
      to = from;
      from = sorted;
    }
  if (from != features)
    memcpy (features, from, sizeof (guint32) * n_features);
}

/* @features: every feature of the paragraph, as often as it stands there; is sorted. @scratch:
 * as long as that. */
static void
count_features (AgreedProfile *profile,
                guint32       *features,
                guint          n_features,
                guint32       *scratch)
{
  guint32 largest = 0;

  if (n_features == 0)
    return;

  for (guint i = 0; i < n_features; i++)
    largest = MAX (largest, features[i]);
  sort_features (features, n_features, largest, scratch);
  for (guint i = 0; i < n_features; i++)
    profile->n_counts += i == 0 || features[i] != features[i - 1];
  profile->counts = g_new (AgreedFeatureCount, profile->n_counts);
  for (guint i = 0, n = 0; i < n_features; i++)
    {
      if (i > 0 && features[i] == features[i - 1])
        profile->counts[n - 1].count++;
      else
        profile->counts[n++] = (AgreedFeatureCount) { features[i], 1 };
    }
}

/* Features of one word, and of as many words as end with it. */
#define FEATURES_A_WORD 3

/* Appends the hash of every feature to @found, an array of guint64, as often as it stands there. */
static void
read_wording (AgreedProfile *profile,
              const char    *wording,
              GArray        *found)
{
  Token before = { 0, FALSE }, token;
  guint64 pair_before = 0;
  guint n = found->len;

  while (next_token (&wording, &token))
    {
      guint64 pair = before.hash != 0 ? join (before.hash, token.hash) : 0, *hashes;

      if (n + FEATURES_A_WORD > found->len)
        g_array_set_size (found, 2 * (n + FEATURES_A_WORD));
      hashes = (guint64 *) (gpointer) found->data;
      profile->wording = join (profile->wording, token.hash);
      if (token.single)
        hashes[n++] = token.hash & ~TRIPLE;
      if (profile->n_tokens > 0)
        hashes[n++] = pair & ~TRIPLE;
      if (profile->n_tokens > 1)
        hashes[n++] = join (pair_before, token.hash) | TRIPLE;
      profile->n_tokens++;
      before = token;
      pair_before = pair;
    }
  g_array_set_size (found, n);
}

/* The last paragraph before this one that is less deep: OP19 for OP19(a) and for OP19(b). */
static int
find_parent (AgreedText          *text,
             const AgreedProfile *profiles,
             guint                position)
{
  guint depth = agreed_paragraph_get_depth (agreed_text_get_paragraph (text, position));
  int parent = (int) position - 1;

  if (depth == 0)
    return -1;
  /* Steps from sibling to parent to its parent, so all of them together are few. */
  while (parent >= 0 && agreed_paragraph_get_depth (agreed_text_get_paragraph (text, parent)) >= depth)
    parent = profiles[parent].parent;

  return parent;
}

/* Paragraphs that one thread reads before it takes the next ones. */
#define PARAGRAPHS_AT_ONCE 64

/* One portion of a text's paragraphs: their features one after the other, first as hashes and then as numbers. */
typedef struct {
  GArray *hashes;
  GArray *features;
  guint ends[PARAGRAPHS_AT_ONCE]; /* of each paragraph's */
} Portion;

typedef struct {
  AgreedText *text;
  AgreedProfile *profiles;
  Portion *portions;
} Reading;

static void
read_some (guint    start,
           guint    end,
           gpointer data)
{
  Reading *reading = data;
  Portion *portion = &reading->portions[start / PARAGRAPHS_AT_ONCE];

  portion->hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  for (guint i = start; i < end; i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (reading->text, i);

      read_wording (&reading->profiles[i], agreed_paragraph_get_wording (paragraph), portion->hashes);
      portion->ends[i - start] = portion->hashes->len;
    }
}

static void
number_features (Portion      *portion,
                 FeatureTable *table)
{
  const guint64 *hashes = (const guint64 *) (gpointer) portion->hashes->data;
  guint32 *features;

  portion->features = g_array_sized_new (FALSE, FALSE, sizeof (guint32), portion->hashes->len);
  g_array_set_size (portion->features, portion->hashes->len);
  features = (guint32 *) (gpointer) portion->features->data;
  for (guint i = 0; i < portion->hashes->len; i++)
    features[i] = feature_table_get (table, hashes[i]);
  g_clear_pointer (&portion->hashes, g_array_unref);
}

static void
count_some (guint    start,
            guint    end,
            gpointer data)
{
  Reading *reading = data;
  Portion *portion = &reading->portions[start / PARAGRAPHS_AT_ONCE];
  guint32 *features = (guint32 *) (gpointer) portion->features->data;
  g_autofree guint32 *scratch = g_new (guint32, portion->features->len + 1);
  guint done = 0;

  for (guint i = start; i < end; i++)
    {
      guint this_end = portion->ends[i - start];

      count_features (&reading->profiles[i], features + done, this_end - done, scratch);
      done = this_end;
    }
  g_clear_pointer (&portion->features, g_array_unref);
}

/* Only numbering the features is one step after the other: their numbers are those of the order in which they are met. */
static void
read_text (AgreedProfiles *self,
           AgreedSide      side,
           AgreedText     *text,
           FeatureTable   *table)
{
  guint n = agreed_text_get_n_paragraphs (text), n_portions = n / PARAGRAPHS_AT_ONCE + 1;
  g_autofree Portion *portions = g_new0 (Portion, n_portions);
  Reading reading = { text, NULL, portions };

  self->n[side] = n;
  self->profiles[side] = reading.profiles = g_new0 (AgreedProfile, n);
  agreed_parallel_run (n, PARAGRAPHS_AT_ONCE, read_some, &reading);
  for (guint i = 0; i < n_portions; i++)
    if (portions[i].hashes != NULL)
      number_features (&portions[i], table);
  agreed_parallel_run (n, PARAGRAPHS_AT_ONCE, count_some, &reading);
  for (guint i = 0; i < n; i++)
    reading.profiles[i].parent = find_parent (text, reading.profiles, i);
}

static void
weigh_features (AgreedProfiles *self)
{
  self->weights = g_new (float, self->n_features);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      self->holders[side] = g_new0 (guint32, self->n_features);
      for (guint i = 0; i < self->n[side]; i++)
        for (guint k = 0; k < self->profiles[side][i].n_counts; k++)
          self->holders[side][self->profiles[side][i].counts[k].feature]++;
    }
  for (guint f = 0; f < self->n_features; f++)
    {
      double a = self->holders[AGREED_SIDE_OLDER][f], b = self->holders[AGREED_SIDE_NEWER][f];

      self->weights[f] = COMMON + (a > 0 && b > 0 ? 1 / (a * b) : HALF / (a + b));
    }
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < self->n[side]; i++)
      {
        AgreedProfile *profile = &self->profiles[side][i];

        for (guint k = 0; k < profile->n_counts; k++)
          profile->weight += (double) self->weights[profile->counts[k].feature] * profile->counts[k].count;
      }
}

static void
count_triples (AgreedProfiles     *self,
               const FeatureTable *table)
{
  self->are_triples = g_new0 (guint8, self->n_features + 1);
  for (gsize at = 0; at <= table->mask; at++)
    if (table->keys[at] & TRIPLE)
      self->are_triples[table->values[at]] = TRUE;
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < self->n[side]; i++)
      for (guint k = 0; k < self->profiles[side][i].n_counts; k++)
        {
          const AgreedFeatureCount *it = &self->profiles[side][i].counts[k];

          if (!self->are_triples[it->feature])
            continue;
          self->n_triples[side] += it->count;
          self->n_shared_triples[side] += self->holders[!side][it->feature] > 0 ? it->count : 0;
        }
}

AgreedProfiles *
agreed_profiles_new (AgreedText *older,
                     AgreedText *newer)
{
  AgreedProfiles *self = g_new0 (AgreedProfiles, 1);
  FeatureTable table;

  g_return_val_if_fail (AGREED_IS_TEXT (older), NULL);
  g_return_val_if_fail (AGREED_IS_TEXT (newer), NULL);

  feature_table_init (&table, 1 << 12);
  read_text (self, AGREED_SIDE_OLDER, older, &table);
  read_text (self, AGREED_SIDE_NEWER, newer, &table);
  self->n_features = table.n;
  weigh_features (self);
  count_triples (self, &table);
  feature_table_clear (&table);

  return self;
}

void
agreed_profiles_free (AgreedProfiles *self)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      for (guint i = 0; i < self->n[side]; i++)
        g_free (self->profiles[side][i].counts);
      g_free (self->profiles[side]);
      g_free (self->holders[side]);
    }
  g_free (self->weights);
  g_free (self->are_triples);
  g_free (self);
}

gboolean
agreed_profiles_are_equal (const AgreedProfiles *self,
                           guint                 older,
                           guint                 newer)
{
  const AgreedProfile *a = &self->profiles[AGREED_SIDE_OLDER][older], *b = &self->profiles[AGREED_SIDE_NEWER][newer];

  return a->wording == b->wording && a->n_tokens == b->n_tokens && a->n_tokens > 0;
}

double
agreed_profiles_weigh_both (const AgreedProfiles     *self,
                            const AgreedFeatureCount *a,
                            guint                     n_a,
                            const AgreedFeatureCount *b,
                            guint                     n_b)
{
  const AgreedFeatureCount *a_end = a + n_a, *b_end = b + n_b;
  double both = 0;

  while (a < a_end && b < b_end)
    {
      guint32 feature = a->feature, other = b->feature;

      if (feature == other)
        both += (double) self->weights[feature] * MIN (a->count, b->count);
      a += feature <= other;
      b += other <= feature;
    }

  return both;
}

double
agreed_profiles_get_shared (const AgreedProfiles *self,
                            guint                 older,
                            guint                 newer)
{
  const AgreedProfile *a = &self->profiles[AGREED_SIDE_OLDER][older], *b = &self->profiles[AGREED_SIDE_NEWER][newer];

  return agreed_profiles_weigh_both (self, a->counts, a->n_counts, b->counts, b->n_counts);
}

double
agreed_profiles_get_similarity (const AgreedProfiles *self,
                                guint                 older,
                                guint                 newer,
                                double                shared)
{
  double both = self->profiles[AGREED_SIDE_OLDER][older].weight + self->profiles[AGREED_SIDE_NEWER][newer].weight;

  return both > 0 ? MIN (1, 2 * shared / both) : 0;
}

AgreedRest *
agreed_rest_new (const AgreedProfiles     *self,
                 const AgreedFeatureCount *counts,
                 guint                     n_counts,
                 const AgreedProfile      *taken)
{
  gboolean all = n_counts == taken->n_counts &&
                 (n_counts == 0 || memcmp (counts, taken->counts, sizeof *counts * n_counts) == 0);
  AgreedRest *rest;

  /* As of all paragraphs of the same wording. */
  if (all)
    n_counts = 0;
  rest = g_malloc (sizeof (AgreedRest) + sizeof (AgreedFeatureCount) * n_counts);
  rest->n_counts = 0;
  rest->weight = 0;
  for (guint i = 0, j = 0; i < n_counts; i++)
    {
      guint32 count = counts[i].count, theirs = 0;

      while (j < taken->n_counts && taken->counts[j].feature < counts[i].feature)
        j++;
      if (j < taken->n_counts && taken->counts[j].feature == counts[i].feature)
        theirs = taken->counts[j].count;
      if (count <= theirs)
        continue;
      rest->counts[rest->n_counts++] = (AgreedFeatureCount) { counts[i].feature, count - theirs };
      rest->weight += (double) self->weights[counts[i].feature] * (count - theirs);
    }

  return g_realloc (rest, sizeof (AgreedRest) + sizeof (AgreedFeatureCount) * rest->n_counts);
}
