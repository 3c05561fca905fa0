/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link.h"

#include "words.h"

#include <glib/gi18n-lib.h>

/* Why two paragraphs were linked, told by what a reader can check: how many words they share, in any order, and which
 * documents both of them name. */

/* More names than these are not read. */
#define NAMES 3

/* How often each word of @words stands there: its folded key to a number. */
static GHashTable *
count_words (const AgreedWords *words)
{
  GHashTable *counts = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < words->n_tokens; i++)
    {
      gpointer key = &words->tokens[i].folded;

      if (agreed_token_is_content (&words->tokens[i]))
        g_hash_table_insert (counts, key, GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts, key)) + 1));
    }

  return counts;
}

static guint
count_content (const AgreedWords *words)
{
  guint n = 0;

  for (guint i = 0; i < words->n_tokens; i++)
    n += agreed_token_is_content (&words->tokens[i]);

  return n;
}

/* Goes through the words of @words that stand in @counts, too. Returns: how many; @names: what they name, in order */
static guint
find_shared (const AgreedWords *words,
             GHashTable        *counts,
             GPtrArray         *names)
{
  guint n_shared = 0;

  for (guint i = 0; i < words->n_tokens; i++)
    {
      const AgreedToken *token = &words->tokens[i];
      guint left = GPOINTER_TO_UINT (g_hash_table_lookup (counts, &token->folded));

      if (left == 0 || !agreed_token_is_content (token))
        continue;
      n_shared++;
      g_hash_table_insert (counts, (gpointer) &token->folded, GUINT_TO_POINTER (left - 1));
      if (token->kind == AGREED_TOKEN_SYMBOL && names->len < NAMES)
        {
          g_autofree char *name = g_strndup (words->text + token->start, token->length);

          if (!g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
            g_ptr_array_add (names, g_steal_pointer (&name));
        }
    }

  return n_shared;
}

static char *
describe_words (guint n_shared,
                guint n_older,
                guint n_newer)
{
  guint n = MIN (n_older, n_newer);

  if (n_shared == n_older && n_shared == n_newer)
    return g_strdup (_("All words are the same"));
  if (n_older >= 2 * n_newer || n_newer >= 2 * n_older)
    /* Translators: the first number is how many words of the shorter of two paragraphs the longer one has, too */
    return g_strdup_printf (ngettext ("%u of the %u word of the shorter one is in both",
                                      "%u of the %u words of the shorter one are in both", n), n_shared, n);
  /* Translators: of two paragraphs; the second number is how many words the shorter one has */
  return g_strdup_printf (ngettext ("%u of %u word is the same", "%u of %u words are the same", n), n_shared, n);
}

char *
agreed_link_describe_reason (AgreedLink *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (AgreedWords) older = NULL;
  g_autoptr (AgreedWords) newer = NULL;
  g_autoptr (GHashTable) counts = NULL;
  g_autofree char *words = NULL;
  g_autofree char *named = NULL;
  guint n_shared;

  g_return_val_if_fail (AGREED_IS_LINK (self), NULL);

  if (agreed_link_get_origin (self) == AGREED_LINK_BY_HAND)
    return g_strdup (_("Linked by hand"));

  older = agreed_words_new (agreed_paragraph_get_wording (agreed_link_get_paragraph (self, AGREED_SIDE_OLDER)), NULL);
  newer = agreed_words_new (agreed_paragraph_get_wording (agreed_link_get_paragraph (self, AGREED_SIDE_NEWER)), NULL);
  counts = count_words (older);
  n_shared = find_shared (newer, counts, names);
  words = describe_words (n_shared, count_content (older), count_content (newer));
  if (names->len == 0)
    return g_steal_pointer (&words);

  g_ptr_array_add (names, NULL);
  /* Translators: between two names in a list */
  named = g_strjoinv (_(", "), (char **) names->pdata);

  /* Translators: first how many words are the same, then the documents that both paragraphs name */
  return g_strdup_printf (_("%s; both name %s"), words, named);
}
