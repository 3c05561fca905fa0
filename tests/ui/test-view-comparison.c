/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "comparison.h"
#include "comparison-view-private.h"
#include "import.h"
#include "overview.h"

#include "row-accessible.h"
#include "view-samples.h"

#include <adwaita.h>
#include <math.h>
#include <string.h>
#include <time.h>

/* A window with the view and its strip. With AGREED_SHOTS, a folder, pictures of it are left there to be looked at. */
typedef struct {
  GtkWidget *window;
  GtkWidget *view;
  GtkWidget *overview;
  GtkWidget *scroller;
} Stage;

static void
wait_ms (guint ms)
{
  gint64 end = g_get_monotonic_time () + ms * 1000;

  while (g_get_monotonic_time () < end)
    if (!g_main_context_iteration (NULL, FALSE))
      g_usleep (1000);
}

static Stage
stage_new (GListModel *rows,
           const char *language,
           int         width,
           int         height)
{
  Stage stage = { gtk_window_new (), agreed_comparison_view_new (), agreed_overview_new (), gtk_scrolled_window_new () };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  agreed_comparison_view_set_languages (AGREED_COMPARISON_VIEW (stage.view), language, language);
  agreed_comparison_view_set_rows (AGREED_COMPARISON_VIEW (stage.view), rows);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (stage.scroller), stage.view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (stage.scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  agreed_overview_set_view (AGREED_OVERVIEW (stage.overview), AGREED_COMPARISON_VIEW (stage.view));
  gtk_widget_set_hexpand (stage.scroller, TRUE);
  gtk_box_append (GTK_BOX (box), stage.scroller);
  gtk_box_append (GTK_BOX (box), stage.overview);
  gtk_window_set_child (GTK_WINDOW (stage.window), box);
  gtk_window_set_decorated (GTK_WINDOW (stage.window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (stage.window), width, height);
  gtk_window_present (GTK_WINDOW (stage.window));
  gtk_test_widget_wait_for_draw (stage.window);

  return stage;
}

static void
stage_free (Stage *stage)
{
  GtkWidget *view = stage->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (stage->window));
  wait_ms (20);
  g_assert_null (view);
}

static void
shoot (Stage      *stage,
       const char *name)
{
  const char *folder = g_getenv ("AGREED_SHOTS");
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree char *file = NULL;
  GtkSnapshot *snapshot;
  int width = gtk_widget_get_width (stage->window), height = gtk_widget_get_height (stage->window);

  if (folder == NULL || *folder == '\0')
    return;

  wait_ms (200);
  paintable = gtk_widget_paintable_new (stage->window);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (snapshot);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (stage->window)), node,
                                         &GRAPHENE_RECT_INIT (0, 0, width, height));
  file = g_strdup_printf ("%s/%s.png", folder, name);
  g_assert_true (gdk_texture_save_to_png (texture, file));
}

static void
test_heights (void)
{
  g_autoptr (AgreedRowHeights) heights = agreed_row_heights_new ();
  int plain[300] = { 0 };

  agreed_row_heights_splice (heights, 0, 0, G_N_ELEMENTS (plain));
  for (guint step = 0; step < 2000; step++)
    {
      guint row = g_test_rand_int_range (0, G_N_ELEMENTS (plain));
      guint at = g_test_rand_int_range (0, G_N_ELEMENTS (plain) + 1);
      gint64 start = 0;
      double rest;

      plain[row] = g_test_rand_int_range (1, 90);
      agreed_row_heights_set (heights, row, plain[row]);
      for (guint i = 0; i < at; i++)
        start += plain[i];
      g_assert_cmpint (agreed_row_heights_get_start (heights, at), ==, start);
      if (at < G_N_ELEMENTS (plain) && plain[at] > 0)
        {
          g_assert_cmpuint (agreed_row_heights_find (heights, start + plain[at] - .5, &rest), ==, at);
          g_assert_cmpfloat (rest, ==, plain[at] - .5);
        }
    }

  agreed_row_heights_splice (heights, 10, 200, 1);
  g_assert_cmpuint (agreed_row_heights_get_n_rows (heights), ==, 101);
  g_assert_cmpint (agreed_row_heights_get (heights, 10), ==, 0);
  g_assert_cmpint (agreed_row_heights_get (heights, 11), ==, plain[210]);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
assert_whole_in_view (AgreedComparisonView *view,
                      guint                 position)
{
  double y = agreed_comparison_view_get_row_y (view, position);

  g_assert_true (agreed_comparison_view_is_in_view (view, position));
  g_assert_cmpfloat (y, >=, 0);
  g_assert_cmpfloat (y + agreed_row_heights_get (view->heights, position), <=, gtk_widget_get_height (GTK_WIDGET (view)));
}

static void
test_go_to (void)
{
  static const guint jumps[] = { 0, 400, 1999, 1000, 1001, 1003, 2, 1998, 0 };
  g_autoptr (GListStore) rows = agreed_view_samples_new_many ("zh", 2000);
  Stage stage = stage_new (G_LIST_MODEL (rows), "zh", 900, 700);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);
  guint n_notified = 0;

  /* The focus came to it, and so to its first row. */
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 0);
  g_signal_connect_swapped (view, "notify::current", G_CALLBACK (count), &n_notified);
  for (guint i = 0; i < G_N_ELEMENTS (jumps); i++)
    {
      agreed_comparison_view_go_to (view, jumps[i]);
      wait_ms (20);
      assert_whole_in_view (view, jumps[i]);
      g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, jumps[i]);
      g_assert_cmpuint (n_notified, ==, i);
    }
  agreed_comparison_view_go_to (view, 0);
  g_assert_cmpuint (n_notified, ==, G_N_ELEMENTS (jumps) - 1);

  /* The second row is not changed. */
  g_assert_true (agreed_comparison_view_step_change (view, 1));
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 2);
  g_assert_true (agreed_comparison_view_step_change (view, -1));
  g_assert_false (agreed_comparison_view_step_change (view, -1));
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 0);
  stage_free (&stage);
}

/* Whoever scrolled on steps from there, and sees what surrounds the row stepped to. */
static void
test_step_from_view (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new_many ("en", 2000);
  Stage stage = stage_new (G_LIST_MODEL (rows), "en", 900, 700);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);
  guint first, last;

  agreed_comparison_view_scroll_by (view, 5000);
  wait_ms (20);
  g_assert_false (agreed_comparison_view_is_in_view (view, 0));
  first = view->anchor;
  last = first + view->n_in_view - 1;
  g_assert_true (agreed_comparison_view_step_change (view, 1));
  g_assert_cmpuint (agreed_comparison_view_get_current (view), >=, first);
  g_assert_cmpuint (agreed_comparison_view_get_current (view), <=, last + 1);

  for (guint i = 0; i < 40; i++)
    {
      guint current;
      double y, height;

      g_assert_true (agreed_comparison_view_step_change (view, 1));
      wait_ms (5);
      current = agreed_comparison_view_get_current (view);
      y = agreed_comparison_view_get_row_y (view, current);
      height = agreed_row_heights_get (view->heights, current);
      if (height < 500)
        {
          g_assert_cmpfloat (y, >=, 60);
          g_assert_cmpfloat (y + height, <=, gtk_widget_get_height (stage.view) - 60);
        }
    }
  stage_free (&stage);
}

/* The adjustment may think again about what is above; the rows on the screen must move by what was scrolled. */
static void
test_scrolling (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new_many ("en", 2000);
  Stage stage = stage_new (G_LIST_MODEL (rows), "en", 900, 700);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));

  agreed_comparison_view_go_to (view, 1000);
  wait_ms (20);
  for (guint i = 0; i < 30; i++)
    {
      int way = g_test_rand_int_range (-300, 300);
      guint watched = view->anchor + view->n_in_view / 2;
      double y = agreed_comparison_view_get_row_y (view, watched);

      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + way);
      wait_ms (5);
      gtk_widget_allocate (stage.view, gtk_widget_get_width (stage.view), gtk_widget_get_height (stage.view), -1, NULL);
      agreed_comparison_view_sync (view);
      g_assert_cmpfloat (ABS (y - way - agreed_comparison_view_get_row_y (view, watched)), <, .001);
    }

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  g_assert_cmpuint (view->anchor + view->n_in_view, <=, 2000);
  wait_ms (30);
  g_assert_true (agreed_comparison_view_is_in_view (view, 1999));
  g_assert_cmpfloat (gtk_adjustment_get_value (adjustment) + gtk_adjustment_get_page_size (adjustment), ==,
                     gtk_adjustment_get_upper (adjustment));
  stage_free (&stage);
}

static void
test_width (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new_many ("en", 500);
  Stage stage = stage_new (G_LIST_MODEL (rows), "en", 1200, 700);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);

  agreed_comparison_view_go_to (view, 250);
  agreed_comparison_view_scroll_by (view, agreed_comparison_view_get_row_y (view, 250) + 3);
  wait_ms (20);
  g_assert_cmpuint (view->anchor, ==, 250);
  gtk_window_set_default_size (GTK_WINDOW (stage.window), 600, 700);
  wait_ms (100);
  g_assert_cmpint (view->style.width, <, 650);
  g_assert_cmpuint (view->anchor, ==, 250);
  agreed_comparison_view_set_one_column (view, TRUE);
  g_object_set (view, "text-scale", 1.5, NULL);
  wait_ms (50);
  g_assert_cmpuint (view->anchor, ==, 250);
  stage_free (&stage);
}

static gboolean
is_changed (gpointer item,
            gpointer data)
{
  return agreed_row_get_change (item) != AGREED_CHANGE_UNCHANGED;
}

static void
test_rows_change (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new_many ("zh", 200);
  GtkFilterListModel *filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (rows)), NULL);
  Stage stage = stage_new (G_LIST_MODEL (filtered), "zh", 900, 700);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);
  g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (rows), 115);
  g_autoptr (GtkCustomFilter) filter = gtk_custom_filter_new (is_changed, NULL, NULL);

  g_assert_true (is_changed (row, NULL));
  agreed_comparison_view_go_to (view, 115);
  gtk_widget_grab_focus (stage.view);
  gtk_filter_list_model_set_filter (filtered, GTK_FILTER (filter));
  wait_ms (20);
  g_assert_cmpuint (agreed_comparison_view_get_current (view), <, 115);
  g_assert_true (view->current_row == row);
  g_assert_true (agreed_comparison_view_is_in_view (view, view->current));
  g_assert_nonnull (gtk_widget_get_focus_child (stage.view));

  gtk_filter_list_model_set_filter (filtered, NULL);
  wait_ms (20);
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 115);
  g_assert_true (agreed_comparison_view_is_in_view (view, 115));

  g_list_store_remove_all (rows);
  wait_ms (200);
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, GTK_INVALID_LIST_POSITION);
  g_assert_false (agreed_comparison_view_step_change (view, 1));
  agreed_comparison_view_set_rows (view, NULL);
  wait_ms (20);
  stage_free (&stage);
  g_object_unref (filtered);
}

static void
test_tags_live (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new ("en");
  Stage stage = stage_new (G_LIST_MODEL (rows), "en", 900, 700);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);
  g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (rows), 0);
  AgreedParagraph *paragraph = g_ptr_array_index (agreed_row_get_paragraphs (row, AGREED_SIDE_NEWER), 0);
  g_autoptr (AgreedTopic) topic = agreed_topic_new ("igf");
  g_autoptr (AgreedTag) suggested = agreed_tag_new (topic, AGREED_TAG_SUGGESTED);
  g_autoptr (AgreedTag) dismissed = agreed_tag_with_state (suggested, AGREED_TAG_DISMISSED);
  int height = agreed_row_heights_get (view->heights, 0);

  g_list_store_append (agreed_paragraph_get_tags (paragraph), suggested);
  wait_ms (50);
  g_assert_cmpint (agreed_row_heights_get (view->heights, 0), >, height);
  g_list_store_splice (agreed_paragraph_get_tags (paragraph), 0, 1, (gpointer *) &dismissed, 1);
  wait_ms (50);
  g_assert_cmpint (agreed_row_heights_get (view->heights, 0), ==, height);
  stage_free (&stage);
}

static GtkWidget *
find_item (Stage *stage,
           guint  position)
{
  return g_hash_table_lookup (AGREED_COMPARISON_VIEW (stage->view)->items, GUINT_TO_POINTER (position));
}

static void
test_accessible (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new ("en");
  Stage stage = stage_new (G_LIST_MODEL (rows), "en", 900, 700);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);
  g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (rows), 2);
  GtkWidget *item, *label;
  g_autofree char *said = NULL;

  gtk_test_accessible_assert_role (stage.view, GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_property (stage.view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Comparison");
  wait_ms (250);
  item = find_item (&stage, 2);
  g_assert_nonnull (item);
  gtk_test_accessible_assert_role (item, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (item, GTK_ACCESSIBLE_PROPERTY_LABEL, "PP3, reworded, moved from PP7");
  gtk_test_accessible_assert_relation (item, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 3);
  agreed_link_set_sureness (g_ptr_array_index (agreed_row_get_links (row), 0), .5);
  said = agreed_row_describe (row);
  g_assert_cmpstr (said, ==, "PP3, reworded, moved from PP7, unsure link");
  gtk_test_accessible_assert_relation (item, GTK_ACCESSIBLE_RELATION_SET_SIZE, 11);
  label = gtk_widget_get_first_child (item);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, agreed_row_get_wording (row, AGREED_SIDE_OLDER));
  label = gtk_widget_get_next_sibling (label);
  g_assert_cmpstr (gtk_label_get_text (GTK_LABEL (label)), ==, agreed_row_get_wording (row, AGREED_SIDE_NEWER));

  /* The current row has the focus, at once, wherever it is. */
  gtk_widget_grab_focus (stage.view);
  agreed_comparison_view_go_to (view, 10);
  g_assert_true (gtk_widget_get_focus_child (stage.view) == find_item (&stage, 10));
  g_assert_nonnull (find_item (&stage, 10));
  stage_free (&stage);
}

static void
on_text (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static char *
copy_all (Stage *stage)
{
  char *text = NULL;

  g_assert_true (gtk_widget_activate_action (stage->view, "selection.select-all", NULL));
  g_assert_true (gtk_widget_activate_action (stage->view, "clipboard.copy", NULL));
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (stage->view), NULL, on_text, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);

  return text;
}

static void
test_copy (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new ("zh");
  Stage stage = stage_new (G_LIST_MODEL (rows), "zh", 900, 700);
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (AgreedRow) split = g_list_model_get_item (G_LIST_MODEL (rows), 5);
  g_autofree char *both = NULL;
  g_autofree char *redline = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (rows)); i++)
    {
      g_autoptr (AgreedRow) row = g_list_model_get_item (G_LIST_MODEL (rows), i);
      const char *wording = agreed_row_get_wording (row, AGREED_SIDE_NEWER);

      if (*wording != '\0')
        g_string_append_printf (expected, "%s%s", expected->len > 0 ? "\n" : "", wording);
    }
  both = copy_all (&stage);
  g_assert_cmpstr (both, ==, expected->str);
  g_assert_nonnull (strstr (both, agreed_row_get_wording (split, AGREED_SIDE_NEWER)));

  agreed_comparison_view_set_one_column (AGREED_COMPARISON_VIEW (stage.view), TRUE);
  wait_ms (20);
  redline = copy_all (&stage);
  g_assert_cmpstr (redline, ==, expected->str);
  stage_free (&stage);
}

static void
click (Stage  *stage,
       int     n_press,
       double  x,
       double  y)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (stage->view);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (!GTK_IS_GESTURE_CLICK (controller))
        continue;
      g_signal_emit_by_name (controller, "pressed", n_press, x, y);
      g_signal_emit_by_name (controller, "released", n_press, x, y);
    }
}

static void
test_pointer (void)
{
  static const char *const signals[] = { "move-activated", "tag-activated", "note-activated" };
  g_autoptr (GListStore) rows = agreed_view_samples_new ("en");
  Stage stage = stage_new (G_LIST_MODEL (rows), "en", 1000, 900);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);
  AgreedRowLayout *layout = agreed_comparison_view_ensure_row (view, 2);
  g_autoptr (GArray) areas = g_array_copy (layout->areas);
  guint n_activated[3] = { 0 };
  g_autofree char *word = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_connect_swapped (view, signals[i], G_CALLBACK (count), &n_activated[i]);
  for (guint i = 0; i < areas->len; i++)
    {
      const AgreedArea *area = &g_array_index (areas, AgreedArea, i);

      click (&stage, 1, area->place.x + area->place.width / 2,
             agreed_comparison_view_get_row_y (view, 2) + area->place.y + area->place.height / 2);
    }
  g_assert_cmpuint (n_activated[0], ==, 1);
  g_assert_cmpuint (n_activated[1], ==, 2);
  g_assert_cmpuint (n_activated[2], ==, 1);
  g_assert_cmpuint (agreed_comparison_view_get_current (view), ==, 2);

  /* A double click on the newer text's first word. */
  click (&stage, 2, view->style.column_x[AGREED_SIDE_NEWER] + 8, agreed_comparison_view_get_row_y (view, 2) + layout->text_y + 8);
  word = agreed_selection_copy (&view->selection, G_LIST_MODEL (rows), FALSE);
  g_assert_cmpstr (word, ==, "Stressing");
  stage_free (&stage);
}

static void
test_right_to_left (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new ("ar");
  Stage stage = stage_new (G_LIST_MODEL (rows), "ar", 900, 700);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);

  g_assert_cmpint (view->style.column_x[AGREED_SIDE_OLDER], >, view->style.column_x[AGREED_SIDE_NEWER]);
  agreed_comparison_view_set_languages (view, "fr", "ru");
  for (guint i = 0; i < 250 && view->style.column_x[AGREED_SIDE_OLDER] > view->style.column_x[AGREED_SIDE_NEWER]; i++)
    wait_ms (20);
  g_assert_cmpint (view->style.column_x[AGREED_SIDE_OLDER], <, view->style.column_x[AGREED_SIDE_NEWER]);
  stage_free (&stage);
}

/* Long texts cost what is in view. The times are printed; the limits are for machines that are busy with other things. */
static void
test_long (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new_many ("zh", 20000);
  gint64 start = g_get_monotonic_time ();
  Stage stage = stage_new (G_LIST_MODEL (rows), "zh", 1280, 900);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);
  double first_frame = (g_get_monotonic_time () - start) / 1000.;
  clock_t cpu;

  g_test_message ("first frame of 20,000 rows: %.0f ms", first_frame);
  g_assert_cmpfloat (first_frame, <, 1500);
  wait_ms (200);
  cpu = clock ();
  for (guint i = 0; i < 100; i++)
    {
      agreed_comparison_view_scroll_by (view, 400);
      gtk_widget_queue_draw (stage.view);
      gtk_test_widget_wait_for_draw (stage.view);
    }
  g_test_message ("CPU of a frame of scrolling: %.1f ms", (clock () - cpu) * 1000. / CLOCKS_PER_SEC / 100);
  g_assert_cmpuint (g_hash_table_size (view->cache), <, 500);
  stage_free (&stage);
}

/* Of marks and labels against the page and against the tints that they stand on (WCAG 2.1, 1.4.3). */
static double
luminance (const GdkRGBA *color)
{
  const float channels[] = { color->red, color->green, color->blue };
  const double weights[] = { .2126, .7152, .0722 };
  double sum = 0;

  for (guint i = 0; i < 3; i++)
    sum += weights[i] * (channels[i] <= .03928 ? channels[i] / 12.92 : pow ((channels[i] + .055) / 1.055, 2.4));

  return sum;
}

static GdkRGBA
blend (const GdkRGBA *over,
       const GdkRGBA *under)
{
  float a = over->alpha;

  return (GdkRGBA) { over->red * a + under->red * (1 - a), over->green * a + under->green * (1 - a),
                     over->blue * a + under->blue * (1 - a), 1 };
}

static void
assert_contrast (const GdkRGBA *ink,
                 const GdkRGBA *page)
{
  GdkRGBA seen = blend (ink, page);
  double a = luminance (&seen), b = luminance (page);

  g_assert_cmpfloat ((MAX (a, b) + .05) / (MIN (a, b) + .05), >=, 4.5);
}

static void
test_contrast (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new ("en");

  for (guint dark = 0; dark < 2; dark++)
    {
      const GdkRGBA page = dark ? (GdkRGBA) { .114, .114, .125, 1 } : (GdkRGBA) { 1, 1, 1, 1 };
      Stage stage;
      const AgreedColors *colors;
      GdkRGBA current, moved_tint;

      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      stage = stage_new (G_LIST_MODEL (rows), "en", 900, 700);
      colors = &AGREED_COMPARISON_VIEW (stage.view)->style.colors;
      current = blend (&colors->current, &page);
      for (guint i = 0; i < G_N_ELEMENTS (colors->change); i++)
        {
          GdkRGBA tint = blend (&colors->tint[i], &current);

          assert_contrast (&colors->change[i], &current);
          assert_contrast (&colors->change[i], &tint);
          /* What came with the older text, and of which words go with the newer. */
          assert_contrast (&colors->change[AGREED_CHANGE_REMOVED], &tint);
          assert_contrast (&colors->text, &tint);
          assert_contrast (&colors->accent, &tint);
        }
      assert_contrast (&colors->quiet, &current);
      assert_contrast (&colors->moved, &current);
      moved_tint = blend (&colors->moved_tint, &current);
      assert_contrast (&colors->moved, &moved_tint);
      assert_contrast (&colors->accent, &moved_tint);
      stage_free (&stage);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static AgreedRow *
row_with_move (void)
{
  const char *wordings[] = { "Invites all stakeholders, in the meantime, to support the Forum",
                             "Invites all stakeholders to support the Forum in the meantime" };
  g_autoptr (GArray) runs = agreed_difference_new (wordings[0], wordings[1], "en");
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  GPtrArray *sides[AGREED_N_SIDES];
  AgreedRow *row;

  for (guint side = 0; side < AGREED_N_SIDES; side++)
    {
      sides[side] = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (sides[side], agreed_paragraph_new (AGREED_PARAGRAPH_OPERATIVE, "OP1", wordings[side]));
    }
  row = agreed_row_new (sides[0], sides[1], links, AGREED_CHANGE_REWORDED, runs);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    g_ptr_array_unref (sides[side]);

  return row;
}

static gboolean
has_color (AgreedPassage *passage,
           gsize          index,
           const GdkRGBA *color)
{
  PangoAttrIterator *iter = pango_attr_list_get_iterator (pango_layout_get_attributes (passage->layout));
  gboolean found = FALSE;
  int start, end;

  do
    {
      PangoAttribute *attribute = pango_attr_iterator_get (iter, PANGO_ATTR_FOREGROUND);

      pango_attr_iterator_range (iter, &start, &end);
      if (attribute != NULL && (gsize) start <= index && index < (gsize) end)
        found = ((PangoAttrColor *) attribute)->color.red == (guint16) (color->red * 65535)
                && ((PangoAttrColor *) attribute)->color.green == (guint16) (color->green * 65535);
    }
  while (pango_attr_iterator_next (iter));
  pango_attr_iterator_destroy (iter);

  return found;
}

/* Words that only changed their place have the colour of moves on both sides, in columns and woven. */
static void
test_moved_words (void)
{
  g_autoptr (GListStore) rows = g_list_store_new (AGREED_TYPE_ROW);
  g_autoptr (AgreedRow) row = row_with_move ();
  Stage stage;
  AgreedViewStyle *style;

  g_list_store_append (rows, row);
  stage = stage_new (G_LIST_MODEL (rows), "en", 900, 300);
  style = &AGREED_COMPARISON_VIEW (stage.view)->style;
  for (guint one_column = 0; one_column < 2; one_column++)
    for (guint side = one_column; side < AGREED_N_SIDES; side++)
      {
        g_autoptr (GPtrArray) passages = agreed_passages_new (row, side, one_column);
        AgreedPassage *passage = g_ptr_array_index (passages, 0);
        const char *word = strstr (passage->text, "meantime");

        agreed_passage_lay_out (passage, style, 400);
        g_assert_true (has_color (passage, word - passage->text, &style->colors.moved));
        g_assert_false (has_color (passage, strstr (passage->text, "support") - passage->text, &style->colors.moved));
        word = strstr (word + 1, "meantime");
        g_assert_cmpint (word != NULL, ==, one_column);
        if (word != NULL)
          g_assert_true (has_color (passage, word - passage->text, &style->colors.moved));
      }
  stage_free (&stage);
}

/* What the pictures of languages do not show: a selection, the focus, one wide column, large letters. */
static void
shoot_states (void)
{
  g_autoptr (GListStore) rows = agreed_view_samples_new ("en");
  Stage stage = stage_new (G_LIST_MODEL (rows), "en", 1280, 900);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);

  agreed_comparison_view_go_to (view, 2);
  gtk_window_set_focus_visible (GTK_WINDOW (stage.window), TRUE);
  view->selection = (AgreedSelection) { AGREED_SIDE_NEWER, { 1, 20 }, { 5, 90 } };
  shoot (&stage, "selection");
  agreed_comparison_view_set_one_column (view, TRUE);
  wait_ms (50);
  shoot (&stage, "one-column-1280");
  agreed_comparison_view_set_one_column (view, FALSE);
  g_object_set (view, "text-scale", 1.75, NULL);
  shoot (&stage, "large");
  agreed_comparison_view_set_languages (view, "zh", "en");
  g_object_set (view, "text-scale", .75, NULL);
  shoot (&stage, "small");
  stage_free (&stage);

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  stage = stage_new (G_LIST_MODEL (rows), "en", 1000, 900);
  shoot (&stage, "interface-right-to-left");
  agreed_comparison_view_set_one_column (AGREED_COMPARISON_VIEW (stage.view), TRUE);
  shoot (&stage, "interface-right-to-left-one-column");
  stage_free (&stage);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static AgreedText *
read_last_text (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreedDocument) document = agreed_import_file (file, NULL, &error);

  g_assert_no_error (error);

  return g_object_ref (agreed_document_find_text (document, NULL));
}

/* The sample as a delegate sees it, with topics suggested. */
static void
shoot_sample (void)
{
  g_autofree char *older_path = g_build_filename (g_getenv ("AGREED_TOP"), "data/samples/A_65_433.zh.txt", NULL);
  g_autofree char *newer_path = g_build_filename (g_getenv ("AGREED_TOP"), "data/samples/A_RES_66_184.zh.txt", NULL);
  g_autoptr (AgreedText) older = read_last_text (older_path);
  g_autoptr (AgreedText) newer = read_last_text (newer_path);
  g_autoptr (AgreedComparison) comparison = agreed_comparison_new (older, newer, NULL);
  Stage stage = stage_new (G_LIST_MODEL (comparison), "zh", 1000, 1000);
  AgreedComparisonView *view = AGREED_COMPARISON_VIEW (stage.view);

  agreed_comparison_view_set_footnotes (view, AGREED_SIDE_NEWER, agreed_text_get_footnotes (newer));
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *name = g_strdup_printf ("sample-%u", i);

      shoot (&stage, name);
      agreed_comparison_view_scroll_by (view, 980);
    }
  agreed_comparison_view_set_one_column (view, TRUE);
  shoot (&stage, "sample-redline");
  stage_free (&stage);
}

static void
test_pictures (void)
{
  static const char *const languages[] = { "en", "zh", "ar" };

  if (g_strcmp0 (g_getenv ("AGREED_SHOTS"), "") <= 0)
    {
      g_test_skip ("AGREED_SHOTS names no folder for pictures");
      return;
    }
  shoot_states ();
  shoot_sample ();
  for (guint dark = 0; dark < 2; dark++)
    {
      adw_style_manager_set_color_scheme (adw_style_manager_get_default (),
                                          dark ? ADW_COLOR_SCHEME_FORCE_DARK : ADW_COLOR_SCHEME_FORCE_LIGHT);
      for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
        for (int width = 1280; width >= 400; width -= width == 1280 ? 480 : 400)
          {
            g_autoptr (GListStore) rows = agreed_view_samples_new (languages[i]);
            Stage stage = stage_new (G_LIST_MODEL (rows), languages[i], width, 900);
            g_autofree char *name = g_strdup_printf ("%s-%d-%s", languages[i], width, dark ? "dark" : "light");

            agreed_comparison_view_set_one_column (AGREED_COMPARISON_VIEW (stage.view), width == 400);
            agreed_comparison_view_go_to (AGREED_COMPARISON_VIEW (stage.view), 2);
            shoot (&stage, name);
            stage_free (&stage);
          }
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/view/heights", test_heights);
  g_test_add_func ("/view/go-to", test_go_to);
  g_test_add_func ("/view/step-from-view", test_step_from_view);
  g_test_add_func ("/view/scrolling", test_scrolling);
  g_test_add_func ("/view/width", test_width);
  g_test_add_func ("/view/rows-change", test_rows_change);
  g_test_add_func ("/view/tags-live", test_tags_live);
  g_test_add_func ("/view/accessible", test_accessible);
  g_test_add_func ("/view/copy", test_copy);
  g_test_add_func ("/view/moved-words", test_moved_words);
  g_test_add_func ("/view/pointer", test_pointer);
  g_test_add_func ("/view/right-to-left", test_right_to_left);
  g_test_add_func ("/view/contrast", test_contrast);
  g_test_add_func ("/view/long", test_long);
  g_test_add_func ("/view/pictures", test_pictures);

  return g_test_run ();
}
