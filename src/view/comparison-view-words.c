/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include "footnote.h"
#include "note.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What is said of a place where the pointer rests, and whether words alone are looked at. */

static char *
describe_notes (AgreedParagraph *paragraph)
{
  GListModel *notes = G_LIST_MODEL (agreed_paragraph_get_notes (paragraph));
  GString *bodies = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr (AgreedNote) note = g_list_model_get_item (notes, i);

      g_string_append_printf (bodies, "%s%s", i > 0 ? "\n\n" : "", agreed_note_get_body (note));
    }

  return g_string_free (bodies, FALSE);
}

static char *
describe_tag (AgreedTag *tag)
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

static char *
describe_area (AgreedComparisonView *self,
               const AgreedArea     *area)
{
  switch (area->kind)
    {
    case AGREED_AREA_MOVE:
      return g_strdup (_("Go to where it stood"));
    case AGREED_AREA_TAG:
      return describe_tag (area->tag);
    case AGREED_AREA_NOTE:
      return describe_notes (area->paragraph);
    case AGREED_AREA_FOLD:
      return g_strdup (_("Show these paragraphs"));
    case AGREED_AREA_FOOTNOTE:
    default:
      return describe_footnote (self, area);
    }
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
  const AgreedArea *area = by_keyboard ? NULL : agreed_comparison_view_find_area (self, x, y, &layout, &row_top);
  g_autofree char *words = area != NULL ? describe_area (self, area) : NULL;
  GdkRectangle place;

  if (words == NULL)
    return FALSE;

  place = area->place;
  place.y += round (row_top);
  gtk_tooltip_set_tip_area (tooltip, &place);
  gtk_tooltip_set_text (tooltip, words);

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
