/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking a document out of the project. */
#include "project-private.h"

#include <glib/gi18n.h>

/* What is compared where the document goes: for each of its texts another one of the project, as long as there are some;
 * nobody needs an earliest one. */
static void
choose_others (AgreedProject  *self,
               AgreedDocument *document,
               AgreedText    **chosen)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      chosen[side] = self->chosen[side];
      if (chosen[side] != NULL && agreed_project_get_document (self, chosen[side]) == document)
        chosen[side] = NULL;
    }
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->documents)); i > 0; i--)
    {
      g_autoptr (AgreedDocument) other = g_list_model_get_item (G_LIST_MODEL (self->documents), i - 1);
      AgreedText *text = other != document ? agreed_document_find_text (other, NULL) : NULL;

      for (int side = AGREED_SIDE_NEWER; text != NULL && side >= AGREED_SIDE_OLDER; side--)
        if (self->chosen[side] != NULL && chosen[side] == NULL && chosen[!side] != text)
          chosen[side] = text;
    }
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (chosen[side] == chosen[AGREED_SIDE_EARLIEST])
      chosen[AGREED_SIDE_EARLIEST] = NULL;
}

static gboolean
is_of (AgreedDocument    *document,
       const AgreedPlace *place)
{
  for (guint i = 0; place->text != NULL && i < agreed_document_get_n_texts (document); i++)
    if (g_str_equal (agreed_text_get_id (agreed_document_get_text (document, i)), place->text))
      return TRUE;

  return FALSE;
}

/* Returns: (transfer full): array of AgreedRecord */
static GPtrArray *
list_about (AgreedProject  *self,
            AgreedDocument *document)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_record_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, self->records);
  while (g_hash_table_iter_next (&iter, &record, NULL))
    if (is_of (document, &((AgreedRecord *) record)->place) || is_of (document, &((AgreedRecord *) record)->other))
      g_ptr_array_add (records, agreed_record_ref (record));

  return records;
}

void
agreed_project_count_about (AgreedProject  *self,
                            AgreedDocument *document,
                            guint          *n_tags,
                            guint          *n_notes,
                            guint          *n_links)
{
  g_autoptr (GPtrArray) records = NULL;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (AGREED_IS_DOCUMENT (document));

  *n_tags = *n_notes = *n_links = 0;
  records = list_about (self, document);
  for (guint i = 0; i < records->len; i++)
    {
      const AgreedRecord *record = g_ptr_array_index (records, i);

      if (record->kind == AGREED_RECORD_TAG)
        (*n_tags)++;
      else if (record->kind == AGREED_RECORD_LINK)
        (*n_links)++;
      else
        (*n_notes)++;
    }
}

void
agreed_project_remove_document (AgreedProject  *self,
                                AgreedDocument *document)
{
  g_autoptr (GArray) changes = agreed_turns_new ();
  g_autoptr (GPtrArray) records = NULL;
  AgreedText *chosen[AGREED_N_TEXTS];
  guint position;

  g_return_if_fail (AGREED_IS_PROJECT (self));
  g_return_if_fail (AGREED_IS_DOCUMENT (document));

  position = agreed_project_find_document (self, document);
  g_return_if_fail (position != G_MAXUINT);

  records = list_about (self, document);
  for (guint i = 0; i < records->len; i++)
    agreed_turns_add (changes, g_ptr_array_index (records, i), NULL);
  choose_others (self, document, chosen);
  agreed_project_plan_chosen (self, chosen, changes);
  agreed_project_plan_document (self, document, FALSE, position, changes);
  agreed_project_edit (self, N_("Remove text"), changes, 0);
}
