/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "jump-list.h"

#define MOST 200

struct _AgreedJumpList {
  GPtrArray *places;
  guint at; /* index of the place at hand; 0 where there is none */
};

AgreedJumpList *
agreed_jump_list_new (void)
{
  AgreedJumpList *self = g_new0 (AgreedJumpList, 1);

  self->places = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

void
agreed_jump_list_free (AgreedJumpList *self)
{
  g_ptr_array_unref (self->places);
  g_free (self);
}

void
agreed_jump_list_clear (AgreedJumpList *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_set_size (self->places, 0);
  self->at = 0;
}

/* Between two jumps readers walk on; they come back to where they left. */
static void
set_here (AgreedJumpList *self,
          gpointer        here)
{
  if (here == NULL)
    return;
  if (self->places->len == 0)
    {
      g_ptr_array_add (self->places, g_object_ref (here));
      return;
    }
  g_object_unref (self->places->pdata[self->at]);
  self->places->pdata[self->at] = g_object_ref (here);
}

void
agreed_jump_list_add (AgreedJumpList *self,
                      gpointer        from,
                      gpointer        to)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_OBJECT (to));

  if (from == to)
    return;
  set_here (self, from);
  if (self->places->len > 0)
    g_ptr_array_set_size (self->places, (int) self->at + 1);
  g_ptr_array_add (self->places, g_object_ref (to));
  if (self->places->len > MOST)
    g_ptr_array_remove_index (self->places, 0);
  self->at = self->places->len - 1;
}

gboolean
agreed_jump_list_can_go (AgreedJumpList *self,
                         int             direction)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return direction < 0 ? self->at > 0 : self->at + 1 < self->places->len;
}

gpointer
agreed_jump_list_go (AgreedJumpList *self,
                     int             direction,
                     gpointer        here)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!agreed_jump_list_can_go (self, direction))
    return NULL;
  set_here (self, here);
  self->at = direction < 0 ? self->at - 1 : self->at + 1;
  return g_object_ref (self->places->pdata[self->at]);
}
