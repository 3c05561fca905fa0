/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Notes: written where they stand, with status and proposer, followed, found and filtered. */
#include "note-links.h"
#include "note-text.h"
#include "project-note-dialog.h"
#include "proposer-entry.h"
#include "row-accessible.h"
#include "row-notes.h"
#include "window-fixture.h"

#include <string.h>

static void
settle (void)
{
  for (guint i = 0; i < 50; i++)
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      g_usleep (1000);
    }
}

static void
activate (AgreedWindow *window,
          const char   *action)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), action, NULL));
  settle ();
}

/* The first row of one older and one newer paragraph, which is then the one at hand. */
static AgreedRow *
go_to_pair (AgreedWindow *window)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (window->rows)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (window->rows), i);

      if (agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->len != 1
          || agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->len != 1)
        continue;
      agreed_comparison_view_go_to (window->view, i);
      settle ();
      return row; /* the comparison keeps it */
    }
  g_assert_not_reached ();
}

static AgreedParagraph *
get_newer (AgreedRow *row)
{
  return agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER)->pdata[0];
}

/* A part of a widget by its type; the nth, from 0. */
static GtkWidget *
find_part (GtkWidget *widget,
           GType      type,
           guint     *nth)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) && (*nth)-- == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *part = find_part (child, type, nth);

      if (part != NULL)
        return part;
    }
  return NULL;
}

static gpointer
get_part (gpointer widget,
          GType    type,
          guint    nth)
{
  GtkWidget *part = find_part (widget, type, &nth);

  g_assert_nonnull (part);
  return part;
}

/* Puts words at the end, as typing does. */
static void
type_in (gpointer    view,
         const char *words)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, words, -1);
}

/* Until what has the focus is all in view, where the pane that it is in scrolls. */
static void
wait_for_view (AgreedWindow *window)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));
  GtkWidget *viewport = gtk_widget_get_ancestor (focus, GTK_TYPE_VIEWPORT);
  graphene_rect_t place;

  do
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      settle ();
      g_assert_true (gtk_widget_compute_bounds (focus, viewport, &place));
    }
  while (place.size.height < 1 || place.origin.y < 0
         || place.origin.y + place.size.height > gtk_widget_get_height (viewport));
}

static void
write_first (AgreedWindow     *window,
             AgreedParagraph  *paragraph,
             const char       *body,
             AgreedNoteStatus  status,
             const char       *proposer)
{
  g_autoptr (AgreedRecord) key = agreed_project_key_note (window->project, paragraph);
  g_autoptr (AgreedNote) note = agreed_note_new (body, status, proposer);

  agreed_project_write_note (window->project, key, note);
  settle ();
}

/* What screen readers are told of the row. */
static void
assert_told (AgreedWindow *window,
             AgreedRow    *row)
{
  g_autofree char *name = agreed_row_describe (row), *problem = NULL;
  gpointer item;
  guint nth = 0;

  do
    item = get_part (window->view, AGREED_TYPE_ROW_ACCESSIBLE, nth++);
  while (agreed_row_accessible_get_row (item) != row);
  problem = gtk_test_accessible_check_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  g_assert_cmpstr (problem, ==, NULL);
}

/* By keys alone: the row says its status, and undo takes it back. */
static void
test_status (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *row = go_to_pair (window);
  g_autofree char *marked = NULL, *unmarked = NULL;

  activate (window, "win.mark-bracketed");
  g_assert_cmpstr (agreed_project_get_undo_name (window->project), ==, "Change status");
  marked = agreed_row_describe (row);
  g_assert_nonnull (strstr (marked, ", Bracketed"));
  gtk_widget_grab_focus (GTK_WIDGET (window->view));
  settle ();
  assert_told (window, row);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_part (window->inspector, GTK_TYPE_DROP_DOWN, 0)), ==,
                    AGREED_NOTE_BRACKETED);
  activate (window, "win.undo");
  unmarked = agreed_row_describe (row);
  g_assert_null (strstr (unmarked, "Bracketed"));
  assert_told (window, row);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_part (window->inspector, GTK_TYPE_DROP_DOWN, 0)), ==,
                    AGREED_NOTE_NO_STATUS);
  close_window (window);
}

/* In the inspector: a status is there at once, words when they are committed, and neither disturbs the other. */
static void
test_editor (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *row = go_to_pair (window);
  GtkDropDown *status = get_part (window->inspector, GTK_TYPE_DROP_DOWN, 0);
  AgreedNoteText *view = get_part (window->inspector, AGREED_TYPE_NOTE_TEXT, 0);
  g_autofree char *positions = NULL, *typed = NULL;

  type_in (view, "Ask");
  write_first (window, agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->pdata[0], "elsewhere", AGREED_NOTE_NO_STATUS, "");
  typed = agreed_note_text_get_body (view);
  g_assert_cmpstr (typed, ==, "Ask");
  gtk_drop_down_set_selected (status, AGREED_NOTE_RESERVED);
  g_assert_cmpstr (agreed_project_get_note (window->project, get_newer (row)), ==, "Ask");
  positions = agreed_row_describe_positions (row);
  g_assert_cmpstr (positions, ==, "Reserved");
  close_window (window);
}

/* What is typed at the end is completed from what was used before; what is taken away stays away. */
static void
test_proposer (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *row = go_to_pair (window);
  GtkEditable *entry;
  int start, end, position = 0;

  write_first (window, agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->pdata[0], "", AGREED_NOTE_NO_STATUS,
               "G77 and China");
  entry = get_part (window->inspector, AGREED_TYPE_PROPOSER_ENTRY, 0);
  gtk_editable_insert_text (entry, "g7", -1, &position);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "g7");
  /* As the entry itself does it when a key is pressed: the cursor first. */
  gtk_editable_set_position (entry, 2);
  gtk_editable_delete_text (entry, 1, 2);
  gtk_editable_set_position (entry, 1);
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "g");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gtk_editable_set_position (entry, -1);
  g_signal_emit_by_name (gtk_editable_get_delegate (entry), "insert-at-cursor", "7");
  g_assert_cmpstr (gtk_editable_get_text (entry), ==, "G77 and China");
  g_assert_true (gtk_editable_get_selection_bounds (entry, &start, &end));
  g_assert_cmpint (start, ==, 2);
  g_assert_cmpint (end, ==, strlen ("G77 and China"));
  close_window (window);
}

/* A label in a note leads to its paragraph. */
static void
test_links (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *row = go_to_pair (window);
  AgreedText *older = agreed_project_get_text (window->project, AGREED_SIDE_OLDER);
  AgreedNoteText *view = get_part (window->inspector, AGREED_TYPE_NOTE_TEXT, 0);
  AgreedParagraph *wanted = agreed_text_find_paragraph (older, "OP7");
  g_autoptr (GPtrArray) links = NULL;
  const AgreedNoteLink *link;

  g_assert_nonnull (wanted);
  type_in (view, "See @older:OP7 and https://undocs.org/A/RES/65/141.");
  links = agreed_note_text_find_links (view);
  g_assert_cmpuint (links->len, ==, 2);
  link = links->pdata[0];
  g_assert_true (link->paragraph == wanted);
  agreed_note_text_follow (view, link);
  settle ();
  g_assert_true (agreed_window_get_current_row (window) != row);
  g_assert_true (g_ptr_array_find (agreed_row_get_paragraphs (agreed_window_get_current_row (window), AGREED_SIDE_OLDER),
                                   wanted, NULL));
  /* What was being written was not lost on the way. */
  g_assert_nonnull (agreed_project_get_note (window->project, get_newer (row)));
  close_window (window);
}

/* On words: room for it, kept once something is written; on a link: opened, and kept. */
static void
test_words_and_links (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *row = go_to_pair (window);
  AgreedParagraph *paragraph = get_newer (row);
  const char *wording = agreed_paragraph_get_wording (paragraph);
  gsize length = g_utf8_offset_to_pointer (wording, 4) - wording;
  g_autofree char *positions = NULL, *expected = NULL, *words = g_strndup (wording, length);

  agreed_window_write_on_words (window, paragraph, 0, length);
  settle ();
  type_in (get_part (window->inspector, AGREED_TYPE_NOTE_TEXT, 1), "too weak");
  gtk_drop_down_set_selected (get_part (window->inspector, GTK_TYPE_DROP_DOWN, 1), AGREED_NOTE_BRACKETED);
  settle ();
  activate (window, "win.note-link");
  wait_for_view (window);
  type_in (gtk_root_get_focus (GTK_ROOT (window)), "the same paragraph");
  agreed_inspector_commit (window->inspector);

  g_assert_null (agreed_project_get_note (window->project, paragraph));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agreed_paragraph_get_notes (paragraph))), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agreed_link_get_notes (agreed_row_get_links (row)->pdata[0]))),
                    ==, 1);
  positions = agreed_row_describe_positions (row);
  expected = g_strdup_printf ("%s “%s”: Bracketed", agreed_paragraph_get_label (paragraph), words);
  g_assert_cmpstr (positions, ==, expected);

  /* Gone with its note. */
  activate (window, "win.undo");
  activate (window, "win.undo");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (agreed_paragraph_get_notes (paragraph))), ==, 0);
  close_window (window);
}

static void
test_project_note (void)
{
  AgreedWindow *window = open_sample ();
  g_autoptr (AgreedRecord) key = agreed_project_key_project_note (window->project);
  AdwDialog *dialog;

  activate (window, "win.note-project");
  dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
  g_assert_true (AGREED_IS_PROJECT_NOTE_DIALOG (dialog));
  type_in (get_part (dialog, AGREED_TYPE_NOTE_TEXT, 0), "Second reading");
  adw_dialog_close (dialog);
  settle ();
  g_assert_nonnull (agreed_project_find_note (window->project, key));
  g_assert_cmpstr (agreed_note_get_body (agreed_project_find_note (window->project, key)), ==, "Second reading");
  close_window (window);
}

static guint
count_shown (AgreedWindow *window)
{
  return g_list_model_get_n_items (G_LIST_MODEL (window->rows));
}

/* One note has to have all that is asked for; and rows come and go with their notes. */
static void
test_filter (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *row = go_to_pair (window);
  AgreedParagraph *older = agreed_row_get_paragraphs (row, AGREED_SIDE_OLDER)->pdata[0];
  g_autofree char *described = NULL;
  guint n_rows = count_shown (window);

  write_first (window, get_newer (row), "", AGREED_NOTE_BRACKETED, "EU");
  write_first (window, older, "words", AGREED_NOTE_AGREED, "");
  g_action_group_activate_action (G_ACTION_GROUP (window), "filter-noted", NULL);
  g_assert_cmpuint (count_shown (window), ==, 1);
  g_action_group_activate_action (G_ACTION_GROUP (window), "filter-status", g_variant_new_string ("bracketed"));
  g_action_group_activate_action (G_ACTION_GROUP (window), "filter-proposer", g_variant_new_string ("EU"));
  g_assert_cmpuint (count_shown (window), ==, 1);
  described = agreed_row_filter_describe (window->filter);
  g_assert_cmpstr (described, ==, "with a note, Bracketed, proposed by EU");
  g_action_group_activate_action (G_ACTION_GROUP (window), "filter-status", g_variant_new_string ("agreed"));
  g_assert_cmpuint (count_shown (window), ==, 0);
  agreed_row_filter_clear (window->filter);
  g_assert_cmpuint (count_shown (window), ==, n_rows);

  g_action_group_activate_action (G_ACTION_GROUP (window), "filter-status", g_variant_new_string ("reserved"));
  g_assert_cmpuint (count_shown (window), ==, 0);
  write_first (window, get_newer (row), "", AGREED_NOTE_RESERVED, "EU");
  g_assert_cmpuint (count_shown (window), ==, 1);
  g_assert_cmpint (g_menu_model_get_n_items (G_MENU_MODEL (window->proposers_menu)), ==, 2);
  close_window (window);
}

static void
find (AgreedWindow *window,
      const char   *query)
{
  gint64 end = g_get_monotonic_time () + 20 * G_TIME_SPAN_SECOND;

  agreed_find_bar_show_count (window->find_bar, G_MAXUINT, 0, NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.find-words", "s", query);
  while (*agreed_find_bar_get_count (window->find_bar) == '\0')
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  settle ();
}

/* In the words of a note, which are then shown selected; and in who proposed it. */
static void
test_find (void)
{
  AgreedWindow *window = open_sample ();
  AgreedRow *row = go_to_pair (window);
  GtkTextIter start, end;
  GtkTextBuffer *buffer;
  g_autofree char *found = NULL;

  write_first (window, get_newer (row), "Ask Geneva first", AGREED_NOTE_NO_STATUS, "Utopia");
  agreed_comparison_view_go_to (window->view, 0);
  find (window, "geneva");
  g_assert_cmpstr (agreed_find_bar_get_count (window->find_bar), ==, "1 of 1");
  g_assert_true (agreed_window_get_current_row (window) == row);
  buffer = gtk_text_view_get_buffer (get_part (window->inspector, AGREED_TYPE_NOTE_TEXT, 0));
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_to_tag_toggle (&start, NULL));
  end = start;
  gtk_text_iter_forward_to_tag_toggle (&end, NULL);
  found = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  g_assert_cmpstr (found, ==, "Geneva");
  find (window, "utopia");
  g_assert_cmpstr (agreed_find_bar_get_count (window->find_bar), ==, "1 of 1");
  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_false (gtk_text_iter_forward_to_tag_toggle (&start, NULL));
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/notes/status", test_status);
  g_test_add_func ("/window/notes/editor", test_editor);
  g_test_add_func ("/window/notes/proposer", test_proposer);
  g_test_add_func ("/window/notes/links", test_links);
  g_test_add_func ("/window/notes/words-and-links", test_words_and_links);
  g_test_add_func ("/window/notes/project", test_project_note);
  g_test_add_func ("/window/notes/filter", test_filter);
  g_test_add_func ("/window/notes/find", test_find);

  return g_test_run ();
}
