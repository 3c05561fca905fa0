/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "place.h"
#include "search-dialog.h"

#include <glib/gi18n.h>

/* Linking and unlinking the row at hand by the keyboard. */

#define VALUE(side, position) ((position) * AGREED_N_SIDES + (side))
#define OTHER(side) ((side) == AGREED_SIDE_OLDER ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER)

/* What the dialog was opened for: other rows may be at hand when it is answered. */
typedef struct {
  AgreedWindow *window; /* outlives the dialog, which is in it */
  AgreedRow *row;
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->row);
  g_free (asked);
}

/* A link needs a paragraph of the other side; of a row of several any one brings the other into the row. */
static AgreedParagraph *
get_partner (AgreedRow  *row,
             AgreedSide  side)
{
  GPtrArray *paragraphs = agreed_row_get_paragraphs (row, OTHER (side));

  return paragraphs->len > 0 ? paragraphs->pdata[0] : NULL;
}

/* How well a paragraph goes with what was typed: 3 its very name, 1 hardly, 0 not at all. */
static guint
grade_paragraph (AgreedParagraph *paragraph,
                 AgreedPlaceName *place,
                 const char      *query)
{
  if (*query == '\0')
    return 3;
  if (place != NULL)
    return agreed_place_name_match (place, agreed_paragraph_get_label (paragraph));
  return strstr (agreed_paragraph_get_wording (paragraph), query) != NULL ? 3 : 0;
}

static void
add_paragraph (GListStore *choices,
               AgreedText *text,
               AgreedSide  side,
               guint       position)
{
  AgreedParagraph *paragraph = agreed_text_get_paragraph (text, position);
  g_autofree char *title = g_strdup_printf (side == AGREED_SIDE_OLDER ? _("%s of the older text") : _("%s of the newer text"),
                                            agreed_paragraph_get_label (paragraph));
  g_autoptr (AgreedChoice) choice = agreed_choice_new (title, agreed_paragraph_get_wording (paragraph),
                                                       agreed_text_get_language (text), NULL, TRUE, VALUE (side, position));

  g_list_store_append (choices, choice);
}

/* Those that have no link yet; for they are what is mostly looked for. */
static GHashTable *
find_lonely (AgreedWindow *self)
{
  GListModel *rows = gtk_filter_list_model_get_model (self->rows);
  GHashTable *lonely = g_hash_table_new (NULL, NULL);

  for (guint i = 0; rows != NULL && i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (rows, i);

      if (agreed_row_get_links (row)->len > 0)
        continue;
      for (guint side = 0; side < AGREED_N_SIDES; side++)
        for (guint k = 0; k < agreed_row_get_paragraphs (row, side)->len; k++)
          g_hash_table_add (lonely, agreed_row_get_paragraphs (row, side)->pdata[k]);
    }
  return lonely;
}

static void
list_partners (GListStore  *choices,
               const char  *query,
               char       **nothing,
               gpointer     data)
{
  Asked *asked = data;
  g_autoptr (GHashTable) lonely = find_lonely (asked->window);
  g_autoptr (AgreedPlaceName) place = agreed_place_name_parse (query);

  for (guint grade = 3; grade > 0; grade--)
    for (int linked = FALSE; linked <= TRUE; linked++)
      for (guint side = 0; side < AGREED_N_SIDES; side++)
        {
          AgreedText *text = agreed_project_get_text (asked->window->project, side);
          GPtrArray *own = agreed_row_get_paragraphs (asked->row, side);

          for (guint i = 0; text != NULL && get_partner (asked->row, side) != NULL && i < agreed_text_get_n_paragraphs (text); i++)
            {
              AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);

              if (grade_paragraph (paragraph, place, query) == grade && !g_ptr_array_find (own, paragraph, NULL)
                  && linked == !g_hash_table_contains (lonely, paragraph))
                add_paragraph (choices, text, side, i);
            }
        }
  if (g_list_model_get_n_items (G_LIST_MODEL (choices)) == 0)
    *nothing = g_strdup (_("No other paragraph has this name or these words"));
}

static void
partner_chosen (Asked        *asked,
                AgreedChoice *choice)
{
  AgreedSide side = agreed_choice_get_value (choice) % AGREED_N_SIDES;
  guint position = agreed_choice_get_value (choice) / AGREED_N_SIDES;
  AgreedText *text = agreed_project_get_text (asked->window->project, side);
  AgreedParagraph *partner = get_partner (asked->row, side), *paragraph;

  if (text == NULL || partner == NULL || position >= agreed_text_get_n_paragraphs (text))
    return;
  paragraph = agreed_text_get_paragraph (text, position);
  agreed_project_set_linked (asked->window->project, side == AGREED_SIDE_OLDER ? paragraph : partner,
                             side == AGREED_SIDE_OLDER ? partner : paragraph, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (asked->window->view));
}

static void
unlink_paragraphs (AgreedWindow *self,
                   AgreedLink   *link)
{
  agreed_project_set_linked (self->project, agreed_link_get_paragraph (link, AGREED_SIDE_OLDER),
                             agreed_link_get_paragraph (link, AGREED_SIDE_NEWER), FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
list_links (GListStore  *choices,
            const char  *query,
            char       **nothing,
            gpointer     data)
{
  Asked *asked = data;
  GPtrArray *links = agreed_row_get_links (asked->row);

  for (guint i = 0; i < links->len; i++)
    {
      g_autofree char *title = g_strdup_printf (
        "%s → %s", agreed_paragraph_get_label (agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_OLDER)),
        agreed_paragraph_get_label (agreed_link_get_paragraph (links->pdata[i], AGREED_SIDE_NEWER)));
      g_autofree char *reason = agreed_link_describe_reason (links->pdata[i]);
      g_autofree char *typed = g_utf8_casefold (query, -1), *name = g_utf8_casefold (title, -1);
      g_autoptr (AgreedChoice) choice = agreed_choice_new (title, reason, NULL, NULL, TRUE, i);

      if (strstr (name, typed) != NULL)
        g_list_store_append (choices, choice);
    }
  if (g_list_model_get_n_items (G_LIST_MODEL (choices)) == 0)
    *nothing = g_strdup (_("No link of this paragraph has this name"));
}

static void
link_chosen (Asked        *asked,
             AgreedChoice *choice)
{
  unlink_paragraphs (asked->window, agreed_row_get_links (asked->row)->pdata[agreed_choice_get_value (choice)]);
}

static void
ask (AgreedWindow      *self,
     AgreedRow         *row,
     const char        *title,
     const char        *placeholder,
     AgreedChoicesFunc  list,
     GCallback          chosen)
{
  Asked *asked = g_new (Asked, 1);
  AdwDialog *dialog;

  *asked = (Asked) { self, g_object_ref (row) };
  dialog = agreed_search_dialog_new (title, placeholder, list, asked);
  g_object_set_data_full (G_OBJECT (dialog), "asked", asked, asked_free);
  g_signal_connect_swapped (dialog, "chosen", chosen, asked);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
link_with_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedRow *row = agreed_window_get_current_row (self);
  const char *label;
  g_autofree char *title = NULL;

  if (row == NULL)
    return;
  label = agreed_row_get_label (row, AGREED_SIDE_NEWER);
  if (*label == '\0')
    label = agreed_row_get_label (row, AGREED_SIDE_OLDER);
  /* Translators: the title of a dialog: "Link PP3 With" */
  title = g_strdup_printf (_("Link %s With"), label);
  ask (self, row, title, _("OP17, PP3, or words of the paragraph"), list_partners, G_CALLBACK (partner_chosen));
}

static void
unlink_row_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedRow *row = agreed_window_get_current_row (self);
  GPtrArray *links = row != NULL ? agreed_row_get_links (row) : NULL;

  if (links == NULL || links->len == 0)
    return;
  if (links->len == 1)
    unlink_paragraphs (self, links->pdata[0]);
  else
    ask (self, row, _("Unlink"), _("OP17, PP3"), list_links, G_CALLBACK (link_chosen));
}

static void
link_dropped (AgreedWindow    *self,
              AgreedParagraph *older,
              AgreedParagraph *newer)
{
  agreed_project_set_linked (self->project, older, newer, TRUE);
  agreed_window_show_paragraph (self, newer);
}

void
agreed_window_init_link (AgreedWindow *self)
{
  g_signal_connect_object (self->view, "link-dropped", G_CALLBACK (link_dropped), self, G_CONNECT_SWAPPED);
}

void
agreed_window_class_install_link (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.link-with", NULL, link_with_action);
  gtk_widget_class_install_action (widget_class, "win.unlink-row", NULL, unlink_row_action);
}

void
agreed_window_update_link (AgreedWindow *self)
{
  AgreedRow *row = agreed_window_get_current_row (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.link-with", row != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.unlink-row", row != NULL && agreed_row_get_links (row)->len > 0);
}
