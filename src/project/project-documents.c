/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The documents of a project, and what it knows of each paragraph in them: they come, and they go by a step of undo. */
#include "project-private.h"

AgreedText *
agreed_project_find_text (AgreedProject *self,
                          const char    *id)
{
  return g_hash_table_lookup (self->texts, id);
}

/* An id is never one that a record still speaks of: the note on a text that is gone must not turn up in another. Nor that
 * of a text that may come back. */
static void
give_id (AgreedProject *self,
         AgreedText    *text)
{
  for (guint n = g_hash_table_size (self->texts) + 1;; n++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", n);

      if (agreed_project_find_text (self, id) == NULL && !g_hash_table_contains (self->gone, id) &&
          !agreed_project_mentions (self, id))
        {
          agreed_text_set_id (text, id);
          return;
        }
    }
}

static void
add_text (AgreedProject *self,
          AgreedText    *text)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint text_position = g_hash_table_size (self->texts);

  g_hash_table_insert (self->texts, g_strdup (agreed_text_get_id (text)), text);

  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
      gpointer label = (gpointer) agreed_paragraph_get_label (paragraph);
      guint nth = GPOINTER_TO_UINT (g_hash_table_lookup (seen, label)) + 1;
      AgreedSpot *spot = g_new0 (AgreedSpot, 1);

      g_hash_table_insert (seen, label, GUINT_TO_POINTER (nth));
      spot->place.text = g_strdup (agreed_text_get_id (text));
      spot->place.label = g_strdup (label);
      spot->place.nth = nth;
      spot->text = text;
      spot->paragraph = paragraph;
      spot->text_position = text_position;
      spot->paragraph_position = i;
      g_hash_table_insert (self->spots, paragraph, spot);
      g_hash_table_insert (self->by_place, &spot->place, spot);
      agreed_project_defer_tags (self, spot);
    }
}

static void
add_new_text (AgreedProject *self,
              AgreedText    *text)
{
  const char *id = agreed_text_get_id (text);

  if (id == NULL || agreed_project_find_text (self, id) != NULL || g_hash_table_contains (self->gone, id) ||
      agreed_project_mentions (self, id))
    give_id (self, text);
  add_text (self, text);
}

void
agreed_project_append_document (AgreedProject  *self,
                                AgreedDocument *document)
{
  AgreedStatus before = agreed_project_get_status (self);

  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    add_new_text (self, agreed_document_get_text (document, i));
  g_list_store_append (self->documents, document);
  agreed_project_notify_status (self, &before);
}

static gboolean
same_file (gconstpointer a,
           gconstpointer b)
{
  AgreedDocument *one = AGREED_DOCUMENT ((gpointer) a);
  AgreedDocument *two = AGREED_DOCUMENT ((gpointer) b);
  const char *sha256 = agreed_document_get_sha256 (one);

  if (one == two)
    return TRUE;

  return sha256 != NULL &&
         g_strcmp0 (sha256, agreed_document_get_sha256 (two)) == 0 &&
         g_strcmp0 (agreed_document_get_name (one), agreed_document_get_name (two)) == 0;
}

AgreedDocument *
agreed_project_add_document (AgreedProject  *self,
                             AgreedDocument *document)
{
  g_autoptr (AgreedDocument) there = NULL;
  guint position;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (AGREED_IS_DOCUMENT (document), NULL);

  if (!g_list_store_find_with_equal_func (self->documents, document, (GEqualFunc) same_file, &position))
    {
      agreed_project_append_document (self, document);
      return document;
    }

  /* The project's list keeps it alive. */
  there = g_list_model_get_item (G_LIST_MODEL (self->documents), position);
  return there;
}

AgreedDocument *
agreed_project_get_document (AgreedProject *self,
                             AgreedText    *text)
{
  guint n;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (AGREED_IS_TEXT (text), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->documents));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (G_LIST_MODEL (self->documents), i);

      for (guint j = 0; j < agreed_document_get_n_texts (document); j++)
        if (agreed_document_get_text (document, j) == text)
          return document;
    }

  return NULL;
}

/* A document that goes, and comes back */

void
agreed_project_add_gone (AgreedProject *self,
                         AgreedText    *text)
{
  g_hash_table_replace (self->gone, (gpointer) agreed_text_get_id (text), g_object_ref (text));
}

/* Texts are counted through all documents. */
static void
number_texts (AgreedProject *self)
{
  guint n_texts = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->documents)); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (G_LIST_MODEL (self->documents), i);

      for (guint j = 0; j < agreed_document_get_n_texts (document); j++, n_texts++)
        {
          AgreedText *text = agreed_document_get_text (document, j);

          for (guint k = 0; k < agreed_text_get_n_paragraphs (text); k++)
            ((AgreedSpot *) g_hash_table_lookup (self->spots, agreed_text_get_paragraph (text, k)))->text_position = n_texts;
        }
    }
}

static void
remove_text (AgreedProject *self,
             AgreedText    *text)
{
  for (guint i = self->queue->len; i > 0; i--)
    if (((AgreedSpot *) self->queue->pdata[i - 1])->text == text)
      g_ptr_array_remove_index_fast (self->queue, i - 1);

  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
      AgreedSpot *spot = g_hash_table_lookup (self->spots, paragraph);

      agreed_paragraph_set_fill (paragraph, NULL, NULL);
      g_hash_table_remove (self->by_place, &spot->place);
      g_hash_table_remove (self->spots, paragraph);
    }

  agreed_project_add_gone (self, text);
  g_hash_table_remove (self->texts, agreed_text_get_id (text));
}

static void
take_out (AgreedProject  *self,
          AgreedDocument *document)
{
  guint position = agreed_project_find_document (self, document);
  AgreedText *chosen[AGREED_N_TEXTS];

  g_return_if_fail (position != G_MAXUINT);

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    chosen[side] = self->chosen[side] != NULL && agreed_project_get_document (self, self->chosen[side]) == document
                     ? NULL
                     : self->chosen[side];
  agreed_project_put_chosen (self, chosen);
  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    remove_text (self, agreed_document_get_text (document, i));
  g_list_store_remove (self->documents, position);
}

/* Records that speak of the text, which is there again or for the first time. */
static void
show_text (AgreedProject *self,
           AgreedText    *text)
{
  agreed_project_recount (self, text);
  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedSpot *spot = g_hash_table_lookup (self->spots, agreed_text_get_paragraph (text, i));

      if (spot->notes != NULL)
        agreed_project_show_notes (self, spot);
      else
        g_list_store_remove_all (agreed_paragraph_get_notes (spot->paragraph));
    }
}

static void
put_in (AgreedProject  *self,
        AgreedDocument *document,
        guint           position)
{
  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    {
      AgreedText *text = agreed_document_get_text (document, i);

      g_hash_table_remove (self->gone, agreed_text_get_id (text));
      add_text (self, text);
      show_text (self, text);
    }
  g_list_store_insert (self->documents, MIN (position, g_list_model_get_n_items (G_LIST_MODEL (self->documents))), document);
}

void
agreed_project_put_document (AgreedProject *self,
                             AgreedRecord  *before,
                             AgreedRecord  *after)
{
  if (after != NULL)
    put_in (self, after->document, after->position);
  else
    take_out (self, before->document);
  number_texts (self);
}

guint
agreed_project_find_document (AgreedProject  *self,
                              AgreedDocument *document)
{
  guint position;

  return g_list_store_find (self->documents, document, &position) ? position : G_MAXUINT;
}

void
agreed_project_plan_document (AgreedProject  *self,
                              AgreedDocument *document,
                              gboolean        there,
                              guint           position,
                              GArray         *changes)
{
  g_autoptr (AgreedRecord) record = agreed_record_new_document (document, position);

  /* The ids are given here, so that places in the texts can be planned as well. */
  for (guint i = 0; there && i < agreed_document_get_n_texts (document); i++)
    {
      AgreedText *text = agreed_document_get_text (document, i);

      give_id (self, text);
      agreed_project_add_gone (self, text);
    }
  agreed_turns_add (changes, there ? NULL : record, there ? record : NULL);
}

void
agreed_project_plan_chosen (AgreedProject     *self,
                          AgreedText *const *chosen,
                          GArray            *changes)
{
  g_autoptr (AgreedRecord) before = agreed_record_new_chosen (self->chosen);
  g_autoptr (AgreedRecord) after = agreed_record_new_chosen (chosen);

  agreed_turns_add (changes, before, after);
}
