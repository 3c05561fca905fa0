/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "note.h"
#include "row.h"
#include "tag.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The comparison as a widget: a GtkScrollable that draws the rows of a list itself.
 *
 * Properties: "rows" (a GListModel of AgreedRow, filtered or not), "current" (guint: position of the row at hand, or
 * GTK_INVALID_LIST_POSITION), "one-column" (gboolean: a redline instead of two columns),
 * "three-columns" (gboolean: before the two a column of the earliest text, as agreed_row_get_before() has it, where there is
 * room), "older-language", "newer-language" and "earliest-language" (BCP 47: fonts, shaping, reading direction), "text-scale" (double, .5 to 3), "font-family" (of the
 * texts; NULL or "" for that of the interface), "older-share" (double, .2 to .8: of the columns' room), "fold-unchanged" (gboolean: rows
 * without a change are folded into one line, which opens).
 *
 * Signals:
 *   "move-activated" (AgreedRow)                 the sign of a moved row was clicked
 *   "tag-activated" (AgreedParagraph, AgreedTag) a topic chip was clicked
 *   "note-activated" (AgreedParagraph)           a note's sign was clicked
 *   "reference-activated" (guint side, AgreedParagraph, guint offset)  words that point to a paragraph were clicked with
 *                                                Control held; bytes in that wording
 *   "link-dropped" (AgreedParagraph older, AgreedParagraph newer)  the label of one was dragged onto the other
 *   "jumped" (guint from, guint to)              the row at hand was left for one far away
 *   "menu-requested" (double x, double y)        a menu for the row at hand and for what is selected was asked for there
 *   "place-changed" ()                           other rows or columns are in view, or rows were measured; not at every
 *                                                pixel, and perhaps while the view is given its size
 * Moving the current row notifies "current". Actions: "clipboard.copy" (what is selected: its wording, and for programs
 * that take formatting its marks of change), "clipboard.copy-redline" (the rows that are selected or the one at hand, both
 * texts woven into one), "selection.select-all" (of the side at hand). */
#define AGREED_TYPE_COMPARISON_VIEW (agreed_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (AgreedComparisonView, agreed_comparison_view, AGREED, COMPARISON_VIEW, GtkWidget)

GtkWidget *agreed_comparison_view_new (void);

GListModel *agreed_comparison_view_get_rows    (AgreedComparisonView *self);
void        agreed_comparison_view_set_rows    (AgreedComparisonView *self,
                                                GListModel           *rows);
guint       agreed_comparison_view_get_current (AgreedComparisonView *self);

/* Makes the row the current one and brings it into view, whole where it fits. */
void        agreed_comparison_view_go_to       (AgreedComparisonView *self,
                                                guint                 position);

/* The same from afar: emits "jumped", so that there is a way back. */
void        agreed_comparison_view_jump_to     (AgreedComparisonView *self,
                                                guint                 position);
/* Shows the first row, before anybody has gone anywhere: the next step may lead to that row itself. */
void        agreed_comparison_view_start       (AgreedComparisonView *self);

/* Whether a row is one to stop at. */
typedef gboolean (*AgreedRowTest) (AgreedRow *row,
                                   gpointer   data);

/* Goes to the nearest row after (@direction 1) or before (-1) the current one that passes the test; step_change(): that
 * is changed, moved, split or merged, or whose footnotes are others. Returns: FALSE where there is none, and nothing happens. */
gboolean    agreed_comparison_view_step        (AgreedComparisonView *self,
                                                int                   direction,
                                                AgreedRowTest         test,
                                                gpointer              data);
gboolean    agreed_comparison_view_step_change (AgreedComparisonView *self,
                                                int                   direction);

/* The same, but a row that is folded stays folded: its line becomes the current one. */
void        agreed_comparison_view_stay_at     (AgreedComparisonView *self,
                                                guint                 position);

/* Makes the text larger by so many steps, or smaller; 0 gives it its usual size. */
void        agreed_comparison_view_zoom           (AgreedComparisonView *self,
                                                   int                   steps);

/* A place in a side's wording of a row (agreed_row_get_wording()), in bytes; or, where @note is not NULL, in the body of that
 * note of the row. @row and @note are borrowed. */
typedef struct {
  AgreedRow *row;
  AgreedSide side;
  gsize start;
  gsize length;
  AgreedNote *note;
} AgreedFound;

/* Marks places in the texts and the overview. @found: array of AgreedFound, in the order of the rows, whose rows live as
 * long as it does; (nullable). Rows that are not shown may be among them. */
void        agreed_comparison_view_set_found         (AgreedComparisonView *self,
                                                      GArray               *found);
/* Marks one of them as the one at hand, none where there is no such index; where its row is the current one, brings the
 * place itself into view. */
void        agreed_comparison_view_set_current_found (AgreedComparisonView *self,
                                                      guint                 index);

/* Whether punctuation, quotation marks and width that are set another way are marked, quietly: they are no change. */
void        agreed_comparison_view_set_shows_punctuation (AgreedComparisonView *self,
                                                          gboolean              shows_punctuation);

/* The topic chip of the row at hand that the keyboard reached, whose paragraph becomes @paragraph; NULL where there is none.
 * Both (transfer none). */
AgreedTag  *agreed_comparison_view_get_reached_tag (AgreedComparisonView  *self,
                                                    AgreedParagraph      **paragraph);

/* The wording that is selected; NULL where nothing is. (transfer full) (nullable) */
char       *agreed_comparison_view_get_selected   (AgreedComparisonView *self);

/* The words of one paragraph that are selected, without white space at their ends; @start, @length: bytes of the paragraph's
 * wording. In one column those of the newer text, unless there are only words of the older one.
 * Returns: FALSE where nothing is selected, or words of several paragraphs are; @side, @paragraph: (transfer none) (out) */
gboolean    agreed_comparison_view_get_selected_passage (AgreedComparisonView  *self,
                                                         AgreedSide            *side,
                                                         AgreedParagraph      **paragraph,
                                                         gsize                 *start,
                                                         gsize                 *length);

void        agreed_comparison_view_set_one_column (AgreedComparisonView *self,
                                                   gboolean              one_column);
void        agreed_comparison_view_set_three_columns (AgreedComparisonView *self,
                                                      gboolean              three_columns);
void        agreed_comparison_view_set_languages  (AgreedComparisonView *self,
                                                   const char           *older,
                                                   const char           *newer);

/* The footnotes of a side's text, a list of AgreedFootnote (nullable): shown where a marker is pointed at. */
void        agreed_comparison_view_set_footnotes  (AgreedComparisonView *self,
                                                   AgreedSide            side,
                                                   GListModel           *footnotes);

/* The paragraphs of the older text in their order (nullable): where they are known, a line says what stood below a row
 * and was moved away. Not where the rows themselves are in that order. */
void        agreed_comparison_view_set_older_paragraphs (AgreedComparisonView *self,
                                                         GListModel           *paragraphs);

/* Where the text of a side stands, in pixels of the view's width, so that heads can stand over it; "place-changed" tells
 * when to ask again. Returns: FALSE where the sides have no columns of their own, or no width yet */
gboolean    agreed_comparison_view_get_column     (AgreedComparisonView *self,
                                                   AgreedSide            side,
                                                   int                  *x,
                                                   int                  *width);

G_END_DECLS
