/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last versions of every project that was saved, whole project files, in the user's data folder:
 * ~/.local/share/agreed-language/versions/SHA-256 OF THE PROJECT'S URI/TIME IN MICROSECONDS.agreed. So a project that was
 * moved or renamed starts anew, and a copy has versions of its own. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define AGREED_N_VERSIONS 10

/**
 * AgreedVersion:
 * @file: the version, a project file
 * @time: when it was saved
 * @size: in bytes
 */
typedef struct {
  GFile *file;
  GDateTime *time;
  goffset size;
} AgreedVersion;

void agreed_version_free (AgreedVersion *version);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedVersion, agreed_version_free)

/* Keeps @bytes, just saved as @file, where they are not the newest version already, and forgets what is beyond the last
 * AGREED_N_VERSIONS. What goes wrong is passed over: it must never keep anybody from saving. May run in any thread. */
void       agreed_versions_keep      (GFile  *file,
                                      GBytes *bytes);
/* The same for what @file now holds, before it is overwritten. */
void       agreed_versions_keep_file (GFile  *file);
/* The newest first. Returns: (transfer full): array of AgreedVersion */
GPtrArray *agreed_versions_list      (GFile  *file);

G_END_DECLS
