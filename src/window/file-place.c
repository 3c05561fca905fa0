/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file-place.h"

#include "file-drop.h"

#include <glib/gi18n.h>

typedef enum {
  PROP_TITLE = 1,
  PROP_ACTION_NAME,
  PROP_PASTE_ACTION_NAME,
  PROP_LOADING,
} AgreedFilePlaceProperty;

enum {
  FILES_DROPPED,
  N_SIGNALS,
};

struct _AgreedFilePlace {
  AdwBin parent_instance;

  GtkWidget *button;
  GtkWidget *paste_button;
  GtkStack *picture;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *hint_label;

  char *title;
  gboolean loading;
};

G_DEFINE_FINAL_TYPE (AgreedFilePlace, agreed_file_place, ADW_TYPE_BIN)

static GParamSpec *properties[PROP_LOADING + 1];
static guint signals[N_SIGNALS];

static void
files_dropped (GtkWidget *widget,
               GPtrArray *files)
{
  g_signal_emit (widget, signals[FILES_DROPPED], 0, files);
}

static void
set_title (AgreedFilePlace *self,
           const char      *title)
{
  g_autofree char *paste = NULL;

  if (!g_set_str (&self->title, title))
    return;
  gtk_label_set_label (self->title_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  /* Translators: the place on the start page, "Older Text" */
  paste = g_strdup_printf (_("Paste as %s"), title);
  gtk_widget_set_tooltip_text (self->paste_button, paste);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->paste_button), GTK_ACCESSIBLE_PROPERTY_LABEL, paste, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

static void
agreed_file_place_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  AgreedFilePlace *self = AGREED_FILE_PLACE (object);

  switch ((AgreedFilePlaceProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_ACTION_NAME:
      g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->button)));
      break;
    case PROP_PASTE_ACTION_NAME:
      g_value_set_string (value, gtk_actionable_get_action_name (GTK_ACTIONABLE (self->paste_button)));
      break;
    case PROP_LOADING:
      g_value_set_boolean (value, self->loading);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_file_place_set_property (GObject      *object,
                                guint         prop_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  AgreedFilePlace *self = AGREED_FILE_PLACE (object);

  switch ((AgreedFilePlaceProperty) prop_id)
    {
    case PROP_TITLE:
      set_title (self, g_value_get_string (value));
      break;
    case PROP_ACTION_NAME:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->button), g_value_get_string (value));
      break;
    case PROP_PASTE_ACTION_NAME:
      gtk_actionable_set_action_name (GTK_ACTIONABLE (self->paste_button), g_value_get_string (value));
      break;
    case PROP_LOADING:
      agreed_file_place_set_loading (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
agreed_file_place_finalize (GObject *object)
{
  g_free (AGREED_FILE_PLACE (object)->title);
  G_OBJECT_CLASS (agreed_file_place_parent_class)->finalize (object);
}

static void
agreed_file_place_class_init (AgreedFilePlaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags written = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = agreed_file_place_get_property;
  object_class->set_property = agreed_file_place_set_property;
  object_class->finalize = agreed_file_place_finalize;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, written);
  properties[PROP_ACTION_NAME] = g_param_spec_string ("action-name", NULL, NULL, NULL, written);
  properties[PROP_PASTE_ACTION_NAME] = g_param_spec_string ("paste-action-name", NULL, NULL, NULL, written);
  properties[PROP_LOADING] = g_param_spec_boolean ("loading", NULL, NULL, FALSE, written);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);

  signals[FILES_DROPPED] = g_signal_new ("files-dropped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/file-place.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedFilePlace, button);
  gtk_widget_class_bind_template_child (widget_class, AgreedFilePlace, paste_button);
  gtk_widget_class_bind_template_child (widget_class, AgreedFilePlace, picture);
  gtk_widget_class_bind_template_child (widget_class, AgreedFilePlace, title_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedFilePlace, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, AgreedFilePlace, hint_label);
}

static void
agreed_file_place_init (AgreedFilePlace *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  agreed_file_drop_add (GTK_WIDGET (self), files_dropped);
}

void
agreed_file_place_set_loading (AgreedFilePlace *self,
                               gboolean         loading)
{
  g_return_if_fail (AGREED_IS_FILE_PLACE (self));

  if (self->loading == loading)
    return;
  self->loading = loading;
  gtk_stack_set_visible_child_name (self->picture, loading ? "loading" : "icon");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_STATE_BUSY, loading, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

void
agreed_file_place_set_text (AgreedFilePlace *self,
                            AgreedText      *text,
                            const char      *file_name)
{
  g_return_if_fail (AGREED_IS_FILE_PLACE (self));

  gtk_stack_set_visible_child_name (self->picture, self->loading ? "loading" : text != NULL ? "there" : "icon");
  gtk_label_set_label (self->subtitle_label, text != NULL ? agreed_text_get_display_name (text) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle_label), text != NULL);
  gtk_label_set_label (self->hint_label,
                       text != NULL && file_name != NULL ? file_name : _("Drop a file here, or click to choose one"));
  if (text != NULL)
    gtk_widget_add_css_class (self->button, "filled");
  else
    gtk_widget_remove_css_class (self->button, "filled");
}
