/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-fixture.h"

/* Who asked the system for no motion sees none: what opens or closes is there with the next frame. */

static int
get_view_width (AgreedWindow *window)
{
  return gtk_widget_get_width (GTK_WIDGET (window->view));
}

/* How wide the comparison is one frame after the outline was hidden, of what it is in the end. */
static void
hide_outline (gboolean  animations,
              int      *at_once,
              int      *in_the_end)
{
  AgreedWindow *window;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", animations, NULL);
  window = open_sample ();
  adw_overlay_split_view_set_show_sidebar (window->sidebar_split, TRUE);
  for (guint i = 0; i < 600; i++)
    {
      wait_until_idle (window);
      g_usleep (1000);
    }
  gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  *at_once = get_view_width (window);
  for (guint i = 0; i < 1000; i++)
    {
      wait_until_idle (window);
      g_usleep (1000);
    }
  *in_the_end = get_view_width (window);
  close_window (window);
}

static void
test_outline (void)
{
  int at_once, in_the_end;

  /* With motion it is under way, so that this test can tell. */
  hide_outline (TRUE, &at_once, &in_the_end);
  g_assert_cmpint (at_once, <, in_the_end);
  hide_outline (FALSE, &at_once, &in_the_end);
  g_assert_cmpint (at_once, ==, in_the_end);
}

/* From the start page to the comparison, and to a row far away. */
static void
test_jumps (void)
{
  AgreedWindow *window;
  GtkAdjustment *adjustment;
  double value;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  window = open_window ();
  agreed_window_open_sample (window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (window->stack), ==, "comparison");
  g_assert_false (gtk_stack_get_transition_running (window->stack));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  wait_until_idle (window);
  agreed_comparison_view_jump_to (window->view, 30);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (window->view));
  value = gtk_adjustment_get_value (adjustment);
  g_assert_cmpfloat (value, >, 0);
  for (guint i = 0; i < 300; i++)
    {
      wait_until_idle (window);
      g_usleep (1000);
    }
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment), ==, value);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window-motion/outline", test_outline);
  g_test_add_func ("/window-motion/jumps", test_jumps);

  return g_test_run ();
}
