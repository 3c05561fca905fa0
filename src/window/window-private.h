/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "autosave.h"
#include "column-heads.h"
#include "comparison-view.h"
#include "export-formats.h"
#include "find-bar.h"
#include "inspector.h"
#include "jump-list.h"
#include "overview.h"
#include "reading-toast.h"
#include "sidebar.h"
#include "start-page.h"
#include "versions-dialog.h"
#include "window.h"

G_BEGIN_DECLS

typedef struct _AgreedWindowFind AgreedWindowFind;

/* What window.c, window-actions.c and window-files.c share. */
struct _AgreedWindow {
  AdwApplicationWindow parent_instance;

  GtkStack *stack;
  AgreedStartPage *start_page;
  AdwBanner *start_banner;
  AdwOverlaySplitView *sidebar_split;
  AdwOverlaySplitView *inspector_split;
  AgreedSidebar *sidebar;
  AgreedInspector *inspector;
  AdwWindowTitle *title;
  AdwBanner *banner;
  AdwBanner *filter_banner;
  AdwToastOverlay *toasts;
  AgreedColumnHead *older_head;
  AgreedColumnHead *newer_head;
  AgreedColumnHead *earliest_head;
  AdwBanner *no_room_banner;
  AgreedFindBar *find_bar;
  AgreedComparisonView *view;
  AgreedOverview *overview;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkMenuButton *filter_button;
  GMenu *topics_menu;
  GMenu *status_menu;
  GMenu *proposers_menu;

  AgreedProject *project;
  GFile *file; /* where the project is kept, or NULL */
  AgreedAutosave *autosave;
  GFile *watched; /* the file that has a lock and a monitor, or NULL */
  int lock;
  GFileMonitor *monitor;
  guint settling;
  gboolean saving;
  GFile *save_next; /* asked for during a save, or NULL */
  gboolean told_autosave;
  AdwToast *changed_toast;    /* that says so; a weak pointer */
  gboolean changed_by_others; /* the project's file was, and has not been read again since */
  GSignalGroup *project_signals;
  AgreedRowFilter *filter;
  GtkFilterListModel *rows;
  GListModel *tags; /* every tag of the texts compared, flat: changes when any does */
  guint tags_idle;
  guint notes_idle;
  AgreedNoteEditor *found_note; /* in which something is marked; a weak pointer, or NULL */
  AgreedJumpList *jumps; /* of AgreedParagraph */
  AgreedWindowFind *find; /* window-find.c */
  GCancellable *cancellable;
  AgreedReadingToast *readings;
  guint n_loading;
  gboolean shows_three; /* three columns are in view: window-texts.c */
  guint room_idle;
  gboolean one_column;
  gboolean narrow;
};

/* window.c */
void     agreed_window_say         (AgreedWindow *self,
                                    const char   *sentence);
void     agreed_window_add_loading (AgreedWindow *self,
                                    int           change);
/* There is work in the project that closing would lose. */
gboolean agreed_window_has_unsaved (AgreedWindow *self);
void     agreed_window_set_file    (AgreedWindow *self,
                                    GFile        *file);
void     agreed_window_update_title (AgreedWindow *self);
void     agreed_window_update_columns (AgreedWindow *self);

/* window-rows.c */

/* Where the rows were made anew, the row at hand is the one that now holds the paragraphs of @old; else the first. */
void agreed_window_go_to_same_row (AgreedWindow *self,
                                   AgreedRow    *old);
/* A moved row is shown where it now is; this leads to where it was, with a way back. */
void agreed_window_follow_move    (AgreedWindow *self,
                                   AgreedRow    *row);

/* window-order.c */

/* The rows of the comparison in the order of the text that the user prefers. (nullable) */
void agreed_window_order_rows (AgreedWindow *self);
/* The same, and the row at hand stays at hand. */
void agreed_window_order_again (AgreedWindow *self);
/* Adds the actions for the order and for folding, and follows what is preferred. */
void agreed_window_init_order (AgreedWindow *self);
/* Adds the action for marking changes of punctuation, and follows what is preferred. */
void agreed_window_init_punctuation (AgreedWindow *self);

/* window-summary.c */
void agreed_window_show_summary (GtkWidget  *widget,
                                 const char *name,
                                 GVariant   *parameter);

/* window-texts.c: the texts of the project: which are shown, and a third one beside the two */

/* In the place of a side: kept in the project, and shown nowhere for now. */
#define AGREED_NO_SIDE AGREED_N_TEXTS

void agreed_window_init_texts   (AgreedWindow *self);
/* Tells the view and the outline what the texts that are shown need: languages, footnotes, how many columns. */
void agreed_window_show_texts   (AgreedWindow *self);
/* Shows in the actions' states what is chosen. */
void agreed_window_update_texts (AgreedWindow *self);
/* Shows a text of the project on a side. */
void agreed_window_take_text    (AgreedWindow *self,
                                 AgreedSide    side,
                                 AgreedText   *text);
/* Takes a document of the project as the earliest text, or only says that it is there. @side: AGREED_SIDE_EARLIEST or
 * AGREED_NO_SIDE */
void agreed_window_place_beside (AgreedWindow   *self,
                                 AgreedDocument *document,
                                 AgreedSide      side);

/* window-export.c */

/* Writes the comparison as what the file's ending says, or as @format where it says nothing. Returns: FALSE where it
 * could not be written, which a toast says */
gboolean agreed_window_export        (AgreedWindow             *self,
                                      GFile                    *file,
                                      const AgreedExportFormat *format);
void     agreed_window_choose_export (GtkWidget    *widget,
                                      const char   *name,
                                      GVariant     *parameter);

/* window-state.c */
void agreed_window_keep_state (AgreedWindow *self);
/* Hides a pane to make room; the next window shows it again. */
void agreed_window_hide_for_now (AdwOverlaySplitView *split);

/* window-topics.c */
void agreed_window_watch_tags       (AgreedWindow *self);
void agreed_window_count_topics     (AgreedWindow *self);
void agreed_window_fill_topics_menu (AgreedWindow *self);
/* The lists of topics follow the project's. */
void agreed_window_watch_topics     (AgreedWindow *self);
/* "win.read-topics", or "win.read-topic" with the id of one */
void agreed_window_read_topics_action (GtkWidget  *widget,
                                       const char *name,
                                       GVariant   *parameter);
/* "win.accept-newer" and the like: every suggestion of one text */
void agreed_window_decide_text_action (GtkWidget  *widget,
                                       const char *name,
                                       GVariant   *parameter);
/* @name: "win.edit-topics", or "win.edit-topic" with the id of one in @parameter */
void agreed_window_topics_action    (GtkWidget    *widget,
                                     const char   *name,
                                     GVariant     *parameter);

/* window-actions.c */
void agreed_window_class_install_actions (GtkWidgetClass *widget_class);
void agreed_window_init_actions          (AgreedWindow   *self);
void agreed_window_update_actions        (AgreedWindow   *self);
/* The project's text with an id. (transfer none) (nullable) */
AgreedText *agreed_window_find_text (AgreedWindow *self,
                                     const char   *id);

/* Brings the paragraph's row into view; where the filter hides it, everything is shown. jump_to: with a way back.
 * Returns: FALSE where no row has the paragraph */
gboolean agreed_window_show_paragraph    (AgreedWindow    *self,
                                          AgreedParagraph *paragraph);
gboolean agreed_window_jump_to_paragraph (AgreedWindow    *self,
                                          AgreedParagraph *paragraph);

/* window-steps.c */
void agreed_window_class_install_steps (GtkWidgetClass *widget_class);
void agreed_window_update_steps        (AgreedWindow   *self);

/* window-jumps.c */
void agreed_window_class_install_jumps (GtkWidgetClass *widget_class);
void agreed_window_init_jumps          (AgreedWindow   *self);
void agreed_window_forget_jumps        (AgreedWindow   *self);

/* window-references.c */
void agreed_window_init_references (AgreedWindow *self);

/* window-go-to.c */
void agreed_window_class_install_go_to (GtkWidgetClass *widget_class);

/* window-copy.c */

/* "win.copy" and "win.copy-redline" */
void agreed_window_class_install_copy (GtkWidgetClass *widget_class);

/* window-words.c */

/* "win.tag-words", and "win.tag-selection" with a topic's id */
void agreed_window_class_install_words (GtkWidgetClass *widget_class);

/* window-sources.c */

/* "win.read-again", "win.remove" and their kin, and "win.show-unplaced" */
void agreed_window_class_install_sources (GtkWidgetClass *widget_class);
void agreed_window_init_sources          (AgreedWindow   *self);
/* The document was read from this file, as far as this window knows. */
void agreed_window_remember_source       (AgreedDocument *document,
                                          GFile          *file);
/* The file's texts take the place of those of the document, and what was said of these goes over. */
void agreed_window_read_again            (AgreedWindow   *self,
                                          AgreedDocument *document,
                                          GFile          *file);
/* Offers to read again the files that have changed. */
void agreed_window_check_sources         (AgreedWindow   *self);

/* window-menu.c */

/* The comparison has a menu. */
void agreed_window_init_menu (AgreedWindow *self);

/* window-link.c */

/* "win.link-with" and "win.unlink-row" */
void agreed_window_class_install_link (GtkWidgetClass *widget_class);
void agreed_window_update_link        (AgreedWindow   *self);
/* Links what is dragged together. */
void agreed_window_init_link          (AgreedWindow   *self);

/* window-notes.c */
void agreed_window_class_install_notes (GtkWidgetClass *widget_class);
void agreed_window_init_notes          (AgreedWindow   *self);
void agreed_window_update_notes        (AgreedWindow   *self);
/* Leads to the note on all of the paragraph, of the row at hand. */
void agreed_window_note_activated      (AgreedWindow    *self,
                                        AgreedParagraph *paragraph);
/* Leads to the note on words of a paragraph of any row; bytes of its wording. */
void agreed_window_write_on_words      (AgreedWindow    *self,
                                        AgreedParagraph *paragraph,
                                        gsize            start,
                                        gsize            length);
/* Shows what was found in a note of the row at hand; nothing of that any more where it was not found in one, or is NULL. */
void agreed_window_show_found_note     (AgreedWindow      *self,
                                        const AgreedFound *found);

/* window-find.c */
void agreed_window_class_install_find (GtkWidgetClass *widget_class);
void agreed_window_init_find          (AgreedWindow   *self);
void agreed_window_update_find        (AgreedWindow   *self);
/* The notes became others: what is looked for is looked for again. */
void agreed_window_find_again         (AgreedWindow   *self);
/* For dispose. */
void agreed_window_clear_find         (AgreedWindow   *self);

/* window-commands.c */
void agreed_window_search_commands (GtkWidget  *widget,
                                    const char *name,
                                    GVariant   *parameter);

/* window-files.c */
void agreed_window_choose_text    (AgreedWindow *self,
                                   AgreedSide    side);
void agreed_window_choose_files   (AgreedWindow *self);
GtkFileDialog *agreed_window_create_file_dialog (const char *title,
                                                 gboolean    projects,
                                                 gboolean    texts);
/* Adds the document to the project, if it is not there, and puts its last text on this side. */
void agreed_window_place_document (AgreedWindow   *self,
                                   AgreedDocument *document,
                                   AgreedSide      side);

/* window-save.c */
void agreed_window_choose_save_as   (AgreedWindow *self,
                                     gboolean      then_close);
/* Asks what is to become of unsaved changes; closes the window unless the answer is to stay. */
void agreed_window_ask_to_close     (AgreedWindow *self);
void agreed_window_close_now        (AgreedWindow *self);
/* Among the desktop's recent files. */
void agreed_window_remember_project (GFile        *file);

/* window-keeping.c */
void          agreed_window_class_install_keeping (GtkWidgetClass *widget_class);
void          agreed_window_init_keeping   (AgreedWindow   *self);
/* From now on the project's unsaved work is kept for the case of a crash. @recovery: (nullable): where it is already */
void          agreed_window_keep_work      (AgreedWindow   *self,
                                            AgreedRecovery *recovery);
/* It is saved, or not wanted. */
void          agreed_window_forget_work    (AgreedWindow   *self);
void          agreed_window_watch_file     (AgreedWindow   *self);
void          agreed_window_unwatch_file   (AgreedWindow   *self);
/* The window that has the project of this file, or NULL. (transfer none) */
AgreedWindow *agreed_window_find_by_file   (AgreedWindow   *self,
                                            GFile          *file);
/* Whatever somebody else did to the file is dealt with. */
void          agreed_window_forget_others  (AgreedWindow   *self);
/* Reads the project's file anew; what is unsaved becomes one of its versions. */
void          agreed_window_reload         (AgreedWindow   *self);

/* window-paste.c */
void agreed_window_class_install_paste (GtkWidgetClass *widget_class);
/* Reads what the clipboard holds (words, a page, copied files) and puts its last text on this side. */
void agreed_window_paste               (AgreedWindow   *self,
                                        AgreedSide      side);

/* window-tracked.c */

/* Asks whether the two states of a file with tracked changes are to be compared; else the document goes to its side. */
void agreed_window_offer_states   (AgreedWindow   *self,
                                   GFile          *file,
                                   AgreedDocument *document,
                                   AgreedSide      side);
void agreed_window_compare_states (AgreedWindow   *self,
                                   GFile          *file);

G_END_DECLS
