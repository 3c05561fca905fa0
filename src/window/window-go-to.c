/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "place.h"
#include "search-dialog.h"
#include "sentences.h"

#include <glib/gi18n.h>

/* To a paragraph by its name, in either text. */

#define VALUE(side, position) ((position) * AGREED_N_SIDES + (side))

static char *
get_snippet (AgreedParagraph *paragraph)
{
  g_autofree char *start = g_utf8_substring (agreed_paragraph_get_wording (paragraph), 0,
                                             MIN (160, g_utf8_strlen (agreed_paragraph_get_wording (paragraph), -1)));

  return g_strdelimit (g_steal_pointer (&start), "\n", ' ');
}

static void
add_paragraph (GListStore *choices,
               AgreedText *text,
               AgreedSide  side,
               guint       position)
{
  AgreedParagraph *paragraph = agreed_text_get_paragraph (text, position);
  const char *label = agreed_paragraph_get_label (paragraph);
  g_autofree char *title = g_strdup_printf (side == AGREED_SIDE_OLDER ? _("%s of the older text") : _("%s of the newer text"),
                                            label);
  g_autofree char *snippet = get_snippet (paragraph);
  g_autoptr (AgreedChoice) choice =
    agreed_choice_new (title, snippet, agreed_text_get_language (text), NULL, TRUE, VALUE (side, position));

  g_list_store_append (choices, choice);
}

/* "OP1 to OP22": the last labels of both parts, so that a person knows what there is. */
static char *
describe_labels (AgreedText *text)
{
  guint n_paragraphs = agreed_text_get_n_paragraphs (text);
  const char *preambular = NULL, *operative = NULL;

  for (guint i = 0; i < n_paragraphs; i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);

      if (agreed_paragraph_get_depth (paragraph) > 0)
        continue;
      if (agreed_paragraph_get_kind (paragraph) == AGREED_PARAGRAPH_PREAMBULAR)
        preambular = agreed_paragraph_get_label (paragraph);
      else
        operative = agreed_paragraph_get_label (paragraph);
    }
  if (preambular != NULL && operative != NULL)
    /* Translators: the last preambular and the last operative paragraph: "PP19 and OP22" */
    return g_strdup_printf (_("%s and %s"), preambular, operative);
  return g_strdup (operative != NULL ? operative : preambular != NULL ? preambular : "–");
}

static char *
describe_nothing (AgreedWindow *self,
                  const char   *query)
{
  g_autofree char *older = describe_labels (agreed_project_get_text (self->project, AGREED_SIDE_OLDER));
  g_autofree char *newer = describe_labels (agreed_project_get_text (self->project, AGREED_SIDE_NEWER));

  /* Translators: what was typed; then twice the last paragraphs of a text: "PP19 and OP22" */
  return g_strdup_printf (_("Neither text has a paragraph “%s”. The older text ends its parts with %s, the newer one with "
                            "%s."),
                          query, older, newer);
}

/* Those that are meant exactly first, then what is under them, then what may still be typed; of two, the newer first. */
static void
list_paragraphs (GListStore  *choices,
                 const char  *query,
                 char       **nothing,
                 gpointer     data)
{
  AgreedWindow *self = data;
  g_autoptr (AgreedPlaceName) place = agreed_place_name_parse (query);

  if (place == NULL && *query != '\0')
    {
      *nothing = g_strdup (_("Type the name of a paragraph, such as OP17, 17, PP3 or 17(a)"));
      return;
    }
  for (guint grade = 3; grade > 0; grade--)
    for (int side = AGREED_SIDE_NEWER; side >= AGREED_SIDE_OLDER; side--)
      {
        AgreedText *text = agreed_project_get_text (self->project, side);

        for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
          {
            const char *label = agreed_paragraph_get_label (agreed_text_get_paragraph (text, i));

            if ((place != NULL ? agreed_place_name_match (place, label) : 3) == grade)
              add_paragraph (choices, text, side, i);
          }
      }
  if (g_list_model_get_n_items (G_LIST_MODEL (choices)) == 0)
    *nothing = describe_nothing (self, query);
}

static void
paragraph_chosen (AgreedWindow *self,
                  AgreedChoice *choice)
{
  guint value = agreed_choice_get_value (choice);
  AgreedText *text = agreed_project_get_text (self->project, value % AGREED_N_SIDES);
  guint position = value / AGREED_N_SIDES;

  if (text != NULL && position < agreed_text_get_n_paragraphs (text))
    agreed_window_jump_to_paragraph (self, agreed_text_get_paragraph (text, position));
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
go_to_paragraph_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AdwDialog *dialog;

  if (agreed_project_get_comparison (self->project) == NULL)
    return;
  dialog = agreed_search_dialog_new (_("Go to Paragraph"), _("OP17, 17, PP3, 17(a)"), list_paragraphs, self);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (paragraph_chosen), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, widget);
}

static gboolean
is_shown (AgreedWindow *self,
          AgreedText   *text)
{
  return text == agreed_project_get_text (self->project, AGREED_SIDE_OLDER)
         || text == agreed_project_get_text (self->project, AGREED_SIDE_NEWER)
         || (self->shows_three && text == agreed_project_get_text (self->project, AGREED_SIDE_EARLIEST));
}

/* A text of the project, by its id, and a label. Where the text is not shown it becomes the older one. */
static void
go_to_place_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  const char *id, *label;
  AgreedText *text;
  AgreedParagraph *paragraph;

  g_variant_get (parameter, "(&s&s)", &id, &label);
  text = agreed_window_find_text (self, id);
  paragraph = text != NULL ? agreed_text_find_paragraph (text, label) : NULL;
  if (paragraph == NULL)
    return;
  if (!is_shown (self, text))
    agreed_window_take_text (self, AGREED_SIDE_OLDER, text);
  agreed_window_jump_to_paragraph (self, paragraph);
}

void
agreed_window_class_install_go_to (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.go-to-paragraph", NULL, go_to_paragraph_action);
  gtk_widget_class_install_action (widget_class, "win.go-to-place", "(ss)", go_to_place_action);
}
