/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preferences-dialog.h"

#include "settings.h"

#include <math.h>

struct _AgreedPreferencesDialog {
  AdwPreferencesDialog parent_instance;

  AdwComboRow *typeface_row;
  AdwActionRow *font_row;
  GtkFontDialogButton *font_button;
  AdwSpinRow *size_row;
  AdwComboRow *order_row;
  AdwSwitchRow *fold_row;
  AdwComboRow *style_row;
};

G_DEFINE_FINAL_TYPE (AgreedPreferencesDialog, agreed_preferences_dialog, ADW_TYPE_PREFERENCES_DIALOG)

static gboolean
is_chosen (AgreedPreferencesDialog *self,
           guint                    typeface)
{
  return typeface == AGREED_TYPEFACE_CHOSEN;
}

static gboolean
family_to_font (GValue   *font,
                GVariant *family,
                gpointer  user_data)
{
  PangoFontDescription *description = pango_font_description_new ();
  const char *name = g_variant_get_string (family, NULL);

  pango_font_description_set_family (description, *name != '\0' ? name : "Sans");
  g_value_take_boxed (font, description);
  return TRUE;
}

static GVariant *
font_to_family (const GValue       *font,
                const GVariantType *type,
                gpointer            user_data)
{
  const PangoFontDescription *description = g_value_get_boxed (font);
  const char *family = description != NULL ? pango_font_description_get_family (description) : NULL;

  return g_variant_new_string (family != NULL ? family : "");
}

static gboolean
scale_to_percent (GValue   *percent,
                  GVariant *scale,
                  gpointer  user_data)
{
  g_value_set_double (percent, round (g_variant_get_double (scale) * 100));
  return TRUE;
}

static GVariant *
percent_to_scale (const GValue       *percent,
                  const GVariantType *type,
                  gpointer            user_data)
{
  return g_variant_new_double (g_value_get_double (percent) / 100);
}

static void
agreed_preferences_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), AGREED_TYPE_PREFERENCES_DIALOG);
  G_OBJECT_CLASS (agreed_preferences_dialog_parent_class)->dispose (object);
}

static void
agreed_preferences_dialog_class_init (AgreedPreferencesDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = agreed_preferences_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, RESOURCE_PREFIX "/preferences-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, AgreedPreferencesDialog, typeface_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedPreferencesDialog, font_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedPreferencesDialog, font_button);
  gtk_widget_class_bind_template_child (widget_class, AgreedPreferencesDialog, size_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedPreferencesDialog, order_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedPreferencesDialog, fold_row);
  gtk_widget_class_bind_template_child (widget_class, AgreedPreferencesDialog, style_row);
  gtk_widget_class_bind_template_callback (widget_class, is_chosen);
}

static void
agreed_preferences_dialog_init (AgreedPreferencesDialog *self)
{
  GSettings *settings = agreed_settings_get ();

  gtk_widget_init_template (GTK_WIDGET (self));
  if (settings == NULL)
    return;

  agreed_settings_bind_enum ("typeface", self->typeface_row, "selected");
  agreed_settings_bind_enum ("row-order", self->order_row, "selected");
  agreed_settings_bind ("fold-unchanged", self->fold_row, "active", G_SETTINGS_BIND_DEFAULT);
  agreed_settings_bind_enum ("style", self->style_row, "selected");
  g_settings_bind_with_mapping (settings, "font-family", self->font_button, "font-desc", G_SETTINGS_BIND_DEFAULT,
                                family_to_font, font_to_family, NULL, NULL);
  g_settings_bind_with_mapping (settings, "text-scale", self->size_row, "value", G_SETTINGS_BIND_DEFAULT,
                                scale_to_percent, percent_to_scale, NULL, NULL);
}

AdwDialog *
agreed_preferences_dialog_new (void)
{
  return g_object_new (AGREED_TYPE_PREFERENCES_DIALOG, NULL);
}
