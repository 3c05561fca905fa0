/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference.h"

#include "normalise.h"
#include "symbol.h"

#include <gio/gio.h>

#define FILE_PATH RESOURCE_PREFIX "/wording/references.ini"
/* The names of shared pieces, "{list}", that patterns may use. */
#define PIECES "pieces"

static void
agreed_reference_free (AgreedReference *self)
{
  g_strfreev (self->numbers);
  g_free (self->symbol);
  g_free (self->title);
  g_free (self);
}

/* Puts in what "{name}" stands for: the language's own piece, or the one for all. */
static char *
expand (GKeyFile   *file,
        const char *language,
        const char *pattern)
{
  GString *expanded = g_string_new (pattern);
  const char *const groups[] = { language, PIECES };

  /* Pieces hold pieces, no more than this deep. */
  for (guint depth = 0; depth < 4; depth++)
    for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
      {
        g_auto (GStrv) keys = g_key_file_get_keys (file, groups[i], NULL, NULL);

        for (guint k = 0; keys != NULL && keys[k] != NULL; k++)
          {
            g_autofree char *name = g_strdup_printf ("{%s}", keys[k]);
            g_autofree char *piece = g_key_file_get_value (file, groups[i], keys[k], NULL);

            g_string_replace (expanded, name, piece, 0);
          }
      }
  return g_string_free (expanded, FALSE);
}

static GPtrArray *
compile_patterns (GKeyFile   *file,
                  const char *language)
{
  GPtrArray *patterns = g_ptr_array_new ();
  g_auto (GStrv) keys = g_key_file_get_keys (file, language, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autofree char *value = g_key_file_get_value (file, language, keys[i], NULL);
      g_autofree char *pattern = NULL;
      g_autoptr (GError) error = NULL;
      GRegex *regex;

      if (!g_str_has_prefix (keys[i], "pattern"))
        continue;
      pattern = expand (file, language, value);
      regex = g_regex_new (pattern, G_REGEX_OPTIMIZE | G_REGEX_DUPNAMES, G_REGEX_MATCH_DEFAULT, &error);
      if (regex != NULL)
        g_ptr_array_add (patterns, regex);
      else
        g_critical ("%s of %s: %s", keys[i], language, error->message);
    }
  return patterns;
}

/* Language → array of GRegex. Kept for the life of the program. */
static GHashTable *
grammar_new (void)
{
  GHashTable *grammar = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (FILE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) groups = NULL;

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return grammar;
  groups = g_key_file_get_groups (file, NULL);
  for (guint i = 0; groups[i] != NULL; i++)
    if (strlen (groups[i]) == 2)
      g_hash_table_insert (grammar, g_strdup (groups[i]), compile_patterns (file, groups[i]));
  return grammar;
}

static GPtrArray *
get_patterns (const char *language)
{
  static gsize grammar = 0;
  char primary[3] = { 0 };

  if (g_once_init_enter (&grammar))
    g_once_init_leave (&grammar, (gsize) grammar_new ());
  if (language == NULL || strlen (language) < 2)
    return NULL;
  memcpy (primary, language, 2);
  return g_hash_table_lookup ((GHashTable *) grammar, primary);
}

/* "22 and 23(a)" → "22", "23(a)" */
static char **
split_numbers (const char *list)
{
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  g_autoptr (GRegex) regex = g_regex_new ("\\d+(?:\\s*\\([a-z]+\\))*", 0, 0, NULL);
  g_autoptr (GMatchInfo) info = NULL;

  for (gboolean found = g_regex_match (regex, list, 0, &info); found; found = g_match_info_next (info, NULL))
    {
      g_auto (GStrv) words = NULL;
      g_autofree char *number = g_match_info_fetch (info, 0);

      words = g_strsplit (number, " ", -1);
      g_strv_builder_take (numbers, g_strjoinv ("", words));
    }
  return g_strv_builder_end (numbers);
}

static char *
fetch (GMatchInfo *info,
       const char *name)
{
  g_autofree char *value = g_match_info_fetch_named (info, name);

  return value != NULL && *value != '\0' ? g_steal_pointer (&value) : NULL;
}

static void
add_reference (GPtrArray          *references,
               GMatchInfo         *info,
               const AgreedNormal *normal)
{
  AgreedReference *self = g_new0 (AgreedReference, 1);
  g_autofree char *numbers = fetch (info, "numbers");
  g_autofree char *symbol = fetch (info, "symbol");
  g_autofree char *preamble = fetch (info, "preamble");
  int start, end;

  g_match_info_fetch_pos (info, 0, &start, &end);
  agreed_normal_get_range (normal, (gsize) start, (gsize) (end - start), &self->start, &self->length);
  self->numbers = split_numbers (numbers != NULL ? numbers : "");
  self->symbol = symbol != NULL ? agreed_symbol_normalise (symbol, -1) : NULL;
  self->title = fetch (info, "title");
  self->preambular = preamble != NULL;
  for (guint i = 0; i < references->len; i++)
    {
      const AgreedReference *other = references->pdata[i];

      if (self->start < other->start + other->length && other->start < self->start + self->length)
        {
          agreed_reference_free (self);
          return;
        }
    }
  g_ptr_array_add (references, self);
}

static int
compare_starts (gconstpointer a,
                gconstpointer b)
{
  const AgreedReference *first = *(const AgreedReference *const *) a, *second = *(const AgreedReference *const *) b;

  return first->start < second->start ? -1 : first->start > second->start;
}

GPtrArray *
agreed_references_find (const char *wording,
                        const char *language)
{
  GPtrArray *references = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_reference_free);
  GPtrArray *patterns = get_patterns (language);
  g_autoptr (AgreedNormal) normal = NULL;

  g_return_val_if_fail (wording != NULL, references);

  if (patterns == NULL)
    return references;
  normal = agreed_normal_new (wording, -1, FALSE);
  for (guint i = 0; i < patterns->len; i++)
    {
      g_autoptr (GMatchInfo) info = NULL;

      for (gboolean found = g_regex_match (patterns->pdata[i], normal->text, 0, &info); found;
           found = g_match_info_next (info, NULL))
        add_reference (references, info, normal);
    }
  g_ptr_array_sort (references, compare_starts);
  return references;
}
