/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "anchor.h"

#include <string.h>

/* Code points kept of what stands before and after. */
#define CONTEXT 32
/* A reworded passage may have become so many times as long, and this much more. */
#define MOST_GROWTH 3
#define MOST_MORE 96
/* What stands on each side of a reworded passage has to be told apart from anything else: so many code points of it. */
#define LEAST_CONTEXT 4

static const char *
step_back (const char *from,
           const char *limit,
           guint       n)
{
  while (n-- > 0 && from > limit)
    from = g_utf8_find_prev_char (limit, from);
  return from;
}

static const char *
step_ahead (const char *from,
            guint       n)
{
  while (n-- > 0 && *from != '\0')
    from = g_utf8_next_char (from);
  return from;
}

AgreedAnchor *
agreed_anchor_new (const char *wording,
                   gsize       start,
                   gsize       length)
{
  AgreedAnchor *self;
  const char *before, *after;

  g_return_val_if_fail (wording != NULL, NULL);
  g_return_val_if_fail (length > 0 && start + length <= strlen (wording), NULL);

  before = step_back (wording + start, wording, CONTEXT);
  after = step_ahead (wording + start + length, CONTEXT);
  self = g_new0 (AgreedAnchor, 1);
  self->exact = g_strndup (wording + start, length);
  self->prefix = g_strndup (before, wording + start - before);
  self->suffix = g_strndup (wording + start + length, after - (wording + start + length));
  self->start = g_utf8_strlen (wording, start);
  return self;
}

void
agreed_anchor_free (AgreedAnchor *self)
{
  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  g_free (self);
}

AgreedAnchor *
agreed_anchor_new_kept (const char *exact,
                        const char *prefix,
                        const char *suffix,
                        guint       start)
{
  AgreedAnchor *self = g_new (AgreedAnchor, 1);

  self->exact = g_strdup (exact);
  self->prefix = g_strdup (prefix);
  self->suffix = g_strdup (suffix);
  self->start = start;
  return self;
}

AgreedAnchor *
agreed_anchor_copy (const AgreedAnchor *self)
{
  return agreed_anchor_new_kept (self->exact, self->prefix, self->suffix, self->start);
}

gboolean
agreed_anchor_equal (const AgreedAnchor *self,
                     const AgreedAnchor *other)
{
  return self->start == other->start && g_str_equal (self->exact, other->exact);
}

guint
agreed_anchor_hash (const AgreedAnchor *self)
{
  return g_str_hash (self->exact) * 33 + self->start;
}

guint
agreed_anchor_get_end (const AgreedAnchor *self)
{
  return self->start + g_utf8_strlen (self->exact, -1);
}

/* How many code points the end of the wording before @at and the end of @prefix have in common. */
static guint
count_alike_before (const char *wording,
                    const char *at,
                    const char *prefix)
{
  const char *kept = prefix + strlen (prefix);
  guint n = 0;

  while (at > wording && kept > prefix)
    {
      at = g_utf8_find_prev_char (wording, at);
      kept = g_utf8_find_prev_char (prefix, kept);
      if (g_utf8_get_char (at) != g_utf8_get_char (kept))
        break;
      n++;
    }
  return n;
}

static guint
count_alike_after (const char *at,
                   const char *suffix)
{
  guint n = 0;

  while (*at != '\0' && *suffix != '\0' && g_utf8_get_char (at) == g_utf8_get_char (suffix))
    {
      at = g_utf8_next_char (at);
      suffix = g_utf8_next_char (suffix);
      n++;
    }
  return n;
}

static const char *
find_exact (const AgreedAnchor *self,
            const char         *wording)
{
  const char *best = NULL;
  guint best_alike = 0, best_distance = 0;
  gsize length = strlen (self->exact);
  const char *counted = wording;
  guint position = 0;

  for (const char *at = strstr (wording, self->exact); at != NULL; at = strstr (g_utf8_next_char (at), self->exact))
    {
      guint alike = count_alike_before (wording, at, self->prefix) + count_alike_after (at + length, self->suffix);
      guint distance;

      position += g_utf8_strlen (counted, at - counted);
      counted = at;
      distance = position > self->start ? position - self->start : self->start - position;
      if (best == NULL || alike > best_alike || (alike == best_alike && distance < best_distance))
        {
          best = at;
          best_alike = alike;
          best_distance = distance;
        }
    }
  return best;
}

/* The longest end of @prefix that stands in the wording; *@end is where it ends there, nearest to where it was. */
static guint
find_prefix (const AgreedAnchor *self,
             const char         *wording,
             const char        **end)
{
  guint n = g_utf8_strlen (self->prefix, -1);
  const char *near = step_ahead (wording, self->start > 2 * CONTEXT ? self->start - 2 * CONTEXT : 0);

  for (const char *kept = self->prefix; *kept != '\0'; kept = g_utf8_next_char (kept), n--)
    {
      const char *at = strstr (near, kept);

      if (at == NULL)
        at = strstr (wording, kept);
      if (at != NULL)
        {
          *end = at + strlen (kept);
          return n;
        }
    }
  *end = wording;
  return 0;
}

/* The longest start of @suffix that stands after @from. */
static guint
find_suffix (const AgreedAnchor *self,
             const char         *from,
             const char        **start)
{
  for (guint n = g_utf8_strlen (self->suffix, -1); n > 0; n--)
    {
      g_autofree char *kept = g_utf8_substring (self->suffix, 0, n);
      const char *at = strstr (from, kept);

      if (at != NULL)
        {
          *start = at;
          return n;
        }
    }
  *start = from + strlen (from);
  return 0;
}

/* A side on which nothing was kept is the wording's own start or end. */
static gboolean
is_enough (guint       found,
           const char *kept)
{
  return *kept == '\0' || found >= MIN (LEAST_CONTEXT, g_utf8_strlen (kept, -1));
}

static gboolean
find_between (const AgreedAnchor *self,
              const char         *wording,
              const char        **start,
              const char        **end)
{
  guint before = find_prefix (self, wording, start);
  guint after = find_suffix (self, *start, end);
  glong now = g_utf8_strlen (*start, *end - *start);
  glong then = g_utf8_strlen (self->exact, -1);

  return is_enough (before, self->prefix) && is_enough (after, self->suffix) && now > 0 &&
         now <= MOST_GROWTH * then + MOST_MORE;
}

gboolean
agreed_anchor_find (const AgreedAnchor *self,
                    const char         *wording,
                    gsize              *start,
                    gsize              *length)
{
  const char *at, *end;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (wording != NULL, FALSE);

  at = *self->exact != '\0' ? find_exact (self, wording) : NULL;
  if (at != NULL)
    end = at + strlen (self->exact);
  else if (!find_between (self, wording, &at, &end))
    return FALSE;

  *start = at - wording;
  *length = end - at;
  return TRUE;
}
