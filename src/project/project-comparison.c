/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The comparison of the two texts chosen: made when it is asked for, with what a person decided about links. */
#include "project-private.h"

/* The labels of a decision name the first paragraph of that label; agreed_project_set_linked() makes no others. */
static void
add_decision (GPtrArray         *decisions,
              const AgreedPlace *older,
              const AgreedPlace *newer,
              gboolean           linked)
{
  if (older->nth == 1 && newer->nth == 1)
    g_ptr_array_add (decisions, agreed_decision_new (older->label, newer->label, linked));
}

static GPtrArray *
list_decisions (AgreedProject *self)
{
  g_autoptr (GPtrArray) links = agreed_project_list_records (self, AGREED_RECORD_LINK);
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_decision_free);
  const char *older = agreed_text_get_id (self->pair[AGREED_SIDE_OLDER]);
  const char *newer = agreed_text_get_id (self->pair[AGREED_SIDE_NEWER]);

  for (guint i = 0; i < links->len; i++)
    {
      const AgreedRecord *link = g_ptr_array_index (links, i);

      if (g_str_equal (link->place.text, older) && g_str_equal (link->other.text, newer))
        add_decision (decisions, &link->place, &link->other, link->linked);
      else if (g_str_equal (link->place.text, newer) && g_str_equal (link->other.text, older))
        add_decision (decisions, &link->other, &link->place, link->linked);
    }

  return g_steal_pointer (&decisions);
}

static gboolean
is_of_pair (AgreedProject    *self,
            AgreedComparison *comparison)
{
  for (guint side = 0; comparison != NULL && side < AGREED_N_SIDES; side++)
    if (agreed_comparison_get_text (comparison, side) != self->pair[side])
      return FALSE;

  return comparison != NULL;
}

AgreedComparison *
agreed_project_get_comparison (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  if (self->comparison == NULL && self->pair[AGREED_SIDE_OLDER] != NULL && self->pair[AGREED_SIDE_NEWER] != NULL)
    {
      g_autoptr (GPtrArray) decisions = list_decisions (self);

      self->comparison = is_of_pair (self, self->dropped)
                           ? agreed_comparison_decide (self->dropped, decisions)
                           : agreed_comparison_new (self->pair[AGREED_SIDE_OLDER], self->pair[AGREED_SIDE_NEWER],
                                                    decisions);
      g_clear_object (&self->dropped);
      agreed_project_show_link_notes (self);
    }

  return self->comparison;
}
