/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include "announce.h"

/* What can be clicked in a row (topics, notes, where something moved) is reached in the row at hand by going left and right,
 * and does what a click does on Enter. Going to another row leaves it. */

static gboolean
is_reachable (const AgreedArea *area)
{
  return area->kind == AGREED_AREA_TAG || area->kind == AGREED_AREA_NOTE || area->kind == AGREED_AREA_MOVE
         || area->kind == AGREED_AREA_TRACE;
}

/* Of what can be reached, that which is counted so, from 1. Returns: NULL where there are fewer; *@n_chips is how many */
static const AgreedArea *
find_chip (AgreedRowLayout *layout,
           guint            chip,
           guint           *n_chips)
{
  const AgreedArea *found = NULL;

  *n_chips = 0;
  for (guint i = 0; i < layout->areas->len; i++)
    {
      const AgreedArea *area = &g_array_index (layout->areas, AgreedArea, i);

      if (is_reachable (area) && ++*n_chips == chip)
        found = area;
    }

  return found;
}

static const AgreedArea *
find_reached (AgreedComparisonView *self,
              AgreedRowLayout     **layout)
{
  guint n_chips;

  if (self->chip == 0 || self->current >= agreed_comparison_view_get_n_rows (self))
    return NULL;
  *layout = agreed_comparison_view_ensure_row (self, self->current);

  return find_chip (*layout, self->chip, &n_chips);
}

gboolean
agreed_comparison_view_step_chip (AgreedComparisonView *self,
                                  int                   step)
{
  AgreedRowLayout *layout;
  const AgreedArea *area;
  guint n_chips;
  g_autofree char *words = NULL;

  if (self->current >= agreed_comparison_view_get_n_rows (self))
    return FALSE;
  layout = agreed_comparison_view_ensure_row (self, self->current);
  find_chip (layout, 0, &n_chips);
  if (n_chips == 0)
    return FALSE;

  /* Past the last one is the row itself, and then the first. */
  self->chip = (self->chip + n_chips + 1 + step) % (n_chips + 1);
  area = find_chip (layout, self->chip, &n_chips);
  words = area != NULL ? agreed_comparison_view_describe_area (self, layout->row, area) : agreed_row_describe (layout->row);
  agreed_announce (GTK_ACCESSIBLE (self), words);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return TRUE;
}

static gboolean
step_by_key (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   data)
{
  int step = g_variant_get_int32 (arguments);

  return agreed_comparison_view_step_chip (AGREED_COMPARISON_VIEW (widget),
                                           gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -step : step);
}

gboolean
agreed_comparison_view_activate_chip (AgreedComparisonView *self)
{
  AgreedRowLayout *layout;
  const AgreedArea *area = find_reached (self, &layout);

  if (area == NULL)
    return FALSE;
  agreed_comparison_view_activate_area (self, layout->row, area);

  return TRUE;
}

AgreedTag *
agreed_comparison_view_get_reached_tag (AgreedComparisonView *self,
                                        AgreedParagraph     **paragraph)
{
  AgreedRowLayout *layout;
  const AgreedArea *area;

  g_return_val_if_fail (AGREED_IS_COMPARISON_VIEW (self), NULL);

  area = find_reached (self, &layout);
  *paragraph = area != NULL ? area->paragraph : NULL;

  return area != NULL ? area->tag : NULL;
}

void
agreed_comparison_view_draw_chip_focus (AgreedComparisonView *self,
                                        AgreedRowLayout      *layout,
                                        GtkSnapshot          *snapshot)
{
  const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA *accent = &self->style.colors.accent;
  const GdkRGBA colors[] = { *accent, *accent, *accent, *accent };
  guint n_chips;
  const AgreedArea *area = self->chip > 0 ? find_chip (layout, self->chip, &n_chips) : NULL;
  GskRoundedRect outline;

  if (area == NULL)
    return;
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (area->place.x - 3, area->place.y - 3,
                                                                  area->place.width + 6, area->place.height + 6), 6);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

void
agreed_comparison_view_class_add_chips (GtkWidgetClass *widget_class)
{
  static const guint right[] = { GDK_KEY_Right, GDK_KEY_KP_Right }, left[] = { GDK_KEY_Left, GDK_KEY_KP_Left };

  for (guint i = 0; i < G_N_ELEMENTS (right); i++)
    {
      gtk_widget_class_add_binding (widget_class, right[i], 0, step_by_key, "i", 1);
      gtk_widget_class_add_binding (widget_class, left[i], 0, step_by_key, "i", -1);
    }
}
