/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes in the project file: "notes" on paragraphs, "link_notes" on links, and "note" on the project as a whole. A version
 * that knows but the first keeps the others, as it does all members that it does not know. */
#include "store-reader.h"

#include <glib/gi18n.h>

static const char *const note_members[] = { "text", "paragraph", "nth", "passage", "body", "status", "proposer", NULL };
static const char *const link_note_members[] = { "paragraphs", "body", "status", "proposer", NULL };
static const char *const project_note_members[] = { "body", "status", "proposer", NULL };

/* What the note says. Returns: (transfer full), or NULL */
static AgreedNote *
read_content (AgreedReader *reader,
              JsonObject   *object)
{
  AgreedNoteStatus status = AGREED_NOTE_NO_STATUS;
  const char *body;
  const char *word = NULL;
  const char *proposer = NULL;

  if (!agreed_reader_read_string (reader, object, "body", TRUE, &body) ||
      !agreed_reader_read_string (reader, object, "status", FALSE, &word) ||
      !agreed_reader_read_string (reader, object, "proposer", FALSE, &proposer))
    return NULL;
  if (word != NULL && (!agreed_note_status_from_string (word, &status) || status == AGREED_NOTE_NO_STATUS))
    {
      (void) FAIL (reader, "status", _("%s: %s has to be “agreed”, “ad-referendum”, “bracketed” or “reserved”"));
      return NULL;
    }

  return agreed_note_new (body, status, proposer);
}

gboolean
agreed_store_read_note (AgreedReader *reader,
                        JsonObject   *object,
                        gpointer      data)
{
  g_autoptr (AgreedNote) note = NULL;
  g_autoptr (AgreedRecord) key = NULL;
  g_autoptr (AgreedRecord) record = NULL;
  g_autoptr (JsonObject) unknown = NULL;
  g_auto (AgreedPlace) place = { 0 };
  guint position;

  if (!agreed_store_read_place (reader, object, TRUE, &place))
    return FALSE;
  note = read_content (reader, object);
  if (note == NULL)
    return FALSE;

  /* Several notes on one place are told apart by their order. */
  position = GPOINTER_TO_UINT (g_hash_table_lookup (reader->n_notes, &place));
  key = agreed_record_new_note_key (AGREED_RECORD_NOTE, &place, NULL, position);
  unknown = agreed_reader_take_unknown (object, note_members);
  record = agreed_record_new_note (key, note, unknown);
  g_hash_table_replace (reader->n_notes, &record->place, GUINT_TO_POINTER (position + 1));

  return agreed_store_restore (reader, record);
}

gboolean
agreed_store_read_link_note (AgreedReader *reader,
                             JsonObject   *object,
                             gpointer      data)
{
  g_autoptr (GArray) ends = agreed_store_read_ends (reader, object);
  g_autoptr (AgreedNote) note = NULL;
  g_autoptr (AgreedRecord) key = NULL;
  g_autoptr (AgreedRecord) record = NULL;
  g_autoptr (JsonObject) unknown = NULL;

  if (ends == NULL)
    return FALSE;
  note = read_content (reader, object);
  if (note == NULL)
    return FALSE;

  key = agreed_record_new_note_key (AGREED_RECORD_LINK_NOTE, &g_array_index (ends, AgreedPlace, 0),
                                    &g_array_index (ends, AgreedPlace, 1), 0);
  unknown = agreed_reader_take_unknown (object, link_note_members);
  record = agreed_record_new_note (key, note, unknown);
  return agreed_store_restore (reader, record);
}

gboolean
agreed_store_read_project_note (AgreedReader *reader,
                                JsonObject   *object,
                                gpointer      data)
{
  g_autoptr (AgreedNote) note = read_content (reader, object);
  g_autoptr (AgreedRecord) key = NULL;
  g_autoptr (AgreedRecord) record = NULL;
  g_autoptr (JsonObject) unknown = NULL;

  if (note == NULL)
    return FALSE;

  key = agreed_project_key_project_note (reader->project);
  unknown = agreed_reader_take_unknown (object, project_note_members);
  record = agreed_record_new_note (key, note, unknown);
  return agreed_store_restore (reader, record);
}

void
agreed_store_write_note (AgreedWriter *writer,
                         AgreedNote   *note)
{
  agreed_writer_string (writer, "body", agreed_note_get_body (note));
  if (agreed_note_get_status (note) != AGREED_NOTE_NO_STATUS)
    agreed_writer_string (writer, "status", agreed_note_status_to_string (agreed_note_get_status (note)));
  if (*agreed_note_get_proposer (note) != '\0')
    agreed_writer_string (writer, "proposer", agreed_note_get_proposer (note));
}
