/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings.h"
#include "window-private.h"

/* What a window looks like is kept for the next one: its size, its panes, its columns. */

static const char collapsed_before[] = "agreed-collapsed-before";
static const char for_now[] = "agreed-for-now";

/* A split view shows and hides its pane by itself when it gets room or loses it. Only what is done while it has room is
 * what the user wants; and that is what is shown again once there is room again. */
static void
pane_changed (AdwOverlaySplitView *split,
              GParamSpec          *pspec,
              gpointer             key)
{
  gboolean collapsed = adw_overlay_split_view_get_collapsed (split);
  gboolean collapsing = collapsed != GPOINTER_TO_INT (g_object_get_data (G_OBJECT (split), collapsed_before));
  GSettings *settings = agreed_settings_get ();

  if (g_str_equal (pspec->name, "collapsed"))
    {
      g_object_set_data (G_OBJECT (split), collapsed_before, GINT_TO_POINTER (collapsed));
      if (!collapsed)
        adw_overlay_split_view_set_show_sidebar (split, g_settings_get_boolean (settings, key));
    }
  else if (!collapsed && !collapsing && g_object_get_data (G_OBJECT (split), for_now) == NULL)
    g_settings_set_boolean (settings, key, adw_overlay_split_view_get_show_sidebar (split));
}

static void
keep_pane (AdwOverlaySplitView *split,
           const char          *key)
{
  if (agreed_settings_get () == NULL)
    return;
  adw_overlay_split_view_set_show_sidebar (split, g_settings_get_boolean (agreed_settings_get (), key));
  g_signal_connect (split, "notify::show-sidebar", G_CALLBACK (pane_changed), (gpointer) key);
  g_signal_connect (split, "notify::collapsed", G_CALLBACK (pane_changed), (gpointer) key);
}

void
agreed_window_hide_for_now (AdwOverlaySplitView *split)
{
  g_object_set_data (G_OBJECT (split), for_now, (gpointer) for_now);
  adw_overlay_split_view_set_show_sidebar (split, FALSE);
  g_object_set_data (G_OBJECT (split), for_now, NULL);
}

static void
font_changed (GSettings            *settings,
              const char           *key,
              AgreedComparisonView *view)
{
  g_autofree char *family = NULL;

  if (settings == NULL)
    return;
  switch (g_settings_get_enum (settings, "typeface"))
    {
    case AGREED_TYPEFACE_SERIF:
      family = g_strdup ("Serif");
      break;
    case AGREED_TYPEFACE_CHOSEN:
      family = g_settings_get_string (settings, "font-family");
      break;
    case AGREED_TYPEFACE_INTERFACE:
    default:
      break;
    }
  g_object_set (view, "font-family", family, NULL);
}

void
agreed_window_keep_state (AgreedWindow *self)
{
  /* A window that is open stays as it is when another one is changed. */
  const GSettingsBindFlags flags = G_SETTINGS_BIND_DEFAULT | G_SETTINGS_BIND_GET_NO_CHANGES;

  agreed_settings_bind ("window-width", self, "default-width", flags);
  agreed_settings_bind ("window-height", self, "default-height", flags);
  agreed_settings_bind ("window-maximized", self, "maximized", flags);
  agreed_settings_bind ("one-column", self, "one-column", flags);
  agreed_settings_bind ("text-scale", self->view, "text-scale", G_SETTINGS_BIND_DEFAULT);
  agreed_settings_bind ("older-share", self->view, "older-share", G_SETTINGS_BIND_DEFAULT);
  agreed_settings_watch ("typeface", G_CALLBACK (font_changed), self->view);
  agreed_settings_watch ("font-family", G_CALLBACK (font_changed), self->view);
  font_changed (agreed_settings_get (), NULL, self->view);
  keep_pane (self->sidebar_split, "show-sidebar");
  keep_pane (self->inspector_split, "show-inspector");
}
