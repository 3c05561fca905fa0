/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include "footnote.h"
#include "passage-tags.h"
#include "row-accessible.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* What is said of a place where the pointer rests, and whether words alone are looked at. */

/* What each note says, with what it is on where that is not all of the paragraph. */
static char *
describe_notes (AgreedRow       *row,
                AgreedParagraph *paragraph)
{
  g_autoptr (GArray) notes = agreed_row_list_notes_at (row, paragraph);
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < notes->len; i++)
    {
      const AgreedRowNote *note = &g_array_index (notes, AgreedRowNote, i);
      g_autofree char *subject = agreed_row_note_describe_subject (note);
      g_autofree char *position = agreed_note_describe_position (note->note);
      const char *body = agreed_note_get_body (note->note);

      if (!g_str_equal (subject, agreed_paragraph_get_label (paragraph)))
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n\n" : "", subject);
      else if (words->len > 0)
        g_string_append_c (words, '\n');
      if (position != NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", position);
      if (*body != '\0')
        g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", body);
    }

  return g_string_free (words, FALSE);
}

static char *
describe_state (AgreedTag *tag)
{
  const char *name = agreed_topic_get_display_name (agreed_tag_get_topic (tag));

  switch (agreed_tag_get_state (tag))
    {
    case AGREED_TAG_SUGGESTED:
      return g_strdup_printf (_("%s: suggested, not yet accepted"), name);
    case AGREED_TAG_ACCEPTED:
      return g_strdup_printf (_("%s: accepted"), name);
    case AGREED_TAG_ADDED:
      return g_strdup_printf (_("%s: added by hand"), name);
    case AGREED_TAG_DISMISSED:
    default:
      return g_strdup (name);
    }
}

static char *
describe_tag (AgreedRow        *row,
              const AgreedArea *area)
{
  g_autofree char *state = describe_state (area->tag);

  if (!agreed_row_tag_stays_behind (row, area->side, area->paragraph, area->tag))
    return g_steal_pointer (&state);
  return g_strdup_printf ("%s\n%s", state, area->side == AGREED_SIDE_OLDER ? _("In the older text, not in the newer")
                                                                           : _("In the newer text, not in the older"));
}

static char *
describe_footnote (AgreedComparisonView *self,
                   const AgreedArea     *area)
{
  GListModel *footnotes = self->footnotes[area->side];

  for (guint i = 0; footnotes != NULL && i < g_list_model_get_n_items (footnotes); i++)
    {
      g_autoptr (AgreedFootnote) footnote = g_list_model_get_item (footnotes, i);

      if (g_str_equal (agreed_footnote_get_marker (footnote), area->mark->marker))
        return g_strdup_printf ("%s  %s", area->mark->marker, agreed_footnote_get_wording (footnote));
    }

  return NULL;
}

char *
agreed_comparison_view_describe_area (AgreedComparisonView *self,
                                      AgreedRow            *row,
                                      const AgreedArea     *area)
{
  switch (area->kind)
    {
    case AGREED_AREA_MOVE:
      return g_strdup (_("Go to where it stood"));
    case AGREED_AREA_TAG:
      return describe_tag (row, area);
    case AGREED_AREA_NOTE:
      return describe_notes (row, area->paragraph);
    case AGREED_AREA_TRACE:
      return g_strdup (_("Go to where it stands now"));
    case AGREED_AREA_FOLD:
      return g_strdup (_("Show these paragraphs"));
    case AGREED_AREA_LABEL:
      return g_strdup (area->side == AGREED_SIDE_OLDER ? _("Drag onto a newer paragraph to link the two")
                                                       : _("Drag onto an older paragraph to link the two"));
    case AGREED_AREA_FOOTNOTE:
    default:
      return describe_footnote (self, area);
    }
}

/* The text of every footnote that the row at hand calls. Returns: NULL where there is none */
static char *
describe_footnotes (AgreedComparisonView *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (int side = AGREED_SIDE_NEWER; self->current_row != NULL && side >= AGREED_SIDE_OLDER; side--)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (self->current_row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        {
          guint n_marks;
          const AgreedFootnoteMark *marks = agreed_paragraph_get_marks (paragraphs->pdata[i], &n_marks);

          for (guint k = 0; k < n_marks; k++)
            {
              AgreedArea area = { .side = side, .mark = &marks[k] };
              g_autofree char *footnote = describe_footnote (self, &area);

              if (footnote != NULL && strstr (words->str, footnote) == NULL)
                g_string_append_printf (words, "%s%s", words->len > 0 ? "\n\n" : "", footnote);
            }
        }
    }

  return words->len > 0 ? g_strdup (words->str) : NULL;
}

/* The topics on the words at a place of a row, where the pointer is on the words themselves. (transfer full) (nullable) */
static char *
describe_tagged (AgreedRowLayout *layout,
                 double           x,
                 double           y)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    for (guint i = 0; i < layout->passages[side]->len; i++)
      {
        AgreedPassage *passage = g_ptr_array_index (layout->passages[side], i);
        int index, trailing;

        if (passage->tagged != NULL && pango_layout_xy_to_index (passage->layout, (x - passage->x) * PANGO_SCALE,
                                                                 (y - passage->y) * PANGO_SCALE, &index, &trailing))
          return agreed_passage_describe_tagged (passage, index);
      }

  return NULL;
}

/* The words for the gutter at a place, and where it is. Returns: NULL where there is none */
static char *
describe_gutter (AgreedComparisonView *self,
                 AgreedRowLayout      *layout,
                 double                x,
                 GdkRectangle         *place)
{
  const AgreedViewStyle *style = &self->style;
  AgreedRow *before = agreed_row_get_before (layout->row);
  gboolean earlier = style->three_columns && x >= style->earlier_gutter_x && x < style->earlier_gutter_x + style->gutter_width;

  *place = (GdkRectangle) { earlier ? style->earlier_gutter_x : style->gutter_x, 0, style->gutter_width, layout->height };
  if (!agreed_view_style_is_in_gutter (style, x, 0) || (earlier && before == NULL))
    return NULL;

  return agreed_row_describe (earlier ? before : layout->row);
}

/* By the keyboard, for the row at hand. */
static gboolean
query_current (AgreedComparisonView *self,
               GtkTooltip           *tooltip)
{
  g_autofree char *words = describe_footnotes (self);

  if (words == NULL || !agreed_comparison_view_is_in_view (self, self->current))
    return FALSE;

  gtk_tooltip_set_tip_area (tooltip, &(GdkRectangle) { 0, agreed_comparison_view_get_row_y (self, self->current),
                                                       self->style.width,
                                                       agreed_row_heights_get (self->heights, self->current) });
  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

gboolean
agreed_comparison_view_query_tooltip (AgreedComparisonView *self,
                                      int                   x,
                                      int                   y,
                                      gboolean              by_keyboard,
                                      GtkTooltip           *tooltip)
{
  AgreedRowLayout *layout;
  double row_top;
  const AgreedArea *area;
  g_autofree char *words = NULL, *tagged = NULL;
  GdkRectangle place;

  if (by_keyboard)
    return query_current (self, tooltip);

  area = agreed_comparison_view_find_area (self, x, y, &layout, &row_top);
  if (area != NULL)
    words = agreed_comparison_view_describe_area (self, layout->row, area);
  else if (layout != NULL)
    words = describe_gutter (self, layout, x, &place);
  /* Words have no one rectangle that the tooltip could stand beside. */
  if (words == NULL && area == NULL && layout != NULL)
    tagged = describe_tagged (layout, x, y - row_top);
  if (words == NULL && tagged == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, words != NULL ? words : tagged);
  if (words == NULL)
    return TRUE;

  if (area != NULL)
    place = area->place;
  place.y += round (row_top);
  gtk_tooltip_set_tip_area (tooltip, &place);

  return TRUE;
}

void
agreed_comparison_view_set_shows_punctuation (AgreedComparisonView *self,
                                              gboolean              shows_punctuation)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  if (self->style.shows_punctuation == !!shows_punctuation)
    return;

  self->style.shows_punctuation = !!shows_punctuation;
  agreed_comparison_view_restyle (self);
}
