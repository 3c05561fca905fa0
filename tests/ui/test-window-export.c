/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"
#include "window-private.h"

#include <glib/gstdio.h>

/* The comparison handed on from the window. */

static AgreedApplication *application;

static AgreedWindow *
open_sample (void)
{
  AgreedWindow *window = agreed_window_new (GTK_APPLICATION (application));
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  agreed_window_open_sample (window);
  while (g_main_context_iteration (NULL, FALSE) || agreed_window_get_busy (window))
    g_assert_cmpint (g_get_monotonic_time (), <, end);
  g_assert_nonnull (agreed_project_get_comparison (window->project));
  return window;
}

static char *
export (AgreedWindow *window,
        const char   *folder,
        const char   *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *contents = NULL;

  g_assert_true (agreed_window_export (window, file, agreed_export_formats_find ("html")));
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_unlink (path);
  return contents;
}

static void
test_formats (void)
{
  g_autofree char *folder = g_dir_make_tmp ("agreed-export-XXXXXX", NULL);
  g_autofree char *page = NULL, *text = NULL, *data = NULL, *redline = NULL, *table = NULL, *other = NULL;
  AgreedWindow *window = open_sample ();


  page = export (window, folder, "a.html");
  g_assert_nonnull (strstr (page, "<html"));
  g_assert_nonnull (strstr (page, "A/RES/66/184"));
  text = export (window, folder, "a.TXT");
  g_assert_null (strstr (text, "<html"));
  g_assert_nonnull (strstr (text, "PP13"));
  data = export (window, folder, "a.json");
  g_assert_true (g_str_has_prefix (data, "{"));
  redline = export (window, folder, "a.docx");
  g_assert_true (g_str_has_prefix (redline, "PK"));
  table = export (window, folder, "a.csv");
  g_assert_true (g_str_has_prefix (table, "\ufeff\""));
  /* A name that says nothing is given what was asked for. */
  other = export (window, folder, "65_141");
  g_assert_cmpstr (other, ==, page);

  g_rmdir (folder);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The work stays in the window, and a toast says what went wrong. */
static void
test_failure (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/proc/no-such-folder/a.html");
  AgreedWindow *window = open_sample ();

  g_assert_false (agreed_window_export (window, file, agreed_export_formats_find ("html")));
  g_assert_nonnull (agreed_project_get_comparison (window->project));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = agreed_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/window/export/formats", test_formats);
  g_test_add_func ("/window/export/failure", test_failure);
  return g_test_run ();
}
