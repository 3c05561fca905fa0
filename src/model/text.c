/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "text.h"

#include <glib/gi18n.h>

struct _AgreedText {
  GObject parent_instance;

  char *id;
  char *symbol;
  char *title;
  char *language;
  char *date;
  char *annex;
  char *annex_name; /* with the symbol; made when it is asked for */
  guint session;

  GPtrArray *paragraphs; /* AgreedParagraph */
  GHashTable *by_label;  /* label (of the paragraph) → AgreedParagraph, the first of its label */
  GListStore *footnotes;
};

static void agreed_text_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AgreedText, agreed_text, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, agreed_text_list_model_init))

enum {
  PROP_ID = 1,
  PROP_SYMBOL,
  PROP_ANNEX,
  PROP_TITLE,
  PROP_LANGUAGE,
  PROP_DATE,
  PROP_SESSION,
  PROP_DISPLAY_NAME,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GType
agreed_text_get_item_type (GListModel *model)
{
  return AGREED_TYPE_PARAGRAPH;
}

static guint
agreed_text_get_n_items (GListModel *model)
{
  return AGREED_TEXT (model)->paragraphs->len;
}

static gpointer
agreed_text_get_item (GListModel *model,
                      guint       position)
{
  AgreedText *self = AGREED_TEXT (model);

  return position < self->paragraphs->len ? g_object_ref (g_ptr_array_index (self->paragraphs, position)) : NULL;
}

static void
agreed_text_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = agreed_text_get_item_type;
  iface->get_n_items = agreed_text_get_n_items;
  iface->get_item = agreed_text_get_item;
}

static void
agreed_text_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AgreedText *self = AGREED_TEXT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_SYMBOL:
      g_value_set_string (value, self->symbol);
      break;
    case PROP_ANNEX:
      g_value_set_string (value, self->annex);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_SESSION:
      g_value_set_uint (value, self->session);
      break;
    case PROP_DISPLAY_NAME:
      g_value_set_string (value, agreed_text_get_display_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_text_set_property (GObject      *object,
                          guint         prop_id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  AgreedText *self = AGREED_TEXT (object);

  switch (prop_id)
    {
    case PROP_ID:
      agreed_text_set_id (self, g_value_get_string (value));
      break;
    case PROP_SYMBOL:
      agreed_text_set_symbol (self, g_value_get_string (value));
      break;
    case PROP_ANNEX:
      agreed_text_set_annex (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      agreed_text_set_title (self, g_value_get_string (value));
      break;
    case PROP_LANGUAGE:
      agreed_text_set_language (self, g_value_get_string (value));
      break;
    case PROP_DATE:
      agreed_text_set_date (self, g_value_get_string (value));
      break;
    case PROP_SESSION:
      agreed_text_set_session (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_text_dispose (GObject *object)
{
  AgreedText *self = AGREED_TEXT (object);

  g_clear_pointer (&self->by_label, g_hash_table_unref);
  g_clear_pointer (&self->paragraphs, g_ptr_array_unref);
  g_clear_object (&self->footnotes);

  G_OBJECT_CLASS (agreed_text_parent_class)->dispose (object);
}

static void
agreed_text_finalize (GObject *object)
{
  AgreedText *self = AGREED_TEXT (object);

  g_free (self->id);
  g_free (self->symbol);
  g_free (self->title);
  g_free (self->language);
  g_free (self->date);
  g_free (self->annex);
  g_free (self->annex_name);

  G_OBJECT_CLASS (agreed_text_parent_class)->finalize (object);
}

static void
agreed_text_class_init (AgreedTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = agreed_text_get_property;
  object_class->set_property = agreed_text_set_property;
  object_class->dispose = agreed_text_dispose;
  object_class->finalize = agreed_text_finalize;

  properties[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  properties[PROP_SYMBOL] = g_param_spec_string ("symbol", NULL, NULL, NULL, flags);
  properties[PROP_ANNEX] = g_param_spec_string ("annex", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);
  properties[PROP_DATE] = g_param_spec_string ("date", NULL, NULL, NULL, flags);
  properties[PROP_SESSION] = g_param_spec_uint ("session", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_DISPLAY_NAME] = g_param_spec_string ("display-name", NULL, NULL, NULL,
                                                       G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
agreed_text_init (AgreedText *self)
{
  self->paragraphs = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_label = g_hash_table_new (g_str_hash, g_str_equal);
  self->footnotes = g_list_store_new (AGREED_TYPE_FOOTNOTE);
}

AgreedText *
agreed_text_new (void)
{
  return g_object_new (AGREED_TYPE_TEXT, NULL);
}

#define STRING_PROPERTY(name, PROP, notify_too)                                   \
  const char *                                                                    \
  agreed_text_get_##name (AgreedText *self)                                       \
  {                                                                               \
    g_return_val_if_fail (AGREED_IS_TEXT (self), NULL);                           \
                                                                                  \
    return self->name;                                                            \
  }                                                                               \
                                                                                  \
  void                                                                            \
  agreed_text_set_##name (AgreedText *self,                                       \
                          const char *name)                                       \
  {                                                                               \
    g_return_if_fail (AGREED_IS_TEXT (self));                                     \
                                                                                  \
    if (!g_set_str (&self->name, name))                                           \
      return;                                                                     \
                                                                                  \
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP]);                 \
    if (notify_too)                                                               \
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DISPLAY_NAME]);  \
  }

STRING_PROPERTY (id, PROP_ID, FALSE)
STRING_PROPERTY (symbol, PROP_SYMBOL, TRUE)
STRING_PROPERTY (annex, PROP_ANNEX, TRUE)
STRING_PROPERTY (title, PROP_TITLE, TRUE)
STRING_PROPERTY (language, PROP_LANGUAGE, FALSE)
STRING_PROPERTY (date, PROP_DATE, FALSE)

guint
agreed_text_get_session (AgreedText *self)
{
  g_return_val_if_fail (AGREED_IS_TEXT (self), 0);

  return self->session;
}

void
agreed_text_set_session (AgreedText *self,
                         guint       session)
{
  g_return_if_fail (AGREED_IS_TEXT (self));

  if (self->session == session)
    return;

  self->session = session;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
agreed_text_append (AgreedText      *self,
                    AgreedParagraph *paragraph)
{
  const char *label;

  g_return_if_fail (AGREED_IS_TEXT (self));
  g_return_if_fail (AGREED_IS_PARAGRAPH (paragraph));

  label = agreed_paragraph_get_label (paragraph);
  if (!g_hash_table_contains (self->by_label, label))
    g_hash_table_insert (self->by_label, (gpointer) label, paragraph);
  g_ptr_array_add (self->paragraphs, g_object_ref (paragraph));
  g_list_model_items_changed (G_LIST_MODEL (self), self->paragraphs->len - 1, 0, 1);
}

guint
agreed_text_get_n_paragraphs (AgreedText *self)
{
  g_return_val_if_fail (AGREED_IS_TEXT (self), 0);

  return self->paragraphs->len;
}

AgreedParagraph *
agreed_text_get_paragraph (AgreedText *self,
                           guint       position)
{
  g_return_val_if_fail (AGREED_IS_TEXT (self), NULL);
  g_return_val_if_fail (position < self->paragraphs->len, NULL);

  return g_ptr_array_index (self->paragraphs, position);
}

AgreedParagraph *
agreed_text_find_paragraph (AgreedText *self,
                            const char *label)
{
  g_return_val_if_fail (AGREED_IS_TEXT (self), NULL);
  g_return_val_if_fail (label != NULL, NULL);

  return g_hash_table_lookup (self->by_label, label);
}

void
agreed_text_append_footnote (AgreedText     *self,
                             AgreedFootnote *footnote)
{
  g_return_if_fail (AGREED_IS_TEXT (self));

  g_list_store_append (self->footnotes, footnote);
}

GListModel *
agreed_text_get_footnotes (AgreedText *self)
{
  g_return_val_if_fail (AGREED_IS_TEXT (self), NULL);

  return G_LIST_MODEL (self->footnotes);
}

AgreedFootnote *
agreed_text_find_footnote (AgreedText *self,
                           const char *marker)
{
  guint n;

  g_return_val_if_fail (AGREED_IS_TEXT (self), NULL);

  n = g_list_model_get_n_items (G_LIST_MODEL (self->footnotes));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AgreedFootnote) footnote = g_list_model_get_item (G_LIST_MODEL (self->footnotes), i);

      if (g_strcmp0 (agreed_footnote_get_marker (footnote), marker) == 0)
        return footnote;
    }

  return NULL;
}

const char *
agreed_text_get_display_name (AgreedText *self)
{
  g_return_val_if_fail (AGREED_IS_TEXT (self), NULL);

  if (self->annex != NULL)
    {
      g_autofree char *name = self->symbol != NULL ? g_strdup_printf ("%s – %s", self->symbol, self->annex) : g_strdup (self->annex);

      g_set_str (&self->annex_name, name);
      return self->annex_name;
    }
  if (self->symbol != NULL)
    return self->symbol;
  if (self->title != NULL)
    return self->title;
  return _("Untitled text");
}

int
agreed_text_compare_age (AgreedText *self,
                         AgreedText *other)
{
  g_return_val_if_fail (AGREED_IS_TEXT (self), 0);
  g_return_val_if_fail (AGREED_IS_TEXT (other), 0);

  if (self->date != NULL && other->date != NULL)
    return strcmp (self->date, other->date);
  if (self->session > 0 && other->session > 0)
    return (int) self->session - (int) other->session;
  return 0;
}
