/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pointers.h"

#include "normalise.h"
#include "symbol.h"

#include <string.h>

static void
agreed_pointer_free (AgreedPointer *self)
{
  g_free (self->number);
  g_free (self->name);
  g_free (self);
}

/* The texts of a project, those compared first, the older before the newer: references lead back in time. */
static GPtrArray *
list_texts (AgreedProject *self)
{
  GPtrArray *texts = g_ptr_array_new ();
  GListModel *documents = agreed_project_get_documents (self);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (agreed_project_get_text (self, side) != NULL && agreed_text_get_annex (agreed_project_get_text (self, side)) == NULL)
      g_ptr_array_add (texts, agreed_project_get_text (self, side));
  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, i);

      /* Last texts first: a report ends with the one that was adopted. */
      for (guint k = agreed_document_get_n_texts (document); k > 0; k--)
        if (agreed_text_get_annex (agreed_document_get_text (document, k - 1)) == NULL &&
            !g_ptr_array_find (texts, agreed_document_get_text (document, k - 1), NULL))
          g_ptr_array_add (texts, agreed_document_get_text (document, k - 1));
    }
  return texts;
}

/* "A/RES/65/141" is named "65/141" and "A/RES/65/141". */
static gboolean
is_symbol (AgreedText *text,
           const char *symbol)
{
  const char *own = agreed_text_get_symbol (text);
  g_autofree char *normal = own != NULL ? agreed_symbol_normalise (own, -1) : NULL;
  gsize length, own_length;

  if (normal == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (normal, symbol) == 0)
    return TRUE;
  length = strlen (symbol);
  own_length = strlen (normal);
  return own_length > length && strstr (normal, "RES/") != NULL && normal[own_length - length - 1] == '/'
         && g_ascii_strcasecmp (normal + own_length - length, symbol) == 0;
}

static gboolean
has_title (AgreedText *text,
           const char *title)
{
  const char *own = agreed_text_get_title (text);
  g_autofree char *normal = own != NULL ? agreed_normalise (own, -1, TRUE) : NULL;
  g_autofree char *sought = agreed_normalise (title, -1, TRUE);

  return normal != NULL && *sought != '\0' && strstr (normal, sought) != NULL;
}

static gboolean
same_title (AgreedText *a,
            AgreedText *b)
{
  return agreed_text_get_title (a) != NULL && agreed_text_get_title (b) != NULL
         && agreed_normalise_key (agreed_text_get_title (a), strlen (agreed_text_get_title (a)), NULL)
              == agreed_normalise_key (agreed_text_get_title (b), strlen (agreed_text_get_title (b)), NULL);
}

/* A draft has no number yet when the report on it is written. What was adopted under one title at the session that the
 * number names is in all likelihood the draft of that title and session. */
static gboolean
may_be_draft (AgreedText *text,
              AgreedText *from,
              const char *symbol)
{
  guint session = agreed_symbol_get_session (symbol);
  const char *own = agreed_text_get_symbol (text);

  return text != from && session > 0 && agreed_text_get_session (text) == session && same_title (text, from)
         && own != NULL && strstr (own, "RES/") == NULL;
}

static AgreedText *
find_text (AgreedProject         *self,
           AgreedText            *from,
           const AgreedReference *reference,
           gboolean              *is_draft)
{
  g_autoptr (GPtrArray) texts = list_texts (self);

  *is_draft = FALSE;
  if (reference->symbol == NULL && reference->title == NULL)
    return from;
  for (guint i = 0; i < texts->len; i++)
    if (reference->symbol != NULL ? is_symbol (texts->pdata[i], reference->symbol)
                                  : has_title (texts->pdata[i], reference->title))
      return texts->pdata[i];
  *is_draft = TRUE;
  for (guint i = 0; reference->symbol != NULL && i < texts->len; i++)
    if (may_be_draft (texts->pdata[i], from, reference->symbol))
      return texts->pdata[i];
  return NULL;
}

AgreedText *
agreed_project_find_named (AgreedProject *self,
                           const char    *symbol)
{
  g_autoptr (GPtrArray) texts = NULL;
  g_autofree char *normal = NULL;

  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (symbol != NULL, NULL);

  texts = list_texts (self);
  normal = agreed_symbol_normalise (symbol, -1);
  for (guint i = 0; i < texts->len; i++)
    if (is_symbol (texts->pdata[i], normal))
      return texts->pdata[i];
  return NULL;
}

static gboolean
is_known (GPtrArray     *pointers,
          AgreedPointer *pointer)
{
  for (guint i = 0; i < pointers->len; i++)
    {
      const AgreedPointer *other = pointers->pdata[i];

      if (g_strcmp0 (other->number, pointer->number) == 0 && g_strcmp0 (other->name, pointer->name) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
add_pointer (GPtrArray             *pointers,
             const AgreedReference *reference,
             const char            *number,
             AgreedText            *text,
             gboolean               is_draft)
{
  AgreedPointer *pointer = g_new0 (AgreedPointer, 1);
  g_autofree char *label = g_strconcat (reference->preambular ? "PP" : "OP", number, NULL);

  pointer->number = g_strconcat (reference->preambular ? "PP" : "", number, NULL);
  pointer->name = g_strdup (reference->symbol != NULL ? reference->symbol : reference->title);
  pointer->text = text;
  pointer->paragraph = text != NULL ? agreed_text_find_paragraph (text, label) : NULL;
  if (text == NULL)
    pointer->state = AGREED_POINTER_NO_TEXT;
  else if (pointer->paragraph == NULL)
    pointer->state = AGREED_POINTER_NO_PARAGRAPH;
  else
    pointer->state = is_draft ? AGREED_POINTER_DRAFT : AGREED_POINTER_FOUND;
  if (is_known (pointers, pointer))
    agreed_pointer_free (pointer);
  else
    g_ptr_array_add (pointers, pointer);
}

static void
add_pointers (GPtrArray             *pointers,
              AgreedProject         *self,
              AgreedText            *from,
              const AgreedReference *reference)
{
  gboolean is_draft;
  AgreedText *text = find_text (self, from, reference, &is_draft);

  for (guint k = 0; reference->numbers[k] != NULL; k++)
    add_pointer (pointers, reference, reference->numbers[k], text, is_draft);
}

/* @offset: of the reference that is followed, or G_MAXSIZE for all */
static GPtrArray *
follow (AgreedProject   *self,
        AgreedText      *from,
        AgreedParagraph *paragraph,
        gsize            offset)
{
  GPtrArray *pointers = g_ptr_array_new_with_free_func ((GDestroyNotify) agreed_pointer_free);
  g_autoptr (GPtrArray) references = NULL;

  references = agreed_references_find (agreed_paragraph_get_wording (paragraph), agreed_text_get_language (from));
  for (guint i = 0; i < references->len; i++)
    {
      const AgreedReference *reference = references->pdata[i];

      if (offset == G_MAXSIZE || (offset >= reference->start && offset < reference->start + reference->length))
        add_pointers (pointers, self, from, reference);
    }
  return pointers;
}

GPtrArray *
agreed_project_follow (AgreedProject   *self,
                       AgreedText      *from,
                       AgreedParagraph *paragraph)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (AGREED_IS_TEXT (from), NULL);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), NULL);

  return follow (self, from, paragraph, G_MAXSIZE);
}

GPtrArray *
agreed_project_follow_at (AgreedProject   *self,
                          AgreedText      *from,
                          AgreedParagraph *paragraph,
                          gsize            offset)
{
  g_return_val_if_fail (AGREED_IS_PROJECT (self), NULL);
  g_return_val_if_fail (AGREED_IS_TEXT (from), NULL);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), NULL);
  g_return_val_if_fail (offset < G_MAXSIZE, NULL);

  return follow (self, from, paragraph, offset);
}
