/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "document.h"

G_BEGIN_DECLS

/**
 * AgreedImportError:
 * @AGREED_IMPORT_ERROR_UNREADABLE: missing, a folder, or refused by the system
 * @AGREED_IMPORT_ERROR_EMPTY: no characters in it
 * @AGREED_IMPORT_ERROR_FORMAT: not a kind of file that is read here
 * @AGREED_IMPORT_ERROR_DAMAGED: of a kind that is read, but broken
 * @AGREED_IMPORT_ERROR_NO_RESOLUTION: readable, but no text of a resolution was found in it
 * @AGREED_IMPORT_ERROR_TOO_LARGE: beyond the limits that import.c states
 */
typedef enum {
  AGREED_IMPORT_ERROR_UNREADABLE,
  AGREED_IMPORT_ERROR_EMPTY,
  AGREED_IMPORT_ERROR_FORMAT,
  AGREED_IMPORT_ERROR_DAMAGED,
  AGREED_IMPORT_ERROR_NO_RESOLUTION,
  AGREED_IMPORT_ERROR_TOO_LARGE,
} AgreedImportError;

#define AGREED_IMPORT_ERROR (agreed_import_error_quark ())
GQuark agreed_import_error_quark (void);

/* Reads a file into a document with at least one text. Every message is one sentence for the user that begins with the
 * file's name and a colon, "draft.txt: there is nothing in this file".
 * Returns: (transfer full), or NULL with @error set, of AGREED_IMPORT_ERROR or G_IO_ERROR_CANCELLED */
AgreedDocument *agreed_import_file  (GFile         *file,
                                     GCancellable  *cancellable,
                                     GError       **error);

/* The same from bytes already at hand; @name stands for the file in the document and in messages. */
AgreedDocument *agreed_import_bytes (GBytes        *bytes,
                                     const char    *name,
                                     GCancellable  *cancellable,
                                     GError       **error);

/* How much of a file has been read: from 0 to 1, and never less than was said before. */
typedef void (*AgreedImportProgress) (double   fraction,
                                      gpointer user_data);

/* The same in a thread, for the window. Whoever cancels has the answer at once, whatever the thread is at.
 * @progress: (nullable): called in the caller's main context, as long as @callback has not been; it gets
 *   @progress_data. Formats that are read at one go say nothing. */
void            agreed_import_file_with_progress_async
                                          (GFile                *file,
                                           AgreedImportProgress  progress,
                                           gpointer              progress_data,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
void            agreed_import_file_async  (GFile                *file,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
AgreedDocument *agreed_import_file_finish (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
