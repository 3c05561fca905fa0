/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings.h"
#include "window-private.h"

/* Whether changes of punctuation alone are marked. */

#define KEY "show-punctuation"

static void
update (AgreedWindow *self)
{
  GSettings *settings = agreed_settings_get ();

  agreed_comparison_view_set_shows_punctuation (self->view, settings != NULL && g_settings_get_boolean (settings, KEY));
}

static void
changed (GSettings    *settings,
         const char   *key,
         AgreedWindow *self)
{
  update (self);
}

void
agreed_window_init_punctuation (AgreedWindow *self)
{
  g_autoptr (GAction) action = NULL;

  if (agreed_settings_get () == NULL)
    return;

  action = g_settings_create_action (agreed_settings_get (), KEY);
  g_action_map_add_action (G_ACTION_MAP (self), action);
  agreed_settings_watch (KEY, G_CALLBACK (changed), self);
  update (self);
}
