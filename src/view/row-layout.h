/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "passage.h"
#include "row-notes.h"
#include "tag.h"

G_BEGIN_DECLS

/* A place in a row that answers to the pointer. */
typedef enum {
  AGREED_AREA_MOVE,
  AGREED_AREA_TAG,
  AGREED_AREA_NOTE,
  AGREED_AREA_FOOTNOTE,
  AGREED_AREA_FOLD,
  AGREED_AREA_TRACE,
  AGREED_AREA_LABEL,
} AgreedAreaKind;

typedef struct {
  AgreedAreaKind kind;
  GdkRectangle place;
  AgreedSide side;
  AgreedParagraph *paragraph;     /* borrowed from the row; NULL for a move; whose label it is, on @side */
  AgreedTag *tag;                 /* owned; for a tag */
  const AgreedFootnoteMark *mark; /* for a footnote */
  AgreedRow *moved;               /* for a trace; borrowed from the view */
} AgreedArea;

/* A few words beside the text: a label, a kind of change with its icon. */
typedef struct {
  PangoLayout *layout;
  int x;
  int y;
  GdkRGBA color;
  const char *icon; /* lines in a square of 12, as in SVG's paths; or NULL */
  float icon_x;
  float icon_y;
  float icon_scale;
} AgreedSign;

/* A topic on a paragraph; or its notes where @tag is NULL: how many, or the status of one. */
typedef struct {
  PangoLayout *layout;
  AgreedTag *tag;
  gboolean is_status;
  GdkRectangle place;
} AgreedChip;

/* One row, set and measured for one width. Places are pixels from the row's left upper corner. */
typedef struct {
  AgreedRow *row;
  GPtrArray *passages[AGREED_N_TEXTS]; /* AgreedPassage, by column */
  GArray *signs;                       /* AgreedSign; headings come first */
  guint n_headings;
  GArray *chips;                       /* AgreedChip */
  GArray *areas;                       /* AgreedArea */
  GskPath *lines;                      /* between the columns: what joins linked paragraphs; or NULL */
  GArray *footnote_changes;            /* AgreedFootnoteChange; or NULL */
  guint n_folded;                      /* how many rows it stands for, or 0 */
  int text_y;
  int column_ends[AGREED_N_TEXTS]; /* where what stands in each column ends */
  int trace_y; /* the middle of the line that says what stood below this row; 0 without one */
  int height;
  GskRenderNode *node; /* made by agreed_row_layout_get_node() */

  /* The view's: when it was last in view; whether its tags or notes have changed since it was made. */
  guint stamp;
  gboolean stale;
  GtkWidget *view;
} AgreedRowLayout;

/* @view: has its size allocated again when a tag or a note of the row comes or goes */
AgreedRowLayout *agreed_row_layout_new  (AgreedRow             *row,
                                         const AgreedViewStyle *style,
                                         GtkWidget             *view);
/* One line in the place of so many rows. */
AgreedRowLayout *agreed_row_layout_new_fold (AgreedRow             *row,
                                             guint                  n_rows,
                                             const AgreedViewStyle *style,
                                             GtkWidget             *view);
void             agreed_row_layout_free (AgreedRowLayout       *self);

/* Everything but highlights. (transfer none) */
GskRenderNode *agreed_row_layout_get_node (AgreedRowLayout       *self,
                                           const AgreedViewStyle *style);

/* (nullable) */
const AgreedArea *agreed_row_layout_find_area (AgreedRowLayout *self,
                                               double           x,
                                               double           y);

/* The nearest byte of a column's text (see AgreedPassage.base) to a place. @side_out may differ from @column only in
 * that a column without text gives 0. */
gsize agreed_row_layout_find_index (AgreedRowLayout *self,
                                    AgreedSide       column,
                                    double           x,
                                    double           y);

/* The passage that holds a byte of a column's text; @index becomes bytes of its own text. (nullable) */
AgreedPassage *agreed_row_layout_find_passage (AgreedRowLayout *self,
                                               AgreedSide       column,
                                               gsize           *index);

/* What a row is likely to measure, without setting it. @ems: widths of its sides, see agreed_row_estimate_ems() */
int   agreed_row_layout_estimate (const AgreedViewStyle *style,
                                  const float            ems[AGREED_N_TEXTS]);
/* The width of a wording in ideographs. */
float agreed_row_estimate_ems    (const char *wording);

/* "reworded", for people. */
const char *agreed_change_get_word    (AgreedChange  change);
/* The heading above the row's first paragraph, the newer text's where that has one; or NULL */
const char *agreed_row_get_heading     (AgreedRow  *row);
/* What there is to say of a row beside its change: "split", "merged", "regrouped"; NULL for nothing. */
const char *agreed_row_get_joined_word (AgreedRow  *row);
/* Labels of the older paragraphs whose links are out of order: "PP13". NULL where none is. (transfer full) */
char       *agreed_row_get_moved_from (AgreedRow    *row);
/* What is said where agreed_row_is_unsure(). */
const char *agreed_row_get_unsure_word (void);

/* "12 paragraphs unchanged" Returns: (transfer full) */
char *agreed_fold_describe (guint n_rows);

/* What became of the footnotes that a row calls. (transfer full) (nullable): array of AgreedFootnoteChange; NULL where
 * nothing did, or where the row came or went as a whole */
GArray *agreed_row_find_footnote_changes (AgreedRow             *row,
                                          const AgreedViewStyle *style);

/* Inside the room: parts of agreed_row_layout_new(). */
AgreedRowLayout *agreed_row_layout_new_empty (AgreedRow *row,
                                              GtkWidget *view);
int  agreed_row_gutter_lay_out    (AgreedRowLayout       *self,
                                   const AgreedViewStyle *style);
int  agreed_row_header_lay_out    (AgreedRowLayout       *self,
                                   const AgreedViewStyle *style);
int  agreed_row_chips_lay_out     (AgreedRowLayout       *self,
                                   const AgreedViewStyle *style,
                                   AgreedParagraph       *paragraph,
                                   const GdkRectangle    *room,
                                   AgreedSide             side);
/* Whether the topic did not follow the paragraph, of the row's @side, into the other text. */
gboolean agreed_row_tag_stays_behind (AgreedRow       *row,
                                      AgreedSide       side,
                                      AgreedParagraph *paragraph,
                                      AgreedTag       *tag);
void agreed_row_chips_draw        (AgreedRowLayout       *self,
                                   const AgreedViewStyle *style,
                                   GtkSnapshot           *snapshot);
void agreed_row_layout_add_area   (AgreedRowLayout       *self,
                                   AgreedAreaKind         kind,
                                   const GdkRectangle    *place,
                                   AgreedParagraph       *paragraph);
/* Finds out what became of the row's footnotes; then marks their markers as what came and what went. */
void agreed_row_footnotes_compare (AgreedRowLayout       *self,
                                   const AgreedViewStyle *style);
/* Adds lines for the rows that stood below this one. @moved: array of AgreedRow */
void agreed_row_traces_lay_out    (AgreedRowLayout       *self,
                                   const AgreedViewStyle *style,
                                   GPtrArray             *moved);
void agreed_row_footnotes_mark    (AgreedRowLayout       *self,
                                   AgreedPassage         *passage);
PangoLayout *agreed_view_style_create_small (const AgreedViewStyle *style,
                                             const char            *text);

/* row-headings.c: the heading above a passage, as a sign. In one column it is the newer text's, where that has one.
 * Returns: the pixels that it takes with the room below it, or 0 */
int  agreed_row_heading_lay_out   (AgreedRowLayout       *self,
                                   const AgreedViewStyle *style,
                                   AgreedSide             column,
                                   guint                  paragraph,
                                   int                    y);

/* Colours the lines' parts of a text between two bytes, as high as its letters; or draws a frame around them, which
 * stands outside of that. */
void agreed_layout_draw_range (GtkSnapshot   *snapshot,
                               PangoLayout   *layout,
                               int            x,
                               int            y,
                               gsize          start,
                               gsize          end,
                               const GdkRGBA *color);

void agreed_layout_draw_frame (GtkSnapshot   *snapshot,
                               PangoLayout   *layout,
                               int            x,
                               int            y,
                               gsize          start,
                               gsize          end,
                               const GdkRGBA *color);

G_END_DECLS
