/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "link-list.h"

#include "link-chooser.h"

#include <glib/gi18n.h>

struct _AgreedLinkList {
  AdwBin parent_instance;

  GtkListBox *list;
};

G_DEFINE_FINAL_TYPE (AgreedLinkList, agreed_link_list, ADW_TYPE_BIN)

static char *
describe_link (AgreedLink *link)
{
  g_autofree char *why = agreed_link_describe_reason (link);

  if (!agreed_link_is_unsure (link))
    return g_steal_pointer (&why);
  /* Translators: why two paragraphs were linked, where a person should have a look */
  return g_strdup_printf (_("Not sure, please check: %s"), why);
}

/* Below a link, shown where there is a note or somebody asked to write one. */
static GtkWidget *
create_note_row (AgreedProject *project,
                 AgreedLink    *link,
                 const char    *title)
{
  GtkWidget *row = gtk_list_box_row_new ();
  g_autoptr (AgreedRecord) key =
    agreed_project_key_link_note (project, agreed_link_get_paragraph (link, AGREED_SIDE_OLDER),
                                  agreed_link_get_paragraph (link, AGREED_SIDE_NEWER));

  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), agreed_note_editor_new (project, key, NULL, title));
  gtk_widget_set_focusable (row, FALSE);
  gtk_widget_add_css_class (row, "link-note");
  g_object_set_data (G_OBJECT (row), "link", link);
  return row;
}

static GtkWidget *
create_suffix (GtkWidget  *button,
               const char *icon,
               const char *label)
{
  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  return button;
}

static void
show_note (GListModel *notes,
           guint       position,
           guint       n_removed,
           guint       n_added,
           GtkWidget  *button)
{
  if (g_list_model_get_n_items (notes) > 0)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* @row: the note's own row */
static GtkWidget *
create_note_button (AgreedLink *link,
                    GtkWidget  *row,
                    const char *title)
{
  GListModel *notes = G_LIST_MODEL (agreed_link_get_notes (link));
  g_autofree char *label = g_strdup_printf (_("Note on %s"), title);
  GtkWidget *button = create_suffix (gtk_toggle_button_new (), "document-edit-symbolic", label);

  g_object_bind_property (button, "active", row, "visible", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (show_note), button, G_CONNECT_DEFAULT);
  show_note (notes, 0, 0, 0, button);
  g_object_set_data (G_OBJECT (row), "button", button);
  return button;
}

static GtkWidget *
create_link_row (AgreedLink *link,
                 const char *title)
{
  const char *older = agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER));
  const char *newer = agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER));
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = describe_link (link);
  g_autofree char *unlink = g_strdup_printf (_("Unlink %s and %s"), older, newer);
  GtkWidget *button = create_suffix (gtk_button_new (), "user-trash-symbolic", unlink);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.unlink");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", older, newer);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

/* A row that opens a list of the other text's paragraphs. */
static GtkWidget *
create_link_with_row (AgreedProject   *project,
                      AgreedSide       side,
                      AgreedParagraph *paragraph)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_menu_button_new ();
  const char *label = agreed_paragraph_get_label (paragraph);
  g_autofree char *title = side == AGREED_SIDE_OLDER ? g_strdup_printf (_("Link %s with a newer paragraph…"), label)
                                                     : g_strdup_printf (_("Link %s with an older paragraph…"), label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "list-add-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), agreed_link_chooser_new (project, side, paragraph));
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  return row;
}

static void
agreed_link_list_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AGREED_TYPE_LINK_LIST);
  G_OBJECT_CLASS (agreed_link_list_parent_class)->dispose (object);
}

static void
agreed_link_list_class_init (AgreedLinkListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_link_list_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/link-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedLinkList, list);
}

static void
agreed_link_list_init (AgreedLinkList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_link (AgreedLinkList *self,
          AgreedProject  *project,
          AgreedLink     *link)
{
  g_autofree char *title =
    g_strdup_printf ("%s → %s", agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_OLDER)),
                     agreed_paragraph_get_label (agreed_link_get_paragraph (link, AGREED_SIDE_NEWER)));
  GtkWidget *row = create_link_row (link, title);
  GtkWidget *note = create_note_row (project, link, title);

  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_note_button (link, note, title));
  gtk_list_box_append (self->list, row);
  gtk_list_box_append (self->list, note);
}

void
agreed_link_list_set_row (AgreedLinkList *self,
                          AgreedProject  *project,
                          AgreedRow      *row)
{
  GPtrArray *links;

  g_return_if_fail (AGREED_IS_LINK_LIST (self));
  g_return_if_fail (AGREED_IS_ROW (row));

  gtk_list_box_remove_all (self->list);
  links = agreed_row_get_links (row);
  for (guint i = 0; i < links->len; i++)
    add_link (self, project, links->pdata[i]);
  for (int side = AGREED_SIDE_NEWER; side >= AGREED_SIDE_OLDER; side--)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        gtk_list_box_append (self->list, create_link_with_row (project, side, paragraphs->pdata[i]));
    }
}

/* The row of the link's note; of any where @link is NULL, from @row on. */
static GtkWidget *
find_note_row (GtkWidget  *row,
               AgreedLink *link)
{
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      AgreedLink *own = g_object_get_data (G_OBJECT (row), "link");

      if (own != NULL && (link == NULL || own == link))
        return row;
    }
  return NULL;
}

void
agreed_link_list_commit (AgreedLinkList *self)
{
  GtkWidget *row;

  g_return_if_fail (AGREED_IS_LINK_LIST (self));

  for (row = find_note_row (gtk_widget_get_first_child (GTK_WIDGET (self->list)), NULL); row != NULL;
       row = find_note_row (gtk_widget_get_next_sibling (row), NULL))
    agreed_note_editor_commit (AGREED_NOTE_EDITOR (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row))));
}

AgreedNoteEditor *
agreed_link_list_find_note (AgreedLinkList *self,
                            AgreedLink     *link)
{
  GtkWidget *row;

  g_return_val_if_fail (AGREED_IS_LINK_LIST (self), NULL);

  row = find_note_row (gtk_widget_get_first_child (GTK_WIDGET (self->list)), link);
  if (row == NULL)
    return NULL;
  gtk_toggle_button_set_active (g_object_get_data (G_OBJECT (row), "button"), TRUE);
  return AGREED_NOTE_EDITOR (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (row)));
}
