/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "difference.h"
#include "row.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Colours of the comparison. Text and its marks keep a contrast of at least 4.5 to 1 on the page and on each tint. */
typedef struct {
  GdkRGBA text;
  GdkRGBA quiet;   /* labels, signs of unchanged rows, footnote markers */
  GdkRGBA hairline;
  GdkRGBA accent;
  GdkRGBA fold;    /* behind the line for rows that are folded */
  GdkRGBA current; /* behind the row at hand */
  GdkRGBA selection;
  GdkRGBA moved;
  GdkRGBA moved_tint;
  GdkRGBA change[4]; /* by AgreedChange */
  GdkRGBA tint[4];
} AgreedColors;

/* Everything that rows are laid out and drawn with: the same for all of them. */
typedef struct {
  AgreedColors colors;
  gboolean dark;

  /* One context a text: its language and its reading direction. */
  PangoContext *contexts[AGREED_N_TEXTS];
  PangoLanguage *languages[AGREED_N_TEXTS];
  gboolean rtl[AGREED_N_TEXTS];
  double leading[AGREED_N_TEXTS]; /* a line's height, of what its font takes */
  PangoContext *ui_context;
  PangoFontDescription *small;
  double em;       /* pixels: an ideograph's width */
  int line_height; /* pixels, leading included */
  int small_height;

  GListModel *footnotes[AGREED_N_TEXTS]; /* AgreedFootnote, of each text; borrowed, or NULL */

  gboolean one_column;
  gboolean three_columns; /* never together with one_column */
  gboolean shows_punctuation; /* set another way, though no word was changed */
  gboolean swapped; /* the older text stands on the right */
  gboolean ui_rtl;  /* the words of the interface run from right to left */

  /* Pixels, from the left edge of the view. */
  int width;
  double older_share; /* of the room of both columns */
  int gap;            /* between a column and the gutter */
  int padding; /* above and below what a row holds */
  int indent;  /* for each level of sub-paragraphs */
  int gutter_x;
  int earlier_gutter_x; /* of three columns: that between the earliest and the older text */
  int gutter_width;
  int column_x[AGREED_N_TEXTS];
  int column_width[AGREED_N_TEXTS]; /* 0 for a text without a column */
} AgreedViewStyle;

void agreed_view_style_clear         (AgreedViewStyle *style);
/* @languages: BCP 47 or NULL, by side; @family: of the font of the texts, NULL or "" for that of the interface;
 * @scale: of the text */
void agreed_view_style_set_fonts     (AgreedViewStyle   *style,
                                      GtkWidget         *widget,
                                      char             **languages,
                                      const char        *family,
                                      double             scale);
void agreed_view_style_set_colors    (AgreedViewStyle *style,
                                      GtkWidget       *widget);
/* Whether so many columns, 2 or 3, can be read in a view of so many pixels. Fonts must be set. */
gboolean agreed_view_style_has_room  (const AgreedViewStyle *style,
                                      guint                  n_columns,
                                      int                    width);
void agreed_view_style_set_width     (AgreedViewStyle *style,
                                      int              width,
                                      double           older_share);

/* Whether a place is between columns, or within so many pixels of it. */
gboolean agreed_view_style_is_in_gutter (const AgreedViewStyle *style,
                                         double                 x,
                                         int                    margin);
/* The column that a place is in or next to. */
AgreedSide agreed_view_style_find_column (const AgreedViewStyle *style,
                                          double                 x);

/* The colours of chips, by agreed_topic_get_color(). */
GdkRGBA agreed_view_style_get_topic_color (const AgreedViewStyle *style,
                                           guint                  color);

/* The colour that a kind of wording has on paper, as "#a51d2d"; of equal wording that of labels. */
const char *agreed_view_style_get_print_color (AgreedRunKind kind,
                                               gboolean      moved);

/* The tag that picks the glyphs that the language's own readers expect. (nullable) */
PangoLanguage *agreed_language_for_drawing (const char *language);
gboolean       agreed_language_is_rtl      (const char *language);

G_END_DECLS
