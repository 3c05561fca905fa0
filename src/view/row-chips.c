/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-layout.h"

#include "topic-follows.h"

#include <glib/gi18n-lib.h>

#define PAD_X 9
#define PAD_Y 2
#define GAP 6

static char *
get_name (AgreedTag *tag)
{
  const char *name = agreed_topic_get_display_name (agreed_tag_get_topic (tag));

  switch (agreed_tag_get_state (tag))
    {
    case AGREED_TAG_ACCEPTED:
      return g_strdup_printf ("✓ %s", name);
    case AGREED_TAG_ADDED:
      return g_strdup_printf ("+ %s", name);
    case AGREED_TAG_SUGGESTED:
    case AGREED_TAG_DISMISSED:
    default:
      return g_strdup (name);
    }
}

/* "✓ IGF", and where the topic did not follow the paragraph into the other text "✓ IGF · older only". */
static char *
get_words (AgreedRow       *row,
           AgreedSide       side,
           AgreedParagraph *paragraph,
           AgreedTag       *tag)
{
  g_autofree char *name = get_name (tag);

  if (!agreed_row_tag_stays_behind (row, side, paragraph, tag))
    return g_steal_pointer (&name);
  /* Translators: in a small sign with the name of a topic, of which the paragraph in the other text has none */
  return g_strdup_printf ("%s · %s", name, side == AGREED_SIDE_OLDER ? _("older only") : _("newer only"));
}

gboolean
agreed_row_tag_stays_behind (AgreedRow       *row,
                             AgreedSide       side,
                             AgreedParagraph *paragraph,
                             AgreedTag       *tag)
{
  return side < AGREED_N_SIDES && agreed_tag_get_state (tag) != AGREED_TAG_DISMISSED &&
         agreed_topic_stays_behind (agreed_tag_get_topic (tag), side, paragraph, agreed_row_get_links (row));
}

/* Puts a chip at the end of the line, or at the start of the next. @place: the chip before; becomes this one */
static void
flow_chip (AgreedRowLayout       *self,
           const AgreedViewStyle *style,
           AgreedParagraph       *paragraph,
           AgreedTag             *tag,
           gboolean               is_status,
           const char            *words,
           const GdkRectangle    *room,
           gboolean               rtl,
           GdkRectangle          *place)
{
  AgreedChip chip = { .layout = agreed_view_style_create_small (style, words), .is_status = is_status };
  int width, height;
  GdkRectangle at;

  /* What the chip says beside the name stands at its ends. */
  pango_layout_set_ellipsize (chip.layout, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_get_pixel_size (chip.layout, &width, &height);
  if (width + 2 * PAD_X > room->width)
    {
      width = room->width - 2 * PAD_X;
      pango_layout_set_width (chip.layout, width * PANGO_SCALE);
    }
  width += 2 * PAD_X;
  height += 2 * PAD_Y;

  if (place->width > 0 && place->x + place->width + GAP + width > room->width)
    *place = (GdkRectangle) { 0, place->y + place->height + GAP, 0, 0 };
  place->x += place->width > 0 ? place->width + GAP : 0;
  place->width = width;
  place->height = height;

  at = *place;
  at.x = room->x + (rtl ? room->width - place->x - width : place->x);
  chip.place = at;
  g_set_object (&chip.tag, tag);
  g_array_append_val (self->chips, chip);
  agreed_row_layout_add_area (self, tag != NULL ? AGREED_AREA_TAG : AGREED_AREA_NOTE, &at, paragraph);
  g_set_object (&g_array_index (self->areas, AgreedArea, self->areas->len - 1).tag, tag);
}

/* The status of each note, in its words; then how many of the notes say more. */
static void
flow_notes (AgreedRowLayout       *self,
            const AgreedViewStyle *style,
            AgreedParagraph       *paragraph,
            const GdkRectangle    *room,
            gboolean               rtl,
            GdkRectangle          *place)
{
  g_autoptr (GArray) notes = agreed_row_list_notes_at (self->row, paragraph);
  g_autofree char *count = NULL, *words = NULL;
  guint n_bodies = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      AgreedNote *note = g_array_index (notes, AgreedRowNote, i).note;
      g_autofree char *position = agreed_note_describe_position (note);

      n_bodies += *agreed_note_get_body (note) != '\0';
      if (position != NULL)
        flow_chip (self, style, paragraph, NULL, TRUE, position, room, rtl, place);
    }
  if (n_bodies == 0)
    return;
  count = g_strdup_printf (ngettext ("%u note", "%u notes", n_bodies), n_bodies);
  words = g_strdup_printf ("✎ %s", count);
  flow_chip (self, style, paragraph, NULL, FALSE, words, room, rtl, place);
}

/* Whether the tag is there already: in one column it stands with the newer paragraph that it followed the link to. */
static gboolean
is_shown_elsewhere (AgreedRowLayout       *self,
                    const AgreedViewStyle *style,
                    AgreedSide             side,
                    AgreedParagraph       *paragraph,
                    AgreedTag             *tag)
{
  return style->one_column && side == AGREED_SIDE_OLDER && agreed_row_get_paragraphs (self->row, AGREED_SIDE_NEWER)->len > 0
         && !agreed_row_tag_stays_behind (self->row, side, paragraph, tag);
}

/* Chips of the paragraph's tags that were not turned away, then the signs of its notes. @room: where they may stand, its
 * height apart. Returns: where they end, the room's start where there are none */
int
agreed_row_chips_lay_out (AgreedRowLayout       *self,
                          const AgreedViewStyle *style,
                          AgreedParagraph       *paragraph,
                          const GdkRectangle    *room,
                          AgreedSide             side)
{
  gboolean rtl = style->rtl[side];
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));
  GdkRectangle place = { 0, room->y, 0, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);
      g_autofree char *words = get_words (self->row, side, paragraph, tag);

      if (agreed_tag_get_state (tag) == AGREED_TAG_DISMISSED || is_shown_elsewhere (self, style, side, paragraph, tag))
        continue;
      flow_chip (self, style, paragraph, tag, FALSE, words, room, rtl, &place);
      g_array_index (self->areas, AgreedArea, self->areas->len - 1).side = side;
    }
  flow_notes (self, style, paragraph, room, rtl, &place);

  return place.width > 0 ? place.y + place.height : room->y;
}

static void
draw_outline (GtkSnapshot          *snapshot,
              const GskRoundedRect *outline,
              const GdkRGBA        *color,
              gboolean              dashed)
{
  const float dashes[] = { 3, 2.5 };
  g_autoptr (GskPathBuilder) builder = gsk_path_builder_new ();
  g_autoptr (GskPath) path = NULL;
  GskStroke *stroke = gsk_stroke_new (1);

  gsk_path_builder_add_rounded_rect (builder, outline);
  path = gsk_path_builder_to_path (builder);
  if (dashed)
    gsk_stroke_set_dash (stroke, dashes, G_N_ELEMENTS (dashes));
  gtk_snapshot_append_stroke (snapshot, path, stroke, color);
  gsk_stroke_free (stroke);
}

static void
draw_chip (const AgreedChip      *chip,
           const AgreedViewStyle *style,
           GtkSnapshot           *snapshot)
{
  const GdkRectangle *place = &chip->place;
  GdkRGBA color = style->colors.quiet, fill;
  GskRoundedRect outline;
  gboolean suggested = FALSE;

  if (chip->tag != NULL)
    {
      color = agreed_view_style_get_topic_color (style, agreed_topic_get_color (agreed_tag_get_topic (chip->tag)));
      suggested = agreed_tag_get_state (chip->tag) == AGREED_TAG_SUGGESTED;
    }
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (place->x + .5, place->y + .5, place->width - 1, place->height - 1),
                                   chip->is_status ? 3 : place->height / 2.);
  fill = color;
  fill.alpha = chip->tag == NULL ? .1 : style->dark ? .2 : .12;
  if (!suggested && !chip->is_status)
    {
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &fill, &outline.bounds);
      gtk_snapshot_pop (snapshot);
    }
  /* A status has corners and no ground: so it is told from a topic without its words. */
  if (chip->tag != NULL || chip->is_status)
    draw_outline (snapshot, &outline, &color, suggested);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (place->x + PAD_X, place->y + PAD_Y));
  gtk_snapshot_append_layout (snapshot, chip->layout, suggested ? &style->colors.quiet : &style->colors.text);
  gtk_snapshot_restore (snapshot);
}

void
agreed_row_chips_draw (AgreedRowLayout       *self,
                       const AgreedViewStyle *style,
                       GtkSnapshot           *snapshot)
{
  for (guint i = 0; i < self->chips->len; i++)
    draw_chip (&g_array_index (self->chips, AgreedChip, i), style, snapshot);
}
