/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"

struct _AgreedHistory {
  GPtrArray *steps; /* AgreedStep, in the order of time */
  guint n_done;     /* those before this are done, the others are taken back */
  guint64 n_ever;   /* how many there ever were, the forgotten ones among them */
  guint merge;      /* what the last step was pushed with, 0 where nothing may go on with it */
};

static void
clear_turn (gpointer data)
{
  AgreedTurn *turn = data;

  g_clear_pointer (&turn->before, agreed_record_unref);
  g_clear_pointer (&turn->after, agreed_record_unref);
}

GArray *
agreed_turns_new (void)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (AgreedTurn));

  g_array_set_clear_func (changes, clear_turn);
  return changes;
}

void
agreed_turns_add (GArray       *changes,
                    AgreedRecord *before,
                    AgreedRecord *after)
{
  AgreedTurn turn = {
    .before = before != NULL ? agreed_record_ref (before) : NULL,
    .after = after != NULL ? agreed_record_ref (after) : NULL,
  };

  g_array_append_val (changes, turn);
}

static void
step_free (gpointer data)
{
  AgreedStep *step = data;

  g_array_unref (step->changes);
  g_free (step);
}

AgreedHistory *
agreed_history_new (void)
{
  AgreedHistory *self = g_new0 (AgreedHistory, 1);

  self->steps = g_ptr_array_new_with_free_func (step_free);

  return self;
}

void
agreed_history_free (AgreedHistory *self)
{
  g_ptr_array_unref (self->steps);
  g_free (self);
}

void
agreed_history_push (AgreedHistory *self,
                     const char    *name,
                     GArray        *changes)
{
  AgreedStep *step;

  g_return_if_fail (changes->len > 0);

  step = g_new0 (AgreedStep, 1);
  step->serial = ++self->n_ever;
  step->name = name;
  step->changes = g_array_ref (changes);

  g_ptr_array_set_size (self->steps, self->n_done);
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  self->merge = 0;
}

static gboolean
goes_on (AgreedHistory *self,
         const char    *name,
         GArray        *changes,
         guint          merge)
{
  const AgreedStep *last = agreed_history_peek_undo (self);
  const AgreedTurn *one, *two;

  if (last == NULL || self->merge != merge || self->n_done < self->steps->len || !g_str_equal (last->name, name) ||
      last->changes->len != 1 || changes->len != 1)
    return FALSE;
  one = &g_array_index (last->changes, AgreedTurn, 0);
  two = &g_array_index (changes, AgreedTurn, 0);
  return one->after != NULL && two->before != NULL && agreed_record_equal (one->after, two->before);
}

void
agreed_history_push_merging (AgreedHistory *self,
                             const char    *name,
                             GArray        *changes,
                             guint          merge)
{
  g_return_if_fail (merge != 0);

  if (goes_on (self, name, changes, merge))
    {
      AgreedStep *last = g_ptr_array_index (self->steps, self->n_done - 1);
      g_autoptr (GArray) joined = agreed_turns_new ();

      agreed_turns_add (joined, g_array_index (last->changes, AgreedTurn, 0).before,
                          g_array_index (changes, AgreedTurn, 0).after);
      /* Another state than before, so another serial: else the file would seem to have it. */
      last->serial = ++self->n_ever;
      g_array_unref (last->changes);
      last->changes = g_steal_pointer (&joined);
    }
  else
    agreed_history_push (self, name, changes);
  self->merge = merge;
}

void
agreed_history_seal (AgreedHistory *self)
{
  self->merge = 0;
}

const AgreedStep *
agreed_history_peek_undo (AgreedHistory *self)
{
  return self->n_done > 0 ? g_ptr_array_index (self->steps, self->n_done - 1) : NULL;
}

const AgreedStep *
agreed_history_peek_redo (AgreedHistory *self)
{
  return self->n_done < self->steps->len ? g_ptr_array_index (self->steps, self->n_done) : NULL;
}

void
agreed_history_step_back (AgreedHistory *self)
{
  g_return_if_fail (self->n_done > 0);

  self->n_done--;
  self->merge = 0;
}

void
agreed_history_step_ahead (AgreedHistory *self)
{
  g_return_if_fail (self->n_done < self->steps->len);

  self->n_done++;
  self->merge = 0;
}

guint64
agreed_history_get_state (AgreedHistory *self)
{
  const AgreedStep *last = agreed_history_peek_undo (self);

  return last != NULL ? last->serial : 0;
}
