/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the topics' terms find in the paragraphs: looked for where somebody asks, and in idle moments. */
#include "project-private.h"

/* A frame is 16 ms, and a paragraph takes far less than one. */
#define IDLE_MICROSECONDS 4000

gboolean
agreed_project_is_compared (AgreedProject *self,
                            AgreedSpot    *spot)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    if (spot->text == self->chosen[side])
      return TRUE;

  return FALSE;
}

GPtrArray *
agreed_project_suggest (AgreedProject *self,
                        AgreedSpot    *spot)
{
  if (spot->suggested == NULL)
    spot->suggested = agreed_topic_set_suggest_in_text (self->topics, spot->text, spot->paragraph_position);

  return spot->suggested;
}

static void
fill_tags (AgreedParagraph *paragraph,
           gpointer         project)
{
  AgreedProject *self = project;
  AgreedSpot *spot = g_hash_table_lookup (self->spots, paragraph);

  if (spot != NULL && spot->due)
    agreed_project_show_tags (self, spot);
}

void
agreed_project_defer_tags (AgreedProject *self,
                           AgreedSpot    *spot)
{
  g_clear_pointer (&spot->suggested, g_ptr_array_unref);
  spot->due = TRUE;
  agreed_paragraph_set_fill (spot->paragraph, fill_tags, self);
  if (spot->queued)
    return;
  spot->queued = TRUE;
  g_ptr_array_add (self->queue, spot);
}

static gboolean
suggest_some (gpointer project)
{
  AgreedProject *self = project;
  gint64 end = g_get_monotonic_time () + IDLE_MICROSECONDS;
  gboolean more;

  /* Whoever watches the tags may let go of the project. */
  g_object_ref (self);
  while (self->queue->len > 0 && g_get_monotonic_time () < end)
    {
      AgreedSpot *spot = g_ptr_array_steal_index_fast (self->queue, self->queue->len - 1);

      spot->queued = FALSE;
      if (spot->due)
        agreed_project_show_tags (self, spot);
    }
  more = self->queue->len > 0;
  if (!more)
    self->idle = 0;
  g_object_unref (self);

  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

void
agreed_project_suggest_in_idle (AgreedProject *self)
{
  g_return_if_fail (AGREED_IS_PROJECT (self));

  if (self->idle == 0 && self->queue->len > 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, suggest_some, self, NULL);
}

void
agreed_project_forget_spots (AgreedProject *self)
{
  GHashTableIter iter;
  gpointer value;

  g_clear_handle_id (&self->idle, g_source_remove);
  g_ptr_array_set_size (self->queue, 0);
  if (self->spots == NULL)
    return;
  g_hash_table_iter_init (&iter, self->spots);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    agreed_paragraph_set_fill (((AgreedSpot *) value)->paragraph, NULL, NULL);
}
