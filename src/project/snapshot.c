/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "snapshot.h"

#include "store-private.h"

static void
clear_text (gpointer data)
{
  AgreedSnapshotText *text = data;

  g_object_unref (text->text);
  g_ptr_array_unref (text->footnotes);
  g_clear_pointer (&text->labels, g_hash_table_unref);
}

static void
clear_document (gpointer data)
{
  AgreedSnapshotDocument *document = data;

  g_object_unref (document->document);
  g_array_unref (document->texts);
}

static GPtrArray *
list_footnotes (AgreedText *text)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *footnotes = agreed_text_get_footnotes (text);

  for (guint i = 0; i < g_list_model_get_n_items (footnotes); i++)
    g_ptr_array_add (list, g_list_model_get_item (footnotes, i));

  return list;
}

/* Takes the reference to @document. */
static void
add_document (AgreedSnapshot *self,
              AgreedDocument *document)
{
  AgreedSnapshotDocument added = { .document = document };

  added.texts = g_array_new (FALSE, FALSE, sizeof (AgreedSnapshotText));
  g_array_set_clear_func (added.texts, clear_text);
  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    {
      AgreedText *text = agreed_document_get_text (document, i);
      AgreedSnapshotText entry = { .text = g_object_ref (text), .footnotes = list_footnotes (text) };

      g_array_append_val (added.texts, entry);
    }

  g_array_append_val (self->documents, added);
}

static void
add_label (GHashTable        *labels,
           AgreedProject     *project,
           const AgreedPlace *place)
{
  GHashTable *of_text;

  if (place->text == NULL || !g_hash_table_contains (project->gone, place->text) ||
      agreed_project_find_text (project, place->text) != NULL)
    return;

  of_text = g_hash_table_lookup (labels, place->text);
  if (of_text == NULL)
    {
      of_text = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_hash_table_insert (labels, place->text, of_text);
    }
  g_hash_table_add (of_text, g_strdup (place->label));
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return strcmp (agreed_text_get_id (((const AgreedSnapshotText *) a)->text),
                 agreed_text_get_id (((const AgreedSnapshotText *) b)->text));
}

/* Whoever places what was left over has to know what it was about. */
static void
add_gone (AgreedSnapshot *self,
          AgreedProject  *project)
{
  g_autoptr (GHashTable) labels = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id, of_text;

  for (guint i = 0; g_hash_table_size (project->gone) > 0 && i < self->records->len; i++)
    {
      const AgreedRecord *record = g_ptr_array_index (self->records, i);

      add_label (labels, project, &record->place);
      add_label (labels, project, &record->other);
    }
  g_hash_table_iter_init (&iter, labels);
  while (g_hash_table_iter_next (&iter, &id, &of_text))
    {
      AgreedSnapshotText entry = { .text = g_object_ref (g_hash_table_lookup (project->gone, id)),
                                   .footnotes = g_ptr_array_new (), .labels = of_text };

      g_array_append_val (self->gone, entry);
    }
  g_array_sort (self->gone, compare_ids);
}

static JsonObject *
ref_unknown (AgreedProject *project,
             const char    *key)
{
  JsonObject *unknown = g_object_get_data (G_OBJECT (project), key);

  return unknown != NULL ? json_object_ref (unknown) : NULL;
}

AgreedSnapshot *
agreed_snapshot_new (AgreedProject *project)
{
  AgreedSnapshot *self = g_new0 (AgreedSnapshot, 1);
  GListModel *documents = agreed_project_get_documents (project);
  GHashTableIter iter;
  gpointer record;

  g_atomic_ref_count_init (&self->refs);
  self->state = agreed_project_get_state (project);
  self->n_changes = project->n_changes;
  self->documents = g_array_new (FALSE, FALSE, sizeof (AgreedSnapshotDocument));
  g_array_set_clear_func (self->documents, clear_document);
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    add_document (self, g_list_model_get_item (documents, i));
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      self->chosen[side] = project->chosen[side];
      if (project->chosen[side] != NULL)
        self->compared[side] = g_strdup (agreed_text_get_id (project->chosen[side]));
    }

  self->records = g_ptr_array_new_full (g_hash_table_size (project->records), (GDestroyNotify) agreed_record_unref);
  g_hash_table_iter_init (&iter, project->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    g_ptr_array_add (self->records, agreed_record_ref (record));

  self->gone = g_array_new (FALSE, FALSE, sizeof (AgreedSnapshotText));
  g_array_set_clear_func (self->gone, clear_text);
  add_gone (self, project);
  self->topic_ids = agreed_project_list_topics (project);
  if (!agreed_topic_set_is_default (project->topics))
    self->topics = agreed_topic_set_to_json (project->topics);
  self->unknown = ref_unknown (project, AGREED_UNKNOWN);
  self->unknown_compared = ref_unknown (project, AGREED_UNKNOWN_COMPARED);

  return self;
}

AgreedSnapshot *
agreed_snapshot_ref (AgreedSnapshot *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
agreed_snapshot_unref (AgreedSnapshot *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  g_array_unref (self->documents);
  g_array_unref (self->gone);
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_free (self->compared[side]);
  g_ptr_array_unref (self->records);
  g_ptr_array_unref (self->topic_ids);
  g_clear_pointer (&self->topics, json_node_unref);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_clear_pointer (&self->unknown_compared, json_object_unref);
  g_free (self);
}

void
agreed_snapshot_mark_saved (AgreedSnapshot *self,
                            AgreedProject  *project)
{
  agreed_project_mark_saved (project, self->state, self->documents->len, self->chosen);
}
