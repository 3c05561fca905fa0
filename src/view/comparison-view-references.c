/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include "reference.h"

/* Words that point to a paragraph, "paragraph 22 of resolution 65/141", are followed with Control held. Where they lead is
 * for whoever has the texts to say. */

/* The byte of a side's wording that is drawn at a place of a row, where there are letters. */
static gboolean
find_letter (AgreedRowLayout *layout,
             double           x,
             double           y,
             AgreedSide      *side,
             gsize           *start)
{
  for (guint column = 0; column < AGREED_N_TEXTS; column++)
    for (guint i = 0; i < layout->passages[column]->len; i++)
      {
        AgreedPassage *passage = g_ptr_array_index (layout->passages[column], i);
        const AgreedStretch *stretch;
        int index, trailing;

        if (!pango_layout_xy_to_index (passage->layout, (x - passage->x) * PANGO_SCALE, (y - passage->y) * PANGO_SCALE,
                                       &index, &trailing))
          continue;
        stretch = agreed_passage_find_stretch (passage, index);
        if (stretch == NULL || !stretch->is_wording)
          return FALSE;
        *side = stretch->side;
        *start = stretch->start + (index - stretch->text_start);
        return TRUE;
      }

  return FALSE;
}

static gboolean
points_somewhere (AgreedParagraph *paragraph,
                  const char      *language,
                  gsize            offset)
{
  g_autoptr (GPtrArray) references = agreed_references_find (agreed_paragraph_get_wording (paragraph), language);

  for (guint i = 0; i < references->len; i++)
    {
      const AgreedReference *reference = references->pdata[i];

      if (offset >= reference->start && offset < reference->start + reference->length)
        return TRUE;
    }

  return FALSE;
}

gboolean
agreed_comparison_view_find_reference (AgreedComparisonView  *self,
                                       double                 x,
                                       double                 y,
                                       AgreedSide            *side,
                                       AgreedParagraph      **paragraph,
                                       gsize                 *offset)
{
  AgreedRowLayout *layout;
  double row_top;
  gsize end;

  agreed_comparison_view_find_area (self, x, y, &layout, &row_top);
  if (layout == NULL || !find_letter (layout, x, y - row_top, side, offset))
    return FALSE;
  end = g_utf8_next_char (agreed_row_get_wording (layout->row, *side) + *offset)
        - agreed_row_get_wording (layout->row, *side);
  *paragraph = agreed_row_find_paragraph (layout->row, *side, offset, &end);

  return *paragraph != NULL && points_somewhere (*paragraph, self->languages[*side], *offset);
}

static gboolean
is_control_held (GtkEventController *controller)
{
  return (gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) != 0;
}

/* Before what selects text. */
static void
on_pressed (GtkGestureClick      *click,
            int                   n_press,
            double                x,
            double                y,
            AgreedComparisonView *self)
{
  AgreedParagraph *paragraph;
  AgreedSide side;
  gsize offset;

  if (is_control_held (GTK_EVENT_CONTROLLER (click))
      && agreed_comparison_view_find_reference (self, x, y, &side, &paragraph, &offset))
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
  else
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_DENIED);
}

static void
on_released (GtkGestureClick      *click,
             int                   n_press,
             double                x,
             double                y,
             AgreedComparisonView *self)
{
  AgreedParagraph *found;
  g_autoptr (AgreedParagraph) paragraph = NULL;
  AgreedSide side;
  gsize offset;

  if (!agreed_comparison_view_find_reference (self, x, y, &side, &found, &offset))
    return;
  paragraph = g_object_ref (found);
  g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_REFERENCE_ACTIVATED], 0, side, paragraph, (guint) offset);
}

/* The key alone changes what the pointer stands on. */
static gboolean
on_modifiers (GtkEventControllerKey *keys,
              GdkModifierType        state,
              AgreedComparisonView  *self)
{
  if (self->hover_x >= 0)
    agreed_comparison_view_update_cursor (self, self->hover_x, self->hover_y, (state & GDK_CONTROL_MASK) != 0);

  return GDK_EVENT_PROPAGATE;
}

void
agreed_comparison_view_add_references (AgreedComparisonView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->hover_x = self->hover_y = -1;
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_pressed), self);
  g_signal_connect (click, "released", G_CALLBACK (on_released), self);
  g_signal_connect (keys, "modifiers", G_CALLBACK (on_modifiers), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
