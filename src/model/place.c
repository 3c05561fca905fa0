/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place.h"

#include "normalise.h"

#include <string.h>

#define FILE_PATH RESOURCE_PREFIX "/wording/references.ini"

/* The words for each part, in all languages: [places] of the file. Kept for the life of the program. */
typedef struct {
  char **words[AGREED_PART_OPERATIVE + 1];
} PartWords;

static PartWords *
part_words_new (void)
{
  static const char *const keys[] = { [AGREED_PART_PREAMBULAR] = "preambular", [AGREED_PART_OPERATIVE] = "operative" };
  PartWords *self = g_new0 (PartWords, 1);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autoptr (GBytes) bytes = g_resources_lookup_data (FILE_PATH, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, NULL))
    return self;
  for (guint part = AGREED_PART_PREAMBULAR; part <= AGREED_PART_OPERATIVE; part++)
    {
      self->words[part] = g_key_file_get_string_list (file, "places", keys[part], NULL, NULL);
      for (guint i = 0; self->words[part] != NULL && self->words[part][i] != NULL; i++)
        {
          char *word = agreed_normalise (self->words[part][i], -1, TRUE);

          g_free (self->words[part][i]);
          self->words[part][i] = word;
        }
    }
  return self;
}

static const PartWords *
get_part_words (void)
{
  static gsize words = 0;

  if (g_once_init_enter (&words))
    g_once_init_leave (&words, (gsize) part_words_new ());
  return (const PartWords *) words;
}

static AgreedPart
find_part (const char *words)
{
  const PartWords *known = get_part_words ();

  for (guint part = AGREED_PART_PREAMBULAR; part <= AGREED_PART_OPERATIVE; part++)
    for (guint i = 0; known->words[part] != NULL && known->words[part][i] != NULL; i++)
      if (strstr (words, known->words[part][i]) != NULL)
        return part;
  return AGREED_PART_ANY;
}

AgreedPlaceName *
agreed_place_name_parse (const char *words)
{
  g_autofree char *normal = NULL;
  g_autoptr (GString) number = g_string_new (NULL);
  AgreedPlaceName *self;
  const char *p;

  g_return_val_if_fail (words != NULL, NULL);

  normal = agreed_normalise (words, -1, TRUE);
  for (p = normal; *p != '\0' && !g_ascii_isdigit (*p); p++)
    ;
  /* What stands behind the number is its sub-paragraph, or the word for a paragraph, or nothing. */
  for (; g_ascii_isdigit (*p); p++)
    g_string_append_c (number, *p);
  if (number->len == 0)
    return NULL;
  while (*p == ' ' || *p == '(')
    {
      while (*p == ' ')
        p++;
      if (*p != '(')
        break;
      do
        g_string_append_c (number, *p);
      while (*p++ != ')' && (g_ascii_isalnum (*p) || *p == ')'));
    }

  self = g_new0 (AgreedPlaceName, 1);
  self->part = find_part (normal);
  self->number = g_string_free (g_steal_pointer (&number), FALSE);
  return self;
}

void
agreed_place_name_free (AgreedPlaceName *self)
{
  g_free (self->number);
  g_free (self);
}

guint
agreed_place_name_match (const AgreedPlaceName *self,
                         const char            *label)
{
  gsize length = strlen (self->number);

  g_return_val_if_fail (label != NULL, 0);

  if (strlen (label) < 3 || (self->part == AGREED_PART_PREAMBULAR && label[0] != 'P')
      || (self->part == AGREED_PART_OPERATIVE && label[0] != 'O'))
    return 0;
  label += strlen ("OP");
  if (g_ascii_strncasecmp (label, self->number, length) != 0)
    return 0;
  return label[length] == '\0' ? 3 : label[length] == '(' ? 2 : 1;
}
