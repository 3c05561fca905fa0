/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"

#include "commands.h"
#include "help-dialog.h"
#include "picture.h"
#include "recovery-dialog.h"
#include "preferences-dialog.h"
#include "settings.h"
#include "shortcuts-dialog.h"
#include "styles.h"
#include "window.h"

#include <glib/gi18n.h>

/* As in the metainfo. */
#define WEBSITE "https://github.com/agreedlanguage/agreed-language"
/* Milliseconds that a window may wait for its files before it is shown without them. */
#define PATIENCE 150

struct _AgreedApplication {
  AdwApplication parent_instance;

  char *picture;
  char *size;
  gboolean dark;
  gboolean start;
  gboolean offered; /* what a crash left is offered once, over the first window */
  char **actions; /* detailed names, activated before the picture is taken */
};

G_DEFINE_FINAL_TYPE (AgreedApplication, agreed_application, ADW_TYPE_APPLICATION)

static void
new_window (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       application)
{
  gtk_window_present (GTK_WINDOW (agreed_window_new (application)));
}

static void
show_about (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       application)
{
  AdwDialog *dialog = adw_about_dialog_new ();

  g_object_set (dialog, "application-name", _("Agreed Language"), "application-icon", APPLICATION_ID, "version", VERSION,
                "developer-name", _("The Agreed Language developers"), "license-type", GTK_LICENSE_GPL_3_0,
                "comments", _("Compare two texts of a United Nations resolution, paragraph by paragraph."),
                "website", WEBSITE, "issue-url", WEBSITE "/issues",
                /* Translators: your names, a line each */
                "translator-credits", _("translator-credits"), NULL);
  adw_dialog_present (dialog, GTK_WIDGET (gtk_application_get_active_window (application)));
}

static void
show_shortcuts (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       application)
{
  adw_dialog_present (agreed_shortcuts_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (application)));
}

static void
show_preferences (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       application)
{
  GtkWindow *window = gtk_application_get_active_window (application);

  if (window != NULL)
    adw_dialog_present (agreed_preferences_dialog_new (), GTK_WIDGET (window));
}

static void
show_help (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       application)
{
  adw_dialog_present (agreed_help_dialog_new (), GTK_WIDGET (gtk_application_get_active_window (application)));
}

/* Every window asks about its own unsaved changes; the application ends with the last of them. */
static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       application)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));

  for (GList *each = windows; each != NULL; each = each->next)
    gtk_window_close (each->data);
}

static const GActionEntry app_actions[] = {
  { .name = "new-window", .activate = new_window },
  { .name = "preferences", .activate = show_preferences },
  { .name = "about", .activate = show_about },
  { .name = "help", .activate = show_help },
  { .name = "shortcuts", .activate = show_shortcuts },
  { .name = "quit", .activate = quit },
};

/* Not shown yet. */
static AgreedWindow *
create_window (AgreedApplication *self)
{
  AgreedWindow *window = agreed_window_new (GTK_APPLICATION (self));
  int width, height;

  if (self->size != NULL && sscanf (self->size, "%dx%d", &width, &height) == 2)
    gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  if (self->dark)
    adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  if (self->picture != NULL)
    agreed_picture_take (window, self->picture, (const char *const *) self->actions);
  return window;
}

static void
show_window (AgreedApplication *self,
             AgreedWindow      *window)
{
  gtk_window_present (GTK_WINDOW (window));
  if (!self->offered && self->picture == NULL)
    agreed_recovery_dialog_offer (window);
  self->offered = TRUE;
}

static gboolean
show_hidden_window (gpointer window)
{
  GtkApplication *self = gtk_window_get_application (window);

  /* A window that is gone belongs to nobody. */
  if (self != NULL && !gtk_widget_get_visible (window))
    show_window (AGREED_APPLICATION (self), window);
  return G_SOURCE_REMOVE;
}

/* What was read is shown in the window after this. */
static void
busy_changed (AgreedWindow *window)
{
  if (!agreed_window_get_busy (window))
    g_idle_add_full (G_PRIORITY_HIGH, show_hidden_window, g_object_ref (window), g_object_unref);
}

/* A window that opens with files shows them at once where they are read in a moment; the start page before them would be
 * drawn for nothing. */
static void
show_when_read (AgreedApplication *self,
                AgreedWindow      *window)
{
  if (!agreed_window_get_busy (window))
    {
      show_window (self, window);
      return;
    }
  g_signal_connect (window, "notify::busy", G_CALLBACK (busy_changed), NULL);
  g_timeout_add_full (G_PRIORITY_HIGH, PATIENCE, show_hidden_window, g_object_ref (window), g_object_unref);
}

static void
agreed_application_activate (GApplication *application)
{
  AgreedApplication *self = AGREED_APPLICATION (application);
  AgreedWindow *window = create_window (self);

  show_window (self, window);
  if (self->picture != NULL && !self->start)
    agreed_window_open_sample (window);
}

static AgreedWindow *
find_empty_window (GApplication *application)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (application)); each != NULL; each = each->next)
    if (AGREED_IS_WINDOW (each->data) && agreed_window_is_empty (each->data))
      return each->data;
  return NULL;
}

static void
agreed_application_open (GApplication  *application,
                         GFile        **files,
                         int            n_files,
                         const char    *hint)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  AgreedWindow *window = find_empty_window (application);
  AgreedWindow *there = window;

  for (int i = 0; i < n_files; i++)
    g_ptr_array_add (list, files[i]);
  if (window == NULL)
    window = create_window (AGREED_APPLICATION (application));
  agreed_window_open_files (window, list, TRUE);
  if (there != NULL)
    gtk_window_present (GTK_WINDOW (there));
  else
    show_when_read (AGREED_APPLICATION (application), window);
}

static void
style_changed (GSettings  *settings,
               const char *key,
               gpointer    manager)
{
  static const AdwColorScheme schemes[] = { ADW_COLOR_SCHEME_DEFAULT, ADW_COLOR_SCHEME_FORCE_LIGHT,
                                            ADW_COLOR_SCHEME_FORCE_DARK };

  adw_style_manager_set_color_scheme (manager, schemes[g_settings_get_enum (settings, "style")]);
}

/* Without settings there is nothing to prefer. */
static void
follow_settings (AgreedApplication *self)
{
  GAction *preferences = g_action_map_lookup_action (G_ACTION_MAP (self), "preferences");
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_simple_action_set_enabled (G_SIMPLE_ACTION (preferences), agreed_settings_get () != NULL);
  if (agreed_settings_get () == NULL)
    return;
  style_changed (agreed_settings_get (), NULL, manager);
  agreed_settings_watch ("style", G_CALLBACK (style_changed), manager);
}

static void
agreed_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (agreed_application_parent_class)->startup (application);

  agreed_styles_follow (gdk_display_get_default ());
  g_action_map_add_action_entries (G_ACTION_MAP (application), app_actions, G_N_ELEMENTS (app_actions), application);
  agreed_commands_set_keys (GTK_APPLICATION (application));
  follow_settings (AGREED_APPLICATION (application));
}

static int
agreed_application_handle_local_options (GApplication *application,
                                         GVariantDict *options)
{
  AgreedApplication *self = AGREED_APPLICATION (application);

  g_variant_dict_lookup (options, "picture", "^ay", &self->picture);
  g_variant_dict_lookup (options, "do", "^as", &self->actions);
  g_variant_dict_lookup (options, "size", "s", &self->size);
  g_variant_dict_lookup (options, "dark", "b", &self->dark);
  g_variant_dict_lookup (options, "start-page", "b", &self->start);
  if (self->picture != NULL)
    g_application_set_flags (application, g_application_get_flags (application) | G_APPLICATION_NON_UNIQUE);
  return G_APPLICATION_CLASS (agreed_application_parent_class)->handle_local_options (application, options);
}

static void
agreed_application_finalize (GObject *object)
{
  AgreedApplication *self = AGREED_APPLICATION (object);

  g_free (self->picture);
  g_free (self->size);
  g_strfreev (self->actions);
  G_OBJECT_CLASS (agreed_application_parent_class)->finalize (object);
}

static void
agreed_application_class_init (AgreedApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = agreed_application_finalize;
  application_class->startup = agreed_application_startup;
  application_class->activate = agreed_application_activate;
  application_class->open = agreed_application_open;
  application_class->handle_local_options = agreed_application_handle_local_options;
}

static void
agreed_application_init (AgreedApplication *self)
{
  /* For pictures of the window without a person in front of it; not for users, hence hidden. */
  static const GOptionEntry hidden[] = {
    { "picture", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_FILENAME, NULL, NULL, NULL },
    { "do", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING_ARRAY, NULL, NULL, NULL },
    { "size", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_STRING, NULL, NULL, NULL },
    { "dark", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { "start-page", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_NONE, NULL, NULL, NULL },
    { NULL },
  };

  g_application_add_main_option_entries (G_APPLICATION (self), hidden);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _("[OLDER NEWER | PROJECT.agreed]"));
  g_application_set_option_context_summary (G_APPLICATION (self),
                                            _("Compare two texts of a resolution, paragraph by paragraph."));
  g_application_set_version (G_APPLICATION (self), VERSION);
}

AgreedApplication *
agreed_application_new (void)
{
  return g_object_new (AGREED_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", RESOURCE_PREFIX, NULL);
}
