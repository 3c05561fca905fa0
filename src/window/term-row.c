/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "term-row.h"

#include "sentences.h"

#include <glib/gi18n.h>

#define N_CONDITIONS 4

static const char *const members[N_CONDITIONS] = { "with", "near", "after", "without" };

enum {
  CHANGED,
  REMOVE,
  N_SIGNALS,
};

struct _AgreedTermRow {
  AdwExpanderRow parent_instance;

  AdwEntryRow *words;
  AdwEntryRow *conditions[N_CONDITIONS];

  JsonObject *unknown; /* the term as it came, for what this version does not know; or NULL */
};

G_DEFINE_FINAL_TYPE (AgreedTermRow, agreed_term_row, ADW_TYPE_EXPANDER_ROW)

static guint signals[N_SIGNALS];

static void
show_words (AgreedTermRow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->words));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *words != '\0' ? words : _("New Term"));
}

static void
changed (AgreedTermRow *self)
{
  show_words (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
remove_pressed (AgreedTermRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

/* "one; two" for a list. */
static char *
join (JsonArray *array)
{
  GString *joined = g_string_new (NULL);

  for (guint i = 0; i < json_array_get_length (array); i++)
    g_string_append_printf (joined, "%s%s", i > 0 ? "; " : "", json_array_get_string_element (array, i));
  return g_string_free_and_steal (joined);
}

/* Also the semicolons of other scripts. Returns NULL for an empty list. */
static JsonArray *
split (const char *written)
{
  g_auto (GStrv) parts = g_regex_split_simple ("[;；؛]", written, 0, 0);
  JsonArray *array = json_array_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      json_array_add_string_element (array, parts[i]);
  if (json_array_get_length (array) > 0)
    return array;
  json_array_unref (array);
  return NULL;
}

static void
agreed_term_row_dispose (GObject *object)
{
  AgreedTermRow *self = AGREED_TERM_ROW (object);

  /* No gtk_widget_dispose_template(): the rows are the expander's own, which takes them away itself. */
  g_clear_pointer (&self->unknown, json_object_unref);
  G_OBJECT_CLASS (agreed_term_row_parent_class)->dispose (object);
}

static void
agreed_term_row_class_init (AgreedTermRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  gsize conditions = G_STRUCT_OFFSET (AgreedTermRow, conditions);

  G_OBJECT_CLASS (klass)->dispose = agreed_term_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/term-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedTermRow, words);
  for (guint i = 0; i < N_CONDITIONS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, members[i], FALSE, conditions + i * sizeof (gpointer));
  gtk_widget_class_bind_template_callback (widget_class, changed);
  gtk_widget_class_bind_template_callback (widget_class, remove_pressed);
}

static void
agreed_term_row_init (AgreedTermRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_term (AgreedTermRow *self,
           JsonNode      *term)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (term) ? json_node_get_object (term) : NULL;

  if (object == NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->words), json_node_get_string (term));
      return;
    }
  self->unknown = json_object_ref (object);
  gtk_editable_set_text (GTK_EDITABLE (self->words), json_object_get_string_member (object, "term"));
  for (guint i = 0; i < N_CONDITIONS; i++)
    if (json_object_has_member (object, members[i]))
      {
        g_autofree char *joined = join (json_object_get_array_member (object, members[i]));

        gtk_editable_set_text (GTK_EDITABLE (self->conditions[i]), joined);
      }
}

GtkWidget *
agreed_term_row_new (JsonNode *term)
{
  AgreedTermRow *self = g_object_new (AGREED_TYPE_TERM_ROW, NULL);

  show_term (self, term);
  show_words (self);
  return GTK_WIDGET (self);
}

static void
copy_unknown (JsonObject *object,
              const char *name,
              JsonNode   *value,
              gpointer    copy)
{
  if (!g_str_equal (name, "term") && !g_strv_contains ((const char *const[]){ "with", "near", "after", "without", NULL }, name))
    json_object_set_member (copy, name, json_node_copy (value));
}

JsonNode *
agreed_term_row_get_term (AgreedTermRow *self)
{
  g_autofree char *words = NULL;
  JsonObject *object;
  JsonNode *node;

  g_return_val_if_fail (AGREED_IS_TERM_ROW (self), NULL);

  words = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->words))));
  if (*words == '\0')
    return NULL;

  object = json_object_new ();
  json_object_set_string_member (object, "term", words);
  for (guint i = 0; i < N_CONDITIONS; i++)
    {
      JsonArray *list = split (gtk_editable_get_text (GTK_EDITABLE (self->conditions[i])));

      if (list != NULL)
        json_object_set_array_member (object, members[i], list);
    }
  if (self->unknown != NULL)
    json_object_foreach_member (self->unknown, copy_unknown, object);

  /* Without conditions a term is its words. */
  if (json_object_get_size (object) > 1)
    {
      node = json_node_new (JSON_NODE_OBJECT);
      json_node_take_object (node, object);
      return node;
    }
  json_object_unref (object);
  return json_node_init_string (json_node_alloc (), words);
}

void
agreed_term_row_set_finds (AgreedTermRow         *self,
                           const AgreedTermFinds *finds)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (AGREED_IS_TERM_ROW (self));

  sentence = finds->wrong != NULL ? g_strdup_printf (_("Not yet a term: %s"), finds->wrong)
                                  : agreed_describe_finds (finds->places, finds->paragraphs);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), sentence);
  if (finds->wrong != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->words), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->words), "error");
}

void
agreed_term_row_focus (AgreedTermRow *self)
{
  g_return_if_fail (AGREED_IS_TERM_ROW (self));

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->words));
}
