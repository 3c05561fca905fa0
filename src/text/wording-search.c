/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-search.h"

#include "character.h"
#include "normalise.h"
#include "variants.h"

#include <glib/gi18n.h>

G_DEFINE_QUARK (agreed-search-error-quark, agreed_search_error)

/* One of two: a plain string that is looked for as it is, or an expression. Both are looked for in the normalised
 * wording where widths are ignored, and in the wording itself where they are not. */
struct _AgreedSearch {
  char *needle;
  gsize needle_length;
  GRegex *regex;
  gboolean normalise;
  gboolean fold_case; /* while normalising */
};

/* What is wrong with an expression, for somebody who types one now and then. */
static const char *
describe_problem (int code)
{
  switch (code)
    {
    case G_REGEX_ERROR_UNMATCHED_PARENTHESIS:
      return _("A round bracket is closed that was not opened, or opened and not closed");
    case G_REGEX_ERROR_UNTERMINATED_CHARACTER_CLASS:
      return _("A square bracket is not closed");
    case G_REGEX_ERROR_NOTHING_TO_REPEAT:
      return _("There is nothing to repeat before *, + or ?");
    case G_REGEX_ERROR_STRAY_BACKSLASH:
      return _("A backslash stands at the end");
    case G_REGEX_ERROR_RANGE_OUT_OF_ORDER:
      return _("A range in square brackets runs backwards");
    case G_REGEX_ERROR_QUANTIFIERS_OUT_OF_ORDER:
      return _("In {m,n} the second number is smaller than the first");
    case G_REGEX_ERROR_QUANTIFIER_TOO_BIG:
      return _("A number in {m,n} is too large");
    case G_REGEX_ERROR_UNRECOGNIZED_ESCAPE:
    case G_REGEX_ERROR_MISSING_CONTROL_CHAR:
      return _("A letter after a backslash has no meaning");
    case G_REGEX_ERROR_INEXISTENT_SUBPATTERN_REFERENCE:
      return _("It refers to a group that is not there");
    case G_REGEX_ERROR_EXPRESSION_TOO_LARGE:
      return _("It is too long");
    default:
      return NULL;
    }
}

static GRegex *
compile (const char         *pattern,
         AgreedSearchFlags   flags,
         GError            **error)
{
  GRegexCompileFlags options = G_REGEX_OPTIMIZE;
  g_autoptr (GError) problem = NULL;
  GRegex *regex;
  const char *words;

  if ((flags & AGREED_SEARCH_MATCH_CASE) == 0)
    options |= G_REGEX_CASELESS;
  regex = g_regex_new (pattern, options, G_REGEX_MATCH_DEFAULT, &problem);
  if (regex != NULL)
    return regex;
  words = describe_problem (problem->code);
  g_set_error_literal (error, AGREED_SEARCH_ERROR, AGREED_SEARCH_ERROR_PATTERN,
                       words != NULL ? words : _("This is not a regular expression"));
  return NULL;
}

static gboolean
is_dictionary (const char *p)
{
  return agreed_character_get_class (g_utf8_get_char (p)) == AGREED_CHARACTER_DICTIONARY;
}

/* An expression is made to fit normalised wordings character by character: ， becomes a comma, （ an escaped bracket, for
 * it was never meant as a sign of the expression; a space beside Chinese goes. */
static char *
normalise_expression (const char *query)
{
  GString *out = g_string_new (NULL);

  for (const char *p = query, *previous = NULL; *p != '\0'; previous = p, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p), fold = agreed_character_fold (c);

      if (fold == ' ' && ((previous != NULL && is_dictionary (previous)) || is_dictionary (g_utf8_next_char (p))))
        continue;
      if (fold == 0)
        continue;
      if (fold == AGREED_CHARACTER_SEVERAL)
        {
          g_autofree char *normal = agreed_normalise (p, g_utf8_next_char (p) - p, FALSE);
          g_autofree char *escaped = g_regex_escape_string (normal, -1);

          g_string_append (out, escaped);
          continue;
        }
      if (fold != c && fold < 0x80 && g_ascii_ispunct ((char) fold))
        g_string_append_c (out, '\\');
      g_string_append_unichar (out, fold);
    }
  return g_string_free (out, FALSE);
}

/* What was typed stays as it was, in the middle of words too; the others are found as words. */
static void
append_alternatives (GString           *pattern,
                     const char        *typed,
                     gsize              length,
                     const char *const *wordings)
{
  g_autofree char *escaped = g_regex_escape_string (typed, (int) length);

  g_string_append_printf (pattern, "(?:");
  for (guint i = 0; wordings[i] != NULL; i++)
    {
      g_autofree char *other = g_regex_escape_string (wordings[i], -1);
      gboolean spaced = !is_dictionary (wordings[i]);

      if (strlen (wordings[i]) != length || g_ascii_strncasecmp (wordings[i], typed, length) != 0)
        g_string_append_printf (pattern, "%s%s%s|", spaced ? "\\b" : "", other, spaced ? "\\b" : "");
    }
  g_string_append_printf (pattern, "%s)", escaped);
}

/* The query as an expression, with what else its words may be. @is_regex: then only plain stretches of it are looked at.
 * @found: (out): whether there are any variants */
static char *
add_variants (const char *query,
              gboolean    is_regex,
              gboolean    match_case,
              gboolean   *found)
{
  GString *pattern = g_string_new (NULL);
  gunichar previous = 0;
  gboolean in_class = FALSE;

  *found = FALSE;
  for (const char *p = query; *p != '\0';)
    {
      const char *next = g_utf8_next_char (p);
      const char *const *wordings = NULL;
      gsize length = 0;

      if (is_regex && *p == '\\' && *next != '\0')
        next = g_utf8_next_char (next);
      else if (is_regex && (*p == '[' || *p == ']'))
        in_class = *p == '[';
      else if (!in_class)
        wordings = agreed_variants_find (p, previous, match_case, &length);
      if (wordings != NULL)
        {
          append_alternatives (pattern, p, length, wordings);
          next = p + length;
          *found = TRUE;
        }
      else if (is_regex)
        g_string_append_len (pattern, p, next - p);
      else
        {
          g_autofree char *escaped = g_regex_escape_string (p, (int) (next - p));

          g_string_append (pattern, escaped);
        }
      previous = g_utf8_get_char (g_utf8_find_prev_char (query, next));
      p = next;
    }
  return g_string_free (pattern, FALSE);
}

/* An expression, or a query of which the words may be others. Returns: FALSE with an error where it is none */
static gboolean
take_expression (AgreedSearch       *self,
                 const char         *query,
                 AgreedSearchFlags   flags,
                 GError            **error)
{
  gboolean is_regex = (flags & AGREED_SEARCH_REGEX) != 0;
  g_autofree char *words = NULL, *pattern = NULL;
  gboolean has_variants = FALSE;

  if (!self->normalise)
    words = g_strdup (query);
  else if (is_regex)
    words = normalise_expression (query);
  else
    words = agreed_normalise (query, -1, FALSE);
  if (is_regex)
    {
      /* Told by what was typed, not by what is made of it. */
      g_autoptr (GRegex) typed = compile (query, flags, error);

      if (typed == NULL)
        return FALSE;
    }
  if ((flags & AGREED_SEARCH_VARIANTS) != 0)
    pattern = add_variants (words, is_regex, (flags & AGREED_SEARCH_MATCH_CASE) != 0, &has_variants);
  if (has_variants)
    self->regex = compile (pattern, flags, error);
  else if (is_regex)
    self->regex = compile (words, flags, error);
  return has_variants || is_regex ? self->regex != NULL : TRUE;
}

static gboolean
take_plain (AgreedSearch       *self,
            const char         *query,
            AgreedSearchFlags   flags,
            GError            **error)
{
  gboolean match_case = (flags & AGREED_SEARCH_MATCH_CASE) != 0;

  if (!self->normalise && !match_case)
    {
      g_autofree char *escaped = g_regex_escape_string (query, -1);

      self->regex = compile (escaped, flags, error);
      return self->regex != NULL;
    }
  self->fold_case = self->normalise && !match_case;
  self->needle = self->normalise ? agreed_normalise (query, -1, self->fold_case) : g_strdup (query);
  self->needle_length = strlen (self->needle);
  return TRUE;
}

AgreedSearch *
agreed_search_new (const char         *query,
                   AgreedSearchFlags   flags,
                   GError            **error)
{
  g_autoptr (AgreedSearch) self = NULL;

  g_return_val_if_fail (query != NULL && *query != '\0', NULL);

  self = g_new0 (AgreedSearch, 1);
  self->normalise = (flags & (AGREED_SEARCH_IGNORE_WIDTH | AGREED_SEARCH_VARIANTS)) != 0;
  if ((flags & (AGREED_SEARCH_REGEX | AGREED_SEARCH_VARIANTS)) != 0 && !take_expression (self, query, flags, error))
    return NULL;
  if (self->regex == NULL && !take_plain (self, query, flags, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
agreed_search_free (AgreedSearch *self)
{
  g_clear_pointer (&self->regex, g_regex_unref);
  g_free (self->needle);
  g_free (self);
}

/* @normal: NULL where the wording itself was searched */
static void
add_match (GArray             *matches,
           const AgreedNormal *normal,
           gsize               start,
           gsize               length)
{
  AgreedMatch match = { start, length };

  if (length == 0)
    return;
  if (normal != NULL)
    agreed_normal_get_range (normal, start, length, &match.start, &match.length);
  if (match.length > 0)
    g_array_append_val (matches, match);
}

static void
find_needle (const AgreedSearch *self,
             const char         *text,
             const AgreedNormal *normal,
             GArray             *matches)
{
  if (self->needle_length == 0)
    return;
  for (const char *p = strstr (text, self->needle); p != NULL; p = strstr (p + self->needle_length, self->needle))
    add_match (matches, normal, (gsize) (p - text), self->needle_length);
}

static gboolean
find_regex (const AgreedSearch  *self,
            const char          *text,
            const AgreedNormal  *normal,
            GArray              *matches,
            GError             **error)
{
  g_autoptr (GMatchInfo) info = NULL;
  g_autoptr (GError) problem = NULL;
  gboolean found = g_regex_match_full (self->regex, text, -1, 0, G_REGEX_MATCH_DEFAULT, &info, &problem);

  while (found && problem == NULL)
    {
      int start, end;

      if (g_match_info_fetch_pos (info, 0, &start, &end))
        add_match (matches, normal, (gsize) start, (gsize) (end - start));
      found = g_match_info_next (info, &problem);
    }
  if (problem == NULL)
    return TRUE;
  g_set_error_literal (error, AGREED_SEARCH_ERROR, AGREED_SEARCH_ERROR_COMPLICATED,
                       _("This expression is too complicated for a text as long as this"));
  return FALSE;
}

gboolean
agreed_search_find (const AgreedSearch  *self,
                    const char          *wording,
                    GArray              *matches,
                    GError             **error)
{
  g_autoptr (AgreedNormal) normal = NULL;
  const char *text = wording;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (wording != NULL, FALSE);

  if (self->normalise)
    {
      normal = agreed_normal_new (wording, -1, self->fold_case);
      text = normal->text;
    }
  if (self->regex != NULL)
    return find_regex (self, text, normal, matches, error);
  find_needle (self, text, normal, matches);
  return TRUE;
}
