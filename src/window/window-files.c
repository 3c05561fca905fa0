/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "import.h"
#include "store.h"

#include <glib/gi18n.h>

#define SAMPLES RESOURCE_PREFIX "/samples/"
/* What files of the formats that are read are usually called. They are told by their bytes; this is for dialogs. */
#define TEXT_SUFFIXES "txt pdf docx odt html htm xhtml xml akn"

/* One or two texts being read; both are there, or failed, before any of them is shown. */
typedef struct {
  AgreedWindow *window;
  AgreedDocument *documents[AGREED_N_SIDES];
  GFile *file; /* where it is one alone */
  GString *errors;
  guint pending;
  gboolean in_order;
  AgreedSide sides[AGREED_N_SIDES]; /* where each of the documents belongs */
} Reading;

typedef struct {
  Reading *reading;
  guint which;
  GFile *file;
  GCancellable *cancellable;
} ReadingPart;

static void
reading_free (Reading *reading)
{
  for (guint i = 0; i < AGREED_N_SIDES; i++)
    g_clear_object (&reading->documents[i]);
  g_clear_object (&reading->file);
  g_string_free (reading->errors, TRUE);
  g_object_unref (reading->window);
  g_free (reading);
}

static AgreedText *
choose_text (AgreedDocument *document)
{
  return agreed_document_find_text (document, NULL);
}

/* Whether the first of the two is the newer one, as far as they say when they were made. */
static gboolean
is_reversed (Reading *reading)
{
  if (reading->in_order || reading->documents[0] == NULL || reading->documents[1] == NULL)
    return FALSE;
  return agreed_text_compare_age (choose_text (reading->documents[0]), choose_text (reading->documents[1])) > 0;
}

/* The last text of a file, or, where the other side shows that one already, the one before it: so a report that quotes a
 * draft and recommends another can be compared within itself. */
static AgreedText *
choose_other_text (AgreedDocument *document,
                   AgreedText     *other)
{
  AgreedText *text = choose_text (document);

  for (guint i = agreed_document_get_n_texts (document); text == other && i > 0; i--)
    {
      AgreedText *before = agreed_document_get_text (document, i - 1);

      if (before != other && agreed_text_get_annex (before) == NULL)
        return before;
    }
  return text;
}

void
agreed_window_place_document (AgreedWindow   *self,
                              AgreedDocument *document,
                              AgreedSide      side)
{
  AgreedSide other_side = side == AGREED_SIDE_OLDER ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER;
  AgreedText *other;

  document = agreed_project_add_document (self->project, document);
  if (side >= AGREED_N_SIDES)
    {
      agreed_window_place_beside (self, document, side);
      return;
    }
  other = agreed_project_get_text (self->project, other_side);
  if (side == AGREED_SIDE_NEWER && other != NULL && choose_text (document) == other
      && agreed_document_get_n_texts (document) > 1)
    {
      agreed_project_set_text (self->project, other_side, choose_other_text (document, other));
      other = NULL;
    }
  agreed_project_set_text (self->project, side, choose_other_text (document, other));
}

/* One file with tracked changes alone; beside another text it is that other text that it is compared with. */
static gboolean
is_worth_offering (Reading *reading)
{
  AgreedProject *project = reading->window->project;

  return reading->file != NULL && reading->documents[0] != NULL && reading->sides[0] < AGREED_N_SIDES
         && agreed_document_get_tracked (reading->documents[0])
         && agreed_project_get_text (project, !reading->sides[0]) == NULL;
}

static void
finish_reading (Reading *reading)
{
  AgreedWindow *self = reading->window;
  gboolean reversed = is_reversed (reading);

  if (is_worth_offering (reading))
    agreed_window_offer_states (self, reading->file, reading->documents[0], reading->sides[0]);
  else
    for (guint i = 0; i < AGREED_N_SIDES; i++)
      if (reading->documents[i] != NULL)
        agreed_window_place_document (self, reading->documents[i],
                                      reversed ? !reading->sides[i] : reading->sides[i]);
  agreed_window_say (self, reading->errors->len > 0 ? reading->errors->str : NULL);
  reading_free (reading);
}

static void
part_done (Reading        *reading,
           guint           which,
           AgreedDocument *document,
           GError         *error)
{
  AgreedWindow *self = reading->window;

  if (reading->sides[which] < AGREED_N_SIDES)
    agreed_start_page_set_loading (self->start_page, reading->sides[which], FALSE);
  agreed_window_add_loading (self, -1);
  reading->documents[which] = document;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_string_append_printf (reading->errors, "%s%s", reading->errors->len > 0 ? "\n" : "", error->message);
  if (--reading->pending == 0)
    finish_reading (reading);
}

static void
part_free (ReadingPart *part)
{
  g_object_unref (part->file);
  g_object_unref (part->cancellable);
  g_free (part);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (ReadingPart, part_free)

static void
part_goes_on (double   fraction,
              gpointer user_data)
{
  ReadingPart *part = user_data;

  if (part->reading->window->readings != NULL)
    agreed_reading_toast_set_fraction (part->reading->window->readings, part->cancellable, fraction);
}

static void
part_read (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (ReadingPart) part = user_data;
  g_autoptr (GError) error = NULL;
  AgreedDocument *document = agreed_import_file_finish (result, &error);

  if (g_cancellable_is_cancelled (part->reading->window->cancellable))
    {
      /* The window is gone; its children must not be touched. */
      g_clear_object (&document);
      if (--part->reading->pending == 0)
        reading_free (part->reading);
      return;
    }
  agreed_reading_toast_end (part->reading->window->readings, part->cancellable);
  if (document != NULL)
    agreed_window_remember_source (document, part->file);
  part_done (part->reading, part->which, document, error);
}

static Reading *
reading_new (AgreedWindow *self,
             gboolean      in_order)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->window = g_object_ref (self);
  reading->errors = g_string_new (NULL);
  reading->in_order = in_order;
  return reading;
}

static void
read_part (Reading    *reading,
           GFile      *file,
           AgreedSide  side)
{
  ReadingPart *part = g_new0 (ReadingPart, 1);

  part->reading = reading;
  part->file = g_object_ref (file);
  part->which = reading->pending++;
  reading->sides[part->which] = side;
  if (side < AGREED_N_SIDES)
    agreed_start_page_set_loading (reading->window->start_page, side, TRUE);
  agreed_window_add_loading (reading->window, 1);
  part->cancellable = agreed_reading_toast_begin (reading->window->readings, file);
  agreed_import_file_with_progress_async (file, part_goes_on, part, part->cancellable, part_read, part);
}

void
agreed_window_open_text (AgreedWindow *self,
                         GFile        *file,
                         AgreedSide    side)
{
  Reading *reading;

  g_return_if_fail (AGREED_IS_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  reading = reading_new (self, TRUE);
  reading->file = g_object_ref (file);
  read_part (reading, file, side);
}

static void
open_pair (AgreedWindow *self,
           GFile        *first,
           GFile        *second,
           gboolean      in_order)
{
  Reading *reading = reading_new (self, in_order);

  read_part (reading, first, AGREED_SIDE_OLDER);
  read_part (reading, second, AGREED_SIDE_NEWER);
}

static AgreedDocument *
read_sample (const char  *name,
             GError     **error)
{
  g_autofree char *path = g_strconcat (SAMPLES, name, NULL);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, error);

  return bytes != NULL ? agreed_import_bytes (bytes, name, NULL, error) : NULL;
}

void
agreed_window_open_sample (AgreedWindow *self)
{
  static const char *const names[AGREED_N_SIDES] = { "A_65_433.zh.txt", "A_RES_66_184.zh.txt" };

  g_return_if_fail (AGREED_IS_WINDOW (self));

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (AgreedDocument) document = read_sample (names[side], &error);

      if (document == NULL)
        {
          agreed_window_say (self, error->message);
          return;
        }
      agreed_window_place_document (self, document, side);
    }
}

/* Projects */

static void
project_loaded (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (AgreedWindow) holder = user_data;
  AgreedWindow *self = holder;
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedProject) project = agreed_store_load_finish (result, &error);
  GFile *file;

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  agreed_reading_toast_end (self->readings, g_task_get_cancellable (G_TASK (result)));
  agreed_window_add_loading (self, -1);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  agreed_window_say (self, error != NULL ? error->message : NULL);
  if (project == NULL)
    return;
  file = agreed_project_get_file (project);
  agreed_window_remember_project (file);
  if (!agreed_window_is_empty (self))
    {
      self = agreed_window_new (gtk_window_get_application (GTK_WINDOW (self)));
      gtk_window_present (GTK_WINDOW (self));
    }
  agreed_window_set_project (self, project, file);
}

static void
open_project (AgreedWindow *self,
              GFile        *file)
{
  AgreedWindow *there = agreed_window_find_by_file (self, file);
  g_autoptr (GCancellable) reading = NULL;

  if (there != NULL)
    {
      gtk_window_present (GTK_WINDOW (there));
      return;
    }
  agreed_window_add_loading (self, 1);
  reading = agreed_reading_toast_begin (self->readings, file);
  agreed_store_load_async (file, reading, project_loaded, g_object_ref (self));
}

/* A project can have been saved under any name. Of all that is read it alone begins with a brace. */
static gboolean
begins_with_brace (GFile *file)
{
  g_autoptr (GFileInputStream) stream = NULL;
  char first;

  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    return FALSE;
  stream = g_file_read (file, NULL, NULL);
  return stream != NULL && g_input_stream_read (G_INPUT_STREAM (stream), &first, 1, NULL, NULL) == 1 && first == '{';
}

static gboolean
is_project (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return (name != NULL && g_str_has_suffix (name, ".agreed")) || begins_with_brace (file);
}

void
agreed_window_open_files (AgreedWindow *self,
                          GPtrArray    *files,
                          gboolean      in_order)
{
  gboolean has_older;

  g_return_if_fail (AGREED_IS_WINDOW (self));
  g_return_if_fail (files != NULL && files->len > 0);

  has_older = agreed_project_get_text (self->project, AGREED_SIDE_OLDER) != NULL;
  if (files->len == 1 && is_project (files->pdata[0]))
    open_project (self, files->pdata[0]);
  else if (files->len == 1)
    agreed_window_open_text (self, files->pdata[0], has_older ? AGREED_SIDE_NEWER : AGREED_SIDE_OLDER);
  else if (files->len == 2 && !is_project (files->pdata[0]) && !is_project (files->pdata[1]))
    open_pair (self, files->pdata[0], files->pdata[1], in_order);
  else
    agreed_window_say (self, _("Choose one project, or two texts to compare."));
}

/* Dialogs */

static void
add_filter (GListStore *filters,
            const char *name,
            const char *suffixes)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  g_auto (GStrv) list = g_strsplit (suffixes, " ", -1);

  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; list[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, list[i]);
  g_list_store_append (filters, filter);
}

static GListModel *
create_filters (gboolean projects,
                gboolean texts)
{
  g_autoptr (GListStore) filters = g_list_store_new (GTK_TYPE_FILE_FILTER);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  if (projects && texts)
    add_filter (filters, _("Projects and Texts"), "agreed " TEXT_SUFFIXES);
  else if (projects)
    add_filter (filters, _("Agreed Language Projects"), "agreed");
  else
    add_filter (filters, _("Texts"), TEXT_SUFFIXES);
  gtk_file_filter_set_name (all, _("All Files"));
  gtk_file_filter_add_pattern (all, "*");
  g_list_store_append (filters, all);
  return G_LIST_MODEL (g_steal_pointer (&filters));
}

GtkFileDialog *
agreed_window_create_file_dialog (const char *title,
                                  gboolean    projects,
                                  gboolean    texts)
{
  GtkFileDialog *dialog = gtk_file_dialog_new ();
  g_autoptr (GListModel) filters = create_filters (projects, texts);

  gtk_file_dialog_set_title (dialog, title);
  gtk_file_dialog_set_filters (dialog, filters);
  return dialog;
}

static void
text_chosen (GtkFileDialog *dialog,
             GAsyncResult  *result,
             AgreedWindow  *self,
             AgreedSide     side)
{
  g_autoptr (AgreedWindow) window = self;
  g_autoptr (GFile) file = gtk_file_dialog_open_finish (dialog, result, NULL);

  if (file != NULL)
    agreed_window_open_text (window, file, side);
}

static void
older_chosen (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  text_chosen (GTK_FILE_DIALOG (source), result, user_data, AGREED_SIDE_OLDER);
}

static void
newer_chosen (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  text_chosen (GTK_FILE_DIALOG (source), result, user_data, AGREED_SIDE_NEWER);
}

static void
earliest_chosen (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  text_chosen (GTK_FILE_DIALOG (source), result, user_data, AGREED_SIDE_EARLIEST);
}

static void
added_chosen (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  text_chosen (GTK_FILE_DIALOG (source), result, user_data, AGREED_NO_SIDE);
}

void
agreed_window_choose_text (AgreedWindow *self,
                           AgreedSide    side)
{
  static const struct {
    const char *title;
    GAsyncReadyCallback chosen;
  } choices[] = {
    [AGREED_SIDE_OLDER] = { N_("Choose the Older Text"), older_chosen },
    [AGREED_SIDE_NEWER] = { N_("Choose the Newer Text"), newer_chosen },
    [AGREED_SIDE_EARLIEST] = { N_("Choose the Earliest Text"), earliest_chosen },
    [AGREED_NO_SIDE] = { N_("Add a Text to the Project"), added_chosen },
  };
  g_autoptr (GtkFileDialog) dialog = agreed_window_create_file_dialog (_(choices[side].title), FALSE, TRUE);

  gtk_file_dialog_open (dialog, GTK_WINDOW (self), self->cancellable, choices[side].chosen, g_object_ref (self));
}

static void
files_chosen (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (AgreedWindow) self = user_data;
  g_autoptr (GListModel) list = gtk_file_dialog_open_multiple_finish (GTK_FILE_DIALOG (source), result, NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; list != NULL && i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (files, g_list_model_get_item (list, i));
  if (files->len > 0)
    agreed_window_open_files (self, files, FALSE);
}

void
agreed_window_choose_files (AgreedWindow *self)
{
  g_autoptr (GtkFileDialog) dialog = agreed_window_create_file_dialog (_("Open a Project or Two Texts"), TRUE, TRUE);

  gtk_file_dialog_open_multiple (dialog, GTK_WINDOW (self), self->cancellable, files_chosen, g_object_ref (self));
}
