/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A project as JSON. Members come in the order that store-private.h gives, those without a value are left out, and what
 * an object had that this version does not know follows: so the same project is always the same bytes. */
#include "record-order.h"
#include "snapshot.h"
#include "store-private.h"

static void
write_unknown (AgreedWriter *writer,
               gpointer      owner)
{
  agreed_writer_members (writer, g_object_get_data (owner, AGREED_UNKNOWN));
}

static void
write_marks (AgreedWriter    *writer,
             AgreedParagraph *paragraph)
{
  GPtrArray *unknown = g_object_get_data (G_OBJECT (paragraph), AGREED_UNKNOWN_MARKS);
  guint n_marks;
  const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraph, &n_marks);
  AgreedStorePlace place = { agreed_paragraph_get_wording (paragraph), 0, 0 };

  if (n_marks == 0)
    return;

  agreed_writer_open (writer, "marks", '[');
  for (guint i = 0; i < n_marks; i++)
    {
      agreed_writer_open (writer, NULL, '{');
      agreed_writer_string (writer, "marker", marks[i].marker);
      agreed_writer_offset (writer, "offset", &place, marks[i].offset);
      if (unknown != NULL && i < unknown->len)
        agreed_writer_members (writer, g_ptr_array_index (unknown, i));
      agreed_writer_close (writer, '}');
    }
  agreed_writer_close (writer, ']');
}

static void
write_paragraph (AgreedWriter    *writer,
                 AgreedParagraph *paragraph)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  AgreedStorePlace place = { wording, 0, 0 };

  agreed_writer_open (writer, NULL, '{');
  agreed_writer_string (writer, "label", agreed_paragraph_get_label (paragraph));
  agreed_writer_string (writer, "kind", agreed_paragraph_kind_to_string (agreed_paragraph_get_kind (paragraph)));
  if (agreed_paragraph_get_opening (paragraph) > 0)
    agreed_writer_offset (writer, "opening", &place, agreed_paragraph_get_opening (paragraph));
  agreed_writer_string (writer, "heading", agreed_paragraph_get_heading (paragraph));
  agreed_writer_string (writer, "text", wording);
  write_marks (writer, paragraph);
  agreed_store_write_changes (writer, paragraph);
  write_unknown (writer, paragraph);
  agreed_writer_close (writer, '}');
}

static void
write_footnote (AgreedWriter   *writer,
                AgreedFootnote *footnote)
{
  agreed_writer_open (writer, NULL, '{');
  agreed_writer_string (writer, "marker", agreed_footnote_get_marker (footnote));
  agreed_writer_string (writer, "text", agreed_footnote_get_wording (footnote));
  write_unknown (writer, footnote);
  agreed_writer_close (writer, '}');
}

static void
write_text (AgreedWriter             *writer,
            const AgreedSnapshotText *entry)
{
  AgreedText *text = entry->text;

  agreed_writer_open (writer, NULL, '{');
  agreed_writer_string (writer, "id", agreed_text_get_id (text));
  agreed_writer_string (writer, "symbol", agreed_text_get_symbol (text));
  agreed_writer_string (writer, "annex", agreed_text_get_annex (text));
  agreed_writer_string (writer, "title", agreed_text_get_title (text));
  if (agreed_text_get_session (text) > 0)
    agreed_writer_number (writer, "session", agreed_text_get_session (text));
  agreed_writer_string (writer, "language", agreed_text_get_language (text));
  agreed_writer_string (writer, "date", agreed_text_get_date (text));
  agreed_writer_open (writer, "paragraphs", '[');
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);

      if (entry->labels == NULL || g_hash_table_contains (entry->labels, agreed_paragraph_get_label (paragraph)))
        write_paragraph (writer, paragraph);
    }
  agreed_writer_close (writer, ']');
  agreed_writer_open (writer, "footnotes", '[');
  for (guint i = 0; i < entry->footnotes->len; i++)
    write_footnote (writer, g_ptr_array_index (entry->footnotes, i));
  agreed_writer_close (writer, ']');
  write_unknown (writer, text);
  agreed_writer_close (writer, '}');
}

static void
write_document (AgreedWriter                 *writer,
                const AgreedSnapshotDocument *entry)
{
  agreed_writer_open (writer, NULL, '{');
  agreed_writer_string (writer, "name", agreed_document_get_name (entry->document));
  agreed_writer_string (writer, "sha256", agreed_document_get_sha256 (entry->document));
  agreed_writer_open (writer, "texts", '[');
  for (guint i = 0; i < entry->texts->len; i++)
    write_text (writer, &g_array_index (entry->texts, AgreedSnapshotText, i));
  agreed_writer_close (writer, ']');
  write_unknown (writer, entry->document);
  agreed_writer_close (writer, '}');
}

static void
write_gone (AgreedWriter   *writer,
            AgreedSnapshot *snapshot)
{
  if (snapshot->gone->len == 0)
    return;

  agreed_writer_open (writer, "gone", '[');
  for (guint i = 0; i < snapshot->gone->len; i++)
    write_text (writer, &g_array_index (snapshot->gone, AgreedSnapshotText, i));
  agreed_writer_close (writer, ']');
}

static void
write_compared (AgreedWriter   *writer,
                AgreedSnapshot *snapshot)
{
  agreed_writer_open (writer, "compared", '{');
  agreed_writer_string (writer, "earliest", snapshot->compared[AGREED_SIDE_EARLIEST]);
  agreed_writer_string (writer, "older", snapshot->compared[AGREED_SIDE_OLDER]);
  agreed_writer_string (writer, "newer", snapshot->compared[AGREED_SIDE_NEWER]);
  agreed_writer_members (writer, snapshot->unknown_compared);
  agreed_writer_close (writer, '}');
}

static void
write_ends (AgreedWriter       *writer,
            const AgreedRecord *link)
{
  const AgreedPlace *ends[] = { &link->place, &link->other };

  agreed_writer_open (writer, "paragraphs", '[');
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      agreed_writer_open (writer, NULL, '{');
      agreed_store_write_place (writer, ends[i]);
      agreed_writer_members (writer, ends[i]->unknown);
      agreed_writer_close (writer, '}');
    }
  agreed_writer_close (writer, ']');
}

static void
write_record (AgreedWriter       *writer,
              const char         *name,
              const AgreedRecord *record)
{
  agreed_writer_open (writer, name, '{');
  switch (record->kind)
    {
    case AGREED_RECORD_LINK:
      write_ends (writer, record);
      agreed_writer_boolean (writer, "linked", record->linked);
      break;
    case AGREED_RECORD_TAG:
      agreed_store_write_place (writer, &record->place);
      agreed_writer_string (writer, "topic", record->topic);
      agreed_writer_string (writer, "state", agreed_tag_state_to_string (record->state));
      break;
    case AGREED_RECORD_NOTE:
      agreed_store_write_place (writer, &record->place);
      agreed_store_write_note (writer, record->note);
      break;
    case AGREED_RECORD_LINK_NOTE:
      write_ends (writer, record);
      agreed_store_write_note (writer, record->note);
      break;
    case AGREED_RECORD_PROJECT_NOTE:
      agreed_store_write_note (writer, record->note);
      break;
    case AGREED_RECORD_TOPICS: /* "topics" has them */
    case AGREED_RECORD_DOCUMENT:
    case AGREED_RECORD_CHOSEN:
    default:
      g_assert_not_reached ();
    }
  agreed_writer_members (writer, record->unknown);
  agreed_writer_close (writer, '}');
}

typedef struct {
  guint text;
  guint paragraph;
} Position;

/* Places → Position. The places are of the texts', which stay. */
static GHashTable *
number_places (AgreedSnapshot *snapshot)
{
  GHashTable *positions = g_hash_table_new_full (agreed_place_hash, agreed_place_equal, g_free, g_free);
  guint n_texts = 0;

  for (guint i = 0; i < snapshot->documents->len; i++)
    {
      GArray *texts = g_array_index (snapshot->documents, AgreedSnapshotDocument, i).texts;

      for (guint j = 0; j < texts->len; j++, n_texts++)
        {
          AgreedText *text = g_array_index (texts, AgreedSnapshotText, j).text;
          g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

          for (guint k = 0; k < agreed_text_get_n_paragraphs (text); k++)
            {
              const char *label = agreed_paragraph_get_label (agreed_text_get_paragraph (text, k));
              guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (seen, label)) + 1;
              AgreedPlace place = { (char *) agreed_text_get_id (text), (char *) label, nth };
              Position position = { n_texts, k };

              g_hash_table_insert (seen, (gpointer) label, GUINT_TO_POINTER (nth));
              g_hash_table_insert (positions, g_memdup2 (&place, sizeof place),
                                   g_memdup2 (&position, sizeof position));
            }
        }
    }

  return positions;
}

static void
locate (const AgreedPlace *place,
        guint             *at,
        gpointer           positions)
{
  AgreedPlace paragraph = agreed_place_get_paragraph (place);
  const Position *position = g_hash_table_lookup (positions, &paragraph);

  if (position == NULL)
    return;

  at[0] = position->text;
  at[1] = position->paragraph;
}

/* Returns: (transfer full): the records of one kind, in their order */
static GPtrArray *
list_records (AgreedSnapshot   *snapshot,
              GHashTable       *positions,
              AgreedRecordKind  kind)
{
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < snapshot->records->len; i++)
    if (((AgreedRecord *) g_ptr_array_index (snapshot->records, i))->kind == kind)
      g_ptr_array_add (records, g_ptr_array_index (snapshot->records, i));

  agreed_records_sort (records, snapshot->topic_ids, locate, positions);
  return records;
}

static void
write_records (AgreedWriter *writer,
               const char   *name,
               GPtrArray    *records)
{
  agreed_writer_open (writer, name, '[');
  for (guint i = 0; i < records->len; i++)
    write_record (writer, NULL, g_ptr_array_index (records, i));
  agreed_writer_close (writer, ']');
}

GBytes *
agreed_snapshot_to_bytes (AgreedSnapshot *self)
{
  AgreedWriter writer = { .out = g_string_new (NULL), .empty = TRUE };
  g_autoptr (GHashTable) positions = number_places (self);
  g_autoptr (GPtrArray) links = list_records (self, positions, AGREED_RECORD_LINK);
  g_autoptr (GPtrArray) tags = list_records (self, positions, AGREED_RECORD_TAG);
  g_autoptr (GPtrArray) notes = list_records (self, positions, AGREED_RECORD_NOTE);
  g_autoptr (GPtrArray) link_notes = list_records (self, positions, AGREED_RECORD_LINK_NOTE);
  g_autoptr (GPtrArray) project_notes = list_records (self, positions, AGREED_RECORD_PROJECT_NOTE);

  agreed_writer_open (&writer, NULL, '{');
  agreed_writer_number (&writer, "format", AGREED_STORE_FORMAT);
  agreed_writer_open (&writer, "documents", '[');
  for (guint i = 0; i < self->documents->len; i++)
    write_document (&writer, &g_array_index (self->documents, AgreedSnapshotDocument, i));
  agreed_writer_close (&writer, ']');
  write_gone (&writer, self);
  write_compared (&writer, self);
  write_records (&writer, "links", links);
  if (self->topics != NULL)
    agreed_writer_node (&writer, "topics", self->topics);
  write_records (&writer, "tags", tags);
  write_records (&writer, "notes", notes);
  if (link_notes->len > 0)
    write_records (&writer, "link_notes", link_notes);
  if (project_notes->len > 0)
    write_record (&writer, "note", g_ptr_array_index (project_notes, 0));
  agreed_writer_members (&writer, self->unknown);
  agreed_writer_close (&writer, '}');
  g_string_append_c (writer.out, '\n');

  return g_string_free_to_bytes (writer.out);
}
