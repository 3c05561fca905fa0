/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tracked-change.h"

static void
clear (gpointer data)
{
  AgreedTrackedChange *change = data;

  g_free (change->author);
  g_free (change->date);
}

GArray *
agreed_tracked_changes_new (void)
{
  GArray *changes = g_array_new (FALSE, FALSE, sizeof (AgreedTrackedChange));

  g_array_set_clear_func (changes, clear);

  return changes;
}

void
agreed_tracked_changes_append (GArray     *changes,
                               gboolean    inserted,
                               gsize       start,
                               gsize       length,
                               const char *author,
                               const char *date)
{
  AgreedTrackedChange change = {
    .inserted = inserted,
    .start = start,
    .length = length,
    .author = g_strdup (author != NULL ? author : ""),
    .date = g_strdup (date != NULL ? date : ""),
  };

  g_array_append_val (changes, change);
}

const char *
agreed_tracked_change_kind_to_string (gboolean inserted)
{
  return inserted ? "inserted" : "deleted";
}

gboolean
agreed_tracked_change_kind_from_string (const char *word,
                                        gboolean   *inserted)
{
  *inserted = g_strcmp0 (word, "inserted") == 0;

  return *inserted || g_strcmp0 (word, "deleted") == 0;
}
