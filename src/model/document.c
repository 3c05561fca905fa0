/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document.h"

struct _AgreedDocument {
  GObject parent_instance;

  char *name;
  char *sha256;
  GPtrArray *texts; /* AgreedText */
  gboolean tracked;
};

static void agreed_document_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AgreedDocument, agreed_document, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, agreed_document_list_model_init))

static GType
agreed_document_get_item_type (GListModel *model)
{
  return AGREED_TYPE_TEXT;
}

static guint
agreed_document_get_n_items (GListModel *model)
{
  return AGREED_DOCUMENT (model)->texts->len;
}

static gpointer
agreed_document_get_item (GListModel *model,
                          guint       position)
{
  AgreedDocument *self = AGREED_DOCUMENT (model);

  return position < self->texts->len ? g_object_ref (g_ptr_array_index (self->texts, position)) : NULL;
}

static void
agreed_document_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = agreed_document_get_item_type;
  iface->get_n_items = agreed_document_get_n_items;
  iface->get_item = agreed_document_get_item;
}

static void
agreed_document_dispose (GObject *object)
{
  AgreedDocument *self = AGREED_DOCUMENT (object);

  g_clear_pointer (&self->texts, g_ptr_array_unref);

  G_OBJECT_CLASS (agreed_document_parent_class)->dispose (object);
}

static void
agreed_document_finalize (GObject *object)
{
  AgreedDocument *self = AGREED_DOCUMENT (object);

  g_free (self->name);
  g_free (self->sha256);

  G_OBJECT_CLASS (agreed_document_parent_class)->finalize (object);
}

static void
agreed_document_class_init (AgreedDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = agreed_document_dispose;
  object_class->finalize = agreed_document_finalize;
}

static void
agreed_document_init (AgreedDocument *self)
{
  self->texts = g_ptr_array_new_with_free_func (g_object_unref);
}

AgreedDocument *
agreed_document_new (const char *name,
                     const char *sha256)
{
  AgreedDocument *self;

  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (AGREED_TYPE_DOCUMENT, NULL);
  self->name = g_strdup (name);
  self->sha256 = g_strdup (sha256);

  return self;
}

const char *
agreed_document_get_name (AgreedDocument *self)
{
  g_return_val_if_fail (AGREED_IS_DOCUMENT (self), NULL);

  return self->name;
}

const char *
agreed_document_get_sha256 (AgreedDocument *self)
{
  g_return_val_if_fail (AGREED_IS_DOCUMENT (self), NULL);

  return self->sha256;
}

gboolean
agreed_document_get_tracked (AgreedDocument *self)
{
  g_return_val_if_fail (AGREED_IS_DOCUMENT (self), FALSE);

  return self->tracked;
}

void
agreed_document_set_tracked (AgreedDocument *self,
                             gboolean        tracked)
{
  g_return_if_fail (AGREED_IS_DOCUMENT (self));

  self->tracked = tracked;
}

void
agreed_document_append (AgreedDocument *self,
                        AgreedText     *text)
{
  g_return_if_fail (AGREED_IS_DOCUMENT (self));
  g_return_if_fail (AGREED_IS_TEXT (text));

  g_ptr_array_add (self->texts, g_object_ref (text));
  g_list_model_items_changed (G_LIST_MODEL (self), self->texts->len - 1, 0, 1);
}

guint
agreed_document_get_n_texts (AgreedDocument *self)
{
  g_return_val_if_fail (AGREED_IS_DOCUMENT (self), 0);

  return self->texts->len;
}

AgreedText *
agreed_document_get_text (AgreedDocument *self,
                          guint           position)
{
  g_return_val_if_fail (AGREED_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (position < self->texts->len, NULL);

  return g_ptr_array_index (self->texts, position);
}

/* Without the annexes behind them; all, where a file was made of nothing but annexes. */
static guint
count_texts (AgreedDocument *self)
{
  guint n_texts = self->texts->len;

  while (n_texts > 0 && agreed_text_get_annex (g_ptr_array_index (self->texts, n_texts - 1)) != NULL)
    n_texts--;

  return n_texts > 0 ? n_texts : self->texts->len;
}

static gboolean
is_called (AgreedText *text,
           const char *name)
{
  if (agreed_text_get_annex (text) == NULL)
    return g_strcmp0 (agreed_text_get_symbol (text), name) == 0;

  return g_str_equal (agreed_text_get_annex (text), name) || g_str_equal (agreed_text_get_display_name (text), name);
}

AgreedText *
agreed_document_find_text (AgreedDocument *self,
                           const char     *which)
{
  guint64 number;
  guint n_texts;

  g_return_val_if_fail (AGREED_IS_DOCUMENT (self), NULL);

  if (self->texts->len == 0)
    return NULL;
  n_texts = count_texts (self);
  if (which == NULL)
    return g_ptr_array_index (self->texts, n_texts - 1);

  for (guint i = 0; i < self->texts->len; i++)
    {
      AgreedText *text = g_ptr_array_index (self->texts, i);

      if (is_called (text, which))
        return text;
    }

  if (g_ascii_string_to_unsigned (which, 10, 1, n_texts, &number, NULL))
    return g_ptr_array_index (self->texts, number - 1);

  return NULL;
}
