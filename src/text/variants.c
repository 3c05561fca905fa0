/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "variants.h"

#include "character.h"
#include "normalise.h"

#include <gio/gio.h>

#define FILE_PATH RESOURCE_PREFIX "/wording/variants.ini"

typedef struct {
  GPtrArray *groups;  /* char **: the wordings of a group, the longest first */
  GHashTable *starts; /* small letter (gunichar) → GArray of guint: groups with a wording that begins with it */
} Variants;

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  gsize length_a = strlen (*(char *const *) a), length_b = strlen (*(char *const *) b);

  return length_a > length_b ? -1 : length_a < length_b;
}

static void
add_group (Variants *variants,
           char    **wordings)
{
  g_autoptr (GPtrArray) group = g_ptr_array_new ();
  guint number = variants->groups->len;

  for (guint i = 0; wordings[i] != NULL; i++)
    {
      char *normal = agreed_normalise (wordings[i], -1, FALSE);
      gpointer key = GUINT_TO_POINTER (g_unichar_tolower (g_utf8_get_char (normal)));
      GArray *numbers = g_hash_table_lookup (variants->starts, key);

      g_ptr_array_add (group, normal);
      if (numbers == NULL)
        {
          numbers = g_array_new (FALSE, FALSE, sizeof (guint));
          g_hash_table_insert (variants->starts, key, numbers);
        }
      g_array_append_val (numbers, number);
    }
  g_ptr_array_sort (group, compare_lengths);
  g_ptr_array_add (group, NULL);
  g_ptr_array_add (variants->groups, g_ptr_array_steal (group, NULL));
}

static Variants *
variants_new (void)
{
  Variants *self = g_new0 (Variants, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (FILE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_auto (GStrv) languages = NULL;

  self->groups = g_ptr_array_new ();
  self->starts = g_hash_table_new (NULL, NULL);
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return self;
  languages = g_key_file_get_groups (file, NULL);
  for (guint i = 0; languages[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (file, languages[i], NULL, NULL);

      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_auto (GStrv) wordings = g_key_file_get_string_list (file, languages[i], keys[k], NULL, NULL);

          if (wordings != NULL)
            add_group (self, wordings);
        }
    }
  return self;
}

/* Kept for the life of the program. */
static const Variants *
get_variants (void)
{
  static gsize variants = 0;

  if (g_once_init_enter (&variants))
    g_once_init_leave (&variants, (gsize) variants_new ());
  return (const Variants *) variants;
}

static gboolean
is_spaced_letter (gunichar c)
{
  AgreedCharacterClass class = agreed_character_get_class (c);

  return class == AGREED_CHARACTER_LETTER || class == AGREED_CHARACTER_DIGIT;
}

/* Returns: the bytes of @text that are the wording, 0 where it begins with something else */
static gsize
match_wording (const char *text,
               const char *wording,
               gboolean    match_case)
{
  const char *p = text, *last = wording;

  for (const char *q = wording; *q != '\0'; last = q, q = g_utf8_next_char (q), p = g_utf8_next_char (p))
    {
      gunichar a = g_utf8_get_char (p), b = g_utf8_get_char (q);

      if (a != b && (match_case || g_unichar_tolower (a) != g_unichar_tolower (b)))
        return 0;
    }
  if (is_spaced_letter (g_utf8_get_char (last)) && is_spaced_letter (g_utf8_get_char (p)))
    return 0;
  return (gsize) (p - text);
}

const char *const *
agreed_variants_find (const char *text,
                      gunichar    previous,
                      gboolean    match_case,
                      gsize      *length)
{
  const Variants *variants = get_variants ();
  gunichar first = g_utf8_get_char (text);
  GArray *numbers = g_hash_table_lookup (variants->starts, GUINT_TO_POINTER (g_unichar_tolower (first)));
  const char *const *found = NULL;

  *length = 0;
  if (numbers == NULL || (is_spaced_letter (first) && is_spaced_letter (previous)))
    return NULL;
  for (guint i = 0; i < numbers->len; i++)
    {
      const char *const *group = g_ptr_array_index (variants->groups, g_array_index (numbers, guint, i));

      for (guint k = 0; group[k] != NULL; k++)
        {
          gsize matched = match_wording (text, group[k], match_case);

          if (matched <= *length)
            continue;
          *length = matched;
          found = group;
        }
    }
  return found;
}
