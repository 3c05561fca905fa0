/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link-chooser.h"

#include "sentences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
  AgreedText *others;
  AgreedSide side;
  char *label;
} Choice;

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_clear_object (&choice->others);
  g_free (choice->label);
  g_free (choice);
}

static void
choose (GtkWidget   *button,
        GtkListItem *item)
{
  GtkWidget *popover = gtk_widget_get_ancestor (button, GTK_TYPE_POPOVER);
  const Choice *choice = g_object_get_data (G_OBJECT (popover), "choice");
  const char *other = agreed_paragraph_get_label (gtk_list_item_get_item (item));
  gboolean from_older = choice->side == AGREED_SIDE_OLDER;
  g_autoptr (GVariant) target = g_variant_ref_sink (
    g_variant_new ("(ss)", from_older ? choice->label : other, from_older ? other : choice->label));

  /* The edit changes the comparison, which takes this popover away. */
  g_object_ref (popover);
  gtk_popover_popdown (GTK_POPOVER (popover));
  gtk_widget_activate_action_variant (popover, "win.link", target);
  g_object_unref (popover);
}

/* Buttons, for assistive technologies can press a button and not a list's item. */
static void
setup_item (GtkSignalListItemFactory *factory,
            GtkListItem              *item)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "body");
  gtk_widget_add_css_class (button, "flat");
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_signal_connect (button, "clicked", G_CALLBACK (choose), item);
  gtk_list_item_set_child (item, button);
  gtk_list_item_set_focusable (item, FALSE);
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_item (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           const char               *language)
{
  AgreedParagraph *paragraph = gtk_list_item_get_item (item);
  GtkWidget *button = gtk_list_item_get_child (item);
  g_autofree char *line = g_strdup_printf ("%s  %s", agreed_paragraph_get_label (paragraph),
                                           agreed_paragraph_get_wording (paragraph));
  g_autofree char *marked = agreed_mark_up_in (language, line);

  gtk_label_set_markup (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), marked);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);
  gtk_list_item_set_accessible_label (item, line);
}

static void
fill (GtkWidget *popover)
{
  const Choice *choice = g_object_get_data (G_OBJECT (popover), "choice");
  GtkScrolledWindow *scrolled = GTK_SCROLLED_WINDOW (gtk_popover_get_child (GTK_POPOVER (popover)));
  GtkListItemFactory *factory;
  GtkSelectionModel *model;
  GtkWidget *list;

  if (gtk_scrolled_window_get_child (scrolled) != NULL)
    return;
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_item), NULL);
  g_signal_connect_data (factory, "bind", G_CALLBACK (bind_item), g_strdup (agreed_text_get_language (choice->others)),
                         (GClosureNotify) (void (*) (void)) g_free, G_CONNECT_DEFAULT);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (choice->others))));
  list = gtk_list_view_new (model, factory);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Paragraphs to link with"), -1);
  gtk_widget_add_css_class (list, "navigation-sidebar");
  gtk_scrolled_window_set_child (scrolled, list);
}

GtkWidget *
agreed_link_chooser_new (AgreedProject   *project,
                         AgreedSide       side,
                         AgreedParagraph *paragraph)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  AgreedSide other_side = side == AGREED_SIDE_OLDER ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;
  Choice *choice = g_new0 (Choice, 1);

  choice->others = g_object_ref (agreed_project_get_text (project, other_side));
  choice->side = side;
  choice->label = g_strdup (agreed_paragraph_get_label (paragraph));
  g_object_set_data_full (G_OBJECT (popover), "choice", choice, choice_free);
  gtk_widget_add_css_class (popover, "menu");
  gtk_widget_set_size_request (scrolled, 320, 360);
  gtk_popover_set_child (GTK_POPOVER (popover), scrolled);
  g_signal_connect (popover, "map", G_CALLBACK (fill), NULL);
  return popover;
}
