/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "settings.h"

/* From the program's folder: as installed under a prefix that the session does not know, and in the build tree. */
static const char *const places[] = { "../share/glib-2.0/schemas", "../../data" };

static GSettingsSchema *
find_beside_program (GSettingsSchemaSource *parent)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program != NULL ? g_path_get_dirname (program) : NULL;

  for (guint i = 0; folder != NULL && i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *place = g_build_filename (folder, places[i], NULL);
      g_autoptr (GSettingsSchemaSource) source =
        g_settings_schema_source_new_from_directory (place, parent, FALSE, NULL);
      GSettingsSchema *schema = source != NULL ? g_settings_schema_source_lookup (source, APPLICATION_ID, FALSE) : NULL;

      if (schema != NULL)
        return schema;
    }
  return NULL;
}

/* g_settings_new() would end the program where there is no schema. */
static GSettings *
create (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = find_beside_program (source);

  /* The session's may be of another version of the program, with other keys. */
  if (schema == NULL && source != NULL)
    schema = g_settings_schema_source_lookup (source, APPLICATION_ID, TRUE);
  return schema != NULL ? g_settings_new_full (schema, NULL, NULL) : NULL;
}

GSettings *
agreed_settings_get (void)
{
  static GSettings *settings;
  static gsize looked_for;

  if (g_once_init_enter (&looked_for))
    {
      settings = create ();
      g_once_init_leave (&looked_for, 1);
    }
  return settings;
}

void
agreed_settings_bind (const char         *key,
                      gpointer            object,
                      const char         *property,
                      GSettingsBindFlags  flags)
{
  g_return_if_fail (G_IS_OBJECT (object));

  if (agreed_settings_get () != NULL)
    g_settings_bind (agreed_settings_get (), key, object, property, flags);
}

static gboolean
nick_to_value (GValue   *value,
               GVariant *nick,
               gpointer  key)
{
  /* The property has just been told that the key changed, so that what is asked for is what is in @nick. */
  g_value_set_uint (value, g_settings_get_enum (agreed_settings_get (), key));
  return TRUE;
}

static GVariant *
value_to_nick (const GValue       *value,
               const GVariantType *type,
               gpointer            key)
{
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettingsSchemaKey) schema_key = NULL;
  g_autoptr (GVariant) range = NULL, nicks = NULL;
  const char *kind;

  g_object_get (agreed_settings_get (), "settings-schema", &schema, NULL);
  schema_key = g_settings_schema_get_key (schema, key);
  range = g_settings_schema_key_get_range (schema_key);
  g_variant_get (range, "(&sv)", &kind, &nicks);
  if (g_value_get_uint (value) >= g_variant_n_children (nicks))
    return NULL;
  return g_variant_get_child_value (nicks, g_value_get_uint (value));
}

void
agreed_settings_bind_enum (const char *key,
                           gpointer    object,
                           const char *property)
{
  g_return_if_fail (G_IS_OBJECT (object));

  if (agreed_settings_get () != NULL)
    g_settings_bind_with_mapping (agreed_settings_get (), key, object, property, G_SETTINGS_BIND_DEFAULT, nick_to_value,
                                  value_to_nick, (gpointer) key, NULL);
}

void
agreed_settings_watch (const char *key,
                       GCallback   changed,
                       gpointer    object)
{
  g_autofree char *signal = g_strconcat ("changed::", key, NULL);

  g_return_if_fail (G_IS_OBJECT (object));

  if (agreed_settings_get () != NULL)
    g_signal_connect_object (agreed_settings_get (), signal, changed, object, G_CONNECT_DEFAULT);
}
