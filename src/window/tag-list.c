/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tag-list.h"

#include "sentences.h"
#include "tag-passage-row.h"
#include "topic-reading.h"

#include <glib/gi18n.h>

#define NOWHERE -1

struct _AgreedTagList {
  AdwBin parent_instance;

  GtkListBox *list;

  AgreedProject *project;
  AgreedSide side;
  AgreedParagraph *paragraph;
  char *language;
  int focused; /* the row that had the focus while it was replaced, or NOWHERE */
};

G_DEFINE_FINAL_TYPE (AgreedTagList, agreed_tag_list, ADW_TYPE_BIN)

static GtkWidget *
create_button (AgreedTagList *self,
               AgreedTag     *tag,
               const char    *icon_name,
               const char    *action,
               const char    *label_format)
{
  AgreedTopic *topic = agreed_tag_get_topic (tag);
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  g_autoptr (GString) label = g_string_new (label_format);

  g_string_replace (label, "{}", agreed_topic_get_display_name (topic), 1);
  gtk_widget_set_tooltip_text (button, label->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(uss)", self->side,
                                    agreed_paragraph_get_label (self->paragraph), agreed_topic_get_id (topic));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  return button;
}

/* Beside the words of the row, whichever of the two kinds it is. */
static void
add_button (GtkWidget *row,
            GtkWidget *button)
{
  if (ADW_IS_EXPANDER_ROW (row))
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), button);
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
}

static void
add_buttons (AgreedTagList *self,
             AgreedTag     *tag,
             GtkWidget     *row)
{
  switch (agreed_tag_get_state (tag))
    {
    case AGREED_TAG_SUGGESTED:
      /* Translators: {} is the name of a topic, here and in the following three */
      add_button (row, create_button (self, tag, "object-select-symbolic", "win.accept-tag", _("Accept {}")));
      add_button (row, create_button (self, tag, "window-close-symbolic", "win.dismiss-tag", _("Turn Away {}")));
      break;
    case AGREED_TAG_DISMISSED:
      add_button (row, create_button (self, tag, "edit-undo-symbolic", "win.clear-tag", _("Suggest {} Again")));
      break;
    case AGREED_TAG_ACCEPTED:
    case AGREED_TAG_ADDED:
      add_button (row, create_button (self, tag, "user-trash-symbolic", "win.clear-tag", _("Remove {}")));
      break;
    default:
      g_assert_not_reached ();
    }
}

/* "Not in the newer text", of a topic that did not follow the paragraph there; else NULL. */
static const char *
describe_alone (AgreedTagList *self,
                AgreedTag     *tag)
{
  if (agreed_tag_get_state (tag) == AGREED_TAG_DISMISSED || self->side >= AGREED_N_SIDES ||
      !agreed_topic_reading_is_alone (self->project, self->side, self->paragraph, agreed_tag_get_topic (tag)))
    return NULL;
  return self->side == AGREED_SIDE_OLDER ? _("In the older text, not in the newer") : _("In the newer text, not in the older");
}

/* A topic on words has them below itself. */
static GtkWidget *
create_words_row (AgreedTagList *self,
                  AgreedTag     *tag)
{
  GtkWidget *row = adw_expander_row_new ();
  guint n_passages;
  const AgreedTagPassage *passages = agreed_tag_get_passages (tag, &n_passages);

  for (guint i = 0; i < n_passages; i++)
    adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                              agreed_tag_passage_row_new (self->project, self->paragraph, agreed_tag_get_topic (tag),
                                                          &passages[i], self->language));
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  return row;
}

static GtkWidget *
create_row (gpointer item,
            gpointer user_data)
{
  AgreedTagList *self = user_data;
  AgreedTag *tag = item;
  guint n_passages;
  gboolean on_words = (agreed_tag_get_passages (tag, &n_passages), n_passages > 0);
  GtkWidget *row = on_words ? create_words_row (self, tag) : adw_action_row_new ();
  g_autofree char *title = g_markup_escape_text (agreed_topic_get_display_name (agreed_tag_get_topic (tag)), -1);
  g_autofree char *subtitle = agreed_tag_describe (tag, self->paragraph, self->language);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (describe_alone (self, tag) != NULL)
    {
      /* The subtitle is markup; this sentence has nothing that would be. */
      char *both = g_strdup_printf ("%s\n%s", subtitle, describe_alone (self, tag));

      g_free (subtitle);
      subtitle = both;
    }
  g_object_set (row, "subtitle", subtitle, NULL);
  add_buttons (self, tag, row);
  gtk_widget_add_css_class (row, "tag-row");
  gtk_widget_add_css_class (row, agreed_tag_state_to_string (agreed_tag_get_state (tag)));
  return row;
}

/* Deciding on a tag replaces it, and its row with it. Without the following two the focus would leave the list. */

static void
tags_will_change (AgreedTagList *self,
                  guint          position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  self->focused = NOWHERE;
  if (row != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (row)
      && gtk_widget_get_root (GTK_WIDGET (row)) != NULL)
    self->focused = position;
}

static void
tags_changed (AgreedTagList *self,
              guint          position,
              guint          removed,
              guint          added,
              GListModel    *tags)
{
  GtkListBoxRow *row;

  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (tags) > 0);
  if (self->focused == NOWHERE)
    return;
  row = gtk_list_box_get_row_at_index (self->list, self->focused);
  self->focused = NOWHERE;
  if (row != NULL && !gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD))
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

/* A tag that came or went in the paragraph that carries this one on changes what is said here. */
static void
show_again (AgreedTagList *self)
{
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (agreed_paragraph_get_tags (self->paragraph)), create_row, self, NULL);
}

static void
watch_links (AgreedTagList *self)
{
  AgreedComparison *comparison = agreed_project_get_comparison (self->project);
  AgreedSide other = self->side == AGREED_SIDE_OLDER ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;
  GPtrArray *links = comparison != NULL ? agreed_comparison_get_links (comparison) : NULL;

  for (guint i = 0; links != NULL && self->side < AGREED_N_SIDES && i < links->len; i++)
    if (agreed_link_get_paragraph (links->pdata[i], self->side) == self->paragraph)
      g_signal_connect_object (agreed_paragraph_get_tags (agreed_link_get_paragraph (links->pdata[i], other)),
                               "items-changed", G_CALLBACK (show_again), self, G_CONNECT_SWAPPED);
}

static void
agreed_tag_list_dispose (GObject *object)
{
  AgreedTagList *self = AGREED_TAG_LIST (object);

  /* No gtk_widget_dispose_template(): the list is the bin's own child, which the bin takes away itself. */
  g_clear_object (&self->paragraph);
  g_clear_object (&self->project);
  G_OBJECT_CLASS (agreed_tag_list_parent_class)->dispose (object);
}

static void
agreed_tag_list_finalize (GObject *object)
{
  g_free (AGREED_TAG_LIST (object)->language);
  G_OBJECT_CLASS (agreed_tag_list_parent_class)->finalize (object);
}

static void
agreed_tag_list_class_init (AgreedTagListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_tag_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = agreed_tag_list_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/tag-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedTagList, list);
}

static void
agreed_tag_list_init (AgreedTagList *self)
{
  self->focused = NOWHERE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
agreed_tag_list_set_paragraph (AgreedTagList   *self,
                               AgreedSide       side,
                               AgreedParagraph *paragraph,
                               const char      *language,
                               AgreedProject   *project)
{
  GListModel *tags;

  g_return_if_fail (AGREED_IS_TAG_LIST (self));
  g_return_if_fail (self->paragraph == NULL);

  self->project = g_object_ref (project);
  self->side = side;
  self->language = g_strdup (language);
  self->paragraph = g_object_ref (paragraph);
  tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));
  g_signal_connect_object (tags, "items-changed", G_CALLBACK (tags_will_change), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (self->list, tags, create_row, self, NULL);
  g_signal_connect_object (tags, "items-changed", G_CALLBACK (tags_changed), self, G_CONNECT_SWAPPED);
  watch_links (self);
  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (tags) > 0);
}
