/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "normalise.h"

#include "character.h"

#include <string.h>

/* The end of the character at @p with the marks that combine with it, and whether it takes more than a look at each
 * character to say what it is compared as. */
static const char *
cluster_end (const char *p,
             const char *end,
             gboolean   *plain)
{
  *plain = agreed_character_fold (agreed_character_at (p)) != AGREED_CHARACTER_SEVERAL;
  for (p = g_utf8_next_char (p); p < end; p = g_utf8_next_char (p))
    {
      if ((guchar) *p < 0x80 || agreed_character_get_class (agreed_character_at (p)) != AGREED_CHARACTER_MARK)
        break;
      *plain = FALSE;
    }

  return p;
}

/* Characters that are compared as several, and letters with marks: taken apart, then composed. Returns: (transfer full) */
static char *
compose (const char *p,
         const char *end)
{
  g_autoptr (GString) apart = g_string_new (NULL);

  for (; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = agreed_character_at (p);
      gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
      gsize n_parts = 1;

      parts[0] = c;
      if (agreed_character_fold (c) == AGREED_CHARACTER_SEVERAL)
        n_parts = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));
      for (gsize i = 0; i < n_parts; i++)
        g_string_append_unichar (apart, parts[i]);
    }

  return g_utf8_normalize (apart->str, apart->len, G_NORMALIZE_NFC);
}

static void
append (GString *out,
        GArray  *origins,
        gunichar c,
        guint32  origin)
{
  gsize before = out->len;

  g_string_append_unichar (out, c);
  for (gsize i = before; i < out->len; i++)
    g_array_append_val (origins, origin);
}

/* Whether a space beside @c says nothing: Chinese sets none, and PDFs leave some. */
static gboolean
needs_no_space (gunichar c)
{
  return agreed_character_get_class (c) == AGREED_CHARACTER_DICTIONARY || (c >= 0x3001 && c <= 0x3011) ||
         (c >= 0xff01 && c <= 0xff1f && !g_unichar_isdigit (c)) || c == 0x3014 || c == 0x3015;
}

AgreedNormal *
agreed_normal_new (const char *text,
                   gssize      length,
                   gboolean    fold_case)
{
  g_autoptr (GArray) origins = NULL;
  GString *out;
  AgreedNormal *self;
  const char *end, *space = NULL;
  gboolean joins = TRUE, plain;

  g_return_val_if_fail (text != NULL, NULL);

  end = text + (length < 0 ? strlen (text) : (gsize) length);
  out = g_string_sized_new (end - text);
  origins = g_array_sized_new (FALSE, FALSE, sizeof (guint32), end - text + 1);

  for (const char *p = text, *next; p < end; p = next)
    {
      gunichar c = agreed_character_at (p);
      gunichar fold = fold_case ? agreed_character_fold_case (c) : agreed_character_fold (c);

      next = cluster_end (p, end, &plain);
      if (fold == ' ' && plain)
        {
          space = space ? space : p;
          continue;
        }
      if (fold == 0 && plain)
        continue;
      if (space && !joins && !needs_no_space (c))
        append (out, origins, ' ', space - text);
      space = NULL;
      joins = needs_no_space (c);

      if (plain)
        {
          append (out, origins, fold, p - text);
        }
      else
        {
          g_autofree char *composed = compose (p, next);

          for (const char *q = composed; *q != '\0'; q = g_utf8_next_char (q))
            {
              c = agreed_character_at (q);
              fold = fold_case ? agreed_character_fold_case (c) : agreed_character_fold (c);
              if (fold != 0)
                append (out, origins, fold == AGREED_CHARACTER_SEVERAL ? c : fold, p - text);
            }
        }
    }

  self = g_new0 (AgreedNormal, 1);
  self->length = out->len;
  self->text = g_string_free_and_steal (out);
  self->origins = (guint32 *) (void *) g_array_steal (origins, NULL);
  self->original = text;
  self->original_length = end - text;

  return self;
}

void
agreed_normal_get_range (const AgreedNormal *self,
                         gsize               start,
                         gsize               length,
                         gsize              *original_start,
                         gsize              *original_length)
{
  const char *end;
  gboolean plain;

  g_return_if_fail (self != NULL && start <= self->length && length <= self->length - start);

  if (length == 0)
    {
      *original_start = start < self->length ? self->origins[start] : self->original_length;
      *original_length = 0;
      return;
    }

  end = cluster_end (self->original + self->origins[start + length - 1], self->original + self->original_length, &plain);
  *original_start = self->origins[start];
  *original_length = end - self->original - *original_start;
}

void
agreed_normal_free (AgreedNormal *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->text);
  g_free (self->origins);
  g_free (self);
}

char *
agreed_normalise (const char *text,
                  gssize      length,
                  gboolean    fold_case)
{
  g_autoptr (AgreedNormal) normal = agreed_normal_new (text, length, fold_case);

  return normal ? g_steal_pointer (&normal->text) : NULL;
}

/* FNV-1a over characters, then a finish that spreads what is left in the high bits. */
static inline guint64
stir (guint64  key,
      gunichar c)
{
  return (key ^ c) * G_GUINT64_CONSTANT (0x100000001b3);
}

static inline guint64
finish (guint64 key)
{
  key = (key ^ (key >> 33)) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
  key = (key ^ (key >> 33)) * G_GUINT64_CONSTANT (0xc4ceb9fe1a85ec53);

  return key ^ (key >> 33);
}

guint64
agreed_normalise_key (const char *text,
                      gsize       length,
                      guint64    *folded)
{
  guint64 key = G_GUINT64_CONSTANT (0xcbf29ce484222325), lower = key;
  const char *end = text + length;
  g_autofree char *composed = NULL;
  gboolean plain;

  for (const char *p = text, *next; p < end; p = next)
    {
      gunichar c = agreed_character_at (p);
      gunichar fold = agreed_character_fold (c);

      next = g_utf8_next_char (p);
      if (fold == AGREED_CHARACTER_SEVERAL || (next < end && (guchar) *next >= 0xcc && cluster_end (p, end, &plain) != next))
        {
          next = cluster_end (p, end, &plain);
          g_free (composed);
          composed = compose (p, next);
          for (const char *q = composed; *q != '\0'; q = g_utf8_next_char (q))
            {
              c = agreed_character_at (q);
              fold = agreed_character_fold (c);
              if (fold == AGREED_CHARACTER_SEVERAL)
                fold = c;
              if (fold != 0 && fold != ' ')
                {
                  key = stir (key, fold);
                  lower = stir (lower, g_unichar_tolower (fold));
                }
            }
        }
      else if (fold != 0 && fold != ' ')
        {
          key = stir (key, fold);
          lower = stir (lower, agreed_character_fold_case (c));
        }
    }

  if (folded)
    *folded = finish (lower);

  return finish (key);
}
