/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "find-task.h"
#include "settings.h"

/* Finding in both texts: the bar asks, a task searches, the view marks. */

struct _AgreedWindowFind {
  GCancellable *cancellable; /* of the search that is under way, or NULL */
  GArray *found;             /* AgreedFound; NULL before the first answer */
  GHashTable *firsts;        /* AgreedRow → index of its first place */
  guint current;             /* index among them, or G_MAXUINT */
  AgreedRow *origin;         /* the row at hand when the query was begun */
  gboolean leads;            /* the answer leads to a place: somebody has typed */
  gboolean left;             /* the reader was led away, and the way back is kept */
};

static guint
get_n_found (AgreedWindow *self)
{
  return self->find->found != NULL ? self->find->found->len : 0;
}

static const AgreedFound *
get_found (AgreedWindow *self,
           guint         index)
{
  return &g_array_index (self->find->found, AgreedFound, index);
}

static guint
find_row (GListModel *rows,
          AgreedRow  *row)
{
  guint n_rows = g_list_model_get_n_items (rows);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autoptr (AgreedRow) each = g_list_model_get_item (rows, i);

      if (each == row)
        return i;
    }
  return 0;
}

/* The first place found in @row or below it; G_MAXUINT where there is none. */
static guint
find_from (AgreedWindow *self,
           AgreedRow    *row)
{
  GListModel *rows = gtk_filter_list_model_get_model (self->rows);
  guint n_rows = rows != NULL ? g_list_model_get_n_items (rows) : 0;
  gpointer index;

  for (guint i = row != NULL ? find_row (rows, row) : 0; self->find->firsts != NULL && i < n_rows; i++)
    {
      g_autoptr (AgreedRow) each = g_list_model_get_item (rows, i);

      if (g_hash_table_lookup_extended (self->find->firsts, each, NULL, &index))
        return GPOINTER_TO_UINT (index);
    }
  return G_MAXUINT;
}

static void
take_found (AgreedWindow *self,
            GArray       *found)
{
  AgreedWindowFind *find = self->find;

  g_clear_pointer (&find->firsts, g_hash_table_unref);
  g_clear_pointer (&find->found, g_array_unref);
  find->current = G_MAXUINT;
  if (found == NULL)
    return;
  find->found = g_array_ref (found);
  find->firsts = g_hash_table_new (NULL, NULL);
  for (guint i = found->len; i > 0; i--)
    g_hash_table_insert (find->firsts, get_found (self, i - 1)->row, GUINT_TO_POINTER (i - 1));
}

static void
show_current (AgreedWindow *self)
{
  AgreedWindowFind *find = self->find;
  const AgreedFound *found = find->current < get_n_found (self) ? get_found (self, find->current) : NULL;

  agreed_find_bar_show_count (self->find_bar, find->current, get_n_found (self), NULL);
  if (found != NULL && found->row != agreed_window_get_current_row (self))
    {
      AgreedParagraph *paragraph = agreed_row_get_first_paragraph (found->row);

      if (find->left)
        agreed_window_show_paragraph (self, paragraph);
      else
        agreed_window_jump_to_paragraph (self, paragraph);
      find->left = TRUE;
    }
  agreed_comparison_view_set_current_found (self->view, find->current);
  agreed_window_show_found_note (self, found);
}

static void
show_problem (AgreedWindow *self,
              const GError *error)
{
  agreed_comparison_view_set_found (self->view, NULL);
  agreed_find_bar_show_count (self->find_bar, G_MAXUINT, 0, error->message);
}

static void
on_found (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (AgreedWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = agreed_find_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->find == NULL)
    return;
  g_clear_object (&self->find->cancellable);
  take_found (self, found);
  if (error != NULL)
    {
      show_problem (self, error);
      return;
    }
  agreed_comparison_view_set_found (self->view, found);
  if (self->find->leads)
    {
      guint index = find_from (self, self->find->origin);

      self->find->current = index != G_MAXUINT || get_n_found (self) == 0 ? index : 0;
    }
  show_current (self);
}

static void
stop (AgreedWindow *self)
{
  if (self->find->cancellable != NULL)
    g_cancellable_cancel (self->find->cancellable);
  g_clear_object (&self->find->cancellable);
}

static void
forget (AgreedWindow *self)
{
  take_found (self, NULL);
  agreed_comparison_view_set_found (self->view, NULL);
  agreed_find_bar_show_count (self->find_bar, G_MAXUINT, 0, NULL);
  agreed_window_show_found_note (self, NULL);
}

static void
start (AgreedWindow *self,
       gboolean      leads)
{
  const char *query = agreed_find_bar_get_query (self->find_bar);
  GListModel *rows = gtk_filter_list_model_get_model (self->rows);

  stop (self);
  if (*query == '\0' || rows == NULL)
    {
      forget (self);
      return;
    }
  self->find->leads = leads;
  self->find->cancellable = g_cancellable_new ();
  agreed_find_async (rows, query, agreed_find_bar_get_flags (self->find_bar), self->one_column || self->narrow,
                     self->find->cancellable, on_found, g_object_ref (self));
}

static void
query_changed (AgreedWindow *self)
{
  start (self, TRUE);
}

/* Other rows, or the same in one column: the same query has another answer, and the reader stays. */
static void
rows_changed (AgreedWindow *self)
{
  if (self->find != NULL && agreed_find_bar_get_open (self->find_bar))
    start (self, FALSE);
}

void
agreed_window_find_again (AgreedWindow *self)
{
  rows_changed (self);
}

static void
open_changed (AgreedWindow *self)
{
  g_clear_object (&self->find->origin);
  self->find->left = FALSE;
  if (agreed_find_bar_get_open (self->find_bar))
    g_set_object (&self->find->origin, agreed_window_get_current_row (self));
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* On from the place at hand; from the row at hand where the reader has gone elsewhere since. Round the end. */
static void
step (AgreedWindow *self,
      int           direction)
{
  AgreedRow *row = agreed_window_get_current_row (self);
  guint n_found = get_n_found (self), current = self->find->current;

  if (n_found == 0)
    return;
  if (current >= n_found || get_found (self, current)->row != row)
    {
      guint index = find_from (self, row);

      /* Backwards from what is not yet reached. */
      current = index == G_MAXUINT ? n_found : index;
      current = direction > 0 ? current : current + n_found - 1;
    }
  else
    current += direction > 0 ? 1 : n_found - 1;
  self->find->current = current % n_found;
  show_current (self);
}

/* More than this is not what one looks for elsewhere. */
#define MOST_SELECTED 200

/* What is selected of one paragraph, as a query; NULL where there is none or somebody is typing one. (transfer full) */
static char *
query_from_selection (AgreedWindow *self)
{
  GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (self));
  g_autofree char *selected = agreed_comparison_view_get_selected (self->view);

  if (selected == NULL || (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->find_bar))))
    return NULL;
  g_strstrip (selected);
  if (*selected == '\0' || strchr (selected, '\n') != NULL || g_utf8_strlen (selected, -1) > MOST_SELECTED)
    return NULL;
  if (agreed_find_bar_get_flags (self->find_bar) & AGREED_SEARCH_REGEX)
    return g_regex_escape_string (selected, -1);
  return g_steal_pointer (&selected);
}

static void
find_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  g_autofree char *query = query_from_selection (self);

  if (query != NULL)
    agreed_find_bar_set_query (self->find_bar, query);
  agreed_find_bar_start (self->find_bar);
}

static void
find_words_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AgreedFindBar *bar = AGREED_WINDOW (widget)->find_bar;

  agreed_find_bar_set_query (bar, g_variant_get_string (parameter, NULL));
  agreed_find_bar_start (bar);
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);

  if (*agreed_find_bar_get_query (self->find_bar) == '\0')
    agreed_find_bar_start (self->find_bar);
  else
    step (self, g_str_equal (name, "win.find-next") ? 1 : -1);
}

static const char *const options[] = { "match-case", "regular-expressions", "ignore-width", "variants" };

/* The bar's menu has these with their state; here they are for whoever looks for them by name. */
static void
option_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AgreedFindBar *bar = AGREED_WINDOW (widget)->find_bar;
  const char *property = name + strlen ("win.find-");
  gboolean value;

  g_object_get (bar, property, &value, NULL);
  g_object_set (bar, property, !value, NULL);
  agreed_find_bar_start (bar);
}

static void
go_next (AgreedWindow *self)
{
  step (self, 1);
}

static void
go_previous (AgreedWindow *self)
{
  step (self, -1);
}

void
agreed_window_class_install_find (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_install_action (widget_class, "win.find-words", "s", find_words_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, step_action);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *name = g_strconcat ("win.find-", options[i], NULL);

      gtk_widget_class_install_action (widget_class, g_intern_string (name), NULL, option_action);
    }
}

void
agreed_window_init_find (AgreedWindow *self)
{
  self->find = g_new0 (AgreedWindowFind, 1);
  self->find->current = G_MAXUINT;
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *key = g_strconcat ("find-", options[i], NULL);

      agreed_settings_bind (key, self->find_bar, options[i], G_SETTINGS_BIND_DEFAULT);
    }
  g_signal_connect_object (self->find_bar, "changed", G_CALLBACK (query_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "next", G_CALLBACK (go_next), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "previous", G_CALLBACK (go_previous), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->find_bar, "notify::open", G_CALLBACK (open_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->rows, "notify::model", G_CALLBACK (rows_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "notify::one-column", G_CALLBACK (rows_changed), self, G_CONNECT_SWAPPED);
}

void
agreed_window_clear_find (AgreedWindow *self)
{
  if (self->find == NULL)
    return;
  stop (self);
  take_found (self, NULL);
  g_clear_object (&self->find->origin);
  g_clear_pointer (&self->find, g_free);
}

void
agreed_window_update_find (AgreedWindow *self)
{
  static const char *const names[] = { "win.find", "win.find-next", "win.find-previous", "win.go-to-paragraph" };
  gboolean compared = agreed_project_get_comparison (self->project) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], compared);
  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autofree char *name = g_strconcat ("win.find-", options[i], NULL);

      gtk_widget_action_set_enabled (GTK_WIDGET (self), name, compared);
    }
}
