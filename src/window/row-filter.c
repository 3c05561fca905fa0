/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-filter.h"

#include "row-notes.h"
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
  PROP_NOTED,
  PROP_STATUS,
  PROP_PROPOSER,
  PROP_ACTIVE,
  N_PROPS,
};

#define KIND(prop) (1u << ((prop) - PROP_UNCHANGED))

struct _AgreedRowFilter {
  GtkFilter parent_instance;
  guint kinds;
  char *topic;
  gboolean noted;
  char *status;
  char *proposer;
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
asks_for_notes (AgreedRowFilter *self)
{
  return self->noted || *self->status != '\0' || *self->proposer != '\0';
}

/* One and the same note has to have all that is asked for. */
static gboolean
row_has_note (AgreedRowFilter *self,
              AgreedRow       *row)
{
  g_autoptr (GArray) notes = agreed_row_list_notes (row);

  for (guint i = 0; i < notes->len; i++)
    {
      AgreedNote *note = g_array_index (notes, AgreedRowNote, i).note;

      if (*self->status != '\0' && !g_str_equal (agreed_note_status_to_string (agreed_note_get_status (note)), self->status))
        continue;
      if (*self->proposer == '\0' || g_str_equal (agreed_note_get_proposer (note), self->proposer))
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
         && (*self->topic == '\0' || row_has_topic (item, self->topic))
         && (!asks_for_notes (self) || row_has_note (self, item));
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
changed (AgreedRowFilter *self,
         guint            prop)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[prop]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
  gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
set_word (AgreedRowFilter  *self,
          guint             prop,
          char            **word,
          const char       *wanted)
{
  if (g_set_str (word, wanted != NULL ? wanted : ""))
    changed (self, prop);
}

static void
set_noted (AgreedRowFilter *self,
           gboolean         noted)
{
  if (self->noted == !!noted)
    return;
  self->noted = !!noted;
  changed (self, PROP_NOTED);
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
  else if (prop_id == PROP_NOTED)
    g_value_set_boolean (value, self->noted);
  else if (prop_id == PROP_STATUS)
    g_value_set_string (value, self->status);
  else if (prop_id == PROP_PROPOSER)
    g_value_set_string (value, self->proposer);
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
    set_word (self, PROP_TOPIC, &self->topic, g_value_get_string (value));
  else if (prop_id == PROP_STATUS)
    set_word (self, PROP_STATUS, &self->status, g_value_get_string (value));
  else if (prop_id == PROP_PROPOSER)
    set_word (self, PROP_PROPOSER, &self->proposer, g_value_get_string (value));
  else if (prop_id == PROP_NOTED)
    set_noted (self, g_value_get_boolean (value));
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
  g_free (self->status);
  g_free (self->proposer);
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
  properties[PROP_NOTED] = g_param_spec_boolean ("noted", NULL, NULL, FALSE, written);
  properties[PROP_STATUS] = g_param_spec_string ("status", NULL, NULL, "", written);
  properties[PROP_PROPOSER] = g_param_spec_string ("proposer", NULL, NULL, "", written);
  properties[PROP_ACTIVE] =
    g_param_spec_boolean ("active", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
agreed_row_filter_init (AgreedRowFilter *self)
{
  self->topic = g_strdup ("");
  self->status = g_strdup ("");
  self->proposer = g_strdup ("");
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

  return self->kinds != 0 || *self->topic != '\0' || asks_for_notes (self);
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

  set_word (self, PROP_TOPIC, &self->topic, topic);
}

void
agreed_row_filter_clear (AgreedRowFilter *self)
{
  g_return_if_fail (AGREED_IS_ROW_FILTER (self));

  set_kinds (self, 0);
  agreed_row_filter_set_topic (self, "");
  set_noted (self, FALSE);
  set_word (self, PROP_STATUS, &self->status, "");
  set_word (self, PROP_PROPOSER, &self->proposer, "");
}

char *
agreed_row_filter_describe (AgreedRowFilter *self)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) list = NULL;
  AgreedNoteStatus status;

  g_return_val_if_fail (AGREED_IS_ROW_FILTER (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kind_words); i++)
    if (self->kinds & (1u << i))
      g_strv_builder_add (words, _(kind_words[i]));
  if (self->noted)
    g_strv_builder_add (words, _("with a note"));
  if (agreed_note_status_from_string (self->status, &status))
    g_strv_builder_add (words, agreed_note_status_get_words (status));
  if (*self->proposer != '\0')
    /* Translators: %s is whoever proposed a wording */
    g_strv_builder_take (words, g_strdup_printf (_("proposed by %s"), self->proposer));
  list = g_strv_builder_end (words);
  /* Translators: stands between the words of a list */
  return g_strjoinv (_(", "), list);
}

void
agreed_row_filter_refresh (AgreedRowFilter *self)
{
  g_return_if_fail (AGREED_IS_ROW_FILTER (self));

  if (*self->topic != '\0' || asks_for_notes (self))
    gtk_filter_changed (GTK_FILTER (self), GTK_FILTER_CHANGE_DIFFERENT);
}
