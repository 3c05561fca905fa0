/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tag-passage-row.h"

#include "sentences.h"

#include <adwaita.h>
#include <glib/gi18n.h>

typedef struct {
  AgreedProject *project;
  AgreedParagraph *paragraph;
  AgreedTopic *topic;
  AgreedTagPassage passage;
} Words;

static void
words_free (gpointer  data,
            GClosure *closure)
{
  Words *words = data;

  g_object_unref (words->project);
  g_object_unref (words->paragraph);
  g_object_unref (words->topic);
  g_free (words);
}

/* The edit takes the row away. */
static void
take_off (GtkWidget *button,
          Words     *words)
{
  agreed_project_set_passage_tag (words->project, words->paragraph, words->passage.start, words->passage.length,
                                  words->topic, FALSE);
}

static GtkWidget *
create_button (const char *quotation,
               Words      *words)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  g_autoptr (GString) label = g_string_new (_("Take {} Off These Words"));
  g_autofree char *described = NULL;

  /* Translators: {} is the name of a topic */
  g_string_replace (label, "{}", agreed_topic_get_display_name (words->topic), 1);
  described = g_strdup_printf ("%s: %s", label->str, quotation);
  gtk_widget_set_tooltip_text (button, label->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, described, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  g_signal_connect_data (button, "clicked", G_CALLBACK (take_off), words, words_free, G_CONNECT_DEFAULT);
  return button;
}

GtkWidget *
agreed_tag_passage_row_new (AgreedProject          *project,
                            AgreedParagraph        *paragraph,
                            AgreedTopic            *topic,
                            const AgreedTagPassage *passage,
                            const char             *language)
{
  const char *wording = agreed_paragraph_get_wording (paragraph);
  g_autofree char *quotation = g_strdup_printf ("“%.*s”", (int) passage->length, wording + passage->start);
  g_autofree char *marked = agreed_mark_up_in (language, quotation);
  GtkWidget *row = adw_action_row_new ();
  Words *words = g_new (Words, 1);

  *words = (Words) { g_object_ref (project), g_object_ref (paragraph), g_object_ref (topic), *passage };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), marked);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_button (quotation, words));
  gtk_widget_add_css_class (row, "tagged-words");
  return row;
}
