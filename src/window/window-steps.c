/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "window-private.h"

#include "tag.h"

#include <glib/gi18n.h>

/* From row to row: to the next or the previous one that has something to it. */

typedef enum {
  STEP_CHANGE,
  STEP_UNSURE,
  STEP_SUGGESTION,
  STEP_NOTE,
  STEP_TOPIC,
  N_STEPS,
} Step;

static const struct {
  const char *next;
  const char *previous;
  const char *none_below;
  const char *none_above;
} steps[N_STEPS] = {
  [STEP_CHANGE] = { "win.next-change", "win.previous-change", N_("No further change below"),
                    N_("No further change above") },
  [STEP_UNSURE] = { "win.next-unsure", "win.previous-unsure", N_("No further unsure link below"),
                    N_("No further unsure link above") },
  [STEP_SUGGESTION] = { "win.next-suggestion", "win.previous-suggestion", N_("No further suggested topic below"),
                        N_("No further suggested topic above") },
  [STEP_NOTE] = { "win.next-note", "win.previous-note", N_("No further note below"), N_("No further note above") },
  [STEP_TOPIC] = { "win.next-topic", "win.previous-topic", N_("No further topic below"), N_("No further topic above") },
};

static gboolean
has_tag (AgreedParagraph *paragraph,
         gboolean         suggested)
{
  GListModel *tags = G_LIST_MODEL (agreed_paragraph_get_tags (paragraph));

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (AgreedTag) tag = g_list_model_get_item (tags, i);
      AgreedTagState state = agreed_tag_get_state (tag);

      if (suggested ? state == AGREED_TAG_SUGGESTED : state != AGREED_TAG_DISMISSED)
        return TRUE;
    }
  return FALSE;
}

static gboolean
paragraph_has (AgreedParagraph *paragraph,
               Step             step)
{
  if (step == STEP_NOTE)
    return g_list_model_get_n_items (G_LIST_MODEL (agreed_paragraph_get_notes (paragraph))) > 0;
  return has_tag (paragraph, step == STEP_SUGGESTION);
}

static gboolean
row_has (AgreedRow *row,
         gpointer   data)
{
  Step step = GPOINTER_TO_UINT (data);

  if (step == STEP_UNSURE)
    return agreed_row_is_unsure (row);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      GPtrArray *paragraphs = agreed_row_get_paragraphs (row, side);

      for (guint i = 0; i < paragraphs->len; i++)
        if (paragraph_has (paragraphs->pdata[i], step))
          return TRUE;
    }
  return FALSE;
}

static void
say_no_more (AgreedWindow *self,
             const char   *sentence)
{
  AdwToast *toast = adw_toast_new (sentence);

  adw_toast_set_timeout (toast, 2);
  adw_toast_overlay_dismiss_all (self->toasts);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static gboolean
step_to (AgreedWindow *self,
         Step          step,
         int           direction)
{
  if (step == STEP_CHANGE)
    return agreed_comparison_view_step_change (self->view, direction);
  return agreed_comparison_view_step (self->view, direction, row_has, GUINT_TO_POINTER (step));
}

static void
step_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);

  for (guint i = 0; i < N_STEPS; i++)
    {
      int direction = g_str_equal (name, steps[i].next) ? 1 : g_str_equal (name, steps[i].previous) ? -1 : 0;

      if (direction != 0 && !step_to (self, i, direction))
        say_no_more (self, _(direction > 0 ? steps[i].none_below : steps[i].none_above));
    }
}

static void
follow_move_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AgreedWindow *self = AGREED_WINDOW (widget);
  AgreedRow *row = agreed_window_get_current_row (self);

  if (row != NULL && agreed_row_get_moved (row))
    agreed_window_follow_move (self, row);
}

void
agreed_window_class_install_steps (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < N_STEPS; i++)
    {
      gtk_widget_class_install_action (widget_class, steps[i].next, NULL, step_action);
      gtk_widget_class_install_action (widget_class, steps[i].previous, NULL, step_action);
    }
  gtk_widget_class_install_action (widget_class, "win.follow-move", NULL, follow_move_action);
}

void
agreed_window_update_steps (AgreedWindow *self)
{
  gboolean compared = agreed_project_get_comparison (self->project) != NULL;
  AgreedRow *row = agreed_window_get_current_row (self);

  for (guint i = 0; i < N_STEPS; i++)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), steps[i].next, compared);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), steps[i].previous, compared);
    }
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.follow-move", row != NULL && agreed_row_get_moved (row));
}
