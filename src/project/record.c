/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "record.h"

static guint
hash_string (const char *string)
{
  return string != NULL ? g_str_hash (string) : 0;
}

guint
agreed_place_hash (gconstpointer data)
{
  const AgreedPlace *place = data;

  guint hash = (hash_string (place->text) * 33 + hash_string (place->label)) * 33 + place->nth;

  return place->passage != NULL ? hash * 33 + agreed_anchor_hash (place->passage) : hash;
}

gboolean
agreed_place_equal (gconstpointer a,
                    gconstpointer b)
{
  const AgreedPlace *one = a;
  const AgreedPlace *two = b;

  return one->nth == two->nth &&
         g_strcmp0 (one->label, two->label) == 0 &&
         g_strcmp0 (one->text, two->text) == 0 &&
         (one->passage == two->passage ||
          (one->passage != NULL && two->passage != NULL && agreed_anchor_equal (one->passage, two->passage)));
}

void
agreed_place_copy (const AgreedPlace *place,
                   AgreedPlace       *copy)
{
  copy->text = g_strdup (place->text);
  copy->label = g_strdup (place->label);
  copy->nth = place->nth;
  copy->passage = place->passage != NULL ? agreed_anchor_copy (place->passage) : NULL;
  copy->unknown = place->unknown != NULL ? json_object_ref (place->unknown) : NULL;
  copy->unknown_passage = place->unknown_passage != NULL ? json_object_ref (place->unknown_passage) : NULL;
}

void
agreed_place_clear (AgreedPlace *place)
{
  g_free (place->text);
  g_free (place->label);
  g_clear_pointer (&place->passage, agreed_anchor_free);
  g_clear_pointer (&place->unknown, json_object_unref);
  g_clear_pointer (&place->unknown_passage, json_object_unref);
}

AgreedPlace
agreed_place_get_paragraph (const AgreedPlace *place)
{
  return (AgreedPlace) { .text = place->text, .label = place->label, .nth = place->nth };
}

static AgreedRecord *
record_new (AgreedRecordKind   kind,
            const AgreedPlace *place,
            JsonObject        *unknown)
{
  AgreedRecord *record = g_new0 (AgreedRecord, 1);

  g_atomic_ref_count_init (&record->refs);
  record->kind = kind;
  agreed_place_copy (place, &record->place);
  record->unknown = unknown != NULL ? json_object_ref (unknown) : NULL;

  return record;
}

/* Of a link's two ends that which is named first. */
static gboolean
is_first (const AgreedPlace *place,
          const AgreedPlace *other)
{
  return strcmp (place->text, other->text) <= 0;
}

AgreedRecord *
agreed_record_new_link (const AgreedPlace *place,
                        const AgreedPlace *other,
                        gboolean           linked,
                        JsonObject        *unknown)
{
  gboolean in_order = is_first (place, other);
  AgreedRecord *record = record_new (AGREED_RECORD_LINK, in_order ? place : other, unknown);

  agreed_place_copy (in_order ? other : place, &record->other);
  record->linked = linked;

  return record;
}

AgreedRecord *
agreed_record_new_tag (const AgreedPlace *place,
                       const char        *topic,
                       AgreedTagState     state,
                       JsonObject        *unknown)
{
  AgreedRecord *record = record_new (AGREED_RECORD_TAG, place, unknown);

  record->topic = g_strdup (topic);
  record->state = state;

  return record;
}

AgreedRecord *
agreed_record_new_note_key (AgreedRecordKind   kind,
                            const AgreedPlace *place,
                            const AgreedPlace *other,
                            guint              position)
{
  AgreedRecord *record = record_new (kind, other == NULL || is_first (place, other) ? place : other, NULL);

  if (other != NULL)
    agreed_place_copy (is_first (place, other) ? other : place, &record->other);
  record->position = position;

  return record;
}

AgreedRecord *
agreed_record_new_note (const AgreedRecord *key,
                        AgreedNote         *note,
                        JsonObject         *unknown)
{
  AgreedRecord *record = record_new (key->kind, &key->place, unknown);

  agreed_place_copy (&key->other, &record->other);
  record->position = key->position;
  record->note = g_object_ref (note);

  return record;
}

AgreedRecord *
agreed_record_new_topics (const char *json)
{
  AgreedPlace nowhere = { .text = (char *) "", .label = (char *) "" };
  AgreedRecord *record = record_new (AGREED_RECORD_TOPICS, &nowhere, NULL);

  record->body = g_strdup (json);

  return record;
}

AgreedRecord *
agreed_record_new_document (AgreedDocument *document,
                            guint           position)
{
  AgreedPlace nowhere = { .text = (char *) "", .label = (char *) "" };
  AgreedRecord *record = record_new (AGREED_RECORD_DOCUMENT, &nowhere, NULL);

  record->document = g_object_ref (document);
  record->position = position;

  return record;
}

AgreedRecord *
agreed_record_new_chosen (AgreedText *const *chosen)
{
  AgreedPlace nowhere = { .text = (char *) "", .label = (char *) "" };
  AgreedRecord *record = record_new (AGREED_RECORD_CHOSEN, &nowhere, NULL);

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_set_object (&record->chosen[side], chosen[side]);

  return record;
}

static AgreedRecord *
move_note (AgreedRecord      *record,
           const AgreedPlace *place,
           const AgreedPlace *other,
           guint              position)
{
  gboolean on_link = record->kind == AGREED_RECORD_LINK_NOTE;
  g_autoptr (AgreedRecord) key = agreed_record_new_note_key (record->kind, place, on_link ? other : NULL, position);

  return agreed_record_new_note (key, record->note, record->unknown);
}

AgreedRecord *
agreed_record_new_moved (AgreedRecord      *record,
                         const AgreedPlace *place,
                         const AgreedPlace *other,
                         guint              position)
{
  switch (record->kind)
    {
    case AGREED_RECORD_LINK:
      return agreed_record_new_link (place, other, record->linked, record->unknown);
    case AGREED_RECORD_TAG:
      return agreed_record_new_tag (place, record->topic, record->state, record->unknown);
    case AGREED_RECORD_NOTE:
    case AGREED_RECORD_LINK_NOTE:
      return move_note (record, place, other, position);
    case AGREED_RECORD_TOPICS:
    case AGREED_RECORD_PROJECT_NOTE:
    case AGREED_RECORD_DOCUMENT:
    case AGREED_RECORD_CHOSEN:
    default:
      g_return_val_if_reached (NULL);
    }
}

AgreedRecord *
agreed_record_ref (AgreedRecord *record)
{
  g_atomic_ref_count_inc (&record->refs);

  return record;
}

void
agreed_record_unref (AgreedRecord *record)
{
  if (!g_atomic_ref_count_dec (&record->refs))
    return;

  agreed_place_clear (&record->place);
  agreed_place_clear (&record->other);
  g_free (record->topic);
  g_clear_object (&record->note);
  g_free (record->body);
  g_clear_object (&record->document);
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_clear_object (&record->chosen[side]);
  g_clear_pointer (&record->unknown, json_object_unref);
  g_free (record);
}

guint
agreed_record_hash (gconstpointer data)
{
  const AgreedRecord *record = data;
  guint hash = record->kind;

  hash = hash * 33 + agreed_place_hash (&record->place);
  hash = hash * 33 + agreed_place_hash (&record->other);
  hash = hash * 33 + hash_string (record->topic);

  return hash * 33 + record->position;
}

gboolean
agreed_record_equal (gconstpointer a,
                     gconstpointer b)
{
  const AgreedRecord *one = a;
  const AgreedRecord *two = b;

  return one->kind == two->kind &&
         one->document == two->document &&
         one->position == two->position &&
         agreed_place_equal (&one->place, &two->place) &&
         agreed_place_equal (&one->other, &two->other) &&
         g_strcmp0 (one->topic, two->topic) == 0;
}

gboolean
agreed_record_same (const AgreedRecord *a,
                    const AgreedRecord *b)
{
  return a->state == b->state && !a->linked == !b->linked && g_strcmp0 (a->body, b->body) == 0
         && (a->note == b->note || (a->note != NULL && b->note != NULL && agreed_note_equal (a->note, b->note)));
}
