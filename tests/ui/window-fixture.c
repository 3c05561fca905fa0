/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

static AgreedWindow *
show_window (gboolean with_sample)
{
  AgreedWindow *window = agreed_window_new (NULL);

  gtk_window_present (GTK_WINDOW (window));
  if (with_sample)
    agreed_window_open_sample (window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  wait_until_idle (window);
  return window;
}

AgreedWindow *
open_window (void)
{
  return show_window (FALSE);
}

AgreedWindow *
open_sample (void)
{
  return show_window (TRUE);
}

void
wait_until_idle (AgreedWindow *window)
{
  gint64 end = g_get_monotonic_time () + 60 * G_TIME_SPAN_SECOND;

  /* What is under way may begin something else. */
  do
    {
      while (g_main_context_iteration (NULL, FALSE))
        ;
      if (agreed_window_get_busy (window))
        g_main_context_iteration (NULL, TRUE);
      g_assert_cmpint (g_get_monotonic_time (), <, end);
    }
  while (agreed_window_get_busy (window) || g_main_context_pending (NULL));
}

void
close_window (AgreedWindow *window)
{
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  gtk_window_destroy (GTK_WINDOW (window));
  for (guint i = 0; i < 2000 && window != NULL; i++)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (1000);
    }
  g_assert_null (window);
}
