/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the user has chosen, kept by the system from one run to the next; data/….gschema.xml lists the keys.
 *
 * The schema may be missing, as where the program was copied by itself. Then there is nothing to keep things in, and all
 * else works with what its widgets start with: hence these, which do nothing in that case. */

/* The values of the key "typeface": whose font the texts have. */
enum {
  AGREED_TYPEFACE_INTERFACE,
  AGREED_TYPEFACE_SERIF,
  AGREED_TYPEFACE_CHOSEN,
};

/* (transfer none) (nullable) */
GSettings *agreed_settings_get (void);

/* As g_settings_bind(), which leaves the property to the key, or does nothing. */
void agreed_settings_bind (const char         *key,
                           gpointer            object,
                           const char         *property,
                           GSettingsBindFlags  flags);

/* Binds an enumeration to a property that has its values, such as "selected" of a combo row. */
void agreed_settings_bind_enum (const char *key,
                                gpointer    object,
                                const char *property);

/* Calls @changed (GSettings, key, @object) whenever the key changes, as long as @object lives; and returns without
 * calling it. */
void agreed_settings_watch (const char *key,
                            GCallback   changed,
                            gpointer    object);

G_END_DECLS
