/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-dialog.h"
#include "settings.h"
#include "window-fixture.h"

/* What the user chose in one window holds in the next. */

static void
reset (void)
{
  GSettings *settings = agreed_settings_get ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_auto (GStrv) keys = NULL;

  g_assert_nonnull (settings);
  g_object_get (settings, "settings-schema", &schema, NULL);
  keys = g_settings_schema_list_keys (schema);
  for (guint i = 0; keys[i] != NULL; i++)
    g_settings_reset (settings, keys[i]);
}

static void
test_size (void)
{
  AgreedWindow *window;
  int width, height;

  reset ();
  window = open_sample ();
  gtk_window_set_default_size (GTK_WINDOW (window), 1111, 777);
  close_window (window);

  window = open_sample ();
  gtk_window_get_default_size (GTK_WINDOW (window), &width, &height);
  g_assert_cmpint (width, ==, 1111);
  g_assert_cmpint (height, ==, 777);
  close_window (window);
}

static void
test_panes (void)
{
  AgreedWindow *window;

  reset ();
  window = open_sample ();
  g_assert_true (adw_overlay_split_view_get_show_sidebar (window->sidebar_split));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.one-column", NULL));
  close_window (window);

  window = open_sample ();
  g_assert_false (adw_overlay_split_view_get_show_sidebar (window->sidebar_split));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (window->inspector_split));
  g_assert_true (window->one_column);
  close_window (window);
}

/* A pane that had to go for want of room was not sent away, and one that was sent away does not come back with the room. */
static void
test_collapsing (void)
{
  AgreedWindow *window;

  reset ();
  window = open_sample ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.toggle-sidebar", NULL));
  for (guint i = 0; i < 2; i++)
    {
      adw_overlay_split_view_set_collapsed (window->sidebar_split, i == 0);
      adw_overlay_split_view_set_collapsed (window->inspector_split, i == 0);
    }
  g_assert_false (adw_overlay_split_view_get_show_sidebar (window->sidebar_split));
  g_assert_true (adw_overlay_split_view_get_show_sidebar (window->inspector_split));
  g_assert_false (g_settings_get_boolean (agreed_settings_get (), "show-sidebar"));
  g_assert_true (g_settings_get_boolean (agreed_settings_get (), "show-inspector"));
  close_window (window);
}

/* As narrow as a telephone: nothing asks for more, which libadwaita would warn of. */
static void
test_narrow (void)
{
  AgreedWindow *window;

  reset ();
  g_settings_set_int (agreed_settings_get (), "window-width", 360);
  g_settings_set_int (agreed_settings_get (), "window-height", 640);
  window = open_sample ();
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (window)), <=, 360);
  g_assert_true (window->narrow);
  gtk_stack_set_visible_child_name (window->stack, "start");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  close_window (window);
}

static double
get_text_scale (AgreedWindow *window)
{
  double scale;

  g_object_get (window->view, "text-scale", &scale, NULL);
  return scale;
}

static void
test_text_size (void)
{
  AgreedWindow *window;
  double scale;

  reset ();
  window = open_sample ();
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.zoom-in", NULL);
  g_assert_cmpfloat_with_epsilon (get_text_scale (window), 3, 1e-6);
  for (guint i = 0; i < 30; i++)
    gtk_widget_activate_action (GTK_WIDGET (window), "win.zoom-out", NULL);
  g_assert_cmpfloat_with_epsilon (get_text_scale (window), .5, 1e-6);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.zoom-normal", NULL);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.zoom-in", NULL);
  scale = get_text_scale (window);
  g_assert_cmpfloat (scale, >, 1);
  close_window (window);

  window = open_sample ();
  g_assert_cmpfloat_with_epsilon (get_text_scale (window), scale, 1e-6);
  close_window (window);
}

static void
test_columns (void)
{
  AgreedWindow *window;
  int x, older, newer;

  reset ();
  window = open_sample ();
  g_assert_true (agreed_comparison_view_get_column (window->view, AGREED_SIDE_OLDER, &x, &older));
  g_assert_true (agreed_comparison_view_get_column (window->view, AGREED_SIDE_NEWER, &x, &newer));
  g_assert_cmpint (ABS (older - newer), <=, 1);
  g_object_set (window->view, "older-share", .3, NULL);
  close_window (window);

  window = open_sample ();
  g_assert_true (agreed_comparison_view_get_column (window->view, AGREED_SIDE_OLDER, &x, &older));
  g_assert_true (agreed_comparison_view_get_column (window->view, AGREED_SIDE_NEWER, &x, &newer));
  g_assert_cmpfloat_with_epsilon (older / (double) (older + newer), .3, .01);
  close_window (window);
}

/* The child of a kind that is named so. */
static GtkWidget *
find_row (GtkWidget  *parent,
          const char *title)
{
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (ADW_IS_PREFERENCES_ROW (child) && g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (child)), title))
        return child;
      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
test_preferences (void)
{
  AgreedWindow *window;
  AdwDialog *dialog;
  g_autofree char *family = NULL, *style = NULL;

  reset ();
  window = open_sample ();
  dialog = agreed_preferences_dialog_new ();
  adw_dialog_present (dialog, GTK_WIDGET (window));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (dialog), "_Font of the Texts")), 1);
  g_object_get (window->view, "font-family", &family, NULL);
  g_assert_cmpstr (family, ==, "Serif");
  g_assert_false (gtk_widget_get_sensitive (find_row (GTK_WIDGET (dialog), "_Other Font")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (dialog), "_Font of the Texts")), 2);
  g_assert_true (gtk_widget_get_sensitive (find_row (GTK_WIDGET (dialog), "_Other Font")));
  g_settings_set_string (agreed_settings_get (), "font-family", "DejaVu Sans Mono");
  g_clear_pointer (&family, g_free);
  g_object_get (window->view, "font-family", &family, NULL);
  g_assert_cmpstr (family, ==, "DejaVu Sans Mono");
  adw_spin_row_set_value (ADW_SPIN_ROW (find_row (GTK_WIDGET (dialog), "_Size of the Texts, in Percent")), 150);
  g_assert_cmpfloat_with_epsilon (get_text_scale (window), 1.5, 1e-6);
  adw_combo_row_set_selected (ADW_COMBO_ROW (find_row (GTK_WIDGET (dialog), "S_tyle")), 2);
  style = g_settings_get_string (agreed_settings_get (), "style");
  g_assert_cmpstr (style, ==, "dark");
  adw_dialog_force_close (dialog);
  close_window (window);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window-settings/size", test_size);
  g_test_add_func ("/window-settings/panes", test_panes);
  g_test_add_func ("/window-settings/collapsing", test_collapsing);
  g_test_add_func ("/window-settings/narrow", test_narrow);
  g_test_add_func ("/window-settings/text-size", test_text_size);
  g_test_add_func ("/window-settings/columns", test_columns);
  g_test_add_func ("/window-settings/preferences", test_preferences);

  return g_test_run ();
}
