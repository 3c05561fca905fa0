/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "place-chooser.h"

#include "search-dialog.h"
#include "unplaced.h"

#include <glib/gi18n.h>

typedef struct {
  AgreedProject *project;
  AgreedRecord *record;
  GPtrArray *paragraphs; /* by the choices' values */
} Asked;

static void
asked_free (gpointer data)
{
  Asked *asked = data;

  g_object_unref (asked->project);
  agreed_record_unref (asked->record);
  g_ptr_array_unref (asked->paragraphs);
  g_free (asked);
}

/* Of a link the other end has to stay in another text. */
static gboolean
can_hold (Asked      *asked,
          AgreedText *text)
{
  const AgreedRecord *record = asked->record;
  const char *id = agreed_text_get_id (text);

  return record->other.text == NULL ||
         (!g_str_equal (record->place.text, id) && !g_str_equal (record->other.text, id));
}

static void
list_text (Asked      *asked,
           AgreedText *text,
           const char *query,
           GListStore *choices)
{
  g_autofree char *typed = g_utf8_casefold (query, -1);

  for (guint i = 0; i < agreed_text_get_n_paragraphs (text); i++)
    {
      AgreedParagraph *paragraph = agreed_text_get_paragraph (text, i);
      const char *wording = agreed_paragraph_get_wording (paragraph);
      g_autofree char *label = g_utf8_casefold (agreed_paragraph_get_label (paragraph), -1);
      /* Translators: a paragraph and its text: "OP4 of A/RES/66/184" */
      g_autofree char *title = g_strdup_printf (_("%s of %s"), agreed_paragraph_get_label (paragraph),
                                                agreed_text_get_display_name (text));
      g_autoptr (AgreedChoice) choice = NULL;

      if (!g_str_has_prefix (label, typed) && strstr (wording, query) == NULL)
        continue;
      choice = agreed_choice_new (title, wording, agreed_text_get_language (text), NULL, TRUE, asked->paragraphs->len);
      g_ptr_array_add (asked->paragraphs, g_object_ref (paragraph));
      g_list_store_append (choices, choice);
    }
}

/* Of the texts compared, the newer first: what was read again is mostly one of them. */
static void
list_paragraphs (GListStore  *choices,
                 const char  *query,
                 char       **nothing,
                 gpointer     data)
{
  Asked *asked = data;

  g_ptr_array_set_size (asked->paragraphs, 0);
  for (int side = AGREED_SIDE_NEWER; side >= AGREED_SIDE_OLDER; side--)
    {
      AgreedText *text = agreed_project_get_text (asked->project, side);

      if (text != NULL && can_hold (asked, text))
        list_text (asked, text, query, choices);
    }
  if (asked->paragraphs->len == 0)
    *nothing = g_strdup (_("No other paragraph has this name or these words"));
}

static void
chosen (Asked        *asked,
        AgreedChoice *choice)
{
  agreed_project_place_record (asked->project, asked->record,
                               g_ptr_array_index (asked->paragraphs, agreed_choice_get_value (choice)));
}

AdwDialog *
agreed_place_chooser_new (AgreedProject *project,
                          AgreedRecord  *record)
{
  Asked *asked = g_new (Asked, 1);
  AdwDialog *dialog;

  *asked = (Asked) { g_object_ref (project), agreed_record_ref (record), g_ptr_array_new_with_free_func (g_object_unref) };
  dialog = agreed_search_dialog_new (_("Place on a Paragraph"), _("OP17, PP3, or words of the paragraph"), list_paragraphs,
                                     asked);
  g_object_set_data_full (G_OBJECT (dialog), "asked", asked, asked_free);
  g_signal_connect_swapped (dialog, "chosen", G_CALLBACK (chosen), asked);
  return dialog;
}
