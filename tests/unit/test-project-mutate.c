/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ten thousand damaged project files: each is opened, and then saved and opened again as the same, or it is refused with one
 * sentence. Which ones is the same at every run. */
#include "project-sample.h"

#define N_FILES 10000

/* A stretch of the file that is one JSON value. */
typedef struct {
  gsize start;
  gsize end;
  gboolean member; /* it follows a name and a colon, the name beginning at @name */
  gsize name;
} Value;

typedef struct {
  char *json;
  gsize length;
  GArray *values; /* Value */
  GRand *random;
} Source;

static gsize
skip_string (const char *json,
             gsize       at)
{
  for (at++; json[at] != '"'; at++)
    at += json[at] == '\\';

  return at + 1;
}

static gsize
find_value_end (const char *json,
                gsize       at)
{
  guint depth = 0;

  if (json[at] == '"')
    return skip_string (json, at);
  if (strchr ("{[", json[at]) == NULL)
    return at + strcspn (json + at, ",]} \n");
  do
    {
      if (json[at] == '"')
        {
          at = skip_string (json, at);
          continue;
        }
      depth += strchr ("{[", json[at]) != NULL;
      depth -= strchr ("}]", json[at]) != NULL;
      at++;
    }
  while (depth > 0);

  return at;
}

/* Every member's value and every element of a list that is an object. */
static void
list_values (Source *source)
{
  const char *json = source->json;
  gsize name = 0;

  for (gsize at = 0; at < source->length;)
    {
      Value value = { .start = at };

      if (json[at] == '"')
        {
          name = at;
          at = skip_string (json, at);
          continue;
        }
      if (g_str_has_prefix (json + at, " : "))
        {
          value.start = at + 3;
          value.member = TRUE;
          value.name = name;
          value.end = find_value_end (json, value.start);
          g_array_append_val (source->values, value);
          /* A string that is a value is no name. */
          at = json[value.start] == '"' ? value.end : value.start;
          continue;
        }
      if (json[at] == '{')
        {
          value.end = find_value_end (json, at);
          g_array_append_val (source->values, value);
        }
      at++;
    }
}

static const Value *
pick (Source *source)
{
  return &g_array_index (source->values, Value, g_rand_int_range (source->random, 0, source->values->len));
}

static GString *
splice (Source     *source,
        gsize       start,
        gsize       end,
        const char *insert,
        gssize      length)
{
  GString *result = g_string_new_len (source->json, start);

  g_string_append_len (result, insert, length);
  g_string_append_len (result, source->json + end, source->length - end);
  return result;
}

static GString *
cut (Source *source)
{
  gsize start = g_rand_int_range (source->random, 0, source->length);
  gsize end = g_rand_boolean (source->random) ? source->length
                                              : (gsize) g_rand_int_range (source->random, start, source->length);

  return splice (source, start, end, "", 0);
}

static GString *
flip (Source *source)
{
  GString *result = g_string_new_len (source->json, source->length);

  for (int n = g_rand_int_range (source->random, 1, 4); n > 0; n--)
    result->str[g_rand_int_range (source->random, 0, result->len)] ^= 1 << g_rand_int_range (source->random, 0, 8);

  return result;
}

/* Two values change places. */
static GString *
swap (Source *source)
{
  const Value *one = pick (source);
  const Value *two = pick (source);
  GString *result;

  if (one->start > two->start)
    {
      const Value *first = two;

      two = one;
      one = first;
    }
  if (two->start < one->end)
    return splice (source, one->start, one->end, source->json + two->start, two->end - two->start);

  result = splice (source, two->start, two->end, source->json + one->start, one->end - one->start);
  g_string_erase (result, one->start, one->end - one->start);
  g_string_insert_len (result, one->start, source->json + two->start, two->end - two->start);
  return result;
}

static GString *
deepen (Source *source)
{
  const Value *value = pick (source);
  int depth = g_rand_int_range (source->random, 1, 300);
  g_autoptr (GString) nest = g_string_new (NULL);

  for (int i = 0; i < depth; i++)
    g_string_append (nest, "[");
  g_string_append (nest, "1");
  for (int i = 0; i < depth; i++)
    g_string_append (nest, "]");

  if (!value->member || g_rand_boolean (source->random))
    return splice (source, value->start, value->end, nest->str, nest->len);

  /* As a member that nobody knows, which is fine up to a certain depth. */
  g_string_prepend (nest, "\"x-deep\": ");
  g_string_append (nest, ", ");
  return splice (source, value->name, value->name, nest->str, nest->len);
}

static GString *
replace_by_one_of (Source            *source,
                   const char *const *others)
{
  const Value *value = pick (source);
  const char *other = others[g_rand_int_range (source->random, 0, g_strv_length ((GStrv) others))];

  return splice (source, value->start, value->end, other, strlen (other));
}

static GString *
enlarge (Source *source)
{
  static const char *const numbers[] = { "9223372036854775807", "9223372036854775808", "-9223372036854775809", "4294967296",
                                         "2147483648", "1e308", "1e309", "-1e-400", "-0", "0.5", "1E2", "007",
                                         "99999999999999999999999999999999999999999", NULL };

  return replace_by_one_of (source, numbers);
}

static GString *
retype (Source *source)
{
  static const char *const others[] = { "null", "true", "false", "0", "-1", "1", "\"\"", "\"x\"", "[]", "{}", "[null]",
                                        "[{}]", "[[]]", "{\"\": 1}", "\"\\ud83d\\ude00\"", NULL };

  return replace_by_one_of (source, others);
}

/* A member, or an element, stands there twice. */
static GString *
duplicate (Source *source)
{
  const Value *value = pick (source);
  gsize start = value->member ? value->name : value->start;
  g_autofree char *copy = g_strdup_printf ("%.*s, ", (int) (value->end - start), source->json + start);

  return splice (source, start, start, copy, strlen (copy));
}

static GString *
spoil (Source *source)
{
  static const char *const bytes[] = { "\xff", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe5\xae", "\x80", "\x01",
                                       "\\u0000", "\\ud800", "\\u12" };
  gsize at = g_rand_int_range (source->random, 0, source->length);
  const char *what = bytes[g_rand_int_range (source->random, 0, G_N_ELEMENTS (bytes))];

  return g_rand_int_range (source->random, 0, 20) > 0 ? splice (source, at, at, what, strlen (what))
                                                      : splice (source, at, at, "\0", 1);
}

static const struct {
  const char *name;
  GString *(*damage) (Source *source);
} kinds[] = {
  { "cut", cut },         { "flipped", flip },    { "swapped", swap },       { "deep", deepen },
  { "huge numbers", enlarge }, { "wrong types", retype }, { "twice", duplicate }, { "not UTF-8", spoil },
};

static void
check_refusal (GError *error)
{
  g_assert_true (error->domain == AGREED_STORE_ERROR);
  g_assert_true (g_str_has_prefix (error->message, "m.agreed: "));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
  g_assert_cmpuint (strlen (error->message), >, strlen ("m.agreed: "));
  g_assert_cmpuint (g_utf8_strlen (error->message, -1), <, 400);
}

static void
check_opened (AgreedProject *project)
{
  g_autofree char *saved = sample_to_string (project);
  g_autoptr (AgreedProject) again = sample_from_string (saved);
  g_autofree char *saved_again = sample_to_string (again);

  g_assert_cmpstr (saved, ==, saved_again);
  g_assert_false (agreed_project_get_modified (project));
  /* What is shown of it. */
  agreed_project_get_comparison (project);
}

static void
test_mutate (void)
{
  g_autoptr (AgreedProject) project = sample_project ();
  Source source = { .random = g_rand_new_with_seed (66), .values = g_array_new (FALSE, FALSE, sizeof (Value)) };
  guint opened[G_N_ELEMENTS (kinds)] = { 0 };
  guint total = 0;

  sample_decide (project);
  agreed_project_set_passage_tag (project, sample_get_paragraph (project, 1, 0, 0), strlen ("又回顾"), strlen ("𠮷字"),
                                  sample_get_topic (project, "gender"), TRUE);
  sample_note (project);
  source.json = sample_to_string (project);
  source.length = strlen (source.json);
  list_values (&source);
  g_assert_cmpuint (source.values->len, >, 100);

  for (guint i = 0; i < N_FILES; i++)
    {
      GString *damaged = kinds[i % G_N_ELEMENTS (kinds)].damage (&source);
      g_autoptr (GBytes) bytes = g_string_free_to_bytes (damaged);
      g_autoptr (GError) error = NULL;
      g_autoptr (AgreedProject) found = agreed_store_from_bytes (bytes, "m.agreed", &error);

      g_assert_true ((found == NULL) == (error != NULL));
      if (found == NULL)
        check_refusal (error);
      else
        {
          check_opened (found);
          opened[i % G_N_ELEMENTS (kinds)]++;
          total++;
        }
    }

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_test_message ("%s: %u of %u opened, the others refused", kinds[i].name, opened[i],
                    N_FILES / (guint) G_N_ELEMENTS (kinds));
  /* Neither everything nor nothing may be refused, or the damages test nothing. */
  g_assert_cmpuint (total, >, N_FILES / 50);
  g_assert_cmpuint (total, <, N_FILES / 2);

  g_free (source.json);
  g_array_unref (source.values);
  g_rand_free (source.random);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/project/mutate", test_mutate);

  return g_test_run ();
}
