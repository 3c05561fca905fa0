/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "row-accessible.h"

#include "difference.h"

#include <glib/gi18n-lib.h>

struct _AgreedRowAccessible {
  GtkWidget parent_instance;

  AgreedRow *row;
  GtkWidget *labels[AGREED_N_TEXTS]; /* NULL for a side without paragraphs */
  GdkRectangle places[AGREED_N_TEXTS];
};

G_DEFINE_FINAL_TYPE (AgreedRowAccessible, agreed_row_accessible, GTK_TYPE_WIDGET)

/* A label of its own style may ask for more room than the text that is drawn; it gets it, for nobody sees it. */
static void
agreed_row_accessible_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  AgreedRowAccessible *self = AGREED_ROW_ACCESSIBLE (widget);

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    {
      GtkAllocation place = self->places[side];
      int minimum;

      if (self->labels[side] == NULL)
        continue;
      gtk_widget_measure (self->labels[side], GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      place.width = MAX (place.width, minimum);
      gtk_widget_measure (self->labels[side], GTK_ORIENTATION_VERTICAL, place.width, &minimum, NULL, NULL, NULL);
      place.height = MAX (place.height, minimum);
      gtk_widget_size_allocate (self->labels[side], &place, -1);
    }
}

static void
agreed_row_accessible_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
agreed_row_accessible_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
}

static void
agreed_row_accessible_dispose (GObject *object)
{
  AgreedRowAccessible *self = AGREED_ROW_ACCESSIBLE (object);

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    g_clear_pointer (&self->labels[side], gtk_widget_unparent);
  g_clear_object (&self->row);

  G_OBJECT_CLASS (agreed_row_accessible_parent_class)->dispose (object);
}

static void
agreed_row_accessible_class_init (AgreedRowAccessibleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = agreed_row_accessible_dispose;
  widget_class->size_allocate = agreed_row_accessible_size_allocate;
  widget_class->measure = agreed_row_accessible_measure;
  widget_class->snapshot = agreed_row_accessible_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_css_name (widget_class, "row");
}

static void
agreed_row_accessible_init (AgreedRowAccessible *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/* Of one comparison. */
static char *
describe_step (AgreedRow *row)
{
  const char *older = agreed_row_get_label (row, AGREED_SIDE_OLDER);
  const char *newer = agreed_row_get_label (row, AGREED_SIDE_NEWER);
  g_autofree char *moved_from = agreed_row_get_moved_from (row);
  g_autofree char *positions = agreed_row_describe_positions (row);
  GString *words = g_string_new (agreed_row_get_heading (row));

  g_string_append_printf (words, words->len > 0 ? _(", %s") : "%s", *newer != '\0' ? newer : older);

  /* Between the parts of what is said of a row: "PP13, reworded, split". */
  g_string_append_printf (words, _(", %s"), agreed_change_get_word (agreed_row_get_change (row)));
  if (agreed_row_get_joined_word (row) != NULL)
    g_string_append_printf (words, _(", %s"), agreed_row_get_joined_word (row));
  if (moved_from != NULL)
    {
      g_autofree char *moved = g_strdup_printf (_("moved from %s"), moved_from);

      g_string_append_printf (words, _(", %s"), moved);
    }
  if (agreed_row_is_unsure (row))
    g_string_append_printf (words, _(", %s"), agreed_row_get_unsure_word ());
  if (positions != NULL)
    g_string_append_printf (words, _(", %s"), positions);

  return g_string_free (words, FALSE);
}

char *
agreed_row_describe (AgreedRow *row)
{
  AgreedRow *before = agreed_row_get_before (row);
  g_autofree char *now = NULL, *then = NULL;

  if (before == NULL)
    return describe_step (row);

  then = describe_step (before);
  if (agreed_row_get_first_paragraph (row) == agreed_row_get_first_paragraph (before)
      && agreed_row_get_change (before) == AGREED_CHANGE_REMOVED)
    /* Translators: a label and what happened: "earliest text: PP5, removed" */
    return g_strdup_printf (_("earliest text: %s"), then);

  now = describe_step (row);
  /* Translators: what happened to a paragraph, and before that: "PP6, reworded; since the earliest text: PP5, unchanged" */
  return g_strdup_printf (_("%s; since the earliest text: %s"), now, then);
}

/* Screen readers tell deleted and inserted wording by these attributes. */
static void
add_attributes (PangoAttrList *list,
                AgreedRow     *row,
                AgreedSide     side)
{
  GArray *runs = agreed_row_get_runs (row);

  for (guint i = 0; runs != NULL && i < runs->len; i++)
    {
      const AgreedRun *run = &g_array_index (runs, AgreedRun, i);
      PangoAttribute *attribute;

      if (run->kind == AGREED_RUN_EQUAL || (run->kind == AGREED_RUN_DELETED) != (side == AGREED_SIDE_OLDER))
        continue;
      attribute = side == AGREED_SIDE_OLDER ? pango_attr_strikethrough_new (TRUE)
                                            : pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
      attribute->start_index = side == AGREED_SIDE_OLDER ? run->older_start : run->newer_start;
      attribute->end_index =
        attribute->start_index + (side == AGREED_SIDE_OLDER ? run->older_length : run->newer_length);
      pango_attr_list_insert (list, attribute);
    }
}

static PangoAttrList *
create_attributes (AgreedRow  *row,
                   AgreedSide  side)
{
  PangoAttrList *list = pango_attr_list_new ();
  AgreedRow *before = agreed_row_get_before (row);

  if (side != AGREED_SIDE_EARLIEST)
    add_attributes (list, row, side);
  if (before != NULL && side != AGREED_SIDE_NEWER)
    add_attributes (list, before, side == AGREED_SIDE_EARLIEST ? AGREED_SIDE_OLDER : AGREED_SIDE_NEWER);

  return list;
}

static GtkWidget *
create_label (AgreedRow  *row,
              AgreedSide  side)
{
  GtkWidget *label = gtk_label_new (agreed_row_get_wording (row, side));
  g_autoptr (PangoAttrList) attributes = create_attributes (row, side);

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 1);

  return label;
}

static void
name_row (AgreedRowAccessible *self)
{
  g_autofree char *name = agreed_row_describe (self->row);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
watch_notes (GListModel *notes,
             gpointer    self)
{
  g_signal_connect_object (notes, "items-changed", G_CALLBACK (name_row), self, G_CONNECT_SWAPPED);
}

static void
name_fold (AgreedRowAccessible *self,
           guint                n_folded)
{
  g_autofree char *name = agreed_fold_describe (n_folded);

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
agreed_row_accessible_new (AgreedRow *row,
                           guint      n_folded,
                           guint      position,
                           guint      n_rows)
{
  AgreedRowAccessible *self;

  g_return_val_if_fail (AGREED_IS_ROW (row), NULL);

  self = g_object_new (AGREED_TYPE_ROW_ACCESSIBLE, NULL);
  self->row = g_object_ref (row);
  /* Read in the order of time. */
  for (guint i = 0; i < AGREED_N_TEXTS; i++)
    {
      AgreedSide side = (AGREED_SIDE_EARLIEST + i) % AGREED_N_TEXTS;

      if (agreed_row_get_paragraphs (row, side)->len == 0 || n_folded > 0)
        continue;
      self->labels[side] = create_label (row, side);
      gtk_widget_set_parent (self->labels[side], GTK_WIDGET (self));
    }

  if (n_folded > 0)
    name_fold (self, n_folded);
  else
    {
      name_row (self);
      agreed_row_foreach_note_list (row, watch_notes, self);
    }
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) n_rows, -1);

  return GTK_WIDGET (self);
}

AgreedRow *
agreed_row_accessible_get_row (AgreedRowAccessible *self)
{
  g_return_val_if_fail (AGREED_IS_ROW_ACCESSIBLE (self), NULL);

  return self->row;
}

void
agreed_row_accessible_place (AgreedRowAccessible   *self,
                             const AgreedViewStyle *style,
                             const AgreedRowLayout *layout)
{
  g_return_if_fail (AGREED_IS_ROW_ACCESSIBLE (self));

  for (guint side = 0; side < AGREED_N_TEXTS; side++)
    self->places[side] = (GdkRectangle) { style->column_x[side], layout->text_y, style->column_width[side],
                                          layout->height - layout->text_y };
}
