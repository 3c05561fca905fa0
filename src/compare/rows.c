/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rows.h"

#include "difference.h"
#include "parallel.h"
#include "row-runs.h"

#include <string.h>

/* Rows that one thread compares before it takes the next ones. */
#define ROWS_AT_ONCE 16

/* Paragraphs are numbered through both texts here, the older ones first. @groups is a forest: each paragraph names one of
 * its group or itself, and the smallest number of a group stands for it. */
typedef struct {
  AgreedText *texts[AGREED_N_SIDES];
  guint n[AGREED_N_SIDES];
  guint *groups;
  GHashTable *numbers[AGREED_N_SIDES]; /* AgreedParagraph → its number; a text may be compared with itself */
} Grouping;

static guint
find_group (Grouping *self,
            guint     number)
{
  guint group = number;

  while (self->groups[group] != group)
    group = self->groups[group];
  while (self->groups[number] != group)
    {
      guint next = self->groups[number];

      self->groups[number] = group;
      number = next;
    }

  return group;
}

static void
join_groups (Grouping *self,
             guint     a,
             guint     b)
{
  a = find_group (self, a);
  b = find_group (self, b);
  self->groups[MAX (a, b)] = MIN (a, b);
}

static guint
get_number (Grouping   *self,
            AgreedLink *link,
            AgreedSide  side)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers[side], agreed_link_get_paragraph (link, side)));
}

static void
grouping_init (Grouping   *self,
               AgreedText *older,
               AgreedText *newer,
               GPtrArray  *links)
{
  self->texts[AGREED_SIDE_OLDER] = older;
  self->texts[AGREED_SIDE_NEWER] = newer;
  self->n[AGREED_SIDE_OLDER] = agreed_text_get_n_paragraphs (older);
  self->n[AGREED_SIDE_NEWER] = agreed_text_get_n_paragraphs (newer);
  self->groups = g_new (guint, self->n[AGREED_SIDE_OLDER] + self->n[AGREED_SIDE_NEWER] + 1);
  for (guint side = 0, number = 0; side < AGREED_N_SIDES; side++)
    {
      self->numbers[side] = g_hash_table_new (NULL, NULL);
      for (guint i = 0; i < self->n[side]; i++, number++)
        {
          self->groups[number] = number;
          g_hash_table_insert (self->numbers[side], agreed_text_get_paragraph (self->texts[side], i),
                               GUINT_TO_POINTER (number));
        }
    }
  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);

      join_groups (self, get_number (self, link, AGREED_SIDE_OLDER), get_number (self, link, AGREED_SIDE_NEWER));
    }
}

static void
grouping_clear (Grouping *self)
{
  g_free (self->groups);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_hash_table_unref (self->numbers[side]);
}

/* What becomes a row. @paragraphs and @links are NULL until the group's first one is met. */
typedef struct {
  GPtrArray *paragraphs[AGREED_N_SIDES];
  GPtrArray *links;
} Group;

static void
group_add (Group           *group,
           AgreedSide       side,
           AgreedParagraph *paragraph)
{
  if (group->links == NULL)
    {
      for (guint i = 0; i < AGREED_N_SIDES; i++)
        group->paragraphs[i] = g_ptr_array_new_with_free_func (g_object_unref);
      group->links = g_ptr_array_new_with_free_func (g_object_unref);
    }
  g_ptr_array_add (group->paragraphs[side], g_object_ref (paragraph));
}

static Group *
fill_groups (Grouping  *self,
             GPtrArray *links)
{
  Group *groups = g_new0 (Group, self->n[AGREED_SIDE_OLDER] + self->n[AGREED_SIDE_NEWER] + 1);

  for (guint side = 0, number = 0; side < AGREED_N_SIDES; side++)
    for (guint i = 0; i < self->n[side]; i++, number++)
      group_add (&groups[find_group (self, number)], side, agreed_text_get_paragraph (self->texts[side], i));
  for (guint i = 0; i < links->len; i++)
    {
      AgreedLink *link = g_ptr_array_index (links, i);
      guint number = get_number (self, link, AGREED_SIDE_OLDER);

      g_ptr_array_add (groups[find_group (self, number)].links, g_object_ref (link));
    }

  return groups;
}

static AgreedRow *
make_row (Group      *group,
          const char *language)
{
  GPtrArray *older = group->paragraphs[AGREED_SIDE_OLDER], *newer = group->paragraphs[AGREED_SIDE_NEWER];
  g_autoptr (GArray) runs = agreed_row_runs_new (older, newer, group->links, language);

  return agreed_row_new (older, newer, group->links, agreed_row_runs_get_change (runs, older, newer), runs);
}

static void
group_clear (Group *group)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_clear_pointer (&group->paragraphs[side], g_ptr_array_unref);
  g_clear_pointer (&group->links, g_ptr_array_unref);
}

/* The groups in the order of their rows. A removed paragraph stands behind the row of the paragraph before it in the older
 * text, which may itself be removed: then both stand behind the same row, in order. */
static GArray *
order_groups (Grouping *self)
{
  guint n_older = self->n[AGREED_SIDE_OLDER], n_newer = self->n[AGREED_SIDE_NEWER];
  g_autofree guint *starts = g_new0 (guint, n_older + n_newer + 3);
  g_autofree guint *removed = g_new (guint, n_older + 1);
  g_autofree guint *behind = g_new (guint, n_older + 1);
  g_autofree gboolean *placed = g_new0 (gboolean, n_older + n_newer + 1);
  g_autofree gboolean *linked = g_new0 (gboolean, n_older + 1);
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint j = 0; j < n_newer; j++)
    {
      guint group = find_group (self, n_older + j);

      if (group < n_older)
        linked[group] = TRUE;
    }
  /* Behind whom: 0 for the beginning, else the number of the row's group plus one. Counted, then filed in order. */
  for (guint i = 0, last = 0; i < n_older; i++)
    {
      guint group = find_group (self, i);

      if (linked[group])
        last = group + 1;
      behind[i] = linked[group] ? G_MAXUINT : last;
      if (behind[i] != G_MAXUINT)
        starts[last + 2]++;
    }
  for (guint k = 2; k < n_older + n_newer + 3; k++)
    starts[k] += starts[k - 1];
  for (guint i = 0; i < n_older; i++)
    if (behind[i] != G_MAXUINT)
      removed[starts[behind[i] + 1]++] = i;

  g_array_append_vals (order, removed, starts[1]);
  for (guint j = 0; j < n_newer; j++)
    {
      guint group = find_group (self, n_older + j);

      if (placed[group])
        continue;
      placed[group] = TRUE;
      g_array_append_val (order, group);
      g_array_append_vals (order, removed + starts[group + 1], starts[group + 2] - starts[group + 1]);
    }

  return order;
}

static gpointer
get_first (GPtrArray *const paragraphs[AGREED_N_SIDES])
{
  return g_ptr_array_index (paragraphs[paragraphs[AGREED_SIDE_OLDER]->len > 0 ? AGREED_SIDE_OLDER : AGREED_SIDE_NEWER], 0);
}

static gboolean
are_same (GPtrArray *a,
          GPtrArray *b)
{
  return a->len == b->len && (a->len == 0 || memcmp (a->pdata, b->pdata, sizeof (gpointer) * a->len) == 0);
}

static gboolean
is_row_of (AgreedRow *row,
           Group     *group)
{
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    if (!are_same (agreed_row_get_paragraphs (row, side), group->paragraphs[side]))
      return FALSE;

  return are_same (agreed_row_get_links (row), group->links);
}

static GHashTable *
sort_known (GPtrArray *known)
{
  GHashTable *rows;

  if (known == NULL)
    return NULL;

  rows = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < known->len; i++)
    {
      AgreedRow *row = g_ptr_array_index (known, i);
      GPtrArray *paragraphs[] = { agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER),
                                  agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER) };

      g_hash_table_insert (rows, get_first (paragraphs), row);
    }

  return rows;
}

/* What the rows are made from, and the rows. */
typedef struct {
  Group *groups;
  GArray *order;
  const char *language;
  GHashTable *known; /* a paragraph to the AgreedRow that it comes first in; older ones before newer ones; or NULL */
  gpointer *rows;
} Making;

static void
make_rows (guint    start,
           guint    end,
           gpointer data)
{
  Making *making = data;

  for (guint i = start; i < end; i++)
    {
      Group *group = &making->groups[g_array_index (making->order, guint, i)];
      AgreedRow *row = making->known != NULL ? g_hash_table_lookup (making->known, get_first (group->paragraphs)) : NULL;

      making->rows[i] = row != NULL && is_row_of (row, group) ? g_object_ref (row) : make_row (group, making->language);
    }
}

GPtrArray *
agreed_rows_new (AgreedText *older,
                 AgreedText *newer,
                 GPtrArray  *links,
                 GPtrArray  *known)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  const char *language = agreed_text_get_language (newer);
  g_autoptr (GArray) order = NULL;
  g_autofree Group *groups = NULL;
  g_autoptr (GHashTable) rows_known = sort_known (known);
  Grouping grouping;

  if (language == NULL)
    language = agreed_text_get_language (older);
  grouping_init (&grouping, older, newer, links);
  groups = fill_groups (&grouping, links);
  order = order_groups (&grouping);
  g_ptr_array_set_size (rows, order->len);
  agreed_parallel_run (order->len, ROWS_AT_ONCE, make_rows, &(Making) { groups, order, language, rows_known, rows->pdata });
  for (guint i = 0; i < order->len; i++)
    group_clear (&groups[g_array_index (order, guint, i)]);
  grouping_clear (&grouping);

  return rows;
}
