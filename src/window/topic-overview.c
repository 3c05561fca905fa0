/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "topic-overview.h"

#include "sentences.h"
#include "topic-chart.h"
#include "topic-count.h"

#include <glib/gi18n.h>

struct _AgreedTopicOverview {
  AdwDialog parent_instance;

  GtkDropDown *choice;
  GtkStringList *names;
  AgreedTopicChart *chart;
  GtkLabel *summary;
  GtkBox *sections;
  GtkStack *stack;

  AgreedProject *project;
  GPtrArray *topics; /* AgreedTopic, as in the drop-down */
  gboolean narrow;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (AgreedTopicOverview, agreed_topic_overview, ADW_TYPE_DIALOG)

enum {
  PROP_NARROW = 1,
  N_PROPS,
};

enum {
  ROW_CHOSEN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static AgreedTopic *
get_topic (AgreedTopicOverview *self)
{
  guint selected = gtk_drop_down_get_selected (self->choice);

  return selected < self->topics->len ? self->topics->pdata[selected] : NULL;
}

static const char *
get_title (AgreedTopicShift shift)
{
  switch (shift)
    {
    case AGREED_TOPIC_ADDED:
      return _("Added Under This Topic");
    case AGREED_TOPIC_DROPPED:
      return _("Dropped Under This Topic");
    case AGREED_TOPIC_REWORDED:
      return _("Reworded Under This Topic");
    case AGREED_TOPIC_KEPT:
    default:
      return _("Unchanged Under This Topic");
    }
}

/* The wording with the words that led to the topic in bold. */
static char *
mark_evidence (AgreedParagraph *paragraph,
               AgreedTopic     *topic,
               const char      *language)
{
  g_autoptr (AgreedTag) tag = agreed_topic_reading_find_tag (paragraph, topic);
  const char *wording = agreed_paragraph_get_wording (paragraph);
  const AgreedEvidence *evidence = NULL;
  GString *marked = g_string_new (NULL);
  guint n_evidence = 0;
  gsize end = 0;

  if (tag != NULL)
    evidence = agreed_tag_get_evidence (tag, &n_evidence);
  for (guint i = 0; i < n_evidence; i++)
    {
      g_autofree char *before = g_strndup (wording + end, evidence[i].start > end ? evidence[i].start - end : 0);
      g_autofree char *words = g_strndup (wording + evidence[i].start, evidence[i].length);
      g_autofree char *before_marked = agreed_mark_up_in (language, before);
      g_autofree char *words_marked = agreed_mark_up_in (language, words);

      if (evidence[i].start < end)
        continue;
      g_string_append_printf (marked, "%s<b>%s</b>", before_marked, words_marked);
      end = evidence[i].start + evidence[i].length;
    }
  {
    g_autofree char *rest = agreed_mark_up_in (language, wording + end);

    g_string_append (marked, rest);
  }
  return g_string_free_and_steal (marked);
}

static GtkWidget *
create_label (const char *words,
              const char *style)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, style);
  return label;
}

/* The words that the topic was put on. */
static void
append_quotations (GtkBox          *box,
                   AgreedParagraph *paragraph,
                   AgreedTopic     *topic,
                   const char      *language)
{
  g_autoptr (AgreedTag) tag = agreed_topic_reading_find_tag (paragraph, topic);
  const AgreedTagPassage *passages = NULL;
  guint n_passages = 0;

  if (tag != NULL)
    passages = agreed_tag_get_passages (tag, &n_passages);
  for (guint i = 0; i < n_passages; i++)
    {
      g_autofree char *words = g_strdup_printf ("“%.*s”", (int) passages[i].length,
                                                agreed_paragraph_get_wording (paragraph) + passages[i].start);
      g_autofree char *marked = agreed_mark_up_in (language, words);
      /* Translators: %s is words of a paragraph in quotation marks: “On the words “broadband access”” */
      g_autofree char *line = g_strdup_printf (_("On the words %s"), marked);
      GtkWidget *quotation = create_label (NULL, "topic-quotation");

      gtk_label_set_markup (GTK_LABEL (quotation), line);
      gtk_box_append (box, quotation);
    }
}

/* The paragraphs of one side, or that there is none. */
static GtkWidget *
create_side (AgreedTopicOverview      *self,
             const AgreedTopicPassage *passage,
             AgreedSide                side,
             AgreedTopic              *topic)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  AgreedText *text = agreed_project_get_text (self->project, side);
  GPtrArray *paragraphs = agreed_row_get_paragraphs (passage->row, side);

  gtk_widget_set_hexpand (box, TRUE);
  for (guint i = 0; i < paragraphs->len; i++)
    {
      g_autofree char *marked = mark_evidence (paragraphs->pdata[i], topic, agreed_text_get_language (text));
      GtkWidget *wording = create_label (NULL, "body");

      gtk_label_set_markup (GTK_LABEL (wording), marked);
      gtk_box_append (GTK_BOX (box), create_label (agreed_paragraph_get_label (paragraphs->pdata[i]), "caption-heading"));
      gtk_box_append (GTK_BOX (box), wording);
      append_quotations (GTK_BOX (box), paragraphs->pdata[i], topic, agreed_text_get_language (text));
    }
  if (paragraphs->len == 0)
    {
      GtkWidget *nothing = create_label (side == AGREED_SIDE_OLDER ? _("Not in the older text") : _("Not in the newer text"),
                                         "caption");

      gtk_widget_add_css_class (nothing, "dimmed");
      gtk_box_append (GTK_BOX (box), nothing);
    }
  return box;
}

/* A paragraph that stayed while its topic came or went is told apart from one that came or went itself. */
static char *
describe_shift (const AgreedTopicPassage *passage,
                AgreedTopic              *topic)
{
  const char *name = agreed_topic_get_display_name (topic);

  if (!passage->carried)
    return NULL;
  if (passage->shift == AGREED_TOPIC_DROPPED)
    /* Translators: %s is the name of a topic */
    return g_strdup_printf (_("%s in the older text, not in the newer"), name);
  if (passage->shift == AGREED_TOPIC_ADDED)
    /* Translators: %s is the name of a topic */
    return g_strdup_printf (_("%s in the newer text, not in the older"), name);
  return NULL;
}

static GtkWidget *
create_row (AgreedTopicOverview      *self,
            const AgreedTopicPassage *passage,
            AgreedTopic              *topic)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *pair = gtk_box_new (self->narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 18);
  g_autofree char *shift = describe_shift (passage, topic);
  g_autofree char *label = agreed_row_describe_labels (passage->row);

  gtk_box_set_homogeneous (GTK_BOX (pair), !self->narrow);
  for (guint side = 0; side < AGREED_N_SIDES; side++)
    gtk_box_append (GTK_BOX (pair), create_side (self, passage, side, topic));
  if (shift != NULL)
    gtk_box_append (GTK_BOX (box), create_label (shift, "warning"));
  gtk_box_append (GTK_BOX (box), pair);
  gtk_widget_add_css_class (box, "topic-pair");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (row), "row", g_object_ref (passage->row), g_object_unref);
  return row;
}

static void
row_activated (AgreedTopicOverview *self,
               GtkListBoxRow       *row)
{
  g_autoptr (AgreedRow) chosen = g_object_ref (g_object_get_data (G_OBJECT (row), "row"));

  g_signal_emit (self, signals[ROW_CHOSEN], 0, chosen);
}

static void
add_section (AgreedTopicOverview *self,
             GArray              *passages,
             AgreedTopicShift     shift,
             AgreedTopic         *topic)
{
  GtkWidget *group = NULL, *list = NULL;

  for (guint i = 0; i < passages->len; i++)
    {
      const AgreedTopicPassage *passage = &g_array_index (passages, AgreedTopicPassage, i);

      if (passage->shift != shift)
        continue;
      if (group == NULL)
        {
          group = adw_preferences_group_new ();
          list = gtk_list_box_new ();
          adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), get_title (shift));
          gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
          gtk_widget_add_css_class (list, "boxed-list");
          gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (shift), -1);
          g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
          adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
          gtk_box_append (self->sections, group);
        }
      gtk_list_box_append (GTK_LIST_BOX (list), create_row (self, passage, topic));
    }
}

/* "2 added, 1 dropped, 4 reworded, 3 unchanged" */
static void
show_summary (AgreedTopicOverview *self,
              GArray              *passages)
{
  guint counts[AGREED_N_TOPIC_SHIFTS] = { 0 };
  g_autofree char *summary = NULL;

  for (guint i = 0; i < passages->len; i++)
    counts[g_array_index (passages, AgreedTopicPassage, i).shift]++;
  /* Translators: numbers of paragraphs */
  summary = g_strdup_printf (_("%u added, %u dropped, %u reworded, %u unchanged"), counts[AGREED_TOPIC_ADDED],
                             counts[AGREED_TOPIC_DROPPED], counts[AGREED_TOPIC_REWORDED], counts[AGREED_TOPIC_KEPT]);
  gtk_label_set_label (self->summary, summary);
}

static void
show_topic (AgreedTopicOverview *self)
{
  AgreedTopic *topic = get_topic (self);
  g_autoptr (GArray) passages = NULL;
  GtkWidget *child;

  if (self->filling)
    return;
  gtk_stack_set_visible_child_name (self->stack, topic != NULL ? "topic" : "nothing");
  if (topic == NULL)
    return;
  passages = agreed_topic_reading_new (self->project, topic);
  agreed_topic_chart_set_topic (self->chart, self->project, topic);
  show_summary (self, passages);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sections))) != NULL)
    gtk_box_remove (self->sections, child);
  for (guint shift = 0; shift < AGREED_N_TOPIC_SHIFTS; shift++)
    add_section (self, passages, shift, topic);
}

static void
decide_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AgreedTopicOverview *self = AGREED_TOPIC_OVERVIEW (widget);
  AgreedTopic *topic = get_topic (self);

  if (topic == NULL)
    return;
  agreed_project_decide_all (self->project, topic, NULL,
                             g_str_equal (name, "overview.accept-all") ? AGREED_TAG_ACCEPTED : AGREED_TAG_DISMISSED);
  show_topic (self);
}

static void
agreed_topic_overview_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_NARROW)
    g_value_set_boolean (value, AGREED_TOPIC_OVERVIEW (object)->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
agreed_topic_overview_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  AgreedTopicOverview *self = AGREED_TOPIC_OVERVIEW (object);

  if (prop_id != PROP_NARROW)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }
  if (self->narrow == g_value_get_boolean (value))
    return;
  self->narrow = g_value_get_boolean (value);
  show_topic (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
agreed_topic_overview_dispose (GObject *object)
{
  AgreedTopicOverview *self = AGREED_TOPIC_OVERVIEW (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_TOPIC_OVERVIEW);
  g_clear_object (&self->project);
  g_clear_pointer (&self->topics, g_ptr_array_unref);
  G_OBJECT_CLASS (agreed_topic_overview_parent_class)->dispose (object);
}

static void
agreed_topic_overview_class_init (AgreedTopicOverviewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = agreed_topic_overview_get_property;
  object_class->set_property = agreed_topic_overview_set_property;
  object_class->dispose = agreed_topic_overview_dispose;
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[ROW_CHOSEN] = g_signal_new ("row-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, AGREED_TYPE_ROW);

  g_type_ensure (AGREED_TYPE_TOPIC_CHART);
  gtk_widget_class_install_action (widget_class, "overview.accept-all", NULL, decide_action);
  gtk_widget_class_install_action (widget_class, "overview.dismiss-all", NULL, decide_action);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/topic-overview.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicOverview, choice);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicOverview, names);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicOverview, chart);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicOverview, summary);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicOverview, sections);
  gtk_widget_class_bind_template_child (widget_class, AgreedTopicOverview, stack);
  gtk_widget_class_bind_template_callback (widget_class, show_topic);
}

static void
agreed_topic_overview_init (AgreedTopicOverview *self)
{
  self->topics = g_ptr_array_new_with_free_func (g_object_unref);
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
agreed_topic_overview_new (AgreedProject *project,
                           const char    *id)
{
  AgreedTopicOverview *self = g_object_new (AGREED_TYPE_TOPIC_OVERVIEW, NULL);
  g_autoptr (GPtrArray) counts = agreed_topic_count_all (project);
  guint selected = 0;

  self->project = g_object_ref (project);
  for (guint i = 0; i < counts->len; i++)
    {
      AgreedTopic *topic = agreed_topic_count_get_topic (counts->pdata[i]);

      if (g_str_equal (agreed_topic_get_id (topic), id))
        selected = i;
      g_ptr_array_add (self->topics, g_object_ref (topic));
      gtk_string_list_append (self->names, agreed_topic_get_display_name (topic));
    }
  if (self->topics->len > 0)
    gtk_drop_down_set_selected (self->choice, selected);
  self->filling = FALSE;
  show_topic (self);
  return ADW_DIALOG (self);
}
