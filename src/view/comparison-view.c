/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison-view-private.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

enum {
  PROP_0,
  PROP_ROWS,
  PROP_CURRENT,
  PROP_ONE_COLUMN,
  PROP_THREE_COLUMNS,
  PROP_OLDER_LANGUAGE,
  PROP_NEWER_LANGUAGE,
  PROP_EARLIEST_LANGUAGE,
  PROP_TEXT_SCALE,
  PROP_FONT_FAMILY,
  PROP_OLDER_SHARE,
  PROP_FOLD_UNCHANGED,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];
guint agreed_comparison_view_signals[AGREED_VIEW_N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (AgreedComparisonView, agreed_comparison_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

static void
on_style_changed (AgreedComparisonView *self)
{
  agreed_comparison_view_restyle (self);
}

static void
set_adjustment (AgreedComparisonView *self,
                GtkOrientation        orientation,
                GtkAdjustment        *adjustment)
{
  if (self->adjustments[orientation] != NULL)
    g_signal_handlers_disconnect_by_func (self->adjustments[orientation], agreed_comparison_view_on_value, self);
  g_set_object (&self->adjustments[orientation], adjustment);
  if (adjustment != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (agreed_comparison_view_on_value), self,
                             G_CONNECT_SWAPPED);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_language (AgreedComparisonView *self,
              AgreedSide            side,
              const char           *language)
{
  if (!g_set_str (&self->languages[side], language))
    return;

  agreed_comparison_view_restyle (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OLDER_LANGUAGE + side]);
}

static void
set_text_scale (AgreedComparisonView *self,
                double                scale)
{
  if (self->text_scale == scale)
    return;

  self->text_scale = scale;
  agreed_comparison_view_restyle (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT_SCALE]);
}

static void
set_font_family (AgreedComparisonView *self,
                 const char           *family)
{
  if (!g_set_str (&self->font_family, family))
    return;

  agreed_comparison_view_restyle (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FONT_FAMILY]);
}

/* Heads stand over the columns, so they are told at once. */
static void
set_older_share (AgreedComparisonView *self,
                 double                share)
{
  if (self->older_share == share)
    return;

  self->older_share = share;
  agreed_comparison_view_sync (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_signal_emit (self, agreed_comparison_view_signals[AGREED_VIEW_PLACE_CHANGED], 0);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OLDER_SHARE]);
}

static void
agreed_comparison_view_set_property (GObject      *object,
                                     guint         property,
                                     const GValue *value,
                                     GParamSpec   *pspec)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (object);

  switch (property)
    {
    case PROP_ROWS:
      agreed_comparison_view_set_rows (self, g_value_get_object (value));
      break;
    case PROP_CURRENT:
      agreed_comparison_view_set_current (self, g_value_get_uint (value));
      break;
    case PROP_ONE_COLUMN:
      agreed_comparison_view_set_one_column (self, g_value_get_boolean (value));
      break;
    case PROP_THREE_COLUMNS:
      agreed_comparison_view_set_three_columns (self, g_value_get_boolean (value));
      break;
    case PROP_OLDER_LANGUAGE:
    case PROP_NEWER_LANGUAGE:
    case PROP_EARLIEST_LANGUAGE:
      set_language (self, property - PROP_OLDER_LANGUAGE, g_value_get_string (value));
      break;
    case PROP_TEXT_SCALE:
      set_text_scale (self, g_value_get_double (value));
      break;
    case PROP_FONT_FAMILY:
      set_font_family (self, g_value_get_string (value));
      break;
    case PROP_OLDER_SHARE:
      set_older_share (self, g_value_get_double (value));
      break;
    case PROP_FOLD_UNCHANGED:
      if (self->fold_unchanged == g_value_get_boolean (value))
        break;
      agreed_comparison_view_fold (self, g_value_get_boolean (value));
      g_object_notify_by_pspec (object, pspec);
      break;
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
agreed_comparison_view_get_property (GObject    *object,
                                     guint       property,
                                     GValue     *value,
                                     GParamSpec *pspec)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (object);

  switch (property)
    {
    case PROP_ROWS:
      g_value_set_object (value, self->rows);
      break;
    case PROP_CURRENT:
      g_value_set_uint (value, self->current);
      break;
    case PROP_ONE_COLUMN:
      g_value_set_boolean (value, self->one_column);
      break;
    case PROP_THREE_COLUMNS:
      g_value_set_boolean (value, self->three_columns);
      break;
    case PROP_OLDER_LANGUAGE:
    case PROP_NEWER_LANGUAGE:
    case PROP_EARLIEST_LANGUAGE:
      g_value_set_string (value, self->languages[property - PROP_OLDER_LANGUAGE]);
      break;
    case PROP_TEXT_SCALE:
      g_value_set_double (value, self->text_scale);
      break;
    case PROP_FONT_FAMILY:
      g_value_set_string (value, self->font_family);
      break;
    case PROP_OLDER_SHARE:
      g_value_set_double (value, self->older_share);
      break;
    case PROP_FOLD_UNCHANGED:
      g_value_set_boolean (value, self->fold_unchanged);
      break;
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property, pspec);
    }
}

static void
agreed_comparison_view_measure (GtkWidget      *widget,
                                GtkOrientation  orientation,
                                int             for_size,
                                int            *minimum,
                                int            *natural,
                                int            *minimum_baseline,
                                int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 200 : 100;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 900 : 600;
}

static void
agreed_comparison_view_size_allocate (GtkWidget *widget,
                                      int        width,
                                      int        height,
                                      int        baseline)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);
  guint anchor = self->anchor, n_in_view = self->n_in_view;

  agreed_comparison_view_sync (self);
  agreed_comparison_view_allocate_items (self);
  if (anchor != self->anchor || n_in_view != self->n_in_view)
    agreed_comparison_view_unsettle (self);
  gtk_widget_queue_draw (widget);
}

static void
agreed_comparison_view_css_changed (GtkWidget         *widget,
                                    GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (agreed_comparison_view_parent_class)->css_changed (widget, change);

  agreed_comparison_view_restyle (AGREED_COMPARISON_VIEW (widget));
}

static void
agreed_comparison_view_direction_changed (GtkWidget        *widget,
                                          GtkTextDirection  previous)
{
  agreed_comparison_view_restyle (AGREED_COMPARISON_VIEW (widget));
}

/* Without a current row, the first in view becomes it: focus must be somewhere. */
static gboolean
agreed_comparison_view_grab_focus (GtkWidget *widget)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (widget);

  if (agreed_comparison_view_get_n_rows (self) == 0)
    return FALSE;
  if (self->current == GTK_INVALID_LIST_POSITION)
    agreed_comparison_view_set_current (self, self->anchor);

  return agreed_comparison_view_focus_current (self);
}

/* The view is one stop of Tab, whatever number of rows it has. */
static gboolean
agreed_comparison_view_focus (GtkWidget        *widget,
                              GtkDirectionType  direction)
{
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static void
agreed_comparison_view_dispose (GObject *object)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (object);

  g_clear_handle_id (&self->settle_id, g_source_remove);
  agreed_comparison_view_end_link (self, FALSE);
  if (self->scroll_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_tick);
  self->scroll_tick = 0;
  if (self->rows != NULL)
    g_signal_handlers_disconnect_by_data (self->rows, self);
  agreed_comparison_view_drop_items (self);
  agreed_comparison_view_drop_found (self);
  g_hash_table_remove_all (self->cache);
  g_clear_object (&self->rows);
  g_clear_object (&self->older_paragraphs);
  for (guint i = 0; i < AGREED_N_TEXTS; i++)
    {
      g_clear_object (&self->footnotes[i]);
      self->style.footnotes[i] = NULL;
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);
  g_clear_object (&self->current_row);
  g_clear_object (&self->anchor_row);

  G_OBJECT_CLASS (agreed_comparison_view_parent_class)->dispose (object);
}

static void
agreed_comparison_view_finalize (GObject *object)
{
  AgreedComparisonView *self = AGREED_COMPARISON_VIEW (object);

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_free (self->languages[side]);
  g_free (self->font_family);
  agreed_view_style_clear (&self->style);
  agreed_row_heights_free (self->heights);
  g_array_unref (self->ems);
  g_array_unref (self->folds);
  g_hash_table_unref (self->opened);
  g_hash_table_unref (self->traces);
  g_hash_table_unref (self->cache);
  g_hash_table_unref (self->items);

  G_OBJECT_CLASS (agreed_comparison_view_parent_class)->finalize (object);
}

static void
add_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_ROWS] = g_param_spec_object ("rows", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_CURRENT] =
    g_param_spec_uint ("current", NULL, NULL, 0, G_MAXUINT, GTK_INVALID_LIST_POSITION, flags);
  properties[PROP_ONE_COLUMN] = g_param_spec_boolean ("one-column", NULL, NULL, FALSE, flags);
  properties[PROP_THREE_COLUMNS] = g_param_spec_boolean ("three-columns", NULL, NULL, FALSE, flags);
  properties[PROP_OLDER_LANGUAGE] = g_param_spec_string ("older-language", NULL, NULL, NULL, flags);
  properties[PROP_NEWER_LANGUAGE] = g_param_spec_string ("newer-language", NULL, NULL, NULL, flags);
  properties[PROP_EARLIEST_LANGUAGE] = g_param_spec_string ("earliest-language", NULL, NULL, NULL, flags);
  properties[PROP_TEXT_SCALE] = g_param_spec_double ("text-scale", NULL, NULL, .5, 3, 1, flags);
  properties[PROP_FONT_FAMILY] = g_param_spec_string ("font-family", NULL, NULL, NULL, flags);
  properties[PROP_OLDER_SHARE] = g_param_spec_double ("older-share", NULL, NULL, .2, .8, .5, flags);
  properties[PROP_FOLD_UNCHANGED] = g_param_spec_boolean ("fold-unchanged", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");
}

static void
add_signals (void)
{
  guint *signals = agreed_comparison_view_signals;
  GType type = AGREED_TYPE_COMPARISON_VIEW;

  signals[AGREED_VIEW_MOVE_ACTIVATED] = g_signal_new ("move-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                      G_TYPE_NONE, 1, AGREED_TYPE_ROW);
  signals[AGREED_VIEW_TAG_ACTIVATED] = g_signal_new ("tag-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                     G_TYPE_NONE, 2, AGREED_TYPE_PARAGRAPH, AGREED_TYPE_TAG);
  signals[AGREED_VIEW_NOTE_ACTIVATED] = g_signal_new ("note-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                      G_TYPE_NONE, 1, AGREED_TYPE_PARAGRAPH);
  signals[AGREED_VIEW_REFERENCE_ACTIVATED] =
    g_signal_new ("reference-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_UINT,
                  AGREED_TYPE_PARAGRAPH, G_TYPE_UINT);
  signals[AGREED_VIEW_LINK_DROPPED] = g_signal_new ("link-dropped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                    G_TYPE_NONE, 2, AGREED_TYPE_PARAGRAPH, AGREED_TYPE_PARAGRAPH);
  signals[AGREED_VIEW_JUMPED] = g_signal_new ("jumped", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                                              G_TYPE_UINT, G_TYPE_UINT);
  signals[AGREED_VIEW_MENU_REQUESTED] = g_signal_new ("menu-requested", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                      G_TYPE_NONE, 2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
  signals[AGREED_VIEW_PLACE_CHANGED] = g_signal_new ("place-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                                     G_TYPE_NONE, 0);
}

static void
agreed_comparison_view_class_init (AgreedComparisonViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = agreed_comparison_view_set_property;
  object_class->get_property = agreed_comparison_view_get_property;
  object_class->dispose = agreed_comparison_view_dispose;
  object_class->finalize = agreed_comparison_view_finalize;
  widget_class->measure = agreed_comparison_view_measure;
  widget_class->size_allocate = agreed_comparison_view_size_allocate;
  widget_class->snapshot = agreed_comparison_view_snapshot;
  widget_class->css_changed = agreed_comparison_view_css_changed;
  widget_class->direction_changed = agreed_comparison_view_direction_changed;
  widget_class->grab_focus = agreed_comparison_view_grab_focus;
  widget_class->focus = agreed_comparison_view_focus;

  add_properties (object_class);
  add_signals ();
  agreed_comparison_view_class_add_input (widget_class);
  agreed_comparison_view_class_add_folds (widget_class);
  agreed_comparison_view_class_add_chips (widget_class);
  gtk_widget_class_set_css_name (widget_class, "comparisonview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
agreed_comparison_view_init (AgreedComparisonView *self)
{
  AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (GTK_WIDGET (self)));

  self->text_scale = 1;
  self->older_share = .5;
  self->folds = g_array_new (FALSE, TRUE, sizeof (guint));
  self->traces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->opened = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->current = GTK_INVALID_LIST_POSITION;
  self->heights = agreed_row_heights_new ();
  self->ems = g_array_new (FALSE, TRUE, AGREED_N_TEXTS * sizeof (float));
  self->cache = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) agreed_row_layout_free);
  self->items = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) gtk_widget_unparent);

  gtk_widget_add_css_class (GTK_WIDGET (self), "view");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comparison"), -1);
  agreed_comparison_view_add_input (self);
  agreed_comparison_view_add_columns (self);
  agreed_comparison_view_add_references (self);
  agreed_comparison_view_add_link_drag (self);
  agreed_comparison_view_add_zoom (self);

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::accent-color", G_CALLBACK (on_style_changed), self, G_CONNECT_SWAPPED);
}

GtkWidget *
agreed_comparison_view_new (void)
{
  return g_object_new (AGREED_TYPE_COMPARISON_VIEW, NULL);
}

void
agreed_comparison_view_set_one_column (AgreedComparisonView *self,
                                       gboolean              one_column)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  one_column = !!one_column;
  if (self->one_column == one_column)
    return;

  self->one_column = one_column;
  self->selection = (AgreedSelection) { 0 };
  agreed_comparison_view_restyle (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ONE_COLUMN]);
}

void
agreed_comparison_view_set_three_columns (AgreedComparisonView *self,
                                          gboolean              three_columns)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  three_columns = !!three_columns;
  if (self->three_columns == three_columns)
    return;

  self->three_columns = three_columns;
  agreed_comparison_view_restyle (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_THREE_COLUMNS]);
}

void
agreed_comparison_view_set_languages (AgreedComparisonView *self,
                                      const char           *older,
                                      const char           *newer)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));

  set_language (self, AGREED_SIDE_OLDER, older);
  set_language (self, AGREED_SIDE_NEWER, newer);
}

void
agreed_comparison_view_set_footnotes (AgreedComparisonView *self,
                                      AgreedSide            side,
                                      GListModel           *footnotes)
{
  g_return_if_fail (AGREED_IS_COMPARISON_VIEW (self));
  g_return_if_fail (footnotes == NULL || G_IS_LIST_MODEL (footnotes));

  if (!g_set_object (&self->footnotes[side], footnotes))
    return;
  self->style.footnotes[side] = footnotes;
  agreed_comparison_view_restyle (self);
}

gboolean
agreed_comparison_view_get_column (AgreedComparisonView *self,
                                   AgreedSide            side,
                                   int                  *x,
                                   int                  *width)
{
  g_return_val_if_fail (AGREED_IS_COMPARISON_VIEW (self), FALSE);

  if (!self->style_known || self->style.width <= 0 || self->style.one_column
      || (side == AGREED_SIDE_EARLIEST && !self->style.three_columns))
    return FALSE;
  *x = self->style.column_x[side];
  *width = self->style.column_width[side];
  return TRUE;
}
