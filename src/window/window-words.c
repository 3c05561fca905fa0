/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "search-dialog.h"
#include "wording-search.h"

#include <glib/gi18n.h>

/* A topic or a note on words of a paragraph: on those selected, or, by the keyboard alone, on those that are typed. */

/* Code points on each side of words that were found, and of words that a title names. */
#define AROUND 24
#define TITLE_LENGTH 36

typedef struct {
  AgreedParagraph *paragraph; /* owned */
  AgreedSide side;
  gsize start;
  gsize length;
} Words;

/* What the dialog was opened for. */
typedef struct {
  AgreedWindow *window; /* outlives the dialog, which is in it */
  AgreedRow *row;       /* whose words are looked for; or NULL */
  void (*take) (AgreedWindow *window,
                const Words  *words); /* what is done with the words that were looked for; or NULL */
  GArray *words;        /* those that a topic is chosen for, or those that were found, by the choices' values */
} Asked;

static void
clear_words (gpointer data)
{
  g_clear_object (&((Words *) data)->paragraph);
}

static Asked *
asked_new (AgreedWindow *window,
           AgreedRow    *row)
{
  Asked *asked = g_new0 (Asked, 1);

  asked->window = window;
  g_set_object (&asked->row, row);
  asked->words = g_array_new (FALSE, FALSE, sizeof (Words));
  g_array_set_clear_func (asked->words, clear_words);
  return asked;
}

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_clear_object (&asked->row);
  g_array_unref (asked->words);
  g_free (asked);
}

static void
add_words (Asked           *asked,
           AgreedSide       side,
           AgreedParagraph *paragraph,
           gsize            start,
           gsize            length)
{
  Words words = { g_object_ref (paragraph), side, start, length };

  g_array_append_val (asked->words, words);
}

static gboolean
is_tagged (const Words *words,
           AgreedTopic *topic)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (words->paragraph));

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);
      guint n_passages;
      const AgreedTagPassage *passages = agreed_tag_get_passages (tag, &n_passages);

      for (guint k = 0; k < n_passages && agreed_tag_get_topic (tag) == topic; k++)
        if (passages[k].start == words->start && passages[k].length == words->length)
          return TRUE;
    }
  return FALSE;
}

static char *
quote (const Words *words)
{
  const char *start = agreed_paragraph_get_wording (words->paragraph) + words->start;
  glong n_characters = g_utf8_strlen (start, words->length);
  g_autofree char *shown = g_utf8_substring (start, 0, MIN (n_characters, TITLE_LENGTH));

  return g_strdup_printf (n_characters > TITLE_LENGTH ? "“%s…”" : "“%s”", shown);
}

/* Choosing a topic */

static void
list_topics (GListStore  *choices,
             const char  *query,
             char       **nothing,
             gpointer     data)
{
  Asked *asked = data;
  const Words *words = &g_array_index (asked->words, Words, 0);
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (asked->window->project));
  g_autofree char *typed = g_utf8_casefold (query, -1);

  for (guint i = 0; i < g_list_model_get_n_items (topics); i++)
    {
      g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, i);
      g_autofree char *name = g_utf8_casefold (agreed_topic_get_display_name (topic), -1);
      g_autoptr (AgreedChoice) choice =
        agreed_choice_new (agreed_topic_get_display_name (topic), agreed_topic_get_group (topic), NULL,
                           /* Translators: beside a topic that is on these words: choosing it takes it off them */
                           is_tagged (words, topic) ? _("Take Off") : NULL, TRUE, i);

      if (strstr (name, typed) != NULL)
        g_list_store_append (choices, choice);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (choices)) == 0)
    *nothing = g_strdup (_("No topic has this name"));
}

static void
put_topic (AgreedWindow *self,
           const Words  *words,
           AgreedTopic  *topic)
{
  agreed_project_set_passage_tag (self->project, words->paragraph, words->start, words->length, topic,
                                  !is_tagged (words, topic));
}

static void
topic_chosen (Asked        *asked,
              AgreedChoice *choice)
{
  GListModel *topics = G_LIST_MODEL (agreed_project_get_topics (asked->window->project));
  g_autoptr (AgreedTopic) topic = g_list_model_get_item (topics, agreed_choice_get_value (choice));

  put_topic (asked->window, &g_array_index (asked->words, Words, 0), topic);
  gtk_widget_grab_focus (GTK_WIDGET (asked->window->view));
}

/* Takes @asked. */
static void
present (Asked             *asked,
         const char        *title,
         const char        *placeholder,
         AgreedChoicesFunc  list,
         GCallback          chosen)
{
  AdwDialog *dialog = agreed_search_dialog_new (title, placeholder, list, asked);

  g_object_set_data_full (G_OBJECT (dialog), "asked", asked, asked_free);
  g_signal_connect_swapped (dialog, "chosen", chosen, asked);
  adw_dialog_present (dialog, GTK_WIDGET (asked->window));
}

static void
choose_topic (AgreedWindow *self,
              const Words  *words)
{
  Asked *asked = asked_new (self, NULL);
  g_autofree char *quotation = quote (words);
  /* Translators: the title of a dialog; %s is words of a paragraph in quotation marks */
  g_autofree char *title = g_strdup_printf (_("Topic on %s"), quotation);

  add_words (asked, words->side, words->paragraph, words->start, words->length);
  present (asked, title, _("Name of a topic"), list_topics, G_CALLBACK (topic_chosen));
}

/* Typing the words */

static void
add_choice (GListStore *choices,
            Asked      *asked,
            guint       index)
{
  const Words *words = &g_array_index (asked->words, Words, index);
  const char *wording = agreed_paragraph_get_wording (words->paragraph);
  AgreedText *text = agreed_project_get_text (asked->window->project, words->side);
  const char *from = wording + words->start, *upto = from + words->length;
  g_autofree char *title = g_strdup_printf (words->side == AGREED_SIDE_OLDER ? _("%s of the older text") : _("%s of the newer text"),
                                            agreed_paragraph_get_label (words->paragraph));
  g_autofree char *snippet = NULL;
  g_autoptr (AgreedChoice) choice = NULL;

  for (guint i = 0; i < AROUND && from > wording; i++)
    from = g_utf8_prev_char (from);
  for (guint i = 0; i < AROUND && *upto != '\0'; i++)
    upto = g_utf8_next_char (upto);
  snippet = g_strdup_printf ("%s%.*s%s", from > wording ? "…" : "", (int) (upto - from), from, *upto != '\0' ? "…" : "");
  choice = agreed_choice_new (title, snippet, agreed_text_get_language (text), NULL, TRUE, index);
  g_list_store_append (choices, choice);
}

static void
find_in_paragraph (Asked           *asked,
                   AgreedSearch    *search,
                   AgreedSide       side,
                   AgreedParagraph *paragraph)
{
  g_autoptr (GArray) matches = g_array_new (FALSE, FALSE, sizeof (AgreedMatch));

  agreed_search_find (search, agreed_paragraph_get_wording (paragraph), matches, NULL);
  for (guint i = 0; i < matches->len; i++)
    add_words (asked, side, paragraph, g_array_index (matches, AgreedMatch, i).start,
               g_array_index (matches, AgreedMatch, i).length);
}

static void
list_words (GListStore  *choices,
            const char  *query,
            char       **nothing,
            gpointer     data)
{
  Asked *asked = data;
  g_autoptr (AgreedSearch) search = *query != '\0' ? agreed_search_new (query, AGREED_SEARCH_IGNORE_WIDTH, NULL) : NULL;

  g_array_set_size (asked->words, 0);
  for (int side = AGREED_SIDE_NEWER; search != NULL && side >= AGREED_SIDE_OLDER; side--)
    for (guint i = 0; i < agreed_row_get_paragraphs (asked->row, side)->len; i++)
      find_in_paragraph (asked, search, side, agreed_row_get_paragraphs (asked->row, side)->pdata[i]);
  for (guint i = 0; i < asked->words->len; i++)
    add_choice (choices, asked, i);
  if (asked->words->len == 0)
    *nothing = g_strdup (*query != '\0' ? _("The paragraph at hand does not have these words")
                                        : _("Type words of the paragraph"));
}

static void
words_chosen (Asked        *asked,
              AgreedChoice *choice)
{
  asked->take (asked->window, &g_array_index (asked->words, Words, agreed_choice_get_value (choice)));
}

static gboolean
get_selected (AgreedWindow *self,
              Words        *words)
{
  return agreed_comparison_view_get_selected_passage (self->view, &words->side, &words->paragraph, &words->start,
                                                      &words->length);
}

static void
ask_for_words (AgreedWindow  *self,
               const char    *title,
               void         (*take) (AgreedWindow *window,
                                     const Words  *words))
{
  AgreedRow *row = agreed_window_get_current_row (self);
  Asked *asked;
  Words words;

  if (get_selected (self, &words))
    {
      take (self, &words);
      return;
    }
  if (row == NULL)
    return;
  asked = asked_new (self, row);
  asked->take = take;
  present (asked, title, _("Words of the paragraph"), list_words, G_CALLBACK (words_chosen));
}

static void
tag_words_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  ask_for_words (AGREED_WINDOW (widget), _("Words for a Topic"), choose_topic);
}

static void
write_note (AgreedWindow *self,
            const Words  *words)
{
  agreed_window_write_on_words (self, words->paragraph, words->start, words->length);
}

static void
note_words_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  ask_for_words (AGREED_WINDOW (widget), _("Words for a Note"), write_note);
}

static void
tag_selection_action (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedTopic *topic = agreed_topic_set_find (agreed_project_get_topics (self->project), g_variant_get_string (parameter, NULL));
  Words words;

  if (topic == NULL)
    return;
  if (get_selected (self, &words))
    put_topic (self, &words, topic);
  else
    agreed_window_say (self, _("Select words of one paragraph first"));
}

void
agreed_window_class_install_words (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.tag-words", NULL, tag_words_action);
  gtk_widget_class_install_action (widget_class, "win.note-words", NULL, note_words_action);
  /* a topic's id */
  gtk_widget_class_install_action (widget_class, "win.tag-selection", "s", tag_selection_action);
}
