/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places of a project file, from JSON and to it: a paragraph, or a passage of one as the W3C's Web Annotation Data Model has
 * it, with what a TextQuoteSelector and a TextPositionSelector say. */
#include "store-reader.h"

#include <glib/gi18n.h>

static const char *const place_members[] = { "text", "paragraph", "nth", NULL };
static const char *const members[] = { "exact", "prefix", "suffix", "start", "end", NULL };

static gboolean
read_passage (AgreedReader *reader,
              JsonObject   *object,
              gpointer      data)
{
  AgreedPlace *place = data;
  const char *exact;
  const char *prefix = "";
  const char *suffix = "";
  guint start, end;

  if (!agreed_reader_read_string (reader, object, "exact", TRUE, &exact) ||
      !agreed_reader_read_string (reader, object, "prefix", FALSE, &prefix) ||
      !agreed_reader_read_string (reader, object, "suffix", FALSE, &suffix) ||
      !agreed_reader_read_number (reader, object, "start", TRUE, 0, &start) ||
      !agreed_reader_read_number (reader, object, "end", TRUE, 0, &end))
    return FALSE;
  if (*exact == '\0')
    return FAIL (reader, "exact", _("%s: %s is empty"));
  /* Whoever counts in other units is told, rather than that the passage is looked for in the wrong place. */
  if ((gint64) end - start != g_utf8_strlen (exact, -1))
    return FAIL (reader, "end", _("%s: %s is not where the words of the passage end"));

  place->passage = agreed_anchor_new_kept (exact, prefix, suffix, start);
  place->unknown_passage = agreed_reader_take_unknown (object, members);
  return TRUE;
}

gboolean
agreed_store_read_place (AgreedReader *reader,
                         JsonObject   *object,
                         gboolean      in_paragraph,
                         AgreedPlace  *place)
{
  const char *text;
  const char *label;
  guint nth = 1;

  if (!agreed_reader_read_string (reader, object, "text", TRUE, &text) ||
      !agreed_reader_read_string (reader, object, "paragraph", TRUE, &label) ||
      !agreed_reader_read_number (reader, object, "nth", FALSE, 1, &nth))
    return FALSE;

  place->text = g_strdup (text);
  place->label = g_strdup (label);
  place->nth = nth;
  return !in_paragraph || !json_object_has_member (object, "passage") ||
         agreed_reader_read_object (reader, json_object_get_member (object, "passage"), "passage", read_passage, place);
}

static gboolean
read_end (AgreedReader *reader,
          JsonObject   *object,
          gpointer      ends)
{
  AgreedPlace place = { 0 };
  gboolean read = agreed_store_read_place (reader, object, FALSE, &place);

  place.unknown = agreed_reader_take_unknown (object, place_members);
  g_array_append_val (ends, place);
  return read;
}

GArray *
agreed_store_read_ends (AgreedReader *reader,
                        JsonObject   *object)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (AgreedPlace));

  g_array_set_clear_func (ends, (GDestroyNotify) agreed_place_clear);
  if (!agreed_reader_read_list (reader, object, "paragraphs", TRUE, read_end, ends))
    return NULL;
  if (ends->len != 2)
    {
      (void) FAIL (reader, "paragraphs", _("%s: %s has to name two paragraphs"));
      return NULL;
    }

  return g_steal_pointer (&ends);
}

static void
write_passage (AgreedWriter      *writer,
               const AgreedPlace *place)
{
  const AgreedAnchor *passage = place->passage;

  agreed_writer_open (writer, "passage", '{');
  agreed_writer_string (writer, "exact", passage->exact);
  agreed_writer_string (writer, "prefix", passage->prefix);
  agreed_writer_string (writer, "suffix", passage->suffix);
  agreed_writer_number (writer, "start", passage->start);
  agreed_writer_number (writer, "end", agreed_anchor_get_end (passage));
  agreed_writer_members (writer, place->unknown_passage);
  agreed_writer_close (writer, '}');
}

void
agreed_store_write_place (AgreedWriter      *writer,
                          const AgreedPlace *place)
{
  agreed_writer_string (writer, "text", place->text);
  agreed_writer_string (writer, "paragraph", place->label);
  if (place->nth != 1)
    agreed_writer_number (writer, "nth", place->nth);
  if (place->passage != NULL)
    write_passage (writer, place);
}
