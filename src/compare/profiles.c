/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "profiles.h"

#include "character.h"

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

static guint64
mix_in (guint64 hash,
        guint64 x)
{
  return mix (hash * 31 + x + 1);
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
      gunichar c = g_utf8_get_char (p);
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
              agreed_character_get_class (g_utf8_get_char (next)) != AGREED_CHARACTER_DIGIT)
            break;
        }
      else
        kind = this_kind;

      hash = mix_in (hash, agreed_character_fold_case (c));
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

static int
compare_features (gconstpointer a,
                  gconstpointer b)
{
  guint32 x = *(const guint32 *) a, y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* @found: every feature of the paragraph, as often as it stands there; is sorted. */
static void
count_features (AgreedProfile *profile,
                GArray        *found)
{
  guint32 *features = (guint32 *) (gpointer) found->data;

  if (found->len == 0)
    return;

  qsort (features, found->len, sizeof (guint32), compare_features);
  for (guint i = 0; i < found->len; i++)
    profile->n_counts += i == 0 || features[i] != features[i - 1];
  profile->counts = g_new (AgreedFeatureCount, profile->n_counts);
  for (guint i = 0, n = 0; i < found->len; i++)
    {
      if (i > 0 && features[i] == features[i - 1])
        profile->counts[n - 1].count++;
      else
        profile->counts[n++] = (AgreedFeatureCount) { features[i], 1 };
    }
}

static void
read_wording (AgreedProfile *profile,
              const char    *wording,
              FeatureTable  *table,
              GArray        *found)
{
  Token before = { 0, FALSE }, before_that = { 0, FALSE }, token;

  g_array_set_size (found, 0);
  while (next_token (&wording, &token))
    {
      guint32 feature;

      profile->wording = mix_in (profile->wording, token.hash);
      profile->n_tokens++;
      if (token.single)
        {
          feature = feature_table_get (table, token.hash);
          g_array_append_val (found, feature);
        }
      if (before.hash != 0)
        {
          guint64 pair = mix_in (before.hash, token.hash);

          feature = feature_table_get (table, pair);
          g_array_append_val (found, feature);
        }
      if (before_that.hash != 0)
        {
          guint64 triple = mix_in (mix_in (before_that.hash, before.hash), token.hash);

          feature = feature_table_get (table, triple);
          g_array_append_val (found, feature);
        }
      before_that = before;
      before = token;
    }
  count_features (profile, found);
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

static void
read_text (AgreedProfiles *self,
           AgreedSide      side,
           AgreedText     *text,
           FeatureTable   *table)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (guint32));

  self->n[side] = agreed_text_get_n_paragraphs (text);
  self->profiles[side] = g_new0 (AgreedProfile, self->n[side]);
  for (guint i = 0; i < self->n[side]; i++)
    {
      AgreedProfile *profile = &self->profiles[side][i];

      read_wording (profile, agreed_paragraph_get_wording (agreed_text_get_paragraph (text, i)), table, found);
      profile->parent = find_parent (text, self->profiles[side], i);
    }
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
  feature_table_clear (&table);
  weigh_features (self);

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
agreed_profiles_get_shared (const AgreedProfiles *self,
                            guint                 older,
                            guint                 newer)
{
  const AgreedProfile *a = &self->profiles[AGREED_SIDE_OLDER][older], *b = &self->profiles[AGREED_SIDE_NEWER][newer];
  double shared = 0;

  for (guint i = 0, j = 0; i < a->n_counts && j < b->n_counts;)
    {
      if (a->counts[i].feature == b->counts[j].feature)
        {
          shared += (double) self->weights[a->counts[i].feature] * MIN (a->counts[i].count, b->counts[j].count);
          i++;
          j++;
        }
      else if (a->counts[i].feature < b->counts[j].feature)
        i++;
      else
        j++;
    }

  return shared;
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

/* How often @profile holds @feature; @from is moved on, so that features asked for in ascending order take one pass. */
static guint32
count_from (const AgreedProfile *profile,
            guint32              feature,
            guint               *from)
{
  while (*from < profile->n_counts && profile->counts[*from].feature < feature)
    (*from)++;

  return *from < profile->n_counts && profile->counts[*from].feature == feature ? profile->counts[*from].count : 0;
}

static guint32
count_among (const AgreedProfiles *self,
             AgreedSide            side,
             GArray               *positions,
             guint32               feature,
             guint                *from)
{
  guint32 count = 0;

  for (guint i = 0; positions != NULL && i < positions->len; i++)
    count += count_from (&self->profiles[side][g_array_index (positions, guint, i)], feature, &from[i]);

  return count;
}

double
agreed_profiles_get_left_over (const AgreedProfiles *self,
                               guint                 older,
                               guint                 newer,
                               GArray               *older_partners,
                               GArray               *newer_partners)
{
  const AgreedProfile *a = &self->profiles[AGREED_SIDE_OLDER][older], *b = &self->profiles[AGREED_SIDE_NEWER][newer];
  g_autofree guint *in_newer = g_new0 (guint, (older_partners != NULL ? older_partners->len : 0) + 1);
  g_autofree guint *in_older = g_new0 (guint, (newer_partners != NULL ? newer_partners->len : 0) + 1);
  guint from = 0;
  double left_over = 0;

  for (guint i = 0; i < a->n_counts; i++)
    {
      guint32 feature = a->counts[i].feature;
      guint32 theirs = count_from (b, feature, &from), held_a, held_b;

      if (theirs == 0)
        continue;
      held_a = count_among (self, AGREED_SIDE_NEWER, older_partners, feature, in_newer);
      held_b = count_among (self, AGREED_SIDE_OLDER, newer_partners, feature, in_older);
      if (a->counts[i].count > held_a && theirs > held_b)
        left_over += (double) self->weights[feature] * MIN (a->counts[i].count - held_a, theirs - held_b);
    }

  return left_over;
}
