/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "paragraph.h"

#include "note.h"
#include "tag.h"

struct _AgreedParagraph {
  GObject parent_instance;

  AgreedParagraphKind kind;
  char *label;
  char *wording;
  gsize opening;
  char *heading;
  GArray *marks; /* AgreedFootnoteMark */
  GArray *changes; /* AgreedTrackedChange; NULL where there are none */
  GListStore *tags;
  GListStore *notes;
  AgreedParagraphFill fill; /* what makes the tags right, or NULL where they are */
  gpointer fill_data;
};

G_DEFINE_FINAL_TYPE (AgreedParagraph, agreed_paragraph, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (AgreedParagraphKind, agreed_paragraph_kind,
                    G_DEFINE_ENUM_VALUE (AGREED_PARAGRAPH_PREAMBULAR, "preambular"),
                    G_DEFINE_ENUM_VALUE (AGREED_PARAGRAPH_OPERATIVE, "operative"))

enum {
  PROP_KIND = 1,
  PROP_LABEL,
  PROP_WORDING,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

const char *
agreed_paragraph_kind_to_string (AgreedParagraphKind kind)
{
  return kind == AGREED_PARAGRAPH_PREAMBULAR ? "preambular" : "operative";
}

gboolean
agreed_paragraph_kind_from_string (const char          *word,
                                   AgreedParagraphKind *kind)
{
  if (g_strcmp0 (word, "preambular") == 0)
    *kind = AGREED_PARAGRAPH_PREAMBULAR;
  else if (g_strcmp0 (word, "operative") == 0)
    *kind = AGREED_PARAGRAPH_OPERATIVE;
  else
    return FALSE;

  return TRUE;
}

static void
clear_mark (gpointer data)
{
  AgreedFootnoteMark *mark = data;

  g_free (mark->marker);
}

static void
agreed_paragraph_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  AgreedParagraph *self = AGREED_PARAGRAPH (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, self->kind);
      break;
    case PROP_LABEL:
      g_value_set_string (value, self->label);
      break;
    case PROP_WORDING:
      g_value_set_string (value, self->wording);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_paragraph_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  AgreedParagraph *self = AGREED_PARAGRAPH (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_get_enum (value);
      break;
    case PROP_LABEL:
      self->label = g_value_dup_string (value);
      break;
    case PROP_WORDING:
      self->wording = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_paragraph_dispose (GObject *object)
{
  AgreedParagraph *self = AGREED_PARAGRAPH (object);

  g_clear_object (&self->tags);
  g_clear_object (&self->notes);

  G_OBJECT_CLASS (agreed_paragraph_parent_class)->dispose (object);
}

static void
agreed_paragraph_finalize (GObject *object)
{
  AgreedParagraph *self = AGREED_PARAGRAPH (object);

  g_free (self->label);
  g_free (self->wording);
  g_free (self->heading);
  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->changes, g_array_unref);

  G_OBJECT_CLASS (agreed_paragraph_parent_class)->finalize (object);
}

static void
agreed_paragraph_class_init (AgreedParagraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = agreed_paragraph_get_property;
  object_class->set_property = agreed_paragraph_set_property;
  object_class->dispose = agreed_paragraph_dispose;
  object_class->finalize = agreed_paragraph_finalize;

  properties[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, AGREED_TYPE_PARAGRAPH_KIND,
                                             AGREED_PARAGRAPH_PREAMBULAR, flags);
  properties[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  properties[PROP_WORDING] = g_param_spec_string ("wording", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
agreed_paragraph_init (AgreedParagraph *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (AgreedFootnoteMark));
  g_array_set_clear_func (self->marks, clear_mark);
  self->tags = g_list_store_new (AGREED_TYPE_TAG);
  self->notes = g_list_store_new (AGREED_TYPE_NOTE);
}

AgreedParagraph *
agreed_paragraph_new (AgreedParagraphKind  kind,
                      const char          *label,
                      const char          *wording)
{
  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (wording != NULL, NULL);

  return g_object_new (AGREED_TYPE_PARAGRAPH,
                       "kind", kind,
                       "label", label,
                       "wording", wording,
                       NULL);
}

AgreedParagraphKind
agreed_paragraph_get_kind (AgreedParagraph *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), AGREED_PARAGRAPH_PREAMBULAR);

  return self->kind;
}

const char *
agreed_paragraph_get_label (AgreedParagraph *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), NULL);

  return self->label;
}

const char *
agreed_paragraph_get_wording (AgreedParagraph *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), NULL);

  return self->wording;
}

guint
agreed_paragraph_get_depth (AgreedParagraph *self)
{
  guint depth = 0;

  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), 0);

  for (const char *p = self->label; *p != '\0'; p++)
    depth += *p == '(';

  return depth;
}

gboolean
agreed_paragraph_has_table (AgreedParagraph *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), FALSE);

  return strpbrk (self->wording, "\t\n") != NULL;
}

gsize
agreed_paragraph_get_opening (AgreedParagraph *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), 0);

  return self->opening;
}

void
agreed_paragraph_set_opening (AgreedParagraph *self,
                              gsize            length)
{
  g_return_if_fail (AGREED_IS_PARAGRAPH (self));
  g_return_if_fail (length <= strlen (self->wording));

  self->opening = length;
}

const char *
agreed_paragraph_get_heading (AgreedParagraph *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), NULL);

  return self->heading;
}

void
agreed_paragraph_set_heading (AgreedParagraph *self,
                              const char      *heading)
{
  g_return_if_fail (AGREED_IS_PARAGRAPH (self));

  g_set_str (&self->heading, heading);
}

void
agreed_paragraph_add_mark (AgreedParagraph *self,
                           const char      *marker,
                           gsize            offset)
{
  AgreedFootnoteMark mark = { g_strdup (marker), offset };

  g_return_if_fail (AGREED_IS_PARAGRAPH (self));
  g_return_if_fail (offset <= strlen (self->wording));

  g_array_append_val (self->marks, mark);
}

const AgreedFootnoteMark *
agreed_paragraph_get_marks (AgreedParagraph *self,
                            guint           *n_marks)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), NULL);
  g_return_val_if_fail (n_marks != NULL, NULL);

  *n_marks = self->marks->len;
  return (const AgreedFootnoteMark *) (gpointer) self->marks->data;
}

void
agreed_paragraph_add_tracked_change (AgreedParagraph *self,
                                     gboolean         inserted,
                                     gsize            start,
                                     gsize            length,
                                     const char      *author,
                                     const char      *date)
{
  g_return_if_fail (AGREED_IS_PARAGRAPH (self));
  g_return_if_fail (length > 0 && length <= strlen (self->wording) && start <= strlen (self->wording) - length);

  if (self->changes == NULL)
    self->changes = agreed_tracked_changes_new ();
  agreed_tracked_changes_append (self->changes, inserted, start, length, author, date);
}

const AgreedTrackedChange *
agreed_paragraph_get_tracked_changes (AgreedParagraph *self,
                                      guint           *n_changes)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), NULL);
  g_return_val_if_fail (n_changes != NULL, NULL);

  *n_changes = self->changes != NULL ? self->changes->len : 0;
  return self->changes != NULL ? (const AgreedTrackedChange *) (gpointer) self->changes->data : NULL;
}

GListStore *
agreed_paragraph_get_tags (AgreedParagraph *self)
{
  AgreedParagraphFill fill;

  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), NULL);

  /* It asks for the tags itself. */
  fill = g_steal_pointer (&self->fill);
  if (fill != NULL)
    fill (self, self->fill_data);

  return self->tags;
}

void
agreed_paragraph_set_fill (AgreedParagraph     *self,
                           AgreedParagraphFill  fill,
                           gpointer             data)
{
  g_return_if_fail (AGREED_IS_PARAGRAPH (self));

  self->fill = fill;
  self->fill_data = data;
}

GListStore *
agreed_paragraph_get_notes (AgreedParagraph *self)
{
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (self), NULL);

  return self->notes;
}
