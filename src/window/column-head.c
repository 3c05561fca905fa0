/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "column-head.h"

#include "file-drop.h"
#include "sentences.h"

#include <glib/gi18n.h>

typedef enum {
  PROP_SIDE = 1,
  PROP_COMPACT,
} AgreedColumnHeadProperty;

enum {
  FILES_DROPPED,
  N_SIGNALS,
};

struct _AgreedColumnHead {
  AdwBin parent_instance;

  GtkMenuButton *text_button;
  GtkLabel *name_label;
  GtkLabel *date_label;
  GtkLabel *title_label;

  AgreedSide side;
  gboolean compact;
  GSignalGroup *project_signals;
};

G_DEFINE_FINAL_TYPE (AgreedColumnHead, agreed_column_head, ADW_TYPE_BIN)

static GParamSpec *properties[PROP_COMPACT + 1];
static guint signals[N_SIGNALS];

static void
files_dropped (GtkWidget *widget,
               GPtrArray *files)
{
  g_signal_emit (widget, signals[FILES_DROPPED], 0, files);
}

static void
append_document (GMenu          *menu,
                 AgreedDocument *document,
                 const char     *action)
{
  g_autoptr (GMenu) section = g_menu_new ();

  for (guint i = 0; i < agreed_document_get_n_texts (document); i++)
    {
      AgreedText *text = agreed_document_get_text (document, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (agreed_text_get_display_name (text), NULL);

      g_menu_item_set_action_and_target (item, action, "s", agreed_text_get_id (text));
      g_menu_append_item (section, item);
    }
  g_menu_append_section (menu, agreed_document_get_name (document), G_MENU_MODEL (section));
}

/* By side. */
static const struct {
  const char *name;
  const char *property;
  const char *choose_text;
  const char *choose_file;
} sides[AGREED_N_TEXTS] = {
  [AGREED_SIDE_OLDER] = { N_("Older text"), "notify::older", "win.older-text", "win.choose-older" },
  [AGREED_SIDE_NEWER] = { N_("Newer text"), "notify::newer", "win.newer-text", "win.choose-newer" },
  [AGREED_SIDE_EARLIEST] = { N_("Earliest text"), "notify::earliest", "win.earliest-text", "win.choose-earliest" },
};

static void
append_source (GMenu      *menu,
               AgreedText *text)
{
  g_autoptr (GMenu) section = g_menu_new ();
  g_autoptr (GMenuItem) read = g_menu_item_new (_("Read _Again from File…"), NULL);
  g_autoptr (GMenuItem) remove = g_menu_item_new (_("_Remove from Project"), NULL);

  if (text == NULL)
    return;
  g_menu_item_set_action_and_target (read, "win.read-again", "s", agreed_text_get_id (text));
  g_menu_item_set_action_and_target (remove, "win.remove", "s", agreed_text_get_id (text));
  g_menu_append_item (section, read);
  g_menu_append_item (section, remove);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/* Every text of every document of the project, and the way to another file. */
static GMenuModel *
create_menu (AgreedColumnHead *self,
             AgreedProject    *project)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) last = g_menu_new ();
  GListModel *documents = agreed_project_get_documents (project);

  for (guint i = 0; i < g_list_model_get_n_items (documents); i++)
    {
      g_autoptr (AgreedDocument) document = g_list_model_get_item (documents, i);

      append_document (menu, document, sides[self->side].choose_text);
    }
  g_menu_append (last, _("Choose Another _File…"), sides[self->side].choose_file);
  g_menu_append (last, _("_Three Texts Side by Side"), "win.three-texts");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (last));
  append_source (menu, agreed_project_get_text (project, self->side));
  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
show_label (GtkLabel   *label,
            const char *string)
{
  gtk_label_set_label (label, string);
  gtk_widget_set_visible (GTK_WIDGET (label), string != NULL && *string != '\0');
}

static void
show_text (AgreedColumnHead *self)
{
  g_autoptr (AgreedProject) project = g_signal_group_dup_target (self->project_signals);
  AgreedText *text = project != NULL ? agreed_project_get_text (project, self->side) : NULL;
  g_autoptr (GMenuModel) menu = NULL;
  g_autofree char *date = NULL, *label = NULL, *marked = NULL;
  const char *side = _(sides[self->side].name);
  const char *title;

  if (text == NULL)
    return;
  menu = create_menu (self, project);
  gtk_menu_button_set_menu_model (self->text_button, menu);
  date = agreed_describe_date (agreed_text_get_date (text));
  title = agreed_text_get_title (text);
  show_label (self->name_label, agreed_text_get_display_name (text));
  show_label (self->date_label, self->compact ? NULL : date != NULL ? date : side);
  marked = agreed_mark_up_in (agreed_text_get_language (text), title != NULL ? title : "");
  gtk_label_set_markup (self->title_label, marked);
  gtk_widget_set_visible (GTK_WIDGET (self->title_label),
                          title != NULL && !g_str_equal (title, agreed_text_get_display_name (text)));
  gtk_widget_set_tooltip_markup (GTK_WIDGET (self->title_label), marked);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->text_button), side);
  /* Translators: which of the two texts, then its symbol */
  label = g_strdup_printf (_("%s: %s"), side, agreed_text_get_display_name (text));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text_button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_compact (AgreedColumnHead *self,
             gboolean          compact)
{
  if (self->compact == compact)
    return;
  self->compact = compact;
  show_text (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPACT]);
}

static void
agreed_column_head_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  switch ((AgreedColumnHeadProperty) prop_id)
    {
    case PROP_SIDE:
      g_value_set_uint (value, AGREED_COLUMN_HEAD (object)->side);
      break;
    case PROP_COMPACT:
      g_value_set_boolean (value, AGREED_COLUMN_HEAD (object)->compact);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_column_head_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  switch ((AgreedColumnHeadProperty) prop_id)
    {
    case PROP_SIDE:
      AGREED_COLUMN_HEAD (object)->side = g_value_get_uint (value);
      break;
    case PROP_COMPACT:
      set_compact (AGREED_COLUMN_HEAD (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_column_head_dispose (GObject *object)
{
  AgreedColumnHead *self = AGREED_COLUMN_HEAD (object);

  g_clear_object (&self->project_signals);
  gtk_widget_dispose_template (GTK_WIDGET (self), AGREED_TYPE_COLUMN_HEAD);
  G_OBJECT_CLASS (agreed_column_head_parent_class)->dispose (object);
}

static void
agreed_column_head_class_init (AgreedColumnHeadClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = agreed_column_head_get_property;
  object_class->set_property = agreed_column_head_set_property;
  object_class->dispose = agreed_column_head_dispose;

  properties[PROP_SIDE] = g_param_spec_uint ("side", NULL, NULL, 0, AGREED_N_TEXTS - 1, 0,
                                             G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_COMPACT] = g_param_spec_boolean ("compact", NULL, NULL, FALSE,
                                                   G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FILES_DROPPED] = g_signal_new ("files-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/column-head.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedColumnHead, text_button);
  gtk_widget_class_bind_template_child (widget_class, AgreedColumnHead, name_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedColumnHead, date_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedColumnHead, title_label);
}

static void
agreed_column_head_init (AgreedColumnHead *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  agreed_file_drop_add (GTK_WIDGET (self), files_dropped);

  self->project_signals = g_signal_group_new (AGREED_TYPE_PROJECT);
  for (guint side = 0; side < G_N_ELEMENTS (sides); side++)
    g_signal_group_connect_swapped (self->project_signals, sides[side].property, G_CALLBACK (show_text), self);
}

void
agreed_column_head_set_project (AgreedColumnHead *self,
                                AgreedProject    *project)
{
  g_return_if_fail (AGREED_IS_COLUMN_HEAD (self));
  g_return_if_fail (project == NULL || AGREED_IS_PROJECT (project));

  g_signal_group_set_target (self->project_signals, project);
  show_text (self);
}
