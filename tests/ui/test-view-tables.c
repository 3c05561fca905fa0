/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "passage-tables.h"

#include <gtk/gtk.h>
#include <string.h>

/* Tables in the comparison: columns below each other, or lines between the cells where columns have no room. */

static const char table[] = "Decides as follows:\n"
                            "Member State\tShare\tPaid\n"
                            "Ruritania\t12.345\tyes\n"
                            "Graustark\t0.1\tno\n"
                            "Total\t82";

static PangoLayout *
lay_out (const char *text,
         int         width)
{
  g_autoptr (GtkWidget) label = g_object_ref_sink (gtk_label_new (NULL));
  PangoLayout *layout = gtk_widget_create_pango_layout (label, text);

  pango_layout_set_width (layout, width * PANGO_SCALE);
  agreed_passage_lay_out_tables (layout, width);

  return layout;
}

/* Where the cell begins, and how high its line. */
static PangoRectangle
place_of (PangoLayout *layout,
          const char  *cell)
{
  PangoRectangle place;

  pango_layout_index_to_pos (layout, strstr (table, cell) - table, &place);

  return place;
}

static void
test_columns (void)
{
  g_autoptr (PangoLayout) layout = lay_out (table, 600);

  g_assert_cmpstr (pango_layout_get_text (layout), ==, table);
  g_assert_cmpint (pango_layout_get_line_count (layout), ==, 5);
  for (guint i = 0; i < 2; i++)
    {
      static const char *const cells[][3] = { { "Share", "12.345", "0.1" }, { "Paid", "yes", "no" } };
      PangoRectangle first = place_of (layout, cells[i][0]);

      g_assert_cmpint (first.x, >, place_of (layout, i == 0 ? "Member State" : "Share").x);
      g_assert_cmpint (place_of (layout, cells[i][1]).x, ==, first.x);
      g_assert_cmpint (place_of (layout, cells[i][2]).x, ==, first.x);
    }
  g_assert_cmpint (place_of (layout, "82").x, ==, place_of (layout, "Share").x);
}

static void
test_no_room (void)
{
  g_autoptr (PangoLayout) layout = lay_out (table, 120);
  const char *text = pango_layout_get_text (layout);

  g_assert_null (strchr (text, '\t'));
  g_assert_cmpuint (strlen (text), ==, strlen (table));
  g_assert_nonnull (strstr (text, "Ruritania|12.345|yes\n"));
}

static void
test_no_table (void)
{
  g_autoptr (PangoLayout) layout = lay_out ("Decides to remain seized of the matter.", 120);

  g_assert_null (pango_layout_get_tabs (layout));
  g_assert_null (pango_layout_get_attributes (layout));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/view/tables/columns", test_columns);
  g_test_add_func ("/view/tables/no-room", test_no_room);
  g_test_add_func ("/view/tables/no-table", test_no_table);

  return g_test_run ();
}
