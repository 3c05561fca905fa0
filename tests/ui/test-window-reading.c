/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "../unit/pdf-sample.h"
#include "window-private.h"

/* The window while it reads a file that takes long. */

/* Seconds between somebody's stopping and the window's having stopped; the machine may be busy, the code is not every time. */
#define SOON  .2
#define TRIES 3

static AdwToast *
find_toast (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      AdwToast *toast = NULL;

      if (g_str_equal (G_OBJECT_TYPE_NAME (child), "AdwToastWidget"))
        {
          g_object_get (child, "toast", &toast, NULL);
          /* the overlay holds it */
          g_object_unref (toast);
        }
      else
        toast = find_toast (child);
      if (toast != NULL)
        return toast;
    }

  return NULL;
}

static AdwToast *
wait_for_toast (AgreedWindow *window)
{
  gint64 end = g_get_monotonic_time () + 8 * G_USEC_PER_SEC;
  AdwToast *toast;

  while ((toast = find_toast (GTK_WIDGET (window->toasts))) == NULL && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (toast);

  return toast;
}

static double
stop (AgreedWindow *window,
      AdwToast     *toast)
{
  gint64 start = g_get_monotonic_time ();

  g_signal_emit_by_name (toast, "button-clicked");
  while (agreed_window_get_busy (window))
    g_main_context_iteration (NULL, TRUE);

  return (g_get_monotonic_time () - start) / (double) G_USEC_PER_SEC;
}

static void
test_stop (void)
{
  g_autofree char *path = write_endless_page ();
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AgreedWindow *window = agreed_window_new (NULL);
  double soonest = G_MAXDOUBLE;

  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < TRIES; i++)
    {
      AdwToast *toast;

      agreed_window_open_text (window, file, AGREED_SIDE_OLDER);
      g_assert_true (agreed_window_get_busy (window));
      toast = wait_for_toast (window);
      g_assert_nonnull (strstr (adw_toast_get_title (toast), base));
      soonest = MIN (soonest, stop (window, toast));
      g_assert_true (agreed_window_is_empty (window));
    }
  g_test_message ("stopped after %.3f s", soonest);
  g_assert_cmpfloat (soonest, <, SOON);
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

/* What is read at once is read without a word. */
static void
test_quick (void)
{
  g_autofree char *path = write_short_pages (2);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  AgreedWindow *window = agreed_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  agreed_window_open_text (window, file, AGREED_SIDE_OLDER);
  while (agreed_window_get_busy (window))
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (agreed_project_get_text (agreed_window_get_project (window), AGREED_SIDE_OLDER));
  g_assert_cmpuint (window->n_loading, ==, 0);
  for (gint64 end = g_get_monotonic_time () + G_USEC_PER_SEC; g_get_monotonic_time () < end;)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (10000);
  g_assert_null (find_toast (GTK_WIDGET (window->toasts)));
  gtk_window_destroy (GTK_WINDOW (window));
  g_remove (path);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/reading/stop", test_stop);
  g_test_add_func ("/window/reading/quick", test_quick);

  return g_test_run ();
}
