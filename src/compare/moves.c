/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "moves.h"

/* The best choice of steps that ends at some step: how many, what they weigh together, and which step is last. */
typedef struct {
  guint n;
  guint64 weight;
  guint last; /* counted from 1; 0 is no step */
} Run;

static gboolean
is_better (const Run *a,
           const Run *b)
{
  return a->n != b->n ? a->n > b->n : a->weight > b->weight;
}

/* @tree answers "the best run that ends at or before this position" (a Fenwick tree of maxima). */
static Run
best_up_to (const Run *tree,
            guint      position)
{
  Run best = { 0 };

  for (guint i = position + 1; i > 0; i -= i & -i)
    if (is_better (&tree[i], &best))
      best = tree[i];

  return best;
}

static void
offer (Run       *tree,
       guint      n_positions,
       guint      position,
       const Run *run)
{
  for (guint i = position + 1; i <= n_positions; i += i & -i)
    if (is_better (run, &tree[i]))
      tree[i] = *run;
}

void
agreed_moves_keep (const AgreedStep *steps,
                   guint             n_steps,
                   gboolean         *kept)
{
  g_autofree Run *tree = NULL;
  g_autofree guint *before = g_new (guint, n_steps + 1);
  guint n_positions = 0;
  Run best = { 0 };

  for (guint i = 0; i < n_steps; i++)
    n_positions = MAX (n_positions, steps[i].position + 1);
  tree = g_new0 (Run, n_positions + 1);

  for (guint i = 0; i < n_steps; i++)
    {
      Run run = best_up_to (tree, steps[i].position);

      before[i] = run.last;
      run = (Run) { run.n + 1, run.weight + steps[i].weight, i + 1 };
      offer (tree, n_positions, steps[i].position, &run);
      if (is_better (&run, &best))
        best = run;
      kept[i] = FALSE;
    }
  for (guint last = best.last; last > 0; last = before[last - 1])
    kept[last - 1] = TRUE;
}
