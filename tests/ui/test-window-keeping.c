/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the window does so that no work is lost. With AGREED_PICTURES the dialogs are left in that folder as pictures. */
#include "project-notes.h"
#include "recovery-dialog.h"
#include "store.h"
#include "window-fixture.h"

static void
iterate (guint milliseconds)
{
  gint64 end = g_get_monotonic_time () + milliseconds * 1000;

  while (g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
}

static guint
count_windows (void)
{
  return g_list_model_get_n_items (gtk_window_get_toplevels ());
}

static void
destroy_all (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  while (g_list_model_get_n_items (windows) > 0)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, 0);

      if (AGREED_IS_WINDOW (window))
        agreed_window_close_now (AGREED_WINDOW (window));
      else
        gtk_window_destroy (window);
      iterate (20);
    }
}

static AgreedParagraph *
get_paragraph (AgreedProject *project)
{
  return agreed_text_get_paragraph (agreed_project_get_text (project, AGREED_SIDE_NEWER), 0);
}

static void
write_note (AgreedWindow *window,
            const char   *body)
{
  AgreedProject *project = agreed_window_get_project (window);

  agreed_project_set_note (project, get_paragraph (project), body);
}

static const char *
read_note (AgreedWindow *window)
{
  AgreedProject *project = agreed_window_get_project (window);

  return agreed_project_get_note (project, get_paragraph (project));
}

static gboolean
is_marked (AgreedWindow *window)
{
  return g_str_has_prefix (gtk_window_get_title (GTK_WINDOW (window)), "•");
}

static AdwDialog *
get_dialog (AgreedWindow *window)
{
  iterate (400);
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

static void
answer (AgreedWindow *window,
        const char   *response)
{
  AdwDialog *dialog = get_dialog (window);

  g_assert_true (ADW_IS_ALERT_DIALOG (dialog));
  g_assert_true (adw_alert_dialog_has_response (ADW_ALERT_DIALOG (dialog), response));
  g_signal_emit_by_name (dialog, "response", response);
  adw_dialog_force_close (dialog);
  iterate (20);
}

/* A button by its label or its icon, or a list that has rows. */
static gboolean
is_it (GtkWidget  *widget,
       GType       type,
       const char *name)
{
  if (!G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return FALSE;
  if (GTK_IS_LIST_BOX (widget))
    return gtk_list_box_get_row_at_index (GTK_LIST_BOX (widget), 0) != NULL;
  return g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), name) == 0 ||
         g_strcmp0 (gtk_button_get_icon_name (GTK_BUTTON (widget)), name) == 0;
}

static GtkWidget *
find_widget (GtkWidget  *place,
             GType       type,
             const char *name)
{
  for (GtkWidget *child = gtk_widget_get_first_child (place); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = NULL;

      if (is_it (child, type, name))
        return child;
      found = find_widget (child, type, name);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
leave_picture (AgreedWindow *window,
               const char   *name)
{
  const char *folder = g_getenv ("AGREED_PICTURES");
  g_autofree char *path = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  int width = gtk_widget_get_width (GTK_WIDGET (window));
  int height = gtk_widget_get_height (GTK_WIDGET (window));
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (path == NULL)
    return;
  iterate (600);
  paintable = gtk_widget_paintable_new (GTK_WIDGET (window));
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (window)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}

static GFile *
make_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("agreed-XXXXXX", NULL);

  return g_file_new_build_filename (folder, "my work.agreed", NULL);
}

static void
remove_file (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);

  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (folder, NULL, NULL));
}

/* What a crash leaves of a window. */
static void
crash (GFile *file)
{
  AgreedWindow *window = open_sample ();

  if (file != NULL)
    {
      agreed_window_save (window, file);
      wait_until_idle (window);
    }
  write_note (window, "before the crash");
  g_assert_true (is_marked (window));
  agreed_autosave_flush (window->autosave);
  for (guint i = 0; i < 2000 && agreed_autosave_get_pending (window->autosave); i++)
    iterate (5);
  /* Nothing is told that the work is done with. */
  g_cancellable_cancel (window->cancellable);
  gtk_window_destroy (GTK_WINDOW (window));
  iterate (100);
}

static void
test_recover (void)
{
  g_autoptr (GFile) file = make_file ();
  AgreedWindow *window;
  AdwDialog *dialog;
  g_autoptr (GPtrArray) left = NULL;

  crash (NULL);
  crash (file);
  window = open_window ();
  g_assert_true (agreed_recovery_dialog_offer (window));
  dialog = get_dialog (window);
  g_assert_true (AGREED_IS_RECOVERY_DIALOG (dialog));
  leave_picture (window, "recovery.png");

  /* The first into this window, the second into another. */
  g_signal_emit_by_name (find_widget (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Open"), "clicked");
  iterate (50);
  g_assert_cmpuint (count_windows (), ==, 1);
  g_assert_cmpstr (read_note (window), ==, "before the crash");
  g_assert_true (is_marked (window));
  g_signal_emit_by_name (find_widget (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "Open"), "clicked");
  iterate (400);
  g_assert_cmpuint (count_windows (), ==, 2);
  g_assert_null (adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window)));

  /* It goes on being kept until it is saved or thrown away. */
  destroy_all ();
  left = agreed_recovery_list ();
  g_assert_cmpuint (left->len, ==, 0);
  remove_file (file);
}

static void
test_discard (void)
{
  AgreedWindow *window;
  AdwDialog *dialog;
  g_autoptr (GPtrArray) left = NULL;

  crash (NULL);
  window = open_window ();
  g_assert_true (agreed_recovery_dialog_offer (window));
  dialog = get_dialog (window);
  /* Left alone, it is offered again. */
  adw_dialog_force_close (dialog);
  iterate (400);
  g_assert_true (agreed_recovery_dialog_offer (window));
  dialog = get_dialog (window);
  g_signal_emit_by_name (find_widget (GTK_WIDGET (dialog), GTK_TYPE_BUTTON, "user-trash-symbolic"), "clicked");
  answer (window, "discard");
  iterate (400);
  left = agreed_recovery_list ();
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_false (agreed_recovery_dialog_offer (window));
  destroy_all ();
}

/* Undone to what is saved, there is nothing to save, and nothing is asked. */
static void
test_undone (void)
{
  AgreedWindow *window = open_sample ();

  write_note (window, "a");
  g_assert_true (is_marked (window));
  agreed_project_undo (agreed_window_get_project (window));
  g_assert_true (agreed_project_get_can_redo (agreed_window_get_project (window)));
  g_assert_false (is_marked (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_close (GTK_WINDOW (window));
  iterate (300);
  g_assert_null (window);
}

static void
write_file (GFile      *file,
            const char *contents)
{
  g_assert_true (g_file_replace_contents (file, contents, strlen (contents), NULL, FALSE, 0, NULL, NULL, NULL));
}

static void
test_changed_by_others (void)
{
  g_autoptr (GFile) file = make_file ();
  AgreedWindow *window = open_sample ();
  g_autoptr (AgreedProject) saved = NULL;
  AdwDialog *dialog;
  GtkListBox *list;

  agreed_window_save (window, file);
  wait_until_idle (window);
  g_assert_false (window->changed_by_others);
  write_note (window, "mine");
  write_file (file, "{\"format\": 1, \"documents\": []}");

  agreed_window_save (window, file);
  wait_until_idle (window);
  get_dialog (window);
  leave_picture (window, "changed.png");
  answer (window, "cancel");
  g_assert_true (is_marked (window));
  agreed_window_save (window, file);
  wait_until_idle (window);
  answer (window, "overwrite");
  wait_until_idle (window);
  g_assert_false (is_marked (window));
  saved = agreed_store_load (file, NULL, NULL);
  g_assert_cmpstr (agreed_project_get_note (saved, get_paragraph (saved)), ==, "mine");

  /* What was there before, what was overwritten, what is there now. */
  gtk_widget_activate_action (GTK_WIDGET (window), "win.versions", NULL);
  dialog = get_dialog (window);
  g_assert_true (AGREED_IS_VERSIONS_DIALOG (dialog));
  leave_picture (window, "versions.png");
  list = GTK_LIST_BOX (find_widget (GTK_WIDGET (dialog), GTK_TYPE_LIST_BOX, NULL));
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 2));
  g_assert_null (gtk_list_box_get_row_at_index (list, 3));
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 2));
  for (guint i = 0; i < 400 && count_windows () < 2; i++)
    iterate (10);
  g_assert_cmpuint (count_windows (), ==, 2);
  destroy_all ();
  remove_file (file);
}

/* Somebody else saves: the window says so by itself, and reloads when it is asked to. */
static void
test_reload (void)
{
  g_autoptr (GFile) file = make_file ();
  AgreedWindow *window = open_sample ();
  g_autoptr (AgreedProject) other = NULL;

  agreed_window_save (window, file);
  wait_until_idle (window);
  other = agreed_store_load (file, NULL, NULL);
  agreed_project_set_note (other, get_paragraph (other), "theirs");
  g_assert_true (agreed_store_save (other, file, NULL, NULL));
  for (guint i = 0; i < 500 && !window->changed_by_others; i++)
    iterate (20);
  g_assert_true (window->changed_by_others);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.reload", NULL);
  wait_until_idle (window);
  g_assert_cmpstr (read_note (window), ==, "theirs");
  g_assert_false (is_marked (window));
  destroy_all ();
  remove_file (file);
}

static void
test_open_twice (void)
{
  g_autoptr (GFile) file = make_file ();
  g_autoptr (GPtrArray) files = g_ptr_array_new ();
  AgreedWindow *window = open_sample ();
  AgreedWindow *other;

  agreed_window_save (window, file);
  wait_until_idle (window);
  other = open_window ();
  g_ptr_array_add (files, file);
  agreed_window_open_files (other, files, TRUE);
  wait_until_idle (other);
  iterate (100);
  g_assert_true (agreed_window_is_empty (other));
  g_assert_cmpuint (count_windows (), ==, 2);
  destroy_all ();
  remove_file (file);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/keeping/recover", test_recover);
  g_test_add_func ("/window/keeping/discard", test_discard);
  g_test_add_func ("/window/keeping/undone", test_undone);
  g_test_add_func ("/window/keeping/changed-by-others", test_changed_by_others);
  g_test_add_func ("/window/keeping/reload", test_reload);
  g_test_add_func ("/window/keeping/open-twice", test_open_twice);

  return g_test_run ();
}
