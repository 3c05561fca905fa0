/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tracked changes of a paragraph, from JSON and to it. */
#include "store-reader.h"

#include <glib/gi18n.h>

static const char *const members[] = { "kind", "offset", "length", "author", "date", NULL };

static gboolean
read_stretch (AgreedReader *reader,
              JsonObject   *object,
              gsize        *start,
              gsize        *length)
{
  AgreedStorePlace stretch;
  guint first, n_characters;

  if (!agreed_reader_read_number (reader, object, "offset", TRUE, 0, &first) ||
      !agreed_reader_find_offset (reader, "offset", &reader->place, first, start) ||
      !agreed_reader_read_number (reader, object, "length", TRUE, 1, &n_characters))
    return FALSE;

  stretch = (AgreedStorePlace) { reader->place.wording + *start, 0, 0 };
  return agreed_reader_find_offset (reader, "length", &stretch, n_characters, length);
}

gboolean
agreed_store_read_change (AgreedReader *reader,
                          JsonObject   *object,
                          gpointer      data)
{
  AgreedParagraph *paragraph = data;
  GPtrArray *unknown = g_object_get_data (data, AGREED_UNKNOWN_CHANGES);
  const AgreedTrackedChange *changes;
  const char *kind, *author = NULL, *date = NULL;
  guint n_changes;
  gsize start, length;
  gboolean inserted;

  if (!agreed_reader_read_string (reader, object, "kind", TRUE, &kind) ||
      !read_stretch (reader, object, &start, &length) ||
      !agreed_reader_read_string (reader, object, "author", FALSE, &author) ||
      !agreed_reader_read_string (reader, object, "date", FALSE, &date))
    return FALSE;
  if (!agreed_tracked_change_kind_from_string (kind, &inserted))
    return FAIL (reader, "kind", _("%s: %s has to be “inserted” or “deleted”"));

  changes = agreed_paragraph_get_tracked_changes (paragraph, &n_changes);
  if (n_changes > 0 && start < changes[n_changes - 1].start)
    return FAIL (reader, "offset", _("%s: %s lies before the change that it follows"));

  agreed_paragraph_add_tracked_change (paragraph, inserted, start, length, author, date);
  if (unknown == NULL)
    {
      unknown = agreed_reader_new_unknown_list ();
      g_object_set_data_full (data, AGREED_UNKNOWN_CHANGES, unknown, (GDestroyNotify) g_ptr_array_unref);
    }
  g_ptr_array_add (unknown, agreed_reader_take_unknown (object, members));

  return TRUE;
}

/* What a change does not say is "" in the paragraph, and left out in the file. */
static void
write_said (AgreedWriter *writer,
            const char   *name,
            const char   *value)
{
  if (*value != '\0')
    agreed_writer_string (writer, name, value);
}

void
agreed_store_write_changes (AgreedWriter    *writer,
                            AgreedParagraph *paragraph)
{
  GPtrArray *unknown = g_object_get_data (G_OBJECT (paragraph), AGREED_UNKNOWN_CHANGES);
  const char *wording = agreed_paragraph_get_wording (paragraph);
  guint n_changes;
  const AgreedTrackedChange *changes = agreed_paragraph_get_tracked_changes (paragraph, &n_changes);
  AgreedStorePlace place = { wording, 0, 0 };

  if (n_changes == 0)
    return;

  agreed_writer_open (writer, "changes", '[');
  for (guint i = 0; i < n_changes; i++)
    {
      agreed_writer_open (writer, NULL, '{');
      agreed_writer_string (writer, "kind", agreed_tracked_change_kind_to_string (changes[i].inserted));
      agreed_writer_offset (writer, "offset", &place, changes[i].start);
      agreed_writer_number (writer, "length", g_utf8_strlen (wording + changes[i].start, changes[i].length));
      write_said (writer, "author", changes[i].author);
      write_said (writer, "date", changes[i].date);
      if (unknown != NULL && i < unknown->len)
        agreed_writer_members (writer, g_ptr_array_index (unknown, i));
      agreed_writer_close (writer, '}');
    }
  agreed_writer_close (writer, ']');
}
