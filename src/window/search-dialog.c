/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "search-dialog.h"

#include "sentences.h"

#include <glib/gi18n.h>

struct _AgreedChoice {
  GObject parent_instance;

  char *title;
  char *subtitle;
  char *language;
  char *detail;
  gboolean possible;
  guint value;
};

G_DEFINE_FINAL_TYPE (AgreedChoice, agreed_choice, G_TYPE_OBJECT)

static void
agreed_choice_finalize (GObject *object)
{
  AgreedChoice *self = AGREED_CHOICE (object);

  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->language);
  g_free (self->detail);
  G_OBJECT_CLASS (agreed_choice_parent_class)->finalize (object);
}

static void
agreed_choice_class_init (AgreedChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = agreed_choice_finalize;
}

static void
agreed_choice_init (AgreedChoice *self)
{
}

AgreedChoice *
agreed_choice_new (const char *title,
                   const char *subtitle,
                   const char *language,
                   const char *detail,
                   gboolean    possible,
                   guint       value)
{
  AgreedChoice *self = g_object_new (AGREED_TYPE_CHOICE, NULL);

  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->language = g_strdup (language);
  self->detail = g_strdup (detail);
  self->possible = possible;
  self->value = value;
  return self;
}

const char *
agreed_choice_get_title (AgreedChoice *self)
{
  g_return_val_if_fail (AGREED_IS_CHOICE (self), NULL);

  return self->title;
}

guint
agreed_choice_get_value (AgreedChoice *self)
{
  g_return_val_if_fail (AGREED_IS_CHOICE (self), 0);

  return self->value;
}

gboolean
agreed_choice_is_possible (AgreedChoice *self)
{
  g_return_val_if_fail (AGREED_IS_CHOICE (self), FALSE);

  return self->possible;
}

struct _AgreedSearchDialog {
  AdwDialog parent_instance;

  GtkSearchEntry *entry;
  GtkStack *stack;
  GtkListView *list;
  GtkSingleSelection *selection;
  GtkLabel *nothing;

  GListStore *choices;
  AgreedChoicesFunc func;
  gpointer data;
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (AgreedSearchDialog, agreed_search_dialog, ADW_TYPE_DIALOG)

static GtkWidget *
create_label (const char *style,
              gboolean    ellipsize)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), ellipsize ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
setup_row (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           AgreedSearchDialog       *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *subtitle = create_label ("dimmed", TRUE);
  GtkWidget *detail = create_label ("command-key", FALSE);

  gtk_widget_set_margin_top (row, 4);
  gtk_widget_set_margin_bottom (row, 4);
  gtk_widget_set_valign (detail, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), create_label (NULL, TRUE));
  gtk_box_append (GTK_BOX (words), subtitle);
  gtk_box_append (GTK_BOX (row), words);
  gtk_box_append (GTK_BOX (row), detail);
  gtk_list_item_set_child (item, row);
}

static void
bind_row (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          AgreedSearchDialog       *self)
{
  AgreedChoice *choice = gtk_list_item_get_item (item);
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *words = gtk_widget_get_first_child (row);
  GtkWidget *title = gtk_widget_get_first_child (words);
  GtkWidget *subtitle = gtk_widget_get_next_sibling (title);
  GtkWidget *detail = gtk_widget_get_next_sibling (words);

  gtk_label_set_label (GTK_LABEL (title), choice->title);
  gtk_widget_set_visible (subtitle, choice->subtitle != NULL);
  if (choice->subtitle != NULL)
    {
      g_autofree char *markup = agreed_mark_up_in (choice->language, choice->subtitle);

      gtk_label_set_markup (GTK_LABEL (subtitle), markup);
    }
  gtk_label_set_label (GTK_LABEL (detail), choice->detail != NULL ? choice->detail : "");
  gtk_widget_set_visible (detail, choice->detail != NULL);
  gtk_widget_set_sensitive (row, choice->possible);
  gtk_list_item_set_accessible_label (item, choice->title);
  gtk_list_item_set_accessible_description (item, choice->detail != NULL ? choice->detail : "");
}

/* What can be chosen is selected before what cannot. */
static void
select_possible (AgreedSearchDialog *self)
{
  guint n_choices = g_list_model_get_n_items (G_LIST_MODEL (self->choices));

  for (guint i = 0; i < n_choices; i++)
    {
      g_autoptr (AgreedChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->choices), i);

      if (!choice->possible)
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      return;
    }
}

static void
update_choices (AgreedSearchDialog *self)
{
  g_autofree char *nothing = NULL;
  guint n_choices;

  g_list_store_remove_all (self->choices);
  self->func (self->choices, gtk_editable_get_text (GTK_EDITABLE (self->entry)), &nothing, self->data);
  n_choices = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  gtk_label_set_label (self->nothing, nothing != NULL ? nothing : _("Nothing found"));
  gtk_stack_set_visible_child_name (self->stack, n_choices > 0 ? "choices" : "nothing");
  if (n_choices == 0)
    return;
  select_possible (self);
  gtk_list_view_scroll_to (self->list, gtk_single_selection_get_selected (self->selection), GTK_LIST_SCROLL_NONE, NULL);
}

/* Closed first, so that whatever is chosen finds the focus where it was. */
static void
take_choice (AgreedSearchDialog *self,
             AgreedChoice       *choice)
{
  g_autoptr (AgreedSearchDialog) dialog = g_object_ref (self);
  g_autoptr (AgreedChoice) chosen = g_object_ref (choice);

  adw_dialog_close (ADW_DIALOG (dialog));
  g_signal_emit (dialog, signals[CHOSEN], 0, chosen);
}

gboolean
agreed_search_dialog_choose (AgreedSearchDialog *self)
{
  AgreedChoice *choice;

  g_return_val_if_fail (AGREED_IS_SEARCH_DIALOG (self), FALSE);

  choice = gtk_single_selection_get_selected_item (self->selection);
  if (choice == NULL || !choice->possible)
    return FALSE;
  take_choice (self, choice);
  return TRUE;
}

static void
list_activated (AgreedSearchDialog *self,
                guint               position)
{
  gtk_single_selection_set_selected (self->selection, position);
  agreed_search_dialog_choose (self);
}

static void
entry_activated (AgreedSearchDialog *self)
{
  if (!agreed_search_dialog_choose (self))
    gtk_widget_error_bell (GTK_WIDGET (self->entry));
}

static gboolean
move_selection (AgreedSearchDialog *self,
                int                 step)
{
  guint n_choices = g_list_model_get_n_items (G_LIST_MODEL (self->choices));
  gint64 position = gtk_single_selection_get_selected (self->selection);

  if (n_choices == 0)
    return FALSE;
  position = CLAMP (position + step, 0, (gint64) n_choices - 1);
  gtk_single_selection_set_selected (self->selection, (guint) position);
  gtk_list_view_scroll_to (self->list, (guint) position, GTK_LIST_SCROLL_NONE, NULL);
  return TRUE;
}

static gboolean
key_pressed (AgreedSearchDialog *self,
             guint               key,
             guint               code,
             GdkModifierType     modifiers)
{
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move_selection (self, 1);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move_selection (self, -1);
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      return move_selection (self, 8);
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      return move_selection (self, -8);
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
agreed_search_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AGREED_TYPE_SEARCH_DIALOG);
  G_OBJECT_CLASS (agreed_search_dialog_parent_class)->dispose (object);
}

static void
agreed_search_dialog_finalize (GObject *object)
{
  g_clear_object (&AGREED_SEARCH_DIALOG (object)->choices);
  G_OBJECT_CLASS (agreed_search_dialog_parent_class)->finalize (object);
}

static void
agreed_search_dialog_class_init (AgreedSearchDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_search_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = agreed_search_dialog_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, AGREED_TYPE_CHOICE);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/search-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedSearchDialog, entry);
  gtk_widget_class_bind_template_child (widget_class, AgreedSearchDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, AgreedSearchDialog, list);
  gtk_widget_class_bind_template_child (widget_class, AgreedSearchDialog, selection);
  gtk_widget_class_bind_template_child (widget_class, AgreedSearchDialog, nothing);
  gtk_widget_class_bind_template_callback (widget_class, setup_row);
  gtk_widget_class_bind_template_callback (widget_class, bind_row);
  gtk_widget_class_bind_template_callback (widget_class, list_activated);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated);
  gtk_widget_class_bind_template_callback (widget_class, update_choices);
}

static void
agreed_search_dialog_init (AgreedSearchDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->choices = g_list_store_new (AGREED_TYPE_CHOICE);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->choices));
  /* Before the entry's text sees them. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

AdwDialog *
agreed_search_dialog_new (const char        *title,
                          const char        *placeholder,
                          AgreedChoicesFunc  func,
                          gpointer           data)
{
  AgreedSearchDialog *self = g_object_new (AGREED_TYPE_SEARCH_DIALOG, "title", title, NULL);

  g_return_val_if_fail (func != NULL, NULL);

  self->func = func;
  self->data = data;
  gtk_search_entry_set_placeholder_text (self->entry, placeholder);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  update_choices (self);
  return ADW_DIALOG (self);
}

void
agreed_search_dialog_set_query (AgreedSearchDialog *self,
                                const char         *query)
{
  g_return_if_fail (AGREED_IS_SEARCH_DIALOG (self));

  gtk_editable_set_text (GTK_EDITABLE (self->entry), query);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  update_choices (self);
}

GListModel *
agreed_search_dialog_get_choices (AgreedSearchDialog *self)
{
  g_return_val_if_fail (AGREED_IS_SEARCH_DIALOG (self), NULL);

  return G_LIST_MODEL (self->choices);
}

const char *
agreed_search_dialog_get_nothing (AgreedSearchDialog *self)
{
  g_return_val_if_fail (AGREED_IS_SEARCH_DIALOG (self), NULL);

  return g_list_model_get_n_items (G_LIST_MODEL (self->choices)) == 0 ? gtk_label_get_label (self->nothing) : NULL;
}
