/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pattern.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_READINGS 512
#define MAX_GAPS 3
#define GAP "…"
/* Letters of the Arabic block take two bytes each. */
#define ARABIC_LETTER 2

static void
clear_word (gpointer data)
{
  AgreedPatternWord *word = data;

  g_free (word->letters);
}

static AgreedPattern *
pattern_new (void)
{
  AgreedPattern *self = g_new0 (AgreedPattern, 1);

  self->words = g_array_new (FALSE, FALSE, sizeof (AgreedPatternWord));
  g_array_set_clear_func (self->words, clear_word);
  return self;
}

void
agreed_pattern_free (AgreedPattern *self)
{
  g_array_unref (self->words);
  g_free (self);
}

/* @message: a whole sentence. Takes it. */
static gboolean
fail (GError **error,
      char    *message)
{
  g_autofree char *taken = message;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, taken);
  return FALSE;
}

static gboolean
has_prefix (const char *letters,
            gsize       length,
            const char *prefix)
{
  return length >= strlen (prefix) && memcmp (letters, prefix, strlen (prefix)) == 0;
}

/* Read from left to right: conjunction, preposition, article; what is left must be two letters at least. */
gsize
agreed_pattern_next_start (const char *letters,
                           gsize       length,
                           gsize       passed)
{
  static const char *const particles[] = { "و", "ف", "ب", "ك", "ل" };

  if ((guchar) letters[0] < 0xd8 || (guchar) letters[0] > 0xdb || passed > 5 * ARABIC_LETTER)
    return 0;

  letters += passed;
  length -= passed;
  if (has_prefix (letters, length, "ال") && length >= 4 * ARABIC_LETTER)
    return passed + 2 * ARABIC_LETTER;
  if (passed >= 3 * ARABIC_LETTER || length < 3 * ARABIC_LETTER)
    return 0;
  for (guint i = 0; i < G_N_ELEMENTS (particles); i++)
    if (has_prefix (letters, length, particles[i]))
      return passed + ARABIC_LETTER;

  return 0;
}

/* Terms are kept without the article, since it may be there or not. */
static void
append_word (AgreedPattern          *self,
             const AgreedFolded     *folded,
             const AgreedFoldedWord *from,
             gboolean                open,
             gboolean                gap)
{
  const char *letters = agreed_folded_letters (folded, from);
  gsize skip = has_prefix (letters, from->length, "ال") && from->length >= 4 * ARABIC_LETTER ? 2 * ARABIC_LETTER : 0;
  AgreedPatternWord word = {
    .letters = g_strndup (letters + skip, from->length - skip),
    .length = from->length - skip,
    .open = open,
    .gap = gap,
    .before = from->before,
  };

  g_array_append_val (self->words, word);
}

static AgreedPattern *
read_one (const char  *reading,
          GError     **error)
{
  g_autoptr (AgreedPattern) self = pattern_new ();
  g_auto (GStrv) pieces = g_strsplit (reading, GAP, -1);

  if (g_strv_length (pieces) > MAX_GAPS + 1)
    {
      fail (error, g_strdup_printf (_("“%s” has “…” more than three times"), reading));
      return NULL;
    }
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      g_autoptr (AgreedFolded) folded = agreed_folded_new (pieces[i]);

      if (folded->words->len == 0)
        {
          fail (error, pieces[1] == NULL ? g_strdup_printf (_("“%s” has no word in it"), reading)
                                         : g_strdup_printf (_("“%s” has no word beside “…”"), reading));
          return NULL;
        }
      for (guint w = 0; w < folded->words->len; w++)
        {
          const AgreedFoldedWord *word = agreed_folded_word (folded, w);

          append_word (self, folded, word, pieces[i][word->end] == '*', i > 0 && w == 0);
        }
    }

  return g_steal_pointer (&self);
}

/* Puts each choice of the first bracket in its place, then goes on with what that gives. */
static gboolean
read_choices (const char  *term,
              GPtrArray   *readings,
              GError     **error)
{
  const char *open = strchr (term, '(');
  const char *close = strchr (term, ')');
  g_autofree char *inside = NULL;
  g_auto (GStrv) choices = NULL;

  if (open == NULL && close == NULL)
    {
      if (strchr (term, '|') != NULL)
        return fail (error, g_strdup_printf (_("“%s” has “|” outside brackets"), term));
      if (readings->len == MAX_READINGS)
        return fail (error, g_strdup_printf (_("“%s” can be read in too many ways"), term));
      g_ptr_array_add (readings, g_strdup (term));
      return TRUE;
    }
  if (open == NULL || close == NULL || close < open)
    return fail (error, g_strdup_printf (_("“%s” has a bracket without its other half"), term));

  inside = g_strndup (open + 1, close - open - 1);
  if (strchr (inside, '(') != NULL)
    return fail (error, g_strdup_printf (_("“%s” has a bracket inside a bracket"), term));

  choices = g_strsplit (inside, "|", -1);
  for (guint i = 0; choices[i] != NULL; i++)
    {
      g_autofree char *chosen = g_strdup_printf ("%.*s%s%s", (int) (open - term), term, choices[i], close + 1);

      if (!read_choices (chosen, readings, error))
        return FALSE;
    }
  return TRUE;
}

static void
append_copies (AgreedPattern       *self,
               const AgreedPattern *from,
               guint                first,
               guint                n_words)
{
  for (guint i = first; i < first + n_words; i++)
    {
      AgreedPatternWord word = *agreed_pattern_word (from, i);

      word.letters = g_strdup (word.letters);
      g_array_append_val (self->words, word);
    }
}

static gboolean
stands_at (const AgreedPattern *self,
           guint                at,
           const AgreedPattern *member)
{
  if (at + member->words->len > self->words->len)
    return FALSE;

  for (guint i = 0; i < member->words->len; i++)
    {
      const AgreedPatternWord *word = agreed_pattern_word (self, at + i);

      if (g_strcmp0 (word->letters, agreed_pattern_word (member, i)->letters) != 0 || (i > 0 && word->gap))
        return FALSE;
    }
  return TRUE;
}

/* The same pattern with @put instead of @n_words words from @at; how it joins what stands around it stays. */
static AgreedPattern *
exchange (const AgreedPattern *self,
          guint                at,
          guint                n_words,
          const AgreedPattern *put)
{
  AgreedPattern *other = pattern_new ();
  AgreedPatternWord *first, *last;

  append_copies (other, self, 0, at);
  append_copies (other, put, 0, put->words->len);
  first = &g_array_index (other->words, AgreedPatternWord, at);
  first->gap = agreed_pattern_word (self, at)->gap;
  first->before = agreed_pattern_word (self, at)->before;
  last = &g_array_index (other->words, AgreedPatternWord, other->words->len - 1);
  last->open |= agreed_pattern_word (self, at + n_words - 1)->open;
  append_copies (other, self, at + n_words, self->words->len - at - n_words);
  return other;
}

/* The longest member of any class that stands at @at, and its class. */
static const AgreedPattern *
find_variant (const AgreedPattern *self,
              guint                at,
              GPtrArray           *variants,
              GPtrArray          **class)
{
  const AgreedPattern *best = NULL;

  for (guint c = 0; c < variants->len; c++)
    {
      GPtrArray *members = g_ptr_array_index (variants, c);

      for (guint m = 0; m < members->len; m++)
        {
          const AgreedPattern *member = g_ptr_array_index (members, m);

          if (stands_at (self, at, member) && (best == NULL || member->words->len > best->words->len))
            {
              best = member;
              *class = members;
            }
        }
    }
  return best;
}

/* Takes @self, and adds it to @patterns in each of its variants from the word @at on. */
static gboolean
add_variants (AgreedPattern *self,
              guint          at,
              GPtrArray     *variants,
              GPtrArray     *patterns)
{
  g_autoptr (AgreedPattern) owned = self;

  for (; variants != NULL && at < self->words->len; at++)
    {
      GPtrArray *class = NULL;
      const AgreedPattern *found = find_variant (self, at, variants, &class);

      if (found == NULL)
        continue;
      for (guint m = 0; m < class->len; m++)
        {
          const AgreedPattern *put = g_ptr_array_index (class, m);

          if (!add_variants (exchange (self, at, found->words->len, put), at + put->words->len, variants, patterns))
            return FALSE;
        }
      return TRUE;
    }

  if (patterns->len >= MAX_READINGS)
    return FALSE;
  g_ptr_array_add (patterns, g_steal_pointer (&owned));
  return TRUE;
}

GPtrArray *
agreed_pattern_read (const char  *term,
                     GPtrArray   *variants,
                     GError     **error)
{
  g_autoptr (GPtrArray) readings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) patterns = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_pattern_free);

  if (!read_choices (term, readings, error))
    return NULL;

  for (guint i = 0; i < readings->len; i++)
    {
      AgreedPattern *pattern = read_one (g_ptr_array_index (readings, i), error);

      if (pattern == NULL)
        return NULL;
      if (!add_variants (pattern, 0, variants, patterns))
        {
          fail (error, g_strdup_printf (_("“%s” can be read in too many ways"), term));
          return NULL;
        }
    }

  return g_steal_pointer (&patterns);
}
