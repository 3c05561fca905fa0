/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-set.h"

#include "topic-reader.h"

#define N_BEFORE 2
#define DELIVERED RESOURCE_PREFIX "/topics/ict.json"

struct _AgreedTopicSet {
  GObject parent_instance;

  JsonNode *json; /* as read: holds what this version does not know */
  GPtrArray *topics;
  GHashTable *finders; /* language → AgreedFinder */
};

static void agreed_topic_set_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (AgreedTopicSet, agreed_topic_set, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, agreed_topic_set_list_model_init))

G_DEFINE_QUARK (agreed-topics-error-quark, agreed_topics_error)

static GType
agreed_topic_set_get_item_type (GListModel *model)
{
  return AGREED_TYPE_TOPIC;
}

static guint
agreed_topic_set_get_n_items (GListModel *model)
{
  return AGREED_TOPIC_SET (model)->topics->len;
}

static gpointer
agreed_topic_set_get_item (GListModel *model,
                           guint       position)
{
  AgreedTopicSet *self = AGREED_TOPIC_SET (model);

  return position < self->topics->len ? g_object_ref (g_ptr_array_index (self->topics, position)) : NULL;
}

static void
agreed_topic_set_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = agreed_topic_set_get_item_type;
  interface->get_n_items = agreed_topic_set_get_n_items;
  interface->get_item = agreed_topic_set_get_item;
}

static void
agreed_topic_set_finalize (GObject *object)
{
  AgreedTopicSet *self = AGREED_TOPIC_SET (object);

  g_clear_pointer (&self->json, json_node_unref);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  g_clear_pointer (&self->finders, g_hash_table_unref);

  G_OBJECT_CLASS (agreed_topic_set_parent_class)->finalize (object);
}

static void
agreed_topic_set_class_init (AgreedTopicSetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = agreed_topic_set_finalize;
}

static void
agreed_topic_set_init (AgreedTopicSet *self)
{
  self->topics = g_ptr_array_new_with_free_func (g_object_unref);
  self->finders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) agreed_finder_free);
}

/* json_node_copy() shares objects and arrays; a set keeps its own. */
static JsonNode *
copy_json (JsonNode *node)
{
  g_autofree char *text = json_to_string (node, FALSE);

  return json_from_string (text, NULL);
}

static JsonNode *
parse_delivered (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data (DELIVERED, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  gsize length = 0;
  const char *data;

  g_assert (bytes != NULL);
  data = g_bytes_get_data (bytes, &length);
  if (!json_parser_load_from_data (parser, data, length, &error))
    g_error ("The delivered topics cannot be read: %s", error->message);

  return json_parser_steal_root (parser);
}

AgreedTopicSet *
agreed_topic_set_new_default (void)
{
  g_autoptr (JsonNode) node = parse_delivered ();
  g_autoptr (GError) error = NULL;
  AgreedTopicSet *self = agreed_topic_set_new_from_json (node, &error);

  if (self == NULL)
    g_error ("The delivered topics cannot be read: %s", error->message);

  return self;
}

gboolean
agreed_topic_set_is_default (AgreedTopicSet *self)
{
  g_autoptr (JsonNode) delivered = NULL;

  g_return_val_if_fail (AGREED_IS_TOPIC_SET (self), FALSE);

  delivered = parse_delivered ();
  return json_node_equal (self->json, delivered);
}

AgreedTopicSet *
agreed_topic_set_new_from_json (JsonNode  *node,
                                GError   **error)
{
  g_autoptr (AgreedTopicSet) self = g_object_new (AGREED_TYPE_TOPIC_SET, NULL);

  if (!agreed_topic_reader_read (node, self->topics, self->finders, error))
    return NULL;

  self->json = copy_json (node);
  return g_steal_pointer (&self);
}

/* What of @self has an id of @topics takes its place there. */
static void
keep_objects (AgreedTopicSet *self,
              GPtrArray      *topics)
{
  for (guint i = 0; i < topics->len; i++)
    {
      AgreedTopic *read = g_ptr_array_index (topics, i);
      AgreedTopic *kept = agreed_topic_set_find (self, agreed_topic_get_id (read));

      if (kept == NULL)
        continue;
      agreed_topic_assign (kept, read);
      topics->pdata[i] = g_object_ref (kept);
      g_object_unref (read);
    }
}

gboolean
agreed_topic_set_load (AgreedTopicSet  *self,
                       JsonNode        *node,
                       GError         **error)
{
  g_autoptr (GPtrArray) topics = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GHashTable) finders = NULL;
  guint n_before;

  g_return_val_if_fail (AGREED_IS_TOPIC_SET (self), FALSE);

  finders = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) agreed_finder_free);
  if (!agreed_topic_reader_read (node, topics, finders, error))
    return FALSE;

  keep_objects (self, topics);
  n_before = self->topics->len;
  g_ptr_array_unref (self->topics);
  g_hash_table_unref (self->finders);
  json_node_unref (self->json);
  self->topics = g_steal_pointer (&topics);
  self->finders = g_steal_pointer (&finders);
  self->json = copy_json (node);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->topics->len);
  return TRUE;
}

JsonNode *
agreed_topic_set_to_json (AgreedTopicSet *self)
{
  g_return_val_if_fail (AGREED_IS_TOPIC_SET (self), NULL);

  return copy_json (self->json);
}

AgreedTopic *
agreed_topic_set_find (AgreedTopicSet *self,
                       const char     *id)
{
  g_return_val_if_fail (AGREED_IS_TOPIC_SET (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->topics->len; i++)
    if (g_str_equal (agreed_topic_get_id (g_ptr_array_index (self->topics, i)), id))
      return g_ptr_array_index (self->topics, i);

  return NULL;
}

/* By topic, then by place, the longer one first. */
static int
compare_findings (gconstpointer a,
                  gconstpointer b)
{
  const AgreedFinding *left = a, *right = b;

  if (left->topic != right->topic)
    return left->topic < right->topic ? -1 : 1;
  if (left->start != right->start)
    return left->start < right->start ? -1 : 1;
  return left->length > right->length ? -1 : left->length < right->length;
}

/* One tag for each topic; what lies inside an earlier finding of the same topic says nothing more. */
static GPtrArray *
make_tags (AgreedTopicSet *self,
           GArray         *findings)
{
  GPtrArray *tags = g_ptr_array_new_with_free_func (g_object_unref);
  AgreedTag *tag = NULL;
  guint topic = 0;
  gsize end = 0;

  g_array_sort (findings, compare_findings);
  for (guint i = 0; i < findings->len; i++)
    {
      const AgreedFinding *finding = &g_array_index (findings, AgreedFinding, i);

      if (tag == NULL || finding->topic != topic)
        {
          topic = finding->topic;
          end = 0;
          tag = agreed_tag_new (g_ptr_array_index (self->topics, topic), AGREED_TAG_SUGGESTED);
          g_ptr_array_add (tags, tag);
        }
      if (finding->start + finding->length <= end)
        continue;
      agreed_tag_add_evidence (tag, finding->start, finding->length, finding->term);
      end = finding->start + finding->length;
    }

  return tags;
}

static GPtrArray *
suggest (AgreedTopicSet    *self,
         AgreedParagraph   *paragraph,
         const char        *language,
         const char *const *before)
{
  g_autoptr (AgreedFolded) folded = agreed_folded_new (agreed_paragraph_get_wording (paragraph));
  g_autoptr (GArray) findings = g_array_new (FALSE, FALSE, sizeof (AgreedFinding));
  g_autofree char *primary = language != NULL ? g_strndup (language, strcspn (language, "_-.@")) : NULL;
  GHashTableIter iter;
  gpointer key, finder;

  g_hash_table_iter_init (&iter, self->finders);
  while (g_hash_table_iter_next (&iter, &key, &finder))
    if (primary == NULL || g_str_equal (key, primary))
      agreed_finder_find (finder, folded, before, findings);

  return make_tags (self, findings);
}

GPtrArray *
agreed_topic_set_suggest (AgreedTopicSet  *self,
                          AgreedParagraph *paragraph,
                          const char      *language)
{
  g_return_val_if_fail (AGREED_IS_TOPIC_SET (self), NULL);
  g_return_val_if_fail (AGREED_IS_PARAGRAPH (paragraph), NULL);

  return suggest (self, paragraph, language, NULL);
}

/* The two paragraphs just before, as what is named once is often spoken of through several; and each that this one is a
 * sub-paragraph of; nearest first. */
static GPtrArray *
collect_before (AgreedText *text,
                guint       position)
{
  AgreedParagraph *paragraph = agreed_text_get_paragraph (text, position);
  AgreedParagraphKind kind = agreed_paragraph_get_kind (paragraph);
  guint depth = agreed_paragraph_get_depth (paragraph);
  GPtrArray *before = g_ptr_array_new ();

  for (guint i = position; i-- > 0;)
    {
      AgreedParagraph *other = agreed_text_get_paragraph (text, i);

      if (agreed_paragraph_get_kind (other) != kind || (depth == 0 && i + N_BEFORE < position))
        break;
      if (i + N_BEFORE >= position || agreed_paragraph_get_depth (other) < depth)
        g_ptr_array_add (before, (gpointer) agreed_paragraph_get_wording (other));
      depth = MIN (depth, agreed_paragraph_get_depth (other));
    }

  g_ptr_array_add (before, NULL);
  return before;
}

GPtrArray *
agreed_topic_set_suggest_in_text (AgreedTopicSet *self,
                                  AgreedText     *text,
                                  guint           position)
{
  g_autoptr (GPtrArray) before = NULL;

  g_return_val_if_fail (AGREED_IS_TOPIC_SET (self), NULL);
  g_return_val_if_fail (AGREED_IS_TEXT (text), NULL);
  g_return_val_if_fail (position < agreed_text_get_n_paragraphs (text), NULL);

  before = collect_before (text, position);
  return suggest (self, agreed_text_get_paragraph (text, position), agreed_text_get_language (text),
                  (const char *const *) before->pdata);
}
