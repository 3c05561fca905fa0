/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tracked-list.h"

#include "sentences.h"

#include <glib/gi18n.h>

/* More would be slow to set and is read by nobody: a paragraph changed in so many places was written anew. */
#define MOST_ROWS 50

/* The day of a date and time; what is none as it is. */
static char *
describe_day (const char *date)
{
  g_autofree char *day = g_strndup (date, strcspn (date, "T"));

  return agreed_describe_date (day);
}

char *
agreed_tracked_change_describe (const AgreedTrackedChange *change)
{
  g_autofree char *day = describe_day (change->date);
  gboolean author = *change->author != '\0', date = *change->date != '\0';

  if (author && date)
    return g_strdup_printf (change->inserted ? _("Inserted by %s on %s") : _("Deleted by %s on %s"), change->author, day);
  if (author)
    return g_strdup_printf (change->inserted ? _("Inserted by %s") : _("Deleted by %s"), change->author);
  if (date)
    return g_strdup_printf (change->inserted ? _("Inserted on %s") : _("Deleted on %s"), day);

  return g_strdup (change->inserted ? _("Inserted") : _("Deleted"));
}

static GtkWidget *
create_row (AgreedParagraph           *paragraph,
            const AgreedTrackedChange *change,
            const char                *language)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *sentence = agreed_tracked_change_describe (change);
  g_autofree char *title = g_markup_escape_text (sentence, -1);
  g_autofree char *words = g_strndup (agreed_paragraph_get_wording (paragraph) + change->start, change->length);
  g_autofree char *marked = agreed_mark_up_in (language, words);

  gtk_widget_add_css_class (row, "property");
  /* "property" sets the title small and the subtitle large */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), marked);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 4);
  adw_action_row_set_subtitle_selectable (ADW_ACTION_ROW (row), TRUE);
  return row;
}

static GtkWidget *
create_last_row (guint n_changes)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = g_strdup_printf (ngettext ("%u more change", "%u more changes", n_changes), n_changes);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

guint
agreed_tracked_list_fill (GtkListBox      *list,
                          AgreedParagraph *paragraph,
                          const char      *language)
{
  guint n_changes;
  const AgreedTrackedChange *changes = agreed_paragraph_get_tracked_changes (paragraph, &n_changes);

  g_return_val_if_fail (GTK_IS_LIST_BOX (list), 0);

  for (guint i = 0; i < MIN (n_changes, MOST_ROWS); i++)
    gtk_list_box_append (list, create_row (paragraph, &changes[i], language));
  if (n_changes > MOST_ROWS)
    gtk_list_box_append (list, create_last_row (n_changes - MOST_ROWS));
  return n_changes;
}
