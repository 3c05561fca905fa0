/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application.h"
#include "commands.h"
#include "help-dialog.h"
#include "help-page.h"

/* The guide. */

static const char *const languages[] = { "C", "zh_CN" };

static AgreedHelpPage *
load (const char *language,
      const char *file)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_PREFIX "/help/%s/%s", language, file);
  g_autofree char *id = g_strndup (file, strlen (file) - strlen (".page"));
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  AgreedHelpPage *page;

  g_assert_no_error (error);
  page = agreed_help_page_parse (id, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  return page;
}

/* Each page is there in each language, with as many parts, every one of them with words that are well-formed markup. */
static void
test_pages (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = g_resources_enumerate_children (RESOURCE_PREFIX "/help/C", G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (files), ==, 8);
  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (AgreedHelpPage) source = load ("C", files[i]);

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        {
          g_autoptr (AgreedHelpPage) page = load (languages[j], files[i]);
          g_autoptr (GtkWidget) widget = g_object_ref_sink (agreed_help_page_create_widget (page));
          guint n_parts = 0;

          g_assert_nonnull (page->title);
          g_assert_nonnull (page->description);
          g_assert_cmpuint (page->blocks->len, ==, source->blocks->len);
          for (GtkWidget *part = gtk_widget_get_first_child (widget); part != NULL; part = gtk_widget_get_next_sibling (part))
            {
              GtkWidget *label = GTK_IS_LABEL (part) ? part : gtk_widget_get_last_child (part);

              g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), !=, "");
              n_parts++;
            }
          g_assert_cmpuint (n_parts, ==, page->blocks->len);
        }
    }
}

static void
test_markup (void)
{
  static const char contents[] = "<page><title>A &amp; B</title><section><title>C</title><steps><item><p>press\n  "
                                 "<keyseq><key>Ctrl</key><key>S</key></keyseq> for <gui>Save</gui></p></item>"
                                 "<item><p>two</p></item></steps></section></page>";
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedHelpPage) page = agreed_help_page_parse ("a", contents, strlen (contents), &error);
  g_autoptr (GtkWidget) widget = NULL;
  GtkWidget *first, *second;

  g_assert_no_error (error);
  g_assert_cmpstr (page->title, ==, "A &amp; B");
  g_assert_cmpuint (page->blocks->len, ==, 3);
  widget = g_object_ref_sink (agreed_help_page_create_widget (page));
  first = gtk_widget_get_next_sibling (gtk_widget_get_first_child (widget));
  second = gtk_widget_get_next_sibling (first);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (first))), ==, "1.");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_last_child (first))), ==, "press Ctrl+S for Save");
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (second))), ==, "2.");
}

static void
test_damaged (void)
{
  static const char contents[] = "<page><title>A</page>";
  g_autoptr (GError) error = NULL;

  g_assert_null (agreed_help_page_parse ("a", contents, strlen (contents), &error));
  g_assert_nonnull (error);
  g_assert_null (agreed_help_page_load ("no-such-page"));
}

static gboolean
has_key (const char *key)
{
  guint n_commands;
  const AgreedCommand *commands = agreed_commands_get (&n_commands);

  for (guint i = 0; i < n_commands; i++)
    for (guint j = 0; j < G_N_ELEMENTS (commands[i].keys) && commands[i].keys[j] != NULL; j++)
      if (g_str_equal (commands[i].keys[j], key))
        return TRUE;
  return FALSE;
}

/* What the pages say of keys is so. */
static void
test_keys (void)
{
  static const char *const named[] = { "F1", "F5", "F6", "F7", "F8", "<Shift>F8", "F9", "F12", "<Alt>Left", "<Control>s", "<Control>t",
                                       "<Control>e", "<Control>r", "<Control>u", "<Control>z", "<Control>c", "<Control>plus",
                                       "<Control>minus", "<Control>question", "<Control><Shift>p", "<Control>Return",
                                       "<Control>BackSpace" };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (!has_key (named[i]))
      g_error ("the guide names a key that no command has: %s", named[i]);
}

static void
test_dialog (void)
{
  g_autoptr (AdwDialog) dialog = g_object_ref_sink (agreed_help_dialog_new ());
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (adw_dialog_get_child (dialog));

  g_assert_cmpstr (adw_navigation_page_get_title (adw_navigation_view_get_visible_page (navigation)), ==, "Help");
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/window/help/pages", test_pages);
  g_test_add_func ("/window/help/markup", test_markup);
  g_test_add_func ("/window/help/damaged", test_damaged);
  g_test_add_func ("/window/help/keys", test_keys);
  g_test_add_func ("/window/help/dialog", test_dialog);
  return g_test_run ();
}
