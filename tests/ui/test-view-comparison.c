/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "overview.h"

#include "view-samples.h"

#include <adwaita.h>

/* A window with the view and its strip. With AGREED_SHOTS, a folder, pictures of it are left there to be looked at. */
typedef struct {
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *overview;
  GtkWidget *scroller;
} Stage;

static void
wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static Stage
stage_new (GListModel *rows,
           const char *language,
           int         width,
           int         height)
{
  Stage stage = { gtk_window_new (), agreed_comparison_view_new (), agreed_overview_new (), gtk_scrolled_window_new () };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  agreed_comparison_view_set_languages (AGREED_COMPARISON_VIEW (stage.view), language, language);
  agreed_comparison_view_set_rows (AGREED_COMPARISON_VIEW (stage.view), rows);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (stage.scroller), stage.view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (stage.scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  agreed_overview_set_view (AGREED_OVERVIEW (stage.overview), AGREED_COMPARISON_VIEW (stage.view));
  gtk_widget_set_hexpand (stage.scroller, TRUE);
  gtk_box_append (GTK_BOX (box), stage.scroller);
  gtk_box_append (GTK_BOX (box), stage.overview);
  gtk_window_set_child (GTK_WINDOW (stage.window), box);
  gtk_window_set_decorated (GTK_WINDOW (stage.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage.window), width, height);
  gtk_window_present (GTK_WINDOW (stage.window));
  gtk_test_widget_wait_for_draw (stage.window);

  return stage;
}

static void
stage_free (Stage *stage)
{
  GtkWidget *view = stage->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  wait_ms (20);
  g_assert_null (view);
}

static void
shoot (Stage      *stage,
       const char *name)
{
  const char *folder = g_getenv ("AGREED_SHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL;
  GtkSnapshot *snapshot;
  int width = gtk_widget_get_width (stage->window), height = gtk_widget_get_height (stage->window);

  if (folder == NULL)
    return;

  wait_ms (200);
  paintable = gtk_widget_paintable_new (stage->window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (stage->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  file = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}

static void
test_pictures (void)
{
  static const char *const languages[] = { "en", "zh", "ar" };

  if (g_getenv ("AGREED_SHOTS") == NULL)
    {
      g_test_skip ("AGREED_SHOTS names no folder for pictures");
      return;
    }
  for (guint dark = 0; dark < 2; dark++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        for (int width = 1280; width >= 400; width -= width == 1280 ? 480 : 400)
          {
            g_autoptr (GListStore) rows = agreed_view_samples_new (languages[i]);
            Stage stage = stage_new (G_LIST_MODEL (rows), languages[i], width, 900);
            g_autofree char *name = g_strdup_printf ("%s-%d-%s", languages[i], width, dark ? "dark" : "light");

            agreed_comparison_view_set_one_column (AGREED_COMPARISON_VIEW (stage.view), width == 400);
            agreed_comparison_view_go_to (AGREED_COMPARISON_VIEW (stage.view), 2);
            shoot (&stage, name);
            stage_free (&stage);
          }
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/view/pictures", test_pictures);

  return g_test_run ();
}
