/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passage-attributes.h"

#include "symbol.h"

#include <string.h>

static void
add (PangoAttrList  *list,
     PangoAttribute *attribute,
     gsize           start,
     gsize           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static guint16
channel (float value)
{
  return CLAMP (value, 0, 1) * 65535;
}

static void
add_color (PangoAttrList *list,
           const GdkRGBA *color,
           gsize          start,
           gsize          end)
{
  add (list, pango_attr_foreground_new (channel (color->red), channel (color->green), channel (color->blue)), start, end);
  /* Else the text's own alpha would be taken, and the contrast lost. */
  add (list, pango_attr_foreground_alpha_new (G_MAXUINT16), start, end);
}

static void
add_deleted (PangoAttrList *list,
             const GdkRGBA *color,
             gsize          start,
             gsize          end)
{
  add_color (list, color, start, end);
  add (list, pango_attr_strikethrough_new (TRUE), start, end);
}

static void
add_inserted (PangoAttrList *list,
              const GdkRGBA *color,
              gsize          start,
              gsize          end)
{
  add_color (list, color, start, end);
  add (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
}

/* Where the script has a slant of its own; ideographs and Arabic letters are made stronger instead. */
gboolean
agreed_passage_is_slanted (AgreedPassage *self)
{
  const char *end = self->text + MIN (self->opening, strlen (self->text));

  for (const char *p = self->text; p < end; p = g_utf8_next_char (p))
    {
      GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (p));

      if (script == G_UNICODE_SCRIPT_LATIN || script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK)
        return TRUE;
    }
  return FALSE;
}

static void
add_emphasis (PangoAttrList *list,
              AgreedPassage *self,
              gsize          end)
{
  if (agreed_passage_is_slanted (self))
    add (list, pango_attr_style_new (PANGO_STYLE_ITALIC), 0, end);
  else
    add (list, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD), 0, end);
}

/* A raised marker stays beside the character that it follows. */
static void
add_marker (PangoAttrList         *list,
            AgreedPassage         *self,
            const AgreedViewStyle *style,
            const AgreedStretch   *stretch)
{
  gsize start = stretch->text_start, end = start + stretch->text_length;
  const char *before = g_utf8_find_prev_char (self->text, self->text + start);

  add (list, pango_attr_font_scale_new (PANGO_FONT_SCALE_SUPERSCRIPT), start, end);
  add (list, pango_attr_baseline_shift_new (PANGO_BASELINE_SHIFT_SUPERSCRIPT), start, end);
  if ((stretch->kind == AGREED_RUN_EQUAL && !stretch->came) || self->plain)
    add_color (list, &style->colors.accent, start, end);
  add (list, pango_attr_allow_breaks_new (FALSE), before != NULL ? (gsize) (before - self->text) : start, end);
}

static void
keep_symbols_whole (PangoAttrList *list,
                    const char    *text)
{
  gunichar previous = 0;

  for (const char *p = text; *p != '\0';)
    {
      gsize length = g_ascii_isupper (*p) || g_ascii_isdigit (*p) ? agreed_symbol_scan (p, previous) : 0;
      const char *next = length > 0 ? p + length : g_utf8_next_char (p);

      if (length > 0)
        add (list, pango_attr_allow_breaks_new (FALSE), p - text, next - text);
      previous = g_utf8_get_char (g_utf8_prev_char (next));
      p = next;
    }
}

/* Wording that stands elsewhere on the other side has the colour of moves; it is struck out or underlined all the same. */
static const GdkRGBA *
get_run_color (const AgreedColors  *colors,
               const AgreedStretch *stretch)
{
  if (stretch->moved)
    return &colors->moved;
  return &colors->change[stretch->kind == AGREED_RUN_DELETED ? AGREED_CHANGE_REMOVED : AGREED_CHANGE_ADDED];
}

/* Punctuation alone is no change: a line in the colour of what is quiet, on a hint of it (row-drawing.c). */
static void
add_settings (PangoAttrList *list,
              AgreedPassage *self,
              const GdkRGBA *color)
{
  for (guint i = 0; self->settings != NULL && i < self->settings->len; i++)
    {
      const AgreedRange *range = &g_array_index (self->settings, AgreedRange, i);

      add (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), range->start, range->end);
      add (list, pango_attr_underline_color_new (channel (color->red), channel (color->green), channel (color->blue)),
           range->start, range->end);
    }
}

PangoAttrList *
agreed_passage_create_attributes (AgreedPassage         *self,
                                  const AgreedViewStyle *style)
{
  PangoAttrList *list = pango_attr_list_new ();
  const AgreedColors *colors = &style->colors;
  const GdkRGBA *color;

  pango_attr_list_insert (list, pango_attr_line_height_new (style->leading[self->side]));
  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  if (style->languages[self->side] != NULL)
    pango_attr_list_insert (list, pango_attr_language_new (style->languages[self->side]));
  if (self->opening > 0)
    add_emphasis (list, self, MIN (self->opening, strlen (self->text)));
  keep_symbols_whole (list, self->text);
  add_settings (list, self, &colors->quiet);

  for (guint i = 0; i < self->stretches->len; i++)
    {
      const AgreedStretch *stretch = &g_array_index (self->stretches, AgreedStretch, i);
      gsize start, end;

      agreed_passage_get_marked (self, stretch, &start, &end);
      color = get_run_color (colors, stretch);
      if (stretch->came)
        add_inserted (list, stretch->came_moved ? &colors->moved : &colors->change[AGREED_CHANGE_ADDED], start, end);
      if (stretch->kind == AGREED_RUN_DELETED && !self->plain)
        add_deleted (list, color, start, end);
      else if (stretch->kind == AGREED_RUN_INSERTED && !self->plain)
        add_inserted (list, color, start, end);
      if (stretch->mark != NULL)
        add_marker (list, self, style, stretch);
    }

  return list;
}
