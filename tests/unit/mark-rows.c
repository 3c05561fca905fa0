/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks the rows of a file of tests/data/differences, for test-text-marking.py: for each row its runs, and where ICU's
 * own dictionary sees the beginnings of words, in code points, which does not depend on how we break words. */
#include "difference.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <unicode/ubrk.h>

static void
add_runs (JsonBuilder *builder,
          const char  *older,
          const char  *newer,
          GArray      *runs)
{
  json_builder_set_member_name (builder, "runs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      g_autofree char *in_older = g_strndup (older + run->older_start, run->older_length);
      g_autofree char *in_newer = g_strndup (newer + run->newer_start, run->newer_length);

      json_builder_begin_array (builder);
      json_builder_add_string_value (builder, agreed_run_kind_to_string (run->kind));
      json_builder_add_string_value (builder, in_older);
      json_builder_add_string_value (builder, in_newer);
      json_builder_end_array (builder);
    }
  json_builder_end_array (builder);
}

static void
add_words (JsonBuilder *builder,
           const char  *name,
           const char  *text,
           const char  *language)
{
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, NULL, NULL);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *iterator = ubrk_open (UBRK_WORD, language, (const UChar *) units, -1, &status);
  glong n = 0;

  g_assert_true (U_SUCCESS (status));
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (int32_t from = 0, to = ubrk_first (iterator); to != UBRK_DONE; from = to, to = ubrk_next (iterator))
    {
      for (int32_t i = from; i < to; i++)
        n += (units[i] & 0xfc00) != 0xdc00;
      json_builder_add_int_value (builder, n);
    }
  json_builder_end_array (builder);
  ubrk_close (iterator);
}

static void
mark_row (JsonBuilder *builder,
          JsonObject  *row)
{
  const char *language = json_object_get_string_member (row, "language");
  const char *older = json_object_get_string_member (row, "older");
  const char *newer = json_object_get_string_member (row, "newer");
  g_autoptr (GArray) runs = agreed_difference_new (older, newer, language);

  json_builder_begin_object (builder);
  add_runs (builder, older, newer, runs);
  add_words (builder, "older_words", older, language);
  add_words (builder, "newer_words", newer, language);
  json_builder_end_object (builder);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  JsonArray *rows;

  if (argc != 2)
    g_error ("usage: %s FILE", argv[0]);

  json_parser_load_from_file (parser, argv[1], &error);
  g_assert_no_error (error);
  rows = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)), "rows");
  json_builder_begin_array (builder);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    mark_row (builder, json_array_get_object_element (rows, i));
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  puts (text); /* g_print() would turn it into the character set of the locale */

  return 0;
}
