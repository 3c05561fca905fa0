/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "reference-list.h"

#include "pointers.h"
#include "sentences.h"

#include <glib/gi18n.h>

struct _AgreedReferenceList {
  AdwBin parent_instance;

  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (AgreedReferenceList, agreed_reference_list, ADW_TYPE_BIN)

static void
agreed_reference_list_class_init (AgreedReferenceListClass *klass)
{
}

static void
agreed_reference_list_init (AgreedReferenceList *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Points To"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* "Paragraph 22 of 65/141" */
static char *
describe_title (const AgreedPointer *pointer)
{
  if (pointer->name != NULL)
    return g_strdup_printf (_("Paragraph %s of %s"), pointer->number, pointer->name);
  return g_strdup_printf (_("Paragraph %s of this text"), pointer->number);
}

/* What stands there, or why the way ends here. Pango markup. Returns: (transfer full) */
static char *
describe_place (const AgreedPointer *pointer)
{
  const char *name = pointer->text != NULL ? agreed_text_get_display_name (pointer->text) : NULL;
  g_autofree char *sentence = NULL;

  switch (pointer->state)
    {
    case AGREED_POINTER_NO_TEXT:
      return g_markup_escape_text (_("This text is not open"), -1);
    case AGREED_POINTER_NO_PARAGRAPH:
      sentence = g_strdup_printf (_("%s has no such paragraph"), name);
      return g_markup_escape_text (sentence, -1);
    case AGREED_POINTER_DRAFT:
      sentence = g_strdup_printf (_("In %s, a draft of that session under the same title"), name);
      return g_markup_escape_text (sentence, -1);
    case AGREED_POINTER_FOUND:
    default:
      return agreed_mark_up_in (agreed_text_get_language (pointer->text),
                                agreed_paragraph_get_wording (pointer->paragraph));
    }
}

char *
agreed_pointer_describe_end (const AgreedPointer *pointer)
{
  g_autofree char *title = NULL, *place = NULL;

  g_return_val_if_fail (pointer != NULL, NULL);
  g_return_val_if_fail (pointer->text == NULL || pointer->paragraph == NULL, NULL);

  title = describe_title (pointer);
  if (pointer->text == NULL)
    /* Translators: "Paragraph 22 of 65/141" is in a text that is not among those of the project */
    return g_strdup_printf (_("%s: that text is not open"), title);
  /* Translators: "Paragraph 92 of 65/141" and the name of that text */
  return g_strdup_printf (_("%s: %s has no such paragraph"), title, agreed_text_get_display_name (pointer->text));
}

static GtkWidget *
create_row (const AgreedPointer *pointer)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *words = describe_title (pointer), *place = describe_place (pointer);
  g_autofree char *title = g_markup_escape_text (words, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), place);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 2);
  if (pointer->paragraph == NULL)
    return row;
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.go-to-place");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "(ss)", agreed_text_get_id (pointer->text),
                                    agreed_paragraph_get_label (pointer->paragraph));
  return row;
}

void
agreed_reference_list_set_paragraph (AgreedReferenceList *self,
                                     AgreedProject       *project,
                                     AgreedText          *text,
                                     AgreedParagraph     *paragraph)
{
  g_autoptr (GPtrArray) pointers = NULL;

  g_return_if_fail (AGREED_IS_REFERENCE_LIST (self));
  g_return_if_fail (AGREED_IS_TEXT (text));

  pointers = agreed_project_follow (project, text, paragraph);
  for (guint i = 0; i < pointers->len; i++)
    adw_preferences_group_add (self->group, create_row (pointers->pdata[i]));
  gtk_widget_set_visible (GTK_WIDGET (self), pointers->len > 0);
}
