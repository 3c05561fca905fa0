/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "project.h"

G_BEGIN_DECLS

/**
 * AgreedStoreError:
 * @AGREED_STORE_ERROR_UNREADABLE: missing, a folder, or refused by the system
 * @AGREED_STORE_ERROR_FORMAT: not JSON, or not a project
 * @AGREED_STORE_ERROR_NEWER: written by a newer version in a format that this one does not know
 * @AGREED_STORE_ERROR_UNWRITABLE: the file could not be written; what was there is still there
 * @AGREED_STORE_ERROR_CHANGED: somebody else changed the file since the project was read or saved; it was left alone
 */
typedef enum {
  AGREED_STORE_ERROR_UNREADABLE,
  AGREED_STORE_ERROR_FORMAT,
  AGREED_STORE_ERROR_NEWER,
  AGREED_STORE_ERROR_UNWRITABLE,
  AGREED_STORE_ERROR_CHANGED,
} AgreedStoreError;

#define AGREED_STORE_ERROR (agreed_store_error_quark ())
GQuark agreed_store_error_quark (void);

/* Messages are one sentence for the user that begins with the file's name and a colon and names the place in it
 * ("my.agreed: line 3 is not JSON: …", "my.agreed: texts[1].paragraphs[4].kind is missing"). */

/* Returns: (transfer full), unmodified; or NULL with @error */
AgreedProject *agreed_store_load       (GFile          *file,
                                        GCancellable   *cancellable,
                                        GError        **error);
AgreedProject *agreed_store_from_bytes (GBytes         *bytes,
                                        const char     *name,
                                        GError        **error);
/* The same in another thread. */
void           agreed_store_load_async  (GFile                *file,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
AgreedProject *agreed_store_load_finish (GAsyncResult         *result,
                                         GError              **error);

/**
 * AgreedSaveFlags:
 * @AGREED_SAVE_NONE: a file that somebody else changed since it was read or saved is left alone
 * @AGREED_SAVE_OVERWRITE: it is overwritten; what it was is among its versions, see versions.h
 */
typedef enum {
  AGREED_SAVE_NONE = 0,
  AGREED_SAVE_OVERWRITE = 1 << 0,
} AgreedSaveFlags;

/* Writes beside the file, flushes to disk and renames; a failure or crash leaves the old or the new file whole. The
 * project is then unmodified, and its file is this one. The messages name a way out. */
gboolean       agreed_store_save       (AgreedProject  *project,
                                        GFile          *file,
                                        GCancellable   *cancellable,
                                        GError        **error);
/* The same in another thread, while the project may go on being edited: what is saved is as it is now, and what is edited
 * meanwhile is still unsaved. One save of a project at a time. Keeps a version. */
void           agreed_store_save_async  (AgreedProject        *project,
                                         GFile                *file,
                                         AgreedSaveFlags       flags,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);
gboolean       agreed_store_save_finish (AgreedProject        *project,
                                         GAsyncResult         *result,
                                         GError              **error);
/* Whether somebody else changed the project's file since it was read or saved; the project must have one. */
void           agreed_store_check_async  (AgreedProject       *project,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data);
gboolean       agreed_store_check_finish (AgreedProject       *project,
                                          GAsyncResult        *result);
/* The bytes that a save writes: the same project gives the same ones. Returns: (transfer full) */
GBytes        *agreed_store_to_bytes   (AgreedProject  *project);

G_END_DECLS
