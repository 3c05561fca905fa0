/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What the user has chosen, kept by the system from one run to the next; data/….gschema.xml lists the keys.
 *
 * The schema may be missing, as where the program was copied by itself. Then there is nothing to keep things in, and all
 * else works with what its widgets start with: hence these, which do nothing in that case. */

/* (transfer none) (nullable) */
GSettings *agreed_settings_get (void);

/* As g_settings_bind(), which leaves the property to the key, or does nothing. */
void agreed_settings_bind (const char         *key,
                           gpointer            object,
                           const char         *property,
                           GSettingsBindFlags  flags);

/* Calls @changed (GSettings, key, @object) whenever the key changes, as long as @object lives; and returns without
 * calling it. */
void agreed_settings_watch (const char *key,
                            GCallback   changed,
                            gpointer    object);

G_END_DECLS
