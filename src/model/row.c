/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row.h"

struct _AgreedRow {
  GObject parent_instance;

  GPtrArray *paragraphs[AGREED_N_SIDES]; /* AgreedParagraph */
  char *wordings[AGREED_N_SIDES];
  char *labels[AGREED_N_SIDES];
  GPtrArray *links; /* AgreedLink */
  GArray *runs;     /* AgreedRun */
  AgreedChange change;
  gboolean moved;
  AgreedRow *before; /* or NULL */
};

G_DEFINE_FINAL_TYPE (AgreedRow, agreed_row, G_TYPE_OBJECT)

G_DEFINE_ENUM_TYPE (AgreedChange, agreed_change,
                    G_DEFINE_ENUM_VALUE (AGREED_CHANGE_UNCHANGED, "unchanged"),
                    G_DEFINE_ENUM_VALUE (AGREED_CHANGE_REWORDED, "reworded"),
                    G_DEFINE_ENUM_VALUE (AGREED_CHANGE_ADDED, "added"),
                    G_DEFINE_ENUM_VALUE (AGREED_CHANGE_REMOVED, "removed"))

const char *
agreed_change_to_string (AgreedChange change)
{
  static const char *const words[] = {
    [AGREED_CHANGE_UNCHANGED] = "unchanged",
    [AGREED_CHANGE_REWORDED] = "reworded",
    [AGREED_CHANGE_ADDED] = "added",
    [AGREED_CHANGE_REMOVED] = "removed",
  };

  return words[change];
}

static void
agreed_row_dispose (GObject *object)
{
  AgreedRow *self = AGREED_ROW (object);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_clear_pointer (&self->paragraphs[side], g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_object (&self->before);

  G_OBJECT_CLASS (agreed_row_parent_class)->dispose (object);
}

static void
agreed_row_finalize (GObject *object)
{
  AgreedRow *self = AGREED_ROW (object);

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      g_free (self->wordings[side]);
      g_free (self->labels[side]);
    }
  g_clear_pointer (&self->runs, g_array_unref);

  G_OBJECT_CLASS (agreed_row_parent_class)->finalize (object);
}

static void
agreed_row_class_init (AgreedRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = agreed_row_dispose;
  object_class->finalize = agreed_row_finalize;
}

static void
agreed_row_init (AgreedRow *self)
{
}

static char *
join_labels (GPtrArray *paragraphs)
{
  GString *labels = g_string_new (NULL);

  for (guint i = 0; i < paragraphs->len; i++)
    {
      if (i > 0)
        g_string_append (labels, ", ");
      g_string_append (labels, agreed_paragraph_get_label (g_ptr_array_index (paragraphs, i)));
    }

  return g_string_free (labels, FALSE);
}

char *
agreed_row_join_wordings (GPtrArray *paragraphs)
{
  GString *wording;

  g_return_val_if_fail (paragraphs != NULL, NULL);

  wording = g_string_new (NULL);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      if (i > 0)
        g_string_append_c (wording, '\n');
      g_string_append (wording, agreed_paragraph_get_wording (g_ptr_array_index (paragraphs, i)));
    }

  return g_string_free (wording, FALSE);
}

AgreedRow *
agreed_row_new (GPtrArray    *older,
                GPtrArray    *newer,
                GPtrArray    *links,
                AgreedChange  change,
                GArray       *runs)
{
  return agreed_row_new_after (NULL, older, newer, links, change, runs);
}

AgreedRow *
agreed_row_new_after (AgreedRow    *before,
                      GPtrArray    *older,
                      GPtrArray    *newer,
                      GPtrArray    *links,
                      AgreedChange  change,
                      GArray       *runs)
{
  AgreedRow *self;

  g_return_val_if_fail (before == NULL || AGREED_IS_ROW (before), NULL);
  g_return_val_if_fail (older != NULL && newer != NULL, NULL);
  g_return_val_if_fail (before != NULL || older->len + newer->len > 0, NULL);
  g_return_val_if_fail (links != NULL && runs != NULL, NULL);

  self = g_object_new (AGREED_TYPE_ROW, NULL);
  self->paragraphs[AGREED_SIDE_OLDER] = g_ptr_array_ref (older);
  self->paragraphs[AGREED_SIDE_NEWER] = g_ptr_array_ref (newer);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      self->wordings[side] = agreed_row_join_wordings (self->paragraphs[side]);
      self->labels[side] = join_labels (self->paragraphs[side]);
    }
  self->links = g_ptr_array_ref (links);
  self->runs = g_array_ref (runs);
  self->change = change;
  g_set_object (&self->before, before);
  for (guint i = 0; i < links->len; i++)
    self->moved |= agreed_link_get_moved (g_ptr_array_index (links, i));

  return self;
}

AgreedRow *
agreed_row_get_before (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), NULL);

  return self->before;
}

AgreedChange
agreed_row_get_change (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), AGREED_CHANGE_UNCHANGED);

  return self->change;
}

gboolean
agreed_row_get_moved (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), FALSE);

  return self->moved;
}

gboolean
agreed_row_is_unsure (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), FALSE);

  for (guint i = 0; self->links != NULL && i < self->links->len; i++)
    if (agreed_link_is_unsure (g_ptr_array_index (self->links, i)))
      return TRUE;

  return FALSE;
}

/* Whether a paragraph of the side is the end of several links. Numbers of paragraphs alone do not tell: of three texts, a
 * row may hold some that only the earliest one joins. */
static gboolean
joins (AgreedRow  *self,
       AgreedSide  side)
{
  for (guint i = 1; i < self->links->len; i++)
    for (guint k = 0; k < i; k++)
      if (agreed_link_get_paragraph (self->links->pdata[i], side) == agreed_link_get_paragraph (self->links->pdata[k], side))
        return TRUE;

  return FALSE;
}

gboolean
agreed_row_get_split (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), FALSE);

  return joins (self, AGREED_SIDE_OLDER);
}

gboolean
agreed_row_get_merged (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), FALSE);

  return joins (self, AGREED_SIDE_NEWER);
}

gboolean
agreed_row_is_changed (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), FALSE);

  return self->change != AGREED_CHANGE_UNCHANGED || self->moved || agreed_row_get_split (self)
         || agreed_row_get_merged (self) || (self->before != NULL && agreed_row_is_changed (self->before));
}

static gpointer
create_nothing (gpointer data)
{
  return g_ptr_array_new ();
}

static GPtrArray *
get_no_paragraphs (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, create_nothing, NULL);
}

GPtrArray *
agreed_row_get_paragraphs (AgreedRow  *self,
                           AgreedSide  side)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), NULL);
  g_return_val_if_fail (side < AGREED_N_TEXTS, NULL);

  if (side == AGREED_SIDE_EARLIEST)
    return self->before != NULL ? self->before->paragraphs[AGREED_SIDE_OLDER] : get_no_paragraphs ();

  return self->paragraphs[side];
}

AgreedParagraph *
agreed_row_get_first_paragraph (AgreedRow *self)
{
  static const AgreedSide sides[] = { AGREED_SIDE_NEWER, AGREED_SIDE_OLDER, AGREED_SIDE_EARLIEST };

  g_return_val_if_fail (AGREED_IS_ROW (self), NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (self, sides[i]);

      if (paragraphs->len > 0)
        return paragraphs->pdata[0];
    }
  return NULL;
}

GPtrArray *
agreed_row_get_links (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), NULL);

  return self->links;
}

GArray *
agreed_row_get_runs (AgreedRow *self)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), NULL);

  return self->runs;
}

const char *
agreed_row_get_wording (AgreedRow  *self,
                        AgreedSide  side)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), NULL);
  g_return_val_if_fail (side < AGREED_N_TEXTS, NULL);

  if (side == AGREED_SIDE_EARLIEST)
    return self->before != NULL ? self->before->wordings[AGREED_SIDE_OLDER] : "";

  return self->wordings[side];
}

const char *
agreed_row_get_label (AgreedRow  *self,
                      AgreedSide  side)
{
  g_return_val_if_fail (AGREED_IS_ROW (self), NULL);
  g_return_val_if_fail (side < AGREED_N_TEXTS, NULL);

  if (side == AGREED_SIDE_EARLIEST)
    return self->before != NULL ? self->before->labels[AGREED_SIDE_OLDER] : "";

  return self->labels[side];
}
