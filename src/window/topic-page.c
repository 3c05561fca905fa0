/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-page.h"

#include "sentences.h"
#include "term-row.h"
#include "topic-edit.h"

#include <glib/gi18n.h>

/* Long enough that a word being typed is not looked for letter by letter. */
#define REST_MILLISECONDS 250
#define N_COLORS 8

static const char *const languages[] = { "ar", "en", "es", "fr", "ru", "zh" };

struct _AgreedTopicPage {
  AdwNavigationPage parent_instance;

  AdwComboRow *language_row;
  AdwEntryRow *name_row;
  AdwEntryRow *description_row;
  AdwEntryRow *group_row;
  GtkBox *colors;
  AdwPreferencesGroup *terms_group;
  GtkListBox *terms;
  GtkMenuButton *merge_button;

  AgreedProject *project;
  char *id;
  const char *language;
  GtkToggleButton *color_buttons[N_COLORS];
  GPtrArray *rows; /* AgreedTermRow, each kept by the list */
  guint rest;
  gboolean showing;  /* what is written in the entries comes from the project */
  gboolean applying; /* what changes in the project comes from here */
};

G_DEFINE_FINAL_TYPE (AgreedTopicPage, agreed_topic_page, ADW_TYPE_NAVIGATION_PAGE)

static void show_topic (AgreedTopicPage *self);

static AgreedTopic *
find_topic (AgreedTopicPage *self)
{
  return agreed_topic_set_find (agreed_project_get_topics (self->project), self->id);
}

static GPtrArray *
list_texts (AgreedTopicPage *self)
{
  GListModel *documents = agreed_project_get_documents (self->project);
  GPtrArray *texts = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, i);

      for (guint j = 0; j < agreed_document_get_n_texts (document); j++)
        g_ptr_array_add (texts, agreed_document_get_text (document, j));
    }
  return texts;
}

static JsonArray *
list_terms (AgreedTopicPage *self)
{
  JsonArray *terms = json_array_new ();

  for (guint i = 0; i < self->rows->len; i++)
    {
      JsonNode *term = agreed_term_row_get_term (self->rows->pdata[i]);

      if (term != NULL)
        json_array_add_element (terms, term);
    }
  return terms;
}

/* The rows without words have no count and are passed over. Returns: (transfer full): the terms that can be read */
static JsonArray *
show_finds (AgreedTopicPage *self,
            JsonNode        *set)
{
  g_autoptr (JsonArray) terms = list_terms (self);
  g_autoptr (GPtrArray) texts = list_texts (self);
  g_autoptr (GArray) finds = agreed_term_finds_count (set, terms, self->language, texts);
  const AgreedTermFinds *all = &g_array_index (finds, AgreedTermFinds, finds->len - 1);
  g_autofree char *total = agreed_describe_finds (all->places, all->paragraphs);
  JsonArray *readable = json_array_new ();

  for (guint i = 0, n = 0; i < self->rows->len; i++)
    {
      g_autoptr (JsonNode) term = agreed_term_row_get_term (self->rows->pdata[i]);

      if (term == NULL)
        continue;
      agreed_term_row_set_finds (self->rows->pdata[i], &g_array_index (finds, AgreedTermFinds, n));
      if (g_array_index (finds, AgreedTermFinds, n++).wrong == NULL)
        json_array_add_element (readable, g_steal_pointer (&term));
    }
  adw_preferences_group_set_description (self->terms_group, total);
  return readable;
}

static void
apply (AgreedTopicPage *self,
       JsonNode        *set,
       const char      *step,
       const char      *what)
{
  g_autofree char *key = g_strdup_printf ("%s %s %s", self->id, self->language, what);
  g_autoptr (GError) error = NULL;

  self->applying = TRUE;
  if (!agreed_project_set_topics (self->project, set, step, g_str_hash (key) | 1, &error))
    g_warning ("%s", error->message);
  self->applying = FALSE;
}

static void
apply_terms (AgreedTopicPage *self)
{
  g_autoptr (JsonNode) set = agreed_topic_set_to_json (agreed_project_get_topics (self->project));
  g_autoptr (JsonArray) readable = show_finds (self, set);
  g_autoptr (JsonArray) there = agreed_topic_edit_get_terms (set, self->id, self->language);
  g_autoptr (JsonNode) one = json_node_init_array (json_node_alloc (), readable);
  g_autoptr (JsonNode) two = json_node_init_array (json_node_alloc (), there);

  if (json_node_equal (one, two))
    return;
  agreed_topic_edit_set_terms (set, self->id, self->language, readable);
  apply (self, set, N_("Edit terms"), "terms");
}

static gboolean
rested (gpointer user_data)
{
  AgreedTopicPage *self = user_data;

  self->rest = 0;
  apply_terms (self);
  return G_SOURCE_REMOVE;
}

static void
term_changed (AgreedTopicPage *self)
{
  if (self->showing)
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add (REST_MILLISECONDS, rested, self);
}

static void
term_removed (AgreedTopicPage *self,
              AgreedTermRow   *row)
{
  g_ptr_array_remove (self->rows, row);
  gtk_list_box_remove (self->terms, GTK_WIDGET (row));
  apply_terms (self);
}

static AgreedTermRow *
add_row (AgreedTopicPage *self,
         JsonNode        *term)
{
  GtkWidget *row = agreed_term_row_new (term);

  g_signal_connect_object (row, "changed", G_CALLBACK (term_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (term_removed), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->terms, row);
  g_ptr_array_add (self->rows, row);
  return AGREED_TERM_ROW (row);
}

static void
add_term (AgreedTopicPage *self)
{
  g_autoptr (JsonNode) empty = json_node_init_string (json_node_alloc (), "");

  agreed_term_row_focus (add_row (self, empty));
}

/* The name, the description and the group */

static void
words_changed (AgreedTopicPage *self,
               GtkEditable     *entry)
{
  g_autoptr (JsonNode) set = NULL;
  const char *words = gtk_editable_get_text (entry);

  if (self->showing)
    return;
  set = agreed_topic_set_to_json (agreed_project_get_topics (self->project));
  if (entry == GTK_EDITABLE (self->name_row))
    {
      agreed_topic_edit_set_name (set, self->id, self->language, words);
      apply (self, set, N_("Rename topic"), "name");
      adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), agreed_topic_get_display_name (find_topic (self)));
    }
  else if (entry == GTK_EDITABLE (self->description_row))
    {
      agreed_topic_edit_set_description (set, self->id, self->language, words);
      apply (self, set, N_("Describe topic"), "description");
    }
  else
    {
      agreed_topic_edit_set_group (set, self->id, words);
      apply (self, set, N_("Group topic"), "group");
    }
}

static void
color_toggled (AgreedTopicPage *self,
               GtkToggleButton *button)
{
  g_autoptr (JsonNode) set = NULL;

  if (self->showing || !gtk_toggle_button_get_active (button))
    return;
  for (guint i = 0; i < N_COLORS; i++)
    if (button == self->color_buttons[i])
      {
        set = agreed_topic_set_to_json (agreed_project_get_topics (self->project));
        agreed_topic_edit_set_color (set, self->id, i);
        apply (self, set, N_("Colour topic"), "color");
      }
}

static void
language_chosen (AgreedTopicPage *self)
{
  const char *chosen = languages[MIN (adw_combo_row_get_selected (self->language_row), G_N_ELEMENTS (languages) - 1)];

  if (self->showing || g_strcmp0 (self->language, chosen) == 0)
    return;
  agreed_topic_page_commit (self);
  self->language = chosen;
  show_topic (self);
}

static void
leave (AgreedTopicPage *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "navigation.pop", NULL);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AgreedTopicPage *self = AGREED_TOPIC_PAGE (widget);
  AgreedTopic *topic = find_topic (self);

  g_clear_handle_id (&self->rest, g_source_remove);
  if (topic != NULL)
    agreed_project_remove_topic (self->project, topic);
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AgreedTopicPage *self = AGREED_TOPIC_PAGE (widget);
  AgreedTopic *into = agreed_topic_set_find (agreed_project_get_topics (self->project),
                                             g_variant_get_string (parameter, NULL));

  agreed_topic_page_commit (self);
  if (find_topic (self) != NULL && into != NULL && into != find_topic (self))
    agreed_project_merge_topics (self->project, find_topic (self), into);
}

/* In both texts compared, in one step. */
static void
decide_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AgreedTopicPage *self = AGREED_TOPIC_PAGE (widget);

  agreed_topic_page_commit (self);
  if (find_topic (self) != NULL)
    agreed_project_decide_all (self->project, find_topic (self), NULL,
                               g_str_equal (name, "topic.accept-all") ? AGREED_TAG_ACCEPTED : AGREED_TAG_DISMISSED);
}

/* Showing */

static void
set_entry (AdwEntryRow *row,
           const char  *text)
{
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (row)), text != NULL ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (row), text != NULL ? text : "");
}

/* The words in this very language, not those that would stand for them. */
static const char *
get_words (JsonNode   *set,
           const char *id,
           const char *member,
           const char *language)
{
  JsonArray *topics = json_object_get_array_member (json_node_get_object (set), "topics");

  for (guint i = 0; i < json_array_get_length (topics); i++)
    {
      JsonObject *topic = json_array_get_object_element (topics, i);

      if (g_str_equal (json_object_get_string_member (topic, "id"), id) && json_object_has_member (topic, member))
        return json_object_get_string_member_with_default (json_object_get_object_member (topic, member), language, "");
    }
  return "";
}

static void
show_terms (AgreedTopicPage *self,
            JsonNode        *set)
{
  g_autoptr (JsonArray) terms = agreed_topic_edit_get_terms (set, self->id, self->language);
  g_autoptr (JsonArray) written = list_terms (self);
  g_autoptr (JsonNode) one = json_node_init_array (json_node_alloc (), terms);
  g_autoptr (JsonNode) two = json_node_init_array (json_node_alloc (), written);

  if (!json_node_equal (one, two) || self->rows->len != json_array_get_length (terms))
    {
      for (guint i = 0; i < self->rows->len; i++)
        gtk_list_box_remove (self->terms, self->rows->pdata[i]);
      g_ptr_array_set_size (self->rows, 0);
      for (guint i = 0; i < json_array_get_length (terms); i++)
        add_row (self, json_array_get_element (terms, i));
    }
  json_array_unref (show_finds (self, set));
}

static void
fill_merge_menu (AgreedTopicPage *self)
{
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (self->project));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (agreed_topic_get_display_name (topic), NULL);

      g_menu_item_set_action_and_target (item, "topic.merge", "s", agreed_topic_get_id (topic));
      if (!g_str_equal (agreed_topic_get_id (topic), self->id))
        g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_menu_model (self->merge_button, G_MENU_MODEL (menu));
}

static void
show_topic (AgreedTopicPage *self)
{
  AgreedTopic *topic = find_topic (self);
  g_autoptr (JsonNode) set = NULL;

  if (topic == NULL)
    {
      leave (self);
      return;
    }
  set = agreed_topic_set_to_json (agreed_project_get_topics (self->project));
  self->showing = TRUE;
  adw_navigation_page_set_title (ADW_NAVIGATION_PAGE (self), agreed_topic_get_display_name (topic));
  set_entry (self->name_row, get_words (set, self->id, "names", self->language));
  set_entry (self->description_row, get_words (set, self->id, "descriptions", self->language));
  set_entry (self->group_row, agreed_topic_get_group (topic));
  gtk_toggle_button_set_active (self->color_buttons[agreed_topic_get_color (topic) % N_COLORS], TRUE);
  show_terms (self, set);
  fill_merge_menu (self);
  self->showing = FALSE;
}

static void
topics_changed (AgreedTopicPage *self)
{
  if (self->applying)
    return;
  g_clear_handle_id (&self->rest, g_source_remove);
  show_topic (self);
}

static void
create_colors (AgreedTopicPage *self)
{
  for (guint i = 0; i < N_COLORS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      GtkWidget *dot = adw_bin_new ();
      g_autofree char *style = g_strdup_printf ("topic-%u", i);
      g_autofree char *label = g_strdup_printf (_("Colour %u"), i + 1);

      gtk_widget_add_css_class (dot, "topic-dot");
      gtk_widget_add_css_class (dot, style);
      gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_button_set_child (GTK_BUTTON (button), dot);
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "circular");
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
      self->color_buttons[i] = GTK_TOGGLE_BUTTON (button);
      if (i > 0)
        gtk_toggle_button_set_group (self->color_buttons[i], self->color_buttons[0]);
      g_signal_connect_object (button, "toggled", G_CALLBACK (color_toggled), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->colors, button);
    }
}

static void
agreed_topic_page_dispose (GObject *object)
{
  AgreedTopicPage *self = AGREED_TOPIC_PAGE (object);

  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->project);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_TOPIC_PAGE);
  G_OBJECT_CLASS (agreed_topic_page_parent_class)->dispose (object);
}

static void
agreed_topic_page_finalize (GObject *object)
{
  g_free (AGREED_TOPIC_PAGE (object)->id);
  G_OBJECT_CLASS (agreed_topic_page_parent_class)->finalize (object);
}

static void
agreed_topic_page_hiding (AdwNavigationPage *page)
{
  agreed_topic_page_commit (AGREED_TOPIC_PAGE (page));
}

static void
agreed_topic_page_class_init (AgreedTopicPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_topic_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = agreed_topic_page_finalize;
  ADW_NAVIGATION_PAGE_CLASS (klass)->hiding = agreed_topic_page_hiding;

  gtk_widget_class_install_action (widget_class, "topic.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "topic.merge", "s", merge_action);
  gtk_widget_class_install_action (widget_class, "topic.accept-all", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "topic.dismiss-all", NULL, decide_action);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/topic-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicPage, language_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicPage, name_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicPage, description_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicPage, group_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicPage, colors);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicPage, terms_group);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicPage, terms);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicPage, merge_button);
  gtk_widget_class_bind_template_callback (widget_class, words_changed);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen);
  gtk_widget_class_bind_template_callback (widget_class, add_term);
}

static void
agreed_topic_page_init (AgreedTopicPage *self)
{
  self->rows = g_ptr_array_new ();
  self->showing = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  create_colors (self);
}

/* The newer text's language, as it is what is being worked on. */
static guint
choose_language (AgreedProject *project)
{
  AgreedText *text = agreed_project_get_text (project, AGREED_SIDE_NEWER);
  const char *language = text != NULL ? agreed_text_get_language (text) : NULL;

  for (guint i = 0; language != NULL && i < G_N_ELEMENTS (languages); i++)
    if (g_str_has_prefix (language, languages[i]))
      return i;
  return 1;
}

AdwNavigationPage *
agreed_topic_page_new (AgreedProject *project,
                       const char    *id)
{
  AgreedTopicPage *self = g_object_new (AGREED_TYPE_TOPIC_PAGE, NULL);
  guint language = choose_language (project);

  self->project = g_object_ref (project);
  self->id = g_strdup (id);
  self->language = languages[language];
  adw_combo_row_set_selected (self->language_row, language);
  g_signal_connect_object (agreed_project_get_topics (project), "items-changed", G_CALLBACK (topics_changed), self,
                           G_CONNECT_SWAPPED);
  show_topic (self);
  return ADW_NAVIGATION_PAGE (self);
}

void
agreed_topic_page_commit (AgreedTopicPage *self)
{
  g_return_if_fail (AGREED_IS_TOPIC_PAGE (self));

  if (self->rest != 0)
    {
      g_clear_handle_id (&self->rest, g_source_remove);
      apply_terms (self);
    }
}
