/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Unsaved work, kept where a crash cannot reach it: in the user's state folder (~/.local/state/agreed-language/recovery),
 * three files for each project that is open.
 *
 *   ID.lock      held as long as the window lives; so a file beside it that nobody holds was left by a crash
 *   ID.about     whose work it is: name, URI and SHA-256 of the project's file, as a key file; of the file before and after
 *                a save that was under way
 *   ID.agreed    the project as a project file; it is there only while there is unsaved work */
#pragma once

#include "project.h"

G_BEGIN_DECLS

#define AGREED_TYPE_RECOVERY (agreed_recovery_get_type ())
G_DECLARE_FINAL_TYPE (AgreedRecovery, agreed_recovery, AGREED, RECOVERY, GObject)

/* A place for the unsaved work of one project. Its files are made when there is something to write. */
AgreedRecovery *agreed_recovery_new   (void);

/* What is in the project as it is now becomes what can be recovered. May take long: the first part of it, which looks at the
 * project, is done at once, the rest in another thread. One at a time. */
void            agreed_recovery_write_async  (AgreedRecovery       *self,
                                              AgreedProject        *project,
                                              const char           *name,
                                              GAsyncReadyCallback   callback,
                                              gpointer              user_data);
gboolean        agreed_recovery_write_finish (AgreedRecovery       *self,
                                              GAsyncResult         *result,
                                              GError              **error);
/* To be called, in any thread, before @bytes take the place of the project's file: what is in the recovery becomes the same,
 * unless it is newer. So whatever moment a crash comes at, what is recovered is never older than what is in the file.
 * @n_changes: the project's when the bytes were made */
void            agreed_recovery_catch_up (AgreedRecovery *self,
                                          GBytes         *bytes,
                                          guint64         n_changes);
/* The work is saved, or the user does not want it: there is nothing to recover any more. Waits for a write under way. */
void            agreed_recovery_clear (AgreedRecovery *self);

/**
 * AgreedRecovered:
 * @name: what the project is called
 * @file: (nullable): where the project is kept, if it ever was
 * @time: when its work was last written
 *
 * Work that a process which is no longer there left behind. It is held until this is freed, so that no other process
 * offers it as well.
 */
typedef struct {
  char *name;
  GFile *file;
  GDateTime *time;
  char *sha256; /* of the project's file as it was when it was last read or saved; or NULL */
  char *id;
  char *about; /* what the file of that name holds */
  int lock;
} AgreedRecovered;

void            agreed_recovered_free (AgreedRecovered *recovered);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (AgreedRecovered, agreed_recovered_free)

/* The newest first. Returns: (transfer full): array of AgreedRecovered */
GPtrArray      *agreed_recovery_list  (void);
/* The project as it was, unsaved, with the file that it was kept in. Returns: (transfer full), or NULL with @error */
AgreedProject  *agreed_recovered_load (AgreedRecovered  *recovered,
                                       GError          **error);
/* The place where the work is becomes that of the project that was loaded from it, so that there is no moment in which it
 * is nowhere. Frees @recovered. Returns: (transfer full) */
AgreedRecovery *agreed_recovered_take (AgreedRecovered  *recovered);
/* The work is thrown away. Frees @recovered. */
void            agreed_recovered_discard (AgreedRecovered *recovered);

G_END_DECLS
