/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-filter.h"

#include "tag.h"

#include <glib/gi18n.h>

/* The kinds are bits in the order of their properties. */
enum {
  PROP_0,
  PROP_UNCHANGED,
  PROP_REWORDED,
  PROP_ADDED,
  PROP_REMOVED,
  PROP_MOVED,
  PROP_SPLIT,
  PROP_MERGED,
  PROP_TOPIC,
  PROP_ACTIVE,
  N_PROPS,
};

#define KIND(prop) (1u << ((prop) - PROP_UNCHANGED))

struct _AgreedRowFilter {
  GtkFilter parent_instance;
  guint kinds;
  char *topic;
};

G_DEFINE_FINAL_TYPE (AgreedRowFilter, agreed_row_filter, GTK_TYPE_FILTER)

static GParamSpec *properties[N_PROPS];

static const char *const kind_names[] = {
  "unchanged", "reworded", "added", "removed", "moved", "split", "merged", NULL,
};

static const char *const kind_words[] = {
  N_("unchanged"), N_("reworded"), N_("added"), N_("removed"), N_("moved"), N_("split"), N_("merged"),
};

static guint
row_kinds (AgreedRow *row)
{
  guint kinds = 0;

  switch (agreed_row_get_change (row))
    {
    case AGREED_CHANGE_UNCHANGED:
      kinds = KIND (PROP_UNCHANGED);
      break;
    case AGREED_CHANGE_REWORDED:
      kinds = KIND (PROP_REWORDED);
      break;
    case AGREED_CHANGE_ADDED:
      kinds = KIND (PROP_ADDED);
      break;
    case AGREED_CHANGE_REMOVED:
      kinds = KIND (PROP_REMOVED);
      break;
    default:
      g_assert_not_reached ();
    }
  if (agreed_row_get_moved (row))
    kinds |= KIND (PROP_MOVED);
  if (agreed_row_get_split (row))
    kinds |= KIND (PROP_SPLIT);
  if (agreed_row_get_merged (row))
    kinds |= KIND (PROP_MERGED);
  return kinds;
}

static gboolean
paragraph_has_topic (AgreedParagraph *paragraph,
                     const char      *topic)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);

      if (agreed_tag_get_state (tag) != AGREED_TAG_DISMISSED
          && g_str_equal (agreed_topic_get_id (agreed_tag_get_topic (tag)), topic))
        return TRUE;
    }
  return FALSE;
}

static gboolean
row_has_topic (AgreedRow  *row,
               const char *topic)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        if (paragraph_has_topic (paragraphs->pdata[i], topic))
          return TRUE;
    }
  return FALSE;
}

static gboolean
agreed_row_filter_match (GtkFilter *filter,
                         gpointer   item)
{
  AgreedRowFilter *self = AGREED_ROW_FILTER (filter);

  return (self->kinds == 0 || (row_kinds (item) & self->kinds) != 0)
         && (*self->topic == '\0' || row_has_topic (item, self->topic));
}

static GtkFilterMatch
agreed_row_filter_get_strictness (GtkFilter *filter)
{
  return agreed_row_filter_get_active (AGREED_ROW_FILTER (filter)) ? GTK_FILTER_MATCH_SOME : GTK_FILTER_MATCH_ALL;
}

static void
set_kinds (AgreedRowFilter *self,
           guint            kinds)
{
  guint differing = self->kinds ^ kinds;

  if (differing == 0)
    return;
  self->kinds = kinds;
  for (guint prop = PROP_UNCHANGED; prop <= PROP_MERGED; prop++)
    if (differing & KIND (prop))
      g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
agreed_row_filter_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AgreedRowFilter *self = AGREED_ROW_FILTER (object);

  if (prop_id == PROP_TOPIC)
    g_value_set_string (value, self->topic);
  else if (prop_id == PROP_ACTIVE)
    g_value_set_boolean (value, agreed_row_filter_get_active (self));
  else if (prop_id >= PROP_UNCHANGED && prop_id <= PROP_MERGED)
    g_value_set_boolean (value, (self->kinds & KIND (prop_id)) != 0);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
agreed_row_filter_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AgreedRowFilter *self = AGREED_ROW_FILTER (object);

  if (prop_id == PROP_TOPIC)
    agreed_row_filter_set_topic (self, g_value_get_string (value));
  else if (prop_id >= PROP_UNCHANGED && prop_id <= PROP_MERGED)
    set_kinds (self, g_value_get_boolean (value) ? self->kinds | KIND (prop_id) : self->kinds & ~KIND (prop_id));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
agreed_row_filter_finalize (GObject *object)
{
  AgreedRowFilter *self = AGREED_ROW_FILTER (object);

  g_free (self->topic);
  G_OBJECT_CLASS (agreed_row_filter_parent_class)->finalize (object);
}

static void
agreed_row_filter_class_init (AgreedRowFilterClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkFilterClass *filter_class = GTK_FILTER_CLASS (klass);
  const GParamFlags written = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = agreed_row_filter_get_property;
  object_class->set_property = agreed_row_filter_set_property;
  object_class->finalize = agreed_row_filter_finalize;
  filter_class->match = agreed_row_filter_match;
  filter_class->get_strictness = agreed_row_filter_get_strictness;

  for (guint prop = PROP_UNCHANGED; prop <= PROP_MERGED; prop++)
    properties[prop] = g_param_spec_boolean (kind_names[prop - PROP_UNCHANGED], NULL, NULL, FALSE, written);
  properties[PROP_TOPIC] = g_param_spec_string ("topic", NULL, NULL, "", written);
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
agreed_row_filter_init (AgreedRowFilter *self)
{
  self->topic = g_strdup ("");
}

AgreedRowFilter *
agreed_row_filter_new (void)
{
  return g_object_new (AGREED_TYPE_ROW_FILTER, NULL);
}

const char *const *
agreed_row_filter_get_kinds (void)
{
  return kind_names;
}

gboolean
agreed_row_filter_get_active (AgreedRowFilter *self)
{
  g_return_val_if_fail (AGREED_IS_ROW_FILTER (self), FALSE);

  return self->kinds != 0 || *self->topic != '\0';
}

const char *
agreed_row_filter_get_topic (AgreedRowFilter *self)
{
  g_return_val_if_fail (AGREED_IS_ROW_FILTER (self), NULL);

  return self->topic;
}

void
agreed_row_filter_set_topic (AgreedRowFilter *self,
                             const char      *topic)
{
  g_return_if_fail (AGREED_IS_ROW_FILTER (self));

  if (!g_set_str (&self->topic, topic != NULL ? topic : ""))
    return;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOPIC]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

void
agreed_row_filter_clear (AgreedRowFilter *self)
{
  g_return_if_fail (AGREED_IS_ROW_FILTER (self));

  set_kinds (self, 0);
  agreed_row_filter_set_topic (self, "");
}

char *
agreed_row_filter_describe (AgreedRowFilter *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;

  g_return_val_if_fail (AGREED_IS_ROW_FILTER (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (self->kinds & (1u << i))
      g_strv_builder_add (words, _(kind_words[i]));
  list = g_strv_builder_end (words);
  /* Translators: stands between the words of a list */
  return g_strjoinv (_(", "), list);
}

void
agreed_row_filter_refresh (AgreedRowFilter *self)
{
  g_return_if_fail (AGREED_IS_ROW_FILTER (self));

  if (*self->topic != '\0')
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
