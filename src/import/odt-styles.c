/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "odt-styles.h"

#include <string.h>

#include "counter.h"

#define N_LEVELS      10
#define LONGEST_CHAIN 20

struct _AgreedOdtCounts {
  guint values[N_LEVELS];
  gboolean counted[N_LEVELS];
};

struct _AgreedOdtStyles {
  GHashTable *texts;      /* name to style:style of the family "text" */
  GHashTable *lists;      /* name to text:list-style */
  const xmlNode *outline; /* text:outline-style */
  GPtrArray *all_counts;
  GPtrArray *items;
  GHashTable *by_id;    /* of a list, to AgreedOdtCounts */
  GHashTable *by_style; /* name to AgreedOdtCounts of the last list of that style */
  AgreedOdtCounts *headings;
};

AgreedOdtStyles *
agreed_odt_styles_new (void)
{
  AgreedOdtStyles *self = g_new0 (AgreedOdtStyles, 1);

  self->texts = g_hash_table_new (g_str_hash, g_str_equal);
  self->lists = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_style = g_hash_table_new (g_str_hash, g_str_equal);
  self->all_counts = g_ptr_array_new_with_free_func (g_free);
  self->items = g_ptr_array_new_with_free_func (g_free);

  return self;
}

void
agreed_odt_styles_free (AgreedOdtStyles *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_style);
  g_ptr_array_unref (self->all_counts);
  g_ptr_array_unref (self->items);
  g_free (self);
}

static void
add_styles (AgreedOdtStyles *self,
            const xmlNode   *parent)
{
  for (const xmlNode *node = parent != NULL ? parent->children : NULL; node != NULL; node = node->next)
    {
      const char *name = agreed_xml_get (node, "name");

      if (agreed_xml_is (node, "outline-style"))
        self->outline = node;
      else if (name == NULL)
        continue;
      else if (agreed_xml_is (node, "list-style"))
        g_hash_table_insert (self->lists, (gpointer) name, (gpointer) node);
      else if (agreed_xml_is (node, "style") && g_strcmp0 (agreed_xml_get (node, "family"), "text") == 0)
        g_hash_table_insert (self->texts, (gpointer) name, (gpointer) node);
    }
}

void
agreed_odt_styles_add (AgreedOdtStyles *self,
                       const xmlNode   *root,
                       gboolean         automatic)
{
  add_styles (self, agreed_xml_child (root, "styles"));
  if (automatic)
    add_styles (self, agreed_xml_child (root, "automatic-styles"));
}

/* A property of a text style, or of those that it comes from. */
static const char *
find_property (AgreedOdtStyles *self,
               const char      *name,
               const char      *property)
{
  for (guint i = 0; name != NULL && i < LONGEST_CHAIN; i++)
    {
      const xmlNode *style = g_hash_table_lookup (self->texts, name);
      const char *value = agreed_xml_get (agreed_xml_child (style, "text-properties"), property);

      if (value != NULL)
        return value;
      name = agreed_xml_get (style, "parent-style-name");
    }

  return NULL;
}

gboolean
agreed_odt_styles_is_raised (AgreedOdtStyles *self,
                             const char      *text_style)
{
  const char *position = find_property (self, text_style, "text-position");

  return position != NULL && (g_str_has_prefix (position, "super") || g_ascii_strtod (position, NULL) > 0);
}

gboolean
agreed_odt_styles_is_hidden (AgreedOdtStyles *self,
                             const char      *text_style)
{
  return g_strcmp0 (find_property (self, text_style, "display"), "none") == 0;
}

AgreedOdtCounts *
agreed_odt_styles_begin_list (AgreedOdtStyles *self,
                              const xmlNode   *list)
{
  const char *id = agreed_xml_get (list, "id");
  const char *style = agreed_xml_get (list, "style-name");
  const char *other = agreed_xml_get (list, "continue-list");
  AgreedOdtCounts *counts = other != NULL ? g_hash_table_lookup (self->by_id, other) : NULL;

  if (counts == NULL && style != NULL && g_strcmp0 (agreed_xml_get (list, "continue-numbering"), "true") == 0)
    counts = g_hash_table_lookup (self->by_style, style);
  if (counts == NULL)
    {
      counts = g_new0 (AgreedOdtCounts, 1);
      g_ptr_array_add (self->all_counts, counts);
    }
  if (id != NULL)
    g_hash_table_insert (self->by_id, (gpointer) id, counts);
  if (style != NULL)
    g_hash_table_insert (self->by_style, (gpointer) style, counts);

  return counts;
}

const AgreedOdtItem *
agreed_odt_styles_new_item (AgreedOdtStyles *self,
                            AgreedOdtCounts *counts,
                            const char      *style,
                            int              level,
                            int              start)
{
  AgreedOdtItem *item = g_new (AgreedOdtItem, 1);

  *item = (AgreedOdtItem) { counts, style, CLAMP (level, 1, N_LEVELS), start };
  g_ptr_array_add (self->items, item);

  return item;
}

const AgreedOdtItem *
agreed_odt_styles_new_heading (AgreedOdtStyles *self,
                               int              level)
{
  if (self->headings == NULL)
    {
      self->headings = g_new0 (AgreedOdtCounts, 1);
      g_ptr_array_add (self->all_counts, self->headings);
    }

  return agreed_odt_styles_new_item (self, self->headings, NULL, level, -1);
}

static const xmlNode *
find_level (AgreedOdtStyles     *self,
            const AgreedOdtItem *item,
            int                  level)
{
  const xmlNode *style = item->style != NULL ? g_hash_table_lookup (self->lists, item->style)
                         : item->counts == self->headings ? self->outline : NULL;

  for (const xmlNode *node = style != NULL ? style->children : NULL; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && agreed_xml_get_int (node, "level", 0) == level)
      return node;

  return NULL;
}

static void
count (AgreedOdtStyles     *self,
       const AgreedOdtItem *item)
{
  AgreedOdtCounts *counts = item->counts;
  int last = item->level - 1;

  for (int i = 0; i <= last; i++)
    {
      int start = MAX (agreed_xml_get_int (find_level (self, item, i + 1), "start-value", 1), 0);

      if (i == last && item->start >= 0)
        counts->values[i] = item->start;
      else if (!counts->counted[i])
        counts->values[i] = start;
      else if (i == last)
        counts->values[i]++;
      counts->counted[i] = TRUE;
    }
  for (int i = last + 1; i < N_LEVELS; i++)
    counts->counted[i] = FALSE;
}

char *
agreed_odt_styles_number (AgreedOdtStyles     *self,
                          const AgreedOdtItem *item)
{
  const xmlNode *level = find_level (self, item, item->level);
  const char *format = agreed_xml_get (level, "num-format");
  const char *prefix = agreed_xml_get (level, "num-prefix");
  const char *suffix = agreed_xml_get (level, "num-suffix");
  int shown = CLAMP (agreed_xml_get_int (level, "display-levels", 1), 1, item->level);
  GString *out;

  count (self, item);
  if (agreed_counter_from_open (format) == AGREED_COUNTER_NONE)
    return NULL;
  out = g_string_new (prefix);
  for (int i = item->level - shown + 1; i <= item->level; i++)
    {
      AgreedCounter counter = agreed_counter_from_open (agreed_xml_get (find_level (self, item, i), "num-format"));
      g_autofree char *number = agreed_counter_print (counter, item->counts->values[i - 1]);

      if (i > item->level - shown + 1 && *number != '\0')
        g_string_append_c (out, '.');
      g_string_append (out, number);
    }
  g_string_append (out, suffix != NULL ? suffix : "");

  return g_string_free (out, FALSE);
}
