/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "history.h"

struct _AgreedHistory {
  GPtrArray *steps; /* AgreedStep, in the order of time */
  guint n_done;     /* those before this are done, the others are taken back */
  guint64 n_ever;   /* how many there ever were, the forgotten ones among them */
};

static void
step_free (gpointer data)
{
  AgreedStep *step = data;

  g_clear_pointer (&step->before, agreed_record_unref);
  g_clear_pointer (&step->after, agreed_record_unref);
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
                     AgreedRecord  *before,
                     AgreedRecord  *after)
{
  AgreedStep *step;

  g_return_if_fail (before != NULL || after != NULL);

  step = g_new0 (AgreedStep, 1);
  step->serial = ++self->n_ever;
  step->name = name;
  step->before = before != NULL ? agreed_record_ref (before) : NULL;
  step->after = after != NULL ? agreed_record_ref (after) : NULL;

  g_ptr_array_set_size (self->steps, self->n_done);
  g_ptr_array_add (self->steps, step);
  self->n_done++;
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
}

void
agreed_history_step_ahead (AgreedHistory *self)
{
  g_return_if_fail (self->n_done < self->steps->len);

  self->n_done++;
}

guint64
agreed_history_get_state (AgreedHistory *self)
{
  const AgreedStep *last = agreed_history_peek_undo (self);

  return last != NULL ? last->serial : 0;
}
