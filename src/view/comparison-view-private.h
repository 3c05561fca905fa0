/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "comparison-view.h"
#include "row-heights.h"
#include "row-accessible.h"
#include "row-layout.h"
#include "selection.h"

G_BEGIN_DECLS

/* The place is (anchor, anchor_offset): a row, and how many of its pixels are above the view's upper edge. The
 * adjustment's value follows from it, never the other way round but by what is scrolled. */
struct _AgreedComparisonView {
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  GtkScrollablePolicy policies[2];

  GListModel *rows;
  char *languages[AGREED_N_TEXTS];
  GListModel *footnotes[AGREED_N_TEXTS]; /* AgreedFootnote */
  double text_scale;
  char *font_family;
  double older_share;
  gboolean one_column; /* asked for; the style's is also TRUE where two have no room */
  gboolean three_columns; /* asked for; the style's is FALSE where they have no room */
  double pinch_scale;   /* the text scale that pinching began with */
  double dragged_share; /* the share that dragging began with */

  AgreedViewStyle style;
  gboolean style_known;
  AgreedRowHeights *heights;
  GArray *ems;       /* float[AGREED_N_TEXTS] for each row */
  GHashTable *cache; /* position → AgreedRowLayout */
  guint stamp;       /* counts settings of the place, to let go of layouts long unseen */

  gboolean fold_unchanged;
  GArray *folds;      /* guint for each row, or empty: 0, how many rows it stands for, or AGREED_FOLD_INSIDE */
  GListModel *older_paragraphs; /* in their order; or NULL */
  GHashTable *traces;           /* AgreedRow → GPtrArray of AgreedRow that stood below it */
  AgreedRow *traced_row;        /* the current row for which trace_host was found, or NULL; not owned, only compared */
  guint trace_host;
  GHashTable *opened; /* AgreedRow that were unfolded */

  guint anchor;
  double anchor_offset;
  double last_value;
  gboolean is_syncing;
  guint n_in_view; /* rows from the anchor on */

  guint current;
  AgreedRow *current_row;
  gboolean is_fresh; /* the first row is the current one, and nobody has gone there */
  AgreedRow *anchor_row;

  AgreedSelection selection;
  GArray *found;          /* AgreedFound, or NULL */
  GHashTable *found_rows; /* AgreedRow → index of its first place, or NULL */
  guint found_current;
  gboolean is_selecting;
  double pointer_x;
  double pointer_y;
  struct _AgreedLinkDrag *link_drag; /* or NULL */
  guint chip; /* of what can be clicked in the current row, counted from 1, what the keyboard reached; or 0 */
  double hover_x; /* where the pointer was seen last; -1 where it is elsewhere */
  double hover_y;
  guint scroll_tick;

  GHashTable *items; /* position → AgreedRowAccessible, a child */
  guint settle_id;
  gboolean is_settled;
};

/* comparison-view-place.c */

/* What is known of each row before it is set. */
void             agreed_comparison_view_splice_rows  (AgreedComparisonView *self,
                                                      guint                 position,
                                                      guint                 n_removed,
                                                      guint                 n_added);
guint            agreed_comparison_view_get_n_rows   (AgreedComparisonView *self);
/* The row set at its present width. (transfer none) */
AgreedRowLayout *agreed_comparison_view_ensure_row   (AgreedComparisonView *self,
                                                      guint                 position);
/* Forgets what rows were measured to be. */
void             agreed_comparison_view_forget_heights (AgreedComparisonView *self);
/* Forgets every row's setting; fonts, colours or the mode have changed. */
void             agreed_comparison_view_restyle      (AgreedComparisonView *self);
/* Settles the place, measures the rows in view, and sets the adjustments. Nothing before the first allocation. */
void             agreed_comparison_view_sync         (AgreedComparisonView *self);
void             agreed_comparison_view_scroll_by    (AgreedComparisonView *self,
                                                      double                pixels);
void             agreed_comparison_view_reveal       (AgreedComparisonView *self,
                                                      guint                 position);
/* Pixels from the view's upper edge; for a row in view. */
double           agreed_comparison_view_get_row_y    (AgreedComparisonView *self,
                                                      guint                 position);
gboolean         agreed_comparison_view_is_in_view   (AgreedComparisonView *self,
                                                      guint                 position);
void             agreed_comparison_view_unsettle     (AgreedComparisonView *self);
void             agreed_comparison_view_on_value     (AgreedComparisonView *self,
                                                      GtkAdjustment        *adjustment);
void             agreed_comparison_view_snapshot     (GtkWidget            *widget,
                                                      GtkSnapshot          *snapshot);

/* comparison-view-items.c */

/* Children for the rows in view, and for the current one where the focus is in it. */
void     agreed_comparison_view_update_items   (AgreedComparisonView *self);
void     agreed_comparison_view_allocate_items (AgreedComparisonView *self);
void     agreed_comparison_view_drop_items     (AgreedComparisonView *self);
gboolean agreed_comparison_view_focus_current  (AgreedComparisonView *self);

/* comparison-view-rows.c */
void agreed_comparison_view_set_current (AgreedComparisonView *self,
                                         guint                 position);

/* comparison-view-found.c */
void     agreed_comparison_view_drop_found   (AgreedComparisonView *self);
gboolean agreed_comparison_view_row_is_found (AgreedComparisonView *self,
                                              AgreedRow            *row);
void     agreed_comparison_view_draw_found   (AgreedComparisonView *self,
                                              AgreedRowLayout      *layout,
                                              GtkSnapshot          *snapshot);

/* comparison-view-input.c */
void agreed_comparison_view_class_add_input (GtkWidgetClass       *widget_class);
void agreed_comparison_view_add_input       (AgreedComparisonView *self);
/* What answers to the pointer at a place of the view; @layout becomes the row there or NULL, @row_top its upper edge.
 * (nullable) */
const AgreedArea *agreed_comparison_view_find_area (AgreedComparisonView  *self,
                                                    double                 x,
                                                    double                 y,
                                                    AgreedRowLayout      **layout,
                                                    double                *row_top);

/* comparison-view-copy.c */
void agreed_comparison_view_class_add_copy  (GtkWidgetClass       *widget_class);
/* Offers what is selected to the middle button. */
void agreed_comparison_view_share_selection (AgreedComparisonView *self);

/* comparison-view-folds.c */

/* A row that another one stands for. */
#define AGREED_FOLD_INSIDE G_MAXUINT

gboolean agreed_comparison_view_is_hidden       (AgreedComparisonView *self,
                                                 guint                 position);
/* How many rows the one at @position stands for; 0 where it is shown itself. */
guint    agreed_comparison_view_get_fold        (AgreedComparisonView *self,
                                                 guint                 position);
/* The row that is shown for the one at @position: itself, or the first of its fold. */
guint    agreed_comparison_view_find_shown      (AgreedComparisonView *self,
                                                 guint                 position);
/* @step: 1 or -1; the last one of them where there is none further */
guint    agreed_comparison_view_find_next_shown (AgreedComparisonView *self,
                                                 guint                 position,
                                                 int                   step);
void     agreed_comparison_view_find_folds      (AgreedComparisonView *self);
void     agreed_comparison_view_fold            (AgreedComparisonView *self,
                                                 gboolean              fold);
/* Shows the rows of the fold that @position is in, where it is in one. */
void     agreed_comparison_view_unfold          (AgreedComparisonView *self,
                                                 guint                 position);
void     agreed_comparison_view_class_add_folds (GtkWidgetClass       *widget_class);

/* comparison-view-traces.c */
void  agreed_comparison_view_find_traces (AgreedComparisonView *self);
void  agreed_comparison_view_draw_trace  (AgreedComparisonView *self,
                                          GtkSnapshot          *snapshot);
/* Its position, or GTK_INVALID_LIST_POSITION. */
guint agreed_comparison_view_find_row    (AgreedComparisonView *self,
                                          AgreedRow            *row);

/* comparison-view-columns.c */

/* Whether a place is between a column and the gutter, where the columns' widths are dragged. */
gboolean agreed_comparison_view_is_on_handle (AgreedComparisonView *self,
                                              double                x);
void     agreed_comparison_view_add_columns  (AgreedComparisonView *self);

/* comparison-view-zoom.c */
void agreed_comparison_view_add_zoom (AgreedComparisonView *self);

/* comparison-view-passage.c: the paragraph that all between two bytes of the side's wording is of, white space at the ends
 * apart; the bytes then count from its start. (transfer none) (nullable) */
AgreedParagraph *agreed_row_find_paragraph (AgreedRow  *row,
                                            AgreedSide  side,
                                            gsize      *start,
                                            gsize      *end);

/* comparison-view-link-drag.c: a paragraph's label is dragged onto a paragraph of the other text, to link the two */

/* Takes hold of the label at a place of the view. Returns: FALSE where there is none */
gboolean agreed_comparison_view_begin_link (AgreedComparisonView *self,
                                            double                x,
                                            double                y);
void     agreed_comparison_view_move_link  (AgreedComparisonView *self,
                                            double                x,
                                            double                y);
/* @drop: whether the two are to be linked, where the pointer is on a paragraph that they can be linked with */
void     agreed_comparison_view_end_link   (AgreedComparisonView *self,
                                            gboolean              drop);
void     agreed_comparison_view_draw_link  (AgreedComparisonView *self,
                                            GtkSnapshot          *snapshot);
void     agreed_comparison_view_add_link_drag (AgreedComparisonView *self);

/* comparison-view-chips.c: what can be clicked in the row at hand, reached by the keyboard */
void     agreed_comparison_view_class_add_chips (GtkWidgetClass       *widget_class);
/* To the next one (@step 1) or the one before (-1). Returns: FALSE where the row has none */
gboolean agreed_comparison_view_step_chip       (AgreedComparisonView *self,
                                                 int                   step);
/* Does what a click on it does. Returns: FALSE where none is reached */
gboolean agreed_comparison_view_activate_chip   (AgreedComparisonView *self);
void     agreed_comparison_view_draw_chip_focus (AgreedComparisonView *self,
                                                 AgreedRowLayout      *layout,
                                                 GtkSnapshot          *snapshot);

/* comparison-view-references.c */

/* Whether the words at a place of the view point to a paragraph. @paragraph: (transfer none): the one that they are in,
 * @offset: bytes in its wording. */
gboolean agreed_comparison_view_find_reference (AgreedComparisonView  *self,
                                                double                 x,
                                                double                 y,
                                                AgreedSide            *side,
                                                AgreedParagraph      **paragraph,
                                                gsize                 *offset);
void     agreed_comparison_view_add_references (AgreedComparisonView  *self);

/* comparison-view-input.c: what a click there does */
void     agreed_comparison_view_activate_area  (AgreedComparisonView  *self,
                                                AgreedRow             *its_row,
                                                const AgreedArea      *area);
/* The cursor for what is at a place. @control: whether that key is held */
void     agreed_comparison_view_update_cursor  (AgreedComparisonView  *self,
                                                double                 x,
                                                double                 y,
                                                gboolean               control);

/* comparison-view-menu.c */
void agreed_comparison_view_class_add_menu (GtkWidgetClass       *widget_class);
void agreed_comparison_view_add_menu       (AgreedComparisonView *self);

/* comparison-view-words.c */

/* What is said of it. (transfer full) (nullable) */
char    *agreed_comparison_view_describe_area  (AgreedComparisonView *self,
                                                AgreedRow            *row,
                                                const AgreedArea     *area);
gboolean agreed_comparison_view_query_tooltip (AgreedComparisonView *self,
                                               int                   x,
                                               int                   y,
                                               gboolean              by_keyboard,
                                               GtkTooltip           *tooltip);

typedef enum {
  AGREED_VIEW_MOVE_ACTIVATED,
  AGREED_VIEW_TAG_ACTIVATED,
  AGREED_VIEW_NOTE_ACTIVATED,
  AGREED_VIEW_PLACE_CHANGED,
  AGREED_VIEW_JUMPED,
  AGREED_VIEW_MENU_REQUESTED,
  AGREED_VIEW_REFERENCE_ACTIVATED,
  AGREED_VIEW_LINK_DROPPED,
  AGREED_VIEW_N_SIGNALS,
} AgreedViewSignal;

extern guint agreed_comparison_view_signals[AGREED_VIEW_N_SIGNALS];

G_END_DECLS
