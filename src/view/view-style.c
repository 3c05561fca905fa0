/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "view-style.h"

#include <adwaita.h>
#include <math.h>

/* A line longer than this is hard to read on from: some 36 ideographs, some 75 Latin letters. */
#define MEASURE_EMS 38
/* A column is not dragged to less than this. */
#define LEAST_EMS 9
/* Of what the font itself takes for a line; but no line higher than so many of its sizes. */
#define LINE_HEIGHT 1.3
#define MOST_LEADING 1.9

/* By AgreedChange: quiet, ochre, green, red; then moved. Each pair is for the light and the dark style. */
static const char *const change_colors[2][4] = {
  { "#5e5c64", "#7d5200", "#0b6641", "#a51d2d" },
  { "#b5b3bb", "#f0c674", "#7fe0ae", "#ff9f97" },
};
static const char *const moved_colors[2] = { "#613583", "#d3b0f5" };

static const char *const topic_colors[2][8] = {
  { "#1a5fb4", "#0f7b6c", "#8a5a00", "#a51d6d", "#613583", "#2b6e1f", "#b3261e", "#4a5568" },
  { "#99c1f1", "#7fdccb", "#f0c674", "#f5a3d0", "#d3b0f5", "#9fdf8a", "#ffa59e", "#c0c8d4" },
};

const char *
agreed_view_style_get_print_color (AgreedRunKind kind,
                                   gboolean      moved)
{
  static const AgreedChange changes[] = { [AGREED_RUN_EQUAL] = AGREED_CHANGE_UNCHANGED,
                                          [AGREED_RUN_DELETED] = AGREED_CHANGE_REMOVED,
                                          [AGREED_RUN_INSERTED] = AGREED_CHANGE_ADDED };

  return moved ? moved_colors[0] : change_colors[0][changes[kind]];
}

/* Zh-Hans makes Pango take a Japanese font where both are installed; zh-cn does not. */
PangoLanguage *
agreed_language_for_drawing (const char *language)
{
  g_autofree char *lower = NULL;

  if (language == NULL || *language == '\0')
    return NULL;

  lower = g_ascii_strdown (language, -1);
  g_strdelimit (lower, "_", '-');
  if (g_str_equal (lower, "zh") || g_str_has_prefix (lower, "zh-hans") || g_str_equal (lower, "zh-sg"))
    return pango_language_from_string ("zh-cn");
  if (g_str_has_prefix (lower, "zh-hant"))
    return pango_language_from_string ("zh-tw");

  return pango_language_from_string (lower);
}

gboolean
agreed_language_is_rtl (const char *language)
{
  static const char *const rtl[] = { "ar", "fa", "he", "ur", "ps", "ug", "yi", "dv", "sd", "ckb", NULL };
  g_autofree char *primary = NULL;

  if (language == NULL)
    return FALSE;

  primary = g_ascii_strdown (language, strcspn (language, "-_"));

  return g_strv_contains (rtl, primary);
}

void
agreed_view_style_clear (AgreedViewStyle *style)
{
  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_clear_object (&style->contexts[side]);
  g_clear_object (&style->ui_context);
  g_clear_pointer (&style->small, pango_font_description_free);
}

static void
scale_font (PangoFontDescription *font,
            double                scale)
{
  int size = pango_font_description_get_size (font) * scale;

  if (pango_font_description_get_size_is_absolute (font))
    pango_font_description_set_absolute_size (font, size);
  else
    pango_font_description_set_size (font, size);
}

/* Asked for a sans or a serif face, systems answer with Arabic letters that are made for screens of long ago. Naskh is to
 * them what serifs are to Latin ones. A face chosen by name is the user's own choice. */
static void
set_family (PangoFontDescription *font,
            const char           *language,
            const char           *family)
{
  gboolean arabic = g_strcmp0 (language, "he") != 0 && g_strcmp0 (language, "yi") != 0 && agreed_language_is_rtl (language);
  g_autofree char *families = NULL;

  if (arabic && (family == NULL || *family == '\0'))
    families = g_strdup_printf ("Noto Sans Arabic,%s", pango_font_description_get_family (font));
  else if (arabic && g_ascii_strcasecmp (family, "serif") == 0)
    families = g_strdup ("Noto Naskh Arabic,Amiri,Scheherazade New,Serif");
  else if (family != NULL && *family != '\0')
    families = g_strdup (family);
  if (families != NULL)
    pango_font_description_set_family (font, families);
}

/* @family: (nullable): in the place of the font of the interface */
static PangoContext *
create_context (GtkWidget  *widget,
                double      scale,
                const char *language,
                const char *family)
{
  PangoContext *context = gtk_widget_create_pango_context (widget);
  g_autoptr (PangoFontDescription) font = pango_font_description_copy (pango_context_get_font_description (context));

  /* Arabic letters are drawn smaller than others of the same size. */
  if (language != NULL && agreed_language_is_rtl (language))
    scale *= 1.12;
  scale_font (font, scale);
  set_family (font, language, family);
  pango_context_set_font_description (context, font);
  pango_context_set_round_glyph_positions (context, FALSE);
  if (language != NULL)
    {
      pango_context_set_language (context, agreed_language_for_drawing (language));
      pango_context_set_base_dir (context,
                                  agreed_language_is_rtl (language) ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
    }

  return context;
}

static void
measure_font (PangoContext               *context,
              const PangoFontDescription *font,
              double                     *em,
              int                        *line_height)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoRectangle extents;

  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, "国国国国国国国国国国", -1);
  pango_layout_get_extents (layout, NULL, &extents);
  if (em != NULL)
    *em = extents.width / 10. / PANGO_SCALE;
  *line_height = ceil (extents.height / (double) PANGO_SCALE);
}

/* Faces with tall letters, as Naskh, have their leading in themselves; so lines of two languages stay nearly level. */
static double
find_leading (PangoContext *context)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, pango_context_get_language (context));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double height = pango_font_metrics_get_ascent (metrics) + pango_font_metrics_get_descent (metrics);
  double size = pango_font_description_get_size (font);

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;
  pango_font_metrics_unref (metrics);

  return height > 0 && size > 0 ? CLAMP (MOST_LEADING * size / height, 1, LINE_HEIGHT) : LINE_HEIGHT;
}

void
agreed_view_style_set_fonts (AgreedViewStyle  *style,
                             GtkWidget        *widget,
                             char            **languages,
                             const char       *family,
                             double            scale)
{
  agreed_view_style_clear (style);

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      style->contexts[side] = create_context (widget, scale, languages[side], family);
      style->languages[side] = agreed_language_for_drawing (languages[side]);
      style->leading[side] = find_leading (style->contexts[side]);
      style->rtl[side] = pango_context_get_base_dir (style->contexts[side]) == PANGO_DIRECTION_RTL;
    }
  style->ui_context = create_context (widget, scale, NULL, NULL);
  style->small = pango_font_description_copy (pango_context_get_font_description (style->ui_context));
  scale_font (style->small, .85);

  measure_font (style->contexts[AGREED_SIDE_NEWER], NULL, &style->em, &style->line_height);
  style->line_height = ceil (style->line_height * style->leading[AGREED_SIDE_NEWER]);
  measure_font (style->ui_context, style->small, NULL, &style->small_height);

  style->padding = round (style->em * .85);
  style->indent = round (style->em * 1.6);
  style->ui_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  style->swapped = style->rtl[AGREED_SIDE_OLDER] || style->ui_rtl;
}

static GdkRGBA
color_from_string (const char *string,
                   float       alpha)
{
  GdkRGBA color;

  gdk_rgba_parse (&color, string);
  color.alpha = alpha;

  return color;
}

void
agreed_view_style_set_colors (AgreedViewStyle *style,
                              GtkWidget       *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  gboolean dark = adw_style_manager_get_dark (manager);
  gboolean high_contrast = adw_style_manager_get_high_contrast (manager);
  g_autoptr (GdkRGBA) accent = adw_style_manager_get_accent_color_rgba (manager);
  AgreedColors *colors = &style->colors;
  float tint_alpha = high_contrast ? 0 : dark ? .13 : .08;

  adw_accent_color_to_standalone_rgba (adw_style_manager_get_accent_color (manager), dark, &colors->accent);

  style->dark = dark;
  gtk_widget_get_color (widget, &colors->text);
  colors->quiet = high_contrast ? colors->text : color_from_string (change_colors[dark][0], 1);
  colors->hairline = colors->text;
  colors->hairline.alpha = high_contrast ? .5 : .12;
  colors->fold = colors->text;
  colors->fold.alpha = high_contrast ? 0 : .05;
  colors->current = *accent;
  colors->current.alpha = high_contrast ? 0 : dark ? .12 : .07;
  colors->selection = *accent;
  colors->selection.alpha = .3;
  colors->moved = color_from_string (moved_colors[dark], 1);
  colors->moved_tint = color_from_string (moved_colors[dark], tint_alpha);
  for (guint change = 0; change < G_N_ELEMENTS (colors->change); change++)
    {
      colors->change[change] = color_from_string (change_colors[dark][change], 1);
      colors->tint[change] = color_from_string (change_colors[dark][change], tint_alpha);
    }
  colors->change[AGREED_CHANGE_UNCHANGED] = colors->quiet;
}

GdkRGBA
agreed_view_style_get_topic_color (const AgreedViewStyle *style,
                                   guint                  color)
{
  return color_from_string (topic_colors[style->dark][color % G_N_ELEMENTS (topic_colors[0])], 1);
}

static void
set_one_column_width (AgreedViewStyle *style,
                      int              margin)
{
  int measure = MIN (style->width - 2 * margin, round (style->em * MEASURE_EMS * 1.15));

  measure = MAX (measure, round (style->em * 4));
  style->gutter_width = 0;
  style->gutter_x = 0;
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      style->column_x[side] = MAX (margin, (style->width - measure) / 2);
      style->column_width[side] = measure;
    }
}

/* Two columns of equal measure, unless they were given other shares of the room; none so narrow that it cannot be read. */
static void
set_two_column_widths (AgreedViewStyle *style,
                       int              margin)
{
  int gap = style->width < 900 ? 14 : 20;
  int room, least, older, left;

  style->gutter_width = MIN (round (style->em * (style->width < 900 ? 7.5 : 9)), style->width / 4);
  room = style->width - 2 * margin - 2 * gap - style->gutter_width;
  room = CLAMP (room, 2 * (int) round (style->em * 4), 2 * (int) round (style->em * MEASURE_EMS));
  least = MIN (room / 2, (int) round (style->em * LEAST_EMS));
  older = CLAMP ((int) round (room * style->older_share), least, room - least);
  left = (style->width - room - 2 * gap - style->gutter_width) / 2;
  left = MAX (left, MIN (margin, 12));

  style->gap = gap;
  style->column_width[AGREED_SIDE_OLDER] = older;
  style->column_width[AGREED_SIDE_NEWER] = room - older;
  style->gutter_x = left + style->column_width[style->swapped ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER] + gap;
  style->column_x[style->swapped ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER] = left;
  style->column_x[style->swapped ? AGREED_SIDE_OLDER : AGREED_SIDE_NEWER] = style->gutter_x + style->gutter_width + gap;
}

/* Three columns of equal measure, each with its gutter to the next. */
static void
set_three_column_widths (AgreedViewStyle *style,
                         int              margin)
{
  static const AgreedSide order[AGREED_N_TEXTS] = { AGREED_SIDE_EARLIEST, AGREED_SIDE_OLDER, AGREED_SIDE_NEWER };
  int between, room, x;

  style->gap = style->width < 1200 ? 12 : 18;
  style->gutter_width = round (style->em * (style->width < 1200 ? 6 : 8));
  between = style->gutter_width + 2 * style->gap;
  room = style->width - 2 * margin - 2 * between;
  room = CLAMP (room / 3, (int) round (style->em * 4), (int) round (style->em * MEASURE_EMS));
  x = MAX ((style->width - 3 * room - 2 * between) / 2, MIN (margin, 12));
  for (guint i = 0; i < AGREED_N_TEXTS; i++)
    {
      AgreedSide side = order[style->swapped ? AGREED_N_TEXTS - 1 - i : i];

      style->column_x[side] = x;
      style->column_width[side] = room;
      x += room + between;
    }
  style->gutter_x = MAX (style->column_x[AGREED_SIDE_OLDER], style->column_x[AGREED_SIDE_NEWER]) - between + style->gap;
  style->earlier_gutter_x =
    MAX (style->column_x[AGREED_SIDE_EARLIEST], style->column_x[AGREED_SIDE_OLDER]) - between + style->gap;
}

gboolean
agreed_view_style_has_room (const AgreedViewStyle *style,
                            guint                  n_columns,
                            int                    width)
{
  return width >= style->em * (n_columns * LEAST_EMS + (n_columns - 1) * (n_columns > 2 ? 7 : 5));
}

void
agreed_view_style_set_width (AgreedViewStyle *style,
                             int              width,
                             double           older_share)
{
  int margin = CLAMP (width / 40, 12, 32);

  style->width = width;
  style->older_share = older_share;
  style->column_width[AGREED_SIDE_EARLIEST] = 0;
  if (style->one_column)
    set_one_column_width (style, margin);
  else if (style->three_columns)
    set_three_column_widths (style, margin);
  else
    set_two_column_widths (style, margin);
}

static gboolean
is_within (double x,
           int    start,
           int    width,
           int    margin)
{
  return x >= start - margin && x < start + width + margin;
}

gboolean
agreed_view_style_is_in_gutter (const AgreedViewStyle *style,
                                double                 x,
                                int                    margin)
{
  if (style->one_column)
    return FALSE;
  return is_within (x, style->gutter_x, style->gutter_width, margin)
         || (style->three_columns && is_within (x, style->earlier_gutter_x, style->gutter_width, margin));
}

AgreedSide
agreed_view_style_find_column (const AgreedViewStyle *style,
                               double                 x)
{
  double half = style->gutter_width / 2.;

  if (style->one_column)
    return AGREED_SIDE_NEWER;
  if (style->three_columns && (x < style->earlier_gutter_x + half) != style->swapped)
    return AGREED_SIDE_EARLIEST;

  return (x < style->gutter_x + half) != style->swapped ? AGREED_SIDE_OLDER : AGREED_SIDE_NEWER;
}
