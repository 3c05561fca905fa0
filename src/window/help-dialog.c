/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "help-dialog.h"

#include "help-page.h"

#include <glib/gi18n.h>

/* In the order in which they are of use. */
static const char *const pages[] = { "first-comparison", "marks", "topics", "links", "hand-on", "keyboard", "limits" };

static GtkWidget *
create_view (GtkWidget *content)
{
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 560);
  gtk_widget_set_margin_start (clamp, 18);
  gtk_widget_set_margin_end (clamp, 18);
  gtk_widget_set_margin_top (clamp, 6);
  gtk_widget_set_margin_bottom (clamp, 24);
  adw_clamp_set_child (ADW_CLAMP (clamp), content);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  return view;
}

static void
page_chosen (AdwActionRow *row,
             gpointer      user_data)
{
  AdwNavigationView *navigation = ADW_NAVIGATION_VIEW (gtk_widget_get_ancestor (GTK_WIDGET (row), ADW_TYPE_NAVIGATION_VIEW));
  g_autoptr (AgreedHelpPage) page = agreed_help_page_load (user_data);

  if (navigation != NULL && page != NULL)
    adw_navigation_view_push (navigation, adw_navigation_page_new (create_view (agreed_help_page_create_widget (page)), page->title));
}

static GtkWidget *
create_row (const char *id)
{
  g_autoptr (AgreedHelpPage) page = agreed_help_page_load (id);
  GtkWidget *row;

  if (page == NULL)
    return NULL;
  row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), page->title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), page->description);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (page_chosen), (gpointer) id);
  return row;
}

static GtkWidget *
create_index (void)
{
  g_autoptr (AgreedHelpPage) page = agreed_help_page_load ("index");
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *list = gtk_list_box_new ();

  if (page != NULL)
    gtk_box_append (GTK_BOX (box), agreed_help_page_create_widget (page));
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      GtkWidget *row = create_row (pages[i]);

      if (row != NULL)
        gtk_list_box_append (GTK_LIST_BOX (list), row);
    }
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_box_append (GTK_BOX (box), list);
  return box;
}

AdwDialog *
agreed_help_dialog_new (void)
{
  AdwDialog *self = adw_dialog_new ();
  GtkWidget *navigation = adw_navigation_view_new ();

  adw_navigation_view_push (ADW_NAVIGATION_VIEW (navigation), adw_navigation_page_new (create_view (create_index ()), _("Help")));
  adw_dialog_set_title (self, _("Help"));
  adw_dialog_set_content_width (self, 600);
  adw_dialog_set_content_height (self, 640);
  adw_dialog_set_child (self, navigation);
  return self;
}
