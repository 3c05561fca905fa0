/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "moves.h"

#include <string.h>

static void
assert_kept (const guint *positions,
             const char  *kept)
{
  AgreedStep steps[16] = { 0 };
  gboolean marks[16];
  guint n = strlen (kept);

  for (guint i = 0; i < n; i++)
    steps[i] = (AgreedStep) { positions[i], 1 };
  agreed_moves_keep (steps, n, marks);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (marks[i], ==, kept[i] == 'k');
}

static void
test_order (void)
{
  assert_kept ((guint[]) { 0, 1, 2, 3 }, "kkkk");
  /* Something put in or left out leaves gaps, and moves nothing. */
  assert_kept ((guint[]) { 2, 3, 7, 9 }, "kkkk");
  assert_kept ((guint[]) { 3, 0, 1, 2 }, "mkkk");
  assert_kept ((guint[]) { 1, 2, 3, 0 }, "kkkm");
  /* One that became two, twice. */
  assert_kept ((guint[]) { 0, 0, 1, 1, 2 }, "kkkkk");
  assert_kept (NULL, "");
}

static void
test_weight (void)
{
  AgreedStep steps[] = { { 1, 5 }, { 0, 50 } };
  gboolean kept[2];

  agreed_moves_keep (steps, 2, kept);
  g_assert_false (kept[0]);
  g_assert_true (kept[1]);

  steps[0].weight = 51;
  agreed_moves_keep (steps, 2, kept);
  g_assert_true (kept[0]);
  g_assert_false (kept[1]);
}

/* Against a plain quadratic count of the longest run. */
static void
test_random (void)
{
  for (guint round = 0; round < 500; round++)
    {
      guint n = g_test_rand_int_range (1, 16), best = 0, n_kept = 0, longest[16];
      AgreedStep steps[16];
      gboolean kept[16];
      int last = -1;

      for (guint i = 0; i < n; i++)
        {
          steps[i] = (AgreedStep) { g_test_rand_int_range (0, 12), g_test_rand_int_range (0, 9) };
          longest[i] = 1;
          for (guint k = 0; k < i; k++)
            if (steps[k].position <= steps[i].position)
              longest[i] = MAX (longest[i], longest[k] + 1);
          best = MAX (best, longest[i]);
        }
      agreed_moves_keep (steps, n, kept);
      for (guint i = 0; i < n; i++)
        if (kept[i])
          {
            g_assert_cmpint (steps[i].position, >=, last);
            last = steps[i].position;
            n_kept++;
          }
      g_assert_cmpuint (n_kept, ==, best);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/moves/order", test_order);
  g_test_add_func ("/compare/moves/weight", test_weight);
  g_test_add_func ("/compare/moves/random", test_random);

  return g_test_run ();
}
