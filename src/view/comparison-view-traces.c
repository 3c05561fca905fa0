/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <math.h>

/* Where moved paragraphs stood: a line in the older column says so, below the row that stood before them and is still in
 * its place. From the moved row at hand a line is drawn to there. */

static gboolean
is_moved (AgreedRow       *row,
          AgreedParagraph *older)
{
  GPtrArray *links = agreed_row_get_links (row);

  for (guint i = 0; links != NULL && i < links->len; i++)
    if (agreed_link_get_moved (links->pdata[i])
        && agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_OLDER) == older)
      return TRUE;

  return FALSE;
}

static GHashTable *
map_rows (AgreedComparisonView *self)
{
  GHashTable *rows = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);

  for (guint i = 0; i < agreed_comparison_view_get_n_rows (self); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (self->rows, i);
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER);

      for (guint k = 0; k < paragraphs->len; k++)
        g_hash_table_insert (rows, paragraphs->pdata[k], g_object_ref (row));
    }

  return rows;
}

static void
add_trace (AgreedComparisonView *self,
           AgreedRow            *host,
           AgreedRow            *moved)
{
  GPtrArray *traces = g_hash_table_lookup (self->traces, host);

  if (traces == NULL)
    {
      traces = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (self->traces, host, traces);
    }
  if (!g_ptr_array_find (traces, moved, NULL))
    g_ptr_array_add (traces, g_object_ref (moved));
}

void
agreed_comparison_view_find_traces (AgreedComparisonView *self)
{
  g_autoptr (GHashTable) rows = NULL;
  AgreedRow *host = NULL;

  g_hash_table_remove_all (self->traces);
  self->traced_row = NULL;
  if (self->older_paragraphs == NULL || agreed_comparison_view_get_n_rows (self) == 0)
    return;

  rows = map_rows (self);
  for (guint i = 0; i < g_list_model_get_n_items (self->older_paragraphs); i++)
    {
      g_autoptr (AgreedParagraph) paragraph = g_list_model_get_item (self->older_paragraphs, i);
      AgreedRow *row = g_hash_table_lookup (rows, paragraph);

      if (row == NULL)
        continue;
      if (!is_moved (row, paragraph))
        host = row;
      else if (host != NULL && host != row)
        add_trace (self, host, row);
    }
}

void
agreed_comparison_view_set_older_paragraphs (AgreedComparisonView *self,
                                             GListModel           *paragraphs)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));
  g_return_if_fail (paragraphs == NULL || G_IS_LIST_MODEL (paragraphs));

  if (!g_set_object (&self->older_paragraphs, paragraphs))
    return;

  agreed_comparison_view_find_traces (self);
  agreed_comparison_view_restyle (self);
}

guint
agreed_comparison_view_find_row (AgreedComparisonView *self,
                                 AgreedRow            *row)
{
  for (guint i = 0; i < agreed_comparison_view_get_n_rows (self); i++)
    {
      g_autoptr (AgreedRow) candidate = g_list_model_get_item (self->rows, i);

      if (candidate == row)
        return i;
    }

  return GTK_INVALID_LIST_POSITION;
}

static guint
look_for_host (AgreedComparisonView *self)
{
  GHashTableIter iter;
  gpointer host, traces;

  if (!agreed_row_get_moved (self->current_row))
    return GTK_INVALID_LIST_POSITION;

  g_hash_table_iter_init (&iter, self->traces);
  while (g_hash_table_iter_next (&iter, &host, &traces))
    if (g_ptr_array_find (traces, self->current_row, NULL))
      return agreed_comparison_view_find_row (self, host);

  return GTK_INVALID_LIST_POSITION;
}

/* The row below which the current one stood. It is asked for at every frame, and looked for once for each current row and
 * each state of the list. */
static guint
find_host (AgreedComparisonView *self)
{
  if (self->current_row == NULL)
    return GTK_INVALID_LIST_POSITION;

  if (self->traced_row != self->current_row)
    {
      self->trace_host = look_for_host (self);
      self->traced_row = self->current_row;
    }

  return self->trace_host;
}

/* Along the older column's outer edge; where one end is not in view, the line leads out of it to that side. */
void
agreed_comparison_view_draw_trace (AgreedComparisonView *self,
                                   GtkSnapshot          *snapshot)
{
  guint host = find_host (self);
  const AgreedViewStyle *style = &self->style;
  gboolean right = style->swapped;
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  float edge = right ? style->column_x[AGREED_SIDE_OLDER] + style->column_width[AGREED_SIDE_OLDER] + 4
                     : style->column_x[AGREED_SIDE_OLDER] - 4;
  float x = right ? edge + 6 : edge - 6, from, to, bend;
  g_autoptr (GskPathBuilder) builder = NULL;
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke;

  if (host == GTK_INVALID_LIST_POSITION || agreed_comparison_view_is_hidden (self, host)
      || agreed_comparison_view_get_fold (self, host) > 0)
    return;

  from = agreed_comparison_view_get_row_y (self, self->current) + style->padding + style->line_height / 2.;
  to = agreed_comparison_view_get_row_y (self, host) + agreed_row_heights_get (self->heights, host) - style->padding;
  if (agreed_comparison_view_is_in_view (self, host))
    to = agreed_comparison_view_get_row_y (self, host) + agreed_comparison_view_ensure_row (self, host)->trace_y;
  from = CLAMP (from, -20, height + 20);
  to = CLAMP (to, -20, height + 20);
  bend = to > from ? 6 : -6;
  if (fabsf (to - from) < 12)
    return;

  builder = gsk_path_builder_new ();
  gsk_path_builder_move_to (builder, edge, from);
  gsk_path_builder_quad_to (builder, x, from, x, from + bend);
  gsk_path_builder_line_to (builder, x, to - bend);
  gsk_path_builder_quad_to (builder, x, to, edge, to);
  path = gsk_path_builder_to_path (builder);
  stroke = gsk_stroke_new (1.5);
  gtk_snapshot_append_stroke (snapshot, path, stroke, &style->colors.moved);
  gsk_stroke_free (stroke);
}
