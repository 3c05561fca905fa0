/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <math.h>

/* Layouts not seen for so many settings of the place are let go. */
#define KEEP_SETTINGS 40
/* Milliseconds after the last scrolling before children are made for assistive technologies. */
#define SETTLE_TIME 120
/* Where a jump puts a row, as a share of the view's height. */
#define JUMP_PLACE .25
/* What is seen of the rows before and after one that was stepped to, in pixels. */
#define CONTEXT 64

typedef struct {
  float sides[AGREED_N_TEXTS];
} Ems;

guint
agreed_comparison_view_get_n_rows (AgreedComparisonView *self)
{
  return agreed_row_heights_get_n_rows (self->heights);
}

void
agreed_comparison_view_splice_rows (AgreedComparisonView *self,
                                    guint                 position,
                                    guint                 n_removed,
                                    guint                 n_added)
{
  g_autofree Ems *added = g_new0 (Ems, n_added + 1);

  for (guint i = 0; i < n_added; i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (self->rows, position + i);

      for (guint side = 0; side < AGREED_N_TEXTS; side++)
        added[i].sides[side] = agreed_row_estimate_ems (agreed_row_get_wording (row, side));
    }

  if (n_removed > 0)
    g_array_remove_range (self->ems, position, n_removed);
  if (n_added > 0)
    g_array_insert_vals (self->ems, position, added, n_added);
  agreed_row_heights_splice (self->heights, position, n_removed, n_added);

  g_hash_table_remove_all (self->cache);
  agreed_comparison_view_find_folds (self);
  agreed_comparison_view_find_traces (self);
  if (!self->style_known || self->style.width == 0)
    return;
  if (self->fold_unchanged)
    agreed_comparison_view_forget_heights (self);
  for (guint i = 0; i < n_added && !self->fold_unchanged; i++)
    agreed_row_heights_set (self->heights, position + i, agreed_row_layout_estimate (&self->style, added[i].sides));
}

static int
estimate_height (AgreedComparisonView *self,
                 guint                 position)
{
  if (agreed_comparison_view_is_hidden (self, position))
    return 0;
  if (agreed_comparison_view_get_fold (self, position) > 0)
    return self->style.small_height + 1.4 * self->style.padding;

  return agreed_row_layout_estimate (&self->style, g_array_index (self->ems, Ems, position).sides);
}

void
agreed_comparison_view_forget_heights (AgreedComparisonView *self)
{
  g_autofree int *heights = g_new (int, self->ems->len + 1);

  g_hash_table_remove_all (self->cache);
  if (!self->style_known || self->style.width == 0)
    return;
  for (guint i = 0; i < self->ems->len; i++)
    heights[i] = estimate_height (self, i);
  agreed_row_heights_set_all (self->heights, heights);
}

static AgreedRowLayout *
create_layout (AgreedComparisonView *self,
               guint                 position,
               AgreedRow            *row)
{
  guint n_folded = agreed_comparison_view_get_fold (self, position);
  AgreedRowLayout *layout;
  GPtrArray *traces;

  if (agreed_comparison_view_is_hidden (self, position))
    return agreed_row_layout_new_empty (row, GTK_WIDGET (self));
  if (n_folded > 0)
    return agreed_row_layout_new_fold (row, n_folded, &self->style, GTK_WIDGET (self));

  layout = agreed_row_layout_new (row, &self->style, GTK_WIDGET (self));
  traces = g_hash_table_lookup (self->traces, row);
  if (traces != NULL)
    agreed_row_traces_lay_out (layout, &self->style, traces);

  return layout;
}

AgreedRowLayout *
agreed_comparison_view_ensure_row (AgreedComparisonView *self,
                                   guint                 position)
{
  AgreedRowLayout *layout = g_hash_table_lookup (self->cache, GUINT_TO_POINTER (position));

  if (layout == NULL || layout->stale)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (self->rows, position);

      layout = create_layout (self, position, row);
      g_hash_table_insert (self->cache, GUINT_TO_POINTER (position), layout);
      agreed_row_heights_set (self->heights, position, layout->height);
    }
  layout->stamp = self->stamp;

  return layout;
}

static int
ensure_height (AgreedComparisonView *self,
               guint                 position)
{
  if (agreed_comparison_view_is_hidden (self, position))
    return 0;

  return agreed_comparison_view_ensure_row (self, position)->height;
}

void
agreed_comparison_view_restyle (AgreedComparisonView *self)
{
  self->style_known = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* In large letters two columns may have no room in a window that is wide enough for them otherwise. */
static void
choose_columns (AgreedComparisonView *self,
                int                   width)
{
  gboolean one_column = self->one_column || !agreed_view_style_has_room (&self->style, 2, width);
  gboolean three_columns = !one_column && self->three_columns && agreed_view_style_has_room (&self->style, 3, width);

  if (self->style.one_column == one_column && self->style.three_columns == three_columns)
    return;

  self->selection = (AgreedSelection) { 0 };
  self->style.one_column = one_column;
  self->style.three_columns = three_columns;
  g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_PLACE_CHANGED], 0);
}

/* The part of the anchor that is above the edge stays the same part of it, whatever its new height. */
static void
update_style (AgreedComparisonView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  double part = 0;

  if (self->style_known && self->style.width == width && self->style.older_share == self->older_share)
    return;

  if (self->style.width > 0 && self->anchor < agreed_comparison_view_get_n_rows (self))
    part = self->anchor_offset / MAX (1, agreed_row_heights_get (self->heights, self->anchor));
  g_hash_table_remove_all (self->cache);
  if (!self->style_known)
    {
      agreed_view_style_set_fonts (&self->style, GTK_WIDGET (self), self->languages, self->font_family,
                                   self->text_scale);
      agreed_view_style_set_colors (&self->style, GTK_WIDGET (self));
      self->style_known = TRUE;
    }
  choose_columns (self, width);
  agreed_view_style_set_width (&self->style, width, self->older_share);
  agreed_comparison_view_forget_heights (self);
  if (part > 0)
    self->anchor_offset = part * ensure_height (self, self->anchor);
  agreed_comparison_view_unsettle (self);
}

static void
go_up (AgreedComparisonView *self)
{
  while (self->anchor_offset < 0 && self->anchor > 0)
    self->anchor_offset += ensure_height (self, --self->anchor);
  self->anchor_offset = MAX (0, self->anchor_offset);
}

static void
settle_place (AgreedComparisonView *self,
              int                   height)
{
  guint n_rows = agreed_comparison_view_get_n_rows (self), row;
  double y;

  self->anchor = MIN (self->anchor, n_rows - 1);
  go_up (self);
  while (self->anchor + 1 < n_rows && self->anchor_offset >= ensure_height (self, self->anchor))
    self->anchor_offset -= ensure_height (self, self->anchor++);

  y = -self->anchor_offset;
  for (row = self->anchor; row < n_rows && y < height; row++)
    y += ensure_height (self, row);
  if (row == n_rows && y < height)
    {
      self->anchor_offset -= height - y;
      go_up (self);
    }

  y = -self->anchor_offset;
  for (row = self->anchor; row < n_rows && y < height; row++)
    y += ensure_height (self, row);
  self->n_in_view = row - self->anchor;
}

static void
set_adjustments (AgreedComparisonView *self,
                 int                   width,
                 int                   height)
{
  double total = agreed_row_heights_get_total (self->heights);
  double value = 0;

  if (agreed_comparison_view_get_n_rows (self) > 0)
    value = agreed_row_heights_get_start (self->heights, self->anchor) + self->anchor_offset;

  self->is_syncing = TRUE;
  self->last_value = value;
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], value, 0, MAX (total, height),
                              3 * self->style.line_height, height * .9, height);
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0, 0, width, 1, width, width);
  self->is_syncing = FALSE;
}

static gboolean
is_forgotten (gpointer position,
              gpointer layout,
              gpointer view)
{
  return AGREED_COMPARISON_VIEW (view)->stamp - ((AgreedRowLayout *) layout)->stamp > KEEP_SETTINGS;
}

void
agreed_comparison_view_sync (AgreedComparisonView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double value = self->last_value;

  if (width == 0 || height == 0)
    return;

  self->stamp++;
  update_style (self);
  self->n_in_view = 0;
  if (agreed_comparison_view_get_n_rows (self) > 0)
    {
      settle_place (self, height);
      g_set_object (&self->anchor_row, agreed_comparison_view_ensure_row (self, self->anchor)->row);
    }
  g_hash_table_foreach_remove (self->cache, is_forgotten, self);
  set_adjustments (self, width, height);
  if (value != self->last_value)
    gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
on_settled (gpointer data)
{
  AgreedComparisonView *self = data;

  self->settle_id = 0;
  self->is_settled = TRUE;
  agreed_comparison_view_update_items (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_PLACE_CHANGED], 0);

  return G_SOURCE_REMOVE;
}

void
agreed_comparison_view_unsettle (AgreedComparisonView *self)
{
  self->is_settled = FALSE;
  g_clear_handle_id (&self->settle_id, g_source_remove);
  self->settle_id = g_timeout_add (SETTLE_TIME, on_settled, self);
}

void
agreed_comparison_view_scroll_by (AgreedComparisonView *self,
                                  double                pixels)
{
  self->anchor_offset += pixels;
  agreed_comparison_view_unsettle (self);
  agreed_comparison_view_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Short ways are gone pixel by pixel, past rows as they really are; long ones by what the heights are thought to be,
 * but the end is the end. */
void
agreed_comparison_view_on_value (AgreedComparisonView *self,
                                 GtkAdjustment        *adjustment)
{
  double value = gtk_adjustment_get_value (adjustment);
  double way = value - self->last_value;

  if (self->is_syncing || way == 0 || agreed_comparison_view_get_n_rows (self) == 0)
    return;

  if (fabs (way) < 3 * gtk_adjustment_get_page_size (adjustment))
    self->anchor_offset += way;
  else if (value + gtk_adjustment_get_page_size (adjustment) >= gtk_adjustment_get_upper (adjustment))
    {
      self->anchor = agreed_comparison_view_get_n_rows (self) - 1;
      self->anchor_offset = agreed_row_heights_get (self->heights, self->anchor);
    }
  else
    self->anchor = agreed_row_heights_find (self->heights, value, &self->anchor_offset);
  /* A tooltip or a click may ask for the rows in view before they are settled. */
  self->n_in_view = MIN (self->n_in_view, agreed_comparison_view_get_n_rows (self) - self->anchor);
  self->last_value = value;

  agreed_comparison_view_unsettle (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
agreed_comparison_view_is_in_view (AgreedComparisonView *self,
                                   guint                 position)
{
  return position >= self->anchor && position - self->anchor < self->n_in_view;
}

double
agreed_comparison_view_get_row_y (AgreedComparisonView *self,
                                  guint                 position)
{
  return agreed_row_heights_get_start (self->heights, position) - agreed_row_heights_get_start (self->heights, self->anchor) -
         self->anchor_offset;
}

/* A row near the edge is brought in by the shortest way; one from afar is put where the eye looks first. */
void
agreed_comparison_view_reveal (AgreedComparisonView *self,
                               guint                 position)
{
  int view_height = gtk_widget_get_height (GTK_WIDGET (self));
  double room, margin, y;
  gboolean is_near;
  int height;

  if (view_height == 0)
    {
      self->anchor = position;
      self->anchor_offset = 0;
      return;
    }

  agreed_comparison_view_sync (self);
  height = ensure_height (self, position);
  room = view_height - height;
  margin = CLAMP (room / 2, 0, CONTEXT);
  is_near = position + 2 >= self->anchor && position <= self->anchor + self->n_in_view;
  y = is_near ? agreed_comparison_view_get_row_y (self, position) : 0;

  if (!is_near)
    y = CLAMP (view_height * JUMP_PLACE, 0, MAX (0, room));
  else
    y = CLAMP (y, MIN (margin, room), MAX (margin, room - margin));
  if (room < 0 && !(is_near && y < 0 && y > room))
    y = 0;

  self->anchor = position;
  self->anchor_offset = -y;
  agreed_comparison_view_unsettle (self);
  agreed_comparison_view_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
draw_selection (AgreedComparisonView *self,
                AgreedRowLayout      *layout,
                guint                 position,
                GtkSnapshot          *snapshot)
{
  GPtrArray *passages = layout->passages[self->selection.column];
  gsize start, end;

  if (agreed_selection_is_empty (&self->selection) ||
      !agreed_selection_get_range (&self->selection, position, agreed_passages_get_length (passages), &start, &end))
    return;

  for (guint i = 0; i < passages->len; i++)
    {
      AgreedPassage *passage = g_ptr_array_index (passages, i);

      if (end > passage->base)
        agreed_layout_draw_range (snapshot, passage->layout, passage->x, passage->y,
                                  MAX (start, passage->base) - passage->base, end - passage->base,
                                  &self->style.colors.selection);
    }
}

static gboolean
shows_focus (AgreedComparisonView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL && GTK_IS_WINDOW (root) &&
         gtk_window_get_focus_visible (GTK_WINDOW (root));
}

static void
draw_current (AgreedComparisonView *self,
              AgreedRowLayout      *layout,
              GtkSnapshot          *snapshot)
{
  int width = self->style.width, height = layout->height;
  const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA *accent = &self->style.colors.accent;
  const GdkRGBA colors[] = { *accent, *accent, *accent, *accent };
  GskRoundedRect outline;

  gtk_snapshot_append_color (snapshot, &self->style.colors.current, &GRAPHENE_RECT_INIT (0, 0, width, height - 1));
  if (!shows_focus (self))
    {
      gtk_snapshot_append_color (snapshot, accent,
                                 &GRAPHENE_RECT_INIT (self->style.swapped ? width - 3 : 0, 0, 3, height - 1));
      return;
    }

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (1, 1, width - 2, height - 3), 6);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

void
agreed_comparison_view_snapshot (GtkWidget   *widget,
                                 GtkSnapshot *snapshot)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  double y = -self->anchor_offset;

  for (guint i = 0; i < self->n_in_view; i++)
    {
      AgreedRowLayout *layout;

      if (agreed_comparison_view_is_hidden (self, self->anchor + i))
        continue;
      layout = agreed_comparison_view_ensure_row (self, self->anchor + i);
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, round (y)));
      if (self->anchor + i == self->current)
        draw_current (self, layout, snapshot);
      agreed_comparison_view_draw_found (self, layout, snapshot);
      draw_selection (self, layout, self->anchor + i, snapshot);
      gtk_snapshot_append_node (snapshot, agreed_row_layout_get_node (layout, &self->style));
      if (self->anchor + i == self->current)
        agreed_comparison_view_draw_chip_focus (self, layout, snapshot);
      gtk_snapshot_restore (snapshot);
      y += layout->height;
    }
  agreed_comparison_view_draw_trace (self, snapshot);
  agreed_comparison_view_draw_link (self, snapshot);
}
