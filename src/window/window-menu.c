/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include <glib/gi18n.h>

/* The menu of the comparison: what can be done with the words that are selected, and with the row at hand. */

static GMenuModel *
create_topics (AgreedWindow *self)
{
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (self->project));
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (agreed_topic_get_display_name (topic), NULL);

      g_menu_item_set_action_and_target (item, "win.tag-selection", "s", agreed_topic_get_id (topic));
      g_menu_append_item (menu, item);
    }
  return G_MENU_MODEL (menu);
}

static void
append_section (GMenu      *menu,
                const char *const (*items)[2])
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; items[i][0] != NULL; i++)
    g_menu_append (section, _(items[i][0]), items[i][1]);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static GMenuModel *
create_menu (AgreedWindow *self)
{
  static const char *const copying[][2] = {
    { N_("_Copy"), "win.copy" },
    { N_("Copy as _Redline"), "win.copy-redline" },
    { NULL },
  };
  static const char *const editing[][2] = {
    { N_("Write a _Note"), "win.edit-note" },
    { N_("_Link with Another Paragraph…"), "win.link-with" },
    { N_("_Unlink"), "win.unlink-row" },
    { NULL },
  };
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) words = g_menu_new ();
  g_autoptr (GMenuModel) topics = create_topics (self);
  AgreedParagraph *paragraph;
  AgreedSide side;
  gsize start, length;

  if (agreed_comparison_view_get_selected_passage (self->view, &side, &paragraph, &start, &length))
    {
      g_menu_append_submenu (words, _("_Topic on These Words"), topics);
      g_menu_append (words, _("Note on These _Words"), "win.note-words");
    }
  else
    {
      g_menu_append (words, _("_Topic on Words…"), "win.tag-words");
      g_menu_append (words, _("Note on _Words…"), "win.note-words");
    }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (words));
  append_section (menu, copying);
  append_section (menu, editing);
  return G_MENU_MODEL (menu);
}

/* What was chosen may still look for the menu's place in the window. */
static void
menu_closed (GtkWidget *popover)
{
  g_idle_add_once ((GSourceOnceFunc) (void (*) (void)) gtk_widget_unparent, popover);
}

static void
menu_requested (AgreedWindow *self,
                double        x,
                double        y)
{
  GtkWidget *view = GTK_WIDGET (self->view), *parent = gtk_widget_get_parent (view);
  g_autoptr (GMenuModel) menu = create_menu (self);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);
  graphene_point_t place;

  if (!gtk_widget_compute_point (view, parent, &GRAPHENE_POINT_INIT ((float) x, (float) y), &place))
    place = GRAPHENE_POINT_INIT (0, 0);
  gtk_widget_set_parent (popover, parent);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle) { (int) place.x, (int) place.y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (menu_closed), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
agreed_window_init_menu (AgreedWindow *self)
{
  g_signal_connect_object (self->view, "menu-requested", G_CALLBACK (menu_requested), self, G_CONNECT_SWAPPED);
}
