/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "docx-styles.h"

#include <string.h>

#include "counter.h"

#define N_LEVELS 9
/* Styles are based on styles; files that go round in circles exist. */
#define LONGEST_CHAIN 20

typedef struct {
  guint values[N_LEVELS];
  gboolean counted[N_LEVELS];
} Counts;

struct _AgreedDocxStyles {
  GHashTable *styles;    /* id to w:style */
  GHashTable *abstracts; /* id to w:abstractNum */
  GHashTable *lists;     /* id to w:num */
  GHashTable *counts;    /* id of an abstract list to Counts: lists of one kind count on from each other */
  GHashTable *begun;     /* "list/level" whose own start was taken */
};

static GHashTable *
index_children (xmlDoc     *document,
                const char *local,
                const char *id)
{
  GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;

  for (xmlNode *node = root != NULL ? root->children : NULL; node != NULL; node = node->next)
    if (agreed_xml_is (node, local) && agreed_xml_get (node, id) != NULL)
      g_hash_table_insert (index, (gpointer) agreed_xml_get (node, id), node);

  return index;
}

AgreedDocxStyles *
agreed_docx_styles_new (xmlDoc *styles,
                        xmlDoc *numbering)
{
  AgreedDocxStyles *self = g_new0 (AgreedDocxStyles, 1);

  self->styles = index_children (styles, "style", "styleId");
  self->abstracts = index_children (numbering, "abstractNum", "abstractNumId");
  self->lists = index_children (numbering, "num", "numId");
  self->counts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->begun = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return self;
}

void
agreed_docx_styles_free (AgreedDocxStyles *self)
{
  g_hash_table_unref (self->styles);
  g_hash_table_unref (self->abstracts);
  g_hash_table_unref (self->lists);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->begun);
  g_free (self);
}

static const xmlNode *
find_style (AgreedDocxStyles *self,
            const char       *id)
{
  return id != NULL ? g_hash_table_lookup (self->styles, id) : NULL;
}

/* The first element of that name in the properties, or in those of their style and the styles that it is based on.
 * @kind: "pPr" or "rPr"; @style: where it was found; NULL for the properties themselves */
static const xmlNode *
find_property (AgreedDocxStyles  *self,
               const xmlNode     *properties,
               const char        *kind,
               const char        *local,
               const xmlNode    **style)
{
  const xmlNode *found = agreed_xml_child (properties, local);
  const char *id = agreed_xml_get_child (properties, g_str_equal (kind, "pPr") ? "pStyle" : "rStyle");

  if (style != NULL)
    *style = NULL;
  for (guint i = 0; found == NULL && id != NULL && i < LONGEST_CHAIN; i++)
    {
      const xmlNode *based = find_style (self, id);

      found = agreed_xml_child (agreed_xml_child (based, kind), local);
      if (style != NULL)
        *style = based;
      id = agreed_xml_get_child (based, "basedOn");
    }

  return found;
}

gboolean
agreed_docx_styles_is_heading (AgreedDocxStyles *self,
                               const xmlNode    *properties)
{
  const xmlNode *outline = find_property (self, properties, "pPr", "outlineLvl", NULL);
  const char *name = agreed_xml_get_child (find_style (self, agreed_xml_get_child (properties, "pStyle")), "name");

  if (outline != NULL)
    return agreed_xml_get_int (outline, "val", 9) < 9;

  return name != NULL && (g_ascii_strncasecmp (name, "heading", 7) == 0 || g_ascii_strcasecmp (name, "title") == 0);
}

gboolean
agreed_docx_styles_is_raised (AgreedDocxStyles *self,
                              const xmlNode    *properties)
{
  const xmlNode *align = find_property (self, properties, "rPr", "vertAlign", NULL);

  return g_strcmp0 (agreed_xml_get (align, "val"), "superscript") == 0;
}

static gboolean
is_off (const char *value)
{
  return value != NULL && (g_str_equal (value, "0") || g_str_equal (value, "false") || g_str_equal (value, "off"));
}

gboolean
agreed_docx_styles_is_hidden (AgreedDocxStyles *self,
                              const xmlNode    *properties)
{
  const xmlNode *vanish = find_property (self, properties, "rPr", "vanish", NULL);

  return vanish != NULL && !is_off (agreed_xml_get (vanish, "val"));
}

static const xmlNode *
find_level_in (const xmlNode *list,
               int            level)
{
  for (const xmlNode *node = list != NULL ? list->children : NULL; node != NULL; node = node->next)
    if (agreed_xml_is (node, "lvl") && agreed_xml_get_int (node, "ilvl", -1) == level)
      return node;

  return NULL;
}

static const xmlNode *
find_override (const xmlNode *list,
               int            level)
{
  for (const xmlNode *node = list->children; node != NULL; node = node->next)
    if (agreed_xml_is (node, "lvlOverride") && agreed_xml_get_int (node, "ilvl", -1) == level)
      return node;

  return NULL;
}

/* The kind of a list. A kind may stand for the one that a style names. */
static const xmlNode *
find_abstract (AgreedDocxStyles *self,
               const xmlNode    *list)
{
  const xmlNode *abstract = NULL;

  for (guint i = 0; list != NULL && i < 4; i++)
    {
      const char *id = agreed_xml_get_child (list, "abstractNumId");
      const char *link;

      abstract = id != NULL ? g_hash_table_lookup (self->abstracts, id) : NULL;
      link = agreed_xml_get_child (abstract, "numStyleLink");
      if (link == NULL)
        return abstract;
      id = agreed_xml_get_child (agreed_xml_child (agreed_xml_child (find_style (self, link), "pPr"), "numPr"), "numId");
      list = id != NULL ? g_hash_table_lookup (self->lists, id) : NULL;
    }

  return abstract;
}

static const xmlNode *
find_level (const xmlNode *list,
            const xmlNode *abstract,
            int            level)
{
  const xmlNode *own = find_level_in (find_override (list, level), level);

  return own != NULL ? own : find_level_in (abstract, level);
}

/* Numbering that comes from a style is on the level that names the style. */
static int
level_of_style (const xmlNode *abstract,
                const xmlNode *style)
{
  const char *id = agreed_xml_get (style, "styleId");

  for (const xmlNode *node = abstract->children; node != NULL; node = node->next)
    if (agreed_xml_is (node, "lvl") && g_strcmp0 (agreed_xml_get_child (node, "pStyle"), id) == 0)
      return agreed_xml_get_int (node, "ilvl", 0);

  return 0;
}

static int
start_of (const xmlNode *level)
{
  return MAX (agreed_xml_get_int (agreed_xml_child (level, "start"), "val", 1), 0);
}

/* A list that says where it starts does so the first time that it is used. */
static gboolean
take_own_start (AgreedDocxStyles *self,
                const xmlNode    *list,
                int               level,
                int              *start)
{
  const xmlNode *override = agreed_xml_child (find_override (list, level), "startOverride");
  g_autofree char *key = NULL;

  if (override == NULL)
    return FALSE;
  key = g_strdup_printf ("%s/%d", agreed_xml_get (list, "numId"), level);
  *start = MAX (agreed_xml_get_int (override, "val", 1), 0);

  return g_hash_table_add (self->begun, g_steal_pointer (&key));
}

static Counts *
count (AgreedDocxStyles *self,
       const xmlNode    *list,
       const xmlNode    *abstract,
       int               level)
{
  const char *id = agreed_xml_get (abstract, "abstractNumId");
  Counts *counts = g_hash_table_lookup (self->counts, id);
  int start;

  if (counts == NULL)
    {
      counts = g_new0 (Counts, 1);
      g_hash_table_insert (self->counts, (gpointer) id, counts);
    }
  for (int i = 0; i < level; i++)
    if (!counts->counted[i])
      {
        counts->values[i] = start_of (find_level (list, abstract, i));
        counts->counted[i] = TRUE;
      }
  if (take_own_start (self, list, level, &start))
    counts->values[level] = start;
  else if (counts->counted[level])
    counts->values[level]++;
  else
    counts->values[level] = start_of (find_level (list, abstract, level));
  counts->counted[level] = TRUE;
  for (int i = level + 1; i < N_LEVELS; i++)
    {
      /* "lvlRestart" says from which level up one begins anew; 0 never. */
      int restart = agreed_xml_get_int (agreed_xml_child (find_level (list, abstract, i), "lvlRestart"), "val", i);

      if (restart > level)
        counts->counted[i] = FALSE;
    }

  return counts;
}

static char *
print (const xmlNode *list,
       const xmlNode *abstract,
       const Counts  *counts,
       const xmlNode *level)
{
  const char *template = agreed_xml_get_child (level, "lvlText");
  const xmlNode *legal = agreed_xml_child (level, "isLgl");
  GString *out = g_string_new (NULL);

  for (const char *p = template != NULL ? template : ""; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (*p == '%' && p[1] >= '1' && p[1] <= '9')
        {
          int i = p[1] - '1';
          AgreedCounter counter = agreed_counter_from_word (agreed_xml_get_child (find_level (list, abstract, i), "numFmt"));
          g_autofree char *number = NULL;

          if (legal != NULL && !is_off (agreed_xml_get (legal, "val")))
            counter = AGREED_COUNTER_DECIMAL;
          number = agreed_counter_print (counter, counts->values[i]);
          g_string_append (out, number);
          p++;
          continue;
        }
      g_string_append_unichar (out, g_utf8_get_char (p));
    }

  return g_string_free (out, FALSE);
}

char *
agreed_docx_styles_number (AgreedDocxStyles *self,
                           const xmlNode    *properties,
                           gboolean          older)
{
  const xmlNode *style;
  const xmlNode *numbered = find_property (self, properties, "pPr", "numPr", &style);
  const char *id = agreed_xml_get_child (numbered, "numId");
  const xmlNode *list = id != NULL ? g_hash_table_lookup (self->lists, id) : NULL;
  const xmlNode *abstract = find_abstract (self, list);
  const xmlNode *shown;
  int level;

  /* A paragraph may name only the level, and its style the list. */
  if (numbered != NULL && id == NULL)
    {
      const xmlNode *of_style = find_style (self, agreed_xml_get_child (properties, "pStyle"));

      of_style = find_property (self, agreed_xml_child (of_style, "pPr"), "pPr", "numPr", NULL);
      id = agreed_xml_get_child (of_style, "numId");
      list = id != NULL ? g_hash_table_lookup (self->lists, id) : NULL;
      abstract = find_abstract (self, list);
    }
  if (abstract == NULL || (older && agreed_xml_child (numbered, "ins") != NULL))
    return NULL;
  level = agreed_xml_get_int (agreed_xml_child (numbered, "ilvl"), "val", style != NULL ? level_of_style (abstract, style) : 0);
  level = CLAMP (level, 0, N_LEVELS - 1);
  shown = find_level (list, abstract, level);
  if (shown == NULL)
    return NULL;

  const Counts *counts = count (self, list, abstract, level);

  if (agreed_counter_from_word (agreed_xml_get_child (shown, "numFmt")) == AGREED_COUNTER_NONE)
    return NULL;

  return print (list, abstract, counts, shown);
}
