/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Long enough for panes and banners to come in, and for row heights that settle. */
#define REST_MILLISECONDS 900

/* On a machine that is busy the window may not be laid out anew by then: it has nothing to draw, and rests once more. */
#define MOST_RESTS 20

typedef struct {
  AgreedWindow *window;
  char *path;
  char **actions;
  gulong frame_id;
  guint n_rests;
} Picture;

/* /proc/self/stat: after the command, which stands in brackets and may hold anything, the twentieth field is the start in
 * clock ticks since the machine was booted (proc_pid_stat(5)). */
static double
get_start_seconds (void)
{
  g_autofree char *stat = NULL;
  g_auto (GStrv) fields = NULL;
  const char *after;

  if (!g_file_get_contents ("/proc/self/stat", &stat, NULL, NULL) || (after = strrchr (stat, ')')) == NULL)
    return -1;
  fields = g_strsplit (after + 2, " ", -1);
  if (g_strv_length (fields) < 20)
    return -1;
  return (double) g_ascii_strtoull (fields[19], NULL, 10) / (double) sysconf (_SC_CLK_TCK);
}

double
agreed_picture_get_seconds_since_start (void)
{
  struct timespec now;
  double start = get_start_seconds ();

  if (start < 0 || clock_gettime (CLOCK_BOOTTIME, &now) != 0)
    return -1;
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9 - start;
}

/* CPU time beside the clock's: it tells of the program alone, on a machine that does other things as well. It is said
 * at once, for whoever measures ends the program then. */
static void
say_first_frame (void)
{
  struct timespec cpu = { 0 };

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &cpu);
  g_print ("first frame after %.3f s, %.3f s of CPU\n", agreed_picture_get_seconds_since_start (),
           (double) cpu.tv_sec + (double) cpu.tv_nsec / 1e9);
  fflush (stdout);
}

static GdkTexture *
render (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderer *renderer = gtk_native_get_renderer (GTK_NATIVE (widget));
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  node = gtk_snapshot_to_node (snapshot);
  if (renderer == NULL || node == NULL)
    return NULL;
  return gsk_renderer_render_texture (renderer, node, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
}

static void
finish (gpointer user_data)
{
  Picture *picture = user_data;
  g_autoptr (GdkTexture) texture = render (GTK_WIDGET (picture->window));
  const char *message = agreed_window_get_message (picture->window);

  if (texture == NULL && ++picture->n_rests < MOST_RESTS)
    {
      g_timeout_add_once (REST_MILLISECONDS, finish, picture);
      return;
    }
  /* A picture of a failure is no picture of the comparison: whoever asked for it has to know. */
  if (texture == NULL || !gdk_texture_save_to_png (texture, picture->path))
    {
      g_printerr ("agreed-language: %s: the picture could not be written\n", picture->path);
      exit (EXIT_FAILURE);
    }
  if (message != NULL)
    {
      g_printerr ("agreed-language: %s\n", message);
      exit (EXIT_FAILURE);
    }
  gtk_window_destroy (GTK_WINDOW (picture->window));
  g_object_unref (picture->window);
  g_free (picture->path);
  g_strfreev (picture->actions);
  g_free (picture);
}

static void
activate (Picture *picture)
{
  for (char **each = picture->actions; each != NULL && *each != NULL; each++)
    {
      g_autofree char *name = NULL;
      g_autoptr (GVariant) target = NULL;

      if (!g_action_parse_detailed_name (*each, &name, &target, NULL)
          || !gtk_widget_activate_action_variant (GTK_WIDGET (picture->window), name, target))
        g_printerr ("agreed-language: %s: there is no such action\n", *each);
    }
}

static void
frame_drawn (GdkFrameClock *clock,
             Picture       *picture)
{
  if (agreed_window_get_busy (picture->window))
    return;
  gtk_widget_remove_css_class (GTK_WIDGET (picture->window), "solid-csd");
  say_first_frame ();
  g_clear_signal_handler (&picture->frame_id, clock);
  activate (picture);
  g_timeout_add_once (REST_MILLISECONDS, finish, picture);
}

static void
realized (GtkWidget *widget,
          Picture   *picture)
{
  picture->frame_id =
    g_signal_connect (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (frame_drawn), picture);
  gtk_widget_queue_draw (widget);
}

void
agreed_picture_take (AgreedWindow *window,
                     const char   *path,
                     const char   *const *actions)
{
  Picture *picture;

  g_return_if_fail (AGREED_IS_WINDOW (window));
  g_return_if_fail (path != NULL);

  /* Half of an animation is no picture. */
  g_object_set (gtk_widget_get_settings (GTK_WIDGET (window)), "gtk-enable-animations", FALSE, NULL);

  picture = g_new0 (Picture, 1);
  picture->window = g_object_ref (window);
  picture->path = g_strdup (path);
  picture->actions = g_strdupv ((char **) actions);
  g_signal_connect (window, "realize", G_CALLBACK (realized), picture);
}
