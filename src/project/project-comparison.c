/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which texts are compared, and their comparisons. */
#include "project-private.h"

static const struct {
  const char *property;
  AgreedSide sides[AGREED_N_SIDES];
} pairs[AGREED_N_HELD] = {
  [AGREED_HELD_PAIR] = { "comparison", { AGREED_SIDE_OLDER, AGREED_SIDE_NEWER } },
  [AGREED_HELD_BEFORE] = { "before", { AGREED_SIDE_EARLIEST, AGREED_SIDE_OLDER } },
};

static AgreedText *
get_chosen (AgreedProject  *self,
            AgreedHeldPair  pair,
            AgreedSide      side)
{
  return self->chosen[pairs[pair].sides[side]];
}

static gboolean
has_both (AgreedProject  *self,
          AgreedHeldPair  pair)
{
  return get_chosen (self, pair, AGREED_SIDE_OLDER) != NULL && get_chosen (self, pair, AGREED_SIDE_NEWER) != NULL;
}

static void
drop (AgreedProject  *self,
      AgreedHeldPair  pair)
{
  AgreedHeld *held = &self->held[pair];

  if (held->comparison != NULL)
    {
      g_clear_object (&held->dropped);
      held->dropped = g_steal_pointer (&held->comparison);
    }
  g_object_notify (G_OBJECT (self), pairs[pair].property);
}

void
agreed_project_drop_comparison (AgreedProject *self,
                                AgreedText    *one,
                                AgreedText    *other)
{
  for (guint pair = 0; pair < AGREED_N_HELD; pair++)
    {
      AgreedText *older = get_chosen (self, pair, AGREED_SIDE_OLDER), *newer = get_chosen (self, pair, AGREED_SIDE_NEWER);

      if (one != NULL && other != NULL && ((older == one && newer == other) || (older == other && newer == one)))
        drop (self, pair);
    }
}

void
agreed_project_clear_comparisons (AgreedProject *self)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_clear_object (&self->chosen[side]);
  for (guint pair = 0; pair < AGREED_N_HELD; pair++)
    {
      g_clear_object (&self->held[pair].comparison);
      g_clear_object (&self->held[pair].dropped);
    }
}

AgreedText *
agreed_project_get_text (AgreedProject *self,
                         AgreedSide     side)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (side < AGREED_N_TEXTS, NULL);

  return self->chosen[side];
}

void
agreed_project_set_text (AgreedProject *self,
                         AgreedSide     side,
                         AgreedText    *text)
{
  AgreedText *chosen[AGREED_N_TEXTS];
  AgreedStatus before;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (side < AGREED_N_TEXTS);
  g_return_if_fail (text == NULL || agreed_project_get_document (self, text) != NULL);

  if (self->chosen[side] == text)
    return;

  before = agreed_project_get_status (self);
  memcpy (chosen, self->chosen, sizeof chosen);
  chosen[side] = text;
  g_object_freeze_notify (G_OBJECT (self));
  agreed_project_put_chosen (self, chosen);
  agreed_project_notify_status (self, &before);
  g_object_thaw_notify (G_OBJECT (self));
}

void
agreed_project_put_chosen (AgreedProject     *self,
                           AgreedText *const *chosen)
{
  static const char *const names[AGREED_N_TEXTS] = { "older", "newer", "earliest" };
  gboolean had_both[AGREED_N_HELD], changed[AGREED_N_TEXTS];

  for (guint pair = 0; pair < AGREED_N_HELD; pair++)
    had_both[pair] = has_both (self, pair);
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      changed[side] = g_set_object (&self->chosen[side], chosen[side]);
      if (changed[side])
        g_object_notify (G_OBJECT (self), names[side]);
    }
  for (guint pair = 0; pair < AGREED_N_HELD; pair++)
    if ((changed[pairs[pair].sides[AGREED_SIDE_OLDER]] || changed[pairs[pair].sides[AGREED_SIDE_NEWER]])
        && (had_both[pair] || has_both (self, pair)))
      drop (self, pair);
}

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
list_decisions (AgreedProject  *self,
                AgreedHeldPair  pair)
{
  g_autoptr (GPtrArray) links = agreed_project_list_records (self, AGREED_RECORD_LINK);
  g_autoptr (GPtrArray) decisions = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_decision_free);
  const char *older = agreed_text_get_id (get_chosen (self, pair, AGREED_SIDE_OLDER));
  const char *newer = agreed_text_get_id (get_chosen (self, pair, AGREED_SIDE_NEWER));

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
            AgreedHeldPair    pair,
            AgreedComparison *comparison)
{
  for (guint side = 0; comparison != NULL && side < AGREED_N_SIDES; side++)
    if (agreed_comparison_get_text (comparison, side) != get_chosen (self, pair, side))
      return FALSE;

  return comparison != NULL;
}

static AgreedComparison *
ensure_comparison (AgreedProject  *self,
                   AgreedHeldPair  pair)
{
  AgreedHeld *held = &self->held[pair];

  if (held->comparison == NULL && has_both (self, pair))
    {
      g_autoptr (GPtrArray) decisions = list_decisions (self, pair);

      held->comparison = is_of_pair (self, pair, held->dropped)
                           ? agreed_comparison_decide (held->dropped, decisions)
                           : agreed_comparison_new (get_chosen (self, pair, AGREED_SIDE_OLDER),
                                                    get_chosen (self, pair, AGREED_SIDE_NEWER), decisions);
      g_clear_object (&held->dropped);
      if (pair == AGREED_HELD_PAIR)
        agreed_project_show_link_notes (self);
    }

  return held->comparison;
}

AgreedComparison *
agreed_project_get_comparison (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  return ensure_comparison (self, AGREED_HELD_PAIR);
}

AgreedComparison *
agreed_project_get_before (AgreedProject *self)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);

  return ensure_comparison (self, AGREED_HELD_BEFORE);
}
