/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "styles.h"

typedef struct {
  const char *property; /* of AdwStyleManager */
  const char *sheet;
  guint priority;
} Sheet;

/* Above style.css, which libadwaita adds as the application's; high contrast above both. */
static const Sheet sheets[] = {
  { "dark", RESOURCE_PREFIX "/dark.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1 },
  { "high-contrast", RESOURCE_PREFIX "/high-contrast.css", GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 2 },
};

static void
update (AdwStyleManager *manager,
        GParamSpec      *pspec,
        GtkCssProvider  *provider)
{
  const Sheet *sheet = g_object_get_data (G_OBJECT (provider), "sheet");
  GdkDisplay *display = adw_style_manager_get_display (manager);
  gboolean wanted;

  g_object_get (manager, sheet->property, &wanted, NULL);
  if (wanted)
    gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider), sheet->priority);
  else
    gtk_style_context_remove_provider_for_display (display, GTK_STYLE_PROVIDER (provider));
}

void
agreed_styles_follow (GdkDisplay *display)
{
  AdwStyleManager *manager;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  manager = adw_style_manager_get_for_display (display);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();
      g_autofree char *signal = g_strconcat ("notify::", sheets[i].property, NULL);

      gtk_css_provider_load_from_resource (provider, sheets[i].sheet);
      g_object_set_data (G_OBJECT (provider), "sheet", (gpointer) &sheets[i]);
      update (manager, NULL, provider);
      g_signal_connect_data (manager, signal, G_CALLBACK (update), g_steal_pointer (&provider),
                             (GClosureNotify) (void (*) (void)) g_object_unref, 0);
    }
}
